"""Numbers in the formats that Word counts lists with."""

from __future__ import annotations

from quizapp.language.numerals import chinese_numeral

_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_CHINESE = ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
            "taiwaneseCountingThousand", "ideographDigital", "koreanCounting")  # fmt: skip
_MOST = 9_999


def counted(number: int, form: str) -> str:
    """Return a number in one of Word's formats; in digits where the format is unknown or does not reach so far."""
    if form == "none":
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form in _CHINESE:
        return chinese_numeral(number)
    if form == "chineseLegalSimplified" or form == "ideographLegalTraditional":
        return chinese_numeral(number, *_LEGAL)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return _sign(number, form)


def _sign(number: int, form: str) -> str:
    """Return a number as one sign of a row, where it is within it."""
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(ord("①") + number - 1)
    if form == "decimalEnclosedParen" and number <= 20:
        return chr(ord("⑴") + number - 1)
    if form == "decimalEnclosedFullstop" and number <= 20:
        return chr(ord("⒈") + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form == "ideographTraditional" and number <= len(_STEMS):
        return _STEMS[number - 1]
    if form == "ideographZodiac" and number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text
