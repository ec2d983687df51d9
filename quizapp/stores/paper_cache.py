"""The list of papers as it was last read, kept so that home need not read them again: a cache, never a record.

It holds as long as no file under the banks folders was added, taken away, or changed in size or time, and the
machine's zone is the same, in which papers write their times. Opening a paper always reads the paper itself.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from quizapp import __version__
from quizapp.reading.files import find
from quizapp.services.ports.paper_editor import PaperFacts
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.disk.whole_files import write_note

_KINDS = sorted(field.name for field in fields(PaperFacts))
"""What is kept of each: a list that was kept of less is read anew."""


class PaperCache:
    """Remembers the papers of some folders in a file of the home."""

    def __init__(self, home: Path, folders: Sequence[Path], read: Callable[[], tuple[PaperFacts, ...]]) -> None:
        """`read` reads the papers themselves."""
        self._file = home / "cache" / "papers.json"
        self._folders = folders
        self._read = read

    def __call__(self) -> tuple[PaperFacts, ...]:
        """Return the papers, read again only where something has changed."""
        stamp = self._stamp()
        known = self._kept(stamp)
        if known is not None:
            return known
        papers = self._read()
        self._keep(stamp, papers)
        return papers

    def _stamp(self) -> list[object]:
        """Return what tells whether anything has changed since."""
        stats = [(str(path), os.stat(path)) for path in find(self._folders)]  # noqa: PTH116 the quicker call
        zone = str(datetime.now().astimezone().tzinfo)
        return [__version__, _KINDS, zone, [[path, found.st_mtime_ns, found.st_size] for path, found in stats]]

    def _kept(self, stamp: list[object]) -> tuple[PaperFacts, ...] | None:
        try:
            kept = json.loads(self._file.read_bytes())
            return tuple(_from_plain(one) for one in kept["papers"]) if kept["stamp"] == stamp else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # missing, torn, or of another version: the papers themselves are read

    def _keep(self, stamp: list[object], papers: tuple[PaperFacts, ...]) -> None:
        data = json.dumps({"stamp": stamp, "papers": [_to_plain(one) for one in papers]})
        with suppress(OSError):  # a home that cannot be written only starts a little slower
            write_note(Disk(), self._file, data.encode("ascii"))


def _to_plain(one: PaperFacts) -> dict[str, Any]:
    limit = one.time_limit
    return {
        "file": one.file,
        "id": one.id,
        "title": one.title,
        "is_faulty": one.is_faulty,
        "questions": one.questions,
        "full_score": one.full_score,
        "time_limit": None if limit is None else limit.total_seconds(),
        "opens": None if one.opens is None else one.opens.isoformat(),
        "closes": None if one.closes is None else one.closes.isoformat(),
        "is_exam": one.is_exam,
        "make_up_for": one.make_up_for,
        "has_seed": one.has_seed,
    }


def _from_plain(data: dict[str, Any]) -> PaperFacts:
    instants = {name: data[name] and datetime.fromisoformat(data[name]) for name in ("opens", "closes")}
    limit = data["time_limit"]
    return PaperFacts(**{**data, **instants, "time_limit": None if limit is None else timedelta(seconds=limit)})
