"""Recording what was decided: on the state its maker saw, under the journal's lock, or not at all.

Which attempt a decision is about is found here too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.decisions.decision_rules import check_seen
from quizapp.domain.errors import CalledWrongly, Overtaken

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName, CommitteeJournal


class SeenJournal(NamedTuple):
    """What somebody has before them when they decide."""

    head: str
    """Of the paper's committee journal."""
    copy: str = ""
    """The last hash of the attempt's own journal, where one is decided about: a longer copy may be collected."""

    def check(self, one: RecordedAttempt) -> None:
        """Refuse to decide about another copy of an attempt than was looked at. Raises Overtaken."""
        if self.copy and self.copy != one.head:
            raise Overtaken("copy-since", attempt=one.id)


def seen_now(home: Home, paper: str, name: AttemptName | None = None) -> SeenJournal:
    """Return what whoever looks at a paper now, or at one of its attempts, will have seen.

    It is asked before anything else is read: what is decided while that is read was not seen. Raises MachineRefused.
    """
    head = home.decisions.journal(paper).head
    return SeenJournal(head, home.journals.read(name).head if name is not None else "")


def record(
    home: Home, paper: str, seen: SeenJournal | None, make: Callable[[CommitteeJournal], Sequence[Decision]]
) -> CommitteeJournal:
    """Record what `make` decides on what stands; return what stands just after.

    Without `seen` the maker is a command that decides on what stands at that moment. Raises Overtaken where something
    of what it is about was decided since `seen`, what `make` does, and MachineRefused; then nothing is recorded.
    """

    def decided(journal: CommitteeJournal) -> Sequence[Decision]:
        head = journal.head if seen is None else seen.head
        since = journal.since(head)
        if since is None:
            # A copy of the folder was put back meanwhile: nothing that was looked at is known to stand.
            raise Overtaken("journal-since")
        new = make(journal)
        check_seen(new, since)
        return [replace(one, seen=head) for one in new]

    return home.decisions.decide(paper, decided)


def find_attempt(home: Home, wanted: str) -> AttemptName:
    """Return the attempt of that id, or the only one whose id begins so. Raises CalledWrongly."""
    wanted = wanted.strip().upper()
    names = home.journals.names()
    found = [name for name in names if name.attempt == wanted]
    if not found and wanted:
        found = [name for name in names if name.attempt.startswith(wanted)]
    if not found:
        raise CalledWrongly("unknown-attempt", attempt=wanted)
    if len(found) > 1:
        raise CalledWrongly("attempt-ambiguous", wanted=wanted, count=len(found))
    return found[0]
