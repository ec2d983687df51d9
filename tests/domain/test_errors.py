"""Errors carry a code and values, and stand in one tree."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import (
    AttemptBusy,
    CalledWrongly,
    Fault,
    Faulty,
    InvalidAnswer,
    MachineRefused,
    QuizError,
    Refused,
)


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        (Refused, QuizError),
        (Faulty, Refused),
        (InvalidAnswer, Refused),
        (CalledWrongly, QuizError),
        (MachineRefused, QuizError),
        (AttemptBusy, MachineRefused),
    ],
)
def test_an_error_is_caught_as_what_it_stands_under(kind: type[QuizError], above: type[QuizError]) -> None:
    assert issubclass(kind, above)
    assert not issubclass(above, kind)


def test_an_error_has_a_code_and_values_and_shows_both() -> None:
    error = Refused("paper-closed", paper="结业考试")
    assert (error.code, error.values) == ("paper-closed", {"paper": "结业考试"})
    assert "paper-closed" in str(error)
    assert "结业考试" in str(error)


def test_faulty_carries_all_its_faults() -> None:
    faults = (Fault(file="a.yaml", code="one"), Fault(file="b.yaml", code="two"))
    assert Faulty(faults).faults == faults
    assert Faulty(faults).code == "faulty"
    error = Faulty(faults, "bank-faulty", bank="needs")
    assert (error.code, error.values) == ("bank-faulty", {"bank": "needs"})
