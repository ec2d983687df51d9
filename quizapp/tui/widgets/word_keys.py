"""The keys of text fields as people know them from Word, before any others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NOT_AS_IN_WORD = frozenset(
    ("f6", "f7", "ctrl+a", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+shift+k")
)
"""Keys of a Unix shell, which would take a line away from who expects something else, and the exam's own F-keys."""


def as_in_word(bindings: Sequence[BindingType]) -> Iterator[BindingType]:
    """Yield a field's bindings with priority, without those that surprise; Ctrl+A selects all."""
    for binding in bindings:
        assert isinstance(binding, Binding)
        keys = [key for key in binding.key.split(",") if key not in _NOT_AS_IN_WORD]
        if keys:
            yield replace(binding, key=",".join(keys), priority=True)
    yield Binding("ctrl+a", "select_all", show=False, priority=True)
