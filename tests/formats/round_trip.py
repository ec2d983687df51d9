"""From a bank to another format and back into a bank of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.formats.native.edit.bank_merge import MergeTarget, merge
from quizapp.formats.source_format import SourceFormat
from tests.formats.native.bank_bytes import read


def come_back(bank: ItemBank, source: SourceFormat, tongue: Literal["zh", "en"] = "zh") -> tuple[list[Item], set[str]]:
    """Return the items that came back, in order, and the ids of those that the format said it left out whole."""
    assert source.write is not None
    written = source.write(bank, tongue)
    reading = source.read(written.data, f"x{source.suffixes[0]}", "")
    target = MergeTarget(path=Path(f"{bank.id}.yaml"), data=None, tongue=tongue, say=lambda reason: reason.code)
    merged = merge(reading, target)
    assert merged.plan.count("refused") == merged.plan.count("doubtful") == 0
    found = read(merged.data, "x.yaml").bank if merged.data else None
    return list(found.items) if found else [], {left.item for left in written.left_out if left.is_whole}
