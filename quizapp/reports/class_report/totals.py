"""Everybody's marks side by side, and the total where weights are set."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import Grid, Head, Joined, Said, Section
from quizapp.services.scoring import number

if TYPE_CHECKING:
    from quizapp.domain.totals import Component, PersonTotal, Totals
    from quizapp.reports.class_report.findings import Text


def total_section(found: Totals) -> Section:
    """Return the table; each component is a share of 100, so that papers of other full scores stand side by side."""
    is_weighed = any(one.weight is not None for one in found.components)
    told = Said("report.weights", {"weights": Joined(tuple(map(_weight, found.components)))})
    note = told if is_weighed else Said("report.no_weights")
    grid = Grid(_heads(found, is_weighed=is_weighed), tuple(_row(one, is_weighed=is_weighed) for one in found.people))
    return Section(Said("report.totals"), (note, grid))


def _weight(component: Component) -> Said:
    """Return a weight as the workbook's heads have it: a third is no whole per cent."""
    share = f"{number(100 * (component.weight or Fraction(0))):g}%"
    return Said("report.weight", {"title": component.title, "share": share})


def _heads(found: Totals, *, is_weighed: bool) -> tuple[Head, ...]:
    rank, total = Head(Said("report.head_rank"), "right", 2), Head(Said("report.total"), "right", 2)
    people = (Head(Said("report.head_id"), "left", 3), Head(Said("report.head_name"), "left", 3))
    papers = tuple(Head(one.title, "right", 3) for one in found.components)
    return (rank, *people, *papers, total) if is_weighed else (*people, *papers)


def _row(one: PersonTotal, *, is_weighed: bool) -> tuple[Text | None, ...]:
    missing = dict(one.missing)
    cells = tuple(
        _reason(missing.get(place, "none")) if share is None else _share(share, is_made_up=place in one.made_up)
        for place, share in enumerate(one.shares)
    )
    return (one.rank, one.id, one.name, *cells, one.total) if is_weighed else (one.id, one.name, *cells)


def _share(share: Fraction, *, is_made_up: bool) -> Text:
    """Return a share of 100; one that was earned at a make-up says so."""
    return Said("report.made_up", {"share": share * 100}) if is_made_up else share * 100


def _reason(code: str) -> Said:
    return Said("report.missing") if code == "none" else Said(f"word.{code}")
