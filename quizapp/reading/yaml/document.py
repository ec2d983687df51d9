"""The one document of a file, given entry by entry, so that a large bank is never in memory as nodes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from yaml.error import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from quizapp.reading.findings import Findings
from quizapp.reading.yaml.events import EventWalker, MakeParser, ReadingStopped, best_parser, index
from quizapp.reading.yaml.source import Node, ScalarNode, SequenceNode, Source

_PRIVATE_USE = range(0xE000, 0xF900)


@contextmanager
def collector_off() -> Iterator[None]:
    """Keep the cyclic collector from looking again and again at nodes that are all in use."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Document:
    """What a file holds. It is read as its entries are asked for, once."""

    def __init__(
        self,
        source: Source,
        findings: Findings,
        names: frozenset[str] = frozenset(),
        make_parser: MakeParser = best_parser,
    ) -> None:
        """`names` are the field names, a slip behind which can be told from mere text."""
        self.source = source
        self.findings = findings
        self.is_whole = False
        """Whether everything was read, to the end of the file."""
        self._names = names
        text, stand_in = without_tabs(source.text)
        self._parser = make_parser(text if text.endswith("\n") else text + "\n")
        self._next = self._parser.get_event
        self._walker = EventWalker(self._next, source, findings, stand_in)

    @property
    def has_folded(self) -> bool:
        """Whether an unquoted text went over several lines so far, so that it may have swallowed a field."""
        return self._walker.has_folded

    def entries(self, streamed: frozenset[str] = frozenset()) -> Iterator[tuple[ScalarNode, Node, int]]:
        """Give the entries of the file's map: key, value, -1.

        A list under one of the `streamed` keys is given item by item instead, with the item's place from 0,
        and then once more without items.
        """
        try:
            self._start()
            yield from self._entries(streamed)
            self._end()
            self.is_whole = True
        except ReadingStopped:
            pass
        except (YAMLError, ValueError, OverflowError) as error:
            self._explain(error)

    def _entries(self, streamed: frozenset[str]) -> Iterator[tuple[ScalarNode, Node, int]]:
        seen: dict[str, ScalarNode] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._walker.key(event, 1)
            value = self._next()
            if key is not None and key.text in streamed and type(value) is SequenceStartEvent:
                self._walker.note_properties(value, None)
                for place, node in enumerate(self._items()):
                    yield key, node, place
                node = SequenceNode([], index(value), index(value))
            else:
                node = self._walker.node(value, 1)
            if key is not None and self._walker.admits(key, seen):
                yield key, node, -1

    def _items(self) -> Iterator[Node]:
        while type(event := self._next()) is not SequenceEndEvent:
            yield self._walker.node(event, 2)

    def _start(self) -> None:
        event = self._next()
        while type(event) in (StreamStartEvent, DocumentStartEvent):
            event = self._next()
        if type(event) is MappingStartEvent:
            self._walker.note_properties(event, None)
            return
        self._refuse_top(event)
        raise ReadingStopped

    def _refuse_top(self, event: Event | None) -> None:
        before = self.findings.errors
        if type(event) is ScalarEvent and event.value:
            self._walker.scalar(event)
            if self.findings.errors > before:
                return
            # What is wrong is looked into only where something is: most starts never load this.
            from quizapp.reading.yaml.slips import slip_in_colon, slip_in_indicator

            number, column = self.source.place(index(event))
            line = self.source.line(number)
            slip = slip_in_colon(line, self._names, any_word=True) or slip_in_indicator(line)
            if slip is None:
                self.findings.error("file-not-map", (number, column))
            else:
                self.findings.error(slip.code, (number, slip.column), corrected=slip.corrected)
        elif type(event) is SequenceStartEvent:
            self.findings.error("list-at-top", self.source.place(index(event)))
        else:
            self.findings.error("file-empty", (1, 1))

    def _end(self) -> None:
        event = self._next()
        while type(event) is DocumentEndEvent:
            event = self._next()
        if type(event) is DocumentStartEvent:
            self.findings.error("second-document", self.source.place(index(event)))
        self._walker.refuse_unused()

    def _explain(self, error: Exception) -> None:
        from quizapp.reading.yaml.slips import explain

        mark = getattr(self._parser, "get_mark", None)
        at = mark().index if mark is not None else len(self.source.text)
        found = explain(self.source, error, at, self._names)
        if not self._is_known(found.code, found.place[0]):
            self.findings.error(found.code, found.place, **found.values)

    def _is_known(self, code: str, line: int) -> bool:
        """Return whether the walker has told of it already, before the parser stumbled."""
        before = [fault for fault in self.findings.faults if fault.severity == "error"]
        if code == "yaml-syntax":
            return any(fault.code == "tab" for fault in before)
        return any(fault.code == code and fault.line == line for fault in before)


def without_tabs(text: str) -> tuple[str, str]:
    """Return a text with a character that means nothing to YAML for its tabs, as the two parsers disagree about them.

    Returns that character too; "" where there are no tabs.
    """
    if "\t" not in text:
        return text, ""
    stand_in = _stand_in(text)
    return text.replace("\t", stand_in), stand_in


def _stand_in(text: str) -> str:
    return next((chr(code) for code in _PRIVATE_USE if chr(code) not in text), "\ue000")
