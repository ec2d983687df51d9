"""Texts to values: numbers, shares, lengths of time, instants, ids. Each returns None for what it cannot read."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from fractions import Fraction

from quizapp.domain.papers.paper import Threshold
from quizapp.reading.values import DECIMAL as DECIMAL
from quizapp.reading.values import DEVICES as DEVICES
from quizapp.reading.values import MOST_ID as MOST_ID
from quizapp.reading.values import PERCENT as PERCENT
from quizapp.reading.values import PLAIN_ID as PLAIN_ID
from quizapp.reading.values import RATIO as RATIO
from quizapp.reading.values import decimal as decimal
from quizapp.reading.values import identifier as identifier
from quizapp.reading.values import normal
from quizapp.reading.values import share as share

# Patterns are of normal text: half width, blanks single. They use nothing that JavaScript reads otherwise, as the
# schema that editors take is made of the same.
WHOLE = r"[0-9]{1,9}(?:\.0{1,9})?"
ABOVE_ZERO = r"(?=.*[1-9])"
"""Before a pattern: some digit is not 0."""
SHARE = rf"(?:0{{0,8}}1(?:\.0{{1,9}})?|0{{1,9}}(?:\.[0-9]{{1,9}})?|{PERCENT}|{RATIO})"
NUMBER = rf"(?:{DECIMAL}|{PERCENT}|{RATIO})"
THRESHOLD = rf"(?:{DECIMAL}|{PERCENT})"
LENGTH = (
    r"(?=.*[0-9])(?:([0-9]{1,6}) ?(?:h|小时|时))? ?(?:([0-9]{1,6}) ?(?:m|分钟|分))? ?(?:([0-9]{1,6}) ?(?:s|秒钟|秒))?"
)
DURATION = rf"(?:{DECIMAL}|{LENGTH})"
_MONTH, _DAY = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
INSTANT = (
    rf"([0-9]{{4}})(?:-{_MONTH}-{_DAY}(?:T| )| ?年 ?{_MONTH} ?月 ?{_DAY} ?日 ?)"
    r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))? ?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)

_WHOLE, _LENGTH, _INSTANT = (re.compile(pattern) for pattern in (WHOLE, LENGTH, INSTANT))


def whole(text: str) -> int | None:
    """Return a non-negative whole number."""
    text = normal(text)
    return int(Fraction(text)) if _WHOLE.fullmatch(text) else None


def positive(text: str) -> int | None:
    """Return a whole number from 1."""
    return whole(text) or None


def number(text: str) -> Fraction | None:
    """Return a non-negative decimal, or a share."""
    value = decimal(text)
    return share(text) if value is None else value


def threshold(text: str) -> Threshold | None:
    """Return a share of the full score written in per cent, or a number of marks."""
    text = normal(text)
    if "%" in text:
        value = share(text)
        return None if value is None else Threshold(value=value, is_share=True)
    marks = decimal(text)
    return None if marks is None else Threshold(value=marks, is_share=False)


def duration(text: str) -> timedelta | None:
    """Return a length of time: 90s, 45m, 1h30m, 45分钟; a bare number is minutes."""
    text = normal(text).lower()
    minutes = decimal(text)
    if minutes is not None:
        seconds = minutes * 60
        return timedelta(seconds=int(seconds)) if seconds.denominator == 1 else None
    found = _LENGTH.fullmatch(text)
    if found is None:
        return None
    hours, whole_minutes, seconds_ = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=whole_minutes, seconds=seconds_)


def instant(text: str, zone: tzinfo | None) -> datetime | None:
    """Return an instant in UTC: 2026-12-01 09:00, with an offset or in `zone`; 2026年12月1日 9:00.

    `zone` None is the machine's own.
    """
    found = _INSTANT.fullmatch(normal(text))
    if found is None:
        return None
    year, month, day, month_, day_, hour, minute, second, offset = found.groups()
    try:
        day_text = f"{year}-{int(month or month_):02}-{int(day or day_):02}"
        local = datetime.fromisoformat(f"{day_text}T{int(hour):02}:{minute}:{second or '00'}{offset or ''}")
        aware = local if local.tzinfo is not None else local.replace(tzinfo=zone)
        return aware.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
