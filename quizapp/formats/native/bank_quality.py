"""The warnings of the banks' quality, each with its place; asked for by who checks, never by who sits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path as FilePath
from typing import NamedTuple

from quizapp.domain.bank import ItemBank
from quizapp.domain.declaration import Path
from quizapp.domain.fault import Fault
from quizapp.domain.quality.alike import alike
from quizapp.domain.quality.checks import of_bank, of_item
from quizapp.domain.quality.stems import Stem, stem_of
from quizapp.formats.native.item_places import ItemPlaces
from quizapp.formats.native.outcome import BankFile
from quizapp.reading.parsers import MakeParser


class Advice(NamedTuple):
    """What the pool's banks are advised to mend."""

    faults: Mapping[str, tuple[Fault, ...]]
    """By file."""
    mirrored: tuple[Fault, ...]
    """Of stems alike in two files, the fault seen from the file that comes first, where it counts as none."""


class _Held(NamedTuple):
    """An item, and where it stands."""

    file: BankFile
    at: int
    """The index of its id in the file."""
    stem: Stem


class _Due(NamedTuple):
    """A warning before its place is looked up."""

    held: _Held
    path: Path
    code: str
    values: Mapping[str, object]
    other: _Held | None = None
    """The item it is alike to."""
    is_mirrored: bool = False


def advise(files: Sequence[BankFile], make_parser: MakeParser) -> Advice:
    """Return the warnings of all banks together; items no longer used have none."""
    held = [each for file in files if file.bank is not None for each in _held(file, file.bank)]
    due = [_Due(each, found.path, found.code, found.values) for each in held for found in of_item(each.stem.item)]
    due += _alike(held)
    places = {file.path: _places(file, due, make_parser) for file in files if file.source is not None}
    faults: dict[str, list[Fault]] = {file.file: _of_bank(file) for file in files}
    mirrored: list[Fault] = []
    for each in due:
        fault = _fault(each, places)
        (mirrored if each.is_mirrored else faults[fault.file]).append(fault)
    return Advice({file: tuple(found) for file, found in faults.items()}, tuple(mirrored))


def _held(file: BankFile, bank: ItemBank) -> Iterator[_Held]:
    places = iter(file.places)
    for item in bank.items:
        at = next(places)[0]
        parts = [(next(places)[0], part) for part in item.parts]
        if item.status == "retired":
            continue
        yield _Held(file, at, stem_of(item))
        for at, part in parts:
            yield _Held(file, at, stem_of(part, item.id))


def _alike(held: Sequence[_Held]) -> Iterator[_Due]:
    """Give the stems that are alike, seen from the later one, and from the other where it is in another file."""
    for before, place, code in alike([each.stem for each in held]):
        first, second = held[before], held[place]
        one, other = first.stem.item, second.stem.item
        # Of a file that was copied whole it is told that its ids are taken.
        if one.id.casefold() == other.id.casefold() or code in one.allow or code in other.allow:
            continue
        yield _Due(second, _stem(second), code, {}, first)
        if first.file.path != second.file.path:
            yield _Due(first, _stem(first), code, {}, second, is_mirrored=True)


def _stem(held: _Held) -> Path:
    return (held.stem.item.ASKS,)


def _places(file: BankFile, due: Sequence[_Due], make_parser: MakeParser) -> ItemPlaces:
    assert file.source is not None
    wanted = {each.held.at for each in due if each.held.file is file}
    return ItemPlaces(file.source, wanted, make_parser)


def _of_bank(file: BankFile) -> list[Fault]:
    if file.bank is None or file.source is None:
        return []
    asked = [part for item in file.bank.items if item.status != "retired" for part in item.asked]
    line, column = file.source.place(file.id_at)
    return [_warning(file.file, line, column, "", found.code, found.values) for found in of_bank(asked)]


def _fault(due: _Due, places: Mapping[FilePath, ItemPlaces]) -> Fault:
    held, item = due.held, due.held.stem.item
    line, column = places[held.file.path].place(held.at, item, due.path)
    values = dict(due.values)
    if due.other is not None:
        source = due.other.file.source
        assert source is not None
        values |= {"other": due.other.stem.item.id, "file": due.other.file.file, "line": source.place(due.other.at)[0]}
    return _warning(held.file.file, line, column, item.id, due.code, values)


def _warning(file: str, line: int, column: int, item: str, code: str, values: Mapping[str, object]) -> Fault:
    texts = {name: str(value) for name, value in values.items()}
    return Fault(file=file, line=line, column=column, item=item, severity="warning", code=code, values=texts)
