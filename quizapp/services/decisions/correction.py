"""Correcting a key against the forms as they were sat; it holds once the paper is marked again.

Who corrects sees the key that stands and what was answered, read once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizapp.domain.attempt.decisions import Correction, KeyCorrected
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.corrections import (
    GivenAnswer,
    Reply,
    correct_for_all,
    correct_key,
    corrected,
    same_answers,
)
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Question
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, refresh
from quizapp.services.decisions.committee_journal import SeenJournal, record
from quizapp.services.decisions.correction_list import (
    CorrectionTarget,
    KnownForm,
    QuestionPlace,
    as_shown,
    known_forms,
    texts_of,
)
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import CommitteeJournal
from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Correctable:
    """A question that can be corrected, wherever its item stands with the same texts."""

    target: CorrectionTarget
    number: int | None
    """As the form shows it; None where everybody has a form of their own, and letters are the bank's."""
    question: Question
    """With every correction, those too that do not hold yet."""
    waiting: Correction | None
    """How it was corrected last, where that does not hold yet."""
    answers: tuple[GivenAnswer, ...]
    """What was given on all its forms; () for an essay, and where nothing may be shown."""
    is_sat_now: bool
    """Whether somebody is sitting it, so that nothing of it is to be shown."""
    seen: SeenJournal
    """What was decided when it was read."""
    is_hidden: bool
    """Whether its key and its answers are not to be shown: it is sat now, or somebody may still come."""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the forms that it stands on, each once."""
        return tuple(dict.fromkeys(place.known.form.letter for place in self.target.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownForm:
    """Forms that show the same questions in the same order under one letter."""

    letter: str
    known: tuple[KnownForm, ...]
    attempts: int
    """Those that were begun on them and are not void."""


class CorrectablePaper:
    """What was read of a paper; its questions are worked out when they are asked for."""

    def __init__(self, place: Workplace, paper: str, *, is_awaited: bool = False) -> None:
        """Read a paper's forms and attempts; `is_awaited` says that somebody may still come to sit it.

        Raises Refused where no form of it was ever fixed or sat, MachineRefused.
        """
        home = place.home
        self.paper = paper
        self._forms = known_forms(home, paper)
        if not self._forms:
            raise Refused("correct-no-form", paper=paper)
        journal = home.decisions.journal(paper)
        self._seen = SeenJournal(journal.head)
        self._decided = rulings(journal.decisions)
        self._attempts = _by_form(home, paper, self._decided)
        self._hidden = hidden_items(home, place.clock, place.class_id)
        self._is_awaited = is_awaited
        self._places: dict[tuple[object, ...], list[QuestionPlace]] = {}
        for known in self._forms:
            for question in known.form.questions:
                self._places.setdefault(texts_of(question), []).append(QuestionPlace(known=known, question=question))

    @property
    def title(self) -> str:
        return self._forms[-1].form.paper.title

    @property
    def forms(self) -> tuple[ShownForm, ...]:
        """The forms to choose among, those that were sat unless none was; () where everybody has one of their own."""
        if any(known.form.paper.per_candidate for known in self._forms):
            return ()
        groups: dict[tuple[object, ...], list[KnownForm]] = {}
        for known in [one for one in self._forms if one.is_sat] or self._forms:
            shown = tuple(as_shown(question) for question in known.form.questions)
            groups.setdefault((known.form.letter, shown), []).append(known)
        return tuple(self._shown(known) for known in groups.values())

    def questions(self, form: ShownForm | None) -> tuple[Correctable, ...]:
        """Return the questions of a form by their numbers; without one all items, by the bank's letters."""
        if form is not None:
            known = form.known[0]
            return tuple(self._on(known, question) for question in known.form.questions)
        return tuple(self._by_item(places) for places in self._places.values())

    def find(self, item: str, number: int | None, order: tuple[int, ...]) -> Correctable:
        """Return an item as it is told elsewhere: under its number with its letters in an order, or by the bank's.

        Raises Refused where no form has it.
        """
        found = [places for places in self._places.values() if places[0].question.item.id == item]
        if not found:
            raise Refused("correct-item-unknown", item=item, paper=self.paper)
        for place in (place for places in found for place in places):
            if (place.number, place.question.order) == (number, order):
                return self._on(place.known, place.question)
        return self._by_item(found[-1])

    def _shown(self, known: list[KnownForm]) -> ShownForm:
        count = sum(len(self._attempts.get(one.digest, ())) for one in known)
        return ShownForm(letter=known[0].form.letter, known=tuple(known), attempts=count)

    def _on(self, known: KnownForm, question: Question) -> Correctable:
        """Return a question in the letters of one form; it is corrected on the others too."""
        here = QuestionPlace(known=known, question=question)
        others = [place for place in self._places[texts_of(question)] if place.known is not known]
        return self._correctable(
            CorrectionTarget(paper=self.paper, places=(here, *others), is_by_number=True), question.number
        )

    def _by_item(self, places: Sequence[QuestionPlace]) -> Correctable:
        return self._correctable(CorrectionTarget(paper=self.paper, places=tuple(places), is_by_number=False), None)

    def _correctable(self, target: CorrectionTarget, number: int | None) -> Correctable:
        digest, at = target.places[0].known.digest, target.first.number
        item = target.first.item
        is_sat_now = item.id in self._hidden
        is_hidden = is_sat_now or self._is_awaited
        pending = [one for one in self._decided.pending if (one.form, one.question) == (digest, at)]
        is_shown = not is_hidden and not item.NEEDS_PERSON
        return Correctable(
            target=target,
            number=number,
            question=_as_corrected(target.places[0], self._decided, with_pending=True),
            waiting=pending[-1].how if pending else None,
            answers=same_answers(self._replies(target), target.order) if is_shown else (),
            is_sat_now=is_sat_now,
            seen=self._seen,
            is_hidden=is_hidden,
        )

    def _replies(self, target: CorrectionTarget) -> Iterator[Reply]:
        for place in target.places:
            attempts = self._attempts.get(place.known.digest, ())
            if attempts:
                now = _as_corrected(place, self._decided)
                later = _as_corrected(place, self._decided, with_pending=True)
                for attempt in attempts:
                    yield Reply(response=attempt.response(place.number), now=now, later=later)


def correctable_paper(place: Workplace, paper: str) -> CorrectablePaper:
    """Read a paper for those who correct it. Raises Refused, CalledWrongly for an unknown one, MachineRefused."""
    book = look(place.home, place.clock, place.class_id)
    is_awaited = find_exported(place, book.scores, paper).is_awaited(place.clock.read().at)
    return CorrectablePaper(place, paper, is_awaited=is_awaited)


def _by_form(home: Home, paper: str, decided: Rulings) -> Mapping[str, list[Attempt]]:
    """Return the attempts that are not void, by their form's digest."""
    found: dict[str, list[Attempt]] = {}
    for name in home.journals.names(paper):
        if name.attempt not in decided.voided:
            attempt = read_attempt(home, name, decided).attempt
            found.setdefault(attempt.started.form, []).append(attempt)
    return found


def _as_corrected(place: QuestionPlace, decided: Rulings, *, with_pending: bool = False) -> Question:
    """Return a question as the corrections of its form have it, those of other questions left alone."""
    ones = [
        one
        for one in decided.corrections_of(place.known.digest, with_pending=with_pending)
        if one.question == place.number
    ]
    return corrected(place.known.form, ones).questions[place.number - 1] if ones else place.question


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionWish:
    """What is to become of a question."""

    how: Correction
    answer: Response = ()
    """The key, where one is given."""


def correct(
    place: Workplace, target: CorrectionTarget, wish: CorrectionWish, decider: Marker, seen: SeenJournal | None = None
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


def proposed(
    place: Workplace, target: CorrectionTarget, wish: CorrectionWish, decider: Marker
) -> tuple[KeyCorrected, ...]:
    """Return what `correct` would record now, recording nothing. Raises Refused as it does, MachineRefused."""
    decided = rulings(place.home.decisions.read(target.paper))
    check_decider(decider, *people_who_sat(place.home, target.paper, decided), needs_checker=place.two_persons)
    return _corrections(decided, target, wish, decider, place.clock.read())


def people_who_sat(home: Home, paper: str, decided: Rulings) -> tuple[Candidate, ...]:
    """Return whose attempts at a paper there are: they may not decide what all are marked by."""
    return tuple(read_attempt(home, name, decided).candidate for name in home.journals.names(paper))


def _corrections(
    decided: Rulings, target: CorrectionTarget, wish: CorrectionWish, decider: Marker, now: Moment
) -> tuple[KeyCorrected, ...]:
    found = [_correction(where, wish, decided, decider, now) for where in target.places]
    new = tuple(one for one in found if one is not None)
    if not new:
        raise Refused("correct-nothing-changed", number=target.first.number, item=target.first.item.id)
    return new


def _correction(
    where: QuestionPlace, wish: CorrectionWish, decided: Rulings, decider: Marker, now: Moment
) -> KeyCorrected | None:
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
