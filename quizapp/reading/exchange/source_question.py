"""What a reader of somebody else's format finds: questions as native fields, each with its place and its doubts.

A reader guesses nothing: what it is not sure of is a doubt, what it cannot make out is refused, and both say why.
Named tuples, as the registry of formats is loaded at every start.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from quizapp.domain.item import Value

Verdict = Literal["imported", "doubtful", "refused"]

_NONE: Mapping[str, object] = MappingProxyType({})


class Reason(NamedTuple):
    """Why something is doubted, refused, left out or told: a code and values, which language says."""

    code: str
    values: Mapping[str, object] = _NONE


class SourceQuestion(NamedTuple):
    """One question of a source."""

    line: int
    """Of the source, or of its sheet, from 1."""
    text: str
    """As it stands in the source."""
    fields: Mapping[str, Value] = MappingProxyType({})
    """By the native fields' English names, `type` and `stem` among them; what the source does not say is absent."""
    doubts: tuple[Reason, ...] = ()
    refusal: Reason | None = None
    """Why it cannot be read at all."""
    sheet: str = ""

    @property
    def verdict(self) -> Verdict:
        if self.refusal is not None:
            return "refused"
        return "doubtful" if self.doubts else "imported"


class SourceRemark(NamedTuple):
    """What a reader tells besides: noise skipped, a hidden sheet, look-alike radicals replaced."""

    line: int
    reason: Reason
    sheet: str = ""


class SourceReading(NamedTuple):
    """All that a source holds."""

    questions: tuple[SourceQuestion, ...]
    remarks: tuple[SourceRemark, ...] = ()


class LeftOut(NamedTuple):
    """What a format could not carry of an item; all of it where `is_whole`."""

    item: str
    reason: Reason
    is_whole: bool = False
