"""Patterns of texts as authors write them, from those of texts as the reader makes them normal.

Both Python and JavaScript understand them. The rarer signs that are normal to the reader, such as ② for 2, they have
not: an editor doubts those, and `check` does not.
"""

from __future__ import annotations

import re

from quizapp.formats.native import values

_TOKEN = re.compile(r" \?| |\\.|\[[^]]*\]|\(\?[:=!]|\{[^}]*\}|.")
_WIDE = 0xFEE0
"""From a half-width sign to its full-width one."""
# Beyond ASCII no pattern of both languages knows letters: what is refused here is what is surely none.
_NO_LETTERS = (
    r"\x00-,./:-@\[-\^`{-\xa9\u2000-\u206f\u2190-\u2bff"
    r"\u3000-\u3004\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40"
)
NOT_BLANK = r"\S"
ONE_LETTER = r"^\s*[A-Za-zＡ-Ｚａ-ｚ]\s*$"


def as_written(pattern: str, *, is_any_case: bool = False) -> str:
    """Return the pattern of texts that are of this one when they are normal: full width too, and blanks around."""
    return rf"^\s*(?:{widened(pattern, is_any_case=is_any_case)})\s*$"


def widened(pattern: str, *, is_any_case: bool = False) -> str:
    """Return a pattern that takes full-width signs for half-width ones, and any blanks for one."""
    return "".join(_token(token, is_any_case) for token in _TOKEN.findall(pattern))


def one_of(words: frozenset[str]) -> str:
    """Return the pattern of some words."""
    return "|".join(re.escape(word) for word in sorted(words))


def identifier() -> str:
    """Return the pattern of ids: exactly that of ASCII ones, and one that refuses what is surely no letter."""
    devices = "|".join(_in_any_case(name) for name in values.DEVICES)
    return rf"^(?!(?:{devices})$)(?:{values.PLAIN_ID}|(?=.*[^\x00-\x7f])[^{_NO_LETTERS}]+)$"


def _token(token: str, is_any_case: bool) -> str:
    if token == " ?":
        return r"\s{0,8}"  # more than anybody writes, and few enough to be tried in every way
    if token == " ":
        return r"\s{1,8}"
    if len(token) > 1 and token[0] == "[":
        return f"[{''.join(_ranges(token[1:-1]))}]"
    sign = token[-1]
    if token == r"\." or (len(token) == 1 and sign in "%/:-,"):
        return f"[{re.escape(sign)}{chr(ord(sign) + _WIDE)}]"
    if len(token) == 1 and sign.isascii() and sign.isalnum():
        cases = dict.fromkeys((sign, sign.lower(), sign.upper())) if is_any_case else (sign,)
        return f"[{''.join(case + chr(ord(case) + _WIDE) for case in cases)}]" if not sign.isdigit() else _digit(sign)
    return token


def _digit(sign: str) -> str:
    return f"[{sign}{chr(ord(sign) + _WIDE)}]"


def _ranges(signs: str) -> list[str]:
    """Return the ranges of a class with their full-width ones; a dash that is no range stands last in it."""
    found = re.findall(r"(.)-(.)|(.)", signs)
    wide = [(first or sign, last or sign) for first, last, sign in found]
    both = [(first, last) for first, last in wide] + [(chr(ord(a) + _WIDE), chr(ord(b) + _WIDE)) for a, b in wide]
    return [_escaped(first) if first == last else f"{_escaped(first)}-{_escaped(last)}" for first, last in both]


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in "-]^\\" else sign


def _in_any_case(name: str) -> str:
    return "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in name)
