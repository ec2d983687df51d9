"""Finding what an author named by its id or its title."""

from __future__ import annotations

from collections.abc import Mapping


def named(wanted: str, titles: Mapping[str, str]) -> str | None:
    """Return the id that is wanted, by id without case or by a title that only one has; `titles` are by id."""
    folded = wanted.casefold()
    for id in titles:
        if id.casefold() == folded:
            return id
    titled = [id for id, title in titles.items() if title == wanted]
    return titled[0] if len(titled) == 1 else None
