"""The review sheet as HTML: one file that needs nothing else, no scripts, one page of A4 from any browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, escaped, to_sign, whole_page
from quizapp.reports.review_sheet.remarks import remarks
from quizapp.reports.review_sheet.room import Fixed
from quizapp.reports.review_sheet.rows import Row, SheetRows
from quizapp.reports.review_sheet.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.replaying import Replayed

ACROSS = 3
"""Questions beside each other."""
ROOMY = 26
"""Lines of the table up to which they can stand apart; beyond it they are set close to keep to one page."""
SHOWN_OF_HASH = 16


def page(replayed: Replayed, language: Language, at: datetime) -> bytes:
    """Return the sheet as the bytes of an HTML file, made at that time."""
    rows = SheetRows(language, replayed)
    title, questions, warnings, sections = replayed.sat.paper.title, rows.rows(), rows.warnings(), rows.sections()
    down = -(-len(questions) // ACROSS)
    told = remarks(language, rows, Fixed(title, len(warnings), len(sections), down, down <= ROOMY))
    parts = [
        element("h1", escaped(f"{title}　{language.say('review.title')}")),
        *(element("p", escaped(line), "warning") for line in warnings),
        _pairs(rows.facts(), "facts"),
        _pairs(sections, "sections"),
        _questions(rows.heads(), questions),
        element("p", escaped(language.say("review.note")), "note"),
        _lines(language.say("review.texts"), told.texts, "texts"),
        _lines(language.say("review.decisions"), told.decisions),
        _lines(language.say("review.sitting"), told.sitting),
        to_sign(rows.signatures()),
        element("p", escaped(_foot(replayed, language, at)), "foot"),
    ]
    name = f"{language.say('review.title')} {title} {replayed.recorded.candidate.id}"
    return whole_page(name, STYLE, "\n".join(parts), language)


def _pairs(pairs: Sequence[tuple[str, str]], kind: str) -> str:
    both = (element("dt", escaped(label)) + element("dd", escaped(text)) for label, text in pairs)
    return element("dl", "".join(element("div", pair) for pair in both), kind)


def _questions(heads: Row, rows: Sequence[Row]) -> str:
    """Return the questions down one column after the other, so that each reads on below."""
    down = -(-len(rows) // ACROSS)
    columns = [rows[first : first + down] for first in range(0, len(rows), down)]
    head = "".join(_cells(heads, "th") for _ in columns)
    lines = []
    for line in range(down):
        lines.append("".join(_cells(column[line], "td") if line < len(column) else _NONE for column in columns))
    body = "\n".join(element("tr", line) for line in lines)
    size = "roomy" if down <= ROOMY else "close"
    groups = element("colgroup", _WIDTHS) * len(columns)
    inner = groups + element("thead", element("tr", head)) + element("tbody", body)
    return element("table", inner, f"{size} of-{len(columns)}")


_NAMES = ("n", "response", "key", "marks", "time", "changes")
_WIDTHS = "".join(f'<col class="{name}">' for name in _NAMES)
_NONE = '<td class="none" colspan="6"></td>'


def _cells(row: Row, tag: str) -> str:
    lost = " lost" if row.is_lost else ""
    texts = zip(_NAMES, row[: len(_NAMES)], strict=True)
    return "".join(element(tag, escaped(str(text)), name + lost) for name, text in texts)


def _lines(title: str, lines: Sequence[str], kind: str = "") -> str:
    """Return lines under a heading; nothing where there are none."""
    told = "".join(element("li", escaped(line)) for line in lines)
    inner = element("h2", escaped(title)) + element("ul", told)
    return element("section", inner, f"told {kind}") if lines else ""


def _foot(replayed: Replayed, language: Language, at: datetime) -> str:
    made = f"{at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    form, head = replayed.attempt.started.form[:SHOWN_OF_HASH], replayed.recorded.head[:SHOWN_OF_HASH]
    return language.say("review.foot", at=made, form=form, head=head)
