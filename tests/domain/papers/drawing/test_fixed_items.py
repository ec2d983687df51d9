"""The items that an author fixed for a section."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.item import Status
from quizapp.domain.papers.selection import fixed_items
from tests.samples.drawing_pool import bank, choice, choices, drawing, fixing, ids

BANK = bank(*choices(4))


def test_fixed_items_stand_in_the_authors_order() -> None:
    found = fixed_items((fixing("i-03", "i-01"), drawing(1), fixing("i-02")), (BANK,), frozenset())
    assert [ids(items) for items in found] == [["i-03", "i-01"], [], ["i-02"]]


def test_ids_are_compared_without_case() -> None:
    assert ids(fixed_items((fixing("I-02"),), (BANK,), frozenset())[0]) == ["i-02"]


def refusal(*ids: str, use_practice: bool = False, excluded: frozenset[str] = frozenset()) -> Refused:
    """Return how these fixed items are refused, of a bank whose last item is a draft."""
    items = bank(*BANK.items, replace(choice("draft-1"), status="draft"), use="practice" if use_practice else "any")
    with pytest.raises(Refused) as caught:
        fixed_items((fixing(*ids),), (items,), excluded)
    return caught.value


def test_an_item_that_no_bank_has_is_refused() -> None:
    error = refusal("i-01", "nowhere")
    assert (error.code, error.values) == ("item-unknown", {"section": "二、指定", "item": "nowhere"})


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_an_item_that_is_not_ready_is_refused(status: Status) -> None:
    with pytest.raises(Refused) as caught:
        fixed_items((fixing("x"),), (bank(replace(choice("x"), status=status)),), frozenset())
    assert caught.value.code == "item-not-ready"
    assert caught.value.values == {"section": "二、指定", "item": "x", "status": status}


def test_an_item_for_practice_is_refused() -> None:
    error = refusal("i-01", use_practice=True)
    assert (error.code, error.values["bank"]) == ("item-for-practice", "roles")


def test_an_item_that_is_kept_out_is_refused() -> None:
    error = refusal("i-01", excluded=frozenset({"i-01"}))
    assert (error.code, error.values["item"]) == ("item-excluded", "i-01")


def test_an_item_fixed_twice_is_refused_however_it_is_written() -> None:
    error = refusal("i-01", "I-01")
    assert (error.code, error.values["item"]) == ("item-twice", "i-01")
