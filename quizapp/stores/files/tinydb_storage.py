"""TinyDB's storage for the score book: ASCII JSON, put in place as a whole.

TinyDB's own rewrites its file in place: four programs at once, or a full disk, leave it unreadable.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.disk.whole_files import write_whole

TABLES = ("candidates", "scores")


class BookStorage(Storage):
    """Holds what TinyDB writes until `commit`, so that a change of both tables is one replacement."""

    def __init__(self, path: Path, disk: Disk) -> None:
        self._path = path
        self._disk = disk
        self._written: dict[str, dict[str, Any]] | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables; None where there is no file. Raises ValueError where it is no book, OSError."""
        if self._written is not None:
            return self._written
        try:
            data = self._disk.read(self._path)
        except FileNotFoundError:
            return None
        # TinyDB asks once for each table: both are of one edition, and it is read once.
        self._written = _checked(data)
        return self._written

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the tables for `commit`."""
        self._written = data

    @property
    def coming(self) -> bytes:
        """The bytes that `commit` puts in place."""
        return _in_order(self._written or {})

    def commit(self) -> None:
        """Put what was written in place, on disk. Raises OSError, the old file standing."""
        write_whole(self._disk, self._path, self.coming)


def bytes_of(candidates: Sequence[Mapping[str, Any]], scores: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the bytes of a book with these documents."""
    return _in_order({"candidates": dict(enumerate(candidates, 1)), "scores": dict(enumerate(scores, 1))})


def _checked(data: bytes) -> dict[str, dict[str, Any]]:
    try:
        tables = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply for a book") from error
    if not isinstance(tables, dict) or set(tables) != set(TABLES) or not all(map(_is_table, tables.values())):
        raise ValueError("not the tables of a book")
    return tables


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        number.isdecimal() and isinstance(document, dict) for number, document in table.items()
    )


def _in_order(tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """Return the file's bytes: a document a line, ids counting up, keys sorted: equal books, equal bytes."""
    return ("{" + ",\n".join(_table(name, tables.get(name, {})) for name in TABLES) + "}\n").encode("ascii")


def _table(name: str, documents: Mapping[Any, Any]) -> str:
    lines = (f'"{number}": {_document(documents[number])}' for number in sorted(documents, key=int))
    return f'"{name}": {{\n' + ",\n".join(lines) + "}"


def _document(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=True, sort_keys=True, allow_nan=False)
