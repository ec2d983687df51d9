"""The outside of a publication: a line that names the format, one that proves the rest whole, one that can be read."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.domain.errors import Refused
from quizapp.domain.well_made import is_well_made
from quizapp.plain import from_plain, to_plain
from quizapp.services.form_files import canonical
from quizapp.services.passwords import is_sound
from quizapp.services.publication import Cover

if TYPE_CHECKING:
    from collections.abc import Mapping

MAGIC = b"quizapp-publication "
VERSION = b"1"
MOST_COVER = 4 * 2**20
"""Of the line that can be read."""


class Outside(NamedTuple):
    """A publication as far as it can be read without a password."""

    digest: str
    """Of the file, hexadecimal."""
    cover: Cover
    seal: Mapping[str, Any] | None
    """How it is sealed; None where it is not."""
    beside: bytes
    """The line that can be read, which a seal covers too."""
    body: bytes


def wrapped(cover: Cover, seal: Mapping[str, Any] | None, body: bytes) -> bytes:
    """Return the file of a cover and a body, sealed or not."""
    inner = cover_line(cover, seal) + b"\n" + body
    return MAGIC + VERSION + b"\n" + sha256(inner).hexdigest().encode() + b"\n" + inner


def cover_line(cover: Cover, seal: Mapping[str, Any] | None) -> bytes:
    """Return the line that can be read."""
    return canonical({"cover": to_plain(cover), "seal": seal and dict(seal)})


def unwrapped(data: bytes, file: str) -> Outside:
    """Return a file's outside. Raises Refused where it is no publication, of a newer version, or altered."""
    first, _, rest = data.partition(b"\n")
    if not first.startswith(MAGIC):
        raise Refused("publication-none", file=file)
    if first != MAGIC + VERSION:
        raise Refused("publication-newer", file=file)
    digest, _, inner = rest.partition(b"\n")
    line, parting, body = inner.partition(b"\n")
    if sha256(inner).hexdigest().encode() != digest or not parting or len(line) > MOST_COVER:
        raise Refused("publication-altered", file=file)
    try:
        told = json.loads(line)
        cover = _cover(told["cover"])
        seal = told["seal"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("publication-altered", file=file) from error
    return Outside(digest=sha256(data).hexdigest(), cover=cover, seal=seal, beside=line, body=body)


def _cover(plain: Mapping[str, Any]) -> Cover:
    cover = from_plain(Cover, dict(plain))
    if not is_well_made(cover) or "\n" in cover.title + cover.class_title + cover.organiser or not cover.forms:
        raise ValueError("not a cover")
    if cover.invigilator is not None and not is_sound(cover.invigilator):
        raise ValueError("no password that can be gone by")
    return cover
