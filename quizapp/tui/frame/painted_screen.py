"""What every screen and dialog is: painted whole, left once, and covered by a line where there is too little room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

import textual
from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.worker import NoActiveWorker, get_current_worker

from quizapp.tui.frame.commands import Command, bindings
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.shell import SMALLEST, Shell, is_too_small

if TYPE_CHECKING:
    from textual.widget import Widget

    from quizapp.tui.frame.faithful_compositor import FaithfulCompositor


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


def compositor_for(version: str) -> type[FaithfulCompositor] | None:
    """Return the compositor that remembers what it has shown; None where it does not fit that version of Textual."""
    if not version.startswith(MADE_FOR):
        return None
    try:
        from quizapp.tui.frame import faithful_compositor
    except ImportError:
        return None
    kind = faithful_compositor.FaithfulCompositor
    return kind if all(hasattr(kind(), name) for name in kind.NEEDS) else None


class PaintedScreen(Screen[Outcome]):
    """A screen that leaves no old cell on the terminal, whatever moved on it."""

    COMPOSITOR: ClassVar = compositor_for(installed_version())
    """What says which cells are to be painted; with None, all are after each layout and each scroll."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name, id, classes)
        self._is_recomposing = False
        self._is_left = False
        self._has_no_widgets = False
        if self.COMPOSITOR is not None:
            self._compositor = self.COMPOSITOR()

    async def on_event(self, event: events.Event) -> None:
        """Do not begin what is opened while the app is being left: it gets no widgets any more, and would miss them."""
        is_beginning = isinstance(event, events.Compose | events.Mount)
        if not is_beginning or (self.is_attached and not self._has_no_widgets):
            await super().on_event(event)

    async def mount_composed_widgets(self, widgets: list[Widget]) -> None:
        await super().mount_composed_widgets(widgets)
        self._has_no_widgets = bool(widgets) and not self.children

    def on_mount(self) -> None:
        if self.COMPOSITOR is None:
            self.screen_layout_refresh_signal.subscribe(self, lambda _: self.refresh(), immediate=True)

    @property
    def is_composed(self) -> bool:
        """Whether its widgets stand: a key that finds none would end the app."""
        return self.is_mounted and not self._is_recomposing

    async def recompose(self) -> None:
        self._is_recomposing = True
        try:
            await super().recompose()
        finally:
            self._is_recomposing = False

    def call_after_refresh(self, callback: Callable[..., object], *args: object, **kwargs: object) -> bool:
        """Call something once this is drawn; not where it was left meanwhile, and has no widgets any more."""
        return super().call_after_refresh(self._unless_left, callback, *args, **kwargs)

    def _unless_left(self, callback: Callable[..., object], *args: object, **kwargs: object) -> object:
        return None if self._is_left else callback(*args, **kwargs)

    def paint_alone(self, widget: Widget) -> None:
        """Paint a widget whose text alone has changed, at once and nothing else.

        By way of `refresh` it is painted some messages later and all that lies around it is looked through, which
        costs many times as much of the processor: for a clock, at each second of every sitting.
        """
        compositor = self._compositor
        update = None
        if self.COMPOSITOR is not None and isinstance(compositor, self.COMPOSITOR) and self._is_painted:
            update = compositor.render_alone(widget)
        if update is None:
            widget.refresh()
        else:
            self.app._display(self, update)

    @property
    def _is_painted(self) -> bool:
        """Whether this screen is in front, and nothing of it is to be laid out or painted in a moment."""
        is_waiting = self._layout_required or self._scroll_required or self._repaint_required or self._dirty_widgets
        return self.app.screen is self and not is_waiting and not self.app._batch_count


class LeftOnce(PaintedScreen[Outcome]):
    """A screen that ignores a second leave: Textual would take the screen beneath it off instead."""

    DEFAULT_CSS = """
    LeftOnce { layers: base above; }
    """
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """What can be done here, in the order of the key line. What its kind has it has too, whether named again or not."""

    def __init_subclass__(cls) -> None:
        if "OWN_COMMANDS" in cls.__dict__:
            cls.BINDINGS = bindings(cls.OWN_COMMANDS)
        super().__init_subclass__()

    def dismiss(self, result: Outcome | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        self._is_left = True
        self._end_work()
        return super().dismiss(result)

    def _end_work(self) -> None:
        """End what works for this screen, but who leaves it: what it found would be shown on widgets that are gone."""
        try:
            leaving = get_current_worker()
        except NoActiveWorker:
            leaving = None
        for worker in [one for one in self.workers if one.node is self and one is not leaving]:
            worker.cancel()

    def on_resize(self, event: events.Resize) -> None:
        is_small = is_too_small(event.size)
        if is_small and not self.query(".too-small"):
            app = cast(Shell, self.app)
            code = "room.too_small" if app.is_sat_in else "room.too_small_here"
            text = app.language.say(code, columns=SMALLEST[0], rows=SMALLEST[1])
            self.mount(Prose(text, classes="too-small"))
        self.set_class(is_small, "-small")
