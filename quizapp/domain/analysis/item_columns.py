"""A class's marks turned from attempts to items; items that stand on several forms are pooled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from operator import mul

from quizapp.domain.analysis.attempt_rows import AskedForm, AskedItem, AttemptRow, Cells, Rows, scaled
from quizapp.domain.attempt.events import Certainty


class ScoreTotals:
    """Sums of marks over the whole test, the lowest first."""

    def __init__(self, values: Sequence[int]) -> None:
        self.values = values
        self.sum = sum(values)
        self.products = product_sum(values)
        """n (n - 1) times their variance."""


def product_sum(values: Sequence[int]) -> int:
    """Return n sum(a a) - sum(a)^2, that is n (n - 1) times the variance."""
    squares: int = sum(map(mul, values, values))
    total: int = sum(values)
    return len(values) * squares - total**2


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemColumn:
    """One item with all who were asked it, by their totals."""

    item: AskedItem
    totals: ScoreTotals
    marks: Sequence[int]
    given: Sequence[int]
    """Their responses; a mark added to one makes one of the `cells`."""
    cells: Cells
    seconds: Sequence[int | None]
    certainties: Sequence[Certainty | None]
    """() where none was asked for."""
    full: int
    """What it is worth, summed over them."""
    full_scores: int
    """What their forms are worth, summed."""

    @property
    def count(self) -> int:
        """How many were asked it."""
        return len(self.marks)


def columns(found: Rows) -> tuple[ItemColumn, ...]:
    """Return a class's columns by their numbers; those that have none by their ids."""
    if not found.rows:
        return ()
    first = found.rows[0].form
    is_one = all(row.form is first for row in found.rows)
    return tuple(_of_one_form(found, first) if is_one else _pooled(found))


def _of_one_form(found: Rows, form: AskedForm) -> Iterator[ItemColumn]:
    rows, unit = found.rows, found.unit
    totals, count = ScoreTotals([row.total for row in rows]), len(rows)
    turned = zip(
        form.items,
        scaled([item.marks for item in form.items], unit),
        zip(*(row.marks for row in rows), strict=True),
        zip(*(row.given for row in rows), strict=True),
        zip(*(row.seconds for row in rows), strict=True),
        _certainties(rows),
        strict=False,
    )
    (full_score,) = scaled([form.full_score], unit)
    for item, full, marks, given, seconds, certainties in turned:
        yield ItemColumn(
            item=item,
            totals=totals,
            marks=marks,
            given=given,
            cells=found.cells,
            seconds=seconds,
            certainties=certainties,
            full=count * full,
            full_scores=count * full_score,
        )


def _certainties(rows: Sequence[AttemptRow]) -> Iterable[Sequence[Certainty | None]]:
    """Return the certainties by item; () for each where nobody was asked for them."""
    if not any(row.certainties for row in rows):
        return repeat(())
    return zip(*(row.certainties or (None,) * len(row.marks) for row in rows), strict=True)


@dataclass(slots=True, kw_only=True)
class _Pool:
    """A column that grows, as its item is met on one form after another."""

    item: AskedItem
    forms: int = 0
    totals: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    given: list[int] = field(default_factory=list)
    seconds: list[int | None] = field(default_factory=list)
    certainties: list[Certainty | None] = field(default_factory=list)
    full: int = 0
    full_scores: int = 0

    def meet(self, item: AskedItem) -> None:
        """Take in how a further form asks the item."""
        known = self.item
        is_alike = (known.number, known.order) == (item.number, item.order)
        self.forms += 1
        self.item = replace(
            known,
            number=known.number if is_alike else None,
            order=known.order if is_alike else known.bank_order,
            keys=tuple(dict.fromkeys((*known.keys, *item.keys))),
            is_given=known.is_given and item.is_given,
        )

    def column(self, forms: int, cells: Cells) -> ItemColumn:
        """Return it full-grown; only what stands alike on all `forms` keeps its number."""
        is_everywhere = self.forms == forms and self.item.number is not None
        return ItemColumn(
            item=self.item if is_everywhere else replace(self.item, number=None, order=self.item.bank_order),
            totals=ScoreTotals(self.totals),
            marks=self.marks,
            given=self.given,
            cells=cells,
            seconds=self.seconds,
            certainties=self.certainties,
            full=self.full,
            full_scores=self.full_scores,
        )


def _pooled(found: Rows) -> Iterable[ItemColumn]:
    pools: dict[str, _Pool] = {}
    met: dict[int, tuple[list[_Pool], list[int], int]] = {}
    for row in found.rows:
        if id(row.form) not in met:
            met[id(row.form)] = _meet(pools, row.form, found.unit)
        _add(row, *met[id(row.form)])
    pooled = [pool.column(len(met), found.cells) for pool in pools.values()]
    return sorted(pooled, key=lambda column: (column.item.number is None, column.item.number or 0, column.item.item))


def _meet(pools: dict[str, _Pool], form: AskedForm, unit: int) -> tuple[list[_Pool], list[int], int]:
    """Return the pools of a form's items, what they are worth there, and what the form is worth."""
    there = []
    for item in form.items:
        pool = pools.setdefault(item.item, _Pool(item=item))
        pool.meet(item)
        there.append(pool)
    *fulls, full_score = scaled([*(item.marks for item in form.items), form.full_score], unit)
    return there, fulls, full_score


def _add(row: AttemptRow, pools: list[_Pool], fulls: list[int], full_score: int) -> None:
    certainties = row.certainties or repeat(None, len(pools))
    cells = zip(pools, fulls, row.marks, row.given, row.seconds, certainties, strict=True)
    for pool, full, mark, given, seconds, certainty in cells:
        pool.totals.append(row.total)
        pool.marks.append(mark)
        pool.given.append(given)
        pool.seconds.append(seconds)
        pool.certainties.append(certainty)
        pool.full += full
        pool.full_scores += full_score
