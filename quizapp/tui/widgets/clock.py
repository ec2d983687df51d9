"""The time left: a line that changes alone, second by second, and wakes its screen exactly at the closing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

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


class Clock(AutoLine):
    """Shows what `left` returns; None is a paper without a limit."""

    class Ticked(Message):
        """A second has passed, or the closing is near or here."""

    class Warned(Message):
        """So many minutes are left."""

        def __init__(self, minutes: int) -> None:
            super().__init__()
            self.minutes = minutes

    def __init__(self, language: Language, left: Callable[[], timedelta | None]) -> None:
        super().__init__()
        self._language = language
        self._left = left
        self._warned: int | None = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Show the time left now, and come back at the next second."""
        left = self._left()
        self._show(left)
        self.post_message(self.Ticked())
        wait = 1.0 if left is None else _wait(left).total_seconds()
        self._timer = self.set_timer(wait, self.tick)

    def _show(self, left: timedelta | None) -> None:
        if left is None:
            self.show(self._language.say("sitting.no_limit"))
            return
        minutes = next((limit for limit in reversed(WARNINGS) if left <= timedelta(minutes=limit)), None)
        self.set_class(minutes is not None, "-warning")
        self.set_class(minutes == WARNINGS[-1], "-urgent")
        code = "sitting.left" if minutes is None else "sitting.left_warning"
        self.show(self._language.say(code, left=self._language.countdown(left), minutes=minutes or 0))
        if minutes is not None and minutes != self._warned:
            self._warned = minutes
            self.post_message(self.Warned(minutes))


def _wait(left: timedelta) -> timedelta:
    """Return how long until the shown second changes, or the moment just before the closing, or the closing."""
    to_second = left % timedelta(seconds=1) or timedelta(seconds=1)
    waits = [to_second, left, left - JUST_BEFORE]
    return (
        max(min(wait for wait in waits if wait > timedelta(0)), timedelta(milliseconds=5))
        if left
        else timedelta(seconds=1)
    )
