"""What came back from other machines, in every store: recorded, put in place, kept aside."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from quizapp.domain.errors import AttemptBusy, MachineRefused
from quizapp.services.papers.forms import form_digest, joined, shown_part
from quizapp.services.ports.arrivals import Arrival, Rehearsal
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.instruments.memory_home import EVERY_STORE, MemoryHome
from tests.samples.stored_records import NAME, NOON, answered, fixed, form, started

ARRIVAL = Arrival(
    at=NOON, attempt=NAME.attempt, paper=NAME.paper, head="a" * 64, lines=3, outcome="new", file="“a”.zip", by="甲"
)
OTHER = AttemptName(attempt="20261201T040000123Z-ZZZZZZZZZZ", paper=NAME.paper)


@pytest.fixture(params=EVERY_STORE)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A home of each kind."""
    return EVERY_STORE[request.param](tmp_path)


def journal(home: Home) -> bytes:
    """Return the bytes of a journal of two lines."""
    writer = home.journals.create(started())
    writer.append((answered(),))
    writer.close()
    found = home.evidence.look(f"journal/{NAME.paper}/{NAME.attempt}.jsonl")
    assert found is not None
    return found.data


def test_what_is_recorded_comes_back_and_only_what_stands_is_another_machines(home: Home) -> None:
    aside = replace(ARRIVAL, attempt="2", outcome="aside")
    rehearsal = Rehearsal(at=NOON, machine="机器1", who="张三", values={"keys": "ok"})
    home.collected.record((ARRIVAL, aside))
    home.collected.record(())
    home.collected.record((rehearsal,))
    assert home.collected.read() == (ARRIVAL, aside, rehearsal)
    assert home.collected.attempts() == {NAME.attempt}


def test_a_journal_is_put_in_place_as_it_is_and_in_the_place_of_an_older_one(home: Home) -> None:
    source = MemoryHome()
    data = journal(source)
    first = data[: data.index(b"\n") + 1]
    home.journals.place({NAME: first})
    assert [event.KIND for event in home.journals.read(NAME).events] == ["started"]
    home.journals.place({NAME: data})
    assert home.journals.read(NAME) == source.journals.read(NAME)
    assert home.journals.names() == (NAME,)


def test_none_is_put_in_place_where_one_of_them_is_being_written(home: Home) -> None:
    data = journal(MemoryHome())
    writer = home.journals.create(started())
    with pytest.raises(AttemptBusy):
        home.journals.place({OTHER: data, NAME: data})
    assert home.journals.names() == (NAME,)
    writer.close()


def test_a_form_that_was_brought_is_kept_without_a_line_in_the_index_and_keys_may_come_later(home: Home) -> None:
    bare = joined(shown_part(form()), None)
    home.forms.keep(bare)
    home.forms.keep(bare)
    digest = form_digest(bare)
    assert home.forms.load(digest).paper == bare.paper
    assert not home.forms.fixed(bare.paper.id)
    assert not home.forms.load(digest).has_keys
    home.forms.fix(form(), fixed(form()))
    assert home.forms.load(digest).has_keys


def test_what_does_not_stand_is_kept_aside_once(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    home.journals.set_aside(NAME, b"one")
    home.journals.set_aside(NAME, b"one")
    home.journals.set_aside(NAME, b"two")
    kept = sorted((tmp_path / "set-aside").iterdir())
    assert sorted(path.read_bytes() for path in kept) == [b"one", b"two"]
    assert all(path.name.startswith(NAME.attempt) for path in kept)


def test_an_altered_record_of_what_was_collected_is_refused(tmp_path: Path) -> None:
    FileHome(tmp_path).collected.record((ARRIVAL,))
    path = tmp_path / "collected.jsonl"
    assert json.loads(path.read_bytes())["kind"] == "collected"
    path.write_bytes(path.read_bytes().replace(b'"lines":3', b'"lines":4'))
    with pytest.raises(MachineRefused, match="file-altered"):
        FileHome(tmp_path).collected.attempts()


def test_a_disk_that_fails_anywhere_leaves_each_journal_old_or_new_and_no_halves(tmp_path: Path) -> None:
    data = journal(MemoryHome())
    first = data[: data.index(b"\n") + 1]
    wanted = {AttemptName(f"{NAME.attempt[:-1]}{letter}", NAME.paper): data for letter in "ABCDE"}

    class Failing(Disk):
        left = 0

        def _ask(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, "full")

        def write(self, descriptor: int, data: bytes) -> int:
            self._ask()
            return super().write(descriptor, data[: max(len(data) // 2, 1)])

        def sync(self, descriptor: int) -> None:
            self._ask()
            super().sync(descriptor)

        def rename(self, source: Path, target: Path) -> None:
            self._ask()
            super().rename(source, target)

    for left in range(80):
        folder = tmp_path / str(left)
        FileHome(folder).journals.place(dict.fromkeys(wanted, first))
        disk = Failing()
        disk.left = left
        try:
            FileHome(folder, disk=disk).journals.place(wanted)
            is_done = True
        except MachineRefused:
            is_done = False
        kept = {path.read_bytes() for path in folder.glob("journal/*/*.jsonl")}
        assert kept <= ({data} if is_done else {first, data})
    assert is_done


def test_the_disk_is_waited_for_for_several_journals_at_once(tmp_path: Path) -> None:
    class Meeting(Disk):
        both = Barrier(2, timeout=30)

        def sync(self, descriptor: int) -> None:
            self.both.wait()
            super().sync(descriptor)

    data = journal(MemoryHome())
    names = [AttemptName(f"{NAME.attempt[:-1]}{letter}", NAME.paper) for letter in "ABCD"]
    FileHome(tmp_path, disk=Meeting()).journals.place(dict.fromkeys(names, data))
    assert sorted(FileHome(tmp_path).journals.names()) == sorted(names)


def test_sticks_are_what_is_mounted_under_the_usual_folders_at_most_two_deep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizapp.stores import export_places

    media = tmp_path / "media"
    mounts = {media / "cd", media / "somebody" / "U盘", media / "somebody" / "b"}
    for folder in (*mounts, media / "somebody" / "not", media / "x" / "y" / "deep"):
        folder.mkdir(parents=True)
    monkeypatch.setattr(os.path, "ismount", lambda folder: Path(folder) in mounts | {media / "x" / "y" / "deep"})
    assert set(export_places.mounted((str(media), str(tmp_path / "none")))) == mounts


def test_the_desktop_comes_before_the_home_folder_and_sticks_before_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizapp.stores import export_places
    from quizapp.stores.export_places import OwnOutlets

    monkeypatch.setattr(export_places, "removable_drives", lambda: (tmp_path / "stick",))
    monkeypatch.setattr(export_places, "own_places", lambda **_: (tmp_path / "desk", tmp_path))
    found = OwnOutlets().folders()
    assert [(one.folder.name, one.is_removable) for one in found][:2] == [("stick", True), ("desk", False)]
    assert found[2] == (tmp_path, False)
