"""Something about an item or a bank that its format allows and its author should look at."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.declaration import Path


class Finding(NamedTuple):
    """A warning's code, and where in the item it is due; a named tuple, as banks are large."""

    code: str
    path: Path = ()
    """Names of fields, and places from 0 in what they hold: ("options", 2); () is the item or the bank itself."""
    values: Mapping[str, object] = MappingProxyType({})
    """What the sentence names."""
