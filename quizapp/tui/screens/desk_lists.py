"""The columns of the 收卷台: which lines each has, what is said of the one under the cursor, and what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

from quizapp.services.desk_counts import COLLECTED, DeskPerson
from quizapp.services.to_decide import ToDecide
from quizapp.tui.screens import desk_words as words
from quizapp.tui.screens.desk_verdicts import DeskVerdicts, Known, Told

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.collecting_desk import DeskView
    from quizapp.tui.widgets.long_list import LongLine


Entry: TypeAlias = Told | Known | DeskPerson | ToDecide


class About(NamedTuple):
    """What is decided about: somebody's attempts at a paper, the first one offered first; none for the person alone."""

    paper: str
    candidate: str
    attempts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTab:
    """One column; its head is said under `desk.tab_` and its code, what it says where it is empty `desk.empty_`."""

    code: str
    entries: Callable[[DeskView, DeskVerdicts], Sequence[Entry]]

    def count(self, view: DeskView, told: DeskVerdicts) -> int:
        """Return how many the column has, which one line may sum up."""
        entries = self.entries(view, told)
        return len(entries) + sum(one.attempts - 1 for one in entries[-1:] if isinstance(one, Known))


TABS: tuple[DeskTab, ...] = (
    DeskTab(code="verdicts", entries=lambda _, told: told.entries),
    DeskTab(code="missing", entries=lambda view, _: view.counts.missing),
    DeskTab(code="doubts", entries=lambda view, _: view.to_decide),
    DeskTab(code="rehearsal", entries=lambda view, _: view.counts.unrehearsed),
    DeskTab(code="people", entries=lambda view, _: view.counts.people),
)

PEOPLE = len(TABS) - 1
"""The place of the column that names everybody."""


class Lines(Sequence["LongLine"]):
    """The lines of entries, each made when it is drawn: a class is long, a screen is not."""

    def __init__(self, language: Language, entries: Sequence[Entry]) -> None:
        self._language = language
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, place: int) -> LongLine: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[LongLine]: ...
    def __getitem__(self, place: int | slice) -> LongLine | Sequence[LongLine]:
        if isinstance(place, slice):
            return Lines(self._language, self._entries[place])
        return line(self._language, self._entries[place])


def line(language: Language, entry: Entry) -> LongLine:
    """Return an entry as a line."""
    match entry:
        case Told():
            return words.verdict_line(language, entry.verdict, entry.at)
        case Known():
            return words.known_line(language, entry.attempts)
        case DeskPerson():
            return words.person_line(language, entry)
        case ToDecide():
            return words.doubt_line(language, entry)


def told_about(language: Language, entry: Entry) -> str:
    """Return all that can be said of an entry."""
    match entry:
        case Told():
            return words.verdict_about(language, entry.verdict)
        case Known():
            return language.say("desk.known_about")
        case DeskPerson():
            return words.person_about(language, entry)
        case ToDecide():
            return words.doubt(language, entry)


def about(view: DeskView, entry: Entry) -> About | None:
    """Return what is to be decided about; None for a verdict whose attempt is not in the book, and for a count."""
    match entry:
        case Known():
            return None
        case Told():
            one = entry.verdict
            paper = view.known.get(one.attempt)
            return None if paper is None else About(paper, one.candidate, (one.attempt,))
        case DeskPerson():
            if view.paper is None:
                return None
            return About(view.paper.id, entry.candidate, (entry.attempt,) if entry.attempt else ())
        case ToDecide():
            others = (str(entry.values.get(name, "")) for name in ("first", "other"))
            return About(entry.paper, entry.candidate, (entry.attempt, *(other for other in others if other)))


def wall(view: DeskView) -> tuple[tuple[str, str, bool], ...]:
    """Return the names for the wall, each with a sign: `[x]` here, `[-]` sitting, `[ ]` missing, `( )` not awaited."""
    return tuple((_sign(one), one.name or one.candidate, one.stand in COLLECTED) for one in view.counts.people)


def _sign(one: DeskPerson) -> str:
    if one.stand in COLLECTED:
        return "[x]"
    if one.stand == "in_progress":
        return "[-]"
    return "[ ]" if one.is_expected else "( )"
