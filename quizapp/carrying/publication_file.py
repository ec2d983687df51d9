"""A publication, FILE.quiz: a paper as one file, written and read.

Its outside is read at once: a line that names the format, one that proves the rest whole, one that can be read. Its
inside, the forms with their keys apart and the roster, is read with the password where it is sealed.
"""

from __future__ import annotations

import json
import lzma
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.carrying.publication_seal import is_sound_seal, seal_facts, sealed, unsealed
from quizapp.domain.candidate import Candidate
from quizapp.domain.codec import from_plain, to_plain
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.papers.paper import Form
from quizapp.domain.text import clean_line
from quizapp.domain.well_made import is_well_made
from quizapp.reading.files import read_bytes
from quizapp.reading.findings import Findings
from quizapp.services.carrying.publication import Publication, PublicationCover, PublishedForm
from quizapp.services.papers.forms import canonical, form_digest, joined, paper_digest, secret_part, shown_part
from quizapp.services.ports.home import Chance
from quizapp.services.sitting.invigilator import is_sound

MAGIC = b"quizapp-publication "
VERSION = b"1"
MOST_COVER = 4 * 2**20
"""Of the line that can be read."""


class Outside(NamedTuple):
    """A publication as far as it can be read without a password."""

    digest: str
    """Of the file, hexadecimal."""
    cover: PublicationCover
    seal: Mapping[str, Any] | None
    """How it is sealed; None where it is not."""
    beside: bytes
    """The line that can be read, which a seal covers too."""
    body: bytes


def wrapped(cover: PublicationCover, seal: Mapping[str, Any] | None, body: bytes) -> bytes:
    """Return the file of a cover and a body, sealed or not."""
    inner = cover_line(cover, seal) + b"\n" + body
    return MAGIC + VERSION + b"\n" + sha256(inner).hexdigest().encode() + b"\n" + inner


def cover_line(cover: PublicationCover, seal: Mapping[str, Any] | None) -> bytes:
    """Return the first line of the file: the cover, which anybody can read, and how the rest is sealed."""
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


def _cover(plain: Mapping[str, Any]) -> PublicationCover:
    cover = from_plain(PublicationCover, dict(plain))
    if not is_well_made(cover) or "\n" in cover.title + cover.class_title + cover.organiser or not cover.forms:
        raise ValueError("not a cover")
    if cover.invigilator is not None and not is_sound(cover.invigilator):
        raise ValueError("no password that can be gone by")
    return cover


MOST_BYTES = 32 * 2**20
"""Of what is inside, unpacked: 200 forms of 100 questions come to 20 MB."""
_MEMORY = 64 * 2**20
MOST_ID = 64
"""Characters of a candidate's number."""


class NotSound(ValueError):
    """What is inside is not what the outside says."""


def inside_bytes(publication: Publication) -> bytes:
    """Return what goes inside, in the clear; keys where the publication has them."""
    forms, keys = {}, {}
    for named, form in zip(publication.cover.forms, publication.forms, strict=True):
        forms[named.form] = canonical(shown_part(form)).decode()
        if publication.cover.has_keys:
            keys[named.form] = canonical(secret_part(form)).decode()
    roster = [to_plain(one) for one in publication.roster]
    return lzma.compress(canonical({"forms": forms, "keys": keys, "roster": roster}), preset=6)


def read_inside(data: bytes, cover: PublicationCover) -> Publication:
    """Return the publication. Raises NotSound where it is not what the cover says, or asks too much of the machine."""
    try:
        plain = json.loads(_decompressed(data))
        forms = tuple(_form(plain, named) for named in cover.forms)
        roster = tuple(_candidate(one) for one in plain["roster"])
    except NotSound:
        raise
    except (lzma.LZMAError, EOFError, MemoryError) as error:
        raise NotSound("it cannot be unpacked") from error
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise NotSound("it cannot be read") from error
    if any(form.paper.id != cover.paper or paper_digest(form.paper) != cover.paper_digest for form in forms):
        raise NotSound("a form is of another paper")
    # An essay is known by no key: whether keys came along is told by what is there.
    if any((named.form in plain["keys"]) != cover.has_keys for named in cover.forms):
        raise NotSound("keys are missing, or should be")
    if cover.has_keys and not all(form.has_keys for form in forms):
        raise NotSound("a key is missing")
    if any(len(form.questions) != cover.questions for form in forms) or len(roster) != cover.people:
        raise NotSound("more is inside than the cover says, or less")
    return Publication(cover=cover, forms=forms, roster=roster)


def _decompressed(data: bytes) -> bytes:
    unpacking = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_MEMORY)
    found = unpacking.decompress(data, max_length=MOST_BYTES)
    if not unpacking.eof:
        raise NotSound("too large, or cut off")
    return found


def _form(plain: Mapping[str, Any], named: PublishedForm) -> Form:
    text = plain["forms"][named.form]
    shown = json.loads(text)
    keys = plain["keys"].get(named.form)
    secret = None if keys is None else json.loads(keys)
    form = joined(shown, secret)
    if not is_well_made(form):
        raise NotSound("a form is not what a form is made of")
    # Of what was understood: what this program writes down again is what is named.
    if form_digest(form) != named.form:
        raise NotSound("a form is not its digest's")
    if form.letter != named.letter:
        raise NotSound("a form is another one's")
    if not form.holds_together:
        raise NotSound("a form points at what is not in it")
    return form


def _candidate(plain: Mapping[str, Any]) -> Candidate:
    one = from_plain(Candidate, dict(plain))
    if not is_well_made(one) or not 0 < len(one.id) <= MOST_ID:
        raise NotSound("not somebody")
    return one


SUFFIX = ".quiz"
PAUSE = 1.0
"""Seconds that a wrong password takes at least, so that nobody tries many."""


def publication_bytes(publication: Publication, chance: Chance, password: str = "") -> bytes:
    """Return a publication's file, sealed where there is a password. Raises Refused where that cannot be done here."""
    body = inside_bytes(publication)
    if not password:
        return wrapped(publication.cover, None, body)
    facts = seal_facts(chance)
    body = sealed(body, password, facts, cover_line(publication.cover, facts))
    return wrapped(publication.cover, facts, body)


class PublicationFile:
    """A publication that was carried here, its outside read."""

    def __init__(
        self,
        name: str,
        outside: Outside,
        *,
        wait: Callable[[float], None] = time.sleep,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        """The file's, for people."""
        self._outside = outside
        self._wait = wait
        self._seconds = seconds

    @property
    def cover(self) -> PublicationCover:
        """What can be read without a password."""
        return self._outside.cover

    @property
    def digest(self) -> str:
        """Of the file: SHA-256, hexadecimal."""
        return self._outside.digest

    @property
    def is_sealed(self) -> bool:
        """Whether what is inside needs a password."""
        return self._outside.seal is not None

    def opened(self, password: str = "") -> Publication:
        """Return what is inside.

        Raises Refused where the password is wrong, which takes a second, and where the file is not whole.
        """
        outside = self._outside
        data = outside.body if outside.seal is None else self._unsealed(password)
        try:
            return read_inside(data, outside.cover)
        except NotSound as error:
            raise Refused("publication-altered", file=self.name) from error

    def _unsealed(self, password: str) -> bytes:
        outside, began = self._outside, self._seconds()
        if outside.seal is None or not is_sound_seal(outside.seal):
            raise Refused("publication-altered", file=self.name)
        data = unsealed(outside.body, password, outside.seal, outside.beside)
        if data is None:
            self._wait(max(0.0, PAUSE - (self._seconds() - began)))
            raise Refused("publication-wrong-password")
        return data


def read_publication(path: Path) -> PublicationFile:
    """Return the publication in a file, its outside read. Raises CalledWrongly, Faulty, Refused."""
    if not path.exists():
        raise CalledWrongly("missing-file", path=str(path))
    findings = Findings(str(path))
    data = read_bytes(path, findings)
    if data is None:
        raise Faulty(tuple(findings.faults))
    name = clean_line(path.name)
    return PublicationFile(name, unwrapped(data, name))
