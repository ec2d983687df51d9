"""What people write for a number, a share, a length of time, an instant, an id or a day, as values.

Each returns None for what it cannot read.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction

# Patterns are of normal text: half width, blanks single. They use nothing that JavaScript reads otherwise, as the
# schema that editors take is made of the same.
DECIMAL = r"[0-9]{1,9}(?:\.[0-9]{1,9})?"
PERCENT = r"0{0,7}(?:100(?:\.0{1,9})?|[0-9]{1,2}(?:\.[0-9]{1,9})?) ?%"
RATIO = r"[0-9]{1,9} ?/ ?0{0,8}[1-9][0-9]{0,8}"

_DECIMAL, _PERCENT, _RATIO = (re.compile(pattern) for pattern in (DECIMAL, PERCENT, RATIO))


def decimal(text: str) -> Fraction | None:
    """Return a non-negative decimal number exactly."""
    text = normal(text)
    return Fraction(text) if _DECIMAL.fullmatch(text) else None


def share(text: str) -> Fraction | None:
    """Return a share of one: 1/3, 0.25 or 25%."""
    text = normal(text)
    value = decimal(text)
    if _PERCENT.fullmatch(text):
        value = Fraction(text.rstrip("% ")) / 100
    elif _RATIO.fullmatch(text):
        given, all_ = text.split("/")
        value = Fraction(int(given), int(all_))
    return value if value is not None and value <= 1 else None


def normal(text: str) -> str:
    """Return a text in half width, its blanks single."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


MOST_ID = 64
"""Characters of an id."""
PLAIN_ID = rf"[A-Za-z0-9_-]{{1,{MOST_ID}}}"
DEVICES = ("con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in "123456789¹²³"))

_PLAIN_ID = re.compile(PLAIN_ID)
_DEVICES = frozenset(DEVICES)


def identifier(text: str) -> str | None:
    """Return an id in NFC: letters of any script, digits, - and _, no name of a Windows device."""
    if not _PLAIN_ID.fullmatch(text):
        text = unicodedata.normalize("NFC", text)
        if not 0 < len(text) <= MOST_ID or not all(_may_stand(character) for character in text):
            return None
    return None if text.casefold() in _DEVICES else text


def _may_stand(character: str) -> bool:
    return character in "-_" or unicodedata.category(character)[0] in "LM" or character.isdecimal()


_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日)")


def day(text: str) -> date | None:
    """Return the day that 2026-09-01 or 2026年9月1日 names; None for what names none."""
    found = _DAY.fullmatch(normal(text))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None


# Compiled where they are first asked for: the settings of every command need none of them.
WHOLE = r"[0-9]{1,9}(?:\.0{1,9})?"
ABOVE_ZERO = r"(?=.*[1-9])"
"""Before a pattern: some digit is not 0."""
SHARE = rf"(?:0{{0,8}}1(?:\.0{{1,9}})?|0{{1,9}}(?:\.[0-9]{{1,9}})?|{PERCENT}|{RATIO})"
NUMBER = rf"(?:{DECIMAL}|{PERCENT}|{RATIO})"
LENGTH = (
    r"(?=.*[0-9])(?:([0-9]{1,6}) ?(?:h|小时|时))? ?(?:([0-9]{1,6}) ?(?:m|分钟|分))? ?(?:([0-9]{1,6}) ?(?:s|秒钟|秒))?"
)
DURATION = rf"(?:{DECIMAL}|{LENGTH})"
_MONTH_OF, _DAY_OF = "(0?[1-9]|1[0-2])", "(0?[1-9]|[12][0-9]|3[01])"
INSTANT = (
    rf"([0-9]{{4}})(?:-{_MONTH_OF}-{_DAY_OF}(?:T| )| ?年 ?{_MONTH_OF} ?月 ?{_DAY_OF} ?日 ?)"
    r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))? ?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)


def whole(text: str) -> int | None:
    """Return a non-negative whole number."""
    text = normal(text)
    return int(Fraction(text)) if re.fullmatch(WHOLE, text) else None


def positive(text: str) -> int | None:
    """Return a whole number from 1."""
    return whole(text) or None


def number(text: str) -> Fraction | None:
    """Return a non-negative decimal, or a share."""
    value = decimal(text)
    return share(text) if value is None else value


def duration(text: str) -> timedelta | None:
    """Return a length of time: 90s, 45m, 1h30m, 45分钟; a bare number is minutes."""
    text = normal(text).lower()
    minutes = decimal(text)
    if minutes is not None:
        seconds = minutes * 60
        return timedelta(seconds=int(seconds)) if seconds.denominator == 1 else None
    found = re.fullmatch(LENGTH, text)
    if found is None:
        return None
    hours, whole_minutes, seconds_ = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=whole_minutes, seconds=seconds_)


def instant(text: str, zone: tzinfo | None) -> datetime | None:
    """Return an instant in UTC: 2026-12-01 09:00, with an offset or in `zone`; 2026年12月1日 9:00.

    `zone` None is the machine's own.
    """
    found = re.fullmatch(INSTANT, normal(text))
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
