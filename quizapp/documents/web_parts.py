"""Parts of a page of HTML: texts, which are never markup, elements, a chart's drawing, and what papers have alone."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, assert_never

from quizapp.documents import page
from quizapp.documents.text_width import GROUP, option_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.documents.page import Bar, Chart, QuestionBlock, SealedStrip


def escaped(words: str) -> str:
    """Return a text as HTML, its lines joined as a browser joins them."""
    return escape(words)


def text(words: str) -> str:
    """Return a text as HTML, its lines kept."""
    return escape(words).replace("\n", "<br>")


def element(tag: str, inner: str, kind: str = "") -> str:
    """Return an element of a class around HTML that is escaped already."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{tag}{attribute}>{inner}</{tag}>"


WIDTH, HEIGHT = 600, 174
_LEFT, _TOP, _FOOT = 18, 22, 24
_GAP = 8
"""Between two bars."""


def drawing(chart: Chart) -> str:
    """Return a chart as an svg element: bars below the pass are hollow, counts above them, bounds between."""
    step = (WIDTH - 2 * _LEFT) / len(chart.bars)
    most = max((bar.people for bar in chart.bars), default=0) or 1
    inner = [f"<title>{escape(chart.title)}</title><desc>{escape(chart.told)}</desc>"]
    for place, bar in enumerate(chart.bars):
        inner += _bar(bar, _LEFT + place * step, step, most)
    base = HEIGHT - _FOOT
    bounds = [*(bar.low for bar in chart.bars), *(bar.high for bar in chart.bars[-1:])]
    inner += (_words(_LEFT + place * step, base + 15, bound) for place, bound in enumerate(bounds))
    inner.append(f'<path d="M{_LEFT} {base}H{WIDTH - _LEFT}" stroke="#000" stroke-width="1"/>')
    label = escape(f"{chart.title} {chart.told}", quote=True)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(inner)}</svg>'


def _bar(bar: Bar, left: float, step: float, most: int) -> Iterator[str]:
    base, middle = HEIGHT - _FOOT, left + step / 2
    tall = (base - _TOP) * bar.people / most
    if bar.people:
        fill = "#444" if bar.is_full else "#fff"
        box = f'x="{left + _GAP / 2:.1f}" y="{base - tall:.1f}" width="{step - _GAP:.1f}" height="{tall:.1f}"'
        yield f'<rect {box} fill="{fill}" stroke="#000" stroke-width="1"/>'
        yield _words(middle, base - tall - 5, str(bar.people))


def _words(middle: float, base: float, words: str) -> str:
    return f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle" font-size="12">{escape(words)}</text>'


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
            exhibit = "".join(element("p", text(words), "exhibit") for words in block.exhibit)
            return _numbered(block.number, element("p", _stem(block), "stem") + exhibit + _choices(block))
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
        if not options:
            return element("div", left, "options in-1")
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
        case "cells":
            heads = element("tr", element("th", "") + "".join(element("th", text(name)) for name in space.columns))
            rows = (_row(str(place), [""] * len(space.columns)) for place in range(1, space.places + 1))
            return element("table", heads + "".join(rows), "cells")
        case "places":
            return "".join(
                element("div", f"{place} {_LONG_BLANK}", "place-to-mend") for place in range(1, space.places + 1)
            )
        case _:
            return _LONG_BLANK + text(space.tail)
