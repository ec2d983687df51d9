"""Textual's style sheet, made to read each text of styles once.

Textual 8.2 reads all that there is anew whenever a screen comes with styles of its own, and so does every further app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

if TYPE_CHECKING:
    from textual.css.model import RuleSet

MOST = 1000
"""Texts that are kept for one theme: all screens and their widgets have some two hundred."""


class ParsedStyles:
    """The rules that each text of styles came to, theme by theme: for one app, or for many in a process."""

    def __init__(self) -> None:
        self._themes: dict[frozenset[tuple[str, str]], LRUCache[tuple[object, ...], list[RuleSet]]] = {}

    def under(self, variables: dict[str, str]) -> LRUCache[tuple[object, ...], list[RuleSet]]:
        """Return what was parsed under a theme's variables, to be added to."""
        return self._themes.setdefault(frozenset(variables.items()), LRUCache(MOST))


class StylesParsedOnce(Stylesheet):
    """Takes the rules of a text that was parsed before under the same theme, and parses what is new."""

    def __init__(self, parsed: ParsedStyles, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parsed = parsed
        self._parse_cache = parsed.under(variables)

    def set_variables(self, variables: dict[str, str]) -> None:
        # Textual empties what it finds here; what was parsed under the theme that goes is wanted when that comes back.
        self._parse_cache = LRUCache(1)
        super().set_variables(variables)
        self._parse_cache = self._parsed.under(variables)

    def reparse(self) -> None:
        """Take what is there under the variables of now; Textual does so in a new sheet that has parsed nothing."""
        self.parse()
