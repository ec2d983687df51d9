"""Distribution (分布): of each paper a page with its numbers and the charts that are drawn from its cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents.workbook import fitting
from quizapp.domain.exact_numbers import number
from quizapp.reports.workbook.fields import as_of, title_of
from quizapp.services.analysis.paper_summary import BINS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart

    from quizapp.documents.workbook import ScoreWorkbook, TextSheet
    from quizapp.language import Language
    from quizapp.services.scores.score_export import Export, PaperExport


_ROW = 20
"""Pixels of a row."""
_BAR, _AROUND = 24, 90
"""Pixels of a topic's bar, and of what stands around the bars."""
_NEUTRAL, _GOOD, _BAD = "#4472C4", "#70AD47", "#C55A11"
"""Not told apart by colour alone: every bar and slice has its number beside it."""
_LABELS = {"value": True, "num_format": "0;;"}
"""Nothing where there is nobody."""
_LINES = {"visible": True, "line": {"color": "#D9D9D9"}}


class Series(NamedTuple):
    """Names and their numbers, in two columns side by side."""

    sheet: str
    row: int
    """Of the first, from 0."""
    column: int
    """Of the names, from 0."""
    names: Sequence[str]
    values: Sequence[int | float]

    def options(self) -> dict[str, object]:
        """Return what a chart is told of it: where it stands, and what stands there for who only looks at the file."""
        last = self.row + len(self.values) - 1
        return {
            "categories": [self.sheet, self.row, self.column, last, self.column],
            "values": [self.sheet, self.row, self.column + 1, last, self.column + 1],
            "categories_data": list(self.names),
            "values_data": list(self.values),
        }


def scores(workbook: Workbook, series: Series, title: str) -> Chart:
    """Return the histogram of scores."""
    chart = _new(workbook, "column", title)
    chart.add_series({**series.options(), "gap": 10, "data_labels": _LABELS, "fill": {"color": _NEUTRAL}})
    chart.set_x_axis({"num_font": {"size": 8, "rotation": -45}})
    chart.set_y_axis({"min": 0, "major_unit": _unit(series), "major_gridlines": _LINES})
    chart.set_size({"width": 345, "height": 14 * _ROW})
    return chart


def passes(workbook: Workbook, series: Series, title: str) -> Chart:
    """Return the share of those who passed."""
    chart = _new(workbook, "pie", title)
    points = [{"fill": {"color": color}} for color in (_GOOD, _BAD)]
    labels = {"category": True, "value": True, "percentage": True, "separator": "\n"}
    chart.add_series({**series.options(), "points": points, "data_labels": labels})
    chart.set_size({"width": 300, "height": 14 * _ROW})
    return chart


def topics(workbook: Workbook, series: Series, title: str) -> tuple[Chart, int]:
    """Return a bar for each topic, the first uppermost, and how many rows it takes."""
    chart = _new(workbook, "bar", title)
    chart.add_series({**series.options(), "gap": 40, "data_labels": {"value": True}, "fill": {"color": _NEUTRAL}})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"min": 0, "max": 110, "major_unit": 20, "visible": False, "major_gridlines": _LINES})
    height = _AROUND + _BAR * len(series.values)
    chart.set_size({"width": 640, "height": height})
    return chart, -(-height // _ROW) + 1


def _new(workbook: Workbook, kind: str, title: str) -> Chart:
    chart = workbook.add_chart({"type": kind})
    if chart is None:
        raise ValueError(kind)
    chart.set_title({"name": title, "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    return chart


def _unit(series: Series) -> int:
    """Return the step of an axis of people: whole ones."""
    return max(1, round(max(series.values) / 8))


_WIDTHS = (14, 8, 2, 12, 8, 2, 30, 12)
"""Of the columns, in characters: scaled they fit on A4 upright."""
_SCALE = 75
"""Per cent: pages parted by hand are not fitted, and how wide a character is depends on the machine's fonts."""
_BINS, _PASSES, _TOPICS = 0, 3, 6
"""Where the three tables stand."""
_CHART_ROWS = 15
"""How many rows the upper charts take."""


def add_spread(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet; every paper begins on a page of its own."""
    language = book.language
    sheet = book.add_sheet(language.say("workbook.sheet_spread"))
    for place, wide in enumerate(_WIDTHS):
        sheet.set_column(place, place, wide)
    sheet.set_print_scale(_SCALE)
    row, breaks = 0, []
    for paper in export.papers:
        row = _Page(book, sheet, row).write(export, paper)
        breaks.append(row)
    # Breaks by hand hold only where the pages are not fitted.
    sheet.set_h_pagebreaks(breaks[:-1])
    sheet.print_area(0, 0, row - 1, len(_WIDTHS) - 1)


class _Page:
    """One paper's."""

    def __init__(self, book: ScoreWorkbook, sheet: TextSheet, top: int) -> None:
        self._book = book
        self._sheet = sheet
        self._language = book.language
        self._row = top

    def write(self, export: Export, paper: PaperExport) -> int:
        """Write the page from above to below; return the row after it."""
        say = self._language.say
        self._write_title(title_of(export, self._language, say("workbook.spread_title", title=paper.paper.title)))
        self._sheet.write_string(self._row + 1, 0, as_of(export, self._language), self._book.note)
        head = self._row + 2
        everybody = paper.findings.summary.everybody
        tables = (
            (_BINS, ("bin", "people"), _bins(paper, self._language)),
            (_PASSES, ("result", "people"), _passes(everybody.passed, everybody.marked, self._language)),
            (_TOPICS, ("topic", "share"), _topics(paper)),
        )
        found = self._write_tables(head, tables)
        below = head + 2 + max(len(rows) for _, _, rows in tables)
        if not found[_TOPICS].values:
            self._sheet.write_string(head + 1, _TOPICS, say("workbook.no_topic"), self._book.note)
        return self._draw(found, below)

    def _write_title(self, title: str) -> None:
        sheet, format = self._sheet, self._book.title
        sheet.merge_range(self._row, 0, self._row, len(_WIDTHS) - 1, "", format)
        sheet.write_string(self._row, 0, fitting(title, self._language.say("workbook.cut")), format)
        sheet.set_row(self._row, 28)

    def _write_tables(
        self, head: int, tables: Sequence[tuple[int, tuple[str, str], Sequence[tuple[str, int | float]]]]
    ) -> dict[int, Series]:
        """Write tables side by side, row by row: a row that is left cannot be gone back to."""
        book, sheet, say = self._book, self._sheet, self._language.say
        for left, heads, _ in tables:
            for place, name in enumerate(heads):
                sheet.write_string(head, left + place, say(f"workbook.head_{name}"), book.head)
        for place in range(max(len(rows) for _, _, rows in tables)):
            for left, _, rows in tables:
                if place < len(rows):
                    name, value = rows[place]
                    sheet.write_string(head + 1 + place, left, fitting(name, say("workbook.cut")), book.text)
                    sheet.write_number(head + 1 + place, left + 1, value, book.number)
        return {
            left: Series(str(sheet.name), head + 1, left, [name for name, _ in rows], [value for _, value in rows])
            for left, _, rows in tables
        }

    def _draw(self, found: dict[int, Series], row: int) -> int:
        """Draw what has something to show; return the row below."""
        workbook, sheet, say = self._book.workbook, self._sheet, self._language.say
        if any(found[_BINS].values):
            sheet.insert_chart(row, 0, scores(workbook, found[_BINS], say("workbook.chart_scores")))
            sheet.insert_chart(row, _TOPICS, passes(workbook, found[_PASSES], say("workbook.chart_passes")))
            row += _CHART_ROWS
        if found[_TOPICS].values:
            chart, rows = topics(workbook, found[_TOPICS], say("workbook.chart_topics"))
            sheet.insert_chart(row, 0, chart)
            row += rows
        return row + 1


def _bins(paper: PaperExport, language: Language) -> list[tuple[str, int | float]]:
    step = 100 // BINS
    return [
        (language.say("workbook.bin", low=place * step, high=(place + 1) * step), people)
        for place, people in enumerate(paper.findings.summary.bins)
    ]


def _passes(passed: int, marked: int, language: Language) -> list[tuple[str, int | float]]:
    return [(language.say("workbook.passed"), passed), (language.say("workbook.failed"), marked - passed)]


def _topics(paper: PaperExport) -> list[tuple[str, int | float]]:
    return [(one.title, number(100 * one.share)) for one in paper.findings.topics]
