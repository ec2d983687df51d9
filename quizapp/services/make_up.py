"""What a make-up paper must keep clear of: the items of the paper it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.domain.item import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.domain.paper import Form, Paper
    from quizapp.services.ports import Library


def avoided(library: Library, paper: Paper, form_of: Callable[[Paper, str], Form]) -> frozenset[str]:
    """Return the ids of the items and cases that a paper's forms must not have.

    `form_of` returns the form of a paper and a letter as it is fixed, or would be. Raises CalledWrongly for a
    make-up of no paper of the pool, Refused for one of a paper with a form for each candidate.
    """
    if paper.make_up is None or not paper.make_up.exclude:
        return frozenset()
    first = library.paper(paper.make_up.paper).paper
    if first is None or first.per_candidate:
        raise Refused("make-up-of-no-form", paper=paper.title, first=first.title if first else paper.make_up.paper)
    forms = [form_of(first, letter) for letter in LETTERS[: first.forms]]
    return frozenset(question.case or question.item.id for form in forms for question in form.questions)
