"""The 双向细目表 as a page for the printer: self-contained, A4 across."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from quizapp.prints.blueprint import wording

if TYPE_CHECKING:
    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.language import Language

_STYLE = """@page { size: A4 landscape; margin: 15mm; }
body { font: 10.5pt/1.5 SimSun, "宋体", "Songti SC", STSong, "Noto Serif CJK SC", serif; color: #000; margin: 0; }
h1 { font: bold 15pt/1.4 SimHei, "黑体", "Heiti SC", "Noto Sans CJK SC", sans-serif; text-align: center; }
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


def write(paper: Paper, table: Table, language: Language) -> bytes:
    """Return the page's bytes in UTF-8."""
    return "\n".join(_page(paper, table, language)).encode("utf-8", "replace")


def _page(paper: Paper, table: Table, language: Language) -> Iterator[str]:
    tongue = "zh-CN" if language.tongue == "zh" else "en"
    title = escape(wording.title(paper, language))
    yield f'<!DOCTYPE html>\n<html lang="{tongue}"><head><meta charset="utf-8"><title>{title}</title>'
    yield f"<style>\n{_STYLE}</style></head><body>\n<h1>{title}</h1>\n<table><thead>"
    yield from _heads(table, language)
    yield "</thead><tbody>"
    for row in (*table.rows, table.total):
        kind = ' class="sum"' if row is table.total else ' class="top"' if not row.depth else ""
        name = "　" * row.depth + escape(wording.topic_of(row, table, language))
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in wording.cells(row, table, language))
        yield f'<tr{kind}><th scope="row">{name}</th>{cells}</tr>'
    yield "</tbody></table>"
    for line in (language.say("compose.table_cells"), wording.note(paper, language)):
        if line:
            yield f"<p>{escape(line)}</p>"
    yield "</body></html>\n"


def _heads(table: Table, language: Language) -> Iterator[str]:
    types = "".join(
        f'<th colspan="{levels}">{escape(name)}</th>' for name, levels in wording.type_heads(table, language)
    )
    sums = "".join(f'<th rowspan="2">{escape(head)}</th>' for head in wording.sum_heads(language))
    yield f'<tr><th rowspan="2">{escape(language.say("compose.label_topics"))}</th>{types}{sums}</tr>'
    yield "<tr>" + "".join(f"<th>{escape(head)}</th>" for head in wording.level_heads(table, language)) + "</tr>"
