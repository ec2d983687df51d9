"""What a question says besides its type, stem, options and key: 难度, 知识点, 分值 and the like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.declaration import Value
from quizapp.formats.chinese_text.raw_question import RawQuestion
from quizapp.reading.question_words import difficulty_of, truth_word
from quizapp.reading.source_question import Reason

_TEXTS = ("rationale", "topic", "source", "unit", "tolerance")
_MARKS = re.compile(r"(\d{1,6}(?:[.．]\d{1,6})?)\s?分?")
_TAGS = re.compile(r"[,，、;；\s]+")
_STATUSES = {"草稿": "draft", "启用": "ready", "停用": "retired"}
_BLANK = re.compile("_{3,}")


def common_fields(raw: RawQuestion, marks: str, known: Mapping[str, Value]) -> tuple[dict[str, Value], list[Reason]]:
    """Return the fields, and doubts about those that are not understood. `marks` is what its tag says."""
    doubts: list[Reason] = []
    labels = raw.labels
    fields: dict[str, Value] = {name: text for name in _TEXTS if name in labels and (text := raw.label(name))}
    if "difficulty" in labels and (text := raw.label("difficulty")):
        level = _level(text)
        if level is None:
            doubts.append(Reason("import-difficulty-unknown", {"text": text}))
        else:
            fields["difficulty"] = level
    if "marks" in labels and (text := raw.label("marks")):
        found = _MARKS.fullmatch(text)
        if found is None:
            doubts.append(Reason("import-marks-unclear", {"text": text}))
        else:
            marks = found[1].replace("．", ".")
    if marks:
        fields["marks"] = _plain(marks)
    elif raw.section.marks is not None and known["type"] != "case":
        fields["marks"] = _of_section(raw, known)
    if "tags" in labels:
        fields["tags"] = [tag for tag in _TAGS.split(raw.label("tags")) if tag]
    if "any_order" in labels:
        fields["any_order"] = "true" if truth_word(raw.label("any_order")) == "对" else "false"
    if "status" in labels:
        _take_status(raw.label("status"), fields, doubts)
    return fields, doubts


def _of_section(raw: RawQuestion, known: Mapping[str, Value]) -> str:
    """Return the marks that a section gives each question, or each blank."""
    marks = raw.section.marks or Fraction(0)
    if raw.section.is_by_blank:
        marks *= max(1, len(_BLANK.findall(str(known.get("stem", "")))))
    return decimal_text(marks)


_level = lru_cache(maxsize=64)(difficulty_of)


@lru_cache(maxsize=64)
def _plain(marks: str) -> str:
    """Return marks as they are written here: 2 for 2.0. There are but a few in a file."""
    return decimal_text(Fraction(marks))


def _take_status(text: str, fields: dict[str, Value], doubts: list[Reason]) -> None:
    if text in _STATUSES:
        fields["status"] = _STATUSES[text]
    else:
        doubts.append(Reason("import-status-unknown", {"text": text}))
