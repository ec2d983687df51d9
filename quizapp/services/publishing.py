"""Making a publication of a paper, whose forms are fixed here, so that collecting marks by the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.domain.item import LETTERS
from quizapp.domain.marking import shown
from quizapp.services.fixing import fix, form_as_it_would_be
from quizapp.services.form_files import form_digest, paper_digest
from quizapp.services.publication import Cover, Publication, PublishedForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.paper import Form, Paper
    from quizapp.domain.publishing import Spoken
    from quizapp.services.ports import Home
    from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a paper is to be carried."""

    with_keys: bool | None = None
    """Whether keys go along; None where the paper's rules say it: only where they show them to the trainee."""
    roster: Sequence[Candidate] = ()
    """Who may sit it; nobody named is whoever comes."""
    invigilator: Spoken | None = None
    """What the invigilator's password can be told by."""


def publication(place: Workplace, paper: Paper, wish: Wish) -> Publication:
    """Return a paper's publication; nothing is fixed before `fix_forms` is called with it.

    Raises Refused: only for practice, keys are needed to show what the paper shows, or there is no end to its forms.
    """
    check(paper, wish)
    now = place.clock.read().at
    named = [(letter, number) for letter in _letters(paper, wish.roster) for number in _numbers(paper)]
    forms = tuple(
        form_as_it_would_be(place.home, place.library, paper, letter=letter, number=number).bare()
        for letter, number in named
    )
    digests = tuple(
        PublishedForm(form=form_digest(form), letter=letter, number=number)
        for form, (letter, number) in zip(forms, named, strict=True)
    )
    if carries_keys(paper, wish) and not all(form.has_keys for form in forms):
        raise Refused("publish-without-keys-only", paper=paper.title)
    return Publication(cover=_cover(place, paper, wish, digests, forms[0], now), forms=forms, roster=tuple(wish.roster))


def fix_forms(home: Home, made: Publication) -> None:
    """Fix a publication's forms at the desk that made it; doing it twice changes nothing. Raises MachineRefused."""
    for form, known in zip(made.forms, made.cover.forms, strict=True):
        fix(home, form, letter=known.letter, number=known.number, now=made.cover.made_at)


def check(paper: Paper, wish: Wish) -> None:
    """Refuse what no home could publish. Raises Refused, as `publication` does, with nothing fixed."""
    if paper.use == "practice":
        raise Refused("paper-for-practice", paper=paper.title)
    if needs_keys(paper) and not carries_keys(paper, wish):
        raise Refused("publish-needs-keys", paper=paper.title)
    _letters(paper, wish.roster)
    _numbers(paper)


def needs_keys(paper: Paper) -> bool:
    """Return whether a machine without keys could not show what the paper lets a candidate see."""
    return paper.delivery.feedback != "never" and bool(paper.delivery.show)


def carries_keys(paper: Paper, wish: Wish) -> bool:
    """Return whether a paper's keys go along."""
    return needs_keys(paper) if wish.with_keys is None else wish.with_keys


def _letters(paper: Paper, roster: Sequence[Candidate]) -> tuple[str, ...]:
    if not paper.per_candidate:
        return tuple(LETTERS[: paper.forms])
    if not roster:
        raise Refused("publish-needs-roster", paper=paper.title)
    return tuple(one.id for one in roster)


def _numbers(paper: Paper) -> range:
    """Return which attempts have a form of their own."""
    if not paper.per_candidate:
        return range(1, 2)
    if paper.delivery.attempts is None:
        raise Refused("publish-endless-forms", paper=paper.title)
    return range(1, paper.delivery.attempts + 1)


def _cover(
    place: Workplace, paper: Paper, wish: Wish, forms: tuple[PublishedForm, ...], first: Form, now: datetime
) -> Cover:
    return Cover(
        made_at=now,
        class_id=place.class_id,
        class_title=place.class_title,
        organiser=place.organiser,
        paper=paper.id,
        title=paper.title,
        paper_digest=paper_digest(paper),
        questions=len(first.questions),
        full_score=f"{shown(first.full_score):f}",
        time_limit=paper.delivery.time_limit,
        opens=paper.delivery.opens,
        closes=paper.delivery.closes,
        forms=forms,
        has_keys=carries_keys(paper, wish),
        people=len(wish.roster),
        invigilator=wish.invigilator,
    )
