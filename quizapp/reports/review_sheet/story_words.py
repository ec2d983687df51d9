"""What happened in an attempt and what was decided since, as sentences: the replay and its sheet say the same."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.attempt.events import Answered, CertaintyGiven, ClockDisagreed, SectionClosed, SectionOpened
from quizapp.domain.attempt.happenings import ordered
from quizapp.domain.items.true_false import TrueFalse

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.attempt.story import Step
    from quizapp.domain.item import Response
    from quizapp.language import Language
    from quizapp.services.decided_since import Decided
    from quizapp.services.replaying import Replayed

Values: TypeAlias = dict[str, object]

_KEYED = ("key", "accept")
"""The corrections that tell a key."""


class StoryWords:
    """The sentences of one attempt."""

    def __init__(self, language: Language, replayed: Replayed) -> None:
        self._language = language
        self._replayed = replayed

    def happened(self, step: Step) -> str:
        """Return what one event was."""
        code = "by_deadline_away" if step.what == "by_deadline" and step.away else step.what
        told = self._language.say(f"replay.{code}", **self._values(step))
        if not step.counts:
            told = self._language.say("replay.not_counting", what=told)
        order = ordered(step.event)
        return self._with_people(told, order.by, order.checked_by, order.why)

    def decided(self, one: Decided) -> str:
        """Return one decision, with who decided and why; no key that nobody may look up now."""
        say, number = self._language.say, one.question
        values = {name: say("replay.unmarked") if value is None else value for name, value in one.values.items()}
        code = f"replay.{one.what}"
        if one.correction is not None and one.correction.how in _KEYED:
            values["answer"] = self.response(number, one.correction.answer)
            code = "replay.corrected_hidden" if number in self._replayed.hidden else code
        return self._with_people(say(code, **values), one.by, one.checked_by, one.why)

    def response(self, number: int, response: Response) -> str:
        """Return a response to a question on one line, as its form shows it."""
        if not response:
            return self._language.say("replay.nothing_given")
        question = self._replayed.asked(number)
        if isinstance(question.item, TrueFalse) and response[0] in ("true", "false"):
            return self._language.say(f"word.{response[0]}")
        return " ".join(question.item.describe(response, question.order).split())

    def keys(self, number: int) -> str:
        """Return what is right; "" where it may not be seen, or only a person can say."""
        return " / ".join(self.response(number, key) for key in self._replayed.keys(number))

    def clock(self, at: datetime) -> str:
        """Return a time of a day in the reader's zone: 09:12:30."""
        return f"{at.astimezone(self._language.zone):%H:%M:%S}"

    def since(self, at: datetime) -> str:
        """Return the time from the start on: 12:30, 1:02:30."""
        return minutes(at - self._replayed.attempt.started.when.at)

    def _values(self, step: Step) -> Values:
        """Return what a sentence can name: all that the event holds, and in words what it holds as numbers."""
        say, event = self._language.say, step.event
        values: Values = {one.name: getattr(event, one.name) for one in fields(event)}
        values |= {"question": step.question, "away": step.away}
        match event:
            case SectionOpened() | SectionClosed():
                values["section"] = self._replayed.sat.paper.sections[event.section].title
            case CertaintyGiven():
                values["certainty"] = say(f"certainty.{event.certainty}")
            case ClockDisagreed():
                values["by"] = abs(event.by)
            case Answered():
                values["before"], values["after"] = (
                    self.response(step.question, one) for one in (step.before, step.response)
                )
            case _:
                pass
        return values

    def _with_people(self, told: str, by: str, checked_by: str, why: str) -> str:
        say = self._language.say
        if why:
            told = say("replay.because", what=told, why=why)
        if by:
            told = say("replay.by", what=told, by=by)
        return say("replay.checked_by", what=told, by=checked_by) if checked_by else told


def minutes(length: timedelta) -> str:
    """Return a length as 41:07, from an hour on as 1:02:30; whole seconds, the rest left out."""
    seconds = max(length, timedelta(0)) // timedelta(seconds=1)
    hours, rest = divmod(seconds, 3600)
    head = f"{hours}:{rest // 60:02d}" if hours else f"{rest // 60:02d}"
    return f"{head}:{rest % 60:02d}"
