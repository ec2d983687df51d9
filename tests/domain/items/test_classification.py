"""归类题: entries by number, each with a letter for every column."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Response, Value
from quizapp.domain.items.classification import Classification
from tests.samples.small_items import Findings, marking, unhurried

COLUMNS: dict[str, Value] = {"缓急": ["急件", "平件", "退回"], "去向": ["局长", "综合科"]}
BASKET = Classification(
    id="b-1",
    stem="定缓急和去向",
    columns=(("缓急", ("急件", "平件", "退回")), ("去向", ("局长", "综合科"))),
    entries=("甲", "乙", "丙", "丁"),
    key=("A", "B", "C", "B", "A", "A", "B", "A"),
)
ONE_COLUMN = Classification(
    id="b-2",
    stem="定缓急",
    columns=(("缓急", ("急件", "平件", "退回")),),
    entries=("甲", "乙", "丙"),
    key=("A", "C", "B"),
)


def entry(text: str, *key: str) -> Value:
    return {"text": text, "key": list(key)}


def read(columns: Value, entries: Value, report: Findings | None = None) -> dict[str, object] | None:
    return Classification.read({"columns": columns, "entries": entries}, "归类", report or Findings())


def codes(columns: Value, entries: Value) -> list[tuple[object, str]]:
    report = Findings()
    read(columns, entries, report)
    return [(path, code) for path, code, _ in report.found]


TWO = [entry("甲", "急件", "综合科"), entry("乙", "退回", "局长")]


def test_an_entry_has_a_value_of_each_column_which_are_lettered_in_their_order() -> None:
    assert read(COLUMNS, TWO) == {
        "columns": (("缓急", ("急件", "平件", "退回")), ("去向", ("局长", "综合科"))),
        "entries": ("甲", "乙"),
        "key": ("A", "B", "C", "A"),
    }


@pytest.mark.parametrize("columns", [{}, "缓急", ["缓急"], {f"栏{n}": ["甲", "乙"] for n in range(5)}])
def test_there_are_one_to_four_columns(columns: Value) -> None:
    assert codes(columns, TWO) == [(("columns",), "columns-count")]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (["急件"], "column-values"),
        ("急件", "column-values"),
        ([f"值{n}" for n in range(9)], "column-values"),
        (["急件", ""], "column-value-not-text"),
        (["急件", ["平件"]], "column-value-not-text"),
        (["急件", "平件", "急件"], "column-value-twice"),
    ],
)
def test_a_column_has_two_to_eight_texts_that_differ(values: Value, code: str) -> None:
    assert codes({"去向": ["局长", "综合科"], "缓急": values}, TWO) == [(("columns", "缓急"), code)]


@pytest.mark.parametrize("entries", [[], TWO[:1], [entry("甲", "急件", "局长")] * 13, "甲"])
def test_there_are_two_to_twelve_entries(entries: Value) -> None:
    assert codes(COLUMNS, entries) == [(("entries",), "entries-count")]


def test_a_key_that_does_not_fit_the_columns_is_told_where_it_stands_with_what_may_be_written() -> None:
    report = Findings()
    assert (
        read(COLUMNS, [entry("甲", "急件"), entry("乙", "加急", "局长"), entry("丙", "平件", "局长")], report) is None
    )
    assert report.found == [
        (("entries", 0, "key"), "entry-key-count", {"number": 1, "given": 1, "columns": 2}),
        (
            ("entries", 1, "key"),
            "entry-key-unknown",
            {"number": 2, "column": "缓急", "value": "加急", "choices": "急件 平件 退回"},
        ),
    ]


@pytest.mark.parametrize(
    ("values", "is_sorted"),
    [
        ("急急平退", True),
        ("平平平急", True),
        ("急急急急", True),
        ("急平急退", False),
        ("急急平", False),
        ("急平退机", False),
    ],
)
def test_entries_that_stand_sorted_by_their_first_column_are_warned_of(values: str, is_sorted: bool) -> None:
    columns: Value = {"缓急": ["急", "平", "退", "机"]}
    found = codes(columns, [entry(f"第{n}份", value) for n, value in enumerate(values)])
    assert found == ([(("entries",), "entries-sorted")] if is_sorted else [])


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("1AB 2CA", ("A", "B", "C", "A")),
        ("1ab，2ca", ("A", "B", "C", "A")),
        ("１ＡＢ　２ＣＡ", ("A", "B", "C", "A")),
        ("1AB2CA", ("A", "B", "C", "A")),
        ("1.AB；2：CA", ("A", "B", "C", "A")),
        ("2CA 1AB", ("A", "B", "C", "A")),
        ("AB CA", ("A", "B", "C", "A")),
        ("AB，CA；", ("A", "B", "C", "A")),
        ("2-A", ("", "", "", "A")),
        ("3B-", ("", "", "", "", "B")),
        ("-- AB", ("", "", "A", "B")),
        ("1--", ()),
        ("--", ()),
        ("?", INVALID),
        ("？", INVALID),
    ],
)
def test_entries_are_typed_by_number_or_in_turn(typed: str, response: Response) -> None:
    assert BASKET.parse(typed, ()) == response


@pytest.mark.parametrize("typed", ["ACB", "A C，B", "1A 2C 3B", "acb", "1A2C3B"])
def test_one_column_needs_no_parting(typed: str) -> None:
    assert ONE_COLUMN.parse(typed, ()) == ("A", "C", "B")


@pytest.mark.parametrize(
    ("typed", "code", "named"),
    [
        ("1D-", "answer-value-unknown", {"number": 1, "column": "缓急", "letter": "D", "last": "C"}),
        ("AB AC", "answer-value-unknown", {"number": 2, "column": "去向", "letter": "C", "last": "B"}),
        ("5AB", "answer-entry-unknown", {"number": "5", "last": 4}),
        ("0AB", "answer-entry-unknown", {"number": "0", "last": 4}),
        ("9" * 5000 + "AB", "answer-entry-unknown", {"number": "9" * 5000, "last": 4}),
        ("1AB 1CA", "answer-entry-twice", {"number": 1}),
        ("1A", "answer-cells-count", {"number": 1, "given": 1, "columns": 2, "letters": "A"}),
        ("1", "answer-cells-count", {"number": 1, "given": 0, "columns": 2, "letters": ""}),
        ("ABCA", "answer-cells-count", {"number": 1, "given": 4, "columns": 2, "letters": "ABCA"}),
        ("AB AB AB AB AB", "answer-too-many-entries", {"given": 5, "entries": 4}),
        ("1AB CA", "answer-not-entries", {"answer": "1AB CA"}),
        ("A1", "answer-not-entries", {"answer": "A1"}),
        ("甲乙", "answer-value-unknown", {"number": 1, "column": "缓急", "letter": "甲", "last": "C"}),
    ],
)
def test_what_does_not_fit_the_table_is_refused_and_named(typed: str, code: str, named: dict[str, object]) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        BASKET.parse(typed, ())
    assert (refused.value.code, dict(refused.value.values)) == (code, named)


@pytest.mark.parametrize(
    ("typed", "per_cell", "per_entry", "whole"),
    [
        ("1AB 2CB 3AA 4BA", 1, 1, 1),
        ("1AB 2CB 3AA", Fraction(6, 8), Fraction(3, 4), 0),
        ("1AA 2CA 3BA 4AA", Fraction(4, 8), 0, 0),
        ("1AA 2CB", Fraction(3, 8), Fraction(1, 4), 0),
        ("1-B 4B-", Fraction(2, 8), 0, 0),
        ("1BA", 0, 0, 0),
        ("?", 0, 0, 0),
        ("", 0, 0, 0),
    ],
)
def test_cells_count_or_whole_entries_or_all(
    typed: str, per_cell: Fraction | int, per_entry: Fraction | int, whole: int
) -> None:
    earned = [
        BASKET.fraction(BASKET.parse(typed, ()), marking(scheme))
        for scheme in ("per_cell", "per_entry", "all_or_nothing")
    ]
    assert earned == [per_cell, per_entry, whole]


def test_a_response_is_described_by_number_with_a_dash_for_an_open_cell() -> None:
    assert BASKET.describe(("A", "B", "", "", "", "A"), ()) == "1AB 3-A"
    assert (BASKET.describe((), ()), BASKET.describe(INVALID, ())) == ("", "?")


def test_a_question_tells_its_entries_on_the_left_and_its_columns_beneath_the_stem() -> None:
    assert BASKET.left_side == ("甲", "乙", "丙", "丁")
    assert BASKET.exhibit == ("缓急  A 急件  B 平件  C 退回", "去向  A 局长  B 综合科")
    assert BASKET.choices == ()


def test_only_letters_that_a_cell_has_could_be_given() -> None:
    assert all(map(BASKET.could_be_given, [(), INVALID, ("A", "B"), ("", "", "C"), BASKET.key]))
    assert not any(map(BASKET.could_be_given, [("D",), ("A", "C"), (*BASKET.key, "A"), ("甲",)]))


def test_a_key_is_given_as_a_whole() -> None:
    other = ("B", "B", "C", "B", "A", "A", "B", "A")
    assert BASKET.keyed(other) == replace(BASKET, key=other)
    assert BASKET.accepting(other) == replace(BASKET, key=other)
    for partly in ((), other[:-1], ("", *other[1:]), ("D", *other[1:]), INVALID):
        assert BASKET.keyed(partly) is None


def test_each_cell_is_right_by_itself() -> None:
    assert BASKET.answer_table == (("甲", "乙", "丙", "丁"), ("缓急", "去向"))
    assert BASKET.right_cells(("A", "A", "C")) == (True, False, True, False, False, False, False, False)
    assert BASKET.right_cells(BASKET.key) == (True,) * 8


@unhurried
@given(cells=st.lists(st.sampled_from(["", "A", "B", "C"]), max_size=8).map(tuple))
def test_whatever_is_given_can_be_described_and_typed_back_and_counts_its_cells(cells: Response) -> None:
    typed = BASKET.describe(cells, ())
    if not BASKET.could_be_given(cells):
        return
    response = BASKET.parse(typed, ())
    assert (*response, *[""] * (8 - len(response))) == (*cells, *[""] * (8 - len(cells)))
    assert BASKET.fraction(response, marking("per_cell")) == Fraction(sum(BASKET.right_cells(response)), 8)


@unhurried
@given(data=st.data())
def test_an_author_gets_back_what_was_written(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from("缓急去向份次"), min_size=1, max_size=4, unique=True))
    columns = tuple((name, tuple(f"{name}{n}" for n in range(data.draw(st.integers(2, 8))))) for name in names)
    entries = data.draw(st.integers(2, 12))
    key = tuple(data.draw(st.sampled_from("ABCDEFGH"[: len(values)])) for _ in range(entries) for _, values in columns)
    item = Classification(
        id="x", stem="归类", columns=columns, entries=tuple(f"第{n}份" for n in range(entries)), key=key
    )
    found = Classification.read(item.written(), "归类", Findings())
    assert found is not None
    assert cast(Response, found["key"]) == key
    assert found == {"columns": columns, "entries": item.entries, "key": key}
