"""Everybody: with rank and marks, by grade without marks, or as it may be put up for all to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.reports.class_report.findings import Grid, Head, People, Said, Section, Sub
from quizapp.reports.class_report.material import has_note

if TYPE_CHECKING:
    from quizapp.reports.class_report.findings import Part, Text
    from quizapp.reports.class_report.material import PaperMaterial, Row, Wanted

_HEADS: Mapping[str, Head] = {
    "rank": Head(Said("report.head_rank"), "right", 2),
    "id": Head(Said("report.head_id"), "left", 4),
    "name": Head(Said("report.head_name"), "left", 3),
    "unit": Head(Said("report.head_unit"), "left", 6),
    "group": Head(Said("report.head_group"), "left", 3),
    "attempt": Head(Said("report.head_attempt"), "right", 2),
    "score": Head(Said("report.head_score"), "right", 2),
    "grade": Head(Said("report.head_grade"), "left", 2),
    "status": Head(Said("report.head_status"), "left", 3),
}
_ALWAYS = frozenset({"id", "name"})


def people_section(paper: PaperMaterial, wanted: Wanted) -> Section:
    """Return who did how, as far as this report may say."""
    if wanted.public:
        return Section(Said("report.people_public"), tuple(_put_up(paper)))
    if not paper.people:
        return Section(Said("report.people"), (Said("report.nobody"),))
    if wanted.bands:
        return Section(Said("report.people_bands"), tuple(_bands(paper)))
    several = len({row["id"] for row in paper.told}) < len(paper.told)
    return Section(Said("report.people"), (_table(paper.told, () if several else ("attempt",)),))


def _put_up(paper: PaperMaterial) -> Iterator[Part]:
    """Give who passed, from rows that hold nothing else already, and where to turn with doubts."""
    if not paper.told:
        yield Said("report.nobody_put_up")
        return
    yield Said("report.put_up")
    yield _table(paper.told)
    yield Said("report.review")


def _table(rows: Sequence[Row], left_out: Iterable[str] = ()) -> Grid:
    """Return a table of what these rows have, without the columns in which nothing stands."""
    there = [name for name in _HEADS if name in rows[0] and name not in left_out]
    told = [name for name in there if name in _ALWAYS or any(_cell(row, name) is not None for row in rows)]
    return Grid(
        tuple(_HEADS[name] for name in told),
        tuple(tuple(_cell(row, name) for name in told) for row in rows),
    )


def _cell(row: Row, name: str) -> Text | None:
    value = row[name]
    if name == "status":
        return _status(row)
    if value is None or value == "":
        return None
    return Fraction(str(value)) if name == "score" else value if isinstance(value, int) else str(value)


def _status(row: Row) -> Said | None:
    """Return how somebody stands who is not ranked; that the others are marked is said by their score."""
    if row["status"] == "marked":
        return Said("report.not_counted") if row["rank"] is None else None
    if row["status"] == "void" and has_note(row, "misconduct"):
        return Said("report.void_misconduct")
    return Said(f"word.{row['status']}") if row["status"] else Said("report.to_come")


def _bands(paper: PaperMaterial) -> Iterator[Part]:
    """Give everybody under the grade that was reached, or passed or not where the paper has none; others below."""
    names = Counter(str(row["name"]) for row in paper.people)
    bands: dict[Text, list[Text]] = {title: [] for title in _titles(paper.grades)}
    for row in paper.people:
        name = str(row["name"] or row["id"])
        told = Said("report.with_id", {"name": name, "id": str(row["id"])}) if names[name] > 1 else name
        bands.setdefault(_band(row, paper.grades), []).append(told)
    for title, those in bands.items():
        yield Sub(Said("report.band", {"band": title, "count": len(those)}))
        yield People(tuple(those)) if those else Said("report.nobody_there")


def _titles(grades: Sequence[str]) -> list[Text]:
    return [*grades, Said("report.no_grade")] if grades else [Said("report.passed"), Said("report.failed")]


def _band(row: Row, grades: Sequence[str]) -> Text:
    if (status := _status(row)) is not None:
        return status
    if grades:
        return str(row["grade"] or "") or Said("report.no_grade")
    return Said("report.passed" if row["passed"] else "report.failed")
