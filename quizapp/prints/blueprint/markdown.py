"""The 双向细目表 as a Markdown table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.prints.blueprint import wording
from quizapp.prints.markdown import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.language import Language


def write(paper: Paper, table: Table, language: Language) -> bytes:
    """Return the file's bytes in UTF-8."""
    return ("\n".join(_lines(paper, table, language)) + "\n").encode("utf-8", "replace")


def _lines(paper: Paper, table: Table, language: Language) -> Iterator[str]:
    yield f"# {plain(wording.title(paper, language))}\n"
    names = [name for name, levels in wording.type_heads(table, language) for _ in range(levels)]
    heads = [f"{name} {level}" for name, level in zip(names, wording.level_heads(table, language), strict=True)]
    heads = [language.say("compose.label_topics"), *heads, *wording.sum_heads(language)]
    yield _line(heads)
    yield _line([":---", *["---:"] * (len(heads) - 1)], is_plain=True)
    for row in (*table.rows, table.total):
        name = "　" * row.depth + wording.topic_of(row, table, language)
        yield _line([name, *wording.cells(row, table, language)])
    for line in (language.say("compose.table_cells"), wording.note(paper, language)):
        if line:
            yield "\n" + plain(line)


def _line(cells: list[str], *, is_plain: bool = False) -> str:
    return "| " + " | ".join(cell if is_plain else plain(cell) for cell in cells) + " |"
