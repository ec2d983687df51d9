"""单选题: one right option of several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.item import ALL, LETTERS, NOTHING, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value
from quizapp.domain.items.choices import (
    OPTIONS,
    by_text,
    describe_letters,
    lettered,
    moved,
    parse_letters,
    placed,
    read_letters,
    read_options,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleChoice(Item):
    """A stem, options, and one of them the key."""

    options: tuple[str, ...]
    key: str = ""
    """The bank's letter of the right option; where the options were laid out anew, its letter there."""
    author_order: tuple[int, ...] = ()
    """Where the author's options stand now, in the author's order; () where they stand so."""

    TYPE: ClassVar = "single_choice"
    NAMES: ClassVar = ("单选", "单选题", "单项选择题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"),)
    FIELDS: ClassVar[tuple[ItemField, ...]] = (OPTIONS, ItemField("key", "答案", "letter", required=True))
    SECRETS: ClassVar = ("key", "author_order", "rationale", "feedback")
    PENALISABLE: ClassVar = True
    IS_SIGN: ClassVar = True
    ROOM: ClassVar = "letter"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        letters = read_letters(fields["key"], len(options or LETTERS), report)
        if letters is not None and len(letters) != 1:
            report(("key",), "key-one-letter", key="".join(letters))
            return None
        if options is None or letters is None:
            return None
        return {"options": options, "key": letters[0]}

    def written(self) -> dict[str, Value]:
        return {"options": lettered(self.options), "key": "".join(self.key)}

    @property
    def choices(self) -> tuple[str, ...]:
        return self.options

    @property
    def authored(self) -> tuple[int, ...]:
        return self.author_order

    def laid_out(self) -> SingleChoice:
        places = by_text(self.options)
        return replace(
            self,
            options=tuple(self.options[place] for place in places),
            key="".join(moved(tuple(self.key), places)),
            author_order=placed(places),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    @property
    def one_key(self) -> str:
        return self.key

    def fraction(self, response: Response, marking: Marking) -> Fraction:  # noqa: ARG002
        return ALL if response == (self.key,) else NOTHING

    def key_response(self) -> Response:
        return (self.key,)

    def keyed(self, response: Response) -> SingleChoice | None:
        is_one = len(response) == 1 and response[0] in LETTERS[: len(self.options)]
        return replace(self, key=response[0]) if is_one else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        return parse_letters(text, len(self.options), order, most=1)

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        return describe_letters(response, order)
