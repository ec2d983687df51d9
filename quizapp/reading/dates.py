"""A day as people write it."""

from __future__ import annotations

import re
from datetime import date

from quizapp.reading.shares import normal

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})| ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日)")


def day(text: str) -> date | None:
    """Return the day that 2026-09-01 or 2026年9月1日 names; None for what names none."""
    found = _DAY.fullmatch(normal(text))
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None
