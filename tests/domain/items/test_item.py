"""What all items have: defaults, and which scheme marks them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.item import LETTERS
from tests.samples.item_examples import EXAMPLES
from tests.samples.small_items import blanks, multiple, single, true_false


@pytest.mark.parametrize(
    ("wanted", "written", "used"),
    [
        ("", "", "all_or_nothing"),
        ("", "half", "half"),
        ("partial", "half", "partial"),
        ("partial", "", "partial"),
        # a section's scheme that this type does not know leaves the item its own
        ("per_blank", "half", "half"),
        ("per_blank", "", "all_or_nothing"),
        ("", "per_blank", "all_or_nothing"),
    ],
)
def test_a_sections_scheme_goes_before_the_authors_where_the_type_knows_it(
    wanted: str, written: str, used: str
) -> None:
    assert replace(multiple(), marking=written).scheme(wanted) == used


def test_each_type_has_the_default_scheme_of_the_contract() -> None:
    assert {kind: example.item.scheme("") for kind, example in EXAMPLES.items()} == {
        "single_choice": "all_or_nothing",
        "multiple_choice": "all_or_nothing",
        "true_false": "all_or_nothing",
        "fill_blank": "per_blank",
        "numeric": "all_or_nothing",
        "ordering": "all_or_nothing",
        "matching": "per_pair",
        "classification": "per_cell",
        "text_correction": "found_and_mended",
        "essay": "rubric",
    }


def test_choices_are_what_a_form_may_put_in_another_order() -> None:
    assert single(options=("甲", "乙", "丙")).choices == ("甲", "乙", "丙")
    assert multiple(options=("甲", "乙", "丙")).choices == ("甲", "乙", "丙")
    assert true_false().choices == ()
    assert blanks("甲").choices == ()


def test_only_choices_and_true_false_are_penalised() -> None:
    penalised = [kind for kind, example in EXAMPLES.items() if example.item.PENALISABLE]
    assert penalised == ["single_choice", "multiple_choice", "true_false"]


def test_an_item_is_worth_one_mark_and_ready_unless_it_says_otherwise() -> None:
    item = single()
    assert (item.marks, item.status, item.keep_order, item.option_marks) == (Fraction(1), "ready", False, None)


def test_there_are_26_letters() -> None:
    assert "".join(chr(ord("A") + place) for place in range(26)) == LETTERS
