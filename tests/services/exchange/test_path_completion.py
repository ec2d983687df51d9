"""A path being typed: what it may mean, and how far it can be completed."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.exchange.import_batch import completed, dropped, matches

ENDINGS = (".txt", ".docx")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "旧题").mkdir()
    for name in ("公文一.docx", "公文二.DOCX", "说明.pdf", ".hidden.txt", "~$公文一.docx", "note.txt"):
        (tmp_path / name).touch()
    return f"{tmp_path}/"


def test_folders_come_first_then_the_files_that_can_be_read(folder: str) -> None:
    found = matches(folder, ENDINGS)
    assert [match.name for match in found] == ["旧题", "note.txt", "公文一.docx", "公文二.DOCX"]
    assert found[0].path == f"{folder}旧题/"


def test_a_few_letters_of_the_name_are_enough(folder: str) -> None:
    assert [match.name for match in matches(f"{folder}NOTE", ENDINGS)] == ["note.txt"]
    assert [match.name for match in matches(f"{folder}二", ENDINGS)] == ["公文二.DOCX"]


def test_a_path_is_completed_as_far_as_one_way_leads(folder: str) -> None:
    assert completed(f"{folder}公", matches(f"{folder}公", ENDINGS)) == f"{folder}公文"
    assert completed(f"{folder}二", matches(f"{folder}二", ENDINGS)) == f"{folder}二"
    assert completed(f"{folder}x", ()) == f"{folder}x"


def test_a_folder_that_is_not_there_has_nothing(folder: str) -> None:
    assert matches(f"{folder}nowhere/", ENDINGS) == ()


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/home/a/旧题.docx", "/home/a/旧题.docx"),
        ("'/home/a/旧 题.docx' ", "/home/a/旧 题.docx"),
        ('"C:\\题\\旧题.docx"\n', "C:\\题\\旧题.docx"),
        ("/home/a/旧\\ 题.docx", "/home/a/旧 题.docx"),
        ("file:///home/a/%E6%97%A7%20%E9%A2%98.docx", "/home/a/旧 题.docx"),
        ("file:///C:/题/旧题.docx", "C:/题/旧题.docx"),
        ("file://localhost/home/a.txt", "/home/a.txt"),
        ("~/题.txt", "~/题.txt"),
        ("旧题", None),
        ("题/旧题.docx", None),
        ("/home/a.txt\n/home/b.txt", None),
        ("'", None),
        ("", None),
    ],
)
def test_a_dropped_path_is_known_by_being_whole_and_taken_out_of_its_quotes(text: str, path: str | None) -> None:
    assert dropped(text) == path
