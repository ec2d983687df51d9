"""Leaving a screen once, however many keys ask for it."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete

from quizapp.tui.painting import PaintedScreen

Outcome = TypeVar("Outcome")


class LeftOnce(PaintedScreen[Outcome]):
    """A screen that ignores a second leave: Textual would take the screen beneath it off instead."""

    def dismiss(self, result: Outcome | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
