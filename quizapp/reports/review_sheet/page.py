"""The review sheet as HTML: one file that needs nothing else, no scripts, one page of A4 from any browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

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

_PAGE = """<!DOCTYPE html>
<html lang="{tongue}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def page(replayed: Replayed, language: Language, at: datetime) -> str:
    """Return the sheet, made at that time."""
    rows = SheetRows(language, replayed)
    title, questions, warnings, sections = replayed.sat.paper.title, rows.rows(), rows.warnings(), rows.sections()
    down = -(-len(questions) // ACROSS)
    told = remarks(language, rows, Fixed(title, len(warnings), len(sections), down, down <= ROOMY))
    parts = [
        f"<h1>{escape(title)}　{escape(language.say('review.title'))}</h1>",
        *(f'<p class="warning">{escape(line)}</p>' for line in warnings),
        _pairs(rows.facts(), "facts"),
        _pairs(sections, "sections"),
        _questions(rows.heads(), questions),
        f'<p class="note">{escape(language.say("review.note"))}</p>',
        _lines(language.say("review.texts"), told.texts, "texts"),
        _lines(language.say("review.decisions"), told.decisions),
        _lines(language.say("review.sitting"), told.sitting),
        _signatures(rows.signatures()),
        f'<p class="foot">{escape(_foot(replayed, language, at))}</p>',
    ]
    return _PAGE.format(
        tongue="zh-CN" if language.tongue == "zh" else "en",
        title=escape(f"{language.say('review.title')} {title} {replayed.recorded.candidate.id}"),
        style=STYLE,
        body="\n".join(parts),
    )


def _pairs(pairs: Sequence[tuple[str, str]], kind: str) -> str:
    inner = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(text)}</dd></div>" for label, text in pairs)
    return f'<dl class="{kind}">{inner}</dl>'


def _questions(heads: Row, rows: Sequence[Row]) -> str:
    """Return the questions down one column after the other, so that each reads on below."""
    down = -(-len(rows) // ACROSS)
    columns = [rows[first : first + down] for first in range(0, len(rows), down)]
    head = "".join(_cells(heads, "th") for _ in columns)
    lines = []
    for line in range(down):
        lines.append("".join(_cells(column[line], "td") if line < len(column) else _NONE for column in columns))
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    size = "roomy" if down <= ROOMY else "close"
    groups = f"<colgroup>{_WIDTHS}</colgroup>" * len(columns)
    return (
        f'<table class="{size} of-{len(columns)}">{groups}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


_NAMES = ("n", "response", "key", "marks", "time", "changes")
_WIDTHS = "".join(f'<col class="{name}">' for name in _NAMES)
_NONE = '<td class="none" colspan="6"></td>'


def _cells(row: Row, tag: str) -> str:
    lost = " lost" if row.is_lost else ""
    texts = zip(_NAMES, row[: len(_NAMES)], strict=True)
    return "".join(f'<{tag} class="{name}{lost}">{escape(str(text))}</{tag}>' for name, text in texts)


def _lines(title: str, lines: Sequence[str], kind: str = "") -> str:
    """Return lines under a heading; nothing where there are none."""
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<section class="told {kind}"><h2>{escape(title)}</h2><ul>{told}</ul></section>' if lines else ""


def _signatures(labels: Sequence[str]) -> str:
    inner = "".join(f"<span>{escape(label)}<i></i></span>" for label in labels)
    return f'<div class="signed">{inner}</div>'


def _foot(replayed: Replayed, language: Language, at: datetime) -> str:
    made = f"{at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
    form, head = replayed.attempt.started.form[:SHOWN_OF_HASH], replayed.recorded.head[:SHOWN_OF_HASH]
    return language.say("review.foot", at=made, form=form, head=head)
