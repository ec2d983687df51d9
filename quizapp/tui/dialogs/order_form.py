"""What an invigilator's order needs: how much more time where that is ordered, who orders it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from quizapp.domain.essay_marks import Marker
from quizapp.domain.text import clean_line, folded
from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.line import AutoLine
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.language import Language

MORE, BY, WHY = "more", "by", "why"
KEYS = (("tab,down", "go(1)"), ("shift+tab,up", "go(-1)"), ("enter", "enter"), ("escape", "back"))


class Ordered(NamedTuple):
    """What was filled in."""

    more: str
    """As typed; "" where it was not asked."""
    orderer: Marker


class OrderForm(LeftOnce["Ordered | None"], ModalScreen["Ordered | None"]):
    """Returns what was filled in; None where nothing is ordered. All its keys have priority."""

    CSS_PATH = ["dialog.tcss", "order_form.tcss"]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(
        self,
        language: Language,
        title: str,
        *,
        asks_more: bool = False,
        before: Ordered | None = None,
        trouble: str = "",
    ) -> None:
        """Make the form with what stood in it before, and why that was not done."""
        super().__init__()
        self._language = language
        self._title = title
        names = (MORE, BY, WHY) if asks_more else (BY, WHY)
        self._fields = {name: TextField(placeholder=language.say(f"invigilate.{name}_hint")) for name in names}
        orderer = before.orderer if before else Marker(by="")
        self._begun = {MORE: before.more if before else "", BY: orderer.by, WHY: orderer.why}
        self._trouble = Prose(trouble, id="trouble")

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            for name, field in self._fields.items():
                with Horizontal(classes="entry"):
                    label = AutoLine(classes="label")
                    label.show(say(f"invigilate.field_{name}"))
                    yield label
                    yield field
            yield Prose(say("invigilate.form_note"), classes="note")
            yield self._trouble
            yield Prose(say("invigilate.form_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._trouble.display = bool(self._trouble.text)
        for name, field in self._fields.items():
            field.begin_with(self._begun[name])
        first = next(iter(self._fields.values()))
        self.set_focus(next((field for field in self._fields.values() if not field.value), first))

    def type_character(self, character: str) -> bool:
        if isinstance(self.focused, TextField):
            self.focused.type_text(character)
        return True

    def action_go(self, step: int) -> None:
        fields = list(self._fields.values())
        self.set_focus(fields[(self._place() + step) % len(fields)])

    def action_enter(self) -> None:
        """Go to the next field, and from the last one do it, once nothing is empty."""
        if self._place() < len(self._fields) - 1:
            self.action_go(1)
            return
        empty = next((name for name, field in self._fields.items() if not folded(field.value)), None)
        if empty is not None:
            say = self._language.say
            self._trouble.text = say("invigilate.form_empty", field=say(f"invigilate.field_{empty}"))
            self._trouble.display = True
            self.set_focus(self._fields[empty])
            return
        values = {name: clean_line(field.value) for name, field in self._fields.items()}
        self.dismiss(Ordered(values.get(MORE, ""), Marker(by=values[BY], why=values[WHY])))

    def action_back(self) -> None:
        self.dismiss(None)

    def _place(self) -> int:
        return next((place for place, field in enumerate(self._fields.values()) if field is self.focused), 0)
