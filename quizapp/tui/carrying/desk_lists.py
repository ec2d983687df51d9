"""The columns of the 收卷台, in words: its counts, each verdict, each person, and a wall of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.carrying.pack_sources import shown_name
from quizapp.reports.cells import markings
from quizapp.reports.cells import notes as said_notes
from quizapp.reports.collected_list import copy_lines, notes
from quizapp.services.carrying.collecting_desk import COLLECTED, DeskPerson
from quizapp.services.carrying.conflicts import Conflict
from quizapp.tui.carrying.desk_watch import DeskVerdicts, KnownAttempts, TimedVerdict
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.titles import clipped
from quizapp.tui.frame.widgets.lists import LongLine

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from quizapp.language import Language
    from quizapp.services.carrying.collecting_desk import DeskView
    from quizapp.services.carrying.copies import CopyVerdict
    from quizapp.tui.carrying.desk_watch import Round


_CELL = 14
"""Cells of a name with its sign, and a blank behind it."""


class NameWall(Widget):
    """Shows `names`, in as many columns as there is room for, row by row."""

    DEFAULT_CSS = """
    NameWall { height: auto; width: 1fr; }
    """

    names: reactive[tuple[tuple[str, str, bool], ...]] = reactive((), layout=True)
    """Triples of a sign, a name and whether it needs nobody's eye any more."""

    def render(self) -> Content:
        across = self._across(self.size.width)
        rows = [self.names[first : first + across] for first in range(0, len(self.names), across)]
        return Content("\n").join([Content("").join([_cell(*one) for one in row]) for row in rows])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return -(-len(self.names) // self._across(width))

    def _across(self, width: int) -> int:
        return max(width // _CELL, 1)


def _cell(sign: str, name: str, is_done: bool) -> Content:
    text = set_cell_size(f"{sign} {clipped(name, _CELL - len(sign) - 2)}", _CELL)
    return Content.styled(text, MUTED) if is_done else Content(text)


_WIDTHS = (10, 12, 12, 10)
"""Cells of how somebody stands, 学号, name and unit."""
_REHEARSED = 10
"""Cells of how a rehearsal went, in Chinese; with a time behind it all fits beside the wall of names."""
_OF_PEOPLE = ("missing", "rehearsal")
"""The columns that are empty where all is well."""


def counts(language: Language, view: DeskView) -> str:
    """Return how many are expected, here, under way and missing, and what else must be known."""
    say, found = language.say, view.counts
    always = [
        say("desk.expected", count=found.expected),
        say("desk.collected", count=found.collected),
        say("desk.under_way", count=found.under_way),
        say("desk.missing", count=len(found.missing)),
    ]
    others = (("excused", found.excused), ("strangers", found.strangers))
    more = [say(f"desk.{code}", count=count) for code, count in others if count]
    refused = [say("desk.refused")] if view.refused is not None else []
    return say("desk.between").join([*always, *more, *refused])


def sentence(language: Language, verdict: CopyVerdict) -> str:
    """Return why it is so."""
    values = {"attempt": verdict.attempt, "paper": verdict.paper, **verdict.values}
    return language.say(f"collect.{verdict.code}", **values).strip()


def verdict_line(language: Language, verdict: CopyVerdict, at: datetime) -> LongLine:
    """Return a verdict as a line; a word says whether it was taken."""
    lead = f"{clock(language, at)}  {language.say(f'desk.kind_{verdict.kind}')}  "
    text = language.say("desk.of_whom", who=_who(verdict), text=sentence(language, verdict))
    return LongLine(lead, text, verdict.kind == "known")


def known_line(language: Language, count: int) -> LongLine:
    """Return how many were here already."""
    return LongLine(f"{language.say('desk.kind_known')}  ", language.say("desk.known", count=count), True)


def verdict_about(language: Language, verdict: CopyVerdict) -> str:
    """Return all that can be said of a verdict."""
    said = language.say(f"collect.kind.{verdict.kind}")
    text = language.say("desk.of_whom", who=f"{said}  {_who(verdict)}", text=sentence(language, verdict))
    return f"{text}\n{language.say('desk.in_file', file=verdict.file)}"


def empty(language: Language, code: str, view: DeskView) -> str:
    """Return what a column says where it has no line: that nobody is missing is not said of nobody."""
    return language.say(f"desk.empty_{code if view.counts.people or code not in _OF_PEOPLE else 'people'}")


def person_line(language: Language, one: DeskPerson) -> LongLine:
    """Return somebody with how they stand, in columns."""
    say = language.say
    rehearsed = say(f"desk.rehearsed_{one.rehearsed or 'none'}")
    texts = (say(f"desk.stand_{one.stand}"), one.candidate, one.name, one.unit)
    fixed = [set_cell_size(clipped(text, width), width) for text, width in zip(texts, _WIDTHS, strict=True)]
    fixed.append(set_cell_size(rehearsed, max(cell_len(rehearsed), _REHEARSED)))
    if one.received_at is not None and one.stand != "in_progress":
        fixed.append(say("desk.received", at=clock(language, one.received_at)))
    return LongLine("", " ".join(fixed), one.stand == "handed_in" and not one.doubts)


def person_about(language: Language, one: DeskPerson) -> str:
    """Return all that can be said of somebody."""
    say = language.say
    who = " ".join(part for part in (one.candidate, one.name, one.unit) if part)
    parts = [say(f"desk.stand_{one.stand}"), say(f"desk.rehearsed_{one.rehearsed or 'none'}")]
    if one.receipt:
        parts.append(say("desk.receipt", receipt=one.receipt))
    if one.attempt:
        machine = one.machine or say("desk.machine_unknown")
        parts.append(say("desk.machine", machine=machine) if one.is_carried else say("desk.sat_here"))
    parts += notes(language, one)
    return f"{who}\n{say('desk.between').join(parts)}"


def doubt(language: Language, one: Conflict) -> str:
    """Return what is to be decided, in a sentence."""
    values = {"attempt": one.attempt, "title": one.title, "id": one.candidate, "name": one.name}
    told = {"what": said_notes(one.notes, language), "given": markings(one.markings, language)}
    said = language.say(f"desk.decide_{one.doubt}", **values, **one.values, **told)
    said += language.say("desk.decide_sat_here") if one.is_sat_here else ""
    return "\n".join([said, *copy_lines(one.copies, language)])


def doubt_line(language: Language, one: Conflict) -> LongLine:
    """Return it as a line."""
    who = f"{one.candidate} {one.name}".strip()
    text = language.say("desk.of_paper", who=who, title=one.title)
    return LongLine(f"{language.say(f'desk.note_{one.doubt}')}  ", text)


def places(language: Language, there: Sequence[Path]) -> str:
    """Return what is watched."""
    if not there:
        return language.say("desk.watching_none")
    return language.say("desk.watching", places=language.say("desk.place_between").join(map(shown_name, there)))


def head(language: Language, code: str, count: int, refused: int) -> str:
    """Return the head of a column: how many lines it has, and how many of them were refused or are to be checked."""
    said = language.say(f"desk.tab_{code}", count=count)
    return language.say("desk.tab_refused", head=said, count=refused) if refused else said


def round_text(language: Language, done: Round, shown: str, *, is_asked: bool) -> str:
    """Return what is to be told of a round while a paper is shown; "" for nothing."""
    say = language.say
    if done.trouble is not None:
        return say("desk.not_collected", trouble=done.trouble)
    if done.gone:
        return say("desk.gone_midway", count=len(done.gone))
    if done.copied is not None:
        return language.error(done.copied)
    if done.verdicts:
        return _numbers(language, done, shown)
    if done.look.came and done.look.waiting:
        return say("desk.came", place=shown_name(done.look.came[0]))
    if done.look.gone:
        return say("desk.gone", place=shown_name(done.look.gone[0]))
    return say("desk.nothing_new") if is_asked else ""


def _numbers(language: Language, done: Round, shown: str) -> str:
    found = Counter(one.kind for one in done.verdicts)
    refused = found["refused"] + found["doubtful"]
    said = language.say("desk.done", taken=found["taken"], known=found["known"], refused=refused)
    others = sum(one.is_taken and one.paper != shown for one in done.verdicts)
    return language.say("desk.done_others", done=said, count=others) if others else said


def clock(language: Language, at: datetime) -> str:
    """Return a time of a day in the reader's zone: 14:03."""
    return f"{at.astimezone(language.zone):%H:%M}"


def _who(verdict: CopyVerdict) -> str:
    """Return whose it is; where nothing of it is believed, the file, which is named after somebody."""
    return f"{verdict.candidate} {verdict.name}".strip() or verdict.file.replace("\\", "/").rpartition("/")[2]


Entry: TypeAlias = TimedVerdict | KnownAttempts | DeskPerson | Conflict


class DecisionSubject(NamedTuple):
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
        return len(entries) + sum(one.attempts - 1 for one in entries[-1:] if isinstance(one, KnownAttempts))


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
        case TimedVerdict():
            return verdict_line(language, entry.verdict, entry.at)
        case KnownAttempts():
            return known_line(language, entry.attempts)
        case DeskPerson():
            return person_line(language, entry)
        case Conflict():
            return doubt_line(language, entry)


def entry_text(language: Language, entry: Entry) -> str:
    """Return all that can be said of an entry."""
    match entry:
        case TimedVerdict():
            return verdict_about(language, entry.verdict)
        case KnownAttempts():
            return language.say("desk.known_about")
        case DeskPerson():
            return person_about(language, entry)
        case Conflict():
            return doubt(language, entry)


def about(view: DeskView, entry: Entry) -> DecisionSubject | None:
    """Return what is to be decided about; None for a verdict whose attempt is not in the book, and for a count."""
    match entry:
        case KnownAttempts():
            return None
        case TimedVerdict():
            one = entry.verdict
            paper = view.known.get(one.attempt)
            return None if paper is None else DecisionSubject(paper, one.candidate, (one.attempt,))
        case DeskPerson():
            if view.paper is None:
                return None
            return DecisionSubject(view.paper.id, entry.candidate, (entry.attempt,) if entry.attempt else ())
        case Conflict():
            others = (str(entry.values.get(name, "")) for name in ("first", "other"))
            return DecisionSubject(entry.paper, entry.candidate, (entry.attempt, *(other for other in others if other)))


def wall(view: DeskView) -> tuple[tuple[str, str, bool], ...]:
    """Return the names for the wall, each with a sign: `[x]` here, `[-]` sitting, `[ ]` missing, `( )` not awaited."""
    return tuple((_sign(one), one.name or one.candidate, one.stand in COLLECTED) for one in view.counts.people)


def _sign(one: DeskPerson) -> str:
    if one.stand in COLLECTED:
        return "[x]"
    if one.stand == "in_progress":
        return "[-]"
    return "[ ]" if one.is_expected else "( )"
