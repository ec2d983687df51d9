"""Who goes along with a publication: of a make-up only those whom its rule lets in, for no other machine can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import Refused
from quizapp.domain.making_up import check_eligible
from quizapp.services.first_paper import first_standing
from quizapp.services.score_book import look

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.paper import Paper
    from quizapp.services.workplace import Workplace


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
