"""Everybody: with rank and marks, by grade without marks, or as it may be put up.

Of several papers everybody's marks stand side by side, with the total where weights are set.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.documents.page import GridColumn, Heading, ShortTexts
from quizapp.domain.exact_numbers import number
from quizapp.reports.class_report.material import has_note
from quizapp.reports.class_report.wording import FEWEST, ReportPart, column, day, grid, joined, numbered, percent
from quizapp.services.book.score_table import by_name

if TYPE_CHECKING:
    from quizapp.documents.page import Block, Grid, Side
    from quizapp.domain.decisions.totals import ClassTotals, Component, PersonTotal
    from quizapp.language import Language
    from quizapp.reports.class_report.material import PaperMaterial
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.score_table import Column, Table, Wishes


_COLUMNS: Mapping[str, tuple[Side, int]] = {
    "rank": ("right", 2),
    "id": ("left", 4),
    "name": ("left", 3),
    "unit": ("left", 6),
    "group": ("left", 3),
    "attempt": ("right", 2),
    "score": ("right", 2),
    "grade": ("left", 2),
    "status": ("left", 3),
}
"""In their order: where their cells stand, and how wide they are beside the others."""
_ALWAYS = frozenset({"id", "name"})


def people_part(paper: PaperMaterial, wishes: Wishes, language: Language) -> ReportPart:
    """Return who did how, as far as this report may say."""
    say = language.say
    if wishes.is_public:
        return ReportPart(say("report.people_public"), tuple(_put_up(paper, language)))
    if not paper.people:
        return ReportPart(say("report.people"), (say("report.nobody"),))
    if wishes.bands:
        return ReportPart(say("report.people_bands"), tuple(_bands(paper, language)))
    several = len({row.person.id for row in paper.told.rows}) < len(paper.told.rows)
    return ReportPart(say("report.people"), (_table(paper.told, language, () if several else ("attempt",)),))


def _put_up(paper: PaperMaterial, language: Language) -> Iterator[str | Block]:
    """Give who passed, by columns that tell nothing else already, and where to turn with doubts."""
    if not paper.told.rows:
        yield language.say("report.nobody_put_up")
        return
    yield language.say("report.put_up")
    yield _table(paper.told, language)
    yield language.say("report.review")


def _table(told: Table[ScoreRow], language: Language, left_out: Iterable[str] = ()) -> Grid:
    """Return a table of what these columns say, without those in which nothing stands."""
    columns = by_name(told.columns)
    there = [columns[name] for name in _COLUMNS if name in columns and name not in left_out]
    cells = {one.name: [_cell(row, one, language) for row in told.rows] for one in there}
    shown = [name for name, those in cells.items() if name in _ALWAYS or any(one is not None for one in those)]
    heads = [column(language, f"head_{name}", *_COLUMNS[name]) for name in shown]
    return grid(heads, zip(*(cells[name] for name in shown), strict=True), language)


def _cell(row: ScoreRow, of: Column[ScoreRow], language: Language) -> object:
    if of.name == "status":
        return _status(row, language)
    value = of.cell(row)
    if value is None or value == "":
        return None
    return Fraction(str(value)) if of.name == "score" else value


def _status(row: ScoreRow, language: Language) -> str | None:
    """Return how somebody stands who is not ranked; that the others are marked is said by their score."""
    if row.status == "marked":
        return language.say("report.not_counted") if row.rank is None else None
    if row.status == "void" and has_note(row, "misconduct"):
        return language.say("report.void_misconduct")
    return language.say(f"word.{row.status}" if row.status else "report.to_come")


def _bands(paper: PaperMaterial, language: Language) -> Iterator[str | Block]:
    """Give everybody under the grade that was reached, or passed or not where the paper has none; others below."""
    say, names = language.say, Counter(row.person.name for row in paper.people)
    lowest = (say("report.no_grade"),) if paper.grades else (say("report.passed"), say("report.failed"))
    bands: dict[tuple[bool, str], list[str]] = {(True, title): [] for title in (*paper.grades, *lowest)}
    for row in paper.people:
        name = row.person.name or row.person.id
        told = say("report.with_id", name=name, id=row.person.id) if names[name] > 1 else name
        bands.setdefault(_band(row, paper, language), []).append(told)
    for place, ((_, title), those) in enumerate(bands.items(), 1):
        head = say("report.band", band=title, count=len(those))
        yield Heading(numbered("report.numbered_sub", head, place, language), 3)
        yield ShortTexts(tuple(those)) if those else say("report.nobody_there")


def _band(row: ScoreRow, paper: PaperMaterial, language: Language) -> tuple[bool, str]:
    """Return what somebody stands under, and whether it is a band: a grade may be called as a status is."""
    if (status := _status(row, language)) is not None:
        return False, status
    if paper.grades:
        return True, row.marks.grade or language.say("report.no_grade")
    return True, language.say("report.passed" if row.marks.passed else "report.failed")


def total_part(found: ClassTotals, language: Language) -> ReportPart:
    """Return the table; each component is a share of 100, so that papers of other full scores stand side by side."""
    say, is_weighed = language.say, any(one.weight is not None for one in found.components)
    heads = [column(language, "head_id", "left", 3), column(language, "head_name", "left", 3)]
    heads += [GridColumn(one.title, "right", 3) for one in found.components]
    rows = (_total_row(one, language) for one in found.people)
    if not is_weighed:
        return ReportPart(say("report.totals"), (say("report.no_weights"), grid(heads, rows, language)))
    heads = [column(language, "head_rank", "right", 2), *heads, column(language, "total", "right", 2)]
    weights = joined((_weight(one, language) for one in found.components), language)
    weighed = ((one.rank, *row, one.total) for one, row in zip(found.people, rows, strict=True))
    return ReportPart(say("report.totals"), (say("report.weights", weights=weights), grid(heads, weighed, language)))


def _weight(component: Component, language: Language) -> str:
    """Return a weight as the workbook's heads have it: a third is no whole per cent."""
    share = f"{number(100 * (component.weight or Fraction(0))):g}%"
    return language.say("report.weight", title=component.title, share=share)


def _total_row(one: PersonTotal, language: Language) -> tuple[object, ...]:
    """Return who it is, with a share of 100 of each component, or why there is none."""
    missing, cells = dict(one.missing), list[object]()
    for place, share in enumerate(one.shares):
        if share is None:
            reason = missing.get(place, "none")
            cells.append(language.say("report.missing" if reason == "none" else f"word.{reason}"))
        else:
            cells.append(language.say("report.made_up", share=share * 100) if place in one.made_up else share * 100)
    return (one.id, one.name, *cells)


def overview_part(papers: Sequence[PaperMaterial], wishes: Wishes, language: Language) -> ReportPart:
    """Return the papers side by side."""
    numbers = ("expected", "sat_head", "mean", "pass_rate")
    heads = [column(language, "head_paper", "left", 7), column(language, "day_of", "left", 5)]
    heads += [column(language, name, "right", 2) for name in numbers]
    rows = (_overview_row(paper, wishes, language) for paper in papers)
    return ReportPart(language.say("report.papers"), (grid(heads, rows, language),))


def _overview_row(paper: PaperMaterial, wishes: Wishes, language: Language) -> tuple[object, ...]:
    tally = paper.summary.everybody
    begins = day(paper.begins, language) if paper.begins else None
    firm = tally.marked >= (1 if wishes.tells_ranks else FEWEST)
    rate = percent(tally.pass_share) if firm and tally.pass_share is not None else None
    return (paper.title, begins, tally.expected, tally.sat, tally.mean if firm else None, rate)
