"""Where attempts are brought from: packs, and folders or drives with packs or whole data folders on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.pack import members
from quizapp.carrying.pack.reading import read_pack
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.files import Identity, file_identity, find, read_bytes, shown
from quizapp.reading.findings import Findings
from quizapp.services.collecting.brought import Brought, Unread

if TYPE_CHECKING:
    from quizapp.services.collecting.brought import Found

_JOURNALS = (".jsonl",)


def found_in(paths: Iterable[Path]) -> Iterator[Found]:
    """Give what files, folders and drives hold, folder by folder, each file once.

    Raises CalledWrongly for a path that is not there, before anything is given.
    """
    paths = tuple(paths)
    for path in paths:
        if not path.exists():
            raise CalledWrongly("missing-file", path=shown(path))
    return _found(paths)


def packs_in(folder: Path) -> list[Path]:
    """Return the files under a folder that may be packs."""
    return find([folder], (members.SUFFIX,))


def _found(paths: tuple[Path, ...]) -> Iterator[Found]:
    seen: set[Identity] = set()
    for path in paths:
        if not path.is_dir():
            yield from _loose(path) if members.attempt_in("/".join(path.parts[-3:])) else _of_file(path, seen)
            continue
        for one in packs_in(path):
            yield from _of_file(one, seen)
        for one in find([path], _JOURNALS):
            yield from _loose(one)


def _of_file(path: Path, seen: set[Identity]) -> Iterator[Found]:
    identity = file_identity(path)
    if identity in seen:
        return
    seen.add(identity)
    data = _bytes(path)
    if isinstance(data, Unread):
        yield data
    else:
        yield from read_pack(data, _name(path))


def _loose(path: Path) -> Iterator[Found]:
    """Give the attempt of a journal that lies in a data folder, and of no other."""
    name = members.attempt_in("/".join(path.parts[-3:]))
    if name is None:
        return
    data = _bytes(path)
    if isinstance(data, Unread):
        yield data
    elif len(data) > members.MOST_JOURNAL or data.count(b"\n") > members.MOST_LINES:
        yield Unread(file=_name(path), code="too-long", attempt=name.attempt, paper=name.paper)
    else:
        yield Brought(file=_name(path), name=name, data=data, form=_form_beside(path.parents[2]))


def _form_beside(root: Path) -> Callable[[str], bytes | None]:
    def form(digest: str) -> bytes | None:
        path = root / members.form(digest)
        data = _bytes(path) if path.is_file() else None
        return data if isinstance(data, bytes) and len(data) <= members.MOST_FORM else None

    return form


def _bytes(path: Path) -> bytes | Unread:
    findings = Findings(str(path))
    data = read_bytes(path, findings)
    if data is None:
        (fault,) = findings.faults
        return Unread(file=_name(path), code="unreadable", values={"trouble": Refused(fault.code, **fault.values)})
    return data


def _name(path: Path) -> str:
    return clean_line(shown(path))
