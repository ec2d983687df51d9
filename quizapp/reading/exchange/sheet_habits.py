"""What the rows of one sheet say together: how options are parted, what numbers mean as types, keys and truths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.items import ITEM_TYPES
from quizapp.reading.exchange.question_fields import WrittenQuestion, are_truths, truth_word, type_of
from quizapp.reading.exchange.sheet_cells import key_by_text, key_letters, key_numbers
from quizapp.reading.exchange.source_question import Reason

_FEW = 5
"""Rows below which one key with several letters is no sign that its type is not 单选."""
_MANY = 0.2
"""Share of keys with several letters from which a type is 多选."""

Counting = Literal["", "one", "nought", "unclear"]


class SheetHabits(NamedTuple):
    """What numbers mean in a sheet."""

    types: Mapping[str, str | None] = MappingProxyType({})
    """Of a number in the type's column, the type; None where its rows contradict what it usually means."""
    counting: Counting = ""
    """How numbers in keys count options, where there are any."""
    truths: Mapping[str, str] = MappingProxyType({})
    """What a number says in the key of a 判断."""
    letters: frozenset[str] = frozenset()
    """Of the keys of questions without options."""
    has_keys: bool = False
    """Whether most questions have a key."""

    def remarks(self) -> Iterator[Reason]:
        """Give what is said of the sheet as a whole, where its numbers do not mean the usual."""
        for number, kind in sorted(self.types.items()):
            if kind is not None and kind != type_of(number):
                yield Reason("import-sheet-type-number", {"number": number, "type": ITEM_TYPES[kind].NAMES[0]})
        if self.truths and "2" in self.truths:
            yield Reason("import-sheet-truth-numbers")


def habits_of(rows: Sequence[WrittenQuestion]) -> SheetHabits:
    """Return what numbers mean in the rows of a sheet, as far as their options and keys say it."""
    types = _types(rows)
    of_truths = [row.key.strip() for row in rows if _kind(row, types) == "true_false" and row.key.strip().isdigit()]
    bare = "".join(key_letters(row.key) or "" for row in rows if not row.options and len(row.key) == 1)
    has_keys = sum(bool(row.key) for row in rows) * 2 > len(rows)
    return SheetHabits(types, _counting(rows), _truths(of_truths), frozenset(bare), has_keys)


def _kind(row: WrittenQuestion, types: Mapping[str, str | None]) -> str | None:
    written = row.type.strip()
    return types[written] if written in types else type_of(written) if written else None


def _types(rows: Sequence[WrittenQuestion]) -> dict[str, str | None]:
    grouped: defaultdict[str, list[WrittenQuestion]] = defaultdict(list)
    for row in rows:
        if row.type.strip().isdigit():
            grouped[row.type.strip()].append(row)
    if not any(row.options for group in grouped.values() for row in group):
        return {number: type_of(number) for number in grouped}
    shapes = {number: _shape(group) for number, group in grouped.items()}
    if all(_agrees(type_of(number), shapes[number], len(group)) for number, group in grouped.items()):
        return {number: type_of(number) for number in grouped}
    told = [shape for shape in shapes.values() if shape]
    if len(told) > len(set(told)):
        return dict.fromkeys(grouped)
    return {number: shape or _unless(type_of(number), told) for number, shape in shapes.items()}


def _unless(kind: str | None, others: Sequence[str]) -> str | None:
    return None if kind in others else kind


def _agrees(usual: str | None, shape: str | None, count: int) -> bool:
    if usual is None:
        return False
    is_choice = {usual, shape} == {"single_choice", "multiple_choice"}
    return shape is None or usual == shape or (is_choice and count < _FEW)


def _shape(rows: Sequence[WrittenQuestion]) -> str | None:
    """Return the type that all these rows have the shape of; None where that is none, or more than one."""
    with_options = [row for row in rows if row.options]
    truths = [row for row in rows if truth_word(row.key) is not None or row.key.strip() in ("0", "1", "2")]
    if all(are_truths(row.options) for row in with_options) and (with_options or len(truths) == len(rows)):
        return "true_false" if len(with_options) in (0, len(rows)) else None
    if len(with_options) < len(rows):
        return None
    several = sum(len(_letters(row)) > 1 for row in rows)
    if several > _MANY * len(rows):
        return "multiple_choice"
    return "single_choice" if several <= len(rows) * _MANY / 4 else None


def _letters(row: WrittenQuestion) -> str | list[int]:
    return key_letters(row.key) or key_by_text(row.key, row.options) or key_numbers(row.key)


def _counting(rows: Sequence[WrittenQuestion]) -> Counting:
    """Return how numbers count options: from one where the last is a key and nought is none, or the reverse."""
    found = [(row, numbers) for row in rows if row.options and (numbers := key_numbers(row.key))]
    numbered = [
        (numbers, len(row.options))
        for row, numbers in found
        if not are_truths(row.options) and key_by_text(row.key, row.options) is None
    ]
    if not numbered:
        return ""
    has_last = any(count in numbers for numbers, count in numbered)
    has_nought = any(0 in numbers for numbers, _ in numbered)
    if has_last == has_nought or any(number > count for numbers, count in numbered for number in numbers):
        return "unclear"
    return "one" if has_last else "nought" if len(numbered) >= _FEW else "unclear"


def _truths(keys: Sequence[str]) -> dict[str, str]:
    """Return what numbers mean as truths: 1 and 0, or 1 and 2 where both are there."""
    used = set(keys)
    if used and used <= {"1", "0"}:
        return {"1": "对", "0": "错"}
    return {"1": "对", "2": "错"} if used == {"1", "2"} else {}
