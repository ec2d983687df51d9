"""简答题: a text that a person marks, point by point where its author gave a rubric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.answer_key import Deduction, KeyParts, RubricPoint
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Fields, Item, ItemField, Marking, Path, Report, Response, Scheme, Value
from quizapp.domain.items.rubric import (
    read_deductions,
    read_rubric,
    written_deduction,
    written_point,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay(Item):
    """A stem to answer at length. A response is the text, or one for each part of its frame."""

    rubric: tuple[RubricPoint, ...] = ()
    model_answer: str = ""
    deductions: tuple[Deduction, ...] = ()
    frame: tuple[str, ...] = ()
    """The parts of the document that is to be written; () where it is one text."""

    TYPE: ClassVar = "essay"
    NAMES: ClassVar = ("简答", "简答题", "论述", "论述题", "计算题")
    SCHEMES: ClassVar = (Scheme("rubric", "按采分点给分"),)
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField(
            "rubric",
            "采分点",
            "list",
            fields=(
                ItemField("point", "要点", "text", required=True),
                ItemField("marks", "分值", "number", required=True, least=1),
                ItemField("keywords", "关键词", "list"),
                ItemField(
                    "levels",
                    "档次",
                    "list",
                    fields=(
                        ItemField("level", "档", "text", required=True),
                        ItemField("marks", "分值", "range", required=True),
                        ItemField("looks", "说明", "text"),
                    ),
                ),
            ),
        ),
        ItemField(
            "deductions",
            "扣分",
            "list",
            fields=(
                ItemField("point", "要点", "text", required=True),
                ItemField("each", "每处", "number", required=True),
                ItemField("most", "最多", "number", required=True),
            ),
        ),
        ItemField("frame", "框架", "list"),
        ItemField("model_answer", "参考答案", "text"),
    )
    SECRETS: ClassVar = ("rubric", "model_answer", "rationale", "feedback", "deductions")
    LATER: ClassVar = ("deductions", "frame")
    NEEDS_PERSON: ClassVar = True

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        own = {
            "rubric": read_rubric(fields.get("rubric", []), report),
            "deductions": read_deductions(fields.get("deductions", []), report),
            "frame": _read_frame(fields["frame"], report) if "frame" in fields else (),
        }
        if any(value is None for value in own.values()):
            return None
        return {**own, "model_answer": str(fields.get("model_answer", ""))}

    def written(self) -> dict[str, Value]:
        fields: dict[str, Value] = {
            "rubric": [written_point(point) for point in self.rubric],
            "deductions": [written_deduction(one) for one in self.deductions],
            "frame": list(self.frame),
            "model_answer": self.model_answer,
        }
        return {name: value for name, value in fields.items() if value}

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        if self.model_answer:
            yield ("model_answer",), self.model_answer
        for place, point in enumerate(self.rubric):
            levels = (text for level in point.levels for text in (level.level, level.looks))
            yield ("rubric", place), "\n".join((point.point, *point.keywords, *levels))
        for place, one in enumerate(self.deductions):
            yield ("deductions", place), one.point
        if self.frame:
            yield ("frame",), "\n".join(self.frame)

    @property
    def frame_asked(self) -> tuple[str, ...]:
        return self.frame

    @property
    def has_key(self) -> bool:
        return True

    @property
    def can_be_judged(self) -> bool:
        return bool(self.model_answer or self.rubric or self.rationale)

    def fraction(self, response: Response, marking: Marking) -> Fraction | None:  # noqa: ARG002
        is_blank = not any(text.strip() for text in response)
        return Fraction(0) if is_blank or response == INVALID else None

    def key_response(self) -> None:
        return None

    def key_parts(self, order: tuple[int, ...]) -> KeyParts:  # noqa: ARG002
        return KeyParts(model_answer=self.model_answer, points=self.rubric, deductions=self.deductions)

    def keyed(self, response: Response) -> Item | None:  # noqa: ARG002
        return None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        if text.strip() in ("?", "？"):
            return INVALID
        if self.frame:
            return self._parts_of(text)
        return (text,) if text.strip() else ()

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        if not self.frame or response == INVALID:
            return "\n".join(response)
        named = zip(self.frame, response, strict=False)
        return "\n".join(f"【{name}】{text}" for name, text in named if text)

    def _parts_of(self, text: str) -> Response:
        """Return the text of each part. Raises InvalidAnswer for one before the first part, and for a part twice."""
        heads = "|".join(map(re.escape, self.frame))
        if text.strip() in ON_PAPER:
            return (text.strip(),)
        before, *pieces = re.split(rf"【\s*({heads})\s*】", text)
        if before.strip():
            raise InvalidAnswer("answer-before-parts", parts="".join(f"【{name}】" for name in self.frame))
        names, texts = pieces[::2], pieces[1::2]
        twice = [name for name in names if names.count(name) > 1]
        if twice:
            raise InvalidAnswer("answer-part-twice", part=twice[0])
        given = dict(zip(names, texts, strict=True))
        found = [given.get(name, "").strip() for name in self.frame]
        while found and not found[-1]:
            found.pop()
        return tuple(found)


ON_PAPER = ("见卷", "on paper")
"""What is keyed in for a text that stands on paper, where it is marked: in no part."""
FEWEST_PARTS, MOST_PARTS = 2, 8
"""Of a frame."""


def _read_frame(value: Value, report: Report) -> tuple[str, ...] | None:
    """Return the parts of a document, or None with faults reported."""
    parts = [str(part).strip() for part in (value if isinstance(value, list) else [value])]
    if not FEWEST_PARTS <= len(parts) <= MOST_PARTS:
        report(("frame",), "frame-count", count=len(parts), fewest=FEWEST_PARTS, most=MOST_PARTS)
        return None
    wrong = [(place, part) for place, part in enumerate(parts) if not part or set(part) & set("【】\n")]
    wrong += [(place, part) for place, part in enumerate(parts) if part and part in parts[:place]]
    for place, part in wrong:
        report(("frame", place), "frame-part", part=part)
    return None if wrong else tuple(parts)
