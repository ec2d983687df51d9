"""What stands on the question screen and how it changes: every step is on disk before it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll

from quizapp.domain.attempt.rules import landing
from quizapp.domain.errors import Refused
from quizapp.services.sitting.results import item_feedback
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.prose import Page, Prose
from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.items.view import ItemView
from quizapp.tui.sitting import question_lines
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.question_lines import SittingLines
from quizapp.tui.sitting.question_words import SittingOrders, SittingWords
from quizapp.tui.sitting.sections import FORWARD, SectionWay, feedback_paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.sitting.question_lines import Keys


def hand_in_dialog(language: Language, words: SittingWords, notes: Sequence[str] = ()) -> Confirm:
    """Return the question before handing in, which counts what is unanswered and flagged; `notes` stand first.

    The time left goes on while it is asked.
    """
    say = language.say
    lines: list[str | Widget] = [*notes, *words.hand_in_lines()]
    if words.whole_left().left is not None:
        lines.append(ClockLine(language, words.whole_left))
    lines.append(say("hand_in.final"))
    return Confirm(say("hand_in.title"), lines, safe=say("hand_in.back"), step=say("hand_in.confirm"), key="f9")


def leave_dialog(language: Language, words: SittingWords) -> Confirm:
    """Return the question before leaving: the clock goes on."""
    say = language.say
    lines = [words.leave_note()]
    return Confirm(say("leave.title"), lines, safe=say("leave.stay"), step=say("leave.go"), key="ctrl+q")


class HandInWaits(Notice):
    """Stands over the paper until its hand-in is on disk: every key is answered with it, none closes it but leaving."""

    CSS_PATH = "../frame/dialogs/dialog.tcss"
    BINDINGS: ClassVar = [Binding("ctrl+q", "leave", show=False, priority=True)]

    def __init__(
        self, language: Language, words: SittingWords, now: Callable[[], datetime], leave: Callable[[], object]
    ) -> None:
        super().__init__(language.say("hand_in.waits_title"), words.hand_in_waits(), "")
        self._words, self._now, self._leave = words, now, leave
        self._language = language

    def on_mount(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Say anew why it waits, and when it was last tried."""
        lines = self.query(VerticalScroll).first().query(Prose)
        for line, text in zip(lines, self._words.hand_in_waits(), strict=True):
            line.text = text
        tried = f"{self._now().astimezone(self._language.zone):%H:%M:%S}"
        self.query(".dialog-foot").first(Prose).text = self._language.say("hand_in.waits_foot", time=tried)

    def type_character(self, character: str) -> bool:
        self.renew()
        return True

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.renew()

    def on_click(self) -> None:
        self.renew()

    def action_back(self) -> None:
        self.renew()

    def action_leave(self) -> None:
        self._leave()


class SittingPlace(Room[None]):
    """A question with its view; or in its place a page, where its section was not begun or nothing is left."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._form = sitting.form
        self._shown = sitting.attempt.current
        """The question on screen, or the one to begin a section with."""
        self._is_over = False
        """Whether every section is closed, so that nothing is left to go to."""
        self._note = ""
        """What happened before a page stood in place of a question."""

    def compose(self) -> ComposeResult:
        self._words = SittingWords(self.language, self._sitting)
        self._orders = SittingOrders(self.language, self.workplace.home.requests, self._sitting)
        self._way = SectionWay(self.language, self._sitting, self._words)
        self._frame = SittingLines(self.language, self._sitting, self._words, self.tick)
        self._pane = QuestionPane(self.language, self._form.questions)
        self._page = Page()
        self._page.can_focus = False
        yield from self._frame.above()
        with Horizontal(id="body"):
            with Vertical(id="asked"):
                yield self._pane
                yield self._page
            yield self._frame.grid
        yield from self._frame.below()

    def on_mount(self) -> None:
        for view in self.query(ItemView):
            self.watch(view, "touched", self._show_saved, init=False)
        self._frame.begin()
        what = "section.ended" if self._way.is_closed(self._shown) else ""
        note = self._land(what)
        # By the app, as all that keys lead to: a dialog answers in the order of its keys whoever opened it.
        self.app.call_next(lambda: self._say_landed(note, what))

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self.is_mounted:
            self._refresh_lines()

    # What stands here

    @property
    def _question(self) -> Question:
        return self._form.questions[self._shown - 1]

    @property
    def _view(self) -> ItemView:
        return self._pane.view

    @property
    def _sees(self) -> bool:
        """Whether the question stands on the screen."""
        return not self._is_over and self._way.can_see(self._shown)

    @property
    def _is_fixed(self) -> bool:
        return self._shown in self._sitting.attempt.fixed

    @property
    def _may_show_key(self) -> bool:
        """Whether the key may stand on the screen: that the answer is fixed is on disk."""
        return self._sees and self._shown in self._sitting.saved.fixed

    def _show(self) -> None:
        """Show the question from its top, or the page in its place."""
        if self._sees:
            self._note = ""
            self._pane.show(self._question, self._sitting.attempt.response(self._shown))
        else:
            self._view.leave_text()
            self.remove_class("-case")
            way = self._way
            self._page.show(way.over(self._note) if self._is_over else way.gate(self._shown, self._note))
        self._show_feedback()
        self.tell("")

    def _show_feedback(self) -> None:
        """Show what is told of a fixed answer, where there is something, and the lines around."""
        self._pane.display = self._sees
        self._page.display = self._may_show_key or not self._sees
        self.set_class(self._may_show_key, "-told")
        self.set_class(self._sees and self._view.TURNS_BY == "far_page", "-writing")
        if self._may_show_key:
            self._view.leave_text()
            response = self._sitting.attempt.response(self._shown)
            now = self.workplace.clock.read().at
            self._page.show(
                feedback_paragraphs(self.language, item_feedback(self._form, self._question, response, now))
            )
        self._refresh_lines()

    def _refresh_lines(self) -> None:
        self._frame.refresh(self._question, self._progress(), self._keys())
        self._show_saved()

    def _show_saved(self) -> None:
        self._frame.show_saved(waits=self._sees and not self._is_fixed and self._view.waits)

    def _progress(self) -> str:
        if self._sees:
            return self._words.progress(self._question, self.app.size.width - 2)
        return self.say("section.over") if self._is_over else self._words.section_progress(self._question.section)

    def _keys(self) -> Keys:
        if self._is_over:
            return question_lines.when_over(self.language)
        if not self._sees:
            return question_lines.at_gate(self.language)
        if self._may_show_key:
            is_last = self._way.beyond(self._shown, 1) is None
            return question_lines.fixed_keys(self.language, is_last=is_last)
        is_case, room = self._pane.has_material, self._frame.room
        return question_lines.answering(self.language, self._sitting.terms, self._view, is_case=is_case, room=room)

    def tell(self, text: str) -> None:
        self._frame.tell(text)

    def _tell_unseen(self) -> None:
        """Say what to do where no question stands on the screen."""
        self.tell(self.say("section.over_hand_in" if self._is_over else "section.not_begun"))

    # How it changes

    def _record(self, step: Callable[[], None]) -> bool:
        """Do what a rule may refuse; return whether it was done, and say why not."""
        try:
            step()
        except Refused as refusal:
            self.tell(self.language.error(refusal))
            return False
        return True

    def _answer(self, response: tuple[str, ...]) -> None:
        """Record a response, and show what is stored."""
        was_done = self._record(lambda: self._sitting.answer(self._shown, response))
        self._view.update_response(self._sitting.attempt.response(self._shown))
        if was_done:
            self.tell("")
        self._refresh_lines()
        self._settle()

    def _take_pending(self) -> None:
        """Record what was typed; into a fixed answer nothing can be."""
        pending = self._view.pending() if self._sees else None
        if pending is None:
            return
        if self._is_fixed:
            self._view.update_response(self._sitting.attempt.response(self._shown))
            self.tell(self.say("feedback.is_fixed"))
        else:
            self._answer(pending)

    def _go(self, number: int, keys: str = FORWARD) -> None:
        """Bring a question on screen, once the person said so where a section opens or closes by it."""
        self._take_pending()
        dialog = self._way.dialog(number, keys)
        if dialog is None:
            self._enter(number)
        else:
            self._ask(dialog, lambda: self._enter(number))

    def _enter(self, number: int) -> None:
        if self._record(lambda: self._way.enter(number)) and not self._sitting.attempt.has_ended:
            if self._way.can_see(number):
                self._shown, self._is_over = number, False
                self._show()
            self._frame.show_time(self._progress())
        self._settle()

    def _fix(self) -> None:
        """Make the answer final; what is told of it is shown once that is on disk."""
        self._record(lambda: self._sitting.fix(self._shown, even_empty=True))
        self.tell("")
        self._show_feedback()
        self._settle()

    def _ask(self, dialog: Confirm, step: Callable[[], object]) -> None:
        """Ask, and take the step where it is wanted."""

        def answer(confirmed: bool | None) -> None:
            if confirmed:
                step()

        self.app.push_screen(dialog, answer)

    def _ask_hand_in(self, *notes: str) -> None:
        def hand_in() -> None:
            self._record(self._sitting.hand_in)
            self._settle()

        self._ask(hand_in_dialog(self.language, self._words, notes), hand_in)

    # What happens by itself

    def tick(self) -> None:
        """Do what is to be done at each second."""
        raise NotImplementedError

    def record_typed(self) -> None:
        self._take_pending()

    def _settle(self) -> None:
        """Leave the screen where the attempt has ended or is paused, or go on from a section that closed.

        The hand-in is on disk first; while it is not, that stands over the screen.
        """
        if (self._sitting.has_ended or self._sitting.attempt.paused_at is not None) and self.is_running:
            self._uncover()
            self.dismiss(None)
        elif self._sitting.attempt.has_ended:
            self._say_hand_in_waits()
        elif self._stands_closed:
            self.app.call_next(self._move_on)

    def _say_hand_in_waits(self) -> None:
        standing = [screen for screen in self.app.screen_stack if isinstance(screen, HandInWaits)]
        for one in standing:
            one.renew()
        if not standing:
            self._uncover()
            now = self.workplace.clock.read
            self.app.push_screen(HandInWaits(self.language, self._words, lambda: now().at, self._ask_leave))

    def _ask_leave(self) -> None:
        def leave() -> None:
            self._uncover()
            self.dismiss(None)

        self._ask(leave_dialog(self.language, self._words), leave)

    @property
    def _stands_closed(self) -> bool:
        """Whether the section of the question shown has closed, and nobody has gone on from there yet."""
        return not (self._sitting.attempt.has_ended or self._is_over) and self._way.is_closed(self._shown)

    def _move_on(self) -> None:
        if self._stands_closed and self.is_running:
            self._uncover()
            self._say_landed(self._land("section.time_up"), "section.time_up")

    def _land(self, what: str) -> str:
        """Stand where the attempt goes on, and return what became of the section that one stood in, by its code."""
        note = self.say(what, title=self._way.title(self._question.section)) if what else ""
        wanted = landing(self._sitting.attempt, self._sitting.terms)
        self._note, self._is_over, self._shown = note, wanted is None, wanted or self._shown
        if self._sees:
            self._record(lambda: self._sitting.visit(self._shown))
        self._show()
        self._frame.show_time(self._progress())
        return note

    def _say_landed(self, note: str, what: str) -> None:
        """Say what happened, and ask what is to be decided now; where a key opened something else the page says it."""
        notes = (note,) if note else ()
        if self.app.screen is not self:
            return
        if self._is_over:
            self._ask_hand_in(*notes)
        elif (dialog := self._way.dialog(self._shown, notes=notes)) is not None:
            self._ask(dialog, lambda: self._enter(self._shown))
        elif note:
            section = self._way.title(self._question.section)
            lines = [note, self.say("section.goes_on", number=self._shown, title=section)]
            self.app.push_screen(Notice(self.say(f"{what}_title"), lines, self.say("section.go_on")))

    def _uncover(self) -> None:
        """Take away whatever stands over this screen."""
        while self.app.screen is not self and self in self.app.screen_stack:
            self.app.pop_screen()
