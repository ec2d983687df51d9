"""Which papers a class knows, in its book and in its pool, and which of them are make-ups of which."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizapp.services.ports import Library
    from quizapp.services.records import Book


class PaperNames:
    """The papers of a book, in the order in which they were first sat, and then those of the pool."""

    def __init__(self, book: Book, library: Library) -> None:
        """Begin; reads no bank."""
        docs = sorted(book.scores, key=lambda doc: str(doc["attempt"]))
        self.sat: tuple[str, ...] = tuple(dict.fromkeys(str(doc["paper"]) for doc in docs))
        """The ids of those that somebody sat."""
        pool = [sourced.paper for sourced in library.papers() if sourced.paper is not None]
        titles = {str(doc["paper"]): str(doc["paper_title"]) for doc in docs}
        self._titles = {**titles, **{one.id: one.title for one in pool if one.id not in titles}}
        self._first = {str(doc["paper"]): str(doc["make_up_for"] or "") for doc in docs}

    @property
    def known(self) -> tuple[str, ...]:
        """All ids."""
        return tuple(self._titles)

    def title(self, id: str) -> str:
        """Return the title of a known paper, as it was last sat."""
        return self._titles[id]

    def by_id(self, wanted: str) -> str | None:
        """Return the paper of that id, whatever its case."""
        return next((id for id in self._titles if id.casefold() == wanted.casefold()), None)

    def by_title(self, wanted: str) -> str | None:
        """Return the paper of that title."""
        return next((id for id, title in self._titles.items() if title == wanted), None)

    def root(self, paper: str, stops: Collection[str] = ()) -> str:
        """Return the paper that one stands for in the end as a make-up: itself, or the first of `stops` on the way."""
        seen = {paper}
        while paper not in stops:
            wanted = self._first.get(paper, "")
            first = (self.by_id(wanted) or self.by_title(wanted)) if wanted else None
            if first is None or first in seen:
                return paper
            seen.add(first)
            paper = first
        return paper

    def make_ups(self, paper: str, stops: Collection[str] = ()) -> tuple[str, ...]:
        """Return the papers that were sat and stand for one, but for those that `stops` has."""
        return tuple(one for one in self.sat if one != paper and self.root(one, stops) == paper)
