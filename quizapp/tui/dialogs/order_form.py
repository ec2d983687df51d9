"""What an invigilator's order needs: how much more time where that is ordered, who orders it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.essay_marks import Marker
from quizapp.tui.dialogs.fields_dialog import DialogWords, FieldsDialog
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from quizapp.language import Language

MORE, BY, WHY = "more", "by", "why"


class Ordered(NamedTuple):
    """What was filled in."""

    more: str
    """As typed; "" where it was not asked."""
    orderer: Marker


class OrderForm(FieldsDialog["Ordered | None"]):
    """Returns what was filled in; None where nothing is ordered."""

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss", "order_form.tcss"]

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
        self._language = language
        names = (MORE, BY, WHY) if asks_more else (BY, WHY)
        fields = {name: TextField(placeholder=language.say(f"invigilate.{name}_hint")) for name in names}
        labels = {name: language.say(f"invigilate.field_{name}") for name in names}
        below = [language.say("invigilate.form_note")]
        orderer = before.orderer if before else Marker(by="")
        begun = {MORE: before.more if before else "", BY: orderer.by, WHY: orderer.why}
        words = DialogWords(title, labels, language.say("invigilate.form_keys"), below=below)
        super().__init__(words, fields, begun, trouble)

    def first(self) -> str:
        return self.empty() or next(iter(self.fields))

    def missing(self, name: str) -> str:
        return self._language.say("invigilate.form_empty", field=self._language.say(f"invigilate.field_{name}"))

    def done(self) -> Ordered:
        values = self.values()
        return Ordered(values.get(MORE, ""), Marker(by=values[BY], why=values[WHY]))
