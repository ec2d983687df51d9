"""Numbers as Chinese writes them."""

from __future__ import annotations

DIGITS, UNITS = "零一二三四五六七八九", "十百千"
_MOST = 9_999


def chinese_numeral(number: int, digits: str = DIGITS, units: str = UNITS) -> str:
    """Return a number from 1 to 9,999 in Chinese, 十二 or 一百零五, in these digits and units; any other in figures."""
    if not 0 < number <= _MOST:
        return str(number)
    figures = str(number)
    text = ""
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure != "0":
            text += digits[int(figure)] + (units[power - 1] if power else "")
        elif int(figures[place:]) and not text.endswith(digits[0]):
            text += digits[0]
    return text[1:] if text.startswith("一十") else text
