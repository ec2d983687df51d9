"""A pack, FILE.zip: attempts as one file to carry to where they are collected.

What it and its members are called, what it says of itself, and how it is written.
"""

from __future__ import annotations

import io
import json
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizapp.domain.codec import instant_from_text, instant_to_text
from quizapp.domain.text import clean_line
from quizapp.services.carrying.copies import Stated
from quizapp.services.papers.forms import canonical
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.port_values import AttemptName

if TYPE_CHECKING:
    from quizapp.domain.attempt.receipt import PhotoLine
    from quizapp.services.carrying.pack import Pack


SUFFIX = ".zip"
CONTENTS = "pack.json"
"""The member that says which attempts are in it, how long each is, and where it is from."""
VERSION = 1
MOST_CONTENTS, MOST_JOURNAL, MOST_FORM, MOST_REHEARSAL = 2 * 2**20, 8 * 2**20, 4 * 2**20, 2**16
"""Bytes of a member, unpacked: a sitting of three hours that records something every second comes to 3 MB."""
MOST_TOGETHER = 64 * 2**20
"""Bytes of all journals and forms of a pack, unpacked."""
MOST_WITHIN = 16 * MOST_TOGETHER
"""Bytes of all packs that were put into one archive."""
MOST_LINES = 20_000
"""Of one journal."""
MOST_ATTEMPTS = 2_000
"""A room's worth of people on one machine, many times over."""

_JOURNAL = re.compile(r"(?:.*/)?journal/([^/]+)/([^/]+)\.jsonl", re.DOTALL)
_REHEARSAL_MEMBER = re.compile(r"rehearsals/[^/]+\.json")
_COMMITTEE = "committee"


def journal_member(name: AttemptName) -> str:
    """Return what an attempt's journal is called in a pack and in a data folder."""
    return f"journal/{name.paper}/{name.attempt}.jsonl"


def form_member(digest: str) -> str:
    """Return the name of a form within a pack."""
    return f"forms/{digest}.json"


def attempt_in(member: str) -> AttemptName | None:
    """Return the attempt whose journal a member is, at whatever depth; None for what is none."""
    found = _JOURNAL.fullmatch(member)
    if found is None or found[2] == _COMMITTEE:
        return None
    return AttemptName(attempt=found[2], paper=found[1])


def root_of(member: str) -> str:
    """Return what stands before `journal/` in a journal's name: a folder that was packed whole has one."""
    return member[: member.rindex("journal/")]


def pack_members(names: Iterable[str]) -> tuple[str, ...]:
    """Return the members that may be packs themselves; what a Mac puts beside each file is none."""
    return tuple(one for one in names if one.casefold().endswith(SUFFIX) and not one.startswith("__MACOSX/"))


def rehearsal_members(members: Iterable[str]) -> tuple[str, ...]:
    """Return the members that tell of rehearsals."""
    return tuple(one for one in members if _REHEARSAL_MEMBER.fullmatch(one))


_PREFIX, _REHEARSAL, _RECEIPT, _PUBLICATION = "答卷", "试机", "回执", "试卷"
# What Windows takes for a path, a pattern or a stream, and what no file name shows.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|[. ]+\Z')
_MOST_NAME = 60
"""Of each part, in UTF-8: a name of 255 bytes is the longest on most systems, and a number stands behind."""


def pack_name(title: str, candidate: str, name: str) -> str:
    """Return the file's name; what a file name cannot hold becomes `_`."""
    return _joined(_PREFIX, title, candidate, name)


def rehearsal_name(candidate: str, name: str) -> str:
    """Return the name of a rehearsal's own file: 试机_学号_姓名.zip."""
    return _joined(_REHEARSAL, candidate, name)


def picture_name(line: PhotoLine, name: str) -> str:
    """Return the name of a receipt's picture, which no other attempt's has: 回执_学号_姓名_回执号.png."""
    return _joined(_RECEIPT, line.candidate, name, line.receipt).removesuffix(SUFFIX) + ".png"


def publication_name(title: str) -> str:
    """Return the name of a publication's file: 试卷_试卷名.quiz."""
    return _joined(_PUBLICATION, title).removesuffix(SUFFIX) + ".quiz"


def numbered_names(name: str) -> Iterator[str]:
    """Give the name, then the same with a number, for a folder that has another pack of that name."""
    yield name
    stem = name.removesuffix(SUFFIX)
    yield from (f"{stem}_{number}{SUFFIX}" for number in range(2, 100))


def _joined(prefix: str, *parts: str) -> str:
    return "_".join((prefix, *map(_fit, parts))) + SUFFIX


def _fit(text: str) -> str:
    return _UNFIT.sub("_", _cut(clean_line(text)))


def _cut(text: str) -> str:
    return text.encode("utf-8", "replace")[:_MOST_NAME].decode("utf-8", "ignore")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContents:
    """What a pack says of itself."""

    class_id: str = ""
    machine: str = ""
    attempts: Mapping[AttemptName, Stated] = field(default_factory=dict)


def contents_bytes(pack: Pack) -> bytes:
    """Return the member that lists what a pack holds and where it is from."""
    attempts = [{**one.name._asdict(), **one.stated._asdict()} for one in pack.attempts]
    data = {
        "version": VERSION,
        "class": pack.class_id,
        "machine": pack.machine,
        "made_at": instant_to_text(pack.made_at),
        "attempts": attempts,
    }
    return canonical(data)


def read_contents(data: bytes) -> PackContents | None:
    """Return what a member says; None where nothing can be made of it. A later version says at least as much."""
    try:
        plain = json.loads(data)
        attempts = dict(map(_attempt, plain["attempts"][:MOST_ATTEMPTS]))
        return PackContents(
            class_id=_checked_line(plain["class"]), machine=_checked_line(plain["machine"]), attempts=attempts
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _attempt(plain: Mapping[str, Any]) -> tuple[AttemptName, Stated]:
    name = AttemptName(*(_checked_line(plain[field]) for field in AttemptName._fields))
    return name, Stated(**{field: plain[field] for field in Stated._fields})


def _checked_line(text: Any) -> str:
    if not isinstance(text, str) or clean_line(text) != text or len(text) > 200:
        raise ValueError("not a line")
    return text


_MOST_VALUES = 50


def rehearsal_bytes(one: Rehearsal) -> bytes:
    """Return the member in which a pack carries a rehearsal."""
    plain = {"at": instant_to_text(one.at), "machine": one.machine, "who": one.who, "values": dict(one.values)}
    return canonical(plain)


def read_rehearsal(data: bytes) -> Rehearsal | None:
    """Return the rehearsal that a member tells of; None where nothing can be made of it."""
    try:
        plain = json.loads(data)
        values = {
            _checked_line(name): _checked_line(value) for name, value in list(plain["values"].items())[:_MOST_VALUES]
        }
        at = instant_from_text(plain["at"])
        return Rehearsal(at=at, machine=_checked_line(plain["machine"]), who=_checked_line(plain["who"]), values=values)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every member says it was written: what is in them says it better."""


def pack_bytes(pack: Pack) -> bytes:
    """Return a pack as the bytes of its ZIP file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _members(pack):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


def _members(pack: Pack) -> Iterator[tuple[str, bytes]]:
    yield CONTENTS, contents_bytes(pack)
    for digest, data in sorted(pack.forms.items()):
        yield form_member(digest), data
    for one in pack.attempts:
        yield journal_member(one.name), one.data
    for number, rehearsal in enumerate(pack.rehearsals, 1):
        yield f"rehearsals/{number}.json", rehearsal_bytes(rehearsal)
