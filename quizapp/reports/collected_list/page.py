"""The list as HTML: one file that needs nothing else, no scripts, pages of A4 from any browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizapp.reports.collected_list.rows import cells, heads
from quizapp.reports.collected_list.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language
    from quizapp.services.collecting_desk import DeskView

SIGNED = ("invigilator", "collector", "checker", "date")
_NAMES = ("n", "id", "name", "unit", "status", "at", "receipt", "machine", "rehearsal", "notes")

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


def page(view: DeskView, language: Language, class_title: str = "") -> str:
    """Return the list of the view's paper."""
    say, counts = language.say, view.counts
    title = say("desk.list_heading", title=view.paper.title if view.paper else "")
    facts = [(say("desk.list_class"), class_title), (say("desk.list_made"), _instant(view, language))]
    numbers = {name: getattr(counts, name) for name in ("expected", "collected", "under_way", "excused", "strangers")}
    total = say("desk.list_total", **numbers, missing=len(counts.missing), unrehearsed=len(counts.unrehearsed))
    missing = say("word.comma").join(f"{one.candidate} {one.name}".strip() for one in counts.missing)
    parts = [
        f"<h1>{escape(title)}</h1>",
        '<p class="facts">' + "　".join(escape(f"{label}：{text}") for label, text in facts if text) + "</p>",
        _people(view, language),
        f'<p class="total">{escape(total)}</p>',
        *([f'<p class="missing">{escape(say("desk.list_missing", names=missing))}</p>'] if missing else []),
        '<div class="signed">' + "".join(f"<span>{escape(say(f'desk.signed_{one}'))}<i></i></span>" for one in SIGNED),
        "</div>",
    ]
    tongue = "zh-CN" if language.tongue == "zh" else "en"
    return _PAGE.format(tongue=tongue, title=escape(title), style=STYLE, body="\n".join(parts))


def _people(view: DeskView, language: Language) -> str:
    head = _row("th", (language.say("desk.list_number"), *heads(language)))
    rows = [
        _row("td", (str(number), *_shortened(cells(language, one))), "" if one.stand != "missing" else "missing")
        for number, one in enumerate(view.counts.people, 1)
    ]
    groups = "".join(f'<col class="{name}">' for name in _NAMES)
    body = "\n".join(rows)
    return f"<table><colgroup>{groups}</colgroup><thead>{head}</thead><tbody>\n{body}\n</tbody></table>"


def _shortened(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row as the page has it: the day stands on top, the time without it is wide enough."""
    return (*row[:4], row[4][5:], *row[5:])


def _row(tag: str, texts: Iterable[str], kind: str = "") -> str:
    inner = "".join(f'<{tag} class="{name}">{escape(text)}</{tag}>' for name, text in zip(_NAMES, texts, strict=True))
    return f'<tr class="{kind}">{inner}</tr>' if kind else f"<tr>{inner}</tr>"


def _instant(view: DeskView, language: Language) -> str:
    return f"{view.at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
