"""Whether every attempt that was collected is here as the copy that was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.services.arrivals import Arrival
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.evidence.standing import Evidence


def check_collected(evidence: Evidence) -> Iterator[Finding]:
    """Give the collected attempts that are gone, older or other than what was collected last.

    Each is recorded before it is put in place, so a program that was killed between the two leaves an older one, or
    none: collecting the same files again mends it.
    """
    taken: dict[tuple[str, str], list[Arrival]] = {}
    for one in evidence.of("collected"):
        for fact in one.file.facts if one.is_whole else ():
            if isinstance(fact, Arrival) and fact.outcome != "aside":
                taken.setdefault((fact.paper, fact.attempt), []).append(fact)
    for (paper, attempt), arrivals in taken.items():
        name = f"journal/{paper}/{attempt}.jsonl"
        standing = evidence.files.get(name)
        values = {"file": arrivals[-1].file, "journal": name}
        if standing is None:
            yield found("missing", "collected-missing", attempt=attempt, **values)
        elif standing.is_whole and standing.file.head != arrivals[-1].head:
            is_older = any(one.head == standing.file.head for one in arrivals)
            code = "collected-older" if is_older else "collected-other"
            yield found("rolled_back" if is_older else "replaced", code, attempt=attempt, **values)
