"""What stands on papers, answer sheets and keys alone, as HTML: questions, room for answers, their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizapp.documents import page
from quizapp.documents.line_layout import GROUP, option_columns
from quizapp.documents.web_parts import element, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.documents.page import QuestionBlock, SealedStrip

_BLANK = '<span class="blank"></span>'
_LONG_BLANK = '<span class="long blank"></span>'
_BOX = '<span class="box"></span>'
_LINE = 82
"""Cells of the type area beside a question's number, at the size the style sheet sets."""


def sealed_strip(strip: SealedStrip) -> str:
    """Return the strip at the side of a page."""
    fields = [
        element("span", text(label), "label") + element("span", text(value), "field") for label, value in strip.fields
    ]
    seal = element("div", element("span", text(strip.seal)), "seal")
    return element("aside", element("div", element("div", "".join(fields), "who") + seal, "turned"), "strip")


def asked(block: QuestionBlock) -> str:
    """Return one of these blocks."""
    match block:
        case page.ScoreBox():
            first, *others = block.rows
            rows = _row(first, block.sections), *(_row(label, [""] * len(block.sections)) for label in others)
            return element("table", "".join(rows), "scores")
        case page.CandidateNotice():
            lines = element("ol", "".join(element("li", text(line)) for line in block.lines))
            return element("div", element("b", text(block.label)) + lines, "notice")
        case page.CaseMaterial():
            return element("p", text(block.lead), "case-lead") + "\n" + element("div", text(block.material), "case")
        case page.AskedQuestion():
            return _numbered(block.number, element("p", _stem(block), "stem") + _choices(block))
        case page.AnswerBoxes():
            return "\n".join(_boxes(block))
        case page.AnswerSpace(kind="lines"):
            lead = element("p", _number(block.number) + text(block.tail), "before-lines")
            return lead + '<div class="line"></div>' * block.places
        case page.AnswerSpace():
            return _numbered(block.number, _room(block), "answer")
        case page.KeyNotes():
            notes = "".join(element("p", text(note)) for note in block.notes)
            return _numbered(block.number, element("p", element("b", text(block.answer))) + notes)
        case _:
            assert_never(block)


def _row(label: str, cells: Sequence[str]) -> str:
    inner = element("th", text(label)) + "".join(element("td", text(cell)) for cell in cells)
    return element("tr", inner)


def _numbered(number: int, inner: str, kind: str = "q") -> str:
    return element("div", _number(number) + element("div", inner, "body"), kind)


def _number(number: int) -> str:
    return element("span", f"{number}．", "n")


def _stem(question: page.AskedQuestion) -> str:
    """Return a stem with its blanks as lines to write on, the place for its letter unbroken."""
    place = f'<span class="place">{page.PLACE}</span>'
    return _BLANK.join(text(part).replace(page.PLACE, place) for part in question.stem) + text(question.tail)


def _choices(question: page.AskedQuestion) -> str:
    options = "".join(_lettered(letter, words) for letter, words in question.options)
    if question.left:
        left = "".join(_lettered(str(place), words) for place, words in enumerate(question.left, 1))
        return element("div", element("div", left) + element("div", options), "sides")
    return element("div", options, f"options in-{option_columns(question, _LINE)}") if options else ""


def _lettered(letter: str, words: str) -> str:
    return element("div", element("span", f"{letter}．", "l") + element("span", text(words)), "o")


def _boxes(boxes: page.AnswerBoxes) -> list[str]:
    """Return rows of boxes under their numbers, parted after every fifth as they are keyed in."""
    tables = []
    for row in boxes.by_row():
        gaps = ["gap" if place and place % GROUP == 0 else "" for place, _ in enumerate(row)]
        numbers = "".join(element("th", str(number), gap) for number, gap in zip(row, gaps, strict=True))
        empty = "".join(element("td", "", gap) for gap in gaps)
        tables.append(element("table", element("tr", numbers) + element("tr", empty), f"boxes of-{boxes.in_a_row}"))
    return tables


def _room(space: page.AnswerSpace) -> str:
    match space.kind:
        case "blanks":
            return _LONG_BLANK * space.places
        case "order":
            return _BOX * space.places
        case "pairs":
            return "".join(element("span", f"{place}{_BOX}", "pair") for place in range(1, space.places + 1))
        case _:
            return _LONG_BLANK + text(space.tail)
