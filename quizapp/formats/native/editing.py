"""Editing a bank's text item by item: only the lines concerned change, comments and layout of the rest are kept.

The text made is read again, and must hold exactly what was meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp.domain.declaration import Value
from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.fault import Fault
from quizapp.formats.native.bank_text import (
    BankText,
    columns,
    end_of,
    line_end,
    line_start,
    read_through,
    style_of,
)
from quizapp.formats.native.bank_writer import Tongue
from quizapp.formats.native.comparing import Comparison
from quizapp.formats.native.entries import Entry
from quizapp.formats.native.field_edits import Splice, edited_fields
from quizapp.formats.native.item_layout import Style, flow_item, item_lines
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar
from quizapp.reading.nodes import Sequence as SequenceNode

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
    comparison = Comparison(bank.entries.header, _meant_items(bank, edits))
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


def found(bank: BankText, id: str) -> Entry:
    """Return the item of an id, of a case's items too. Raises CalledWrongly where there is none."""
    for entry in bank.entries.every:
        if entry.id.casefold() == id.casefold():
            return entry
    raise CalledWrongly("edit-unknown-item", item=id, file=bank.name)


def is_doubted(bank: BankText, entry: Entry) -> bool:
    """Return whether an import's doubts stand above an item."""
    return bool(_doubt_lines(bank.text, entry))


def _by_id(bank: BankText) -> dict[str, Entry]:
    """Return all items by their ids in small letters, the first where several have the same."""
    return {entry.id.casefold(): entry for entry in reversed(list(bank.entries.every))}


def _replaced(bank: BankText, entry: Entry, edit: Replace, style: Style, end: str) -> list[Splice]:
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


def _redoubted(bank: BankText, entry: Entry, doubts: Sequence[str], style: Style, end: str) -> list[Splice]:
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


def _doubt_lines(text: str, entry: Entry) -> list[tuple[int, int]]:
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


def _inserted(bank: BankText, inserts: Sequence[Insert], style: Style) -> Splice:
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
    if not isinstance(node, Scalar) or not node.is_missing:
        raise Refused("edit-flow-list", file=bank.name, item="")
    return line_end(text, key.end)


def _stands_alone(text: str, at: int) -> bool:
    """Return whether only the dash of its item stands before an index in its line."""
    return text[line_start(text, at) : at].strip() == "-"


def _comments(doubts: Iterable[str], style: Style) -> list[str]:
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


def _meant(entry: Entry, wanted: Mapping[str, Mapping[str, Value]]) -> Mapping[str, Value]:
    """Return an item's fields with its own edit and those of its parts."""
    if entry.id.casefold() in wanted and entry.id:
        return wanted[entry.id.casefold()]
    fields = dict(entry.fields)
    if any(part.id and part.id.casefold() in wanted for part in entry.parts):
        fields["items"] = [dict(_meant(part, wanted)) for part in entry.parts]
    return fields
