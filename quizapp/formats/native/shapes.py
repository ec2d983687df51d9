"""A type's own fields as their declaration has them: texts, numbers, flags, lists, maps, and lists of maps."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.domain.declaration import Field, Path, Value
from quizapp.domain.item import Item
from quizapp.formats.native import spellings, words
from quizapp.formats.native.fields import FieldReader
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar, Sequence

_AS_GIVEN = frozenset({"options", "letter", "letters", "truth", "blanks", "quantity"})
"""Shapes of which only the type can say what an author wrote."""


class Shaper:
    """Reads values by their fields' shapes; what has another shape it reports where it stands."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader

    def shaped(self, node: Node, field: Field) -> Value:
        """Return a field's value without its places."""
        if field.fields:
            return self._maps(node, field)
        if field.shape in _AS_GIVEN:
            # Texts are not gone into, here and in `plain`: thousands of items have options and a key.
            return node.text if type(node) is Scalar else plain(node)
        match field.shape:
            case "text" | "tolerance":
                return self._reader.text(node) or ""
            case "flag":
                return self._reader.word(node, words.FLAG) or ""
            case "number":
                return str(self._reader.spelt(node, spellings.NUMBER))
            case "list":
                return list(self._reader.texts(node))
        self._reader.mapping(node)
        return plain(node)

    def _maps(self, node: Node, field: Field) -> Value:
        vocabulary = words.own(field.fields)
        needed = [each.name for each in field.fields if each.required]
        maps: list[Value] = []
        for entry in self._reader.sequence(node) or []:
            mapping = self._reader.mapping(entry)
            if mapping is None:
                continue
            found = self._reader.fields(mapping, vocabulary)
            if self._reader.require(found, needed, mapping, vocabulary):
                given = [each for each in field.fields if each.name in found]
                maps.append({each.name: self.shaped(found[each.name], each) for each in given})
        return maps


def plain(node: Node) -> Value:
    """Return a node without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [item.text if type(item) is Scalar else plain(item) for item in node.items]
    return {text: value.text if type(value) is Scalar else plain(value) for text, value in node.pairs}


def node_at(fields: Mapping[str, Node], kind: type[Item], path: Path) -> Node:
    """Return the node at a path of an item's fields, or the last on the way to it."""
    name = str(path[0])
    vocabulary = words.own(each for field in kind.FIELDS if field.name == name for each in field.fields)
    node = fields.get(name, fields[kind.ASKS])
    for step in path[1:]:
        if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, MappingNode):
            named = (value for key, value in node.entries if step in (key.text, vocabulary.get(key.text)))
            node = next(named, node)
    return node
