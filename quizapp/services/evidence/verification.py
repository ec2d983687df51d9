"""Verifying the evidence: everything recomputed and compared, nothing written, whoever else writes meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.evidence.arrival_checks import check_collected, check_entered
from quizapp.services.evidence.date_check import check_dates
from quizapp.services.evidence.evidence_files import EvidenceFinding, EvidenceRemark, stand
from quizapp.services.evidence.file_checks import check_chains, check_forms, check_log, check_orders
from quizapp.services.evidence.receipt_check import check_photos, check_receipts
from quizapp.services.evidence.recomputed_book import check_book, recompute
from quizapp.services.evidence.sealing import check_seal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizapp.services.evidence.evidence_files import Evidence
    from quizapp.services.evidence.receipt_check import Photo, Receipt
    from quizapp.services.evidence.seal import Seal, SealedFile
    from quizapp.services.ports.home import Home


PAUSE = 0.5
"""Seconds after which a difference is looked at again: a book follows its journals by less."""
LOOKS = 6
"""How often that is done at most while others go on writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of it."""

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
    """What candidates hold themselves."""

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
