"""What only the question screen can get wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from quizapp.domain.attempt.events import Answered
from quizapp.domain.candidate import Candidate
from quizapp.domain.item import Response
from quizapp.domain.papers.paper import Question
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.items.pane import QuestionPane
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.question_dialogs import HandInWaits
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.sheet import SheetScreen
from tests.instruments.app_stage import (
    burst,
    click_on,
    grid,
    on_stage,
    press,
    settled,
    sitting_down,
    sitting_of,
    type_text,
    until,
)
from tests.instruments.failing_disk import FailingDisk
from tests.samples.later_types_paper import later_place
from tests.samples.workplace import BANK, NINE, Shelf, StoppedClock, paper, workplace

ONE = Candidate(id="07", name="张三")


def on_top(pilot: Pilot[int]) -> type[Screen[Any]]:
    return type(pilot.app.screen)


def only_attempt(place: Workplace) -> AttemptName:
    (name,) = place.home.journals.names()
    return name


def answers(place: Workplace) -> list[tuple[int, Response]]:
    events = place.home.journals.read(only_attempt(place)).events
    return [(event.question, event.response) for event in events if isinstance(event, Answered)]


async def test_a_paper_is_sat_from_cover_to_hand_in_by_keys_alone() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "3", "right", "1", "right", "a", "c", "d", "right", "2", "right")
        await type_text(pilot, "耳目")
        await press(pilot, "enter")
        await type_text(pilot, "助手")
        await press(pilot, "f9", "f9")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "10 分 / 满分 10 分" in grid(pilot)
        assert "及格" in grid(pilot)


async def test_keys_read_in_one_burst_answer_the_questions_they_were_pressed_for() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await burst(pilot, ["3", "right", "1", "right", "1", "3", "4", "right", "2"])
        attempt = sitting_of(pilot).attempt
        assert attempt.responses == (("C",), ("A",), ("A", "C", "D"), ("false",), ())
        assert attempt.current == 4


async def test_text_and_turning_in_one_burst_stay_with_their_question() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        await burst(pilot, ["x", "y", "enter", "z", "pageup", "1"])
        attempt = sitting_of(pilot).attempt
        assert attempt.response(5) == ("xy", "z")
        assert attempt.response(4) == ("true",)


async def test_a_question_opens_with_no_option_under_the_cursor_so_that_enter_does_nothing() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, *["enter"] * 10)
        assert answers(place) == []
        await press(pilot, "down", "enter")
        assert answers(place) == [(1, ("A",))]


async def test_full_width_letters_and_digits_choose_like_half_width_ones() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await type_text(pilot, "Ｂ")
        await type_text(pilot, "３")
        assert answers(place) == [(1, ("B",)), (1, ("C",))]


async def test_a_chinese_character_answers_nothing_and_says_how_to_switch_the_input_method() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await type_text(pilot, "啊")
        assert answers(place) == []
        assert "当前是中文输入法：请按 Shift 切换，或直接按数字键" in grid(pilot)


async def test_ctrl_z_takes_back_the_last_change_and_erases_no_event() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "1", "2", "ctrl+z")
        assert sitting_of(pilot).attempt.response(1) == ("A",)
        assert answers(place) == [(1, ("A",)), (1, ("B",)), (1, ("A",))]
        await press(pilot, "ctrl+z", "ctrl+z")
        assert sitting_of(pilot).attempt.response(1) == ()


async def test_typed_text_is_on_disk_when_the_field_is_left() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目，“参谋”")
        await press(pilot, "escape")
        assert answers(place) == [(5, ("耳目，“参谋”",))]


async def test_ctrl_z_in_a_text_takes_back_text_and_not_the_answer() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目")
        await press(pilot, "ctrl+z", "escape")
        assert sitting_of(pilot).attempt.response(5) == ("耳",)


async def test_the_hand_in_dialog_goes_back_on_a_bare_enter_and_on_escape() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        for key in ("enter", "escape"):
            await press(pilot, "f9")
            assert on_top(pilot) is Confirm
            assert "还有 5 题未答：1、2、3、4、5" in grid(pilot)
            await press(pilot, key)
            assert on_top(pilot) is SittingScreen
        assert not sitting_of(pilot).has_ended


async def test_leaving_asks_and_keeps_the_attempt_open() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "1", "ctrl+q", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
        await press(pilot, "ctrl+q", "ctrl+q")
        await settled(pilot)
    events = place.home.journals.read(only_attempt(place)).events
    assert events[-1].KIND != "handed_in"


async def test_an_attempt_is_resumed_on_its_question_with_its_answers_and_nothing_is_recorded_by_showing_it() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "3", "f3", "5", "enter")
        await type_text(pilot, "耳目")
        await press(pilot, "ctrl+q", "ctrl+q")
        await settled(pilot)
    before = place.home.journals.read(only_attempt(place)).events
    from tests.instruments.app_stage import on_stage

    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        assert isinstance(pilot.app.screen, SittingScreen)
        assert "第 5 题 / 共 5 题" in grid(pilot)
        assert "耳目" in grid(pilot)
    after = place.home.journals.read(only_attempt(place)).events
    assert [event.KIND for event in after[len(before) :]] == ["resumed"]


async def test_the_clock_runs_out_on_time_with_a_dialog_open_and_text_half_typed() -> None:
    clock = StoppedClock()
    place = workplace(clock=clock)
    async with sitting_down(place) as pilot:
        sitting_screen = pilot.app.screen
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目")
        clock.go_on(timedelta(minutes=29, seconds=59, milliseconds=800))
        sitting_screen.query_one(ClockLine).tick()
        await settled(pilot)
        await press(pilot, "f4")
        clock.go_on(timedelta(milliseconds=200))
        sitting_screen.query_one(ClockLine).tick()
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "时间到，已自动交卷" in grid(pilot)
    assert answers(place) == [(5, ("耳目",))]


async def test_the_clock_warns_in_words() -> None:
    clock = StoppedClock()
    async with sitting_down(workplace(clock=clock)) as pilot:
        clock.go_on(timedelta(minutes=25))
        pilot.app.screen.query_one(ClockLine).tick()
        await settled(pilot)
        assert "不足 5 分钟 剩余 00:05:00" in grid(pilot)
        assert "时间还剩 5 分钟" in grid(pilot)


async def test_the_sheet_jumps_by_number_and_shows_three_states() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "1", "right", "f2", "f3")
        assert isinstance(pilot.app.screen, SheetScreen)
        shown = grid(pilot)
        assert "[ 1]" in shown
        assert " 2 *" in shown
        assert "已答 1 题 | 还有 4 题未答 | 标记 1 题" in shown
        await press(pilot, "4", "enter")
        assert "第 4 题 / 共 5 题" in grid(pilot)


async def test_the_sheet_stands_beside_the_question_where_the_terminal_is_wide() -> None:
    async with sitting_down(workplace(), size=(120, 40)) as pilot:
        await press(pilot, "1")
        assert "[ 1]" in grid(pilot)


@pytest.mark.parametrize("size", [(50, 15), (59, 24), (80, 17)])
async def test_too_small_a_window_says_so_takes_no_answers_and_loses_nothing(size: tuple[int, int]) -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "1")
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert "窗口太小" in grid(pilot)
        await type_text(pilot, "bcd")
        await press(
            pilot, "right", "1", "down", "enter", "f2", "ctrl+z", "f9", "f9", "ctrl+q", "ctrl+q", "f3", "4", "enter"
        )
        await pilot.click(offset=(5, 8))
        assert answers(place) == [(1, ("A",))]
        assert on_top(pilot) is SittingScreen
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "(x) A" in grid(pilot)


async def test_a_text_pasted_where_it_cannot_be_seen_is_not_taken() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "f3", "5", "enter")
        await pilot.resize_terminal(50, 15)
        pilot.app.post_message(events.Paste("耳目"))
        await type_text(pilot, "参谋")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "escape")
        assert sitting_of(pilot).attempt.response(5) == ()


async def test_a_dialog_in_too_small_a_window_says_so_and_confirms_nothing() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "f9")
        await pilot.resize_terminal(50, 15)
        await settled(pilot)
        assert "窗口太小" in grid(pilot)
        await press(pilot, "f9")
        assert not sitting_of(pilot).has_ended
        await pilot.resize_terminal(80, 24)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, ResultScreen)


def asked(pilot: Pilot[int]) -> str:
    """Return the question as the screen shows it, without the lines around it."""
    return grid(pilot).split("-" * 70)[1]


def answer_of(question: Question) -> Response:
    """Return an answer to a question that is not all of its first choices."""
    return question.item.key_response() or ("方案早定。",)


@pytest.mark.parametrize("make", [workplace, later_place])
async def test_an_answered_question_shows_its_answer_whenever_it_is_gone_back_to(make: Callable[[], Workplace]) -> None:
    place = make()
    found = place.library.paper("sample-paper").paper
    assert found is not None
    begun = start(place.home, place.library, place.clock, place.chance, standing(place.home, place.clock, found, ONE))
    for question in begun.form.questions:
        begun.answer(question.number, answer_of(question))
    begun.close()
    async with on_stage(place, paper="sample-paper", candidate=ONE.id, name=ONE.name) as pilot:
        for question in begun.form.questions:
            await press(pilot, "f3", str(question.number), "enter")
            shown = asked(pilot)
            view = pilot.app.screen.query_one(QuestionPane).view
            assert view.question.number == question.number
            view.update_response(())
            await settled(pilot)
            empty = asked(pilot)
            view.update_response(answer_of(question))
            await until(pilot, lambda shown=shown: asked(pilot) == shown)  # type: ignore[misc]  # bound now, not later
            assert shown != empty


@pytest.mark.parametrize(
    ("number", "key", "said"), [(1, "e", "本题没有选项 E，只到 D"), (1, "９", "没有选项 9"), (4, "3", "选项 3")]
)
async def test_a_letter_beyond_the_options_says_so(number: int, key: str, said: str) -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", str(number), "enter")
        await type_text(pilot, key)
        assert said in grid(pilot)
        assert answers(place) == []


async def test_the_key_line_names_the_help() -> None:
    async with sitting_down(workplace()) as pilot:
        for _ in range(5):
            assert "F4 帮助" in grid(pilot).splitlines()[-1]
            await press(pilot, "pagedown")


async def test_a_click_on_a_key_that_the_line_names_does_what_the_key_does() -> None:
    async with sitting_down(workplace(), size=(120, 40)) as pilot:
        for clicked, shown in (
            ("→ 下一题", "第 2 题"),
            ("→ 下一题", "第 3 题"),
            ("← → 下", "第 2 题"),
            ("上一题", "第 1 题"),
        ):
            await click_on(pilot, clicked)
            assert f"{shown} / 共 5 题" in grid(pilot)
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目")
        await click_on(pilot, "Enter 下一空")
        await type_text(pilot, "参谋")
        await click_on(pilot, "PgUp")
        assert sitting_of(pilot).attempt.response(5) == ("耳目", "参谋")
        assert "第 4 题 / 共 5 题" in grid(pilot)


async def test_forward_only_has_no_way_back_and_its_sheet_does_not_jump() -> None:
    library = Shelf(shelf_papers=(paper(navigation="forward_only"),))
    async with sitting_down(workplace(library)) as pilot:
        await press(pilot, "1", "right", "left")
        assert "第 2 题 / 共 5 题" in grid(pilot)
        assert "本卷不可回看" in grid(pilot)
        await press(pilot, "f3", "4", "enter")
        assert isinstance(pilot.app.screen, SheetScreen)


HOSTILE = "看[/]与[@click=app.quit]点我[/]和[red]红"


@pytest.mark.parametrize("where", ["stem", "option"])
async def test_markup_in_a_text_is_shown_as_it_is_written(where: str) -> None:
    first = BANK.items[0]
    change = {"stem": HOSTILE} if where == "stem" else {"options": (HOSTILE, "乙", "丙", "丁")}
    bank = replace(BANK, items=(replace(first, **change), *BANK.items[1:]))
    async with sitting_down(workplace(Shelf(shelf_banks=(bank,)))) as pilot:
        assert HOSTILE in grid(pilot)


async def test_in_english_no_sentence_of_ours_is_chinese() -> None:
    async with sitting_down(workplace(), tongue="en") as pilot:
        await press(pilot, "f4")
        ours = [line for line in grid(pilot).splitlines() if "样卷" not in line and "题" not in line]
        assert "Keys on this screen" in grid(pilot)
        assert not any("按" in line or "选择" in line for line in ours)


async def test_a_hand_in_on_a_full_disk_says_so_to_every_key_and_counts_from_its_confirmation(tmp_path: Path) -> None:
    disk, clock = FailingDisk(), StoppedClock()
    place = replace(workplace(clock=clock), home=FileHome(tmp_path, disk=disk))
    async with sitting_down(place) as pilot:
        await press(pilot, "3")
        disk.room = 0
        await press(pilot, "f9", "f9")
        await settled(pilot)
        assert on_top(pilot) is HandInWaits
        for key in ("right", "f3", "3", "enter", "escape", "f9", "f2"):
            clock.go_on(timedelta(seconds=1))
            await press(pilot, key)
            assert on_top(pilot) is HandInWaits
            assert "原因：磁盘已满。程序每秒重试一次。" in grid(pilot)
            assert f"最近一次重试 {clock.at.astimezone(pilot.app.language.zone):%H:%M:%S}" in grid(pilot)  # type: ignore[attr-defined] # ours
        await press(pilot, "ctrl+q")
        assert "现在离开会丢掉它" in grid(pilot)
        await press(pilot, "escape")
        disk.room = None
        await until(pilot, lambda: on_top(pilot) is ResultScreen)
    assert place.home.journals.read(only_attempt(place)).events[-1].when.at == NINE


async def test_who_leaves_while_a_hand_in_waits_leaves_the_attempt_as_it_is_on_disk(tmp_path: Path) -> None:
    disk = FailingDisk()
    place = replace(workplace(), home=FileHome(tmp_path, disk=disk))
    async with sitting_down(place) as pilot:
        await press(pilot, "3")
        disk.room = 0
        await press(pilot, "f9", "f9")
        await settled(pilot)
        await press(pilot, "ctrl+q", "ctrl+q")
        await until(pilot, lambda: not any(isinstance(one, SittingScreen) for one in pilot.app.screen_stack))
    assert answers(place) == [(1, ("C",))]
    assert place.home.journals.holder(only_attempt(place)) is None


async def test_a_second_that_comes_late_opens_nothing_over_the_result() -> None:
    async with sitting_down(workplace()) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, SittingScreen)
        await press(pilot, "f9", "f9")
        await until(pilot, lambda: on_top(pilot) is ResultScreen)
        screen.job.tick()
        await settled(pilot)
        assert on_top(pilot) is ResultScreen


async def test_typed_text_is_called_typing_from_its_first_character_until_it_is_on_disk() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        assert "| 已保存" in grid(pilot)
        marks = []
        for character in "耳目":
            await type_text(pilot, character)
            marks.append("| 输入中" in grid(pilot))
        assert marks == [True, True]
        await until(pilot, lambda: "| 已保存" in grid(pilot))
        assert answers(place) == [(5, ("耳目",))]
        await press(pilot, "backspace")
        assert "| 输入中" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "| 已保存" in grid(pilot)
        assert answers(place)[-1] == (5, ("耳",))
