"""Looking into the maps of banks, papers and courses for fields, and at values for how they are spelt."""

from __future__ import annotations

from typing import TypeVar

from quizapp.formats.native.spellings import Spelling
from quizapp.formats.native.words import FLAG
from quizapp.reading.maps import MapReader
from quizapp.reading.maps import nearest as nearest
from quizapp.reading.nodes import Node, Scalar

Value = TypeVar("Value")


class FieldReader(MapReader):
    """Reads one file's fields; what it cannot read it reports where it stands."""

    __slots__ = ()

    def spelt(self, node: Node, spelling: Spelling[Value]) -> Value | None:
        """Return what a text means as it is spelt, or None with the spelling's code reported."""
        if type(node) is Scalar and (meant := spelling.parse(node.text)) is not None:
            return meant
        return self.value(node, spelling.parse, spelling.code)

    def flag(self, node: Node) -> bool | None:
        """Return yes or no, or None with the choices reported."""
        meant = self.word(node, FLAG)
        return None if meant is None else meant == "true"
