"""One round of watching: what is new under the watched folders is collected, off the event loop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.carrying.watched import Look, Watched, brought_in, shown_name
from quizapp.domain.errors import QuizError
from quizapp.services.collecting.collect import collect
from quizapp.services.second_copy import keep_second_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.carrying.watched import Mark
    from quizapp.services.collecting.brought import Found
    from quizapp.services.collecting.verdict import Verdict
    from quizapp.services.workplace import Workplace


class Progress(NamedTuple):
    """How far a round has come."""

    read: int
    """Files that were read or found to be gone."""
    whole: int


Tell: TypeAlias = "Callable[[Verdict | Progress], None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of a round."""

    look: Look
    verdicts: tuple[Verdict, ...] = ()
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
    watched: Watched,
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
        return Round(look=Look())
    if not look.ready:
        return Round(look=look)
    gone: set[Path] = set()
    verdicts: list[Verdict] = []

    def note(verdict: Verdict) -> None:
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


def _counted(files: Mapping[Path, Mark], gone: set[Path], tell: Tell) -> Iterator[Found]:
    for number, path in enumerate(files, 1):
        yield from brought_in((path,), gone)
        tell(Progress(number, len(files)))


def _refused(files: Mapping[Path, Mark], verdicts: list[Verdict]) -> Iterator[Path]:
    """Give the files of refused verdicts: one that was pulled out half read looks as if it were cut off."""
    by_name = {shown_name(path): path for path in files}
    return (by_name[one.file] for one in verdicts if one.is_refused and one.file in by_name)
