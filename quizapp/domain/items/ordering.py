"""排序题: options to be put in order; they are written in the right one, and never shown in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value
from quizapp.domain.items.choices import (
    OPTIONS,
    by_text,
    lettered,
    letters_typed,
    moved,
    read_options,
    to_bank,
    to_shown,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Item):
    """Options, and the order they belong in. A response is the bank's letters in the chosen order, or its beginning."""

    options: tuple[str, ...]
    key: tuple[str, ...] = ()
    """The bank's letters in the right order."""

    TYPE: ClassVar = "ordering"
    NAMES: ClassVar = ("排序", "排序题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"), Scheme("position", "按位给分"))
    FIELDS: ClassVar[tuple[ItemField, ...]] = (OPTIONS,)
    ALWAYS_SHUFFLED: ClassVar = True
    ROOM: ClassVar = "order"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        return None if options is None else {"options": options, "key": tuple(LETTERS[: len(options)])}

    def written(self) -> dict[str, Value]:
        return {"options": lettered(self.options)}

    @property
    def choices(self) -> tuple[str, ...]:
        return self.options

    @property
    def authored(self) -> tuple[int, ...]:
        return tuple(LETTERS.index(letter) for letter in self.key)

    def laid_out(self) -> Ordering:
        places = by_text(self.options)
        return replace(
            self,
            options=tuple(self.options[place] for place in places),
            key=moved(self.key, places),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        right = sum(given == wanted for given, wanted in zip(response, self.key, strict=False))
        if marking.scheme == "position":
            return Fraction(right, len(self.key))
        return Fraction(response == self.key)

    def key_response(self) -> Response:
        return self.key

    def keyed(self, response: Response) -> Ordering | None:
        is_whole = sorted(response) == list(LETTERS[: len(self.options)])
        return replace(self, key=response) if is_whole else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        letters = letters_typed(text, len(self.options))
        if letters == INVALID:
            return INVALID
        twice = [letter for letter in letters if letters.count(letter) > 1]
        if twice:
            raise InvalidAnswer("answer-letter-twice", letter=twice[0])
        return tuple(to_bank(letter, order) for letter in letters)

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        return "?" if response == INVALID else "".join(to_shown(letter, order) for letter in response)
