"""An attempt that is open in another window: where, and going on with it once that one is closed."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from quizapp.domain.codec import instant_from_text
from quizapp.domain.errors import AttemptBusy, MachineRefused
from quizapp.services.ports.port_values import LockHolder
from quizapp.services.sitting.attempt_start import resume
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.confirm import StepButton
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.services.ports.port_values import AttemptName
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.shell import Shell


LOOK_AGAIN = 1.0
"""Seconds between two looks at the other window."""


class OpenElsewhere(LeftOnce["LockHolder | None"], ModalScreen["LockHolder | None"]):
    """Returns the program that had the attempt open, where the person goes on in its place; None where they go back."""

    CSS_PATH = "../frame/dialogs/dialog.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("escape", "back", has_priority=False),
        Command("left,right,up,down", "app.focus_next", has_priority=False),
    )

    def __init__(
        self, language: Language, title: str, holder: LockHolder, look: Callable[[], LockHolder | None]
    ) -> None:
        """Make it for a paper's title; `look` returns who has the attempt open now, waiting for the disk."""
        super().__init__()
        self._language = language
        self._holder = holder
        self._look = look
        self._is_looking = False
        self._is_wanted = False
        self._head = Prose(language.say("take_over.title", title=title), classes="dialog-title")
        self._where = Prose(self._where_text())
        self._what = Prose(language.say("take_over.waiting"))
        self._safe = StepButton(language.say("take_over.back"), id="safe")
        self._step = StepButton(language.say("take_over.go_on"), id="step", variant="primary")
        self._free_title = language.say("take_over.free_title", title=title)
        self._busy_title = self._head.text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield self._head
            yield self._where
            yield self._what
            with Horizontal(classes="dialog-buttons"):
                yield self._safe
                yield self._step

    def on_mount(self) -> None:
        self._step.display = False
        self._safe.focus()
        self.set_interval(LOOK_AGAIN, self.look_again)

    def look_again(self) -> None:
        """Look, off the event loop, whether the attempt is still open there; one look at a time."""
        if not self._is_looking:
            self._is_looking = True
            self._look_once()

    @work(thread=True, exit_on_error=False)
    def _look_once(self) -> None:
        holder: LockHolder | None = self._holder
        # A disk that cannot be read says nothing about the other window: it is looked at again.
        with suppress(MachineRefused):
            holder = self._look()
        self.app.call_from_thread(self._found, holder)

    def _found(self, holder: LockHolder | None) -> None:
        self._is_looking = False
        is_free = holder is None
        if holder is not None:
            self._holder = holder
        self._head.text = self._free_title if is_free else self._busy_title
        self._where.text = self._where_text()
        self._where.display = not is_free
        self._what.text = self._language.say("take_over.free" if is_free else "take_over.waiting")
        if self._step.has_focus and not is_free:
            self._safe.focus()
        self._step.display = is_free
        if self._is_wanted and is_free:
            self.dismiss(self._holder)
        self._is_wanted = False

    def _where_text(self) -> str:
        since: object = self._holder.since
        with suppress(ValueError):
            since = instant_from_text(self._holder.since)
        return self._language.say("take_over.where", host=self._holder.host, pid=self._holder.pid, since=since)

    def action_back(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#safe")
    def go_back(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#step")
    def go_on(self) -> None:
        if self._is_looking:
            # To look holds the attempt for a moment: it is gone on with when that is over.
            self._is_wanted = True
        else:
            self.dismiss(self._holder)


async def resumed(app: Shell, name: AttemptName, title: str) -> Sitting | None:
    """Return the attempt gone on with; None where it is open elsewhere and the person went back."""
    try:
        return resume(app.workplace.home, app.workplace.clock, name)
    except AttemptBusy as busy:
        return await taken_over(app, name, title, LockHolder.of(busy))


async def taken_over(app: Shell, name: AttemptName, title: str, holder: LockHolder) -> Sitting | None:
    """Return the attempt once the program that has it open is gone; None where the person went back."""

    place = app.workplace
    look = partial(place.home.journals.holder, name)
    while (gone := await app.push_screen_wait(OpenElsewhere(app.language, title, holder, look))) is not None:
        try:
            return resume(place.home, place.clock, name, took_over=gone)
        except AttemptBusy as busy:
            # A third window was quicker.
            holder = LockHolder.of(busy)
    return None
