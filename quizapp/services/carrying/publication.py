"""A paper to carry out, with its forms, the class and its roster; and opening one, which twice changes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from quizapp.domain.carrying import PublicationOpened, Spoken
from quizapp.domain.errors import Refused
from quizapp.services.book.attempt_record import check_clock
from quizapp.services.papers.forms import paper_digest, shown_part
from quizapp.services.ports.port_values import FixedForm

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.moment import Moment
    from quizapp.domain.papers.paper import Form
    from quizapp.services.ports.workplace import Workplace


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
    """A paper with everything that is carried along with it."""

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


class OpenedPaper(NamedTuple):
    """The paper and the class of a publication that was opened here."""

    paper: str
    title: str
    class_id: str
    class_title: str


def is_open(place: Workplace, carried: CarriedPaper) -> bool:
    """Return whether this very file was opened here before, so that it needs no password again."""
    return any(one.digest == carried.digest for one in place.home.publications.opened())


def open_publication(place: Workplace, carried: CarriedPaper, password: str = "") -> OpenedPaper:
    """Take a publication on and return which paper it is.

    Raises Refused where the clock is wrong and nobody may overrule it, the password is wrong, the file is not whole, it
    is another class's, or its questions are not those already fixed here; MachineRefused. Nothing is taken on then.
    """
    cover, now = carried.cover, place.clock.read()
    if cover.invigilator is None:
        # Else the paper's cover says so, where an invigilator may have it begin all the same.
        check_clock(cover.made_at, now.at)
    if place.class_id and cover.class_id and place.class_id != cover.class_id:
        named = {"own": place.class_title or place.class_id, "other": cover.class_title or cover.class_id}
        raise Refused("publication-other-class", file=carried.name, **named)
    if not is_open(place, carried):
        _take_on(place, carried, carried.opened(password), now)
    return OpenedPaper(cover.paper, cover.title, cover.class_id, cover.class_title)


def _take_on(place: Workplace, carried: CarriedPaper, publication: Publication, now: Moment) -> None:
    """Fix the forms, take on the roster, and last of all say so: what is killed before is done again."""
    home, cover = place.home, carried.cover
    lines = [
        FixedForm(
            at=now.at,
            paper=cover.paper,
            paper_digest=paper_digest(form.paper),
            letter=named.letter,
            number=named.number,
            form=named.form,
        )
        for named, form in zip(cover.forms, publication.forms, strict=True)
    ]
    for line, form in zip(lines, publication.forms, strict=True):
        known = home.forms.find(line.paper, line.paper_digest, line.letter, line.number)
        if known is not None and not _asks_the_same(home.forms.load(known), form):
            raise Refused("publication-other-questions", file=carried.name, letter=line.letter)
    for line, form in zip(lines, publication.forms, strict=True):
        home.forms.fix(form, line)
    if publication.roster:
        home.roster.record(publication.roster, now.at)
    home.publications.record(_recorded(carried, now))


def _asks_the_same(known: Form, carried: Form) -> bool:
    """Return whether two forms ask the same, by whatever rules and with whichever keys."""
    return bool(shown_part(known.bare())["questions"] == shown_part(carried.bare())["questions"])


def _recorded(carried: CarriedPaper, now: Moment) -> PublicationOpened:
    cover = carried.cover
    return PublicationOpened(
        when=now,
        digest=carried.digest,
        file=carried.name,
        made_at=cover.made_at,
        class_id=cover.class_id,
        class_title=cover.class_title,
        paper=cover.paper,
        title=cover.title,
        form=cover.forms[0].form,
        questions=cover.questions,
        full_score=cover.full_score,
        time_limit=cover.time_limit,
        opens=cover.opens,
        closes=cover.closes,
        has_keys=cover.has_keys,
        invigilator=cover.invigilator,
    )
