"""What every screen knows of the app it stands in: the workplace, the language, who sits here, and how it is left.

It imports no screen; `app` opens the first one.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.worker import WorkerFailed

from quizapp.language import Language
from quizapp.services.book.keeper import BookKeeper
from quizapp.tui.frame.hang_up import driver_for
from quizapp.tui.frame.parsed_styles import ParsedStyles, StylesParsedOnce
from quizapp.tui.frame.themes import ANY_FIELD, DAY, NIGHT, OURS

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.geometry import Size

    from quizapp.domain.candidate import Candidate
    from quizapp.language.entries import GuidePage
    from quizapp.services.ports.workplace import Workplace

SMALLEST = (60, 18)
"""Columns and rows below which nothing can be read; what was answered is safe all the same."""


_MOMENT = 0.002
"""Seconds between two looks whether a screen stands."""


def is_too_small(size: Size) -> bool:
    """Return whether a window is too small to read in, so that no key may mean what it means on the screen."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of colour alone: the block signs are two cells wide on some Chinese consoles."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainScrollBar


class TerminalFailed(Exception):
    """Textual could not go on reading from the terminal, and says no more of it than a picture."""


@runtime_checkable
class FullScreen(Protocol):
    """What the app asks of the screens that fill the terminal."""

    IS_SITTING: ClassVar[bool]

    def tell(self, text: str) -> None:
        """Say something for a while."""

    def record_typed(self) -> None:
        """Have on disk what was typed and is not yet."""


@runtime_checkable
class ComposedScreen(Protocol):
    """What the app asks of every screen and dialog."""

    @property
    def is_composed(self) -> bool:
        """Whether its widgets stand, so that its keys find them."""


class Shell(App[int]):
    """The app as screens know it. Gets all it needs as arguments, keeps no globals."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("ctrl+q", "leave", show=False, priority=False),
        Binding("ctrl+c", "say_how_to_leave", show=False),
    ]

    def __init__(
        self,
        workplace: Workplace,
        language: Language,
        *,
        ends_with_paper: bool = False,
        styles: ParsedStyles | None = None,
    ) -> None:
        """Make it; `ends_with_paper` says that it is opened for one thing, and ends with it.

        Apps that are handed the same `styles` parse theirs together.
        """
        super().__init__(watch_css=False)
        self.workplace = workplace
        self.language = language
        self.keeper = BookKeeper(workplace.home, workplace.class_id, workplace.clock)
        self.ends_with_paper = ends_with_paper
        self.person: Candidate | None = None
        """Who was confirmed last, and is offered at once the next time; nobody after the result of an exam."""
        self.failure: Exception | None = None
        """What it could not go on with, where something was."""
        self._is_being_left = False
        for theme in OURS:
            self.register_theme(theme)
        usual = DAY.name if workplace.is_light else NIGHT.name
        wanted = workplace.preferences.read().get("theme", usual)
        self.theme = wanted if wanted in self.available_themes else usual
        self.stylesheet = StylesParsedOnce(styles or ParsedStyles(), self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        return driver_for(super().get_driver_class())

    async def on_event(self, event: events.Event) -> None:
        """Hand characters and pastes to who takes them in order; everything else goes Textual's way.

        Textual queues a key at the focused widget and runs bindings when it has bubbled up, so that two quick
        keys may be handled in either order; where an answer is recorded, that must not be (docs/decisions).
        What cannot be read takes neither keys nor text: in too small a window they would answer a hidden question.
        A key for a screen that is just coming waits until that has its widgets; one behind that which left the app does
        nothing, for screens that came too late have none.
        """
        if isinstance(event, events.Key | events.Paste):
            await self._wait_composed()
            if self._is_being_left:
                return
        if isinstance(event, events.Key | events.Paste) and is_too_small(self.size) and not self._may_leave(event):
            return
        if isinstance(event, events.Key) and not event.is_forwarded and event.is_printable and event.character:
            take = getattr(self.screen, "type_character", None)
            if take is not None and take(event.character):
                return
        if isinstance(event, events.Paste):
            paste = getattr(self.focused, "paste_text", None)
            if paste is not None:
                paste(event.text)
                return
        await super().on_event(event)

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        self._is_being_left = True
        super().exit(result, return_code, message)

    async def _wait_composed(self) -> None:
        """Wait until the screen in front has its widgets; not where it failed to make them, which ends the app."""
        while (
            not self._is_being_left
            and self.failure is None
            and isinstance(self.screen, ComposedScreen)
            and not self.screen.is_composed
        ):
            await asyncio.sleep(_MOMENT)

    def _may_leave(self, event: events.Event) -> bool:
        """Return whether a key leaves the program where nothing is at stake, which needs nothing to be read."""
        return isinstance(event, events.Key) and event.key in ("ctrl+q", "ctrl+c") and not self.is_sat_in

    @property
    def is_sat_in(self) -> bool:
        """Whether a paper is being sat, on this screen or beneath what stands over it."""
        return any(isinstance(screen, FullScreen) and screen.IS_SITTING for screen in self.screen_stack)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return ANY_FIELD

    def theme_names(self) -> list[str]:
        """Return the themes that can be chosen, ours first."""
        ours = [theme.name for theme in OURS]
        return ours + sorted(name for name in self.available_themes if name not in ours and "ansi" not in name)

    def change_theme(self, name: str) -> None:
        """Take another theme, and remember it."""
        self.theme = name
        self.workplace.preferences.remember("theme", name)

    def change_language(self) -> None:
        """Speak the other language from here on, and remember it."""
        self.language = Language("en" if self.language.tongue == "zh" else "zh", self.language.zone)
        self.workplace.preferences.remember("language", self.language.tongue)
        self.screen.refresh(recompose=True)

    def guide_page(self, page: str) -> GuidePage:
        """Return a page of the guide, with the keys of the screens that it treats."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave the app from a screen where nothing is at stake."""
        self.exit(0)

    def action_press_key(self, key: str) -> None:
        """Do what a key does: somebody clicked on its name."""
        character = " " if key == "space" else key if len(key) == 1 else None
        self.post_message(events.Key(key, character))

    def action_say_how_to_leave(self) -> None:
        room = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, FullScreen)), None)
        if room is not None:
            room.tell(self.language.say("room.how_to_leave"))

    def _handle_exception(self, error: Exception) -> None:
        """End the app with what nobody expected, wherever in it that happened: it is told where the app was opened."""
        if self.failure is None:
            whole = error.error if isinstance(error, WorkerFailed) else error
            self.failure = whole if isinstance(whole, Exception) else error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave the screen without a traceback: Textual's shows the values of all variables, keys among them."""
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Leave the screen without what would be shown of a failure, which may be another thread's."""
        if self.failure is None:
            self.failure = TerminalFailed()
        self._fatal_error()

    def end(self) -> None:
        """Record what was typed on any screen, and leave the app: nobody can be asked any more."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, FullScreen):
                screen.record_typed()
        self.exit()

    def settle_book(self) -> None:
        """Bring the score book up to date off the event loop."""
        self.run_worker(self.keeper.settle, thread=True, exit_on_error=False, group="book")
