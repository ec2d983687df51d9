"""The checks of quality, which find warnings only: those of options and keys, and the registries of them all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import exp, log
from typing import TypeAlias

from quizapp.domain.banks.text_checks import (
    QualityFinding,
    Wording,
    letters_named,
    look_alikes,
    mixed_punctuation,
    wording,
)
from quizapp.domain.item import LETTERS, Item

ALL_OR_NONE = "option-all-or-none"

_HINT = re.compile("以上|上述|前述|上面|前[面几二两三四五2-5]|都|均|皆|全|没有|无")
_MANY = "(?:全都|全部|都|均|皆|全|没有一[项个种]|没有|无一|无)"
_VERDICT = "(?:是|对|正确|错误|错|非|包括|包含|符合|属于|有|行|选|可以?|适用|成立)"
# A sentence about what is above, from its first character to its last: 以上级文件为准 is none.
_OTHERS = re.compile(
    "(?:以上|上述|前述|上面|前[面几二两三四五2-5])(?:的|所述)?(?:[各几两三四五]|所有|全部)?"
    "(?:选?项|说法|答案|内容|情况|情形|观点|表述|做法|者|[种个条点])?(?:选项|说法|答案|内容|情况|做法)?"
    f"(?:{_MANY}[不没]?{_VERDICT}|[不没]?(?:对|正确|错误|是)|全部|所有)(?:的|题意|要求)?"
)
_BARE = re.compile(
    "(?:全都|全部|都|均|皆|全)[不没]?(?:是|对|正确|错误|错|非|包括|符合|选)的?|(?:没有|无)正确的?(?:答案|选项|说法)?"
)
_ROUND = " 。，、；.,;“”（）()"


def all_or_none(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find the options that speak of all the others, where they may be shuffled."""
    if not has_distractors(item) or item.keep_order:
        return ()
    return [
        QualityFinding(ALL_OR_NONE, ("options", place), {"letter": LETTERS[place], "option": text.strip()})
        for place, text in enumerate(item.choices)
        if _HINT.search(text) and speaks_of_others(text)
    ]


def has_distractors(item: Item) -> bool:
    """Return whether an item's choices are right or wrong each by itself."""
    return item.ROOM in ("letter", "letters")


def speaks_of_others(text: str) -> bool:
    """Return whether an option says nothing but whether the others are right."""
    bare = text.strip(_ROUND)
    return bool(_OTHERS.fullmatch(bare) or _BARE.fullmatch(bare))


ENDS_UNLIKE = "options-end-unlike"

_ENDS = ("。", "；", ";", "．")


def unlike_ends(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find options of which some and not all end with a full stop or a semicolon; ？ and ！ are what they say."""
    if item.left_side:
        return ()
    ended = [LETTERS[place] for place, text in enumerate(item.choices) if text.rstrip().endswith(_ENDS)]
    if not 0 < len(ended) < len(item.choices):
        return ()
    bare = [letter for letter in LETTERS[: len(item.choices)] if letter not in ended]
    return (QualityFinding(ENDS_UNLIKE, ("options",), {"ended": "".join(ended), "bare": "".join(bare)}),)


NUMBERS_UNLIKE = "options-number-unlike"

_UNIT = "[^0-9零〇一二三四五六七八九十百千万亿两]{0,2}"
_DIGITS = re.compile(rf"第?[0-9]+(?:\.[0-9]+)?{_UNIT}")
_WORDS = re.compile(rf"第?[零〇一二三四五六七八九十百千万亿两半]+{_UNIT}")


def unlike_numbers(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find options that are numbers, every one, but not written alike."""
    if not has_distractors(item):
        return ()
    digits: list[str] = []
    words: list[str] = []
    for letter, text in zip(LETTERS, item.choices, strict=False):
        bare = text.strip(" 。")
        if _DIGITS.fullmatch(bare):
            digits.append(letter)
        elif _WORDS.fullmatch(bare):
            words.append(letter)
        else:
            return ()
    if not digits or not words:
        return ()
    return (QualityFinding(NUMBERS_UNLIKE, ("options",), {"digits": "".join(digits), "words": "".join(words)}),)


DOUBT = 0.01
"""How likely chance may be, at most, where it is ruled out."""
FEWEST = 10
"""Items of which anything is said: nobody guesses by the lean of fewer."""


def is_no_chance(count: int, total: int, expected: Fraction, ways: int = 1) -> bool:
    """Return whether `count` of `total` is more than chance gives, where each has the share `expected` of a chance.

    `ways` is how many counts were looked at, any of which would have been told.
    Chances need not be equal, `expected` being their mean: Hoeffding, Journal of the American Statistical
    Association 58 (1963), theorem 1: P(X ≥ count) ≤ exp(−total · D(count/total ‖ expected)).
    """
    if total < FEWEST or count <= total * expected:
        return False
    share, chance = count / total, float(expected)
    distance = share * log(share / chance)
    if share < 1:
        distance += (1 - share) * log((1 - share) / (1 - chance))
    return ways * exp(-total * distance) < DOUBT


KEY_LONGEST = "key-longest"
KEYS_LONGEST = "keys-longest"

TIMES_LONGER, CHARACTERS_LONGER = Fraction(3, 2), 6
"""A clear margin: so many times the next in length, and so many characters more."""
LEAST_SHARE = Fraction(2, 5)
"""Of a bank's keys that are the longest, from where it may be no chance."""


def longest_key(item: Item, wording: Wording) -> Iterable[QualityFinding]:  # noqa: ARG001  # as every check is called
    """Find a key that is longer than every wrong option by a clear margin; of several right ones, the shortest is."""
    right, wrong = lengths(item)
    if not right or not wrong:
        return ()
    key, next_longest = min(right), max(wrong)
    if key < next_longest + CHARACTERS_LONGER or key < next_longest * TIMES_LONGER:
        return ()
    return (QualityFinding(KEY_LONGEST, ("key",), {"key": key, "other": next_longest}),)


def longest_keys(items: Sequence[Item]) -> Iterable[QualityFinding]:
    """Find a bank whose single choices have their longest option for a key more often than chance has it."""
    sides = [lengths(item) for item in items if item.one_key]
    known = [(right, wrong) for right, wrong in sides if right and wrong]
    longest = sum(right[0] > max(wrong) for right, wrong in known)
    if not known or longest <= LEAST_SHARE * len(known):
        return ()
    expected = sum(Fraction(1, len(wrong) + 1) for _, wrong in known) * Fraction(1, len(known))
    if not is_no_chance(longest, len(known), expected):
        return ()
    return (QualityFinding(KEYS_LONGEST, (), {"longest": longest, "count": len(known)}),)


def lengths(item: Item) -> tuple[list[int], list[int]]:
    """Return the lengths of the right options and of the wrong ones, in characters; none where an item has no key."""
    right: list[int] = []
    wrong: list[int] = []
    if has_distractors(item) and item.has_key:
        key = item.key_response() or ()
        for letter, text in zip(LETTERS, item.choices, strict=False):
            (right if letter in key else wrong).append(len(text.strip()))
    return right, wrong


LENGTHS_UNLIKE = "options-length-unlike"

TIMES, MORE = 3, 12
"""How many times the shortest the longest is, and how many characters longer."""


def unlike_lengths(item: Item, wording: Wording) -> Iterable[QualityFinding]:
    """Find options far longer than others; where it is the key alone, that is told instead."""
    if not has_distractors(item):
        return ()
    sizes = [len(text.strip()) for text in item.choices]
    short, long = min(sizes), max(sizes)
    if long < short * TIMES or long < short + MORE or longest_key(item, wording):
        return ()
    values = {"long": LETTERS[sizes.index(long)], "short": LETTERS[sizes.index(short)], "most": long, "least": short}
    return (QualityFinding(LENGTHS_UNLIKE, ("options",), values),)


LETTERS_LEAN = "keys-leaning"
TRUTHS_LEAN = "truths-leaning"

MARGIN = Fraction(1, 10)
"""How far above its fair share a letter must be: a large bank tells every trifle from chance."""
TRUTH_MARGIN = Fraction(15, 100)


def leaning_letters(items: Sequence[Item]) -> Iterable[QualityFinding]:
    """Find the letter that is the key of a bank's single choices far too often."""
    asked = [item for item in items if item.choices and item.one_key]
    if not asked:
        return ()
    counts = Counter(item.one_key for item in asked)
    sizes = Counter(len(item.choices) for item in asked)
    letter, most = max(counts.items(), key=lambda each: (each[1], each[0]))
    # Of the items that have this letter at all, each gives it one chance in as many as it has options.
    able = {size: count for size, count in sizes.items() if letter in LETTERS[:size]}
    total = sum(able.values())
    expected = sum(Fraction(count, size) for size, count in able.items()) * Fraction(1, total)
    if Fraction(most, total) < expected + MARGIN or not is_no_chance(most, total, expected, max(sizes)):
        return ()
    shown = " ".join(f"{each}:{counts[each]}" for each in LETTERS[: max(sizes)])
    return (QualityFinding(LETTERS_LEAN, (), {"letter": letter, "most": most, "count": total, "counts": shown}),)


def leaning_truths(items: Sequence[Item]) -> Iterable[QualityFinding]:
    """Find whether a bank's true/false items are nearly all right, or nearly all wrong."""
    keys = [item.one_key for item in items if item.one_key and not item.choices]
    right = keys.count("true")
    most, half = max(right, len(keys) - right), Fraction(1, 2)
    if not keys or Fraction(most, len(keys)) < half + TRUTH_MARGIN or not is_no_chance(most, len(keys), half, 2):
        return ()
    return (QualityFinding(TRUTHS_LEAN, (), {"right": right, "wrong": len(keys) - right}),)


ItemCheck: TypeAlias = Callable[[Item, Wording], Iterable[QualityFinding]]
BankCheck: TypeAlias = Callable[[Sequence[Item]], Iterable[QualityFinding]]

ITEM_CHECKS: tuple[ItemCheck, ...] = (
    look_alikes,
    mixed_punctuation,
    all_or_none,
    letters_named,
    longest_key,
    unlike_ends,
    unlike_numbers,
    unlike_lengths,
)
"""Checks of one item by itself; of a case and of each of its items."""

BANK_CHECKS: dict[str, BankCheck] = {
    "keys-leaning": leaning_letters,
    "truths-leaning": leaning_truths,
    "keys-longest": longest_keys,
}
"""Checks of all items of a bank together, by their codes: an item that allows one is not among them."""


def of_item(item: Item) -> list[QualityFinding]:
    """Return what is found of one item and not allowed there."""
    read = wording(item)
    found = [each for check in ITEM_CHECKS for each in check(item, read)]
    return [each for each in found if each.code not in item.allow] if found and item.allow else found


def of_bank(items: Sequence[Item]) -> list[QualityFinding]:
    """Return what is found of a bank's items together, those left out that allow it."""
    return [
        each
        for code, check in BANK_CHECKS.items()
        for each in check([item for item in items if code not in item.allow] if any(i.allow for i in items) else items)
    ]
