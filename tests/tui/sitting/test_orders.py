"""What the screens do when somebody orders something of the attempt, or when it is open in another window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from quizapp.domain.attempt.events import Extended, TakenOver
from quizapp.domain.attempt.orders import Request
from quizapp.domain.candidate import Candidate
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.tui.home import HomeScreen
from quizapp.tui.sitting.clock import ClockLine
from quizapp.tui.sitting.open_elsewhere import OpenElsewhere
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, sitting_down, sitting_of, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.workplace import PAPER, StoppedClock, workplace

MORE = Request(
    id="20261201T010000000Z-RRRRRRRRRR", asks="more_time", more=timedelta(minutes=10), by="李老师", why="设备[/]故障"
)
HAND_IN = Request(id="20261201T010000000Z-HHHHHHHHHH", asks="hand_in", by="李老师", why="清场")
SIT: dict[str, Any] = {"paper": "sample-paper", "candidate": "07", "name": "张三"}


async def order(pilot: Pilot[int], place: Workplace, request: Request) -> None:
    """Ask as another program does, and let the clock tick."""
    place.home.requests.ask(sitting_of(pilot).saved.started.attempt, request)
    tick(pilot)
    await settled(pilot)


def tick(pilot: Pilot[int]) -> None:
    next(screen for screen in pilot.app.screen_stack if isinstance(screen, SittingScreen)).query_one(ClockLine).tick()


async def test_more_time_stands_on_the_clock_at_once_with_who_gave_it_and_why() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        assert "剩余 00:30:00" in grid(pilot)
        await order(pilot, place, MORE)
        assert "剩余 00:40:00" in grid(pilot)
        assert "考试时间已延长 10 分钟：设备[/]故障（李老师）" in grid(pilot)
        assert place.home.requests.waiting(sitting_of(pilot).saved.started.attempt) == ()


async def test_more_time_is_recorded_once_however_often_the_clock_ticks() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        for _ in range(3):
            await order(pilot, place, MORE)
        (name,) = place.home.journals.names()
        assert sum(isinstance(event, Extended) for event in place.home.journals.read(name).events) == 1


async def test_a_warning_that_more_time_took_back_comes_again() -> None:
    clock = StoppedClock()
    place = workplace(clock=clock)
    async with sitting_down(place) as pilot:
        clock.go_on(timedelta(minutes=21))
        tick(pilot)
        await settled(pilot)
        assert "时间还剩 10 分钟" in grid(pilot)
        await order(pilot, place, MORE)
        assert "不足" not in grid(pilot)
        clock.go_on(timedelta(minutes=10))
        tick(pilot)
        await settled(pilot)
        assert "时间还剩 10 分钟" in grid(pilot)


async def test_a_forced_hand_in_takes_the_text_being_typed_under_any_dialog_and_shows_the_result() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f3", "5", "enter")
        await type_text(pilot, "耳目")
        await press(pilot, "f4")
        await order(pilot, place, HAND_IN)
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "已由班委会收卷" in grid(pilot)
    (name,) = place.home.journals.names()
    assert any(getattr(event, "response", ()) == ("耳目",) for event in place.home.journals.read(name).events)


def sat_elsewhere(place: Workplace) -> Sitting:
    """Return an attempt that another program has open."""
    stands = standing(place.home, place.clock, PAPER, Candidate(id="07", name="张三"))
    return start(place.home, place.library, place.clock, place.chance, stands)


async def look_again(pilot: Pilot[int]) -> None:
    """Look at the other window as the dialog does every second."""
    dialog: Any = pilot.app.screen
    assert isinstance(dialog, OpenElsewhere)
    dialog.look_again()
    await settled(pilot)


async def test_an_attempt_open_elsewhere_can_be_gone_on_with_once_that_window_is_gone() -> None:
    place = workplace()
    elsewhere = sat_elsewhere(place)
    async with on_stage(place, **SIT) as pilot:
        assert "《样卷》正在另一个窗口作答" in grid(pilot)
        await look_again(pilot)
        assert "接着作答 " not in grid(pilot)
        elsewhere.answer(1, ("A",))
        elsewhere.close()
        await look_again(pilot)
        assert "《样卷》可以接着作答" in grid(pilot)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, SittingScreen)
        assert sitting_of(pilot).attempt.response(1) == ("A",)
    (name,) = place.home.journals.names()
    assert sum(isinstance(event, TakenOver) for event in place.home.journals.read(name).events) == 1


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_safe_way_goes_back_and_takes_nothing_over(key: str) -> None:
    place = workplace()
    elsewhere = sat_elsewhere(place)
    async with on_stage(place) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "enter")
        await settled(pilot)
        elsewhere.close()
        await look_again(pilot)
        await press(pilot, key)
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    (name,) = place.home.journals.names()
    assert not any(isinstance(event, TakenOver) for event in place.home.journals.read(name).events)


async def test_an_attempt_handed_in_there_meanwhile_shows_its_result_here() -> None:
    place = workplace()
    elsewhere = sat_elsewhere(place)
    async with on_stage(place, **SIT) as pilot:
        elsewhere.hand_in()
        elsewhere.close()
        await look_again(pilot)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)


async def test_a_third_window_that_was_quicker_is_told_of_and_waited_for() -> None:
    place = workplace()
    elsewhere = sat_elsewhere(place)
    (name,) = place.home.journals.names()
    async with on_stage(place, **SIT) as pilot:
        elsewhere.close()
        await look_again(pilot)
        third, _ = place.home.journals.open(name)
        await press(pilot, "tab", "enter")
        await settled(pilot)
        assert "《样卷》正在另一个窗口作答" in grid(pilot)
        third.close()
        await look_again(pilot)
        fourth, _ = place.home.journals.open(name)
        await look_again(pilot)
        assert "《样卷》正在另一个窗口作答" in grid(pilot)
        assert "接着作答 " not in grid(pilot)
        fourth.close()


async def test_a_window_begun_elsewhere_while_this_one_stood_at_the_cover_is_waited_for() -> None:
    place = workplace()
    async with on_stage(place, **SIT) as pilot:
        sat_elsewhere(place)
        await press(pilot, "space", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, OpenElsewhere)
    assert len(place.home.journals.names()) == 1


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("is_free", [False, True], ids=["busy", "free"])
async def test_the_dialog_looks_as_it_did(is_free: bool, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    place = workplace()
    elsewhere = sat_elsewhere(place)
    async with on_stage(place, size=size, **SIT) as pilot:
        if is_free:
            elsewhere.close()
            await look_again(pilot)
        shown = grid(pilot)
    snapshots.check(shown, f"open_elsewhere_{'free' if is_free else 'busy'}", size)


async def test_in_english_nothing_of_it_is_chinese() -> None:
    place = workplace()
    elsewhere = sat_elsewhere(replace(place))
    async with on_stage(place, tongue="en", **SIT) as pilot:
        assert "is open in another window" in grid(pilot)
        elsewhere.close()
        await look_again(pilot)
        assert "Go on here" in grid(pilot)
