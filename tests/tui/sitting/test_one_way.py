"""What only the question screen can get wrong of a paper without a way back, of fixed answers, of certainty."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual import events

from quizapp.domain.attempt.events import CertaintyGiven, Fixed
from quizapp.domain.papers.paper import Section
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.sheet import SheetScreen
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, press, settled, sitting_of, type_text
from tests.instruments.memory_home import MemoryHome
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.later_types_paper import ORDER, PAIRS, TEXT, later_place
from tests.samples.later_types_paper import PAPER as LATER
from tests.samples.workplace import Shelf, paper, workplace
from tests.tui.sitting.sectioned_sitting import (
    JUDGE,
    answers,
    begun,
    clocked,
    journal,
    place_of,
    stands,
)

ONE_WAY: dict[str, Any] = {"navigation": "forward_only"}
EACH: dict[str, Any] = {"feedback": "after_item"}
LATER_EACH = replace(LATER, delivery=replace(LATER.delivery, feedback="after_item"))
NO_CLOCKS = (Section(title="一、单选", items=("s-1", "s-2")), Section(title="二、填空", items=("f-1",)))


def place_with(**rules: Any) -> Workplace:
    return workplace(Shelf(shelf_papers=(paper(**rules),)))


def fixed(place: Workplace) -> list[int]:
    return [event.question for event in journal(place) if isinstance(event, Fixed)]


# No way back


@pytest.mark.parametrize("key", ["left", "pageup", "ctrl+pageup"])
async def test_no_key_leads_back_and_each_says_so(key: str) -> None:
    async with begun(place_with(**ONE_WAY)) as pilot:
        await press(pilot, "1", "right", key)
        assert "第 2 题 / 共 5 题" in grid(pilot)
        assert "本卷不可回看" in grid(pilot)
        assert "上一题" not in grid(pilot)
        assert "→ 下一题" in grid(pilot)


async def test_the_sheet_shows_states_and_goes_neither_back_nor_ahead() -> None:
    async with begun(place_with(**ONE_WAY), WIDE) as pilot:
        await press(pilot, "1", "right")
        for number in "134":
            await press(pilot, "f3", number, "enter")
            assert stands(pilot, SheetScreen)
            assert "[ 1]" in grid(pilot)
            await press(pilot, "escape")
        await pilot.click(offset=(84 + 6, 4))
        await settled(pilot)
        assert "第 2 题 / 共 5 题" in grid(pilot)


async def test_an_empty_question_asks_before_it_is_left_and_the_same_key_confirms() -> None:
    place = place_with(**ONE_WAY)
    async with begun(place) as pilot:
        await press(pilot, "right")
        assert stands(pilot, Confirm)
        assert "第 1 题还没有作答" in grid(pilot)
        await press(pilot, "enter")
        assert "第 1 题 / 共 5 题" in grid(pilot)
        await burst(pilot, ["right", "right", "1", "pagedown", "1"])
        assert answers(place) == [(2, ("A",)), (3, ("A",))]


async def test_a_half_filled_question_asks_too() -> None:
    place = place_of(clocked(NO_CLOCKS[1], JUDGE, **ONE_WAY))
    async with begun(place) as pilot:
        await type_text(pilot, "耳目")
        await press(pilot, "pagedown")
        assert "第 1 题还有 1 处没有作答" in grid(pilot)
        await press(pilot, "escape", "enter")
        await type_text(pilot, "参谋")
        await press(pilot, "enter")
        assert "第 2 题 / 共 2 题" in grid(pilot)


async def test_where_a_section_closes_by_it_one_dialog_asks_for_both() -> None:
    place = place_of(clocked(**ONE_WAY))
    async with begun(place) as pilot:
        await burst(pilot, ["1", "right", "right", "2", "right", "right", "right", "x", "y"])
        await press(pilot, "escape")
        assert answers(place) == [(1, ("true",)), (2, ("B",)), (4, ("xy",))]


@pytest.mark.parametrize(("number", "keys"), [(ORDER, "123"), (PAIRS, "1a2b")])
async def test_what_is_put_in_order_or_paired_in_part_is_half_answered(number: int, keys: str) -> None:
    async with begun(later_place(paper=LATER_EACH)) as pilot:
        await press(pilot, "f3", str(number), "enter", *keys, "f5")
        assert f"第 {number} 题还有 2 处没有作答" in grid(pilot)


# Feedback after each item


async def test_f5_fixes_the_answer_and_tells_at_once_what_is_right_and_why() -> None:
    place = place_with(**EACH)
    async with begun(place) as pilot:
        await press(pilot, "1")
        assert "F5 确认" in grid(pilot)
        await press(pilot, "f5")
        shown = grid(pilot)
        assert "答案已确认 | 不正确 | 0 分 / 满分 2 分" in shown
        assert "答案：C" in shown
        assert "次序是跟班" in shown
        assert "(x) A" in shown
        assert fixed(place) == [1]


async def test_a_fixed_answer_is_shown_as_such_when_one_comes_back_and_nothing_changes_it() -> None:
    place = place_with(**EACH)
    async with begun(place) as pilot:
        await press(pilot, "1", "f5", "enter")
        assert "第 2 题 / 共 5 题" in grid(pilot)
        assert "答案：" not in grid(pilot)
        await press(pilot, "left")
        assert "答案：C" in grid(pilot)
        for key in ("3", "backspace", "ctrl+z", "f5", "shift+up"):
            await press(pilot, key)
            assert "答案已确认，不能再改" in grid(pilot), key
            pilot.app.screen.tell("")  # type: ignore[attr-defined]  # the question screen's
        await pilot.click(offset=(8, 6))
        await settled(pilot)
        assert "答案已确认，不能再改" in grid(pilot)
        assert answers(place) == [(1, ("A",))]


async def test_text_typed_into_a_fixed_answer_is_taken_back() -> None:
    place = place_of(clocked(NO_CLOCKS[1], **EACH))
    async with begun(place) as pilot:
        await type_text(pilot, "耳目")
        await press(pilot, "enter")
        await type_text(pilot, "参谋")
        await press(pilot, "f5")
        await pilot.click(offset=(30, 5))
        for event in (events.Paste("东西"), events.Key("delete", None)):
            pilot.app.post_message(event)
            await settled(pilot)
        await press(pilot, "escape")
        assert "东西" not in grid(pilot)
        assert "答案已确认，不能再改" in grid(pilot)
        assert answers(place)[-1] == (1, ("耳目", "参谋"))
        assert sitting_of(pilot).attempt.response(1) == ("耳目", "参谋")


async def test_f5_on_an_empty_answer_asks_for_one_and_on_half_of_one_asks_twice() -> None:
    place = place_of(clocked(*NO_CLOCKS, **EACH))
    async with begun(place) as pilot:
        await press(pilot, "f5")
        assert "先作答，再按 F5" in grid(pilot)
        await press(pilot, "pagedown", "pagedown")
        await type_text(pilot, "耳目")
        await press(pilot, "f5")
        assert "第 3 题还有 1 处没有作答" in grid(pilot)
        assert fixed(place) == []
        await press(pilot, "f5")
        assert fixed(place) == [3]
        assert "部分正确" in grid(pilot) or "不正确" in grid(pilot)


async def test_where_feedback_comes_at_another_time_f5_says_so_and_is_not_offered() -> None:
    async with begun(place_with()) as pilot:
        await press(pilot, "1", "f5")
        assert "不是逐题公布答案" in grid(pilot)
        assert "F5" not in grid(pilot).splitlines()[-1]


@pytest.mark.parametrize(
    ("show", "there", "not_there"),
    [
        ((), ["答案已确认 | 本卷答题时不显示答案"], ["答案：", "解析：", "满分", "不正确"]),
        (("score", "marks"), ["不正确 | 0 分 / 满分 2 分"], ["答案：", "解析："]),
        (("score", "key"), ["答案已确认 | 不正确", "答案：C"], ["满分", "解析："]),
        (("score", "rationale"), ["解析：", "本卷答题时不显示答案"], ["答案：", "满分", "不正确"]),
    ],
)
async def test_no_more_is_told_than_the_paper_shows(show: Any, there: list[str], not_there: list[str]) -> None:
    async with begun(place_with(**EACH, show=show)) as pilot:
        await press(pilot, "1", "f5")
        shown = grid(pilot)
        assert [text for text in there if text not in shown] == []
        assert [text for text in not_there if text in shown] == []


async def test_a_text_is_told_its_model_answer_and_no_marks() -> None:
    place = later_place(paper=LATER_EACH)
    async with begun(place) as pilot:
        await press(pilot, "f3", str(TEXT), "enter")
        await type_text(pilot, "方案早定。")
        await press(pilot, "f5")
        shown = grid(pilot)
        assert "答案已确认 | 分数由阅卷人评定" in shown
        assert "参考答案：方案早定，材料提前送到" in shown
        assert "材料提前送到 | 3 分" in shown
        assert "满分" not in shown


async def test_going_on_first_fixes_and_tells_and_only_then_goes_on_where_there_is_no_way_back() -> None:
    place = place_of(clocked(*NO_CLOCKS, **ONE_WAY, **EACH))
    async with begun(place) as pilot:
        await press(pilot, "1", "right")
        assert "第 1 题 / 共 3 题" in grid(pilot)
        assert "答案：C" in grid(pilot)
        await press(pilot, "enter")
        assert "第 2 题 / 共 3 题" in grid(pilot)
        await press(pilot, "right")
        assert "第 2 题还没有作答" in grid(pilot)
        await press(pilot, "right")
        assert "答案已确认 | 没有作答 | 不正确" in grid(pilot)
        await press(pilot, "pagedown")
        await type_text(pilot, "耳目")
        await press(pilot, "enter")
        await type_text(pilot, "参谋")
        await press(pilot, "enter")
        assert "答案已确认 | 正确" in grid(pilot)
        await press(pilot, "enter")
        assert "这是最后一题" in grid(pilot)
        assert fixed(place) == [1, 2, 3]


async def test_a_burst_fixes_and_goes_on_and_answers_what_it_was_pressed_for() -> None:
    place = place_of(clocked(*NO_CLOCKS, **ONE_WAY, **EACH))
    async with begun(place) as pilot:
        await burst(pilot, ["1", "right", "right", "2", "right", "right", "x"])
        await press(pilot, "escape")
        assert answers(place) == [(1, ("A",)), (2, ("B",)), (3, ("x",))]


async def test_who_comes_back_to_a_fixed_question_sees_it_fixed() -> None:
    place = place_with(**EACH)
    async with begun(place) as pilot:
        await press(pilot, "1", "f5", "ctrl+q", "ctrl+q")
        await settled(pilot)
    async with begun(place) as pilot:
        assert "答案：C" in grid(pilot)


async def test_no_key_is_shown_before_it_is_on_disk_that_the_answer_is_fixed() -> None:
    place = place_with(**EACH)
    async with begun(place) as pilot:
        await press(pilot, "1")
        assert isinstance(place.home, MemoryHome)
        place.home.journals.disk.is_full = True
        await press(pilot, "f5")
        assert "未保存：磁盘已满" in grid(pilot)
        assert "答案：" not in grid(pilot)
        await press(pilot, "2")
        assert "答案：" not in grid(pilot)
        place.home.journals.disk.is_full = False
        pilot.app.screen.query_one(ClockLine).tick()
        await settled(pilot)
        assert "答案：C" in grid(pilot)
    assert answers(place) == [(1, ("A",))]


# How certain one is


async def test_f6_goes_through_the_three_in_turn_and_the_hand_in_only_hints_at_what_is_missing() -> None:
    place = place_with(certainty=True)
    async with begun(place) as pilot:
        assert "F6 把握度" in grid(pilot)
        await press(pilot, "1")
        for said in ("有把握", "较有把握", "没把握", "有把握"):
            await press(pilot, "f6")
            assert f"已答 1 | {said}" in grid(pilot)
        await press(pilot, "right", "1", "f9")
        assert "有 1 题未选把握度" in grid(pilot)
        await press(pilot, "f9")
        await settled(pilot)
        assert stands(pilot, ResultScreen)
    given = [event.certainty for event in journal(place) if isinstance(event, CertaintyGiven)]
    assert given == ["sure", "fairly_sure", "not_sure", "sure"]


async def test_f6_is_refused_once_the_answer_is_fixed_and_where_nobody_asks() -> None:
    place = place_with(certainty=True, **EACH)
    async with begun(place) as pilot:
        await press(pilot, "1", "f5", "f6")
        assert "答案已确认，不能再改" in grid(pilot)
    place = place_with()
    async with begun(place) as pilot:
        await press(pilot, "f6")
        assert "不需要填写把握度" in grid(pilot)
        assert "F6" not in grid(pilot).splitlines()[-1]


async def test_in_english_all_keys_are_said_on_one_line_of_eighty_columns() -> None:
    async with begun(place_with(**ASKING), tongue="en") as pilot:
        await press(pilot, "1", "f6")
        last = grid(pilot).splitlines()[-1]
        assert all(text in last for text in ("F5 fix", "F6 how sure", "F3 sheet", "F9 hand in", "| saved"))
        assert "| sure" in grid(pilot)
        await press(pilot, "f5")
        assert "Fixed | not right" in grid(pilot)


# How it looks

ASKING: dict[str, Any] = {**EACH, "certainty": True}
WAYS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "fixing": (ASKING, ("1", "f6", "f2")),
    "fixed": (ASKING, ("1", "f6", "f5")),
    "one_way_empty": (ONE_WAY, ("1", "right", "right")),
    "one_way_fixed": ({**ONE_WAY, **EACH}, ("3", "right", "right", "1", "right")),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_it_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    rules, keys = WAYS[name]
    async with begun(place_with(**rules), size) as pilot:
        await press(pilot, *keys)
        await settled(pilot)
        snapshots.check(grid(pilot), name, size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_a_fixed_question_of_a_case_looks_as_it_did(size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with begun(later_place(paper=LATER_EACH), size) as pilot:
        await press(pilot, "f3", "5", "enter", "1", "f5")
        await settled(pilot)
        snapshots.check(grid(pilot), "fixed_case", size)
