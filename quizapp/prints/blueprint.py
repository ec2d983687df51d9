"""The 双向细目表 of a paper on paper: as a page for the printer, as CSV for spreadsheets, as a Markdown table."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from quizapp.documents.page import element, escaped, whole_page, with_fonts
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.papers.blueprint_table import Worth
from quizapp.domain.text import harmless
from quizapp.prints.markdown import plain

if TYPE_CHECKING:
    from quizapp.domain.papers.blueprint_table import BlueprintRow, BlueprintTable
    from quizapp.domain.papers.paper import Paper
    from quizapp.language import Language


def table_title(paper: Paper, language: Language) -> str:
    """Return the heading."""
    return f"{paper.title} {language.say('compose.table_title')}"


def counted_on(paper: Paper, language: Language, letter: str = "A") -> str:
    """Return which form it is counted on, and that others may differ."""
    if paper.per_candidate:
        form = language.say("compose.table_one")
    elif paper.forms > 1:
        form = language.say("compose.table_form", letter=letter)
    else:
        return ""
    return language.say("compose.table_note", form=form)


def type_heads(table: BlueprintTable, language: Language) -> list[tuple[str, int]]:
    """Return each type with how many levels stand under it."""
    return [(language.say(f"compose.part_{type}"), len(table.levels_of(type))) for type in table.types]


def level_heads(table: BlueprintTable, language: Language) -> list[str]:
    """Return the levels under all types."""
    return [language.say(f"word.{column.level}" if column.level else "compose.no_level") for column in table.columns]


def sum_heads(language: Language) -> list[str]:
    """Return the heads of the sums: questions, marks, share of the marks."""
    return [language.say(f"compose.head_{name}") for name in ("count", "sum")] + [language.say("compose.share")]


def topic_of(row: BlueprintRow, table: BlueprintTable, language: Language) -> str:
    """Return what a row is called."""
    if row is table.total:
        return language.say("compose.sum")
    return row.title or language.say("compose.no_topic")


def row_cells(row: BlueprintRow, table: BlueprintTable, language: Language) -> list[str]:
    """Return a row's cells: questions by type and level, then the sums."""
    counts = [_worth(row.cells.get(column), language) for column in table.columns]
    total = row.total
    share = total.marks / table.total.total.marks if table.total.total.marks else Fraction(0)
    return [*counts, str(total.questions), language.marks(total.marks), f"{language.marks(share * 100)}%"]


def _worth(worth: Worth | None, language: Language) -> str:
    """Return a cell's questions with their marks: 4 (8); "" where there is nothing."""
    return f"{worth.questions} ({language.marks(worth.marks)})" if worth is not None and worth.questions else ""


TablePrint: TypeAlias = "Callable[[Paper, BlueprintTable, Language], bytes]"


_STYLE = """@page { size: A4 landscape; margin: 15mm; }
body { font: 10.5pt/1.5 $song; color: #000; margin: 0; }
h1 { font: bold 15pt/1.4 $hei; text-align: center; }
table { border-collapse: collapse; width: 100%; }
th, td { border: .75pt solid #000; padding: 1mm; text-align: right; font-weight: normal; }
td { white-space: nowrap; }
thead th { text-align: center; }
th[scope=row] { text-align: left; }
tr.top th, tr.top td, tr.sum th, tr.sum td { font-weight: bold; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
p { font-size: 9pt; }
@media screen { body { max-width: 267mm; margin: 8mm auto; } }
"""


def web_table(paper: Paper, table: BlueprintTable, language: Language) -> bytes:
    """Return the page's bytes in UTF-8."""
    title = table_title(paper, language)
    notes = (language.say("compose.table_cells"), counted_on(paper, language))
    body = [
        element("h1", escaped(title)),
        element("table", _web_head(table, language) + element("tbody", "\n".join(_web_rows(table, language)))),
        *(element("p", escaped(line)) for line in notes if line),
    ]
    return whole_page(title, with_fonts(_STYLE), "\n".join(body), language)


def _web_rows(table: BlueprintTable, language: Language) -> Iterator[str]:
    for row in (*table.rows, table.total):
        kind = "sum" if row is table.total else "top" if not row.depth else ""
        name = "　" * row.depth + escaped(topic_of(row, table, language))
        cells = "".join(element("td", escaped(cell)) for cell in row_cells(row, table, language))
        yield element("tr", f'<th scope="row">{name}</th>{cells}', kind)


def _web_head(table: BlueprintTable, language: Language) -> str:
    """Return the two lines of heads: the types above their levels, topics and sums beside both."""
    types = "".join(f'<th colspan="{levels}">{escaped(name)}</th>' for name, levels in type_heads(table, language))
    sums = "".join(f'<th rowspan="2">{escaped(head)}</th>' for head in sum_heads(language))
    topics = f'<th rowspan="2">{escaped(language.say("compose.label_topics"))}</th>'
    levels = "".join(element("th", escaped(head)) for head in level_heads(table, language))
    return element("thead", element("tr", topics + types + sums) + element("tr", levels))


def csv_table(paper: Paper, table: BlueprintTable, language: Language) -> bytes:  # noqa: ARG001 a table of figures says no title
    """Return the file's bytes: UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(_csv_rows(table, language))
    return out.getvalue().encode("utf-8-sig", "replace")


def _csv_rows(table: BlueprintTable, language: Language) -> Iterator[list[str]]:
    names = [name for name, levels in type_heads(table, language) for _ in range(levels)]
    heads = [f"{name} {level}" for name, level in zip(names, level_heads(table, language), strict=True)]
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
        yield [harmless("　" * row.depth + topic_of(row, table, language)), *figures]


def markdown_table(paper: Paper, table: BlueprintTable, language: Language) -> bytes:
    """Return the file's bytes in UTF-8."""
    return ("\n".join(_markdown_lines(paper, table, language)) + "\n").encode("utf-8", "replace")


def _markdown_lines(paper: Paper, table: BlueprintTable, language: Language) -> Iterator[str]:
    yield f"# {plain(table_title(paper, language))}\n"
    names = [name for name, levels in type_heads(table, language) for _ in range(levels)]
    heads = [f"{name} {level}" for name, level in zip(names, level_heads(table, language), strict=True)]
    heads = [language.say("compose.label_topics"), *heads, *sum_heads(language)]
    yield _markdown_line(heads)
    yield _markdown_line([":---", *["---:"] * (len(heads) - 1)], is_plain=True)
    for row in (*table.rows, table.total):
        name = "　" * row.depth + topic_of(row, table, language)
        yield _markdown_line([name, *row_cells(row, table, language)])
    for line in (language.say("compose.table_cells"), counted_on(paper, language)):
        if line:
            yield "\n" + plain(line)


def _markdown_line(cells: list[str], *, is_plain: bool = False) -> str:
    return "| " + " | ".join(cell if is_plain else plain(cell) for cell in cells) + " |"


TABLES: dict[str, TablePrint] = {".html": web_table, ".csv": csv_table, ".md": markdown_table}


def table_print_for(suffix: str) -> TablePrint:
    """Return what writes a table in a file with that ending. Raises CalledWrongly, naming the choices."""
    found = TABLES.get({".htm": ".html"}.get(suffix.lower(), suffix.lower()))
    if found is None:
        raise CalledWrongly("print-unknown", wanted=suffix or "?", choices=" ".join(TABLES))
    return found
