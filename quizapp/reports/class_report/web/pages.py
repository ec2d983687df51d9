"""A chapter of the report in HTML: its head, its sections, the lines to sign, the appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, text
from quizapp.reports.class_report.columns import SHORT, column_widths
from quizapp.reports.class_report.drawing import drawing
from quizapp.reports.class_report.findings import Chart, Grid, People, Sub, told
from quizapp.reports.class_report.numbering import numbered, numbered_sub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Findings, Head, Section, Text

_ACROSS = 90
"""Half-width characters of a table's type on a line of A4, a little fewer than there are."""


def chapter(found: Findings, language: Language) -> str:
    """Return one paper's pages."""
    inner = [_head(found, language)]
    inner += [_section(section, number, language) for number, section in enumerate(found.sections, 1)]
    if found.signed:
        inner.append(_signed(found, language))
    if found.appendix is not None:
        inner.append(_section(found.appendix, 0, language, "appendix"))
    return element("article", "\n".join(inner))


def _head(found: Findings, language: Language) -> str:
    above = told(found.above, language)
    inner = [element("p", text(above), "above")] if above else []
    inner.append(element("h1", text(told(found.title, language))))
    facts = "".join(element("span", text(told(fact, language))) for fact in found.facts)
    return element("header", "".join(inner) + (element("p", facts, "facts") if facts else ""))


def _section(section: Section, number: int, language: Language, kind: str = "") -> str:
    parts = element("h2", text(numbered(section.title, number, language)))
    return element("section", parts + "".join(_parts(section, language)), kind)


def _parts(section: Section, language: Language) -> Iterator[str]:
    subs = 0
    for part in section.parts:
        match part:
            case Grid():
                yield _table(part, language)
            case Chart():
                yield element("figure", drawing(part, language))
            case Sub():
                subs += 1
                yield element("h3", text(numbered_sub(part.title, subs, language)))
            case People():
                yield element(
                    "p", "".join(element("span", text(told(name, language))) for name in part.names), "people"
                )
            case _:
                yield element("p", text(told(part, language)))


def _table(grid: Grid, language: Language) -> str:
    columns = "".join(f'<col style="width:{100 * share:.1f}%">' for share in column_widths(grid, language, _ACROSS))
    heads = "".join(_cell("th", head.text, head, language) for head in grid.heads)
    rows = (
        element("tr", "".join(_cell("td", cell, head, language) for cell, head in zip(row, grid.heads, strict=True)))
        for row in grid.rows
    )
    inner = element("colgroup", columns) + element("thead", element("tr", heads)) + element("tbody", "".join(rows))
    return element("table", inner, "short" if len(grid.rows) <= SHORT else "")


def _cell(tag: str, cell: Text | None, head: Head, language: Language) -> str:
    return element(tag, text(told(cell, language)), "number" if head.side == "right" else "")


def _signed(found: Findings, language: Language) -> str:
    fields = (
        element("span", text(language.say("report.field", name=told(name, language))) + element("i", ""))
        for name in found.signed
    )
    return element("p", "".join(fields), "signed")
