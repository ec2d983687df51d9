"""Whether files, forms, orders and the log are as they were written, and what came from elsewhere stands whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from quizapp.domain.attempt.decisions import DECISIONS
from quizapp.domain.attempt.events import Event, HandedIn, Started
from quizapp.domain.decisions.rulings import rulings
from quizapp.services.book.stale_scores import unacknowledged
from quizapp.services.carrying.forks import SHOWN_OF_HEAD
from quizapp.services.evidence.evidence_files import (
    Evidence,
    EvidenceFinding,
    EvidenceRemark,
    FileStanding,
    Kind,
    attempt_of,
    found,
    remarked,
)
from quizapp.services.ports.arrivals import Arrival, unplaced
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import NOTHING_DECIDED, KeptFile, LogLine
from quizapp.services.sitting.invigilator import OrderProofs


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
