"""What a make-up paper must keep clear of: the items of the paper it stands for, and what was really sat of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.candidate import same_number
from quizapp.domain.errors import Refused
from quizapp.domain.item import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.domain.paper import Form, Paper
    from quizapp.services.ports import Home, Library


def avoided(
    home: Home, library: Library, paper: Paper, form_of: Callable[[Paper, str], Form], candidate: str = ""
) -> frozenset[str]:
    """Return the ids of the items and cases that a form of a paper must not have.

    `form_of` returns the form of a paper and a letter as it is fixed, or would be. `candidate` is whose form it is,
    where each has one of their own: then what they sat themselves is kept out; else what anybody sat, which is more
    than the first paper's forms where it was edited since. Raises CalledWrongly for a make-up of no paper of the pool,
    Refused for one that is the same for all of a paper that was another for everybody.
    """
    if paper.make_up is None or not paper.make_up.exclude:
        return frozenset()
    first = library.paper(paper.make_up.paper).paper
    if first is None or (first.per_candidate and not candidate):
        raise Refused("make-up-of-no-form", paper=paper.title, first=first.title if first else paper.make_up.paper)
    forms = _sat(home, first, candidate)
    if not first.per_candidate:
        forms += [form_of(first, letter) for letter in LETTERS[: first.forms]]
    return frozenset(question.case or question.item.id for form in forms for question in form.questions)


def _sat(home: Home, first: Paper, candidate: str) -> list[Form]:
    """Return the forms of a paper that a candidate sat, in void attempts too; without one those that anybody sat."""
    from quizapp.domain.attempt.state import fold
    from quizapp.domain.rulings import rulings

    owners = rulings(home.decisions.read(first.id)).owners
    digests: set[str] = set()
    for name in home.journals.names(first.id):
        started = fold(home.journals.read(name).events[:1]).started
        owner = owners[name.attempt].candidate if name.attempt in owners else started.candidate
        if not candidate or same_number(candidate) == same_number(owner):
            digests.add(started.form)
    return [home.forms.load(digest) for digest in sorted(digests)]
