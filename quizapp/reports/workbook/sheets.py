"""An export as a workbook: which sheets it has of what is wished for, and those that are tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from quizapp.documents.table_sheet import SheetField, Shown, add_table
from quizapp.documents.workbook import new_book
from quizapp.domain.exact_numbers import number
from quizapp.reports.analysis_data import NUMBERS, analysis_table
from quizapp.reports.cells import notes
from quizapp.reports.workbook.distribution_sheet import add_spread
from quizapp.reports.workbook.fields import as_of, fields_of, paper_field, plain_field, title_of
from quizapp.services.decisions.totals import in_order
from quizapp.services.scores.paper_findings import COLUMNS
from quizapp.services.scores.score_export import missed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quizapp.documents.workbook import ScoreWorkbook
    from quizapp.domain.decisions.totals import ClassTotals, Component, PersonTotal
    from quizapp.language import Language
    from quizapp.services.book.score_table import Cell
    from quizapp.services.scores.paper_findings import ResponseRow
    from quizapp.services.scores.score_export import Export, MakeUpMade, Missed, PaperExport


def write_workbook(export: Export, language: Language, out: BinaryIO) -> None:
    """Write an export into a stream. Raises what an export raises."""
    with new_book(out, language, export.now) as book:
        _add_sheets(book, export)


def _add_sheets(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheets; whoever may not see marks gets none that tells of them.

    Grades in place of marks leave out the totals, the responses and the spread; what is put up is results alone.
    """
    wishes = export.wishes
    if wishes.responses:
        _add_responses(book, export)
        return
    if wishes.tells_ranks and not wishes.paper:
        _add_totals(book, export)
    for paper in export.papers:
        _add_paper(book, export, paper)
    if wishes.is_public:
        return
    _add_make_ups(book, export)
    _add_items(book, export)
    if wishes.with_responses:
        _add_responses(book, export)
    if wishes.tells_ranks:
        add_spread(book, export)


def _add_paper(book: ScoreWorkbook, export: Export, paper: PaperExport) -> None:
    """Add the sheet, called as the paper is."""
    language, title, wishes = book.language, paper.paper.title, export.wishes
    what = language.say("workbook.put_up_title" if wishes.is_public else "workbook.paper_title", title=title)
    table = paper.scores
    # What is put up has few columns: only the paper's title, which stands above it, needs no place among them.
    aside = {"paper"} if wishes.is_public else {column.name for column in table.columns if column.is_aside}
    fields = fields_of(table.columns, language, aside)
    note, full = as_of(export, language), paper.paper.full_score
    if wishes.tells_ranks and full is not None:
        note = language.say("workbook.and_full", note=note, full=full)
    add_table(book, title, title_of(export, language, what), note, fields, table.rows)


def _add_totals(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet. Raises Refused for weights of what nothing is called."""
    language, found = book.language, export.totals
    is_weighed = any(one.weight is not None for one in found.components)
    title = title_of(export, language, language.say("workbook.totals_title"))
    note = as_of(export, language, "totals_note" if is_weighed else "shares_note")
    fields = _total_fields(found, language, is_weighed=is_weighed)
    people = in_order(found.people, export.wishes.row_order)
    add_table(book, language.say("workbook.sheet_totals"), title, note, fields, people)


def _total_fields(found: ClassTotals, language: Language, *, is_weighed: bool) -> list[SheetField[PersonTotal]]:
    def field(code: str, read: Callable[[PersonTotal], Cell], *, is_centred: bool = False) -> SheetField[PersonTotal]:
        return plain_field(language.say(code), read, is_centred=is_centred)

    fields = [
        field("column.id", lambda one: one.id, is_centred=True),
        field("column.name", lambda one: one.name),
        field("column.unit", lambda one: one.unit),
        field("column.post", lambda one: one.post),
        field("column.group", lambda one: one.group),
    ]
    for place, one in enumerate(found.components):
        fields.append(plain_field(_total_head(one, language), partial(_share, place, language), is_centred=True))
    if is_weighed:
        fields.insert(0, field("column.rank", lambda one: one.rank))
        fields.append(field("workbook.head_total", lambda one: None if one.total is None else number(one.total)))
    if any(one.made_up for one in found.people):
        fields.append(field("column.notes", lambda one: _note(one, found, language)))
    return fields


def _note(one: PersonTotal, found: ClassTotals, language: Language) -> str:
    """Return which of somebody's shares were earned at a make-up: they look like any other."""
    titles = [found.components[place].title for place in one.made_up]
    return language.say("note.between").join(language.say("workbook.made_up", title=title) for title in titles)


def _total_head(component: Component, language: Language) -> str:
    if component.weight is None:
        return component.title
    return language.say("workbook.weighed", title=component.title, weight=f"{number(100 * component.weight):g}")


def _share(place: int, language: Language, one: PersonTotal) -> Cell:
    """Return a person's share of 100 of one component, or why there is none."""
    share = one.shares[place]
    if share is not None:
        return number(100 * share)
    reason = dict(one.missing).get(place, "none")
    return language.say("workbook.reason_none" if reason in ("", "none") else f"word.{reason}")


def _add_make_ups(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet; grades in place of marks leave the make-up's score out."""
    language = book.language
    fields = list(_make_up_fields(export, language))
    title = title_of(export, language, language.say("workbook.make_up_title"))
    add_table(book, language.say("workbook.sheet_make_up"), title, as_of(export, language), fields, missed(export))


def _make_up_fields(export: Export, language: Language) -> Iterator[SheetField[Missed]]:
    def field(code: str, read: Callable[[Missed], Cell], *, is_centred: bool = True) -> SheetField[Missed]:
        return plain_field(language.say(code), read, is_centred=is_centred)

    def of_make_up(code: str, read: Callable[[MakeUpMade], Cell], *, is_centred: bool = True) -> SheetField[Missed]:
        return field(code, lambda one: read(one.make_up) if one.make_up else None, is_centred=is_centred)

    yield paper_field(export, language, lambda one: one.paper)
    yield field("column.id", lambda one: one.person.id)
    yield field("column.name", lambda one: one.person.name, is_centred=False)
    yield field("column.unit", lambda one: one.person.unit, is_centred=False)
    yield field("column.group", lambda one: one.person.group)
    yield field("workbook.head_standing", lambda one: _standing(one.standing, language))
    yield field("workbook.head_due", lambda one: _flag(one.is_due, language))
    yield of_make_up("workbook.head_make_up", lambda made: made.title, is_centred=False)
    yield of_make_up("workbook.head_make_up_status", lambda made: language.say(f"word.{made.status}"))
    if export.wishes.tells_ranks:
        yield of_make_up("workbook.head_make_up_score", lambda made: made.score)
    yield of_make_up("workbook.head_make_up_passed", lambda made: _flag(made.is_passed, language))
    yield field("column.notes", lambda one: notes(one.notes, language), is_centred=False)


def _standing(code: str, language: Language) -> str:
    if code in ("", "failed"):
        return language.say("workbook.standing_failed" if code else "workbook.standing_awaited")
    return language.say(f"word.{code}")


def _flag(claim: bool | None, language: Language) -> Cell:
    return None if claim is None else language.say("word.yes" if claim else "word.no")


_ITEM_FIELDS = ("number", "item", *NUMBERS, "options", "verdict")
_ITEM_PRINTED = frozenset({"number", "item", "candidates", "facility", "upper_lower_27", "options", "verdict"})


def _add_items(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet, with a row for each item of each paper. Raises MachineRefused."""
    language = book.language
    fields: list[SheetField[Mapping[str, Cell]]] = [
        paper_field(export, language, lambda row: row["paper"]),
        *(_item_field(name, language) for name in _ITEM_FIELDS),
    ]
    rows: Iterator[Mapping[str, Cell]] = (
        {"paper": one.paper.title, **dict(zip(_ITEM_FIELDS, cells, strict=True))}
        for one in export.papers
        for cells in analysis_table(one.findings.analysis, language).cells()
    )
    title = title_of(export, language, language.say("workbook.items_title"))
    add_table(book, language.say("workbook.sheet_items"), title, as_of(export, language), fields, rows)


def _item_field(name: str, language: Language) -> SheetField[Mapping[str, Cell]]:
    """Return a column: the discrimination under the name and on the scale that staff know, from -1 to 1."""
    if name == "upper_lower_27":
        return SheetField(language.say("analysis.head_discrimination"), lambda row: _of_one(row[name]))
    if name == "facility":
        return SheetField(language.say("analysis.head_facility"), lambda row: _short(row[name]))
    head = language.say(f"analysis.head_{name}")
    return plain_field(head, lambda row: row[name], is_printed=name in _ITEM_PRINTED)


def _of_one(percent: Cell) -> Shown:
    return round(percent / 100, 2) if isinstance(percent, int | float) else None


def _short(share: Cell) -> Shown:
    return round(share, 2) if isinstance(share, int | float) else None


def _add_responses(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheet; its rows are read while it is written, one attempt at a time."""
    language = book.language
    note = as_of(export, language, "keys_held" if any(one.findings.holds_back for one in export.papers) else "as_of")
    of_paper: SheetField[ResponseRow] = paper_field(export, language, lambda row: row.paper)
    fields = [of_paper, *fields_of(COLUMNS, language)]
    title = title_of(export, language, language.say("workbook.responses_title"))
    add_table(
        book, language.say("workbook.sheet_responses"), title, note, fields, _response_rows(export), is_signed=False
    )


def _response_rows(export: Export) -> Iterator[ResponseRow]:
    for paper in export.papers:
        # What is wished for alone is there already: its rows are counted for the log, too.
        found = paper.findings
        yield from found.response_table.rows if export.wishes.responses else found.responses()
