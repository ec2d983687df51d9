"""Looking into maps for fields by their English or Chinese names, and at values for what they should be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

from quizapp.domain.text import clean_line
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode, Source

Value = TypeVar("Value")

Words: TypeAlias = Mapping[str, str]
"""What may be written to what it means: both languages' words to the English one."""


class MapReader:
    """Reads one file's fields; what it cannot read it reports where it stands."""

    __slots__ = ("_guessed", "findings", "names", "source")

    def __init__(self, source: Source, findings: Findings, names: frozenset[str]) -> None:
        """`names` are all field names, a slip behind which can be told from mere text."""
        self.source = source
        self.findings = findings
        self.names = names
        self._guessed: set[str] = set()

    def place(self, node: Node) -> tuple[int, int]:
        """Return a node's line and column."""
        return self.source.place(node.start)

    def error(self, node: Node, code: str, **values: object) -> None:
        """Report an error at a node."""
        self.findings.error(code, self.place(node), **values)

    def fields(self, node: MappingNode, words: Words) -> dict[str, Node]:
        """Return a map's values by their fields' English names, those without a value left out."""
        found: dict[str, Node] = {}
        self.fill(found, node, words)
        return found

    def fill(self, found: dict[str, Node], node: MappingNode, words: Words) -> None:
        """Put a map's values into an empty dictionary, by their fields' English names."""
        if self._guessed:
            self._guessed = set()
        for text, value in node.pairs:
            name = words.get(text)
            # Not `value.is_missing`, as this is asked of every field of every item.
            if (
                name is None
                or name in found
                or (type(value) is ScalarNode and (not value.text or value.text.isspace()))
            ):
                break
            found[name] = value
        else:
            return
        found.clear()
        self._fill(found, node, words)

    def _fill(self, found: dict[str, Node], node: MappingNode, words: Words) -> None:
        """Do the same where something may be wrong, and report it."""
        empty: set[str] = set()
        for key, value in node.entries:
            name = words.get(key.text)
            if name is None:
                self.unknown_field(key, words)
            elif name in found or name in empty:
                self._repeated(key, name, node, words)
            elif value.is_missing:
                empty.add(name)
            else:
                found[name] = value

    def _repeated(self, key: ScalarNode, name: str, node: MappingNode, words: Words) -> None:
        first = next(other for other, _ in node.entries if words.get(other.text) == name)
        self.error(key, "duplicate-key", key=key.text, first=self.place(first)[0])

    def unknown_field(self, key: ScalarNode, words: Words) -> None:
        """Report a field nobody knows, with the nearest that is known."""
        near = nearest(key.text, words)
        self._guessed.add(words.get(near, ""))
        self.error(key, "unknown-field", field=key.text, nearest=near)

    def require(self, fields: Mapping[str, Node], names: Iterable[str], within: Node, words: Words) -> bool:
        """Return whether all these fields are there, reporting those that are not at the map's place.

        One that an unknown field just read was most likely meant to be is not reported twice.
        """
        absent = [name for name in names if name not in fields]
        if not absent:
            return True
        for name in [name for name in absent if name not in self._guessed]:
            self.error(within, "missing-field", field=name, chinese=chinese(words, name))
        return False

    def mapping(self, node: Node) -> MappingNode | None:
        """Return a node as a map, or None with what it is instead reported."""
        if isinstance(node, MappingNode):
            return node
        slip = self._colon(node)
        if slip is None:
            self.error(node, "not-a-map")
        return None

    def sequence(self, node: Node) -> list[Node] | None:
        """Return a node's items: those of a list, or the one text given instead."""
        if isinstance(node, SequenceNode):
            return node.items
        if isinstance(node, ScalarNode):
            return [node]
        self.error(node, "not-a-list")
        return None

    def text(self, node: Node) -> str | None:
        """Return a node's text, or None with what it is instead reported."""
        if isinstance(node, ScalarNode):
            return node.text
        if self.source.text[node.start] in "[{":
            from quizapp.reading.yaml.slips import quoted_from

            self.error(node, "indicator-first", corrected=quoted_from(self.source, self.place(node)))
        else:
            self.error(node, "not-a-text")
        return None

    def line(self, node: Node) -> str | None:
        """Return a title: a text on one line."""
        text = self.text(node)
        return None if text is None else clean_line(text)

    def texts(self, node: Node) -> tuple[str, ...]:
        """Return the texts of a list, those that are none reported and left out."""
        found = [self.text(item) for item in self.sequence(node) or []]
        return tuple(text for text in found if text)

    def value(self, node: Node, parse: Callable[[str], Value | None], code: str) -> Value | None:
        """Return what a text means, or None with `code` reported."""
        text = self.text(node)
        if text is None:
            return None
        meant = parse(text)
        if meant is None:
            self.error(node, code, text=text)
        return meant

    def word(self, node: Node, words: Words) -> str | None:
        """Return the meaning of one of a few words, or None with the choices reported."""
        text = self.text(node)
        if text is None:
            return None
        meant = words.get(text)
        if meant is None:
            self.error(node, "unknown-value", text=text, choices=_choices(words), nearest=nearest(text, words))
        return meant

    def _colon(self, node: Node) -> str | None:
        """Report the slip that made a text of a map, if there is one, and return its code."""
        if not isinstance(node, ScalarNode) or not node.is_plain:
            return None
        from quizapp.reading.yaml.slips import slip_in_colon

        line, column = self.place(node)
        if self.source.is_long(line):
            return None
        written = self.source.line(line)
        lead = written[: column - 1]
        slip = slip_in_colon(" " * len(lead) + written[column - 1 :], self.names, any_word=True)
        if slip is None:
            return None
        corrected = lead + slip.corrected[len(lead) :]
        self.findings.error(slip.code, (line, slip.column), corrected=corrected)
        return slip.code


def nearest(word: str, words: Iterable[str]) -> str:
    """Return the known word most like an unknown one; "" where there is none at all."""
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in words}
    found = get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.0)
    return folded[found[0]] if found else ""


def chinese(words: Words, name: str) -> str:
    """Return the Chinese word for an English one."""
    return next((word for word, meant in words.items() if meant == name and word != name), name)


def _choices(words: Words) -> str:
    return " ".join(words)
