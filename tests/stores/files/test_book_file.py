"""The score book's file: plain TinyDB opens it, damage is set aside, and a rebuild is byte-equal."""

from __future__ import annotations

import os
import subprocess
import sys
from errno import EACCES
from pathlib import Path
from typing import cast

import pytest
from tinydb import TinyDB

from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.port_values import Book, PersonDocument, ScoreDocument
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.book_documents import document, person

BOOK = Book(
    candidates=tuple(person(f"学号{number}", "张三") for number in range(12)),
    scores=tuple(document(str(number), score=1.5, grade=None) for number in range(12)),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a book."""
    FileHome(tmp_path).book.change(lambda _: BOOK)
    return tmp_path / "scores.json"


def test_plain_tinydb_reads_it_under_any_locale(path: Path) -> None:
    path.read_bytes().decode("ascii")
    program = "import sys, tinydb; print(len(tinydb.TinyDB(sys.argv[1]).table('scores')))"
    for locale in ("C", "zh_CN.GBK"):
        environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        command = [sys.executable, "-c", program, str(path)]
        assert subprocess.run(command, env=environment, capture_output=True, check=True).stdout.split() == [b"12"]
    with TinyDB(path) as database:
        assert database.tables() == {"candidates", "scores"}
        assert [dict(one) for one in database.table("candidates")] == list(BOOK.candidates)
        assert [one.doc_id for one in database.table("scores")] == list(range(1, 13))


def test_what_plain_tinydb_changed_is_read_and_written_on(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    with TinyDB(path) as database:
        database.table("scores").update({"score": 2}, doc_ids=[1])
    book = FileHome(tmp_path).book.read()
    assert book is not None
    assert book.scores[0]["score"] == 2
    FileHome(tmp_path).book.change(lambda _: BOOK)
    assert path.read_bytes() == before


def test_the_order_of_a_documents_keys_makes_no_other_bytes(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    turned = Book(
        candidates=tuple(cast("PersonDocument", dict(reversed(one.items()))) for one in BOOK.candidates),
        scores=tuple(cast("ScoreDocument", dict(reversed(one.items()))) for one in BOOK.scores),
    )
    FileHome(tmp_path).book.change(lambda _: turned)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"{}",
        b"[" * 100_000,
        b'{"candidates": {}, "scores": []}',
        b'{"candidates": {}, "scores": {"x": {}}}',
        b'{"candidates": {}, "scores": {"1": 2}}',
        b'{"candidates": {}, "scores": {}, "_default": {}}',
    ],
)
def test_a_damaged_book_is_set_aside_and_made_again_byte_for_byte(path: Path, tmp_path: Path, damage: bytes) -> None:
    before = path.read_bytes()
    path.write_bytes(damage)
    home = FileHome(tmp_path)
    assert home.book.read() is None
    home.book.change(lambda book: book or BOOK)
    assert path.read_bytes() == before
    if damage:
        (kept,) = (tmp_path / "set-aside").iterdir()
        assert kept.read_bytes() == damage
        assert kept.name.startswith("scores.json.")


def test_a_missing_book_is_made_again_byte_for_byte(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    path.unlink()
    FileHome(tmp_path).book.change(lambda _: BOOK)
    assert path.read_bytes() == before
    assert not (tmp_path / "set-aside").exists()


@pytest.mark.xfail(sys.platform == "win32", reason="what was left there is not swept yet", strict=True)
def test_what_a_killed_program_left_half_written_is_cleaned_up(path: Path, tmp_path: Path) -> None:
    stale = tmp_path / ".quizapp-0123456789abcdef.new"
    stale.write_bytes(path.read_bytes()[:40])
    home = FileHome(tmp_path)
    assert home.book.read() == BOOK
    home.book.change(lambda book: book or Book())
    assert not stale.exists()
    assert home.book.read() == BOOK


def test_a_book_held_open_elsewhere_keeps_what_it_was(path: Path, tmp_path: Path) -> None:
    before, disk = path.read_bytes(), FailingDisk()
    disk.failing = {"replace": EACCES}
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path, disk=disk).book.change(lambda _: Book())
    assert told.value.code == "not-permitted"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.new"))


class HeldOpen(Disk):
    """A disk on which others hold a file open for the first two tries to replace it, as Windows has it."""

    tries = 0

    def rename(self, source: Path, target: Path) -> None:
        self.tries += 1
        if self.tries < 3:
            raise PermissionError(EACCES, "held open")
        super().rename(source, target)


def test_replacing_is_tried_again_while_another_program_reads(tmp_path: Path) -> None:
    disk = HeldOpen(replace_patience=60)
    FileHome(tmp_path, disk=disk).book.change(lambda _: BOOK)
    assert disk.tries == 3 + 1  # and once for the note beside it
    assert FileHome(tmp_path).book.read() == BOOK
