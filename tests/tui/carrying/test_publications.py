"""A paper that was carried to a machine: found from home, its password typed, sat."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.services.carrying.publication import OpenedPaper, open_publication
from quizapp.services.papers.library import PublishedLibrary, with_published
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.carrying import publication
from quizapp.tui.frame.dialogs.notices import ReadingNotice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.home import HomeScreen
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.who import Who
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, type_text, until
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.carrying.publications import PASSWORD, PEOPLE, published, written
from tests.samples.workplace import NINE, PAPER, FilesHere, Shelf, StoppedClock, paper, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot
SILENT = paper(feedback="never", attempts=1)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is plugged in; the machine has no other place where a publication could be."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quizapp.carrying.publication_file.PAUSE", 0.0)
    return tmp_path


def machine(clock: StoppedClock | None = None) -> Workplace:
    """Return a trainee's: no paper and no bank but what is carried there, on a stick that is the current folder."""
    bare = workplace(Shelf((), ()), clock)
    return replace(
        bare,
        files=FilesHere(lambda: (Path.cwd(),)),
        library=PublishedLibrary(bare.library, bare.home),
        paper_list=lambda: with_published((), bare.home.publications.opened()),
    )


async def typed(pilot: Pilot[int], text: str) -> None:
    await type_text(pilot, text)
    await press(pilot, "enter")
    await settled(pilot)


async def chosen(pilot: Pilot[int]) -> None:
    """Choose 打开试卷包, then the first that is found."""
    await press(pilot, "enter")
    await settled(pilot)
    assert isinstance(pilot.app.screen, Pick)
    await press(pilot, "enter")
    await settled(pilot)


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_a_bare_machine_says_how_to_begin_and_asks_for_the_password(
    size: tuple[int, int], stick: Path, snapshots: ScreenSnapshots
) -> None:
    written(stick, published(SILENT, roster=PEOPLE), PASSWORD, "结业考试.quiz")
    async with on_stage(machine(), size=size) as pilot:
        snapshots.check(grid(pilot), "home_bare", size)
        await press(pilot, "enter")
        await settled(pilot)
        assert "《样卷》 | 结业考试.quiz" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        snapshots.check(grid(pilot), "publication_password", size)


async def test_a_password_is_typed_until_it_is_right_and_the_paper_is_sat(stick: Path) -> None:
    written(stick, published(SILENT, roster=PEOPLE), PASSWORD)
    place = machine()
    async with on_stage(place) as pilot:
        await chosen(pilot)
        await typed(pilot, "不是这个口令")
        await until(pilot, lambda: "口令不对" in grid(pilot))
        await press(pilot, "enter")
        await typed(pilot, PASSWORD)
        await until(pilot, lambda: "请输入学号" in grid(pilot))
        # The roster came along: the candidate is one of it.
        await typed(pilot, "01")
        assert "市发改委" in grid(pilot)
        await press(pilot, "enter")
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
    (name,) = place.home.journals.names()
    assert name.paper == PAPER.id


async def test_going_back_from_the_password_opens_nothing(stick: Path) -> None:
    written(stick, published(SILENT), PASSWORD)
    place = machine()
    async with on_stage(place) as pilot:
        await chosen(pilot)
        assert isinstance(pilot.app.screen, AskText)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert place.home.publications.opened() == ()


async def test_an_opened_paper_stands_on_home_and_needs_no_password_again(stick: Path) -> None:
    written(stick, published(SILENT, roster=PEOPLE), PASSWORD)
    place = machine()
    async with on_stage(place) as pilot:
        await chosen(pilot)
        await typed(pilot, PASSWORD)
        await press(pilot, "escape")
        await settled(pilot)
        shown = grid(pilot)
        assert shown.index("样卷") < shown.index("打开试卷包")


async def test_a_damaged_file_is_told_so_in_words(stick: Path) -> None:
    path = written(stick, published(SILENT))
    path.write_bytes(path.read_bytes()[:-100])
    async with on_stage(machine()) as pilot:
        await chosen(pilot)
        assert "不完整或者被改动过" in grid(pilot).replace("\n", "")


async def test_a_file_anywhere_is_opened_by_its_place_in_quotes_too(stick: Path) -> None:
    (stick / "深处").mkdir()
    path = written(stick / "深处", published(SILENT, roster=PEOPLE))
    async with on_stage(machine()) as pilot:
        await press(pilot, "enter")
        await settled(pilot)
        assert "没有 .quiz 文件" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await typed(pilot, f'"{path}"')
        assert "学号" in grid(pilot)


async def test_a_clock_that_is_wrong_is_said_on_home_with_both_times(stick: Path) -> None:
    clock = StoppedClock()
    place = machine(clock)
    written(stick, published(paper(feedback="never", opens=NINE + timedelta(hours=1))))
    async with on_stage(place) as pilot:
        await chosen(pilot)
        await press(pilot, "escape")
    clock.at = NINE - timedelta(days=365)
    async with on_stage(place) as pilot:
        assert "时钟" in grid(pilot)
        assert "尚未开放" not in grid(pilot)


async def test_take_opens_it_straight_and_ends_with_it(stick: Path) -> None:
    path = written(stick, published(SILENT, roster=PEOPLE), PASSWORD)
    async with on_stage(machine(), paper=str(path), candidate="01", name="张三") as pilot:
        assert isinstance(pilot.app.screen, AskText)
        await typed(pilot, PASSWORD)
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)


async def test_while_one_is_opened_for_long_the_screen_says_so(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()
    path = written(stick, published(SILENT, roster=PEOPLE), PASSWORD)

    def slowly(*given: Any) -> OpenedPaper:
        goes_on.wait(10)
        return open_publication(*given)

    monkeypatch.setattr(publication, "open_publication", slowly)
    async with on_stage(machine(), paper=str(path)) as pilot:
        await type_text(pilot, PASSWORD)
        await press(pilot, "enter")
        await until(pilot, lambda: "正在打开试卷包" in grid(pilot))
        assert isinstance(pilot.app.screen, ReadingNotice)
        goes_on.set()
        await until(pilot, lambda: isinstance(pilot.app.screen, Who))
