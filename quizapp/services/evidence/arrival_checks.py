"""Whether what came from elsewhere stands whole: collected attempts, and answers and marks entered from a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.decisions.rulings import rulings
from quizapp.services.carrying.forks import SHOWN_OF_HEAD
from quizapp.services.evidence.evidence_files import Evidence, EvidenceFinding, EvidenceRemark, found, remarked
from quizapp.services.ports.arrivals import Arrival, unplaced

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event


def check_collected(evidence: Evidence) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give the collected attempts that are gone, older or other than what was collected last, and forks.

    Each is recorded before it is put in place, and said to be there after that: one of which that was never said may
    be there or not, as a program was killed in between; collecting the same files again mends it.
    """
    facts = [fact for one in evidence.of("collected") if one.is_whole for fact in one.file.facts]
    waiting = unplaced(facts)
    taken: dict[tuple[str, str], list[Arrival]] = {}
    asides: dict[tuple[str, str], set[str]] = {}
    for fact in facts:
        if isinstance(fact, Arrival) and fact.is_aside:
            asides.setdefault((fact.paper, fact.attempt), set()).add(fact.head)
        elif isinstance(fact, Arrival):
            taken.setdefault((fact.paper, fact.attempt), []).append(fact)
    for (paper, attempt), arrivals in taken.items():
        yield from _as_taken(evidence, f"journal/{paper}/{attempt}.jsonl", attempt, arrivals, waiting)
    for (paper, attempt), heads in asides.items():
        yield from _as_decided(evidence, paper, attempt, frozenset(heads))


def _as_taken(
    evidence: Evidence, name: str, attempt: str, arrivals: list[Arrival], waiting: frozenset[str]
) -> Iterator[EvidenceFinding | EvidenceRemark]:
    standing, values = evidence.files.get(name), {"file": arrivals[-1].file, "journal": name}
    answered_for = [one.head for one in arrivals if one.head not in waiting]
    # What came last and waits still, and what was in place before it.
    allowed = {one.head for one in arrivals if one.head in waiting} | set(answered_for[-1:])
    if standing is None:
        if answered_for:
            yield found("missing", "collected-missing", attempt=attempt, **values)
        else:
            yield remarked("collected-unfinished", **values)
    elif standing.is_whole and standing.file.head not in allowed:
        is_older = any(one.head == standing.file.head for one in arrivals)
        code = "collected-older" if is_older else "collected-other"
        yield found("rolled_back" if is_older else "replaced", code, attempt=attempt, **values)
    elif arrivals[-1].head in waiting:
        yield remarked("collected-unfinished", **values)


def _as_decided(evidence: Evidence, paper: str, attempt: str, heads: frozenset[str]) -> Iterator[EvidenceFinding]:
    name = f"journal/{paper}/{attempt}.jsonl"
    standing, decisions = evidence.files.get(name), evidence.decisions(paper)
    if standing is None or decisions is None:
        return
    if rulings(decisions).is_forked(attempt, standing.file.head, heads):
        shown = "、".join(sorted(head[:SHOWN_OF_HEAD] for head in heads | {standing.file.head}))
        yield found("attempts", "forked", attempt=attempt, file=name, heads=shown)


def check_entered(evidence: Evidence) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give the rows of tables that a stopped program left half, and the marks that it did not come to."""
    papers: dict[str, list[tuple[Event, ...]]] = defaultdict(list)
    for one in evidence.of("journal"):
        facts: tuple[Event, ...] = one.file.facts
        if one.is_whole and facts and isinstance(facts[0], Started):
            papers[facts[0].paper].append(facts)
    for paper, attempts in papers.items():
        yield from _lacking_marks(evidence, paper, attempts)
        yield from _starts_alone(attempts)


def _lacking_marks(evidence: Evidence, paper: str, attempts: list[tuple[Event, ...]]) -> Iterator[EvidenceFinding]:
    decisions = evidence.decisions(paper)
    if decisions is None:
        return  # what cannot be read is told of by itself
    decided = rulings(decisions)
    for first, *_, last in (facts for facts in attempts if len(facts) > 1):
        if not isinstance(first, Started) or not isinstance(last, HandedIn) or first.attempt in decided.voided:
            continue
        lacking = [number for number in last.marked if number not in decided.given.get(first.attempt, {})]
        if lacking:
            numbers = "、".join(map(str, lacking))
            yield found("mark", "entered-marks-missing", attempt=first.attempt, **_who(first), numbers=numbers)


def _starts_alone(attempts: list[tuple[Event, ...]]) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give the attempts that hold nothing but their start, as earlier versions left a row whose entering was stopped.

    One table's rows share one reading of the boot clock, so a start that shares another's was such a row. A start that
    shares none may as well be somebody's who went away before the first question.
    """
    keyed: dict[tuple[str, float | None], int] = defaultdict(int)
    for facts in attempts:
        if _is_alone(facts) or (isinstance(facts[-1], HandedIn) and facts[-1].by == "entered"):
            keyed[facts[0].when.boot, facts[0].when.clock] += 1
    for facts in attempts:
        first = facts[0]
        if not _is_alone(facts) or not isinstance(first, Started):
            continue
        if keyed[first.when.boot, first.when.clock] > 1 and first.when.boot:
            yield found("attempts", "entered-half", attempt=first.attempt, **_who(first))
        else:
            yield remarked("start-alone", attempt=first.attempt, **_who(first))


def _is_alone(facts: tuple[Event, ...]) -> bool:
    return not any(fact.KIND not in ("handed_in", "section_closed") or _is_ordered(fact) for fact in facts[1:])


def _is_ordered(fact: Event) -> bool:
    """Return whether somebody had it handed in, who then knew of it."""
    return isinstance(fact, HandedIn) and fact.by != "deadline"


def _who(started: Started) -> dict[str, str]:
    return {"candidate": started.candidate, "name": started.name, "paper": started.paper}
