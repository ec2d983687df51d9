"""案例题: a working day told, and items asked about it, which are drawn and stand together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import Fields, Item, ItemField, Marking, Report, Response, Scheme, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """A stimulus, which stands as its stem, and its items. It is not answered: they are, each by itself."""

    items: tuple[Item, ...]

    TYPE: ClassVar = "case"
    NAMES: ClassVar = ("案例", "案例分析", "案例分析题", "材料题")
    SCHEMES: ClassVar[tuple[Scheme, ...]] = ()
    # Read and written by who knows every type: a type knows no other.
    FIELDS: ClassVar[tuple[ItemField, ...]] = (ItemField("items", "试题", "list", required=True),)
    SECRETS: ClassVar[tuple[str, ...]] = ()
    ASKS: ClassVar = "stimulus"
    PARTS: ClassVar = "items"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        return {}

    def written(self) -> dict[str, Value]:
        return {}

    @property
    def parts(self) -> tuple[Item, ...]:
        return self.items

    @property
    def has_key(self) -> bool:
        return all(item.has_key for item in self.items)

    def fraction(self, response: Response, marking: Marking) -> Fraction | None:  # noqa: ARG002
        return None

    def key_response(self) -> Response | None:
        return None

    def keyed(self, response: Response) -> Item | None:  # noqa: ARG002
        return None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        raise InvalidAnswer("answer-to-case")

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return ""
