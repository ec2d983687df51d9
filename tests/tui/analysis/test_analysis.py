"""The analysis on screen: how it looks, where its keys lead, and what it keeps back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.language import Tongue
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.analysis import visit
from quizapp.tui.analysis.analysis import AnalysisScreen
from quizapp.tui.analysis.item import AnalysisItem
from quizapp.tui.analysis.visit import analyse
from quizapp.tui.frame.dialogs.notices import Help, Notice, ReadingNotice
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.class_of_all_types import SINGLES, library
from tests.samples.classes.class_of_forty import FORTY, TWELVE, sat_by
from tests.samples.classes.corrected_class import put_right, sat, wrongly_keyed
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.replayed_attempts import begin
from tests.samples.workplace import NINE, Shelf, paper, workplace
from tests.tui.class_stage import looking, running_text, shown_after, until

WAYS: dict[str, tuple[int, tuple[str, ...]]] = {
    "analysis": (FORTY, ()),
    "analysis_scores": (FORTY, ("right",)),
    "analysis_scatter": (FORTY, ("right", "right")),
    "analysis_topics": (FORTY, ("left", "left")),
    "analysis_items": (FORTY, ("left",)),
    "analysis_item": (FORTY, ("enter",)),
    "analysis_item_typed": (FORTY, ("down", "enter")),
    "analysis_help": (FORTY, ("f4",)),
    "analysis_small": (TWELVE, ()),
}
MARKUP = replace(
    SINGLES[2],
    key="A",
    stem="[b]“四博”[/] 里 [@click=app.quit]第一[/]（  ）。",
    options=("[red]博览[/]", "[/", "{1} $x", "D\\[0]"),
    rationale="[/]见[link]",
)


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Return one class for all tests that only look at it."""
    return sat_by(FORTY, tmp_path_factory.mktemp("forty"))


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return sat_by(TWELVE, tmp_path_factory.mktemp("twelve"))


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_analysis_looks_as_it_did(
    name: str, size: tuple[int, int], forty: Workplace, twelve: Workplace, snapshots: ScreenSnapshots
) -> None:
    count, keys = WAYS[name]
    async with looking(forty if count == FORTY else twelve, analyse, size) as pilot:
        shown = await shown_after(pilot, *keys)
    snapshots.check(shown, name, size)


async def test_a_wrong_key_in_a_class_of_forty_is_the_first_thing_that_is_seen(forty: Workplace) -> None:
    async with looking(forty, analyse) as pilot:
        shown = grid(pilot)
        assert "> 第 3 题（s-3）\n    疑似错答案，请核对：成绩好的人里，选 D 的 11 人，选答案 A 的只有 1 人。" in shown
        opened = await shown_after(pilot, "enter")
        assert "疑似错答案" in opened
        assert "A  博览群书（答案）" in opened


async def test_a_class_under_thirty_is_told_that_it_is_too_small(twelve: Workplace) -> None:
    async with looking(twelve, analyse) as pilot:
        assert "不到 30 人，样本不足" in grid(pilot)
        assert "不到 30 人，样本不足" in await shown_after(pilot, "right", "right")
        items = (await shown_after(pilot, "right", "right")).splitlines()
        assert sum("样本不足" in line for line in items) == 12
        assert sum("疑似错答案" in line for line in items) == 1


async def test_arrows_turn_the_pages_round_and_escape_leaves(twelve: Workplace) -> None:
    async with looking(twelve, analyse) as pilot:
        titles = [grid(pilot).splitlines()[0].split(" | ")[2]]
        for _ in range(5):
            titles.append((await shown_after(pilot, "right")).splitlines()[0].split(" | ")[2])
        assert [title[-3:] for title in titles] == ["1/5", "2/5", "3/5", "4/5", "5/5", "1/5"]
        await shown_after(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize(("tongue", "last"), [("zh", "| Esc 返回"), ("en", "| Esc back")])
async def test_no_key_is_cut_off_at_eighty_columns_on_any_page(twelve: Workplace, tongue: Tongue, last: str) -> None:
    async with looking(twelve, analyse, tongue=tongue) as pilot:
        for _ in range(5):
            assert grid(pilot).endswith(last)
            await press(pilot, "left")
        await shown_after(pilot, "enter")
        assert grid(pilot).endswith(last)


async def test_words_stand_there_while_it_is_read_and_go_by_themselves(
    twelve: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "PATIENCE", 0.0)
    async with looking(twelve, analyse) as pilot:
        await until(pilot, AnalysisScreen)
        assert not any(isinstance(screen, ReadingNotice) for screen in pilot.app.screen_stack)


async def test_a_paper_that_there_is_not_is_told(twelve: Workplace) -> None:
    async with looking(twelve, analyse, paper="none") as pilot:
        assert isinstance(pilot.app.screen, Notice)
        assert "none" in grid(pilot)


async def test_items_are_sorted_opened_and_turned_by_keys(forty: Workplace) -> None:
    async with looking(forty, analyse) as pilot:
        assert "最难的在前" in await shown_after(pilot, "left", "f5")
        first = await shown_after(pilot, "enter")
        assert first.startswith(" 第 3 题（s-3） | 单项选择题 | 10 分 | 1/13")
        assert (await shown_after(pilot, "right")).startswith(" 第 12 题（o-1）")
        assert (await shown_after(pilot, "left", "left")).startswith(" 第 3 题")
        assert isinstance(pilot.app.screen, AnalysisItem)
        assert "> ! " in (await shown_after(pilot, "escape")).replace(">   ! ", "> ! ")
        assert "区分度最低的在前" in await shown_after(pilot, "f5")
        assert "按题号" in await shown_after(pilot, "f5")


async def test_the_cursor_of_the_items_goes_by_lines_and_by_pages(forty: Workplace) -> None:
    async with looking(forty, analyse) as pilot:

        def pointed() -> str:
            return next(line.split()[1] for line in grid(pilot).splitlines() if line.startswith(" > "))

        await shown_after(pilot, "left", "down")
        assert pointed() == "2"
        await shown_after(pilot, "pagedown")
        assert pointed() == "13"
        await shown_after(pilot, "pageup", "up")
        assert pointed() == "1"


async def test_a_long_page_is_scrolled_to_the_end_of_its_appendix(forty: Workplace) -> None:
    async with looking(forty, analyse) as pilot:
        assert "测量标准误" not in await shown_after(pilot, "right")
        assert "测量标准误" in await shown_after(pilot, "pagedown")
        assert "90-100" in await shown_after(pilot, "pageup")


async def test_what_a_click_points_at_is_opened(forty: Workplace) -> None:
    async with looking(forty, analyse) as pilot:
        await shown_after(pilot, "left")
        await pilot.click(offset=(20, 5))
        await settled(pilot)
        assert grid(pilot).startswith(" 第 3 题")
        await shown_after(pilot, "escape", "right")
        await pilot.click(offset=(20, 7))
        await settled(pilot)
        assert isinstance(pilot.app.screen, AnalysisItem)


async def test_texts_of_the_bank_are_shown_as_they_stand(tmp_path: Path) -> None:
    async with looking(sat_by(FORTY, tmp_path, library(MARKUP)), analyse) as pilot:
        shown = await shown_after(pilot, "enter")
        for text in ("[b]“四博”[/] 里 [@click=app.quit]第一[/]", "[red]博览[/]（答案）", "B  [/", "{1} $x", "D\\[0]"):
            assert text in shown
        assert "[/]见[link]" in await shown_after(pilot, "pagedown")
        assert "[b]“四博”[/] 里 [@c" in await shown_after(pilot, "escape", "left")


async def test_what_is_being_sat_shows_neither_question_nor_options(tmp_path: Path) -> None:
    place = sat(tmp_path)
    begin(place, who=Candidate(id="77", name="郑十"))
    async with looking(place, analyse, paper="sample-paper") as pilot:
        items = await shown_after(pilot, "left")
        assert "五种角色" not in items
        assert "（正有人在考）" in items
        opened = await shown_after(pilot, "enter")
        assert "正有人在考" in opened
        assert "跟班" not in opened
        assert "答案：" not in opened


async def test_while_the_window_is_open_a_question_shows_no_options(tmp_path: Path) -> None:
    rules = paper(opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
    place = sat(tmp_path, rules=rules, library=replace(wrongly_keyed(), shelf_papers=(rules,)))
    async with looking(place, analyse, paper="sample-paper") as pilot:
        opened = await shown_after(pilot, "enter")
        assert "考试时间还没有结束" in opened
        assert "跟班" not in opened
        assert "选 C 的" not in opened


async def test_a_correction_that_waits_is_told(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    async with looking(place, analyse, paper="sample-paper") as pilot:
        assert "有 1 处更正还没有重新判分" in grid(pilot)


async def test_a_paper_that_nobody_sat_says_so_and_opens_nothing() -> None:
    async with looking(workplace(Shelf()), analyse, paper="sample-paper") as pilot:
        assert isinstance(pilot.app.screen, Notice)
        assert "先到“收卷台”收" in running_text(pilot)
        await shown_after(pilot, "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_where_nothing_is_marked_yet_it_is_said_what_comes_first() -> None:
    place = essay_workplace()
    hand_in(place, "02", "李四", "第一时间报告")
    async with looking(place, analyse, paper=ESSAYS.id) as pilot:
        assert "有1份等着阅卷：先按F7选“阅卷”" in running_text(pilot)


async def test_help_explains_the_words_and_the_keys(twelve: Workplace) -> None:
    async with looking(twelve, analyse) as pilot:
        shown = await shown_after(pilot, "f4")
        assert isinstance(pilot.app.screen, Help)
        for word in ("难度系数", "区分度", "疑似错答案", "样本不足", "F8"):
            assert word in shown


async def test_all_of_it_is_there_in_english(forty: Workplace) -> None:
    async with looking(forty, analyse, tongue="en") as pilot:
        assert "The key may be wrong" in grid(pilot)
        assert "facility (easier to the right)" in await shown_after(pilot, "right", "right")
        assert "discrimination" in await shown_after(pilot, "right", "right")


async def test_a_narrower_terminal_in_the_middle_of_it_loses_nothing(forty: Workplace) -> None:
    async with looking(forty, analyse, WIDE) as pilot:
        await shown_after(pilot, "right", "right")
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        shown = grid(pilot).splitlines()
        assert "难度与区分度 3/5" in shown[0]
        assert any(line.endswith("+-------+-------+-------+-------+-------+") for line in shown)
