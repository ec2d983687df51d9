"""Where one stands in a replay: one of the attempt's events, or behind them one of the decisions since."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.domain.attempt.story import Step
    from quizapp.domain.item import Response
    from quizapp.services.decided_since import Decided
    from quizapp.services.replaying import Replayed


class ReplayPlace:
    """A place that goes along the events, from 0."""

    def __init__(self, replayed: Replayed) -> None:
        self._steps, self._since = replayed.steps, replayed.since
        self._replayed = replayed
        last = self._steps[-1].question
        self._questions = [step.question for step in self._steps] + [one.question or last for one in self._since]
        self.place = 0

    def __len__(self) -> int:
        return len(self._questions)

    @property
    def step(self) -> Step:
        """The event; behind the attempt's end its last one."""
        return self._steps[min(self.place, len(self._steps) - 1)]

    @property
    def decided(self) -> Decided | None:
        """The decision; None where an event stands here."""
        behind = self.place - len(self._steps)
        return self._since[behind] if behind >= 0 else None

    @property
    def question(self) -> int:
        """The question on screen then."""
        return self._questions[self.place]

    @property
    def response(self) -> Response:
        """That question's response then."""
        return self._replayed.attempt.response(self.question) if self.decided is not None else self.step.response

    def go(self, place: int) -> None:
        """Go to a place, the nearest where there is none."""
        self.place = max(0, min(place, len(self) - 1))

    def next_question(self, way: int) -> bool:
        """Go where another question came on screen, on (1) or back (-1); return whether there was one."""
        found = self._change_from(self.place, way)
        if found is None:
            return False
        if way < 0:
            # Where that one came, not where it was left.
            before = self._change_from(found, way)
            found = 0 if before is None else before + 1
        self.place = found
        return True

    def next_change(self) -> bool:
        """Go on to where an answer became another one; return whether there was one."""
        for place in range(self.place + 1, len(self._steps)):
            if self._steps[place].is_answer:
                self.place = place
                return True
        return False

    def _change_from(self, place: int, way: int) -> int | None:
        """Return the nearest place that way whose question is another one."""
        for other in count(place + way, way):
            if not 0 <= other < len(self):
                return None
            if self._questions[other] != self._questions[place]:
                return other
        return None
