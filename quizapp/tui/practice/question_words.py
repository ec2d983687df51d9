"""What the question screen says in practice: how the round stands, of its keys, and of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.sitting.results import ReviewedQuestion
from quizapp.tui.frame.commands import HELP, MOVE, Command, key_parts
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.question_screen import CHOOSE, FOLD, STEP_BACK, TURNS, hint_part
from quizapp.tui.items.review_page import explained

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.domain.practice import Practised
    from quizapp.language import Language
    from quizapp.services.practice import PracticeSession
    from quizapp.tui.frame.widgets.key_line import Parts
    from quizapp.tui.items.view import ItemView


SHOWN_STREAK = 3
"""Right answers in a row from which they are worth a word."""


CONFIRM, STAR = Command("f5", "confirm"), Command("f7", "star")
JUDGE = Command("1", label="practice.key_judge_right"), Command("2", label="practice.key_judge_wrong")


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

    def answer_paragraphs(self, question: Question, response: Response, answer: Practised | None) -> list[Paragraph]:
        """Return what is told of an answer: right or wrong first, then the key and why.

        Of a text that is not judged yet first what it is to be compared with, and what to do then.
        """
        item = question.item
        reviewed = ReviewedQuestion(
            question=question, response=response, marks=None, key=item.key_response(), rationale=item.rationale
        )
        first = self._verdict(question, answer) if answer else Paragraph(self._say("practice.judge"), kind="ask")
        return [first, *explained(self._language, reviewed, shows_key=True)]

    def keys_asked(self, view: ItemView, *, is_case: bool) -> Parts:
        """Return the key line while the question is answered."""
        item = view.question.item
        hint = view.short_hint() if is_case else "" if view.takes_text else view.hint()
        confirm = CONFIRM.labelled("practice.key_see" if item.NEEDS_PERSON else "practice.key_confirm")
        skip = "practice.key_skip" if view.TURNS_BY == "turn" else "practice.key_skip_text"
        own = [(confirm, not item.IS_SIGN), (FOLD, is_case)]
        commands = (
            *(one for one, is_there in own if is_there),
            self._star(view.question.number),
            TURNS["turn" if view.TURNS_BY == "turn" else "page"].labelled(skip),
        )
        return (*hint_part(hint, view), *self._parts(*commands))

    def keys_judging(self, number: int) -> Parts:
        """Return the key line where the person is to judge their own text."""
        return self._parts(*JUDGE, self._star(number), MOVE.labelled("practice.key_scroll"))

    def keys_settled(self, number: int) -> Parts:
        """Return the key line where the question is answered."""
        is_last = number == len(self._session.questions)
        goes_on = CHOOSE.labelled("practice.key_finish" if is_last else "practice.key_next")
        return self._parts(goes_on, self._star(number), MOVE.labelled("practice.key_scroll"))

    def _parts(self, *commands: Command) -> Parts:
        return key_parts(self._language, self, (*commands, HELP, STEP_BACK.labelled("practice.key_leave")))

    def _star(self, number: int) -> Command:
        is_starred = self._session.standing(number).is_starred
        return STAR.labelled("practice.key_unstar" if is_starred else "practice.key_star")

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
