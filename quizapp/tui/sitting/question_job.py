"""A paper at its questions: where one stands in it, and how that changes. Every step is on disk before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from quizapp.domain.attempt.rules import landing
from quizapp.domain.errors import Refused
from quizapp.services.sitting.results import item_feedback
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.widgets.line import AutoLine
from quizapp.tui.items.question_screen import QuestionJob
from quizapp.tui.items.view import ItemView
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.question_dialogs import (
    BACK,
    FORWARD,
    HandInWaits,
    fix_dialog,
    hand_in_dialog,
    leave_paper_dialog,
    leave_question_dialog,
)
from quizapp.tui.sitting.question_words import SittingKeys, SittingOrders, SittingWords, feedback_paragraphs
from quizapp.tui.sitting.sections import SectionWay
from quizapp.tui.sitting.sheet import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.frame.dialogs.confirm import Confirm
    from quizapp.tui.frame.widgets.key_line import Parts
    from quizapp.tui.frame.widgets.prose import Paragraph
    from quizapp.tui.items.question_screen import QuestionScreen


class SittingJob(QuestionJob):
    """A question to be answered; or in its place a page, where its section was not begun or nothing is left."""

    def __init__(self, screen: QuestionScreen, sitting: Sitting) -> None:
        language = screen.language
        self.sitting = sitting
        self.questions = sitting.form.questions
        self.number = sitting.attempt.current
        """The number of the question on screen, or of the one to begin a section with."""
        self.words = SittingWords(language, sitting)
        self.way = SectionWay(language, sitting, self.words)
        self._screen = screen
        self._say = language.say
        self._keys = SittingKeys(language, sitting, self.words)
        self._orders = SittingOrders(language, screen.workplace.home.requests, sitting)
        self.where = self.words.where()
        self.corner = self._clock = ClockLine(language, self.words.time_left, self.tick)
        self._grid = SheetGrid(self.words.sections())
        self._saved = AutoLine(id="saved")
        self.behind_keys = (self._saved,)
        self._is_over = False
        """Whether every section is closed, so that nothing is left to go to."""
        self._note = ""
        """What happened before a page stood in place of a question."""

    # What stands here

    @property
    def question(self) -> Question:
        return self.questions[self.number - 1]

    @property
    def response(self) -> Response:
        return self.sitting.attempt.response(self.number)

    @property
    def sees(self) -> bool:
        return not self._is_over and self.way.can_see(self.number)

    @property
    def is_fixed(self) -> bool:
        """Whether the answer is final before the paper is handed in."""
        return self.number in self.sitting.attempt.fixed

    @property
    def can_change(self) -> bool:
        return self.sees and not self.is_fixed and not self.way.is_settled(self.number)

    @property
    def _may_show_key(self) -> bool:
        """Whether the key may stand on the screen: that the answer is fixed is on disk."""
        return self.sees and self.number in self.sitting.saved.fixed

    # What stands around it

    def body(self) -> ComposeResult:
        with Vertical(id="asked"):
            yield self._screen.pane
            yield self._screen.page
        yield self._grid

    def progress(self) -> str:
        if self.sees:
            return self.words.progress(self.question, self._screen.app.size.width - 2)
        return self._say("section.over") if self._is_over else self.words.section_progress(self.question.section)

    def keys(self) -> Parts:
        keys = self._keys
        if self._is_over:
            return keys.when_over()
        if not self.sees:
            return keys.at_gate()
        if self._may_show_key:
            return keys.when_fixed(is_last=self.way.beyond(self.number, 1) is None)
        screen = self._screen
        return keys.answering(screen.view, is_case=screen.pane.has_material, columns=screen.app.size.width)

    def page(self) -> Sequence[Paragraph]:
        if not self.sees:
            return self.way.over(self._note) if self._is_over else self.way.gate(self.number, self._note)
        if not self._may_show_key:
            return ()
        now = self._screen.workplace.clock.read().at
        feedback = item_feedback(self.sitting.form, self.question, self.response, now)
        return feedback_paragraphs(self._screen.language, feedback)

    def trouble(self) -> str:
        return self.words.trouble()

    def refresh(self) -> None:
        self._grid.cursor, self._grid.attempt = self.number, self.sitting.attempt
        self._grid.states = self.words.section_states()
        self._show_saved()

    def _show_saved(self) -> None:
        """Say whether everything is on disk, what is being typed too."""
        waits = self.can_change and self._screen.view.waits
        self._saved.show(self._keys.behind(waits=waits))
        self._saved.set_class(self.sitting.trouble is not None, "-trouble")

    # How it changes

    def record(self, step: Callable[[], None]) -> bool:
        """Do what a rule may refuse; return whether it was done, and say why not."""
        try:
            step()
        except Refused as refusal:
            self._screen.tell(self._screen.language.error(refusal))
            return False
        return True

    def may_change(self) -> bool:
        if not self.sees:
            self.tell_unseen()
        elif self.is_fixed:
            self._screen.tell(self._say("feedback.is_fixed"))
        elif not self.can_change:
            self._screen.tell(self._say("stage-settled"))
        return self.can_change

    def tell_unseen(self) -> None:
        """Say what to do where no question stands on the screen."""
        self._screen.tell(self._say("section.over_hand_in" if self._is_over else "section.not_begun"))

    def give(self, number: int, response: Response) -> None:
        """Record a response, and show what is stored."""
        was_done = self.record(lambda: self.sitting.answer(number, response))
        if number == self.number:
            if was_done:
                self._screen.tell("")
            self.show_stored()

    def show_stored(self) -> None:
        """Show the answer and all that was said of it as they are stored by now."""
        self._screen.view.update_response(self.response)
        self._screen.refresh_lines()
        self.settle()

    def flag(self, number: int) -> None:
        """Flag a question, or take its flag away."""
        self.record(lambda: self.sitting.flag(number))
        self._screen.refresh_lines()

    def turn(self, step: int) -> None:
        """Go to the next question or the one before; at either end, and where there is no way back, say so."""
        is_one_way = self.sitting.terms.goes_forward_only
        if self._is_over:
            self.tell_unseen()
        elif step > 0 and not self.sees:
            self.go(self.number)
        elif step < 0 and is_one_way:
            self._screen.tell(self._say("section.no_way_back"))
        elif step < 0 or not is_one_way or not self._holds_back():
            wanted = self.way.beyond(self.number, step)
            if wanted is None:
                self._screen.tell(self.way.end_words(self.number, step))
            else:
                self.go(wanted, FORWARD if step > 0 else BACK)

    def move_beyond(self, step: int) -> None:
        """Scroll to what a long question hides."""
        self._screen.pane.scroll_by(step)

    def go(self, number: int, keys: str = FORWARD) -> None:
        """Bring a question on screen, once the person said so where a section opens or closes by it."""
        self._screen.take_typed()
        dialog = self.way.dialog(number, keys)
        if dialog is None:
            self._enter(number)
        else:
            self._ask(dialog, lambda: self._enter(number))

    def _enter(self, number: int) -> None:
        if self.record(lambda: self.way.enter(number)) and not self.sitting.attempt.has_ended:
            if self.way.can_see(number):
                self.number, self._is_over, self._note = number, False, ""
                self._screen.show()
            self._show_time()
        self.settle()

    def _show_time(self) -> None:
        """Show the time left at once: the clock's, and the paper's behind how the attempt stands."""
        self._clock.show_now()
        self._screen.show_progress()

    def _holds_back(self) -> bool:
        """Return whether the question is not left just so where there is no way back: something is asked, or told."""
        if self.sitting.terms.fixes_each:
            if not self.is_fixed:
                self.fix(FORWARD)
                return True
            return False
        wanted, missing = self.way.beyond(self.number, 1), self._screen.view.missing()
        # Where a section closes by it that is asked, with what is unanswered in it.
        if wanted is None or not missing or self.way.leaves_running(wanted):
            return False
        dialog = leave_question_dialog(self._screen.language, self.number, self.response, missing)
        self._ask(dialog, lambda: self.go(wanted))
        return True

    def fix(self, keys: str) -> None:
        """Make the answer final; one that is none, or only a part of one, once the person said so."""
        missing = self._screen.view.missing()
        if missing:
            self._ask(fix_dialog(self._screen.language, self.number, self.response, missing, keys), self._fix)
        else:
            self._fix()

    def _fix(self) -> None:
        """Make the answer final; what is told of it is shown once that is on disk."""
        self.record(lambda: self.sitting.fix(self.number, even_empty=True))
        self._screen.tell("")
        self._screen.show_page()
        self.settle()

    def _ask(self, dialog: Confirm, step: Callable[[], object]) -> None:
        """Ask, and take the step where it is wanted."""

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                step()

        self._screen.app.push_screen(dialog, answer)

    def hand_in(self, *notes: str) -> None:
        """Ask before handing in; what is unanswered and flagged is counted."""

        def hand_in() -> None:
            self.record(self.sitting.hand_in)
            self.settle()

        self._ask(hand_in_dialog(self._screen.language, self.words, notes), hand_in)

    def leave(self) -> None:
        """Ask before leaving: the clock goes on."""
        self._ask(leave_paper_dialog(self._screen.language, self.words), self._go_away)

    # What happens by itself

    def begin(self) -> None:
        for view in self._screen.query(ItemView):
            self._screen.watch(view, "touched", self._show_saved, init=False)
        what = "section.ended" if self.way.is_closed(self.number) else ""
        note = self._land(what)
        # By the app, as all that keys lead to: a dialog answers in the order of its keys whoever opened it.
        self._screen.app.call_next(lambda: self._say_landed(note, what))

    def tick(self) -> None:
        """Record what is being typed just before an end, go on or hand in at it, retry what could not be saved."""
        left = self.words.time_left().left
        if left is not None and left.total_seconds() < 1:
            self._screen.take_typed()
        had_trouble = self.sitting.trouble is not None
        self.record(self.sitting.tick)
        if news := self._orders.settle(self._screen.take_typed):
            self.tell_time(news)
        if had_trouble or self.sitting.trouble:
            self._screen.tell("")
            self._screen.show_page()
        if self.sitting.attempt.running is not None:
            self._screen.show_progress()
        self.settle()

    def tell_time(self, text: str) -> None:
        """Say that the time left was changed, and show it at once."""
        self._clock.show_now()
        self._screen.tell(text)

    def settle(self) -> None:
        """Leave the screen where the attempt has ended or is paused, or go on from a section that closed.

        The hand-in is on disk first; while it is not, that stands over the screen. Once the screen is left, nothing
        is opened over what follows by a tick that comes late.
        """
        if not self._screen.is_running:
            return
        if self.sitting.has_ended or self.sitting.attempt.paused_at is not None:
            self._go_away()
        elif self.sitting.attempt.has_ended:
            self._say_hand_in_waits()
        elif self._stands_closed:
            self._screen.app.call_next(self._move_on)

    def _say_hand_in_waits(self) -> None:
        standing = [screen for screen in self._screen.app.screen_stack if isinstance(screen, HandInWaits)]
        for one in standing:
            one.renew()
        if not standing:
            self._uncover()
            now = self._screen.workplace.clock.read
            waits = HandInWaits(self._screen.language, self.words, lambda: now().at, self.leave)
            self._screen.app.push_screen(waits)

    @property
    def _stands_closed(self) -> bool:
        """Whether the section of the question shown has closed, and nobody has gone on from there yet."""
        return not (self.sitting.attempt.has_ended or self._is_over) and self.way.is_closed(self.number)

    def _move_on(self) -> None:
        if self._stands_closed and self._screen.is_running:
            self._uncover()
            self._say_landed(self._land("section.time_up"), "section.time_up")

    def _land(self, what: str) -> str:
        """Stand where the attempt goes on, and return what became of the section that one stood in, by its code."""
        note = self._say(what, title=self.way.title(self.question.section)) if what else ""
        wanted = landing(self.sitting.attempt, self.sitting.terms)
        self._is_over, self.number = wanted is None, wanted or self.number
        self._note = "" if self.sees else note
        if self.sees:
            self.record(lambda: self.sitting.visit(self.number))
        self._screen.show()
        self._show_time()
        return note

    def _say_landed(self, note: str, what: str) -> None:
        """Say what happened, and ask what is to be decided now; where a key opened something else the page says it."""
        notes = (note,) if note else ()
        if self._screen.app.screen is not self._screen:
            return
        if self._is_over:
            self.hand_in(*notes)
        elif (dialog := self.way.dialog(self.number, notes=notes)) is not None:
            self._ask(dialog, lambda: self._enter(self.number))
        elif note:
            section = self.way.title(self.question.section)
            lines = [note, self._say("section.goes_on", number=self.number, title=section)]
            self._screen.app.push_screen(Notice(self._say(f"{what}_title"), lines, self._say("section.go_on")))

    def _go_away(self) -> None:
        self._uncover()
        self._screen.dismiss(None)

    def _uncover(self) -> None:
        """Take away whatever stands over the screen."""
        app = self._screen.app
        while app.screen is not self._screen and self._screen in app.screen_stack:
            app.pop_screen()
