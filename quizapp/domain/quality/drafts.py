"""Drafts that a paper's draw passes by, and would have if they were ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.domain.bank import ItemBank
from quizapp.domain.blueprint import Draw
from quizapp.domain.item import Item

CODE = "drafts-left-out"


def drafts_left_out(draw: Draw, banks: Sequence[ItemBank]) -> tuple[Item, ...]:
    """Return the drafts that answer to all a draw asks, but for those that allow it."""
    return tuple(
        item
        for bank in banks
        if bank.use != "practice"
        for item in bank.items
        if item.status == "draft" and CODE not in item.allow and draw.accepts(bank, replace(item, status="ready"))
    )
