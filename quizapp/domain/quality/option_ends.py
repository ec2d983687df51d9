"""Options of which some end like sentences and some do not."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.domain.item import LETTERS, Item
from quizapp.domain.quality.finding import Finding
from quizapp.domain.quality.wording import Wording

CODE = "options-end-unlike"

_TYPES = ("single_choice", "multiple_choice", "ordering")
_ENDS = ("。", "；", ";", "．")


def unlike_ends(item: Item, wording: Wording) -> Iterable[Finding]:  # noqa: ARG001  # as every check is called
    """Find options of which some and not all end with a full stop or a semicolon; ？ and ！ are what they say."""
    if item.TYPE not in _TYPES:
        return ()
    ended = [LETTERS[place] for place, text in enumerate(item.choices) if text.rstrip().endswith(_ENDS)]
    if not 0 < len(ended) < len(item.choices):
        return ()
    bare = [letter for letter in LETTERS[: len(item.choices)] if letter not in ended]
    return (Finding(CODE, ("options",), {"ended": "".join(ended), "bare": "".join(bare)}),)
