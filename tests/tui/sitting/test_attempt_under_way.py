"""Home and `take` lead on with an attempt under way, whatever is wrong beside it; nobody begins meanwhile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.settings import Options
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.home import HomeScreen
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.who import Who
from quizapp.wiring import place_to_go_on
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, sitting_of, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.attempt_under_way import DISTURBANCES, ONE_PAPER, at, begun_in
from tests.samples.workplace import StoppedClock

if TYPE_CHECKING:
    from quizapp.domain.errors import QuizError
    from quizapp.services.ports.workplace import Workplace

disturbances = pytest.mark.parametrize("name", ["a fault in the paper", "the paper is gone", "the roster is another's"])


@pytest.fixture
def room(tmp_path: Path) -> Path:
    return begun_in(tmp_path)


@pytest.mark.parametrize("name", DISTURBANCES)
async def test_home_goes_on_with_it_to_the_result(room: Path, name: str) -> None:
    DISTURBANCES[name](room)
    async with on_stage(at(room)) as pilot:
        assert "样卷 | 张三" in grid(pilot)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
        assert sitting_of(pilot).attempt.responses[0] == ("A",)
        await press(pilot, "f9", "f9")
        assert isinstance(pilot.app.screen, ResultScreen)


@disturbances
@pytest.mark.parametrize("wanted", ["sample-paper", f"{{room}}/{ONE_PAPER}"])
async def test_take_goes_on_where_it_was_left(room: Path, name: str, wanted: str) -> None:
    DISTURBANCES[name](room)
    async with on_stage(at(room), paper=wanted.format(room=room), candidate="07", name="张三") as pilot:
        assert isinstance(pilot.app.screen, SittingScreen)
        assert sitting_of(pilot).attempt.responses[0] == ("A",)


@disturbances
async def test_who_asks_finds_who_is_in_the_middle_of_it(room: Path, name: str) -> None:
    DISTURBANCES[name](room)
    async with on_stage(at(room), paper="sample-paper") as pilot:
        assert isinstance(pilot.app.screen, Who)
        await press(pilot, "0", "7", "enter", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)


async def test_somebody_else_is_told_why_they_cannot_begin(room: Path) -> None:
    DISTURBANCES["a fault in the paper"](room)
    async with on_stage(at(room), paper="sample-paper", candidate="08", name="李四") as pilot:
        assert isinstance(pilot.app.screen, Notice)
        assert "试卷文件有错" in grid(pilot)


async def test_who_has_no_roster_to_go_by_is_told_so_only_when_they_begin(room: Path) -> None:
    DISTURBANCES["the roster was altered"](room)
    async with on_stage(at(room)) as pilot:
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, Who)
        await type_text(pilot, "07")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)


def stopped(room: Path, trouble: QuizError | None = None) -> Workplace:
    """Return the room as it is opened where its settings have faults."""
    from quizapp.domain.errors import Fault, Faulty

    faults = tuple(
        Fault(file="settings.yaml", line=line, column=1, severity="error", code="not-a-date", values={"text": "明天"})
        for line in range(1, 6)
    )
    options = Options(home=str(room / "home"))
    return replace(place_to_go_on(options, trouble or Faulty(faults)), clock=StoppedClock())


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_home_with_faulty_settings_looks_as_it_did(
    room: Path, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    async with on_stage(stopped(room), size=size) as pilot:
        await settled(pilot)
        shown = grid(pilot)
    snapshots.check(shown, "home-stopped", size)


async def test_with_faulty_settings_it_is_gone_on_with_and_nothing_else_opens(room: Path) -> None:
    async with on_stage(stopped(room)) as pilot:
        await press(pilot, "f5")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
        await press(pilot, "f9", "f9", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "正在进行" not in grid(pilot)
        assert "其他功能暂时打不开" in grid(pilot)


async def test_with_faulty_settings_nobody_begins_by_take(room: Path) -> None:
    async with on_stage(stopped(room), paper="sample-paper", candidate="08", name="李四") as pilot:
        assert isinstance(pilot.app.screen, Notice)
        assert "没有读懂日期" in grid(pilot)
