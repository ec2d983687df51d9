"""What the pool says of a make-up paper: which paper it stands for, and what it must keep clear of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quizapp.domain.bank import ItemBank
from quizapp.domain.drawing.avoiding import items_on_forms
from quizapp.domain.errors import Refused
from quizapp.domain.paper import Paper
from quizapp.formats.native.naming import named


def stands_for_itself(paper: Paper, papers: Mapping[str, Paper]) -> bool:
    """Return whether a paper makes up for one that makes up for one … that makes up for it."""
    titles = {id: each.title for id, each in papers.items()}
    passed: list[str] = []
    following: Paper | None = paper
    while following is not None and following.make_up is not None:
        first = named(following.make_up.paper, titles)
        if first is None or first in passed:
            return False
        if first == paper.id:
            return True
        passed.append(first)
        following = papers[first]
    return False


def items_avoided(
    paper: Paper, resolved: Callable[[str], Paper | None], banks: tuple[ItemBank, ...]
) -> frozenset[str] | None:
    """Return the ids of what a paper's forms must not have, if those of its first paper were drawn today.

    `resolved` gives the paper of an id, None where it has errors of its own: then, and where its draws cannot be met,
    nobody can say, and None is returned.
    """
    if paper.make_up is None or not paper.make_up.exclude:
        return frozenset()
    first = resolved(paper.make_up.paper)
    if first is None or first.per_candidate:
        return None
    before = items_avoided(first, resolved, banks)
    if before is None:
        return None
    try:
        return items_on_forms(first, banks, before)
    except Refused:
        return None
