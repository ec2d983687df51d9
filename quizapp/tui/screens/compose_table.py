"""The 双向细目表 on screen: topics down, types and levels across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.domain.composing.table import Row, Table
    from quizapp.language import Language

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


def short_lines(table: Table, language: Language, width: int) -> list[str]:
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


def full_lines(table: Table, language: Language, width: int) -> list[str]:
    """Return all of the table; types that find no room beside the others stand beneath, in a table of their own."""
    lines: list[str] = []
    groups = list(_fitting(table, width))
    widest = max((_width(table, types) for types in groups), default=0)
    room = max(_TOPIC, min(width - widest - 2 * _SUM, _LONGEST_TOPIC))
    for types in groups:
        lines += [*([""] if lines else []), *_block(table, types, language, room, is_last=types[-1] == table.types[-1])]
    return lines


def _fitting(table: Table, width: int) -> Iterator[tuple[str, ...]]:
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


def _width(table: Table, types: Sequence[str]) -> int:
    return sum(max(_CELL * len(table.levels_of(type)), 5) + 1 for type in types)


def _block(table: Table, types: Sequence[str], language: Language, room: int, *, is_last: bool) -> Iterator[str]:
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


def _in(text: str, table: Table, type: str) -> str:
    return _right(text, _width(table, [type]))


def _title(row: Row, table: Table, language: Language) -> str:
    if row is table.total:
        return language.say("compose.sum")
    return "  " * row.depth + (row.title or language.say("compose.no_topic"))


def _count(count: int) -> str:
    return str(count) if count else "-"


def _right(text: str, width: int) -> str:
    return " " * max(width - cell_len(text), 0) + text
