"""Pages as plain text, 76 cells wide: to be read anywhere, pasted into a chat, or printed on anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from quizapp.documents import page
from quizapp.documents.text_width import GROUP, TextHeading, lay_out, option_columns, width, wrapped

if TYPE_CHECKING:
    from quizapp.documents.page import Block, Pages

WIDE = 76
_INDENT = 4
_RULE = "-" * WIDE
_NUMBERED = 2
"""Numbered blanks on a line."""


def write(pages: Pages) -> bytes:
    """Return the pages as the bytes of a UTF-8 text file; a form feed begins what stands on a page of its own."""
    parts = ("\n".join(line for block in blocks for line in lines_of(block)) + "\n" for blocks in page.in_pages(pages))
    return "\n\f".join(parts).encode("utf-8", "replace")


def lines_of(block: Block) -> Iterator[str]:
    """Give a block's lines."""
    match block:
        case page.PageHead():
            yield from _head(block)
        case page.Heading():
            yield ""
            yield from wrapped(block.text + block.beside, WIDE)
        case page.TextBlock():
            yield from wrapped(block.text, WIDE)
        case page.Grid():
            heads = [TextHeading(f"{one.group} {one.head}".lstrip(), one.side == "right") for one in block.columns]
            yield from lay_out(heads, [row.cells for row in block.rows])
        case page.Chart():
            yield from wrapped(f"{block.title} {block.told}", WIDE)
        case page.ShortTexts():
            yield from wrapped("   ".join(block.texts), WIDE)
        case page.FactList():
            for label, fact in block.facts:
                yield from _hung(label, fact)
        case page.EntryList():
            yield from _entries(block)
        case page.SignatureLine():
            yield from ("", "    ".join(f"{label} {'_' * 12}" for label in block.labels))
        case page.ScoreBox():
            # Whoever marks on it has a printed page.
            pass
        case page.CandidateNotice():
            yield from _notice(block)
        case page.CaseMaterial():
            yield ""
            yield from wrapped(block.lead, WIDE)
            yield from _hung("", block.material, indent=2)
        case page.AskedQuestion():
            yield ""
            yield from _question(block)
        case page.AnswerBoxes():
            yield from _boxes(block)
        case page.AnswerSpace():
            yield from _room(block)
        case page.KeyNotes():
            yield from _hung(f"{block.number}.", block.answer)
            for note in block.notes:
                yield from _hung("", note)
        case page.PageSection():
            for inner in block.blocks:
                yield from lines_of(inner)
        case _:
            assert_never(block)


def _entries(block: page.EntryList) -> Iterator[str]:
    if block.entries:
        yield from ("", block.title)
    for entry in block.entries:
        yield from _hung("", entry, indent=2)


def _notice(block: page.CandidateNotice) -> Iterator[str]:
    yield block.label
    for number, line in enumerate(block.lines, 1):
        yield from _hung(f"{number}.", line)


def _head(head: page.PageHead) -> Iterator[str]:
    for words in (head.above, head.title, head.part, "  ".join(head.facts)):
        for line in wrapped(words, WIDE) if words else []:
            yield " " * ((WIDE - width(line)) // 2) + line
    yield ""
    if head.strip is not None and head.strip.is_needed:
        yield from wrapped("    ".join(f"{label} {value or '_' * 12}" for label, value in head.strip.fields), WIDE)
        yield _RULE


def _question(question: page.AskedQuestion) -> Iterator[str]:
    yield from _hung(f"{question.number}.", ("_" * 8).join(question.stem) + question.tail)
    for words in question.exhibit:
        yield from _hung("", words)
    for number, words in enumerate(question.left, 1):
        yield from _hung(f"{number}.", words, before=_INDENT)
    count = option_columns(question, WIDE - _INDENT)
    if count == 1:
        for letter, words in question.options:
            yield from _hung(f"{letter}.", words, before=_INDENT)
        return
    wide = (WIDE - _INDENT) // count
    cells = [f"{letter}. {words}" for letter, words in question.options]
    for start in range(0, len(cells), count):
        row = (cell + " " * (wide - width(cell)) for cell in cells[start : start + count])
        yield (" " * _INDENT + "".join(row)).rstrip()


def _boxes(boxes: page.AnswerBoxes) -> Iterator[str]:
    """Give rows of numbers, each with room for its letters, parted after every fifth as they are keyed in."""
    room = "_" * (3 if boxes.in_a_row > GROUP else 8)
    for numbers in boxes.by_row():
        row = [f"{number:>3}{room}" for number in numbers]
        groups = [row[first : first + GROUP] for first in range(0, len(row), GROUP)]
        yield "   ".join(" ".join(group) for group in groups)


def _room(space: page.AnswerSpace) -> Iterator[str]:
    lead = f"{space.number:>3} "
    match space.kind:
        case "blanks":
            yield from wrapped(lead + "  ".join(["_" * 16] * space.places), WIDE)
        case "order":
            yield lead + " ".join(["[  ]"] * space.places)
        case "pairs":
            yield from wrapped(lead + "  ".join(f"{place}[__]" for place in range(1, space.places + 1)), WIDE)
        case "cells":
            heads = [TextHeading(""), *map(TextHeading, space.columns)]
            rows = [(str(place), *["[  ]"] * len(space.columns)) for place in range(1, space.places + 1)]
            for number, line in enumerate(lay_out(heads, rows)):
                yield (" " * len(lead) if number else lead) + line
        case "places":
            for at, numbers in enumerate(space.by_line(_NUMBERED)):
                rooms = "  ".join(f"{place:>2} {'_' * 28}" for place in numbers)
                yield (lead if at == 0 else " " * len(lead)) + rooms
        case "number":
            yield lead + "_" * 16 + " " + space.tail
        case "lines":
            yield (lead + space.tail).rstrip()
            for _ in range(space.places):
                yield from ("", "    " + "_" * (WIDE - _INDENT))


def _hung(lead: str, words: str, *, before: int = 0, indent: int = _INDENT) -> Iterator[str]:
    """Give a text after its lead, every further line beneath its first."""
    wide = max(indent, width(lead) + (1 if lead else 0))
    first, *more = wrapped(words, WIDE - before - wide)
    yield (" " * before + lead + " " * (wide - width(lead)) + first).rstrip()
    yield from ((" " * (before + wide) + line).rstrip() for line in more)
