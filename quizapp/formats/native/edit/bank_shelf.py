"""A bank's file as a shelf: every item as written beside what it is read as, and what it would be with other fields."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.banks.bank import is_within
from quizapp.domain.errors import Fault, Faulty
from quizapp.domain.item import Item, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.paper import Question
from quizapp.formats.native.edit.bank_text import BankText, end_of, open_text
from quizapp.formats.native.edit.entries import ItemEntry, read_entries
from quizapp.formats.native.edit.item_edits import Edit, edited, found
from quizapp.formats.native.pool.bank_quality import advise
from quizapp.formats.native.pool.file_reader import CourseFinder, check_banks
from quizapp.formats.native.read.banks import read_bank
from quizapp.formats.native.read.files import BankFile
from quizapp.formats.native.write.banks import Tongue
from quizapp.reading.files import decode, shown
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.events import best_parser
from quizapp.reading.yaml.source import Source, prepare
from quizapp.services.ports.bank_editor import FieldFault, Shelf, ShelfItem, ShelfTopic, Tried, seen, seen_within


class RestOfPool(NamedTuple):
    """What the rest of the pool means for a bank."""

    finder: CourseFinder
    ids: Mapping[str, tuple[str, int]]
    """The file and line that have an item's id, by the id in small letters."""


def read_shelf(path: Path, data: bytes, others: RestOfPool) -> tuple[Shelf, BankFile]:
    """Return what a bank's bytes hold, without the warnings of quality. Raises Faulty where they are no text at all."""
    findings = Findings(shown(path))
    text = decode(data, findings)
    source = None if text is None else prepare(findings.file, text, findings)
    if source is None:
        raise Faulty(tuple(findings.faults))
    entries = read_entries(source, Findings(findings.file))
    file = read_bank(path, source, findings, ITEM_TYPES)
    checked = check_banks([file], others.finder.find).sourced[0]
    read = file if checked.bank is None else file._replace(bank=checked.bank)
    faults = (*checked.faults, *_elsewhere(read, others))
    lines = list(_lines(entries.items, source, _by_place(read)))
    own, rest = _shared_out(lines, faults)
    title = read.bank.title if read.bank is not None else path.stem
    items = tuple(line._replace(faults=tuple(found)) for line, found in zip(lines, own, strict=True))
    return Shelf(path, title, items, tuple(rest), _topics(read, others), entries.is_whole, read.bank), read


def advised(shelf: Shelf, file: BankFile) -> Shelf:
    """Return a shelf with the warnings of quality, which take as long to find as all the rest."""
    more = advise([file], best_parser).faults[file.file]
    if not more:
        return shelf
    own, rest = _shared_out(shelf.items, (*shelf.every_fault, *more))
    items = tuple(line._replace(faults=tuple(found)) for line, found in zip(shelf.items, own, strict=True))
    return shelf._replace(items=items, faults=tuple(rest))


def _by_place(file: BankFile) -> list[tuple[int, Item, Item | None]]:
    """Return the places of the items that were read, with the case each is of, in order."""
    places = iter(file.places)
    found: list[tuple[int, Item, Item | None]] = []
    for item in file.bank.items if file.bank is not None else ():
        found.append((next(places)[0], item, None))
        found += [(next(places)[0], part, item) for part in item.parts]
    return sorted(found, key=lambda each: each[0])


def _lines(
    entries: Sequence[ItemEntry], source: Source, read: Sequence[tuple[int, Item, Item | None]]
) -> Iterator[ShelfItem]:
    starts = [at for at, _, _ in read]
    keys: set[str] = set()
    number = 0
    for place, entry in enumerate(entries, 1):
        top = _line(entry, str(place), source, keys)
        held = _held(entry, source, starts, read, case=None)
        numbers = range(number + 1, number + 1 + max(len(entry.parts), 1))
        number = numbers[-1]
        yield top._replace(item=held, question=None if held is None else seen(held, numbers[0]))
        for step, part in enumerate(entry.parts, 1):
            line = _line(part, f"{place}-{step}", source, keys)._replace(case=top.key)
            item = _held(part, source, starts, read, case=held)
            yield line._replace(item=item, question=_question(item, held, numbers[step - 1]))


def _question(item: Item | None, case: Item | None, number: int) -> Question | None:
    if item is None:
        return None
    return seen(item, number) if case is None else seen_within(item, case, number)


def _held(
    entry: ItemEntry,
    source: Source,
    starts: Sequence[int],
    read: Sequence[tuple[int, Item, Item | None]],
    case: Item | None,
) -> Item | None:
    """Return the item that an entry was read as, None where it was left out."""
    end = end_of(entry.node, source.text)
    for place in range(bisect_right(starts, entry.node.start - 1), len(read)):
        at, item, above = read[place]
        if at > end:
            return None
        if above is case or (above is not None and case is not None and above.id == case.id):
            return item
    return None


def _line(entry: ItemEntry, label: str, source: Source, keys: set[str]) -> ShelfItem:
    line, column = source.place(entry.node.start)
    key = entry.id or f"@{label}"
    key = key if key.casefold() not in keys else f"{key}@{label}"
    keys.add(key.casefold())
    text = source.text[entry.node.start : end_of(entry.node, source.text)]
    first, *others = text.splitlines() or [""]
    blank = " " * (column - 1)
    return ShelfItem(key, label, entry.fields, line, "\n".join([first, *(one.removeprefix(blank) for one in others)]))


def _shared_out(lines: Sequence[ShelfItem], faults: Sequence[Fault]) -> tuple[list[list[Fault]], list[Fault]]:
    """Return the faults of each line of the shelf, and those that are of none."""
    by_key = {line.key: place for place, line in enumerate(lines)}
    starts = [line.line for line in lines]
    own: list[list[Fault]] = [[] for _ in lines]
    rest: list[Fault] = []
    for fault in sorted(faults, key=lambda each: (each.line, each.column)):
        place = by_key.get(fault.item, bisect_right(starts, fault.line) - 1)
        (own[place] if place >= 0 else rest).append(fault)
    return own, rest


def _elsewhere(file: BankFile, others: RestOfPool) -> Iterator[Fault]:
    """Give the ids that another bank of the pool has too."""
    for item, (at, _) in zip(file.bank.every if file.bank is not None else (), file.places, strict=False):
        other = others.ids.get(item.id.casefold())
        if other is not None and file.source is not None:
            line, column = file.source.place(at)
            values = {"id": item.id, "file": other[0], "line": other[1]}
            yield Fault(file=file.file, line=line, column=column, item=item.id, code="duplicate-id", values=values)


def _topics(file: BankFile, others: RestOfPool) -> tuple[ShelfTopic, ...]:
    found = others.finder.find(file)
    if found is None or found.course is None:
        return ()
    topics = found.course.topics
    depths = [sum(one.id != above.id and is_within(one.id, above.id) for above in topics) for one in topics]
    return tuple(ShelfTopic(one.id, one.title, depth) for one, depth in zip(topics, depths, strict=True))


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


def scratch() -> BankText:
    """Return a bank without items, of no file."""
    return open_text("题库: a\n标题: a\n试题:\n", "-")


def _id(fields: Mapping[str, Value]) -> str:
    id = fields.get("id", "")
    return id if isinstance(id, str) else ""


def _own(entry: ItemEntry, source: Source, faults: tuple[Fault, ...]) -> list[Fault]:
    """Return the faults that stand within an item; those of a case's items are told with them."""
    first, _ = source.place(entry.node.start)
    last, _ = source.place(end_of(entry.node, source.text))
    parts = {part.id for part in entry.parts}
    return [fault for fault in faults if first <= fault.line <= last and fault.item not in parts]


def _field(fault: Fault, entry: ItemEntry, source: Source) -> str:
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
