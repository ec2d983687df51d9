"""Which form a candidate sits: the one already fixed, or one drawn and fixed now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.drawing import candidate_letter
from quizapp.domain.drawing import form as draw_form
from quizapp.services.form_files import form_digest, paper_digest
from quizapp.services.make_up import avoided
from quizapp.services.ports import Home, Library
from quizapp.services.records import FixedForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from quizapp.domain.paper import Form, Paper


def form_for(
    home: Home, library: Library, paper: Paper, *, candidate: str, number: int, now: datetime
) -> tuple[str, Form]:
    """Return the digest and the form that this candidate's attempt of that number is sat on, fixing it.

    Raises Refused where the banks cannot meet the paper.
    """
    return fixed_form(home, library, paper, letter=letter_for(paper, candidate), number=number, now=now)


def letter_for(paper: Paper, candidate: str) -> str:
    """Return the letter of a candidate's form: their id where each has a form of their own."""
    return candidate if paper.per_candidate else candidate_letter(paper.id, candidate, paper.forms)


def fixed_form(
    home: Home, library: Library, paper: Paper, *, letter: str, number: int = 1, now: datetime
) -> tuple[str, Form]:
    """Return the fixed form of a letter, drawn and fixed now where it was not yet.

    Its questions stay as they were first drawn; its rules are the paper's as they stand now, so that a window that
    was moved since holds for whoever begins now. What was sat by other rules keeps them.
    """
    number = number if paper.per_candidate else 1
    version = paper_digest(paper)
    known = home.forms.find(paper.id, version, letter, number)
    if known is None:
        form = draw(home, library, paper, letter=letter, number=number)
    else:
        form = home.forms.load(known)
        if form.paper == paper:
            return known, form
        form = replace(form, paper=paper)
    return fix(home, form, letter=letter, number=number, now=now), form


def fix(home: Home, form: Form, *, letter: str, number: int, now: datetime) -> str:
    """Fix a form as that of a letter and return its digest; doing it twice changes nothing. Raises MachineRefused."""
    paper, digest = form.paper, form_digest(form)
    fixed = FixedForm(
        at=now, paper=paper.id, paper_digest=paper_digest(paper), letter=letter, number=number, form=digest
    )
    home.forms.fix(form, fixed)
    return digest


def form_as_it_would_be(home: Home, library: Library, paper: Paper, *, letter: str, number: int = 1) -> Form:
    """Return the form that `fixed_form` would, fixing nothing."""
    number = number if paper.per_candidate else 1
    known = home.forms.find(paper.id, paper_digest(paper), letter, number)
    if known is None:
        return draw(home, library, paper, letter=letter, number=number)
    return replace(home.forms.load(known), paper=paper)


def draw(home: Home, library: Library, paper: Paper, *, letter: str, number: int = 1) -> Form:
    """Return the form of a letter as the banks stand now, fixing nothing. Raises Refused where there can be none."""
    topics: Mapping[str, str] = library.topics()
    candidate = letter if paper.per_candidate else ""
    excluded = avoided(
        home, library, paper, lambda first, form: form_as_it_would_be(home, library, first, letter=form), candidate
    )
    return draw_form(
        paper,
        library.item_banks(),
        letter=letter,
        candidate=candidate,
        number=number,
        topics=topics,
        excluded=excluded,
    )
