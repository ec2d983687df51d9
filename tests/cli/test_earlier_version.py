"""What an earlier version wrote is read, verified and gone on with; and what this one writes, that one reads."""

from __future__ import annotations

import json
import shutil
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import wiring
from quizapp.domain.attempt.events import HandedIn
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import resume
from quizapp.settings import Options
from tests.samples.earlier import class_day
from tests.samples.earlier.class_day import SAMPLES, Machine, committee

PACKS = ("04.zip", "05.zip", "archive.zip")
EVIDENCE = ("sample-paper.quiz", "sample.txt", "scores.csv", "seal.txt")


@pytest.fixture(autouse=True)
def in_utc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stand in an empty folder where local times are UTC, as they were when the samples were made.

    On Windows a program cannot say so of itself: the tests there run where it is so.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC0")
    if sys.platform != "win32":
        time.tzset()
    yield
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture
def earlier(in_utc: None, tmp_path: Path) -> Machine:
    """The committee's machine with a copy of the earlier home, a minute after the last that was written there."""
    shutil.copytree(SAMPLES, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "*.md", "__pycache__"))
    return committee(16)


def files_of(home: Path) -> dict[str, bytes]:
    """Return what a home holds, but for what says nothing."""
    files = {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}
    own = ("banks", "cache", "locks", "secret")
    return {name: data for name, data in files.items() if name.split("/")[0] not in own}


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_same_day_told_today_leaves_the_same_bytes(tmp_path: Path) -> None:
    # Drawn today they would be the class's own, by a secret that the earlier version had none of.
    shutil.copytree(SAMPLES / "home" / "forms", tmp_path / "home" / "forms")
    class_day.tell()
    assert files_of(tmp_path / "home") == files_of(SAMPLES / "home")
    for name in EVIDENCE:
        assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes()
    for name in PACKS:
        # How well a library packs is no part of it.
        assert members(tmp_path / name) == members(SAMPLES / name)


def test_scores_are_listed_and_exported_as_they_were_and_nothing_is_written(
    earlier: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    before = files_of(Path("home"))
    assert earlier.call("scores", "list", "--format", "json") == 0
    listed = {one["attempt"]: one for one in json.loads(capfd.readouterr().out)}
    book = json.loads((SAMPLES / "home" / "scores.json").read_bytes())
    assert listed == {one["attempt"]: one for one in book["scores"].values()}
    assert files_of(Path("home")) == before
    assert earlier.call("scores", "export", "sample-paper", "--to", "again.csv") == 0
    assert Path("again.csv").read_bytes() == (SAMPLES / "scores.csv").read_bytes()


def test_it_is_verified_against_its_seal_and_what_was_altered_is_found(earlier: Machine) -> None:
    assert earlier.call("scores", "verify", "--seal", "seal.txt") == 0
    journal = sorted(Path("home/journal/sample-paper").glob("2026*.jsonl"))[0]
    journal.write_bytes(journal.read_bytes().replace(b'["A","D"]', b'["A","C"]'))
    assert earlier.call("scores", "verify", "--seal", "seal.txt") == 1


def test_the_book_is_made_again_to_the_byte(earlier: Machine) -> None:
    book = Path("home/scores.json")
    assert earlier.call("scores", "rebuild") == 0
    assert book.read_bytes() == (SAMPLES / "home" / "scores.json").read_bytes()
    book.unlink()
    assert earlier.call("scores", "list") == 0
    assert book.read_bytes() == (SAMPLES / "home" / "scores.json").read_bytes()


def test_packs_are_collected_once(earlier: Machine, capfd: pytest.CaptureFixture[str]) -> None:
    assert earlier.call("scores", "collect", "04.zip", "05.zip") == 0
    assert "新收 1 份，已有 1 份，不收 0 份" in capfd.readouterr().out
    brought = {name: data for name, data in members(Path("05.zip")).items() if name != "pack.json"}
    assert brought.items() <= files_of(Path("home")).items()
    assert earlier.call("scores", "verify") == 0
    assert earlier.call("scores", "verify", "--seal", "seal.txt") == 1
    assert "是封存以后才有的答卷" in capfd.readouterr().out


def test_a_publication_is_opened_and_sat_as_it_was(earlier: Machine) -> None:
    for pack in PACKS[:2]:
        Path(pack).unlink()
    class_day.carried("trainee-05", 6, "05")
    assert members(Path("05.zip")) == members(SAMPLES / "05.zip")


def test_attempts_are_replayed(earlier: Machine) -> None:
    place = earlier.place()
    told = [replayed(place.home, place.clock, name, place.class_id) for name in place.home.journals.names()]
    answered = ("came_to", "answered")
    whole = ("started", *answered * 5, "flagged", "by_candidate")
    assert {one.attempt.started.candidate: tuple(step.what for step in one.steps) for one in told} == {
        "04": whole,
        "01": whole,
        "02": ("started", *answered * 2, "came_to", *answered, "came_to", "flagged", "by_candidate"),
        "03": ("started", *answered * 2, "flagged"),
    }
    assert [one.status for one in told] == ["marked", "marked", "void", "in_progress"]


def test_what_was_left_open_is_gone_on_with_and_handed_in(earlier: Machine) -> None:
    place = earlier.place()
    (name,) = (
        AttemptName(doc["attempt"], doc["paper"])
        for doc in json.loads(Path("home/scores.json").read_bytes())["scores"].values()
        if doc["status"] == "in_progress"
    )
    sitting = resume(place.home, place.clock, name)
    assert sitting.attempt.responses[0] == ("B",)
    sitting.hand_in()
    sitting.close()
    assert isinstance(place.home.journals.read(name).events[-1], HandedIn)
    assert earlier.call("scores", "list") == 0
    assert earlier.call("scores", "verify", "--seal", "seal.txt") == 0


def test_an_archive_is_opened_and_has_the_same_scores(in_utc: None) -> None:
    with wiring.opened(Options(home=str(SAMPLES / "archive.zip"))) as options:
        book = wiring.workplace(wiring.settings(options)).home.book.read()
    assert book is not None
    written = json.loads((SAMPLES / "home" / "scores.json").read_bytes())["scores"].values()
    assert {doc["attempt"]: doc for doc in book.scores} == {doc["attempt"]: doc for doc in written}


def test_an_exported_bank_is_imported(earlier: Machine, capfd: pytest.CaptureFixture[str]) -> None:
    assert earlier.call("banks", "import", "sample.txt", "--to", "again.yaml", "--format", "json") == 0
    read = json.loads(capfd.readouterr().out)
    assert (read["read"], read["imported"]) == (5, 5)
