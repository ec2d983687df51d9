"""A class in one file: unpacked it is read as ever, and nothing is written; what is no archive is not opened."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import AttemptBusy, MachineRefused, Refused
from quizapp.language import Language
from quizapp.services.book.score_book import look
from quizapp.services.decisions import attempt_decisions
from quizapp.services.evidence.verification import archived, verify
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume
from quizapp.stores.files.archive import ArchivedHome, packed, unpacked
from tests.instruments.system_marks import not_on_windows
from tests.samples.classes.class_in_files import BY, PEOPLE, five, passes, sit

FORM = f"forms/{'a' * 64}.json"


@pytest.fixture
def klass(tmp_path: Path) -> Workplace:
    """A class of five, one of them still sitting."""
    return five(tmp_path / "home", last_hands_in=False)


@pytest.fixture
def opened(klass: Workplace, tmp_path: Path) -> Iterator[Workplace]:
    """The same out of its archive."""
    path = tmp_path / "class.zip"
    path.write_bytes(packed(archived(klass, "班委甲", Language()).members))
    with unpacked(path) as folder:
        yield replace(klass, home=ArchivedHome(folder, str(path)), home_path=str(folder))


def test_an_archive_says_what_the_home_says(klass: Workplace, opened: Workplace) -> None:
    assert look(opened.home, opened.clock, "甲班") == look(klass.home, klass.clock, "甲班")
    assert opened.home.roster.candidates() == PEOPLE
    assert verify(opened.home, "甲班", wait=lambda: None).is_ok


def test_an_archive_holds_a_seal_and_no_practice(klass: Workplace) -> None:
    klass.home.practice.record("01", ())
    names = [name for name, _ in archived(klass, "班委甲", Language()).members]
    assert sum(name.startswith("seals/") for name in names) == 1
    assert not any(name.startswith(("practice", "locks", "requests", "cache")) for name in names)
    assert "scores.json" in names


def test_equal_contents_make_equal_archives(klass: Workplace) -> None:
    first, second = (packed(archived(klass, "班委甲", Language()).members) for _ in range(2))
    assert first == second


def test_what_would_be_written_into_an_archive_is_refused(opened: Workplace) -> None:
    ended, *_, open_one = opened.home.journals.names()
    for act in (
        lambda: attempt_decisions.void(opened, ended.attempt, BY),
        lambda: opened.home.roster.record([Candidate(id="77", name="新")], opened.clock.read().at),
        lambda: sit(opened, Candidate(id="78", name="新")),
        lambda: opened.home.evidence.keep_seal("x.txt", b"x"),
    ):
        with pytest.raises((MachineRefused, Refused)) as told:
            act()
        assert told.value.code in ("archived-read-only", "candidate-unknown")
    with pytest.raises(AttemptBusy, match="archived-read-only"):
        resume(opened.home, opened.clock, open_one)


def test_looking_at_an_archive_leaves_it_as_it_is_even_long_after(opened: Workplace) -> None:
    home, folder = opened.home, Path(opened.home_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    passes(opened, 86_400 * 1000)
    (*_, open_one) = home.journals.names()
    docs = {doc["attempt"]: doc for doc in look(home, opened.clock, "another class").scores}
    assert docs[open_one.attempt]["status"] == "in_progress"
    home.log.record(opened.clock.read().at, "exported", "x", {})
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@not_on_windows("rights are not modes there")
def test_the_folder_is_gone_in_the_end_and_is_its_owners_alone(klass: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "class.zip"
    path.write_bytes(packed(archived(klass, "班委甲", Language()).members))

    with unpacked(path) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not folder.exists()


def _zip(*names: str, data: bytes = b"x", mode: int = stat.S_IFREG | 0o644) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, data)
    return whole.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        _zip(),
        _zip("../evil.jsonl"),
        _zip("/etc/passwd"),
        _zip("journal/../../x.jsonl"),
        _zip("journal/p/..jsonl"),
        _zip("journal/p/a b.jsonl"),
        pytest.param(_zip("journal\\p\\a.jsonl"), marks=not_on_windows("that is a folder's sign there")),
        _zip("banks/x.yaml"),
        _zip("locks/x"),
        _zip("seals/../x.txt"),
        _zip("scores.json/"),
        _zip(FORM, "word/document.xml"),
        _zip(FORM, mode=stat.S_IFLNK | 0o777),
        _zip(FORM)[:-30],
    ],
)
def test_what_is_no_archive_of_ours_is_not_opened(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    kept = set(tmp_path.iterdir())
    with pytest.raises(Refused) as told, unpacked(path):
        pass
    assert told.value.code == "kept-no-archive"
    assert set(tmp_path.iterdir()) == kept


def test_bytes_damaged_in_an_archive_are_noticed(tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(FORM, b"a form")
    path = tmp_path / "x.zip"
    path.write_bytes(whole.getvalue().replace(b"a form", b"a farm", 1))
    with pytest.raises(Refused, match="kept-no-archive"), unpacked(path):
        pass


def test_an_archive_that_would_fill_the_disk_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from quizapp.stores.files import archive as module

    monkeypatch.setattr(module, "MOST_BYTES", 100)
    path = tmp_path / "x.zip"
    path.write_bytes(_zip(FORM, data=b"0" * 101))
    with pytest.raises(Refused, match="kept-too-big"), unpacked(path):
        pass
