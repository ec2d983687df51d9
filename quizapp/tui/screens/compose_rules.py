"""How the composed paper is sat: time, pass mark, forms, shuffling, tries, and when what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll

from quizapp.formats.native.rule_texts import Misread, aim_of, aim_text, paper_of, texts_of
from quizapp.tui.dialogs.confirm import Confirm
from quizapp.tui.dialogs.pick import Pick
from quizapp.tui.field_room import FieldRoom
from quizapp.tui.screens.compose_rule_rows import RULES, RuleRow
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.rule import Rule as Dashes
from quizapp.tui.widgets.text_field import TextField
from quizapp.tui.widgets.writing_field import WritingField

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


class RulesScreen(FieldRoom["Draft | None"]):
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
        self._focus(0)

    # What keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while it means something there."""
        target = self.focused if self.is_mounted else None
        if isinstance(target, WritingField):
            at_edge = {"up": target.cursor_at_first_line, "down": target.cursor_at_last_line}
            return action not in ("go_on", "step") and at_edge.get(action, True)
        return not (action == "step" and isinstance(target, TextField))

    def action_field(self, step: int) -> None:
        """Go to the next rule or the one before."""
        self._focus(self._place() + step)

    def action_down(self) -> None:
        self.action_field(1)

    def action_up(self) -> None:
        self.action_field(-1)

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_go_on(self) -> None:
        """Open the list of a choice; from a line go to the next rule."""
        row = self._rows[self._place()]
        if isinstance(row.target, ChoiceLine):
            self._pick(row, row.target)
        else:
            self.action_field(1)

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
            self._focus(next(at for at, row in enumerate(self._rows) if row.rule.name in misread))
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

        def answer(is_wanted: bool | None) -> None:
            if is_wanted:
                self.dismiss(None)

        words = {"safe": self.say("teach.leave_stay"), "step": self.say("teach.leave_go")}
        self.app.push_screen(Confirm(self.say("compose.leave_rules"), [], **words, key="ctrl+q"), answer)

    @on(ChoiceLine.Opened)
    def open_choice(self, message: ChoiceLine.Opened) -> None:
        row = next((row for row in self._rows if row.target is message.line), None)
        if row is not None:
            self.set_focus(message.line)
            self._pick(row, message.line)

    def on_descendant_focus(self) -> None:
        self._refresh_keys()

    # How it is done

    def _texts(self) -> dict[str, str]:
        return {row.rule.name: row.text for row in self._rows}

    def _place(self) -> int:
        return next((at for at, row in enumerate(self._rows) if row.target is self.focused), 0)

    def _focus(self, place: int) -> None:
        row = self._rows[max(0, min(place, len(self._rows) - 1))]
        self.set_focus(row.target)
        row.scroll_visible(animate=False)
        self._refresh_keys()

    def _pick(self, row: RuleRow, line: ChoiceLine) -> None:
        def take(place: int | None) -> None:
            if place is not None:
                line.choose(line.words[place])

        title = self.say(f"compose.rule_{row.rule.name}")
        self.app.push_screen(Pick(title, row.listed(), line.words.index(line.value)), take)

    def _refresh_keys(self) -> None:
        is_choice = isinstance(self.focused, ChoiceLine)
        keys = [
            ("compose.key_done", "take"),
            ("teach.key_pick" if is_choice else "teach.key_field", "go_on" if is_choice else "field(1)"),
            ("key.help", "explain"),
            ("compose.key_cancel", "leave"),
        ]
        self.query_one(KeyLine).parts = tuple((self.say(code), action) for code, action in keys)
