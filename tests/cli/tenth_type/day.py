"""日期题: a day to name, right however it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.item import ALL, INVALID, NOTHING, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value

_DAY = re.compile(r"\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Item):
    """A stem that asks for a day. A response is the text typed; what names no day is wrong."""

    key: str = ""

    TYPE: ClassVar = "day"
    NAMES: ClassVar = ("日期", "日期题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"),)
    FIELDS: ClassVar[tuple[ItemField, ...]] = (ItemField("key", "答案", "text", required=True),)
    ROOM: ClassVar = "number"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        key = str(fields["key"]).strip()
        if _day_in(key) is None:
            report(("key",), "key-not-number", key=key)
            return None
        return {"key": key}

    def written(self) -> dict[str, Value]:
        return {"key": self.key}

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:  # noqa: ARG002
        day = _day_in("".join(response))
        return ALL if day is not None and day == _day_in(self.key) else NOTHING

    def key_response(self) -> Response:
        return (self.key,)

    def keyed(self, response: Response) -> Day | None:
        return None if _day_in("".join(response)) is None else replace(self, key="".join(response))

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        text = text.strip()
        if text in ("?", "？"):
            return INVALID
        return (text,) if text else ()

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return "".join(response)


def _day_in(text: str) -> tuple[int, ...] | None:
    found = _DAY.fullmatch(text)
    return tuple(map(int, found.groups())) if found else None
