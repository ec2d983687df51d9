"""The way through a paper's sections: what is asked before one opens or closes, and what is said of it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.attempt.rules import check_reachable, is_settled, is_to_unfold, may_be_seen, waits_to_open
from quizapp.domain.errors import Refused
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.sitting.question_dialogs import FORWARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.sitting.question_words import SittingWords


ASKED_FIRST = ("section-not-opened", "section-would-close", "stage-not-opened")
"""What a person may do all the same, once they said so."""


class SectionWay:
    """Knows which questions can be gone to from where, by which dialog, and what a section says of itself."""

    def __init__(self, language: Language, sitting: Sitting, words: SittingWords) -> None:
        self._language = language
        self._sitting = sitting
        self._words = words

    # Where one can go

    def can_see(self, number: int) -> bool:
        """Return whether a question may stand on the screen now."""
        return may_be_seen(self._sitting.attempt, self._sitting.terms, number)

    def waits(self, number: int) -> bool:
        """Return whether a question's section has a clock that was not started yet."""
        return waits_to_open(self._sitting.attempt, self._sitting.terms, self._section(number))

    def unfolds(self, number: int) -> bool:
        """Return whether a question's case would have to go on to it."""
        return is_to_unfold(self._sitting.attempt, self._sitting.terms, number)

    def is_settled(self, number: int) -> bool:
        """Return whether a question's case went on since, so that its answer is final."""
        return is_settled(self._sitting.attempt, self._sitting.terms, number)

    def is_closed(self, number: int) -> bool:
        """Return whether a question's section was closed for good."""
        return self._sitting.attempt.is_closed(self._section(number))

    def leaves_running(self, number: int) -> bool:
        """Return whether going to a question closes the section whose clock runs."""
        running = self._sitting.attempt.running
        return running is not None and running.section != self._section(number)

    def beyond(self, number: int, step: int) -> int | None:
        """Return the nearest question ahead (1) or behind (-1) whose section is not closed; None for none."""
        wanted = number + step
        while 1 <= wanted <= self._sitting.attempt.questions:
            if not self.is_closed(wanted):
                return wanted
            wanted += step
        return None

    def end_words(self, number: int, step: int) -> str:
        """Return what is said where there is nothing beyond a question."""
        edge = self._sitting.attempt.questions if step > 0 else 1
        if number == edge:
            return self._language.say("sitting.last" if step > 0 else "sitting.first")
        return self._language.say("section.none_behind" if step > 0 else "section.none_before")

    def refusal(self, number: int) -> str:
        """Return why a question cannot be jumped to, "" where it can, by a dialog or without."""
        if self._sitting.terms.goes_forward_only:
            return self._language.say("sheet.no_jump")
        refused = self._refused(number)
        return "" if refused is None or refused.code in ASKED_FIRST else self._language.error(refused)

    def enter(self, number: int) -> None:
        """Bring a question on screen, its section opened and the one that runs left. Raises Refused."""
        if self.waits(number):
            self._sitting.open_section(self._section(number))
        elif self.leaves_running(number):
            self._sitting.leave_section()
        if self.unfolds(number):
            self._sitting.open_stage(number)
        self._sitting.visit(number)

    # What is said

    def dialog(self, number: int, keys: str = FORWARD, notes: Sequence[str] = ()) -> Confirm | None:
        """Return what is asked before going to a question; None where nothing is. `notes` stand first in it."""
        refused = self._refused(number)
        if refused is None or refused.code not in ASKED_FIRST:
            return None
        say, leaving = self._language.say, self._leaving(number)
        if refused.code == "stage-not-opened":
            title, lines = say("stage.open_title"), [*notes, *self._settling(number)]
            step, foot = say("stage.open_step"), say("stage.open_keys", key="→" if keys == FORWARD else "←")
        elif self.waits(number):
            title = say("section.open_title", title=self.title(self._section(number)))
            before = [*notes, *leaving]
            lines = [*before, *([""] if before else []), *self._about(number)]
            step, foot = say("section.open_step"), say("section.open_keys")
        else:
            title = say("section.leave_title", title=self._running_title())
            lines = [*notes, *leaving]
            step, foot = say("section.leave_step"), say("section.leave_keys", key="→" if keys == FORWARD else "←")
        return Confirm(title, lines, safe=say("section.stay"), step=step, key=keys, foot=foot)

    def gate(self, number: int, note: str) -> list[Paragraph]:
        """Return the page that stands in place of a question whose section was not begun."""
        say = self._language.say
        page = [Paragraph(note, kind="gap")] if note else []
        page.append(Paragraph(say("section.gate", title=self.title(self._section(number))), kind="title"))
        page += [Paragraph(line) for line in self._about(number)]
        page.append(Paragraph(say("section.gate_enter"), kind="heading"))
        if not self._sitting.terms.goes_forward_only:
            page.append(Paragraph(say("section.gate_sheet")))
        return page

    def over(self, note: str) -> list[Paragraph]:
        """Return the page that stands where nothing is left to answer."""
        say = self._language.say
        page = [Paragraph(note, kind="gap")] if note else []
        return [*page, Paragraph(say("section.over"), kind="title"), Paragraph(say("section.over_hand_in"))]

    def title(self, section: int) -> str:
        return self._sitting.form.paper.sections[section].title

    def _section(self, number: int) -> int:
        return self._sitting.terms.section_of(number)

    def _refused(self, number: int) -> Refused | None:
        try:
            check_reachable(self._sitting.attempt, self._sitting.terms, number)
        except Refused as refusal:
            return refusal
        return None

    def _running_title(self) -> str:
        running = self._sitting.attempt.running
        return "" if running is None else self.title(running.section)

    def _about(self, number: int) -> list[str]:
        """Return how large a section is, and how its clock goes."""
        say, section = self._language.say, self._section(number)
        questions, limit = self._sitting.form.section_questions(section), self._sitting.terms.limit_of(section)
        marks = sum((question.marking.marks for question in questions), Fraction(0))
        lines = [say("section.size", count=len(questions), marks=marks), say("section.clock", limit=limit)]
        left = self._sitting.remaining()
        if left is not None and limit is not None and left < limit:
            lines.append(say("section.paper_short", left=self._language.countdown(left)))
        return lines

    def _settling(self, number: int) -> list[str]:
        """Return what can no longer be changed once a question's case goes on to it, with what is unanswered."""
        say, sitting = self._language.say, self._sitting
        case, stage = sitting.terms.stage_of(number)
        before = [
            one.number
            for one in sitting.form.questions
            if one.case == case and one.stage < stage and not self.is_settled(one.number)
        ]
        empty = [one for one in before if one not in sitting.attempt.answered]
        lines = [say("stage.settles", numbers=self._words.numbers(before))]
        if empty:
            lines.append(say("stage.empty", count=len(empty), numbers=self._words.numbers(empty)))
        return lines

    def _leaving(self, number: int) -> list[str]:
        """Return what closes for good on the way to a question, with what is unanswered in it."""
        attempt = self._sitting.attempt
        if attempt.running is None or not self.leaves_running(number):
            return []
        section = attempt.running.section
        numbers = [question.number for question in self._sitting.form.section_questions(section)]
        empty = [number for number in numbers if number not in attempt.answered]
        say, title = self._language.say, self.title(section)
        if not empty:
            return [say("section.leave_all", title=title)]
        return [say("section.leave_empty", title=title, count=len(empty), numbers=self._words.numbers(empty))]
