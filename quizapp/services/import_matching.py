"""Which question of a source is which item of a bank: the same stem, and among several the same options."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from quizapp.domain.declaration import Value

_KEPT = frozenset("-*/%^")
"""Signs that tell one calculation from another, though they count as punctuation."""


def folded_stem(fields: Mapping[str, Value]) -> str:
    """Return what a question asks as it is compared: width, case, blanks and punctuation make no difference."""
    stem = str(fields.get("stem", fields.get("stimulus", "")))
    normal = unicodedata.normalize("NFKC", stem).casefold()
    kept = "".join(sign for sign in normal if unicodedata.category(sign)[0] in "LMNS" or sign in _KEPT)
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


def pair_up(asked: Sequence[Mapping[str, Value]], known: Sequence[Mapping[str, Value]]) -> dict[int, int]:
    """Return the place of the known item that each question is, by the question's place; new ones are left out."""
    by_stem: dict[str, list[int]] = {}
    for place, fields in enumerate(known):
        by_stem.setdefault(folded_stem(fields), []).append(place)
    groups: dict[str, list[int]] = {}
    for place, fields in enumerate(asked):
        stem = folded_stem(fields)
        if stem in by_stem:
            groups.setdefault(stem, []).append(place)
    pairs: dict[int, int] = {}
    for stem, places in groups.items():
        pairs |= _paired(places, by_stem[stem], asked, known)
    return pairs


def _paired(
    places: Sequence[int],
    others: Sequence[int],
    asked: Sequence[Mapping[str, Value]],
    known: Sequence[Mapping[str, Value]],
) -> dict[int, int]:
    """Pair questions and items of one stem: first those that are alike in all, then the most alike."""
    pairs: dict[int, int] = {}
    free = list(others)
    for is_close in (False, True):
        for place in places:
            if place in pairs or not free:
                continue
            likeness = {other: _likeness(asked[place], known[other]) for other in free}
            best = max(free, key=lambda other: likeness[other])
            if likeness[best] >= (0.0 if is_close else 2.0) and likeness[best] != _STRANGE:
                pairs[place] = best
                free.remove(best)
    return pairs


_STRANGE = -1.0


def _likeness(one: Mapping[str, Value], other: Mapping[str, Value]) -> float:
    """Return how alike two questions of one stem are: 2 for all the same, below 0 for two that share no option."""
    mine, theirs = folded_options(one), folded_options(other)
    is_same_type = one.get("type") == other.get("type")
    if mine == theirs:
        return 2.0 if is_same_type else 1.5
    if mine and theirs:
        # “下列说法正确的是” asks of other options something else.
        return len(mine & theirs) / len(mine | theirs) if mine & theirs else _STRANGE
    return 0.5
