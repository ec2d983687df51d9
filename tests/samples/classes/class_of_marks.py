"""Classes made of nothing but their marks, for the tests to say only what matters to them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from quizapp.domain.analysis.analysis import Analysis, ItemStatistics, analyse
from quizapp.domain.analysis.attempt_rows import AnalysisSheet, AskedForm, AskedItem
from quizapp.domain.attempt.events import Certainty
from quizapp.domain.item import Response

Marks = Sequence[Sequence[Fraction | int]]
"""A row for each candidate, a column for each item."""


def item(number: int, marks: Fraction | int = 1, keys: Sequence[str] = (), letters: str = "") -> AskedItem:
    """Return an item; with letters, one that is chosen from."""
    return AskedItem(
        item=f"i-{number}",
        number=number,
        marks=Fraction(marks),
        letters=tuple(letters),
        keys=tuple(tuple(key) for key in keys),
    )


def form(*items: AskedItem) -> AskedForm:
    """Return a form that asks these items and no other."""
    full = sum((one.marks for one in items), Fraction(0))
    return AskedForm(items=items, places=tuple(range(len(items))), full_score=full)


def sheet(
    asked: AskedForm,
    marks: Sequence[Fraction | int],
    responses: Sequence[Response] = (),
    seconds: Sequence[int | None] = (),
    certainties: Sequence[Certainty | None] = (),
) -> AnalysisSheet:
    """Return an attempt with these marks; its score is their sum."""
    exact = tuple(map(Fraction, marks))
    return AnalysisSheet(
        form=asked,
        score=sum(exact, Fraction(0)),
        marks=exact,
        responses=tuple(responses) or ((),) * len(exact),
        seconds=tuple(seconds) or (None,) * len(exact),
        certainties=tuple(certainties),
    )


def sheets(marks: Marks, full: Sequence[Fraction | int] = ()) -> list[AnalysisSheet]:
    """Return a class at one form; an item is worth 1 where nothing else is said."""
    count = len(marks[0]) if marks else len(full)
    worth = list(full) or [1] * count
    asked = form(*(item(number, each) for number, each in enumerate(worth, 1)))
    return [sheet(asked, row) for row in marks]


def analysed(marks: Marks, full: Sequence[Fraction | int] = ()) -> Analysis:
    """Return the analysis of such a class."""
    return analyse(sheets(marks, full))


def chosen(key: str, answers: Sequence[str], others: Sequence[int], letters: str = "ABCD") -> ItemStatistics:
    """Return the statistics of an item with these answers, beside another on which each has so many marks."""
    asked = form(item(1, 1, keys=[key], letters=letters), item(2, 10))
    rows = [
        sheet(asked, [int(sorted(answer) == sorted(key)), other], [tuple(answer), ()])
        for answer, other in zip(answers, others, strict=True)
    ]
    return analyse(rows).items[0]


FULL = st.sampled_from([Fraction(1), Fraction(2), Fraction(5, 2), Fraction(10, 3)])
SHARES = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(-1, 4)])


@st.composite
def any_class(draw: st.DrawFn) -> tuple[list[list[Fraction]], list[Fraction]]:
    """Give marks and what each item is worth: classes of none, of one, of equals, and of any others."""
    full = draw(st.lists(FULL, min_size=0, max_size=6))
    shares = st.lists(SHARES, min_size=len(full), max_size=len(full))
    row = shares.map(lambda earned: [share * worth for share, worth in zip(earned, full, strict=True)])
    rows = draw(st.one_of(st.lists(row, max_size=14), row.map(lambda one: [one] * 5), st.lists(row, max_size=1)))
    return rows, full
