"""案例题: a stimulus with items, which are answered in its place."""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction

import pytest

from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import Item, Marking, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.case import Case, Stage
from tests.samples.item_examples import CASE
from tests.samples.judgement_items import UNFOLDING
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


def test_an_unfolding_case_tells_beside_each_part_what_is_told_by_then() -> None:
    assert [UNFOLDING.stage_of(part) for part in range(3)] == [0, 1, 1]
    assert [UNFOLDING.material_for(part) for part in range(3)] == [
        "九点，县里来电。",
        "九点，县里来电。\n\n十点半，传来文件。",
        "九点，县里来电。\n\n十点半，传来文件。",
    ]
    assert [(stimulus, [part.id for part in parts]) for stimulus, parts in UNFOLDING.staged] == [
        ("九点，县里来电。", ["j-101"]),
        ("十点半，传来文件。", ["j-102", "j-103"]),
    ]


def test_a_case_told_at_once_has_one_stage_for_all() -> None:
    assert [CASE.stage_of(part) for part in range(2)] == [0, 0]
    assert [CASE.material_for(part) for part in range(2)] == [CASE.stem, CASE.stem]
    assert CASE.staged == CASE.items[0].staged == ()
    assert (CASE.items[0].stage_of(0), CASE.items[0].material_for(0)) == (0, "")


def test_parts_that_are_left_keep_their_stages() -> None:
    left = UNFOLDING.with_parts(UNFOLDING.items[1:])
    assert isinstance(left, Case)
    assert [stage.size for stage in left.stages] == [0, 2]
    assert [left.stage_of(part) for part in range(2)] == [1, 1]
    assert left.material_for(0) == UNFOLDING.stem
    named = tuple(dataclasses.replace(part, id=f"x-{part.id}") for part in UNFOLDING.items)
    renamed = UNFOLDING.with_parts(named)
    assert isinstance(renamed, Case)
    assert (renamed.items, renamed.stages) == (named, UNFOLDING.stages)


def test_stages_are_read_as_what_they_tell_and_how_much_they_ask() -> None:
    one: Value = {"stimulus": "九点。", "items": [{}]}
    two: Value = {"stimulus": "十点。", "items": [{}, {}]}
    read = Case.read({"stages": [one, two]}, "", Findings())
    assert read == {"stages": (Stage(stimulus="九点。", size=1), Stage(stimulus="十点。", size=2))}
    for wrong in ([one], [one] * 7):
        report = Findings()
        assert Case.read({"stages": [*wrong]}, "", report) is None
        assert report.codes == ["stage-count"]
