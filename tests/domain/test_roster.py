"""Who is in the class: a fold, and the numbers and names that look alike."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.candidate import Candidate, Left, Returned, RosterFact, near_ids, roll
from tests.samples.workplace import NINE

HOUR = timedelta(hours=1)
ZHANG, LI = Candidate(id="1", name="张三"), Candidate(id="2", name="李四")


def left(id: str) -> Left:
    return Left(candidate=id, by="王班长", why="退学")


def test_who_left_is_not_in_the_class_and_was() -> None:
    found = roll([(NINE, ZHANG), (NINE, LI), (NINE + HOUR, left("1"))])
    assert (found.present, found.everybody) == ((LI,), (ZHANG, LI))
    assert found.left["1"] == (NINE + HOUR, left("1"))


def test_being_brought_in_again_brings_nobody_back_and_returning_does() -> None:
    other = Candidate(id="1", name="张三", unit="办公室")
    facts: list[tuple[datetime, RosterFact]] = [(NINE, ZHANG), (NINE, left("1")), (NINE + HOUR, other)]
    assert roll(facts).present == ()
    back = Returned(candidate="1", by="王班长", why="重新报到")
    assert roll([*facts, (NINE + HOUR, back)]).present == (other,)


def test_the_names_that_count_are_those_from_then_on() -> None:
    found = roll([(NINE, Candidate(id="1", name=name)) for name in ("甲",)])
    assert found.names_since("1", NINE - HOUR) == {"甲"}
    facts = [(NINE + HOUR * hour, Candidate(id="1", name=name)) for hour, name in enumerate("甲乙丙")]
    assert roll(facts).names_since("1", NINE + HOUR) == {"乙", "丙"}
    assert roll(facts).names_since("1", NINE + HOUR + HOUR / 2) == {"乙", "丙"}
    assert roll(facts).names_since("2", NINE) == frozenset()


@pytest.mark.parametrize(
    ("id", "known", "near"),
    [
        ("1001", ["001001", "1002"], ("001001",)),
        ("００１００１", ["001001"], ("001001",)),
        ("001001", ["1001"], ("1001",)),
        ("a 1", ["A1"], ("A1",)),
        ("1010", ["1001", "1100"], ("1001", "1100")),
        ("0021", ["12", "21"], ("21",)),
        ("12", ["12", "012"], ()),
        ("7", ["8", "70"], ()),
        ("1234", ["4321", "1243"], ("1243",)),
    ],
)
def test_a_number_that_nobody_has_is_near_those_it_may_be_meant_for(
    id: str, known: list[str], near: tuple[str, ...]
) -> None:
    assert near_ids(id, known) == near


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=8))
def test_near_numbers_are_known_ones_and_few(id: str, known: list[str]) -> None:
    found = near_ids(id, known)
    assert len(found) <= 3
    assert set(found) <= set(known) - {id}
