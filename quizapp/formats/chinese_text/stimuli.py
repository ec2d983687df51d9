"""Materials that several questions are asked about: where one begins, and which questions are its."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.formats.chinese_text.raw_question import RawQuestion

ANSWERED = re.compile(r"回答.{0,8}?\d{1,4}\s?[-~—–至到]{1,2}\s?(?:第\s?)?(\d{1,4})\s?[题小)]")
"""A stimulus that says which numbers are its: …回答第 21-25 题."""
_STIMULUS = re.compile(r"[(【\[]?(?:材料|案例|资料|背景)(?:材料)?\s?[一二三四五六七八九十\d]{0,3}\s?[】\])]?\s?[:、]")
_TELLS = re.compile(
    r"(?:阅读|根据|依据|结合|分析)(?:以?下(?:列|面|述)?|上述)?.{0,6}?(?:材料|案例|资料)|[【\[(](?:材料|案例)"
)

_LOOKED_AT = 60
"""Characters, and so at most lines, at either end."""


def begins_stimulus(copy: str) -> bool:
    """Return whether a line begins a stimulus by its looks: 材料一：, or …回答 1-3 题."""
    first = copy[0]
    if first in "材案资背(【[" and _STIMULUS.match(copy):
        return True
    return "回答" in copy and ("材料" in copy or "案例" in copy or "资料" in copy) and ANSWERED.search(copy) is not None


def tells_case(question: RawQuestion) -> bool:
    """Return whether a question is a stimulus, to be followed by （1）（2）: its section or its stem says so."""
    return question.section.kind == "case" or tells_stimulus(question.stem)


def tells_stimulus(lines: Sequence[str]) -> bool:
    """Return whether a text says where it begins or ends that it is material to read."""
    # It is asked at each line that may belong to it: no more of it is looked at than counts.
    first = "\n".join(line[:_LOOKED_AT] for line in lines[:_LOOKED_AT])[:_LOOKED_AT]
    last = "\n".join(line[-_LOOKED_AT:] for line in lines[-_LOOKED_AT:])[-_LOOKED_AT:]
    return any(found is not None for found in (_STIMULUS.match(first), _TELLS.search(first), _TELLS.search(last)))
