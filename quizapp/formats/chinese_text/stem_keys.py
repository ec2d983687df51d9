"""What stands in a stem besides: its type and marks in front, its answer in brackets."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from quizapp.reading.question_words import BLANK, letters_of, truth_word, type_of

_TAG = re.compile(
    r"[_*]{0,3}[(\[【（［]\s?(?P<word>[^\s,，、;；:：()\[\]【】（）［］]{2,8})"
    r"(?:\s?[,，、;；:：\s]\s?(?P<marks>\d{1,4}(?:[.．]\d{1,4})?)\s?分)?\s?[)\]】）］][_*]{0,3}[:：]?\s*"
)
_MARKS_IN_FRONT = re.compile(r"[(（\[【]\s?(?:本[小]?题)?(?:共|满分)?\s?(\d{1,4}(?:\.\d{1,4})?)\s?分\s?[)）\]】]\s*")
_MARKS_AT_END = re.compile(r"[(（\[【]\s?(?:本[小]?题)?(?:共|满分)?\s?(\d{1,4}(?:\.\d{1,4})?)\s?分\s?[)）\]】]$")
_BRACKETS = re.compile(r"[(（]([^()（）]{0,200})[)）]")
_LETTERS = re.compile(r"[(（]\s*([A-Za-zＡ-Ｚａ-ｚ](?:[\s、,，;；/]?[A-Za-zＡ-Ｚａ-ｚ]){0,9})\s*[)）]")
_EMPTY = "（  ）"
_OPENING = frozenset("([【（［_*")


class Tagged(NamedTuple):
    """A stem without what is written in front and behind of it."""

    stem: str
    type: str = ""
    """As written; "" where none is."""
    marks: str = ""


class Answered(NamedTuple):
    """A stem with its answer taken out, and the answer; more than one that may be it."""

    stem: str
    key: str = ""
    is_unclear: bool = False


def tagged(stem: str) -> Tagged:
    """Return a stem with its tag and its marks taken off."""
    kind = marks = ""
    if stem and stem[0] in _OPENING:
        found = _TAG.match(stem)
        if found is not None and type_of(found["word"]) is not None and not found["word"].isdigit():
            kind, marks = found["word"], found["marks"] or ""
            stem = stem[found.end() :].rstrip("_*") if stem[0] in "_*" else stem[found.end() :]
        if (front := _MARKS_IN_FRONT.match(stem)) is not None:
            marks = marks or front[1]
            stem = stem[front.end() :]
    if (
        stem.endswith(("分）", "分)", "分】", "分]"))
        and (end := _MARKS_AT_END.search(stem, max(0, len(stem) - 24))) is not None
    ):
        marks = marks or end[1]
        stem = stem[: end.start()].rstrip()
    return Tagged(stem, kind, marks.replace("．", "."))


def answered_letters(stem: str, letters: str) -> Answered:
    """Return the answer of a choice in its stem: brackets with nothing but letters of its options."""
    found = [one for one in _LETTERS.finditer(stem) if set(letters_of(one[1]) or "?") <= set(letters)]
    if len(found) != 1:
        return Answered(stem, is_unclear=bool(found))
    return Answered(_emptied(stem, found[0]), found[0][1])


def answered_truth(stem: str) -> Answered:
    """Return the answer of a clause to judge in its stem: brackets with a truth word."""
    found = [one for one in _BRACKETS.finditer(stem) if truth_word(one[1]) is not None]
    if len(found) != 1:
        return Answered(stem, is_unclear=bool(found))
    return Answered(_emptied(stem, found[0]), found[0][1].strip())


def answered_blanks(stem: str) -> tuple[str, list[str]]:
    """Return a stem with blanks for all that stands in brackets, and their texts; none where any of them is empty."""
    found = [one[1].strip() for one in _BRACKETS.finditer(stem)]
    if not found or not all(found) or BLANK in stem:
        return stem, []
    return _BRACKETS.sub(BLANK, stem), found


def spaced(stem: str) -> str:
    """Return a stem with each run of blanks as one; brackets to write in stay as wide as they are."""
    if not _RUN.search(stem):
        return stem
    return _FOLDED.sub(lambda one: one[0] if one[0][0] in "(（" else "\n" if "\n" in one[0] else one[0][0], stem)


_RUN = re.compile(r"\s\s")
_FOLDED = re.compile(r"[(（]\s*[)）]|\s{2,}")


def _emptied(stem: str, found: re.Match[str]) -> str:
    return stem[: found.start()] + _EMPTY + stem[found.end() :]


def is_same_key(one: str, two: str) -> bool:
    """Return whether two keys of a choice say the same letters."""
    return (letters_of(one) or one) == (letters_of(two) or two)


def plain(text: str) -> str:
    """Return a text as two are compared: NFKC, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())
