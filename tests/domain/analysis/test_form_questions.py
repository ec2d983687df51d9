"""What the analysis takes from a form and an attempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from quizapp.domain.analysis.attempt_rows import asked
from quizapp.domain.item import FULL_FOR_ALL
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.papers.paper import Form
from tests.samples.small_items import asked as question
from tests.samples.small_items import blanks, form, multiple, single, true_false


def of(*items: object, penalty: Fraction = Fraction(0)) -> Form:
    return form([question(one, 2) for one in items], penalties=[penalty])  # type: ignore[arg-type]  # items


def guesses(whole: Form) -> list[Fraction | None]:
    return [one.guess for one in asked(whole).items]


def test_guessing_earns_the_share_of_right_choices() -> None:
    assert guesses(of(single(), true_false(), multiple(), blanks("甲"))) == [Fraction(1, 5), Fraction(1, 2), None, None]


def test_a_penalty_makes_guessing_worth_less() -> None:
    found = guesses(of(single(), true_false(), penalty=Fraction(1, 4)))
    assert found == [Fraction(0), Fraction(1, 2) - Fraction(1, 8)]


def test_another_key_that_is_accepted_makes_it_worth_more() -> None:
    whole = of(single("C"))
    (first,) = whole.questions
    other = first.item.keyed(("D",))
    assert other is not None
    whole = replace(whole, questions=(replace(first, also=(other,)),))
    (found,) = asked(whole).items
    assert (found.guess, found.keys) == (Fraction(2, 5), (("C",), ("D",)))


def test_full_marks_for_all_are_guessed_by_everybody() -> None:
    whole = of(single())
    (first,) = whole.questions
    given = replace(first, marking=replace(first.marking, scheme=FULL_FOR_ALL))
    (found,) = asked(replace(whole, questions=(given,))).items
    assert (found.guess, found.is_given) == (Fraction(1), True)


def test_without_its_key_an_item_has_no_guess_and_no_keys() -> None:
    (found,) = asked(of(replace(single(), key=""))).items
    assert (found.guess, found.keys) == (None, ())


def test_only_what_is_chosen_has_letters() -> None:
    found = asked(of(single(), true_false(), multiple("AB"), blanks("甲"))).items
    assert [one.letters for one in found] == [tuple("ABCDE"), ("true", "false"), tuple("ABCDE"), ()]
    assert [one.keys for one in found] == [(("C",),), (("true",),), (("A", "B"),), ()]


def test_a_dropped_question_is_left_out_and_the_others_keep_their_numbers() -> None:
    whole = of(single(), true_false(), multiple())
    dropped = replace(whole.questions[1], marking=replace(whole.questions[1].marking, marks=Fraction(0)))
    found = asked(replace(whole, questions=(whole.questions[0], dropped, whole.questions[2])))
    assert [one.number for one in found.items] == [1, 3]
    assert (found.places, found.full_score) == ((0, 2), Fraction(4))


@pytest.mark.parametrize("milliseconds", [41_000, 41_999])
def test_time_is_told_in_whole_seconds(milliseconds: int) -> None:
    from quizapp.domain.analysis.attempt_rows import sheet
    from quizapp.domain.marking.marks import mark
    from tests.domain.attempt.stopped_clock import attempt_of

    whole = of(single(), true_false())
    attempt = attempt_of(2)
    score = mark(whole, attempt.responses)
    assert score is not None
    found = sheet(asked(whole), attempt, score, {2: timedelta(milliseconds=milliseconds)})
    assert (found.seconds, found.certainties, found.marks) == ((None, 41), (), (Fraction(0), Fraction(0)))


def test_what_a_form_lays_out_anew_is_told_in_its_authors_letters() -> None:
    steps = Ordering(id="o", stem="次序", options=("乙", "丙", "甲"), key=("A", "B", "C")).laid_out()
    (found,) = asked(of(steps)).items
    assert [steps.options[place] for place in found.bank_order] == ["乙", "丙", "甲"]
