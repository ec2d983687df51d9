"""Which question of a source is which item of a bank: the one it was last time, the same stem, the same options."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from quizapp.domain.item import Value
from quizapp.services.exchange.source_memory import digest, stem_digest

_KEPT = frozenset("-*/%^")
"""Signs that tell one calculation from another, though they count as punctuation."""
_LEFT_OUT = str.maketrans("", "", " \t\n()[]{},.:;?!\"'#&_@。、〈〉《》「」『』【】〔〕“”‘’·—–")
"""Blanks and punctuation of nearly every stem, so that few are looked at sign by sign."""
_MOST_COMPARED = 100
"""Items of one stem that a question is compared with: those first that share with it what few others have."""


def folded_stem(fields: Mapping[str, Value]) -> str:
    """Return what a question asks as it is compared: width, case, blanks and punctuation make no difference."""
    normal = unicodedata.normalize("NFKC", _stem(fields)).casefold()
    bare = normal.translate(_LEFT_OUT)
    if bare.isalnum():
        return bare
    kept = "".join(sign for sign in bare if unicodedata.category(sign)[0] in "LMNS" or sign in _KEPT)
    return kept or "".join(normal.split())


def folded_options(fields: Mapping[str, Value]) -> frozenset[str]:
    """Return a question's options as they are compared, their order left out."""
    options = fields.get("options", fields.get("pairs", []))
    texts = list(options.values()) if isinstance(options, dict) else options if isinstance(options, list) else []
    normal = (unicodedata.normalize("NFKC", str(text)).casefold() for text in texts)
    return frozenset("".join(text.split()).rstrip("。.;；") for text in normal)


def identity(fields: Mapping[str, Value]) -> tuple[str, str, frozenset[str]]:
    """Return what two questions share that are the same one."""
    return folded_stem(fields), str(fields.get("type", "")), folded_options(fields)


def by_stem(questions: Iterable[Mapping[str, Value]]) -> dict[str, list[int]]:
    """Return the places of questions by what they ask."""
    places: dict[str, list[int]] = {}
    for place, fields in enumerate(questions):
        places.setdefault(folded_stem(fields), []).append(place)
    return places


class PairedFields(NamedTuple):
    """A question or an item that is to be paired."""

    fields: Mapping[str, Value]
    """As it stands now."""
    digests: Mapping[str, str]
    """Of what its source says; of an item what it said last time, none where nobody knows."""

    @property
    def is_asked_anew(self) -> bool:
        """Whether an item asks otherwise than its source did."""
        return bool(self.digests) and stem_digest(self.digests) != digest(_stem(self.fields))


def pair_remembered(asked: Sequence[PairedFields], known: Sequence[PairedFields]) -> dict[int, int]:
    """Return the place of the known item that each question is, by the question's place; new ones are left out.

    Who says all that was said last time is that item, then go the stems as they stand. Of an item whose stem was
    changed in the bank the old stem counts too: its source may have changed something else meanwhile.
    """
    pairs = _by_sign(asked, known, range(len(known)), lambda each: frozenset(each.digests.items()))
    places, others = _rest(len(asked), pairs), _rest(len(known), pairs.values())
    alike = pair_up([asked[place].fields for place in places], [known[other].fields for other in others])
    pairs |= {places[one]: others[other] for one, other in alike.items()}
    restemmed = [other for other in _rest(len(known), pairs.values()) if known[other].is_asked_anew]
    left = _rest(len(asked), pairs) if restemmed else []
    found = _by_sign([asked[place] for place in left], known, restemmed, lambda each: stem_digest(each.digests))
    return pairs | {left[one]: other for one, other in found.items()}


def _by_sign(
    asked: Sequence[PairedFields],
    known: Sequence[PairedFields],
    others: Iterable[int],
    sign: Callable[[PairedFields], Hashable],
) -> dict[int, int]:
    """Return which question says what was said of which item, by some sign of what it says."""
    by_sign: dict[Hashable, list[int]] = {}
    for other in others:
        if known[other].digests:
            by_sign.setdefault(sign(known[other]), []).append(other)
    pairs: dict[int, int] = {}
    for place, question in enumerate(asked) if by_sign else ():
        found = by_sign.get(sign(question))
        if found:
            pairs[place] = found.pop(0)
    return pairs


def _rest(count: int, without: Collection[int]) -> list[int]:
    left = set(without)
    return [each for each in range(count) if each not in left]


def _stem(fields: Mapping[str, Value]) -> str:
    return str(fields.get("stem", fields.get("stimulus", "")))


def pair_up(asked: Sequence[Mapping[str, Value]], known: Sequence[Mapping[str, Value]]) -> dict[int, int]:
    """Return the place of the known item that each question is, by the question's place; new ones are left out."""
    stems = by_stem(known)
    pairs: dict[int, int] = {}
    for stem, places in by_stem(asked).items() if stems else ():
        if stem in stems:
            questions = {place: _traits(asked[place]) for place in places}
            pairs |= _Candidates({other: _traits(known[other]) for other in stems[stem]}).paired(questions)
    return pairs


class _Traits(NamedTuple):
    """What two questions of one stem are told apart by."""

    type: str
    options: frozenset[str]

    @property
    def every(self) -> Iterable[object]:
        """All that an item is looked up by: with its type, by all its options, and by each."""
        return (self, self.options, *self.options)


def _traits(fields: Mapping[str, Value]) -> _Traits:
    return _Traits(str(fields.get("type", "")), folded_options(fields))


class _Candidates:
    """Items of one stem that no question has been found to be yet."""

    def __init__(self, items: Mapping[int, _Traits]) -> None:
        self._items = dict(items)
        self._with: dict[object, dict[int, None]] = {}
        for place, traits in items.items():
            for trait in traits.every:
                self._with.setdefault(trait, {})[place] = None

    def paired(self, questions: Mapping[int, _Traits]) -> dict[int, int]:
        """Return which question is which item: first those that are alike in all, then the most alike."""
        pairs: dict[int, int] = {}
        for find in (self._equal, self._closest):
            for place, mine in questions.items():
                best = None if place in pairs else find(mine)
                if best is not None:
                    pairs[place] = best
                    self._take(best)
        return pairs

    def _equal(self, mine: _Traits) -> int | None:
        return next(iter(self._with.get(mine, ())), None)

    def _closest(self, mine: _Traits) -> int | None:
        """Return the item most like a question; None where each asks of other options something else."""
        if not mine.options:
            found = self._with.get(mine.options) or self._items
            return next(iter(found), None)
        # “下列说法正确的是” asks of other options something else: only who shares one is compared.
        shared = sorted((self._with.get(option, {}) for option in mine.options), key=len)
        alike = self._with.get(mine.options, {})
        without = self._with.get(frozenset(), {})
        near = [*islice(alike, 1), *islice(chain.from_iterable(shared), _MOST_COMPARED), *islice(without, 1)]
        return max(sorted(near), key=lambda place: self._likeness(mine, place), default=None)

    def _likeness(self, mine: _Traits, place: int) -> float:
        theirs = self._items[place].options
        if mine.options == theirs:
            return 1.5
        return len(mine.options & theirs) / len(mine.options | theirs) if theirs else 0.5

    def _take(self, place: int) -> None:
        for trait in self._items.pop(place).every:
            self._with[trait].pop(place, None)
