"""填空题: a stem with blanks, each filled by a short text that the key lists with its alternatives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.choosing import KEY
from quizapp.domain.declaration import Field, Fields, Report, Scheme, Value
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Item, Marking, Response
from quizapp.domain.text import folded

BLANK = re.compile("_{3,}")
_PARTING = re.compile("[;；]")


@dataclass(frozen=True, slots=True, kw_only=True)
class FillBlank(Item):
    """A stem with one blank or more. A response is one text for each blank, in the stem's order."""

    key: tuple[tuple[str, ...], ...] = ()
    """For each blank the texts that are right, the usual one first."""
    any_order: bool = False

    TYPE: ClassVar = "fill_blank"
    NAMES: ClassVar = ("填空", "填空题")
    SCHEMES: ClassVar = (Scheme("per_blank", "按空给分"), Scheme("all_or_nothing", "全对得分"))
    FIELDS: ClassVar[tuple[Field, ...]] = (KEY, Field("any_order", "次序不限", "flag"))

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:
        blanks = len(BLANK.findall(stem))
        if not blanks:
            report(("stem",), "stem-without-blank")
            return None
        key = _read_key(fields["key"], blanks, report)
        if key is None:
            return None
        return {"key": key, "any_order": fields.get("any_order") == "true"}

    @property
    def blanks(self) -> int:
        """How many texts a whole response has."""
        return len(BLANK.findall(self.stem))

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        given = [folded(text) for text in response]
        accepted = [{folded(text) for text in alternatives} for alternatives in self.key]
        count = _assigned(given, accepted) if self.any_order else _in_place(given, accepted)
        share = Fraction(count, len(self.key))
        return share if marking.scheme == "per_blank" else Fraction(share == 1)

    def key_response(self) -> Response:
        return tuple(alternatives[0] for alternatives in self.key)

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        if text.strip() in ("?", "？"):
            return INVALID
        parts = [part.strip() for part in _PARTING.split(text)]
        if len(parts) > self.blanks:
            raise InvalidAnswer("answer-too-many-blanks", given=len(parts), blanks=self.blanks)
        return self.filled(tuple(parts))

    def filled(self, texts: tuple[str, ...]) -> Response:
        """Return the response of these texts: no trailing empty ones, so that nothing given is ()."""
        while texts and not texts[-1].strip():
            texts = texts[:-1]
        return texts

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return "；".join(response)


def _read_key(value: Value, blanks: int, report: Report) -> tuple[tuple[str, ...], ...] | None:
    if isinstance(value, dict):
        report(("key",), "key-not-texts")
        return None
    entries: list[Value] = [value] if isinstance(value, str) else value
    if len(entries) != blanks:
        report(("key",), "key-blank-count", keys=len(entries), blanks=blanks)
        return None
    key: list[tuple[str, ...]] = []
    for index, entry in enumerate(entries):
        alternatives = [entry] if isinstance(entry, str) else list(entry)
        texts = tuple(text for text in alternatives if isinstance(text, str) and folded(text))
        if not texts or len(texts) != len(alternatives):
            report(("key", index), "key-not-texts")
            return None
        for text in texts:
            if _PARTING.search(text):
                report(("key", index), "key-has-semicolon", warning=True, key=text)
        key.append(texts)
    return tuple(key)


def _in_place(given: list[str], accepted: list[set[str]]) -> int:
    return sum(bool(text) and text in texts for text, texts in zip(given, accepted, strict=False))


def _assigned(given: list[str], accepted: list[set[str]]) -> int:
    """Return how many blanks the best assignment of distinct answers fills (augmenting paths, Kuhn 1955)."""
    answers = sorted({text for text in given if text})
    filled: dict[int, str] = {}

    def place(answer: str, tried: set[int]) -> bool:
        for blank, texts in enumerate(accepted):
            if answer in texts and blank not in tried:
                tried.add(blank)
                if blank not in filled or place(filled[blank], tried):
                    filled[blank] = answer
                    return True
        return False

    return sum(place(answer, set()) for answer in answers)
