"""How alike two texts are: the share of characters they have in common in the same order."""

from __future__ import annotations

from fractions import Fraction


class Compared:
    """One text that others are compared with.

    The longest common subsequence is counted by bits: Hyyrö, Bit-parallel LCS-length computation revisited (2004).
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._whole = (1 << len(text)) - 1
        self._places: dict[str, int] = {}
        for place, character in enumerate(text):
            self._places[character] = self._places.get(character, 0) | 1 << place

    def likeness(self, other: str) -> Fraction:
        """Return twice the characters in common ÷ the characters of both: 1 for the same text, 0 for another."""
        both = self._length + len(other)
        return Fraction(2 * self.common(other), both) if both else Fraction(1)

    def common(self, other: str) -> int:
        """Return the length of the longest common subsequence."""
        row = self._whole
        for character in other:
            match = row & self._places.get(character, 0)
            if match:
                row = (row + match) | (row - match)
        return self._length - (row & self._whole).bit_count()
