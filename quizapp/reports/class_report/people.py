"""Everybody: with rank and marks, by grade without marks, or as it may be put up.

Of several papers everybody's marks stand side by side, with the total where weights are set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import (
    FEWEST,
    ColumnHead,
    Day,
    Grid,
    Joined,
    People,
    ReportSection,
    Said,
    Sub,
)
from quizapp.reports.class_report.material import has_note
from quizapp.reports.class_report.results import percent
from quizapp.services.book.marked_attempt import number
from quizapp.services.book.score_table import by_name

if TYPE_CHECKING:
    from quizapp.domain.decisions.totals import ClassTotals, Component, PersonTotal
    from quizapp.reports.class_report.findings import Part, Text
    from quizapp.reports.class_report.material import ClassMaterial, PaperMaterial, ReportWishes
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.score_table import Column, Table


_HEADS: Mapping[str, ColumnHead] = {
    "rank": ColumnHead(Said("report.head_rank"), "right", 2),
    "id": ColumnHead(Said("report.head_id"), "left", 4),
    "name": ColumnHead(Said("report.head_name"), "left", 3),
    "unit": ColumnHead(Said("report.head_unit"), "left", 6),
    "group": ColumnHead(Said("report.head_group"), "left", 3),
    "attempt": ColumnHead(Said("report.head_attempt"), "right", 2),
    "score": ColumnHead(Said("report.head_score"), "right", 2),
    "grade": ColumnHead(Said("report.head_grade"), "left", 2),
    "status": ColumnHead(Said("report.head_status"), "left", 3),
}
_ALWAYS = frozenset({"id", "name"})


def people_section(paper: PaperMaterial, wanted: ReportWishes) -> ReportSection:
    """Return who did how, as far as this report may say."""
    if wanted.public:
        return ReportSection(Said("report.people_public"), tuple(_put_up(paper)))
    if not paper.people:
        return ReportSection(Said("report.people"), (Said("report.nobody"),))
    if wanted.bands:
        return ReportSection(Said("report.people_bands"), tuple(_bands(paper)))
    several = len({row.person.id for row in paper.told.rows}) < len(paper.told.rows)
    return ReportSection(Said("report.people"), (_table(paper.told, () if several else ("attempt",)),))


def _put_up(paper: PaperMaterial) -> Iterator[Part]:
    """Give who passed, by columns that tell nothing else already, and where to turn with doubts."""
    if not paper.told.rows:
        yield Said("report.nobody_put_up")
        return
    yield Said("report.put_up")
    yield _table(paper.told)
    yield Said("report.review")


def _table(told: Table[ScoreRow], left_out: Iterable[str] = ()) -> Grid:
    """Return a table of what these columns say, without those in which nothing stands."""
    columns = by_name(told.columns)
    there = [columns[name] for name in _HEADS if name in columns and name not in left_out]
    cells = {column.name: [_cell(row, column) for row in told.rows] for column in there}
    shown = [name for name, those in cells.items() if name in _ALWAYS or any(one is not None for one in those)]
    return Grid(tuple(_HEADS[name] for name in shown), tuple(zip(*(cells[name] for name in shown), strict=True)))


def _cell(row: ScoreRow, column: Column[ScoreRow]) -> Text | None:
    if column.name == "status":
        return _status(row)
    value = column.cell(row)
    if value is None or value == "":
        return None
    return Fraction(str(value)) if column.name == "score" else value if isinstance(value, int) else str(value)


def _status(row: ScoreRow) -> Said | None:
    """Return how somebody stands who is not ranked; that the others are marked is said by their score."""
    if row.status == "marked":
        return Said("report.not_counted") if row.rank is None else None
    if row.status == "void" and has_note(row, "misconduct"):
        return Said("report.void_misconduct")
    return Said(f"word.{row.status}") if row.status else Said("report.to_come")


def _bands(paper: PaperMaterial) -> Iterator[Part]:
    """Give everybody under the grade that was reached, or passed or not where the paper has none; others below."""
    names = Counter(row.person.name for row in paper.people)
    bands: dict[Text, list[Text]] = {title: [] for title in _titles(paper.grades)}
    for row in paper.people:
        name = row.person.name or row.person.id
        told = Said("report.with_id", {"name": name, "id": row.person.id}) if names[name] > 1 else name
        bands.setdefault(_band(row, paper.grades), []).append(told)
    for title, those in bands.items():
        yield Sub(Said("report.band", {"band": title, "count": len(those)}))
        yield People(tuple(those)) if those else Said("report.nobody_there")


def _titles(grades: Sequence[str]) -> list[Text]:
    return [*grades, Said("report.no_grade")] if grades else [Said("report.passed"), Said("report.failed")]


def _band(row: ScoreRow, grades: Sequence[str]) -> Text:
    if (status := _status(row)) is not None:
        return status
    if grades:
        return row.marks.grade or Said("report.no_grade")
    return Said("report.passed" if row.marks.passed else "report.failed")


def total_section(found: ClassTotals) -> ReportSection:
    """Return the table; each component is a share of 100, so that papers of other full scores stand side by side."""
    is_weighed = any(one.weight is not None for one in found.components)
    told = Said("report.weights", {"weights": Joined(tuple(map(_weight, found.components)))})
    note = told if is_weighed else Said("report.no_weights")
    grid = Grid(
        _heads(found, is_weighed=is_weighed), tuple(_total_row(one, is_weighed=is_weighed) for one in found.people)
    )
    return ReportSection(Said("report.totals"), (note, grid))


def _weight(component: Component) -> Said:
    """Return a weight as the workbook's heads have it: a third is no whole per cent."""
    share = f"{number(100 * (component.weight or Fraction(0))):g}%"
    return Said("report.weight", {"title": component.title, "share": share})


def _heads(found: ClassTotals, *, is_weighed: bool) -> tuple[ColumnHead, ...]:
    rank, total = ColumnHead(Said("report.head_rank"), "right", 2), ColumnHead(Said("report.total"), "right", 2)
    people = (ColumnHead(Said("report.head_id"), "left", 3), ColumnHead(Said("report.head_name"), "left", 3))
    papers = tuple(ColumnHead(one.title, "right", 3) for one in found.components)
    return (rank, *people, *papers, total) if is_weighed else (*people, *papers)


def _total_row(one: PersonTotal, *, is_weighed: bool) -> tuple[Text | None, ...]:
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


_OVERVIEW_HEADS = (
    ColumnHead(Said("report.head_paper"), "left", 7),
    ColumnHead(Said("report.day_of"), "left", 5),
    ColumnHead(Said("report.expected"), "right", 2),
    ColumnHead(Said("report.sat_head"), "right", 2),
    ColumnHead(Said("report.mean"), "right", 2),
    ColumnHead(Said("report.pass_rate"), "right", 2),
)


def overview_sections(material: ClassMaterial, wanted: ReportWishes) -> Iterator[ReportSection]:
    """Give the papers' table, then the totals where everything may be told."""
    rows = tuple(_overview_row(paper, wanted) for paper in material.papers)
    yield ReportSection(Said("report.papers"), (Grid(_OVERVIEW_HEADS, rows),))
    if material.totals is not None and material.totals.people:
        yield total_section(material.totals)


def _overview_row(paper: PaperMaterial, wanted: ReportWishes) -> tuple[Text | None, ...]:
    tally = paper.summary.everybody
    day = Day(paper.begins) if paper.begins else None
    firm = tally.marked >= (1 if wanted.is_whole else FEWEST)
    rate = percent(tally.pass_share) if firm and tally.pass_share is not None else None
    return (paper.title, day, tally.expected, tally.sat, tally.mean if firm else None, rate)
