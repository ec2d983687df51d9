"""What an invigilator does at a sitting, key by key: more time, a pause, the hand-in, a start by order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from quizapp.domain.attempt.events import Answered, Event, Extended, HandedIn, Paused, Started, Unpaused
from quizapp.domain.attempt.orders import Request
from quizapp.services.papers.library import with_published
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.export_places import OwnOutlets
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.home import HomeScreen
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.cover import CoverScreen
from quizapp.tui.sitting.invigilation import AskSpoken, OrderForm
from quizapp.tui.sitting.paused import PausedScreen
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.who import Who
from tests.instruments import app_stage
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
)
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.invigilated_workplace import WORD, invigilated
from tests.samples.workplace import NINE, StoppedClock, paper, workplace

SIT: dict[str, Any] = {"paper": "sample-paper", "candidate": "07", "name": "张三"}
HOUR = timedelta(hours=1)


def events_of(place: Workplace) -> tuple[Event, ...]:
    (name,) = place.home.journals.names()
    return place.home.journals.read(name).events


async def let_in(pilot: Pilot[int], word: str = WORD) -> None:
    """Press F8 and give the password."""
    await press(pilot, "f8")
    assert isinstance(pilot.app.screen, AskSpoken)
    await type_text(pilot, word)
    await press(pilot, "enter")
    await settled(pilot)


async def fill_in(pilot: Pilot[int], *texts: str) -> None:
    """Fill in an order's fields one after another, and have it done."""
    assert isinstance(pilot.app.screen, OrderForm)
    for text in texts:
        await type_text(pilot, text)
        await press(pilot, "enter")
    # What carries it out goes on in steps of its own.
    for _ in range(3):
        await settled(pilot)


async def until(pilot: Pilot[int], screen: type[Screen[Any]]) -> None:
    """Wait until a screen of that kind stands there; what leads to it reads files."""
    await app_stage.until(pilot, lambda: isinstance(pilot.app.screen, screen))


async def pause(pilot: Pilot[int]) -> None:
    await let_in(pilot)
    await press(pilot, "down", "enter")
    await fill_in(pilot, "李老师", "消防演习")
    assert isinstance(pilot.app.screen, PausedScreen)


async def carry_out(pilot: Pilot[int]) -> None:
    """Have the pack of a paused attempt handed out."""
    await let_in(pilot)
    await press(pilot, "end", "enter")
    await fill_in(pilot, "李老师", "原机死机")
    await until(pilot, Notice)
    assert "答卷已导出" in grid(pilot)
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, PausedScreen)


async def go_on(pilot: Pilot[int]) -> None:
    await let_in(pilot)
    await press(pilot, "enter")
    await fill_in(pilot, "李老师", "演习结束")
    assert isinstance(pilot.app.screen, SittingScreen)


# The password


async def test_without_a_password_of_the_papers_it_is_said_in_words_and_nothing_is_asked() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "f8")
        assert isinstance(pilot.app.screen, Notice)
        assert "这份试卷没有监考口令" in grid(pilot)
        assert "quizapp papers extend sample-paper --candidate 07" in grid(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SittingScreen)


async def test_no_key_pressed_behind_f8_reaches_the_question_and_the_password_is_never_shown() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await burst(pilot, ["f8", "a", "b", "c", "1", "2"])
        assert isinstance(pilot.app.screen, AskSpoken)
        assert "*****" in grid(pilot)
        assert "abc" not in grid(pilot)
        await press(pilot, "escape")
        assert sitting_of(pilot).attempt.answered == frozenset()


async def test_a_wrong_password_is_told_so_and_the_next_try_waits_for_it() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await let_in(pilot, "不是这个口令")
        assert "口令不对，请重新输入" in grid(pilot)
        assert "***" not in grid(pilot)
        await type_text(pilot, WORD)
        await press(pilot, "enter")
        await settled(pilot)
        assert "监考：张三 07" in grid(pilot)


async def test_an_input_methods_wide_letters_are_the_same_password() -> None:
    async with sitting_down(invigilated()) as pilot:
        await let_in(pilot, "监考ａｂｃ２０２６")
        assert "监考：张三 07" in grid(pilot)


async def test_the_time_goes_on_while_an_invigilator_stands_there_and_hands_in_at_its_end() -> None:
    clock = StoppedClock()
    place = invigilated(clock=clock)
    async with sitting_down(place) as pilot:
        await let_in(pilot)
        clock.go_on(HOUR)
        next(one for one in pilot.app.screen_stack if isinstance(one, SittingScreen)).query_one(ClockLine).tick()
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)


# More time


async def test_more_time_stands_on_the_clock_and_in_the_journal_with_name_and_reason() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "10", "李老师", "设备[/]故障")
        assert isinstance(pilot.app.screen, SittingScreen)
        assert "剩余 00:40:00" in grid(pilot)
        assert "考试时间已延长 10 分钟：设备[/]故障（李老师）" in grid(pilot)
    (given,) = (event for event in events_of(place) if isinstance(event, Extended))
    assert (given.more, given.by, given.why) == (timedelta(minutes=10), "李老师", "设备[/]故障")


async def test_what_was_not_understood_and_who_may_not_order_are_told_in_the_form_where_all_still_stands() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "一会儿", "李老师", "停电")
        assert "没有读懂“一会儿”" in grid(pilot)
        assert "停电" in grid(pilot)
        await press(pilot, "ctrl+a")
        await fill_in(pilot, "5")
        await press(pilot, "ctrl+a")
        await type_text(pilot, "张三")
        await press(pilot, "enter", "enter")
        await settled(pilot)
        assert "理由" in grid(pilot)
        await press(pilot, "escape")
        assert "理由" not in grid(pilot)
    assert not any(isinstance(event, Extended) for event in events_of(place))


async def test_an_order_without_a_name_or_a_reason_is_not_taken() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await let_in(pilot)
        await press(pilot, "down", "enter", "enter", "enter")
        assert "“经办人”还空着" in grid(pilot)
        await type_text(pilot, "李老师")
        await press(pilot, "enter", "enter")
        assert "“理由”还空着" in grid(pilot)
        assert not any(isinstance(event, Paused) for event in events_of(place))


async def test_a_paper_without_a_limit_offers_no_more_time() -> None:
    place = invigilated(paper(time_limit=None))
    async with sitting_down(place) as pilot:
        await let_in(pilot)
        assert "延时" not in grid(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "李老师", "演习")
        assert isinstance(pilot.app.screen, PausedScreen)
        assert "不限时" in grid(pilot)


# A pause


async def test_while_it_is_paused_nothing_of_the_question_is_seen_or_answered_and_the_clock_stands() -> None:
    clock = StoppedClock()
    place = invigilated(clock=clock)
    async with sitting_down(place) as pilot:
        await press(pilot, "3")
        clock.go_on(timedelta(minutes=10))
        await pause(pilot)
        shown = grid(pilot)
        assert "考试已暂停" in shown
        assert "剩余 00:20:00" in shown
        assert not any(text in shown for text in ("五种角色", "跟班", "第 1 题", "已答"))
        before = events_of(place)
        await press(pilot, "1", "a", "right", "enter", "f2", "f3", "f9", "f9", "escape", "tab", "ctrl+z", "ctrl+s")
        clock.go_on(HOUR)
        screen: Any = pilot.app.screen
        screen.tick()
        await settled(pilot)
        assert isinstance(pilot.app.screen, PausedScreen)
        assert "剩余 00:20:00" in grid(pilot)
        assert events_of(place) == before
        await go_on(pilot)
        assert "剩余 00:20:00" in grid(pilot)
        assert "(x) C" in grid(pilot)
        await press(pilot, "1")
    kinds = [type(event) for event in events_of(place)]
    assert kinds.count(Paused) == kinds.count(Unpaused) == 1
    assert kinds[-1] is Answered


async def test_another_program_may_pause_it_and_let_it_go_on() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        attempt = sitting_of(pilot).saved.started.attempt
        await press(pilot, "f4")
        place.home.requests.ask(attempt, Request(id="r-1", asks="pause", by="李老师", why="停电"))
        next(one for one in pilot.app.screen_stack if isinstance(one, SittingScreen)).query_one(ClockLine).tick()
        await until(pilot, PausedScreen)
        await press(pilot, "f4")
        place.home.requests.ask(attempt, Request(id="r-2", asks="go_on", by="李老师", why="来电"))
        next(one for one in pilot.app.screen_stack if isinstance(one, PausedScreen)).tick()
        await until(pilot, SittingScreen)


async def test_from_the_answer_sheet_f8_asks_for_the_password_and_no_letter_of_it_answers() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await burst(pilot, ["f3", "f8", "a", "b", "1"])
        await until(pilot, AskSpoken)
        await press(pilot, "escape")
        assert sitting_of(pilot).attempt.answered == frozenset()


async def test_what_was_being_typed_is_recorded_before_the_pause() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目")
        await pause(pilot)
        before_pause = events_of(place)[-2]
        assert isinstance(before_pause, Answered)
        assert before_pause.response == ("耳目",)
        await go_on(pilot)
        assert "耳目" in grid(pilot)


async def test_an_attempt_left_while_paused_is_paused_when_it_is_opened_again_whatever_the_time() -> None:
    clock = StoppedClock()
    place = invigilated(clock=clock)
    async with sitting_down(place) as pilot:
        await pause(pilot)
        await press(pilot, "ctrl+q")
        assert "回来后仍是暂停" in grid(pilot)
        await press(pilot, "ctrl+q")
        await settled(pilot)
    clock.go_on(timedelta(days=1))
    async with on_stage(place, size=WIDE) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "考试已暂停，还剩 00:30:00" in grid(pilot)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PausedScreen)
        assert "五种角色" not in grid(pilot)
        await go_on(pilot)
        assert "剩余 00:30:00" in grid(pilot)


async def test_more_time_can_be_given_and_the_paper_collected_while_it_is_paused() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await pause(pilot)
        await let_in(pilot)
        await press(pilot, "down", "enter")
        await fill_in(pilot, "10", "李老师", "停电")
        assert isinstance(pilot.app.screen, PausedScreen)
        assert "剩余 00:40:00" in grid(pilot)
        await let_in(pilot)
        await press(pilot, "down", "down", "enter")
        await fill_in(pilot, "李老师", "停电不来")
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)


# The hand-in


async def test_collecting_asks_once_more_and_a_bare_enter_collects_nothing() -> None:
    place = invigilated()
    async with sitting_down(place) as pilot:
        await press(pilot, "3")
        for keys, ended in ((("enter",), False), (("tab", "enter"), True)):
            await let_in(pilot)
            await press(pilot, "down", "down", "enter")
            await fill_in(pilot, "李老师", "清场")
            assert "现在强制收卷吗" in grid(pilot)
            await press(pilot, *keys)
            await settled(pilot)
            assert isinstance(pilot.app.screen, ResultScreen if ended else SittingScreen)
    last = events_of(place)[-1]
    assert isinstance(last, HandedIn)
    assert (last.by, last.ordered_by, last.why) == ("committee", "李老师", "清场")


# A start by order

WINDOW = {"opens": NINE - HOUR, "closes": NINE + HOUR, "attempts": 1}


@pytest.mark.parametrize("wrong", [-2 * HOUR, 30 * HOUR], ids=["behind", "ahead"])
async def test_where_the_clock_is_wrong_an_invigilator_has_it_begin_and_it_lasts_as_long(wrong: timedelta) -> None:
    clock = StoppedClock()
    place = invigilated(paper(**WINDOW), clock)
    clock.at += wrong
    async with on_stage(place, **SIT) as pilot:
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "F8 监考：现在开考" in grid(pilot)
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, CoverScreen)
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "李老师", "电脑时钟不对")
        assert "李老师 已同意现在开考" in grid(pilot)
        assert "统一截止" not in grid(pilot)
        if "[ ] 我已阅读" in grid(pilot):
            await press(pilot, "space")
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, SittingScreen)
        assert "剩余 00:30:00" in grid(pilot)
    begun = events_of(place)[0]
    assert isinstance(begun, Started)
    assert (begun.ordered_by, begun.why) == ("李老师", "电脑时钟不对")


async def test_without_a_time_limit_a_start_by_order_has_the_windows_length() -> None:
    clock = StoppedClock()
    place = invigilated(paper(time_limit=None, **WINDOW), clock)
    clock.at += 30 * HOUR
    async with on_stage(place, **SIT) as pilot:
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "李老师", "电脑时钟不对")
        assert "从开始起 2 小时" in grid(pilot)
        await press(pilot, "space", "enter")
        await settled(pilot)
        assert "剩余 02:00:00" in grid(pilot)


async def test_the_candidate_orders_no_start_and_where_they_may_begin_there_is_nothing_to_order() -> None:
    clock = StoppedClock()
    place = invigilated(paper(**WINDOW), clock)
    async with on_stage(place, **SIT) as pilot:
        assert "F8" not in grid(pilot)
        await let_in(pilot)
        assert "按现在时间开考" not in grid(pilot)
        await press(pilot, "escape")
        clock.at += 30 * HOUR
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "张三", "我想考")
        assert isinstance(pilot.app.screen, OrderForm)
        assert place.home.journals.names() == ()


async def test_from_home_a_paper_that_is_not_open_leads_to_its_cover_only_where_somebody_may_order_it() -> None:
    clock = StoppedClock()
    place = invigilated(paper(**WINDOW), clock)
    facts = with_published((), place.home.publications.opened())
    clock.at += 30 * HOUR
    for may_be_ordered in (True, False):
        listed = tuple(replace(one, is_invigilated=may_be_ordered) for one in facts)
        async with on_stage(replace(place, paper_list=partial(tuple, listed))) as pilot:
            await settled(pilot)
            assert "已截止" in grid(pilot)
            await press(pilot, "enter")
            await settled(pilot)
            assert isinstance(pilot.app.screen, Who) is may_be_ordered


# On from another machine


async def test_with_the_pack_of_another_machine_it_goes_on_here_with_the_same_question_and_time(tmp_path: Path) -> None:
    clock, later = StoppedClock(), StoppedClock(at=NINE + HOUR, boot="boot-9", seconds=4.0)
    stick = tmp_path / "stick"
    stick.mkdir()
    old, here = invigilated(clock=clock), invigilated(clock=later)
    old = replace(old, outlets=OwnOutlets((ExportPlace(stick, is_removable=True),)))
    async with sitting_down(old) as pilot:
        await press(pilot, "3", "right")
        clock.go_on(timedelta(minutes=10))
        await press(pilot, "1")
        await pause(pilot)
        await carry_out(pilot)
    (path,) = stick.iterdir()
    async with on_stage(here, **SIT) as pilot:
        await let_in(pilot)
        assert "换机续考" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "end", "enter")
        await type_text(pilot, str(path))
        await press(pilot, "enter")
        await until(pilot, OrderForm)
        await fill_in(pilot, "李老师", "原机死机")
        await until(pilot, SittingScreen)
        assert "第 2 题" in grid(pilot)
        assert "剩余 00:20:00" in grid(pilot)
        assert sitting_of(pilot).attempt.response(1) == ("C",)
    kinds = [event.KIND for event in events_of(here)]
    assert kinds[: len(events_of(old))] == [event.KIND for event in events_of(old)]
    assert kinds.count("carried_out") == kinds.count("carried_over") == 1


async def test_where_its_pack_was_handed_out_it_says_so_and_goes_on_only_once_that_was_weighed(tmp_path: Path) -> None:
    place = replace(invigilated(), outlets=OwnOutlets((ExportPlace(tmp_path, is_removable=True),)))
    async with sitting_down(place) as pilot:
        await pause(pilot)
        assert "已导出答卷包" not in grid(pilot)
        await carry_out(pilot)
        assert "12月1日09:00已导出答卷包" in "".join(grid(pilot).split())
        assert "请在座位上等候" not in grid(pilot)
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "李老师", "修好了")
        assert "在这台机器上恢复吗" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PausedScreen)
        before = (tmp_path / next(tmp_path.iterdir())).read_bytes()
        await let_in(pilot)
        await press(pilot, "end", "enter")
        await until(pilot, Notice)
        await press(pilot, "enter")
        assert [one.read_bytes() for one in tmp_path.iterdir()] == [before]
        await let_in(pilot)
        await press(pilot, "enter")
        await fill_in(pilot, "李老师", "修好了")
        await press(pilot, "tab", "enter")
        await until(pilot, SittingScreen)
    kinds = [event.KIND for event in events_of(place)]
    assert kinds[-3:] == ["paused", "carried_out", "unpaused"]


async def test_after_a_kill_what_was_handed_out_stands_paused_and_only_the_invigilator_lets_it_go_on(
    tmp_path: Path,
) -> None:
    place = replace(invigilated(), outlets=OwnOutlets((ExportPlace(tmp_path, is_removable=True),)))
    async with sitting_down(place) as pilot:
        await pause(pilot)
        await carry_out(pilot)
    async with on_stage(place, **SIT) as pilot:
        assert isinstance(pilot.app.screen, PausedScreen)
        assert "已导出答卷包" in grid(pilot)
        await press(pilot, "enter", "1", "right")
        assert isinstance(pilot.app.screen, PausedScreen)


async def test_a_file_that_is_no_pack_of_theirs_is_said_so_and_nothing_is_begun(tmp_path: Path) -> None:
    here = invigilated()
    path = tmp_path / "答卷.zip"
    path.write_bytes(b"PK no zip")
    async with on_stage(here, **SIT) as pilot:
        await let_in(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "end", "enter")
        await type_text(pilot, str(path))
        await press(pilot, "enter")
        await until(pilot, Notice)
        assert "没有 张三（07）" in grid(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CoverScreen)
    assert here.home.journals.names() == ()


# How it looks, and in English


async def _ask(pilot: Pilot[int]) -> None:
    await press(pilot, "f8")


async def _wrong(pilot: Pilot[int]) -> None:
    await let_in(pilot, "不是这个")


async def _menu(pilot: Pilot[int]) -> None:
    await let_in(pilot)


async def _extend(pilot: Pilot[int]) -> None:
    await let_in(pilot)
    await press(pilot, "enter")


async def _paused_menu(pilot: Pilot[int]) -> None:
    await pause(pilot)
    await let_in(pilot)


LOOKS = {"ask": _ask, "wrong": _wrong, "menu": _menu, "extend": _extend, "paused": pause, "paused_menu": _paused_menu}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("what", LOOKS)
async def test_it_looks_as_it_did(what: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with sitting_down(invigilated(), size=size) as pilot:
        await LOOKS[what](pilot)
        shown = grid(pilot)
    snapshots.check(shown, f"invigilating_{what}", size)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_the_cover_that_waits_for_an_order_looks_as_it_did(
    size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    clock = StoppedClock()
    place = invigilated(paper(**WINDOW), clock)
    clock.at -= 2 * HOUR
    async with on_stage(place, size=size, **SIT) as pilot:
        shown = grid(pilot)
    snapshots.check(shown, "invigilating_cover", size)


async def test_in_english_nothing_of_it_is_chinese() -> None:
    place = invigilated()
    async with sitting_down(place, tongue="en") as pilot:
        await let_in(pilot)
        assert "Hand in now" in grid(pilot)
        await press(pilot, "down", "enter")
        await fill_in(pilot, "Li", "drill")
        shown = grid(pilot)
        assert "The paper is paused" in shown
        assert not any("\u4e00" <= character <= "\u9fff" for line in shown.splitlines()[1:] for character in line)
