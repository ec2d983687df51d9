"""No old cell stays on the terminal: the mend of what Textual forgets, and what stands in where it does not fit."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from typing import TYPE_CHECKING, ClassVar

import pytest
from textual.app import App
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Label

import quizapp.tui
from quizapp.tui.frame.painted_screen import MADE_FOR, PaintedScreen, compositor_for, installed_version
from tests.instruments.painted_terminal import behind_glass, glass_of, stale, standing

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

LINES = 60


class Lines(Screen[None]):
    """More lines than have room. What forgets is Textual's own screen; the others are mixed in before it."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for number in range(LINES):
                yield Label(f"line {number}" + "\n" * (number == 9))

    async def on_key(self, event: events.Key) -> None:
        labels = self.query(Label)
        if event.key == "s":
            # Scroll: what is visible is laid out alone, and the rest is said to be out of date.
            self.query_one(VerticalScroll).scroll_to(y=1, animate=False)
        else:
            # One line grows, another gets smaller; both tell the screen that all is to be laid out again.
            labels[5].styles.height, labels[9].styles.height = 2, 1
            await asyncio.sleep(0.05)
            # Before it is, somebody asks where a line stands that cannot be seen: any `refresh` of it does.
            labels.last().refresh()


class Mended(PaintedScreen[None], Lines):
    """The same, with a compositor that remembers."""


class Repainted(PaintedScreen[None], Lines):
    """The same as where Textual is another than the mend was made for."""

    COMPOSITOR: ClassVar = None


async def left_behind(kind: type[Screen[None]]) -> tuple[int, list[str]]:
    """Return how many cells are old after a scroll and a change, and what can be read then."""

    class OneScreen(App[None]):
        def get_default_screen(self) -> Screen[None]:
            return kind()

    app = OneScreen()
    async with behind_glass(app, (40, 12)):
        for key in "sm":
            glass_of(app).send(key)
            await standing(app)
        return len(stale(app)), glass_of(app).cells.lines()


async def test_textual_itself_forgets_what_changed_after_a_scroll() -> None:
    """Once this fails Textual has been mended, and `faithful_compositor` can go."""
    for _ in range(5):
        count, shown = await left_behind(Lines)
        if count:
            break
        # On a busy machine both may be painted at once, and nothing is forgotten.
    assert count > 0
    assert (shown.count("line 6"), shown.count("line 9")) == (0, 2)


@pytest.mark.parametrize("kind", [Mended, Repainted])
async def test_no_old_cell_stays_after_a_scroll_and_a_change(kind: type[Screen[None]]) -> None:
    count, shown = await left_behind(kind)
    assert count == 0
    assert (shown.count("line 6"), shown.count("line 9")) == (1, 1)


def test_textual_is_one_that_the_mend_was_made_for() -> None:
    """Where this fails, read what Textual's compositor does now; until then all is painted anew at each layout."""
    assert installed_version().startswith(MADE_FOR)
    assert PaintedScreen.COMPOSITOR is not None


@pytest.mark.parametrize("version", ["8.3.0", "9.0.0", "8.20.1", ""])
def test_another_textual_gets_no_mend(version: str) -> None:
    assert compositor_for(version) is None


def test_every_screen_is_one_that_leaves_no_old_cell() -> None:
    for module in pkgutil.walk_packages(quizapp.tui.__path__, "quizapp.tui."):
        importlib.import_module(module.name)
    ours = [kind for kind in _kinds(Screen) if kind.__module__.startswith("quizapp.")]
    assert len(ours) > 40
    assert [kind.__qualname__ for kind in ours if not issubclass(kind, PaintedScreen)] == []


def _kinds(kind: type) -> list[type]:
    below: list[type] = kind.__subclasses__()
    return below + [found for one in below for found in _kinds(one)]
