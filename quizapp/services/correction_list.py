"""Corrections as people look at them: one entry for each question, on however many forms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.corrections import corrected
from quizapp.domain.rulings import rulings

if TYPE_CHECKING:
    from quizapp.domain.decisions import KeyCorrected
    from quizapp.domain.paper import Question
    from quizapp.services.ports import Home


class FormPlace(NamedTuple):
    """Where a corrected question stands."""

    form: str
    """Its letter."""
    question: Question
    """As it is marked until the correction holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedQuestion:
    """The same correction of the same question, on one form or several."""

    correction: KeyCorrected
    """The first of them."""
    places: tuple[FormPlace, ...]

    @property
    def number(self) -> int | None:
        """Its number; None where the forms do not show it alike."""
        shown = {(place.question.number, place.question.order) for place in self.places}
        return self.places[0].question.number if len(shown) == 1 else None

    @property
    def order(self) -> tuple[int, ...]:
        """The order of the choices that its letters are told in: the form's, or the bank's where forms differ."""
        return () if self.number is None else self.places[0].question.order


def corrected_questions(home: Home, paper: str, corrections: Iterable[KeyCorrected]) -> tuple[CorrectedQuestion, ...]:
    """Return corrections of a paper's forms, those that say the same taken together, in order."""
    decided = rulings(home.decisions.read(paper))
    groups: dict[tuple[object, ...], list[KeyCorrected]] = {}
    for one in corrections:
        groups.setdefault(_alike(one), []).append(one)
    found = []
    for several in groups.values():
        places = []
        for one in several:
            form = corrected(home.forms.load(one.form), decided.corrections_of(one.form))
            places.append(FormPlace(form=form.letter, question=form.questions[one.question - 1]))
        found.append(CorrectedQuestion(correction=several[0], places=tuple(places)))
    return tuple(found)


def pending_corrections(home: Home, papers: Iterable[str]) -> dict[str, int]:
    """Return how many corrections do not hold yet, of the papers that have any; on several forms alike it is one."""
    decided = home.decisions.sizes()
    counts = {
        paper: len({_alike(one) for one in rulings(home.decisions.read(paper)).pending})
        for paper in sorted(set(papers) & set(decided))
    }
    return {paper: count for paper, count in counts.items() if count}


def _alike(one: KeyCorrected) -> tuple[object, ...]:
    """Return what two corrections have in common that say the same of a question."""
    return one.item, one.how, one.answer, one.is_from_bank
