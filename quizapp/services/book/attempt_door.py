"""The door to attempts and decisions as recorded: who seldom has any to read loads what they are of only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.attempt.decisions import NoteKind
    from quizapp.domain.decisions.rulings import Rulings
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.book.marked_attempt import MarkedAttempt
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName


def read_attempt(home: Home, name: AttemptName, decided: Rulings | None = None) -> RecordedAttempt:
    """Return an attempt as recorded. Raises CalledWrongly where there is none, MachineRefused."""
    from quizapp.services.book import attempt_record

    return attempt_record.read_attempt(home, name, decided)


def read_marked(home: Home, name: AttemptName, decided: Rulings | None = None) -> MarkedAttempt:
    """Return an attempt with what it earned. Raises as `read_attempt`."""
    from quizapp.services.book.marked_attempt import marked

    return marked(read_attempt(home, name, decided))


def rulings_at(home: Home, paper: str) -> Rulings | None:
    """Return what was decided about a paper; None where nothing was. Raises MachineRefused."""
    if not home.decisions.sizes().get(paper):
        return None
    from quizapp.domain.decisions.rulings import rulings

    return rulings(home.decisions.read(paper))


def note_at(home: Home, paper: str, candidate: str) -> NoteKind:
    """Return how a candidate is noted at a paper by now; none where nobody noted anything, or took it back."""
    decided = rulings_at(home, paper)
    noted = decided.note_of(candidate) if decided else None
    return noted.note if noted else "none"


def pending_corrections(home: Home, papers: Iterable[str]) -> dict[str, int]:
    """Return how many corrections do not hold yet, of the papers that have any. Raises MachineRefused."""
    decided = {paper: rulings_at(home, paper) for paper in sorted(set(papers))}
    return {paper: one.pending_count for paper, one in decided.items() if one is not None and one.pending}
