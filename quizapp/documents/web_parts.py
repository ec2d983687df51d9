"""Parts of a page of HTML: texts, which are never markup, elements around them, and a chart as a drawing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.documents.page import Bar, Chart


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
