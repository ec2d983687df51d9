"""The score book on disk: scores.json, which plain TinyDB opens, read and written through TinyDB."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.services.records import Book, Document
from quizapp.stores.files.book_mark import BookMark
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import told
from quizapp.stores.files.set_aside import SetAside

if TYPE_CHECKING:
    from tinydb import TinyDB


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
        with told(self._path):
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
        from quizapp.stores.files.book_storage import bytes_of

        with told(self._path):
            return self._path.exists() and self._disk.read(self._path) == bytes_of(book.candidates, book.scores)

    @property
    def kept(self) -> str:
        """What the last copy is called that was set aside through here; "" for none."""
        return self._kept

    def set_aside(self) -> str:
        """Keep a copy of the file as it stands, on disk; return what it is called. Raises MachineRefused."""
        with told(self._path):
            self._kept = self._set_aside.keep(self._path.name, self._disk.read(self._path))
        return self._kept

    def change(self, change: Callable[[Book | None], Book]) -> Book:
        """Read, change and replace the book as one step among all programs; None stands for none or damaged.

        A damaged file is set aside first. Raises MachineRefused, the old book standing.
        """
        from quizapp.stores.files.locking import held

        with held(self._lock, self._patience):
            before = self.read()
            book = change(before)
            with told(self._path):
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
                    candidates=_documents(database, "candidates"),
                    scores=_documents(database, "scores"),
                    decided=note.decided,
                    watched=note.watched,
                    odd=note.odd,
                    is_foreign=note.is_foreign,
                )
            except ValueError:
                return None

    def _write(self, book: Book) -> None:
        from quizapp.stores.files.book_storage import BookStorage

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

        from quizapp.stores.files.book_storage import BookStorage

        return TinyDB(self._path, self._disk, storage=BookStorage)


def _documents(database: TinyDB, table: str) -> tuple[Document, ...]:
    return tuple(dict(document) for document in database.table(table).all())
