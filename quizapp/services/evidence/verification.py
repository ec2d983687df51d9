"""Sealing what stands now, what became of it since a seal, and verifying it: everything recomputed, nothing written."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.evidence.evidence_files import (
    Evidence,
    EvidenceFinding,
    EvidenceRemark,
    FileStanding,
    Since,
    attempt_of,
    found,
    remarked,
    sealed_attempt,
    sealed_file,
    stand,
    standing_of,
)
from quizapp.services.evidence.file_checks import (
    check_chains,
    check_collected,
    check_entered,
    check_forms,
    check_log,
    check_orders,
)
from quizapp.services.evidence.receipt_check import Photo, Receipt, check_dates, check_photos, check_receipts
from quizapp.services.evidence.recomputed_book import check_book, recompute
from quizapp.services.evidence.seal import RULES, Seal, SealedFile, SealHeading, read_seal, seal_sheet

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.language import Language
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.workplace import Workplace


def seal_of(place: Workplace, evidence: Evidence) -> Seal:
    """Return what the evidence amounts to; files that are none of this program's stay out."""
    return Seal(
        rules=rules_of(place),
        attempts=tuple(sealed_attempt(one.file) for one in evidence.of("journal")),
        files=tuple(sealed_file(one) for one in evidence.files.values() if one.file.kind != "odd"),
    )


def make_seal(
    place: Workplace,
    by: str,
    language: Language,
    write: Callable[[bytes, Callable[[], None]], None],
    told: dict[str, str],
) -> Seal:
    """Write down what stands by way of `write`, and return it with its digest. Raises MachineRefused, CalledWrongly.

    `write` is given what must stand before the seal does: a copy, and a line of the log. `told` is what that says
    besides.
    """
    at = place.clock.read().at
    data = sheet_of(place, stand(place.home), at, by, language)
    seal = read_seal(data)
    values = {**told, "digest": seal.digest, "attempts": str(len(seal.attempts)), "files": str(len(seal.files))}

    def keep() -> None:
        place.home.evidence.keep_seal(seal_name(at, seal), data)
        place.home.log.record(at, "sealed", by, values)

    write(data, keep)
    return seal


def sheet_of(place: Workplace, evidence: Evidence, at: datetime, by: str, language: Language) -> bytes:
    """Return the sheet of what the evidence amounts to."""
    heading = SealHeading(at=at, by=by, class_id=place.class_id, class_title=place.class_title)
    return seal_sheet(seal_of(place, evidence), heading, language)


def rules_of(place: Workplace) -> SealedFile:
    """Return what the settings say that scores hang on: whose class it is, and what counts how much."""
    weights = {name: str(weight) for name, weight in place.weights.items()}
    data = json.dumps({"class": place.class_id, "weights": weights}, ensure_ascii=False, sort_keys=True).encode()
    return SealedFile(RULES, len(data), sha256(data).hexdigest())


def seal_name(at: datetime, seal: Seal) -> str:
    """Return what the copy of a seal is called."""
    return f"{at:%Y%m%dT%H%M%SZ}-{seal.digest[:10]}.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """What goes into an archive."""

    members: tuple[tuple[str, bytes], ...]
    """Names within the data folder, and bytes."""
    attempts: int
    files: int


def archived(place: Workplace, by: str, language: Language) -> Archived:
    """Return what goes into an archive now: forms are enough, so no bank is among it. Raises MachineRefused.

    Every file is read once, so that the seal is of the very bytes that are packed.
    """
    home, at = place.home.evidence, place.clock.read().at
    members: dict[str, bytes] = {}
    standings: dict[str, FileStanding] = {}
    for name in home.names():
        file = home.look(name)
        if file is not None and file.kind != "odd":
            members[name] = file.data
            standings[name] = standing_of(file)
    members |= dict(home.beside())
    evidence = Evidence(files=standings)
    sheet = sheet_of(place, evidence, at, by, language)
    members[f"seals/{seal_name(at, read_seal(sheet))}"] = sheet
    attempts = sum(1 for _ in evidence.of("journal"))
    return Archived(members=tuple(members.items()), attempts=attempts, files=len(standings))


def check_seal(
    evidence: Evidence, seal: Seal, rules: SealedFile | None = None
) -> Iterator[EvidenceFinding | EvidenceRemark]:
    """Give what is otherwise than it was sealed; `rules` are the class and the weights as they are set now."""
    if rules is not None and seal.rules is not None and rules != seal.rules:
        yield found("replaced", "sealed-rules")
    attempts = {f"journal/{one.paper}/{one.attempt}.jsonl": one for one in seal.attempts}
    for sealed in seal.files:
        whose = attempts.get(sealed.name)
        attempt, who = (whose.attempt, whose.who) if whose else ("", "")
        one = evidence.files.get(sealed.name)
        if one is None:
            yield found("missing", "sealed-missing", attempt=attempt, file=sealed.name, who=who)
        elif one.since is not None:
            is_ended = whose is not None and bool(whose.receipt)
            yield from _since(one, one.since, attempt, is_ended=is_ended)
            if whose is not None and not one.since.lines and one.file.head != whose.head and one.since.is_kept:
                yield found("replaced", "sealed-head", attempt=attempt, file=sealed.name)
    known = {sealed.name for sealed in seal.files}
    for name, one in evidence.files.items():
        if name not in known:
            yield from _new(one, known)


def _since(
    one: FileStanding, since: Since, attempt: str, *, is_ended: bool
) -> Iterator[EvidenceFinding | EvidenceRemark]:
    name = one.file.name
    if not since.is_kept:
        if since.is_short and one.is_whole:
            yield found("rolled_back", "sealed-cut", attempt=attempt, file=name)
        else:
            yield found("replaced", "sealed-replaced", attempt=attempt, file=name)
    elif since.repeated:
        yield found("added", "sealed-repeated", attempt=attempt, file=name, count=since.repeated)
    elif since.lines and is_ended:
        yield found("added", "sealed-after-hand-in", attempt=attempt, file=name, count=since.lines)
    elif since.lines and one.file.kind in ("form", "keys"):
        yield found("replaced", "sealed-replaced", attempt=attempt, file=name)
    elif since.lines:
        yield remarked("sealed-grown", file=name, count=since.lines)


def _new(one: FileStanding, known: set[str]) -> Iterator[EvidenceFinding | EvidenceRemark]:
    file = one.file
    if file.kind == "journal":
        who = sealed_attempt(file).who
        yield found("added", "sealed-new-attempt", attempt=attempt_of(file).attempt, file=file.name, who=who)
    elif file.kind == "keys" and file.name.replace(".keys.json", ".json") in known:
        yield found("added", "sealed-new-keys", file=file.name)
    elif file.kind != "odd":
        yield remarked("sealed-new-file", file=file.name)


PAUSE = 0.5
"""Seconds after which a difference is looked at again: a book follows its journals by less."""
LOOKS = 6
"""How often that is done at most while others go on writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What verifying found, and how much it looked at."""

    findings: tuple[EvidenceFinding, ...]
    remarks: tuple[EvidenceRemark, ...]
    attempts: int
    files: int
    receipts: int
    photos: int = 0

    @property
    def is_ok(self) -> bool:
        """Whether nothing was found; remarks stand in nobody's way."""
        return not self.findings


class Held(NamedTuple):
    """Receipts that candidates kept, and photographs of such, to be compared with the attempts."""

    receipts: tuple[Receipt, ...] = ()
    photos: tuple[Photo, ...] = ()


def verify(
    home: Home,
    class_id: str = "",
    *,
    now: datetime | None = None,
    seal: Seal | None = None,
    receipts: tuple[Receipt, ...] = (),
    photos: tuple[Photo, ...] = (),
    rules: SealedFile | None = None,
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
) -> Verification:
    """Compare everything with everything. Raises MachineRefused where a file may not be read.

    `now` is the time by which what was collected is past its closing; without it the book is taken at its word there.
    `rules` are the class and the weights as they are set now, to be held against a seal's.

    Where something is found it is looked at again after a wait, as long as others are writing: what is on its way
    from a journal into the book is nothing wrong.
    """
    before, held = stand(home, seal), Held(receipts, photos)
    verdict = _verdict(home, before, class_id, seal, held, now, rules)
    for _ in range(LOOKS):
        if verdict.is_ok:
            break
        wait()
        later = stand(home, seal)
        again = _verdict(home, later, class_id, seal, held, now, rules)
        is_quiet = later.fingerprint == before.fingerprint and again == verdict
        before, verdict = later, again
        if is_quiet:
            break
    return verdict


def _verdict(
    home: Home,
    evidence: Evidence,
    class_id: str,
    seal: Seal | None,
    held: Held,
    now: datetime | None,
    rules: SealedFile | None,
) -> Verification:
    told_now = recompute(home, evidence, class_id, now)
    told = [*check_chains(evidence), *check_forms(evidence), *check_collected(evidence), *told_now.findings]
    told += [*check_entered(evidence), *check_dates(evidence, told_now, seal)]
    told += check_book(home, evidence, told_now)
    told += check_log(evidence, [name for name, _ in home.evidence.beside()])
    told += check_orders(home, evidence)
    if seal is not None:
        told += check_seal(evidence, seal, rules)
    told += [*check_receipts(held.receipts, told_now), *check_photos(held.photos, told_now)]
    return Verification(
        findings=tuple(one for one in told if isinstance(one, EvidenceFinding)),
        remarks=tuple(one for one in told if isinstance(one, EvidenceRemark)),
        attempts=sum(1 for _ in evidence.of("journal")),
        files=len(evidence.files),
        receipts=len(held.receipts),
        photos=len(held.photos),
    )
