"""Whether what was entered from a table stands whole: every row's answers, and every mark a person gave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import HandedIn, Started
from quizapp.domain.rulings import rulings
from quizapp.services.evidence.finding import Finding, Remark, found, remarked

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.services.evidence.standing import Evidence


def check_entered(evidence: Evidence) -> Iterator[Finding | Remark]:
    """Give the rows of tables that a stopped program left half, and the marks that it did not come to."""
    papers: dict[str, list[tuple[Event, ...]]] = defaultdict(list)
    for one in evidence.of("journal"):
        facts: tuple[Event, ...] = one.file.facts
        if one.is_whole and facts and isinstance(facts[0], Started):
            papers[facts[0].paper].append(facts)
    for paper, attempts in papers.items():
        yield from _lacking_marks(evidence, paper, attempts)
        yield from _starts_alone(attempts)


def _lacking_marks(evidence: Evidence, paper: str, attempts: list[tuple[Event, ...]]) -> Iterator[Finding]:
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


def _starts_alone(attempts: list[tuple[Event, ...]]) -> Iterator[Finding | Remark]:
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
