"""What checks of quality read and say: an item's texts, each with its place, and a warning about one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.item import Item, Path


class QualityFinding(NamedTuple):
    """A warning's code, and where in the item it is due; a named tuple, as banks are large."""

    code: str
    path: Path = ()
    """Names of fields, and places from 0 in what they hold: ("options", 2); () is the item or the bank itself."""
    values: Mapping[str, object] = MappingProxyType({})
    """What the sentence names."""


class Wording(NamedTuple):
    """An item's texts, and all of them in one, so that a check finds at once that there is nothing to find."""

    texts: tuple[tuple[Path, str], ...]
    whole: str


def wording(item: Item) -> Wording:
    """Return an item's own texts; those of a case's items are theirs."""
    texts: list[tuple[Path, str]] = [((item.ASKS,), item.stem)]
    texts += zip(choice_paths(item), item.choices, strict=True)
    if item.rationale:
        texts.append((("rationale",), item.rationale))
    for place, (_, text) in enumerate(item.feedback):
        texts.append((("feedback", place), text))
    texts += [(("pairs", place), text) for place, text in enumerate(item.left_side)]
    texts += item.own_texts()
    return Wording(tuple(texts), "\n".join([text for _, text in texts]))


def choice_paths(item: Item) -> list[Path]:
    """Return where an author writes an item's choices, in their order."""
    lefts = len(item.left_side)
    if not lefts:
        return [("options", place) for place in range(len(item.choices))]
    return [("pairs", place) if place < lefts else ("distractors", place - lefts) for place in range(len(item.choices))]
