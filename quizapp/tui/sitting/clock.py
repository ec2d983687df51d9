"""The time left: a line that changes alone, second by second, and wakes its screen exactly at the end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from quizapp.tui.frame.widgets.line import AutoLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from quizapp.language import Language

WARNINGS = (10, 5, 1)
"""Minutes left at which it warns."""
SECOND = timedelta(seconds=1)
LATE = timedelta(milliseconds=100)
"""How late a second may be shown before the clock is set anew."""
JUST_BEFORE = timedelta(milliseconds=250)
"""How long before the closing what is being typed is recorded."""


class TimeLeft(NamedTuple):
    """What a clock shows."""

    left: timedelta | None
    """None is no limit."""
    words: str = "sitting"
    """Whose time it is: the first half of the codes of what is said, `sitting`, `section` or `hand_in`."""


class ClockLine(AutoLine):
    """Shows what `read` returns. It warns when the time left passes a mark, and not of where it stands at first."""

    class Warned(Message):
        """So many minutes are left of whose time the words say."""

        def __init__(self, minutes: int, words: str) -> None:
            super().__init__()
            self.minutes = minutes
            self.words = words

    def __init__(
        self, language: Language, read: Callable[[], TimeLeft], ticked: Callable[[], None] = lambda: None
    ) -> None:
        """Make a clock that calls `ticked` when a second has passed, and when the end is near or here.

        It is called and not sent a message: that would cost more of the processor than all else that a second brings.
        """
        super().__init__()
        self._language = language
        self._read = read
        self._ticked = ticked
        self._words = ""
        """Whose time was shown last."""
        self._warned: int | None = None
        self._timer: Timer | None = None
        self._is_steady = False
        """Whether the timer comes every second by itself."""

    def on_mount(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Show the time left now, and come back at the next second."""
        self.show_now()
        self._ticked()

    def show_now(self) -> None:
        """Show the time left before the second is over: it was changed, or it is another one."""
        left, words = self._read()
        self._show(left, words)
        self._come_back(SECOND if left is None else _wait(left))

    def _come_back(self, wait: timedelta) -> None:
        """Tick after so long; a timer that comes every second is kept while the seconds begin when it comes."""
        is_steady = SECOND - LATE <= wait <= SECOND
        if is_steady and self._is_steady:
            return
        if self._timer is not None:
            self._timer.stop()
        seconds = wait.total_seconds()
        self._timer = self.set_interval(1.0, self.tick) if is_steady else self.set_timer(seconds, self.tick)
        self._is_steady = is_steady

    def _show(self, left: timedelta | None, words: str) -> None:
        passed = [limit for limit in WARNINGS if left is not None and left <= timedelta(minutes=limit)]
        minutes = min(passed, default=None)
        self.set_class(minutes is not None, "-warning")
        self.set_class(minutes == WARNINGS[-1], "-urgent")
        if left is None:
            self.show_alone(self._language.say("sitting.no_limit"))
        else:
            code = f"{words}.left" if minutes is None else f"{words}.left_warning"
            self.show_alone(self._language.say(code, left=self._language.countdown(left), minutes=minutes or 0))
        # At the end there is nothing left to warn of: what comes then is told instead.
        if left and minutes is not None and minutes != self._warned and words == self._words:
            self.post_message(self.Warned(minutes, words))
        # Also none: what more time took back is warned of again when it comes again.
        self._words, self._warned = words, minutes


def _wait(left: timedelta) -> timedelta:
    """Return how long until the shown second changes, or the moment just before the closing, or the closing."""
    to_second = left % SECOND or SECOND
    waits = [to_second, left, left - JUST_BEFORE]
    return max(min(wait for wait in waits if wait > timedelta(0)), timedelta(milliseconds=5)) if left else SECOND
