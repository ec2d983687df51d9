"""What a candidate is told of a question that was corrected after the hand-in."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.attempt.decisions import Correction
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.decisions.regrading import regrade
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.results import Result, ReviewedQuestion, result
from tests.samples.classes.corrected_class import DECIDER, put_right, sat

ANSWERS = ["01,张三,C,B,ACD,错,耳目；幕僚"]


def shown(place: Workplace) -> Result:
    (name,) = place.home.journals.names()
    return result(read_attempt(place.home, name), place.clock.read().at)


def reviewed(place: Workplace, number: int) -> ReviewedQuestion:
    return shown(place).questions[number - 1]


def again(place: Workplace) -> None:
    regrade(place, "sample-paper", DECIDER, from_bank=False)


def test_a_corrected_question_says_so_once_the_paper_is_marked_again(tmp_path: Path) -> None:
    place = sat(tmp_path, ANSWERS)
    put_right(place, "1", "key", "C")
    assert (reviewed(place, 1).corrections, reviewed(place, 1).is_right) == ((), False)
    again(place)
    question = reviewed(place, 1)
    assert [one.how for one in question.corrections] == ["key"]
    assert (question.key, question.is_right, question.marks) == (("C",), True, Fraction(2))
    assert all(reviewed(place, number).corrections == () for number in (2, 3, 4, 5))


def test_a_dropped_question_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    place = sat(tmp_path, ANSWERS)
    put_right(place, "1", "drop")
    put_right(place, "2", "drop")
    again(place)
    assert (reviewed(place, 1).is_dropped, reviewed(place, 1).is_right) == (True, None)
    found = shown(place)
    assert (found.full, found.score) == (Fraction(6), Fraction(5))
    assert "四博" in [topic.title for topic in found.topics]
    assert "bo.read" not in [topic.title for topic in found.topics]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (("accept", "accept"), ["accept", "accept"]),
        (("accept", "key"), ["key"]),
        (("drop", "key", "accept"), ["key", "accept"]),
        (("accept", "drop"), ["drop"]),
        (("key", "full"), ["full"]),
    ],
)
def test_only_what_still_holds_of_several_corrections_is_told(
    tmp_path: Path, made: tuple[Correction, ...], told: list[str]
) -> None:
    place = sat(tmp_path, ANSWERS)
    for letter, how in zip("ABC", made, strict=False):
        put_right(place, "1", how, letter)
    again(place)
    assert [one.how for one in reviewed(place, 1).corrections] == told
