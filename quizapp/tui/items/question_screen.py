"""The screen that a question stands on: its keys mean the same in every job, and the job says what becomes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.containers import Horizontal

from quizapp.tui.frame.commands import MOVE, PAGE, Command, KeyPiece
from quizapp.tui.frame.room import NOTICE_SECONDS, Room
from quizapp.tui.frame.widgets.key_line import KeyLine
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Page
from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.tui.frame.widgets.key_line import Parts
    from quizapp.tui.frame.widgets.prose import Paragraph


TURNS = {
    "turn": Command("right", "turn", back="left"),
    "page": PAGE,
    "far_page": Command("ctrl+pagedown", "far_page", back="ctrl+pageup"),
}
"""What turns to another question, by the keys that a view leaves to it."""
CHOOSE = Command("enter", "choose")
STEP_BACK, FOLD = Command("escape", "step_back"), Command("ctrl+o", "fold", "key.material")


def hint_part(hint: str, view: ItemView) -> Parts:
    """Return what the key line says first: how the question is answered; nothing where that is plain."""
    return [[KeyPiece(hint, view.HINT_KEY)]] if hint else []


class QuestionJob(Protocol):
    """What one job makes of its questions: which of them stands on the screen, and what is done with what is given."""

    questions: tuple[Question, ...]
    where: str
    """The first line: what is done here, and who does it."""
    corner: AutoLine
    """What stands behind it at the right."""
    behind_keys: tuple[AutoLine, ...] = ()
    leaves_by_escape: bool = False

    @property
    def question(self) -> Question:
        """The question shown."""

    @property
    def response(self) -> Response:
        """What it shows as given."""

    @property
    def sees(self) -> bool:
        """Whether the question stands on the screen; else a page stands in its place."""
        return True

    @property
    def can_change(self) -> bool:
        """Whether the question stands on the screen and its answer is not final."""

    @property
    def is_pointed(self) -> bool:
        """Whether the cursor is on something of the job's own, and not in the question."""
        return False

    def body(self) -> ComposeResult:
        """Yield the screen's pane and its page, and what stands beside them."""

    def progress(self) -> str:
        """Return the second line: which question, how it stands."""

    def keys(self) -> Parts:
        """Return the key line: what can be done now."""

    def page(self) -> Sequence[Paragraph]:
        """Return what is told of a final answer, or in place of a question; nothing where there is none."""

    def trouble(self) -> str:
        """Return why something is not on disk, for as long as it is not; "" where all is well."""
        return ""

    def begin(self) -> None:
        """Show the first question: all that it stands on is there."""

    def refresh(self) -> None:
        """Show anew what stands around the question and can change."""

    def fit(self) -> None:
        """Fit what is shown to the window."""
        return

    def may_change(self) -> bool:
        """Return whether the answer can be changed, and say why not where that is not plain to see."""

    def give(self, number: int, response: Response) -> None:
        """Take a response that a key, a click or typing led to; the question may have left the screen since."""

    def turn(self, step: int) -> None:
        """Go to the next question (1) or the one before (-1), or say why not."""

    def go_on(self) -> None:
        """Do what Enter does where there is nothing to choose, or the cursor is not in the question."""
        self.turn(1)

    def move_beyond(self, step: int) -> None:
        """Move the cursor where the question's own has nowhere to go."""

    def end_fields(self) -> None:
        """Do what Tab and Enter do behind the last text field."""
        self.turn(1)

    def leave(self) -> None:
        """Leave the questions, asking first where something is at stake."""


class QuestionScreen(Room[None]):
    """Shows one question at a time.

    All its keys have priority: they are handled in the order they were pressed, before any widget sees them.
    """

    IS_SITTING: ClassVar = True
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        *TURNS.values(),
        MOVE,
        Command("ctrl+down", "shift_or_scroll", back="ctrl+up"),
        Command("shift+down", "shift", back="shift+up"),
        CHOOSE,
        Command("backspace", "erase"),
        Command("tab", "next_field"),
        STEP_BACK,
        FOLD,
        Command("ctrl+q", "leave"),
    )
    job: QuestionJob
    """There as soon as the screen is drawn up."""
    pane: QuestionPane

    def __init__(self, job_for: Callable[[QuestionScreen], QuestionJob]) -> None:
        super().__init__()
        # Before the job's own sheet, which says what is otherwise there.
        self.css_path = [Path(__file__).with_suffix(".tcss"), *self.css_path]
        self._job_for = job_for
        self.page = Page()
        self.page.can_focus = False
        self._where, self._progress = Line(id="where"), Line(id="progress", classes="muted")
        self._rule = Rule(id="rule")
        self._key_line = KeyLine()

    def compose(self) -> ComposeResult:
        self.job = job = self._job_for(self)
        self.pane = QuestionPane(self.language, job.questions)
        with Horizontal(id="top"):
            yield self._where
            yield job.corner
        yield self._progress
        yield Rule()
        with Horizontal(id="body"):
            yield from job.body()
        yield self._rule
        with Horizontal(id="foot"):
            yield self._key_line
            yield from job.behind_keys

    def on_mount(self) -> None:
        self._where.show(self.job.where)
        self.job.begin()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self.is_mounted:
            self.refresh_lines()
            self.job.fit()

    # What stands here

    @property
    def view(self) -> ItemView:
        """The view of the question shown."""
        return self.pane.view

    def show(self) -> None:
        """Show the question from its top, or the page in its place."""
        if self.job.sees:
            self.pane.show(self.job.question, self.job.response)
        else:
            self.view.leave_text()
            self.remove_class("-case")
        self.show_page()
        self.tell("")

    def show_page(self) -> None:
        """Show what is told of the answer or in place of the question, where there is something, and the lines."""
        sees, page = self.job.sees, self.job.page()
        self.pane.display, self.page.display = sees, bool(page)
        self.set_class(sees and bool(page), "-told")
        self.set_class(sees and self.view.TURNS_BY == "far_page", "-writing")
        if page:
            self.view.leave_text()
            self.page.show(page)
        self.refresh_lines()
        self.job.fit()

    def refresh_lines(self) -> None:
        """Say how things stand now and what can be done."""
        self.show_progress()
        self._key_line.parts = self.job.keys()
        self.job.refresh()

    def show_progress(self) -> None:
        """Show how things stand, nothing else."""
        self._progress.show(self.job.progress())

    def tell(self, text: str) -> None:
        """Say something in the rule for a while; "" takes it back. What is unsaved stands there until it is saved."""
        rule = self._rule
        rule.notice, rule.is_alarm = text or self.job.trouble(), not text
        if text:
            rule.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def alarm(self, text: str) -> None:
        """Say that something is not on disk, until the next thing is said."""
        self._rule.notice, self._rule.is_alarm = text, True

    def _take_back(self, text: str) -> None:
        if self._rule.notice == text:
            self.tell("")

    # What keys do

    def type_character(self, character: str) -> bool:
        """Give a character to the question; one that answers nothing says what could be wrong."""
        if not self.is_mounted:
            return True
        if character in "?？" and not (self.job.can_change and self.view.takes_text):
            self.action_explain()
        elif self.job.may_change():
            response = self.view.type_character(character)
            self._take(response)
            if response is None and not self.view.takes_text and ord(character) > 127 and character != "\u3000":
                self.tell(self.say("sitting.ime"))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while one is typed, where it means something there."""
        return self.is_mounted and not (self.job.can_change and action in self.view.own_keys)

    def action_move(self, step: int) -> None:
        """Move the cursor; where nothing can be answered, scroll what is told."""
        if not self.job.can_change:
            self.page.scroll_relative(y=step, animate=False)
        elif self.job.is_pointed or not self.view.move(step):
            self.job.move_beyond(step)

    def action_choose(self) -> None:
        """Choose what is under the cursor; where nothing is to be chosen, go on."""
        if self.job.is_pointed or not self.job.can_change:
            self.job.go_on()
        elif self.view.takes_text:
            self.action_next_field()
        else:
            self._take(self.view.choose())

    def action_erase(self) -> None:
        if self.job.may_change():
            self._take(self.view.erase())

    def action_shift(self, step: int) -> None:
        """Move what is under the cursor among what was chosen."""
        if self.job.may_change():
            self._take(self.view.shift(step))

    def action_shift_or_scroll(self, step: int) -> None:
        """Move what is under the cursor where it can be; else scroll a case's material."""
        response = self.view.shift(step) if self.job.can_change else None
        if response is None:
            self.pane.scroll_material(step)
        self._take(response)

    def action_next_field(self) -> None:
        """Go to the next text field, and on from the last one."""
        if self.job.sees and self.view.takes_text and not (self.job.can_change and self.view.next_field()):
            self.take_typed()
            self.job.end_fields()

    def action_step_back(self) -> None:
        """Leave the text or the side the cursor is in."""
        self.take_typed()
        if self.view.can_step_back:
            self.view.leave_text()
        elif self.job.leaves_by_escape:
            self.job.leave()

    def action_page(self, step: int) -> None:
        """Go to the next question or the one before."""
        self.take_typed()
        self.job.turn(step)

    # The same by keys that mean something else in a text, so that `check_action` can tell them apart.
    action_far_page = action_page

    def action_turn(self, step: int) -> None:
        """Go to the next question or the one before, where left and right mean nothing within this one."""
        if not (self.job.can_change and self.view.move_aside(step)):
            self.action_page(step)

    def action_fold(self) -> None:
        """Fold a case's material away, or unfold it."""
        self.pane.fold()

    def action_leave(self) -> None:
        self.take_typed()
        self.job.leave()

    # What comes by mouse, or by itself

    @on(ItemView.Answered)
    def take_answer(self, message: ItemView.Answered) -> None:
        message.stop()
        if message.question != self.job.question.number:
            self.job.give(message.question, message.response)
        elif self.job.may_change():
            self._take(self.view.chosen(message.place))

    @on(ItemView.Typed)
    def take_typed(self) -> None:
        """Take what was typed and is not said yet; into an answer that is final nothing can be typed."""
        pending = self.view.pending() if self.job.sees else None
        if pending is None:
            return
        if self.job.may_change():
            self._take(pending)
        else:
            self.view.update_response(self.job.response)

    @on(ItemView.Misread)
    def say_misread(self, message: ItemView.Misread) -> None:
        self.tell(message.text)

    def record_typed(self) -> None:
        self.take_typed()

    def _take(self, response: Response | None) -> None:
        if response is not None:
            self.job.give(self.job.question.number, response)
