"""Watched folders: what is new or changed is ready once it stands still, and nothing else is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from quizapp.carrying.pack_sources import WatchedFolders, brought_in
from quizapp.services.carrying.copies import BroughtCopy, UnreadFile
from tests.samples.carrying.machines import packed, sat

PACK = packed(sat(1))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "a.zip").write_bytes(PACK)
    return folder


def ready(watched: WatchedFolders, *places: Path) -> list[str]:
    """Take what a look says is ready, and return the names."""
    look = watched.look(places)
    watched.took(look.ready)
    return [path.name for path in look.ready]


def test_a_file_is_ready_when_two_looks_found_it_the_same_and_then_no_more(stick: Path) -> None:
    watched = WatchedFolders()
    assert watched.look([stick]).waiting == 1
    assert [ready(watched, stick) for _ in range(2)] == [["a.zip"], []]


def test_a_file_that_still_grows_waits(stick: Path) -> None:
    watched = WatchedFolders()
    for size in (10, 20, 30):
        (stick / "b.zip").write_bytes(PACK[:size])
        assert "b.zip" not in ready(watched, stick)
    assert ready(watched, stick) == ["b.zip"]


@pytest.mark.parametrize("what", ["size", "time"])
def test_a_file_that_was_changed_is_ready_again(stick: Path, what: str) -> None:
    watched = WatchedFolders()
    ready(watched, stick)
    ready(watched, stick)
    if what == "size":
        (stick / "a.zip").write_bytes(PACK + b"x")
    else:
        os.utime(stick / "a.zip", (1, 1))
    assert [ready(watched, stick) for _ in range(3)] == [[], ["a.zip"], []]


def test_everything_is_ready_at_once_where_somebody_asks(stick: Path) -> None:
    watched = WatchedFolders()
    ready(watched, stick)
    ready(watched, stick)
    assert [path.name for path in watched.look([stick], at_once=True).ready] == ["a.zip"]


def test_what_was_not_taken_is_ready_again(stick: Path) -> None:
    watched = WatchedFolders()
    watched.look([stick])
    assert [len(watched.look([stick]).ready) for _ in range(2)] == [1, 1]


def test_a_stick_that_comes_and_goes_is_told_and_what_was_taken_stays_taken(stick: Path, tmp_path: Path) -> None:
    watched, away = WatchedFolders(), tmp_path / "away"
    assert watched.look([stick]).came == (stick,)
    ready(watched, stick)
    stick.rename(away)
    assert watched.look([stick]).gone == (stick,)
    away.rename(stick)
    assert watched.look([stick]).came == (stick,)
    assert ready(watched, stick) == []


def test_the_classs_own_folder_and_its_second_copy_were_not_brought(stick: Path) -> None:
    (stick / "copy" / "journal" / "p").mkdir(parents=True)
    (stick / "copy" / "journal" / "p" / "x.jsonl").write_bytes(b"{}\n")
    assert {path.name for path in WatchedFolders().look([stick], at_once=True).ready} == {"a.zip", "x.jsonl"}
    assert {path.name for path in WatchedFolders([stick / "copy"]).look([stick], at_once=True).ready} == {"a.zip"}


def test_other_files_are_not_looked_at(stick: Path) -> None:
    for name in ("b.docx", "committee.jsonl", "a.zip.txt"):
        (stick / name).write_bytes(b"x")
    assert [path.name for path in WatchedFolders().look([stick], at_once=True).ready] == ["a.zip"]


def test_a_file_may_be_named_itself(stick: Path) -> None:
    assert ready_at_once(stick / "a.zip") == ["a.zip"]


def ready_at_once(*places: Path) -> list[str]:
    return [path.name for path in WatchedFolders().look(places, at_once=True).ready]


def test_a_file_that_is_gone_when_it_is_its_turn_is_named_and_gives_nothing(stick: Path) -> None:
    gone: set[Path] = set()
    shutil.rmtree(stick)
    assert list(brought_in([stick / "a.zip"], gone)) == []
    assert gone == {stick / "a.zip"}


def test_a_file_that_cannot_be_read_and_is_still_there_is_not_gone(stick: Path) -> None:
    gone: set[Path] = set()
    (stick / "odd.zip").write_bytes(b"PK")
    found = list(brought_in([stick / "a.zip", stick / "odd.zip"], gone))
    assert [type(one) for one in found] == [BroughtCopy, UnreadFile]
    assert gone == set()


def test_a_journal_of_a_data_folder_is_brought_with_its_form(tmp_path: Path) -> None:
    place = sat(2)
    (name,) = place.home.journals.names()
    journal = tmp_path / "journal" / name.paper / f"{name.attempt}.jsonl"
    journal.parent.mkdir(parents=True)
    kept = place.home.evidence.look(f"journal/{name.paper}/{name.attempt}.jsonl")
    assert kept is not None
    journal.write_bytes(kept.data)
    (one,) = brought_in([journal], set())
    assert isinstance(one, BroughtCopy)
    assert one.name == name
