"""What a review sheet says, as texts: its head, a row for each question, what happened, what was decided.

The replay on the screen says the same sentences.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from quizapp.documents.page import GridRow
from quizapp.documents.text_width import width
from quizapp.domain.attempt.events import Answered, CertaintyGiven, ClockDisagreed, SectionClosed, SectionOpened
from quizapp.domain.decisions.notes import of_irregularities
from quizapp.reports.cells import notes

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.attempt.story import QuestionStory, Step
    from quizapp.domain.item import Response
    from quizapp.language import Language
    from quizapp.services.decisions.committee_journal import PastDecision
    from quizapp.services.evidence.attempt_replay import Replayed


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
        order = step.event.order
        return self._with_people(told, order.by, order.checked_by, order.why)

    def decided(self, one: PastDecision) -> str:
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
        if not question.item.choices and response[0] in question.item.letters:
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


WIDEST = 8
"""Half-width characters of an answer that its column has room for."""


class SheetRows:
    """The texts of one sheet."""

    def __init__(self, language: Language, replayed: Replayed) -> None:
        self._language = language
        self._replayed = replayed
        self._words = StoryWords(language, replayed)

    def facts(self) -> list[tuple[str, str]]:
        """Return what stands at the head, as labels and texts."""
        say, one = self._language.say, self._replayed
        who, attempt = one.recorded.candidate, one.attempt
        facts = [
            ("candidate", "　".join(part for part in (who.id, who.name, who.unit) if part)),
            ("form", f"{attempt.started.letter}　{say('review.number', number=attempt.started.number)}"),
            ("started", self._instant(attempt.started.when.at)),
            ("ended", self._end()),
            ("used", "-" if one.seconds is None else minutes(timedelta(seconds=one.seconds))),
            ("receipt", one.recorded.receipt or "-"),
            ("total", self._total()),
        ]
        return [(say(f"review.{name}"), text) for name, text in facts]

    def sections(self) -> list[tuple[str, str]]:
        """Return the sections with what each earned."""
        score, form = self._replayed.score, self._replayed.recorded.form
        found = []
        for place, section in enumerate(form.paper.sections):
            full = self._language.marks(sum((q.marking.marks for q in form.section_questions(place)), Fraction(0)))
            earned = "-" if score is None else self._language.marks(score.sections[place])
            found.append((section.title, f"{earned} / {full}"))
        return found

    def heads(self) -> tuple[str, ...]:
        """Return what the columns of questions are called."""
        names = ("no_number", "response", "key", "marks", "time", "changes")
        return tuple(self._language.say(f"review.{name}") for name in names)

    def rows(self) -> list[GridRow]:
        """Return the questions; `lost` are those on which marks were: what a reader looks for first."""
        return [self._row(one) for one in self._replayed.questions]

    def texts(self) -> list[str]:
        """Return the answers that their columns have no room for, in full, with what is right."""
        say = self._language.say
        lines = []
        for one in self._replayed.questions:
            given, key = self._response(one), self._words.keys(one.number)
            if _is_wide(given) or _is_wide(key):
                lines.append(say("review.text" if key else "review.text_only", number=one.number, given=given, key=key))
        return lines

    def warnings(self) -> list[str]:
        """Return what whoever signs must know first."""
        say, one = self._language.say, self._replayed
        if one.is_altered:
            return [say("review.altered")]
        if not one.attempt.has_ended:
            return [say("review.under_way")]
        if one.hidden:
            numbers = say("word.comma").join(str(number) for number in sorted(one.hidden))
            return [say("review.hidden", numbers=numbers)]
        told = [] if one.recorded.is_written else [say("review.end_unwritten")]
        odd = of_irregularities(one.recorded.irregularities)
        return [*told, *([say("replay.irregular", what=notes(odd, self._language))] if odd else [])]

    def decisions(self) -> list[str]:
        """Return what was decided, in order."""
        return [f"{self._language.instant(one.at)}　{self._words.decided(one)}" for one in self._replayed.since]

    def sitting(self) -> list[str]:
        """Return who left and came back, what the clock did, who gave time, how it ended."""
        steps = [step for step in self._replayed.steps if step.is_remarkable]
        return [f"{self._words.clock(step.at)}　{self._words.happened(step)}" for step in steps]

    def signatures(self) -> list[str]:
        say = self._language.say
        return [say(f"review.signed_{name}") for name in ("candidate", "made", "checked", "date")]

    def _row(self, one: QuestionStory) -> GridRow:
        full = self._replayed.recorded.form.questions[one.number - 1].marking.marks
        marks = self._replayed.marks(one.number)
        cells = (
            str(one.number),
            self._fitting(self._response(one)),
            self._fitting(self._words.keys(one.number)),
            f"{'-' if marks is None else self._language.marks(marks)}/{self._language.marks(full)}",
            "" if one.time is None or self._replayed.is_entered else minutes(one.time),
            str(one.changes) if one.changes else "",
        )
        return GridRow(cells, "lost" if marks is not None and marks < full else "")

    def _response(self, one: QuestionStory) -> str:
        if self._replayed.asked(one.number).item.NEEDS_PERSON and one.final:
            return self._language.say("review.essay", count=len("".join("".join(one.final).split())))
        return self._words.response(one.number, one.final) if one.final else "-"

    def _fitting(self, answer: str) -> str:
        return self._language.say("review.below") if _is_wide(answer) else answer

    def _total(self) -> str:
        say, one = self._language.say, self._replayed
        if one.score is None:
            return say(f"word.{one.status}")
        total, form = one.score.total, one.recorded.form
        words = [
            say("review.of_full", score=total, full=form.full_score),
            say("review.passed" if total >= form.pass_marks else "review.failed"),
        ]
        counts = one.recorded.as_counted(total)
        return "　".join([*words, *([say("review.counts_as", marks=counts)] if counts < total else [])])

    def _end(self) -> str:
        attempt = self._replayed.attempt
        if attempt.handed_in_at is None:
            return self._language.say("word.in_progress")
        return f"{self._instant(attempt.handed_in_at)}　{self._language.say(f'word.{attempt.handed_in_by}')}"

    def _instant(self, at: datetime) -> str:
        return f"{at.astimezone(self._language.zone):%Y-%m-%d %H:%M:%S}"


def _is_wide(answer: str) -> bool:
    return width(answer) > WIDEST
