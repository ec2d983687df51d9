"""The lines around a question, as widgets, and its key line: what can be done now, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Horizontal

from quizapp.tui.frame.room import NOTICE_SECONDS, WIDE_FROM
from quizapp.tui.frame.widgets.key_line import PARTING, KeyLine
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.sheet import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.domain.attempt.terms import Terms
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.items.view import ItemView
    from quizapp.tui.sitting.question_words import SittingWords


MOST_KEYS = 70
"""Cells of the key line on a narrow terminal, behind which it is said whether all is saved."""


class SittingLines:
    """What stands above and below a question, and the answer sheet beside it."""

    def __init__(self, language: Language, sitting: Sitting, words: SittingWords, ticked: Callable[[], None]) -> None:
        self._sitting = sitting
        self._words = words
        self._where = Line(id="where")
        self._language = language
        self._clock = ClockLine(language, words.time_left, ticked)
        self._progress = Line(id="progress", classes="muted")
        self._rule = Rule(id="rule")
        self._keys = KeyLine()
        self._saved = AutoLine(id="saved")
        self.grid = SheetGrid(words.sections())
        """The answer sheet, which stands beside the question where there is room."""

    def above(self) -> ComposeResult:
        """Yield what stands above the question."""
        with Horizontal(id="top"):
            yield self._where
            yield self._clock
        yield self._progress
        yield Rule()

    def below(self) -> ComposeResult:
        """Yield what stands below it."""
        yield self._rule
        with Horizontal(id="foot"):
            yield self._keys
            yield self._saved

    def begin(self) -> None:
        """Say where this is and who sits here, which does not change."""
        self._where.show(self._words.where())
        self.grid.attempt = self._sitting.attempt

    @property
    def room(self) -> int:
        """How many cells the key line may take."""
        columns = self._keys.app.size.width
        # Nothing moves from key to key.
        saved = max(cell_len(f"{PARTING}{self._words.saved(waits=waits)}") for waits in (False, True))
        return columns - 2 - saved if columns >= WIDE_FROM else min(columns - 2 - saved, MOST_KEYS)

    def refresh(self, question: Question, progress: str, keys: Keys) -> None:
        """Say how the attempt stands now, this question being shown, and what can be done."""
        self._progress.show(progress)
        self._keys.parts = keys
        self.grid.cursor, self.grid.attempt = question.number, self._sitting.attempt
        self.grid.states = self._words.section_states() if self._sitting.terms.has_clocks else ()

    def show_saved(self, *, waits: bool) -> None:
        """Say whether everything is on disk, typed text that `waits` too."""
        self._saved.show(f"{PARTING}{self._words.saved(waits=waits)}")
        self._saved.set_class(self._sitting.trouble is not None, "-trouble")

    def show_time(self, progress: str) -> None:
        """Show the time left at once: the clock's, and the paper's behind how the attempt stands."""
        self._clock.show_now()
        self._progress.show(progress)

    def show_progress(self, progress: str) -> None:
        """Show how the attempt stands, nothing else."""
        self._progress.show(progress)

    def tell_time(self, text: str) -> None:
        """Say that the time left was changed, and show it at once."""
        self._clock.show_now()
        self.tell(text)

    def tell(self, text: str) -> None:
        """Say something in the rule for a while; "" takes it back. What is unsaved stands there until it is saved."""
        rule = self._rule
        rule.notice = text or self._words.trouble()
        rule.is_alarm = not text
        if text:
            rule.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def _take_back(self, text: str) -> None:
        if self._rule.notice == text:
            self.tell("")


Keys = tuple[tuple[str, str], ...]
"""Pairs of a text and the screen's action it runs, "" for none."""

_FIRST_OUT, _ALL_OUT = ("flag",), ("flag", "explain")
"""The actions whose keys are left out where there is too little room for all."""


def answering(language: Language, terms: Terms, view: ItemView, *, is_case: bool, room: int) -> Keys:
    """Return the keys while a question is answered: said in full where there is room, else shorter.

    Where even that is too long the flag's key is not said, then the help's; the answer sheet says the one, and every
    other question the other.
    """
    shorter = ((False, False), (False, True), (True, True))
    versions = [
        _answering(language, terms, view, is_case=is_case, has_short_hint=hint, has_short_turn=turn)
        for hint, turn in shorter
    ]
    fitting = [keys for keys in versions if _width(keys) <= room]
    if fitting:
        return fitting[0]
    fewer = [tuple(part for part in versions[-1] if part[1] not in left_out) for left_out in (_FIRST_OUT, _ALL_OUT)]
    return next((keys for keys in fewer if _width(keys) <= room), fewer[-1])


def fixed_keys(language: Language, *, is_last: bool) -> Keys:
    """Return the keys where an answer is fixed, and what is told of it stands on the screen."""
    say = language.say
    return (
        *([] if is_last else [(say("feedback.key_next"), "page(1)")]),
        (say("feedback.key_scroll"), ""),
        *_always(language),
        (say("key.help"), "explain"),
    )


def at_gate(language: Language) -> Keys:
    """Return the keys where a section was not begun."""
    return ((language.say("section.key_enter"), "choose"), *when_over(language))


def when_over(language: Language) -> Keys:
    """Return the keys where nothing is left to answer."""
    return (*_always(language)[1:], (language.say("key.help"), "explain"))


def _always(language: Language) -> Keys:
    say = language.say
    return (say("key.flag"), "flag"), (say("key.sheet"), "sheet"), (say("key.hand_in"), "hand_in")


def _answering(
    language: Language, terms: Terms, view: ItemView, *, is_case: bool, has_short_hint: bool, has_short_turn: bool
) -> Keys:
    say = language.say
    hint = view.short_hint() if is_case or has_short_hint else view.hint()
    return (
        *([(hint, "")] if hint else []),
        *([(say("feedback.key_fix"), "fix")] if terms.fixes_each else []),
        *([(say("certainty.key"), "be_certain")] if terms.delivery.certainty else []),
        *([(say("key.material"), "fold")] if is_case else []),
        *_always(language),
        (_turning(language, terms, view, is_short=is_case or has_short_turn), ""),
        (say("key.help"), "explain"),
    )


def _turning(language: Language, terms: Terms, view: ItemView, *, is_short: bool) -> str:
    if terms.goes_forward_only:
        return language.say("section.key_forward" if view.TURNS_BY == "turn" else f"section.key_{view.TURNS_BY}")
    if is_short and view.TURNS_BY == "turn":
        return language.say("sitting.key_turn_short")
    return language.say(f"sitting.key_{view.TURNS_BY}")


def _width(keys: Keys) -> int:
    return cell_len(PARTING.join(text for text, _ in keys))
