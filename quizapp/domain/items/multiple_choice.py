"""多选题: several right options of several, with five ways of marking what is partly right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import ClassVar

from quizapp.domain.answer_key import KeyParts
from quizapp.domain.item import (
    ALL,
    BY_SCORES,
    LETTERS,
    NOTHING,
    Fields,
    Item,
    ItemField,
    Marking,
    Report,
    Response,
    Scheme,
    Value,
)
from quizapp.domain.items.choices import (
    OPTION_SCORES,
    OPTIONS,
    Scores,
    by_text,
    describe_letters,
    lettered,
    moved,
    parse_letters,
    placed,
    read_letters,
    read_options,
    read_scores,
    scores_by_text,
    scores_of_key,
    shown_scores,
    written_scores,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipleChoice(Item):
    """A stem, options, and those of them that are right."""

    options: tuple[str, ...]
    key: tuple[str, ...] = ()
    """The bank's letters of the right options, in order; where the options were laid out anew, their letters there."""
    author_order: tuple[int, ...] = ()
    """Where the author's options stand now, in the author's order; () where they stand so."""
    option_scores: Scores = ()
    """What each option earns by itself, in the options' order; () where only the key earns anything."""

    TYPE: ClassVar = "multiple_choice"
    NAMES: ClassVar = ("多选", "多选题", "多项选择题", "不定项", "不定项选择题")
    SCHEMES: ClassVar = (
        Scheme("all_or_nothing", "全对得分"),
        Scheme("partial", "少选按比例得分"),
        Scheme("half", "少选得一半"),
        Scheme("right_minus_wrong", "选错抵扣"),
        Scheme("per_option", "每选对一个得分"),
    )
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        OPTIONS,
        ItemField("key", "答案", "letters", required=True, unless=OPTION_SCORES.name),
        OPTION_SCORES,
    )
    SECRETS: ClassVar = ("key", "author_order", "rationale", "feedback", "option_scores")
    LATER: ClassVar = ("option_scores",)
    PENALISABLE: ClassVar = True
    ROOM: ClassVar = "letters"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        if "option_scores" in fields:
            return None if options is None else _read_graded(fields, options, report)
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
        return {"options": lettered(self.options), "key": "".join(self.key), **written_scores(self.option_scores)}

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
            option_scores=tuple(self.option_scores[place] for place in places if self.option_scores),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        if self.option_scores:
            return self._by_scores(response)
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

    def _by_scores(self, response: Response) -> Fraction:
        """Return what the chosen options score of all that can be scored."""
        scores = dict(zip(LETTERS, self.option_scores, strict=False))
        best = sum((score for score in self.option_scores if score > 0), NOTHING)
        given = sum((scores.get(letter, NOTHING) for letter in set(response)), NOTHING)
        return min(ALL, max(NOTHING, given / best)) if best else NOTHING

    def key_response(self) -> Response:
        return self.key

    def keyed(self, response: Response) -> MultipleChoice | None:
        are_letters = bool(response) and set(response) <= set(LETTERS[: len(self.options)])
        if not are_letters:
            return None
        key = tuple(sorted(response))
        return replace(self, key=key, option_scores=scores_of_key(key, self.option_scores))

    def taking(self, other: Item, key: Response) -> MultipleChoice | None:
        keyed = self.keyed(key)
        if keyed is None or not isinstance(other, MultipleChoice):
            return keyed
        return replace(keyed, option_scores=scores_by_text(self.options, other.options, other.option_scores))

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        return KeyParts(
            answer=self.describe(self.key_response(), order) if self.has_key else "",
            scores=shown_scores(self.option_scores, order),
        )

    def scheme(self, wanted: str) -> str:
        return BY_SCORES.name if self.option_scores else Item.scheme(self, wanted)

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


_FEWEST_RIGHT = 2
"""Options that must score above nothing where options have scores."""


def _read_graded(fields: Fields, options: tuple[str, ...], report: Report) -> dict[str, object] | None:
    """Return the fields of an item whose options have scores: its key is all that earn something."""
    scores = read_scores(fields["option_scores"], len(options), report)
    if scores is None:
        return None
    key = tuple(letter for letter, score in zip(LETTERS, scores, strict=False) if score > 0)
    if len(key) < _FEWEST_RIGHT:
        report(("option_scores",), "scores-too-few", fewest=_FEWEST_RIGHT)
        return None
    written = read_letters(fields["key"], len(options), report) if "key" in fields else key
    if written is None:
        return None
    if written != key:
        report(("key",), "key-not-of-scores", key="".join(written), right="".join(key))
        return None
    return {"options": options, "key": key, "option_scores": scores}
