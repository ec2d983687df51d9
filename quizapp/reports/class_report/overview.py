"""The first page of several papers: the papers side by side, and everybody's totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.days import Day
from quizapp.reports.class_report.findings import Grid, Head, Said, Section
from quizapp.reports.class_report.limits import FEWEST
from quizapp.reports.class_report.numbers import percent
from quizapp.reports.class_report.totals import total_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.reports.class_report.findings import Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted

_HEADS = (
    Head(Said("report.head_paper"), "left", 7),
    Head(Said("report.day_of"), "left", 5),
    Head(Said("report.expected"), "right", 2),
    Head(Said("report.sat_head"), "right", 2),
    Head(Said("report.mean"), "right", 2),
    Head(Said("report.pass_rate"), "right", 2),
)


def overview_sections(material: ClassMaterial, wanted: Wanted) -> Iterator[Section]:
    """Give the papers' table, then the totals where everything may be told."""
    rows = tuple(_row(paper, wanted) for paper in material.papers)
    yield Section(Said("report.papers"), (Grid(_HEADS, rows),))
    if material.totals is not None and material.totals.people:
        yield total_section(material.totals)


def _row(paper: PaperMaterial, wanted: Wanted) -> tuple[Text | None, ...]:
    tally = paper.summary.everybody
    day = Day(paper.begins) if paper.begins else None
    firm = tally.marked >= (1 if wanted.is_whole else FEWEST)
    rate = percent(tally.pass_share) if firm and tally.pass_share is not None else None
    return (paper.title, day, tally.expected, tally.sat, tally.mean if firm else None, rate)
