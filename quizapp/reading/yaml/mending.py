"""Mends a broken file's syntax line by line, so that all its slips are found in one round and the rest can be read.

Nothing is written: what is mended is only read, and what is said of the lines about it would be guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yaml.error import YAMLError
from yaml.events import StreamEndEvent

from quizapp.domain.errors import Fault
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import without_tabs
from quizapp.reading.yaml.events import MakeParser
from quizapp.reading.yaml.slips import LEFT_OUT, SyntaxFault, explain, indent_of
from quizapp.reading.yaml.source import Source

_MOST_MENDED = 300
"""Lines after which nobody wants to read of more."""
_LINES_AT_ONCE = 400
_STEP = 2
"""Blanks that items of a list are indented by, at most."""
_HOPELESS = ("nested-too-deep", "tag")
_SLIPS = frozenset(
    (
        *("full-width-colon", "no-blank-after-colon", "comma-in-map", "map-entry-alone", "indicator-first", "tab"),
        *("text-after-quote", "colon-in-text", "comment-after-text", "quote-not-closed", "bracket-not-closed"),
        *("escape-unknown", "indent-uneven", "yaml-syntax", "text-cleaned"),
    )
)
"""Faults of a line by itself, which no mending elsewhere brings about."""
_STOPPERS = _SLIPS - {"text-cleaned"}
_LEADING_TAB = re.compile(r" *\t[ \t]*")
_CLOSING = {"[": "]", "{": "}"}
_ITEM = re.compile(r"( *)- ")


class MendedFile(NamedTuple):
    """A broken file with its syntax mended."""

    source: Source
    faults: tuple[Fault, ...]
    """What was mended, and what could not be."""
    lines: frozenset[int]
    """Those that are not as they stand in the file."""

    def with_those_of(self, again: Sequence[Fault]) -> tuple[Fault, ...]:
        """Return all faults by line, those too that the mended file has, but what mending may have brought about."""
        touched = self._touched()
        known = {(fault.line, fault.code) for fault in self.faults}
        others = [
            fault
            for fault in again
            if (fault.line not in touched or (fault.code in _SLIPS and fault.line not in self.lines))
            and (fault.line, fault.code) not in known
        ]
        return tuple(sorted((*self.faults, *others), key=lambda fault: (fault.line, fault.column)))

    def _touched(self) -> frozenset[int]:
        """Return the lines of the items that have a mended line, of which nothing is said for sure."""
        lines = self.source.text.split("\n")
        starts = [
            number for number, line in enumerate(lines, 1) if (found := _ITEM.match(line)) and len(found[1]) <= _STEP
        ]
        touched: set[int] = set(self.lines)
        for number in self.lines:
            first = max((start for start in starts if start <= number), default=number)
            end = min((start for start in starts if start > number), default=len(lines) + 1)
            touched.update(range(first, end))
        return frozenset(touched)


def mended(
    source: Source, faults: Sequence[Fault], names: frozenset[str], make_parser: MakeParser
) -> MendedFile | None:
    """Return a broken file mended; None where the faults that it was read to have are none of syntax."""
    if not any(fault.severity == "error" and fault.code in _STOPPERS for fault in faults):
        return None
    mender = _Mender(source, names, make_parser)
    for fault in faults:
        if fault.code == "tab":
            mender.take(SyntaxFault("tab", (fault.line, fault.column)))
    mender.mend()
    if not mender.changed:
        return None
    whole = Source(source.name, "\n".join(mender.lines))
    return MendedFile(whole, tuple(mender.findings.faults), frozenset(mender.changed))


class _Mender:
    def __init__(self, source: Source, names: frozenset[str], make_parser: MakeParser) -> None:
        self.lines = source.text.split("\n")
        self.findings = Findings(source.name)
        self.changed: set[int] = set()
        self._names = names
        self._make_parser = make_parser
        self._emptied: set[int] = set()

    def mend(self) -> None:
        """Mend the file, some items at a time, so that a long one is not parsed anew for each slip."""
        starts = [
            place for place, line in enumerate(self.lines) if (found := _ITEM.match(line)) and len(found[1]) <= _STEP
        ]
        head = starts[0] if starts else len(self.lines)
        first = head
        while first <= head or first < len(self.lines):
            end = next((start for start in starts if start >= first + _LINES_AT_ONCE), len(self.lines))
            # The item before shows how far the others are indented.
            before = max((start for start in starts if start < first), default=first)
            if not self._mend_part(head, before, end) or end >= len(self.lines):
                return
            first = end

    def _mend_part(self, head: int, first: int, end: int) -> bool:
        """Mend some lines below the file's head; return whether there is anything to go on with."""
        while len(self.changed) < _MOST_MENDED:
            part = Source(self.findings.file, "\n".join((*self.lines[:head], *self.lines[first:end])))
            found = _first_fault(part, self._names, self._make_parser)
            if found is None:
                return True
            number, column = found.place
            if not self.take(found._replace(place=(number if number <= head else number - head + first, column))):
                return False
        return False

    def take(self, fault: SyntaxFault) -> bool:
        """Note a fault and mend its line; return whether there is anything to go on with."""
        line, code = fault.place[0], fault.code
        if line in self._emptied:
            return False
        if line in self.changed:
            # What was tried did not help: without the line the rest may be read.
            if code != "tab":
                self._emptied.add(line)
                self._put(line, "")
            return True
        self.findings.error(code, fault.place, **fault.values)
        if code in _HOPELESS:
            return False
        self._put(line, self._mended(fault))
        return True

    def _put(self, number: int, text: str) -> None:
        end = "\r" if self.lines[number - 1].endswith("\r") else ""
        self.lines[number - 1] = text + end
        self.changed.add(number)

    def _mended(self, fault: SyntaxFault) -> str:
        number, column = fault.place
        line = self.lines[number - 1].rstrip("\r")
        if fault.corrected and fault.corrected != LEFT_OUT:
            return fault.corrected
        match fault.code:
            case "tab":
                return self._without_tab(number, line)
            case "quote-not-closed":
                return line.rstrip() + line[column - 1]
            case "bracket-not-closed":
                return line.rstrip() + _missing_brackets(line[column - 1 :])
            case "escape-unknown":
                return line[: column - 1] + "\\" + line[column - 1 :]
        self._emptied.add(number)
        return ""

    def _without_tab(self, number: int, line: str) -> str:
        lead = _LEADING_TAB.match(line)
        if lead is None:
            return line.replace("\t", " ").rstrip()
        rest = line[lead.end() :].replace("\t", " ").rstrip()
        return " " * indent_of(self.lines[: number - 1], rest, self._names) + rest


def _first_fault(source: Source, names: frozenset[str], make_parser: MakeParser) -> SyntaxFault | None:
    text, _ = without_tabs(source.text)
    parser = make_parser(text if text.endswith("\n") else text + "\n")
    try:
        while not isinstance(parser.get_event(), StreamEndEvent | None):
            pass
    except (YAMLError, ValueError, OverflowError) as error:
        mark = getattr(parser, "get_mark", None)
        return explain(source, error, mark().index if mark is not None else len(text), names)
    return None


def _missing_brackets(text: str) -> str:
    """Return the brackets that close what a text opens."""
    opened: list[str] = []
    for sign in text:
        if sign in _CLOSING:
            opened.append(_CLOSING[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
    return "".join(reversed(opened))
