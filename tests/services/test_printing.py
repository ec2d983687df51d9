"""Printing: what is printed is fixed, and no key of what somebody is sitting is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.services.printing import FEWEST_LINES, MOST_LINES, AnswerRoom, print_paper, room_for
from quizapp.services.sitting.attempt_start import standing, start
from tests.samples.classes.keyed_attempts import roster
from tests.samples.item_examples import EXAMPLES
from tests.samples.printed_paper import printed
from tests.samples.workplace import BANK, PAPER, Shelf, paper, workplace


def test_what_was_printed_stays_so_whatever_is_edited_later() -> None:
    place = workplace()
    first = print_paper(place, PAPER, ["A"], with_key=True)
    changed = replace(BANK, items=tuple(replace(item, rationale="改了") for item in BANK.items))
    later = replace(place, library=Shelf(shelf_banks=(changed,)))
    assert print_paper(later, PAPER, ["A"], with_key=True) == first
    assert [fixed.letter for fixed in place.home.forms.fixed(PAPER.id)] == ["A"]


def test_every_form_has_its_own_questions_and_key() -> None:
    both = printed("A", "B", with_key=True, forms=2).forms
    assert [form.letter for form in both] == ["A", "B"]
    assert len({form.digest for form in both}) == 2
    orders = [[question.options for question in form.sections[0].questions] for form in both]
    assert orders[0] != orders[1]
    assert [key.answer for key in both[0].keys] != [key.answer for key in both[1].keys]


def test_key_and_feedback_have_the_letters_of_the_form() -> None:
    (form,) = printed(with_key=True).forms
    question = next(one for one in form.sections[0].questions if one.number == 1)
    options = dict(question.options)
    key = form.keys[0]
    assert options[key.answer] == "耳目"
    assert [options[letter] for letter, _ in key.feedback] == ["参谋"]
    several = dict(form.sections[1].questions[0].options)
    whys = {several[letter]: why for letter, why in form.keys[9].feedback}
    assert whys == {"司机": "司机不在其列。", "会计": "会计不在其列。"}
    assert sorted(several[letter] for letter in form.keys[9].answer) == ["参谋", "秀才", "跟班"]


def test_the_key_of_what_somebody_is_sitting_is_not_printed_and_nothing_is_fixed() -> None:
    place = workplace(Shelf(shelf_papers=(PAPER, paper(id="other"))))
    stands = standing(place.home, place.clock, PAPER, Candidate(id="1", name="张三"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    other = paper(id="other")
    with pytest.raises(Refused, match="print-key-hidden"):
        print_paper(place, other, ["A"], with_key=True)
    assert place.home.forms.fixed("other") == ()
    assert print_paper(place, other, ["A"], with_key=False).forms[0].keys == ()
    sitting.hand_in()
    sitting.close()
    assert len(print_paper(place, other, ["A"], with_key=True).forms[0].keys) == 5


def test_a_form_of_ones_own_says_whose_it_is() -> None:
    own = paper(per_candidate=True)
    place = workplace(Shelf(shelf_papers=(own,)))
    roster(place, "07 张三")
    (form,) = print_paper(place, own, ["07"], with_key=False).forms
    assert (form.letter, form.candidate) == ("", ("07", "张三", "办公室"))


def test_a_case_is_told_once_with_the_questions_it_is_for() -> None:
    (form,) = printed().forms
    first, second = form.sections[-1].questions
    assert first.stimulus.startswith("上午十点")
    assert (first.number, first.case_last) == (17, 18)
    assert (second.stimulus, second.case_last) == ("", 0)


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("是（  ）。", "是（　　）。"),
        ("是( )。", "是（　　）。"),
        ("是什么？", "是什么？（　　）"),
        ("是____。", "是____。"),
    ],
)
def test_a_stem_has_one_place_for_its_letter(stem: str, shown: str) -> None:
    item = SingleChoice(id="s-1", stem=stem, options=("甲", "乙"), key="A")
    section = replace(PAPER.sections[0], draw=None, items=("s-1",))
    place = workplace(Shelf(shelf_banks=(replace(BANK, items=(item,)),)))
    rules = paper(sections=(section,))
    assert print_paper(place, rules, ["A"], with_key=False).forms[0].sections[0].questions[0].stem == shown


@pytest.mark.parametrize(
    ("kind", "room"),
    [
        ("single_choice", AnswerRoom(kind="letter")),
        ("multiple_choice", AnswerRoom(kind="letters")),
        ("true_false", AnswerRoom(kind="truth")),
        ("fill_blank", AnswerRoom(kind="blanks", count=3)),
        ("numeric", AnswerRoom(kind="number", unit="万元")),
        ("ordering", AnswerRoom(kind="order", count=4)),
        ("matching", AnswerRoom(kind="pairs", count=3)),
        ("essay", AnswerRoom(kind="text", count=10)),
    ],
)
def test_every_type_has_the_room_its_answer_needs(kind: str, room: AnswerRoom) -> None:
    item: Item = EXAMPLES[kind].item
    assert room_for(item, Fraction(10)) == room


@pytest.mark.parametrize(("marks", "lines"), [(1, FEWEST_LINES), (Fraction(15, 2), 8), (50, MOST_LINES)])
def test_a_text_has_a_line_for_each_mark_within_reason(marks: int | Fraction, lines: int) -> None:
    assert room_for(Essay(id="e", stem="为什么？"), Fraction(marks)).count == lines


def test_rules_are_those_of_the_paper() -> None:
    document = printed()
    assert (document.course, document.time_limit) == ("办公室主任培训班", timedelta(minutes=60))
    sections = document.forms[0].sections
    assert (sections[0].each, sections[0].marks, sections[0].penalty) == (Fraction(2), Fraction(18), Fraction(1, 3))
    assert (sections[1].schemes, sections[0].schemes) == (("half",), ())
