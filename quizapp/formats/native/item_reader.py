"""Reads one item: the fields all items have here, a type's own in its class."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from fractions import Fraction

from quizapp.domain.declaration import Field, Path, Value
from quizapp.domain.item import LETTERS, Item
from quizapp.formats.native import values, words
from quizapp.formats.native.fields import FieldReader, nearest
from quizapp.reading.chinese_slips import slip_in_colon, slip_in_comment
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar, Sequence

_TYPE = ("type", "题型")
# The issue with a comment or a slip is a text cut short: these hold what candidates read.
_TEXTS = ("stem", "options", "key", "rationale", "stimulus")
# Where the walker found one of these, what is left of the item is not what its author wrote.
_CUTS = ("comma-in-map", "full-width-colon", "no-blank-after-colon", "map-entry-alone", "alias-not-scalar")
_HOPED_FOR = ("topic", "difficulty", "rationale")


class ItemReader:
    """Reads the items of one file, one after another."""

    def __init__(self, reader: FieldReader, types: words.Types) -> None:
        self._reader = reader
        self._findings = reader.findings
        self._kinds = words.types(types.values())
        self._words = {kind.TYPE: words.item_words(kind) for kind in types.values()}
        self._schemes = {kind.TYPE: words.schemes([kind]) for kind in types.values()}
        self._readers: dict[str, Callable[[Node], object]] = {
            "id": self._id,
            "topic": reader.text,
            "difficulty": self._difficulty,
            "rationale": reader.text,
            "source": reader.text,
            "marks": self._number,
            "option_marks": self._number,
            "status": self._status,
            "keep_order": reader.flag,
            "tags": reader.texts,
            "allow": reader.texts,
            "feedback": self._feedback,
        }
        self._marks: dict[str, Fraction | None] = {}
        self._has_comments = reader.source.has_comments
        self._told = 0

    def read(self, node: Node, is_folded: bool = True) -> tuple[Item, int, int] | None:
        """Return the item that a node is with the indexes of its id and topic, or None with faults found.

        An item without an id gets none here; what it has not stands where the item does. `is_folded` says whether
        unquoted texts may go over several lines, so that fields they swallowed are looked for.
        """
        if not isinstance(node, MappingNode):
            self._reader.mapping(node)
            self.pass_by()
            return None
        fields: dict[str, Node] = {}
        item = self._read(node, fields, is_folded)
        if len(self._findings.faults) > self._told:
            self.claim(_text(fields.get("id")), plain(fields["allow"]) if "allow" in fields else ())
        return None if item is None else (item, fields.get("id", node).start, fields.get("topic", node).start)

    def pass_by(self) -> None:
        """Leave the faults found so far alone: they are of no item that is still to come."""
        self._told = len(self._findings.faults)

    def claim(self, id: str, allowed: Container[str | Value] = ()) -> None:
        """Give the faults found since the last item this item's id, and drop the warnings it allows."""
        faults = self._findings.faults
        mine = [replace(fault, item=id) for fault in faults[self._told :]]
        faults[self._told :] = [fault for fault in mine if fault.severity == "error" or fault.code not in allowed]
        self._told = len(faults)

    def _read(self, node: MappingNode, fields: dict[str, Node], is_folded: bool) -> Item | None:
        kind, written = self._kind(node)
        if kind is None:
            # What it is called is still wanted, so that the fault can name it.
            fields.update((word, value) for key, value in node.entries if (word := words.ITEM.get(key.text)) == "id")
            return None
        vocabulary = self._words[kind.TYPE]
        fields.update(self._reader.fields(node, vocabulary))
        errors = self._findings.errors
        if self._has_comments or is_folded:
            self._check_texts(fields)
        needed = ["stem", *(field.name for field in kind.FIELDS if field.required)]
        if self._findings.errors > errors or not self._reader.require(fields, needed, node, vocabulary):
            return None
        stem = self._reader.text(fields["stem"])
        common = self._common(fields, kind)
        is_cut = any(fault.code in _CUTS for fault in self._findings.faults[self._told :])
        own = None if stem is None or is_cut else self._own(fields, kind, written, stem)
        for name in _HOPED_FOR:
            if name not in fields:
                self._findings.warning(f"missing-{name}", self._reader.place(node))
        if own is None or self._findings.errors > errors:
            return None
        item = kind(stem=stem, **common, **own)  # type: ignore[arg-type]  # a type's own fields are its own affair
        return self._checked(item, fields)

    def _kind(self, node: MappingNode) -> tuple[type[Item] | None, str]:
        for key, value in node.entries:
            if key.text in _TYPE and not value.is_missing:
                text = self._reader.text(value)
                kind = self._kinds.get(text) if text else None
                if kind is None and text is not None:
                    choices = " ".join(self._kinds)
                    near = nearest(text, self._kinds)
                    self._reader.error(value, "unknown-type", type=text, choices=choices, nearest=near)
                return kind, text or ""
        for key, value in node.entries:
            if isinstance(value, Scalar) and value.is_plain and self._slipped(value):
                return None, ""
            if key.text not in words.ITEM and value.is_missing:
                self._reader.unknown_field(key, words.ITEM)
        self._reader.error(node, "missing-field", field="type", chinese="题型")
        return None, ""

    def _common(self, fields: Mapping[str, Node], kind: type[Item]) -> dict[str, object]:
        found: dict[str, object] = {"id": ""}
        for name, node in fields.items():
            read = self._readers.get(name)
            if read is not None and (value := read(node)) is not None:
                found[name] = value
        if "marking" in fields:
            scheme = self._reader.word(fields["marking"], self._schemes[kind.TYPE])
            found["marking"] = scheme or ""
        return found

    def _id(self, node: Node) -> str | None:
        return self._reader.value(node, values.identifier, "id-malformed")

    def _difficulty(self, node: Node) -> str | None:
        return self._reader.word(node, words.DIFFICULTY)

    def _status(self, node: Node) -> str | None:
        return self._reader.word(node, words.STATUS)

    def _number(self, node: Node) -> Fraction | None:
        if not isinstance(node, Scalar):
            return self._reader.value(node, values.decimal, "not-a-number")
        known = self._marks.get(node.text)
        if known is None:
            known = self._marks[node.text] = self._reader.value(node, values.decimal, "not-a-number")
        return known

    def _feedback(self, node: Node) -> tuple[tuple[str, str], ...] | None:
        mapping = self._reader.mapping(node)
        if mapping is None:
            return None
        pairs = [(_letter(key.text), self._reader.text(value)) for key, value in mapping.entries]
        return tuple((letter, text) for letter, text in pairs if text)

    def _own(self, fields: Mapping[str, Node], kind: type[Item], written: str, stem: str) -> dict[str, object] | None:
        own: dict[str, Value] = {"type": written}
        errors = self._findings.errors
        for field in kind.FIELDS:
            if field.name in fields:
                own[field.name] = self._shaped(fields[field.name], field)
        if self._findings.errors > errors:
            return None

        def report(path: Path, code: str, warning: bool = False, **given: object) -> None:
            place = self._reader.place(_at(fields, path))
            (self._findings.warning if warning else self._findings.error)(code, place, **given)

        return kind.read(own, stem, report)

    def _shaped(self, node: Node, field: Field) -> Value:
        match field.shape:
            case "text":
                return self._reader.text(node) or ""
            case "flag":
                return self._reader.word(node, words.FLAG) or ""
            case "number":
                return str(self._reader.value(node, values.number, "not-a-number"))
            case "map":
                self._reader.mapping(node)
            case "list" if isinstance(node, MappingNode):
                self._reader.sequence(node)
        return plain(node)

    def _checked(self, item: Item, fields: Mapping[str, Node]) -> Item | None:
        if item.feedback:
            last = len(item.choices)
            for letter, _ in item.feedback:
                if letter not in LETTERS[:last]:
                    self._reader.error(fields["feedback"], "feedback-letter", letter=letter)
                    return None
        if item.marking == "per_option" and item.option_marks is None:
            self._reader.error(fields["marking"], "option-marks-missing")
            return None
        return item

    def _check_texts(self, fields: Mapping[str, Node]) -> None:
        for name in _TEXTS:
            if name in fields:
                self._check_text(fields[name])

    def _check_text(self, node: Node) -> None:
        if isinstance(node, Scalar):
            if node.is_plain and (self._has_comments or node.end - node.start != len(node.text)):
                self._slipped(node)
                self._commented(node)
        elif isinstance(node, Sequence):
            for item in node.items:
                self._check_text(item)
        else:
            for _, value in node.entries:
                self._check_text(value)

    def _commented(self, node: Scalar) -> None:
        slip = slip_in_comment(self._reader.source, node)
        if slip is not None:
            line = self._reader.source.place(node.end)[0]
            self._findings.error("comment-after-text", (line, slip.column), corrected=slip.corrected)

    def _slipped(self, node: Scalar) -> bool:
        """Report a field that was swallowed by the text before it, as its colon is no colon to YAML."""
        source = self._reader.source
        first, last = source.place(node.start)[0], source.place(node.end)[0]
        slips = {number: slip_in_colon(source.line(number), self._reader.names) for number in range(first, last + 1)}
        for number, slip in slips.items():
            if slip is not None:
                self._findings.error(slip.code, (number, slip.column), corrected=slip.corrected)
        return any(slips.values())


def plain(node: Node) -> Value:
    """Return a node without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def _at(fields: Mapping[str, Node], path: Path) -> Node:
    """Return the node at a path, or the last on the way to it."""
    node = fields.get(str(path[0]), fields["stem"])
    for step in path[1:]:
        if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif isinstance(node, MappingNode):
            node = next((value for key, value in node.entries if key.text == step), node)
    return node


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _letter(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().upper()
