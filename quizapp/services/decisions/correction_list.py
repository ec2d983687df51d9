"""Corrections as people look at them: one entry for each question, on however many forms, with its keys as texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.decisions import rounds
from quizapp.domain.decisions.corrections import corrected
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.services.book.attempt_record import read_attempt

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import KeyCorrected, Regraded
    from quizapp.domain.item import Item, Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName


def key_texts(question: Question, order: tuple[int, ...]) -> tuple[str, ...]:
    """Return every key that a corrected question has, its first one first.

    What is accepted in a blank stands with what was accepted before, so that the last of those keys is the whole one.
    """
    items = (question.item, *question.also)
    if question.item.KEY_GROWS:
        items = items[-1:]
    return tuple(dict.fromkeys(text for item in items if (text := item.key_parts(order).line)))


def accepted_text(language: Language, item: Item, answer: Response, order: tuple[int, ...]) -> str:
    """Return an answer that is accepted besides the key, blank by blank where there are several."""
    if item.blanks < 2:
        return item.describe(answer, order)
    texts = [(blank, text) for blank, text in enumerate(answer, 1) if text.strip()]
    said = (language.say("command.correction.blank", blank=blank, text=text) for blank, text in texts)
    return language.say("word.comma").join(said)


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
        first = self.places[0].question
        return first.item.authored if self.number is None else first.order

    @property
    def answer(self) -> str:
        """The key that was given, as text; "" where none was."""
        keyed = self.correction.keyed
        if keyed is None:
            return ""
        if self.correction.how == "accept":
            return keyed.describe(self.correction.answer, self.order)
        return keyed.key_parts(self.order).line

    @property
    def before(self) -> str:
        """The key that stands until it holds."""
        return self.places[0].question.item.key_parts(self.order).line


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRound:
    """Corrections that began to hold together."""

    questions: tuple[CorrectedQuestion, ...]
    regraded: Regraded | None
    """When and by whom the paper was marked again; None of those that do not hold yet."""
    people: int = 0
    """How many people's totals that changed."""


def correction_rounds(home: Home, paper: str) -> tuple[CorrectionRound, ...]:
    """Return all that was corrected of a paper, in the order in which it began to hold. Raises MachineRefused."""
    decisions = home.decisions.read(paper)
    owners = {name.attempt: _owner(home, name) for name in home.journals.names(paper)} if decisions else {}
    found = []
    for before, begun, regraded in rounds(decisions):
        changed = {owners.get(change.attempt, change.attempt) for change in (regraded.changes if regraded else ())}
        questions = _questions(home, begun, rulings(decisions[:before]))
        found.append(CorrectionRound(questions=questions, regraded=regraded, people=len(changed)))
    return tuple(found)


def _owner(home: Home, name: AttemptName) -> str:
    return read_attempt(home, name).candidate.id


def corrected_questions(home: Home, paper: str, corrections: Iterable[KeyCorrected]) -> tuple[CorrectedQuestion, ...]:
    """Return corrections of a paper's forms, those that say the same taken together, in order."""
    return _questions(home, corrections, rulings(home.decisions.read(paper)))


def _questions(home: Home, corrections: Iterable[KeyCorrected], decided: Rulings) -> tuple[CorrectedQuestion, ...]:
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
