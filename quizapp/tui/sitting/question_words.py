"""What the question screen says: of an attempt, its keys, a fixed answer, and what was ordered from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from rich.cells import cell_len

from quizapp.domain.attempt.events import Certainty
from quizapp.domain.attempt.rules import is_to_unfold, waits_to_open
from quizapp.services.sitting.orders import OrderInbox
from quizapp.tui.frame.commands import HELP, MOVE, Command, key_parts
from quizapp.tui.frame.room import WIDE_FROM
from quizapp.tui.frame.widgets.key_line import PARTING, line_width
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.question_screen import CHOOSE, FOLD, TURNS, hint_part
from quizapp.tui.items.review_page import explained
from quizapp.tui.sitting.clock import TimeLeft

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizapp.domain.errors import MachineRefused
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.ports.home import Requests
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.services.sitting.results import ItemFeedback
    from quizapp.tui.frame.widgets.key_line import Parts
    from quizapp.tui.items.view import ItemView


MOST_NUMBERS = 12
LEAST_TITLE = 6
"""Cells of a section's title below which it is left out where a line is too narrow for all."""


class SittingWords:
    """The lines around a question."""

    def __init__(self, language: Language, sitting: Sitting) -> None:
        self._language = language
        self._sitting = sitting

    def where(self) -> str:
        """Return the first line: paper, name, unit, number."""
        started = self._sitting.saved.started
        parts = (self._sitting.form.paper.title, started.name, started.unit, started.candidate)
        return " | ".join(part for part in parts if part)

    def time_left(self) -> TimeLeft:
        """Return the time that the clock shows: of the section that is open where it has a clock, else of the paper."""
        left = self._sitting.section_remaining()
        return TimeLeft(self._sitting.remaining()) if left is None else TimeLeft(left, "section")

    def whole_left(self) -> TimeLeft:
        """Return the paper's time left, as the hand-in dialog says it."""
        return TimeLeft(self._sitting.remaining(), "hand_in")

    def progress(self, question: Question, width: int) -> str:
        """Return the second line, the section's title cut to a width: section, question, marks, what is answered.

        Then whether it is flagged, how certain they are of it, and the paper's time where the clock shows a section's.
        """
        attempt, say = self._sitting.attempt, self._language.say
        parts = [
            say("sitting.place", number=question.number, total=attempt.questions),
            say("sitting.marks", marks=question.marking.marks),
            say("sitting.answered", count=len(attempt.answered)),
        ]
        if question.number in attempt.flagged:
            parts.append(say("sitting.flagged"))
        if certainty := attempt.certainties.get(question.number):
            parts.append(say(f"certainty.{certainty}"))
        left = self._sitting.remaining()
        if attempt.running is not None and left is not None:
            parts.append(say("section.paper_left", left=self._language.countdown(left)))
        rest = " | ".join(parts)
        title = _cut(self._sitting.form.paper.sections[question.section].title, width - cell_len(rest) - 3)
        return f"{title} | {rest}" if title else rest

    def next_certainty(self, number: int) -> Certainty:
        """Return what one says next of how certain one is of a question."""
        steps: tuple[Certainty, ...] = get_args(Certainty)
        given = self._sitting.attempt.certainties.get(number)
        return steps[0 if given is None else (steps.index(given) + 1) % len(steps)]

    def section_progress(self, section: int) -> str:
        """Return the second line where a section was not begun: its title, and its clock."""
        title, limit = self._sitting.form.paper.sections[section].title, self._sitting.terms.limit_of(section)
        return f"{title} | {self._language.say('section.limit', limit=limit)}"

    def saved(self, *, waits: bool = False) -> str:
        """Return what the corner says: saved only where everything is on disk, typed text that `waits` too."""
        if self._sitting.trouble is not None:
            return self._language.say("sitting.not_saved")
        return self._language.say("sitting.typing" if waits else "sitting.saved")

    def trouble(self) -> str:
        """Return why something is unsaved, and that it is tried again; "" where all is well."""
        trouble = self._sitting.trouble
        return "" if trouble is None else self._language.say("sitting.unsaved", why=self._reason(trouble))

    def hand_in_waits(self) -> list[str]:
        """Return why a hand-in is not on disk yet, that it counts as of when it was given, and what to do."""
        trouble, ended, say = self._sitting.trouble, self._sitting.attempt.handed_in_at, self._language.say
        why = "" if trouble is None else self._reason(trouble)
        at = "" if ended is None else f"{ended.astimezone(self._language.zone):%H:%M:%S}"
        return [say("hand_in.waits_why", why=why), say("hand_in.waits_at", time=at), say("hand_in.waits_stay")]

    def _reason(self, trouble: MachineRefused) -> str:
        short = f"unsaved.{trouble.code}"
        return self._language.say(short) if self._language.knows(short) else self._language.error(trouble)

    def saved_now(self, now: datetime) -> str:
        """Return the answer to Ctrl+S."""
        if self._sitting.trouble is not None:
            return self.trouble()
        local = now.astimezone(self._language.zone)
        return self._language.say("sitting.saved_at", time=f"{local:%H:%M:%S}")

    def sections(self) -> list[tuple[str, list[int]]]:
        """Return each section's title with the numbers of its questions."""
        form = self._sitting.form
        return [
            (section.title, [question.number for question in form.section_questions(place)])
            for place, section in enumerate(form.paper.sections)
        ]

    def section_states(self) -> tuple[str, ...]:
        """Return for each section with a clock how it stands: not begun with its time, running, closed; else "".

        Of one with a case that unfolds it says what is not told yet. Where no section has either there is nothing.
        """
        attempt, terms, say = self._sitting.attempt, self._sitting.terms, self._language.say
        states: list[str] = []
        if not terms.has_clocks and not terms.stages:
            return ()
        for section in range(len(self._sitting.form.paper.sections)):
            questions = self._sitting.form.section_questions(section)
            folded = [one.number for one in questions if is_to_unfold(attempt, terms, one.number)]
            if folded and not attempt.is_closed(section) and not waits_to_open(attempt, terms, section):
                states.append(say("stage.folded", numbers=self.numbers(folded)))
            elif attempt.is_closed(section):
                states.append(say("section.closed"))
            elif waits_to_open(attempt, terms, section):
                states.append(say("section.limit", limit=terms.limit_of(section)))
            else:
                states.append("" if terms.limit_of(section) is None else say("section.running"))
        return tuple(states)

    def hand_in_lines(self) -> list[str]:
        """Return what is unanswered and flagged, by number."""
        attempt, say = self._sitting.attempt, self._language.say
        flagged = sorted(attempt.flagged)
        lines = self._empty_lines()
        if flagged:
            lines.append(say("hand_in.flagged", count=len(flagged), numbers=self.numbers(flagged)))
        unsaid = attempt.answered - attempt.certainties.keys() - attempt.fixed
        if self._sitting.delivery.certainty and unsaid:
            lines.append(say("certainty.missing", count=len(unsaid)))
        return lines

    def leave_note(self) -> str:
        """Return what leaving means: the clock goes on; and what is not on disk would be lost."""
        return self._language.say("leave.unsaved" if self._sitting.trouble else "leave.note")

    def numbers(self, numbers: list[int]) -> str:
        """Return ascending numbers as people list them, the first dozen where there are more."""
        texts = [str(number) for number in numbers] if len(numbers) <= MOST_NUMBERS else _runs(numbers)
        shown = self._language.say("word.comma").join(texts[:MOST_NUMBERS])
        return shown + (self._language.say("hand_in.and_more") if len(texts) > MOST_NUMBERS else "")

    def _empty_lines(self) -> list[str]:
        """Return what is unanswered: what can be answered still, what cannot, and the sections that were not begun."""
        attempt, terms, say = self._sitting.attempt, self._sitting.terms, self._language.say
        empty = [number for number in range(1, attempt.questions + 1) if number not in attempt.answered]
        lost = [number for number in empty if attempt.is_closed(terms.section_of(number))]
        still = [number for number in empty if number not in lost]
        lines = []
        if still:
            lines.append(say("hand_in.empty", count=len(still), numbers=self.numbers(still)))
        if lost:
            lines.append(say("section.hand_in_closed", count=len(lost)))
        sections = enumerate(self._sitting.form.paper.sections)
        waiting = [section.title for place, section in sections if waits_to_open(attempt, terms, place)]
        if waiting:
            lines.append(say("section.hand_in_waiting", titles=say("section.and").join(waiting)))
        return lines or [say("hand_in.all")]


def _cut(text: str, width: int) -> str:
    """Return a text in at most `width` cells, two dots at its end where it is cut; "" where that is too little."""
    if cell_len(text) <= width:
        return text
    if width < LEAST_TITLE:
        return ""
    while cell_len(text) > width - 2:
        text = text[:-1]
    return f"{text}.."


def _runs(numbers: list[int]) -> list[str]:
    """Return ascending numbers with those that follow one another as `2-50`."""
    firsts = [number for number in numbers if number - 1 not in numbers]
    lasts = [number for number in numbers if number + 1 not in numbers]
    return [str(first) if first == last else f"{first}-{last}" for first, last in zip(firsts, lasts, strict=True)]


MOST_KEYS = 70
"""Cells of the key line on a narrow terminal, behind which it is said whether all is saved."""
FLAG = Command("f2", "flag", "key.flag", is_harmless=True)
SHEET = Command("f3,ctrl+g", "sheet", "key.sheet", is_harmless=True)
HAND_IN = Command("f9", "hand_in", "key.hand_in")
FIX, BE_CERTAIN = Command("f5", "fix", "feedback.key_fix"), Command("f6", "be_certain", "certainty.key")
_SHORTER: tuple[tuple[bool, bool, tuple[Command, ...]], ...] = (
    (False, False, ()),
    (False, True, ()),
    (True, True, ()),
    (True, True, (FLAG,)),
    (True, True, (FLAG, HELP)),
)
"""Whether hint and turning are said in short, and what is left out: the longest key line first, the shortest last."""


class SittingKeys:
    """The key line of a question: what can be done now, as far as there is room."""

    def __init__(self, language: Language, sitting: Sitting, words: SittingWords) -> None:
        self._language = language
        self._sitting = sitting
        self._words = words

    def behind(self, *, waits: bool) -> str:
        """Return what stands behind the keys: whether everything is saved, typed text that `waits` too."""
        return f"{PARTING}{self._words.saved(waits=waits)}"

    def answering(self, view: ItemView, *, is_case: bool, columns: int) -> Parts:
        """Return the keys while a question is answered: said in full where there is room, else shorter.

        Where even that is too long the flag's key is not said, then the help's; the answer sheet says the one, and
        every other question the other.
        """
        room = self._room(columns)
        keys: Parts = ()
        for hint, turn, left_out in _SHORTER:
            keys = self._answering(view, is_case=is_case, has_short_hint=hint, has_short_turn=turn, left_out=left_out)
            if line_width(keys) <= room:
                break
        return keys

    def when_fixed(self, *, is_last: bool) -> Parts:
        """Return the keys where an answer is fixed, and what is told of it stands on the screen."""
        goes_on = () if is_last else (CHOOSE.labelled("feedback.key_next"),)
        return self._parts(*goes_on, MOVE.labelled("feedback.key_scroll"), FLAG, SHEET, HAND_IN, HELP)

    def at_gate(self) -> Parts:
        """Return the keys where a section was not begun."""
        return (*self._parts(CHOOSE.labelled("section.key_enter")), *self.when_over())

    def when_over(self) -> Parts:
        """Return the keys where nothing is left to answer."""
        return self._parts(SHEET, HAND_IN, HELP)

    def _room(self, columns: int) -> int:
        """Return how many cells the keys may take: nothing moves from key to key, whatever is saved."""
        room = columns - 2 - max(cell_len(self.behind(waits=waits)) for waits in (False, True))
        return room if columns >= WIDE_FROM else min(room, MOST_KEYS)

    def _answering(
        self,
        view: ItemView,
        *,
        is_case: bool,
        has_short_hint: bool,
        has_short_turn: bool,
        left_out: tuple[Command, ...],
    ) -> Parts:
        terms = self._sitting.terms
        hint = view.short_hint() if is_case or has_short_hint else view.hint()
        own = [(FIX, terms.fixes_each), (BE_CERTAIN, terms.delivery.certainty), (FOLD, is_case)]
        turn = self._turn(view.TURNS_BY, is_short=is_case or has_short_turn)
        commands = (*(one for one, is_there in own if is_there), FLAG, SHEET, HAND_IN, turn, HELP)
        return (*hint_part(hint, view), *self._parts(*(one for one in commands if one not in left_out)))

    def _turn(self, turns_by: str, *, is_short: bool) -> Command:
        is_turn = turns_by == "turn"
        if self._sitting.terms.goes_forward_only:
            return TURNS[turns_by].labelled("section.key_forward" if is_turn else f"section.key_{turns_by}")
        return TURNS[turns_by].labelled("sitting.key_turn_short" if is_turn and is_short else f"sitting.key_{turns_by}")

    def _parts(self, *commands: Command) -> Parts:
        return key_parts(self._language, self, commands)


def feedback_paragraphs(language: Language, feedback: ItemFeedback) -> list[Paragraph]:
    """Return what is told of a fixed answer: whether it is right first, then the key and why, as far as shown.

    The marks stand in the first line.
    """
    without_marks = replace(feedback.reviewed, marks=None)
    return [_verdict(language, feedback), *explained(language, without_marks, shows_key=feedback.shows_key)]


def _verdict(language: Language, feedback: ItemFeedback) -> Paragraph:
    say, reviewed = language.say, feedback.reviewed
    parts = [say("feedback.fixed")]
    if not reviewed.response:
        parts.append(say("feedback.empty"))
    parts.append(say(f"feedback.{feedback.verdict}" if feedback.verdict else "feedback.nothing_shown"))
    if reviewed.marks is not None:
        parts.append(say("result.of_full", score=reviewed.marks, full=reviewed.question.marking.marks))
    return Paragraph(" | ".join(parts), kind="good" if feedback.verdict == "right" else "bad")


class SittingOrders:
    """Looks for orders at every tick: where there are none that is one system call."""

    def __init__(self, language: Language, requests: Requests, sitting: Sitting) -> None:
        self._language = language
        self._asked = OrderInbox(requests, sitting)

    def settle(self, record_typed: Callable[[], None]) -> str:
        """Carry out what is ordered, typed text recorded before a hand-in; return what to say of it, "" for nothing."""
        waiting = self._asked.waiting()
        if any(request.asks == "hand_in" for request in waiting):
            record_typed()
        granted = self._asked.settle(waiting) if waiting else ()
        given = [request for request in granted if request.asks == "more_time"]
        return " | ".join(
            self._language.say("requests.extended", more=one.more, why=one.why, by=one.by) for one in given
        )
