"""Forms that differ: an item is one item wherever it stands, for those who were asked it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.analysis.analysis import Analysis, analyse
from quizapp.domain.analysis.attempt_rows import AskedItem
from tests.samples.classes.class_of_marks import analysed, form, item, sheet


def turned(one: AskedItem, number: int) -> AskedItem:
    """Return an item at another place."""
    return AskedItem(item=one.item, number=number, marks=one.marks, letters=one.letters, keys=one.keys)


FIRST, SECOND, THIRD = item(1), item(2), item(3)
MARKS = [(1, 0), (1, 1), (0, 0), (0, 1), (1, 1)]


def shuffled() -> Analysis:
    """Return a class of which every second one had the same two items the other way round."""
    straight, crossed = form(FIRST, SECOND), form(turned(SECOND, 1), turned(FIRST, 2))
    return analyse(
        [sheet(crossed, row[::-1]) if place % 2 else sheet(straight, row) for place, row in enumerate(MARKS)]
    )


def test_shuffled_forms_have_the_statistics_of_one_and_no_numbers() -> None:
    found, plain = shuffled(), analysed(MARKS)
    assert found.test == plain.test
    assert [one.item.number for one in found.items] == [None, None]
    for one, other in zip(found.items, plain.items, strict=True):
        for name in ("candidates", "facility", "sd", "discrimination_index", "effective_weight", "upper_lower"):
            assert getattr(one, name) == getattr(other, name), name


def test_where_forms_differ_letters_are_told_as_the_bank_has_them() -> None:
    there = replace(FIRST, order=(1, 0), bank_order=(2, 0, 1))
    other = replace(turned(FIRST, 2), order=(0, 1), bank_order=(2, 0, 1))
    rows = [sheet(form(there, SECOND), (1, 1)), sheet(form(turned(SECOND, 1), other), (0, 1))]
    assert [one.item.order for one in analyse(rows).items] == [(2, 0, 1), ()]
    assert [one.item.order for one in analyse(rows[:1] * 2).items] == [(1, 0), ()]


def drawn() -> Analysis:
    """Return a class of two forms that have their first item in common."""
    left, right = form(FIRST, SECOND), form(FIRST, turned(THIRD, 2))
    rows = [(left, (1, 1)), (left, (0, 0)), (right, (1, 0)), (right, (1, 1)), (right, (0, 1))]
    return analyse([sheet(each, row) for each, row in rows])


def test_an_item_counts_only_for_those_who_were_asked_it() -> None:
    found = drawn()
    assert [(one.item.item, one.item.number, one.candidates) for one in found.items] == [
        ("i-1", 1, 5),
        ("i-2", None, 2),
        ("i-3", None, 3),
    ]
    assert [one.facility for one in found.items] == pytest.approx([3 / 5, 1 / 2, 2 / 3])
    assert [one.intended_weight for one in found.items] == [50, 50, 50]


def test_where_forms_ask_other_items_alpha_goes_by_places_and_no_weight_is_effective() -> None:
    found = drawn()
    assert found.test.alpha == analysed([(1, 1), (0, 0), (1, 0), (1, 1), (0, 1)]).test.alpha
    assert [one.effective_weight for one in found.items] == [None, None, None]


def test_forms_of_different_length_have_no_alpha() -> None:
    rows = [sheet(form(FIRST, SECOND), (1, 1)), sheet(form(FIRST), (0,)), sheet(form(FIRST, SECOND), (1, 0))]
    assert analyse(rows).test.alpha is None


def test_an_item_that_is_worth_more_on_one_form_is_measured_by_what_could_be_earned() -> None:
    rows = [sheet(form(item(1, 2)), (2,)), sheet(form(item(1, 4)), (1,))]
    assert analyse(rows).items[0].facility == 0.5


def test_keys_that_forms_differ_in_all_count() -> None:
    one, other = (item(1, keys=[key], letters="ABC") for key in "AB")
    rows = [sheet(form(one), (1,), [("A",)]), sheet(form(other), (1,), [("B",)])]
    assert [option.is_key for option in analyse(rows).items[0].options] == [True, True, False]
