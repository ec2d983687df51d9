"""The score book on disk: scores.json, which plain TinyDB opens, read and written through TinyDB.

Beside it lies a note of what is known of it, which spares reading it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.domain.moment import Moment
from quizapp.services.ports.port_values import Book, DecidedSoFar, Stamp, WatchedAttempt
from quizapp.stores.disk.locks import held
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.disk.whole_files import SetAside, write_note

if TYPE_CHECKING:
    from tinydb import TinyDB


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class BookNote(NamedTuple):
    """What a note says."""

    decided: Mapping[str, DecidedSoFar]
    watched: Mapping[str, WatchedAttempt]
    odd: frozenset[str] | None
    """None is not known."""
    is_foreign: bool = False
    """Whether it is of another file than stands there, whose bytes are neither those that were written last nor those
    that were being written.
    """


_NOTHING = BookNote({}, {}, None)

_RULES = 3
"""Of how decisions are brought into the book: what an earlier version noted does not hold for this one's rules."""


class BookMark:
    """The note of one data folder."""

    def __init__(self, book: Path, disk: Disk) -> None:
        self._book = book
        self._file = book.parent / "cache" / "decided.json"
        self._disk = disk

    def read(self) -> BookNote:
        """Return what is known of the book as it stands."""
        try:
            kept = json.loads(self._file.read_bytes())
            papers = {name: DecidedSoFar(*pair) for name, pair in kept["papers"].items()}
            watched = {attempt: _watched(row) for attempt, row in kept["attempts"].items()}
            if kept["book"] != self._stamp():
                # A book that was only copied, or put back as it was, is the same with another time.
                digest = self._digest()
                if digest != kept["digest"]:
                    return _NOTHING._replace(is_foreign=digest != kept.get("coming"))
            return BookNote(papers, watched, frozenset(map(str, kept["odd"]))) if kept["rules"] == _RULES else _NOTHING
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


def _row(one: WatchedAttempt) -> list[Any]:
    last = None if one.last is None else [_milliseconds(one.last.at), one.last.boot, one.last.clock]
    return [*one.stamp, None if one.due is None else _milliseconds(one.due), last]


def _watched(row: list[Any]) -> WatchedAttempt:
    size, changed, due, last = row
    moment = None if last is None else Moment(at=_instant(last[0]), boot=last[1], clock=last[2])
    return WatchedAttempt(Stamp(size, changed), None if due is None else _instant(due), moment)


def _milliseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // _MILLISECOND


def _instant(milliseconds: int) -> datetime:
    return _EPOCH + milliseconds * _MILLISECOND


class FileBook:
    """The score book of one data folder. TinyDB is loaded when there is a book to read or write."""

    def __init__(self, path: Path, lock: Path, disk: Disk, set_aside: SetAside, patience: float) -> None:
        self._path = path
        self._lock = lock
        self._disk = disk
        self._set_aside = set_aside
        self._patience = patience
        self._mark = BookMark(path, disk)
        self._kept = ""
        self._known: tuple[Hashable, Book] | None = None
        """What was read last, with what told that very file and its note: whoever begins asks several times."""

    def read(self) -> Book | None:
        """Return what it holds; None where it is missing or damaged. Raises MachineRefused where it may not be read."""
        with disk_refusals(self._path):
            edition = self._edition()
            if edition is None:
                return None
            known = self._known
            if known is not None and known[0] == edition:
                return known[1]
            book = self._read()
            if book is not None:
                self._known = (edition, book)
            return book

    def is_exactly(self, book: Book) -> bool:
        """Return whether the file is, to the last byte, what would be written for that book. Raises MachineRefused."""
        from quizapp.stores.files.tinydb_storage import bytes_of

        with disk_refusals(self._path):
            return self._path.exists() and self._disk.read(self._path) == bytes_of(book.candidates, book.scores)

    @property
    def kept(self) -> str:
        """What the last copy is called that was set aside through here; "" for none."""
        return self._kept

    def set_aside(self) -> str:
        """Keep a copy of the file as it stands, on disk; return what it is called. Raises MachineRefused."""
        with disk_refusals(self._path):
            self._kept = self._set_aside.keep(self._path.name, self._disk.read(self._path))
        return self._kept

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        """Read, change and replace the book as one step among all programs; None stands for none or damaged.

        A damaged file is set aside first. Raises MachineRefused, the old book standing.
        """
        with held(self._lock, self._patience):
            before = self.read()
            book = change(before)
            with disk_refusals(self._path):
                if before is None and self._path.exists():
                    self._set_aside.keep(self._path.name, self._disk.read(self._path))
                self._write(book)
            self._mark.keep(book)
        return book

    def _edition(self) -> Hashable | None:
        """Return what tells the file and the note beside it from any other; None where there is no file."""
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        book = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        return book, self._mark.edition()

    def _read(self) -> Book | None:
        with self._open() as database:
            try:
                note = self._mark.read()
                return Book(
                    candidates=_rows(database, "candidates"),
                    scores=_rows(database, "scores"),
                    decided=note.decided,
                    watched=note.watched,
                    odd=note.odd,
                    is_foreign=note.is_foreign,
                )
            except ValueError:
                return None

    def _write(self, book: Book) -> None:
        from quizapp.stores.files.tinydb_storage import BookStorage

        with self._open() as database:
            storage = database.storage
            assert isinstance(storage, BookStorage)
            storage.write({})
            database.table("candidates").insert_multiple(book.candidates)
            database.table("scores").insert_multiple(book.scores)
            self._mark.announce(storage.coming)
            storage.commit()

    def _open(self) -> TinyDB:
        from tinydb import TinyDB

        from quizapp.stores.files.tinydb_storage import BookStorage

        return TinyDB(self._path, self._disk, storage=BookStorage)


def _rows(database: TinyDB, table: str) -> tuple[Any, ...]:
    """Return a table's rows as they stand: in a book that another hand changed they may hold anything."""
    return tuple(dict(document) for document in database.table(table).all())
