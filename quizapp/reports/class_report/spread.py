"""How the scores are spread: a bar for each tenth of the full score."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import Bar, Chart, Said, Section
from quizapp.reports.class_report.limits import FEWEST

if TYPE_CHECKING:
    from quizapp.reports.class_report.material import PaperMaterial


def spread_section(paper: PaperMaterial) -> Section:
    """Return the drawing with what is to be known of it; of a handful, that there are too few."""
    title, bars = Said("report.spread"), bars_of(paper)
    count = sum(bar.count for bar in bars)
    if count < FEWEST:
        return Section(title, (Said("report.spread_too_few", {"least": FEWEST}),))
    most = max(bar.count for bar in bars)
    tallest = [bar for bar in bars if bar.count == most]
    parts: list[Said | Chart] = []
    if len(tallest) == 1:
        values = {"low": tallest[0].low, "high": tallest[0].high, "count": most}
        parts.append(Said("report.spread_most", values))
    chart = Chart(Said("report.spread_title", {"title": paper.title}), bars)
    return Section(title, (*parts, chart, Said("report.spread_note")))


def bars_of(paper: PaperMaterial) -> tuple[Bar, ...]:
    """Return the bars in marks, in per cent where the full score is not known."""
    bins, full = paper.summary.bins, paper.full_score or Fraction(100)
    passing = full * 2 if paper.pass_marks is None else paper.pass_marks
    bounds = [full * place / len(bins) for place in range(len(bins) + 1)]
    return tuple(
        Bar(low, high, count, is_passed=low >= passing)
        for low, high, count in zip(bounds, bounds[1:], bins, strict=False)
    )
