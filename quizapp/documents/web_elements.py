"""Texts as HTML, never as markup, and elements around them."""

from __future__ import annotations

from html import escape


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
