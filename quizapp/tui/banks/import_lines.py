"""What became of a source's lines: those in no question, those in doubt, and what is to be done about each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.errors import QuizError
from quizapp.reading.exchange.source_question import GivenLine, reason_text
from quizapp.services.exchange.line_review import LINE_KINDS, PLAIN_REASONS, lines_to_review, neighbours, surroundings
from quizapp.tui.banks.import_shape import read_otherwise, source_shape
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from quizapp.reading.exchange.source_question import GivenPart, GivenTo, LineFate, ReadingAid
    from quizapp.services.exchange.import_batch import Batch
    from quizapp.services.exchange.line_review import ReviewedLine
    from quizapp.services.ports.bank_editor import BankDesk


_PARTS: Sequence[GivenPart] = ("stem", "option", "key", "rationale")
_MOST = 300
"""Lines of one kind that are listed."""
_LONGEST = 200
"""Characters of a line that are listed; all of it stands beside."""
_LONGEST_WIDE = 2_000
_AROUND, _AROUND_WIDE = 2, 8
"""Lines shown before a line and behind it."""


class LineStep(NamedTuple):
    """What can be done about a line: in words, and what is said of the source then."""

    words: str
    aid: ReadingAid


class BringLines(Room["Batch"]):
    """Returns the batch as it is read now, at the question that is to be looked at. All its keys have priority."""

    CSS_PATH = "import_lines.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "decide", "teach.lines_key_decide", when="has_lines"),
        Command("f2", "next_kind", "teach.lines_key_next", when="has_lines"),
        Command("f3", "shape", "teach.lines_key_shape", when="can_be_overruled"),
        Command("ctrl+z", "take_back", "teach.lines_key_undo", when="has_before"),
        HELP,
        BACK,
        Command("down", "move", back="up"),
    )

    def __init__(self, desk: BankDesk, batch: Batch) -> None:
        super().__init__()
        self._desk = desk
        self._batch = batch
        self._before: list[Batch] = []
        self._rows: list[ReviewedLine | None] = []
        """What each entry of the list is; None for a heading."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        yield Line(id="counts", classes="muted")
        yield Rule()
        with Container(id="body"):
            yield PointedList()
            yield Rule(id="middle")
            with VerticalScroll(id="about", can_focus=False):
                yield Page()
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._show, 0)

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to look at."""
        return any(row is not None for row in self._rows)

    @property
    def can_be_overruled(self) -> bool:
        """Whether how the source is written can be said otherwise."""
        return self._batch.can_be_overruled

    @property
    def has_before(self) -> bool:
        """Whether anything was said here that can be taken back."""
        return bool(self._before)

    # What keys do

    def action_move(self, step: int) -> None:
        rows = self.query_one(PointedList)
        if step > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_next_kind(self) -> None:
        """Go to the first line of the next kind, from the top again."""
        at = self.query_one(PointedList).highlighted or 0
        firsts = [place + 1 for place, row in enumerate(self._rows[:-1]) if row is None and self._rows[place + 1]]
        if firsts:
            self.query_one(PointedList).highlighted = next((place for place in firsts if place > at), firsts[0])

    def action_decide(self) -> None:
        """Ask what is to be done about the line under the cursor, or go to the question in doubt."""
        row = self._row()
        if row is None:
            return
        if row.place is not None:
            self._batch.shown = row.place
            self.dismiss(self._batch)
            return
        steps = list(self._steps(row))
        if steps:
            self._decide(row, steps)
        else:
            self.tell(self._remedy(row))

    def action_shape(self) -> None:
        """Say how the source is written, and read it so."""
        self._ask_shape()

    def action_take_back(self) -> None:
        """Read the source as before the last step."""
        if not self._before:
            self.tell(self.say("teach.lines_no_undo"))
            return
        now, self._batch = self._batch, self._before.pop()
        self._show(self.query_one(PointedList).highlighted or 0)
        self._tell_counts(now, self._batch)

    def action_leave(self) -> None:
        self.dismiss(self._batch)

    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        self.action_decide()

    @on(OptionList.OptionHighlighted)
    def point(self) -> None:
        self._show_about()

    # How it is done

    @work(exclusive=True, group="visit")
    async def _decide(self, row: ReviewedLine, steps: Sequence[LineStep]) -> None:
        title = self.say("teach.lines_what", line=row.line, text=_shortened(row.text, _SHORT))
        place = await self.quizapp.push_screen_wait(Pick(title, [step.words for step in steps]))
        if place is not None:
            await self._read_so(steps[place].aid)

    @work(exclusive=True, group="visit")
    async def _ask_shape(self) -> None:
        if self._batch.can_be_overruled:
            other = await read_otherwise(self.quizapp, self._desk, self._batch)
            if other is not None:
                self._take(other)

    async def _read_so(self, aid: ReadingAid) -> None:
        try:
            other = await asyncio.to_thread(self._batch.read_with, aid)
        except QuizError as error:
            self.tell(self.language.error(error))
            return
        if other.count:
            self._take(other)
        else:
            self.tell(self.say("teach.lines_nothing"))

    def _take(self, other: Batch) -> None:
        before, self._batch = self._batch, other
        self._before.append(before)
        self._show(self.query_one(PointedList).highlighted or 0)
        self._tell_counts(before, other)

    def _tell_counts(self, before: Batch, after: Batch) -> None:
        values: dict[str, int] = {}
        for when, batch in (("before", before), ("after", after)):
            counts = batch.counts()
            values[f"sound_{when}"], values[f"doubtful_{when}"] = counts["imported"], counts["doubtful"]
            values[f"unread_{when}"] = len(batch.unread)
        lost = before.mended - after.mended
        told = [self.say("teach.lines_done", **values), *([self.say("teach.aid_lost", count=lost)] if lost > 0 else [])]
        self.tell(" | ".join(told))

    def _row(self) -> ReviewedLine | None:
        at = self.query_one(PointedList).highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _steps(self, row: ReviewedLine) -> Iterator[LineStep]:
        """Give what can be done about a line of the source's own file."""
        if not self._batch.can_be_overruled or row.sheet or row.kind == "told":
            return
        aid = self._batch.aid
        others = tuple(each for each in aid.given if (each.line, each.text) != (row.line, row.text))
        count = sum(each.text == row.text and not each.sheet for each in self._batch.source.lines)
        if any(reason.code == "import-page-line" for reason in row.reasons):
            kept = aid._replace(kept=aid.kept | {row.text}, noise=aid.noise - {row.text})
            yield LineStep(self.say("teach.lines_keep", count=count), kept)
        near = neighbours(self._batch.source, row.line)
        ways: tuple[tuple[GivenTo, int | None], ...] = (("before", near.before), ("after", near.after))
        for to, place in ways:
            for part in _PARTS if place is not None else ():
                words = self.say(
                    f"teach.lines_{to}", number=(place or 0) + 1, part=self.say(f"teach.lines_part_{part}")
                )
                yield LineStep(words, aid._replace(given=(*others, GivenLine(row.line, row.text, to, part))))
        own = GivenLine(row.line, row.text, "own")
        yield LineStep(self.say("teach.lines_own"), aid._replace(given=(*others, own)))
        if row.kind != "noise":
            noise = aid._replace(noise=aid.noise | {row.text}, kept=aid.kept - {row.text}, given=others)
            yield LineStep(self.say("teach.lines_noise", count=count), noise)

    def _show(self, at: int) -> None:
        """Show the lines by their kinds, the cursor as near to a place as can be."""
        found = lines_to_review(self._batch.source, self._batch.doubted())
        self._rows, entries = [], list[Content]()
        width = max((len(str(row.line)) for lines in found.values() for row in lines[:_MOST]), default=0)
        for kind in LINE_KINDS:
            lines = found[kind]
            if not lines:
                continue
            self._add(entries, None, Content.styled(self.say(f"teach.lines_kind_{kind}", count=len(lines)), "bold"))
            for row in lines[:_MOST]:
                self._add(entries, row, Content.assemble((self._lead(row, width), MUTED), self._said(row)))
            if len(lines) > _MOST:
                more = self.say("teach.lines_more", count=len(lines) - _MOST)
                self._add(entries, None, Content.styled(more, MUTED))
        if not entries:
            self._add(entries, None, Content(self.say("teach.lines_none")))
        rows = self.query_one(PointedList)
        headings = [place for place, row in enumerate(self._rows) if row is None]
        rows.show(entries, headings)
        near = sorted((abs(place - at), place) for place, row in enumerate(self._rows) if row is not None)
        rows.highlighted = near[0][1] if near else None
        self._show_heads()
        self._show_about()

    def _add(self, entries: list[Content], row: ReviewedLine | None, entry: Content) -> None:
        self._rows.append(row)
        entries.append(entry)

    def _show_heads(self) -> None:
        batch, say = self._batch, self.say
        self.query_one("#where", Line).show(f"{say('teach.lines_title')} | {batch.name}")
        counts = batch.counts()
        values = {"sound": counts["imported"], "doubtful": counts["doubtful"], "refused": counts["refused"]}
        self.query_one("#count", AutoLine).show(say("teach.look_counts", read=sum(counts.values()), **values))
        self.query_one("#counts", Line).show(source_shape(self.language, batch))
        self.refresh_keys()

    def _lead(self, row: ReviewedLine, width: int) -> str:
        code = "teach.lines_line" if not row.sheet else "teach.lines_sheet" if row.line else "teach.lines_whole"
        return self.say(code, line=str(row.line).rjust(width), sheet=row.sheet)

    def _said(self, row: ReviewedLine) -> str:
        """Return what a row of the list says: the line, or, of a doubt, why."""
        reasons = "；".join(reason_text(each, self.language) for each in row.reasons)
        is_text = row.kind in ("unread", "noise", "heading")
        return _shortened(row.text if is_text else reasons or row.text, _LONGEST)

    def _show_about(self) -> None:
        row = self._row()
        page = next(iter(self.query("#about Page").results(Page)), None)
        if page is None:
            return  # the screen was left meanwhile
        page.show([] if row is None else [*self._why(row), *self._around(row)])

    def _why(self, row: ReviewedLine) -> Iterator[Paragraph]:
        for reason in row.reasons:
            if reason.code in PLAIN_REASONS:
                continue  # the heading of its kind says so
            yield Paragraph(_shortened(reason_text(reason, self.language), _LONGEST), kind="fault")
        yield Paragraph(self._remedy(row), kind="muted")

    def _remedy(self, row: ReviewedLine) -> str:
        is_elsewhere = row.kind not in ("doubt", "told") and (row.sheet or not self._batch.can_be_overruled)
        return self.say(f"teach.lines_do_{'elsewhere' if is_elsewhere else row.kind}")

    def _around(self, row: ReviewedLine) -> Iterator[Paragraph]:
        """Give the lines about a line, what they are part of behind each."""
        is_wide = self.has_class("-wide")
        around = _AROUND_WIDE if is_wide else _AROUND
        for each in surroundings(self._batch.source.lines, row.line, row.sheet, around) if row.line else ():
            is_here = each.line == row.line
            lead = f"{'>' if is_here else ' '} {each.line}  "
            text = _shortened(each.text, (_LONGEST_WIDE if is_wide else _LONGEST) if is_here else _SHORT)
            yield Paragraph(f"{text}    [{self._part(each)}]", lead, "here" if is_here else "")

    def _part(self, line: LineFate) -> str:
        if line.fate != "question" or not line.questions:
            return self.say(f"teach.lines_fate_{line.fate}")
        part = self.say(f"teach.lines_part_{line.part or 'stem'}")
        return self.say("teach.lines_part", number=line.questions[0] + 1, part=part)


_SHORT = 48


def _shortened(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
