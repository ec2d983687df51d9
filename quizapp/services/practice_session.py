"""One round of practice: an answer is on disk before anybody is told whether it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.practice.drawing import share_of
from quizapp.domain.practice.events import PracticeEvent, Practised, Starred
from quizapp.domain.practice.progress import ItemProgress, Progress, evolve

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.services.hidden_watch import HiddenWatch
    from quizapp.services.ports import Clock, Home


class PracticeSession:
    """The questions of one round, with what became of those answered."""

    def __init__(
        self,
        *,
        candidate: Candidate,
        questions: tuple[Question, ...],
        progress: Progress,
        home: Home,
        clock: Clock,
        watch: HiddenWatch,
    ) -> None:
        self.candidate = candidate
        self.questions = questions
        self.progress = progress
        """How the person stands now."""
        self.current = 1
        """The question on screen, where they left it."""
        self._before = progress
        self._answers: dict[int, Practised] = {}
        self._home = home
        self._clock = clock
        self._watch = watch

    @property
    def answers(self) -> Mapping[int, Practised]:
        """What was answered in this round, by the question's number."""
        return self._answers

    @property
    def right(self) -> int:
        """How many of them are right."""
        return sum(answer.share == 1 for answer in self._answers.values())

    @property
    def newly_wrong(self) -> tuple[Question, ...]:
        """The questions of this round that it put into the mistakes book."""
        return self._among(self.progress.mistakes - self._before.mistakes)

    @property
    def put_right(self) -> tuple[Question, ...]:
        """The questions of this round that left the mistakes book."""
        return self._among(self._before.mistakes - self.progress.mistakes)

    def question(self, number: int) -> Question:
        """Return the question of that number, from 1."""
        return self.questions[number - 1]

    def standing(self, number: int) -> ItemProgress:
        """Return how the person stands with a question's item."""
        return self.progress.of(self.question(number).item.id)

    def was_mistake(self, number: int) -> bool:
        """Return whether a question's item was in the mistakes book when the round began."""
        return self._before.of(self.question(number).item.id).is_mistake

    def answer(self, number: int, response: Response) -> bool:
        """Record an answer; return whether it was, which only a person can say of a text. Raises MachineRefused."""
        share = share_of(self.question(number), response)
        if share is None:
            return False
        self._record_answer(number, response, share)
        return True

    def judge(self, number: int, response: Response, share: Fraction) -> None:
        """Record what the person says of their own text: 1 is right, 0 is not. Raises MachineRefused."""
        self._record_answer(number, response, share, is_own_word=True)

    def star(self, number: int) -> None:
        """Star a question, or take its star away. Raises MachineRefused."""
        item, is_starred = self.question(number).item.id, self.standing(number).is_starred
        self._record(Starred(when=self._clock.read(), item=item, is_starred=not is_starred))

    def beyond(self, number: int, step: int) -> int | None:
        """Return the next question (step 1) or the one before (-1) that may be shown now; None at either end.

        Somebody may have begun a paper that has it since this round was drawn. Raises MachineRefused.
        """
        hidden = self._watch.now()
        wanted = number + step
        while 1 <= wanted <= len(self.questions):
            if not self._is_hidden(self.question(wanted), hidden):
                return wanted
            wanted += step
        return None

    def settle(self) -> bool:
        """Stand on a question that may be shown now, the present one if it may; return whether there is any.

        Raises MachineRefused.
        """
        if not self._is_hidden(self.question(self.current), self._watch.now()):
            return True
        elsewhere = self.beyond(self.current, 1) or self.beyond(self.current, -1)
        self.current = elsewhere or self.current
        return elsewhere is not None

    def _is_hidden(self, question: Question, hidden: frozenset[str]) -> bool:
        """A case hides as a whole: its questions share what is told in it."""
        case = [one.item.id for one in self.questions if question.case and one.case == question.case]
        return bool(hidden & {question.item.id, *case})

    def _among(self, items: frozenset[str]) -> tuple[Question, ...]:
        hidden = self._watch.last
        return tuple(one for one in self.questions if one.item.id in items and not self._is_hidden(one, hidden))

    def _record_answer(self, number: int, response: Response, share: Fraction, *, is_own_word: bool = False) -> None:
        if number in self._answers:
            return
        question = self.question(number)
        event = Practised(
            when=self._clock.read(),
            item=question.item.id,
            response=response,
            share=share,
            order=question.order,
            is_own_word=is_own_word,
        )
        self._record(event)
        self._answers[number] = event

    def _record(self, event: PracticeEvent) -> None:
        self._home.practice.record(self.candidate.id, (event,))
        self.progress = evolve(self.progress, event)
