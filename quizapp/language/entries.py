"""What a file of this package offers: sentences by their codes, and pages of the guides by their screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Catalogue: TypeAlias = Mapping[str, tuple[str, str]]
"""Code to its sentence in Chinese and in English, with places for values."""


class GuidePage(NamedTuple):
    """What the guide says of one screen, in one language."""

    title: str
    text: str
    """Lines; one that begins with a key has two blanks or more between the key and what it does.

    A command of the screen stands as its `{name}`: which key that is, the screen says.
    """


Guide: TypeAlias = Mapping[str, tuple[GuidePage, GuidePage]]
"""Screen, by its file beneath `tui`, to its page in Chinese and in English, in the order in which a guide has them."""
