"""The notes of a list's or an export's rows: of people, of their attempts.

Nothing is read where nobody noted anything.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.notes import (
    ScoreNote,
    of_candidate,
    of_cap,
    of_closed,
    of_copy,
    of_irregularities,
    of_left,
    of_override,
    of_void,
)
from quizapp.domain.papers.delivery import beyond
from quizapp.services.book.attempt_door import read_attempt, rulings_at
from quizapp.services.book.standings import as_try, not_for_them
from quizapp.services.ports.port_values import AttemptName, Chain, ScoreDocument

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from fractions import Fraction

    from quizapp.domain.attempt.decisions import Decision, MarkOverridden
    from quizapp.domain.candidate import Left
    from quizapp.domain.decisions.rulings import Rulings
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import Book, PersonDocument
    from quizapp.services.sitting.invigilator import OrderProofs


class RowNotes:
    """What there is to note at one paper."""

    def __init__(
        self, home: Home, paper: str, scores: Sequence[ScoreDocument] = (), *, with_sittings: bool = True
    ) -> None:
        """Begin; `scores` are all of the book's, by which it is told whom a make-up was not for.

        With `with_sittings` the attempts' own journals are asked too, which takes reading them.
        """
        self._home = home
        self._paper = paper
        self._scores = scores
        self._with_sittings = with_sittings

    def status(self, candidate: str) -> str:
        """Return how somebody without an attempt stands: by a note of the committee's, or left; "" for neither."""
        noted = self._rulings.note_of(candidate) if self._rulings else None
        if candidate in self._left and (noted is None or noted.note != "misconduct"):
            return "left"
        return noted.note if noted and noted.note != "admitted" else ""

    def without_attempt(self, book: Book, paper: ExportedPaper, now: datetime) -> list[tuple[PersonDocument, str]]:
        """Return everybody of the roster who has no attempt at the paper, with how they stand.

        A note's word, else absent; nobody is absent who may still come, and their status is "". Whom a make-up is not
        for is not among them, unless noted.
        """
        present = {doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
        people = [person for person in book.candidates if person["id"] not in present]
        found = [(person, self.status(person["id"])) for person in people]
        if paper.make_up_for is not None:
            found = [(who, how) for who, how in found if how not in ("", "left") or paper.is_for(book, who["id"], now)]
        if all(status for _, status in found) or paper.is_awaited(now):
            return found
        return [(person, status or "absent") for person, status in found]

    def of_person(self, candidate: str) -> tuple[ScoreNote, ...]:
        """Return the notes about a candidate, whatever they sat: how they stand at the paper, and that they left."""
        noted = self._rulings.note_of(candidate) if self._rulings else None
        if noted is None and candidate not in self._left:
            return ()
        gone = [of_left(*self._left[candidate])] if candidate in self._left else []
        return (*([of_candidate(noted)] if noted else []), *gone)

    def of_row(
        self, docs: Sequence[ScoreDocument], shown: Sequence[ScoreDocument], *, with_others: bool = True
    ) -> tuple[ScoreNote, ...]:
        """Return the notes of a row that shows these of a candidate's attempts, in order: the person's own first.

        Of the attempts that it does not show it names those that are void, beyond the allowed number, or at a make-up
        that is not for them.
        """
        over = self.beyond(docs)
        notes = list(self.of_person(docs[-1]["candidate"]))
        for doc in docs if with_others else shown:
            of_one = (*self._voided(doc), *self._copies(doc), *over.get(doc["attempt"], ()))
            if doc["attempt"] in self._not_for:
                of_one = (*of_one, ScoreNote("ineligible", {}))
            if doc in shown:
                of_one = (*of_one, *self._of_attempt(doc))
            is_told = list(shown) == [doc]
            notes += of_one if is_told else [note._replace(number=doc["number"]) for note in of_one]
        return tuple(notes)

    def _voided(self, doc: ScoreDocument) -> tuple[ScoreNote, ...]:
        voided = self._rulings.voided.get(doc["attempt"]) if self._rulings else None
        if voided is None:
            return ()
        return (of_void(voided),)

    def _copies(self, doc: ScoreDocument) -> tuple[ScoreNote, ...]:
        """Return that copies of an attempt part ways, or how that was decided."""
        if self._is_forked(doc):
            return (ScoreNote("forked", {}),)
        chosen = self._rulings.copies.get(doc["attempt"]) if self._rulings else None
        if chosen is None:
            return ()
        return (of_copy(chosen),)

    def _is_forked(self, doc: ScoreDocument) -> bool:
        attempt = doc["attempt"]
        if attempt not in self._asides:
            return False
        head = self._home.journals.read(self._name(doc)).head
        asides = self._asides[attempt]
        return self._rulings.is_forked(attempt, head, asides) if self._rulings else bool(asides)

    def beyond(self, docs: Sequence[ScoreDocument]) -> dict[str, tuple[ScoreNote, ...]]:
        """Return the note of each attempt beyond the allowed number, by the rules as the last one was sat."""
        if len(docs) == 1:
            return {}
        allowed = read_attempt(self._home, self._name(docs[-1])).form.paper.delivery.attempts
        tries = [as_try(doc) for doc in docs]
        # What nobody has decided about may be no attempt of theirs at all.
        tries = [
            one._replace(is_void=True) if self._is_forked(doc) else one for doc, one in zip(docs, tries, strict=True)
        ]
        over = beyond(tries, allowed)
        return {docs[place]["attempt"]: (ScoreNote("beyond", {}),) for place in over}

    def _of_attempt(self, doc: ScoreDocument) -> tuple[ScoreNote, ...]:
        """Return what was decided about an attempt beside a void, and what happened while it was sat."""
        notes: tuple[ScoreNote, ...] = ()
        score, counted = doc["score"], doc["counted_score"]
        if score is not None and counted is not None and score != counted and doc["attempt"] not in self._not_for:
            notes = (of_cap(score, counted),)
        if self._rulings is not None:
            notes = (*notes, *self._decided(doc, self._rulings))
            if doc["handed_in_by"] == "committee" and doc["receipt"] is None and doc["attempt"] in self._rulings.closed:
                notes = (*notes, of_closed(self._rulings.closed[doc["attempt"]]))
        # What was keyed in from paper was sat nowhere: its journal has nothing to tell.
        if self._with_sittings and doc["handed_in_by"] != "entered":
            from quizapp.services.book.attempt_record import recorded

            chain = self._home.journals.read(self._name(doc))
            one = recorded(self._home, chain, self._rulings)
            notes = (*notes, *of_irregularities(one.irregularities), *sitting_notes(one, chain, self._proofs))
        return notes

    def _decided(self, doc: ScoreDocument, rulings: Rulings) -> tuple[ScoreNote, ...]:
        from quizapp.domain.decisions.decision_notes import of_decisions

        attempt = doc["attempt"]
        begun_by, form = Candidate(id=doc["candidate"], name=doc["name"]), ""
        if attempt in rulings.owners or attempt in self._marked_again:
            started = read_attempt(self._home, self._name(doc)).attempt.started
            begun_by, form = Candidate(id=started.candidate, name=started.name), started.form
        overrides = rulings.overrides.get(attempt, {})
        changed = (of_override(one, self._before(doc, one)) for _, one in sorted(overrides.items()))
        return (*changed, *of_decisions(self._decisions, attempt, begun_by, form))

    def _before(self, doc: ScoreDocument, override: MarkOverridden) -> Fraction | None:
        """Return the marks that a question had before its first override, as it was marked then."""
        from quizapp.domain.decisions.decision_notes import before_override
        from quizapp.domain.decisions.rulings import rulings

        decided = rulings(before_override(self._decisions, override))
        then = read_attempt(self._home, self._name(doc), decided)
        return then.marks_of(override.question)

    def _name(self, doc: ScoreDocument) -> AttemptName:
        return AttemptName(attempt=doc["attempt"], paper=self._paper)

    @cached_property
    def _asides(self) -> Mapping[str, frozenset[str]]:
        return self._home.collected.asides()

    @cached_property
    def _left(self) -> Mapping[str, tuple[datetime, Left]]:
        return self._home.roster.roll().left

    @cached_property
    def _not_for(self) -> Collection[str]:
        """The attempts at a make-up of those for whom it is not."""
        if not any(doc["make_up_for"] for doc in self._scores if doc["paper"] == self._paper):
            return ()
        return not_for_them(self._home, self._scores, self._paper)

    @cached_property
    def _marked_again(self) -> Collection[str]:
        """The attempts whose total changed when the paper was marked again."""
        from quizapp.domain.attempt.decisions import Regraded

        regraded = (one for one in self._decisions if isinstance(one, Regraded))
        return frozenset(change.attempt for one in regraded for change in one.changes)

    @cached_property
    def _proofs(self) -> OrderProofs:
        from quizapp.services.sitting.invigilator import OrderProofs

        return OrderProofs(self._home)

    @cached_property
    def _decisions(self) -> tuple[Decision, ...]:
        return self._home.decisions.read(self._paper)

    @cached_property
    def _rulings(self) -> Rulings | None:
        """What was decided about the paper; None where nothing was."""
        return rulings_at(self._home, self._paper)


def sitting_notes(one: RecordedAttempt, chain: Chain, proofs: OrderProofs) -> tuple[ScoreNote, ...]:
    """Return what of an attempt's sitting is to be noted, by the events of its journal that count."""
    from quizapp.domain.decisions.attempt_notes import of_events

    lines = {order.line for order in proofs.unproved(chain.events, chain.hashes)}
    return of_events(one.events, one.counting_places(lines))
