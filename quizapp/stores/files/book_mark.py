"""What is known of the score book beside the book: a note that spares reading, never a record.

How far the committee's decisions go that are in it, what its attempts under way stood at, and which attempts are odd,
so that a look need read neither decisions nor journals that did not change. It holds for one very file of the book,
told by size and time; where it is missing or is another file's, all counts as not yet in the book, and is brought in
once more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.domain.attempt.moment import Moment
from quizapp.services.records import Book, Decided, Stamp, Watched
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.writing import write_note

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Note(NamedTuple):
    """What a note says."""

    decided: Mapping[str, Decided]
    watched: Mapping[str, Watched]
    odd: frozenset[str] | None
    """None is not known."""
    is_foreign: bool = False
    """Whether it is of another file than stands there, whose bytes are neither those that were written last nor those
    that were being written.
    """


_NOTHING = Note({}, {}, None)

_RULES = 4
"""Of how decisions are brought into the book: what an earlier version noted does not hold for this one's rules."""


class BookMark:
    """The note of one data folder."""

    def __init__(self, book: Path, disk: Disk) -> None:
        self._book = book
        self._file = book.parent / "cache" / "decided.json"
        self._disk = disk

    def read(self) -> Note:
        """Return what is known of the book as it stands."""
        try:
            kept = json.loads(self._file.read_bytes())
            papers = {name: Decided(*pair) for name, pair in kept["papers"].items()}
            watched = {attempt: _watched(row) for attempt, row in kept["attempts"].items()}
            if kept["book"] != self._stamp():
                # A book that was only copied, or put back as it was, is the same with another time.
                digest = self._digest()
                if digest != kept["digest"]:
                    return _NOTHING._replace(is_foreign=digest != kept["coming"])
            return Note(papers, watched, frozenset(map(str, kept["odd"]))) if kept["rules"] == _RULES else _NOTHING
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
            return _NOTHING  # missing, torn, another book's or another version's: all is looked at again

    def edition(self) -> tuple[int, int]:
        """Return what tells this note from a later one; zeros where there is none."""
        try:
            found = self._file.stat()
        except OSError:
            return 0, 0
        return found.st_ino, found.st_mtime_ns

    def announce(self, data: bytes) -> None:
        """Note which bytes the book is about to have: whoever finds them, its writer killed, knows whose they are."""
        with suppress(OSError, ValueError, TypeError):
            kept = json.loads(self._file.read_bytes())
            self._write({**kept, "coming": sha256(data).hexdigest()})

    def keep(self, book: Book) -> None:
        """Note it for the book as it stands. What cannot be noted costs time later, nothing else."""
        with suppress(OSError):
            rows = {attempt: _row(one) for attempt, one in book.watched.items()}
            which = {"book": self._stamp(), "digest": self._digest(), "coming": "", "rules": _RULES}
            self._write({**which, "papers": book.decided, "attempts": rows, "odd": sorted(book.odd or ())})

    def _write(self, note: Mapping[str, Any]) -> None:
        write_note(self._disk, self._file, json.dumps(note).encode("ascii"))

    def _digest(self) -> str:
        return sha256(self._disk.read(self._book)).hexdigest()

    def _stamp(self) -> list[int]:
        found = self._book.stat()
        return [found.st_size, found.st_mtime_ns]


def _row(one: Watched) -> list[Any]:
    last = None if one.last is None else [_milliseconds(one.last.at), one.last.boot, one.last.clock]
    return [*one.stamp, None if one.due is None else _milliseconds(one.due), last]


def _watched(row: list[Any]) -> Watched:
    size, changed, due, last = row
    moment = None if last is None else Moment(at=_instant(last[0]), boot=last[1], clock=last[2])
    return Watched(Stamp(size, changed), None if due is None else _instant(due), moment)


def _milliseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MILLISECOND


def _instant(milliseconds: int) -> datetime:
    return _EPOCH + milliseconds * _MILLISECOND
