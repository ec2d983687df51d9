"""The parts of a review sheet as texts: its head, a row for each question, what happened, what was decided."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents.widths import width
from quizapp.domain.items.essay import Essay
from quizapp.domain.notes import of_irregularities
from quizapp.reports.cells import notes
from quizapp.reports.review_sheet.story_words import StoryWords, minutes

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.attempt.question_story import QuestionStory
    from quizapp.language import Language
    from quizapp.services.replaying import Replayed

WIDEST = 8
"""Half-width characters of an answer that its column has room for."""


class Row(NamedTuple):
    """One question."""

    number: str
    response: str
    key: str
    marks: str
    time: str
    changes: str
    is_lost: bool = False
    """Whether marks were lost on it: what a reader looks for first."""


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

    def heads(self) -> Row:
        say = self._language.say
        return Row(
            number=say("review.no_number"),
            response=say("review.response"),
            key=say("review.key"),
            marks=say("review.marks"),
            time=say("review.time"),
            changes=say("review.changes"),
        )

    def rows(self) -> list[Row]:
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

    def _row(self, one: QuestionStory) -> Row:
        question = self._replayed.recorded.form.questions[one.number - 1]
        marks = self._replayed.marks(one.number)
        earned = "-" if marks is None else self._language.marks(marks)
        return Row(
            number=str(one.number),
            response=self._fitting(self._response(one)),
            key=self._fitting(self._words.keys(one.number)),
            marks=f"{earned}/{self._language.marks(question.marking.marks)}",
            time="" if one.time is None or self._replayed.is_entered else minutes(one.time),
            changes=str(one.changes) if one.changes else "",
            is_lost=marks is not None and marks < question.marking.marks,
        )

    def _response(self, one: QuestionStory) -> str:
        if isinstance(self._replayed.asked(one.number).item, Essay) and one.final:
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
