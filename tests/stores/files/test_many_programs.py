"""Several programs in one data folder at once."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tinydb import TinyDB

from quizapp.domain.errors import AttemptBusy, MachineRefused
from quizapp.stores.disk.locks import LockOwner, take
from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import NAME, answered, started

PROGRAMS = "tests.stores.programs"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that holds the attempt."""
    FileHome(tmp_path).journals.create(started()).close()
    command = [sys.executable, "-m", f"{PROGRAMS}.hold_attempt", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "holding\n"
        yield program
        program.kill()


def test_four_programs_recording_fifty_scores_each_lose_none(tmp_path: Path) -> None:
    command = [sys.executable, "-m", f"{PROGRAMS}.keep_book", str(tmp_path)]
    programs = [subprocess.Popen([*command, str(who), "50"]) for who in range(4)]
    assert [program.wait(timeout=120) for program in programs] == [0] * 4
    everybody = {f"{who}-{number}" for who in range(4) for number in range(50)}
    with TinyDB(tmp_path / "scores.json") as database:
        scores = database.table("scores").all()
    assert len(scores) == 200
    assert {document["attempt"] for document in scores} == everybody
    people = FileHome(tmp_path).roster.candidates()
    assert len(people) == 200
    assert {one.id for one in people} == everybody


def test_a_second_program_is_told_where_the_attempt_is_open(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(AttemptBusy) as told:
        FileHome(tmp_path).journals.open(NAME)
    assert told.value.values["attempt"] == NAME.attempt
    assert told.value.values["pid"] == holder.pid
    assert told.value.values["host"] == platform.node()
    assert isinstance(told.value.values["since"], datetime)
    assert FileHome(tmp_path).journals.read(NAME).events == (started(), answered())


def test_a_lock_that_another_program_holds_is_waited_for_and_then_told(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    with pytest.raises(MachineRefused) as told, FileHome(tmp_path, patience=0.02).only_one("sealing"):
        pass
    assert told.value.code == "lock-held"
    assert told.value.values["pid"] == holder.pid


def test_a_killed_program_leaves_no_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    home = FileHome(tmp_path, patience=0)
    with home.only_one("sealing"):
        pass
    writer, chain = home.journals.open(NAME)
    assert chain.events == (started(), answered())
    writer.close()
    assert list((tmp_path / "locks").iterdir()) == []


def test_a_lock_whose_file_its_last_holder_removed_is_taken_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    first = take(path)
    assert first is not None
    assert take(path) is None
    first.release()
    first.release()
    second = take(path)
    assert second is not None
    assert path.exists()
    assert take(path) is None
    second.release()


def test_a_holder_that_did_not_sign_is_a_question_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    lock = take(path)
    assert lock is not None
    for text in ("", "[]", '{"pid": 1}', '{"pid": 1, "host": "h", "since": "x"}'):
        path.write_text(text)
        assert LockOwner.read(path) == LockOwner(pid="?", host="?", since="?")
    lock.release()
