"""Making a publication of a paper, whose forms are fixed here, so that collecting marks by the same ones.

Of a make-up only those go along whom its rule lets in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.decisions.make_ups import check_eligible
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import shown
from quizapp.domain.item import LETTERS
from quizapp.services.book.score_book import look
from quizapp.services.book.standings import first_standing
from quizapp.services.carrying.publication import Publication, PublicationCover, PublishedForm
from quizapp.services.papers.forms import fix, form_as_it_would_be, form_digest, paper_digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.carrying import Spoken
    from quizapp.domain.papers.paper import Form, Paper
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationWish:
    """How a paper is to be carried."""

    with_keys: bool | None = None
    """Whether keys go along; None where the paper's rules say it: only where they show them to the trainee."""
    roster: Sequence[Candidate] = ()
    """Who may sit it; nobody named is whoever comes."""
    invigilator: Spoken | None = None
    """What the invigilator's password can be told by."""


def publication(place: Workplace, paper: Paper, wish: PublicationWish) -> Publication:
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


def check(paper: Paper, wish: PublicationWish) -> None:
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


def carries_keys(paper: Paper, wish: PublicationWish) -> bool:
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
    place: Workplace, paper: Paper, wish: PublicationWish, forms: tuple[PublishedForm, ...], first: Form, now: datetime
) -> PublicationCover:
    return PublicationCover(
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


class Invited(NamedTuple):
    """Who may sit, and how many of the class may not."""

    people: tuple[Candidate, ...]
    left_out: int


def invited(place: Workplace, paper: Paper) -> Invited:
    """Return who of the class goes along. Raises Refused where nobody does, MachineRefused."""
    everybody = place.home.roster.candidates()
    if paper.make_up is None or not everybody:
        return Invited(everybody, 0)
    scores, now = look(place.home, place.clock, place.class_id).scores, place.clock.read().at
    people = []
    for one in everybody:
        first = first_standing(place.home, place.library, scores, paper, one.id)
        try:
            if first is not None:
                check_eligible(paper, first, now)
        except Refused:
            continue
        people.append(one)
    if not people:
        raise Refused("publish-nobody-eligible", paper=paper.title)
    return Invited(tuple(people), len(everybody) - len(people))
