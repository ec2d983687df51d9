"""Aiken: what its documentation has, what people make of it, and what of a bank it can carry."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import QuizError
from quizapp.domain.item import Item
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.formats.aiken import looks_like, read, write
from quizapp.reading.exchange.source_question import LeftOut, SourceQuestion
from quizapp.services.exchange.import_fields import build
from tests.formats.any_items import any_items, bare, native_fields
from tests.samples.item_examples import CASE, EXAMPLES
from tests.samples.small_items import unhurried

DOOR = "办公室的门朝哪边开？\nA. 东\nB. 南\nC. 西\nANSWER: B\n"
SUN = "太阳从哪边出来？\nA) 东边\nB) 西边\nANSWER: A\n"


def questions(text: str) -> tuple[SourceQuestion, ...]:
    return read(text.encode(), "题目.txt", "").questions


def only(text: str) -> SourceQuestion:
    (question,) = questions(text)
    return question


def doubts(text: str) -> list[str]:
    return [doubt.code for doubt in only(text).doubts]


def refused(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.refusal.code) for each in questions(text) if each.refusal]


def test_a_question_is_a_stem_options_and_an_answer() -> None:
    first, second = questions(f"{DOOR}\n{SUN}")
    assert (first.line, first.verdict, dict(first.fields)) == (
        1,
        "imported",
        {"type": "single_choice", "stem": "办公室的门朝哪边开？", "options": ["东", "南", "西"], "key": "B"},
    )
    assert (second.line, second.fields["options"], second.fields["key"]) == (7, ["东边", "西边"], "A")


@pytest.mark.parametrize(
    "text",
    [
        DOOR + SUN,
        DOOR.replace("\n", "\r\n") + "\r\n" + SUN,
        DOOR.replace("\n", "\r") + SUN.replace("\n", "\r"),
        DOOR.replace("\n", "\n\n") + SUN,
        f"\n\n  {DOOR.replace('. ', '.').replace('ANSWER: B', '  ANSWER:B  ')}{SUN.replace(') ', ')')}",
        DOOR.replace("ANSWER: B", "Answer：b.") + SUN.replace("A) ", "a) ").replace("B) ", "b) "),
        DOOR.replace("ANSWER: B", "ANSWER: B. 南") + SUN.replace("A) ", "A． ").replace("B) ", "B） "),
    ],
)
def test_blank_lines_blanks_and_line_ends_make_no_difference(text: str) -> None:
    read_ = [(each.verdict, each.fields["stem"], each.fields["key"]) for each in questions(text)]
    assert read_ == [("imported", "办公室的门朝哪边开？", "B"), ("imported", "太阳从哪边出来？", "A")]


def test_texts_are_taken_as_they_stand() -> None:
    assert only("1 < 2 & <b>?\nA. &lt;\nB. A) {=x}\nANSWER: A").fields["options"] == ["&lt;", "A) {=x}"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("门\n朝哪边开？\nA. 东\nB. 南\nANSWER: B", ["import-aiken-lines"]),
        ("门？\nA. 东\n边\nB. 南\n边\nANSWER: B", ["import-aiken-lines"]),
        ("门？\nA. 东\nC. 南\nANSWER: C", ["import-aiken-letters"]),
        ("门？\nB. 东\nA. 南\nANSWER: A", ["import-aiken-letters"]),
        ("门？\nA. 东\nB. 南\nANSWER: A, B", ["import-aiken-several"]),
        ("门？\nA. 东\nB. 南\nANSWER: 南", ["import-aiken-answer"]),
        ("门？\nA. 东\nB. 南\nANSWER: B. 北", ["import-aiken-answer"]),
        ("门？\nA. 东\nB. 南\nANSWER:", ["import-no-key"]),
        ("门？\nANSWER: A", ["import-no-options"]),
    ],
)
def test_what_is_unsure_is_doubted(text: str, codes: list[str]) -> None:
    assert (doubts(text), only(text).text) == (codes, text)


def test_lines_that_go_on_are_joined() -> None:
    question = only("门\n朝哪边开？\nA. 东\n边\nB. 南\nANSWER: B")
    assert (question.fields["stem"], question.fields["options"]) == ("门\n朝哪边开？", ["东\n边", "南"])


def test_several_answers_make_a_multiple_choice_that_is_doubted() -> None:
    question = only("门？\nA. 东\nB. 南\nANSWER: A and B")
    assert (question.fields["type"], question.fields["key"], question.verdict) == ("multiple_choice", "AB", "doubtful")


def test_an_answer_beyond_the_options_is_doubted_when_it_is_built() -> None:
    (question,) = questions("门？\nA. 东\nB. 南\nANSWER: D")
    assert [doubt.code for doubt in build(question.fields).doubts] == ["key-beyond-options"]


def test_options_without_an_answer_are_doubted_and_the_next_question_is_read() -> None:
    first, second = questions(f"门？\nA. 东\nB. 南\n\n{SUN}")
    assert ([doubt.code for doubt in first.doubts], second.line, second.verdict) == (["import-no-key"], 5, "imported")
    assert [doubt.code for doubt in questions(f"{SUN}\n门？\nA. 东\nB. 南")[1].doubts] == ["import-no-key"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"第一章\n\n{DOOR}", [(1, "import-aiken-incomplete")]),
        (f"{DOOR}\n完\n", [(7, "import-aiken-incomplete")]),
        (f"A. 东\nB. 南\nANSWER: A\n\n{DOOR}", [(1, "import-aiken-not-started")]),
        (f"A. 东\n{DOOR}", [(1, "import-aiken-not-started")]),
        (f"{DOOR}ANSWER: A\n{SUN}", [(6, "import-aiken-not-started")]),
    ],
)
def test_what_is_no_question_is_refused_at_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert refused(text) == found
    assert [each.verdict for each in questions(text)].count("imported") == text.count("？")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("门？\nA. 东\nB. 南\n答案：A".encode(), "import-aiken-none"),
        (b"", "import-aiken-none"),
        (b"<html>\nANSWER: A\n</html>", "import-html"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 ANSWER: A", "import-old-office"),
    ],
)
def test_what_is_no_aiken_file_is_refused_as_what_it_is(data: bytes, code: str) -> None:
    with pytest.raises(QuizError) as raised:
        read(data, "题目.txt", "")
    assert raised.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encodings_people_have_are_read_and_told_from_other_texts(encoding: str) -> None:
    data = DOOR.encode(encoding)
    assert read(data, "题目.txt", "").questions[0].fields["stem"] == "办公室的门朝哪边开？"
    assert looks_like(data)
    assert not looks_like("门？\nA. 东\n答案：A\nANSWER: 见下".encode(encoding))


def test_invisible_characters_are_left_out_and_told_with_their_line() -> None:
    (remark,) = read(DOOR.replace("南", "南\u202e").encode(), "题目.txt", "").remarks
    assert (remark.line, remark.reason.code) == (3, "text-cleaned")


PIECES = st.sampled_from(
    [
        "门？",
        "A. 东",
        "B) 南",
        "c. 西",
        "ANSWER: A",
        "ANSWER: ",
        "answer:B",
        "",
        "  ",
        "第一章",
        "A.",
        "\u202e乙",
        "ANSWER: AB",
    ]
)


@unhurried
@given(st.lists(PIECES, max_size=20))
def test_every_line_is_in_a_question_at_its_place(pieces: list[str]) -> None:
    text = "\n".join([*pieces, "ANSWER: A"])
    lines = [line.replace("\u202e", "") for line in text.split("\n")]
    found = questions(text)
    assert [line for each in found for line in each.text.split("\n")] == [line for line in lines if line.strip()]
    for each in found:
        assert lines[each.line - 1] == each.text.split("\n")[0]


def written(*items: Item) -> tuple[str, tuple[LeftOut, ...]]:
    out = write(ItemBank(id="a", title="甲", items=items), "zh")
    return out.data.decode(), out.left_out


@unhurried
@given(st.lists(any_items(), min_size=1, max_size=3, unique_by=lambda item: item.id))
def test_single_choices_come_back_or_are_named(items: list[Item]) -> None:
    text, left_out = written(*items)
    whole = {each.item for each in left_out if each.is_whole}
    carried = [item for item in items if item.id not in whole]
    assert {item.TYPE for item in carried} <= {"single_choice"}
    assert {item.id for item in items if item.TYPE != "single_choice"} <= whole
    found = read(text.encode(), "a.txt", "").questions if text else ()
    for item, question in zip(carried, found, strict=True):
        lost = {str(each.reason.values.get("field", "lines")) for each in left_out if each.item == item.id}
        wanted = {name: value for name, value in bare(build(native_fields(item)).fields).items() if name not in lost}
        got = bare(build(question.fields).fields)
        assert (question.doubts, got if "lines" not in lost else got.keys()) == (
            (),
            wanted if "lines" not in lost else wanted.keys(),
        )


def test_a_single_choice_is_written_as_the_format_has_it() -> None:
    item = SingleChoice(id="a-1", stem="门朝\n哪边开？", options=("东", "南"), key="B")
    text, left_out = written(
        item, replace(item, id="a-2", stem="窗？", marks=Fraction(2), rationale="坐北", status="draft")
    )
    assert text == "门朝 哪边开？\nA. 东\nB. 南\nANSWER: B\n\n窗？\nA. 东\nB. 南\nANSWER: B\n"
    assert [(each.item, each.reason.code, each.reason.values.get("field")) for each in left_out] == [
        ("a-1", "export-lines", None),
        ("a-2", "export-field", "rationale"),
        ("a-2", "export-field", "marks"),
        ("a-2", "export-field", "status"),
    ]


def test_all_other_types_are_left_out_whole() -> None:
    others = [example.item for kind, example in EXAMPLES.items() if kind != "single_choice"]
    text, left_out = written(*others, CASE)
    assert text == ""
    assert [(each.item, each.is_whole, each.reason.code) for each in left_out] == [
        (item.id, True, "export-type") for item in (*others, CASE)
    ]


def test_a_text_that_would_be_taken_for_an_option_or_an_answer_is_left_out_whole() -> None:
    item = SingleChoice(id="a-1", stem="A. 甲说", options=("东", "南"), key="B")
    for stem in ("A. 甲说", "ANSWER: B"):
        _, (left,) = written(replace(item, stem=stem))
        assert (left.reason.code, left.is_whole) == ("export-misread", True)


def test_every_line_is_accounted_for() -> None:
    found = read("问？\nA. 甲\n续\nB. 乙\nANSWER: A\n\nANSWER: B\n\u202e\n又问？\n".encode(), "x.aiken", "")
    assert [(each.line, each.fate, each.part, each.questions) for each in found.lines] == [
        (1, "question", "stem", (0,)),
        (2, "question", "option", (0,)),
        (3, "question", "option", (0,)),
        (4, "question", "option", (0,)),
        (5, "question", "key", (0,)),
        (7, "question", "key", (1,)),
        (8, "noise", "", ()),
        (9, "question", "stem", (2,)),
    ]
    assert len(found.questions) == 3
