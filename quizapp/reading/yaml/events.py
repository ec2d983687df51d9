"""YAML's events: two parsers that give them with one verdict, and their walk into nodes, refusing what is dangerous."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeAlias

from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

from quizapp.domain.text import clean
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import MOST_DEPTH, MappingNode, Node, ScalarNode, SequenceNode, Source


class EventParser(Protocol):
    """Gives a file's YAML events one after another."""

    def get_event(self) -> Event | None:
        """Return the next event, None after the last."""


MakeParser: TypeAlias = Callable[[str], EventParser]

_BLANKS = "\0 \r\n"
_FLOW = ",[]{}"


class PureParser(Reader, Scanner, Parser):
    """PyYAML's own parser. It takes a question mark inside a text in a flow list, as libyaml does."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> ScalarToken:
        """Read an unquoted text, over several lines where it has them."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        while self.peek() != "#" and (length := self._plain_length()):
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start) or []
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def scan_directive_name(self, start_mark: Mark) -> str:
        """Read a directive's name, which can only be one of two."""
        name: str = super().scan_directive_name(start_mark)  # type: ignore[no-untyped-call]  # the stubs leave it bare
        if name not in ("YAML", "TAG"):
            raise ScannerError("while scanning a directive", start_mark, "found unknown directive name", start_mark)
        return name

    def _plain_length(self) -> int:
        within = _FLOW if self.flow_level else ""
        length = 0
        while (character := self.peek(length)) not in _BLANKS and character not in within:
            if character == ":" and self.peek(length + 1) in _BLANKS:
                break
            if character == ":" and within and self.peek(length + 1) in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", None, "found unexpected ':'", self.get_mark())
            length += 1
        return length


def libyaml_parser(text: str) -> EventParser:
    """Return libyaml's parser of a text. Raises ImportError where PyYAML was built without it."""
    from yaml._yaml import CParser

    return CParser(text)


def best_parser(text: str) -> EventParser:
    """Return the fastest parser of a text that this machine has."""
    try:
        return libyaml_parser(text)
    except ImportError:
        return PureParser(text)


MOST_ALIASED = 20 * 1024 * 1024
"""Characters that all aliases of a file may stand for together."""

_MISPLACED_TAB = re.compile(r"^\t|^(?:-|\?|---)\t|\t$|:\t|\t#")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]|\\U0000[dD][89a-fA-F]")
_GLUED_COMMENT = re.compile(r"[|>][-+0-9]*#")


_KEY_MARK = re.compile(r"\?(?:\s|\Z)")


class ReadingStopped(Exception):
    """The rest of the file cannot be read; the reason is among the findings."""


class EventWalker:
    """Makes nodes of the events that `next_event` gives. One walker reads one file, once."""

    def __init__(
        self, next_event: Callable[[], Event | None], source: Source, findings: Findings, stand_in: str
    ) -> None:
        """`stand_in` is the character that stands for tabs in what the parser was given, if any."""
        self._next = next_event
        self._source = source
        self._findings = findings
        self._stand_in = stand_in
        self._is_suspect = source.has_marks
        # Texts are only looked at for what must be cleaned where the file has such characters at all.
        self._is_clean = not (source.has_marks or source.has_unprintable or stand_in)
        self._has_properties = "&" in source.text or "!" in source.text
        # A key is on one line unless it begins with a mark of its own: then nothing need be looked at but its text.
        self._has_easy_keys = self._is_clean and not (
            self._has_properties or ("?" in source.text and _KEY_MARK.search(source.text))
        )
        self.has_folded = False
        """Whether an unquoted text went on in the next line so far, so that it may have swallowed a field."""
        self._anchors: dict[str, ScalarNode | None] = {}
        self._unused: dict[str, ScalarNode] = {}
        self._aliased = 0

    def node(self, event: Event | None, depth: int) -> Node:
        """Return the node that begins with this event, within `depth` others. Raises Stopped."""
        if type(event) is ScalarEvent:
            return self.scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        assert isinstance(event, CollectionStartEvent)
        start = index(event)
        if depth >= MOST_DEPTH:
            self._findings.error("nested-too-deep", self._source.place(start), limit=MOST_DEPTH)
            raise ReadingStopped
        if self._has_properties:
            self.note_properties(event, None)
        if type(event) is MappingStartEvent:
            return self._mapping(start, depth + 1)
        return self._sequence(start, depth + 1)

    def key(self, event: Event | None, depth: int) -> ScalarNode | None:
        """Return a key, or None where it is refused and its reason found."""
        if type(event) is ScalarEvent:
            return self.scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        node = self.node(event, depth)
        self._findings.error("key-not-scalar", self._source.place(node.start))
        return None

    def scalar(self, event: ScalarEvent) -> ScalarNode:
        """Return a text as written, cleaned."""
        text, style = event.value, event.style
        start: int = event.start_mark.index  # type: ignore[union-attr]  # every event of a parser has its marks
        end: int = event.end_mark.index  # type: ignore[union-attr]  # as above
        scalar = ScalarNode(text, start, end, not style)
        if style:
            self._clean(scalar, style)
        else:
            if end - start != len(text):
                self.has_folded = True
            if not self._is_clean and (self._is_suspect or not text.isprintable()):
                self._clean(scalar, "")
        if self._has_properties and (event.anchor is not None or event.tag is not None):
            self.note_properties(event, scalar)
        return scalar

    def note_properties(self, event: NodeEvent, scalar: ScalarNode | None) -> None:
        """Remember an anchor; a tag stops the reading, as libyaml and PyYAML disagree about what a tag may be."""
        if getattr(event, "tag", None) is not None:
            self._findings.error("tag", self._source.place(index(event)))
            raise ReadingStopped
        if event.anchor is not None:
            self._anchors[event.anchor] = scalar
            if scalar is not None:
                self._unused[event.anchor] = scalar

    def refuse_unused(self) -> None:
        """Find the anchors that no alias asks for: texts that begin with & and have lost their first word."""
        for scalar in self._unused.values():
            self._refuse_indicator(scalar.start)

    def tidy(self, entries: list[tuple[ScalarNode, Node]]) -> list[tuple[ScalarNode, Node]]:
        """Return the entries with each key once, and find the others."""
        seen: dict[str, ScalarNode] = {}
        return [(key, node) for key, node in entries if self.admits(key, seen)]

    def admits(self, key: ScalarNode, seen: dict[str, ScalarNode]) -> bool:
        """Return whether a key may stand in a map where others were `seen`, to which it is added."""
        place = self._source.place
        if key.text == "<<" and key.is_plain:
            self._findings.error("merge-key", place(key.start))
        elif not key.text:
            # The parsers disagree about where nothing stands: it is told at what was written last.
            written = len(self._source.text[: key.start].rstrip())
            self._findings.error("key-empty", place(max(written - 1, 0)))
            raise ReadingStopped
        elif key.text in seen:
            first = place(seen[key.text].start)[0]
            self._findings.error("duplicate-key", place(key.start), key=key.text, first=first)
        else:
            seen[key.text] = key
            return True
        return False

    def _mapping(self, start: int, depth: int) -> MappingNode:
        next_event, scalar, is_easy = self._next, self.scalar, self._has_easy_keys
        keys: list[ScalarNode | ScalarEvent] = []
        pairs: list[tuple[str, Node]] = []
        while type(event := next_event()) is not MappingEndEvent:
            key: ScalarNode | ScalarEvent | None
            if type(event) is ScalarEvent and is_easy and not event.style:
                key, text = event, event.value
            else:
                key = self.key(event, depth)
                text = key.text if key is not None else ""
            value = next_event()
            node = scalar(value) if type(value) is ScalarEvent else self.node(value, depth)
            if key is not None:
                keys.append(key)
                pairs.append((text, node))
        end: int = event.end_mark.index  # type: ignore[union-attr]  # as above
        texts = dict(pairs)
        is_flow = self._source.text[start] == "{"
        if len(texts) < len(pairs) or "<<" in texts or "" in texts or (is_flow and _has_empty(pairs)):
            return MappingNode(self._sound(self._entries(keys, pairs), is_flow), start, end)
        return MappingNode(None, start, end, pairs, partial(self._entries, keys, pairs))

    def _entries(
        self, keys: list[ScalarNode | ScalarEvent], pairs: list[tuple[str, Node]]
    ) -> list[tuple[ScalarNode, Node]]:
        """Return a map's entries, nodes made of the keys that are none yet."""
        made = [key if isinstance(key, ScalarNode) else self.scalar(key) for key in keys]
        return [(key, node) for key, (_, node) in zip(made, pairs, strict=True)]

    def _sound(self, entries: list[tuple[ScalarNode, Node]], is_flow: bool) -> list[tuple[ScalarNode, Node]]:
        """Return the entries without those that are refused, their reasons found."""
        if is_flow:
            entries = self._with_values(entries)
        keys = {key.text for key, _ in entries}
        return self.tidy(entries) if len(keys) < len(entries) or "<<" in keys or "" in keys else entries

    def _sequence(self, start: int, depth: int) -> SequenceNode:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self.node(event, depth))
        return SequenceNode(items, start, event.end_mark.index)  # type: ignore[union-attr]  # as above

    def _with_values(self, entries: list[tuple[ScalarNode, Node]]) -> list[tuple[ScalarNode, Node]]:
        """Return a flow map's entries that have a colon; one without is a text that a comma cut in two."""
        kept: list[tuple[ScalarNode, Node]] = []
        cut: list[tuple[ScalarNode | None, ScalarNode]] = []
        for key, node in entries:
            if node.start != key.end or not isinstance(node, ScalarNode) or node.text or not key.text:
                kept.append((key, node))
            else:
                cut.append((kept[-1][1] if kept and isinstance(kept[-1][1], ScalarNode) else None, key))
        if cut:
            from quizapp.reading.yaml.slips import slips_in_flow_map

            for line, slip in slips_in_flow_map(self._source, cut):
                self._findings.error(slip.code, (line, slip.column), corrected=slip.corrected)
        return kept

    def _alias(self, event: AliasEvent) -> ScalarNode:
        start, name = index(event), event.anchor or ""
        written = ScalarNode("*" + name, start, event.end_mark.index, False)  # type: ignore[union-attr]  # as above
        if name not in self._anchors:
            self._refuse_indicator(start)
            return written
        target = self._anchors[name]
        if target is None:
            self._findings.error("alias-not-scalar", self._source.place(start), alias=name)
            return written
        self._unused.pop(name, None)
        self._aliased += len(target.text)
        if self._aliased > MOST_ALIASED:
            self._findings.error("aliases-too-long", self._source.place(start))
            raise ReadingStopped
        written.text = target.text
        return written

    def _refuse_indicator(self, start: int) -> None:
        from quizapp.reading.yaml.slips import quoted_from

        place = self._source.place(start)
        self._findings.error("indicator-first", place, corrected=quoted_from(self._source, place))

    def _clean(self, scalar: ScalarNode, style: str) -> None:
        text, source = scalar.text, self._source
        if style in ("|", ">"):
            text = text.rstrip("\n")
            if _GLUED_COMMENT.match(source.text, scalar.start):
                self._findings.error("yaml-syntax", source.place(scalar.start), corrected="")
                raise ReadingStopped
        if self._stand_in and self._stand_in in text:
            text = text.replace(self._stand_in, "\t")
            if not style and (misplaced := _MISPLACED_TAB.search(text)):
                offset = source.text.find("\t", scalar.start + misplaced.start())
                self._findings.error("tab", source.place(offset))
                text = text.strip("\t ")
        if _SURROGATE.search(text):
            escape = _SURROGATE_ESCAPE.search(source.text, scalar.start)
            self._findings.error("escape-unknown", source.place(escape.start() if escape else scalar.start))
            raise ReadingStopped
        scalar.text = clean(text)
        if scalar.text != text:
            self._findings.warning("text-cleaned", source.place(scalar.start))


def _has_empty(pairs: list[tuple[str, Node]]) -> bool:
    return bool([node for _, node in pairs if type(node) is ScalarNode and not node.text])


def index(event: Event) -> int:
    """Return where an event begins in its file."""
    return event.start_mark.index  # type: ignore[union-attr]  # every event of a parser has its marks
