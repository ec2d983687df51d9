"""A second scorer, written from the contract's table alone and in another way, to check the first one against.

Source: banks-and-papers, Marking schemes; judgement-items. It takes plain values, asks no item to mark itself, goes
through options one by one, tries every assignment of answers to blanks, and reckons numbers as decimals.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

AROUND = set("\"'“”‘’「」『』《》〈〉«»")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question in plain values."""

    type: str
    scheme: str
    marks: Fraction
    option_marks: Fraction
    penalty: Fraction
    key: list[str] | list[list[str]]
    """Right letters, the truth word, the number, or for each blank or place what is right."""
    columns: int = 1
    """Of a table, whose letters stand row by row."""
    any_order: bool = False
    tolerance: str = "0"
    unit: str = ""
    scores: list[Fraction] | None = None
    """What each option earns, from A; None where none has a score."""
    order_asked: list[str] | None = None
    """Every two letters that must stand in that order; None where the key is the one order."""
    by_hand: Fraction | None = None
    """What a person gave, whatever the answer."""


def section_score(questions: list[Fraction]) -> Fraction:
    total = Fraction(0)
    for marks in questions:
        total += marks
    return Fraction(0) if total < 0 else total


def question_marks(asked: Asked, given: list[str]) -> Fraction:
    if asked.by_hand is not None:
        return asked.by_hand
    if given == []:
        return Fraction(0)
    if given == ["?"]:
        earned = Fraction(0)
    elif asked.scores is not None:
        earned = asked.marks * _scored(asked.type, asked.scores, given)
    elif asked.order_asked is not None or asked.scheme == "precedence":
        earned = asked.marks * _in_order(asked, given)
    elif asked.type == "multiple_choice":
        earned = _multiple(asked, given)
    elif asked.type == "fill_blank":
        earned = _blanks(asked, given)
    elif asked.type == "numeric":
        earned = asked.marks if _is_number(asked, given) else Fraction(0)
    elif asked.type == "text_correction":
        earned = _mends(asked, given)
    elif asked.scheme == "per_entry":
        earned = asked.marks * _right_rows(asked, given) * asked.columns / len(asked.key)
    elif asked.scheme in ("position", "per_pair", "per_cell"):
        earned = asked.marks * _in_place(asked, given) / len(asked.key)
    else:
        earned = asked.marks if given == asked.key else Fraction(0)
    if earned == 0 and asked.type in ("single_choice", "multiple_choice", "true_false"):
        return -(asked.marks * asked.penalty)
    return earned


def _scored(type: str, scores: list[Fraction], given: list[str]) -> Fraction:
    total = full = Fraction(0)
    for letter, score in zip("ABCDEF", scores, strict=False):
        total += score if letter in given else 0
        full += score if score > 0 else 0
    share = total if type == "single_choice" else total / full
    return Fraction(0) if share < 0 else Fraction(1) if share > 1 else share


def _in_order(asked: Asked, given: list[str]) -> Fraction:
    typed = "".join(given)
    pairs = asked.order_asked or [
        str(asked.key[place]) + str(asked.key[place + 1]) for place in range(len(asked.key) - 1)
    ]
    kept = [pair for pair in pairs if -1 < typed.find(pair[0]) < typed.find(pair[1])]
    if asked.scheme == "all_or_nothing":
        return Fraction(kept == pairs and len(given) == len(asked.key))
    return Fraction(len(kept), len(pairs))


def _in_place(asked: Asked, given: list[str]) -> int:
    places = range(min(len(given), len(asked.key)))
    return len([place for place in places if given[place] == asked.key[place]])


def _right_rows(asked: Asked, given: list[str]) -> int:
    whole = given + [""] * (len(asked.key) - len(given))
    starts = range(0, len(asked.key), asked.columns)
    return sum(whole[at : at + asked.columns] == asked.key[at : at + asked.columns] for at in starts)


def _mends(asked: Asked, given: list[str]) -> Fraction:
    """Go from place to place: half a point or a whole one for a fault, half a point off for what was right."""
    points, faults, is_whole = Fraction(0), 0, True
    for place, right in enumerate(asked.key):
        text = given[place] if place < len(given) else ""
        is_mended = _same(text) != "" and any(_same(text) == _same(each) for each in right)
        if right == []:
            points -= Fraction(1, 2) if text != "" else 0
            is_whole = is_whole and text == ""
            continue
        faults += 1
        is_whole = is_whole and is_mended
        if asked.scheme == "found_and_mended" and text != "":
            points += Fraction(1, 2)
        if is_mended:
            points += Fraction(1, 2) if asked.scheme == "found_and_mended" else 1
    if asked.scheme == "all_or_nothing":
        return asked.marks if is_whole else Fraction(0)
    return asked.marks * points / faults if points > 0 else Fraction(0)


def _is_number(asked: Asked, given: list[str]) -> bool:
    """Take away what may stand in a number without being of it, and see whether a decimal is left."""
    text = "".join(chr(ord(sign) - 65248) if "！" <= sign <= "～" else sign for sign in given[0]).replace(" ", "")
    if asked.unit and text.endswith(asked.unit):
        text = text[: len(text) - len(asked.unit)]
    whole, point, part = text.partition(".")
    groups = whole.lstrip("-").split(",")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        return False
    try:
        number = Decimal(whole.replace(",", "") + point + part)
    except InvalidOperation:
        return False
    (key,) = asked.key
    assert isinstance(key, str)
    return abs(number - Decimal(key)) <= Decimal(asked.tolerance)


def _multiple(asked: Asked, given: list[str]) -> Fraction:
    right = wrong = missed = 0
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if letter in given and letter in asked.key:
            right += 1
        elif letter in given:
            wrong += 1
        elif letter in asked.key:
            missed += 1
    if wrong == 0 and missed == 0:
        return asked.marks
    if asked.scheme == "all_or_nothing":
        return Fraction(0)
    if asked.scheme == "right_minus_wrong":
        difference = right - wrong
        return asked.marks * difference / (right + missed) if difference > 0 else Fraction(0)
    if wrong > 0 or right == 0:
        return Fraction(0)
    if asked.scheme == "partial":
        return asked.marks * right / (right + missed)
    if asked.scheme == "half":
        return asked.marks / 2
    assert asked.scheme == "per_option"
    earned = Fraction(0)
    for _ in range(right):
        if earned + asked.option_marks < asked.marks:
            earned += asked.option_marks
    return earned


def _blanks(asked: Asked, given: list[str]) -> Fraction:
    count = len(asked.key)
    answers = [_same(text) for text in given] + [""] * count
    right = _most(asked, answers[:count]) if asked.any_order else _straight(asked, answers[:count])
    if asked.scheme == "all_or_nothing":
        return asked.marks if right == count else Fraction(0)
    assert asked.scheme == "per_blank"
    return asked.marks * right / count


def _straight(asked: Asked, answers: list[str]) -> int:
    right = 0
    for place, accepted in enumerate(asked.key):
        if any(answers[place] == _same(text) != "" for text in accepted):
            right += 1
    return right


def _most(asked: Asked, answers: list[str]) -> int:
    once: list[str] = []
    for answer in answers:
        once.append("" if answer in once else answer)
    arranged = itertools.permutations(once)
    return max(_straight(asked, list(one)) for one in arranged)


def _same(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold()
    text = "".join(character for character in text if not character.isspace())
    while text and text[0] in AROUND:
        text = text[1:]
    while text and text[-1] in AROUND:
        text = text[:-1]
    return text
