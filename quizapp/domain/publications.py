"""What is recorded when a paper that was carried here is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar, TypeAlias

from quizapp.domain.moment import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a password that is said aloud can be told by without being known: its scrypt hash, and how that was made."""

    n: int
    r: int
    p: int
    salt: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationIssued:
    """A publication was made here, with what of it stays here."""

    KIND: ClassVar = "publication_issued"
    when: Moment
    digest: str
    """Of the file: SHA-256, hexadecimal."""
    file: str
    """Its name, for people."""
    paper: str
    title: str
    forms: tuple[str, ...]
    """Their digests."""
    has_keys: bool
    order_key: str = field(default="", repr=False)
    """The key behind the invigilator's password, hexadecimal; "" where there is none. It never travels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationOpened:
    """A publication was opened, its forms fixed here; the last one opened of a paper says how it is sat."""

    KIND: ClassVar = "publication_opened"
    when: Moment
    digest: str
    """Of the file: SHA-256, hexadecimal."""
    file: str
    """Its name, for people."""
    made_at: datetime
    """No machine's clock is right that says it is earlier."""
    class_id: str
    class_title: str
    paper: str
    title: str
    form: str
    """The digest of its first form, which has the paper's rules in it."""
    questions: int
    full_score: str
    """Marks as they are shown."""
    time_limit: timedelta | None
    opens: datetime | None
    closes: datetime | None
    has_keys: bool
    invigilator: Spoken | None = None
    """What the invigilator's password can be told by; None where there is none."""


PublicationFact: TypeAlias = PublicationOpened | PublicationIssued
