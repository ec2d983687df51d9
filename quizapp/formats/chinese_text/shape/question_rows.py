"""A table with a question in each row, as the lines of a text: told by its heads, 题目 and 答案 among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from quizapp.formats.chinese_text.lines import TextLine, line_of
from quizapp.reading.exchange.sheet_heads import find_heads

_LABELS: Mapping[str, str] = MappingProxyType(
    {"key": "答案", "rationale": "解析", "type": "题型", "difficulty": "难度", "topic": "知识点", "marks": "分值"}
)
"""The label of a line for each column that has one."""
_BREAK = re.compile(r"<br\s?/?>")
_RULE = re.compile(r"[\s|:+-]*-{2,}[\s|:+-]*$")
_PARTINGS = ("|||", "||", "\t", "|", "@@", "$$", "^")
"""What parts the cells of a row, the surer ones first."""
_FEWEST = 3
"""Columns of a table of questions."""


def heads_of(cells: Sequence[str]) -> list[str] | None:
    """Return what each column holds; None for a row that heads no questions."""
    found = find_heads([["".join(cell.split()).strip(":：") for cell in cells]])
    if found is None or "key" not in found.places:
        return None
    names = {place: _LABELS.get(name, name) for name, place in found.places.items()}
    names.update({place: letter for letter, place in found.options.items()})
    return [names.get(place, "") for place in range(len(cells))]


def lines_of_row(heads: Sequence[str], cells: Sequence[str], count: int) -> Iterator[str]:
    """Give a row's lines: its stem with a number, `count` where it has none, its options, and its labels."""
    told = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell}
    if "stem" not in told:
        yield "\t".join(cell for cell in cells if cell)
        return
    number = told.get("number", "").strip(".、 ")
    yield f"{number if number.isdecimal() else count}. {told['stem']}"
    yield from (f"{head}. {text}" for head, text in told.items() if len(head) == 1)
    if "option" in told:
        yield told["option"]
    labels = ("题型", "答案", "解析", "难度", "知识点", "分值")
    yield from (f"{label}：{told[label]}" for label in labels if label in told)
    yield from (cell for head, cell in zip(heads, cells, strict=False) if not head and cell)


def with_rows_as_lines(lines: list[TextLine], text: str) -> list[TextLine]:
    """Return lines with the rows of tables of questions as the lines that each would be in a text."""
    if not any(parting in text for parting in _PARTINGS):
        return lines
    done: list[TextLine] = []
    table: _Table | None = None
    for line in lines:
        made = table.lines_of(line) if table is not None else None
        if made is not None:
            done += made
            continue
        if (option := _option_of(line)) is not None:
            done.append(option)
            continue
        table = _table_from(line)
        done.append(line if table is None else line._replace(text=f"# {line.text}", copy=f"# {line.copy}", where=None))
    return done


_LETTER = re.compile(r"[A-Za-z]\s?[.、)）:：]?$")
_SIGNS = ("*", "√", "✓", "✔", "x")


def _option_of(line: TextLine) -> TextLine | None:
    """Return the option that a row of Markdown is, | * | a. | 甲 |, or noise for an empty one; None for another."""
    if not line.copy.startswith("|") or not line.copy.endswith("|"):
        return None
    cells = _cells(line.text, "|")
    filled = [cell for cell in cells if cell]
    if not filled or (len(cells) <= _FEWEST and _RULE.match(line.copy)):
        return line._replace(text="---", copy="---", where=None)
    place = next((at for at, cell in enumerate(cells) if _LETTER.match(cell) and cell not in _SIGNS), None)
    if place is None or len(cells) > _FEWEST or place + 1 >= len(cells) or not cells[place + 1]:
        return None
    tick = " √" if any(cell in _SIGNS for cell in cells) else ""
    letter = cells[place].rstrip(".、)）:： ").upper()
    return line_of(line.number, f"{letter}. {cells[place + 1]}{tick}", [])._replace(source=line.source)


class _Table:
    """Rows below the heads of a table of questions."""

    def __init__(self, parting: str, heads: Sequence[str]) -> None:
        self._parting = parting
        self._heads = heads
        self._count = 0

    def lines_of(self, line: TextLine) -> list[TextLine] | None:
        """Return the lines that a row makes, the row as it stands with the first of them; None behind the table."""
        if _RULE.match(line.copy):
            return [line._replace(text="---", copy="---", where=None)]
        cells = _cells(line.text, self._parting)
        if not _FEWEST <= len(cells) <= len(self._heads):
            return None
        self._count += 1
        texts = [part for text in lines_of_row(self._heads, cells, self._count) for part in _BREAK.split(text)]
        made = [line_of(line.number, text, []) for text in texts if text.strip()]
        return [each._replace(source=line.source if place == 0 else "") for place, each in enumerate(made)]


def _table_from(line: TextLine) -> _Table | None:
    """Return the table that a line is the heads of; None for another line."""
    if "答案" not in line.copy and "正确" not in line.copy and "nswer" not in line.copy:
        return None
    for parting in _PARTINGS:
        cells = _cells(line.text, parting) if parting in line.text else []
        heads = heads_of(cells) if len(cells) >= _FEWEST else None
        if heads is not None:
            return _Table(parting, heads)
    return None


def _cells(text: str, parting: str) -> list[str]:
    if parting == "|":
        text = text.strip().removeprefix("|").removesuffix("|")
    return [cell.strip() for cell in text.split(parting)]
