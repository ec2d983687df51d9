"""Candidates' own receipts against the attempts; and whether what people did has its order in time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.decisions import Closed, KeyCorrected
from quizapp.domain.attempt.receipt import PhotoLine, answers_of, read_line, typed_answers
from quizapp.domain.candidate import same_number
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.domain.moment import TOLERATED
from quizapp.reading.files import decode, read_bytes
from quizapp.reading.findings import Findings
from quizapp.services.classes.people_table import NUMBER, TableColumn, TableKind
from quizapp.services.evidence.evidence_files import Evidence, EvidenceFinding, Kind, found
from quizapp.services.ports.arrivals import Arrival, Rehearsal

if TYPE_CHECKING:
    from quizapp.services.evidence.recomputed_book import Recomputed
    from quizapp.services.evidence.seal import Seal


class Receipt(NamedTuple):
    """A line of a list of receipts: whose it is, and the code."""

    line: int
    candidate: str
    receipt: str


def _plain(text: str) -> str:
    """Return a receipt as it is compared: as it may be typed or read out, without its stroke."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(letter for letter in folded if letter.isalnum())


RECEIPTS = TableKind(
    "receipt",
    (
        # An export writes a number that a spreadsheet would run behind a quote.
        NUMBER._replace(read=lambda text: text.removeprefix("'"), is_required=True),
        TableColumn("receipt", ("回执号", "交卷回执号", "回执", "receipt"), _plain),
    ),
)


def read_receipts(path: Path) -> tuple[Receipt, ...]:
    """Return a table's receipts; who has none is left out. Raises Faulty, CalledWrongly, Refused."""
    rows, faults = RECEIPTS.rows(path)
    table = RECEIPTS.headed(rows, faults, "receipts-no-heads")
    if table is None:
        raise Faulty(faults.faults)
    listed = (Receipt(row.line, table.cell(row, "id"), table.cell(row, "receipt")) for row in table.rows)
    return tuple(one for one in listed if one.receipt)


def check_receipts(receipts: tuple[Receipt, ...], now: Recomputed) -> Iterator[EvidenceFinding]:
    """Give the receipts that fit no attempt of their candidate."""
    held: dict[str, dict[str, str]] = {}
    for one in now.attempts:
        if one.receipt is not None:
            # Whose it was when it was handed in, and whose it is now: either may hold it.
            for id in {same_number(one.attempt.started.candidate), same_number(one.candidate.id)}:
                held.setdefault(id, {})[_plain(one.receipt)] = one.id
    everywhere = {receipt for mine in held.values() for receipt in mine}
    for given in receipts:
        mine = held.get(same_number(given.candidate), {})
        if given.receipt in mine:
            continue
        kind: Kind = "replaced" if mine else "missing"
        code = "receipt-another" if given.receipt in everywhere else "receipt-differs"
        yield found(
            kind,
            code if mine else "receipt-nobody",
            attempt=next(iter(mine.values())) if len(mine) == 1 else "",
            line=given.line,
            candidate=given.candidate,
            receipt=_shown(given.receipt),
            now="、".join(sorted(map(_shown, mine))),
        )


def _shown(plain: str) -> str:
    plain = _plain(plain)
    return f"{plain[:5]}-{plain[5:]}" if len(plain) == 10 else plain


class Photo(NamedTuple):
    """What one photograph says."""

    line: int
    """In the list, from 1."""
    said: PhotoLine


def read_photos(path: Path) -> tuple[Photo, ...]:
    """Return what a list says, a photograph to a line. Raises CalledWrongly, Faulty with the lines that are none."""
    if not path.is_file():
        raise CalledWrongly("missing-file", path=str(path))
    findings = Findings(str(path))
    data = read_bytes(path, findings)
    text = None if data is None else decode(data, findings)
    photos: list[Photo] = []
    for number, line in enumerate((text or "").splitlines(), 1):
        said = read_line(line)
        if said is not None:
            photos.append(Photo(number, said))
        elif line.strip():
            findings.error("photo-not-one", (number, 1))
    if findings.has_errors:
        raise Faulty(tuple(findings.faults))
    return tuple(photos)


def check_photos(photos: tuple[Photo, ...], now: Recomputed) -> Iterator[EvidenceFinding]:
    """Give the photographs that fit no attempt of their candidate, and those whose answers are not the attempt's."""
    held = ((one.line, one.said.candidate, one.said.receipt.replace("-", "")) for one in photos)
    yield from check_receipts(tuple(Receipt(*one) for one in held), now)
    answers = {
        one.receipt: (one.id, answers_of(one.form, one.attempt.responses)) for one in now.attempts if one.receipt
    }
    for one in photos:
        known = answers.get(one.said.receipt)
        if known is not None and known[1] != one.said.answers:
            numbers = _differing(typed_answers(one.said.answers), typed_answers(known[1]))
            values = {"line": one.line, "candidate": one.said.candidate, "numbers": numbers}
            yield found("replaced", "photo-differs", attempt=known[0], **values)


def _differing(said: tuple[str, ...], kept: tuple[str, ...]) -> str:
    longest = max(len(said), len(kept))
    pairs = zip((*said, *[""] * (longest - len(said))), (*kept, *[""] * (longest - len(kept))), strict=True)
    return " ".join(str(number) for number, (one, other) in enumerate(pairs, 1) if one != other)


_DATED = ("decisions", "marks", "collected")
"""The chains whose lines say when this class's own machines wrote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """From when on there was something to decide about."""

    begun: Mapping[str, datetime]
    """Attempts, from when one under way could be closed."""
    ended: Mapping[str, datetime]
    """Attempts, from when they could be marked, overridden, annulled or sealed."""
    fixed: Mapping[str, datetime]
    """Forms, by digest."""


def check_dates(evidence: Evidence, now: Recomputed, seal: Seal | None) -> Iterator[EvidenceFinding]:
    """Give decisions dated before what they are about or before the line above, and a seal older than what it seals."""
    known = _known(evidence, now)
    for kind in _DATED:
        for one in evidence.of(kind):
            yield from _line_by_line(one.file.name, one.file.facts)
    for one in evidence.of("decisions"):
        for line, fact in enumerate(one.file.facts, 1):
            since = _since(fact, known)
            if since is not None and fact.when.at + TOLERATED < since:
                attempt = getattr(fact, "attempt", "")
                values = {"file": one.file.name, "line": line, "at": fact.when.at, "than": since}
                yield found("chain", "decided-before", attempt=attempt, **values)
    if seal is not None and seal.at is not None:
        yield from _sealed(seal, seal.at, known)


def _line_by_line(name: str, facts: tuple[object, ...]) -> Iterator[EvidenceFinding]:
    latest: datetime | None = None
    for line, fact in enumerate(facts, 1):
        # A rehearsal says when it was on the machine that it was on.
        at = None if isinstance(fact, Rehearsal) else _instant(fact)
        if at is None:
            continue
        if latest is not None and at + TOLERATED < latest:
            yield found("chain", "dated-before-line", file=name, line=line, at=at, than=latest)
        latest = at if latest is None else max(latest, at)


def _instant(fact: object) -> datetime | None:
    when = getattr(fact, "when", None)
    at = getattr(fact, "at", None) if when is None else when.at
    return at if isinstance(at, datetime) else None


def _known(evidence: Evidence, now: Recomputed) -> _Known:
    """Return what is known; of an attempt that was carried here only when it came is told by a clock of this class's.

    Of one that was sat here the wall clock may have stood behind its own time: what was noted of that is allowed for.
    """
    came: dict[str, datetime] = {}
    for one in evidence.of("collected"):
        for fact in one.file.facts if one.is_whole else ():
            if isinstance(fact, Arrival):
                came.setdefault(fact.attempt, fact.at)
    begun, ended = dict(came), dict(came)
    for of_it in now.attempts:
        attempt = of_it.attempt
        behind = min(attempt.clock_gap, timedelta(0))
        begun.setdefault(of_it.id, attempt.started.when.at + behind)
        if attempt.handed_in_at is not None:
            ended.setdefault(of_it.id, attempt.handed_in_at + behind)
    fixed: dict[str, datetime] = {}
    for line in evidence.fixed:
        fixed[line.form] = min(fixed.get(line.form, line.at), line.at)
    return _Known(begun=begun, ended=ended, fixed=fixed)


def _since(decision: object, known: _Known) -> datetime | None:
    if isinstance(decision, KeyCorrected):
        return known.fixed.get(decision.form)
    attempt = getattr(decision, "attempt", "")
    return (known.begun if isinstance(decision, Closed) else known.ended).get(attempt)


def _sealed(seal: Seal, at: datetime, known: _Known) -> Iterator[EvidenceFinding]:
    for one in seal.attempts:
        since = (known.ended if one.receipt else known.begun).get(one.attempt)
        if since is not None and at + TOLERATED < since:
            yield found("chain", "sealed-before", attempt=one.attempt, at=at, than=since)
