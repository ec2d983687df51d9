"""What only the views of numbers, orders, pairs, texts and cases can get wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from quizapp.domain.attempt.events import Answered
from quizapp.domain.item import Response
from quizapp.domain.items.matching import Matching
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.items.text_view import DELAY
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import (
    SMALL,
    WIDE,
    burst,
    grid,
    on_stage,
    press,
    settled,
    sitting_down,
    sitting_of,
    type_text,
    until,
)
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.later_types_paper import (
    CASE_FIRST,
    CASE_LAST,
    CASE_ORDER,
    ITEMS,
    NUMBER,
    ORDER,
    PAIRS,
    PAPER,
    PLAIN,
    TEXT,
    later_place,
)
from tests.samples.workplace import StoppedClock


async def go_to(pilot: Pilot[int], number: int) -> None:
    await press(pilot, "f3", *str(number), "enter")


def shown_response(pilot: Pilot[int], number: int) -> str:
    """Return a response as letters of the form, or its text."""
    sitting = sitting_of(pilot)
    question = sitting.form.questions[number - 1]
    text: str = question.item.describe(sitting.attempt.response(number), question.order)
    return text


def answers(place: Workplace, number: int) -> list[Response]:
    (name,) = place.home.journals.names()
    events = place.home.journals.read(name).events
    return [event.response for event in events if isinstance(event, Answered) and event.question == number]


async def click(pilot: Pilot[int], text: str, times: int = 1) -> None:
    """Click on the first place on screen where a text stands."""
    for row, line in enumerate(grid(pilot).splitlines()):
        if text in line:
            await pilot.click(offset=(cell_len(line[: line.index(text)]), row), times=times)
            await settled(pilot)
            return
    raise AssertionError(f"{text} is not on screen:\n{grid(pilot)}")


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)


# Numbers


async def test_a_number_is_typed_before_its_unit_and_recorded_when_it_is_left() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        assert "个" in grid(pilot)
        await type_text(pilot, "４.5")
        await press(pilot, "enter")
        assert "第 2 题" in grid(pilot)
        assert answers(place, NUMBER) == [("４.5",)]


async def test_a_number_is_recorded_a_moment_after_the_last_key() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        await type_text(pilot, "4")
        assert answers(place, NUMBER) == []
        await pilot.pause(DELAY + 0.2)
        assert answers(place, NUMBER) == [("4",)]


# Orders


async def test_an_order_is_placed_by_letters_and_digits_and_a_letter_again_takes_one_out() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        await go_to(pilot, ORDER)
        await press(pilot, "c", "1", "d")
        assert shown_response(pilot, ORDER) == "CAD"
        assert "已排：C A D，还有 2 项" in grid(pilot)
        await press(pilot, "a")
        assert shown_response(pilot, ORDER) == "CD"
        await press(pilot, "backspace")
        assert shown_response(pilot, ORDER) == "C"
        await press(pilot, "ctrl+z")
        assert shown_response(pilot, ORDER) == "CD"
        assert len(answers(place, ORDER)) == 6


async def test_an_order_is_placed_by_arrows_alone_and_its_lines_are_moved() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, ORDER)
        await press(pilot, "enter")
        assert shown_response(pilot, ORDER) == ""
        await press(pilot, *["down", "enter"] * 5)
        assert shown_response(pilot, ORDER) == "ABCDE"
        assert "已排：A B C D E" in grid(pilot)
        await press(pilot, "ctrl+up", "ctrl+up", "shift+up", "shift+down")
        assert shown_response(pilot, ORDER) == "ABECD"
        await press(pilot, *["ctrl+up"] * 5)
        assert shown_response(pilot, ORDER) == "EABCD"
        assert "1. E" in grid(pilot)


async def test_a_click_places_an_option_and_a_double_click_places_it_once() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, ORDER)
        await click(pilot, "[ ] C")
        await click(pilot, "[ ] A", times=2)
        assert shown_response(pilot, ORDER) == "CA"


async def test_an_order_given_in_one_burst_is_recorded_in_that_order() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, ORDER)
        await burst(pilot, ["e", "d", "c", "b", "a", "ctrl+up", "right", "1", "a", "left"])
        assert shown_response(pilot, ORDER) == "EDCAB"
        assert shown_response(pilot, PAIRS) == "1A"


# Pairs


async def test_a_digit_picks_the_left_and_a_letter_its_right() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, PAIRS)
        await press(pilot, "c")
        assert shown_response(pilot, PAIRS) == ""
        assert "请先按数字选左边一项" in grid(pilot)
        await press(pilot, "2", "c", "1", "a", "4", "e")
        assert shown_response(pilot, PAIRS) == "1A 2C 4E"
        await press(pilot, "e", "b")
        assert shown_response(pilot, PAIRS) == "1A 2C 4B"
        await press(pilot, "2", "-", "1", "backspace")
        assert shown_response(pilot, PAIRS) == "4B"
        await press(pilot, "4", "minus")
        assert sitting_of(pilot).attempt.response(PAIRS) == ()


async def test_pairs_are_made_by_arrows_and_enter_alone() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, PAIRS)
        await press(pilot, "enter")
        assert sitting_of(pilot).attempt.response(PAIRS) == ()
        await press(pilot, "down", "enter", "down", "enter", "down", "enter", "escape", "down", "space", "space")
        assert shown_response(pilot, PAIRS) == "1B 3A"


async def test_pairs_are_made_by_clicking_left_then_right() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, PAIRS)
        await click(pilot, "D  ")
        assert sitting_of(pilot).attempt.response(PAIRS) == ()
        await click(pilot, "3. [ ]")
        await click(pilot, "D  ")
        assert shown_response(pilot, PAIRS) == "3D"


async def test_more_than_nine_lefts_are_reached_by_arrows() -> None:
    many = Matching(
        id="p-1",
        stem="配对。",
        left=tuple(f"左{number}" for number in range(1, 13)),
        right=tuple(f"右{number}" for number in range(1, 13)),
        key=tuple("ABCDEFGHIJKL"),
    )
    async with sitting_down(later_place(items=(*ITEMS[:2], many, *ITEMS[3:]))) as pilot:
        await go_to(pilot, PAIRS)
        await press(pilot, "9", "down", "down", "down", "L")
        assert shown_response(pilot, PAIRS) == "12L"


# Texts


async def test_an_essay_takes_lines_chinese_and_pastes_and_counts_what_is_no_blank() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        await go_to(pilot, TEXT)
        await type_text(pilot, "会前：方案 早定，")
        await press(pilot, "enter")
        await paste(pilot, "一、材料；\r\n二、会场。\n")
        assert "字数 18" in grid(pilot)
        await press(pilot, "tab")
        assert f"第 {CASE_FIRST} 题" in grid(pilot)
        assert answers(place, TEXT) == [("会前：方案 早定，\n一、材料；\n二、会场。\n",)]


async def test_text_keys_enter_and_turning_in_one_burst_keep_their_order_in_an_essay() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, TEXT)
        keys = ["a", "b", "enter", "c", "left", "x", "backspace", "y", "up", "home", "z", "ctrl+pagedown", "2", "left"]
        await burst(pilot, [*keys, "1"])
        assert shown_response(pilot, CASE_FIRST) == "B"
        await press(pilot, "escape")
        assert sitting_of(pilot).attempt.response(TEXT) == ("zab\nyc1",)


async def test_an_essay_keeps_arrows_and_pages_and_ctrl_pages_turn() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, TEXT)
        await press(pilot, "x", "pagedown", "pageup", "left", "right", "up", "down")
        assert f"第 {TEXT} 题" in grid(pilot)
        await press(pilot, "ctrl+pageup")
        assert f"第 {PAIRS} 题" in grid(pilot)
        await press(pilot, "ctrl+pagedown", "escape", "right")
        assert f"第 {CASE_FIRST} 题" in grid(pilot)


async def test_word_keys_work_in_an_essay() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, TEXT)
        await type_text(pilot, "方案")
        await press(pilot, "ctrl+a", "ctrl+c", "ctrl+v", "ctrl+v", "ctrl+a", "ctrl+x", "ctrl+v", "ctrl+z", "ctrl+z")
        await press(pilot, "escape")
        assert sitting_of(pilot).attempt.response(TEXT) == ("方案方案",)


async def test_an_essay_is_recorded_a_moment_after_the_last_key_and_while_it_is_written() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        await go_to(pilot, TEXT)
        await type_text(pilot, "方")
        await pilot.pause(DELAY + 0.2)
        assert answers(place, TEXT) == [("方",)]
        await type_text(pilot, "案")
        await press(pilot, "f9")
        assert answers(place, TEXT) == [("方",), ("方案",)]


async def test_an_essay_half_typed_is_recorded_at_the_closing() -> None:
    clock = StoppedClock()
    place = later_place(clock)
    async with sitting_down(place) as pilot:
        screen = pilot.app.screen
        await go_to(pilot, TEXT)
        await type_text(pilot, "方案")
        clock.go_on(timedelta(minutes=29, seconds=59, milliseconds=800))
        screen.query_one(ClockLine).tick()
        await settled(pilot)
        clock.go_on(timedelta(milliseconds=200))
        screen.query_one(ClockLine).tick()
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "待阅卷：第 4 题" in grid(pilot)
    assert answers(place, TEXT) == [("方案",)]


async def test_the_terminals_cursor_stays_in_the_essay_while_the_clock_ticks() -> None:
    clock = StoppedClock()
    async with sitting_down(later_place(clock)) as pilot:
        await go_to(pilot, TEXT)
        await type_text(pilot, "方案")
        before = pilot.app.cursor_position
        clock.go_on(timedelta(seconds=5))
        pilot.app.screen.query_one(ClockLine).tick()
        await settled(pilot)
        assert "00:29:55" in grid(pilot)
        assert pilot.app.cursor_position == before
        assert before == (8, 5)


# Cases


async def test_a_case_says_which_it_is_and_folds_and_another_question_leaves_it_folded() -> None:
    async with sitting_down(later_place()) as pilot:
        await go_to(pilot, CASE_FIRST)
        assert "案例一 第 1/3 问" in grid(pilot)
        assert "星期五下午" in grid(pilot)
        assert "Ctrl+O 材料" in grid(pilot)
        await press(pilot, "ctrl+o", "right")
        assert "案例一 第 2/3 问 | 材料（Ctrl+O 展开）" in grid(pilot)
        assert "星期五下午" not in grid(pilot)
        await click(pilot, "材料（Ctrl+O")
        assert "星期五下午" in grid(pilot)
        await go_to(pilot, PLAIN)
        assert "案例一" not in grid(pilot)
        assert "Ctrl+O" not in grid(pilot)


async def test_long_material_scrolls_by_keys_where_the_question_does_not_use_them_and_by_the_wheel() -> None:
    long = replace(ITEMS[4], stem="\n".join(f"第{number}段材料" for number in range(30)))
    async with sitting_down(later_place(items=(*ITEMS[:4], long, ITEMS[5]))) as pilot:
        await go_to(pilot, CASE_FIRST)
        assert "第0段材料" in grid(pilot)
        await press(pilot, "ctrl+down", "ctrl+down")
        assert "第0段材料" not in grid(pilot)
        assert "第8段材料" in grid(pilot)
        await press(pilot, "right")
        assert "第8段材料" in grid(pilot)
        await press(pilot, "a", "b", "ctrl+up")
        assert shown_response(pilot, CASE_ORDER) == "BA"
        await press(pilot, "right", "ctrl+up", "ctrl+up")
        assert "第0段材料" in grid(pilot)


async def test_a_case_stands_beside_its_question_where_the_terminal_is_wide_and_the_sheet_gives_way() -> None:
    async with sitting_down(later_place(), size=WIDE) as pilot:
        await go_to(pilot, CASE_FIRST)
        first = next(line for line in grid(pilot).splitlines() if "案例一" in line)
        assert f"{CASE_FIRST}. 新来的同志" in first
        assert "一、数值题" not in grid(pilot)
        await go_to(pilot, PLAIN)
        assert "一、数值题" in grid(pilot)


# All of them


async def answer_all(pilot: Pilot[int]) -> None:
    await type_text(pilot, "4")
    await press(pilot, "enter", "c", "d", "b", "a", "e", "right", "1", "b", "2", "e", "right")
    await type_text(pilot, "方案早定，\n材料先送。")
    await press(pilot, "tab", "2", "right", "c", "a", "right")
    await paste(pilot, "一、校对\n二、留痕")
    await press(pilot, "tab", "2")


async def test_every_response_is_shown_again_on_resuming_and_nothing_is_recorded_by_showing_it() -> None:
    place = later_place()
    async with sitting_down(place) as pilot:
        await answer_all(pilot)
        given = sitting_of(pilot).attempt.responses
        assert all(given)
        await press(pilot, "ctrl+q", "ctrl+q")
        await settled(pilot)
    (name,) = place.home.journals.names()
    before = place.home.journals.read(name).events
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        assert isinstance(pilot.app.screen, SittingScreen)
        shown: dict[int, str] = {}
        for number in (NUMBER, ORDER, PAIRS, TEXT, CASE_FIRST, CASE_ORDER, CASE_LAST, PLAIN):
            await go_to(pilot, number)
            await pilot.pause(DELAY + 0.2 if number in (NUMBER, TEXT, CASE_LAST) else 0)
            shown[number] = grid(pilot)
        assert sitting_of(pilot).attempt.responses == given
    assert "4  " in shown[NUMBER]
    assert "已排：C D B A E" in shown[ORDER]
    assert "1. [B]  跟班 | 上情下达，下情上达" in shown[PAIRS]
    assert "材料先送。" in shown[TEXT]
    assert "(x) B" in shown[CASE_FIRST]
    assert "已排：C A，还有 1 项" in shown[CASE_ORDER]
    assert "二、留痕" in shown[CASE_LAST]
    after = place.home.journals.read(name).events
    assert {event.KIND for event in after[len(before) :]} <= {"resumed", "visited"}


async def test_the_review_shows_each_type_as_it_was_answered_and_its_key_where_allowed() -> None:
    async with sitting_down(later_place(), size=WIDE) as pilot:
        await answer_all(pilot)
        await press(pilot, "f9", "f9")
        await settled(pilot)
        assert "已交卷，待阅卷：第 4、7 题由阅卷人评分后公布成绩" in grid(pilot)
        pages = await turned(pilot, 8)
    assert "作答：4" in pages[NUMBER]
    assert "作答：C D B A E" in pages[ORDER]
    assert "1. C  分发" in pages[ORDER]
    assert "1. 跟班 | B 上情下达，下情上达" in pages[PAIRS]
    assert "3. 耳目 | 未选" in pages[PAIRS]
    assert "参考答案：方案早定，材料提前送到" in pages[TEXT]
    assert "材料提前送到 | 3 分" in pages[TEXT]
    assert "案例一 第 2/3 问" in pages[CASE_ORDER]
    assert "星期五下午四点" in pages[CASE_ORDER]
    assert "校对、复核、留痕" in pages[CASE_LAST]


async def test_no_model_answer_is_shown_where_the_paper_shows_no_keys() -> None:
    shy = replace(PAPER, delivery=replace(PAPER.delivery, show=("score", "marks")), sections=PAPER.sections[:4])
    async with sitting_down(later_place(paper=shy)) as pilot:
        await press(pilot, "f9", "f9")
        await settled(pilot)
        pages = await turned(pilot, 4)
    assert "作答：未作答" in pages[TEXT]
    assert not any("方案早定" in page or "采分点" in page or "答案：" in page for page in pages.values())


async def turned(pilot: Pilot[int], count: int) -> dict[int, str]:
    """Turn through a review and return its pages."""
    pages = {}
    for number in range(1, count + 1):
        await press(pilot, "right")
        pages[number] = grid(pilot)
    return pages


WAYS: dict[str, tuple[str, ...]] = {
    "ordering": ("f3", str(ORDER), "enter", "c", "a", "down"),
    "matching": ("f3", str(PAIRS), "enter", "1", "c", "2", "enter", "down"),
    "essay": ("f3", str(TEXT), "enter", "x", "enter", "y"),
    "case": ("f3", str(CASE_FIRST), "enter", "2"),
    "case_folded": ("f3", str(CASE_ORDER), "enter", "2", "ctrl+o"),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_a_question_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with sitting_down(later_place(), size=size) as pilot:
        await press(pilot, *WAYS[name])
        await settled(pilot)
        await until(pilot, lambda: "输入中" not in grid(pilot))
        shown = grid(pilot)
    snapshots.check(shown, name, size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_the_key_line_and_the_mark_of_saving_stand_whole_for_every_type(
    tongue: Any, size: tuple[int, int]
) -> None:
    async with sitting_down(later_place(), size=size, tongue=tongue) as pilot:
        for number in range(1, 9):
            await go_to(pilot, number)
            last = grid(pilot).splitlines()[-1]
            assert last.endswith("已保存" if tongue == "zh" else "saved"), last
            assert "F9" in last
