"""The line that a receipt's code holds says each objective answer as it was given, and can be read back."""

from __future__ import annotations

import string
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.receipt import PhotoLine, answers_of, read_line, typed_answers, write_line
from quizapp.domain.item import Item, Marking, Response
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.paper import Form, Question
from tests.samples.workplace import PAPER

DENSE = set(string.digits + string.ascii_uppercase + " $%*+-./:")
"""What the alphanumeric mode of QR codes holds."""
FOUR = ("甲", "乙", "丙", "丁")
TWELVE = tuple("甲乙丙丁戊己庚辛壬癸子丑")


def form(*items: tuple[Item, tuple[int, ...]]) -> Form:
    marking = Marking(scheme="all_or_nothing", marks=Fraction(1))
    questions = tuple(
        Question(number=number, section=0, item=item, order=order, marking=marking)
        for number, (item, order) in enumerate(items, 1)
    )
    return Form(paper=PAPER, letter="A", questions=questions)


@pytest.mark.parametrize(
    ("item", "order", "response", "code", "typed"),
    [
        (SingleChoice(id="i", stem="-", options=FOUR), (), ("C",), "C", "C"),
        # Letters are those of the form, which its owner saw.
        (SingleChoice(id="i", stem="-", options=FOUR), (2, 0, 1, 3), ("C",), "A", "A"),
        (SingleChoice(id="i", stem="-", options=FOUR), (), (), "0", ""),
        (MultipleChoice(id="i", stem="-", options=FOUR), (), ("A", "C", "D"), "3ACD", "ACD"),
        (MultipleChoice(id="i", stem="-", options=FOUR), (), ("B",), "B", "B"),
        (MultipleChoice(id="i", stem="-", options=TWELVE), (), tuple("ABCDEFGHIJ"), "$10ABCDEFGHIJ", "ABCDEFGHIJ"),
        (TrueFalse(id="i", stem="-"), (), ("true",), "T", "T"),
        (TrueFalse(id="i", stem="-"), (), ("false",), "F", "F"),
        (TrueFalse(id="i", stem="-"), (), (), "0", ""),
        (Ordering(id="i", stem="-", options=FOUR), (1, 0, 2, 3), ("B", "A"), "2AB", "AB"),
        (Matching(id="i", stem="-", left=("一", "二"), right=("x", "y", "z")), (), ("C", "A"), "41C2A", "1C2A"),
        (FillBlank(id="i", stem="___"), (), ("参谋",), "-", "-"),
        (Numeric(id="i", stem="-"), (), ("42",), "-", "-"),
        (Essay(id="i", stem="-"), (), ("一篇",), "-", "-"),
    ],
)
def test_each_type_says_what_was_answered(
    item: Item, order: tuple[int, ...], response: Response, code: str, typed: str
) -> None:
    assert answers_of(form((item, order)), (response,)) == code
    assert typed_answers(code) == (typed,)
    assert set(code) <= DENSE


def test_answers_stand_one_behind_the_other_and_come_apart_again() -> None:
    code = "CA3ACD0T-$10ABCDEFGHIJ2ABF"
    assert typed_answers(code) == ("C", "A", "ACD", "", "T", "-", "ABCDEFGHIJ", "AB", "F")


@given(candidate=st.text(min_size=1, max_size=64).filter(lambda text: text == text.strip()))
def test_any_number_comes_back(candidate: str) -> None:
    line = PhotoLine(candidate=candidate, receipt="4F7KQ-X9TBM", answers="CA3ACD0-")
    assert read_line(write_line(line)) == line
    # zbarimg writes first what kind of code it was.
    assert read_line(f"QR-Code:{write_line(line)}\n") == line


def test_a_usual_line_is_of_the_densest_kind() -> None:
    assert set(write_line(PhotoLine("20260107", "4F7KQ-X9TBM", "CA3ACD0T-"))) <= DENSE


@pytest.mark.parametrize(
    "text",
    ["", "QUIZ1", "QUIZ1:4F7KQX9TBM:C", "QUIZ2:4F7KQX9TBM:C:07", "QUIZ1:4F7KQX9TB:C:07", "QUIZ1:4F7KQX9TBM:c:07"],
)
def test_any_other_text_is_no_line(text: str) -> None:
    assert read_line(text) is None


@given(answers=st.text(alphabet="0123456789ABCXYZ$*-", max_size=40))
def test_no_code_is_too_strange_to_be_taken_apart(answers: str) -> None:
    assert sum(len(one) for one in typed_answers(answers)) <= len(answers)
