"""What every print of a 双向细目表 says: its heads, its rows, and what it is counted on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.domain.composing.table import Row, Table, Worth
    from quizapp.domain.paper import Paper
    from quizapp.language import Language


def title(paper: Paper, language: Language) -> str:
    """Return the heading."""
    return f"{paper.title} {language.say('compose.table_title')}"


def note(paper: Paper, language: Language, letter: str = "A") -> str:
    """Return which form it is counted on, and that others may differ."""
    if paper.per_candidate:
        form = language.say("compose.table_one")
    elif paper.forms > 1:
        form = language.say("compose.table_form", letter=letter)
    else:
        return ""
    return language.say("compose.table_note", form=form)


def type_heads(table: Table, language: Language) -> list[tuple[str, int]]:
    """Return each type with how many levels stand under it."""
    return [(language.say(f"compose.part_{type}"), len(table.levels_of(type))) for type in table.types]


def level_heads(table: Table, language: Language) -> list[str]:
    """Return the levels under all types."""
    return [language.say(f"word.{column.level}" if column.level else "compose.no_level") for column in table.columns]


def sum_heads(language: Language) -> list[str]:
    """Return the heads of the sums: questions, marks, share of the marks."""
    return [language.say(f"compose.head_{name}") for name in ("count", "sum")] + [language.say("compose.share")]


def topic_of(row: Row, table: Table, language: Language) -> str:
    """Return what a row is called."""
    if row is table.total:
        return language.say("compose.sum")
    return row.title or language.say("compose.no_topic")


def cells(row: Row, table: Table, language: Language) -> list[str]:
    """Return a row's cells: questions by type and level, then the sums."""
    counts = [_worth(row.cells.get(column), language) for column in table.columns]
    total = row.total
    share = total.marks / table.total.total.marks if table.total.total.marks else Fraction(0)
    return [*counts, str(total.questions), language.marks(total.marks), f"{language.marks(share * 100)}%"]


def _worth(worth: Worth | None, language: Language) -> str:
    """Return a cell's questions with their marks: 4 (8); "" where there is nothing."""
    return f"{worth.questions} ({language.marks(worth.marks)})" if worth is not None and worth.questions else ""
