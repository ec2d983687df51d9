"""What stands on the terminal is what the screen means: no old cell stays there (docs/decisions/0019)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

import textual
from textual.screen import Screen

if TYPE_CHECKING:
    from textual._compositor import Compositor

MADE_FOR = "8.2."
"""How the versions of Textual begin whose compositor is known to forget, and is mended here."""

Outcome = TypeVar("Outcome")


def installed_version() -> str:
    """Return Textual's version by the folder that its installer left beside it; "" where there is none.

    `importlib.metadata` says the same and costs every start 12 ms.
    """
    package = Path(textual.__path__[0])
    found = next(package.parent.glob(f"{package.name}-*.dist-info"), None)
    return found.stem.removeprefix(f"{package.name}-") if found else ""


def compositor_for(version: str) -> type[Compositor] | None:
    """Return the compositor that remembers what it has shown; None where it does not fit that version of Textual."""
    if not version.startswith(MADE_FOR):
        return None
    try:
        from quizapp.tui.faithful_compositor import FaithfulCompositor
    except ImportError:
        return None
    compositor = FaithfulCompositor()
    return FaithfulCompositor if all(hasattr(compositor, name) for name in compositor.NEEDS) else None


class PaintedScreen(Screen[Outcome]):
    """A screen that leaves no old cell on the terminal, whatever moved on it."""

    COMPOSITOR: ClassVar = compositor_for(installed_version())
    """What says which cells are to be painted; with None, all are after each layout and each scroll."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        if self.COMPOSITOR is not None:
            self._compositor = self.COMPOSITOR()

    def on_mount(self) -> None:
        if self.COMPOSITOR is None:
            self.screen_layout_refresh_signal.subscribe(self, lambda _: self.refresh(), immediate=True)
