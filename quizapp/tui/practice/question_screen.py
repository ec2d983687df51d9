"""A question in practice: right or wrong at once, the rationale beneath, next; and the lines around it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal

from quizapp.domain.errors import MachineRefused
from quizapp.tui.frame.room import NOTICE_SECONDS, Room
from quizapp.tui.frame.widgets.key_line import KeyLine
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.items.view import QUESTION_KEYS, ItemView
from quizapp.tui.practice.question_body import ConfirmLine, PracticeBody, PracticeRound, PracticeWords, chooses_at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.practice import PracticeSession
    from quizapp.tui.practice.question_body import Keys


PRACTICE_KEYS = (
    *QUESTION_KEYS,
    ("escape", "step_back"),
    ("f5", "confirm"),
    ("f7", "star"),
    ("ctrl+o", "fold"),
    ("ctrl+q", "leave"),
)


class PracticeLines:
    """What stands above and below a question."""

    def __init__(self, language: Language, words: PracticeWords) -> None:
        self._language = language
        self._words = words
        self._where = Line(id="where")
        self._streak = AutoLine(id="streak")
        self._progress = Line(id="progress", classes="muted")
        self._rule = Rule(id="rule")
        self._keys = KeyLine()

    def above(self) -> ComposeResult:
        """Yield what stands above the question."""
        with Horizontal(id="top"):
            yield self._where
            yield self._streak
        yield self._progress
        yield Rule()

    def below(self) -> ComposeResult:
        """Yield what stands below it."""
        yield self._rule
        yield self._keys

    def refresh(self, question: Question, keys: Keys) -> None:
        """Say how the round stands now, this question being shown."""
        self._where.show(self._words.where())
        self._streak.show(self._words.streak())
        self._progress.show(self._words.progress(question))
        self._keys.parts = keys

    def tell(self, text: str) -> None:
        """Say something in the rule for a while; "" takes back whatever stands there."""
        rule = self._rule
        rule.notice, rule.is_alarm = text, False
        if text:
            rule.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def alarm(self, trouble: MachineRefused) -> None:
        """Say why something is not on disk, until the next thing is said: nothing is shown as taken."""
        say, short = self._language.say, f"unsaved.{trouble.code}"
        why = say(short) if self._language.knows(short) else self._language.error(trouble)
        self._rule.notice, self._rule.is_alarm = say("practice.not_saved", why=why), True

    def _take_back(self, text: str) -> None:
        if self._rule.notice == text:
            self.tell("")


TALL = 32
"""Rows from which a verdict has room beneath its question; in fewer a wide terminal has it at the right."""
LOOK_AGAIN = 3.0
"""Seconds after which it is asked again whether a paper was begun that has the question on screen."""


class PracticeScreen(Room[None]):
    """Shows one question at a time, and tells of an answer once it is on disk.

    All its keys have priority, as in a sitting: they are handled in the order they were pressed.
    """

    CSS_PATH = "question_screen.tcss"
    GUIDE: ClassVar = "practice"
    IS_SITTING: ClassVar = True
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in PRACTICE_KEYS]

    def __init__(self, session: PracticeSession) -> None:
        super().__init__()
        self._round = PracticeRound(session)

    def compose(self) -> ComposeResult:
        self._words = PracticeWords(self.language, self._round.session)
        self._lines = PracticeLines(self.language, self._words)
        self._body = PracticeBody(self.language, self._words, self._round)
        yield from self._lines.above()
        yield self._body
        yield from self._lines.below()

    def on_mount(self) -> None:
        self._show()
        self.set_interval(LOOK_AGAIN, self._step_aside)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.height < TALL, "-low")
        self.call_after_refresh(self._body.fit)

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the question; once it is answered there is only a text to be judged."""
        if not self.is_mounted:
            return True
        view = self._view
        if self._round.is_judging and character in "12１２":
            self.action_judge(int(character in "1１"))
        elif character in "?？" and (self._round.is_settled or not view.takes_text):
            self.action_explain()
        elif not self._round.is_settled:
            self._take(response := view.type_character(character))
            if response is None and not view.takes_text and ord(character) > 127 and character != "\u3000":
                self.tell(self.say("sitting.ime"))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while one is typed, where it means something there."""
        return self.is_mounted and action not in self._view.own_keys

    def action_move(self, step: int) -> None:
        self._body.move(step)

    def action_choose(self) -> None:
        """Do what stands under the cursor; once the question is answered, go on."""
        if self._round.answer is not None:
            self.action_page(1)
        elif self._body.is_at_confirm:
            self.action_confirm()
        elif self._view.takes_text:
            self.action_next_field()
        else:
            self._take(self._view.choose())

    def action_erase(self) -> None:
        self._take(self._view.erase())

    def action_shift(self, step: int) -> None:
        """Move what is under the cursor among what was chosen."""
        self._take(self._view.shift(step))

    def action_shift_or_scroll(self, step: int) -> None:
        """Move what is under the cursor where it can be; else scroll a case's material."""
        response = None if self._round.is_settled else self._view.shift(step)
        if response is None:
            self._body.pane.scroll_material(step)
        self._take(response)

    def action_next_field(self) -> None:
        """Go to the next text field; the last one is followed by the verdict."""
        if self._round.is_settled or not self._view.takes_text or self._view.next_field():
            return
        self._keep_typed()
        if self._round.draft or self._round.question.item.NEEDS_PERSON:
            self.action_confirm()
        else:
            self._say_empty()

    def action_step_back(self) -> None:
        """Leave the text or the side the cursor is in; else leave practice."""
        if self._view.can_step_back:
            self._keep_typed()
            self._view.leave_text()
        else:
            self.action_leave()

    def action_page(self, step: int) -> None:
        """Go to the next question, answered or not, or the one before; behind the last one the round ends."""
        self._keep_typed()
        turned: list[bool] = []
        if not self._record(lambda: turned.append(self._round.turn(step))):
            return
        if turned[0]:
            self._show()
        elif step > 0:
            self.action_leave()
        else:
            self.tell(self.say("practice.first"))

    # The same by keys that mean something else in a text, so that `check_action` can tell them apart.
    action_turn = action_far_page = action_page

    def action_fold(self) -> None:
        """Fold a case's material away, or unfold it."""
        self._body.pane.fold()

    @on(ConfirmLine.Chosen)
    def action_confirm(self) -> None:
        """Take what was chosen or typed as the answer; without any, show the key when asked twice."""
        self._keep_typed()
        place = self._round
        if place.is_settled:
            return
        if place.draft or place.asked_to_see == place.number:
            self._give()
        elif place.question.item.NEEDS_PERSON:
            if not self._step_aside():
                place.judge_later()
                self._show_answer()
        else:
            place.asked_to_see = place.number
            self._say_empty()

    def action_judge(self, share: int) -> None:
        """Record what the person says of their own text."""
        if self._round.is_judging and self._record(lambda: self._round.judge(Fraction(share))):
            self.tell("")
            self._show_answer()

    def action_star(self) -> None:
        if self._record(self._round.star):
            self._refresh_lines()

    def action_leave(self) -> None:
        """Leave the round; all that was answered is on disk."""
        self.dismiss(None)

    # What comes by mouse, or by itself

    @on(ItemView.Answered)
    def take_answer(self, message: ItemView.Answered) -> None:
        message.stop()
        if message.question == self._round.number and not self._round.is_settled:
            self._take(self._view.chosen(message.place))

    @on(ItemView.Typed)
    def take_typed(self, message: ItemView.Typed) -> None:
        message.stop()
        self._keep_typed()

    @on(ItemView.Misread)
    def say_misread(self, message: ItemView.Misread) -> None:
        self.tell(message.text)

    # How it is done

    @property
    def _view(self) -> ItemView:
        return self._body.view

    def _take(self, response: Response | None) -> None:
        """Take what a key or a click leads to: an answer where to choose is to answer, else what may still change."""
        if response is None or self._round.is_settled:
            return
        self._round.keep(response)
        self._body.update_response()
        self.tell("")
        if response and chooses_at_once(self._round.question):
            self._give()

    def _keep_typed(self) -> None:
        if not self._round.is_settled and (typed := self._view.pending()) is not None:
            self._round.keep(typed)
            self._view.update_response(typed)

    def _step_aside(self) -> bool:
        """Leave a question that is on a paper begun meanwhile; return whether it was left."""
        number, found = self._round.number, list[bool]()
        if self.app.screen is not self or not self._record(lambda: found.append(self._round.session.settle())):
            return True
        if not found[0]:
            self.action_leave()
        elif number != self._round.number:
            self._show()
            self.tell(self.say("practice.hidden"))
        else:
            return False
        return True

    def _give(self) -> None:
        if not self._step_aside() and self._record(self._round.give):
            self.tell("")
            self._show_answer()

    def _record(self, step: Callable[[], None]) -> bool:
        """Do what has to be on disk, or read from it; return whether it was, and say why not."""
        try:
            step()
        except MachineRefused as trouble:
            self._lines.alarm(trouble)
            return False
        return True

    def _show(self) -> None:
        self._body.show()
        self.tell("")
        self._refresh_lines()

    def _show_answer(self) -> None:
        self._body.tell()
        self._refresh_lines()

    def _refresh_lines(self) -> None:
        place, pane = self._round, self._body.pane
        self._lines.refresh(place.question, self._words.keys(place, pane.view, is_case=pane.has_material))

    def _say_empty(self) -> None:
        self.tell(self.say("practice.empty_text" if self._view.takes_text else "practice.empty"))

    def tell(self, text: str) -> None:
        self._lines.tell(text)
