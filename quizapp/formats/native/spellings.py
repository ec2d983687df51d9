"""How values are spelt: what a text means, the code of a text that means nothing, and the pattern of those that do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from quizapp.domain.paper import Threshold
from quizapp.formats.native import values, words

Value = TypeVar("Value")


class Spelling(NamedTuple, Generic[Value]):
    """What one kind of value is read by, and what an editor can check of it."""

    parse: Callable[[str], Value | None]
    code: str
    pattern: str
    """Of normal text, where it is not of an id."""
    words: Mapping[str, str] = MappingProxyType({})
    """What may stand in its place."""
    least: int | None = 0
    """Of a number; None where no plain number is meant."""
    most: int | None = None
    is_whole: bool = False
    is_positive: bool = False
    """Whether 0 is none."""
    is_any_case: bool = False


def _positive_decimal(text: str) -> Fraction | None:
    return values.decimal(text) or None


def _positive_duration(text: str) -> timedelta | None:
    return values.duration(text) or None


def _instant(text: str) -> datetime | None:
    return values.instant(text, UTC)


MOST_FORMS = 26


def _form_count(text: str) -> int | None:
    count = values.positive(text)
    return count if count is not None and count <= MOST_FORMS else None


ID = Spelling(values.identifier, "id-malformed", values.PLAIN_ID, least=None)
DECIMAL = Spelling(values.decimal, "not-a-number", values.DECIMAL)
MARKS = Spelling(_positive_decimal, "not-a-number", values.ABOVE_ZERO + values.DECIMAL, is_positive=True)
SHARE = Spelling(values.share, "not-a-share", values.SHARE, most=1)
NUMBER = Spelling(values.number, "not-a-number", values.NUMBER)
WHOLE = Spelling(values.whole, "not-a-count", values.WHOLE, is_whole=True)
COUNT = Spelling(values.positive, "not-a-count", values.ABOVE_ZERO + values.WHOLE, is_whole=True, is_positive=True)
ATTEMPTS = COUNT._replace(code="not-an-attempt-count", words=words.UNLIMITED)
FORMS = Spelling(
    _form_count,
    "not-a-form-count",
    rf"0{{0,7}}(?:{'|'.join(map(str, range(1, MOST_FORMS + 1)))})(?:\.0{{1,9}})?",
    words=words.PER_CANDIDATE,
    most=MOST_FORMS,
    is_whole=True,
    is_positive=True,
)
THRESHOLD: Spelling[Threshold] = Spelling(values.threshold, "not-a-threshold", values.THRESHOLD)
DURATION = Spelling(values.duration, "not-a-duration", values.DURATION, is_any_case=True)
TIME_LIMIT = Spelling(
    _positive_duration,
    "not-a-duration",
    values.ABOVE_ZERO + values.DURATION,
    words=words.NO_LIMIT,
    is_positive=True,
    is_any_case=True,
)
INSTANT = Spelling(_instant, "not-an-instant", values.INSTANT, least=None)
