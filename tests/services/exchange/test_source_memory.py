"""Whose a difference is: what a source says now, what it said last time, and what the bank says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.item import Value
from quizapp.reading.exchange.source_question import SourceQuestion, SourceReading
from quizapp.services.exchange.import_plan import Import, KnownItem, plan_import
from quizapp.services.exchange.source_memory import ImportWishes, SourceRecord, Take, digest, gone

BASE: Mapping[str, Value] = {"type": "true_false", "stem": "可以。", "key": "对", "difficulty": "easy"}


def record_of(fields: Mapping[str, Value], source: str = "题.txt") -> SourceRecord:
    return SourceRecord(source, {name: digest(value) for name, value in fields.items()})


def planned(
    says: Mapping[str, Value],
    stands: Mapping[str, Value],
    base: Mapping[str, Value] | None = BASE,
    take: Take = "",
    **wishes: object,
) -> Import:
    """Return what becomes of one question that the bank has."""
    known = KnownItem("a-1", {"id": "a-1", **stands}, record=None if base is None else record_of(base))
    reading = SourceReading((SourceQuestion(1, "", says),))
    return plan_import(reading, [known], iter(["a-2"]), wishes=ImportWishes("题.txt", take, **wishes))  # type: ignore[arg-type]  # named by tests


def changed(**fields: Value) -> dict[str, Value]:
    return {**BASE, **fields}


@pytest.mark.parametrize(
    ("says", "stands", "outcome"),
    [
        (BASE, BASE, "same"),
        (BASE, changed(key="错"), "kept"),
        (changed(key="错"), BASE, "changed"),
        (changed(key="错"), changed(key="错"), "same"),
        (changed(key="错"), changed(stem="可 以吗。"), "disputed"),
        (changed(difficulty="hard"), changed(key="错"), "changed"),
        (changed(difficulty="hard"), changed(difficulty="medium"), "disputed"),
        (changed(rationale="见讲义"), BASE, "changed"),
        (changed(rationale="见讲义"), changed(rationale="见第一讲"), "disputed"),
        (BASE, changed(rationale="见第一讲"), "same"),
        (changed(source="第 3 页"), changed(source="第 4 页"), "disputed"),
    ],
)
def test_each_difference_is_whose_it_is(says: dict[str, Value], stands: dict[str, Value], outcome: str) -> None:
    (each,) = planned(says, stands).brought
    assert each.outcome == outcome
    assert each.id == "a-1"
    assert bool(each.changes) == (outcome == "changed")
    assert bool(each.disputes) == (outcome == "disputed")


def test_a_bank_that_remembers_nothing_is_asked_of_each_difference() -> None:
    for says in (changed(key="错"), changed(rationale="见讲义")):
        assert planned(says, BASE, None).brought[0].outcome == "disputed"
    assert planned(BASE, BASE, None).brought[0].record == record_of(BASE)


def test_what_is_undecided_is_remembered_as_it_was_and_the_rest_as_it_is() -> None:
    says = changed(key="错", difficulty="hard")
    (each,) = planned(says, changed(stem="可以吗。")).brought
    assert [change.field for change in each.changes] == ["difficulty"]
    assert each.record == record_of(changed(difficulty="hard"))
    assert planned(says, BASE, None).brought[0].record is None


@pytest.mark.parametrize("take", ["source", "bank"])
def test_who_decided_takes_all_of_it_or_nothing(take: Take) -> None:
    says = changed(key="错", difficulty="hard")
    (each,) = planned(says, changed(stem="可以吗。"), take=take).brought
    assert each.disputes == ()
    assert each.record == record_of(says)
    if take == "bank":
        assert (each.outcome, each.changes) == ("kept", ())
    else:
        assert each.fields == {"id": "a-1", **says}


def test_a_question_mended_after_it_was_read_is_remembered_as_its_source_has_it() -> None:
    mended = changed(key="错")
    (each,) = planned(mended, BASE, None, "source", said={0: BASE}).brought
    assert each.fields["key"] == "错"
    assert each.record == record_of(BASE)
    # The source says still what it said: what was mended stands.
    assert planned(BASE, mended).brought[0].outcome == "kept"


def test_a_retired_item_stays_retired_and_is_not_missed() -> None:
    retired = changed(status="retired")
    (each,) = planned(changed(key="错"), retired).brought
    assert each.fields["status"] == "retired"
    known = KnownItem("a-1", {"id": "a-1", **retired}, record=record_of(BASE))
    reading = SourceReading(())
    assert plan_import(reading, [known], iter(()), wishes=ImportWishes("题.txt")).gone == ()
    there = known._replace(fields=BASE)
    assert plan_import(reading, [there], iter(()), wishes=ImportWishes("题.txt")).gone == ("a-1",)


def test_what_is_left_out_is_not_missed() -> None:
    left = (SourceQuestion(1, "", BASE),)
    known = KnownItem("a-1", BASE, record=record_of(BASE))
    assert plan_import(SourceReading(()), [known], iter(()), wishes=ImportWishes("题.txt", left=left)).gone == ()


def test_only_what_is_of_this_source_is_missed() -> None:
    records = {
        id: record_of({"stem": id}, source) for id, source in (("a", "一"), ("b", "一"), ("c", "一"), ("d", "二"))
    }
    assert list(gone(records, frozenset({"a", "b"}), frozenset(), "新名")) == ["c"]
    assert list(gone(records, frozenset({"a"}), frozenset(), "新名")) == []
    assert list(gone(records, frozenset(), frozenset({digest("a")}), "一")) == ["b", "c"]


_VALUES = st.recursive(
    st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
)


@given(_VALUES, _VALUES)
def test_equal_values_have_equal_digests_and_others_have_not(one: Value, other: Value) -> None:
    assert (digest(one) == digest(other)) == (one == other)
