"""案例题: a stimulus with items, which are answered in its place."""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction

import pytest

from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import Item, Marking
from quizapp.domain.items import ITEM_TYPES
from tests.samples.item_examples import CASE
from tests.samples.small_items import Findings


def test_a_case_is_not_answered_its_items_are() -> None:
    assert CASE.parts == CASE.asked == CASE.items
    assert CASE.SECRETS == CASE.choices == CASE.left_side == ()
    assert len(CASE.SCHEMES) == 0
    assert CASE.has_key
    assert not dataclasses.replace(CASE, items=(dataclasses.replace(CASE.items[0], key=""),)).has_key  # type: ignore[call-arg]  # a choice has a key
    assert CASE.fraction(("A",), Marking(scheme="", marks=Fraction(1))) is None
    assert CASE.key_response() is None
    assert CASE.describe(("A",), ()) == ""
    with pytest.raises(InvalidAnswer, match="answer-to-case"):
        CASE.parse("A", ())


def test_a_case_is_named_by_any_of_its_items() -> None:
    assert CASE.is_among({"fr-009"})
    assert CASE.is_among({"fr-008"})
    assert not CASE.is_among({"fr-002"})
    assert CASE.with_parts(CASE.items[:1]).parts == CASE.items[:1]


def test_a_case_survives_plain_data_with_its_items() -> None:
    plain = json.loads(json.dumps(to_plain(CASE)))
    assert [part["type"] for part in plain["items"]] == ["single_choice", "essay"]
    assert from_plain(Item, plain) == CASE  # type: ignore[type-abstract]  # the plain data says which type it is


def test_a_case_reads_and_writes_nothing_itself_for_it_knows_no_other_type() -> None:
    report = Findings()
    assert ITEM_TYPES["case"].read({}, "材料", report) == {}
    assert (CASE.written(), report.found) == ({}, [])
