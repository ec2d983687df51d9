"""A paper that can be drawn, printed and published: its file has no errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Faulty

if TYPE_CHECKING:
    from quizapp.domain.paper import Paper
    from quizapp.services.workplace import Workplace


def usable_paper(place: Workplace, wanted: str) -> Paper:
    """Return the paper's rules. Raises CalledWrongly, and Faulty with what is wrong in its file."""
    sourced = place.library.paper(wanted)
    if sourced.paper is None or sourced.has_errors:
        errors = tuple(fault for fault in sourced.faults if fault.severity == "error")
        raise Faulty(errors, "paper-cannot-be-drawn", paper=sourced.paper.title if sourced.paper else sourced.file)
    return sourced.paper
