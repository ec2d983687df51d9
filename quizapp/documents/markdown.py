"""Pages as Markdown, for other programs: every text is escaped, so that it shows as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, assert_never

from quizapp.documents import page

if TYPE_CHECKING:
    from quizapp.documents.page import Block, Pages

_BLANK = "\\_" * 8
# Beside what Markdown takes for a sign anywhere: a list, a heading or a number where a line begins.
_SIGNS = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&$=^:@]")
_BREAK = "  \n"


def write(pages: Pages) -> bytes:
    """Return the pages as the bytes of a UTF-8 Markdown file."""
    parts = ("\n\n".join(text for block in blocks for text in _block(block)) for blocks in page.in_pages(pages))
    return ("\n\n---\n\n".join(parts) + "\n").encode("utf-8", "replace")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is, its lines kept."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], text.expandtabs(4)).replace("\n", _BREAK)


def _block(block: Block) -> Iterator[str]:
    """Give a block's paragraphs."""
    match block:
        case page.PageHead():
            yield from _head(block)
        case page.Heading():
            yield f"{'#' * block.level} {plain(block.text + block.beside)}"
        case page.TextBlock():
            yield plain(block.text)
        case page.Grid():
            yield _grid(block)
        case page.Chart():
            yield plain(f"{block.title}: {block.told}")
        case page.ShortTexts():
            yield plain("　".join(block.texts))
        case page.FactList():
            yield _BREAK.join(f"{plain(label)} {plain(fact)}" for label, fact in block.facts)
        case page.EntryList(entries=()):
            pass
        case page.EntryList():
            yield f"## {plain(block.title)}"
            yield "\n".join(f"- {plain(entry)}" for entry in block.entries)
        case page.SignatureLine():
            yield "　".join(f"{plain(label)} {_BLANK}" for label in block.labels)
        case page.ScoreBox():
            first, *others = block.rows
            yield _table((first, *block.sections), ([label, *[""] * len(block.sections)] for label in others))
        case page.CandidateNotice():
            lines = (f"{number}. {plain(line)}" for number, line in enumerate(block.lines, 1))
            yield f"**{block.label}**\n\n" + "\n".join(lines)
        case page.CaseMaterial():
            yield f"*{plain(block.lead)}*"
            yield "> " + plain(block.material).replace("\n", "\n> ")
        case page.AskedQuestion():
            yield _BREAK.join(_question(block))
        case page.AnswerBoxes():
            for row in block.by_row():
                yield _table(tuple(map(str, row)), ([" "] * len(row),))
        case page.AnswerSpace():
            yield _room(block)
        case page.KeyNotes():
            yield _BREAK.join([f"{_number(block.number)} {plain(block.answer)}", *map(plain, block.notes)])
        case page.PageSection():
            for inner in block.blocks:
                yield from _block(inner)
        case _:
            assert_never(block)


def _head(head: page.PageHead) -> Iterator[str]:
    if head.above:
        yield plain(head.above)
    yield f"# {plain(head.title)}" + (f" {head.part}" if head.part else "")
    if head.facts:
        yield plain("　".join(head.facts))
    if head.strip is not None and head.strip.is_needed:
        yield "　".join(f"{label} {plain(value) or _BLANK}" for label, value in head.strip.fields)


def _grid(grid: page.Grid) -> str:
    heads = tuple(plain(f"{column.group} {column.head}".lstrip()) for column in grid.columns)
    sides = tuple("---:" if column.side == "right" else ":---" for column in grid.columns)
    return _table(heads, (map(plain, row.cells) for row in grid.rows), sides)


def _table(heads: Sequence[str], rows: Iterable[Iterable[str]], sides: Sequence[str] = ()) -> str:
    lines = (heads, sides or ["---"] * len(heads), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(number: int) -> str:
    return f"**{number}\\.**"


def _question(question: page.AskedQuestion) -> Iterator[str]:
    stem = _BLANK.join(plain(part) for part in question.stem)
    yield f"{_number(question.number)} {stem}{plain(question.tail)}"
    yield from map(plain, question.exhibit)
    for number, words in enumerate(question.left, 1):
        yield f"{number}\\. {plain(words)}"
    for letter, words in question.options:
        yield f"{letter}\\. {plain(words)}"


def _room(space: page.AnswerSpace) -> str:
    lead = f"{_number(space.number)} "
    match space.kind:
        case "blanks":
            return lead + "　".join([_BLANK] * space.places)
        case "order":
            return lead + " ".join(["□"] * space.places)
        case "pairs":
            return lead + "　".join(f"{place} □" for place in range(1, space.places + 1))
        case "cells":
            heads = (_number(space.number), *map(plain, space.columns))
            return _table(heads, ((str(place), *[" "] * len(space.columns)) for place in range(1, space.places + 1)))
        case "places":
            return _BREAK.join([lead, *(f"{place} {_BLANK * 3}" for place in range(1, space.places + 1))])
        case "number":
            return f"{lead}{_BLANK} {plain(space.tail)}"
        case "lines":
            return _BREAK.join([lead + plain(space.tail), *[_BLANK * 5] * space.places])
