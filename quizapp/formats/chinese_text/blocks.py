"""Lines in blocks: a section of questions, or keys behind a heading; a line 答案 that heads none is told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeAlias

from quizapp.formats.chinese_text.classes import Classed, number_of
from quizapp.formats.chinese_text.key_lines import are_numbers, cells_of, keys_of
from quizapp.formats.chinese_text.labels import label_at, name_of

_KEYS = re.compile(r"\(?\d{1,5}\s?(?:[-~—–至到]|[.、:)]|[A-Za-z√×对错]|\s)|题号")
_INLINE = re.compile(
    r"\d{1,5}\s?[-~—–至到]{1,2}\s?\d{1,5}\s?题?\s?[:.、)]?\s*[A-Za-z√×对错]"
    r"|\d{1,4}\s?[.、:)]\s?[A-Za-z√×对错正]{1,10}[\s,;、]+\d{1,4}\s?[.、:)]\s?[A-Za-z√×对错正]"
)


Chunk: TypeAlias = tuple[Classed | None, list[Classed]]
"""A heading, and the lines below it."""


_INSIDE = ("option", "number", "noise")
"""Lines that head nothing."""


class Block(NamedTuple):
    """Lines that belong together, with the line that heads them."""

    is_keys: bool
    heading: Classed | None
    lines: Sequence[Classed]


def blocks_of(lines: Sequence[Classed]) -> list[Block]:
    """Return the blocks of a text, in its order."""
    chunks = _chunks(lines)
    may_be = [_may_be_keys(heading, body) for heading, body in chunks]
    heads: list[bool] = []
    asked: set[int] = set()
    for place, (_, body) in enumerate(chunks):
        heads.append(_heads_keys(chunks, may_be, place, asked))
        if not heads[-1]:
            asked.update(_numbers(body))
    last = max((place for place, is_so in enumerate(heads) if is_so), default=-1)
    blocks: list[Block] = []
    for place, (heading, body) in enumerate(chunks):
        is_section = heading is not None and heading.kind == "section"
        # A section below keys has keys too, unless it has options, or keys of its own below it.
        is_keys = heads[place] or (is_section and place > last >= 0 and blocks[-1].is_keys and may_be[place])
        blocks.append(Block(is_keys, heading, body))
    return blocks


def inline_keys(copy: str) -> int:
    """Return where keys begin behind a heading on its line; 0 where there are none."""
    found = _INLINE.search(copy)
    return 0 if found is None else found.start()


def _chunks(lines: Sequence[Classed]) -> list[Chunk]:
    """Return the lines parted at headings of sections and of keys."""
    chunks: list[Chunk] = [(None, [])]
    for one in lines:
        heading, body = chunks[-1]
        if one.kind in _INSIDE and (heading is None or heading.kind != "text"):
            body.append(one)
            continue
        is_table = _is_table(one) and (heading is None or heading.kind == "section")
        if is_table or one.kind in ("section", "keys") or (one.kind == "label" and _is_inline(one)):
            chunks.append((one, []))
        elif heading is not None and heading.kind == "text" and cells_of(one.line.copy) is None:
            # A table of keys ends with its last line.
            chunks.append((None, [one]))
        else:
            body.append(one)
    return chunks


def _is_inline(one: Classed) -> bool:
    """Return whether a line 答案：1-5 BCADC has keys of several questions behind its label."""
    copy = one.line.copy
    found = one.found if one.found is not None else label_at(copy)
    return found is not None and name_of(found) == "key" and _INLINE.match(copy, found.end()) is not None


def _is_table(one: Classed) -> bool:
    """Return whether a line is the 题号 of a table of keys."""
    if one.kind != "text" or one.line.copy[0] not in "题序|":
        return False
    cells = cells_of(one.line.copy)
    return cells is not None and are_numbers(cells)


def _numbers(body: Sequence[Classed]) -> list[int]:
    return [number_of(one.found)[0] for one in body if one.kind == "number" and one.found is not None]


def _heads_keys(chunks: Sequence[Chunk], may_be: Sequence[bool], place: int, asked: AbstractSet[int]) -> bool:
    """Return whether the keys of several questions follow a heading. `asked` are the numbers above it."""
    heading, body = chunks[place]
    if heading is None or heading.kind == "section":
        return False
    if heading.kind in ("label", "text"):
        return True
    if not body:
        # Keys under headings of sections of their own.
        behind = chunks[place + 1][0] if place + 1 < len(chunks) else None
        return behind is not None and behind.kind == "section" and may_be[place + 1]
    first = body[0].line.copy
    if not may_be[place] or _KEYS.match(first) is None:
        return False
    keys = keys_of(first)
    # Answers that count their points stand below a 答案 each; keys have one for all, or one for each section.
    is_among_answers = any(
        0 <= other < len(chunks) and (near := chunks[other][0]) is not None and near.kind == "keys"
        for other in (place - 1, place + 1)
    )
    if keys is None or not keys[0].is_prose:
        return True
    numbers = _numbers(body)
    is_of_questions = not numbers or 2 * sum(number in asked for number in numbers) > len(numbers)
    return is_of_questions and not is_among_answers


def _may_be_keys(heading: Classed | None, body: Sequence[Classed]) -> bool:
    """Return whether lines are keys alone, as there is neither an option nor a labelled key among them."""
    if not body:
        return heading is not None and inline_keys(heading.line.copy) > 0
    return not any(
        one.kind == "option" or (one.kind == "label" and one.found is not None and name_of(one.found) == "key")
        for one in body
    )
