"""Which stems are nearly the same, of ten thousand: only those that share rare runs of characters are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from quizapp.domain.quality.likeness import Compared
from quizapp.domain.quality.stems import Stem, quoted

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
