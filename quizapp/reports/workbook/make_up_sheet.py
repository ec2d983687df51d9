"""Who did not sit or pass (未考与补考), whether a make-up is due, and what came of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.cells import notes
from quizapp.reports.workbook.fields import Field, as_it_is, paper_field
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.reports.workbook.book import Book
    from quizapp.services.make_up_list import Missed
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell

_HEADS = (
    *("column.paper", "column.id", "column.name", "column.unit", "column.group"),
    *("workbook.head_standing", "workbook.head_due", "workbook.head_make_up", "workbook.head_make_up_status"),
    *("workbook.head_make_up_score", "workbook.head_make_up_passed", "column.notes"),
)
_WIDE = frozenset({"column.name", "column.unit", "workbook.head_make_up", "column.notes"})
_SCORE = _HEADS.index("workbook.head_make_up_score")


def add_make_ups(book: Book, export: Export) -> None:
    """Add the sheet; grades in place of marks leave the make-up's score out."""
    from quizapp.services.make_up_list import missed

    language, tells_marks = book.language, export.wishes.tells_ranks
    kept = [place for place in range(len(_HEADS)) if tells_marks or place != _SCORE]
    others = (Field(language.say(_HEADS[at]), as_it_is, is_centred=_HEADS[at] not in _WIDE) for at in kept[1:])
    fields = [paper_field(export, language), *others]
    rows = ([row[place] for place in kept] for row in _rows(missed(export), language))
    title = title_of(export, language, language.say("workbook.make_up_title"))
    add_table(book, language.say("workbook.sheet_make_up"), title, as_of(export, language), fields, rows)


def _rows(people: Iterator[Missed], language: Language) -> Iterator[tuple[Cell, ...]]:
    for one in people:
        made_up = one.make_up
        yield (
            one.paper,
            *one.person,
            _standing(one.standing, language),
            _flag(one.is_due, language),
            made_up.title if made_up else None,
            language.say(f"word.{made_up.status}") if made_up else None,
            made_up.score if made_up else None,
            _flag(made_up.is_passed, language) if made_up else None,
            notes(one.notes, language),
        )


def _standing(code: str, language: Language) -> str:
    if code in ("", "failed"):
        return language.say("workbook.standing_failed" if code else "workbook.standing_awaited")
    return language.say(f"word.{code}")


def _flag(claim: bool | None, language: Language) -> Cell:
    return None if claim is None else language.say("word.yes" if claim else "word.no")
