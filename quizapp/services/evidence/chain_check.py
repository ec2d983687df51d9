"""Whether every file is what its own chain and its own name say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Started
from quizapp.domain.decisions import NOTHING_DECIDED
from quizapp.services.evidence.finding import Finding, Remark, found, remarked
from quizapp.services.evidence.standing import attempt_of

if TYPE_CHECKING:
    from quizapp.services.evidence.finding import Kind
    from quizapp.services.evidence.standing import Evidence, Standing
    from quizapp.services.records import KeptFile


def check_chains(evidence: Evidence) -> Iterator[Finding | Remark]:
    """Give what is wrong with any file by itself, and what a crash left."""
    for one in evidence.files.values():
        if one.file.kind == "odd":
            yield found("added", "odd-name", file=one.file.name)
        elif one.file.kind not in ("form", "keys"):
            yield from _check_chain(one)


def _check_chain(one: Standing) -> Iterator[Finding | Remark]:
    file = one.file
    kind: Kind = "roster" if file.kind == "roster" else "chain"
    attempt = attempt_of(file).attempt if file.kind == "journal" else ""
    name, line = file.name, file.lines + 1
    if file.is_altered:
        yield found(kind, f"altered-{file.kind}", attempt=attempt, file=name, line=line)
    elif file.unknown:
        yield found(kind, "not-understood", attempt=attempt, said=file.unknown, file=name, line=line)
    elif file.kind == "journal" and not file.facts:
        yield found("chain", "nothing-whole", attempt=attempt, file=name, line=line)
    elif file.is_torn:
        yield remarked("torn", file=name, line=line)
    if file.kind in ("decisions", "marks"):
        yield from _check_seen(file)
    if file.kind == "journal" and file.facts and not is_its_own(one):
        first = file.facts[0]
        said = first.attempt if isinstance(first, Started) else ""
        yield found("replaced", "another-attempt", attempt=attempt, said=said, file=name, line=line)


def _check_seen(file: KeptFile) -> Iterator[Finding]:
    """Give the decisions that say they were made on what did not stand before them."""
    known = {"", NOTHING_DECIDED}
    for line, (fact, hash) in enumerate(zip(file.facts, file.hashes, strict=False), 1):
        if fact.seen not in known:
            yield found("chain", "seen-unknown", attempt=getattr(fact, "attempt", ""), file=file.name, line=line)
        known.add(hash)


def is_its_own(one: Standing) -> bool:
    """Return whether a journal is of the attempt that its name says."""
    name = attempt_of(one.file)
    first = one.file.facts[0] if one.file.facts else None
    return isinstance(first, Started) and (first.attempt, first.paper) == (name.attempt, name.paper)
