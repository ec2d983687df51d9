"""排序题: options to be put in order; they are written in the right one, and never shown in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar, TypeAlias

from quizapp.domain.answer_key import KeyParts
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value
from quizapp.domain.items.choices import (
    OPTIONS,
    by_text,
    lettered,
    letters_of,
    letters_typed,
    moved,
    read_options,
    to_bank,
    to_shown,
)

BEFORE = ItemField("before", "先后", "list")

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Letters of which the first stands before the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Item):
    """Options, and the order they belong in. A response is the bank's letters in the chosen order, or its beginning."""

    options: tuple[str, ...]
    key: tuple[str, ...] = ()
    """The bank's letters in the right order."""
    before: Pairs = ()
    """All that is asked of an order, where it is not this one alone: which letter stands before which."""

    TYPE: ClassVar = "ordering"
    NAMES: ClassVar = ("排序", "排序题")
    SCHEMES: ClassVar = (
        Scheme("all_or_nothing", "全对得分"),
        Scheme("position", "按位给分"),
        Scheme("precedence", "按先后给分"),
    )
    FIELDS: ClassVar[tuple[ItemField, ...]] = (OPTIONS, BEFORE)
    SECRETS: ClassVar = ("key", "rationale", "feedback", "before")
    LATER: ClassVar = ("before",)
    ALWAYS_SHUFFLED: ClassVar = True
    ROOM: ClassVar = "order"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        if options is None:
            return None
        before = _read_runs(fields["before"], len(options), report) if "before" in fields else ()
        if before is None:
            return None
        return {"options": options, "key": tuple(LETTERS[: len(options)]), **({"before": before} if before else {})}

    def written(self) -> dict[str, Value]:
        runs: list[Value] = ["".join(run) for run in _runs(self.before)]
        return {"options": lettered(self.options), **({"before": runs} if runs else {})}

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
            before=tuple(_moved_pair(pair, places) for pair in self.before),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        if marking.scheme == "precedence" or (self.before and marking.scheme == "position"):
            pairs = self.before or tuple(pairwise(self.key))
            return Fraction(_kept(pairs, response), len(pairs))
        if marking.scheme == "position":
            right = sum(given == wanted for given, wanted in zip(response, self.key, strict=False))
            return Fraction(right, len(self.key))
        return Fraction(self._is_right(response))

    def key_response(self) -> Response:
        return self.key

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        shown = tuple((to_shown(first, order), to_shown(second, order)) for first, second in self.before)
        return KeyParts(answer=self.describe(self.key, order), runs=_runs(shown))

    def keyed(self, response: Response) -> Ordering | None:
        return replace(self, key=response, before=()) if self._is_whole(response) else None

    def taking(self, other: Item, key: Response) -> Ordering | None:
        keyed = self.keyed(key)
        if keyed is None or not isinstance(other, Ordering):
            return keyed
        places = tuple(other.options.index(text) for text in self.options)
        return replace(keyed, before=tuple(_moved_pair(pair, places) for pair in other.before))

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

    def _is_right(self, response: Response) -> bool:
        if not self.before:
            return response == self.key
        return self._is_whole(response) and _kept(self.before, response) == len(self.before)

    def _is_whole(self, response: Response) -> bool:
        return sorted(response) == list(LETTERS[: len(self.options)])


def _kept(pairs: Pairs, response: Response) -> int:
    """Return how many pairs a response has both of, in their order."""
    place = {letter: index for index, letter in enumerate(response)}
    return sum(first in place and second in place and place[first] < place[second] for first, second in pairs)


def _moved_pair(pair: tuple[str, str], places: tuple[int, ...]) -> tuple[str, str]:
    first, second = moved(pair, places)
    return first, second


def _runs(pairs: Pairs) -> tuple[tuple[str, ...], ...]:
    """Return pairs as runs of letters, as their author would write them."""
    runs: list[list[str]] = []
    for first, second in pairs:
        if runs and runs[-1][-1] == first:
            runs[-1].append(second)
        else:
            runs.append([first, second])
    return tuple(map(tuple, runs))


def _read_runs(value: Value, count: int, report: Report) -> Pairs | None:
    """Return an author's runs as pairs of neighbours, once each, or None with faults reported."""
    runs = value if isinstance(value, list) else [value]
    pairs: dict[tuple[str, str], None] = {}
    is_sound = True
    for place, run in enumerate(runs):
        letters = [letter for letter in letters_of(str(run)) if letter not in "<→-"]
        if len(letters) < 2 or not set(letters) <= set(LETTERS[:count]):
            report(("before", place), "before-not-letters", run=str(run), last=LETTERS[count - 1])
        elif letters != sorted(set(letters)):
            # Its options are written in a right order, so that theirs is that of their letters; and no circle keeps it.
            report(("before", place), "before-not-kept", run=str(run))
        else:
            pairs.update(dict.fromkeys(pairwise(letters)))
            continue
        is_sound = False
    return tuple(pairs) if is_sound else None
