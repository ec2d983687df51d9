"""What people write for a type, a difficulty, a truth, letters and blanks, in sheets and texts of questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.true_false import truth_of

BLANK = "___"

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **{word: kind.TYPE for kind in ITEM_TYPES.values() for word in (kind.TYPE, *kind.NAMES)},
        **dict.fromkeys(("单选择题", "单项选择", "单选择"), "single_choice"),
        **dict.fromkeys(("多项选择", "多选择题", "不定项选择"), "multiple_choice"),
        **dict.fromkeys(("是非", "是非题", "判断正误", "判断正误题"), "true_false"),
        **dict.fromkeys(("问答", "问答题", "简述", "简述题", "论述题", "名词解释"), "essay"),
        **dict(zip("12345", ("single_choice", "multiple_choice", "true_false", "fill_blank", "essay"), strict=True)),
    }
)
_DIFFICULTIES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("easy", "易", "容易", "较易", "简单", "1", "2"), "easy"),
        **dict.fromkeys(("medium", "中", "一般", "中等", "3"), "medium"),
        **dict.fromkeys(("hard", "难", "较难", "困难", "4", "5"), "hard"),
    }
)
_STATUSES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("ready", "启用", "正常"), "ready"),
        **dict.fromkeys(("draft", "草稿"), "draft"),
        **dict.fromkeys(("retired", "停用", "禁用"), "retired"),
    }
)
_PARTING = re.compile(r"[\s,、;/|.。]+")
_EMPTY_BRACKETS = re.compile(r"[（(][\s\u3000_＿]*[）)]")
_WIDE_LINE = re.compile("＿{2,}")
_IN_BRACKETS = re.compile(r"(?:\s*[（(][^（()）]*[）)])+\s*")
_ONE_IN_BRACKETS = re.compile(r"[（(]([^（()）]*)[）)]")
_BLANKS_PART = re.compile(r"[；;|｜]")
_ALTERNATIVE = re.compile("[/／]")
_FRACTION = re.compile(r"\s*\d+\s*[/／]\s*\d+\s*")


def plain_word(text: str) -> str:
    """Return a word as it is looked up: NFKC, lower case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def type_of(word: str) -> str | None:
    """Return the question type that a word or a number says; None for any other."""
    return _TYPES.get(plain_word(word).strip("[]【】()"))


def difficulty_of(word: str) -> str | None:
    """Return the difficulty that a word or a number says; None for any other."""
    return _DIFFICULTIES.get(plain_word(word))


def status_of(word: str) -> str | None:
    """Return the status that a word says; None for any other."""
    return _STATUSES.get(plain_word(word))


def truth_word(text: str) -> str | None:
    """Return 对 or 错 for any word for them; None for what is none."""
    word = plain_word(text)
    truth = True if word.rstrip("\ufe0e\ufe0f") == "✅" else truth_of(text)
    return None if truth is None else "对" if truth else "错"


def letters_of(text: str) -> str | None:
    """Return a key's letters in order, however they are parted; None for what is not letters alone."""
    if text.isascii() and text.isalpha():
        return "".join(sorted(text.upper()))  # nearly every key
    letters = _PARTING.sub("", unicodedata.normalize("NFKC", text).upper())
    return "".join(sorted(letters)) if letters.isascii() and letters.isalpha() else None


def blanked(stem: str) -> str:
    """Return a stem of a 填空 with its blanks as `___`: full-width lines, and empty brackets where there are none."""
    stem = _WIDE_LINE.sub(BLANK, stem)
    return stem if BLANK in stem else _EMPTY_BRACKETS.sub(BLANK, stem)


def blank_texts(key: str) -> list[list[str]]:
    """Return a typed key's texts for each blank, its alternatives among them.

    Blanks are parted by `；` or `|`, or stand in brackets one by one; alternatives are parted by `/`: not 1/2.
    """
    parts = _ONE_IN_BRACKETS.findall(key) if _IN_BRACKETS.fullmatch(key) else _BLANKS_PART.split(key)
    return [_alternatives(part) for part in parts]


def is_fraction(text: str) -> bool:
    """Return whether a text is a number over a number, whose stroke parts no alternatives."""
    return _FRACTION.fullmatch(text) is not None


def _alternatives(part: str) -> list[str]:
    return [part.strip()] if is_fraction(part) else [text.strip() for text in _ALTERNATIVE.split(part)]
