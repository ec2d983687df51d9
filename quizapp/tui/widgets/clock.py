"""The time left: a line that changes alone, second by second, and wakes its screen exactly at the end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from quizapp.tui.widgets.line import AutoLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from quizapp.language import Language

WARNINGS = (10, 5, 1)
"""Minutes left at which it warns."""
JUST_BEFORE = timedelta(milliseconds=250)
"""How long before the closing what is being typed is recorded."""


class TimeLeft(NamedTuple):
    """What a clock shows."""

    left: timedelta | None
    """None is no limit."""
    words: str = "sitting"
    """Whose time it is: the first half of the codes of what is said, `sitting` or `section`."""


class Clock(AutoLine):
    """Shows what `read` returns. It warns when the time left passes a mark, and not of where it stands at first."""

    class Ticked(Message):
        """A second has passed, or the end is near or here."""

    class Warned(Message):
        """So many minutes are left of whose time the words say."""

        def __init__(self, minutes: int, words: str) -> None:
            super().__init__()
            self.minutes = minutes
            self.words = words

    def __init__(self, language: Language, read: Callable[[], TimeLeft]) -> None:
        super().__init__()
        self._language = language
        self._read = read
        self._words = ""
        """Whose time was shown last."""
        self._warned: int | None = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Show the time left now, and come back at the next second."""
        self.show_now()
        self.post_message(self.Ticked())

    def show_now(self) -> None:
        """Show the time left before the second is over: it was changed, or it is another one."""
        left, words = self._read()
        self._show(left, words)
        if self._timer is not None:
            self._timer.stop()
        wait = 1.0 if left is None else _wait(left).total_seconds()
        self._timer = self.set_timer(wait, self.tick)

    def _show(self, left: timedelta | None, words: str) -> None:
        passed = [limit for limit in WARNINGS if left is not None and left <= timedelta(minutes=limit)]
        minutes = min(passed, default=None)
        self.set_class(minutes is not None, "-warning")
        self.set_class(minutes == WARNINGS[-1], "-urgent")
        if left is None:
            self.show(self._language.say("sitting.no_limit"))
        else:
            code = f"{words}.left" if minutes is None else f"{words}.left_warning"
            self.show(self._language.say(code, left=self._language.countdown(left), minutes=minutes or 0))
        if minutes is not None and minutes != self._warned and words == self._words:
            self.post_message(self.Warned(minutes, words))
        # Also none: what more time took back is warned of again when it comes again.
        self._words, self._warned = words, minutes


def _wait(left: timedelta) -> timedelta:
    """Return how long until the shown second changes, or the moment just before the closing, or the closing."""
    to_second = left % timedelta(seconds=1) or timedelta(seconds=1)
    waits = [to_second, left, left - JUST_BEFORE]
    return (
        max(min(wait for wait in waits if wait > timedelta(0)), timedelta(milliseconds=5))
        if left
        else timedelta(seconds=1)
    )
