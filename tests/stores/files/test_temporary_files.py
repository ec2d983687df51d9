"""What is written beside its place: a name that nobody can foresee, nobody's file harmed, nothing left for long."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from quizapp.stores.disk.locks import try_lock
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.disk.whole_files import keep_whole, write_batch, write_note, write_whole
from quizapp.stores.files.folder_contents import close_to_others
from quizapp.stores.files.home import FileHome
from quizapp.stores.people_files import put_file, put_written
from tests.instruments.system_marks import not_on_windows
from tests.samples.stored_records import started

LEFT = ".quizapp-0123456789abcdef.new"
unix = pytest.mark.skipif(os.name == "nt", reason="rights and links of Unix")

WRITERS: dict[str, Callable[[Path], None]] = {
    "export": lambda path: put_file(path, b"new"),
    "record": lambda path: write_whole(Disk(), path, b"new"),
    "batch": lambda path: write_batch(Disk(), [(path, b"new")]),
    "once": lambda path: keep_whole(Disk(), (path, b"new")),
    "note": lambda path: write_note(Disk(), path, b"new"),
}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    writer: Callable[[Path], None] = WRITERS[request.param]
    return writer


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_persons_file_that_ends_in_new_stays_theirs(tmp_path: Path, write: Callable[[Path], None]) -> None:
    (tmp_path / "X.new").write_bytes(b"mine")
    write(tmp_path / "X")
    assert (tmp_path / "X.new").read_bytes() == b"mine"
    assert (tmp_path / "X").read_bytes() == b"new"


@unix
def test_no_link_is_followed(tmp_path: Path, write: Callable[[Path], None]) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    (tmp_path / "X.new").symlink_to(victim)
    (tmp_path / LEFT).symlink_to(victim)
    write(tmp_path / "X")
    assert victim.read_bytes() == b"mine"
    assert (tmp_path / "X.new").is_symlink()


@unix
def test_a_name_that_is_there_already_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "victim")
    (tmp_path / "file").write_bytes(b"mine")
    for name in ("link", "file"):
        with pytest.raises(FileExistsError):
            Disk().open_new(tmp_path / name)


def test_nothing_is_left_beside_what_was_written_or_could_not_be(tmp_path: Path, write: Callable[[Path], None]) -> None:
    write(tmp_path / "X")

    class Full(Disk):
        def write(self, descriptor: int, data: bytes) -> int:  # noqa: ARG002 # whatever it is
            raise OSError(28, "full")

    with pytest.raises(OSError, match="full"):
        write_whole(Full(), tmp_path / "Y", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["X"]


@not_on_windows("a file that is being read cannot be replaced there")
def test_six_exports_to_one_name_at_once_all_succeed_each_whole(tmp_path: Path) -> None:
    target, together = tmp_path / "成绩.zip", threading.Barrier(6)
    parts = {bytes([letter]) * 300_000 for letter in b"ABCDEF"}
    troubles: list[Exception] = []

    def export(part: bytes) -> None:
        def write(out: BinaryIO) -> None:
            for start in range(0, len(part), 30_000):
                out.write(part[start : start + 30_000])

        try:
            for _ in range(20):
                together.wait()
                put_written(target, write)
                assert target.read_bytes() in parts
        except Exception as trouble:  # noqa: BLE001 # whatever it is, it is to be told by the one who waits
            troubles.append(trouble)
            together.abort()

    writers = [threading.Thread(target=export, args=(part,)) for part in parts]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert troubles == []
    assert [path.name for path in tmp_path.iterdir()] == ["成绩.zip"]


PROGRAM = """
import sys
from pathlib import Path
from quizapp.stores.people_files import put_file
for _ in range(40):
    put_file(Path(sys.argv[1]), sys.argv[2].encode() * 200_000)
"""


def test_six_programs_export_to_one_name_at_once(tmp_path: Path) -> None:
    target = tmp_path / "成绩.zip"
    programs = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(target), letter]) for letter in "ABCDEF"]
    assert [program.wait(timeout=120) for program in programs] == [0] * 6
    assert target.read_bytes() in [letter.encode() * 200_000 for letter in "ABCDEF"]
    assert [path.name for path in tmp_path.iterdir()] == ["成绩.zip"]


# What a killed program left


def test_what_a_killed_program_left_is_swept_away_by_the_next(tmp_path: Path, write: Callable[[Path], None]) -> None:
    (tmp_path / LEFT).write_bytes(b"half")
    long_ago = time.time() - 7200
    os.utime(tmp_path / LEFT, (long_ago, long_ago))
    write(tmp_path / "X")
    assert [path.name for path in tmp_path.iterdir()] == ["X"]


@unix
def test_what_another_is_writing_stays(tmp_path: Path) -> None:
    other = Disk().open_new(tmp_path / LEFT)
    try:
        Disk().write(other, b"half")
        assert try_lock(other)
        put_file(tmp_path / "X", b"new")
        assert (tmp_path / LEFT).read_bytes() == b"half"
    finally:
        os.close(other)


def test_what_may_have_been_made_this_very_moment_stays(tmp_path: Path) -> None:
    (tmp_path / LEFT).write_bytes(b"")
    put_file(tmp_path / "X", b"new")
    assert (tmp_path / LEFT).exists()


def test_only_what_bears_our_own_kind_of_name_is_swept(tmp_path: Path) -> None:
    kept = {".quizapp-notes.new", "X.new", "quizapp-0123456789abcdef.new", f"{LEFT}.bak"}
    for name in kept:
        (tmp_path / name).write_bytes(b"mine")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".quizapp-fedcba9876543210.new").mkdir()
    put_file(tmp_path / "X", b"new")
    assert {path.name for path in tmp_path.iterdir()} == {*kept, "X", ".quizapp-fedcba9876543210.new"}


# Rights


@unix
def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    home = FileHome(tmp_path / "home")
    home.journals.create(started()).close()
    home.log.record(started().when.at, "exported", "王", {})
    paths = list((tmp_path / "home").rglob("*"))
    assert {rights(path) for path in paths if path.is_dir()} == {0o700}
    assert {rights(path) for path in paths if path.is_file()} == {0o600}
    assert rights(tmp_path / "home") == 0o700


@unix
def test_a_new_export_is_its_owners_and_an_old_ones_rights_are_kept(tmp_path: Path) -> None:
    put_file(tmp_path / "new", b"1")
    (tmp_path / "old").write_bytes(b"0")
    (tmp_path / "old").chmod(0o664)
    put_file(tmp_path / "old", b"1")
    assert (rights(tmp_path / "new"), rights(tmp_path / "old")) == (0o600, 0o664)


def home_of_an_earlier_version(tmp_path: Path) -> Path:
    """Return a data folder that others may look into, with a person's own banks in it."""
    folder = tmp_path / "home"
    FileHome(folder).journals.create(started()).close()
    (folder / "banks").mkdir()
    (folder / "banks" / "own.yaml").write_bytes(b"")
    (folder / "notes.txt").write_bytes(b"")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


@unix
def test_a_home_of_an_earlier_version_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    folder = home_of_an_earlier_version(tmp_path)
    FileHome(folder).journals.names()
    (journal,) = folder.glob("journal/*/*.jsonl")
    assert [rights(path) for path in (folder, folder / "journal", journal.parent)] == [0o700] * 3
    assert rights(journal) == 0o600
    # What a person keeps there is theirs.
    assert [rights(folder / name) for name in ("banks", "banks/own.yaml", "notes.txt")] == [0o755, 0o644, 0o644]


@unix
def test_a_folder_that_is_no_data_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "some").mkdir(mode=0o755)
    (tmp_path / "some").chmod(0o755)
    assert FileHome(tmp_path / "some").journals.names() == ()
    assert close_to_others(tmp_path / "some")
    assert rights(tmp_path / "some") == 0o755


@unix
def test_where_rights_cannot_be_changed_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = home_of_an_earlier_version(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    # As on a stick, whose rights are fixed when it is plugged in.
    monkeypatch.setattr(os, "chmod", refuse)
    assert not close_to_others(folder)


@unix
def test_a_chain_of_an_earlier_version_is_closed_when_it_is_added_to(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    home.log.record(started().when.at, "exported", "王", {})
    (tmp_path / "log.jsonl").chmod(0o644)
    home.log.record(started().when.at, "exported", "王", {})
    assert rights(tmp_path / "log.jsonl") == 0o600
