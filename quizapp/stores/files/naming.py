"""Which ids may be file names as they stand, and what the others are called."""

from __future__ import annotations

import re
from hashlib import sha256

COMMITTEE = "committee"
"""The name of a paper's journal that is no attempt's."""

_SAFE = re.compile(r"[\w-]{1,64}")


def is_safe(name: str) -> bool:
    """Return whether an id of an attempt or a paper is a file name: letters of any script, digits, - and _."""
    return _SAFE.fullmatch(name) is not None


def safe(name: str) -> str:
    """Return a file name for whatever name: itself where it is one, else its digest."""
    return name if is_safe(name) else sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
