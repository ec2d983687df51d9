"""What is only read: a notice before going on, a page of help, words while something takes longer than a moment."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.painted_screen import LeftOnce, PaintedScreen
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from quizapp.language import Language
    from quizapp.language.entries import GuidePage


class Notice(LeftOnce[None], ModalScreen[None]):
    """Shows lines until a key is pressed."""

    CSS_PATH = "dialog.tcss"
    # Of priority: what is pressed behind the key that closes it goes to the screen beneath.
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (Command("escape,enter,space,f4,f1,question_mark", "back"),)

    def __init__(self, title: str, lines: Sequence[str], foot: str) -> None:
        super().__init__()
        self._title, self._lines, self._foot = title, lines, foot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Prose(self._title, classes="dialog-title")
            with VerticalScroll() as scroll:
                scroll.can_focus = True
                for line in self._lines:
                    yield Prose(line)
            yield Prose(self._foot, classes="dialog-foot")

    def on_click(self) -> None:
        self.dismiss(None)

    def action_back(self) -> None:
        self.dismiss(None)


KEY_WIDTH = 13


class Help(LeftOnce[None], ModalScreen[None]):
    """Shows the guide until a key is pressed; arrows scroll."""

    CSS_PATH = "dialog.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("escape,enter,space,f4,f1,question_mark", "back", has_priority=False),
    )

    def __init__(self, language: Language, about: str, page: Callable[[str], GuidePage]) -> None:
        """Make the help of a screen that the guide treats; `page` returns one by its name."""
        super().__init__()
        self._language = language
        self._about = about
        self._page = page

    def compose(self) -> ComposeResult:
        language = self._language
        with Vertical(classes="dialog -tall"):
            yield Prose(language.say("room.help"), classes="dialog-title")
            with VerticalScroll() as scroll:
                scroll.can_focus = True
                yield from self._lines(self._page(self._about).text)
                yield Prose(language.say("room.guide_rest"), classes="dialog-foot")
            yield Prose(language.say("room.close"), classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self._add_rest()

    @work
    async def _add_rest(self) -> None:
        """Show the other pages below: their screens, which say their keys, may not be loaded yet."""
        others = [screen for screen in self._language.guide_screens(self._about) if screen != self._about]
        pages = await asyncio.to_thread(lambda: [self._page(screen) for screen in others])
        await self.query_one(VerticalScroll).mount_all(
            widget for title, text in pages for widget in (Prose(title, classes="dialog-heading"), *self._lines(text))
        )

    def on_click(self) -> None:
        self.dismiss(None)

    def action_back(self) -> None:
        self.dismiss(None)

    def _lines(self, text: str) -> Iterator[Widget]:
        for line in text.split("\n"):
            keyed = re.fullmatch(r"( ?\S.*?) {2,}(\S.*)", line)
            if keyed is None:
                yield Prose(line)
            else:
                key = keyed[1]
                yield Prose(keyed[2], key + " " * max(KEY_WIDTH - cell_len(key), 1))


class ReadingNotice(PaintedScreen[None], ModalScreen[None]):
    """Shows a line until who opened it takes it away; no key does."""

    CSS_PATH = "dialog.tcss"
    DEFAULT_CSS = """
    Reading { align: center middle; background: $background 60%; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._text)
