"""One question being written: what it would be, and how it is saved; in a bank, as one of a case, or in none yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from quizapp.domain.item import Value
from quizapp.services.ports.bank_editor import BankDesk, Saved, Tried


class ItemEdit(Protocol):
    """What a form works on. Trying and saving wait for the disk."""

    title: str
    """The code of what is done."""
    is_part: bool
    """Whether it is one of a case, which has no status of its own."""
    is_kept: bool
    """Whether saving writes a file."""

    @property
    def fields(self) -> Mapping[str, Value]:
        """The fields that the form begins with."""
        ...

    def try_out(self, fields: Mapping[str, Value]) -> Tried:
        """Return what the question would be with these fields. Raises Refused, Faulty, MachineRefused."""
        ...

    def overwrite(self) -> None:
        """Take what the file says now for what it said, so that this is put over it."""
        ...

    def save(self, tried: Tried) -> Saved | None:
        """Write what was tried; None where there is nothing to write. Raises Refused, MachineRefused."""
        ...


class ItemChange:
    """A question of a bank."""

    title = "teach.form_change"
    is_kept = True

    def __init__(self, desk: BankDesk, path: Path, fields: Mapping[str, Value], *, is_part: bool = False) -> None:
        self._desk = desk
        self._path = path
        self._before = self.fields = fields
        self.is_part = is_part

    def try_out(self, fields: Mapping[str, Value]) -> Tried:
        return self._desk.try_change(self._path, fields, self._before)

    def overwrite(self) -> None:
        found = self._desk.read(self._path).found(str(self.fields.get("id", "")))
        if found is not None:
            self._before = found.fields

    def save(self, tried: Tried) -> Saved | None:
        return self._desk.save(self._path, tried, str(self.fields.get("id", "")))


class NewItem:
    """A question that a bank has not yet."""

    title = "teach.form_new"
    is_kept = True
    is_part = False

    def __init__(self, desk: BankDesk, path: Path, fields: Mapping[str, Value]) -> None:
        self._desk = desk
        self._path = path
        self._id = ""
        self.fields = fields

    def try_out(self, fields: Mapping[str, Value]) -> Tried:
        self._id = self._desk.free_id(self._path)
        return self._desk.try_new(self._path, {"id": self._id, **fields})

    def overwrite(self) -> None:
        """Do nothing: there is nothing to put it over."""

    def save(self, tried: Tried) -> Saved | None:
        return self._desk.save(self._path, tried, self._id)


class NewPart:
    """One more question of a case."""

    title = "teach.form_new"
    is_kept = True
    is_part = True

    def __init__(self, desk: BankDesk, path: Path, case: Mapping[str, Value], kind: str) -> None:
        self._desk = desk
        self._path = path
        self._case = case
        self._id = ""
        self.fields: Mapping[str, Value] = {"type": kind}

    def try_out(self, fields: Mapping[str, Value]) -> Tried:
        self._id = self._desk.free_id(self._path)
        parts = self._case.get("items", [])
        more: list[Value] = [*(parts if isinstance(parts, list) else []), {"id": self._id, **fields}]
        return self._desk.try_change(self._path, {**self._case, "items": more}, self._case, self._id)

    def overwrite(self) -> None:
        found = self._desk.read(self._path).found(str(self._case.get("id", "")))
        if found is not None:
            self._case = found.fields

    def save(self, tried: Tried) -> Saved | None:
        return self._desk.save(self._path, tried, self._id)


class Alone:
    """A question from elsewhere, which is of no bank yet."""

    title = "teach.form_mend"
    is_kept = False
    is_part = False

    def __init__(self, desk: BankDesk, fields: Mapping[str, Value]) -> None:
        self._desk = desk
        self.fields = fields

    def try_out(self, fields: Mapping[str, Value]) -> Tried:
        return self._desk.try_alone(fields)

    def overwrite(self) -> None:
        """Do nothing: there is nothing to put it over."""

    def save(self, tried: Tried) -> Saved | None:  # noqa: ARG002 nothing is written
        return None
