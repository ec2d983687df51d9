"""The 双向细目表 of a paper on paper: as a page for the printer, as CSV for spreadsheets, as a Markdown table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from quizapp.documents import page
from quizapp.documents.writers import WRITERS
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.papers.blueprint_table import Worth
from quizapp.domain.text import harmless

if TYPE_CHECKING:
    from quizapp.domain.papers.blueprint_table import BlueprintRow, BlueprintTable
    from quizapp.domain.papers.paper import Paper
    from quizapp.language import Language


TablePrint: TypeAlias = "Callable[[Paper, BlueprintTable, Language], bytes]"


def counted_on(paper: Paper, language: Language, letter: str = "A") -> str:
    """Return which form it is counted on, and that others may differ."""
    if paper.per_candidate:
        form = language.say("compose.table_one")
    elif paper.forms > 1:
        form = language.say("compose.table_form", letter=letter)
    else:
        return ""
    return language.say("compose.table_note", form=form)


def _figures(row: BlueprintRow, table: BlueprintTable, language: Language) -> list[str]:
    """Return a row's cells: questions by type and level, then the sums."""
    counts = [_worth(row.cells.get(column), language) for column in table.columns]
    total = row.total
    share = total.marks / table.total.total.marks if table.total.total.marks else Fraction(0)
    return [*counts, str(total.questions), language.marks(total.marks), f"{language.marks(share * 100)}%"]


def _worth(worth: Worth | None, language: Language) -> str:
    """Return a cell's questions with their marks: 4 (8); "" where there is nothing."""
    return f"{worth.questions} ({language.marks(worth.marks)})" if worth is not None and worth.questions else ""


def table_pages(paper: Paper, table: BlueprintTable, language: Language) -> page.Pages:
    """Return what stands on the page: the table, and beneath it what its cells are and what it is counted on."""
    title = f"{paper.title} {language.say('compose.table_title')}"
    notes = (language.say("compose.table_cells"), counted_on(paper, language))
    topics = page.GridColumn(language.say("compose.label_topics"), is_head=True)
    counts = (page.GridColumn(level, "right", group=name) for name, level in _level_heads(table, language))
    sums = (page.GridColumn(language.say(f"compose.{name}"), "right") for name in ("head_count", "head_sum", "share"))
    rows = (_row(row, table, language) for row in (*table.rows, table.total))
    grid = page.Grid((topics, *counts, *sums), tuple(rows))
    below = (page.TextBlock(line) for line in notes if line)
    return page.one_chapter(title, "blueprint", language.tongue, page.Heading(title, 1), grid, *below)


def _level_heads(table: BlueprintTable, language: Language) -> Iterator[tuple[str, str]]:
    """Give the columns' heads: each type with a level that stands under it."""
    names = [language.say(f"compose.part_{type}") for type in table.types for _ in table.levels_of(type)]
    for name, column in zip(names, table.columns, strict=True):
        yield name, language.say(f"word.{column.level}" if column.level else "compose.no_level")


def _row(row: BlueprintRow, table: BlueprintTable, language: Language) -> page.GridRow:
    kind = "sum" if row is table.total else "" if row.depth else "top"
    return page.GridRow((_topic(row, table, language), *_figures(row, table, language)), kind)


def _topic(row: BlueprintRow, table: BlueprintTable, language: Language) -> str:
    """Return what a row is called, further to the right beneath what it belongs to."""
    if row is table.total:
        return language.say("compose.sum")
    return "　" * row.depth + (row.title or language.say("compose.no_topic"))


def csv_table(paper: Paper, table: BlueprintTable, language: Language) -> bytes:  # noqa: ARG001 a table of figures says no title
    """Return the file's bytes: UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_csv_rows(table, language))
    return out.getvalue().encode("utf-8-sig", "replace")


def _csv_rows(table: BlueprintTable, language: Language) -> Iterator[list[str]]:
    count, marks = (language.say(f"compose.head_{name}") for name in ("count", "sum"))
    heads = (f"{name} {level} {what}" for name, level in _level_heads(table, language) for what in (count, marks))
    yield [language.say("compose.label_topics"), *heads, count, marks]
    for row in (*table.rows, table.total):
        worths = [row.cells.get(column, Worth()) for column in table.columns] + [row.total]
        figures = [text for worth in worths for text in (str(worth.questions), language.marks(worth.marks))]
        yield [harmless(_topic(row, table, language)), *figures]


def _in_pages(kind: str) -> TablePrint:
    return lambda paper, table, language: WRITERS[kind](table_pages(paper, table, language))


TABLES: dict[str, TablePrint] = {".html": _in_pages("html"), ".csv": csv_table, ".md": _in_pages("md")}


def table_print_for(suffix: str) -> TablePrint:
    """Return what writes a table in a file with that ending. Raises CalledWrongly, naming the choices."""
    found = TABLES.get({".htm": ".html"}.get(suffix.lower(), suffix.lower()))
    if found is None:
        raise CalledWrongly("print-unknown", wanted=suffix or "?", choices=" ".join(TABLES))
    return found
