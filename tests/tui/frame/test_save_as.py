"""The one way to a file that a person wants written: where to, over another or not, and again where that fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.prompts import AskText
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.save_as import SavedFile, may_replace, save_as, save_typed, usual_folder
from tests.instruments.app_stage import grid, on_stage, press, settled, type_text, until
from tests.samples.workplace import workplace

FULL = MachineRefused("disk-full", file="/优盘")


@dataclass
class Person:
    """Says where to, answer by answer, and whether a file may be replaced."""

    folder: Path
    answers: list[str | None]
    replaces: bool = False
    fails: list[str] = field(default_factory=list)
    """The names under which the disk takes no file."""
    asked: list[tuple[str, QuizError | None]] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    async def ask(self, begun: str, trouble: QuizError | None) -> str | None:
        self.asked.append((begun, trouble))
        return self.answers.pop(0)

    async def may_replace(self, path: Path) -> bool:
        self.doubted.append(path.name)
        return self.replaces

    async def write(self, wanted: str, path: Path) -> int:
        if path.name in self.fails:
            raise FULL
        self.written.append(wanted)
        return len(self.written)

    async def saved(self) -> SavedFile[str, int] | None:
        return await save_as(
            "usual.txt",
            ask=self.ask,
            path_of=lambda name: self.folder / name,
            may_replace=self.may_replace,
            write=self.write,
        )


async def test_a_new_file_is_written_where_it_is_wanted_without_another_question(tmp_path: Path) -> None:
    person = Person(tmp_path, ["成绩.txt"])
    assert await person.saved() == ("成绩.txt", tmp_path / "成绩.txt", 1)
    assert person.asked == [("usual.txt", None)]
    assert person.doubted == []


async def test_going_back_writes_nothing(tmp_path: Path) -> None:
    person = Person(tmp_path, [None])
    assert await person.saved() is None
    assert person.written == []


async def test_a_file_that_is_there_is_replaced_only_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "成绩.txt").touch()
    person = Person(tmp_path, ["成绩.txt"], replaces=True)
    assert await person.saved() is not None
    assert (person.doubted, person.written) == (["成绩.txt"], ["成绩.txt"])


async def test_who_keeps_the_old_file_is_asked_again_with_what_was_typed(tmp_path: Path) -> None:
    (tmp_path / "成绩.txt").touch()
    person = Person(tmp_path, ["成绩.txt", "别处.txt"])
    assert await person.saved() == ("别处.txt", tmp_path / "别处.txt", 1)
    assert person.asked == [("usual.txt", None), ("成绩.txt", None)]
    assert person.written == ["别处.txt"]


async def test_what_could_not_be_written_is_asked_again_with_the_reason_once(tmp_path: Path) -> None:
    (tmp_path / "旧.txt").touch()
    person = Person(tmp_path, ["满.txt", "旧.txt", None], fails=["满.txt"])
    assert await person.saved() is None
    assert person.asked == [("usual.txt", None), ("满.txt", FULL), ("旧.txt", None)]
    assert person.written == []


async def test_a_folder_is_no_file_to_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "夹").mkdir()
    person = Person(tmp_path, ["夹", None], fails=["夹"])
    assert await person.saved() is None
    assert (person.doubted, person.asked[-1]) == ([], ("夹", FULL))


async def test_a_path_is_typed_until_it_can_be_written_and_the_reason_stands_beneath(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "old.txt").write_text("别人的", "utf-8")

    def write(path: Path) -> None:
        if path.name != "old.txt":
            raise FULL
        path.write_text("新的", "utf-8")

    found: list[SavedFile[str, None] | None] = []

    async def visit(app: QuizApp) -> None:
        room = app.screen
        assert isinstance(room, Room)
        words = ("写到哪里？", "Enter 写出")
        found.append(
            await save_typed(
                room, words, tmp_path / "a.txt", may_replace=lambda path: may_replace(room, path), write=write
            )
        )

    async with on_stage(workplace()) as pilot:
        assert isinstance(pilot.app, QuizApp)
        pilot.app.run_worker(visit(pilot.app), group="visit")
        await until(pilot, lambda: isinstance(pilot.app.screen, AskText))
        await press(pilot, "enter")
        await until(pilot, lambda: "磁盘" in grid(pilot))
        assert "Enter 写出" in grid(pilot)
        await press(pilot, "ctrl+a")
        await type_text(pilot, "~/old.txt")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await press(pilot, "tab", "enter")
        await settled(pilot)
        await until(pilot, lambda: bool(found))
    assert found == [("~/old.txt", tmp_path / "old.txt", None)]
    assert (tmp_path / "old.txt").read_text("utf-8") == "新的"


def test_a_file_goes_to_the_desktop_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert usual_folder() == tmp_path
    (tmp_path / "桌面").mkdir()
    assert usual_folder() == tmp_path / "桌面"
