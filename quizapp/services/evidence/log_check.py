"""Whether what the log says was decided and sealed is still there: a chain cut at its end is whole in itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quizapp.domain.decisions import DECISIONS
from quizapp.services.altered_book import unacknowledged
from quizapp.services.evidence.finding import Finding, found

if TYPE_CHECKING:
    from quizapp.services.evidence.standing import Evidence
    from quizapp.services.records import LogLine

_DECIDED = frozenset(kind.KIND.replace("_", "-") for kind in DECISIONS)
"""What the log calls a decision."""


def check_log(evidence: Evidence, seals: Collection[str]) -> Iterator[Finding]:
    """Give the decisions and seals that the log names and that are gone; `seals` are the names of those kept."""
    for line in unacknowledged(evidence.logged):
        yield found("book", "book-was-altered", at=line.at, **line.values)
    for line in evidence.logged:
        if line.what in _DECIDED and _is_gone(evidence, line):
            paper, at = line.values.get("paper", ""), line.at
            yield found("rolled_back", "decision-gone", said=line.what, paper=paper, who=line.who, at=at)
        elif line.what == "sealed" and not any(_short(line.values.get("digest", "")) in name for name in seals):
            yield found("missing", "seal-gone", at=line.at, who=line.who)


def _is_gone(evidence: Evidence, line: LogLine) -> bool:
    """Return whether no decision of that kind was made at that instant; of what was altered that is told already."""
    decisions = evidence.decisions(line.values.get("paper", ""))
    if decisions is None:
        return False
    return not any((one.KIND.replace("_", "-"), one.when.at) == (line.what, line.at) for one in decisions)


def _short(digest: str) -> str:
    """Return what of a seal's digest stands in the name of its copy."""
    return f"-{digest[:10]}."
