"""What the 收卷台 watches: sticks pulled out midway, slow drives, a full disk, a whole class."""

from __future__ import annotations

import asyncio
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.carrying.pack_sources import WatchedFolders
from quizapp.services.carrying.collecting_desk import read_desk
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from quizapp.tui.carrying.collecting_desk import CollectingDesk, places_of, watched_of
from quizapp.tui.carrying.desk_watch import DeskWatch, Round, RoundProgress, go_round
from tests.instruments.app_stage import WIDE, grid, on_stage, press, settled
from tests.instruments.failing_disk import FailingDisk
from tests.samples.classes.committee_class import shown
from tests.tui.carrying.desk_stage import Stick, at_desk, collected, desk, plugged


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """Have one stick's place on this machine, with nothing plugged in yet."""
    return plugged(tmp_path, monkeypatch)


async def test_a_stick_that_is_pulled_out_is_told_and_what_was_taken_stays(stick: Stick) -> None:
    stick.has(1)
    async with at_desk(desk()) as pilot:
        await collected(pilot)
        shutil.rmtree(stick.folder)
        await press(pilot, "f5")
        seen = await shown(pilot, "拔掉了")
        assert "已收 1 " in seen
        assert "没有优盘" in seen


def rounds(
    place: Workplace, stick: Stick, watched: WatchedFolders, then: Callable[[int], None] = lambda _: None
) -> Round:
    """Go one round at once, doing something after each file."""

    def tell(what: object) -> None:
        if isinstance(what, RoundProgress):
            then(what.read)

    return go_round(place, watched, stick.drives(), tell, at_once=True)


def test_what_was_not_read_when_a_stick_was_pulled_out_is_read_when_it_is_back(stick: Stick, tmp_path: Path) -> None:
    stick.has(1, 2, 3)
    place, watched, away = desk(), WatchedFolders(), tmp_path / "away"

    def pull_out(read: int) -> None:
        if read == 1:
            stick.folder.rename(away)

    first = rounds(place, stick, watched, pull_out)
    assert ([one.code for one in first.verdicts], len(first.gone), first.trouble) == (["new"], 2, None)
    away.rename(stick.folder)
    looks = [go_round(place, watched, stick.drives(), lambda _: None) for _ in range(2)]
    assert [one.code for done in looks for one in done.verdicts] == ["new", "new"]


def test_nothing_is_taken_for_collected_where_this_machine_could_not_keep_it(stick: Stick, tmp_path: Path) -> None:
    stick.has(1)
    disk, watched = FailingDisk(), WatchedFolders()
    place = replace(desk(), home=FileHome(tmp_path / "home", disk=disk))
    disk.room = 0
    done = rounds(place, stick, watched)
    assert done.trouble is not None
    assert done.verdicts == ()
    disk.room = None
    assert [one.code for one in go_round(place, watched, stick.drives(), lambda _: None).verdicts] == ["new"]


class Copies:
    """A second place that counts how often it was brought up to date."""

    folder = "D:/副本"

    def __init__(self) -> None:
        self.count = 0
        self.thread = 0

    def check(self) -> None: ...

    def copy(self) -> None:
        self.count += 1
        self.thread = threading.get_ident()


def test_the_second_copy_is_kept_after_each_collecting_and_not_after_a_look_that_found_nothing(stick: Stick) -> None:
    stick.has(1)
    copies, watched = Copies(), WatchedFolders()
    place = replace(desk(), second_place=copies)
    rounds(place, stick, watched)
    assert copies.count == 1
    go_round(place, watched, stick.drives(), lambda _: None)
    assert copies.count == 1


async def test_what_is_collected_is_collected_off_the_event_loop(stick: Stick) -> None:
    stick.has(1)
    copies = Copies()
    async with at_desk(replace(desk(), second_place=copies)) as pilot:
        await collected(pilot)
    assert copies.thread not in (0, threading.get_ident())


async def test_keys_answer_while_a_slow_drive_is_looked_through(stick: Stick) -> None:
    place, lets_go, is_through = desk(), threading.Event(), threading.Event()

    def slow() -> tuple[Path, ...]:
        lets_go.wait(10)
        is_through.set()
        return ()

    screen = CollectingDesk(read_desk(place), DeskWatch(place, WatchedFolders(), slow))
    async with on_stage(place) as pilot:
        await pilot.app.push_screen(screen)
        await press(pilot, "right")
        assert "[缺卷 4]" in grid(pilot)
        assert not is_through.is_set()
        lets_go.set()


async def test_a_head_that_is_clicked_on_opens_its_column(stick: Stick) -> None:
    async with at_desk(desk()) as pilot:
        await pilot.click("#tabs", offset=(grid(pilot).split("\n")[4].index("缺卷") + 4, 0))
        await settled(pilot)
        assert "[缺卷 4]" in grid(pilot)


def test_the_classs_own_folder_and_its_second_copy_are_not_watched(stick: Stick) -> None:
    stick.has(1)
    shutil.copytree(stick.folder, stick.folder / "home")
    shutil.copytree(stick.folder, stick.folder / "copy")
    copies = Copies()
    copies.folder = str(stick.folder / "copy")
    place = replace(desk(), home_path=str(stick.folder / "home"), second_place=copies)
    assert len(watched_of(place).look(stick.drives(), at_once=True).ready) == 1
    assert len(WatchedFolders().look(stick.drives(), at_once=True).ready) == 4


async def test_a_whole_class_is_collected_without_holding_up_the_screen(stick: Stick, is_full: bool) -> None:
    people = 500 if is_full else 60
    stick.has(*range(1, people + 1))
    place, lags = desk(people), [0.0]

    async def feel() -> None:
        clock = asyncio.get_running_loop().time
        while True:
            began = clock()
            await asyncio.sleep(0.01)
            lags.append(clock() - began)

    async with at_desk(place, WIDE) as pilot:
        feeling = asyncio.create_task(feel())
        await press(pilot, "f5")
        for _ in range(20):
            if f"已收 {people} " in grid(pilot):
                break
            await pilot.pause(0.5)
        feeling.cancel()
        assert f"应到 {people} | 已收 {people} | 作答中 0 | 缺 0" in grid(pilot)
    assert max(lags) < 0.5


def test_sticks_and_the_settings_folders_are_watched(stick: Stick) -> None:
    stick.has(1)
    place = replace(desk(), watch=("/收卷",))
    assert places_of(place) == (stick.folder, Path("/收卷"))


async def test_a_desk_in_the_other_language_goes_on_watching(stick: Stick) -> None:
    stick.has(1)
    async with at_desk(desk()) as pilot:
        await collected(pilot)
        await press(pilot, "ctrl+p", "down", "down", "enter")
        await shown(pilot, "4 expected | 1 collected")
        stick.has(2)
        assert "002 考生002: new" in await collected(pilot, "2 collected")
