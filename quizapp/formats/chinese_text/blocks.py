"""Lines in blocks: a section of questions, or keys behind a heading; and what lines of keys say, such as 1-5 BCADC."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeAlias

from quizapp.formats.chinese_text.line_classes import ClassedLine, label_at, name_of, number_of
from quizapp.reading.exchange.source_question import KeyPlace

_TRUTH = "正确|错误|对|错|是|否|[√×✓✗✔✘✅❌]"
_RANGE = re.compile(r"[(\[【第]?\s?(\d{1,5})\s?[-~—–至到]{1,2}\s?(\d{1,5})\s?题?\s?[)\]】]?\s?题?\s?[:.、)]?\s*")
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


class LineKey(NamedTuple):
    """What a line says of one number."""

    number: int
    text: str
    """"" where the line does not tell whose keys are whose."""
    start: int
    """Where the text stands in the line's copy; -1 where it is put together."""
    is_prose: bool = False
    """Whether the following lines may go on with it."""
    is_boxed: bool = False


def keys_of(copy: str) -> list[LineKey] | None:
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


def _ranges(copy: str) -> list[LineKey] | None:
    if _RANGE.match(copy) is None:
        return None
    keys: list[LineKey] = []
    found = list(_runs(copy))
    for place, one in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(copy)
        first, last = int(one[1]), int(one[2])
        other = _OTHER.search(copy, one.end(), end)
        stop = end if other is None else other.start()
        texts = _parted(copy[one.end() : stop], last - first + 1)
        keys += [LineKey(number, text, -1) for number, text in zip(range(first, last + 1), texts, strict=True)]
        # 1-5 BCADC 6. √: single ones may stand behind.
        rest = copy[stop:end].strip()
        keys += [key._replace(start=-1, is_prose=False) for key in _pairs(rest) or _numbered(rest) or ()]
    return keys or None


def _runs(copy: str) -> Iterator[re.Match[str]]:
    for one in _RANGE.finditer(copy):
        is_parted = one.start() == 0 or not copy[one.start() - 1].isdigit()
        if is_parted and 0 <= int(one[2]) - int(one[1]) < _MOST:
            yield one


def _parted(text: str, count: int) -> list[str]:
    """Return the keys of so many questions; "" for each where they are not that many."""
    parts = [part for part in _PARTING.split(text) if part]
    if len(parts) == count:
        return [part.strip("()") for part in parts]
    ones = _ONE.findall(text)
    is_all = "".join(ones) == "".join(parts).replace("(", "").replace(")", "")
    return ones if is_all and len(ones) == count else [""] * count


def _pairs(copy: str) -> list[LineKey] | None:
    """Return pairs of numbers and keys, where a line is nothing else."""
    keys: list[LineKey] = []
    place = 0
    while place < len(copy):
        found = _PAIR.match(copy, place)
        if found is None:
            return None
        keys.append(LineKey(int(found[1]), found[2], found.start(2)))
        place = found.end()
    return keys or None


def _numbered(copy: str) -> list[LineKey] | None:
    """Return a number with the text behind it, and those that run on behind blanks."""
    found = _NUMBERED.match(copy)
    if found is None:
        return None
    keys: list[LineKey] = []
    while found is not None:
        number = int(found[1] or found[2] or found[3])
        is_boxed = found[2] is not None
        following = _following(copy, found.end(), number + 1, is_boxed)
        end = len(copy) if following is None else following.start()
        keys.append(LineKey(number, copy[found.end() : end].strip(), found.end(), True, is_boxed))
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


_KEYS = re.compile(r"\(?\d{1,5}\s?(?:[-~—–至到]|[.、:)]|[A-Za-z√×对错]|\s)|题号")
_INLINE = re.compile(
    r"\d{1,5}\s?[-~—–至到]{1,2}\s?\d{1,5}\s?题?\s?[:.、)]?\s*[A-Za-z√×对错]"
    r"|\d{1,4}\s?[.、:)]\s?[A-Za-z√×对错正]{1,10}[\s,;、]+\d{1,4}\s?[.、:)]\s?[A-Za-z√×对错正]"
)


Chunk: TypeAlias = tuple[ClassedLine | None, list[ClassedLine]]
"""A heading, and the lines below it."""


_INSIDE = ("option", "number", "noise", "heading", "key")
"""Lines that head nothing."""


class LineBlock(NamedTuple):
    """Lines that belong together, with the line that heads them."""

    is_keys: bool
    heading: ClassedLine | None
    lines: Sequence[ClassedLine]
    is_within: bool = False
    """Whether its heading is but one within the answers before it: 标准答案 below 题目1."""


def key_blocks_of(lines: Sequence[ClassedLine]) -> list[LineBlock]:
    """Return the blocks of a text that is nothing but keys."""
    return [LineBlock(True, heading, body) for heading, body in _chunks(lines) if heading is not None or body]


def blocks_of(lines: Sequence[ClassedLine], key_place: KeyPlace = "") -> list[LineBlock]:
    """Return the blocks of a text, in its order. `key_place` is where somebody says that its keys stand."""
    chunks = [part for chunk in _chunks(lines) for part in _parted_at_chapter(chunk)]
    if key_place in ("below", "inside"):
        return [LineBlock(False, heading, body) for heading, body in chunks]
    may_be = [_may_be_keys(heading, body) for heading, body in chunks]
    heads: list[bool] = []
    asked: set[int] = set()
    repeated = _repeated_heads(chunks)
    for place, (_, body) in enumerate(chunks):
        heading = chunks[place][0]
        is_told = key_place == "end" and heading is not None and heading.kind == "keys"
        is_repeated = heading is not None and heading.line.copy in repeated
        heads.append(is_told or (not is_repeated and _heads_keys(chunks, may_be, place, asked)))
        if not heads[-1]:
            asked.update(_numbers(body))
    blocks: list[LineBlock] = []
    for place, (heading, body) in enumerate(chunks):
        is_section = heading is not None and heading.kind == "section"
        # A section below keys has keys too, unless it has options, or keys of its own below it.
        # Headings of chapters alone stand between the keys of one and those of the next.
        is_between = heading is None and place + 1 < len(chunks) and heads[place + 1]
        is_on = is_section or (is_between and bool(body) and all(one.kind == "heading" for one in body))
        if heading is not None and heading.kind == "keys" and _is_within_answers(blocks, heading):
            blocks.append(LineBlock(True, heading, body, is_within=True))
            continue
        is_keys = heads[place] or (is_on and bool(blocks) and blocks[-1].is_keys and may_be[place])
        if is_keys and heading is not None and heading.kind == "label" and not may_be[place]:
            # 答案：1.A 2.B has its keys behind it, and the next questions below.
            blocks += [LineBlock(True, heading, ()), LineBlock(False, None, body)]
        else:
            blocks.append(LineBlock(is_keys, heading, body))
    return blocks


def _repeated_heads(chunks: Sequence[Chunk]) -> AbstractSet[str]:
    """Return headings 正确答案： that stand below question after question, whose answers count their blanks."""
    found = [
        heading.line.copy
        for heading, body in chunks
        if heading is not None and heading.kind == "keys" and heading.section is None and _is_boxed(body)
    ]
    return {copy for copy, times in Counter(found).items() if times >= _OFTEN}


_OFTEN = 3


def _is_boxed(body: Sequence[ClassedLine]) -> bool:
    first = _first_below(body)
    return first.startswith("(1)")


def _is_within_answers(blocks: Sequence[LineBlock], heading: ClassedLine) -> bool:
    """Return whether a title of Markdown stands deeper than those of the answers that go on before it."""
    outer = next((block.heading for block in reversed(blocks) if block.is_keys and not block.is_within), None)
    if outer is None or not blocks[-1].is_keys or not outer.line.copy.startswith("#"):
        return False
    return depth_of(heading.line.copy) > depth_of(outer.line.copy)


def depth_of(copy: str) -> int:
    """Return how deep a title of Markdown is; 0 for what is none."""
    return len(copy) - len(copy.lstrip("#"))


def inline_keys(copy: str) -> int:
    """Return where keys begin behind a heading on its line; 0 where there are none."""
    found = _INLINE.search(copy)
    return 0 if found is None else found.start()


def _chunks(lines: Sequence[ClassedLine]) -> list[Chunk]:
    """Return the lines parted at headings of sections and of keys."""
    chunks: list[Chunk] = [(None, [])]
    for one in lines:
        heading, body = chunks[-1]
        if one.kind == "heading" and heading is not None and heading.kind == "label":
            chunks.append((None, [one]))
            continue
        if one.kind in _INSIDE and (heading is None or heading.kind != "text"):
            body.append(one)
            continue
        is_table = _is_table(one) and (heading is None or heading.kind == "section")
        # Behind questions a line of ranges heads itself; below a section of keys it is one of them.
        is_asked = heading is None or (heading.kind == "section" and body and body[-1].kind not in ("text", "noise"))
        is_table = is_table or ((is_asked or (heading is not None and heading.kind == "text")) and _is_range(one))
        if is_table or one.kind in ("section", "keys") or (one.kind == "label" and _is_inline(one)):
            chunks.append((one, []))
        elif heading is not None and heading.kind == "text" and cells_of(one.line.copy) is None:
            # A table of keys ends with its last line.
            chunks.append((None, [one]))
        else:
            body.append(one)
    return chunks


def _parted_at_chapter(chunk: Chunk) -> list[Chunk]:
    """Return keys and the questions of the next chapter as two chunks, where no section parts them."""
    heading, body = chunk
    if heading is None or heading.kind not in ("section", "keys") or _may_be_keys(heading, body):
        return [chunk]
    place = next((place for place, one in enumerate(body) if one.kind == "heading"), 0)
    keys = body[:place]
    if not keys or not _may_be_keys(heading, keys) or any(keys_of(one.line.copy) is None for one in keys):
        return [chunk]
    return [(heading, keys), (None, body[place:])]


def _is_inline(one: ClassedLine) -> bool:
    """Return whether a line 答案：1-5 BCADC has keys of several questions behind its label."""
    copy = one.line.copy
    found = one.found if one.found is not None else label_at(copy)
    if found is None or not copy[found.end() : found.end() + 1].isdigit():
        return False
    return name_of(found) == "key" and _INLINE.match(copy, found.end()) is not None


def _is_table(one: ClassedLine) -> bool:
    """Return whether a line is the 题号 of a table of keys."""
    if one.kind != "text" or one.line.copy[0] not in "题序|":
        return False
    cells = cells_of(one.line.copy)
    return cells is not None and are_numbers(cells)


def _first_below(body: Sequence[ClassedLine]) -> str:
    """Return the first line that is neither a chapter's heading nor noise; "" where there is none."""
    return next((one.line.copy for one in body if one.kind not in ("heading", "noise")), "")


def _is_range(one: ClassedLine) -> bool:
    """Return whether a line is keys of several questions, 1-5 ABCDE, though no heading says so."""
    copy = one.line.copy
    if one.kind != "text" or (first := _RANGE.match(copy)) is None:
        return False
    count = int(first[2]) - int(first[1]) + 1
    if not _FEWEST <= count < _MOST:
        return False
    # The first range speaks for the line, which may have as many as it has room for.
    ends = [found.start() for sign in (_RANGE, _OTHER) if (found := sign.search(copy, first.end())) is not None]
    texts = _parted(copy[first.end() : min(ends, default=len(copy))], count)
    return all(_ONE.match(text) is not None for text in texts)


_FEWEST = 2
"""Questions whose keys stand in a range that heads itself."""


def _numbers(body: Sequence[ClassedLine]) -> list[int]:
    return [number_of(one.found)[0] for one in body if one.kind == "number" and one.found is not None]


def _heads_keys(chunks: Sequence[Chunk], may_be: Sequence[bool], place: int, asked: AbstractSet[int]) -> bool:
    """Return whether the keys of several questions follow a heading. `asked` are the numbers above it."""
    heading, body = chunks[place]
    if heading is None or heading.kind == "section":
        return False
    if heading.kind in ("label", "text"):
        return True
    if (
        heading.section is not None
        and heading.found is not None
        and _KEYS.match(heading.line.copy, heading.found.end())
    ):
        return True
    if not body:
        # Keys under headings of sections of their own.
        behind = chunks[place + 1][0] if place + 1 < len(chunks) else None
        return behind is not None and behind.kind == "section" and may_be[place + 1]
    numbers = _numbers(body)
    if heading.section is not None and numbers and body[0].kind == "number":
        return all(number in asked for number in numbers[:1])  # 填空题解答, and answers with heads of their own
    first = _first_below(body)
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
    is_of_questions = not numbers or 2 * sum(number in asked for number in numbers) > len(numbers)
    return is_of_questions and not is_among_answers


def _may_be_keys(heading: ClassedLine | None, body: Sequence[ClassedLine]) -> bool:
    """Return whether lines are keys alone, as there is neither an option nor a labelled key among them."""
    if not body:
        return heading is not None and inline_keys(heading.line.copy) > 0
    return not any(
        one.kind == "option" or (one.kind == "label" and one.found is not None and name_of(one.found) == "key")
        for one in body
    )
