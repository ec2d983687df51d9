"""What stands at the head of a report: what it is of, when that was, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.days import Day, Period
from quizapp.reports.class_report.findings import Said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quizapp.reports.class_report.findings import Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, Wanted


def paper_title(paper: PaperMaterial, wanted: Wanted) -> Said:
    """Return the title of one paper's report."""
    return Said("report.title_public" if wanted.public else "report.title", {"title": paper.title})


def paper_facts(material: ClassMaterial, paper: PaperMaterial) -> Iterator[Text]:
    """Give who holds it, when it was sat, and that its marks may change where they may."""
    yield from _organiser(material)
    if (period := _period(paper.begins, paper.ends)) is not None:
        yield Said("report.sat", {"period": period})
    if paper.entered is not None:
        yield Said("report.entered" if period else "report.entered_alone", {"period": Period(*paper.entered)})
    if not paper.is_final:
        yield Said("report.preliminary")


def class_facts(material: ClassMaterial) -> Iterator[Text]:
    """Give who holds the class, when its papers were sat, and that marks may change where some may."""
    yield from _organiser(material)
    begins = [paper.begins for paper in material.papers if paper.begins]
    ends = [paper.ends for paper in material.papers if paper.ends]
    if (period := _period(min(begins, default=None), max(ends, default=None))) is not None:
        yield Said("report.sat", {"period": period})
    if not all(paper.is_final for paper in material.papers):
        yield Said("report.preliminary")


def _organiser(material: ClassMaterial) -> Iterator[Text]:
    if material.organiser:
        yield material.organiser


def _period(begins: datetime | None, ends: datetime | None) -> Said | Day | Period | None:
    if begins is None:
        return None if ends is None else Said("report.until", {"to": Day(ends)})
    if ends is None:
        return Said("report.since", {"from": Day(begins)})
    return Period(begins, ends)
