"""The 双向细目表 of a draft: topics down, types and levels across; shown whole, and written to a file."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.domain.errors import QuizError
from quizapp.domain.papers.mark_spans import bare_leaves
from quizapp.prints.blueprint import counted_on, table_print_for
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import AnyRoom, Room
from quizapp.tui.frame.save_as import may_replace, save_typed
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.shell import SMALLEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.papers.blueprint_table import BlueprintRow, BlueprintTable
    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.domain.papers.mark_spans import MarkSpan
    from quizapp.domain.papers.paper import Paper
    from quizapp.language import Language
    from quizapp.services.papers.composing import Composing


_TOPIC = 18
"""Cells of a topic's title where all of the table is shown."""
_CELL, _SUM = 3, 5
_LONGEST_TOPIC = 44


class TableText(Widget):
    """Shows lines of a table."""

    DEFAULT_CSS = """
    TableText { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    lines: reactive[tuple[str, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        return Content("\n".join(self.lines))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self.lines)


def short_lines(table: BlueprintTable, language: Language, width: int) -> list[str]:
    """Return the table of the course's first level by levels alone, as it stands beside a draft."""
    levels = table.levels
    room = width - _CELL * len(levels) - 2 * _SUM
    heads = [_right(language.say(f"compose.short_{level}"), _CELL) for level in levels]
    sums = [_right(language.say(f"compose.column_{name}"), _SUM) for name in ("questions", "marks")]
    lines = [set_cell_size("", room) + "".join([*heads, *sums])]
    for row in (*table.parts, table.total):
        counts = [_right(_count(row.of_level(level).questions), _CELL) for level in levels]
        total = [_right(str(row.total.questions), _SUM), _right(language.marks(row.total.marks), _SUM)]
        lines.append(set_cell_size(_title(row, table, language), room) + "".join([*counts, *total]))
    return lines


def full_lines(table: BlueprintTable, language: Language, width: int) -> list[str]:
    """Return all of the table; types that find no room beside the others stand beneath, in a table of their own."""
    lines: list[str] = []
    groups = list(_fitting(table, width))
    widest = max((_width(table, types) for types in groups), default=0)
    room = max(_TOPIC, min(width - widest - 2 * _SUM, _LONGEST_TOPIC))
    for types in groups:
        lines += [*([""] if lines else []), *_block(table, types, language, room, is_last=types[-1] == table.types[-1])]
    return lines


def _fitting(table: BlueprintTable, width: int) -> Iterator[tuple[str, ...]]:
    """Give the types in groups, each no wider than a screen."""
    room = width - _TOPIC - 2 * _SUM
    group: list[str] = []
    for type in table.types:
        if group and _width(table, [*group, type]) > room:
            yield tuple(group)
            group = []
        group.append(type)
    if group:
        yield tuple(group)


def _width(table: BlueprintTable, types: Sequence[str]) -> int:
    return sum(max(_CELL * len(table.levels_of(type)), 5) + 1 for type in types)


def _block(
    table: BlueprintTable, types: Sequence[str], language: Language, room: int, *, is_last: bool
) -> Iterator[str]:
    """Give the lines of some types, the sums behind the last."""
    heads = [_right(language.say(f"compose.short_{type}"), _width(table, [type])) for type in types]
    yield set_cell_size("", room) + "".join(heads)
    levels = [
        "".join(_right(language.say(f"compose.short_{level}"), _CELL) for level in table.levels_of(type))
        for type in types
    ]
    names = [_right(language.say(f"compose.column_{name}"), _SUM) for name in ("questions", "marks")]
    yield (
        set_cell_size("", room)
        + "".join(_in(text, table, type) for text, type in zip(levels, types, strict=True))
        + ("".join(names) if is_last else "")
    )
    for row in (*table.rows, table.total):
        cells = [
            _in(
                "".join(
                    _right(_count(row.cells[column].questions if column in row.cells else 0), _CELL)
                    for column in table.columns
                    if column.type == type
                ),
                table,
                type,
            )
            for type in types
        ]
        sums = _right(str(row.total.questions), _SUM) + _right(language.marks(row.total.marks), _SUM)
        yield set_cell_size(_title(row, table, language), room - 1) + " " + "".join(cells) + (sums if is_last else "")


def span_lines(spans: Sequence[MarkSpan], topics: Mapping[str, str], language: Language) -> list[str]:
    """Return the least and the most marks of each topic, and which may go without; nothing where none are known."""
    if not spans:
        return []
    lines = [set_cell_size(language.say("compose.spans"), _LONGEST_TOPIC) + _right(language.say("column.least"), 8)]
    lines[0] += _right(language.say("column.most"), 8)
    for span in spans:
        about = "" if span.is_exact else language.say("compose.about")
        ends = (_right(f"{about}{language.marks(end)}", 8) for end in (span.least, span.most))
        lines.append(set_cell_size("  " * span.topic.count(".") + topics[span.topic], _LONGEST_TOPIC) + "".join(ends))
    bare = language.say("word.comma").join(topics[span.topic] for span in bare_leaves(spans))
    return [*lines, *([language.say("compose.bare", topics=bare)] if bare else [])]


def _in(text: str, table: BlueprintTable, type: str) -> str:
    return _right(text, _width(table, [type]))


def _title(row: BlueprintRow, table: BlueprintTable, language: Language) -> str:
    if row is table.total:
        return language.say("compose.sum")
    return "  " * row.depth + (row.title or language.say("compose.no_topic"))


def _count(count: int) -> str:
    return str(count) if count else "-"


def _right(text: str, width: int) -> str:
    return " " * max(width - cell_len(text), 0) + text


class TableScreen(Room[None]):
    """Shows a table until it is left."""

    CSS_PATH = "blueprint_table.tcss"
    GUIDE: ClassVar = "papers.compose"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f9,ctrl+s", "write", "compose.key_write"),
        HELP,
        Command("escape,enter,f3,ctrl+q", "leave", "key.back"),
        Command("down", "turn", back="up"),
        Command("pagedown", "turn(10)", back="pageup"),
    )

    def __init__(
        self, paper: Paper, table: BlueprintTable, spans: Sequence[MarkSpan], topics: Mapping[str, str]
    ) -> None:
        """`spans` are the marks of topics over all forms, `topics` has these topics' titles."""
        super().__init__()
        self._paper = paper
        self._table = table
        self._spans = spans
        self._topics = topics

    @classmethod
    async def show_for(cls, room: AnyRoom, composing: Composing, draft: PaperDraft) -> None:
        """Show the table of a draft over a screen, or say why there is none."""
        look = await asyncio.to_thread(composing.look, draft)
        if look.refused is not None:
            room.tell(room.language.error(look.refused))
        elif look.table is None:
            room.tell(room.say("compose.table_none" if draft.sections else "compose.table_empty"))
        else:
            spans = await asyncio.to_thread(composing.spans, draft)
            await room.app.push_screen_wait(cls(composing.paper(draft), look.table, spans, composing.topics))

    def compose(self) -> ComposeResult:
        yield Line(id="where", classes="title")
        yield Rule()
        with VerticalScroll(can_focus=False):
            yield TableText()
            yield Prose(id="note", classes="muted")
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('compose.table_title')} | {self._paper.title}")
        self._fit()
        self.query_one("#note", Prose).text = counted_on(self._paper, self.language)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Show the table as wide as there is room for."""
        room = max(self.size.width, SMALLEST[0]) - 4
        lines = full_lines(self._table, self.language, room)
        spans = span_lines(self._spans, self._topics, self.language)
        self.query_one(TableText).lines = (*lines, *(["", *spans] if spans else []))

    def action_turn(self, step: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_write(self) -> None:
        self.run_worker(self._write(), group="visit", exclusive=True)

    async def _write(self) -> None:
        saved = await save_typed(
            self,
            (self.say("compose.table_to"), self.say("compose.table_keys")),
            self._usual_path(),
            may_replace=partial(may_replace, self),
            write=self._put,
        )
        if saved is None:
            return
        written = self.say("compose.table_written", file=saved.wanted)
        self.tell(written if saved.written is None else self.language.error(saved.written))

    def _put(self, path: Path) -> QuizError | None:
        """Write the table; return why that could not be."""
        try:
            self.workplace.files.put(path, table_print_for(path.suffix)(self._paper, self._table, self.language))
        except QuizError as error:
            return error
        return None

    def _usual_path(self) -> Path:
        return Path.cwd() / f"{self._paper.id}-table.html"

    def action_leave(self) -> None:
        self.dismiss(None)
