"""Recording what was decided: on the state its maker saw, under the journal's lock, or not at all.

Source: exam-rules, Who may sit (a decision is made on what its maker saw).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.deciding import check_seen
from quizapp.domain.errors import Overtaken

if TYPE_CHECKING:
    from quizapp.domain.decisions import Decision
    from quizapp.services.ports import Home
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.records import AttemptName, CommitteeJournal


class Seen(NamedTuple):
    """What somebody has before them when they decide."""

    head: str
    """Of the paper's committee journal."""
    copy: str = ""
    """The last hash of the attempt's own journal, where one is decided about: a longer copy may be collected."""

    def check(self, one: RecordedAttempt) -> None:
        """Refuse to decide about another copy of an attempt than was looked at. Raises Overtaken."""
        if self.copy and self.copy != one.head:
            raise Overtaken("copy-since", attempt=one.id)


def seen_now(home: Home, paper: str, name: AttemptName | None = None) -> Seen:
    """Return what whoever looks at a paper now, or at one of its attempts, will have seen.

    It is asked before anything else is read: what is decided while that is read was not seen. Raises MachineRefused.
    """
    head = home.decisions.journal(paper).head
    return Seen(head, home.journals.read(name).head if name is not None else "")


def record(
    home: Home, paper: str, seen: Seen | None, make: Callable[[CommitteeJournal], Sequence[Decision]]
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
