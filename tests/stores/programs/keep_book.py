"""Records so many scores in a home's book and people in its roster: HOME WHO COUNT."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from quizapp.domain.candidate import Candidate
from quizapp.services.ports.port_values import Book
from quizapp.stores.files.home import FileHome
from tests.samples.book_documents import document
from tests.samples.stored_records import NOON


def main(folder: str, who: str, count: str) -> None:
    """Add one score and one person at a time."""
    home = FileHome(Path(folder), patience=60)
    for number in range(int(count)):
        name = f"{who}-{number}"

        def added(book: Book | None, name: str = name) -> Book:
            book = book or Book()
            return replace(book, scores=(*book.scores, document(name, name="张三")))

        home.book.change(added)
        home.roster.record((Candidate(id=name, name="张三"),), NOON)


main(*sys.argv[1:])
