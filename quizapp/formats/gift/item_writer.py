"""One item as a question of GIFT; what stands in its braces is by its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.item import LETTERS, Item
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.formats.gift.labels import comment, is_field, tag_for
from quizapp.formats.gift.markup import plain
from quizapp.formats.gift.signs import escaped

Tongue = Literal["zh", "en"]

_PLACES = 5
"""Decimals of a weight: Moodle knows a third as 33.33333."""


def gift_text(item: Item, tongue: Tongue) -> str | None:
    """Return an item as a question, its labels in a comment above; None for what GIFT has no question for."""
    answers = _ANSWERS.get(item.TYPE)
    lines = answers(item) if answers else None
    if lines is None:
        return None
    head = f"{comment(item.id, _tags(item, tongue))}\n::{escaped(item.id)}::{_text(item.stem)}"
    if item.rationale:
        lines = [*lines, f"####{_text(item.rationale)}"]
    inside = "".join(f"\n\t{line}" for line in lines[1:])
    return f"{head}{{{lines[0]}{inside}\n}}" if inside else f"{head}{{{lines[0]}}}"


def category_line(topic: str) -> str:
    """Return the line that names the topic of what follows; "" is none."""
    name = " ".join(topic.split()).replace("/", "//")
    return "$CATEGORY: $course$/top" + (f"/{name}" if name else "")


def carried(item: Item) -> Item:
    """Return an item without the own fields that GIFT has no place for."""
    if isinstance(item, Essay):
        return replace(item, rubric=(), model_answer="")
    if isinstance(item, FillBlank):
        return replace(item, any_order=False)
    return item


def _tags(item: Item, tongue: Tongue) -> list[str]:
    """Return an item's tags, and as tags the fields that GIFT has no place for."""
    fields = {
        "difficulty": item.difficulty,
        "marks": decimal_text(item.marks) if item.marks != 1 else "",
        "marking": _marking(item),
        "option_marks": "" if item.option_marks is None else decimal_text(item.option_marks),
        "source": item.source,
        "unit": item.unit if isinstance(item, Numeric) else "",
        "keep_order": "true" if item.keep_order else "",
        "status": item.status if item.status != "ready" else "",
    }
    said = [tag_for(name, value, item.TYPE, tongue) for name, value in fields.items() if value]
    # A backslash at the end of one would take the bracket for its own, and the next tag with it.
    return [tag for tag in (*said, *_plain_tags(item)) if "\n" not in tag and not tag.endswith("\\")]


def _marking(item: Item) -> str:
    """Return the scheme that a tag must say: weights always say one, which is `partial` where nothing else does."""
    scheme = item.scheme("")
    usual = "partial" if isinstance(item, MultipleChoice) else item.SCHEMES[0].name
    return "" if scheme == usual else scheme


def _plain_tags(item: Item) -> Iterable[str]:
    """Return the tags that will not be taken for a field."""
    return (tag for tag in item.tags if not is_field(tag, item.TYPE))


def _text(text: str) -> str:
    """Return a text on one line, marked as plain where Moodle would take it for more than that."""
    # A percentage in front would be taken for a weight.
    is_plain = text.startswith(("[", "%")) or plain(text, "moodle") != (text.strip(), ())
    return ("[plain]" if is_plain else "") + escaped(text)


def _feedback(item: Item, letter: str) -> str:
    text = dict(item.feedback).get(letter, "")
    return f"#{_text(text)}" if text else ""


def _single(item: Item) -> list[str] | None:
    if not isinstance(item, SingleChoice):
        return None
    signs = ["=" if letter == item.key else "~" for letter in LETTERS]
    return ["", *_options(item, item.options, signs)]


def _several(item: Item) -> list[str] | None:
    if not isinstance(item, MultipleChoice):
        return None
    share = decimal_text(round(Fraction(100, len(item.key)), _PLACES))
    wrong = f"-{share}" if item.scheme("") == "right_minus_wrong" else "-100"
    signs = [f"~%{share if letter in item.key else wrong}%" for letter in LETTERS]
    return ["", *_options(item, item.options, signs)]


def _options(item: Item, options: tuple[str, ...], signs: list[str]) -> list[str]:
    told = zip(options, signs, LETTERS, strict=False)
    return [f"{sign}{_text(text)}{_feedback(item, letter)}" for text, sign, letter in told]


def _truth(item: Item) -> list[str] | None:
    return ["TRUE" if item.key else "FALSE"] if isinstance(item, TrueFalse) else None


def _blank(item: Item) -> list[str] | None:
    """Return the texts of one blank: GIFT has no question with several."""
    if not isinstance(item, FillBlank) or item.blanks != 1:
        return None
    return ["", *(f"={_text(text).replace('*', chr(92) + '*')}" for text in item.key[0])]


def _number(item: Item) -> list[str] | None:
    if not isinstance(item, Numeric) or item.key is None:
        return None
    tolerance = f":{decimal_text(item.tolerance)}" if item.tolerance else ""
    return [f"#{decimal_text(item.key)}{tolerance}"]


def _pairs(item: Item) -> list[str] | None:
    if not isinstance(item, Matching):
        return None
    left = [*item.left, *[""] * (len(item.right) - len(item.left))]
    return ["", *(f"={_text(one)} -> {escaped(other)}" for one, other in zip(left, item.right, strict=True))]


def _essay(item: Item) -> list[str] | None:
    return [""] if isinstance(item, Essay) else None


_ANSWERS: Mapping[str, Callable[[Item], list[str] | None]] = MappingProxyType(
    {
        "single_choice": _single,
        "multiple_choice": _several,
        "true_false": _truth,
        "fill_blank": _blank,
        "numeric": _number,
        "matching": _pairs,
        "essay": _essay,
    }
)
