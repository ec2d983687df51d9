"""The class on disk: candidates.jsonl, one line for each person brought in or up to date, who left or came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.candidate import Candidate
from quizapp.domain.roster import Left, Returned, Roll, roll
from quizapp.plain import from_plain, to_plain
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.domain.roster import RosterFact
    from quizapp.stores.files.shared_chain import SharedChain

_KIND = "candidate"
_MOVES: dict[str, type[Left | Returned]] = {Left.KIND: Left, Returned.KIND: Returned}


class FileRoster:
    """The roster of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def candidates(self) -> tuple[Candidate, ...]:
        """Return who is in the class, in the order they were first brought in. Raises MachineRefused if altered."""
        return self.roll().present

    def roll(self) -> Roll:
        """Return everybody, who left, and what they were called. Raises MachineRefused where the file was altered."""
        return roll(_facts(self._lines.entries()))

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id, on disk. Raises MachineRefused, nobody recorded."""

        def changed(entries: Sequence[Entry]) -> Sequence[Entry]:
            known = {one.id: one for one in roll(_facts(entries)).everybody}
            fresh = [one for one in candidates if known.get(one.id) != one]
            return [Entry(when=Moment(at=at), kind=_KIND, data=to_plain(one)) for one in fresh]

        self._lines.extend(changed)

    def move(self, fact: Left | Returned, at: datetime) -> None:
        """Record that somebody left or came back, on disk. Raises MachineRefused."""
        self._lines.extend(lambda _: [Entry(when=Moment(at=at), kind=fact.KIND, data=to_plain(fact))])


def _facts(entries: Iterable[Entry]) -> Iterator[tuple[datetime, RosterFact]]:
    """Give what lines tell; kinds of a later version are passed over."""
    for entry in entries:
        if entry.kind == _KIND:
            yield entry.when.at, from_plain(Candidate, dict(entry.data))
        elif entry.kind in _MOVES:
            yield entry.when.at, from_plain(_MOVES[entry.kind], dict(entry.data))
