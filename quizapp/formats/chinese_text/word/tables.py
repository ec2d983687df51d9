"""Tables: one of 题号 and 答案 as keys, any other row by row, and doubted where it is within a question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.formats.chinese_text.lines import Line, line_of
from quizapp.reading.source_question import Reason, Remark

_NUMBER_HEADS = ("题号", "序号")
_KEY_HEADS = ("答案", "参考答案", "正确答案")
_FEWEST = 2


class Row(NamedTuple):
    """One row of a table, its cells' texts on one line each."""

    number: int
    cells: tuple[str, ...]
    doubts: tuple[Reason, ...] = ()


def table_lines(rows: Sequence[Row], remarks: list[Remark]) -> list[Line]:
    """Return a table's lines: of keys as 题号 1 2 3 and 答案 B C A, else a line for each row, which is doubted."""
    across = _as_keys(rows)
    if across is not None:
        return [line_of(number, "\t".join(cells), remarks) for number, cells in across]
    lines = [(line_of(row.number, "\t".join(cell for cell in row.cells if cell), remarks), row) for row in rows]
    doubt = Reason("import-table")
    return [line._replace(doubts=(*line.doubts, *row.doubts, doubt)) for line, row in lines if line.text]


def _as_keys(rows: Sequence[Row]) -> list[tuple[int, tuple[str, ...]]] | None:
    """Return the rows of a table of keys with 题号 and 答案 in front; None for another table."""
    filled = [row for row in rows if any(row.cells)]
    if len(filled) < _FEWEST:
        return None
    heads = [_head(cell) for cell in filled[0].cells]
    if len(heads) >= _FEWEST and heads[0] in _NUMBER_HEADS and heads[1] in _KEY_HEADS:
        # Written down the page, maybe in several pairs of columns.
        return _down(filled, heads)
    firsts = [_head(row.cells[0]) for row in filled]
    is_across = all(first in (*_NUMBER_HEADS, *_KEY_HEADS) for first in firsts) and firsts[0] in _NUMBER_HEADS
    return [(row.number, row.cells) for row in filled] if is_across else None


def _down(rows: Sequence[Row], heads: Sequence[str]) -> list[tuple[int, tuple[str, ...]]] | None:
    numbers, keys = ["题号"], ["答案"]
    for place in range(0, len(heads) - 1, 2):
        if heads[place] not in _NUMBER_HEADS or heads[place + 1] not in _KEY_HEADS:
            return None
        pairs = [row.cells[place : place + 2] for row in rows[1:] if len(row.cells) > place + 1]
        numbers += [pair[0] for pair in pairs]
        keys += [pair[1] for pair in pairs]
    return [(rows[0].number, tuple(numbers)), (rows[1].number, tuple(keys))]


def _head(cell: str) -> str:
    return "".join(cell.split()).strip(":：")
