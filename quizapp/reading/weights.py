"""The weights of a home's settings: what each paper and each mark from outside is worth in a total."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.decimal_text import share_text
from quizapp.domain.text import clean_line
from quizapp.reading.maps import MapReader
from quizapp.reading.nodes import Node, Scalar
from quizapp.reading.shares import share


def read_weights(reader: MapReader, key: Scalar, node: Node) -> dict[str, Fraction]:
    """Return shares of one by name, in the order written; what is wrong is reported, the sum at `key`."""
    before = reader.findings.errors
    within = reader.mapping(node)
    found: dict[str, Fraction] = {}
    first: dict[str, Scalar] = {}
    for name_node, value in within.entries if within is not None else ():
        name = clean_line(name_node.text)
        if name in first:
            line = reader.place(first[name])[0]
            reader.error(name_node, "duplicate-key", key=name, first=line)
            continue
        first[name] = name_node
        found[name] = _weight(reader, value)
    total = sum(found.values(), Fraction(0))
    if total != 1 and reader.findings.errors == before:
        reader.error(key, "weight-total", total=share_text(total))
    return found


def _weight(reader: MapReader, node: Node) -> Fraction:
    """Return a share of one; 0 where it is none, and that is reported."""
    weight = reader.value(node, share, "not-a-share")
    if weight == 0:
        reader.error(node, "weight-zero")
    return weight or Fraction(0)
