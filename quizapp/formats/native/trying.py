"""Trying an item out: what its bank would be with other fields, and which field each fault is of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quizapp.domain.declaration import Value
from quizapp.domain.fault import Fault
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.bank_check import check_banks
from quizapp.formats.native.bank_reader import read_bank
from quizapp.formats.native.bank_text import BankText, end_of, open_text
from quizapp.formats.native.bank_writer import Tongue
from quizapp.formats.native.course_finder import CourseFinder
from quizapp.formats.native.editing import Edit, edited, found
from quizapp.formats.native.entries import Entry
from quizapp.reading.findings import Findings
from quizapp.reading.source import Source
from quizapp.services.shelf import FieldFault, Tried, seen, seen_within


def tried(
    bank: BankText, path: Path, edit: Edit, finder: CourseFinder | None, tongue: Tongue = "zh", of: str = ""
) -> Tried:
    """Return what a bank's item would be after an edit; `of` is one of the edited case's that is asked about.

    Raises Faulty, Refused where it cannot be written at all.
    """
    text = edited(bank, [edit], tongue)
    again = open_text(text, bank.name)
    id = of or _id(edit.fields)
    findings = Findings(bank.name)
    file = read_bank(path, again.source, findings, ITEM_TYPES)
    faults = file.faults
    if finder is not None:
        checked = check_banks([file], finder.find).sourced[0]
        faults = checked.faults
        file = file._replace(bank=checked.bank)
    entry = found(again, id)
    mine = _own(entry, again.source, faults)
    every = [(item, None) for item in (file.bank.items if file.bank else ())]
    parts = [(part, item) for item, _ in every for part in item.parts]
    held = next(((item, case) for item, case in [*every, *parts] if item.id.casefold() == id.casefold()), None)
    item, question = None, None
    if held is not None:
        item, case = held
        question = seen(item) if case is None else seen_within(item, case)
    told = tuple(FieldFault(_field(fault, entry, again.source), fault) for fault in mine)
    return Tried(item, question, told, bank.encoded(text), bank.digest)


def scratch(tongue: Tongue = "zh") -> BankText:
    """Return a bank without items, of no file."""
    return open_text("题库: a\n标题: a\n试题:\n" if tongue == "zh" else "bank: a\ntitle: a\nitems:\n", "-")


def _id(fields: Mapping[str, Value]) -> str:
    id = fields.get("id", "")
    return id if isinstance(id, str) else ""


def _own(entry: Entry, source: Source, faults: tuple[Fault, ...]) -> list[Fault]:
    """Return the faults that stand within an item; those of a case's items are told with them."""
    first, _ = source.place(entry.node.start)
    last, _ = source.place(end_of(entry.node, source.text))
    parts = {part.id for part in entry.parts}
    return [fault for fault in faults if first <= fault.line <= last and fault.item not in parts]


def _field(fault: Fault, entry: Entry, source: Source) -> str:
    """Return the field that a fault is of: the one it names as missing, else the one in whose lines it stands."""
    if fault.code == "missing-field":
        return str(fault.values.get("field", ""))
    if fault.code.startswith("missing-"):
        name = fault.code.removeprefix("missing-")
        return name if name in ("rationale", "topic", "difficulty") else ""
    for name, (key, node) in entry.places.items():
        first, start = source.place(key.start)
        last, end = source.place(max(key.end, end_of(node, source.text)))
        if (first, start) <= (fault.line, fault.column) <= (last, end):
            return name
    return ""
