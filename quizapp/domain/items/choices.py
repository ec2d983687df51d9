"""What the choice types share: options with letters, letters typed and shown, keys read from an author."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import INVALID, LETTERS, ItemField, Path, Report, Response, Value

FEWEST_OPTIONS = 2
OPTIONS = ItemField("options", "选项", "options", required=True, least=FEWEST_OPTIONS)
OPTION_SCORES = ItemField("option_scores", "选项得分", "scores")

Scores: TypeAlias = tuple[Fraction, ...]
"""What each option earns by itself, from -1 to 1, in the options' order; () where only the key says what is right."""

_MINUS = ("-", "−")
_SCORE = re.compile(
    r"(?P<sign>[+\-−]?)(?P<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?:/0{0,8}(?P<parts>[1-9][0-9]{0,8})|(?P<percent>%))?"
)

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
    return [letters_of(name) for name in names] == [[letter] for letter in LETTERS[:count]]


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
        letters += letters_of(part)
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


def read_scores(value: Value, count: int, report: Report) -> Scores | None:
    """Return what an author says that each option earns, in the options' order, or None with faults reported."""
    field = OPTION_SCORES.name
    given = value if isinstance(value, dict) else {}
    scores = {"".join(letters_of(name)): _score(text) for name, text in given.items()}
    wrong = [name for name, text in given.items() if _score(text) is None]
    for name in wrong:
        report((field, name), "score-not-a-share", text=str(given[name]))
    if wrong:
        return None
    letters = LETTERS[:count]
    if len(scores) != len(given) or set(scores) != set(letters):
        report((field,), "scores-not-all", letters=" ".join(given), last=letters[-1])
        return None
    return tuple(score for letter in letters if (score := scores[letter]) is not None)


def _score(value: Value) -> Fraction | None:
    """Return a number or a share from -1 to 1."""
    if not isinstance(value, str):
        return None
    found = _SCORE.fullmatch("".join(unicodedata.normalize("NFKC", value).split()))
    if found is None:
        return None
    score = Fraction(found["number"]) / int(found["parts"] or (100 if found["percent"] else 1))
    return None if score > 1 else -score if found["sign"] in _MINUS else score


def written_scores(scores: Scores) -> dict[str, Value]:
    """Return the options' scores as an author writes them: the field, or nothing."""
    return {OPTION_SCORES.name: dict(zip(LETTERS, map(decimal_text, scores), strict=False))} if scores else {}


def scores_of_key(key: Response, scores: Scores) -> Scores:
    """Return the scores once the options of a key earn all and others nothing; () where options have none."""
    return tuple(Fraction(letter in key) for letter in LETTERS[: len(scores)])


def scores_by_text(options: Sequence[str], other: Sequence[str], scores: Scores) -> Scores:
    """Return the scores that other options have, in the order of these, which say the same."""
    of: Mapping[str, Fraction] = dict(zip(other, scores, strict=bool(scores)))
    return tuple(of[text] for text in options) if scores else ()


def shown_scores(scores: Scores, order: tuple[int, ...]) -> tuple[tuple[str, Fraction], ...]:
    """Return each option's score by its letter on the form, in the form's order."""
    places = order or tuple(range(len(scores)))
    return tuple((LETTERS[shown], scores[place]) for shown, place in enumerate(places) if scores)


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
    letters = tuple(letters_of(text))
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


def letters_of(text: str) -> list[str]:
    """Return the letters of a text in their order, whatever their case and width and whatever parts them."""
    if text.isascii() and text.isalpha():
        return list(text.upper())  # nearly every key of several letters
    normal = unicodedata.normalize("NFKC", text).upper()
    return list(_PARTING.sub("", normal))
