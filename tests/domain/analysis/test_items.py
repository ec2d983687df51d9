"""What is told of one item besides numbers of its marks: options, suspicion, verdict, time, certainty."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.domain.analysis.analysis import analyse
from quizapp.domain.analysis.verdicts import OptionChosen, Suspicion
from quizapp.domain.attempt.events import Certainty
from tests.samples.classes.class_of_marks import analysed, chosen, form, item, sheet


def option(letter: str, count: int, share: float, mean: float | None, *, is_key: bool = False) -> OptionChosen:
    return OptionChosen(letter=letter, count=count, share=share, mean_score=mean, is_key=is_key)


def test_every_option_has_who_chose_it_and_their_mean_total() -> None:
    found = chosen("C", ["C", "C", "A", ""], [6, 7, 3, 0])
    assert found.options == (
        option("A", 1, 0.25, 3),
        option("B", 0, 0, None),
        option("C", 2, 0.5, 7.5, is_key=True),
        option("D", 0, 0, None),
    )


def test_several_letters_of_one_answer_each_count() -> None:
    found = chosen("AB", ["AB", "A", "BC", "?"], [1, 1, 1, 1])
    assert [(one.letter, one.count, one.is_key) for one in found.options] == [
        ("A", 2, True),
        ("B", 2, True),
        ("C", 1, False),
        ("D", 0, False),
    ]


def test_letters_are_those_of_the_form_where_there_is_one() -> None:
    shown = item(1, keys=["C"], letters="ABC")
    turned = shown.__class__(
        item="i-1", number=1, order=(2, 0, 1), marks=Fraction(1), letters=("A", "B", "C"), keys=(("C",),)
    )
    (found,) = analyse([sheet(form(turned), [1], [("C",)])]).items
    assert [(one.letter, one.count, one.is_key) for one in found.options] == [
        ("A", 1, True),
        ("B", 0, False),
        ("C", 0, False),
    ]


STRONG_PREFER_B = ["B"] * 4 + ["A"] * 2 + ["A"] * 6
TWELVE = [9, 9, 8, 8, 7, 7, 3, 2, 2, 1, 1, 0]


def test_a_distractor_that_the_strong_prefer_to_the_key_makes_the_key_suspect() -> None:
    found = chosen("A", STRONG_PREFER_B, TWELVE)
    assert found.suspicion == Suspicion(letter="B", strong=4, strong_with_key=2)
    assert found.verdict == "suspect_key"


def test_the_weak_may_prefer_a_distractor() -> None:
    found = chosen("A", STRONG_PREFER_B, TWELVE[::-1])
    assert (found.suspicion, found.verdict) == (None, "too_few")


def test_two_of_the_strong_may_simply_be_wrong() -> None:
    assert chosen("A", ["B", "B", "A", "C"], [9, 8, 1, 1]).suspicion is None
    assert chosen("A", ["B", "B", "B", "A", "C", "C"], [9, 8, 7, 1, 1, 1]).suspicion is not None


def test_as_many_with_the_key_as_with_a_distractor_is_no_suspicion() -> None:
    assert chosen("A", ["B"] * 3 + ["A"] * 3 + ["C"] * 6, TWELVE).suspicion is None


def test_who_is_strong_goes_by_the_rest_which_the_wrong_key_does_not_touch() -> None:
    # with the item's own marks the four who hit on the wrong key would be the strongest
    asked = form(item(1, 10, keys=["A"], letters="AB"), item(2, 10))
    rows = [(0, 9, "B")] * 4 + [(10, 1, "A")] * 4
    found = analyse([sheet(asked, [own, other], [(letter,), ()]) for own, other, letter in rows]).items[0]
    assert found.suspicion == Suspicion(letter="B", strong=4, strong_with_key=0)


def test_of_several_letters_the_least_chosen_one_stands_for_the_key() -> None:
    answers = ["ABD", "BD", "BD", "BD", "B", "B", "C", "C"]
    found = chosen("AB", answers, [9, 9, 8, 8, 1, 1, 1, 1])
    assert found.suspicion == Suspicion(letter="D", strong=4, strong_with_key=1)


def test_a_class_from_30_on_asks_its_upper_27_per_cent() -> None:
    # 8 of 30: of them 5 chose B; of the upper half most chose the key
    answers = ["B"] * 5 + ["A"] * 25
    others = [10] * 5 + [9] * 3 + [5] * 10 + [1] * 12
    assert chosen("A", answers, others).suspicion == Suspicion(letter="B", strong=5, strong_with_key=3)
    assert chosen("A", answers[:29], others[:29]).suspicion is None


def test_a_key_that_is_known_to_be_wrong_is_not_suspected_again() -> None:
    asked = item(1, keys=["A"], letters="AB")
    given = asked.__class__(item="i-1", number=1, marks=Fraction(1), letters=("A", "B"), keys=(("A",),), is_given=True)
    rows = [sheet(form(given, item(2, 10)), [1, other], [("B",), ()]) for other in (9, 9, 9, 1, 1, 1)]
    found = analyse(rows).items[0]
    assert (found.suspicion, found.verdict) == (None, "given_to_all")


def of_facility(right: int, count: int) -> str:
    """Return the verdict on an item that the strongest `right` of so many had right."""
    rows = [[int(place < right), 10 * (count - place)] for place in range(count)]
    return analysed(rows, [1, 10 * count]).items[0].verdict


@pytest.mark.parametrize(
    ("right", "count", "verdict"),
    [
        (0, 2, "all_wrong"),
        (2, 2, "all_right"),
        (1, 2, "too_few"),
        (28, 29, "too_few"),
        (28, 30, "too_easy"),
        (27, 30, "good"),
        (6, 30, "good"),
        (5, 30, "too_hard"),
        (0, 30, "all_wrong"),
        (30, 30, "all_right"),
    ],
)
def test_a_verdict_goes_by_facility_and_by_how_many_there_are(right: int, count: int, verdict: str) -> None:
    assert of_facility(right, count) == verdict


def test_an_item_that_does_not_tell_strong_from_weak_discriminates_poorly() -> None:
    rows = [[place % 2, 10 * place] for place in range(40)]
    assert analysed(rows, [1, 400]).items[0].verdict == "low_discrimination"


@pytest.mark.parametrize(("upper", "verdict"), [(6, "low_discrimination"), (7, "good")])
def test_a_difference_of_twenty_per_cent_between_the_groups_is_enough(upper: int, verdict: str) -> None:
    # Of 37 people ten are in each group; five of the lower ten have it right.
    right = [*[1] * 5, *[0] * 5, *[1, 0] * 8, 1, *[1] * upper, *[0] * (10 - upper)]
    (one, _) = analysed([[mark, 10 * place] for place, mark in enumerate(right)], [1, 400]).items
    assert (one.upper_lower, one.verdict) == (10 * (upper - 5), verdict)


def test_the_median_time_leaves_out_who_never_came_to_the_question() -> None:
    asked = form(item(1), item(2), item(3))
    seconds: list[list[int | None]] = [[5, 9, None], [7, None, None], [100, 20, None]]
    found = analyse([sheet(asked, [0, 0, 0], seconds=row) for row in seconds])
    assert [one.median_seconds for one in found.items] == [7, 14.5, None]


def test_certainty_is_set_beside_what_was_earned() -> None:
    asked = form(item(1, 2), item(2, 4))
    said: list[list[Certainty | None]] = [["sure", "not_sure"], ["sure", None], ["fairly_sure", "not_sure"]]
    marks = [[2, 0], [0, 4], [2, 1]]
    found = analyse([sheet(asked, row, certainties=each) for row, each in zip(marks, said, strict=True)])
    assert [(one.certainty, one.count, one.share) for one in found.calibration] == [
        ("sure", 2, 0.5),
        ("fairly_sure", 1, 1),
        ("not_sure", 2, 0.125),
    ]
    assert all(one.interval is not None for one in found.calibration)


def test_certainty_that_was_asked_of_some_only_is_theirs() -> None:
    asked = form(item(1))
    found = analyse([sheet(asked, [1]), sheet(asked, [0], certainties=["sure"])])
    assert [(one.certainty, one.count, one.share) for one in found.calibration] == [("sure", 1, 0)]
    assert analyse([sheet(asked, [1])]).calibration == ()


def test_where_penalties_go_below_nothing_a_certainty_has_no_interval() -> None:
    found = analyse([sheet(form(item(1)), [-1], certainties=["sure"])])
    assert [(one.share, one.interval) for one in found.calibration] == [(-1, None)]
