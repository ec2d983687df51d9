"""多选题: several right options of several, with five ways of marking what is partly right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import ClassVar

from quizapp.domain.item import LETTERS, Fields, Item, ItemField, Marking, Report, Response, Scheme, Value
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
class MultipleChoice(Item):
    """A stem, options, and those of them that are right."""

    options: tuple[str, ...]
    key: tuple[str, ...] = ()
    """The bank's letters of the right options, in order; where the options were laid out anew, their letters there."""
    author_order: tuple[int, ...] = ()
    """Where the author's options stand now, in the author's order; () where they stand so."""

    TYPE: ClassVar = "multiple_choice"
    NAMES: ClassVar = ("多选", "多选题", "多项选择题", "不定项", "不定项选择题")
    SCHEMES: ClassVar = (
        Scheme("all_or_nothing", "全对得分"),
        Scheme("partial", "少选按比例得分"),
        Scheme("half", "少选得一半"),
        Scheme("right_minus_wrong", "选错抵扣"),
        Scheme("per_option", "每选对一个得分"),
    )
    FIELDS: ClassVar[tuple[ItemField, ...]] = (OPTIONS, ItemField("key", "答案", "letters", required=True))
    SECRETS: ClassVar = ("key", "author_order", "rationale", "feedback")
    PENALISABLE: ClassVar = True
    ROOM: ClassVar = "letters"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        letters = read_letters(fields["key"], len(options or LETTERS), report)
        if options is None or letters is None:
            return None
        if len(letters) == 1 and not str(fields.get("type", "")).startswith("不定项"):
            report(("key",), "key-only-one-right", warning=True, key=letters[0])
        return {"options": options, "key": letters}

    @classmethod
    def name_over(cls, key: Value) -> str:
        # One right option of several is a warning, but for 不定项.
        return "不定项选择题" if isinstance(key, str) and len(key) == 1 else cls.NAMES[0]

    def written(self) -> dict[str, Value]:
        return {"options": lettered(self.options), "key": "".join(self.key)}

    @property
    def choices(self) -> tuple[str, ...]:
        return self.options

    @property
    def authored(self) -> tuple[int, ...]:
        return self.author_order

    def laid_out(self) -> MultipleChoice:
        places = by_text(self.options)
        return replace(
            self,
            options=tuple(self.options[place] for place in places),
            key=tuple(sorted(moved(self.key, places))),
            author_order=placed(places),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        chosen, key = set(response), set(self.key)
        right, wrong = len(chosen & key), len(chosen - key)
        if chosen == key:
            return Fraction(1)
        match marking.scheme:
            case "partial":
                return Fraction(0) if wrong else Fraction(right, len(key))
            case "half":
                return Fraction(1, 2) if right and not wrong else Fraction(0)
            case "right_minus_wrong":
                return max(Fraction(0), Fraction(right - wrong, len(key)))
            case "per_option":
                return Fraction(0) if wrong else _per_option(right, marking)
            case _:
                return Fraction(0)

    def key_response(self) -> Response:
        return self.key

    def keyed(self, response: Response) -> MultipleChoice | None:
        are_letters = bool(response) and set(response) <= set(LETTERS[: len(self.options)])
        return replace(self, key=tuple(sorted(response))) if are_letters else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:
        return parse_letters(text, len(self.options), order, most=len(LETTERS))

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        return describe_letters(response, order)


def _per_option(right: int, marking: Marking) -> Fraction:
    """Return the share for `right` options and nothing wrong: never full, which only the whole key earns."""
    each = marking.option_marks
    if each is None or each <= 0 or marking.marks <= 0:
        return Fraction(0)
    most = ceil(marking.marks / each) - 1
    return min(right, most) * each / marking.marks
