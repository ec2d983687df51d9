"""The app: opens screens, nothing else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.worker import WorkerFailed

from quizapp.language import Language
from quizapp.services.bookkeeping import BookKeeper
from quizapp.tui.hang_up import driver_for, heard
from quizapp.tui.leaving import is_too_small
from quizapp.tui.painting import PaintedScreen
from quizapp.tui.themes import ANY_FIELD, DAY, NIGHT, OURS
from quizapp.tui.windows_console import with_input_methods, without_quick_edit

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.practising import Expected
    from quizapp.services.workplace import Workplace
    from quizapp.tui.keying_visit import Wanted


PUBLICATION = ".quiz"
"""How the name of a paper that was carried here ends."""


class PlainScrollBar(ScrollBarRender):
    """A scroll bar of colour alone: the block signs are two cells wide on some Chinese consoles."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainScrollBar


class TerminalFailed(Exception):
    """Textual could not go on reading from the terminal, and says no more of it than a picture."""


class QuizApp(App[int]):
    """One person's, or one machine's, exam room. Gets all it needs as arguments, keeps no globals."""

    CSS_PATH = ["app.tcss", "screens/home.tcss"]
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
        paper: str = "",
        candidate: str = "",
        name: str = "",
        marker: Marker | None = None,
        practice: Expected | None = None,
        keying: Wanted | None = None,
        rehearses: bool = False,
    ) -> None:
        """Make the app; with a paper it goes straight to that one, with a marker to its essays, and ends with it.

        So it does with somebody expected for practice, where a paper's answers are to be keyed in, and in a rehearsal.
        """
        super().__init__(watch_css=False)
        self.workplace = workplace
        self.language = language
        self.keeper = BookKeeper(workplace.home, workplace.class_id, workplace.clock)
        self._straight_to = (paper, candidate, name)
        self._marker = marker
        self._practice = practice
        self._keying = keying
        self._rehearses = rehearses
        self.person: Candidate | None = None
        """Who was confirmed last, and is offered at once the next time; nobody after the result of an exam."""
        self.failure: Exception | None = None
        """What it could not go on with, where something was."""
        for theme in OURS:
            self.register_theme(theme)
        usual = DAY.name if workplace.is_light else NIGHT.name
        wanted = workplace.preferences.read().get("theme", usual)
        self.theme = wanted if wanted in self.available_themes else usual

    def get_driver_class(self) -> type[Driver]:
        return driver_for(super().get_driver_class())

    def get_default_screen(self) -> Screen[Any]:
        from quizapp.tui.screens.home import Home

        return PaintedScreen() if self.ends_with_paper else Home()

    def on_mount(self) -> None:
        paper, candidate, name = self._straight_to
        if self._marker is not None:
            from quizapp.tui.marking_visit import mark_only

            self.run_worker(mark_only(self, paper, self._marker), group="visit")
        elif self._keying is not None:
            from quizapp.tui.keying_visit import key_only

            self.run_worker(key_only(self, paper, self._keying), group="visit")
        elif self._practice is not None:
            from quizapp.tui.practice_visit import practise_only

            self.run_worker(practise_only(self, self._practice), group="visit")
        elif self._rehearses:
            from quizapp.tui.rehearsal_visit import rehearse_only

            self.run_worker(rehearse_only(self), group="visit")
        elif paper.lower().endswith(PUBLICATION):
            from quizapp.tui.publication_visit import open_only

            self.run_worker(open_only(self, paper, candidate, name), group="visit")
        elif paper:
            from quizapp.tui.visit import straight_to

            self.run_worker(straight_to(self, paper, candidate, name), group="visit")

    async def on_event(self, event: events.Event) -> None:
        """Hand characters and pastes to who takes them in order; everything else goes Textual's way.

        Textual queues a key at the focused widget and runs bindings when it has bubbled up, so that two quick
        keys may be handled in either order; where an answer is recorded, that must not be (docs/decisions).
        What cannot be read takes neither keys nor text: in too small a window they would answer a hidden question.
        """
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

    def _may_leave(self, event: events.Event) -> bool:
        """Return whether a key leaves the program where nothing is at stake, which needs nothing to be read."""
        return isinstance(event, events.Key) and event.key in ("ctrl+q", "ctrl+c") and not self.is_sat_in

    @property
    def is_sat_in(self) -> bool:
        """Whether a paper is being sat, on this screen or beneath what stands over it."""
        from quizapp.tui.room import Room

        return any(isinstance(screen, Room) and screen.IS_SITTING for screen in self.screen_stack)

    @property
    def ends_with_paper(self) -> bool:
        """Whether the app was opened for one paper, for practice or a rehearsal, and ends with it."""
        return bool(self._straight_to[0]) or self._practice is not None or self._rehearses

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

    def action_leave(self) -> None:
        """Leave the app from a screen where nothing is at stake."""
        self.exit(0)

    def action_press_key(self, key: str) -> None:
        """Do what a key does: somebody clicked on its name."""
        self.post_message(events.Key(key, " " if key == "space" else None))

    def action_say_how_to_leave(self) -> None:
        from quizapp.tui.room import Room

        room = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Room)), None)
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
        from quizapp.tui.room import Room

        for screen in reversed(self.screen_stack):
            if isinstance(screen, Room):
                screen.record_typed()
        self.exit()

    def settle_book(self) -> None:
        """Bring the score book up to date off the event loop."""
        self.run_worker(self.keeper.settle, thread=True, exit_on_error=False, group="book")


def run(
    workplace: Workplace,
    language: Language,
    *,
    paper: str = "",
    candidate: str = "",
    name: str = "",
    marker: Marker | None = None,
    practice: Expected | None = None,
    keying: Wanted | None = None,
    rehearses: bool = False,
) -> int:
    """Open the app in this terminal and return the exit status when it is left. Raises what it could not go on with."""
    app = QuizApp(
        workplace,
        language,
        paper=paper,
        candidate=candidate,
        name=name,
        marker=marker,
        practice=practice,
        keying=keying,
        rehearses=rehearses,
    )
    with without_quick_edit(), with_input_methods():
        status = asyncio.run(_opened(app))
    app.keeper.settle()
    if app.failure is not None:
        raise app.failure
    return status


async def _opened(app: QuizApp) -> int:
    with heard(lambda: app.call_later(app.end)) as hang_up:
        status = await app.run_async()
    return status or 0 if hang_up.status is None else hang_up.status
