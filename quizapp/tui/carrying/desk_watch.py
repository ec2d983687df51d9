"""Watching drives and folders, round after round, and the verdicts that were given while the desk was open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.carrying.pack_sources import FolderLook, WatchedFolders, brought_in, shown_name
from quizapp.domain.errors import QuizError
from quizapp.services.carrying.collect import collect
from quizapp.services.ports.workplace import keep_second_copy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quizapp.carrying.pack_sources import FileMark
    from quizapp.services.carrying.copies import CopyVerdict, Found
    from quizapp.services.ports.workplace import Workplace


class RoundProgress(NamedTuple):
    """How far a round has come."""

    read: int
    """Files that were read or found to be gone."""
    whole: int


Tell: TypeAlias = "Callable[[CopyVerdict | RoundProgress], None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of a round."""

    look: FolderLook
    verdicts: tuple[CopyVerdict, ...] = ()
    """Of the files that were there to the end."""
    gone: tuple[Path, ...] = ()
    """Files that were taken away before they were read; the next look that finds them has them read."""
    trouble: QuizError | None = None
    """Why not everything was collected; what is left is tried again."""
    copied: QuizError | None = None
    """Why the second copy is not up to date."""

    @property
    def has_collected(self) -> bool:
        return bool(self.verdicts)


def go_round(
    place: Workplace,
    watched: WatchedFolders,
    places: tuple[Path, ...],
    tell: Tell,
    *,
    at_once: bool = False,
) -> Round:
    """Look through the places and collect what is ready there, telling of each verdict and of each file read.

    Waits for the disk, and raises nothing: what went wrong is told in what is returned.
    """
    try:
        look = watched.look(places, at_once=at_once)
    except OSError:  # a stick that is being pulled out: it is looked through again
        return Round(look=FolderLook())
    if not look.ready:
        return Round(look=look)
    gone: set[Path] = set()
    verdicts: list[CopyVerdict] = []

    def note(verdict: CopyVerdict) -> None:
        verdicts.append(verdict)
        tell(verdict)

    trouble = None
    try:
        collect(place, _counted(look.ready, gone, tell), place.staff, note)
    except QuizError as error:
        trouble = error
    gone |= {path for path in _refused(look.ready, verdicts) if not path.exists()}
    if trouble is None:
        watched.took({path: mark for path, mark in look.ready.items() if path not in gone})
    names = {shown_name(path) for path in gone}
    return Round(
        look=look,
        verdicts=tuple(one for one in verdicts if one.file not in names),
        gone=tuple(sorted(gone)),
        trouble=trouble,
        copied=keep_second_copy(place),
    )


def _counted(files: Mapping[Path, FileMark], gone: set[Path], tell: Tell) -> Iterator[Found]:
    for number, path in enumerate(files, 1):
        yield from brought_in((path,), gone)
        tell(RoundProgress(number, len(files)))


def _refused(files: Mapping[Path, FileMark], verdicts: list[CopyVerdict]) -> Iterator[Path]:
    """Give the files of refused verdicts: one that was pulled out half read looks as if it were cut off."""
    by_name = {shown_name(path): path for path in files}
    return (by_name[one.file] for one in verdicts if one.is_refused and one.file in by_name)


SETTLING = 1.0
"""Seconds until a file that may still be growing is looked at again."""
PATIENCE = 4
"""Between two looks stands so many times what the last one took: a slow stick is not kept busy by being looked at."""


class DeskWatch:
    """Belongs to one screen; the disk is waited for in a thread."""

    def __init__(
        self, place: Workplace, watched: WatchedFolders, places: Callable[[], tuple[Path, ...]], every: float = 3.0
    ) -> None:
        """`places` returns the drives and folders that are there, which are looked through every so many seconds."""
        self._place = place
        self._watched = watched
        self._places = places
        self._every = every
        self._chosen: tuple[Path, ...] = ()
        self._wake = asyncio.Event()
        self._is_asked = False
        self.is_asked = False
        """Whether the round that is under way, or was the last, was asked for."""

    def ask(self) -> None:
        """Have everything looked through now, what was collected before too: keys may have come since."""
        self._is_asked = True
        self._wake.set()

    def choose(self, place: Path) -> None:
        """Look through this folder or file too, from now on."""
        self._chosen = tuple(dict.fromkeys((*self._chosen, place)))
        self.ask()

    async def rounds(self, tell: Tell) -> AsyncIterator[Round]:
        """Go round until nobody wants to know; `tell` is called in another thread."""
        clock = asyncio.get_running_loop().time
        while True:
            self.is_asked, self._is_asked = self._is_asked, False
            began = clock()
            done = await asyncio.to_thread(partial(self._go, tell))
            took = 0.0 if done.has_collected else clock() - began
            yield done
            rest = min(SETTLING, self._every) if done.look.waiting else self._every
            await self._rest(max(rest, PATIENCE * took))

    def _go(self, tell: Tell) -> Round:
        places = (*self._places(), *self._chosen)
        return go_round(self._place, self._watched, places, tell, at_once=self.is_asked)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return
        self._wake.clear()


class TimedVerdict(NamedTuple):
    """A verdict, and when it was given."""

    at: datetime
    verdict: CopyVerdict


class KnownAttempts(NamedTuple):
    """How many attempts were here already when the desk came upon them."""

    attempts: int


class DeskVerdicts:
    """A file that is collected once more is told of again only where it fares otherwise than before.

    What was here before the desk was opened, or came by another way, is no news: it is counted.
    """

    def __init__(self) -> None:
        self._told: list[TimedVerdict] = []
        self._codes: dict[tuple[str, str], str] = {}
        """What was said last of a file and an attempt in it."""
        self._known: set[str] = set()
        """Attempts that were here already, and of which nothing was said."""

    @property
    def entries(self) -> tuple[TimedVerdict | KnownAttempts, ...]:
        """What is news, the newest first, and then how many were here already."""
        return (*reversed(self._told), *([KnownAttempts(len(self._known))] if self._known else ()))

    @property
    def to_look_at(self) -> int:
        """How many were refused, or are to be checked."""
        return sum(one.verdict.is_refused for one in self._told)

    def take(self, at: datetime, verdict: CopyVerdict) -> None:
        """Add a verdict where it says what was not said."""
        before = self._codes.get((verdict.file, verdict.attempt))
        if verdict.attempt and verdict.kind == "known":
            if all(one.verdict.attempt != verdict.attempt for one in self._told):
                self._known.add(verdict.attempt)
        elif before != verdict.code and not (before and verdict.kind == "known"):
            self._codes[verdict.file, verdict.attempt] = verdict.code
            self._told.append(TimedVerdict(at, verdict))
            self._known.discard(verdict.attempt)

    def forget(self, files: Collection[str]) -> None:
        """Take back what was refused of files that were taken away half read: they are read again."""
        if files:
            self._told = [one for one in self._told if not (one.verdict.is_refused and one.verdict.file in files)]
            self._codes = {(one.verdict.file, one.verdict.attempt): one.verdict.code for one in self._told}
