"""Which form a candidate sits: the one already fixed, or one drawn now; and a form as the two files that keep it."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from quizapp.domain.attempt.state import fold
from quizapp.domain.candidate import same_number
from quizapp.domain.codec import fields_to_plain, from_plain, to_plain
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Faulty, Refused
from quizapp.domain.item import LETTERS
from quizapp.domain.papers.chance import candidate_letter, is_trial
from quizapp.domain.papers.forms import FormComparison, compare
from quizapp.domain.papers.forms import form as draw_form
from quizapp.domain.papers.paper import Form, Paper
from quizapp.services.ports.home import Home, Library
from quizapp.services.ports.port_values import FixedForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from quizapp.services.ports.workplace import Workplace


def canonical(data: object) -> bytes:
    """Return plain data as UTF-8 JSON with sorted keys and no blanks: equal data, equal bytes."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def shown_part(form: Form) -> dict[str, Any]:
    """Return a form as plain data without what candidates may not see."""
    data: dict[str, Any] = to_plain(form)
    for question, plain in zip(form.questions, data["questions"], strict=True):
        for name in question.item.SECRETS:
            plain["item"].pop(name, None)
        # Corrections are decided later, against the form: they are no part of it.
        del plain["also"]
    return data


def secret_part(form: Form) -> dict[str, Any]:
    """Return the keys, rationales and the like by the number of their question."""
    return {str(question.number): fields_to_plain(question.item, question.item.SECRETS) for question in form.questions}


def joined(shown: dict[str, Any], secret: dict[str, Any] | None) -> Form:
    """Return the form that the two parts make; without the second, items know no key."""
    for question in shown["questions"]:
        question["item"].update((secret or {}).get(str(question["number"]), {}))
    return from_plain(Form, shown)


def form_digest(form: Form) -> str:
    """Return the digest that names a form: SHA-256 of the bytes candidates' machines keep."""
    return sha256(canonical(shown_part(form))).hexdigest()


def paper_digest(paper: Paper) -> str:
    """Return the digest of a paper's version: it changes with what is drawn, seed and shuffle, not with its rules."""
    data: dict[str, Any] = to_plain(paper)
    version = ("id", "sections", "seed", "shuffle", "forms", "per_candidate", "coverage")
    return sha256(canonical({name: data[name] for name in version if name in data})).hexdigest()


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
    owners = rulings(home.decisions.read(first.id)).owners
    digests: set[str] = set()
    for name in home.journals.names(first.id):
        started = fold(home.journals.read(name).events[:1]).started
        owner = owners[name.attempt].candidate if name.attempt in owners else started.candidate
        if not candidate or same_number(candidate) == same_number(owner):
            digests.add(started.form)
    return [home.forms.load(digest) for digest in sorted(digests)]


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


def will_be_trial(home: Home, paper: Paper, letter: str, number: int) -> bool:
    """Return whether the form that `fixed_form` gives is a trial's, drawing nothing."""
    number = number if paper.per_candidate else 1
    known = home.forms.find(paper.id, paper_digest(paper), letter, number)
    if known is not None:
        return home.forms.load(known).is_trial
    return not paper.seed and is_trial(paper, home.secret.read())


def draw(
    home: Home, library: Library, paper: Paper, *, letter: str, number: int = 1, secret: str | None = None
) -> Form:
    """Return the form of a letter as the banks stand now, fixing nothing. Raises Refused where there can be none.

    `secret` is the class's that it is drawn under; None is this home's.
    """
    if secret is None:
        secret = "" if paper.seed else home.secret.read()
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
        secret=secret,
    )


def usable_paper(place: Workplace, wanted: str) -> Paper:
    """Return the paper's rules. Raises CalledWrongly, and Faulty with what is wrong in its file."""
    sourced = place.library.paper(wanted)
    if sourced.paper is None or sourced.has_errors:
        errors = tuple(fault for fault in sourced.faults if fault.severity == "error")
        raise Faulty(errors, "paper-cannot-be-drawn", paper=sourced.paper.title if sourced.paper else sourced.file)
    return sourced.paper


SAMPLE = "sample-"
"""What the ids begin with of the candidates made up where each has a form of their own; a number follows."""


def compared(home: Home, library: Library, paper: Paper, *, count: int, seed: str | None = None) -> FormComparison:
    """Return so many forms of a paper beside each other, fixing nothing; under a seed of one's own all are drawn anew.

    Forms A, B, … are drawn whatever number of them the paper has; where each candidate has a form of their own, they
    are those of made-up candidates. Raises Refused where the banks cannot meet the paper.
    """
    letters = [f"{SAMPLE}{number}" for number in range(1, count + 1)] if paper.per_candidate else LETTERS[:count]
    if seed is None:
        return compare([form_as_it_would_be(home, library, paper, letter=letter) for letter in letters])
    paper = replace(paper, seed=seed)
    return compare([draw(home, library, paper, letter=letter) for letter in letters])
