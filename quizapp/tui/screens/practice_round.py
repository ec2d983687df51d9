"""Where a person is in a round: the question shown, and what they chose or typed and have not said yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.domain.practice.events import Practised
    from quizapp.services.practice_session import PracticeSession


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
