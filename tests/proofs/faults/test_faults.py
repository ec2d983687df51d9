"""Whatever happens to the machine: nothing acknowledged is lost, and what is shown as stored is stored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.proofs.faults.table import PROOFS


@pytest.mark.proof
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs to be killed are forked")
@pytest.mark.parametrize("name", PROOFS)
def test_nothing_acknowledged_is_lost_to_a_fault_and_what_is_shown_is_stored(
    name: str, tmp_path: Path, is_full: bool
) -> None:
    figure = PROOFS[name](tmp_path, is_full=is_full)
    assert figure.verdict == "ok", figure
    assert figure.times > 0
    # Choices are no records: each is asked for again.
    assert figure.acknowledged > 0 or name == "cut-choices"
