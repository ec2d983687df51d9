"""The 双向细目表 of a paper on paper: one file for each kind, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.language import Language

Write: TypeAlias = "Callable[[Paper, Table, Language], bytes]"


def _write_html(paper: Paper, table: Table, language: Language) -> bytes:
    from quizapp.prints.blueprint.web import write

    return write(paper, table, language)


def _write_csv(paper: Paper, table: Table, language: Language) -> bytes:
    from quizapp.prints.blueprint.spread import write

    return write(paper, table, language)


def _write_markdown(paper: Paper, table: Table, language: Language) -> bytes:
    from quizapp.prints.blueprint.markdown import write

    return write(paper, table, language)


TABLES: dict[str, Write] = {".html": _write_html, ".csv": _write_csv, ".md": _write_markdown}


def table_print_for(suffix: str) -> Write:
    """Return what writes a table in a file with that ending. Raises CalledWrongly, naming the choices."""
    found = TABLES.get({".htm": ".html"}.get(suffix.lower(), suffix.lower()))
    if found is None:
        raise CalledWrongly("print-unknown", wanted=suffix or "?", choices=" ".join(TABLES))
    return found
