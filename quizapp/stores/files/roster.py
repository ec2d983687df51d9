"""The class on disk: candidates.jsonl, one line for each person brought in or brought up to date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from quizapp.domain.attempt.moment import Moment
from quizapp.domain.candidate import Candidate
from quizapp.plain import from_plain, to_plain
from quizapp.stores.chain import Entry
from quizapp.stores.files.shared_chain import SharedChain

_KIND = "candidate"


class FileRoster:
    """The roster of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def candidates(self) -> tuple[Candidate, ...]:
        """Everybody, in the order they were first brought in. Raises MachineRefused where the file was altered."""
        return tuple(_by_id(self._lines.entries()).values())

    def record(self, candidates: Sequence[Candidate], at: datetime) -> None:
        """Add these or bring them up to date, by id, on disk. Raises MachineRefused, nobody recorded."""

        def changed(entries: Sequence[Entry]) -> Sequence[Entry]:
            known = _by_id(entries)
            fresh = [one for one in candidates if known.get(one.id) != one]
            return [Entry(when=Moment(at=at), kind=_KIND, data=to_plain(one)) for one in fresh]

        self._lines.extend(changed)


def _by_id(entries: Iterable[Entry]) -> dict[str, Candidate]:
    everybody = (from_plain(Candidate, dict(entry.data)) for entry in entries if entry.kind == _KIND)
    return {one.id: one for one in everybody}
