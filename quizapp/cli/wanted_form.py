"""Which of a paper's forms is meant."""

from __future__ import annotations

from quizapp.domain.errors import CalledWrongly
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Paper
from quizapp.services.workplace import Workplace


def wanted_letter(place: Workplace, paper: Paper, letter: str, candidate: str) -> str:
    """Return which form is meant. Raises CalledWrongly, and Refused for a candidate whom the roster does not have."""
    from quizapp.services.fixing import letter_for
    from quizapp.services.people import check_known

    if candidate:
        check_known(place.home, candidate)
        return letter_for(paper, candidate)
    if paper.per_candidate:
        raise CalledWrongly("draw-needs-candidate", paper=paper.title)
    if letter and letter not in LETTERS[: paper.forms]:
        raise CalledWrongly(
            "draw-form-unknown", paper=paper.title, form=letter, forms="、".join(LETTERS[: paper.forms])
        )
    return letter or "A"


def wanted_letters(place: Workplace, paper: Paper, letter: str, candidate: str) -> tuple[str, ...]:
    """Return the forms that are meant: all of them where none is named. Raises CalledWrongly, Refused."""
    if letter or candidate or paper.per_candidate:
        return (wanted_letter(place, paper, letter, candidate),)
    return tuple(LETTERS[: paper.forms])
