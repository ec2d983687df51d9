"""Whether files, forms, orders and the log are as they were written.

Every file is what its own chain and name say, every form as it was fixed and there, every order given by who knew
the password, and what the log says was decided and sealed is still there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import DECISIONS, NOTHING_DECIDED
from quizapp.domain.attempt.events import Started
from quizapp.services.book.stale_scores import unacknowledged
from quizapp.services.evidence.evidence_files import EvidenceFinding, EvidenceRemark, attempt_of, found, remarked
from quizapp.services.sitting.order_proofs import OrderProofs

if TYPE_CHECKING:
    from quizapp.services.evidence.evidence_files import Evidence, FileStanding, Kind
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import KeptFile, LogLine


def check_chains(evidence: Evidence) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give what is wrong with any file by itself, and what a crash left."""
    for one in evidence.files.values():
        if one.file.kind == "odd":
            yield found("added", "odd-name", file=one.file.name)
        elif one.file.kind not in ("form", "keys"):
            yield from _check_chain(one)


def _check_chain(one: FileStanding) -> Iterator[EvidenceFinding | EvidenceRemark]:
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


def _check_seen(file: KeptFile) -> Iterator[EvidenceFinding]:
    """Give the decisions that say they were made on what did not stand before them."""
    known = {"", NOTHING_DECIDED}
    for line, (fact, hash) in enumerate(zip(file.facts, file.hashes, strict=False), 1):
        if fact.seen not in known:
            yield found("chain", "seen-unknown", attempt=getattr(fact, "attempt", ""), file=file.name, line=line)
        known.add(hash)


def is_its_own(one: FileStanding) -> bool:
    """Return whether a journal is of the attempt that its name says."""
    name = attempt_of(one.file)
    first = one.file.facts[0] if one.file.facts else None
    return isinstance(first, Started) and (first.attempt, first.paper) == (name.attempt, name.paper)


def check_forms(evidence: Evidence) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give what is wrong with forms and keys, and which keys there is nothing to check by."""
    keys: dict[str, set[str]] = defaultdict(set)
    papers: dict[str, str] = {}
    for fixed in evidence.fixed:
        papers[fixed.form] = fixed.paper
        if fixed.keys:
            keys[fixed.form].add(fixed.keys)
    for one in evidence.of("form"):
        if one.digest != _digest(one.file.name):
            yield found("form", "form-altered", file=one.file.name)
    for one in evidence.of("keys"):
        stated = keys.get(_digest(one.file.name), set())
        if stated - {one.digest}:
            yield found("form", "keys-altered", file=one.file.name)
        elif not stated:
            yield remarked("keys-unchecked", file=one.file.name)
    yield from _missing(evidence, keys, papers)


def _missing(evidence: Evidence, keys: dict[str, set[str]], papers: dict[str, str]) -> Iterator[EvidenceFinding]:
    sat: dict[str, str] = {}
    for one in evidence.of("journal"):
        first = one.file.facts[0] if one.file.facts else None
        if isinstance(first, Started):
            sat.setdefault(first.form, attempt_of(one.file).attempt)
    for form in sorted({*papers, *sat}):
        name = f"forms/{form}.json"
        if name not in evidence.files:
            yield found("missing", "form-missing", attempt=sat.get(form, ""), file=name)
    for form in sorted(keys):
        name = f"forms/{form}.keys.json"
        if name not in evidence.files:
            yield found("missing", "keys-missing", file=name)


def _digest(name: str) -> str:
    """Return the digest that a form's or its keys' file is named by."""
    return name.rpartition("/")[2].partition(".")[0]


def check_orders(home: Home, evidence: Evidence) -> Iterator[EvidenceFinding]:
    """Give the orders without a good proof, with who gave them: carried out they were all the same."""
    whole = [one.file for one in evidence.of("journal") if one.is_whole and is_its_own(one)]
    if not whole or not _can_be_read(evidence):
        return  # what is wrong with those two is said of them
    proofs = OrderProofs(home)
    for file in whole if proofs.is_asked else ():
        for line, order in proofs.unproved(file.facts, file.hashes):
            values = {"by": order.by, "why": order.why, "more": order.more, "file": file.name, "line": line}
            yield found("order", f"order-{order.kind}", attempt=attempt_of(file).attempt, **values)


def _can_be_read(evidence: Evidence) -> bool:
    return all(one.is_whole for kind in ("collected", "publications") for one in evidence.of(kind))


_DECIDED = frozenset(kind.KIND.replace("_", "-") for kind in DECISIONS)
"""What the log calls a decision."""


def check_log(evidence: Evidence, seals: Collection[str]) -> Iterator[EvidenceFinding]:
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
