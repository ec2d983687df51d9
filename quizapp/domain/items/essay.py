"""简答题: a text that a person marks, point by point where its author gave a rubric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import (
    INVALID,
    Fields,
    Item,
    ItemField,
    KeyParts,
    Marking,
    Path,
    Report,
    Response,
    RubricPoint,
    Scheme,
    Value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay(Item):
    """A stem to answer at length. A response is the text."""

    rubric: tuple[RubricPoint, ...] = ()
    model_answer: str = ""

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
            ),
        ),
        ItemField("model_answer", "参考答案", "text"),
    )
    SECRETS: ClassVar = ("rubric", "model_answer", "rationale", "feedback")
    NEEDS_PERSON: ClassVar = True

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        rubric = [_point(entry) for entry in fields.get("rubric", []) if isinstance(entry, dict)]
        worthless = [place for place, point in enumerate(rubric) if not point.marks]
        for place in worthless:
            report(("rubric", place, "marks"), "rubric-without-marks")
        return None if worthless else {"rubric": tuple(rubric), "model_answer": str(fields.get("model_answer", ""))}

    def written(self) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        if self.rubric:
            fields["rubric"] = [_as_written(point) for point in self.rubric]
        return {**fields, "model_answer": self.model_answer} if self.model_answer else fields

    def own_texts(self) -> Iterator[tuple[Path, str]]:
        if self.model_answer:
            yield ("model_answer",), self.model_answer
        for place, point in enumerate(self.rubric):
            yield ("rubric", place), "\n".join((point.point, *point.keywords))

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
        return KeyParts(model_answer=self.model_answer, points=self.rubric)

    def keyed(self, response: Response) -> Item | None:  # noqa: ARG002
        return None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        if text.strip() in ("?", "？"):
            return INVALID
        return (text,) if text.strip() else ()

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        return "\n".join(response)


def _point(entry: dict[str, Value]) -> RubricPoint:
    """Return a point of the rubric, whose fields have the shapes they were declared with."""
    keywords = entry.get("keywords", [])
    words = [keywords] if isinstance(keywords, str) else keywords
    return RubricPoint(
        point=str(entry["point"]),
        marks=Fraction(str(entry["marks"])),
        keywords=tuple(word for word in words if isinstance(word, str)),
    )


def _as_written(point: RubricPoint) -> dict[str, Value]:
    fields: dict[str, Value] = {"point": point.point, "marks": decimal_text(point.marks)}
    return {**fields, "keywords": list(point.keywords)} if point.keywords else fields
