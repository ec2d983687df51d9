"""All marks side by side (总表), with the total where weights are set; what is missing is said, and is no zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.workbook.fields import Field, as_it_is
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table
from quizapp.services.scoring import number
from quizapp.services.totalling import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from quizapp.domain.totals import Component, PersonTotal, Totals
    from quizapp.language import Language
    from quizapp.reports.workbook.book import Book
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell

_PERSON = ("id", "name", "unit", "post", "group")


def add_totals(book: Book, export: Export) -> None:
    """Add the sheet. Raises Refused for weights of what nothing is called."""
    language, found = book.language, export.totals
    is_weighed = any(one.weight is not None for one in found.components)
    title = title_of(export, language, language.say("workbook.totals_title"))
    note = as_of(export, language, "totals_note" if is_weighed else "shares_note")
    fields = _fields(found, language, is_weighed=is_weighed)
    people = in_order(found.people, export.wishes.row_order)
    rows = _rows(found, people, language, is_weighed=is_weighed)
    add_table(book, language.say("workbook.sheet_totals"), title, note, fields, rows)


def _fields(found: Totals, language: Language, *, is_weighed: bool) -> list[Field]:
    person = [Field(language.say(f"column.{name}"), as_it_is, is_centred=name == "id") for name in _PERSON]
    shares = [Field(_head(one, language), as_it_is, is_centred=True) for one in found.components]
    notes = [Field(language.say("column.notes"), as_it_is)] if _has_notes(found) else []
    if not is_weighed:
        return [*person, *shares, *notes]
    rank, total = (Field(language.say(code), as_it_is) for code in ("column.rank", "workbook.head_total"))
    return [rank, *person, *shares, total, *notes]


def _has_notes(found: Totals) -> bool:
    return any(one.made_up for one in found.people)


def _note(one: PersonTotal, found: Totals, language: Language) -> str:
    """Return which of somebody's shares were earned at a make-up: they look like any other."""
    titles = [found.components[place].title for place in one.made_up]
    return language.say("note.between").join(language.say("workbook.made_up", title=title) for title in titles)


def _head(component: Component, language: Language) -> str:
    if component.weight is None:
        return component.title
    return language.say("workbook.weighed", title=component.title, weight=f"{number(100 * component.weight):g}")


def _rows(
    found: Totals, people: Sequence[PersonTotal], language: Language, *, is_weighed: bool
) -> Iterator[tuple[Cell, ...]]:
    has_notes = _has_notes(found)
    for one in people:
        missing = dict(one.missing)
        shares = (_share(share, missing.get(place, ""), language) for place, share in enumerate(one.shares))
        row = (one.id, one.name, one.unit, one.post, one.group, *shares)
        total = None if one.total is None else number(one.total)
        noted = [_note(one, found, language)] if has_notes else []
        yield (one.rank, *row, total, *noted) if is_weighed else (*row, *noted)


def _share(share: Fraction | None, reason: str, language: Language) -> Cell:
    """Return a share of 100, or why there is none."""
    if share is not None:
        return number(100 * share)
    return language.say("workbook.reason_none" if reason in ("", "none") else f"word.{reason}")
