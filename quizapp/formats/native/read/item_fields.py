"""Reads the fields of one item: those that every type has, and a type's own by their declaration.

Its texts are looked at for what Chinese YAML loses in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from quizapp.domain.item import Item, ItemField, Path, Value
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import DECIMAL, ITEM, FieldReader, Holds, OneWord, ValueSpelling
from quizapp.reading import native_words as words
from quizapp.reading.yaml.slips import slip_in_colon, slip_in_comment
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode

_AS_GIVEN = frozenset({"options", "letter", "letters", "truth", "blanks", "quantity", "scores"})
"""Shapes of which only the type can say what an author wrote."""


class Shaper:
    """Reads values by their fields' shapes; what has another shape it reports where it stands."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader

    def shaped(self, node: Node, field: ItemField) -> Value:
        """Return a field's value without its places."""
        if field.fields:
            return self._maps(node, field)
        if field.shape in _AS_GIVEN:
            # Texts are not gone into, here and in `plain`: thousands of items have options and a key.
            return node.text if type(node) is ScalarNode else plain(node)
        match field.shape:
            case "text" | "tolerance" | "range":
                return self._reader.text(node) or ""
            case "flag":
                return self._reader.word(node, words.FLAG) or ""
            case "number":
                return str(self._reader.spelt(node, field_access.NUMBER))
            case "list":
                return list(self._reader.texts(node))
        self._reader.mapping(node)
        return plain(node)

    def _maps(self, node: Node, field: ItemField) -> Value:
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
    if isinstance(node, ScalarNode):
        return node.text
    if isinstance(node, SequenceNode):
        return [item.text if type(item) is ScalarNode else plain(item) for item in node.items]
    return {text: value.text if type(value) is ScalarNode else plain(value) for text, value in node.pairs}


def node_at(fields: Mapping[str, Node], kind: type[Item], path: Path) -> Node:
    """Return the node at a path of an item's fields, or the last on the way to it."""
    name = str(path[0])
    vocabulary = words.own(words.within(field for field in kind.FIELDS if field.name == name))
    node = fields.get(name) or fields.get(kind.ASKS) or next(iter(fields.values()))
    for step in path[1:]:
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, MappingNode):
            named = (value for key, value in node.entries if step in (key.text, vocabulary.get(key.text)))
            node = next(named, node)
    return node


class CommonReader:
    """Reads the items of one file, one after another."""

    def __init__(self, reader: FieldReader, types: words.Types) -> None:
        self._reader = reader
        self._schemes = {kind.TYPE: words.schemes([kind]) for kind in types.values()}
        holds = {name: held for name, held in ITEM.holds.items() if name not in words.ASKING}
        readers = {name: self._reader_of(held) for name, held in holds.items()}
        self._readers = {name: read for name, read in readers.items() if read is not None}
        self._known: dict[str, dict[str, object]] = {name: {} for name, held in holds.items() if _has_few(held)}
        """What was read of fields in which thousands of items have the same few texts."""

    def read(self, fields: Mapping[str, Node], kind: type[Item]) -> dict[str, object]:
        """Return what was given and understood, as arguments of the item's class; the id is "" where there is none."""
        found: dict[str, object] = {"id": ""}
        readers, every = self._readers, self._known
        for name, node in fields.items():
            read = readers.get(name)
            if read is None:
                continue
            known = every.get(name)
            if known is not None and type(node) is ScalarNode:
                value = known.get(node.text)
                if value is None:
                    # What cannot be read is told of each time.
                    value = known[node.text] = read(node)
            else:
                value = read(node)
            if value is not None:
                found[name] = value
        if "marking" in fields:
            scheme = self._reader.word(fields["marking"], self._schemes[kind.TYPE])
            found["marking"] = scheme or ""
        return found

    def _reader_of(self, held: Holds) -> Callable[[Node], object] | None:
        """Return what reads a field that holds this; None where that takes its item's type."""
        reader = self._reader
        if isinstance(held, ValueSpelling):
            return partial(reader.spelt, spelling=held)
        if isinstance(held, OneWord):
            return partial(reader.word, words=held.words)
        match held:
            case "text":
                return reader.text
            case "texts":
                return reader.texts
            case "flag":
                return reader.flag
            case "letter_texts":
                return self._feedback
        return None

    def _feedback(self, node: Node) -> tuple[tuple[str, str], ...] | None:
        mapping = self._reader.mapping(node)
        if mapping is None:
            return None
        pairs = [(_letter(key.text), self._reader.text(value)) for key, value in mapping.entries]
        return tuple((letter, text) for letter, text in pairs if text)


def _has_few(held: Holds) -> bool:
    """Return whether a field holds one of few values, as words and marks are."""
    return held is DECIMAL or held == "flag" or isinstance(held, OneWord)


def _letter(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().upper()


# The issue with a comment or a slip is a text cut short: these hold what people read.
_TEXTS = ("stem", "stimulus", "options", "pairs", "distractors", "key", "model_answer", "rationale", "frame", "text")
_OWN_TEXTS = frozenset({"text_lists"})
"""Shapes of a type's own fields that do too."""


_NUMBERS = ("number", "range")


class TextChecker:
    """Checks the items of one file, one after another."""

    def __init__(self, reader: FieldReader) -> None:
        self._reader = reader
        self._has_comments = reader.source.has_comments

    def check(self, fields: Mapping[str, Node], kind: type[Item], is_folded: bool) -> None:
        """Report what is wrong in an item's texts; `is_folded` says whether unquoted ones may go over several lines."""
        if not self._has_comments and not is_folded:
            return
        for name in _TEXTS:
            if name in fields:
                self._check(fields[name])
        for field in kind.FIELDS:
            if field.fields and field.name in fields and field.name != kind.STAGES:
                self._check_maps(fields[field.name], field)
            elif field.shape in _OWN_TEXTS and field.name in fields:
                self._check(fields[field.name])

    def slipped(self, node: ScalarNode) -> bool:
        """Report a field that was swallowed by the text before it, as its colon is no colon to YAML."""
        source = self._reader.source
        first, last = source.place(node.start)[0], source.place(node.end)[0]
        slips = {number: slip_in_colon(source.line(number), self._reader.names) for number in range(first, last + 1)}
        for number, slip in slips.items():
            if slip is not None:
                self._reader.findings.error(slip.code, (number, slip.column), corrected=slip.corrected)
        return any(slips.values())

    def _check(self, node: Node) -> None:
        if isinstance(node, ScalarNode):
            if node.is_plain and (self._has_comments or node.end - node.start != len(node.text)):
                self.slipped(node)
                self._check_comment(node)
        elif isinstance(node, SequenceNode):
            for item in node.items:
                self._check(item)
        else:
            for _, value in node.entries:
                self._check(value)

    def _check_maps(self, node: Node, field: ItemField) -> None:
        """Check the texts in a list of maps; a comment behind a number is one."""
        texts = {sub.name: sub for sub in field.fields if sub.shape not in _NUMBERS}
        vocabulary = words.own(field.fields)
        for entry in node.items if isinstance(node, SequenceNode) else ():
            for key, value in () if isinstance(entry, ScalarNode | SequenceNode) else entry.entries:
                sub = texts.get(vocabulary.get(key.text, ""))
                if sub is not None and sub.fields:
                    self._check_maps(value, sub)
                elif sub is not None:
                    self._check(value)

    def check_stage(self, fields: Mapping[str, Node]) -> None:
        """Report what is wrong in what a stage tells; its items are looked at by themselves."""
        if self._has_comments and "stimulus" in fields:
            self._check(fields["stimulus"])

    def _check_comment(self, node: ScalarNode) -> None:
        slip = slip_in_comment(self._reader.source, node)
        if slip is not None:
            line = self._reader.source.place(node.end)[0]
            self._reader.findings.error("comment-after-text", (line, slip.column), corrected=slip.corrected)
