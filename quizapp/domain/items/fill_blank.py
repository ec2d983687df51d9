"""填空题: a stem with blanks, each filled by a short text that the key lists with its alternatives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.answer_key import KeyParts
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Fields, Item, ItemField, Marking, Path, Report, Response, Scheme, Value
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
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("key", "答案", "blanks", required=True),
        ItemField("any_order", "次序不限", "flag"),
    )
    ASKS_WITH: ClassVar = BLANK.pattern
    ROOM: ClassVar = "blanks"
    KEY_GROWS: ClassVar = True

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:
        blanks = len(BLANK.findall(stem))
        if not blanks:
            report(("stem",), "stem-without-blank")
            return None
        key = _read_key(fields["key"], blanks, report)
        any_order = fields.get("any_order") == "true"
        if key is None or (any_order and not _can_be_met(key, report)):
            return None
        return {"key": key, "any_order": any_order}

    def written(self) -> dict[str, Value]:
        key: list[Value] = [texts[0] if len(texts) == 1 else list(texts) for texts in self.key]
        return {"key": key, **({"any_order": "true"} if self.any_order else {})}

    @property
    def blanks(self) -> int:
        return len(BLANK.findall(self.stem))

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        for place, texts in enumerate(self.key):
            for text in texts:
                yield ("key", place), text

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        if response == INVALID:
            return Fraction(0)
        given = [folded(text) for text in response[: len(self.key)]]
        accepted = _accepted(self.key)
        count = len(_assigned(given, accepted)) if self.any_order else _in_place(given, accepted)
        share = Fraction(count, len(self.key))
        return share if marking.scheme == "per_blank" else Fraction(share == 1)

    def key_response(self) -> Response:
        return _best_response(self.key) if self.any_order else tuple(texts[0] for texts in self.key)

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:
        answer = self.describe(self.key_response(), order) if self.key else ""
        return KeyParts(answer=answer, alternatives=self.key)

    def accepted_texts(self, place: int) -> tuple[str, ...]:
        return tuple(text for at, texts in enumerate(self.key) if at == place or self.any_order for text in texts)

    def keyed(self, response: Response) -> FillBlank | None:
        """Return it with one text for each blank; a blank left empty keeps its own."""
        return self._with_key(response, lambda text, _: (text,))

    def accepting(self, response: Response) -> FillBlank | None:
        """Return it with one more text for each blank that is not left empty."""
        return self._with_key(response, lambda text, own: own if folded(text) in map(folded, own) else (*own, text))

    def _with_key(
        self, response: Response, entry: Callable[[str, tuple[str, ...]], tuple[str, ...]]
    ) -> FillBlank | None:
        fits = len(response) <= len(self.key) == self.blanks
        if response == INVALID or not any(folded(text) for text in response) or not fits:
            return None
        texts = (*response, *[""] * (len(self.key) - len(response)))
        key = tuple(entry(text, own) if folded(text) else own for text, own in zip(texts, self.key, strict=True))
        return replace(self, key=key)

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        parts = [part.strip() for part in _PARTING.split(text)]
        if len(parts) > self.blanks:
            raise InvalidAnswer("answer-too-many-blanks", given=len(parts), blanks=self.blanks)
        response = self.filled(tuple(parts))
        return INVALID if response in (("?",), ("？",)) else response

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
        alternatives: list[Value] = entry if isinstance(entry, list) else [entry]
        texts = tuple(text for text in alternatives if isinstance(text, str) and folded(text))
        if not texts or len(texts) != len(alternatives):
            report(("key", index), "key-not-texts")
            continue
        if blanks == 1 and any(folded(text) == INVALID[0] for text in texts):
            report(("key", index), "key-is-invalid-answer", key=INVALID[0])
            continue
        for text in texts:
            if _PARTING.search(text):
                report(("key", index), "key-has-semicolon", warning=True, key=text)
        key.append(texts)
    return tuple(key) if len(key) == blanks else None


def _can_be_met(key: tuple[tuple[str, ...], ...], report: Report) -> bool:
    """Return whether the blanks can all be filled with no answer twice; a fault is reported where they cannot."""
    filled = len(_assigned([folded(text) for texts in key for text in texts], _accepted(key)))
    if filled < len(key):
        report(("key",), "key-answer-twice", filled=filled, blanks=len(key))
    return filled == len(key)


def _accepted(key: tuple[tuple[str, ...], ...]) -> list[set[str]]:
    return [{folded(text) for text in texts} for texts in key]


def _in_place(given: list[str], accepted: list[set[str]]) -> int:
    return sum(bool(text) and text in texts for text, texts in zip(given, accepted, strict=False))


def _best_response(key: tuple[tuple[str, ...], ...]) -> Response:
    """Return texts that fill every blank with no answer twice, the usual ones where they do."""
    usual = [texts[0] for texts in key]
    others = [text for texts in key for text in texts[1:]]
    filled = _assigned([folded(text) for text in usual + others], _accepted(key))
    return tuple(next(text for text in texts if folded(text) == filled[blank]) for blank, texts in enumerate(key))


def _assigned(given: list[str], accepted: list[set[str]]) -> dict[int, str]:
    """Return the blanks that the best assignment of distinct answers fills (augmenting paths, Kuhn 1955)."""
    answers = dict.fromkeys(text for text in given if text)
    filled: dict[int, str] = {}

    def place(answer: str, tried: set[int]) -> bool:
        for blank, texts in enumerate(accepted):
            if answer in texts and blank not in tried:
                tried.add(blank)
                if blank not in filled or place(filled[blank], tried):
                    filled[blank] = answer
                    return True
        return False

    for answer in answers:
        place(answer, set())
    return filled
