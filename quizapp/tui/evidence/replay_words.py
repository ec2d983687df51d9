"""What the replay says around an attempt, and where one stands in it: at one of its events, or behind them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from quizapp.domain.decisions.notes import of_irregularities
from quizapp.reports.cells import notes
from quizapp.reports.review_rows import StoryWords, minutes
from quizapp.services.sitting.results import ReviewedQuestion
from quizapp.tui.frame.widgets.lists import LongLine
from quizapp.tui.items.pane import case_places
from quizapp.tui.items.review_page import review

if TYPE_CHECKING:
    from quizapp.domain.attempt.story import Step
    from quizapp.domain.item import Response
    from quizapp.language import Language
    from quizapp.services.decisions.committee_journal import PastDecision
    from quizapp.services.evidence.attempt_replay import Replayed
    from quizapp.tui.frame.widgets.prose import Paragraph


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
    def decided(self) -> PastDecision | None:
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


class ReplayWords:
    """The texts of one replay."""

    def __init__(self, language: Language, replayed: Replayed) -> None:
        self._language = language
        self._replayed = replayed
        self._story = StoryWords(language, replayed)
        self._cases = case_places(replayed.sat.questions)

    def where(self) -> str:
        """Return the paper and whose attempt it is."""
        who, attempt = self._replayed.recorded.candidate, self._replayed.attempt
        number = self._language.say("review.number", number=attempt.started.number)
        return " | ".join(part for part in (self._replayed.sat.paper.title, who.id, who.name, who.unit, number) if part)

    def standing(self) -> str:
        """Return how the attempt stands: its status, and its score where it has one."""
        one, say = self._replayed, self._language.say
        words = [say(f"word.{one.status}")]
        if one.score is not None:
            words.append(say("replay.score", score=one.score.total, full=one.recorded.form.full_score))
        return " | ".join(words)

    def warning(self) -> str:
        """Return what must be known of the record as a whole; "" for nothing."""
        one, say = self._replayed, self._language.say
        if one.is_altered:
            return say("replay.altered")
        if one.recorded.irregularities:
            odd = of_irregularities(one.recorded.irregularities)
            return say("replay.irregular", what=notes(odd, self._language))
        if one.attempt.has_ended:
            return "" if one.recorded.is_written else say("replay.end_unwritten")
        if one.is_elsewhere:
            return say("replay.elsewhere")
        return say("replay.under_way" if one.is_held else "replay.not_handed_in")

    def ends(self) -> tuple[str, str]:
        """Return what stands at the two ends of the line of time."""
        steps = self._replayed.steps
        return self._story.clock(steps[0].at), self._story.clock(steps[-1].at)

    def caret(self, place: ReplayPlace) -> str:
        """Return what stands beside the caret."""
        decided = place.decided
        return self._language.instant(decided.at) if decided is not None else self._story.since(place.step.at)

    def lines(self) -> list[LongLine]:
        """Return a line for each event, then one for each decision."""
        one = self._replayed
        return [*(self._line(step) for step in one.steps), *(self._later(decided) for decided in one.since)]

    def about(self, place: ReplayPlace) -> str:
        """Return which question is shown, and how it stood then."""
        say, number = self._language.say, place.question
        question, step = self._replayed.asked(number), place.step
        parts = [
            self._replayed.sat.paper.sections[question.section].title,
            say("sitting.place", number=number, total=len(self._replayed.sat.questions)),
            say("sitting.marks", marks=question.marking.marks),
            say("sitting.answered", count=step.answered),
        ]
        if step.question == number:
            parts += [say("replay.flag")] if step.is_flagged else []
            parts += [say("replay.final_answer")] if step.is_fixed else []
            parts += [say(f"certainty.{step.certainty}")] if step.certainty is not None else []
        return " | ".join(parts)

    def page(self, place: ReplayPlace) -> list[Paragraph]:
        """Return the question with the response as it was then."""
        question = self._replayed.asked(place.question)
        shown = ReviewedQuestion(question=question, response=place.response, marks=None, key=None, rationale=None)
        return review(self._language, shown, self._cases.get(question.number), shows_key=False)

    def outcome(self, number: int) -> str:
        """Return what became of a question: what was handed in, what is right, what it earned, as far as it is told."""
        say, one = self._language.say, self._replayed
        final = self._story.response(number, one.attempt.response(number))
        if not one.attempt.has_ended:
            return say("replay.so_far", response=final)
        parts = [say("replay.handed_in", response=final)]
        if number in one.hidden:
            return " | ".join([*parts, say("replay.hidden")])
        key, marks = self._story.keys(number), self.marks(number)
        parts += [say("replay.key", key=key)] if key else []
        parts += [say("sitting.marks", marks=marks)] if marks else []
        return " | ".join(parts)

    def marks(self, number: int) -> str:
        """Return what a question earned of what it is worth; "" where that is not told."""
        marks = self._replayed.marks(number)
        if marks is None:
            return ""
        full = self._replayed.recorded.form.questions[number - 1].marking.marks
        return f"{self._language.marks(marks)} / {self._language.marks(full)}"

    def time(self, number: int) -> str:
        """Return how long a question was on screen; "" where it never was, or nobody sat it at a screen."""
        time = self._replayed.questions[number - 1].time
        return "" if time is None or self._replayed.is_entered else minutes(time)

    def first_and_final(self, number: int) -> tuple[str, str, str]:
        """Return what was given first and last to a question, and what is right."""
        one = self._replayed.questions[number - 1]
        first, final = (self._story.response(number, given) for given in (one.first, one.final))
        return first, final, self._story.keys(number)

    def _line(self, step: Step) -> LongLine:
        lead = f"{self._story.clock(step.at)} {self._story.since(step.at):>8}  "
        return LongLine(lead, self._story.happened(step), step.what == "came_to")

    def _later(self, one: PastDecision) -> LongLine:
        return LongLine(f"{self._language.instant(one.at)}  ", self._story.decided(one))
