"""Correcting a key against the forms as they were sat; it holds once the paper is marked again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.corrections import correct_for_all, correct_key, corrected
from quizapp.domain.deciding import check_decider
from quizapp.domain.errors import Refused
from quizapp.domain.rulings import Rulings, rulings
from quizapp.services.committee_journal import record
from quizapp.services.recorded import read_attempt
from quizapp.services.score_book import refresh

if TYPE_CHECKING:
    from quizapp.domain.attempt.moment import Moment
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.decisions import Correction, KeyCorrected
    from quizapp.domain.essay_marks import Marker
    from quizapp.domain.item import Response
    from quizapp.services.committee_journal import Seen
    from quizapp.services.correction_target import Place, Target
    from quizapp.services.ports import Home
    from quizapp.services.records import CommitteeJournal
    from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to become of a question."""

    how: Correction
    answer: Response = ()
    """The key, where one is given."""


def correct(
    place: Workplace, target: Target, wish: Wish, decider: Marker, seen: Seen | None = None
) -> tuple[KeyCorrected, ...]:
    """Record a correction for every form of the target that it changes; all or none. `seen` is what its maker saw.

    Raises Refused where it changes none, where the answer can be no key, and for who may not decide; MachineRefused.
    """
    home, paper, now = place.home, target.paper, place.clock.read()
    new: tuple[KeyCorrected, ...] = ()

    def make(journal: CommitteeJournal) -> tuple[KeyCorrected, ...]:
        nonlocal new
        decided = rulings(journal.decisions)
        check_decider(decider, *people_who_sat(home, paper, decided), needs_checker=place.two_persons)
        new = _corrections(decided, target, wish, decider, now)
        return new

    record(home, paper, seen, make)
    refresh(home, (), place.class_id, now.at)
    values = {"paper": paper, "item": target.first.item.id, "how": wish.how, "forms": str(len(new))}
    told = {**values, "checked_by": decider.checked_by, "why": decider.why}
    home.log.record(now.at, "key-corrected", decider.by, told)
    return new


def proposed(place: Workplace, target: Target, wish: Wish, decider: Marker) -> tuple[KeyCorrected, ...]:
    """Return what `correct` would record now, recording nothing. Raises Refused as it does, MachineRefused."""
    decided = rulings(place.home.decisions.read(target.paper))
    check_decider(decider, *people_who_sat(place.home, target.paper, decided), needs_checker=place.two_persons)
    return _corrections(decided, target, wish, decider, place.clock.read())


def people_who_sat(home: Home, paper: str, decided: Rulings) -> tuple[Candidate, ...]:
    """Return whose attempts at a paper there are: they may not decide what all are marked by."""
    return tuple(read_attempt(home, name, decided).candidate for name in home.journals.names(paper))


def _corrections(
    decided: Rulings, target: Target, wish: Wish, decider: Marker, now: Moment
) -> tuple[KeyCorrected, ...]:
    found = [_correction(where, wish, decided, decider, now) for where in target.places]
    new = tuple(one for one in found if one is not None)
    if not new:
        raise Refused("correct-nothing-changed", number=target.first.number, item=target.first.item.id)
    return new


def _correction(where: Place, wish: Wish, decided: Rulings, decider: Marker, now: Moment) -> KeyCorrected | None:
    """Return the correction of a form; None where it would change nothing."""
    digest, form = where.known.digest, where.known.form
    so_far = decided.corrections_of(digest, with_pending=True)
    question = corrected(form, so_far).questions[where.number - 1]
    if wish.how in ("full", "drop"):
        new = correct_for_all(digest, question, decider, now, is_dropped=wish.how == "drop")
    else:
        new = correct_key(digest, question, wish.answer, decider, now, is_more=wish.how == "accept")
        if wish.how == "accept" and new.keyed in (question.item, *question.also):
            return None
    changed = corrected(form, (*so_far, new)).questions[where.number - 1]
    return None if changed == question else new
