"""The sheets that are tables: papers, all marks side by side, who did not sit or pass, items, responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.analysis_data import NUMBERS, analysis_table
from quizapp.reports.cells import notes
from quizapp.reports.workbook.print_layout import as_of, title_of
from quizapp.reports.workbook.table_sheet import SheetField, Shown, add_table, as_it_is, fields_of, paper_field
from quizapp.services.book.marked_attempt import number
from quizapp.services.decisions.totals import in_order
from quizapp.services.scores.response_rows import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from quizapp.domain.decisions.totals import ClassTotals, Component, PersonTotal
    from quizapp.language import Language
    from quizapp.reports.workbook.book import ScoreWorkbook
    from quizapp.services.book.score_table import Cell
    from quizapp.services.scores.make_up_list import Missed
    from quizapp.services.scores.score_export import Export, PaperExport


_PUT_UP_ASIDE = ("paper",)
_ASIDE = (
    *(*_PUT_UP_ASIDE, "kind", "form", "attempt", "full_score"),
    *("started_at", "handed_in_at", "handed_in_by", "receipt"),
)
"""Columns that stand to the right of what is printed: more is too small to read on A4."""


def add_paper(book: ScoreWorkbook, export: Export, paper: PaperExport) -> None:
    """Add the sheet, called as the paper is."""
    language, title, wishes = book.language, paper.paper.title, export.wishes
    what = language.say("workbook.put_up_title" if wishes.is_public else "workbook.paper_title", title=title)
    table = paper.scores
    fields = fields_of(table.columns, language, _PUT_UP_ASIDE if wishes.is_public else _ASIDE)
    note, full = as_of(export, language), paper.paper.full_score
    if wishes.tells_ranks and full is not None:
        note = language.say("workbook.and_full", note=note, full=full)
    add_table(book, title, title_of(export, language, what), note, fields, table.rows)


_PERSON = ("id", "name", "unit", "post", "group")


def add_totals(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet. Raises Refused for weights of what nothing is called."""
    language, found = book.language, export.totals
    is_weighed = any(one.weight is not None for one in found.components)
    title = title_of(export, language, language.say("workbook.totals_title"))
    note = as_of(export, language, "totals_note" if is_weighed else "shares_note")
    fields = _total_fields(found, language, is_weighed=is_weighed)
    people = in_order(found.people, export.wishes.row_order)
    rows = _total_rows(found, people, language, is_weighed=is_weighed)
    add_table(book, language.say("workbook.sheet_totals"), title, note, fields, rows)


def _total_fields(found: ClassTotals, language: Language, *, is_weighed: bool) -> list[SheetField]:
    person = [SheetField(language.say(f"column.{name}"), as_it_is, is_centred=name == "id") for name in _PERSON]
    shares = [SheetField(_total_head(one, language), as_it_is, is_centred=True) for one in found.components]
    notes = [SheetField(language.say("column.notes"), as_it_is)] if _has_notes(found) else []
    if not is_weighed:
        return [*person, *shares, *notes]
    rank, total = (SheetField(language.say(code), as_it_is) for code in ("column.rank", "workbook.head_total"))
    return [rank, *person, *shares, total, *notes]


def _has_notes(found: ClassTotals) -> bool:
    return any(one.made_up for one in found.people)


def _note(one: PersonTotal, found: ClassTotals, language: Language) -> str:
    """Return which of somebody's shares were earned at a make-up: they look like any other."""
    titles = [found.components[place].title for place in one.made_up]
    return language.say("note.between").join(language.say("workbook.made_up", title=title) for title in titles)


def _total_head(component: Component, language: Language) -> str:
    if component.weight is None:
        return component.title
    return language.say("workbook.weighed", title=component.title, weight=f"{number(100 * component.weight):g}")


def _total_rows(
    found: ClassTotals, people: Sequence[PersonTotal], language: Language, *, is_weighed: bool
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


_HEADS = (
    *("column.paper", "column.id", "column.name", "column.unit", "column.group"),
    *("workbook.head_standing", "workbook.head_due", "workbook.head_make_up", "workbook.head_make_up_status"),
    *("workbook.head_make_up_score", "workbook.head_make_up_passed", "column.notes"),
)
_WIDE = frozenset({"column.name", "column.unit", "workbook.head_make_up", "column.notes"})
_SCORE = _HEADS.index("workbook.head_make_up_score")


def add_make_ups(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet; grades in place of marks leave the make-up's score out."""
    from quizapp.services.scores.make_up_list import missed

    language, tells_marks = book.language, export.wishes.tells_ranks
    kept = [place for place in range(len(_HEADS)) if tells_marks or place != _SCORE]
    others = (SheetField(language.say(_HEADS[at]), as_it_is, is_centred=_HEADS[at] not in _WIDE) for at in kept[1:])
    fields = [paper_field(export, language), *others]
    rows = ([row[place] for place in kept] for row in _make_up_rows(missed(export), language))
    title = title_of(export, language, language.say("workbook.make_up_title"))
    add_table(book, language.say("workbook.sheet_make_up"), title, as_of(export, language), fields, rows)


def _make_up_rows(people: Iterator[Missed], language: Language) -> Iterator[tuple[Cell, ...]]:
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


_ITEM_FIELDS = ("number", "item", *NUMBERS, "options", "verdict")
_ITEM_PRINTED = frozenset({"number", "item", "candidates", "facility", "upper_lower_27", "options", "verdict"})


def add_items(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet, with a row for each item of each paper. Raises MachineRefused."""
    language = book.language
    fields = [paper_field(export, language), *(_item_field(name, language) for name in _ITEM_FIELDS)]
    rows = ((one.paper.title, *row) for one in export.papers for row in analysis_table(one.analysis, language).rows)
    title = title_of(export, language, language.say("workbook.items_title"))
    add_table(book, language.say("workbook.sheet_items"), title, as_of(export, language), fields, rows)


def _item_field(name: str, language: Language) -> SheetField:
    """Return a column: the discrimination under the name and on the scale that staff know, from -1 to 1."""
    if name == "upper_lower_27":
        return SheetField(language.say("analysis.head_discrimination"), _of_one)
    if name == "facility":
        return SheetField(language.say("analysis.head_facility"), _short)
    return SheetField(language.say(f"analysis.head_{name}"), as_it_is, name in _ITEM_PRINTED)


def _of_one(percent: Cell) -> Shown:
    return round(percent / 100, 2) if isinstance(percent, int | float) else None


def _short(share: Cell) -> Shown:
    return round(share, 2) if isinstance(share, int | float) else None


def add_responses(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet; its rows are read while it is written, one attempt at a time."""
    language = book.language
    note = as_of(export, language, "keys_held" if any(one.holds_back for one in export.papers) else "as_of")
    fields = [paper_field(export, language), *fields_of(COLUMNS, language)]
    title = title_of(export, language, language.say("workbook.responses_title"))
    add_table(
        book, language.say("workbook.sheet_responses"), title, note, fields, _response_rows(export), is_signed=False
    )


def _response_rows(export: Export) -> Iterator[tuple[Cell, ...]]:
    for paper in export.papers:
        # What is wished for alone is there already: its rows are counted for the log, too.
        rows = paper.table.rows if export.wishes.responses else paper.responses()
        for row in rows:
            yield paper.paper.title, *row
