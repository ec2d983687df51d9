"""At the door of a paper: who may go in, and who only goes on, whatever has become of the paper's files.

An attempt under way needs nothing but its journal and its form, both in the home: faults written into the paper since,
a bank that is gone, or a roster that names somebody no more keep nobody from their own answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate, plain_name, same_number
from quizapp.domain.errors import QuizError
from quizapp.domain.text import clean_line
from quizapp.reading.files import SUFFIXES
from quizapp.services.agenda import begun
from quizapp.services.starting import identify, usable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.paper import Paper
    from quizapp.services.agenda import Begun
    from quizapp.services.ports import Home
    from quizapp.services.workplace import Workplace


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

        Raises Refused as `quizapp.services.starting.identify`,
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
