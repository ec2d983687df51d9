"""quizapp scores list: the score book on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command
from quizapp.cli.pending import tell_pending

if TYPE_CHECKING:
    from quizapp.services.records import Book


@click.command("list", cls=Command)
@click.argument("paper", metavar="paper", required=False)
@FORMAT
@click.pass_obj
def list_scores(desk: Desk, paper: str | None, form: str) -> int:
    """Show the score book, what is past its closing handed in first."""
    from quizapp.cli.score_list import show_scores
    from quizapp.services.score_book import look

    place = desk.workplace
    book = look(place.home, place.clock, place.class_id)
    docs, papers = book.scores, None
    if paper is not None:
        from quizapp.services.exported_paper import paper_id

        id = paper_id(place.library, docs, paper)
        docs, papers = tuple(doc for doc in docs if doc["paper"] == id), [id]
        book.check(id)
    # A paper that was altered is told of; the others' scores stand all the same.
    docs = tuple(doc for doc in docs if doc["paper"] not in book.refused)
    for trouble in book.refused.values() if paper is None else ():
        desk.note(desk.language.error(trouble))
    status = 1 if book.refused and paper is None else 0
    tell_pending(desk, {doc["paper"]: doc["paper_title"] for doc in docs})
    if form == "json":
        desk.show_json(list(docs))
        return status
    show_scores(desk, book, papers or list(dict.fromkeys(doc["paper"] for doc in docs)))
    _show_doubts(desk, book, "" if papers is None else papers[0])
    if any(doc["status"] == "marking" for doc in docs):
        from quizapp.cli.marking import show_progress

        show_progress(desk, docs)
    return status


def _show_doubts(desk: Desk, book: Book, paper: str) -> None:
    """Say what of attempts a person must decide, where there may be anything."""
    from quizapp.services.to_decide import to_decide

    doubts = to_decide(desk.workplace.home, book, paper)
    if doubts:
        from quizapp.cli.collecting import show_doubts

        show_doubts(desk, doubts)
