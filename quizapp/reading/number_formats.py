"""Numbers of a spreadsheet as they are seen in it: 7 under 000 is 007, 0.6 under 0% is 60%, 45352 is a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType
from typing import NamedTuple

from quizapp.reading.date_formats import date_text, is_date

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


class Seen(NamedTuple):
    """A number as it is seen."""

    text: str
    doubt: str = ""
    """Why what is seen is not sure: a code; "" where it is."""


def seen(number: str, code: str, *, is_1904: bool = False) -> Seen:
    """Return a number, as the file has it, under a number format."""
    if not _NUMBER.fullmatch(number):
        return Seen(number, "cell-number")
    value = _FIFTEEN.create_decimal(number)
    if len(code) > _LONGEST:
        return Seen(_general(value), "cell-format")
    sections = _sections(code)
    if is_date(sections[0]):
        day = date_text(value, sections[0], is_1904=is_1904)
        return Seen(_general(value), "cell-format") if day is None else Seen(day, "cell-date")
    if value and value == value.to_integral_value() and value.adjusted() >= _DIGITS:
        # An identity number typed as a number: its last digits are gone.
        return Seen(_general(value), "cell-digits")
    section, is_negative = _section(value, sections)
    if section in (GENERAL, "@"):
        return Seen(_general(value))
    text = _under(abs(value), section)
    if text is None:
        return Seen(_general(value), "cell-format")
    return Seen(f"-{text}" if is_negative else text)


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
