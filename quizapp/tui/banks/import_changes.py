"""What a source says otherwise of a bank's items, both sides under each other; each item is decided by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.reading.exchange.source_question import field_name, value_text
from quizapp.services.exchange.source_memory import Take
from quizapp.tui.frame.commands import BACK, HELP, MOVE, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.services.exchange.import_plan import Import, ImportedQuestion
    from quizapp.services.exchange.source_memory import FieldChange


class BringChanges(Room[Mapping[int, Take] | None]):
    """Returns which side is taken for each question, by its place in the plan; None to go back.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = "import_changes.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("left", "take('bank')", "teach.merge_key_bank"),
        Command("right", "take('source')", "teach.merge_key_source"),
        Command("f2", "next_open", "teach.merge_key_next"),
        Command("f9", "go_on", "teach.merge_key_on"),
        HELP,
        BACK,
        MOVE,
    )

    def __init__(self, plan: Import, title: str) -> None:
        """`title` is what the bank is called."""
        super().__init__()
        self._title = title
        self._listed = [(place, each) for place, each in enumerate(plan.brought) if each.changes or each.disputes]
        self._takes: dict[int, Take] = {place: "" if each.disputes else "source" for place, each in self._listed}

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        yield Rule()
        with Vertical(id="body"):
            yield Prose(self.say("teach.merge_how"), classes="muted")
            yield PointedList()
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('teach.merge_title')} | {self._title}")
        place = self._next_open(-1)
        self._show(0 if place is None else place)
        self.query_one(PointedList).focus()

    # What keys do

    def action_move(self, step: int) -> None:
        rows = self.query_one(PointedList)
        if step > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    def action_take(self, side: Take) -> None:
        """Take one side of the item under the cursor; behind one that was open go to the next such."""
        row = self.query_one(PointedList).highlighted
        if row is None:
            return
        place, _ = self._listed[row]
        was_open = not self._takes[place]
        self._takes[place] = side
        found = self._next_open(row) if was_open else None
        self._show(row if found is None else found)
        if was_open and found is None:
            self.tell(self.say("teach.merge_all_decided"))

    def action_next_open(self) -> None:
        """Go to the next item that is undecided."""
        found = self._next_open(self.query_one(PointedList).highlighted or 0)
        if found is None:
            self.tell(self.say("teach.merge_all_decided"))
        else:
            self.query_one(PointedList).highlighted = found

    def action_go_on(self) -> None:
        self.dismiss(self._takes)

    def action_leave(self) -> None:
        self.dismiss(None)

    # How it is done

    def _next_open(self, row: int) -> int | None:
        rows = range(len(self._listed))
        behind = [*rows[row + 1 :], *rows[: row + 1]]
        return next((each for each in behind if not self._takes[self._listed[each][0]]), None)

    def _show(self, row: int) -> None:
        rows = self.query_one(PointedList)
        rows.show([self._entry(place, each) for place, each in self._listed])
        rows.highlighted = row
        open_count = sum(not take for take in self._takes.values())
        count = self.say("teach.merge_count", count=len(self._listed), open=open_count)
        self.query_one("#count", AutoLine).show(count)

    def _entry(self, place: int, each: ImportedQuestion) -> Content:
        take = self._takes[place]
        side = self.say(f"teach.merge_by_{take}" if take else "teach.merge_open")
        asks = " ".join(str(each.question.fields.get("stem", each.question.fields.get("stimulus", ""))).split())
        lines = [Content.assemble((f"{each.id}  {side}", MUTED if take else "bold $text-accent")), Content(asks)]
        for change in (*each.changes, *each.disputes):
            lines += self._sides(change)
        return Content("\n").join(lines)

    def _sides(self, change: FieldChange) -> list[Content]:
        """Return what both sides say of a field, one under the other so that they can be compared."""
        name = field_name(change.field, self.language)
        texts = [value_text(change.field, value, self.language) for value in (change.before, change.after)]
        leads = [self.say("teach.merge_bank"), self.say("teach.merge_source")]
        nothing = self.say("teach.merge_nothing")
        return [
            Content.assemble((f"{name} | {lead}{self.say('teach.colon')}", MUTED), text or nothing)
            for lead, text in zip(leads, texts, strict=True)
        ]
