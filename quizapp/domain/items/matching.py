"""匹配题: each thing on the left has its own on the right, where distractors stand too."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import (
    INVALID,
    LETTERS,
    Fields,
    Item,
    ItemField,
    Marking,
    Report,
    Response,
    Scheme,
    Value,
    trimmed,
)
from quizapp.domain.items.choices import by_text, moved, read_options, to_bank, to_shown

OPEN = "-"
"""A left side that is left open, where others are not."""

# 1C, 1.C and 1-C say the same, 1- alone leaves 1 open.
_PAIR = re.compile(r"(\d{1,3})[\s:.、]*(?:(?:-\s*)?([A-Z])|-)", re.ASCII)
_FEWEST = 2
"""Pairs without which there is nothing to match."""
_PARTING = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Item):
    """Left sides in the author's order, right sides shuffled. A response is the bank's right letter for each left."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    """The right sides in the order of their left ones, then the distractors; on a form, in the order of their texts."""
    key: tuple[str, ...] = ()

    TYPE: ClassVar = "matching"
    NAMES: ClassVar = ("匹配", "匹配题", "连线", "连线题")
    SCHEMES: ClassVar = (Scheme("per_pair", "按对给分"), Scheme("all_or_nothing", "全对得分"))
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("pairs", "配对", "map", required=True, least=_FEWEST),
        ItemField("distractors", "干扰项", "list"),
    )
    ALWAYS_SHUFFLED: ClassVar = True
    ROOM: ClassVar = "pairs"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        pairs, others = fields["pairs"], fields.get("distractors", [])
        if not isinstance(pairs, dict) or len(pairs) < _FEWEST:
            report(("pairs",), "pairs-too-few", fewest=_FEWEST)
            return None
        distractors = [others] if isinstance(others, str) else list(others)
        right = read_options([*pairs.values(), *distractors], _at_sides(report, tuple(pairs)))
        if right is None:
            return None
        return {"left": tuple(pairs), "right": right, "key": tuple(LETTERS[: len(pairs)])}

    def written(self) -> dict[str, Value]:
        others = list[Value](self.right[len(self.left) :])
        pairs: dict[str, Value] = dict(zip(self.left, self.right, strict=False))
        return {"pairs": pairs, **({"distractors": others} if others else {})}

    @property
    def choices(self) -> tuple[str, ...]:
        return self.right

    @property
    def authored(self) -> tuple[int, ...]:
        # Distractors stand as they do: in which order they were written is no longer known on a form.
        return tuple(dict.fromkeys((*map(LETTERS.index, self.key), *range(len(self.right))))) if self.key else ()

    def laid_out(self) -> Matching:
        places = by_text(self.right)
        return replace(
            self,
            right=tuple(self.right[place] for place in places),
            key=moved(self.key, places),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def left_side(self) -> tuple[str, ...]:
        return self.left

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        right = sum(given == wanted for given, wanted in zip(response, self.key, strict=False))
        share = Fraction(right, len(self.key))
        return share if marking.scheme == "per_pair" else Fraction(share == 1)

    def key_response(self) -> Response:
        return self.key

    def keyed(self, response: Response) -> Matching | None:
        letters = set(LETTERS[: len(self.right)])
        is_whole = len(response) == len(self.left) and set(response) <= letters
        return replace(self, key=response) if is_whole else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        normal = unicodedata.normalize("NFKC", text).upper().strip()
        if normal == "?":
            return INVALID
        chosen = self._by_number(normal) if any(sign.isdigit() for sign in normal) else self._in_turn(normal)
        for letter in chosen:
            if letter != OPEN and letter not in LETTERS[: len(self.right)]:
                raise InvalidAnswer("answer-letter-unknown", letter=letter, last=LETTERS[len(self.right) - 1])
        return trimmed(tuple("" if letter == OPEN else to_bank(letter, order) for letter in chosen))

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        if response == INVALID:
            return "?"
        pairs = enumerate(response, 1)
        return " ".join(f"{number}{to_shown(letter, order)}" for number, letter in pairs if letter)

    def _in_turn(self, text: str) -> list[str]:
        letters = list(_PARTING.sub("", text))
        if len(letters) > len(self.left):
            raise InvalidAnswer("answer-too-many-pairs", given=len(letters), pairs=len(self.left))
        return letters

    def _by_number(self, text: str) -> list[str]:
        if _PARTING.sub("", _PAIR.sub("", text)):
            raise InvalidAnswer("answer-not-pairs", answer=text)
        chosen = [OPEN] * len(self.left)
        for number, letter in _PAIR.findall(text):
            place = int(number) - 1
            if not 0 <= place < len(self.left):
                raise InvalidAnswer("answer-number-unknown", number=number, last=len(self.left))
            if chosen[place] != OPEN:
                raise InvalidAnswer("answer-number-twice", number=number)
            chosen[place] = letter or OPEN
        return chosen


def _at_sides(report: Report, left: tuple[str, ...]) -> Report:
    """Return a report that says of a right side where its author wrote it."""

    def found(path: tuple[str | int, ...], code: str, **values: object) -> None:
        place = path[1] if len(path) > 1 else None
        if isinstance(place, int):
            path = ("pairs", left[place]) if place < len(left) else ("distractors", place - len(left))
        else:
            path = ("pairs",)
        report(path, code, **values)

    return found
