"""At the door of a paper: who may go in, and who only goes on, whatever has become of the paper's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from quizapp.domain.attempt import rules
from quizapp.domain.candidate import Candidate, plain_name, same_number
from quizapp.domain.errors import QuizError, Refused
from quizapp.domain.papers.paper import Paper
from quizapp.domain.text import clean_line
from quizapp.reading.files import SUFFIXES
from quizapp.services.book.attempt_record import check_clock, published
from quizapp.services.ports.home import Home
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.agenda import Begun, begun
from quizapp.services.sitting.attempt_start import identify, standing, usable
from quizapp.services.sitting.invigilator import may_be_overruled


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A paper, and the attempts at it that are under way in this home, the latest first."""

    id: str
    title: str
    going_on: tuple[Begun, ...] = ()
    known: Paper | None = None
    """Its rules; None where nobody may begin."""
    trouble: QuizError | None = None
    """Why not, then."""

    @property
    def paper(self) -> Paper:
        """The rules by which somebody may begin. Raises what is in the way."""
        if self.known is None:
            assert self.trouble is not None  # a door without rules is only made with what is wrong
            raise self.trouble
        return self.known

    @property
    def people(self) -> tuple[Candidate, ...]:
        """Who has an attempt to go on with."""
        return tuple(_person(one) for one in self.going_on)

    def attempt_of(self, candidate: str) -> Begun | None:
        """Return the attempt that the person of that number goes on with."""
        return next((one for one in self.going_on if same_number(one.candidate) == same_number(candidate)), None)

    def identify(self, home: Home, candidate: str, name: str = "") -> Candidate:
        """Return the person of that number, from the roster or as their attempt under way has them.

        Raises Refused as `quizapp.services.sitting.attempt_start.identify`,
        and MachineRefused where the roster was altered.
        """
        try:
            return identify(home, candidate, name)
        except QuizError:
            mine = self.attempt_of(clean_line(candidate)[:64])
            if mine is None or (plain_name(name) and plain_name(name) != plain_name(mine.candidate_name)):
                raise
            return _person(mine)


def at_door(place: Workplace, wanted: str) -> Door:
    """Return the paper of that id, title or path, or what is under way of one that cannot be begun.

    Raises what stands in the way of beginning where there is nothing to go on with: CalledWrongly, Refused.
    """
    going_on = begun(place.home, place.clock, place.class_id)
    sourced: Paper | None = None
    try:
        found = place.library.paper(wanted)
        sourced = found.paper
        paper = usable(found)
    except QuizError as trouble:
        return _to_go_on(going_on, wanted, sourced, place.trouble or trouble)
    return Door(id=paper.id, title=paper.title, going_on=_at(going_on, paper.id), known=paper)


def _to_go_on(going_on: Iterable[Begun], wanted: str, found: Paper | None, trouble: QuizError) -> Door:
    meant = next((one for one in going_on if _means(one, wanted, found)), None)
    if meant is None:
        raise trouble
    paper = meant.name.paper
    return Door(id=paper, title=meant.title, going_on=_at(going_on, paper), trouble=trouble)


def _means(one: Begun, wanted: str, found: Paper | None) -> bool:
    """Return whether a paper's id, title or file means an attempt's: a file that says no id is told by its name."""
    path = PurePath(wanted)
    ids = {wanted, path.stem} if wanted.lower().endswith(SUFFIXES) else {wanted}
    if found is not None:
        ids.add(found.id)
    return one.name.paper.casefold() in {id.casefold() for id in ids} or one.title == wanted


def _at(going_on: Iterable[Begun], paper: str) -> tuple[Begun, ...]:
    return tuple(one for one in going_on if one.name.paper == paper)


def _person(one: Begun) -> Candidate:
    return Candidate(id=one.candidate, name=one.candidate_name, unit=one.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted:
    """A paper, and who may go in to it."""

    paper: str
    """Its id."""
    candidate: Candidate | None
    """None where the app is to ask who sits."""


def admit(place: Workplace, wanted: str, candidate_id: str = "", name: str = "") -> Admitted:
    """Return the paper and the candidate, where one may begin or go on.

    Raises CalledWrongly for an unknown paper; Refused for one that cannot be sat now, or an unknown candidate.
    """
    door = at_door(place, wanted)
    if not candidate_id:
        # More time may have been given beyond the window to who goes on.
        if not door.going_on:
            _check_begin(place, door.paper)
        return Admitted(paper=door.id, candidate=None)
    candidate = door.identify(place.home, candidate_id, name)
    if door.attempt_of(candidate.id) is None:
        stands = standing(place.home, place.clock, door.paper, candidate, place.class_id, place.library)
        _check(place, door.id, lambda: stands.check_start(place.clock.read().at))
    return Admitted(paper=door.id, candidate=candidate)


def _check_begin(place: Workplace, paper: Paper) -> None:
    now = place.clock.read().at
    _check(place, paper.id, lambda: _check_clocks(place, paper, now))


def _check_clocks(place: Workplace, paper: Paper, now: datetime) -> None:
    carried = published(place.home, paper.id)
    if carried is not None:
        check_clock(carried.made_at, now)
    rules.may_start(paper, 0, now)


def _check(place: Workplace, paper: str, look_at: Callable[[], None]) -> None:
    """Refuse what is refused at the door, but not what an invigilator may overrule at the cover."""
    try:
        look_at()
    except Refused as refusal:
        if not may_be_overruled(place.home, paper, refusal):
            raise
