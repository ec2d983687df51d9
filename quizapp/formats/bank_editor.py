"""The banks' files as a teacher edits them: read as they stand, changed item by item, and put in place.

What somebody else wrote meanwhile is not written over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.item import Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats import SOURCES
from quizapp.formats.native.edit.bank_merge import MergeTarget, bank_id, empty_bank, merge
from quizapp.formats.native.edit.bank_shelf import RestOfPool, advised, read_shelf, scratch, tried
from quizapp.formats.native.edit.bank_text import BankText, digest_of, open_bytes
from quizapp.formats.native.edit.item_edits import Edit, Insert, Replace, found
from quizapp.formats.native.pool.file_reader import CourseFinder, FileReader, check_banks
from quizapp.formats.native.pool.pool_files import PoolFiles
from quizapp.formats.native.read.banks import free_ids
from quizapp.formats.native.read.files import BankFile
from quizapp.formats.source_format import OLD_OFFICE, file_to_read, read_with, source_for
from quizapp.reading import native_words as words
from quizapp.reading.exchange.source_question import NO_AID, ReadingAid, Reason, SourceReading
from quizapp.reading.files import bytes_of, shown
from quizapp.reading.yaml.document import collector_off
from quizapp.reading.yaml.events import best_parser
from quizapp.services.exchange.source_memory import NO_WISHES, ImportWishes
from quizapp.services.ports.bank_editor import BankFacts, Planned, Saved, Shelf, Stamp, Tried

PASTED = ".txt"
"""As what a pasted text is read: what it looks like tells the rest."""


class BankWrite(Protocol):
    """Puts a file in place, but not over what somebody else has written meanwhile."""

    def __call__(self, path: Path, data: bytes, digest: str, *, has_copy: bool = False) -> Path | None: ...


class BankEditor:
    """The files under the banks folders, read anew each time; it keeps which ids there are, and what it read last."""

    def __init__(self, folders: Sequence[Path], write: BankWrite, forget: Callable[[], None]) -> None:
        """`forget` tells whoever remembers banks that one was changed."""
        self._folders = folders
        self._write = write
        self._forget = forget
        self._ids: dict[Path, dict[str, tuple[str, int]]] = {}
        self._read: dict[Path, BankFile] = {}

    def banks(self) -> tuple[BankFacts, ...]:
        """Return the banks of the pool as their files stand now."""
        files, finder = self._files()
        checked = check_banks(files, finder.find)
        self._ids = {file.path: _ids(file) for file in files}
        return tuple(_facts(file, one.faults) for file, one in zip(files, checked.sourced, strict=True))

    def stamp(self, path: Path) -> Stamp:
        """Return what changes when a file is saved; () where it is not there."""
        try:
            found = path.stat()
        except OSError:
            return ()
        return found.st_mtime_ns, found.st_size, found.st_ino

    def read(self, path: Path) -> Shelf:
        """Return a bank as its file stands now, quickly. Raises Faulty where it is no text at all."""
        others = {id: held for other, ids in self._ids.items() if other != path for id, held in ids.items()}
        with collector_off():
            shelf, self._read[path] = read_shelf(path, bytes_of(path), RestOfPool(self._finder(), others))
        return shelf

    def advised(self, shelf: Shelf) -> Shelf:
        """Return a shelf that was read last of its file with the warnings of quality too."""
        with collector_off():
            return advised(shelf, self._read[shelf.path])

    def free_id(self, path: Path) -> str:
        """Return an id for a new item. Raises Faulty, Refused."""
        return next(iter(self._free_ids(self._open(path), path)))

    def try_new(self, path: Path, fields: Mapping[str, Value]) -> Tried:
        """Return what a new item would be, its id among its fields. Raises Faulty, Refused."""
        return self._tried(path, Insert(fields))

    def try_change(self, path: Path, fields: Mapping[str, Value], before: Mapping[str, Value], of: str = "") -> Tried:
        """Return what an item would be with other fields; `of` is one of a case's that is asked about.

        Raises Faulty, Refused where it is no longer as `before`.
        """
        id = before.get("id", "")
        if not isinstance(id, str) or not id:
            raise Refused("import-unnumbered", file=shown(path))
        bank = self._open(path)
        if dict(found(bank, id).fields) != dict(before):
            raise Refused("item-changed-meanwhile", item=id)
        is_mended = fields.get("status", "ready") != "draft"
        return self._tried(path, Replace(id, fields, () if is_mended else None), bank, of)

    def try_alone(self, fields: Mapping[str, Value]) -> Tried:
        """Return what an item would be that is of no bank yet."""
        return tried(scratch(), Path("-"), Insert({"id": "a1", **fields}), None)

    def save(self, path: Path, tried: Tried, key: str) -> Saved:
        """Write what was tried. Raises Refused where the file was changed meanwhile, MachineRefused."""
        before = bytes_of(path)
        self._write(path, tried.data, tried.digest)
        self._forget()
        return Saved(path, key, before, digest_of(tried.data))

    def take_back(self, saved: Saved) -> None:
        """Put a file back as it was before. Raises Refused where it was changed since, MachineRefused."""
        self._write(saved.path, saved.before, saved.after)
        self._forget()

    def source_endings(self) -> tuple[str, ...]:
        """Return the endings of the files that questions are brought in from, those of old office files last."""
        return (*(ending for source in SOURCES.values() for ending in source.suffixes), *OLD_OFFICE)

    def source(self, path: Path, aid: ReadingAid = NO_AID) -> SourceReading:
        """Return the questions of a file from elsewhere, with what is said of it.

        Raises CalledWrongly, Refused, Faulty, MachineRefused.
        """
        data, name = file_to_read(path)
        return read_with(source_for(SOURCES, "", name, data), data, name, "", aid)

    def pasted(self, text: str, aid: ReadingAid = NO_AID) -> SourceReading:
        """Return the questions of a text, with what is said of it. Raises CalledWrongly, Refused, Faulty."""
        data = text.encode("utf-8", "replace")
        return read_with(source_for(SOURCES, "", PASTED, data), data, PASTED, "utf-8", aid)

    def keys_file(self, path: Path) -> tuple[bytes, str]:
        """Return the bytes and the name of a file with keys. Raises CalledWrongly, Refused, MachineRefused."""
        return file_to_read(path)._replace(name=path.name)

    def plan(
        self,
        reading: SourceReading,
        path: Path,
        say: Callable[[Reason], str],
        tongue: Literal["zh", "en"] = "zh",
        wishes: ImportWishes = NO_WISHES,
    ) -> Planned:
        """Return what an import would make of a bank, there or not. Raises Faulty, Refused.

        `tongue` is that of a new bank.
        """
        data = bytes_of(path) if path.exists() else None
        taken = frozenset(id for other, ids in self._ids.items() if other != path for id in ids)
        target = MergeTarget(path, data, tongue, say, tuple(self._folders), taken, wishes)
        merged = merge(reading, target)
        return Planned(merged.plan, path, merged.data, merged.digest)

    def bring_in(self, planned: Planned) -> Path | None:
        """Write what was planned, and return where the old file is kept. Raises Refused, MachineRefused."""
        if planned.data is None:
            return None
        copy = self._write(planned.path, planned.data, planned.digest, has_copy=True)
        self._forget()
        return copy

    def new_path(self, name: str) -> Path:
        """Return where a new bank of that name would be. Raises CalledWrongly where the name or the place is none."""
        stem = name.strip().removesuffix(".yaml").strip()
        if not stem or stem.startswith(".") or not stem.isprintable() or set(stem) & set('/\\:*?"<>|'):
            raise CalledWrongly("bank-name-odd", name=name)
        if not self._folders:
            raise CalledWrongly("cannot-write-there", path=stem)
        return self._folders[0] / f"{stem}.yaml"

    def begin(self, name: str, tongue: Literal["zh", "en"] = "zh") -> Path:
        """Write a new bank without questions, and return where it is; the one of that name where it is there already.

        Raises CalledWrongly where the name or the place is none, MachineRefused.
        """
        path = self.new_path(name)
        if not path.exists():
            self._write(path, empty_bank(path, tongue).encode(), "")
            self._forget()
        return path

    def _tried(self, path: Path, edit: Edit, bank: BankText | None = None, of: str = "") -> Tried:
        return tried(bank or self._open(path), path, edit, self._finder(), of=of)

    def _open(self, path: Path) -> BankText:
        return open_bytes(bytes_of(path), shown(path))

    def _free_ids(self, bank: BankText, path: Path) -> Iterable[str]:
        header = {words.BANK.get(name, name): value for name, value in bank.entries.header.items()}
        taken = {entry.id.casefold(): 0 for entry in bank.entries.every}
        others = {id: 0 for other, ids in self._ids.items() if other != path for id in ids}
        return free_ids(str(header.get("bank") or bank_id(path)), {**others, **taken})

    def _files(self) -> tuple[list[BankFile], CourseFinder]:
        files, reader = PoolFiles(self._folders), FileReader(ITEM_TYPES, None, best_parser)
        with collector_off():
            return [reader.bank(path) for path in files.of("bank")], CourseFinder(files, reader)

    def _finder(self) -> CourseFinder:
        return CourseFinder(PoolFiles(self._folders), FileReader(ITEM_TYPES, None, best_parser))


def _facts(file: BankFile, faults: Sequence[object]) -> BankFacts:
    errors = sum(getattr(fault, "severity", "") == "error" for fault in faults)
    bank = file.bank
    return BankFacts(
        path=file.path,
        title=bank.title if bank is not None else file.path.stem,
        items=0 if bank is None else sum(len(item.asked) for item in bank.items),
        errors=errors,
        warnings=len(faults) - errors,
        is_for_exam=bank is not None and bank.use == "exam",
    )


def _ids(file: BankFile) -> dict[str, tuple[str, int]]:
    """Return the ids of a bank's items in small letters, with where each is."""
    if file.bank is None or file.source is None:
        return {}
    pairs = zip(file.bank.every, file.places, strict=True)
    return {item.id.casefold(): (file.file, file.source.place(at)[0]) for item, (at, _) in pairs}
