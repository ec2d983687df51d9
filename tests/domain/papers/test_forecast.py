"""What is expected of forms before anybody has sat them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from quizapp.domain.item import Difficulty
from quizapp.domain.papers.forms import compare, facility_forecast, forecast, form
from quizapp.domain.papers.paper import Form
from tests.samples.drawing_pool import bank, choice, fixing, paper

POOL = (
    bank(choice("e", difficulty="easy"), choice("m", difficulty="medium"), choice("h", difficulty="hard"), choice("n")),
)


def of(*sections: tuple[tuple[str, ...], int], letter: str = "A") -> Form:
    """Return a form of these items with their marks."""
    asked = [replace(fixing(*ids, title=str(at)), marks=Fraction(marks)) for at, (ids, marks) in enumerate(sections)]
    return form(paper(*asked), POOL, letter=letter)


@pytest.mark.parametrize(("level", "least", "most"), [("easy", 3, 4), ("medium", 2, 3), ("hard", 0, 2)])
def test_a_difficulty_stands_for_the_middle_of_what_it_forecasts(level: Difficulty, least: int, most: int) -> None:
    assert facility_forecast(level) == Fraction(least + most, 8)


def test_items_without_a_difficulty_forecast_nothing() -> None:
    assert facility_forecast("") is None
    told = forecast(of((("n",), 2)))
    assert (told.facility, told.expected_score) == (None, None)


def test_facility_is_weighed_by_marks() -> None:
    told = forecast(of((("e",), 3), (("h",), 1)))
    assert told.facility == (3 * Fraction(7, 8) + Fraction(1, 4)) / 4
    assert told.expected_score == 3 * Fraction(7, 8) + Fraction(1, 4)
    assert told.levels == (("easy", 1), ("medium", 0), ("hard", 1), ("", 0))


def test_a_question_without_difficulty_is_taken_to_be_as_hard_as_the_others() -> None:
    told = forecast(of((("e", "m"), 1), (("n",), 2)))
    assert told.facility == Fraction(3, 4)
    assert told.expected_score == 3
    assert told.levels[-1] == ("", 1)


def test_forms_are_compared_by_twos_and_by_their_extremes() -> None:
    forms = [of((("e", "m"), 2)), of((("m", "h"), 2), letter="B"), of((("n", "e"), 2), letter="C")]
    found = compare(forms)
    assert [(overlap.forms, overlap.shared, overlap.share) for overlap in found.overlaps] == [
        (("A", "B"), 1, Fraction(1, 2)),
        (("A", "C"), 1, Fraction(1, 2)),
        (("B", "C"), 0, 0),
    ]
    assert found.facility_difference == Fraction(7, 8) - Fraction(7, 16)
    assert found.score_difference == 4 * (Fraction(7, 8) - Fraction(7, 16))
    assert [told.facility for _, told in found.forms] == [Fraction(3, 4), Fraction(7, 16), Fraction(7, 8)]


def test_where_nothing_is_forecast_nothing_differs() -> None:
    found = compare([of((("n",), 1)), of((("n",), 1), letter="B")])
    assert (found.facility_difference, found.score_difference) == (None, None)
