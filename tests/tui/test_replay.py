"""The replay: how it looks, where its keys lead, what it keeps back, and the sheet it writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.papers.paper import Section
from quizapp.language import Language, Tongue
from quizapp.reports.review_sheet import write_sheet
from quizapp.services.book.score_book import look
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from quizapp.tui.app import QuizApp
from quizapp.tui.evidence.replay import ReplayScreen, TimeLine, replay
from quizapp.tui.evidence.replay_table import ReplayTable
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText
from quizapp.tui.frame.widgets.lists import LongList
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import CHINA, SMALL, WIDE, burst, grid, on_stage, press, settled, type_text
from tests.instruments.memory_home import MemoryHome
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.keyed_attempts import key_in
from tests.samples.classes.recorded_decisions import overridden
from tests.samples.replayed_attempts import (
    begin,
    collect,
    half_way,
    handed_in,
    long_attempt,
    name_of,
    pause,
    told_workplace,
)
from tests.samples.workplace import PAPER, Shelf, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

WAYS: dict[str, tuple[str, ...]] = {
    "replay": (),
    "replay_undone": ("right",) * 6,
    "replay_returned": ("right",) * 7,
    "replay_decided": ("end", "left"),
    "replay_table": ("f3",),
    "replay_help": ("f4",),
}


@asynccontextmanager
async def replaying(
    place: Workplace, name: AttemptName, size: tuple[int, int] = SMALL, tongue: Tongue = "zh"
) -> AsyncIterator[Pilot[int]]:
    """Run the app with an attempt's replay open."""
    async with on_stage(place, size=size, tongue=tongue) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.run_worker(replay(app, name), group="visit")
        await settled(pilot)
        for _ in range(50):
            if not isinstance(app.screen, HomeScreen):
                break
            await pilot.pause(0.02)
        await settled(pilot)
        yield pilot


def pointed(pilot: Pilot[int]) -> str:
    """Return the line of the list that the cursor is on, without it."""
    return next(line for line in grid(pilot).splitlines() if line.startswith(" > ")).removeprefix(" > ").strip()


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_replay_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with replaying(*told_workplace(), size) as pilot:
        await press(pilot, *WAYS[name])
        await settled(pilot)
        shown = grid(pilot)
    snapshots.check(shown, name, size)


async def test_right_and_left_go_event_by_event_and_stop_at_the_ends() -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, "left")
        assert pointed(pilot).endswith("开始作答")
        await press(pilot, "right", "right")
        assert pointed(pilot).endswith("第 1 题：A 改为 C")
        await press(pilot, "left")
        assert pointed(pilot).endswith("第 1 题：作答 A")
        await press(pilot, "end", "right")
        assert "重新判分，6 改为 7 分" in pointed(pilot)
        await press(pilot, "home")
        assert pointed(pilot).endswith("开始作答")


async def test_the_question_stands_as_it_was_at_each_event() -> None:
    async with replaying(*told_workplace()) as pilot:
        marked = ["作答：未作答" in grid(pilot)]
        for _ in range(2):
            await press(pilot, "right")
            marked.append("(*) A" in grid(pilot) or "(x) A" in grid(pilot) or "作答：A" in grid(pilot))
        assert marked == [True, True, False]
        assert "作答：C" in grid(pilot)


async def test_page_keys_go_to_where_another_question_came_on_screen() -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, "pagedown")
        assert pointed(pilot).endswith("到第 2 题")
        await press(pilot, "pagedown", "pagedown")
        assert pointed(pilot).endswith("到第 4 题")
        await press(pilot, "right", "pageup")
        assert pointed(pilot).endswith("到第 3 题")
        await press(pilot, "pageup", "pageup")
        assert pointed(pilot).endswith("开始作答")
        await press(pilot, "pageup")
        assert "这边没有别的题了" in grid(pilot)


async def test_f5_goes_from_change_to_change_and_says_when_there_are_no_more() -> None:
    async with replaying(*told_workplace()) as pilot:
        met = []
        for _ in range(10):
            await press(pilot, "f5")
            met.append(pointed(pilot).split("  ")[-1])
        assert met[:4] == ["第 1 题：作答 A", "第 1 题：A 改为 C", "第 2 题：作答 B", "第 2 题：撤销 B，回到未作答"]
        assert met[-2:] == ["第 5 题：作答 耳目；参谋"] * 2
        assert "后面没有改动了" in grid(pilot)


async def test_keys_pressed_faster_than_they_are_drawn_are_all_taken_in_order() -> None:
    async with replaying(*told_workplace()) as pilot:
        await burst(pilot, ["right"] * 7 + ["left"])
        assert "撤销 B" in pointed(pilot)


async def test_the_table_leads_to_where_a_question_was_first_met() -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, "f3")
        assert isinstance(pilot.app.screen, ReplayTable)
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, ReplayScreen)
        assert pointed(pilot).endswith("到第 3 题")
        await press(pilot, "f3", "end", "escape")
        assert pointed(pilot).endswith("到第 3 题")
        await press(pilot, "f3", "end", "pageup", "enter")
        assert pointed(pilot).endswith("开始作答")


async def test_a_click_goes_to_its_event_and_in_the_table_a_second_one_to_its_question() -> None:
    async with replaying(*told_workplace()) as pilot:
        await pilot.click(LongList, offset=(20, 3))
        assert pointed(pilot).endswith("到第 2 题")
        await press(pilot, "f3")
        await pilot.click(LongList, offset=(20, 3))
        assert isinstance(pilot.app.screen, ReplayTable)
        await pilot.click(LongList, offset=(20, 3))
        assert pointed(pilot).endswith("到第 4 题")


async def test_a_question_that_was_never_seen_says_so() -> None:
    place = workplace()
    async with replaying(place, name_of(half_way(place))) as pilot:
        await press(pilot, "f3", "end", "enter")
        assert "第 5 题没有到过" in grid(pilot)


async def test_a_decision_too_long_for_its_line_is_told_in_full_above_the_question() -> None:
    place, name = told_workplace()
    why = "经班委会三人当面复核原题与讲义第三章第二节，认定两种表述均可，按评分细则给满分"
    overridden(place, "07", 4, Fraction(2), why)
    async with replaying(place, name) as pilot:
        await press(pilot, "end")
        assert pointed(pilot).endswith("..")
        told = "".join(line.strip() for line in grid(pilot).splitlines())
        assert f"第 4 题：成绩更正，0 改为 2 分（{why}） | 决定 王班长" in told.replace(
            " | 决定王班长", " | 决定 王班长"
        )


async def test_an_attempt_under_way_says_so_and_tells_no_key_and_no_marks() -> None:
    place = workplace()
    async with replaying(place, name_of(half_way(place))) as pilot:
        await press(pilot, "end")
        assert "仍在作答，以下到此刻为止" in grid(pilot)
        assert "最后 AC" in grid(pilot)
        assert "答案" not in grid(pilot)
        await press(pilot, "f3")
        assert "/ 2" not in grid(pilot)
        assert "ACD" not in grid(pilot)


async def test_a_copy_from_another_machine_says_how_far_it_goes_and_how_its_end_is_known() -> None:
    place = workplace()
    sitting = half_way(place)
    sitting.close()
    collect(place, name_of(sitting))
    async with replaying(place, name_of(sitting)) as pilot:
        assert "在别的机器上作答，以下到上次收卷为止" in grid(pilot)
    pause(place, hours=2)
    async with replaying(place, name_of(sitting)) as pilot:
        assert "没有收到交卷记录，交卷时间按规则推算" in grid(pilot)


async def test_one_that_was_left_says_that_it_is_open_nowhere() -> None:
    place = workplace()
    sitting = half_way(place)
    sitting.close()
    async with replaying(place, name_of(sitting)) as pilot:
        assert "没有交卷，也没有打开" in grid(pilot)


async def test_items_that_somebody_sits_show_neither_key_nor_marks() -> None:
    place, name = told_workplace()
    begin(place, who=Candidate(id="08", name="李四", unit="市财政局"))
    async with replaying(place, name) as pilot:
        assert "有人在考这道题，答案和得分暂不显示" in grid(pilot)
        assert "答案 C" not in grid(pilot)


async def test_an_altered_record_says_so_and_is_shown_as_far_as_it_stands(tmp_path: Path) -> None:
    place = replace(workplace(), home=FileHome(tmp_path / "home"))
    name = handed_in(place)
    (journal,) = (tmp_path / "home").glob(f"journal/*/{name.attempt}.jsonl")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], *lines[4:]]))
    async with replaying(place, name) as pilot:
        assert "记录被改动过，以下只到改动处为止" in grid(pilot)
        await press(pilot, "end")
        assert "1.33 改为 2 分" in grid(pilot) or "重新判分" in grid(pilot)
        assert "考生交卷" not in grid(pilot)


async def test_an_attempt_that_cannot_be_read_is_told_in_a_dialog_and_nothing_opens(tmp_path: Path) -> None:
    place = replace(workplace(), home=FileHome(tmp_path / "home"))
    name = handed_in(place)
    (journal,) = (tmp_path / "home").glob(f"journal/*/{name.attempt}.jsonl")
    journal.write_bytes(journal.read_bytes().replace("张三".encode(), "王五".encode(), 1))
    async with replaying(place, name) as pilot:
        assert isinstance(pilot.app.screen, Notice)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_what_was_keyed_in_from_paper_has_no_line_of_time(tmp_path: Path) -> None:
    place = workplace()
    key_in(place, tmp_path, {"07": "C,A,ACD,错,耳目；参谋"})
    (doc,) = look(place.home, place.clock).scores
    async with replaying(place, AttemptName(attempt=doc["attempt"], paper=doc["paper"])) as pilot:
        assert not pilot.app.screen.query_one(TimeLine).display
        await press(pilot, "end")
        assert pointed(pilot).endswith("纸笔补录")


async def test_markup_in_names_reasons_and_answers_is_only_text() -> None:
    bad = "[red]甲[/red]"
    item = FillBlank(id="f-1", stem=f"{bad}___", key=((bad,),))
    paper = replace(PAPER, id="odd", title=bad, full_score=None, sections=(Section(title=bad, items=("f-1",)),))
    place = workplace(Shelf(shelf_papers=(paper,), shelf_banks=(ItemBank(id="b", title=bad, items=(item,)),)))
    sitting = begin(place, paper, Candidate(id="07", name=bad, unit=bad))
    sitting.answer(1, (bad,))
    async with replaying(place, name_of(sitting)) as pilot:
        await press(pilot, "end")
        assert f"{bad} | 07 | {bad}" in grid(pilot)
        assert pointed(pilot).endswith(f"第 1 题：作答 {bad}")


async def test_resizing_keeps_the_place_and_shows_more() -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, *["right"] * 6)
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert "> 09:01:20" in grid(pilot)
        assert "第 5 题：作答 耳目；参谋" in grid(pilot)


async def test_it_speaks_english_too() -> None:
    async with replaying(*told_workplace(), tongue="en") as pilot:
        await press(pilot, *["right"] * 7)
        assert "came back; nothing was recorded for 12 min" in grid(pilot)


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_one_key_goes_back(key: str) -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, key)
        assert isinstance(pilot.app.screen, HomeScreen)


async def ask_for_sheet(pilot: Pilot[int], file: str) -> None:
    """Ask for the review sheet, with this file in place of the one that is offered."""
    await press(pilot, "f8")
    await answer_for_sheet(pilot, file)


async def answer_for_sheet(pilot: Pilot[int], file: str) -> None:
    """Type this file in place of the one that is offered."""
    await opened(pilot, AskText)
    await burst(pilot, ["backspace"] * 200)
    await type_text(pilot, file)
    await press(pilot, "enter")


async def opened(pilot: Pilot[int], kind: type[Screen[Any]]) -> None:
    """Wait until such a screen is there."""
    for _ in range(100):
        if isinstance(pilot.app.screen, kind):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"no {kind.__name__}: {pilot.app.screen}")


async def shown(pilot: Pilot[int], text: str) -> None:
    """Wait until a text is on the screen."""
    for _ in range(100):
        if text in grid(pilot):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"no {text} in\n{grid(pilot)}")


async def test_f8_writes_the_sheet_where_it_is_told_and_logs_it(tmp_path: Path) -> None:
    place, name = told_workplace()
    file = tmp_path / "单.html"
    async with replaying(place, name, WIDE) as pilot:
        await ask_for_sheet(pilot, str(file))
        await shown(pilot, "复核单已写好")
        assert "单.html" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, ReplayScreen)
    one = replayed(place.home, place.clock, name)
    assert file.read_bytes() == write_sheet(one, Language("zh", CHINA), place.clock.read().at)
    assert isinstance(place.home, MemoryHome)
    (logged,) = [values for _, what, _, values in place.home.log.lines if what == "review-sheet-written"]
    assert logged == {"attempt": name.attempt, "paper": name.paper, "file": "单.html"}


async def test_a_sheet_that_is_there_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    file = tmp_path / "单.html"
    file.write_text("旧")
    async with replaying(*told_workplace(), WIDE) as pilot:
        await ask_for_sheet(pilot, str(file))
        await opened(pilot, Confirm)
        await press(pilot, "enter")
        await opened(pilot, AskText)
        assert file.read_text() == "旧"
        await press(pilot, "enter")
        await opened(pilot, Confirm)
        await press(pilot, "right", "enter")
        await shown(pilot, "复核单已写好")
        assert "复核单" in file.read_text("utf-8")


@pytest.mark.parametrize(("file", "told"), [("单.docx", "复核单只能写成 .html 文件"), ("没有/单.html", "没有写成")])
async def test_a_sheet_that_cannot_be_written_says_why_and_asks_again(tmp_path: Path, file: str, told: str) -> None:
    async with replaying(*told_workplace(), WIDE) as pilot:
        await ask_for_sheet(pilot, str(tmp_path / file))
        await shown(pilot, told)
        assert list(tmp_path.iterdir()) == []
        await press(pilot, "enter")
        await answer_for_sheet(pilot, str(tmp_path / "单.html"))
        await shown(pilot, "复核单已写好")
    assert [one.name for one in tmp_path.iterdir()] == ["单.html"]


async def test_escape_writes_no_sheet_and_leads_back_to_the_same_event() -> None:
    async with replaying(*told_workplace()) as pilot:
        await press(pilot, "right", "f8")
        await opened(pilot, AskText)
        await press(pilot, "escape")
        await opened(pilot, ReplayScreen)
        assert pointed(pilot).endswith("第 1 题：作答 A")


async def test_an_attempt_of_two_thousand_events_is_gone_through_like_a_short_one() -> None:
    place, name = long_attempt(100, 1000)
    async with replaying(place, name) as pilot:
        await press(pilot, "end")
        assert pointed(pilot).endswith("考生交卷")
        await press(pilot, "home", "f5")
        assert pointed(pilot).endswith("作答 B")
