"""The activity log on disk: log.jsonl, a chain, so that a line taken out shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp.domain.attempt.moment import Moment
from quizapp.stores.chain import Entry

if TYPE_CHECKING:
    from quizapp.services.records import Exchange
    from quizapp.stores.files.shared_chain import SharedChain


class FileLog:
    """The log of one data folder."""

    def __init__(self, lines: SharedChain) -> None:
        self._lines = lines

    def record(self, at: datetime, what: str, who: str, values: Mapping[str, str]) -> None:
        """Append a line, on disk. Raises MachineRefused."""
        self._lines.extend(lambda _: (_line(at, what, who, values),))


def put_back_line(file: str, exchange: Exchange) -> Entry:
    """Return the line that tells of lines which went missing from a file of the class, and were put back."""
    values = {"file": file, "found": exchange.found, "lines": f"{exchange.lines}", "kept": exchange.kept}
    # Nobody asked for it, so nobody said when: it is when the program noticed.
    return _line(datetime.now(UTC), "file-put-back", "", values)


def _line(at: datetime, what: str, who: str, values: Mapping[str, str]) -> Entry:
    return Entry(when=Moment(at=at), kind=what, data={"who": who, "values": dict(values)})
