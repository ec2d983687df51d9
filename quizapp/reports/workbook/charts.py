"""The charts of the distribution, drawn by the spreadsheet from the cells of its own sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart

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
