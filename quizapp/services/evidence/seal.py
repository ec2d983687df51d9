"""A seal: what stood when, and by whose hand. As a sheet it is text that prints, and its last line proves the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.codec import instant_from_text, instant_to_text
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.language import Language


_ATTEMPT = re.compile(r"([\w-]{1,64}) ([0-9a-f]{64}) (\w{5}-\w{5}|-) ([\w-]{1,64})(?: (.*))?")
_FILE = re.compile(r"([0-9a-f]{64}) ([0-9]{1,15}) (\S+)")
_LAST = re.compile(r".*[:：] ?([0-9a-f]{64})")
_NONE = "-"
RULES = "class-and-weights"
"""The name of the line that holds what no file of the evidence does."""
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_HEADING = 4
"""Lines above the first list, in which the instant stands."""


class SealedAttempt(NamedTuple):
    """An attempt as it stood."""

    attempt: str
    paper: str
    head: str
    receipt: str
    """"" before hand-in."""
    who: str
    """学号 and 姓名, to be read."""


class SealedFile(NamedTuple):
    """A file as it stood."""

    name: str
    length: int
    digest: str
    """SHA-256 of so many bytes from its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """The attempts and files of a home as they stood when it was sealed."""

    attempts: tuple[SealedAttempt, ...]
    files: tuple[SealedFile, ...]
    rules: SealedFile | None = None
    """What the settings say that scores hang on; None in a seal from before they were sealed."""
    digest: str = ""
    """Its sheet's own; "" before it is written."""
    at: datetime | None = None
    """When its sheet says that it was sealed; None before it is written."""


class SealHeading(NamedTuple):
    """What stands at the top of a sheet."""

    at: datetime
    by: str
    class_id: str
    class_title: str


def seal_sheet(seal: Seal, heading: SealHeading, language: Language) -> bytes:
    """Return a seal as a text to print and to keep, with the mark by which Notepad on any Windows knows UTF-8."""
    text = "".join(f"{line}\n" for line in _lines(seal, heading, language))
    digest = sha256(text.encode()).hexdigest()
    return (text + language.say("seal.digest", digest=digest) + "\n").encode("utf-8-sig")


def read_seal(data: bytes) -> Seal:
    """Return the seal of a sheet; ends of lines and a mark at its start may be another system's.

    Raises Refused("seal-unreadable") for what is none, Refused("seal-altered") where its digest is not its own.
    """
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").rstrip("\n ")
    above, _, last = text.rpartition("\n")
    stated = _LAST.fullmatch(last)
    if stated is None:
        raise Refused("seal-unreadable")
    if sha256((above + "\n").encode()).hexdigest() != stated[1]:
        raise Refused("seal-altered")
    lines = above.split("\n")
    attempts = (match for line in lines if (match := _ATTEMPT.fullmatch(line)))
    files = [SealedFile(one[3], int(one[2]), one[1]) for line in lines if (one := _FILE.fullmatch(line))]
    return Seal(
        attempts=tuple(SealedAttempt(one[1], one[4], one[2], one[3].strip(_NONE), one[5] or "") for one in attempts),
        files=tuple(one for one in files if one.name != RULES),
        rules=next((one for one in files if one.name == RULES), None),
        digest=stated[1],
        at=_sealed_at(lines),
    )


def _sealed_at(lines: list[str]) -> datetime | None:
    """Return the instant that stands in the heading, whatever language it is in."""
    found = (_INSTANT.search(line) for line in lines[:_HEADING])
    return next((instant_from_text(one[0]) for one in found if one is not None), None)


def _lines(seal: Seal, heading: SealHeading, language: Language) -> Iterator[str]:
    say = language.say
    local = f"{heading.at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    title = clean_line(f"{heading.class_title} {heading.class_id}") or say("seal.no-class")
    yield say("seal.title")
    yield say("seal.class", title=title)
    yield say("seal.when", local=local, utc=instant_to_text(heading.at))
    yield say("seal.by", by=clean_line(heading.by))
    yield ""
    yield say("seal.attempts", count=len(seal.attempts))
    for one in seal.attempts:
        yield f"{one.attempt} {one.head} {one.receipt or _NONE} {one.paper} {clean_line(one.who)}".rstrip()
    yield ""
    yield say("seal.files", count=len(seal.files))
    for file in seal.files:
        yield f"{file.digest} {file.length} {file.name}"
    if seal.rules is not None:
        yield ""
        yield say("seal.rules")
        yield f"{seal.rules.digest} {seal.rules.length} {seal.rules.name}"
    yield ""
    yield say("seal.means")
    yield say("seal.signed")
