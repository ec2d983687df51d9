"""The question screen: read, decide, go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding

from quizapp.tui.items.view import QUESTION_KEYS, ItemView
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.invigilation import give_orders, let_in, order_sentence
from quizapp.tui.sitting.question_state import SittingPlace
from quizapp.tui.sitting.sections import BACK, FORWARD, fix_dialog, leave_dialog
from quizapp.tui.sitting.sheet import SheetGrid, SheetScreen

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.services.sitting.invigilator import OrderKey


SITTING_KEYS = (
    *QUESTION_KEYS,
    ("escape", "leave_text"),
    ("f2", "flag"),
    ("f3,ctrl+g", "sheet"),
    ("f5", "fix"),
    ("f6", "be_certain"),
    ("f8", "invigilate"),
    ("f9", "hand_in"),
    ("ctrl+s", "say_saved"),
    ("ctrl+z", "undo"),
    ("ctrl+q", "leave"),
    ("ctrl+o", "fold"),
)


class InvigilatedPlace(SittingPlace):
    """A question that somebody may order something about, with the invigilator's password."""

    def action_invigilate(self) -> None:
        """Ask for the invigilator's password, then what is ordered of this sitting."""
        self._take_pending()
        let_in(self, self._form.paper.id, self._give_orders, self._sitting.saved.started)

    async def _give_orders(self, key: OrderKey) -> None:
        request = await give_orders(self, self._sitting, key)
        if request is None:
            return
        self._frame.tell_time(order_sentence(self, self._sitting, request))
        self._refresh_lines()
        self._settle()


class SittingScreen(InvigilatedPlace):
    """Shows one question at a time, and records what is answered before it shows it as saved.

    All its keys have priority: they are handled in the order they were pressed, before any widget sees them.
    """

    CSS_PATH = "question_screen.tcss"
    GUIDE: ClassVar = "sitting"
    IS_SITTING: ClassVar = True
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in SITTING_KEYS]

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the question; one that answers nothing says what could be wrong."""
        if not self.is_mounted:
            return True
        if character in "?？" and not (self._can_change and self._view.takes_text):
            self.action_explain()
        elif not self._sees:
            self._tell_unseen()
        elif self._is_fixed:
            self.tell(self.say("feedback.is_fixed"))
        else:
            self._type(character)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while one is typed, where it means something there."""
        return self.is_mounted and not (self._can_change and action in self._view.own_keys)

    def action_move(self, step: int) -> None:
        """Move the cursor; where it cannot go on, scroll to what a long question hides."""
        if not self._can_change:
            self._page.scroll_relative(y=step, animate=False)
        elif not self._view.move(step):
            self._pane.scroll_by(step)

    def action_choose(self) -> None:
        """Choose what is under the cursor; where nothing is to be chosen, go on."""
        if not self._can_change:
            self.action_page(1)
        elif self._view.takes_text:
            self.action_next_field()
        else:
            self._take(self._view.choose())

    def action_erase(self) -> None:
        if self._may_change():
            self._take(self._view.erase())

    def action_shift(self, step: int) -> None:
        """Move what is under the cursor among what was chosen."""
        if self._may_change():
            self._take(self._view.shift(step))

    def action_shift_or_scroll(self, step: int) -> None:
        """Move what is under the cursor where it can be; else scroll a case's material."""
        response = self._view.shift(step) if self._can_change else None
        if response is None:
            self._pane.scroll_material(step)
        self._take(response)

    def action_next_field(self) -> None:
        """Go to the next text field, from the last one to the next question."""
        if self._sees and self._view.takes_text and (self._is_fixed or not self._view.next_field()):
            self.action_page(1)

    def action_leave_text(self) -> None:
        self._take_pending()
        self._view.leave_text()

    def action_turn(self, step: int) -> None:
        self.action_page(step)

    def action_page(self, step: int) -> None:
        """Go to the next question or the one before; at either end, and where there is no way back, say so."""
        self._take_pending()
        if self._is_over:
            self._tell_unseen()
        elif step > 0 and not self._sees:
            self._go(self._shown)
        elif step < 0 and self._sitting.terms.goes_forward_only:
            self.tell(self.say("section.no_way_back"))
        elif not (step > 0 and self._sitting.terms.goes_forward_only and self._holds_back()):
            self._turn_to(self._way.beyond(self._shown, step), step)

    def action_far_page(self, step: int) -> None:
        self.action_page(step)

    def action_flag(self) -> None:
        if self._sees:
            self._flag(self._shown)
        else:
            self._tell_unseen()

    def action_fix(self) -> None:
        """Make the answer final and show its key, where feedback comes after each item; without an answer say so."""
        self._take_pending()
        if not self._sees:
            self._tell_unseen()
        elif self._is_fixed:
            self.tell(self.say("feedback.is_fixed"))
        elif not self._sitting.terms.fixes_each:
            self._record(lambda: self._sitting.fix(self._shown))
        elif not self._response:
            self.tell(self.say("feedback.answer_first"))
        else:
            self._fix_whole("f5")

    def action_be_certain(self) -> None:
        """Say how certain one is of the answer, in turn."""
        if not self._may_change():
            return
        wanted = self._words.next_certainty(self._shown)
        if self._record(lambda: self._sitting.be_certain(self._shown, wanted)):
            self.tell(self.say("certainty.told", certainty=self.say(f"certainty.{wanted}")))
        self._refresh_lines()
        self._settle()

    def action_undo(self) -> None:
        if self._may_change():
            self._record(lambda: self._sitting.undo(self._shown))
            self._view.update_response(self._response)
            self._refresh_lines()
            self._settle()

    def action_fold(self) -> None:
        """Fold a case's material away, or unfold it."""
        self._pane.fold()

    def action_say_saved(self) -> None:
        self._take_pending()
        self.tell(self._words.saved_now(self.workplace.clock.read().at))

    def action_sheet(self) -> None:
        self._take_pending()
        states = self._words.section_states() if self._sitting.terms.has_clocks else ()
        sections = self._words.sections()
        sheet = SheetScreen(self._sitting.attempt, sections, at=self._shown, states=states, refusal=self._way.refusal)
        self.app.push_screen(sheet, self._from_sheet)

    def action_hand_in(self) -> None:
        """Ask before handing in; what is unanswered and flagged is counted."""
        self._take_pending()
        self._ask_hand_in()

    def action_leave(self) -> None:
        """Ask before leaving: the clock goes on."""
        self._take_pending()
        self._ask_leave()

    # What happens by itself, or by mouse

    @on(ItemView.Answered)
    def take_answer(self, message: ItemView.Answered) -> None:
        message.stop()
        if message.question != self._shown:
            self._record(lambda: self._sitting.answer(message.question, message.response))
        elif self._may_change():
            self._answer(self._view.chosen(message.place))

    @on(ItemView.Typed)
    def take_typed(self, message: ItemView.Typed) -> None:
        message.stop()
        self._take_pending()

    @on(ItemView.Misread)
    def say_misread(self, message: ItemView.Misread) -> None:
        self.tell(message.text)

    @on(SheetGrid.Wanted)
    def jump(self, message: SheetGrid.Wanted) -> None:
        refusal = self._way.refusal(message.number)
        if refusal:
            self.tell(refusal)
        else:
            self._go(message.number)

    @on(ClockLine.Warned)
    def warn(self, message: ClockLine.Warned) -> None:
        self.tell(self.say(f"{message.words}.warning", minutes=message.minutes))

    def tick(self) -> None:
        """Record what is being typed just before an end, go on or hand in at it, retry what could not be saved."""
        left = self._words.time_left().left
        if left is not None and left.total_seconds() < 1:
            self._take_pending()
        had_trouble = self._sitting.trouble is not None
        self._record(self._sitting.tick)
        if news := self._orders.settle(self._take_pending):
            self._frame.tell_time(news)
        if had_trouble or self._sitting.trouble:
            self.tell("")
            self._show_feedback()
        if self._sitting.attempt.running is not None:
            self._frame.show_progress(self._progress())
        self._settle()

    # How it is done

    @property
    def _response(self) -> Response:
        return self._sitting.attempt.response(self._shown)

    @property
    def _can_change(self) -> bool:
        """Whether the question stands on the screen and its answer is not final."""
        return self._sees and not self._is_fixed

    def _may_change(self) -> bool:
        """Return whether the answer can be changed, and say why not."""
        if not self._sees:
            self._tell_unseen()
        elif self._is_fixed:
            self.tell(self.say("feedback.is_fixed"))
        return self._can_change

    def _type(self, character: str) -> None:
        view = self._view
        response = view.type_character(character)
        self._take(response)
        if response is None and not view.takes_text and ord(character) > 127 and character != "\u3000":
            self.tell(self.say("sitting.ime"))

    def _take(self, response: Response | None) -> None:
        if response is not None:
            self._answer(response)

    def _turn_to(self, wanted: int | None, step: int) -> None:
        if wanted is None:
            self.tell(self._way.end_words(self._shown, step))
        else:
            self._go(wanted, FORWARD if step > 0 else BACK)

    def _holds_back(self) -> bool:
        """Return whether the question is not left just so where there is no way back: something is asked, or told."""
        if self._sitting.terms.fixes_each:
            if not self._is_fixed:
                self._fix_whole(FORWARD)
                return True
            return False
        wanted, missing = self._way.beyond(self._shown, 1), self._view.missing()
        # Where a section closes by it that is asked, with what is unanswered in it.
        if wanted is None or not missing or self._way.leaves_running(wanted):
            return False
        dialog = leave_dialog(self.language, self._shown, self._response, missing)
        self._ask(dialog, lambda: self._go(wanted))
        return True

    def _fix_whole(self, keys: str) -> None:
        """Fix an answer; one that is none, or only a part of one, once the person said so."""
        missing = self._view.missing()
        if missing:
            self._ask(fix_dialog(self.language, self._shown, self._response, missing, keys), self._fix)
        else:
            self._fix()

    def _flag(self, number: int) -> None:
        self._record(lambda: self._sitting.flag(number))
        self._refresh_lines()

    def _from_sheet(self, wanted: int | str | None) -> None:
        if isinstance(wanted, int):
            self._go(wanted)
        elif wanted == "hand_in":
            self.action_hand_in()
        elif wanted == "leave":
            self.action_leave()
        elif wanted == "invigilate":
            self.action_invigilate()
        elif wanted is not None and wanted.startswith("flag "):
            self._flag(int(wanted.removeprefix("flag ")))
            self.action_sheet()
