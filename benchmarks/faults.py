"""The fault table: what was acknowledged, what was lost, and whether what was shown as stored is stored."""

from __future__ import annotations

from tests.proofs.faults.figures import Figure
from tests.proofs.faults.table import figures


def measure(strength: float = 1.0) -> list[Figure]:
    """Return a line for each fault in each kind of save; below full strength a tenth of them, as in CI."""
    return list(figures(is_full=strength >= 1))
