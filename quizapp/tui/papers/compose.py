"""Composing a paper: its sections as rows, the banks' supply beside each, the table where there is room."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Horizontal, VerticalScroll
from textual.geometry import Region

from quizapp.domain.errors import QuizError
from quizapp.tui.frame.commands import BACK, HELP, MOVE, Command
from quizapp.tui.frame.room import Room, leave_if_wanted
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.papers.blueprint_table import TableScreen, TableText, short_lines
from quizapp.tui.papers.draft import DraftChanges, PaperSaver
from quizapp.tui.papers.rules import RulesScreen
from quizapp.tui.papers.sample import show_sample
from quizapp.tui.papers.section_fields import FieldChooser
from quizapp.tui.papers.section_rows import NUMBERS, ComposeWords, Cursor, SectionRows, fields_of, head

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult

    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.domain.papers.paper import Section
    from quizapp.language import Language
    from quizapp.services.papers.composing import Composing, DraftLook
    from quizapp.services.ports.paper_editor import OpenPaper, PaperDesk
    from quizapp.tui.papers.section_rows import Field


BESIDE = 38
"""Cells of the table beside the sections."""


class ComposeBody(Container):
    """Shows a draft. It changes nothing."""

    def __init__(self, language: Language, words: ComposeWords) -> None:
        super().__init__(id="body")
        self._language = language
        self._words = words
        self._rows = SectionRows()
        self._head = Line(classes="muted")
        self._empty = Prose(id="empty", classes="muted")
        self._table = TableText()
        self._note = Prose(classes="muted")
        self._sections = VerticalScroll(id="sections", can_focus=False)

    def compose(self) -> ComposeResult:
        with self._sections:
            yield self._head
            yield self._rows
            yield self._empty
        with VerticalScroll(id="beside", can_focus=False):
            title = Line(id="beside-title", classes="muted")
            title.show(self._words.say("compose.table_title"))
            yield title
            yield self._table
            yield self._note

    def on_mount(self) -> None:
        self._head.show(head(self._words))
        self._empty.text = self._words.say("compose.empty")

    def show(self, draft: PaperDraft, look: DraftLook | None, cursor: Cursor, typed: str) -> None:
        """Show a draft with what was last found out of it; `typed` is the number under the cursor as far as it is."""
        self._rows.show(self._words, draft, look, cursor, typed)
        self._empty.display = not draft.sections

    def show_table(self, draft: PaperDraft, look: DraftLook | None) -> None:
        """Show the table that was found out, or say why there is none."""
        table = look.table if look is not None else None
        self._table.lines = () if table is None else tuple(short_lines(table, self._language, BESIDE))
        code = "" if table is not None else "compose.table_none" if draft.sections else "compose.table_empty"
        refused = look.refused if look is not None else None
        said = self._words.say(code) if code else ""
        self._note.text = said if refused is None else self._language.error(refused)

    def reveal(self, row: int) -> None:
        """Have a section in sight, with the heads of the columns above the first."""
        start, end = self._rows.span(row)
        region = Region(0, start + 1, 1, end - start) if row else Region(0, 0, 1, end + 1)
        self._sections.scroll_to_region(region, animate=False, force=True)


class ComposeScreen(Room[None]):
    """Composes one paper. All its keys have priority: they are handled in the order they were pressed."""

    CSS_PATH = "compose.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f2,insert", "add", "compose.key_add"),
        Command("f3", "table", "compose.key_table"),
        Command("f5", "sample", "compose.key_sample"),
        Command("f6", "rules", "compose.key_rules"),
        Command("f9,ctrl+s", "save", "compose.key_save"),
        HELP,
        BACK,
        MOVE,
        Command("right,tab", "go", back="left,shift+tab"),
        Command("ctrl+down,shift+down", "shift", back="ctrl+up,shift+up"),
        Command("backspace", "rub_out"),
        Command("enter", "choose"),
        Command("f7,delete", "remove"),
        Command("ctrl+z", "undo"),
    )

    def __init__(
        self, composing: Composing, desk: PaperDesk, draft: PaperDraft, opened: OpenPaper | None = None
    ) -> None:
        """Make the screen with a draft, and the file it was opened from."""
        super().__init__()
        self._composing = composing
        self._changes = DraftChanges(composing, draft)
        self._saver = PaperSaver(self, composing, desk, opened)
        self._kept = draft
        """As it was begun, or last saved."""
        self._cursor = Cursor()
        self._look: DraftLook | None = None
        self._looked: PaperDraft | None = None
        self._is_looking = False
        self._is_busy = False

    @property
    def draft(self) -> PaperDraft:
        """The paper as it stands."""
        return self._changes.draft

    def compose(self) -> ComposeResult:
        self._words = ComposeWords(self.language, self._composing)
        self._chooser = FieldChooser(self, self._words, self._composing)
        self._body = ComposeBody(self.language, self._words)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="total")
        yield Rule(id="upper")
        yield self._body
        yield Line(id="hint", classes="muted")
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._point(Cursor())

    # What keys do

    def type_character(self, character: str) -> bool:
        """Take digits and signs for the number under the cursor."""
        if character in "?？":
            self.action_explain()
        elif self._section is not None and self._cursor.field in NUMBERS:
            self._changes.type_into(self._cursor, character)
            self._refresh()
        elif character in " \u3000":
            self.action_choose()
        return True

    def action_rub_out(self) -> None:
        self._changes.rub_out(self._cursor)
        self._refresh()

    def action_move(self, step: int) -> None:
        """Go to the next section or the one before, to the same field where it has that."""
        self._point(self._cursor._replace(row=self._cursor.row + step))

    def action_go(self, step: int) -> None:
        """Go to the next field or the one before."""
        if self._section is not None:
            fields = fields_of(self._section)
            place = fields.index(self._cursor.field) + step
            self._point(self._cursor._replace(field=fields[max(0, min(place, len(fields) - 1))]))

    def action_shift(self, step: int) -> None:
        """Move the section up or down."""
        if self._changes.shift(self._cursor.row, step):
            self._point(self._cursor._replace(row=self._cursor.row + step))

    def action_choose(self) -> None:
        """Open the list of a field; from a number go to the next one."""
        section, field = self._section, self._cursor.field
        if section is None:
            self.action_add()
        elif field == "count":
            self.action_go(1)
        elif field == "marks":
            at = min(self._cursor.row + 1, len(self.draft.sections) - 1)
            self._point(Cursor(at, "count"))
        else:
            self._choose(field, section)

    def _choose(self, field: Field, section: Section) -> None:
        row = self._cursor.row

        def take(after: Section) -> None:
            self._changes.change(row, after)
            self._refresh()

        self._chooser.choose(field, section, self.draft, take)

    def action_add(self) -> None:
        """Add a section behind the one under the cursor."""

        def take(section: Section) -> None:
            place = self._cursor.row + 1 if self.draft.sections else 0
            self._changes.add(place, section)
            self._point(Cursor(place, "count"))

        self._chooser.add(self.draft, take)

    def action_remove(self) -> None:
        if self._section is not None:
            title = self._words.title(self._cursor.row, self._section)
            self._changes.remove(self._cursor.row)
            self._point(self._cursor)
            self.tell(self.say("compose.removed", title=title))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.tell(self.say("compose.undone" if self._changes.undo() else "compose.nothing_to_undo"))
        self._point(self._cursor)

    def action_table(self) -> None:
        self._over(lambda: TableScreen.show_for(self, self._composing, self.draft))

    def action_sample(self) -> None:
        self._over(lambda: show_sample(self, self._composing, self.draft))

    def action_rules(self) -> None:
        def take(after: PaperDraft | None) -> None:
            if after is not None:
                self._changes.replace(after)
                self._refresh()

        self._changes.settle()
        self.app.push_screen(RulesScreen(self.draft, self._composing.topics, self._saver.rule_faults), take)

    def action_save(self) -> None:
        self._over(self._save)

    async def _save(self) -> None:
        look = await asyncio.to_thread(self._composing.look, self.draft)
        saved = await self._saver.save(self.draft, look)
        if saved is not None:
            self._changes.replace(saved)
            self._kept = saved
            self._refresh()

    def action_leave(self) -> None:
        """Leave, asking first where something was composed that is not saved."""
        if self.draft == self._kept:
            self.dismiss(None)
            return

        title, *lines, stay, go = (self.say(f"compose.leave_{code}") for code in ("title", "note", "stay", "go"))
        leave_if_wanted(self, title, lines, stay=stay, go=go)

    @on(SectionRows.Pointed)
    def point_at(self, message: SectionRows.Pointed) -> None:
        """Go to a field that is clicked on; where the cursor is there already, open its list."""
        if message.cursor == self._cursor and self._cursor.field not in NUMBERS:
            self.action_choose()
        else:
            self._point(message.cursor)

    # How it is done

    def _over(self, visit: Callable[[], Awaitable[None]]) -> None:
        """Show something over this screen, one thing at a time."""
        self._changes.settle()
        if not self._is_busy:
            self._is_busy = True
            self.run_worker(self._visit(visit), group="visit")

    async def _visit(self, visit: Callable[[], Awaitable[None]]) -> None:
        try:
            await visit()
        except QuizError as error:
            self.tell(self.language.error(error))
        finally:
            self._is_busy = False

    @property
    def _section(self) -> Section | None:
        sections = self.draft.sections
        return sections[self._cursor.row] if self._cursor.row < len(sections) else None

    def _point(self, cursor: Cursor) -> None:
        self._changes.settle()
        row = max(0, min(cursor.row, len(self.draft.sections) - 1))
        field = cursor.field
        if self.draft.sections and field not in fields_of(self.draft.sections[row]):
            field = fields_of(self.draft.sections[row])[0]
        self._cursor = Cursor(row, field)
        self._refresh()
        self._body.reveal(row)

    def _refresh(self) -> None:
        """Show the draft as it stands, what was last found out of it, and find it out anew."""
        draft = self.draft
        self.query_one("#where", Line).show(f"{self.say('compose.title')} | {draft.paper.title}")
        self._body.show(draft, self._look, self._cursor, self._changes.typed)
        code = "compose.hint_number" if self._cursor.field in NUMBERS else "compose.hint_pick"
        self.query_one("#hint", Line).show(self.say(code) if draft.sections else "")
        self._show_total()
        self._look_soon()

    def _show_total(self) -> None:
        draft, stock = self.draft, self._composing.stock(self.draft)
        marks = draft.marks(stock)
        total = self.say("compose.total", count=draft.questions(stock), marks=marks)
        style = "bold" if marks == draft.aim else "bold $text-accent"
        self.query_one("#total", AutoLine).show(f"{total} | {self._words.distance(marks, draft.aim)}", style)

    def _look_soon(self) -> None:
        """Find out what is lacking, off the event loop; one look at a time, the last for the draft as it stands."""
        if not self._is_looking and self._looked != self.draft:
            self._is_looking = True
            self.run_worker(self._find_out(), group="look")

    async def _find_out(self) -> None:
        try:
            while self._looked != self.draft:
                draft = self.draft
                look = await asyncio.to_thread(self._composing.look, draft)
                self._look, self._looked = look, draft
        except QuizError as error:
            self._looked = self.draft
            self.tell(self.language.error(error))
        finally:
            self._is_looking = False
        self._body.show(self.draft, self._look, self._cursor, self._changes.typed)
        self._body.show_table(self.draft, self._look)
