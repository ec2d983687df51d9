"""Marking again: every handed-in attempt replayed against the corrections, shown before → after, then recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from quizapp.domain.attempt.decisions import Decision, KeyCorrected, MarkChange, Regraded
from quizapp.domain.candidate import Candidate, NumberSpelling
from quizapp.domain.decisions.decision_rules import check_decider, check_seen
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import Overtaken
from quizapp.domain.exact_numbers import ranks
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.moment import Moment
from quizapp.services.book.attempt_record import recorded
from quizapp.services.book.marked_attempt import MarkedAttempt, marked
from quizapp.services.book.score_book import refresh
from quizapp.services.book.score_documents import documents
from quizapp.services.book.standings import why_not_for
from quizapp.services.decisions.bank_keys import BankKeys, NotTaken, bank_keys
from quizapp.services.decisions.committee_journal import SeenJournal, record
from quizapp.services.decisions.correction import people_who_sat
from quizapp.services.decisions.correction_list import CorrectedQuestion, corrected_questions, known_forms
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import CommitteeJournal
from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateOutcome:
    """What a candidate's counted attempts amount to; None where none counts (yet)."""

    total: Fraction | None = None
    full: Fraction | None = None
    passed: bool | None = None
    rank: int | None = None


def outcomes(
    attempts: Iterable[MarkedAttempt], spelling: NumberSpelling, not_for: Collection[str] = ()
) -> Mapping[str, CandidateOutcome]:
    """Return every candidate's outcome over one paper's attempts, by their number as `spelling` shows it.

    `not_for` are those for whom a make-up is not: nothing of theirs counts.
    """
    people: dict[str, list[MarkedAttempt]] = {}
    for one in sorted(attempts, key=lambda one: one.recorded.id):
        people.setdefault(spelling.shown(one.recorded.candidate.id), []).append(one)
    found = {id: _outcome(several, is_for_them=id not in not_for) for id, several in people.items()}
    totals = {id: one.total for id, one in found.items() if one.total is not None}
    places = dict(zip(totals, ranks(list(totals.values())), strict=True))
    return {id: replace(one, rank=places.get(id)) for id, one in found.items()}


def _outcome(attempts: list[MarkedAttempt], *, is_for_them: bool) -> CandidateOutcome:
    docs = documents(attempts, is_for_them=is_for_them)
    counting = [one for one, doc in zip(attempts, docs, strict=True) if doc["counts"] and one.status == "marked"]
    if not counting:
        return CandidateOutcome()
    form = counting[-1].recorded.form
    total = sum((one.counted_score for one in counting), Fraction(0)) / len(counting)
    # A make-up's cap lowers what counts to the pass mark itself, so that it still passes.
    return CandidateOutcome(total=total, full=form.full_score, passed=total >= form.pass_marks)


NOBODY = Marker(by="")
"""Who decides where nothing is recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegradedCandidate:
    """A candidate before and after a paper is marked again."""

    candidate: Candidate
    before: CandidateOutcome
    after: CandidateOutcome

    @property
    def is_changed(self) -> bool:
        """Whether score, pass or rank differ; a full score that falls for everybody is no change of theirs."""
        first, second = (replace(one, full=None) for one in (self.before, self.after))
        return first != second

    @property
    def changes_rank(self) -> bool:
        return self.before.rank != self.after.rank

    @property
    def newly_passes(self) -> bool:
        return self.after.passed is True and self.before.passed is not True

    @property
    def no_longer_passes(self) -> bool:
        return self.before.passed is True and self.after.passed is not True


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingOverride:
    """Marks that a person gave a question that is corrected."""

    attempt: str
    candidate: Candidate
    number: int
    marks: Fraction
    is_dropped: bool
    """Whether they go with the question, which is dropped; else they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrade:
    """What marking a paper again does."""

    paper: str
    title: str
    corrections: tuple[KeyCorrected, ...]
    """Those that begin to hold."""
    questions: tuple[CorrectedQuestion, ...]
    """The same as people look at them."""
    taken: tuple[KeyCorrected, ...]
    """Those of them that are taken from today's bank, and recorded with the rest."""
    holding: int
    """How many of the paper's corrections hold from then on."""
    standings: tuple[RegradedCandidate, ...]
    """Everybody who handed in what is not void, by 学号."""
    changes: tuple[MarkChange, ...]
    stands: tuple[StandingOverride, ...]
    left: tuple[NotTaken, ...]
    """Where today's bank could not be asked."""
    seen: str = ""
    """The head of the committee journal that this was worked out by."""
    is_recorded: bool = False

    @property
    def changed(self) -> tuple[RegradedCandidate, ...]:
        """The candidates for whom something changes, by their new rank."""
        found = [one for one in self.standings if one.is_changed]
        return tuple(sorted(found, key=lambda one: (one.after.rank is None, one.after.rank or 0, one.candidate.id)))

    def does_as(self, shown: Regrade) -> bool:
        """Return whether it does just what another one that was shown does."""
        return (self.changed, self.changes, self.full_scores, self._holds) == (
            *(shown.changed, shown.changes, shown.full_scores),
            shown._holds,
        )

    @property
    def _holds(self) -> tuple[object, ...]:
        """What begins to hold, whoever takes it from the bank and whenever."""
        return tuple((one.form, one.question, one.how, one.keyed) for one in self.corrections)

    @property
    def full_scores(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """The full scores that change, before and after: forms may differ."""
        pairs = ((one.before.full, one.after.full) for one in self.standings)
        changed = {(first, second) for first, second in pairs if first and second and first != second}
        return tuple(sorted(changed))


def preview(
    place: Workplace, paper: str, *, from_bank: bool, decider: Marker = NOBODY, more: Sequence[KeyCorrected] = ()
) -> Regrade:
    """Return what marking again would do, recording nothing; `more` are corrections that nobody recorded yet.

    Raises MachineRefused.
    """
    return _worked_out(place, place.home.decisions.journal(paper), paper, from_bank, decider, more)


def _worked_out(
    place: Workplace,
    journal: CommitteeJournal,
    paper: str,
    from_bank: bool,
    decider: Marker,
    more: Sequence[KeyCorrected] = (),
) -> Regrade:
    home = place.home
    decided = rulings(journal.decisions)
    taken = BankKeys()
    if from_bank:
        taken = bank_keys(place.library, known_forms(home, paper), decided, decider, place.clock.read())
    whole = replace(decided, corrections=(*decided.corrections, *more, *taken.corrections))
    both = tuple(_marked(home, paper, whole, place.clock.read().at))
    before, after = tuple(one for one, _ in both), tuple(other for _, other in both)
    roster = (one.id for one in home.roster.roll().everybody)
    spelling = NumberSpelling(roster, (one.recorded.candidate.id for one in before))
    return Regrade(
        paper=paper,
        title=before[-1].recorded.form.paper.title if before else paper,
        corrections=whole.pending,
        questions=corrected_questions(home, paper, whole.pending),
        taken=taken.corrections,
        holding=len(whole.corrections),
        standings=_standings(before, after, spelling, _not_for(home, before, spelling)),
        changes=tuple(_changes(before, after)),
        stands=tuple(_stands(whole, before)),
        left=taken.left,
        seen=journal.head,
    )


def regrade(place: Workplace, paper: str, decider: Marker, *, from_bank: bool, shown: Regrade | None = None) -> Regrade:
    """Mark a paper again and record it; where nothing waits to hold, nothing is recorded.

    `shown` is the preview that was looked at; without it a command decides on what stands. Raises Overtaken where it
    would do something else than was shown, Refused for who may not decide, MachineRefused.
    """
    home, now = place.home, place.clock.read()
    done: list[Regrade] = []

    def make(journal: CommitteeJournal) -> tuple[Decision, ...]:
        check_decider(decider, *people_who_sat(home, paper, rulings(journal.decisions)))
        found = _worked_out(place, journal, paper, from_bank, decider)
        done.append(found)
        new: tuple[Decision, ...] = (*found.taken, _decision(found, decider, now)) if found.corrections else ()
        if shown is not None:
            check_seen(new, journal.since(shown.seen) or ())
            if not found.does_as(shown):
                raise Overtaken("regrade-since", before=len(shown.changed), after=len(found.changed))
        return new

    record(home, paper, None if shown is None else SeenJournal(shown.seen), make)
    (found,) = done
    if not found.corrections:
        return found
    refresh(home, (), place.class_id, now.at)
    values = {"paper": paper, "corrections": str(len(found.corrections)), "changed": str(len(found.changes))}
    told = {**values, "checked_by": decider.checked_by, "why": decider.why}
    home.log.record(now.at, "regraded", decider.by, told)
    return replace(found, is_recorded=True)


def _decision(found: Regrade, decider: Marker, now: Moment) -> Regraded:
    return Regraded(when=now, corrections=found.holding, changes=found.changes, **decider.signed)


def _marked(home: Home, paper: str, decided: Rulings, now: datetime) -> Iterator[tuple[MarkedAttempt, MarkedAttempt]]:
    """Give the attempts that were handed in, marked by the corrections that hold, and by all of them."""
    for name in home.journals.names(paper):
        # Read once: who hands in meanwhile is in both or in neither.
        chain = home.journals.read(name)
        one = recorded(home, chain, decided, now=now)
        if one.attempt.has_ended and one.id == name.attempt:
            yield marked(one), marked(recorded(home, chain, decided, with_pending=True, now=now))


def _not_for(home: Home, attempts: Sequence[MarkedAttempt], spelling: NumberSpelling) -> frozenset[str]:
    """Return who sat a make-up that is not for them, by how the book has the first paper."""
    book = home.book.read() if attempts and attempts[-1].recorded.form.paper.make_up else None
    docs = book.scores if book else ()
    papers = {spelling.shown(one.recorded.candidate.id): one.recorded.form.paper for one in attempts}
    return frozenset(id for id, paper in papers.items() if book and why_not_for(home, docs, paper, id) is not None)


def _standings(
    before: Sequence[MarkedAttempt], after: Sequence[MarkedAttempt], spelling: NumberSpelling, not_for: frozenset[str]
) -> tuple[RegradedCandidate, ...]:
    candidates = (one.recorded.candidate for one in before if not one.recorded.is_void)
    people = {(id := spelling.shown(one.id)): replace(one, id=id) for one in candidates}
    first, second = outcomes(before, spelling, not_for), outcomes(after, spelling, not_for)
    return tuple(RegradedCandidate(candidate=people[id], before=first[id], after=second[id]) for id in sorted(people))


def _changes(before: Sequence[MarkedAttempt], after: Sequence[MarkedAttempt]) -> Iterator[MarkChange]:
    for one, other in zip(before, after, strict=True):
        first, second = (None if each.counting is None else each.counting.total for each in (one, other))
        if first != second:
            yield MarkChange(attempt=one.recorded.id, before=first, after=second)


def _stands(decided: Rulings, attempts: Sequence[MarkedAttempt]) -> Iterator[StandingOverride]:
    touched = {(one.form, one.question) for one in decided.pending}
    for attempt in attempts:
        one = attempt.recorded
        given = decided.given.get(one.id, {})
        for number in sorted(given):
            if (one.attempt.started.form, number) in touched and not one.is_void:
                yield StandingOverride(
                    attempt=one.id,
                    candidate=one.candidate,
                    number=number,
                    marks=given[number],
                    is_dropped=_is_dropped(decided, one.attempt.started.form, number),
                )


def _is_dropped(decided: Rulings, form: str, number: int) -> bool:
    last = [one.how for one in decided.corrections_of(form, with_pending=True) if one.question == number][-1]
    return last == "drop"
