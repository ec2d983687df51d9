"""A question in practice as it stands on screen: where the person is in the round, and what is said of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from quizapp.services.sitting.results import ReviewedQuestion
from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.prose import Page, Paragraph
from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.items.review_page import explained

if TYPE_CHECKING:
    from fractions import Fraction

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.domain.practice import Practised
    from quizapp.language import Language
    from quizapp.services.practice import PracticeSession
    from quizapp.tui.items.view import ItemView


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


class PracticeRound:
    """A session, seen from its question on screen."""

    def __init__(self, session: PracticeSession) -> None:
        self.session = session
        self.asked_to_see = 0
        """The question whose key was asked for without an answer: asked again, it is shown."""
        self._drafts: dict[int, Response] = {}
        self._judging: set[int] = set()

    @property
    def number(self) -> int:
        """The number of the question shown."""
        return self.session.current

    @property
    def question(self) -> Question:
        """The question shown."""
        return self.session.question(self.number)

    @property
    def answer(self) -> Practised | None:
        """What became of it; None while it is not answered."""
        return self.session.answers.get(self.number)

    @property
    def draft(self) -> Response:
        """What was chosen or typed for it and is not an answer yet."""
        return self._drafts.get(self.number, ())

    @property
    def response(self) -> Response:
        """What it shows as given."""
        return self.answer.response if self.answer else self.draft

    @property
    def is_judging(self) -> bool:
        """Whether its model answer stands on screen, for the person to judge their own text."""
        return self.answer is None and self.number in self._judging

    @property
    def is_settled(self) -> bool:
        """Whether its key stands on screen, so that nothing can be answered any more."""
        return self.is_judging or self.answer is not None

    def turn(self, step: int) -> bool:
        """Go to the next question that may be shown, or the one before; return whether there is one.

        Raises MachineRefused.
        """
        wanted = self.session.beyond(self.number, step)
        if wanted is not None:
            self.session.current = wanted
        return wanted is not None

    def keep(self, response: Response) -> None:
        """Keep what was chosen or typed."""
        self._drafts[self.number] = response

    def give(self) -> None:
        """Answer with what was kept; a text is judged by the person, once the model answer stands beside it.

        Raises MachineRefused.
        """
        if not self.session.answer(self.number, self.draft):
            self.judge_later()

    def judge_later(self) -> None:
        """Show the model answer, and let the person say."""
        self._judging.add(self.number)

    def judge(self, share: Fraction) -> None:
        """Record what the person says of their text. Raises MachineRefused."""
        self.session.judge(self.number, self.draft, share)

    def star(self) -> None:
        """Star the question, or take its star away. Raises MachineRefused."""
        self.session.star(self.number)


SHOWN_STREAK = 3
"""Right answers in a row from which they are worth a word."""

Keys = tuple[tuple[str, str], ...]


class PracticeWords:
    """The words of one round."""

    def __init__(self, language: Language, session: PracticeSession) -> None:
        self._say = language.say
        self._language = language
        self._session = session

    def where(self) -> str:
        """Return the first line: practice, who."""
        one = self._session.candidate
        return " | ".join(part for part in (self._say("practice.heading"), one.name, one.unit, one.id) if part)

    def streak(self) -> str:
        """Return how many answers in a row were right, once that is worth a word."""
        count = self._session.progress.streak
        return self._say("practice.streak", count=count) if count >= SHOWN_STREAK else ""

    def progress(self, question: Question) -> str:
        """Return the second line: which question, of which type, how many were right, how it stands."""
        say, session = self._say, self._session
        standing = session.standing(question.number)
        parts = [
            say("practice.place", number=question.number, total=len(session.questions)),
            say(f"word.{question.item.TYPE}"),
        ]
        if session.answers:
            parts.append(say("practice.right_so_far", right=session.right, answered=len(session.answers)))
        if standing.is_mistake and question.number not in session.answers:
            parts.append(say("practice.in_book"))
        if standing.is_starred:
            parts.append(say("practice.starred"))
        return " | ".join(parts)

    def keys(self, place: PracticeRound, view: ItemView, *, is_case: bool) -> Keys:
        """Return the key line for the question shown, as it stands."""
        say = self._say
        if place.is_judging:
            judge = ((say("practice.key_judge_right"), "judge(1)"), (say("practice.key_judge_wrong"), "judge(0)"))
            return (*judge, *self._keys_settled(place.number)[1:])
        return self._keys_settled(place.number) if place.is_settled else self._keys_asked(view, is_case=is_case)

    def answer_paragraphs(self, place: PracticeRound) -> list[Paragraph]:
        """Return what is told of an answer: right or wrong first, then the key and why.

        Of a text first what it is to be compared with, and what to do then.
        """
        question, answer = place.question, place.answer
        first = self._verdict(question, answer) if answer else Paragraph(self._say("practice.judge"), kind="ask")
        return [first, *self._explained(question, place.response)]

    def _keys_asked(self, view: ItemView, *, is_case: bool) -> Keys:
        say, question = self._say, view.question
        hint = view.short_hint() if is_case else "" if view.takes_text else view.hint()
        confirm = "practice.key_see" if question.item.NEEDS_PERSON else "practice.key_confirm"
        skip = "practice.key_skip_text" if view.takes_text else "practice.key_skip"
        return (
            *([(hint, "")] if hint else []),
            *([] if chooses_at_once(question) else [(say(confirm), "confirm")]),
            *([(say("key.material"), "fold")] if is_case else []),
            self._star_key(question.number),
            (say(skip), "page(1)"),
            (say("key.help"), "explain"),
            (say("practice.key_leave"), "leave"),
        )

    def _keys_settled(self, number: int) -> Keys:
        say, last = self._say, len(self._session.questions)
        return (
            (say("practice.key_finish" if number == last else "practice.key_next"), "page(1)"),
            self._star_key(number),
            (say("practice.key_scroll"), ""),
            (say("key.help"), "explain"),
            (say("practice.key_leave"), "leave"),
        )

    def _explained(self, question: Question, response: Response) -> list[Paragraph]:
        item = question.item
        reviewed = ReviewedQuestion(
            question=question, response=response, marks=None, key=item.key_response(), rationale=item.rationale
        )
        return explained(self._language, reviewed, shows_key=True)

    def _verdict(self, question: Question, answer: Practised) -> Paragraph:
        is_right = answer.share == 1
        word = "right" if is_right else "key_seen" if not answer.response else "partly" if answer.share else "wrong"
        codes = [word, self._book(question, is_right=is_right)]
        text = " | ".join(self._say(f"practice.{code}") for code in codes if code)
        return Paragraph(text, kind="good" if is_right else "bad")

    def _book(self, question: Question, *, is_right: bool) -> str:
        """Return the code of what the answer did to the mistakes book; "" where it did nothing."""
        session = self._session
        standing, was_in = session.standing(question.number), session.was_mistake(question.number)
        if not is_right:
            return "stays_in" if was_in else "went_in"
        if standing.is_mistake:
            return "one_to_go"
        return "went_out" if was_in else ""

    def _star_key(self, number: int) -> tuple[str, str]:
        is_starred = self._session.standing(number).is_starred
        return self._say("practice.key_unstar" if is_starred else "practice.key_star"), "star"


def chooses_at_once(question: Question) -> bool:
    """Return whether to choose is to answer: where there is one thing to choose, there is nothing left to confirm."""
    return question.item.IS_SIGN


class PracticeBody(Horizontal):
    """Shows where a person is in a round. It changes nothing of it."""

    def __init__(self, language: Language, words: PracticeWords, place: PracticeRound) -> None:
        super().__init__(id="body")
        self._language = language
        self._words = words
        self._round = place
        self._confirm = ConfirmLine(id="confirm")
        self._page = Page()
        self._page.can_focus = False
        self.pane = QuestionPane(language, place.session.questions)

    def compose(self) -> ComposeResult:
        with Vertical(id="asked"):
            yield self.pane
            yield self._confirm
        yield self._page

    @property
    def view(self) -> ItemView:
        """The view of the question shown."""
        return self.pane.view

    @property
    def is_at_confirm(self) -> bool:
        """Whether the cursor is on the line that confirms."""
        return self._confirm.is_pointed

    def show(self) -> None:
        """Show the question from its top, as far as it is answered."""
        self._confirm.is_pointed = False
        self.pane.show(self._round.question, self._round.response)
        self.tell()

    def tell(self) -> None:
        """Show what is told of the answer, where there is one."""
        place, needs_person = self._round, self._round.question.item.NEEDS_PERSON
        self.screen.set_class(place.is_settled, "-told")
        self.screen.set_class(needs_person, "-writing")
        self._confirm.text = self._language.say("practice.see_model" if needs_person else "practice.confirm")
        self._confirm.display = not place.is_settled and not chooses_at_once(place.question)
        self._page.display = place.is_settled
        if place.is_settled:
            self.view.leave_text()
            self._page.show(self._words.answer_paragraphs(place))
        self.screen.remove_class("-tight")
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Set the options closer where question and verdict do not both fit with air between."""
        is_cut = self.pane.is_cut or self._page.max_scroll_y > 0
        self.screen.set_class(self._round.is_settled and is_cut, "-tight")

    def move(self, step: int) -> None:
        """Move the cursor, from the last option to the line that confirms; scroll what there is to read."""
        if self._round.is_settled:
            self._page.scroll_relative(y=step, animate=False)
        elif self._confirm.is_pointed:
            self.point_at_confirm(step > 0)
        elif not self.view.move(step):
            self.pane.scroll_by(step)
            self.point_at_confirm(step > 0 and self._confirm.display)

    def point_at_confirm(self, is_wanted: bool) -> None:
        """Put the cursor on the line that confirms, or back: there is one, so that none stays on an option."""
        if is_wanted != self._confirm.is_pointed and not self.view.takes_text:
            if is_wanted:
                self.view.show(self._round.question, self._round.draft)
            else:
                self.view.move(-1)
        self._confirm.is_pointed = is_wanted

    def update_response(self) -> None:
        """Show what was chosen or typed just now."""
        self._confirm.is_pointed = False
        self.view.update_response(self._round.draft)
