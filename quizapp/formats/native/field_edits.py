"""Making the fields of one item those that are wanted, line by line: what stays the same keeps its lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.domain.declaration import Value
from quizapp.formats.native.bank_text import end_of, line_end, line_start
from quizapp.formats.native.entries import Entry
from quizapp.formats.native.item_layout import Style, field_lines, field_word, kind_of, ordered
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar


class Splice(NamedTuple):
    """A piece of a text and what stands in its place."""

    start: int
    end: int
    text: str


def edited_fields(entry: Entry, wanted: Mapping[str, Value], text: str, style: Style, end: str) -> list[Splice]:
    """Return what makes a block of fields those that are wanted; `end` is the end of a line."""
    splices: list[Splice] = []
    names = list(entry.places)
    for name, (key, node) in entry.places.items():
        if name not in wanted:
            # An empty field says nothing and may stay, as may the first, whose line has the dash.
            if name in entry.fields:
                splices.append(_removed(key, node, text, is_first=name == names[0]))
        elif entry.fields.get(name) != wanted[name]:
            splices.append(_changed(name, key, node, wanted, text, style, end))
    return [*splices, *_added(entry, wanted, text, style, end)]


def _changed(
    name: str, key: Scalar, node: Node, wanted: Mapping[str, Value], text: str, style: Style, end: str
) -> Splice:
    """Return what gives a field another value, its name left as its author wrote it."""
    kind = kind_of(wanted)
    lines = field_lines(name, wanted, _local(node, text, style))
    stop = _end(key, node, text)
    is_one_line = len(lines) == 1 and "\n" not in text[key.start : stop]
    value = lines[0][len(field_word(name, kind, style.tongue)) :]
    if is_one_line:
        return Splice(key.end, stop, value)
    under = " " * (style.dash + style.step)
    rest = "".join(end + (under + line if line else "") for line in lines[1:])
    return Splice(key.end, len(text[: line_end(text, stop)].rstrip("\r\n")), value + rest)


def _local(node: Node, text: str, style: Style) -> Style:
    """Return the style of a value's own lines: maps within braces or not, as the old one stands."""
    if not isinstance(node, MappingNode):
        return style
    return style._replace(has_flow_maps=text[node.start] == "{")


def _removed(key: Scalar, node: Node, text: str, *, is_first: bool) -> Splice:
    """Return what takes a field's lines out; of the first, whose line has the dash, only the value."""
    stop = _end(key, node, text)
    if is_first:
        return Splice(text.index(":", key.end) + 1, len(text[: line_end(text, stop)].rstrip("\r\n")), "")
    return Splice(line_start(text, key.start), line_end(text, stop), "")


def _added(entry: Entry, wanted: Mapping[str, Value], text: str, style: Style, end: str) -> list[Splice]:
    """Return what puts fields in that the item has not yet, each behind the one people write before it."""
    under = " " * (style.dash + style.step)
    order = ordered(wanted)
    splices = []
    for place, name in enumerate(order):
        if name in entry.places:
            continue
        before = next((each for each in reversed(order[:place]) if each in entry.places), next(iter(entry.places)))
        key, node = entry.places[before]
        at = line_end(text, _end(key, node, text))
        lines = "".join((under + line if line else "") + end for line in field_lines(name, wanted, style))
        splices.append(Splice(at, at, lines))
    return splices


def _end(key: Scalar, node: Node, text: str) -> int:
    """Return where a field ends."""
    is_empty = isinstance(node, Scalar) and node.end <= node.start
    return text.index(":", key.end) + 1 if is_empty else end_of(node, text)
