"""What the marking screen says about a pile and the essay on screen, and the points of its rubric with their marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive

from quizapp.domain.errors import Overtaken
from quizapp.domain.item import LETTERS
from quizapp.domain.text import clean
from quizapp.reports.cells import markings
from quizapp.tui.frame.titles import clipped
from quizapp.tui.frame.widgets.prose import Paragraph, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.errors import Refused
    from quizapp.language import Language
    from quizapp.services.marking.essay_pile import EssayPile
    from quizapp.services.marking.marking_session import MarkingSession


LESS, MORE = range(2, 5), range(19, 22)
"""The cells of `[-]` and `[+]` in a line's lead."""
BLANK = "__"
"""What stands for marks that are not given yet."""


class PointLine(Prose):
    """One point: `> [-]  1.5 / 2    [+]  what is to be seen`."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on it: on less (-1), on more (1), or elsewhere (0)."""

        place: int
        step: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self._marks = self._full = self._what = self._levels = ""
        self._is_pointed = False

    def set_point(self, text: str, full: str) -> None:
        """Show what is to be seen, and what it is worth."""
        self._what, self._full = text, full
        self._show()

    def set_levels(self, levels: str) -> None:
        """Show its levels beneath it, each on a line; "" for none."""
        if levels != self._levels:
            self._levels = levels
            self._show()

    def set_marks(self, marks: str) -> None:
        """Show the marks given; "" for none yet."""
        self._marks = marks
        self._show()

    def set_pointed(self, is_pointed: bool) -> None:
        """Show whether the cursor is on it."""
        self._is_pointed = is_pointed
        self._show()

    def _show(self) -> None:
        sign = ">" if self._is_pointed else " "
        self.lead = f"{sign} [-] {self._marks or BLANK:>5} / {self._full:<4} [+]  "
        self.text = "\n".join(filter(None, (self._what, self._levels)))
        self.emphasis = "bold $text-accent" if self._is_pointed else ""

    def on_click(self, event: events.Click) -> None:
        column = event.x if event.y == 0 else -1
        self.post_message(self.Clicked(self.place, (column in MORE) - (column in LESS)))


class PointLines(VerticalScroll, can_focus=False):
    """The points of one question at a time. Keys reach it through its screen, one after another."""

    cursor: reactive[int | None] = reactive(0)
    """The point under the cursor; None while something else is."""

    def __init__(self, rows: int) -> None:
        """Make lines for as many points as any question has."""
        super().__init__()
        self._rows = [PointLine(place) for place in range(rows)]

    def compose(self) -> ComposeResult:
        yield from self._rows

    def show(self, points: Sequence[tuple[str, str]]) -> None:
        """Show these points, pairs of a text and what it is worth."""
        for row in self._rows:
            row.display = row.place < len(points)
            if row.display:
                row.set_point(*points[row.place])
        self.scroll_home(animate=False)

    def mark(self, marks: Sequence[str]) -> None:
        """Show the marks given to each point."""
        for row, text in zip(self._rows, marks, strict=False):
            row.set_marks(text)

    def tell(self, levels: str) -> None:
        """Show the levels of the point under the cursor."""
        for row in self._rows:
            row.set_levels(levels if row.place == self.cursor else "")

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        for row in self._rows:
            row.set_pointed(row.place == after)
        if after is not None and after < len(self._rows):
            self._rows[after].scroll_visible(animate=False)


_PEOPLE = 2
"""So many of those who are waited for are named."""


_SHORT, _FOLDED = 140, 44
"""Cells of a question that is shown whole, two lines of a small screen, and of the first words of a longer one."""


def kept_back(language: Language, pile: EssayPile) -> list[str]:
    """Return which essays are not in a pile, and why or for whom."""
    say, parts = language.say, []
    if pile.hidden:
        parts.append(say("marking.hidden", count=pile.hidden, people=_people(language, pile.sitting)))
    if pile.own:
        parts.append(say("marking.own", count=pile.own))
    if pile.missing:
        parts.append(say("marking.half", people=_people(language, pile.missing)))
    return parts


def _people(language: Language, those: Sequence[Candidate]) -> str:
    named = language.say("word.comma").join(clipped(f"{one.id} {one.name}".strip(), 20) for one in those[:_PEOPLE])
    return named if len(those) <= _PEOPLE else language.say("correct.and_others", people=named)


class MarkingWords:
    """The lines around an essay, and its page."""

    def __init__(self, language: Language, session: MarkingSession) -> None:
        self._language = language
        self._session = session

    def where(self) -> str:
        """Return the first line: what is done, the paper, who marks."""
        say, session = self._language.say, self._session
        return f"{say('marking.title')} | {session.pile.title} | {say('marking.by', by=session.marker.by)}"

    def count(self) -> str:
        """Return which essay of how many is on screen."""
        return self._language.say("marking.place", place=self._session.shown + 1, total=self._session.count)

    def progress(self) -> str:
        """Return the second line: question, marks, how many wait, who marked this one."""
        say, session = self._language.say, self._session
        question = session.script.question
        parts = [
            say("marking.question", number=question.number),
            say("sitting.marks", marks=question.marking.marks),
            say("marking.waiting", marked=session.marked, waiting=session.count - session.marked),
        ]
        others = session.differing - session.script.differs
        if others:
            parts.append(say("marking.differing", count=others))
        return " | ".join([*parts, *self._by()])

    def _by(self) -> Iterator[str]:
        """Give who marked this one. What another gave is not told to whoever has not marked it: 双评 is done blind."""
        say, script = self._language.say, self._session.script
        comma = self._language.say("word.comma")
        if script.is_overridden:
            yield say("marking.overridden")
        elif script.differs and script.marked is not None:
            yield say("marking.differs", given=markings(script.markings, self._language))
        elif script.others and script.marked is None:
            yield say("marking.second", by=comma.join(one.by for one in script.others))
        elif script.marked is not None:
            yield say("marking.marked_by", by=comma.join(one.by for one in script.markings))

    def kept_back(self) -> str:
        """Return that some essays are not in the pile, and why; "" where all are."""
        return " | ".join(kept_back(self._language, self._session.pile))

    @property
    def is_foldable(self) -> bool:
        """Whether the question would push what was written off a small screen: it has material, or is long itself."""
        question = self._session.script.question
        return bool(question.stimulus) or "\n" in question.item.stem or cell_len(question.item.stem) > _SHORT

    def page(self, *, is_open: bool = False) -> list[Paragraph]:
        """Return the question, what was written and the model answer; a long question whole only where it `is_open`."""
        say, script = self._language.say, self._session.script
        item, text = script.question.item, clean(script.text)
        page = [Paragraph(script.question.stimulus, kind="material")] if is_open and script.question.stimulus else []
        stem = item.stem
        if self.is_foldable and not is_open:
            stem = say("marking.folded", stem=clipped(" ".join(stem.split()), _FOLDED))
        page.append(Paragraph(stem, f"{script.question.number}. ", "title"))
        page += [Paragraph(say("marking.response", count=len("".join(text.split()))), kind="heading"), Paragraph(text)]
        if model := item.key_parts(()).model_answer:
            page += [Paragraph(say("marking.model_answer"), kind="heading"), Paragraph(model, kind="muted")]
        return page

    def points(self) -> list[tuple[str, str]]:
        """Return each point's text with what the keywords suggest, and what it is worth."""
        say, draft = self._language.say, self._session.draft
        points = [(self._point(place), self._language.marks(point.marks)) for place, point in enumerate(draft.points)]
        taken_off = (
            (say("marking.deduction", point=clean(one.point), each=one.each), f"{self._language.marks(one.most)}")
            for one in draft.deductions
        )
        return [*points, *taken_off]

    def most(self, place: int) -> str:
        """Return what a line can have at most."""
        say, draft = self._language.say, self._session.draft
        if place < len(draft.points):
            return say("marking.at_most", marks=draft.most(place))
        each = draft.deductions[place - len(draft.points)].each
        return say("marking.deduct_at_most", each=each, marks=draft.most(place))

    def levels(self, pointed: int | None) -> str:
        """Return a point's levels, each with its letter, marks and what it looks like; "" where it has none."""
        draft = self._session.draft
        if pointed is None or pointed >= len(draft.points):
            return ""
        marks = draft.marks[pointed]
        lines = []
        for letter, level in zip(LETTERS.lower(), draft.points[pointed].levels, strict=False):
            sign = ">" if marks is not None and level.least <= marks <= level.most else " "
            told = self._language.say("marking.level", level=clean(level.level), marks=level.marks)
            lines.append(f"{sign} {letter} {told}{clean(level.looks)}")
        return "\n".join(lines)

    def marks(self, pointed: int | None) -> list[str]:
        """Return the marks given to each point; what is being typed as it is typed."""
        draft = self._session.draft
        texts = ["" if marks is None else self._language.marks(marks) for marks in draft.marks]
        if pointed is not None and draft.typed():
            texts[pointed] = draft.typed()
        return texts

    def total(self) -> str:
        """Return what is given in all, and how many points have no marks yet."""
        say, draft = self._language.say, self._session.draft
        full = draft.script.question.marking.marks
        total = say("marking.total", total=draft.total, full=full)
        missing = draft.missing
        return f"{total} | {say('marking.missing', count=missing)}" if missing else total

    def saved(self) -> str:
        """Return what the corner says: saved only where this essay's marks are on disk."""
        session = self._session
        if session.trouble is not None:
            return self._language.say("sitting.not_saved")
        if session.script.is_overridden:
            return self._language.say("marking.decided")
        is_saved = session.script.marked is not None and not session.draft.is_changed
        return self._language.say("sitting.saved") if is_saved else self._language.say("marking.not_marked")

    def trouble(self) -> str:
        """Return why something is unsaved, and that it is tried again; "" where all is well."""
        trouble, say = self._session.trouble, self._language.say
        if trouble is None:
            return ""
        short = f"unsaved.{trouble.code}"
        why = say(short) if self._language.knows(short) else self._language.error(trouble)
        return say("marking.unsaved", why=why)

    def refused(self, refusal: Refused) -> str:
        """Return why something was not recorded, in a line."""
        if isinstance(refusal, Overtaken) and "what" in refusal.values:
            return self._language.say("marking.overtaken", **refusal.values)
        return self._language.error(refusal)

    def _point(self, place: int) -> str:
        say, draft = self._language.say, self._session.draft
        point, suggested = draft.points[place], draft.suggested[place]
        text = clean(point.point) or say("marking.whole")
        if suggested is None:
            return text
        return f"{text}{say('marking.found' if suggested else 'marking.not_found', marks=suggested)}"
