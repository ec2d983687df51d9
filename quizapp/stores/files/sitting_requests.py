"""What is asked of open sittings, on disk: requests/<attempt>/<id>.json, the answer beside it.

None of it is a record: the attempt's own journal says what was granted. Whatever else lies there is left alone.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, get_args

from quizapp.domain.attempt.orders import Request, RequestAnswer, RequestKind
from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.text import clean_line
from quizapp.stores.disk.operating_system import Disk, disk_refusals, is_safe
from quizapp.stores.disk.whole_files import write_note, write_whole

MOST_BYTES = 65_536
"""No request is longer: what is, was not written by this program."""
_REQUEST, _ANSWER = ".json", ".answer.json"

Value = TypeVar("Value", Request, RequestAnswer)


class FileRequests:
    """The requests folder of one home."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def ask(self, attempt: str, request: Request) -> None:
        """Put a request before the attempt's writer. Raises MachineRefused."""
        path = self._path(attempt, request.id, _REQUEST)
        with disk_refusals(path):
            write_whole(self._disk, path, _bytes(request))

    def waiting(self, attempt: str) -> tuple[Request, ...]:
        """Return what waits for an answer, by id; what cannot be read is nothing."""
        # A sitting looks every second: where nothing was ever asked, this is one failing system call.
        names = set(self._names(attempt))
        ids = sorted(name.removesuffix(_REQUEST) for name in names if name.endswith(_REQUEST))
        found = (self._read(attempt, id) for id in ids if is_safe(id) and id + _ANSWER not in names)
        return tuple(request for request in found if request is not None)

    def answer(self, attempt: str, id: str, answer: RequestAnswer) -> None:
        """Answer a request; one that was withdrawn needs no answer. Raises MachineRefused."""
        if not self._path(attempt, id, _REQUEST).exists():
            return
        path = self._path(attempt, id, _ANSWER)
        with disk_refusals(path):
            # Not synced: after a power cut nobody waits for it, and the event loop must not wait either.
            write_note(self._disk, path, _bytes(answer))

    def answer_to(self, attempt: str, id: str) -> RequestAnswer | None:
        """Return the answer to a request; None while there is none."""
        data = self._data(self._path(attempt, id, _ANSWER))
        return None if data is None else _understood(RequestAnswer, data)

    def withdraw(self, attempt: str, id: str) -> None:
        """Take a request back, and its answer with it: whoever asked calls this at the end."""
        for end in (_REQUEST, _ANSWER):
            # What stays is harmless: it is answered, or the journal knows that it was granted.
            with suppress(OSError):
                self._disk.remove(self._path(attempt, id, end))

    def _path(self, attempt: str, id: str, end: str) -> Path:
        if not (is_safe(attempt) and is_safe(id)):
            raise ValueError(f"not a file name: {attempt} {id}")
        return self._folder / attempt / (id + end)

    def _names(self, attempt: str) -> Iterator[str]:
        with suppress(OSError), os.scandir(self._folder / attempt) as entries:
            yield from (entry.name for entry in entries)

    def _read(self, attempt: str, id: str) -> Request | None:
        data = self._data(self._path(attempt, id, _REQUEST))
        request = None if data is None else _understood(Request, data)
        if request is None or request.id != id or request.asks not in get_args(RequestKind):
            return None
        return replace(
            request, by=clean_line(request.by), checked_by=clean_line(request.checked_by), why=clean_line(request.why)
        )

    def _data(self, path: Path) -> Any:
        try:
            if path.stat().st_size > MOST_BYTES:
                return None
            return json.loads(self._disk.read(path))
        except (OSError, ValueError, RecursionError):
            return None


def _bytes(value: Request | RequestAnswer) -> bytes:
    return json.dumps(to_plain(value)).encode()


def _understood(kind: type[Value], data: Any) -> Value | None:
    """Return the value that plain data tells of; None where it tells of none."""
    try:
        value = from_plain(kind, data)
        # Reading back takes any data for a text: a number in its place would be met much later.
        texts = ("id", "by", "checked_by", "why", "token", "refusal")
        is_whole = all(isinstance(getattr(value, name), str) for name in texts if hasattr(value, name))
        return value if is_whole else None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None
