"""A table with a question in each row, as the lines of a text: told by its heads, 题目 and 答案 among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("题目", "题干", "试题", "题目内容", "试题内容", "问题", "内容"), "stem"),
        **dict.fromkeys(("答案", "正确答案", "参考答案", "标准答案"), "答案"),
        **dict.fromkeys(("解析", "答案解析", "试题解析"), "解析"),
        **dict.fromkeys(("题型", "题目类型", "试题类型"), "题型"),
        **dict.fromkeys(("难度", "难易度", "难易程度"), "难度"),
        **dict.fromkeys(("知识点", "考点"), "知识点"),
        **dict.fromkeys(("分值", "分数"), "分值"),
        **dict.fromkeys(("选项", "备选项", "备选答案", "题目选项"), "options"),
        **dict.fromkeys(("题号", "序号", "编号"), "number"),
    }
)
_LETTER = re.compile(r"(?:选项|答案)?\s?([A-Ha-h])(?:选项|项)?$")


def heads_of(cells: Sequence[str]) -> list[str] | None:
    """Return what each column holds; None for a row that heads no questions."""
    heads = [_head("".join(cell.split()).strip(":：")) for cell in cells]
    return heads if "stem" in heads and "答案" in heads else None


def _head(cell: str) -> str:
    letter = _LETTER.match(cell)
    return letter[1].upper() if letter is not None else _LABELS.get(cell, "")


def lines_of_row(heads: Sequence[str], cells: Sequence[str], count: int) -> Iterator[str]:
    """Give a row's lines: its stem with a number, `count` where it has none, its options, and its labels."""
    told = {head: cell for head, cell in zip(heads, cells, strict=False) if head and cell}
    if "stem" not in told:
        yield "\t".join(cell for cell in cells if cell)
        return
    number = told.get("number", "").strip(".、 ")
    yield f"{number if number.isdecimal() else count}. {told['stem']}"
    yield from (f"{head}. {text}" for head, text in told.items() if len(head) == 1)
    if "options" in told:
        yield told["options"]
    labels = ("题型", "答案", "解析", "难度", "知识点", "分值")
    yield from (f"{label}：{told[label]}" for label in labels if label in told)
    yield from (cell for head, cell in zip(heads, cells, strict=False) if not head and cell)
