"""Numbers, days and times of a spreadsheet as they are seen in it: 7 under 000 is 007."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import NamedTuple

_DATE_TOKEN = re.compile(
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
    tokens = list(_DATE_TOKEN.finditer(section))
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


GENERAL = "General"

# Numbers below 164 are formats that every program knows; 27–36 and 50–58 are those of Chinese ones.
_MONTH, _DAY, _WHOLE = '"年"'.join(("yyyy", 'm"月"')), 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
_HOUR, _SECOND = 'h"时"mm"分"', 'h"时"mm"分"ss"秒"'
_AMOUNTS = ("#,##0;-#,##0",) * 2 + ("#,##0.00;-#,##0.00",) * 2 + ("#,##0",) * 2 + ("#,##0.00",) * 2
_TIMES = ("h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss", "yyyy/m/d h:mm")
_DAYS = ("yyyy/m/d", r"d\-mmm\-yy", r"d\-mmm", r"mmm\-yy")
_HALVES = (f"上午/下午{_HOUR}", f"上午/下午{_SECOND}")
BUILT_IN: Mapping[int, str] = MappingProxyType(
    {
        **dict(enumerate(("0", "0.00", "#,##0", "#,##0.00"), 1)),
        **dict(enumerate(("0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??", *_DAYS, *_TIMES), 9)),
        **dict(enumerate((_MONTH, _DAY, _DAY, "m/d/yy", _WHOLE, _HOUR, _SECOND, *_HALVES, _MONTH), 27)),
        **dict(enumerate((*_AMOUNTS, "mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@"), 37)),
        **dict(enumerate((_MONTH, _DAY, _MONTH, _DAY, _DAY, *_HALVES, _MONTH, _DAY), 50)),
    }
)

_LONGEST = 255
"""A spreadsheet lets a format have no more characters."""
_DIGITS = 15
"""A spreadsheet keeps no more digits of a number."""
_FIFTEEN = Context(prec=_DIGITS, rounding=ROUND_HALF_EVEN)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_PIECES = re.compile(r'"[^"]*"?|\\.?|\[[^\]]*\]?|[^"\\\[;]+|;', re.DOTALL)
_TOKEN = re.compile(r"""(?P<text>"[^"]*"?|\\.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<bracket>\[[^\]]*\])"""
                    r"""|(?P<digits>[0#?][0#?,.]*|\.[0#?]+)|(?P<other>.)""", re.DOTALL)  # fmt: skip
_COLOUR = re.compile(
    r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|[黑蓝绿红白黄]色?|颜色 ?\d+)\]", re.I
)
_PATTERN = re.compile(r"(?P<whole>[0#?,]*)(?:\.(?P<part>[0#?]*))?")
_PLAIN = frozenset("+-():：%￥¥$元个分题人次度米 \u3000")


class SeenNumber(NamedTuple):
    """A number as it is seen."""

    text: str
    doubt: str = ""
    """Why what is seen is not sure: a code; "" where it is."""


def seen(number: str, code: str, *, is_1904: bool = False) -> SeenNumber:
    """Return a number, as the file has it, under a number format."""
    if not _NUMBER.fullmatch(number):
        return SeenNumber(number, "cell-number")
    value = _FIFTEEN.create_decimal(number)
    if len(code) > _LONGEST:
        return SeenNumber(_general(value), "cell-format")
    sections = _sections(code)
    if is_date(sections[0]):
        day = date_text(value, sections[0], is_1904=is_1904)
        return SeenNumber(_general(value), "cell-format") if day is None else SeenNumber(day, "cell-date")
    if value and value == value.to_integral_value() and value.adjusted() >= _DIGITS:
        # An identity number typed as a number: its last digits are gone.
        return SeenNumber(_general(value), "cell-digits")
    section, is_negative = _section(value, sections)
    if section in (GENERAL, "@"):
        return SeenNumber(_general(value))
    text = _under(abs(value), section)
    if text is None:
        return SeenNumber(_general(value), "cell-format")
    return SeenNumber(f"-{text}" if is_negative else text)


def _sections(code: str) -> list[str]:
    """Return a format's sections, for positive numbers, negative ones, zero and texts."""
    sections = [""]
    for piece in _PIECES.findall(code or GENERAL):
        if piece == ";":
            sections.append("")
        else:
            sections[-1] += piece
    return sections


def _section(value: Decimal, sections: list[str]) -> tuple[str, bool]:
    """Return the section for a number, and whether a sign stands before it: a section for negative ones has its own."""
    if value < 0:
        return (sections[1], False) if len(sections) > 1 else (sections[0], True)
    return (sections[2], False) if value == 0 and len(sections) > 2 else (sections[0], False)


def _under(value: Decimal, section: str) -> str | None:
    """Return a number under one section; None where this does not know how."""
    before, pattern, behind = "", "", ""
    is_share = False
    for token in _TOKEN.finditer(section):
        bracket, digits, other = token["bracket"], token["digits"], token["other"]
        if digits is not None and not pattern:
            pattern = digits
            continue
        if digits is not None or (bracket and not _COLOUR.fullmatch(bracket)) or (other and other not in _PLAIN):
            return None
        is_share = is_share or other == "%"
        text = (token["text"] or "").strip('"').removeprefix("\\") or token["currency"] or other or ""
        before, behind = (before, behind + text) if pattern else (before + text, behind)
    shown = _digits(value * 100 if is_share else value, pattern)
    return None if shown is None else f"{before}{shown}{behind}".strip()


def _digits(value: Decimal, pattern: str) -> str | None:
    found = _PATTERN.fullmatch(pattern)
    if not pattern or found is None or found["whole"].endswith(",") or value.adjusted() > _DIGITS:
        return None
    part = found["part"] or ""
    rounded = value.quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    whole, _, rest = f"{rounded:f}".partition(".")
    least = part.rfind("0") + 1
    rest = rest[:least] + rest[least:].rstrip("0")
    whole = whole.lstrip("0").zfill(found["whole"].count("0"))
    if "," in found["whole"]:
        whole = f"{int(whole):,}" if whole and not whole.startswith("0") else whole
    return f"{whole}.{rest}" if rest else whole


def _general(value: Decimal) -> str:
    """Return a number without a format: 1.0 is 1, and 0.30000000000000004 is 0.3."""
    if value == 0:
        return "0"
    return f"{value.normalize():f}" if -_DIGITS < value.adjusted() < 2 * _DIGITS else f"{value.normalize():E}"
