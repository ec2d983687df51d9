"""The activity log on disk: log.jsonl, a chain, so that a line taken out shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from quizapp.domain.attempt.moment import Moment
from quizapp.stores.chain import Entry
from quizapp.stores.files.shared_chain import SharedChain


class FileLog:
    """The log of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Append a line, on disk. Raises MachineRefused."""
        entry = Entry(when=Moment(at=at), kind=what, data={"who": who, "values": dict(values)})
        self._lines.extend(lambda _: (entry,))
