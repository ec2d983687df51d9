"""Questions from elsewhere looked through: left as they stand in the source, mended, or left out."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content

from quizapp.reading.exchange.source_question import field_name, reason_text, value_text
from quizapp.services.banks.item_edit import Alone
from quizapp.services.exchange.import_fields import build
from quizapp.services.ports.bank_editor import seen
from quizapp.tui.banks.import_lines import BringLines
from quizapp.tui.banks.import_placing import brought
from quizapp.tui.banks.import_shape import read_otherwise, source_shape
from quizapp.tui.banks.item_form import ItemForm
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.frame.commands import BACK, HELP, Command, KeyPiece, key_name
from quizapp.tui.frame.room import Room, leave_if_wanted
from quizapp.tui.frame.widgets.key_line import PARTING, clickable
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Paragraph, Prose
from quizapp.tui.items.pane import ShownQuestion

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.services.exchange.import_batch import Batch, BatchQuestion
    from quizapp.services.ports.bank_editor import BankDesk


class BringLook(Room[Path | None]):
    """Returns the bank they were brought into, None to go back. All its keys have priority."""

    CSS_PATH = "import_review.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f2", "next_doubt", "teach.key_next_doubt"),
        Command("enter", "mend", "teach.key_mend"),
        Command("right,pagedown", "turn", "teach.key_turn", back="left,pageup"),
        Command("f7", "leave_out", "teach.key_leave_{.standing}"),
        # How the source is written stands above with these two.
        Command("f8", "lines"),
        Command("f3", "shape"),
        Command("f9", "bring", "teach.key_bring"),
        HELP,
        BACK,
        Command("down", "scroll", back="up"),
    )

    def __init__(self, desk: BankDesk, batch: Batch) -> None:
        super().__init__()
        self._desk = desk
        self._batch = batch
        self._pane: ShownQuestion | None = None
        self._showing = asyncio.Lock()

    def compose(self) -> ComposeResult:
        self._pane = None
        self._words = ShelfWords(self.language)
        self._told, self._doubtful = Page(), Page()
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="place", classes="muted")
        yield Line(id="counts", classes="muted")
        yield Line(id="shape", classes="muted")
        yield Rule()
        with Container(id="body"):
            with VerticalScroll(id="source", can_focus=False):
                yield Line(id="source-title", classes="muted")
                yield Prose(id="text")
            yield Rule(id="middle")
            with VerticalScroll(id="sheet", can_focus=False):
                yield Line(id="sheet-title", classes="muted")
                yield self._doubtful
                yield Vertical(id="question-place")
                yield self._told
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._show)

    def on_mount(self) -> None:
        self.set_focus(None)

    @property
    def standing(self) -> str:
        """Whether the question is brought in."""
        return "left" if self._batch.piece.is_left else "kept"

    # What keys do

    async def action_turn(self, step: int) -> None:
        wanted = self._batch.shown + step
        if 0 <= wanted < self._batch.count:
            await self._go(wanted)
        else:
            self.tell(self.say("teach.look_last" if step > 0 else "teach.look_first"))

    async def action_next_doubt(self) -> None:
        place = self._batch.next_open()
        if place is None:
            self.tell(self.say("teach.look_no_more"))
        else:
            await self._go(place)

    def action_scroll(self, step: int) -> None:
        for part in ("#source", "#sheet"):
            self.query_one(part, VerticalScroll).scroll_relative(y=3 * step, animate=False)

    def action_mend(self) -> None:
        """Open the form with the question, in the field in doubt; what is taken there is doubted no more."""

        async def take(fields: object) -> None:
            if isinstance(fields, dict):
                self._batch.mend(fields)
                await self._show()
                self.tell(self.say("teach.look_mended"))

        piece = self._batch.piece
        fields = build(piece.question.fields).fields if piece.question.fields else {}
        begun = fields or {"type": "single_choice", "stem": piece.question.text.strip()}
        self.app.push_screen(ItemForm(Alone(self._desk, begun), field=piece.doubted_field), take)

    async def action_leave_out(self) -> None:
        """Leave the question out, or take it in again."""
        self._batch.leave_out()
        await self._show()

    def action_lines(self) -> None:
        """Look at what became of each line of the source."""
        self._look_at_lines()

    def action_shape(self) -> None:
        """Say how the source is written, and read it so."""
        self._ask_shape()

    @work(exclusive=True, group="visit")
    async def _look_at_lines(self) -> None:
        self._batch = await self.app.push_screen_wait(BringLines(self._desk, self._batch))
        await self._show()

    @work(exclusive=True, group="visit")
    async def _ask_shape(self) -> None:
        if not self._batch.can_be_overruled:
            self.tell(self.say("teach.lines_do_elsewhere"))
            return
        other = await read_otherwise(self.quizapp, self._desk, self._batch)
        if other is not None:
            self._batch = other
            await self._show()

    def action_bring(self) -> None:
        """Ask where to, say what would come, and bring them in."""
        self._bring()

    @work(exclusive=True, group="visit")
    async def _bring(self) -> None:
        path = await brought(self.quizapp, self._desk, self._batch)
        if path is not None:
            self.dismiss(path)

    def action_leave(self) -> None:
        """Go back, asking first where something was mended."""
        if not self._batch.is_touched:
            self.dismiss(None)
            return

        words = {"stay": self.say("teach.bring_not"), "go": self.say("teach.leave_go")}
        leave_if_wanted(self, self.say("teach.bring_leave_title"), [self.say("teach.bring_leave_note")], **words)

    # How it is done

    async def _go(self, place: int) -> None:
        self._batch.shown = place
        await self._show()
        self.tell("")

    async def _show(self) -> None:
        """Show the question at hand, once what is being shown stands: a key may come between the two."""
        async with self._showing:
            await self._show_piece()

    async def _show_piece(self) -> None:
        batch, piece = self._batch, self._batch.piece
        question = self._question(piece)
        with self.app.batch_update():
            await self._show_question(question)
            self.query_one("#text", Prose).text = piece.question.text.strip()
            self._doubtful.show(self._doubts(piece))
            self._told.show(self._as_read(piece) if question is None else self._words.explained(question))
        self.query_one("#where", Line).show(f"{self.say('teach.look_title')} | {batch.name}")
        place = self.say("teach.look_place", number=batch.shown + 1, total=batch.count)
        self.query_one("#place", AutoLine).show(place)
        self.query_one("#counts", Line).show(self._counts())
        self.query_one("#shape", Line).content = self._shape()
        self.query_one("#source-title", Line).show(self._source_title(piece))
        self.query_one("#sheet-title", Line).show(self._sheet_title(piece))
        for part in ("#source", "#sheet"):
            self.query_one(part, VerticalScroll).scroll_home(animate=False)
        self.refresh_keys()

    def _question(self, piece: BatchQuestion) -> Question | None:
        """Return the question as a trainee would see it; None where what it is cannot be told."""
        if piece.question.refusal is not None:
            return None
        item = self._desk.try_alone(build(piece.question.fields).fields).item
        return None if item is None else seen(item, self._batch.shown + 1)

    async def _show_question(self, question: Question | None) -> None:
        if self._pane is not None:
            await self._pane.remove()
            self._pane = None
        if question is not None:
            self._pane = ShownQuestion(self.language, [question])
            await self.query_one("#question-place").mount(self._pane)
            self._pane.show(question, ())

    def _doubts(self, piece: BatchQuestion) -> list[Paragraph]:
        if piece.is_left:
            return [Paragraph(self.say("teach.look_is_left"), kind="fault")]
        if piece.question.refusal is not None:
            refused = reason_text(piece.question.refusal, self.language)
            note = Paragraph(self.say("teach.look_unshown"), kind="muted")
            return [Paragraph(refused, self.say("teach.look_refused"), "fault"), note]
        doubts = [reason_text(doubt, self.language) for doubt in piece.doubts]
        return [Paragraph(doubt, self.say("teach.look_doubt"), "fault") for doubt in doubts]

    def _as_read(self, piece: BatchQuestion) -> list[Paragraph]:
        """Return the fields of what cannot be shown as a question."""
        if piece.question.refusal is not None:
            return []
        page: list[Paragraph] = []
        for name, value in build(piece.question.fields).fields.items():
            if isinstance(value, dict):
                page += [
                    Paragraph(value_text("", part, self.language), f"  {letter}  ") for letter, part in value.items()
                ]
            elif name != "type":
                lead = f"{field_name(name, self.language)}{self.say('teach.colon')}"
                page.append(Paragraph(value_text(name, value, self.language), lead))
        return page

    def _counts(self) -> str:
        counts = self._batch.counts()
        parts = [
            self.say(
                "teach.look_counts",
                read=sum(counts.values()),
                sound=counts["imported"],
                doubtful=counts["doubtful"],
                refused=counts["refused"],
            )
        ]
        if self._batch.left_out:
            parts.append(self.say("teach.look_left", count=self._batch.left_out))
        if self._batch.unread:
            parts.append(self.say("teach.merge_unread_count", count=len(self._batch.unread)))
        return " | ".join(parts)

    def _shape(self) -> Content:
        """Return how the source was read, behind the keys that look at it more closely."""
        ways = {
            "f8": "teach.aid_open_lines",
            **({"f3": "teach.aid_open_shape"} if self._batch.can_be_overruled else {}),
        }
        keys = [KeyPiece(self.say(code, key=key_name(self.language, key)), key) for key, code in ways.items()]
        parts = [Content.assemble(clickable(piece)) for piece in keys]
        return Content(PARTING).join([*parts, Content(source_shape(self.language, self._batch))])

    def _source_title(self, piece: BatchQuestion) -> str:
        code = "teach.look_left_sheet" if piece.question.sheet else "teach.look_left_side"
        return self.say(code, line=piece.question.line, sheet=piece.question.sheet)

    def _sheet_title(self, piece: BatchQuestion) -> str:
        kind = piece.question.fields.get("type", "")
        parts = [self.say("teach.look_right_side")]
        if isinstance(kind, str) and self.language.knows(f"word.{kind}"):
            parts.append(self.say(f"word.{kind}"))
        if piece.is_mended:
            parts.append(self.say("teach.look_mended"))
        elif piece.verdict == "imported":
            parts.append(self.say("teach.look_sound"))
        return " | ".join(parts)
