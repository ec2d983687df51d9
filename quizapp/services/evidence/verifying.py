"""Verifying the evidence: everything recomputed and compared, nothing written, whoever else writes meanwhile."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.services.evidence.book_check import check_book
from quizapp.services.evidence.chain_check import check_chains
from quizapp.services.evidence.finding import Finding, Remark
from quizapp.services.evidence.form_check import check_forms
from quizapp.services.evidence.receipt_check import check_receipts
from quizapp.services.evidence.recomputing import recompute
from quizapp.services.evidence.seal_check import check_seal
from quizapp.services.evidence.standing import stand

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.services.evidence.receipt_check import Receipt
    from quizapp.services.evidence.seal import Seal
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

    @property
    def is_ok(self) -> bool:
        return not self.findings


def verify(
    home: Home,
    class_id: str = "",
    *,
    seal: Seal | None = None,
    receipts: tuple[Receipt, ...] = (),
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
) -> Verdict:
    """Compare everything with everything. Raises MachineRefused where a file may not be read.

    Where something is found it is looked at again after a wait, as long as others are writing: what is on its way
    from a journal into the book is nothing wrong.
    """
    before = stand(home, seal)
    verdict = _verdict(home, before, class_id, seal, receipts)
    for _ in range(LOOKS):
        if verdict.is_ok:
            break
        wait()
        now = stand(home, seal)
        again = _verdict(home, now, class_id, seal, receipts)
        is_quiet = now.fingerprint == before.fingerprint and again == verdict
        before, verdict = now, again
        if is_quiet:
            break
    return verdict


def _verdict(
    home: Home, evidence: Evidence, class_id: str, seal: Seal | None, receipts: tuple[Receipt, ...]
) -> Verdict:
    now = recompute(home, evidence, class_id)
    told = [*check_chains(evidence), *check_forms(evidence), *now.findings, *check_book(home, evidence, now)]
    if seal is not None:
        told += check_seal(evidence, seal)
    told += check_receipts(receipts, now)
    return Verdict(
        findings=tuple(one for one in told if isinstance(one, Finding)),
        remarks=tuple(one for one in told if isinstance(one, Remark)),
        attempts=sum(1 for _ in evidence.of("journal")),
        files=len(evidence.files),
        receipts=len(receipts),
    )
