"""Units side by side, with what few people cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.class_report.findings import Grid, Head, Said, Section
from quizapp.reports.class_report.limits import FEWEST
from quizapp.reports.class_report.numbers import percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.reports.class_report.findings import Part, Text
    from quizapp.services.summary import Part as Unit

_HEADS = (
    Head(Said("report.head_unit"), "left", 7),
    Head(Said("report.expected"), "right", 2),
    Head(Said("report.marked"), "right", 2),
    Head(Said("report.mean"), "right", 2),
    Head(Said("report.passing"), "right", 2),
    Head(Said("report.pass_rate"), "right", 2),
)


def unit_section(units: Sequence[Unit]) -> Section:
    """Return the units, the highest mean first among those of which a mean says something, the others by name."""
    return Section(Said("report.units"), tuple(_parts(units)))


def _parts(units: Sequence[Unit]) -> Iterator[Part]:
    firm = [unit for unit in units if unit.tally.marked >= FEWEST]
    few = sorted((unit for unit in units if unit.tally.marked < FEWEST), key=lambda unit: (not unit.name, unit.name))
    if len(firm) > 1 and firm[0].tally.mean != firm[-1].tally.mean:
        yield Said("report.highest_unit", _values(firm[0]))
        yield Said("report.lowest_unit", _values(firm[-1]))
        if any(is_small(unit.tally.marked) for unit in firm):
            yield Said("report.units_differ")
    if few:
        yield Said("report.few_in_unit" if firm else "report.all_few", {"count": len(few), "least": FEWEST})
    yield Grid(_HEADS, tuple(_row(unit) for unit in (*firm, *few)))


def _values(unit: Unit) -> dict[str, object]:
    return {"unit": _name(unit), "count": unit.tally.marked, "mean": unit.tally.mean}


def _row(unit: Unit) -> tuple[Text | None, ...]:
    """Return a unit's row; of a handful neither mean nor share, which would be one person's marks."""
    tally = unit.tally
    counts = (_name(unit), tally.expected, tally.marked)
    if tally.marked < FEWEST:
        return (*counts, None, tally.passed, None)
    return (*counts, tally.mean, tally.passed, percent(tally.pass_share) if tally.pass_share is not None else None)


def _name(unit: Unit) -> Text:
    return unit.name or Said("report.no_unit")
