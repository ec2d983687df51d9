"""A page of HTML that needs nothing else: no scripts, nothing from elsewhere, printed from any browser."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizapp.documents.tongue import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.language import Language

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


def whole_page(title: str, style: str, body: str, language: Language) -> bytes:
    """Return a page as UTF-8: its title as plain text, its style sheet, its body as HTML that is escaped already."""
    page = _PAGE.format(tongue=tag_of(language), title=escaped(title), style=style, body=body)
    return page.encode("utf-8", "replace")


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


def to_sign(labels: Iterable[str]) -> str:
    """Return lines to sign beside each other, each behind its label."""
    return element("div", "".join(element("span", f"{escaped(label)}<i></i>") for label in labels), "signed")
