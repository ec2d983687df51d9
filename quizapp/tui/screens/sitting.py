"""The question screen: read, decide, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll

from quizapp.domain.errors import Refused
from quizapp.tui.dialogs.confirm import Confirm
from quizapp.tui.items import view_for
from quizapp.tui.items.view import ItemView
from quizapp.tui.room import NOTICE_SECONDS, Room
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.screens.sitting_words import SittingWords
from quizapp.tui.widgets.clock import Clock
from quizapp.tui.widgets.key_line import PARTING, KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.services.sitting import Sitting

SCROLLED = 3
"""Lines that a key scrolls a long question by."""


class SittingScreen(Room[None]):
    """Shows one question at a time, and records what is answered before it shows it as saved.

    All its keys have priority: they are handled in the order they were pressed, before any widget sees them.
    """

    CSS_PATH = "sitting.tcss"
    GUIDE: ClassVar = "sitting"
    IS_SITTING: ClassVar = True
    BINDINGS: ClassVar = [
        Binding("right", "turn(1)", show=False, priority=True),
        Binding("left", "turn(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("tab", "next_field", show=False, priority=True),
        Binding("escape", "leave_text", show=False, priority=True),
        Binding("f2", "flag", show=False, priority=True),
        Binding("f3,ctrl+g", "sheet", show=False, priority=True),
        Binding("f9", "hand_in", show=False, priority=True),
        Binding("ctrl+s", "say_saved", show=False, priority=True),
        Binding("ctrl+z", "undo", show=False, priority=True),
        Binding("ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._form = sitting.form
        self._shown = sitting.attempt.current
        self._views: dict[str, ItemView] = {}

    def compose(self) -> ComposeResult:
        self._words = SittingWords(self.language, self._sitting)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield Clock(self.language, self._sitting.remaining)
        yield Line(id="progress", classes="muted")
        yield Rule()
        with Horizontal(id="body"):
            with VerticalScroll(id="question", can_focus=False):
                yield Prose(id="stem")
                yield from self._make_views()
            yield SheetGrid(self._words.sections())
        yield Rule(id="rule")
        with Horizontal(id="foot"):
            yield KeyLine()
            yield AutoLine(id="saved")

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self._words.where())
        self._show()
        self._record(lambda: self._sitting.visit(self._shown))

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the question; one that answers nothing says what could be wrong."""
        view = self._view
        response = view.type_character(character)
        if response is not None:
            self._answer(response)
        elif not view.takes_text and character in "?？":
            self.action_explain()
        elif not view.takes_text and ord(character) > 127 and character != "\u3000":
            self._notice(self.say("sitting.ime"))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave arrows and Ctrl+Z to the text while one is typed."""
        is_for_text = action in ("turn", "undo") and self.is_mounted and self._view.is_typing
        return not is_for_text

    def action_move(self, step: int) -> None:
        """Move the cursor; where it cannot go on, scroll to what a long question hides."""
        if not self._view.move(step):
            self.query_one("#question", VerticalScroll).scroll_relative(y=step * SCROLLED, animate=False)

    def action_choose(self) -> None:
        view = self._view
        if view.takes_text:
            self.action_next_field()
        elif (response := view.choose()) is not None:
            self._answer(response)

    def action_next_field(self) -> None:
        """Go to the next text field, from the last one to the next question."""
        if self._view.takes_text and not self._view.next_field():
            self.action_page(1)

    def action_leave_text(self) -> None:
        self._take_pending()
        self._view.leave_text()

    def action_turn(self, step: int) -> None:
        self.action_page(step)

    def action_page(self, step: int) -> None:
        """Go to the next question or the one before; at either end say so."""
        wanted = self._shown + step
        if 1 <= wanted <= self._sitting.attempt.questions:
            self._go(wanted)
        else:
            self._notice(self.say("sitting.last" if step > 0 else "sitting.first"))

    def action_flag(self) -> None:
        self._flag(self._shown)

    def action_undo(self) -> None:
        self._record(lambda: self._sitting.undo(self._shown))
        self._view.update_response(self._sitting.attempt.response(self._shown))
        self._refresh_lines()

    def action_say_saved(self) -> None:
        self._take_pending()
        self._notice(self._words.saved_now(self.workplace.clock.read().at))

    def action_sheet(self) -> None:
        self._take_pending()
        can_jump = self._sitting.delivery.navigation == "free"
        sheet = Sheet(self._sitting.attempt, self._words.sections(), can_jump=can_jump)
        self.app.push_screen(sheet, self._from_sheet)

    def action_hand_in(self) -> None:
        """Ask before handing in; what is unanswered and flagged is counted."""
        self._take_pending()
        say = self.say
        dialog = Confirm(
            say("hand_in.title"),
            self._words.hand_in_lines(),
            safe=say("hand_in.back"),
            step=say("hand_in.confirm"),
            key="f9",
        )

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self._record(self._sitting.hand_in)
                self._end_if_over()

        self.app.push_screen(dialog, answer)

    def action_leave(self) -> None:
        """Ask before leaving: the clock goes on."""
        self._take_pending()
        say = self.say
        dialog = Confirm(
            say("leave.title"), [self._words.leave_note()], safe=say("leave.stay"), step=say("leave.go"), key="ctrl+q"
        )

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self.dismiss(None)

        self.app.push_screen(dialog, answer)

    # What happens by itself, or by mouse

    @on(ItemView.Answered)
    def take_answer(self, message: ItemView.Answered) -> None:
        message.stop()
        if message.question == self._shown:
            self._answer(self._view.chosen(message.place))
        else:
            self._record(lambda: self._sitting.answer(message.question, message.response))

    @on(ItemView.Typed)
    def take_typed(self, message: ItemView.Typed) -> None:
        message.stop()
        self._take_pending()

    @on(ItemView.Misread)
    def say_misread(self, message: ItemView.Misread) -> None:
        self._notice(message.text)

    @on(SheetGrid.Wanted)
    def jump(self, message: SheetGrid.Wanted) -> None:
        self._go(message.number)

    @on(Clock.Warned)
    def warn(self, message: Clock.Warned) -> None:
        self._notice(self.say("sitting.warning", minutes=message.minutes))

    @on(Clock.Ticked)
    def tick(self) -> None:
        """Record what is being typed just before the closing, hand in at it, retry what could not be saved."""
        left = self._sitting.remaining()
        if left is not None and left.total_seconds() < 1:
            self._take_pending()
        had_trouble = self._sitting.trouble is not None
        self._record(self._sitting.tick)
        if had_trouble or self._sitting.trouble:
            self._notice("")
            self._refresh_lines()
        self._end_if_over()

    # How it is done

    @property
    def _question(self) -> Question:
        return self._form.questions[self._shown - 1]

    @property
    def _view(self) -> ItemView:
        return self._views[self._question.item.TYPE]

    def _make_views(self) -> list[ItemView]:
        kinds: dict[str, list[Question]] = {}
        for question in self._form.questions:
            kinds.setdefault(question.item.TYPE, []).append(question)
        self._views = {kind: view_for(kind)(self.language, questions) for kind, questions in kinds.items()}
        for view in self._views.values():
            view.display = False
        return list(self._views.values())

    def _go(self, number: int) -> None:
        self._take_pending()
        if self._record(lambda: self._sitting.visit(number)) and not self._sitting.attempt.has_ended:
            self._view.leave_text()
            self._view.display = False
            self._shown = number
            self._show()

    def _show(self) -> None:
        question, view = self._question, self._view
        stem = self.query_one("#stem", Prose)
        stem.lead, stem.text = f"{question.number}. ", question.item.stem
        view.show(question, self._sitting.attempt.response(self._shown))
        view.display = True
        self.query_one("#question", VerticalScroll).scroll_home(animate=False)
        if view.takes_text:
            view.enter_text()
        self._notice("")
        self._refresh_lines()

    def _answer(self, response: tuple[str, ...]) -> None:
        self._record(lambda: self._sitting.answer(self._shown, response))
        self._view.update_response(self._sitting.attempt.response(self._shown))
        self._notice("")
        self._refresh_lines()
        self._end_if_over()

    def _take_pending(self) -> None:
        pending = self._view.pending()
        if pending is not None:
            self._answer(pending)

    def _flag(self, number: int) -> None:
        self._record(lambda: self._sitting.flag(number))
        self._refresh_lines()

    def _record(self, step: Callable[[], None]) -> bool:
        """Do what a rule may refuse; return whether it was done, and say why not."""
        try:
            step()
        except Refused as refusal:
            self._notice(self.language.error(refusal))
            return False
        return True

    def _refresh_lines(self) -> None:
        attempt = self._sitting.attempt
        self.query_one("#progress", Line).show(self._words.progress(self._question))
        saved = self.query_one("#saved", AutoLine)
        saved.show(f"{PARTING}{self._words.saved()}")
        saved.set_class(bool(self._sitting.unsaved), "-trouble")
        self.query_one(KeyLine).parts = self._words.keys(self._view)
        grid = self.query_one(SheetGrid)
        grid.cursor, grid.attempt = self._shown, attempt

    def tell(self, text: str) -> None:
        self._notice(text)

    def _notice(self, text: str) -> None:
        """Say something in the rule for a while; what is unsaved stands there until it is saved."""
        rule = self.query_one("#rule", Rule)
        rule.notice = text or self._words.trouble()
        if text:
            self.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def _take_back(self, text: str) -> None:
        rule = self.query_one("#rule", Rule)
        if rule.notice == text:
            rule.notice = self._words.trouble()

    def _from_sheet(self, wanted: int | str | None) -> None:
        if isinstance(wanted, int):
            self._go(wanted)
        elif wanted == "hand_in":
            self.action_hand_in()
        elif wanted == "leave":
            self.action_leave()
        elif wanted is not None and wanted.startswith("flag "):
            self._flag(int(wanted.removeprefix("flag ")))
            self.action_sheet()

    def _end_if_over(self) -> None:
        """Leave the screen once the hand-in is on disk; while it is not, the trouble stands in the line below."""
        if self._sitting.has_ended and self.is_running:
            while self.app.screen is not self and self in self.app.screen_stack:
                self.app.pop_screen()
            self.dismiss(None)
