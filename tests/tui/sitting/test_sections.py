"""What only the question screen can get wrong of sections with clocks: the way into them, out of them, their end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from quizapp.domain.attempt.events import SectionClosed, SectionOpened
from quizapp.domain.attempt.orders import Request
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.sheet import SheetScreen
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, sitting_of, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.workplace import StoppedClock
from tests.tui.sitting.sectioned_sitting import (
    FILL,
    JUDGE,
    MINUTE,
    SINGLE,
    answers,
    begun,
    clocked,
    journal,
    kinds,
    pass_time,
    place_of,
    stands,
)

# Into a section


async def test_the_cover_says_that_sections_have_clocks() -> None:
    async with on_stage(place_of(clocked()), paper="sample-paper", candidate="07", name="张三") as pilot:
        assert "!  2 个大题单独计时：进入前会提示，离开后不能再回来" in grid(pilot)


async def test_on_the_way_into_a_section_its_dialog_tells_all_of_it_and_enter_goes_back() -> None:
    place = place_of(clocked())
    async with begun(place) as pilot:
        await press(pilot, "1", "right")
        shown = grid(pilot)
        assert "开始“二、单项选择题”吗？" in shown
        assert "共 2 题，4 分" in shown
        assert "单独计时 20 分钟，开始后不能暂停" in shown
        for key in ("enter", "escape"):
            await press(pilot, key)
            assert stands(pilot, SittingScreen)
            assert "第 1 题 / 共 4 题" in grid(pilot)
            await press(pilot, "right")
        assert "section_opened" not in kinds(place)
        await press(pilot, "right")
        assert "第 2 题 / 共 4 题" in grid(pilot)
        assert "本大题剩余 00:20:00" in grid(pilot)
        assert "全卷剩余 01:00:00" in grid(pilot)


async def test_a_burst_through_the_dialog_loses_and_misplaces_no_answer() -> None:
    place = place_of(clocked())
    async with begun(place) as pilot:
        await burst(pilot, ["1", "right", "right", "2", "right", "3"])
        assert answers(place) == [(1, ("true",)), (2, ("B",)), (3, ("C",))]
        await burst(pilot, ["2", "right", "1", "tab", "enter", "x", "y", "enter", "z"])
        await press(pilot, "escape")
        assert answers(place)[3:] == [(3, ("B",)), (4, ("xy", "z"))]
        assert [event.section for event in journal(place) if isinstance(event, SectionOpened)] == [1, 2]


async def test_a_burst_through_the_answer_sheet_and_the_dialog_answers_the_question_it_leads_to() -> None:
    place = place_of(clocked())
    async with begun(place) as pilot:
        await burst(pilot, ["f3", "3", "enter", "right", "1"])
        assert answers(place) == [(3, ("A",))]
        await burst(pilot, ["f3", "2", "enter", "2", "f9", "enter", "1"])
        assert answers(place)[1:] == [(2, ("B",)), (2, ("A",))]


async def test_a_first_section_with_a_clock_is_asked_for_at_the_start_and_a_page_stands_there_until_then() -> None:
    place = place_of(clocked(SINGLE, JUDGE))
    async with begun(place) as pilot:
        assert stands(pilot, Confirm)
        await press(pilot, "enter")
        shown = grid(pilot)
        assert "“二、单项选择题”还没有开始" in shown
        assert "按 Enter 开始本大题" in shown
        assert "跟班" not in shown
        await press(pilot, "1", "a", "f2", "f5", "f6", "ctrl+z", "backspace", "tab", "space", "left")
        assert kinds(place) == ["started"]
        await press(pilot, "1")
        assert "本大题还没有开始：按 Enter 开始" in grid(pilot)
        await press(pilot, "enter")
        assert stands(pilot, Confirm)
        await press(pilot, "tab", "enter", "3")
        assert answers(place) == [(1, ("C",))]


async def test_from_the_page_another_section_is_reached_by_the_sheet() -> None:
    place = place_of(clocked(SINGLE, JUDGE))
    async with begun(place) as pilot:
        await press(pilot, "escape", "f3", "3", "enter", "1")
        assert answers(place) == [(3, ("true",))]
        await press(pilot, "left")
        assert stands(pilot, Confirm)
        await press(pilot, "left")
        assert "第 2 题 / 共 3 题" in grid(pilot)


async def test_the_sheet_opens_with_the_cursor_on_the_question_that_stands_on_the_screen() -> None:
    async with begun(place_of(clocked())) as pilot:
        await burst(pilot, ["right", "right", "right", "f3", "left", "enter"])
        assert "第 2 题 / 共 4 题" in grid(pilot)


# Out of it


@pytest.mark.parametrize("way", [("left",), ("f3", "1", "enter"), ("right", "right")])
async def test_leaving_a_section_asks_and_says_what_is_unanswered(way: tuple[str, ...]) -> None:
    place = place_of(clocked())
    async with begun(place) as pilot:
        await press(pilot, "right", "right", "3", *way)
        assert stands(pilot, Confirm)
        shown = grid(pilot).replace("\n", "").replace(" ", "").replace("|", "")
        assert "离开后“二、单项选择题”不能再回来：还有1题未答：3" in shown
        await press(pilot, "enter")
        assert stands(pilot, SittingScreen)
        assert "section_closed" not in kinds(place)


async def test_a_section_that_was_left_is_closed_for_good_and_refuses_in_words() -> None:
    place = place_of(clocked())
    async with begun(place) as pilot:
        await press(pilot, "right", "right", "3", "left", "left")
        assert "第 1 题 / 共 4 题" in grid(pilot)
        assert "剩余 01:00:00" in grid(pilot)
        assert "本大题剩余" not in grid(pilot)
        await press(pilot, "f3")
        assert "二、单项选择题 | 已结束" in grid(pilot)
        assert "三、填空题 | 单独计时 5 分钟" in grid(pilot)
        await press(pilot, "2", "enter")
        assert stands(pilot, SheetScreen)
        assert "这一大题已经结束" in grid(pilot)
        await press(pilot, "escape", "right")
        assert "开始“三、填空题”吗？" in grid(pilot)
        await press(pilot, "right", "f9")
        assert "还有 2 题未答：1、4" in grid(pilot)
        assert "已结束的大题里有 1 题未答，不能再补" in grid(pilot)
        await press(pilot, "escape", "pageup", "pageup")
        assert "第 1 题 / 共 4 题" in grid(pilot)
        await press(pilot, "right")
        assert "后面没有可以作答的题了" in grid(pilot)


async def test_where_the_last_section_is_left_nothing_before_it_is_open() -> None:
    place = place_of(clocked(SINGLE, JUDGE))
    async with begun(place) as pilot:
        await press(pilot, "right", "1", "right", "1", "right", "right", "1", "left")
        assert "前面没有可以回去的题" in grid(pilot)
        assert answers(place) == [(1, ("A",)), (2, ("A",)), (3, ("true",))]


# Its end


async def test_at_its_end_a_section_says_so_and_the_next_one_is_asked_for() -> None:
    clock = StoppedClock()
    place = place_of(clocked(), clock)
    async with begun(place) as pilot:
        await press(pilot, "right", "right", "3", "f4")
        await pass_time(pilot, clock, 20 * MINUTE)
        assert stands(pilot, Confirm)
        shown = grid(pilot)
        assert "“二、单项选择题”时间到，已答的都已保存" in shown
        assert "开始“三、填空题”吗？" in shown
        await press(pilot, "enter")
        assert "时间到，已答的都已保存" in grid(pilot)
        assert "“三、填空题”还没有开始" in grid(pilot)
        await burst(pilot, ["right", "right", "x"])
        await press(pilot, "escape")
        assert answers(place) == [(2, ("C",)), (4, ("x",))]
    (closed,) = [event for event in journal(place) if isinstance(event, SectionClosed) and event.by == "deadline"]
    opened = next(event for event in journal(place) if isinstance(event, SectionOpened))
    assert closed.when.at == opened.when.at + 20 * MINUTE


async def test_at_its_end_it_goes_on_to_a_section_without_a_clock_behind_a_notice() -> None:
    clock = StoppedClock()
    place = place_of(clocked(SINGLE, JUDGE), clock)
    async with begun(place) as pilot:
        await press(pilot, "right")
        await pass_time(pilot, clock, 20 * MINUTE)
        assert stands(pilot, Notice)
        assert "本大题时间到" in grid(pilot)
        await burst(pilot, ["1", "enter", "1"])
        assert answers(place) == [(3, ("true",))]


async def test_where_nothing_is_left_the_end_of_the_last_section_offers_the_hand_in() -> None:
    clock = StoppedClock()
    place = place_of(clocked(SINGLE), clock)
    async with begun(place) as pilot:
        await press(pilot, "right", "3")
        await pass_time(pilot, clock, 20 * MINUTE)
        assert "“二、单项选择题”时间到" in grid(pilot)
        assert "现在交卷吗？" in grid(pilot)
        await press(pilot, "enter")
        assert "所有大题都已结束" in grid(pilot)
        await press(pilot, "1", "right", "enter", "left")
        assert stands(pilot, SittingScreen)
        await press(pilot, "f9", "f9")
        await settled(pilot)
        assert stands(pilot, ResultScreen)


async def test_what_is_being_typed_is_recorded_just_before_the_end_and_lost_to_nobody() -> None:
    clock = StoppedClock()
    place = place_of(clocked(FILL, JUDGE), clock)
    async with begun(place) as pilot:
        await press(pilot, "right")
        await type_text(pilot, "耳目")
        await pass_time(pilot, clock, 5 * MINUTE - timedelta(milliseconds=200))
        assert answers(place) == [(1, ("耳目",))]
        await pass_time(pilot, clock, timedelta(milliseconds=200))
        assert stands(pilot, Notice)


async def test_an_answer_that_comes_after_the_end_does_not_count_and_the_screen_goes_on() -> None:
    clock = StoppedClock()
    place = place_of(clocked(SINGLE, JUDGE), clock)
    async with begun(place) as pilot:
        await press(pilot, "right", "1")
        clock.go_on(20 * MINUTE)
        await press(pilot, "2")
        await settled(pilot)
        assert answers(place) == [(1, ("A",))]
        assert stands(pilot, Notice)
        assert "第 3 题 / 共 3 题" in grid(pilot)


async def test_the_papers_end_within_a_section_hands_in() -> None:
    clock = StoppedClock()
    place = place_of(clocked(), clock)
    async with begun(place) as pilot:
        clock.go_on(50 * MINUTE)
        await press(pilot, "right")
        assert "全卷只剩 00:10:00" in grid(pilot)
        await press(pilot, "right", "3")
        assert "本大题剩余 00:10:00" in grid(pilot)
        await pass_time(pilot, clock, 10 * MINUTE)
        assert stands(pilot, ResultScreen)
    assert kinds(place)[-2:] == ["answered", "handed_in"]


# The clock


async def test_the_clock_warns_of_the_section_and_not_of_where_it_begins() -> None:
    clock = StoppedClock()
    async with begun(place_of(clocked(FILL, JUDGE), clock)) as pilot:
        await press(pilot, "right")
        assert "不足 5 分钟 本大题剩余 00:05:00" in grid(pilot)
        assert "时间还剩" not in grid(pilot)
        await pass_time(pilot, clock, 4 * MINUTE)
        assert "本大题时间还剩 1 分钟" in grid(pilot)
        assert "全卷剩余 00:56:00" in grid(pilot)


async def test_more_time_is_shown_on_both_clocks() -> None:
    clock = StoppedClock()
    async with begun(place_of(clocked(), clock)) as pilot:
        await press(pilot, "right", "right")
        sitting_of(pilot).grant(Request(id="r-1", asks="more_time", more=10 * MINUTE, by="李老师", why="停电"))
        await pass_time(pilot, clock, MINUTE)
        assert "本大题剩余 00:29:00" in grid(pilot)
        assert "全卷剩余 01:09:00" in grid(pilot)


# Coming back


async def leave(pilot: Pilot[int]) -> None:
    await press(pilot, "ctrl+q", "ctrl+q")
    await settled(pilot)


async def test_who_comes_back_within_a_section_is_at_its_question_with_its_clock() -> None:
    clock = StoppedClock()
    place = place_of(clocked(), clock)
    async with begun(place) as pilot:
        await press(pilot, "right", "right", "right", "2")
        await leave(pilot)
    clock.go_on(7 * MINUTE)
    async with begun(place) as pilot:
        assert "第 3 题 / 共 4 题" in grid(pilot)
        assert "本大题剩余 00:13:00" in grid(pilot)
        assert "(x) B" in grid(pilot)


async def test_who_comes_back_after_a_sections_end_is_told_and_goes_on_from_there() -> None:
    clock = StoppedClock()
    place = place_of(clocked(), clock)
    async with begun(place) as pilot:
        await press(pilot, "right", "right")
        await leave(pilot)
    clock.go_on(25 * MINUTE)
    async with begun(place) as pilot:
        assert "“二、单项选择题”已经结束，已答的都已保存" in grid(pilot)
        assert "开始“三、填空题”吗？" in grid(pilot)


async def test_who_comes_back_before_the_first_section_is_asked_again() -> None:
    place = place_of(clocked(SINGLE, JUDGE))
    async with begun(place) as pilot:
        await press(pilot, "escape")
        await leave(pilot)
    async with begun(place) as pilot:
        assert "开始“二、单项选择题”吗？" in grid(pilot)


# How it looks

WAYS: dict[str, tuple[str, ...]] = {
    "section_dialog": ("1", "right"),
    "section_running": ("1", "right", "right", "3", "f2"),
    "section_leaving": ("1", "right", "right", "3", "right", "right"),
    "section_sheet": ("1", "right", "right", "3", "f3"),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_a_section_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with begun(place_of(clocked()), size) as pilot:
        await press(pilot, *WAYS[name])
        await settled(pilot)
        snapshots.check(grid(pilot), name, size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_the_page_before_a_section_looks_as_it_did(size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with begun(place_of(clocked(SINGLE, JUDGE)), size) as pilot:
        await press(pilot, "escape")
        snapshots.check(grid(pilot), "section_gate", size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_the_end_of_a_section_looks_as_it_did(size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    clock = StoppedClock()
    async with begun(place_of(clocked(SINGLE, JUDGE), clock), size) as pilot:
        await press(pilot, "right", "3")
        await pass_time(pilot, clock, 20 * MINUTE)
        snapshots.check(grid(pilot), "section_end", size)
