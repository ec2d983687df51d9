"""Days and times of a spreadsheet, which keeps them as numbers, as they are seen in it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*"?|\\.)|[_*].|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<half>am/pm|a/p|上午/下午)"""
    r"""|(?P<unit>y+|m+|d+|h+|s+|a{3,4})|(?P<parts>\.0+)|(?P<other>.)""",
    re.DOTALL | re.IGNORECASE,
)
_LITERAL = re.compile(r"""("[^"]*"?|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]|general)""", re.IGNORECASE)
_UNITS = re.compile(r"[ymdhs]|a{3,4}", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "一二三四五六日"
_LAST = 2_958_466
"""The day after 9999-12-31."""
_LEAP = 60
"""The 29th of February 1900, which spreadsheets have and the calendar has not."""


def is_date(section: str) -> bool:
    """Return whether a section of a number format shows days or times."""
    return _UNITS.search(_LITERAL.sub("", section)) is not None


def date_text(value: Decimal, section: str, *, is_1904: bool) -> str | None:
    """Return a day or a time under a section; None where it is none, or this does not know the section."""
    moment = _moment(value, is_1904=is_1904)
    if moment is None:
        return None
    tokens = list(_TOKEN.finditer(section))
    is_half = any(token["half"] for token in tokens)
    texts = [_token(token, place, tokens, moment, value, is_half=is_half) for place, token in enumerate(tokens)]
    return None if None in texts else "".join(text for text in texts if text is not None).strip()


def _moment(value: Decimal, *, is_1904: bool) -> datetime | None:
    if not 0 <= value < _LAST:
        return None
    seconds = int((value * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    if is_1904:
        return datetime(1904, 1, 1) + timedelta(seconds=seconds)  # noqa: DTZ001 a wall clock's time, as typed
    early = 1 if value < _LEAP else 0
    try:
        return datetime(1899, 12, 30) + timedelta(days=early, seconds=seconds)  # noqa: DTZ001
    except OverflowError:
        return None


def _token(
    token: re.Match[str], place: int, tokens: list[re.Match[str]], moment: datetime, value: Decimal, *, is_half: bool
) -> str | None:
    if token["text"]:
        return token["text"].strip('"').removeprefix("\\")
    if token["half"]:
        return _half(token["half"], moment)
    if token["elapsed"]:
        return _elapsed(token["elapsed"].lower(), value)
    if token["unit"]:
        return _unit(token["unit"].lower(), moment, is_minute=_is_minute(place, tokens), is_half=is_half)
    if token["parts"]:
        return None
    return token["other"] or ""


def _unit(unit: str, moment: datetime, *, is_minute: bool, is_half: bool) -> str:
    """Return one unit: m is a minute beside hours or seconds, else a month."""
    count = len(unit)
    match unit[0]:
        case "y":
            return f"{moment.year:04}" if count > 2 else f"{moment.year % 100:02}"
        case "m" if not is_minute and count > 2:
            return _MONTHS[moment.month - 1]
        case "a":
            return ("星期" if count > 3 else "") + _WEEKDAYS[moment.weekday()]
        case "d" if count > 2:
            return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.weekday()]
        case "h":
            number = (moment.hour % 12 or 12) if is_half else moment.hour
        case "s":
            number = moment.second
        case "d":
            number = moment.day
        case _:
            number = moment.minute if is_minute else moment.month
    return f"{number:02}" if count > 1 else str(number)


def _is_minute(place: int, tokens: list[re.Match[str]]) -> bool:
    before = next((kind for token in reversed(tokens[:place]) if (kind := _kind(token))), "")
    behind = next((kind for token in tokens[place + 1 :] if (kind := _kind(token))), "")
    return before == "h" or behind == "s"


def _kind(token: re.Match[str]) -> str:
    return (token["unit"] or token["elapsed"] or "")[:1].lower()


def _half(words: str, moment: datetime) -> str:
    first, second = words.split("/")
    return first if moment.hour < 12 else second


def _elapsed(unit: str, value: Decimal) -> str:
    per_day = {"h": 24, "m": 1_440, "s": 86_400}[unit[0]]
    seconds = int((value * 86_400).quantize(Decimal(1), ROUND_HALF_UP))
    return str(seconds * per_day // 86_400).zfill(len(unit))
