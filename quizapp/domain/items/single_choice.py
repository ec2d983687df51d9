"""单选题: one right option of several."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
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
class SingleChoice(Item):
    """A stem, options, and one of them the key."""

    options: tuple[str, ...]
    key: str = ""
    """The bank's letter of the right option; where the options were laid out anew, its letter there."""
    author_order: tuple[int, ...] = ()
    """Where the author's options stand now, in the author's order; () where they stand so."""
    option_scores: Scores = ()
    """What each option earns by itself, in the options' order; () where only the key earns anything."""

    TYPE: ClassVar = "single_choice"
    NAMES: ClassVar = ("单选", "单选题", "单项选择题")
    SCHEMES: ClassVar = (Scheme("all_or_nothing", "全对得分"),)
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        OPTIONS,
        ItemField("key", "答案", "letter", required=True, unless=OPTION_SCORES.name),
        OPTION_SCORES,
    )
    SECRETS: ClassVar = ("key", "author_order", "rationale", "feedback", "option_scores")
    LATER: ClassVar = ("option_scores",)
    PENALISABLE: ClassVar = True
    IS_SIGN: ClassVar = True
    ROOM: ClassVar = "letter"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        options = read_options(fields["options"], report)
        if "option_scores" in fields:
            return None if options is None else _read_graded(fields, options, report)
        letters = read_letters(fields["key"], len(options or LETTERS), report)
        if letters is not None and len(letters) != 1:
            report(("key",), "key-one-letter", key="".join(letters))
            return None
        if options is None or letters is None:
            return None
        return {"options": options, "key": letters[0]}

    def written(self) -> dict[str, Value]:
        return {"options": lettered(self.options), "key": "".join(self.key), **written_scores(self.option_scores)}

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
            option_scores=tuple(self.option_scores[place] for place in places if self.option_scores),
            feedback=tuple((moved((letter,), places)[0], text) for letter, text in self.feedback),
        )

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    @property
    def one_key(self) -> str:
        return self.key

    def fraction(self, response: Response, marking: Marking) -> Fraction:  # noqa: ARG002
        if self.option_scores and len(response) == 1 and response[0] in self.letters:
            return max(NOTHING, self.option_scores[LETTERS.index(response[0])])
        return ALL if response == (self.key,) else NOTHING

    def key_response(self) -> Response:
        return (self.key,)

    def keyed(self, response: Response) -> SingleChoice | None:
        is_one = len(response) == 1 and response[0] in LETTERS[: len(self.options)]
        if not is_one:
            return None
        return replace(self, key=response[0], option_scores=scores_of_key(response, self.option_scores))

    def taking(self, other: Item, key: Response) -> SingleChoice | None:
        keyed = self.keyed(key)
        if keyed is None or not isinstance(other, SingleChoice):
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
        return parse_letters(text, len(self.options), order, most=1)

    def describe(self, response: Response, order: tuple[int, ...]) -> str:
        return describe_letters(response, order)


def _read_graded(fields: Fields, options: tuple[str, ...], report: Report) -> dict[str, object] | None:
    """Return the fields of an item whose options have scores: its key is the first that earns all."""
    scores = read_scores(fields["option_scores"], len(options), report)
    if scores is None:
        return None
    if ALL not in scores:
        report(("option_scores",), "scores-none-full")
        return None
    key = LETTERS[scores.index(ALL)]
    written = read_letters(fields["key"], len(options), report) if "key" in fields else (key,)
    if written is None:
        return None
    if written != (key,):
        report(("key",), "key-not-of-scores", key="".join(written), right=key)
        return None
    return {"options": options, "key": key, "option_scores": scores}
