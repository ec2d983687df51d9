"""数值题: a number, right within an absolute tolerance; compared as exact decimals."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.answer_key import KeyParts
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import INVALID, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value

NUMBER = r"[+-]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)"
_NUMBER = re.compile(NUMBER)
# Full width only: NFKC would make 102 of 10².
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("−"): "-"}
UNIT = "unit"
"""The field with what may stand behind a number."""
LONGEST = 200
"""Characters of an answer; Python refuses to make numbers of thousands of digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Item):
    """A stem that asks for a number. A response is the text typed; what is no number is wrong."""

    key: Fraction | None = None
    tolerance: Fraction = Fraction(0)
    """How far a right answer may be off, absolutely, the edge included."""
    unit: str = ""
    """Shown behind the field, never required, accepted behind the number."""

    TYPE: ClassVar = "numeric"
    NAMES: ClassVar = ("数值", "数值题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"),)
    # The tolerance is no `number`: that takes shares too, and 10% would pass for 0.1.
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("key", "答案", "quantity", required=True),
        ItemField("tolerance", "允许误差", "tolerance"),
        ItemField(UNIT, "单位", "text"),
    )
    SECRETS: ClassVar = ("key", "tolerance", "rationale", "feedback")
    ROOM: ClassVar = "number"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        unit = str(fields.get("unit", "")).strip()
        written = fields.get("tolerance", "0")
        key, tolerance = _number_in(fields["key"], unit), _number_in(written, unit)
        if key is None:
            report(("key",), "key-not-number", key=str(fields["key"]))
        if tolerance is None or tolerance < 0:
            report(("tolerance",), "tolerance-not-number", tolerance=str(written))
            return None
        return None if key is None else {"key": key, "tolerance": tolerance, "unit": unit}

    def written(self) -> dict[str, Value]:
        fields: dict[str, Value] = {"key": self.key_response()[0]}
        if self.tolerance:
            fields["tolerance"] = decimal_text(self.tolerance)
        return {**fields, "unit": self.unit} if self.unit else fields

    @property
    def unit_asked(self) -> str:
        return self.unit

    @property
    def has_key(self) -> bool:
        return self.key is not None

    def fraction(self, response: Response, marking: Marking) -> Fraction:  # noqa: ARG002
        number = _number_in(response[0], self.unit) if len(response) == 1 else None
        if number is None or self.key is None:
            return Fraction(0)
        return Fraction(abs(number - self.key) <= self.tolerance)

    def key_response(self) -> Response:
        assert self.key is not None
        return (decimal_text(self.key),)

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        if self.key is None:
            return KeyParts()
        tolerance = decimal_text(self.tolerance) if self.tolerance else ""
        return KeyParts(answer=self.describe(self.key_response(), order), tolerance=tolerance)

    def keyed(self, response: Response) -> Numeric | None:
        number = _number_in(response[0], self.unit) if len(response) == 1 else None
        return None if number is None else replace(self, key=number)

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        text = text.strip()
        if text in ("?", "？"):
            return INVALID
        return (text,) if text else ()

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return "".join(response)


def _number_in(value: object, unit: str) -> Fraction | None:
    """Return the number that a text says, its unit behind it or not; None for any other text."""
    if not isinstance(value, str) or len(value) > LONGEST:
        return None
    text = "".join(value.translate(_HALF_WIDTH).split())
    found = _NUMBER.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if rest and _as_read(rest) != _as_read(unit):
        return None
    return Fraction(found[0].replace(",", ""))


def _as_read(unit: str) -> str:
    """Return a unit as the eye takes it: ㎡ is m², and KM is km."""
    return "".join(unicodedata.normalize("NFKC", unit).casefold().split())
