"""Which papers have essays that wait for a person, as the book tells it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.services.records import Document


class Awaiting(NamedTuple):
    """A paper whose essays wait."""

    paper: str
    title: str
    attempts: int
    """How many attempts have one or more that wait."""


def awaiting(docs: Iterable[Document]) -> tuple[Awaiting, ...]:
    """Return the papers with attempts that wait to be marked, in order of their ids."""
    waiting: dict[str, list[Document]] = {}
    for doc in docs:
        if doc["status"] == "marking":
            waiting.setdefault(doc["paper"], []).append(doc)
    return tuple(
        Awaiting(paper=paper, title=those[-1]["paper_title"], attempts=len(those))
        for paper, those in sorted(waiting.items())
    )
