"""Numbers as Chinese writes them before headings."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"


def chinese_numeral(number: int) -> str:
    """Return a number from 1 to 99 in Chinese; any other in digits."""
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
