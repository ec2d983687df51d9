"""The drawing: a bar for each tenth of the marks, in SVG, told by words to who does not see it, in black and white."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Bar, Chart

WIDTH, HEIGHT = 600, 174
_LEFT, _TOP, _FOOT = 18, 22, 24
_GAP = 8
"""Between two bars."""


def drawing(chart: Chart, language: Language) -> str:
    """Return the drawing as an svg element: bars below the pass are hollow, counts above them, bounds between."""
    title, told_bars = told(chart.title, language), description(chart, language)
    step = (WIDTH - 2 * _LEFT) / len(chart.bars)
    most = max((bar.count for bar in chart.bars), default=0) or 1
    inner = [f"<title>{escape(title)}</title><desc>{escape(told_bars)}</desc>"]
    for place, bar in enumerate(chart.bars):
        inner += _bar(bar, _LEFT + place * step, step, most)
    base = HEIGHT - _FOOT
    bounds = [*(bar.low for bar in chart.bars), *(bar.high for bar in chart.bars[-1:])]
    inner += (_words(_LEFT + place * step, base + 15, language.marks(bound)) for place, bound in enumerate(bounds))
    inner.append(f'<path d="M{_LEFT} {base}H{WIDTH - _LEFT}" stroke="#000" stroke-width="1"/>')
    label = escape(f"{title} {told_bars}", quote=True)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(inner)}</svg>'


def description(chart: Chart, language: Language) -> str:
    """Return the bars in words."""
    bars = (language.say("report.bar", low=bar.low, high=bar.high, count=bar.count) for bar in chart.bars if bar.count)
    return language.say("report.sentence", said=language.say("report.next").join(bars))


def _bar(bar: Bar, left: float, step: float, most: int) -> Iterator[str]:
    base, middle = HEIGHT - _FOOT, left + step / 2
    tall = (base - _TOP) * bar.count / most
    if bar.count:
        fill = "#444" if bar.is_passed else "#fff"
        box = f'x="{left + _GAP / 2:.1f}" y="{base - tall:.1f}" width="{step - _GAP:.1f}" height="{tall:.1f}"'
        yield f'<rect {box} fill="{fill}" stroke="#000" stroke-width="1"/>'
        yield _words(middle, base - tall - 5, str(bar.count))


def _words(middle: float, base: float, words: str) -> str:
    return f'<text x="{middle:.1f}" y="{base:.1f}" text-anchor="middle" font-size="12">{escape(words)}</text>'
