"""Texts read as the tests want them."""

from __future__ import annotations

from quizapp.domain.item import Value
from quizapp.formats.chinese_text import read
from quizapp.formats.source_format import SourceQuestion, SourceReading


def reading(text: str, name: str = "试题.txt") -> SourceReading:
    """Return what a text is read as."""
    return read(text.encode(), name, "")


def one(text: str, name: str = "试题.txt") -> SourceQuestion:
    """Return the only question of a text."""
    (question,) = reading(text, name).questions
    return question


def fields(text: str, name: str = "试题.txt") -> dict[str, Value]:
    """Return the fields of the only question of a text, which nothing is doubted of."""
    question = one(text, name)
    assert question.verdict == "imported", question.doubts
    return dict(question.fields)


def doubts(text: str) -> list[str]:
    """Return the codes of what is doubted of the only question of a text."""
    return [doubt.code for doubt in one(text).doubts]


def told(found: SourceReading) -> list[tuple[int, str]]:
    """Return the lines and codes of what is told besides."""
    return [(remark.line, remark.reason.code) for remark in found.remarks]
