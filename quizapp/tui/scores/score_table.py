"""The score table: find somebody, sort, open what happened, decide about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal
from textual.widgets import Input

from quizapp.domain.errors import QuizError
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.scores.score_sheet import ScoreSheetOrder, kept_place, statuses
from quizapp.tui.decisions.decision import decide
from quizapp.tui.decisions.kinds import DecisionCase
from quizapp.tui.frame.commands import HELP, MOVE, PAGE, Command, key_name
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.frozen_table import FrozenTable
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.scores.export import export_paper
from quizapp.tui.scores.score_view import (
    FROZEN,
    PaperOffer,
    PaperWays,
    ScoreView,
    head_of,
    read_view,
    said,
    shown_columns,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.scores.score_sheet import ScoreSheetLine as ScoreLine


ALL_ATTEMPTS, NARROW, SORT = Command("f2", "all_attempts"), Command("f3", "narrow"), Command("f5", "sort")


def count(language: Language, view: ScoreView) -> str:
    """Return how many lines are shown, and of how many where not all are."""
    shown, whole = len(view.lines), len(view.sheet.lines)
    unit = "attempts" if view.all_attempts else "people"
    if view.is_narrowed:
        return language.say(f"committee.{unit}_of", count=shown, whole=whole)
    return language.say(f"committee.{unit}", count=whole)


def sieve(language: Language, view: ScoreView) -> str:
    """Return by what the table is narrowed down and sorted, each behind its key."""
    status = language.say("committee.any_status") if view.status is None else status_word(language, view.status)
    rows = language.say("committee.rows_attempts" if view.all_attempts else "committee.rows_people")
    parts = {NARROW: status, SORT: order_word(language, view.order), ALL_ATTEMPTS: rows}
    return " | ".join(f"{key_name(language, one.keys)} {words}" for one, words in parts.items())


def status_word(language: Language, status: str) -> str:
    """Return a status as people read it; "" is who may still come."""
    return language.say(f"word.{status}" if status else "committee.awaited")


def order_word(language: Language, order: ScoreSheetOrder | None) -> str:
    """Return by what lines are sorted, and which way."""
    if order is None:
        return language.say("committee.by_rank")
    head = head_of(order.column, language)
    return language.say("committee.by_falling" if order.is_falling else "committee.by_rising", column=head)


def who(language: Language, view: ScoreView, line: ScoreLine) -> str:
    """Return whom a line is about, with what a column may have had no room for."""
    unit, score = (said(line, view.sheet.column(name), language) for name in ("unit", "score"))
    standing = language.say("committee.marks", marks=score) if score else status_word(language, line.status)
    return " | ".join(part for part in (f"{line.candidate} {line.name}", unit, standing) if part)


def remarks(language: Language, view: ScoreView, line: ScoreLine) -> str:
    """Return what is noted about a line; "" for nothing."""
    return said(line, view.sheet.column("notes"), language)


class ScoreTable(Room[PaperOffer | None]):
    """Shows one paper's scores until it is left, and reads them again behind whatever was opened from it.

    Returns what is to be shown once no name is on screen any more.

    All its keys have priority, and what is typed is searched for: both are handled in the order they were pressed.
    """

    CSS_PATH = "score_table.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        MOVE,
        PAGE,
        Command("ctrl+end", "end", back="ctrl+home"),
        Command("enter", "replay", "committee.key_replay"),
        Command("right", "slide", "committee.key_slide", back="left"),
        ALL_ATTEMPTS,
        NARROW,
        SORT,
        Command("f6", "decide", "committee.key_decide"),
        Command("f7", "paper", "committee.key_paper"),
        Command("f8", "export", "committee.key_export"),
        HELP,
        Command("escape", "step_back", "key.back"),
        Command("ctrl+q", "leave"),
    )

    def __init__(self, view: ScoreView, ways: PaperWays) -> None:
        super().__init__()
        self._view = view
        self._ways = ways
        self._search = TextField()
        self._table = FrozenTable()

    def compose(self) -> ComposeResult:
        self._search, self._table = TextField(placeholder=self.say("committee.find_hint")), FrozenTable()
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        with Horizontal(id="finding"):
            yield AutoLine(id="find")
            yield self._search
            yield Line(id="sieve", classes="muted")
        yield Prose(id="trouble")
        yield Rule(id="upper")
        yield self._table
        yield Rule(id="rule")
        yield Line(id="who")
        yield Line(id="remarks", classes="muted")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the table; again where the language was changed, and all of it is said anew."""
        if self._view.language is not self.language:
            columns = shown_columns(self._view.sheet, self.language)
            self._view = self._view.changed(columns=columns, language=self.language)
        self.query_one("#find", AutoLine).show(self.say("committee.find"))
        self._search.begin_with(self._view.words)
        self.set_focus(self._search)
        self._show(0)

    @property
    def line(self) -> ScoreLine | None:
        """The line under the cursor."""
        return self._view.lines[self._table.cursor] if self._view.lines else None

    # Finding

    def type_character(self, character: str) -> bool:
        """Search for what is typed."""
        if character in "?？" and not self._search.value:
            self.action_explain()
        else:
            self.set_focus(self._search)
            self._search.type_text(character)
            self._change(words=self._search.value)
        return True

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        if self._search.value != self._view.words:
            self._change(words=self._search.value)

    def action_narrow(self) -> None:
        """Choose how those stand that are shown."""
        found = list(statuses(self._view.sheet.lines).items())
        words = [self.say("committee.option", word=status_word(self.language, one), count=n) for one, n in found]
        at = next((place for place, (one, _) in enumerate(found, 1) if one == self._view.status), 0)

        def pick(place: int | None) -> None:
            if place is not None:
                self._change(status=found[place - 1][0] if place else None)

        title = self.say("committee.narrow_title")
        self.app.push_screen(Pick(title, [self.say("committee.any_status"), *words], at), pick)

    def action_sort(self) -> None:
        """Choose what is sorted by; the same once more turns it round."""
        now = self._view.order
        columns = [one for one in self._view.columns if one.column.name != "rank"]
        at = next((place for place, one in enumerate(columns, 1) if now and one.column == now.column), 0)

        def pick(place: int | None) -> None:
            if place == 0:
                self._change(order=None)
            elif place is not None:
                one = columns[place - 1]
                is_again = now is not None and now.column == one.column
                is_falling = not now.is_falling if now and is_again else one.head.is_number
                self._change(order=ScoreSheetOrder(one.column, is_falling))

        heads = [self.say("committee.by_rank"), *(one.head.text for one in columns)]
        self.app.push_screen(Pick(self.say("committee.sort_title"), heads, at), pick)

    def action_move(self, step: int) -> None:
        self._point_at(self._table.cursor + step)

    def action_page(self, step: int) -> None:
        self._point_at(self._table.cursor + step * max(self._table.page - 1, 1))

    def action_end(self, step: int) -> None:
        self._point_at(len(self._view.lines) - 1 if step > 0 else 0)

    def action_slide(self, step: int) -> None:
        self._table.slide(step)

    @on(FrozenTable.Pointed)
    def point(self, message: FrozenTable.Pointed) -> None:
        self._point_at(message.place)

    # Opening

    def action_replay(self) -> None:
        line = self.line
        if line is None or not line.attempt:
            self.tell(self.say("committee.no_attempt"))
        else:
            self._open_replay(AttemptName(attempt=line.attempt, paper=self._view.sheet.paper))

    @work(exclusive=True, group="visit")
    async def _open_replay(self, name: AttemptName) -> None:
        await self._ways.replay(self.quizapp, name)

    def action_all_attempts(self) -> None:
        self._read_again("", all_attempts=not self._view.all_attempts)

    @work(exclusive=True, group="visit")
    async def action_decide(self) -> None:
        """Have something decided about the person under the cursor."""
        line, sheet = self.line, self._view.sheet
        if line is None:
            return
        case = DecisionCase(self.workplace, self.language, sheet.paper, sheet.title, line, sheet.seen)
        told = await decide(self.quizapp, case)
        # Also where nothing was done: it may be that somebody else decided meanwhile.
        await self._take_again(told, all_attempts=self._view.all_attempts)

    @work(exclusive=True, group="visit")
    async def action_paper(self) -> None:
        """Choose what else is done with the paper."""
        offer = await self._ways.choose_offer(self.quizapp, self._view.sheet.title)
        if offer is None:
            return
        if offer.is_projected:
            self.dismiss(offer)
            return
        told = await offer.visit(self.quizapp, self._view.sheet.paper)
        await self._take_again(told, all_attempts=self._view.all_attempts)

    @work(exclusive=True, group="visit")
    async def action_export(self) -> None:
        sheet = self._view.sheet
        told = await export_paper(self.quizapp, sheet.paper, sheet.title, all_attempts=self._view.all_attempts)
        if told:
            self.tell(told)

    def action_step_back(self) -> None:
        """Show everybody again; where everybody is shown, leave."""
        if not self._view.is_narrowed:
            self.action_leave()
            return
        self._search.begin_with("")
        self._change(words="", status=None)

    def action_leave(self) -> None:
        self.dismiss(None)

    # How it is done

    @work(exclusive=True, group="visit")
    async def _read_again(self, told: str, *, all_attempts: bool) -> None:
        await self._take_again(told, all_attempts=all_attempts)

    async def _take_again(self, told: str, *, all_attempts: bool) -> None:
        """Read the scores again, off the event loop; the cursor stays on its person, whoever else is shown."""
        before, now = self.line, self._view
        try:
            read = await asyncio.to_thread(
                read_view, self.workplace, self.language, now.sheet.paper, all_attempts=all_attempts
            )
        except QuizError as error:
            self._say_trouble(self.language.error(error))
            return
        order = now.order if now.sheet.columns == read.sheet.columns else None
        view = read.changed(words=now.words, status=now.status, order=order)
        if before is not None and all(line.candidate != before.candidate for line in view.lines):
            view = view.changed(words="", status=None)
            self._search.begin_with("")
        self._view = view
        self._show(kept_place(before, self._table.cursor, view.lines))
        if told:
            self.tell(told)

    def _change(self, **wishes: object) -> None:
        before = self.line
        self._view = self._view.changed(**wishes)
        self._show(kept_place(before, self._table.cursor, self._view.lines))

    def _show(self, cursor: int) -> None:
        if not self.is_mounted:
            # A key came before the screen was drawn: what it changed is shown once it is.
            return
        view = self._view
        heads = [one.head for one in view.columns]
        frozen = sum(one.column.name in FROZEN and not one.column.is_titled for one in view.columns)
        self._table.show(heads, frozen, len(view.lines), view.row, cursor)
        where = f"{self.say('committee.table')} | {view.sheet.title}"
        self.query_one("#where", Line).show(where)
        self.query_one("#count", AutoLine).show(count(self.language, view))
        self.query_one("#sieve", Line).show(sieve(self.language, view))
        pending = view.sheet.pending
        self._say_trouble(self.say("committee.pending", count=pending) if pending else "")
        self._show_line()

    def _point_at(self, place: int) -> None:
        if self.is_mounted:
            self._table.point_at(place)
            self._show_line()

    def _show_line(self) -> None:
        line = self.line
        nobody = "" if self._view.sheet.lines else self.say("committee.nobody")
        about = who(self.language, self._view, line) if line else nobody or self.say("committee.none_fit")
        self.query_one("#who", Line).show(about)
        told = remarks(self.language, self._view, line) if line else ""
        self.query_one("#remarks", Line).show(told)

    def _say_trouble(self, text: str) -> None:
        trouble = self.query_one("#trouble", Prose)
        trouble.text, trouble.display = text, bool(text)
