"""Several lines to write into, with the keys people know from Word; and several such, each behind its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive, var
from textual.widget import Widget
from textual.widgets import TextArea

from quizapp.domain.item import LETTERS
from quizapp.domain.text import clean
from quizapp.tui.frame.widgets.fields import as_in_word, keep_cursor_in

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.document._document import EditResult
    from textual.document._edit import Edit


class WritingField(TextArea, inherit_bindings=False):
    """A text area that keeps the lines of a paste. As in `TextField`, its keys have priority, so that keys and
    characters, which its screen hands over, keep their order.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *as_in_word(TextArea.BINDINGS),
        Binding("enter,shift+enter,ctrl+j", "new_line", show=False, priority=True),
        Binding("ctrl+home", "go_to_start", show=False, priority=True),
        Binding("ctrl+end", "go_to_end", show=False, priority=True),
    ]

    edits = var(0, init=False)
    """How often its text was changed, for who must hear of it before it is drawn."""

    class Left(Message):
        """The cursor has gone elsewhere."""

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(soft_wrap=True, compact=True, highlight_cursor_line=False, placeholder=placeholder)
        self.set_reactive(WritingField.cursor_blink, False)

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        self.edits += 1
        return result

    def undo(self) -> None:
        super().undo()
        self.edits += 1

    def redo(self) -> None:
        super().redo()
        self.edits += 1

    def begin_with(self, text: str) -> None:
        """Show a text as what stands already, without saying that it changed; the cursor stands at its end."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    def type_text(self, text: str) -> None:
        """Put text at the cursor, in place of what is selected."""
        self._replace_via_keyboard(text, *self.selection)

    def paste_text(self, text: str) -> None:
        """Put a pasted text at the cursor, its lines kept."""
        self.type_text(clean(text))

    def action_new_line(self) -> None:
        self.type_text("\n")

    def action_go_to_start(self) -> None:
        self.move_cursor((0, 0))

    def action_go_to_end(self) -> None:
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        keep_cursor_in(self)

    def on_blur(self) -> None:
        self.post_message(self.Left())

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste_text(event.text)


MOST_ROWS = 12
"""Rows beyond which a long text scrolls within its field."""


class Letters(Widget):
    """The letters of the lines beside it, each at the row where its line begins."""

    DEFAULT_CSS = """
    Letters { width: 4; padding: 0 0 0 1; height: auto; color: $text-muted; }
    """

    rows: reactive[tuple[str, ...]] = reactive(("",), layout=True)

    def render(self) -> Content:
        return Content("\n".join(self.rows))


class LinesField(Horizontal):
    """A text area as high as its text."""

    DEFAULT_CSS = """
    LinesField { height: auto; width: 1fr; }
    LinesField WritingField { width: 1fr; height: 1; border: none; padding: 0 1; background: $field; }
    LinesField WritingField:focus { background: $field; background-tint: $accent 12%; }
    """

    def __init__(self, text: str, *, has_letters: bool = False) -> None:
        super().__init__()
        self._begun = text
        self._letters = Letters() if has_letters else None
        self.area = WritingField()

    def compose(self) -> ComposeResult:
        if self._letters is not None:
            yield self._letters
        yield self.area

    def on_mount(self) -> None:
        self.area.begin_with(self._begun)
        self.call_after_refresh(self._fit)

    @on(TextArea.Changed)
    def grow(self) -> None:
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        wrapped = self.area.wrapped_document
        rows = max(wrapped.height, 1)
        self.area.styles.height = min(rows, MOST_ROWS)
        if self._letters is not None:
            shown: list[str] = []
            for place in range(self.area.document.line_count):
                below = max(len(wrapped.get_sections(place)) - 1, 0)
                shown += [LETTERS[place] if place < len(LETTERS) else "", *[""] * below]
            self._letters.rows = tuple(shown[:MOST_ROWS])
