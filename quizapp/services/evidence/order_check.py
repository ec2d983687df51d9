"""Whether what was ordered in attempts that came from elsewhere was ordered by who knew the invigilator's password."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.services.evidence.chain_check import is_its_own
from quizapp.services.evidence.finding import Finding, found
from quizapp.services.evidence.standing import attempt_of
from quizapp.services.order_proofs import OrderProofs

if TYPE_CHECKING:
    from quizapp.services.evidence.standing import Evidence
    from quizapp.services.ports import Home


def check_orders(home: Home, evidence: Evidence) -> Iterator[Finding]:
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
