"""Corrections: of which forms and questions, in which letters, by whom, and from when."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, InvalidAnswer, QuizError, Refused
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Shuffle
from quizapp.services.book.attempt_door import pending_corrections
from quizapp.services.book.score_book import look
from quizapp.services.decisions.correction_list import (
    corrected_questions,
    correction_target,
    known_forms,
)
from quizapp.services.decisions.regrading import regrade
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.corrected_class import (
    CLASS,
    DECIDER,
    bank_with,
    key_more,
    put_right,
    sat,
    scores,
    wrongly_keyed,
)
from tests.samples.classes.keyed_attempts import responses
from tests.samples.workplace import BANK, PAPER, Shelf, paper, workplace

TWO_FORMS = paper(forms=2, shuffle=Shuffle(options=True))


def marked_again(place: Workplace) -> dict[str, object]:
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    return scores(place)


def two_forms(folder: Path) -> Workplace:
    """Return a workplace where one person sat form A and another form B, both with the first option shown as B."""
    place = workplace(Shelf(shelf_papers=(TWO_FORMS,), shelf_banks=wrongly_keyed().shelf_banks))
    people = ("01,张三,A,B,,,,", "02,李四,B,B,,,,")
    key_more(place, folder, people, TWO_FORMS, "学号,姓名,卷别,1,2,3,4,5")
    return place


def test_a_correction_holds_only_once_the_paper_is_marked_again(tmp_path: Path) -> None:
    place = sat(tmp_path)
    before = scores(place)
    (one,) = put_right(place, "1", "key", "C")
    assert (one.question, one.item, one.how, one.answer) == (1, "s-1", "key", ("C",))
    assert (one.by, one.checked_by, one.why) == ("班委甲", "班委乙", "答案有误")
    assert scores(place) == before
    assert pending_corrections(place.home, ["sample-paper", "other"]) == {"sample-paper": 1}
    assert marked_again(place) != before
    assert pending_corrections(place.home, ["sample-paper"]) == {}


def test_a_number_under_which_forms_differ_needs_its_form(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    with pytest.raises(Refused, match="correct-forms-differ"):
        correction_target(place.home, "sample-paper", "1")
    for letter in ("A", "b"):
        target = correction_target(place.home, "sample-paper", "1", letter)
        assert [where.known.form.letter for where in target.places] == [letter.upper()]
    with pytest.raises(CalledWrongly, match="correct-form-unknown"):
        correction_target(place.home, "sample-paper", "1", "C")


def test_under_a_number_letters_are_those_shown(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    for letter in ("A", "B"):
        target = correction_target(place.home, "sample-paper", "1", letter)
        question = target.first
        shown = question.shown_choices.index("参谋")
        assert question.order != ()
        (one,) = put_right(place, "1", "key", "ABCD"[shown], form=letter)
        assert isinstance(one.keyed, SingleChoice)
        assert one.keyed.options["ABCD".index(one.keyed.key)] == "参谋"


def test_with_an_item_letters_are_the_banks_on_every_form(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    done = put_right(place, "S-1", "key", "C")
    assert {one.form for one in done} == {known.digest for known in known_forms(place.home, "sample-paper")}
    (listed,) = corrected_questions(place.home, "sample-paper", done)
    assert ([place.form for place in listed.places], listed.number) == (["A", "B"], None)
    assert [one.keyed.describe(one.answer, listed.order) for one in done if one.keyed is not None] == ["C", "C"]
    third = wrongly_keyed().shelf_banks[0].items[0].choices[2]
    for one in done:
        assert isinstance(one.keyed, SingleChoice)
        assert one.keyed.options["ABCD".index(one.keyed.key)] == third


def test_the_same_correction_on_several_forms_waits_as_one(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    assert len(put_right(place, "s-1", "key", "C")) == 2
    assert pending_corrections(place.home, ["sample-paper"]) == {"sample-paper": 1}


def test_an_item_with_a_form_is_called_wrongly(tmp_path: Path) -> None:
    place = two_forms(tmp_path)
    with pytest.raises(CalledWrongly, match="correct-form-with-item"):
        correction_target(place.home, "sample-paper", "s-1", "A")


@pytest.mark.parametrize(("wanted", "code"), [("0", "question-unknown"), ("6", "item-unknown"), ("x", "item-unknown")])
def test_what_is_on_no_form_is_told(tmp_path: Path, wanted: str, code: str) -> None:
    with pytest.raises(QuizError, match=code):
        correction_target(sat(tmp_path).home, "sample-paper", wanted)


def test_a_paper_without_forms_has_nothing_to_correct() -> None:
    with pytest.raises(Refused, match="correct-no-form"):
        correction_target(workplace().home, "sample-paper", "1")


def test_forms_of_candidates_go_by_their_number(tmp_path: Path) -> None:
    rules = paper(per_candidate=True, shuffle=Shuffle(options=True))
    place = sat(tmp_path, CLASS[:3], rules, Shelf(shelf_papers=(rules,)))
    target = correction_target(place.home, "sample-paper", "1", "02")
    assert [where.known.form.letter for where in target.places] == ["02"]
    assert len(correction_target(place.home, "sample-paper", "s-1").places) == 3


def test_a_form_that_nobody_sat_says_nothing_of_a_number_and_is_corrected_where_it_is_the_same(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    other = replace(PAPER, seed="other", shuffle=Shuffle(items=True))
    from quizapp.services.papers.forms import fixed_form

    now = place.clock.read().at
    for seed in ("a", "b", "c", "d"):
        fixed_form(place.home, place.library, replace(other, seed=seed), letter="A", now=now)
    target = correction_target(place.home, "sample-paper", "1")
    assert {where.question.item.id for where in target.places} == {"s-1"}
    assert 1 < len(target.places) < len(known_forms(place.home, "sample-paper"))
    assert [where.known.is_sat for where in target.places].count(True) == 1


def test_an_item_that_reads_differently_on_its_forms_is_corrected_form_by_form(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    first = BANK.items[0]
    assert isinstance(first, SingleChoice)
    later = bank_with(replace(first, options=("参谋", "秀才", "跟班", "管家"), key="A"))
    changed = replace(PAPER, seed="2")
    key_more(replace(place, library=later), tmp_path, CLASS[1:2], changed)
    with pytest.raises(Refused, match="correct-item-differs"):
        put_right(place, "s-1", "key", "C")
    assert len(put_right(place, "s-1", "drop")) == 2


def test_one_more_answer_to_a_blank_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "5", "accept", "；幕僚")
    put_right(place, "f-1", "accept", "耳朵；")
    after = marked_again(place)
    assert (after["02"], after["01"], after["11"]) == (8, 8, 7)
    with pytest.raises(Refused, match="correct-nothing-changed"):
        put_right(place, "5", "accept", "耳朵；幕僚")


def test_an_accepted_answer_counts_beside_the_key(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "accept", "C")
    after = marked_again(place)
    assert (after["03"], after["04"], after["08"]) == (6, 6, 7)


def test_full_marks_for_all_go_to_everybody(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "full")
    after = marked_again(place)
    assert (after["01"], after["04"], after["08"]) == (10, 6, 9)


def test_a_dropped_question_leaves_the_total_and_the_full_score(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "drop")
    marked_again(place)
    first = look(place.home, place.clock).scores[0]
    assert (first["score"], first["full_score"], first["percent"]) == (8, 8, 100)
    table = responses(place)
    assert table.rows[0][2:9] == (1, "s-1", "single_choice", "C", "D", 0, 0)
    put_right(place, "1", "key", "C")
    assert marked_again(place)["01"] == 10


def test_responses_have_the_corrected_key_and_what_else_counts(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    put_right(place, "5", "accept", "；幕僚")
    rows = [row[3:9] for row in responses(place).rows[5:10]]
    assert rows[0] == ("s-1", "single_choice", "C", "D", 0, 2)
    marked_again(place)
    rows = [row[3:9] for row in responses(place).rows[5:10]]
    assert rows[0] == ("s-1", "single_choice", "C", "C", 2, 2)
    assert rows[4] == ("f-1", "fill_blank", "耳目；幕僚", "耳目；参谋 / ；幕僚", 2, 2)


@pytest.mark.parametrize(
    ("wanted", "how", "text", "code"),
    [
        ("1", "key", "D", "correct-nothing-changed"),
        ("1", "accept", "D", "correct-nothing-changed"),
        ("1", "key", "", "correct-not-a-key"),
        ("1", "key", "?", "correct-not-a-key"),
        ("5", "accept", "；", "correct-not-a-key"),
        ("1", "key", "E", "answer-letter-unknown"),
        ("4", "key", "也许", "answer-not-truth"),
        ("5", "key", "一；二；三", "answer-too-many-blanks"),
    ],
)
def test_what_can_be_no_correction_is_refused_and_nothing_is_recorded(
    tmp_path: Path, wanted: str, how: str, text: str, code: str
) -> None:
    place = sat(tmp_path, CLASS[:1])
    with pytest.raises((Refused, InvalidAnswer), match=code):
        put_right(place, wanted, how, text)  # type: ignore[arg-type]  # one of the two
    assert place.home.decisions.read("sample-paper") == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [({"by": "张三"}, "candidate"), ({"checked_by": "02"}, "candidate"), ({"why": " "}, "why"), ({"by": ""}, "marker")],
)
def test_nobody_who_sat_the_paper_decides_what_all_are_marked_by(
    tmp_path: Path, change: dict[str, str], code: str
) -> None:
    place = sat(tmp_path, CLASS[:2])
    with pytest.raises(Refused, match=code):
        put_right(place, "1", "key", "C", decider=replace(DECIDER, **change))
    assert place.home.decisions.read("sample-paper") == ()


def test_the_log_says_who_corrected_what_and_why(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    put_right(place, "1", "key", "C")
    _, what, who, values = place.home.log.lines[-1]  # type: ignore[attr-defined]  # the home in memory keeps them
    assert (what, who) == ("key-corrected", "班委甲")
    assert values == {
        "paper": "sample-paper",
        "item": "s-1",
        "how": "key",
        "forms": "1",
        "checked_by": "班委乙",
        "why": "答案有误",
    }


def test_marks_of_a_penalty_are_gone_with_a_dropped_question(tmp_path: Path) -> None:
    sections = (replace(PAPER.sections[0], penalty=Fraction(1, 2)), *PAPER.sections[1:])
    rules = paper(sections=sections)
    place = sat(tmp_path, ["01,张三,A,A,,错,"], rules, Shelf(shelf_papers=(rules,)))
    assert scores(place)["01"] == 3
    put_right(place, "1", "drop")
    assert marked_again(place)["01"] == 4
