"""Stems that are the same or nearly so, over all banks of a pool.

Stems are compared by what they say, and of ten thousand only those that share rare runs of characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from quizapp.domain.item import Item

# A point between digits and the signs of arithmetic say something; all else that is no word does not.
_SILENT = re.compile(r"[^\w+\-−×÷=<>≤≥%.]|_|\.(?!\d)")
_NEGATION = re.compile("不|非|没有|没|未|无|错误|正确")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千万亿两]+")
_QUOTED = re.compile('“([^“”]+)”|《([^《》]+)》|「([^「」]+)」|"([^"]+)"')


class Stem(NamedTuple):
    """One item's stem among the stems of a pool; a named tuple, as there are ten thousand."""

    item: Item
    case: str
    """The id of the case it is part of; "" of what stands by itself."""
    said: str
    """What is compared."""


def stem_of(item: Item, case: str = "") -> Stem:
    """Return an item's stem as it is compared."""
    return Stem(item, case, _SILENT.sub("", unicodedata.normalize("NFKC", item.stem).casefold()))


def skeleton(said: str) -> str:
    """Return what a stem says but for its numbers and whether it affirms: alike in stems that differ in these only."""
    return _NUMBER.sub("0", _NEGATION.sub("", said))


def difference(first: str, second: str) -> str:
    """Return the code of what two stems with one skeleton differ in."""
    if first == second:
        return "stem-same"
    if _NEGATION.sub("", first) == _NEGATION.sub("", second):
        return "stem-negated"
    if _NUMBER.sub("0", first) == _NUMBER.sub("0", second):
        return "stem-renumbered"
    return "stem-alike"


def quoted(text: str) -> tuple[str, ...]:
    """Return what a text has in quotation or book-title marks: the things it asks about."""
    return tuple("".join(groups) for groups in _QUOTED.findall(text)) if _MARKS.search(text) else ()


_MARKS = re.compile('[“《「"]')


class Compared:
    """One text that others are compared with.

    The longest common subsequence is counted by bits: Hyyrö, Bit-parallel LCS-length computation revisited (2004).
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._whole = (1 << len(text)) - 1
        self._places: dict[str, int] = {}
        for place, character in enumerate(text):
            self._places[character] = self._places.get(character, 0) | 1 << place

    def likeness(self, other: str) -> Fraction:
        """Return twice the characters in common ÷ the characters of both: 1 for the same text, 0 for another."""
        both = self._length + len(other)
        return Fraction(2 * self.common(other), both) if both else Fraction(1)

    def common(self, other: str) -> int:
        """Return the length of the longest common subsequence."""
        row = self._whole
        for character in other:
            match = row & self._places.get(character, 0)
            if match:
                row = (row + match) | (row - match)
        return self._length - (row & self._whole).bit_count()


LEAST_LIKENESS = Fraction(85, 100)
LEAST_LENGTH = 8
"""Characters of a stem from which one that is changed leaves it nearly the same."""
RUN = 3
"""Characters of a run: a run is rare where a pair of characters, in Chinese, is a word."""
SHARED = Fraction(4, 10)
"""Of the runs of stems that are compared, those they have in common: a character changed in seven leaves more."""
MEETINGS = 2
"""Telling runs that two stems have in common at least; or a quarter of them, as two words in a row are two runs."""
MOST_HOLDERS = 50
"""Stems that have a telling run; what more have is a bank's way of asking, and says little of two of them."""
MOST_COMPARED = 8
"""Stems compared with one, those with the most rare runs in common."""
_OTHER_THING = Fraction(1, 2)
"""How alike two quoted things are at most to be two things."""


def near(stems: Sequence[Stem], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the places of stems that are nearly the same as one before them, with the first such."""
    runs = {place: _runs(stems[place].said) for place in places if len(stems[place].said) >= LEAST_LENGTH}
    counts = Counter(chain.from_iterable(runs.values()))
    holders: dict[str, list[int]] = {}
    for place, own in runs.items():
        telling = _telling(own, counts)
        met = Counter(chain.from_iterable([holders[run] for run in telling if run in holders]))
        fewest = max(MEETINGS, len(telling) // 4)
        likely = [(-hits, other) for other, hits in met.items() if hits >= fewest]
        likely.sort()
        nearest = sorted(other for _, other in likely[:MOST_COMPARED] if _may_be_near(own, runs[other]))
        before = _first_near(stems, place, nearest)
        if before is not None:
            yield before, place
            continue
        for run in telling:
            known = holders.setdefault(run, [])
            if len(known) < MOST_HOLDERS:
                known.append(place)


def _runs(said: str) -> set[str]:
    return {said[at : at + RUN] for at in range(len(said) - RUN + 1)}


def _least_shared(runs: int) -> int:
    return -(-runs * SHARED.numerator // SHARED.denominator)


def _telling(own: set[str], counts: Counter[str]) -> list[str]:
    """Return the rarest of a stem's runs, so many that who shares enough of all has some of these; none if none can.

    Runs that nobody else has are left out: a stem with too few others is like no other. Of n runs, m of them shared,
    k are among any n − m + k. Source: Chaudhuri, Ganti, Kaushik, A primitive operator for similarity joins (2006).
    """
    shared = [(counts[run], run) for run in own if counts[run] > 1]
    needed = _least_shared(len(own))
    if len(shared) < needed:
        return []
    shared.sort()
    telling = shared[: len(shared) - needed + MEETINGS]
    rare = [run for count, run in telling if count <= MOST_HOLDERS]
    # Where all stems are alike their runs are frequent, and still tell.
    return rare if len(rare) * 4 >= len(telling) else [run for _, run in telling]


def _may_be_near(own: set[str], other: set[str]) -> bool:
    return len(own & other) >= _least_shared(max(len(own), len(other)))


def _first_near(stems: Sequence[Stem], place: int, others: Sequence[int]) -> int | None:
    if not others:
        return None
    stem = stems[place]
    compared = Compared(stem.said)
    things = quoted(stem.item.stem)
    for other in others:
        is_near = compared.likeness(stems[other].said) >= LEAST_LIKENESS
        if is_near and not _other_things(things, quoted(stems[other].item.stem)):
            return other
    return None


def _other_things(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two stems quote as many things, and some of them another: “谛听”的意思 is not “聆听”的意思."""
    if len(one) != len(other):
        return False
    return any(a != b and Compared(a).likeness(b) <= _OTHER_THING for a, b in zip(one, other, strict=True))


LEAST_SKELETON = 5
"""Characters that two stems share beside the numbers and negations in which they differ; fewer are no likeness."""
LEAST_OF_PARTS = 12
"""Characters of the stems in two cases that are compared: 他首先应当 asks something else of every case."""


class Pair(NamedTuple):
    """Two stems by their places, the later one's fault being told."""

    first: int
    second: int
    code: str


def alike(stems: Sequence[Stem]) -> Iterator[Pair]:
    """Give every stem that one before it is like, with the first such; each is given once."""
    first: dict[str, int] = {}
    left: list[int] = []
    for place, stem in enumerate(stems):
        if not stem.said:
            continue
        bare = skeleton(stem.said)
        before = first.setdefault(bare, place)
        if before == place or not _comparable(stems[before], stem):
            left.append(place)
            continue
        code = difference(stems[before].said, stem.said)
        if code == "stem-same" or len(bare.replace("0", "")) >= LEAST_SKELETON:
            yield Pair(before, place, code)  # and is compared no further
        else:
            left.append(place)
    for before, place in near(stems, left):
        if _comparable(stems[before], stems[place]):
            yield Pair(before, place, "stem-alike")


def _comparable(one: Stem, other: Stem) -> bool:
    """Return whether two stems ask by themselves: in two cases the same words may ask of other things."""
    if not one.case or not other.case or one.case == other.case:
        return True
    return min(len(one.said), len(other.said)) >= LEAST_OF_PARTS
