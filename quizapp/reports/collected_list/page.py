"""The list as HTML: one file that needs nothing else, no scripts, pages of A4 from any browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, escaped, to_sign, whole_page
from quizapp.reports.collected_list.rows import cells, heads
from quizapp.reports.collected_list.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language
    from quizapp.services.collecting_desk import DeskView

SIGNED = ("invigilator", "collector", "checker", "date")
_NAMES = ("n", "id", "name", "unit", "status", "at", "receipt", "machine", "rehearsal", "notes")


def page(view: DeskView, language: Language, class_title: str = "") -> bytes:
    """Return the list of the view's paper as the bytes of an HTML file."""
    say, counts = language.say, view.counts
    title = say("desk.list_heading", title=view.paper.title if view.paper else "")
    facts = [(say("desk.list_class"), class_title), (say("desk.list_made"), _instant(view, language))]
    numbers = {name: getattr(counts, name) for name in ("expected", "collected", "under_way", "excused", "strangers")}
    total = say("desk.list_total", **numbers, missing=len(counts.missing), unrehearsed=len(counts.unrehearsed))
    missing = say("word.comma").join(f"{one.candidate} {one.name}".strip() for one in counts.missing)
    parts = [
        element("h1", escaped(title)),
        element("p", "　".join(escaped(f"{label}：{text}") for label, text in facts if text), "facts"),
        _people(view, language),
        element("p", escaped(total), "total"),
        *([element("p", escaped(say("desk.list_missing", names=missing)), "missing")] if missing else []),
        to_sign(say(f"desk.signed_{one}") for one in SIGNED),
    ]
    return whole_page(title, STYLE, "\n".join(parts), language)


def _people(view: DeskView, language: Language) -> str:
    head = _row("th", (language.say("desk.list_number"), *heads(language)))
    rows = [
        _row("td", (str(number), *_shortened(cells(language, one))), "" if one.stand != "missing" else "missing")
        for number, one in enumerate(view.counts.people, 1)
    ]
    groups = "".join(f'<col class="{name}">' for name in _NAMES)
    body = element("tbody", "\n".join(("", *rows, "")))
    return element("table", element("colgroup", groups) + element("thead", head) + body)


def _shortened(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row as the page has it: the day stands on top, the time without it is wide enough."""
    return (*row[:4], row[4][5:], *row[5:])


def _row(tag: str, texts: Iterable[str], kind: str = "") -> str:
    inner = "".join(element(tag, escaped(text), name) for name, text in zip(_NAMES, texts, strict=True))
    return element("tr", inner, kind)


def _instant(view: DeskView, language: Language) -> str:
    return f"{view.at.astimezone(language.zone):%Y-%m-%d %H:%M:%S}"
