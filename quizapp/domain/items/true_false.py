"""判断题: a clause that is right or wrong."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import ALL, INVALID, NOTHING, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value

TRUE_WORDS = frozenset({"对", "正确", "是", "√", "✓", "✔", "t", "true"})
FALSE_WORDS = frozenset({"错", "错误", "否", "×", "✗", "✘", "❌", "f", "false"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Item):
    """A clause to judge. A response is ("true",) or ("false",)."""

    key: bool | None = None
    """Whether the clause is right; None where this machine must not know."""

    TYPE: ClassVar = "true_false"
    NAMES: ClassVar = ("判断", "判断题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"),)
    FIELDS: ClassVar[tuple[ItemField, ...]] = (ItemField("key", "答案", "truth", required=True),)
    PENALISABLE: ClassVar = True
    IS_SIGN: ClassVar = True
    ROOM: ClassVar = "truth"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        value = fields["key"]
        truth = truth_of(value) if isinstance(value, str) else None
        if truth is None:
            report(("key",), "key-not-truth", key=str(value))
            return None
        return {"key": truth}

    def written(self) -> dict[str, Value]:
        return {"key": self.describe(self.key_response(), ())}

    @property
    def letters(self) -> tuple[str, ...]:
        return ("true", "false")

    @property
    def has_key(self) -> bool:
        return self.key is not None

    @property
    def one_key(self) -> str:
        return self.key_response()[0] if self.has_key else ""

    def fraction(self, response: Response, marking: Marking) -> Fraction:  # noqa: ARG002
        return ALL if response == self.key_response() else NOTHING

    def key_response(self) -> Response:
        return ("true",) if self.key else ("false",)

    def keyed(self, response: Response) -> TrueFalse | None:
        is_truth = response in (("true",), ("false",))
        return replace(self, key=response == ("true",)) if is_truth else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        word = _word(text)
        if not word:
            return ()
        if word == "?":
            return INVALID
        truth = {"a": True, "b": False}.get(word, truth_of(word))
        if truth is None:
            raise InvalidAnswer("answer-not-truth", answer=text.strip())
        return ("true",) if truth else ("false",)

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return {(): "", ("true",): "对", ("false",): "错"}.get(response, "?")


def truth_of(text: str) -> bool | None:
    """Return what a truth word says, in either language; None for any other word."""
    word = _word(text)
    if word in TRUE_WORDS:
        return True
    return False if word in FALSE_WORDS else None


def _word(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().rstrip("\ufe0e\ufe0f").lower()
