"""GIFT in a few words: what a text is read as, for tests that say only what matters to them."""

from __future__ import annotations

from quizapp.domain.item import Value
from quizapp.formats.gift import read
from quizapp.reading.exchange.source_question import SourceQuestion, SourceReading


def reading(text: str) -> SourceReading:
    return read(text.encode(), "题目.gift", "")


def only(text: str) -> SourceQuestion:
    """Return the one question of a text."""
    (question,) = reading(text).questions
    return question


def fields(text: str) -> dict[str, Value]:
    """Return the fields of the one question of a text, which nothing is doubted of."""
    question = only(text)
    assert (question.verdict, question.doubts) == ("imported", ())
    return dict(question.fields)


def doubts(text: str) -> list[str]:
    return [doubt.code for doubt in only(text).doubts]


def refusal(text: str) -> str:
    question = only(text)
    assert question.refusal is not None
    return question.refusal.code


def remarks(text: str) -> list[tuple[int, str]]:
    return [(remark.line, remark.reason.code) for remark in reading(text).remarks]
