"""Whether every attempt that was collected is here as the copy that was recorded, and if any two part ways."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.domain.rulings import rulings
from quizapp.services.arrivals import Arrival, unplaced
from quizapp.services.collecting.forks import SHOWN_OF_HEAD
from quizapp.services.evidence.finding import Finding, Remark, found, remarked
from quizapp.services.evidence.standing import Evidence


def check_collected(evidence: Evidence) -> Iterator[Finding | Remark]:
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
) -> Iterator[Finding | Remark]:
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


def _as_decided(evidence: Evidence, paper: str, attempt: str, heads: frozenset[str]) -> Iterator[Finding]:
    name = f"journal/{paper}/{attempt}.jsonl"
    standing, decisions = evidence.files.get(name), evidence.decisions(paper)
    if standing is None or decisions is None:
        return
    if rulings(decisions).is_forked(attempt, standing.file.head, heads):
        shown = "、".join(sorted(head[:SHOWN_OF_HEAD] for head in heads | {standing.file.head}))
        yield found("attempts", "forked", attempt=attempt, file=name, heads=shown)
