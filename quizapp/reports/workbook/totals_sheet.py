"""All marks side by side (总表), with the total where weights are set; what is missing is said, and is no zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.workbook.fields import Field, as_it_is
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table
from quizapp.services.scoring import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from quizapp.language import Language
    from quizapp.reports.workbook.book import Book
    from quizapp.services.export_wishes import Order
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell
    from quizapp.services.totalling import Component, PersonTotal, Totals

_PERSON = ("id", "name", "unit", "post", "group")


def add_totals(book: Book, export: Export) -> None:
    """Add the sheet. Raises Refused for weights of what nothing is called."""
    language, found = book.language, export.totals
    is_weighed = any(one.weight is not None for one in found.components)
    title = title_of(export, language, language.say("workbook.totals_title"))
    note = as_of(export, language, "totals_note" if is_weighed else "shares_note")
    fields = _fields(found, language, is_weighed=is_weighed)
    people = _ordered(found.people, export.wishes.row_order)
    rows = _rows(people, language, is_weighed=is_weighed)
    add_table(book, language.say("workbook.sheet_totals"), title, note, fields, rows)


def _fields(found: Totals, language: Language, *, is_weighed: bool) -> list[Field]:
    person = [Field(language.say(f"column.{name}"), as_it_is, is_centred=name == "id") for name in _PERSON]
    shares = [Field(_head(one, language), as_it_is, is_centred=True) for one in found.components]
    if not is_weighed:
        return [*person, *shares]
    rank, total = (Field(language.say(code), as_it_is) for code in ("column.rank", "workbook.head_total"))
    return [rank, *person, *shares, total]


def _head(component: Component, language: Language) -> str:
    if component.weight is None:
        return component.title
    return language.say("workbook.weighed", title=component.title, weight=f"{number(100 * component.weight):g}")


def _ordered(people: tuple[PersonTotal, ...], order: Order) -> list[PersonTotal]:
    """Return people in order: they come as the class list has them, and stay so within a unit or a group."""

    def key(one: PersonTotal) -> tuple[object, ...]:
        if order == "rank":
            return one.rank is None, one.rank or 0
        part = {"unit": one.unit, "group": one.group}.get(order, "")
        return order != "roster" and not part, part

    return sorted(people, key=key)


def _rows(people: list[PersonTotal], language: Language, *, is_weighed: bool) -> Iterator[tuple[Cell, ...]]:
    for one in people:
        missing = dict(one.missing)
        shares = (_share(share, missing.get(place, ""), language) for place, share in enumerate(one.shares))
        row = (one.id, one.name, one.unit, one.post, one.group, *shares)
        total = None if one.total is None else number(one.total)
        yield (one.rank, *row, total) if is_weighed else row


def _share(share: Fraction | None, reason: str, language: Language) -> Cell:
    """Return a share of 100, or why there is none."""
    if share is not None:
        return number(100 * share)
    return language.say("workbook.reason_none" if reason in ("", "none") else f"word.{reason}")
