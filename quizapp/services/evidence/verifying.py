"""Verifying the evidence: everything recomputed and compared, nothing written, whoever else writes meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.evidence.book_check import check_book
from quizapp.services.evidence.chain_check import check_chains
from quizapp.services.evidence.collected_check import check_collected
from quizapp.services.evidence.date_check import check_dates
from quizapp.services.evidence.entered_check import check_entered
from quizapp.services.evidence.finding import Finding, Remark
from quizapp.services.evidence.form_check import check_forms
from quizapp.services.evidence.log_check import check_log
from quizapp.services.evidence.order_check import check_orders
from quizapp.services.evidence.photo_check import check_photos
from quizapp.services.evidence.receipt_check import check_receipts
from quizapp.services.evidence.recomputing import recompute
from quizapp.services.evidence.seal_check import check_seal
from quizapp.services.evidence.standing import stand

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizapp.services.evidence.photo_check import Photo
    from quizapp.services.evidence.receipt_check import Receipt
    from quizapp.services.evidence.seal import Seal, SealedFile
    from quizapp.services.evidence.standing import Evidence
    from quizapp.services.ports import Home

PAUSE = 0.5
"""Seconds after which a difference is looked at again: a book follows its journals by less."""
LOOKS = 6
"""How often that is done at most while others go on writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of it."""

    findings: tuple[Finding, ...]
    remarks: tuple[Remark, ...]
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
) -> Verdict:
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
) -> Verdict:
    told_now = recompute(home, evidence, class_id, now)
    told = [*check_chains(evidence), *check_forms(evidence), *check_collected(evidence), *told_now.findings]
    told += [*check_entered(evidence), *check_dates(evidence, told_now, seal)]
    told += check_book(home, evidence, told_now)
    told += check_log(evidence, [name for name, _ in home.evidence.beside()])
    told += check_orders(home, evidence)
    if seal is not None:
        told += check_seal(evidence, seal, rules)
    told += [*check_receipts(held.receipts, told_now), *check_photos(held.photos, told_now)]
    return Verdict(
        findings=tuple(one for one in told if isinstance(one, Finding)),
        remarks=tuple(one for one in told if isinstance(one, Remark)),
        attempts=sum(1 for _ in evidence.of("journal")),
        files=len(evidence.files),
        receipts=len(held.receipts),
        photos=len(held.photos),
    )
