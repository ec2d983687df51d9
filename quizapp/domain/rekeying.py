"""The key that a bank has by now for an item as a form shows it: matched by text, letters mean nothing here."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Literal

from quizapp.domain.item import LETTERS, Item, Response

Difference = Literal["type", "stem", "left", "options", "twice", "terms"]
"""What keeps an item's key from being taken: what it is, what it asks, its left sides or options, several equal texts,
or what else belongs to it, such as a unit or blanks in any order."""

_NOT_THE_KEY = ("rationale", "feedback")
_COMMON = frozenset(field.name for field in fields(Item))


def rekeyed(shown: Item, today: Item) -> Item | Difference:
    """Return the item on a form with the key of today's item, or what tells the two apart."""
    if shown.TYPE != today.TYPE:
        return "type"
    if shown.stem != today.stem:
        return "stem"
    for one, other, name in ((shown.left_side, today.left_side, "left"), (shown.choices, today.choices, "options")):
        if sorted(one) != sorted(other):
            return "left" if name == "left" else "options"
        if len(set(one)) != len(one):
            return "twice"
    if not shown.choices:
        return _with_secrets(shown, today)
    return shown.keyed(_by_text(shown, today)) or "options"


def _with_secrets(shown: Item, today: Item) -> Item | Difference:
    """Return it with the other's key whole, as the texts of a blank or a number with its tolerance."""
    own = {field.name for field in fields(shown)} - _COMMON - set(shown.SECRETS)
    if any(getattr(shown, name) != getattr(today, name) for name in own):
        return "terms"
    keys = {name: getattr(today, name) for name in shown.SECRETS if name not in _NOT_THE_KEY}
    return replace(shown, **keys)


def _by_text(shown: Item, today: Item) -> Response:
    """Return today's key in the letters of the item shown, and in the order of its left sides."""
    key = today.key_response() or ()
    letters = [LETTERS[shown.choices.index(today.choices[LETTERS.index(letter)])] for letter in key]
    if not shown.left_side:
        return tuple(letters)
    return tuple(letters[today.left_side.index(left)] for left in shown.left_side)
