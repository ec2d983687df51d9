"""GIFT's pairs: a left side and its right one, and right sides that belong to none."""

from __future__ import annotations

import re

from quizapp.domain.declaration import Value
from quizapp.formats.gift.answers import parted
from quizapp.formats.gift.signs import shown
from quizapp.formats.gift.told import Told

_EQUAL = re.compile("=")


def read_pairs(told: Told, section: str) -> str:
    """Note the pairs and the distractors; return the type."""
    pairs: dict[str, Value] = {}
    others: list[Value] = []
    starts = [found.end() for found in _EQUAL.finditer(section)]
    if loose := section[: starts[0] - 1].strip():
        told.doubt("import-gift-loose-text", text=shown(loose))
    if parted(section, _EQUAL).is_uneven:
        told.doubt("import-gift-sign-inside")
    ends = [*(start - 1 for start in starts[1:]), len(section)]
    for start, end in zip(starts, ends, strict=True):
        _note_pair(told, section[start:end], pairs, others)
    told.fields["pairs"] = pairs
    if others:
        told.fields["distractors"] = others
    return "matching"


def _note_pair(told: Told, written: str, pairs: dict[str, Value], others: list[Value]) -> None:
    left_side, arrow, right_side = written.partition("->")
    if "#" in written:
        told.doubt("import-gift-pair-feedback", text=shown(written))
    # Moodle knows no format for the right side.
    left, right = told.plain(left_side), shown(right_side)
    if not arrow:
        told.doubt("import-gift-no-pair", text=shown(written))
    elif not left:
        others.append(right)
    elif left in pairs:
        told.doubt("import-gift-left-twice", left=left, right=right)
    else:
        pairs[left] = right
