"""What the choice types share: options with letters, letters typed and shown, keys read from an author."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, LETTERS, ItemField, Path, Report, Response, Value

FEWEST_OPTIONS = 2
OPTIONS = ItemField("options", "选项", "options", required=True, least=FEWEST_OPTIONS)

PARTING = r"[\s,，、;；/]"
"""What may part the letters of a key."""
_PARTING = re.compile(f"{PARTING}+")
_FIRST = tuple(list(LETTERS[:count]) for count in range(len(LETTERS) + 1))
"""The letters of so many options."""


def read_options(value: Value, report: Report) -> tuple[str, ...] | None:
    """Return the options' texts in the order of their letters, or None with faults reported."""
    if isinstance(value, str):
        report(("options",), "options-not-listed")
        return None
    if isinstance(value, dict):
        if not _are_lettered(list(value)):
            report(("options",), "option-letters", letters=" ".join(value))
            return None
        texts = list(value.values())
    else:
        texts = value
    if _are_sound(texts):
        return tuple(texts)  # type: ignore[arg-type]  # texts all of them
    places: Sequence[Path] = [("options", name) for name in (value if isinstance(value, dict) else range(len(texts)))]
    return _checked_options(texts, places, report)


def by_text(choices: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of choices in the order of their texts: an order that anybody could have put them in."""
    return tuple(sorted(range(len(choices)), key=choices.__getitem__))


def moved(letters: Response, places: Sequence[int]) -> Response:
    """Return the letters of the same choices once the one at `places[i]` stands at i."""
    return tuple(LETTERS[places.index(LETTERS.index(letter))] for letter in letters)


def placed(places: Sequence[int]) -> tuple[int, ...]:
    """Return where each choice stands once the one at `places[i]` stands at i."""
    return tuple(sorted(range(len(places)), key=places.__getitem__))


def _are_lettered(names: list[str]) -> bool:
    """Return whether options are called A, B, C and so on, in that order."""
    count = len(names)
    if count < len(_FIRST) and names == _FIRST[count]:
        return True
    return [_letters_of(name) for name in names] == [[letter] for letter in LETTERS[:count]]


def _are_sound(texts: Sequence[Value]) -> bool:
    """Return whether nothing can be wrong with options; where something may be, each is looked at by itself.

    Nearly all are sound, and are told so in one go: the mark between them stays what and where it is in any text.
    """
    if not FEWEST_OPTIONS <= len(texts) <= len(LETTERS):
        return False
    try:
        joined = "\0".join(texts)  # type: ignore[arg-type]  # what is no text is seen by this
    except TypeError:
        return False
    read = _as_read(joined).split("\0")
    return len(read) == len(set(read)) == len(texts) and "" not in read


def _checked_options(texts: Sequence[Value], places: Sequence[Path], report: Report) -> tuple[str, ...] | None:
    if not FEWEST_OPTIONS <= len(texts) <= len(LETTERS):
        report(("options",), "option-count", count=len(texts))
        return None
    seen: dict[str, int] = {}
    options: list[str] = []
    for index, (text, place) in enumerate(zip(texts, places, strict=True)):
        if not isinstance(text, str) or not text.strip():
            report(place, "option-not-text", letter=LETTERS[index])
            continue
        same = seen.setdefault(_as_read(text), index)
        if same != index:
            report(place, "options-equal", first=LETTERS[same], second=LETTERS[index])
            continue
        options.append(text)
    return tuple(options) if len(options) == len(texts) else None


def lettered(options: Sequence[str]) -> dict[str, Value]:
    """Return options as an author writes them: a map of letters from A."""
    return dict(zip(LETTERS, options, strict=False))


def read_letters(value: Value, count: int, report: Report) -> Response | None:
    """Return an author's key as bank letters in order, or None with faults reported."""
    if type(value) is str and len(value) == 1 and value in LETTERS[:count]:
        return (value,)  # nearly every key
    parts: list[Value] = value if isinstance(value, list) else [value]
    letters: list[str] = []
    for part in parts:
        if not isinstance(part, str):
            report(("key",), "key-not-letters", key=str(part))
            return None
        letters += _letters_of(part)
    if not letters or any(letter not in LETTERS for letter in letters):
        report(("key",), "key-not-letters", key=" ".join(str(part) for part in parts))
        return None
    beyond = [letter for letter in letters if letter not in LETTERS[:count]]
    if beyond:
        report(("key",), "key-beyond-options", letter=beyond[0], last=LETTERS[count - 1])
        return None
    if len(set(letters)) != len(letters):
        report(("key",), "key-letter-twice", key="".join(letters))
        return None
    return tuple(sorted(letters))


def parse_letters(text: str, count: int, order: tuple[int, ...], most: int) -> Response:
    """Return typed letters as shown on the form as a response in the bank's letters.

    Raises InvalidAnswer for what is no letter of the form, or for more than `most` letters.
    """
    letters = letters_typed(text, count)
    if letters == INVALID:
        return INVALID
    if len(set(letters)) > most:
        raise InvalidAnswer("answer-one-letter", answer="".join(letters))
    return tuple(sorted({to_bank(letter, order) for letter in letters}))


def letters_typed(text: str, count: int) -> Response:
    """Return typed letters as shown on the form, in the order typed; INVALID for `?`, () for nothing.

    Raises InvalidAnswer for what is no letter of `count` options.
    """
    letters = tuple(_letters_of(text))
    if letters == INVALID:
        return INVALID
    for letter in letters:
        if letter not in LETTERS[:count]:
            raise InvalidAnswer("answer-letter-unknown", letter=letter, last=LETTERS[count - 1])
    return letters


def describe_letters(response: Response, order: tuple[int, ...]) -> str:
    """Return a response in the bank's letters as letters shown on the form, in the form's order."""
    if response == INVALID:
        return "?"
    return "".join(sorted(to_shown(letter, order) for letter in response))


def to_bank(shown: str, order: tuple[int, ...]) -> str:
    """Return the bank's letter for a letter shown on a form."""
    position = LETTERS.index(shown)
    return LETTERS[order[position]] if order else shown


def to_shown(letter: str, order: tuple[int, ...]) -> str:
    """Return the letter shown on a form for a bank's letter."""
    return LETTERS[order.index(LETTERS.index(letter))] if order else letter


def _as_read(text: str) -> str:
    """Return an option as the eye takes it: width and blanks make no difference, quotes and case do."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _letters_of(text: str) -> list[str]:
    if text.isascii() and text.isalpha():
        return list(text.upper())  # nearly every key of several letters
    normal = unicodedata.normalize("NFKC", text).upper()
    return list(_PARTING.sub("", normal))
