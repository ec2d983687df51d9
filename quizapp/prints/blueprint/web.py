"""The 双向细目表 as a page for the printer: self-contained, A4 across."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.documents.page import element, escaped, whole_page
from quizapp.documents.style import with_fonts
from quizapp.prints.blueprint import wording

if TYPE_CHECKING:
    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.language import Language

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


def write(paper: Paper, table: Table, language: Language) -> bytes:
    """Return the page's bytes in UTF-8."""
    title = wording.title(paper, language)
    notes = (language.say("compose.table_cells"), wording.note(paper, language))
    body = [
        element("h1", escaped(title)),
        element("table", _head(table, language) + element("tbody", "\n".join(_rows(table, language)))),
        *(element("p", escaped(line)) for line in notes if line),
    ]
    return whole_page(title, with_fonts(_STYLE), "\n".join(body), language)


def _rows(table: Table, language: Language) -> Iterator[str]:
    for row in (*table.rows, table.total):
        kind = "sum" if row is table.total else "top" if not row.depth else ""
        name = "　" * row.depth + escaped(wording.topic_of(row, table, language))
        cells = "".join(element("td", escaped(cell)) for cell in wording.cells(row, table, language))
        yield element("tr", f'<th scope="row">{name}</th>{cells}', kind)


def _head(table: Table, language: Language) -> str:
    """Return the two lines of heads: the types above their levels, topics and sums beside both."""
    types = "".join(
        f'<th colspan="{levels}">{escaped(name)}</th>' for name, levels in wording.type_heads(table, language)
    )
    sums = "".join(f'<th rowspan="2">{escaped(head)}</th>' for head in wording.sum_heads(language))
    topics = f'<th rowspan="2">{escaped(language.say("compose.label_topics"))}</th>'
    levels = "".join(element("th", escaped(head)) for head in wording.level_heads(table, language))
    return element("thead", element("tr", topics + types + sums) + element("tr", levels))
