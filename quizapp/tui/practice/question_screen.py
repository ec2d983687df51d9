"""A question in practice: right or wrong at once, the rationale beneath, next."""

from __future__ import annotations

from contextlib import contextmanager
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from quizapp.domain.errors import MachineRefused
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.widgets.line import AutoLine, Line
from quizapp.tui.items.question_screen import QuestionJob, QuestionScreen
from quizapp.tui.practice.question_words import CONFIRM, STAR, PracticeWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.domain.practice import Practised
    from quizapp.services.practice import PracticeSession
    from quizapp.tui.frame.widgets.key_line import Parts
    from quizapp.tui.frame.widgets.prose import Paragraph


class ConfirmLine(Line):
    """Shows its text behind a `>` while the cursor is on it."""

    class Chosen(Message):
        """Somebody clicked on it."""

    is_pointed: reactive[bool] = reactive(False)
    text: reactive[str] = reactive("")

    def render(self) -> Content:
        style = "bold $text-accent" if self.is_pointed else "$text-accent"
        return Content.styled(f"{'>' if self.is_pointed else ' '} {self.text}", style)

    def on_click(self) -> None:
        self.post_message(self.Chosen())


TALL = 32
"""Rows from which a verdict has room beneath its question; in fewer a wide terminal has it at the right."""
LOOK_AGAIN = 3.0
"""Seconds after which it is asked again whether a paper was begun that has the question on screen."""


class PracticeJob(QuestionJob):
    """A round of practice: an answer is told of once it is on disk, and cannot be changed any more."""

    leaves_by_escape = True

    def __init__(self, screen: QuestionScreen, session: PracticeSession) -> None:
        self.session = session
        self.questions = session.questions
        self._screen = screen
        self._say = screen.language.say
        self._words = PracticeWords(screen.language, session)
        self.where = self._words.where()
        self.corner = AutoLine(id="streak")
        self._confirm = ConfirmLine(id="confirm")
        self._drafts: dict[int, Response] = {}
        """What was chosen or typed and is not an answer yet, by question."""
        self._judging: set[int] = set()
        """The questions whose model answer was shown, for the person to judge their own text."""
        self._asked_to_see = 0
        """The question whose key was asked for without an answer: asked again, it is shown."""

    # What stands here

    @property
    def number(self) -> int:
        """The number of the question shown."""
        return self.session.current

    @property
    def question(self) -> Question:
        return self.session.question(self.number)

    @property
    def answer(self) -> Practised | None:
        """What became of it; None while it is not answered."""
        return self.session.answers.get(self.number)

    @property
    def response(self) -> Response:
        return self.answer.response if self.answer else self._draft

    @property
    def is_judging(self) -> bool:
        """Whether its model answer stands on screen, for the person to judge their own text."""
        return self.answer is None and self.number in self._judging

    @property
    def can_change(self) -> bool:
        return self.answer is None and not self.is_judging

    @property
    def is_pointed(self) -> bool:
        return self._confirm.is_pointed

    @property
    def _draft(self) -> Response:
        return self._drafts.get(self.number, ())

    # What stands around it

    def body(self) -> ComposeResult:
        with Vertical(id="asked"):
            yield self._screen.pane
            yield self._confirm
        yield self._screen.page

    def progress(self) -> str:
        return self._words.progress(self.question)

    def keys(self) -> Parts:
        if self.can_change:
            return self._words.keys_asked(self._screen.view, is_case=self._screen.pane.has_material)
        return self._words.keys_judging(self.number) if self.is_judging else self._words.keys_settled(self.number)

    def page(self) -> Sequence[Paragraph]:
        return () if self.can_change else self._words.answer_paragraphs(self.question, self.response, self.answer)

    def refresh(self) -> None:
        item, confirm = self.question.item, self._confirm
        self.corner.show(self._words.streak())
        confirm.text = self._say("practice.see_model" if item.NEEDS_PERSON else "practice.confirm")
        # Where there is one thing to choose, to choose is to answer, and nothing is left to confirm.
        confirm.display = self.can_change and not item.IS_SIGN

    def fit(self) -> None:
        screen = self._screen
        screen.set_class(screen.size.height < TALL, "-low")
        screen.remove_class("-tight")
        screen.call_after_refresh(self._tighten)

    def _tighten(self) -> None:
        """Set the options closer where question and verdict do not both fit with air between."""
        is_cut = self._screen.pane.is_cut or self._screen.page.max_scroll_y > 0
        self._screen.set_class(not self.can_change and is_cut, "-tight")

    # What is done with it

    def begin(self) -> None:
        self._screen.show()
        self._screen.set_interval(LOOK_AGAIN, self.step_aside)

    def may_change(self) -> bool:
        return self.can_change

    def give(self, number: int, response: Response) -> None:
        """Take an answer where to choose is to answer, else what may still change."""
        if number != self.number:
            return
        self._drafts[number] = response
        self._screen.view.update_response(response)
        if self._screen.view.points:
            self._confirm.is_pointed = False
            self._screen.tell("")
        if response and self.question.item.IS_SIGN:
            self._answer()

    def turn(self, step: int) -> None:
        """Go to the next question, answered or not, or the one before; behind the last one the round ends."""
        with self._on_disk():
            wanted = self.session.beyond(self.number, step)
            if wanted is not None and (untold := self.session.untold(wanted)):
                self._screen.tell(self._say("practice.untold", count=len(untold), number=untold[0]))
            elif wanted is not None:
                self.session.current = wanted
                self._show()
            elif step > 0:
                self.leave()
            else:
                self._screen.tell(self._say("practice.first"))

    def go_on(self) -> None:
        if self.answer is not None:
            self.turn(1)
        else:
            self.confirm()

    def move_beyond(self, step: int) -> None:
        """Move from the last option to the line that confirms, and back; scroll what there is to read."""
        if self.is_pointed:
            self._point_at_confirm(step > 0)
        else:
            self._screen.pane.scroll_by(step)
            self._point_at_confirm(step > 0 and self._confirm.display)

    def _point_at_confirm(self, is_wanted: bool) -> None:
        """Put the cursor on the line that confirms, or back: there is one, so that none stays on an option."""
        view = self._screen.view
        if is_wanted != self.is_pointed and view.points:
            if is_wanted:
                view.show(self.question, self._draft)
            else:
                view.move(-1)
        self._confirm.is_pointed = is_wanted

    def end_fields(self) -> None:
        """Go on to the verdict."""
        if not self.can_change:
            return
        if self._draft or self.question.item.NEEDS_PERSON:
            self.confirm()
        else:
            self._say_empty()

    def leave(self) -> None:
        """Leave the round; all that was answered is on disk."""
        self._screen.dismiss(None)

    def confirm(self) -> None:
        """Take what was chosen or typed as the answer; without any, show the key when asked twice."""
        self._screen.take_typed()
        if not self.can_change:
            return
        if self._draft or self._asked_to_see == self.number:
            self._answer()
        elif self.question.item.NEEDS_PERSON:
            if not self.step_aside():
                self._judging.add(self.number)
                self._screen.show_page()
        else:
            self._asked_to_see = self.number
            self._say_empty()

    def judge(self, share: int) -> None:
        """Record what the person says of their own text."""
        if self.is_judging:
            with self._on_disk():
                self.session.judge(self.number, self._draft, Fraction(share))
                self._show_answer()

    def star(self) -> None:
        """Star the question, or take its star away."""
        with self._on_disk():
            self.session.star(self.number)
            self._screen.refresh_lines()

    def step_aside(self) -> bool:
        """Leave a question that is on a paper begun meanwhile; return whether it was left, or may not be told of."""
        number, screen = self.number, self._screen
        if screen.app.screen is not screen:
            return True
        with self._on_disk():
            if not self.session.settle():
                self.leave()
            elif number != self.number:
                self._show()
                screen.tell(self._say("practice.hidden"))
            else:
                return False
        return True

    def _answer(self) -> None:
        """Answer with what was kept; a text is judged by the person, once the model answer stands beside it."""
        if not self.step_aside():
            with self._on_disk():
                if not self.session.answer(self.number, self._draft):
                    self._judging.add(self.number)
                self._show_answer()

    @contextmanager
    def _on_disk(self) -> Iterator[None]:
        """Do what has to be on disk, or read from it, and what follows; where it cannot be, say why, and no more."""
        try:
            yield
        except MachineRefused as trouble:
            language, short = self._screen.language, f"unsaved.{trouble.code}"
            why = self._say(short) if language.knows(short) else language.error(trouble)
            self._screen.alarm(self._say("practice.not_saved", why=why))

    def _show_answer(self) -> None:
        self._screen.tell("")
        self._screen.show_page()

    def _show(self) -> None:
        self._confirm.is_pointed = False
        self._screen.show()

    def _say_empty(self) -> None:
        self._screen.tell(self._say("practice.empty_text" if self._screen.view.takes_text else "practice.empty"))


class PracticeScreen(QuestionScreen):
    """Tells of an answer at once."""

    CSS_PATH = "question_screen.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (CONFIRM, STAR)
    job: PracticeJob

    def __init__(self, session: PracticeSession) -> None:
        super().__init__(lambda screen: PracticeJob(screen, session))

    def type_character(self, character: str) -> bool:
        """Judge a text by 1 or 2; else give a character to the question."""
        if self.is_mounted and self.job.is_judging and character in "12１２":
            self.job.judge(int(character in "1１"))
            return True
        return super().type_character(character)

    @on(ConfirmLine.Chosen)
    def action_confirm(self) -> None:
        self.job.confirm()

    def action_star(self) -> None:
        self.job.star()
