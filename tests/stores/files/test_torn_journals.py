"""What a crash, a failing disk or a hand leaves of a journal, and how its writer goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.port_values import AttemptName
from quizapp.stores.chain import ChainEntry, ChainHead, encode
from quizapp.stores.event_codec import entries_of
from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import NAME, answered, moment, started


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The file of an attempt with two answers."""
    writer = FileHome(tmp_path).journals.create(started())
    writer.append((answered(1), answered(2)))
    writer.close()
    return tmp_path / "journal" / NAME.paper / f"{NAME.attempt}.jsonl"


def kept(home: Path) -> set[bytes]:
    """Return what was set aside."""
    return {path.read_bytes() for path in (home / "set-aside").glob("*")}


def test_a_journal_cut_at_any_byte_gives_what_stood_whole_and_goes_on(journal: Path, tmp_path: Path) -> None:
    data = journal.read_bytes()
    ends = [place + 1 for place, byte in enumerate(data) if byte == ord("\n")]
    events = (started(), answered(1), answered(2))
    journals = FileHome(tmp_path).journals
    for cut in range(ends[0], len(data) + 1):
        journal.write_bytes(data[:cut])
        whole = sum(end <= cut for end in ends)
        assert journals.read(NAME).events == events[:whole]
        assert journals.read(NAME).is_torn == (cut not in ends)
        writer, chain = journals.open(NAME)
        assert journal.read_bytes() == data[: ends[whole - 1]]
        assert chain.events == events[:whole]
        assert not chain.is_torn
        writer.append((answered(3),))
        writer.close()
        assert journals.read(NAME).events == (*events[:whole], answered(3))
        assert not journals.read(NAME).is_torn
    torn = {data[ends[0] : cut] for cut in range(ends[0] + 1, ends[1])}
    torn |= {data[ends[1] : cut] for cut in range(ends[1] + 1, ends[2])}
    assert kept(tmp_path) == torn


def test_reading_cuts_nothing(journal: Path, tmp_path: Path) -> None:
    torn = journal.read_bytes()[:-9]
    journal.write_bytes(torn)
    assert FileHome(tmp_path).journals.read(NAME).is_torn
    assert journal.read_bytes() == torn


def test_an_altered_journal_shows_and_is_left_as_it_is(journal: Path, tmp_path: Path) -> None:
    altered = journal.read_bytes().replace("答案".encode(), "答对".encode(), 1)
    journal.write_bytes(altered)
    chain = FileHome(tmp_path).journals.read(NAME)
    assert (chain.events, chain.is_torn, chain.is_altered) == ((started(),), True, True)
    for _ in range(2):
        with pytest.raises(MachineRefused) as told:
            FileHome(tmp_path).journals.open(NAME)
        assert (told.value.code, told.value.values) == ("file-altered", {"file": str(journal), "line": 2})
    assert journal.read_bytes() == altered
    assert kept(tmp_path) == set()


def test_a_journal_under_another_attempts_name_shows(journal: Path, tmp_path: Path) -> None:
    other = AttemptName(attempt="20261201T040000123Z-KKKKKKKKKK", paper=NAME.paper)
    journal.with_stem(other.attempt).write_bytes(journal.read_bytes())
    journals = FileHome(tmp_path).journals
    assert journals.read(other).is_altered
    with pytest.raises(MachineRefused):
        journals.open(other)
    assert not journals.read(NAME).is_altered


def test_an_event_of_a_later_version_is_refused_by_name(journal: Path, tmp_path: Path) -> None:
    head = FileHome(tmp_path).journals.read(NAME).head
    line, _ = encode((ChainEntry(when=moment(), kind="teleported", data={}),), ChainHead(seq=3, hash=head))
    journal.write_bytes(journal.read_bytes() + line)
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).journals.read(NAME)
    assert told.value.code == "journal-not-understood"
    assert told.value.values["line"] == 4


def test_an_attempt_whose_start_never_reached_the_disk_is_not_listed(journal: Path, tmp_path: Path) -> None:
    journal.with_name("20261201T040000123Z-KKKKKKKKKK.jsonl.new").write_bytes(journal.read_bytes()[:50])
    (journal.parent / "committee.jsonl").touch()
    assert FileHome(tmp_path).journals.names() == (NAME,)


@pytest.mark.parametrize("left", [0, 1, 200])
def test_a_journal_without_its_whole_start_is_refused_and_left_as_it_is(
    journal: Path, tmp_path: Path, left: int
) -> None:
    journal.write_bytes(journal.read_bytes()[:left])
    before = journal.read_bytes()
    for call in (FileHome(tmp_path).journals.open, FileHome(tmp_path).journals.read):
        with pytest.raises(MachineRefused) as told:
            call(NAME)
        assert (told.value.code, told.value.values) == ("file-altered", {"file": str(journal), "line": 1})
    assert journal.read_bytes() == before


def test_an_attempt_whose_id_is_no_file_name_is_not_begun(tmp_path: Path) -> None:
    for name in (AttemptName(attempt="../x", paper="p"), AttemptName(attempt="x", paper="a/b")):
        with pytest.raises(ValueError, match="file name"):
            FileHome(tmp_path).journals.create(started(name))
    assert not (tmp_path / "journal").exists()


def test_a_journal_that_begins_with_no_start_is_altered_however_well_it_chains(journal: Path, tmp_path: Path) -> None:
    journal.write_bytes(encode(entries_of((answered(1), answered(2))), ChainHead())[0])
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).journals.read(NAME)
    assert (told.value.code, told.value.values) == ("file-altered", {"file": str(journal), "line": 1})
