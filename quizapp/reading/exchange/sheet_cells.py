"""Cells that hold more than one thing: options together, a list as a program writes it, a key in any of its forms."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from quizapp.domain.item import LETTERS
from quizapp.domain.text import folded
from quizapp.reading.exchange.question_fields import are_truths, letters_of

_LONGEST_LIST = 20_000
"""Characters of a list that is taken apart."""
_PARTINGS = ("\n", "|", "｜", "$", "#", "；", ";", "\t", "、", "，", ",")
"""What may part options in one cell, the surer ones first."""
_MOST = 12
"""Options that a question in one cell may have."""
_QUOTES = 2
"""Signs around a text that are not looked at."""
_USUAL = 8
"""Options beyond which nobody writes letters alone."""
_TEXT_NAMES = re.compile(r"content|text|value|title|name|desc|内容|文本|选项", re.I)
_WORD_BEFORE = re.compile(r"(true|false|正确|错误|对|错)[.．、:：)）]\s*", re.I)
_LETTERED = re.compile(r"\s*[(（]?[A-Za-z][.．、:：)）]\s*")
_FIRST_LETTER = frozenset("AaＡ")
_LONE_LETTER = re.compile(r"[A-Z][ \u3000]+")
_AROUND = " \t\n;；,，、|｜$#"
_KEY_PARTING = re.compile(r"[\s,、;/|.。&+_'\"\[\](){}和与→-]+")
_KEY_TEXTS = re.compile(r"[\n|｜;；$#]|(?<=\S)[,，、](?=\S)")
_DIGITS = re.compile(r"\d{1,2}")
_RANGE = re.compile(r"[A-Za-z]\s*[-~～—]\s*[A-Za-z]")


def listed(cell: str) -> list[str]:
    """Return the texts of a list as JSON or Python write it; none for what is no such list."""
    if len(cell) > _LONGEST_LIST or not (cell.startswith(("[", "{")) and cell.endswith(("]", "}"))):
        return []
    try:
        value = ast.literal_eval(cell)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return []
    parts = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, list | tuple) else []
    texts = [_text_of(part) for part in parts]
    return texts if texts and all(texts) else []


def _text_of(part: object) -> str:
    if isinstance(part, dict):
        named = [value for name, value in part.items() if isinstance(value, str) and _TEXT_NAMES.search(str(name))]
        others = [value for value in part.values() if isinstance(value, str)]
        return (named or others or [""])[0].strip()
    return str(part).strip() if isinstance(part, str | int | float) and not isinstance(part, bool) else ""


def lettered(text: str, *, is_parted: bool = False) -> tuple[str, dict[str, str]]:
    """Return what stands before the options of a text, and these by letter, where their letters run on from A.

    With `is_parted` each letter has a blank or a line's end before it, as in a stem 维生素A、B are no options.
    """
    if not _FIRST_LETTER & set(text):
        return text, {}
    starts: list[tuple[int, int]] = []
    at = 0
    for letter in LETTERS[:_MOST]:
        found = _marker(letter).search(text, at)
        if found is None or (is_parted and text[: found.start()].rstrip() == text[: found.start()]):
            break
        starts.append(found.span())
        at = found.end()
    if len(starts) < 2:
        return text, {}
    ends = [start for start, _ in starts[1:]] + [len(text)]
    texts = [text[start:end].strip(_AROUND) for (_, start), end in zip(starts, ends, strict=True)]
    return text[: starts[0][0]].strip(), dict(zip(LETTERS, texts, strict=False))


@cache
def _marker(letter: str) -> re.Pattern[str]:
    """Return what finds the sign of an option."""
    sign = rf"(?<![A-Za-z0-9])[(（\[【]?[{letter}{letter.lower()}{_wide(letter)}]\s*[.．、:：)）\]】]\s*"
    alone = rf"^[{letter}{_wide(letter)}][ \u3000\t]+"
    return re.compile(rf"{sign}|{alone}", re.M)


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0)


def usual_parting(cells: Sequence[str]) -> str:
    """Return what parts the options in most of these cells; "" where nothing does."""
    counts: Counter[str] = Counter()
    for cell in cells:
        for sign in _PARTINGS:
            if sign in cell and 2 <= len(_parts(cell, sign)) <= _MOST:
                counts[sign] += 1
    most = max(counts.values(), default=0)
    return next((sign for sign in _PARTINGS if most and counts[sign] >= 0.9 * most), "")


def options_in(cell: str, parting: str) -> dict[str, str]:
    """Return the options of a cell that holds all of them: as a list, by their letters, or by what parts them."""
    texts = listed(cell)
    if not texts:
        before, options = lettered(cell)
        if options and not before:
            return options
        parted = (_parts(cell, sign) for sign in _PARTINGS if sign in cell)
        pairs = [pair for pair in parted if are_truths(dict(zip(LETTERS, pair, strict=False)))]
        texts = pairs[0] if pairs else _parts(cell, parting) if parting else [cell.strip()]
    return dict(zip(LETTERS, map(_unlabelled, filter(None, texts)), strict=False))


def _parts(cell: str, sign: str) -> list[str]:
    return [text for part in cell.split(sign) if (text := part.strip())]


def _unlabelled(text: str) -> str:
    """Return an option without the letter or the word that stands for one: `true. 正确` is 正确."""
    word = _WORD_BEFORE.match(text)
    if word is not None and text[word.end() :]:
        return text[word.end() :].strip()
    label = _LETTERED.match(text)
    return (text[label.end() :] if label is not None else _LONE_LETTER.sub("", text, count=1)).strip() or text


def key_numbers(text: str) -> list[int]:
    """Return the numbers of a key that is numbers alone."""
    bare = unicodedata.normalize("NFKC", text).strip()
    parts = [part for part in _KEY_PARTING.split(bare) if part]
    return [int(part) for part in parts] if parts and all(_DIGITS.fullmatch(part) for part in parts) else []


def key_letters(text: str) -> str | None:
    """Return a key's letters however they are parted: `A+C`, `['A', 'C']`; None where it is not letters alone."""
    if _RANGE.fullmatch(text.strip()):
        return None  # A to C, or A and C: nobody can tell
    found = letters_of(text)
    if found is None:
        bare = unicodedata.normalize("NFKC", text)
        found = letters_of("".join(_KEY_PARTING.split(bare)))
    return found


def key_by_text(text: str, options: Mapping[str, str]) -> str | None:
    """Return the letters of the options whose texts a key is; None where it is none of theirs."""
    if text in options and all(len(option) > len(text) + _QUOTES for option in options.values()):
        return None  # nearly every key: a letter, where no option is so short
    known = {folded(option): letter for letter, option in options.items()}
    whole = known.get(folded(text))
    if whole is not None:
        return whole
    label = _LETTERED.match(text)
    if label is not None:
        # D.text of the right option: both have to say the same.
        letter = label[0].strip(" \t\n(（.．、:：)）").upper()
        return letter if letter in options and known.get(folded(text[label.end() :])) == letter else None
    texts = listed(text) or [part for part in _KEY_TEXTS.split(text) if part.strip()]
    letters = [known.get(folded(part), "") for part in texts]
    return "".join(sorted(letters)) if letters and all(letters) else None


def is_letters_alone(key: str) -> bool:
    """Return whether a key is capital letters of options and nothing else: `D`, `ABD`."""
    letters = key_letters(key)
    if letters is None or key != key.upper():
        return False
    return len(set(letters)) == len(letters) and set(letters) <= set(LETTERS[:_USUAL])
