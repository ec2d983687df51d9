"""The lines around a question in practice, as widgets: kept up to date, and lent to what has to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from quizapp.tui.room import NOTICE_SECONDS
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.errors import MachineRefused
    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.tui.screens.practice_words import Keys, PracticeWords


class PracticeLines:
    """What stands above and below a question."""

    def __init__(self, language: Language, words: PracticeWords) -> None:
        self._language = language
        self._words = words
        self._where = Line(id="where")
        self._streak = AutoLine(id="streak")
        self._progress = Line(id="progress", classes="muted")
        self._rule = Rule(id="rule")
        self._keys = KeyLine()

    def above(self) -> ComposeResult:
        """Yield what stands above the question."""
        with Horizontal(id="top"):
            yield self._where
            yield self._streak
        yield self._progress
        yield Rule()

    def below(self) -> ComposeResult:
        """Yield what stands below it."""
        yield self._rule
        yield self._keys

    def refresh(self, question: Question, keys: Keys) -> None:
        """Say how the round stands now, this question being shown."""
        self._where.show(self._words.where())
        self._streak.show(self._words.streak())
        self._progress.show(self._words.progress(question))
        self._keys.parts = keys

    def tell(self, text: str) -> None:
        """Say something in the rule for a while; "" takes back whatever stands there."""
        rule = self._rule
        rule.notice, rule.is_alarm = text, False
        if text:
            rule.set_timer(NOTICE_SECONDS, lambda: self._take_back(text))

    def alarm(self, trouble: MachineRefused) -> None:
        """Say why something is not on disk, until the next thing is said: nothing is shown as taken."""
        say, short = self._language.say, f"unsaved.{trouble.code}"
        why = say(short) if self._language.knows(short) else self._language.error(trouble)
        self._rule.notice, self._rule.is_alarm = say("practice.not_saved", why=why), True

    def _take_back(self, text: str) -> None:
        if self._rule.notice == text:
            self.tell("")
