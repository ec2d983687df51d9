"""A publication's file, written and read: its outside at once, its inside with the password where it is sealed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.publication.inside import NotSound, packed, unpacked
from quizapp.carrying.publication.outside import Outside, cover_line, unwrapped, wrapped
from quizapp.carrying.publication.sealing import is_sound, seal_facts, sealed, unsealed
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.files import read_bytes
from quizapp.reading.findings import Findings

if TYPE_CHECKING:
    from quizapp.services.ports import Chance
    from quizapp.services.publication import Cover, Publication

SUFFIX = ".quiz"
PAUSE = 1.0
"""Seconds that a wrong password takes at least, so that nobody tries many."""


def to_bytes(publication: Publication, chance: Chance, password: str = "") -> bytes:
    """Return a publication's file, sealed where there is a password. Raises Refused where that cannot be done here."""
    body = packed(publication)
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
    def cover(self) -> Cover:
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
            return unpacked(data, outside.cover)
        except NotSound as error:
            raise Refused("publication-altered", file=self.name) from error

    def _unsealed(self, password: str) -> bytes:
        outside, began = self._outside, self._seconds()
        if outside.seal is None or not is_sound(outside.seal):
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
