"""A paper to carry out: its rules, its fixed forms, the class and its roster, with keys or without."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from quizapp.domain.publications import Spoken

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.papers.paper import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedForm:
    """Which form stands for which letter."""

    form: str
    """Its digest."""
    letter: str
    """A candidate's id where each has a form of their own."""
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationCover:
    """What is on the outside: it can be read without a password, and names no question."""

    made_at: datetime
    class_id: str
    class_title: str
    organiser: str
    paper: str
    title: str
    paper_digest: str
    questions: int
    full_score: str
    """Marks as they are shown."""
    time_limit: timedelta | None
    opens: datetime | None
    closes: datetime | None
    forms: tuple[PublishedForm, ...]
    has_keys: bool
    people: int
    """How many the roster inside has; 0 where there is none."""
    invigilator: Spoken | None = None
    """What the invigilator's password can be told by; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All of it."""

    cover: PublicationCover
    forms: tuple[Form, ...]
    """In the cover's order."""
    roster: tuple[Candidate, ...] = field(default=())


class CarriedPaper(Protocol):
    """A publication's file that was carried here, its outside read."""

    @property
    def name(self) -> str: ...
    @property
    def digest(self) -> str: ...
    @property
    def cover(self) -> PublicationCover: ...
    @property
    def is_sealed(self) -> bool: ...

    def opened(self, password: str = "") -> Publication:
        """Return what is inside. Raises Refused."""
        ...
