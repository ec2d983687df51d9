"""A line of keyed answers, read question by question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.items.essay import Essay
from quizapp.domain.marking.keying import KeyedAnswers, missing, read_answers, written
from quizapp.domain.papers.paper import Question
from quizapp.language import Language
from tests.samples.item_examples import EXAMPLES
from tests.samples.small_items import asked, form, multiple, single, true_false, unhurried

SEVEN = form([asked(single())] * 7).questions
MIXED = form(
    [asked(single())] * 3,
    [asked(multiple())] * 2,
    [asked(true_false())] * 2,
    [asked(EXAMPLES[kind].item) for kind in ("fill_blank", "numeric", "ordering", "matching", "essay")],
).questions


def cells(text: str, questions: tuple[Question, ...] = MIXED) -> tuple[str, ...]:
    read = read_answers(text, questions)
    assert read.faults == ()
    return read.cells


def fault(text: str, questions: tuple[Question, ...] = MIXED) -> tuple[int, str]:
    ((number, reason),) = read_answers(text, questions).faults
    return number, reason.code


@pytest.mark.parametrize(
    "text",
    [
        "BCADCAB",
        "BCADC AB",
        "B C A D C A B",
        "BCADC，AB",
        "bcadc ab",
        " ＢＣＡＤＣ　ＡＢ ",
        "BCADC|AB",
        "B、C、A、D、C、A、B",
    ],
)
def test_single_letters_are_one_answer_each_however_they_are_grouped(text: str) -> None:
    given = [question.item.parse(cell, ()) for question, cell in zip(SEVEN, cells(text, SEVEN), strict=True)]
    assert given == [(letter,) for letter in "BCADCAB"]


def test_any_other_answer_is_a_word_of_its_own() -> None:
    read = cells("BCA ABD AC 对错 快；准；细 1,234.5万元 CABD CAB 见卷")
    assert read == ("B", "C", "A", "ABD", "AC", "对", "错", "快；准；细", "1,234.5万元", "CABD", "CAB", "见卷")


def test_letters_may_be_parted_by_commas_too() -> None:
    assert cells("B,C,A,ABD,AC,对,错")[:7] == ("B", "C", "A", "ABD", "AC", "对", "错")


def test_a_text_with_blanks_stands_in_quotes() -> None:
    assert cells('BCA ABD AC 对错 "in time；right on" 1')[7:] == ("in time；right on", "1")
    assert cells("BCA ABD AC 对错 “in time” 1")[7:] == ("in time", "1")


def test_a_dash_is_no_answer_and_a_question_mark_one_that_cannot_be_read() -> None:
    read = cells("-?－ - ？ -√ - - - - -")
    assert read == ("", "?", "", "", "？", "", "√", "", "", "", "", "")
    assert [question.item.parse(cell, ()) for question, cell in zip(MIXED, read, strict=True)][:5] == [
        (),
        ("?",),
        (),
        (),
        ("?",),
    ]


def test_a_matching_may_be_written_with_its_numbers() -> None:
    assert cells("BCA ABD AC 对错 快 1 CABD 1C2A3B 见卷")[10] == "1C2A3B"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BCAABD AC 对错", (3, "keying-runs-on")),
        ("BC ABD AC", (3, "keying-runs-on")),
        ("BCF", (3, "answer-letter-unknown")),
        ("BCA ABZ", (4, "answer-letter-unknown")),
        ("BCA ABD AC 对X", (7, "answer-not-truth")),
        ("BCA ABD AC 对错 快；准；细；多", (8, "answer-too-many-blanks")),
        ("BCA ABD AC 对错 快 1 CABD CAB 见卷 还有", (12, "keying-too-many")),
    ],
)
def test_what_is_wrong_is_said_with_its_question(text: str, found: tuple[int, str]) -> None:
    assert fault(text) == found


def test_a_letter_too_many_at_the_end_is_found() -> None:
    assert fault("BCADC ABD", SEVEN) == (7, "keying-too-many")


def test_a_line_with_too_few_answers_says_from_where_they_are_missing() -> None:
    lacking = missing(read_answers("BCADC A", SEVEN), SEVEN)
    assert lacking is not None
    assert Language().error(lacking) == "还差 1 题，从第 7 题起；没有作答的敲 -。"
    assert missing(read_answers("BCADC AB", SEVEN), SEVEN) is None


def test_nothing_is_read_from_nothing() -> None:
    assert read_answers("  ", SEVEN) == KeyedAnswers(cells=())


@unhurried
@given(st.data())
def test_what_the_program_writes_is_read_back_as_it_was(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(sorted(EXAMPLES)), min_size=1, max_size=14))
    questions = form([asked(EXAMPLES[kind].item) for kind in kinds]).questions
    responses = [data.draw(st.sampled_from([(), ("?",), *EXAMPLES[kind].others])) for kind in kinds]
    answers = [
        " ".join(question.item.describe(response, ()).split())
        for question, response in zip(questions, responses, strict=True)
    ]
    read = read_answers(written(answers, questions), questions)
    assert read.faults == ()
    assert [question.item.parse(cell, ()) for question, cell in zip(questions, read.cells, strict=True)] == [
        question.item.parse(answer, ()) for question, answer in zip(questions, answers, strict=True)
    ]


@unhurried
@given(st.text(max_size=40))
def test_no_line_stops_the_program(text: str) -> None:
    read = read_answers(text, MIXED)
    assert len(read.cells) <= len(MIXED)


def test_signs_are_written_in_groups_of_five() -> None:
    assert written(tuple("BCADCAB"), SEVEN) == "BCADC AB"
    assert written(("B", "C", "A", "ABD", "", "对", "错"), MIXED[:7]) == "BCA ABD - 对错"
    assert written(("a b",), form([asked(Essay(id="e", stem="x"))]).questions) == '"a b"'
