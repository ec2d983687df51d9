"""The question screen: read, decide, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal

from quizapp.domain.errors import Refused
from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.items.view import ItemView
from quizapp.tui.room import Room
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.screens.sitting_dialogs import hand_in_dialog, leave_dialog
from quizapp.tui.screens.sitting_keys import SITTING_KEYS
from quizapp.tui.screens.sitting_lines import SittingLines
from quizapp.tui.screens.sitting_words import SittingWords
from quizapp.tui.widgets.clock import Clock
from quizapp.tui.widgets.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.services.sitting import Sitting


class SittingScreen(Room[None]):
    """Shows one question at a time, and records what is answered before it shows it as saved.

    All its keys have priority: they are handled in the order they were pressed, before any widget sees them.
    """

    CSS_PATH = "sitting.tcss"
    GUIDE: ClassVar = "sitting"
    IS_SITTING: ClassVar = True
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in SITTING_KEYS]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._form = sitting.form
        self._shown = sitting.attempt.current

    def compose(self) -> ComposeResult:
        self._words = SittingWords(self.language, self._sitting)
        self._frame = SittingLines(self.language, self._sitting, self._words)
        self._pane = QuestionPane(self.language, self._form.questions)
        yield from self._frame.above()
        with Horizontal(id="body"):
            yield self._pane
            yield self._frame.grid
        yield from self._frame.below()

    def on_mount(self) -> None:
        self._frame.begin()
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
            self.tell(self.say("sitting.ime"))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while one is typed, where it means something there."""
        return not (self.is_mounted and action in self._view.own_keys)

    def action_move(self, step: int) -> None:
        """Move the cursor; where it cannot go on, scroll to what a long question hides."""
        if not self._view.move(step):
            self._pane.scroll_by(step)

    def action_choose(self) -> None:
        view = self._view
        if view.takes_text:
            self.action_next_field()
        elif (response := view.choose()) is not None:
            self._answer(response)

    def action_erase(self) -> None:
        if (response := self._view.erase()) is not None:
            self._answer(response)

    def action_shift(self, step: int) -> None:
        """Move what is under the cursor among what was chosen."""
        if (response := self._view.shift(step)) is not None:
            self._answer(response)

    def action_shift_or_scroll(self, step: int) -> None:
        """Move what is under the cursor where it can be; else scroll a case's material."""
        if (response := self._view.shift(step)) is not None:
            self._answer(response)
        else:
            self._pane.scroll_material(step)

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
            self.tell(self.say("sitting.last" if step > 0 else "sitting.first"))

    def action_far_page(self, step: int) -> None:
        self.action_page(step)

    def action_flag(self) -> None:
        self._flag(self._shown)

    def action_undo(self) -> None:
        self._record(lambda: self._sitting.undo(self._shown))
        self._view.update_response(self._sitting.attempt.response(self._shown))
        self._refresh_lines()

    def action_fold(self) -> None:
        """Fold a case's material away, or unfold it."""
        self._pane.fold()

    def action_say_saved(self) -> None:
        self._take_pending()
        self.tell(self._words.saved_now(self.workplace.clock.read().at))

    def action_sheet(self) -> None:
        self._take_pending()
        can_jump = self._sitting.delivery.navigation == "free"
        sheet = Sheet(self._sitting.attempt, self._words.sections(), can_jump=can_jump)
        self.app.push_screen(sheet, self._from_sheet)

    def action_hand_in(self) -> None:
        """Ask before handing in; what is unanswered and flagged is counted."""
        self._take_pending()

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self._record(self._sitting.hand_in)
                self._end_if_over()

        self.app.push_screen(hand_in_dialog(self.language, self._words), answer)

    def action_leave(self) -> None:
        """Ask before leaving: the clock goes on."""
        self._take_pending()

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                self.dismiss(None)

        self.app.push_screen(leave_dialog(self.language, self._words), answer)

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
        self.tell(message.text)

    @on(SheetGrid.Wanted)
    def jump(self, message: SheetGrid.Wanted) -> None:
        self._go(message.number)

    @on(Clock.Warned)
    def warn(self, message: Clock.Warned) -> None:
        self.tell(self.say("sitting.warning", minutes=message.minutes))

    @on(Clock.Ticked)
    def tick(self) -> None:
        """Record what is being typed just before the closing, hand in at it, retry what could not be saved."""
        left = self._sitting.remaining()
        if left is not None and left.total_seconds() < 1:
            self._take_pending()
        had_trouble = self._sitting.trouble is not None
        self._record(self._sitting.tick)
        if had_trouble or self._sitting.trouble:
            self.tell("")
            self._refresh_lines()
        self._end_if_over()

    # How it is done

    @property
    def _question(self) -> Question:
        return self._form.questions[self._shown - 1]

    @property
    def _view(self) -> ItemView:
        return self._pane.view

    def _go(self, number: int) -> None:
        self._take_pending()
        if self._record(lambda: self._sitting.visit(number)) and not self._sitting.attempt.has_ended:
            self._shown = number
            self._show()

    def _show(self) -> None:
        self._pane.show(self._question, self._sitting.attempt.response(self._shown))
        self.tell("")
        self._refresh_lines()

    def _answer(self, response: tuple[str, ...]) -> None:
        self._record(lambda: self._sitting.answer(self._shown, response))
        self._view.update_response(self._sitting.attempt.response(self._shown))
        self.tell("")
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
            self.tell(self.language.error(refusal))
            return False
        return True

    def _refresh_lines(self) -> None:
        self._frame.refresh(self._question, self._pane)

    def tell(self, text: str) -> None:
        self._frame.tell(text)

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
