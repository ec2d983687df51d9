"""The 双向细目表 as CSV, for Excel and WPS: a cell's questions and its marks in columns of their own."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizapp.domain.composing.table import Worth
from quizapp.domain.spreadsheet import harmless
from quizapp.prints.blueprint import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.language import Language


def write(paper: Paper, table: Table, language: Language) -> bytes:  # noqa: ARG001 a table of figures says no title
    """Return the file's bytes: UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_rows(table, language))
    return out.getvalue().encode("utf-8-sig", "replace")


def _rows(table: Table, language: Language) -> Iterator[list[str]]:
    names = [name for name, levels in wording.type_heads(table, language) for _ in range(levels)]
    heads = [f"{name} {level}" for name, level in zip(names, wording.level_heads(table, language), strict=True)]
    count, marks = (language.say(f"compose.head_{name}") for name in ("count", "sum"))
    yield [
        language.say("compose.label_topics"),
        *(f"{head} {what}" for head in heads for what in (count, marks)),
        count,
        marks,
    ]
    for row in (*table.rows, table.total):
        worths = [row.cells.get(column, Worth()) for column in table.columns] + [row.total]
        figures = [text for worth in worths for text in (str(worth.questions), language.marks(worth.marks))]
        yield [harmless("　" * row.depth + wording.topic_of(row, table, language)), *figures]
