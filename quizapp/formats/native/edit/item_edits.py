"""Edits of a bank's text, item by item: only the lines concerned change, and comments stay.

The result is read again and held beside what was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly, Fault, Faulty, Refused
from quizapp.domain.item import Value
from quizapp.formats.native.edit.bank_text import (
    BankText,
    columns,
    end_of,
    line_end,
    line_start,
    read_through,
    style_of,
)
from quizapp.formats.native.edit.entries import ITEMS, EntryReader, ItemEntry
from quizapp.formats.native.read.item_fields import plain
from quizapp.formats.native.write.banks import Tongue
from quizapp.formats.native.write.item_layout import (
    ItemStyle,
    field_lines,
    field_word,
    flow_item,
    item_lines,
    kind_of,
    ordered,
)
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode


class Splice(NamedTuple):
    """A piece of a text and what stands in its place."""

    start: int
    end: int
    text: str


def edited_fields(entry: ItemEntry, wanted: Mapping[str, Value], text: str, style: ItemStyle, end: str) -> list[Splice]:
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
    name: str, key: ScalarNode, node: Node, wanted: Mapping[str, Value], text: str, style: ItemStyle, end: str
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


def _local(node: Node, text: str, style: ItemStyle) -> ItemStyle:
    """Return the style of a value's own lines: maps within braces or not, as the old one stands."""
    if not isinstance(node, MappingNode):
        return style
    return style._replace(has_flow_maps=text[node.start] == "{")


def _removed(key: ScalarNode, node: Node, text: str, *, is_first: bool) -> Splice:
    """Return what takes a field's lines out; of the first, whose line has the dash, only the value."""
    stop = _end(key, node, text)
    if is_first:
        return Splice(text.index(":", key.end) + 1, len(text[: line_end(text, stop)].rstrip("\r\n")), "")
    return Splice(line_start(text, key.start), line_end(text, stop), "")


def _added(entry: ItemEntry, wanted: Mapping[str, Value], text: str, style: ItemStyle, end: str) -> list[Splice]:
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


def _end(key: ScalarNode, node: Node, text: str) -> int:
    """Return where a field ends."""
    is_empty = isinstance(node, ScalarNode) and node.end <= node.start
    return text.index(":", key.end) + 1 if is_empty else end_of(node, text)


class ItemComparison:
    """Sees a document's entries one after another, as `Document.entries` gives them."""

    def __init__(self, header: Mapping[str, Value], items: Sequence[Mapping[str, Value]]) -> None:
        self._header = header
        self._items = items
        self._reader = EntryReader()
        self._read: dict[str, Value] = {}
        self._count = 0
        self._is_same = True

    def see(self, key: ScalarNode, node: Node, place: int) -> None:
        """Compare one entry of the file's map, or the item at a place from 0."""
        if place >= 0:
            self._count += 1
            is_meant = place < len(self._items) and self._reader.entry(node).fields == self._items[place]
            self._is_same = self._is_same and is_meant
        elif key.text not in ITEMS:
            self._read[key.text] = plain(node)

    @property
    def is_same(self) -> bool:
        """Whether all that was meant was seen, and nothing else."""
        return self._is_same and self._count == len(self._items) and self._read == self._header


DOUBT_MARKS = {"zh": "# 存疑：", "en": "# Doubt: "}
"""What a comment above a draft begins with that an import has put there."""


class Insert(NamedTuple):
    """A new item at the end of the bank."""

    fields: Mapping[str, Value]
    """By their English names, with its id."""
    doubts: tuple[str, ...] = ()
    """What stands above it as comments."""


class Replace(NamedTuple):
    """An item's fields as they are to be from now on; those that stay the same keep their lines."""

    id: str
    fields: Mapping[str, Value]
    doubts: tuple[str, ...] | None = None
    """What stands above it from now on; None leaves it as it is."""


Edit: TypeAlias = Insert | Replace


def edited(bank: BankText, edits: Sequence[Edit], tongue: Tongue = "zh") -> str:
    """Return a bank's text with these edits; `tongue` is for a bank without items.

    Raises Refused for what cannot be edited safely, CalledWrongly for an id that is not there.
    """
    return edited_and_read(bank, edits, tongue)[0]


def edited_and_read(
    bank: BankText, edits: Sequence[Edit], tongue: Tongue = "zh", path: Path | None = None
) -> tuple[str, tuple[Fault, ...]]:
    """Return a bank's text with these edits, and the errors of its items, which are looked for with a `path`.

    Raises as `edited` does. One read tells of both: whether it holds what was meant, and whether that is sound.
    """
    text = _with_edits(bank, edits, tongue)
    comparison = ItemComparison(bank.entries.header, _meant_items(bank, edits))
    try:
        errors = read_through(text, bank.name, comparison.see, path)
    except (Faulty, Refused) as error:
        raise Refused("edit-unsafe", file=bank.name) from error
    if not comparison.is_same:
        raise Refused("edit-unsafe", file=bank.name)
    return text, errors


def _with_edits(bank: BankText, edits: Sequence[Edit], tongue: Tongue) -> str:
    style, end = style_of(bank, tongue), bank.line_end
    entries = _by_id(bank) if len(edits) > 1 else {}
    splices: list[Splice] = []
    inserts: list[Insert] = []
    for edit in edits:
        if isinstance(edit, Insert):
            inserts.append(edit)
        else:
            entry = entries.get(edit.id.casefold()) or found(bank, edit.id)
            splices += _replaced(bank, entry, edit, style, end)
    if inserts:
        splices.append(_inserted(bank, inserts, style))
    return _spliced(bank.text, splices)


def found(bank: BankText, id: str) -> ItemEntry:
    """Return the item of an id, of a case's items too. Raises CalledWrongly where there is none."""
    for entry in bank.entries.every:
        if entry.id.casefold() == id.casefold():
            return entry
    raise CalledWrongly("edit-unknown-item", item=id, file=bank.name)


def is_doubted(bank: BankText, entry: ItemEntry) -> bool:
    """Return whether an import's doubts stand above an item."""
    return bool(_doubt_lines(bank.text, entry))


def _by_id(bank: BankText) -> dict[str, ItemEntry]:
    """Return all items by their ids in small letters, the first where several have the same."""
    return {entry.id.casefold(): entry for entry in reversed(list(bank.entries.every))}


def _replaced(bank: BankText, entry: ItemEntry, edit: Replace, style: ItemStyle, end: str) -> list[Splice]:
    """Return what makes an item's fields those of the edit; `end` is the end of a line."""
    text, node = bank.text, entry.node
    if not isinstance(node, MappingNode) or _has_anchor(node, text):
        raise Refused("edit-anchors", item=edit.id)
    if text[node.start] == "{":
        if "\n" in text[node.start : node.end] and "#" in text[node.start : node.end]:
            raise Refused("edit-flow-comments", item=edit.id)
        if not _stands_alone(text, node.start):
            raise Refused("edit-flow-list", file=bank.name, item=edit.id)
        splices = [Splice(node.start, node.end, flow_item(edit.fields, style.tongue))]
    else:
        dash, fields = columns(text, node.start)
        own = style._replace(dash=dash, step=fields - dash, is_flow=False)
        splices = edited_fields(entry, edit.fields, text, own, end)
    return splices if edit.doubts is None else [*_redoubted(bank, entry, edit.doubts, style, end), *splices]


def _redoubted(bank: BankText, entry: ItemEntry, doubts: Sequence[str], style: ItemStyle, end: str) -> list[Splice]:
    """Return what takes an import's old doubts from above an item and puts the new ones there."""
    text = bank.text
    old = _doubt_lines(text, entry)
    splices = [Splice(first, last, "") for first, last in old]
    if doubts and _stands_alone(text, entry.node.start):
        at = line_start(text, entry.node.start)
        dash = columns(text, entry.node.start)[0]
        lines = _comments(doubts, style._replace(dash=dash))
        splices.append(Splice(at, at, "".join(line + end for line in lines)))
    kept = [text[first:last] for first, last in old]
    made = splices[-1].text if doubts and splices else ""
    return [] if "".join(kept) == made else splices


def _doubt_lines(text: str, entry: ItemEntry) -> list[tuple[int, int]]:
    """Return the comments of an import right above an item, from the lowest up."""
    lines: list[tuple[int, int]] = []
    end = line_start(text, entry.node.start)
    while end > 0:
        start = line_start(text, end - 1)
        line = text[start:end].strip()
        if not line.startswith(tuple(mark.strip() for mark in DOUBT_MARKS.values())):
            break
        lines.append((start, end))
        end = start
    return lines[::-1]


def _inserted(bank: BankText, inserts: Sequence[Insert], style: ItemStyle) -> Splice:
    """Return what puts new items behind the last one."""
    end = bank.line_end
    at = _place_for_items(bank)
    lines: list[str] = []
    for place, insert in enumerate(inserts):
        if style.has_gaps and (bank.entries.items or place):
            lines.append("")
        lines += _comments(insert.doubts, style)
        lines += item_lines(insert.fields, style)
    return Splice(at, at, "".join(line + end for line in lines))


def _place_for_items(bank: BankText) -> int:
    """Return where a line may be put behind the last item. Raises Refused where the items are no list of lines."""
    text, node = bank.text, bank.entries.items_node
    key = bank.entries.items_key
    if key is None or text.lstrip().startswith("{"):
        raise Refused("edit-flow-list", file=bank.name, item="")
    if bank.entries.items:
        last = bank.entries.items[-1].node
        if not _stands_alone(text, last.start):
            raise Refused("edit-flow-list", file=bank.name, item="")
        return line_end(text, end_of(last, text))
    if not isinstance(node, ScalarNode) or not node.is_missing:
        raise Refused("edit-flow-list", file=bank.name, item="")
    return line_end(text, key.end)


def _stands_alone(text: str, at: int) -> bool:
    """Return whether only the dash of its item stands before an index in its line."""
    return text[line_start(text, at) : at].strip() == "-"


def _comments(doubts: Iterable[str], style: ItemStyle) -> list[str]:
    mark = " " * style.dash + DOUBT_MARKS[style.tongue]
    return [mark + " ".join(doubt.split()) for doubt in doubts]


def _has_anchor(node: Node, text: str) -> bool:
    """Return whether an anchor or an alias is within: a text elsewhere may hang on it."""
    if text[node.start : node.start + 1] in ("&", "*"):
        return True
    if isinstance(node, SequenceNode):
        return any(_has_anchor(each, text) for each in node.items)
    if isinstance(node, MappingNode):
        return any(_has_anchor(part, text) for entry in node.entries for part in entry)
    return False


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    parts: list[str] = []
    done = 0
    # What is put in at one place keeps its order, and stands before what is taken out there.
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        parts += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*parts, text[done:]])


def _meant_items(bank: BankText, edits: Sequence[Edit]) -> list[Mapping[str, Value]]:
    """Return the items a bank has with these edits."""
    wanted = {edit.id.casefold(): edit.fields for edit in edits if isinstance(edit, Replace)}
    meant = [_meant(entry, wanted) if wanted else entry.fields for entry in bank.entries.items]
    return [*meant, *(edit.fields for edit in edits if isinstance(edit, Insert))]


def _meant(entry: ItemEntry, wanted: Mapping[str, Mapping[str, Value]]) -> Mapping[str, Value]:
    """Return an item's fields with its own edit and those of its parts."""
    if entry.id.casefold() in wanted and entry.id:
        return wanted[entry.id.casefold()]
    fields = dict(entry.fields)
    if any(part.id and part.id.casefold() in wanted for part in entry.parts):
        parts: list[Value] = [dict(_meant(part, wanted)) for part in entry.parts]
        if "items" in fields:
            fields["items"] = parts
        else:
            fields["stages"] = _restaged(fields.get("stages", []), parts)
    return fields


def _restaged(stages: Value, parts: list[Value]) -> list[Value]:
    """Return a case's stages with other items in the place of theirs."""
    found: list[Value] = []
    for stage in stages if isinstance(stages, list) else []:
        items = stage.get("items") if isinstance(stage, dict) else None
        count = len(items) if isinstance(items, list) else 0
        found.append({**stage, "items": parts[:count]} if isinstance(stage, dict) and count else stage)
        parts = parts[count:]
    return found
