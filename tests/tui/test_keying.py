"""The keying screens: how they look, and what their keys do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.marking.keying import Round
from quizapp.language import Language, Tongue
from quizapp.services.book.score_book import look
from quizapp.services.marking.keying import FIRST, SECOND, Keying
from quizapp.stores.files.home import FileHome
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from quizapp.tui.marking.keying import DELAY, KeyingScreen
from quizapp.tui.marking.keying_rounds import KeyingCompare, KeyingTask
from tests.instruments.app_stage import CHINA, SMALL, WIDE, burst, grid, on_stage, press, settled, type_text
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.keyed_attempts import roster
from tests.samples.workplace import PAPER, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.services.ports.workplace import Workplace
ONE, TWO = "07 CA ACD 错 耳目；参谋", "08 BB AC 对 -"


def class_of_two(place: Workplace | None = None) -> Workplace:
    place = place or workplace()
    roster(place, "07 张三", "08 李四")
    return place


def kept(place: Workplace, round: Round = FIRST) -> list[str]:
    return [line.text for line in Keying(place, PAPER, round, "").lines]


@asynccontextmanager
async def keying(
    place: Workplace, round: Round = FIRST, size: tuple[int, int] = SMALL, tongue: Tongue = "zh"
) -> AsyncIterator[Pilot[int]]:
    wanted = KeyingTask(round=round, by="赵班长")
    app = QuizApp(place, Language(tongue, CHINA), paper=PAPER.id, keying=wanted)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert isinstance(pilot.app.screen, KeyingScreen)
        yield pilot


def top(pilot: Pilot[int]) -> type:
    return type(pilot.app.screen)


async def key(pilot: Pilot[int], *lines: str) -> None:
    for line in lines:
        await type_text(pilot, line)
        await press(pilot, "enter")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["keying", "keying_reading", "keying_fault", "keying_compare", "keying_help"])
async def test_the_screen_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    place = class_of_two()
    if name == "keying_compare":
        first = Keying(place, PAPER, FIRST, "钱")
        for text in (ONE, TWO):
            first.take(text)
    round = SECOND if name == "keying_compare" else FIRST
    async with keying(place, round, size) as pilot:
        if name == "keying_reading":
            await key(pilot, ONE)
            await type_text(pilot, "08 BB AC")
        elif name == "keying_fault":
            await type_text(pilot, "08 BEX")
        elif name == "keying_compare":
            await key(pilot, "07 CB ACD 错 耳目；参谋")
            await press(pilot, "f9")
            await settled(pilot)
            await type_text(pilot, "1")
        elif name == "keying_help":
            await press(pilot, "f4")
        shown = grid(pilot)
    snapshots.check(shown, name, size)


async def test_how_a_line_is_read_stands_beneath_it_with_every_key() -> None:
    async with keying(class_of_two()) as pilot:
        await type_text(pilot, "07 CA ACD")
        shown = grid(pilot)
        assert "07 张三" in shown
        assert "1-2:CA   3:ACD" in shown
        assert "读到 3 / 5 题" in shown
        await type_text(pilot, " 错 耳目；参谋")
        assert "读全了" in grid(pilot)


async def test_a_line_is_taken_by_enter_and_only_a_whole_one() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await key(pilot, "07 CA ACD")
        assert "还差 2 题" in grid(pilot)
        assert kept(place) == []
        await key(pilot, " 错 耳目；参谋")
        assert kept(place) == [ONE]
        assert "已录 1 人" in grid(pilot)


async def test_a_burst_of_keys_makes_the_lines_it_was_meant_for() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await burst(pilot, [*"08 BB AC A -", "enter", *"07 CA ACD B -", "enter"])
        assert kept(place) == ["08 BB AC A -", "07 CA ACD B -"]


async def test_a_line_is_changed_or_taken_out_and_put_back() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await key(pilot, ONE, TWO)
        await press(pilot, "up", "f8")
        assert kept(place) == [TWO]
        assert "07 的一行取出来了" in grid(pilot)
        await press(pilot, "enter")
        assert kept(place) == [TWO, ONE]
        await press(pilot, "up", "f2", "backspace")
        await key(pilot, "耳目")
        assert kept(place) == ["08 BB AC 对 耳目", ONE]


async def test_what_is_half_typed_is_there_again_whether_it_was_left_or_killed() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await type_text(pilot, "07 CA")
        await pilot.pause(DELAY + 0.2)
        assert Keying(place, PAPER, FIRST, "").begun == "07 CA"
        await type_text(pilot, " ACD")
        await press(pilot, "escape")
        await settled(pilot)
    async with keying(place) as pilot:
        assert "07 CA ACD" in grid(pilot)


async def test_a_full_disk_is_said_and_the_line_stays_in_the_field(tmp_path: Path) -> None:
    disk = FailingDisk()
    place = class_of_two(replace(workplace(), home=FileHome(tmp_path, disk=disk)))
    async with keying(place) as pilot:
        disk.room = 0
        await key(pilot, ONE)
        assert "磁盘已满" in grid(pilot)
        assert ONE in grid(pilot)
        disk.room = None
        await press(pilot, "enter")
        assert kept(place) == [ONE]


async def test_f9_asks_and_enters_all() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await key(pilot, ONE, TWO)
        await press(pilot, "f9")
        await settled(pilot)
        assert top(pilot) is Confirm
        assert "只录了一遍" in grid(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert top(pilot) is KeyingScreen
        assert look(place.home, place.clock).scores == ()
        await press(pilot, "f9")
        await settled(pilot)
        await press(pilot, "f9")
        await settled(pilot)
        assert top(pilot) is Notice
        await press(pilot, "enter")
        await settled(pilot)
    assert [doc["candidate"] for doc in look(place.home, place.clock).scores] == ["07", "08"]


async def test_f9_with_nothing_keyed_says_so_and_with_half_a_line_stays() -> None:
    async with keying(class_of_two()) as pilot:
        await press(pilot, "f9")
        await settled(pilot)
        assert "还没有录入的行，没有什么可录入。" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await type_text(pilot, "07 C")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, KeyingScreen)
        assert "还差 4 题" in grid(pilot)


async def test_the_second_round_does_not_see_the_first_and_differences_are_settled_by_choosing() -> None:
    place = class_of_two()
    async with keying(place) as pilot:
        await key(pilot, ONE, TWO)
    async with keying(place, SECOND) as pilot:
        assert "耳目；参谋" not in grid(pilot)
        await key(pilot, "07 CB ACD 错 耳目；参谋", "08 BB AC 对 耳目")
        await press(pilot, "f9")
        await settled(pilot)
        assert isinstance(pilot.app.screen, KeyingCompare)
        assert "07 张三 | 第 2 题 | 第一遍 A | 第二遍 B" in grid(pilot)
        await press(pilot, "f9")
        assert "还有 2 处不同没有定" in grid(pilot)
        await burst(pilot, ["1", "2"])
        assert "都定了" in grid(pilot)
        await press(pilot, "f9")
        await settled(pilot)
        await press(pilot, "f9")
        await settled(pilot)
        await settled(pilot)
    scores = {doc["candidate"]: doc["score"] for doc in look(place.home, place.clock).scores}
    assert scores == {"07": 10, "08": 2.33}


async def test_home_offers_it_where_the_settings_name_staff() -> None:
    async with on_stage(class_of_two()) as pilot:
        assert "录入纸笔答卷" not in grid(pilot)
    place = replace(class_of_two(), staff="赵班长", has_staff=True)
    async with on_stage(place, size=WIDE) as pilot:
        await settled(pilot)
        assert "录入纸笔答卷" in grid(pilot)
        await press(pilot, "end", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Pick)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "down", "enter")
        await settled(pilot)
        await settled(pilot)
        assert isinstance(pilot.app.screen, KeyingScreen)
        assert "第二遍（核对用） | 录入人 赵班长" in grid(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_text_is_never_markup() -> None:
    async with keying(workplace()) as pilot:
        await type_text(pilot, "[/] CA ACD 错 [@click=app.quit]点")
        assert "5:[@click=app.quit]点" in grid(pilot)
        await press(pilot, "enter")
        assert "[/]  CA ACD 错 [@click=app.quit]点" in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_was_written() -> None:
    async with keying(workplace(), tongue="en") as pilot:
        await key(pilot, "1 CA ACD T x")
        await type_text(pilot, "2 CA")
        shown = grid(pilot).replace("样卷", "").replace("赵班长", "")
        assert not [character for character in shown if "\u4e00" <= character <= "\u9fff"]
