"""Forms on disk: forms/<digest>.json, its keys beside it, and an index of what was fixed when."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

from quizapp.domain.codec import to_plain
from quizapp.domain.errors import CalledWrongly, MachineRefused
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form
from quizapp.services.papers.forms import canonical, joined, secret_part, shown_part
from quizapp.services.ports.port_values import FixedForm
from quizapp.stores.chain import ChainEntry
from quizapp.stores.disk.chain_file import ChainFile
from quizapp.stores.disk.locks import held
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.disk.whole_files import keep_whole, write_whole

_DIGEST = re.compile("[0-9a-f]{64}")
_REMEMBERED = 64

_Stamp: TypeAlias = tuple[int, int] | None
"""A file's time of change in nanoseconds, and its length; None where there is no file."""
_Stamps: TypeAlias = tuple[_Stamp, _Stamp]


class FileForms:
    """The forms of one data folder."""

    def __init__(self, folder: Path, index: ChainFile[ChainEntry], lock: Path, disk: Disk, patience: float) -> None:
        self._folder = folder
        self._index = index
        self._lock = lock
        self._disk = disk
        self._patience = patience
        self._loaded: dict[str, tuple[_Stamps, Form]] = {}
        """Forms read before, by digest, with their files' stamps: a class sits few forms, read for every attempt."""
        self._remembering = Lock()
        """An app has lists made in threads of their own: the oldest form is forgotten by one at a time."""

    def fix(self, form: Form, fixed: FixedForm) -> None:
        """Keep a form and its keys for ever, and a line in the index. Doing it twice changes nothing.

        Keys that stand already stay: another edition of the bank does not change a form that was fixed.
        Raises MachineRefused, and ValueError where the digest is another form's.
        """
        data = canonical(shown_part(form))
        if sha256(data).hexdigest() != fixed.form:
            raise ValueError("the digest is not this form's")
        with held(self._lock, self._patience), disk_refusals(self._folder):
            has_keys = any(question.item.has_key for question in form.questions)
            secret = self._secret(fixed.form)
            if has_keys and secret.exists() and not self._is_fixed(fixed.form):
                # Whoever put them there was killed before the form was fixed: these keys may be another edition's.
                write_whole(self._disk, secret, canonical(secret_part(form)))
            with_keys = [(secret, canonical(secret_part(form)))] if has_keys else []
            keep_whole(self._disk, (self._shown(fixed.form), data), *with_keys)
        # Of the keys that stand, which may be those of an earlier edition.
        keys = self._read(self._secret(fixed.form))
        whole = replace(fixed, keys="" if keys is None else sha256(keys).hexdigest())
        self._index.decide(lambda lines, _: _line(lines, whole))

    def keep(self, form: Form) -> None:
        """Keep what another machine's candidates saw, without a line in the index: it was not fixed here.

        Doing it twice changes nothing. Raises MachineRefused.
        """
        data = canonical(shown_part(form))
        with held(self._lock, self._patience), disk_refusals(self._folder):
            keep_whole(self._disk, (self._shown(sha256(data).hexdigest()), data))

    def _is_fixed(self, digest: str) -> bool:
        return any(entry.data.get("form") == digest for entry in self._index.read())

    def find(self, paper: str, paper_digest: str, letter: str, number: int) -> str | None:
        """Return the digest of the form first fixed for that, if any."""
        wanted = {"paper": paper, "paper_digest": paper_digest, "letter": letter, "number": number}
        for entry in self._index.read():
            if entry.data.items() >= wanted.items():
                return str(entry.data["form"])
        return None

    def fixed(self, paper: str) -> tuple[FixedForm, ...]:
        """Return what was fixed for a paper, in the order it was."""
        entries = self._index.read()
        return tuple(FixedForm(at=one.when.at, **one.data) for one in entries if one.data.get("paper") == paper)

    def load(self, digest: str) -> Form:
        """Return a fixed form, with keys where this machine has them.

        Raises CalledWrongly("unknown-form"), and MachineRefused("form-altered") where its bytes are not its own, or say
        what no form could be.
        """
        if not _DIGEST.fullmatch(digest):
            raise CalledWrongly("unknown-form", form=digest)
        stamps = (_stamp(self._shown(digest)), _stamp(self._secret(digest)))
        known = self._loaded.get(digest)
        if known is None or known[0] != stamps:
            known = (stamps, self._load(digest))
            with self._remembering:
                self._loaded[digest] = known
                while len(self._loaded) > _REMEMBERED:
                    del self._loaded[next(iter(self._loaded))]
        return known[1]

    def _load(self, digest: str) -> Form:
        data = self._read(self._shown(digest))
        if data is None:
            raise CalledWrongly("unknown-form", form=digest)
        if sha256(data).hexdigest() != digest:
            raise MachineRefused("form-altered", file=str(self._shown(digest)))
        keys = self._read(self._secret(digest))
        path = self._shown(digest) if keys is None else self._secret(digest)
        try:
            form = joined(json.loads(data), None if keys is None else _parsed(keys))
            is_whole = form.holds_together
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
            raise MachineRefused("form-altered", file=str(path)) from error
        if not is_whole:
            raise MachineRefused("form-altered", file=str(path))
        return form

    def _read(self, path: Path) -> bytes | None:
        with disk_refusals(path):
            try:
                return self._disk.read(path)
            except FileNotFoundError:
                return None

    def _shown(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"

    def _secret(self, digest: str) -> Path:
        return self._folder / f"{digest}.keys.json"


def _stamp(path: Path) -> _Stamp:
    with disk_refusals(path):
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
    return found.st_mtime_ns, found.st_size


def _parsed(keys: bytes) -> dict[str, Any]:
    secret = json.loads(keys)
    if not isinstance(secret, dict):
        raise ValueError("keys are a map")
    return secret


def _line(entries: Sequence[ChainEntry], fixed: FixedForm) -> Sequence[ChainEntry]:
    data = to_plain(fixed)
    del data["at"]
    if any(entry.data == data for entry in entries):
        return ()
    return (ChainEntry(when=Moment(at=fixed.at), kind="fixed", data=data),)
