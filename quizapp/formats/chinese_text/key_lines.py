"""Lines of keys: 1-5 BCADC, 1.B 2、AC 3．D, 17. 文字, and tables of 题号 and 答案."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_TRUTH = "正确|错误|对|错|是|否|[√×✓✗✔✘✅❌]"
_RANGE = re.compile(r"\(?(\d{1,5})\s?[-~—–至到]{1,2}\s?(\d{1,5})\)?\s?题?\s?[:.、)]?\s*")
_PAIR = re.compile(
    rf"(?:第\s?)?\(?(\d{{1,5}})\)?\s?题?\s?[.、:)\-]?\s?"
    rf"((?:[A-Za-z](?:[,;/、 ]?[A-Za-z])*|{_TRUTH})(?![A-Za-z]))[\s,;。.、]*"
)
_NUMBERED = re.compile(
    r"(?:(\d{1,5})\s?\\?(?:\.(?!\d)|[、:)])|\((\d{1,5})\)\s?[.、:]?|第\s?(\d{1,5})\s?题\s?[.、:]?)\s*"
)
_OTHER = re.compile(r"(?<=[\s,;；])\d{1,5}\s?[.、:)]")
_ONE = re.compile(rf"[A-Za-z]|{_TRUTH}")
_PARTING = re.compile(r"[\s,;、。|]+")
_LONGEST = 5
"""Digits of a question's number."""
_MOST = 500
"""Questions in one range; a wider one is no range of numbers."""


class Key(NamedTuple):
    """What a line says of one number."""

    number: int
    text: str
    """"" where the line does not tell whose keys are whose."""
    start: int
    """Where the text stands in the line's copy; -1 where it is put together."""
    is_prose: bool = False
    """Whether the following lines may go on with it."""
    is_boxed: bool = False


def keys_of(copy: str) -> list[Key] | None:
    """Return the keys of a line by its copy, in its order; None where it has none."""
    if (ranges := _ranges(copy)) is not None:
        return ranges
    if (pairs := _pairs(copy)) is not None:
        return pairs
    return _numbered(copy)


def cells_of(copy: str) -> list[str] | None:
    """Return the cells behind the head of a table's line, 题号 or 答案; None for another line."""
    cells = [cell.strip() for cell in re.split(r"[|\t]", copy.strip("| "))]
    if len(cells) < 2:
        cells = copy.split()
    is_table = len(cells) > 1 and cells[0].strip(": ") in ("题号", "答案", "参考答案", "序号")
    return cells[1:] if is_table else None


def are_numbers(cells: Sequence[str]) -> bool:
    """Return whether a table's cells are numbers of questions."""
    return all((number := cell.rstrip(".")).isdecimal() and len(number) <= _LONGEST for cell in cells if cell)


def _ranges(copy: str) -> list[Key] | None:
    if _RANGE.match(copy) is None:
        return None
    keys: list[Key] = []
    found = list(_runs(copy))
    for place, one in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(copy)
        first, last = int(one[1]), int(one[2])
        other = _OTHER.search(copy, one.end(), end)
        stop = end if other is None else other.start()
        texts = _parted(copy[one.end() : stop], last - first + 1)
        keys += [Key(number, text, -1) for number, text in zip(range(first, last + 1), texts, strict=True)]
        # 1-5 BCADC 6. √: single ones may stand behind.
        rest = copy[stop:end].strip()
        keys += [key._replace(start=-1, is_prose=False) for key in _pairs(rest) or _numbered(rest) or ()]
    return keys or None


def _runs(copy: str) -> Iterator[re.Match[str]]:
    for one in _RANGE.finditer(copy):
        is_parted = one.start() == 0 or not copy[one.start() - 1].isdigit()
        if is_parted and 0 < int(one[2]) - int(one[1]) < _MOST:
            yield one


def _parted(text: str, count: int) -> list[str]:
    """Return the keys of so many questions; "" for each where they are not that many."""
    parts = [part for part in _PARTING.split(text) if part]
    if len(parts) == count:
        return parts
    ones = _ONE.findall(text)
    is_all = "".join(ones) == "".join(parts)
    return ones if is_all and len(ones) == count else [""] * count


def _pairs(copy: str) -> list[Key] | None:
    """Return pairs of numbers and keys, where a line is nothing else."""
    keys: list[Key] = []
    place = 0
    while place < len(copy):
        found = _PAIR.match(copy, place)
        if found is None:
            return None
        keys.append(Key(int(found[1]), found[2], found.start(2)))
        place = found.end()
    return keys or None


def _numbered(copy: str) -> list[Key] | None:
    """Return a number with the text behind it, and those that run on behind blanks."""
    found = _NUMBERED.match(copy)
    if found is None:
        return None
    keys: list[Key] = []
    while found is not None:
        number = int(found[1] or found[2] or found[3])
        is_boxed = found[2] is not None
        following = _following(copy, found.end(), number + 1, is_boxed)
        end = len(copy) if following is None else following.start()
        keys.append(Key(number, copy[found.end() : end].strip(), found.end(), True, is_boxed))
        found = following
    return keys


def _following(copy: str, start: int, number: int, is_boxed: bool) -> re.Match[str] | None:
    sign = f"({number})" if is_boxed else str(number)
    place = copy.find(sign, start)
    while place != -1:
        found = _NUMBERED.match(copy, place)
        if found is not None and place and copy[place - 1].isspace() and (found[1] or found[2]) == str(number):
            return found
        place = copy.find(sign, place + 1)
    return None
