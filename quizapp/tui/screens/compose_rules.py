"""How the composed paper is sat: time, pass mark, forms, shuffling, tries, and when what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll

from quizapp.formats.native.rule_texts import Misread, aim_of, aim_text, paper_of, texts_of
from quizapp.tui.leaving_asked import leave_if_wanted
from quizapp.tui.rows_room import RowsRoom
from quizapp.tui.screens.compose_rule_rows import RULES, RuleRow
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.rule import Rule as Dashes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.composing.draft import Draft

KEYS = (
    ("tab", "field(1)"),
    ("shift+tab", "field(-1)"),
    ("down", "down"),
    ("up", "up"),
    ("enter", "go_on"),
    ("right", "step(1)"),
    ("left", "step(-1)"),
    ("ctrl+s,f9", "take"),
    ("escape,ctrl+q", "leave"),
)


class RulesScreen(RowsRoom["Draft | None"]):
    """Returns the draft with other rules, None where they stay. All its keys have priority."""

    CSS_PATH = "compose_rules.tcss"
    GUIDE: ClassVar = "compose_rules"
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, draft: Draft, faults: Callable[[Draft], Sequence[str]]) -> None:
        """`faults` says what is wrong with a draft's rules among themselves."""
        super().__init__()
        self._draft = draft
        self._faults = faults
        self._rows: list[RuleRow] = []

    def compose(self) -> ComposeResult:
        texts = texts_of(self._draft.paper, self.language.zone, self.language.tongue)
        texts["aim"] = aim_text(self._draft.aim)
        self._rows = [RuleRow(self.language, rule, texts[rule.name]) for rule in RULES]
        yield Line(id="where", classes="title")
        yield Dashes()
        with VerticalScroll(id="form", can_focus=False):
            yield from self._rows
        yield Dashes(id="rule")
        yield KeyLine()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('compose.rules_title')} | {self._draft.paper.title}")
        self._begun = self._texts()
        self.go_to(0)

    # What keys do

    def action_take(self) -> None:
        """Have the rules as they stand, where they can be read and do not contradict each other."""
        texts = self._texts()
        paper, misread = paper_of(texts, self._draft.paper, self.language.zone)
        aim = aim_of(texts["aim"])
        if aim is None:
            misread["aim"] = Misread("not-a-number", texts["aim"])
        for row in self._rows:
            found = misread.get(row.rule.name)
            row.say_fault("" if found is None else self.say(found.code, text=found.text))
        if misread or aim is None:
            self.go_to(next(at for at, row in enumerate(self._rows) if row.rule.name in misread))
            self.tell(self.say("compose.mend_rules", count=len(misread)))
            return
        after = replace(self._draft, paper=paper, aim=aim)
        faults = self._faults(after)
        if faults:
            self.tell(faults[0])
        else:
            self.dismiss(after)

    def action_leave(self) -> None:
        """Leave, asking first where something was changed."""
        if self._texts() == self._begun:
            self.dismiss(None)
            return

        words = {"stay": self.say("teach.leave_stay"), "go": self.say("teach.leave_go")}
        leave_if_wanted(self, self.say("compose.leave_rules"), [], **words)

    # What its rows are

    def form_rows(self) -> Sequence[RuleRow]:
        return self._rows

    def row_title(self, place: int) -> str:
        return self.say(f"compose.rule_{self._rows[place].rule.name}")

    def refresh_keys(self) -> None:
        is_choice = isinstance(self.focused, ChoiceLine)
        keys = [
            ("compose.key_done", "take"),
            ("teach.key_pick" if is_choice else "teach.key_field", "go_on" if is_choice else "field(1)"),
            ("key.help", "explain"),
            ("compose.key_cancel", "leave"),
        ]
        self.query_one(KeyLine).parts = tuple((self.say(code), action) for code, action in keys)

    def _texts(self) -> dict[str, str]:
        return {row.rule.name: row.text for row in self._rows}
