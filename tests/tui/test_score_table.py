"""The score table: whom it shows and in which order, what its keys open, and what an export from it holds."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.language import Language
from quizapp.services.book.score_columns import score_columns
from quizapp.tui.app import QuizApp
from quizapp.tui.committee_room import WAYS as COMMITTEE_WAYS
from quizapp.tui.evidence.replay import ReplayScreen
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from quizapp.tui.scores.export import WHERE, ExportTo
from quizapp.tui.scores.score_table import ScoreTable
from quizapp.tui.scores.score_view import ALWAYS, FIRST, FROZEN, NEVER, WIDEST, read_view
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.committee_class import (
    MISSING,
    PEOPLE,
    at_table,
    class_of_five,
    in_front,
    later,
    opened,
    shown,
    sit,
)
from tests.samples.classes.recorded_decisions import noted, voided
from tests.samples.workplace import NINE, paper

if TYPE_CHECKING:
    from textual.pilot import Pilot
WAYS: dict[str, tuple[str, ...]] = {
    "scores": (),
    "scores_slid": ("right", "right", "right", "right"),
    "scores_sort": ("f5",),
    "scores_narrow": ("f3",),
    "scores_paper": ("f7",),
    "scores_help": ("f4",),
}
MANY = paper(title="结业考试", attempts=None)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have files go where a test may write."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def rows(pilot: Pilot[int]) -> list[str]:
    """Return the names on the screen, from above."""
    lines = grid(pilot).splitlines()
    first, last, *_ = (place for place, line in enumerate(lines) if line.startswith("----"))
    lines = lines[first + 1 : last]
    return [one.name for line in lines for one in PEOPLE if f" {one.name} " in f"{line} "]


def pointed(pilot: Pilot[int]) -> str:
    return next(line for line in grid(pilot).splitlines() if line.startswith(" >"))


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_table_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    place = class_of_five()
    noted(place, MISSING, "deferred", why="住院")
    async with at_table(place, size) as pilot:
        await press(pilot, *WAYS[name])
        await settled(pilot)
        seen = grid(pilot)
    snapshots.check(seen, name, size)


def test_the_columns_that_have_a_place_of_their_own_are_columns_of_the_export() -> None:
    names = {column.name for column in score_columns([])}
    assert {*FROZEN, *FIRST, *ALWAYS, *NEVER, *WIDEST} <= names


async def test_everybody_stands_in_the_order_of_the_export_those_without_a_score_last() -> None:
    async with at_table(class_of_five()) as pilot:
        assert rows(pilot) == ["张三", "王小明", "李四", "欧阳文", "赵[/]六"]
        assert "作答中" in grid(pilot)


async def test_what_is_typed_finds_by_number_and_by_name_and_escape_shows_everybody_again() -> None:
    async with at_table(class_of_five()) as pilot:
        await type_text(pilot, "小")
        assert rows(pilot) == ["王小明"]
        assert "1 / 5 人" in grid(pilot)
        await press(pilot, "backspace")
        await type_text(pilot, "02")
        assert rows(pilot) == ["李四"]
        await press(pilot, "escape")
        assert len(rows(pilot)) == 5
        assert in_front(pilot, ScoreTable)
        await press(pilot, "escape")
        assert in_front(pilot, HomeScreen)


async def test_nobody_found_says_how_to_see_everybody_and_no_key_crashes_there() -> None:
    async with at_table(class_of_five()) as pilot:
        await type_text(pilot, "[/]没有")
        assert "没有找到；按 Esc 看全部的人" in grid(pilot)
        await press(pilot, "enter", "f6", "down", "pagedown", "ctrl+end", "right")
        assert in_front(pilot, ScoreTable)


async def test_typed_at_once_everything_is_searched_for() -> None:
    async with at_table(class_of_five()) as pilot:
        await burst(pilot, ["0", "3"])
        assert rows(pilot) == ["王小明"]


async def test_sorting_by_a_column_and_by_it_again_turns_it_round_with_the_unknown_last() -> None:
    async with at_table(class_of_five()) as pilot:
        # By score: the fourth column that can be sorted by, behind 学号, 姓名 and 单位.
        await press(pilot, "f5", "down", "down", "down", "down", "enter")
        assert "按得分从大到小" in grid(pilot)
        assert rows(pilot)[:3] == ["张三", "王小明", "李四"]
        await press(pilot, "f5", "enter")
        assert "按得分从小到大" in grid(pilot)
        assert rows(pilot)[:3] == ["李四", "王小明", "张三"]
        assert set(rows(pilot)[3:]) == {"欧阳文", "赵[/]六"}
        await press(pilot, "f5", "home", "enter")
        assert "F5 按名次" in grid(pilot)


async def test_the_cursor_stays_on_its_person_however_the_table_is_sorted() -> None:
    async with at_table(class_of_five()) as pilot:
        await press(pilot, "down", "down")
        assert "李四" in pointed(pilot)
        await press(pilot, "f5", "down", "enter")
        assert rows(pilot) == [one.name for one in PEOPLE]
        assert "李四" in pointed(pilot)


async def test_only_one_status_is_shown_where_that_is_wanted() -> None:
    place = class_of_five()
    later(place, hours=3)
    async with at_table(place) as pilot:
        await press(pilot, "f3", "end", "enter")
        assert "F3 缺考" in grid(pilot)
        assert rows(pilot) == ["赵[/]六"]
        await press(pilot, "escape")
        assert len(rows(pilot)) == 5


async def test_all_attempts_are_listed_at_a_key_void_ones_too() -> None:
    place = class_of_five(rules=MANY)
    voided(place, "02")
    sit(place, PEOPLE[1], rules=MANY)
    async with at_table(place) as pilot:
        assert rows(pilot).count("李四") == 1
        await press(pilot, "f2")
        await shown(pilot, "各次答卷")
        assert rows(pilot).count("李四") == 2
        assert "成绩作废" in grid(pilot)
        await press(pilot, "f2")
        await shown(pilot, "每人一行")
        assert rows(pilot).count("李四") == 1


async def test_enter_replays_the_attempt_under_the_cursor_and_comes_back_to_it() -> None:
    async with at_table(class_of_five()) as pilot:
        await press(pilot, "down", "enter")
        await opened(pilot, ScoreTable)
        assert in_front(pilot, ReplayScreen)
        assert "王小明" in grid(pilot)
        await press(pilot, "escape")
        await opened(pilot, ReplayScreen)
        assert "王小明" in pointed(pilot)


async def test_who_has_no_attempt_has_nothing_to_replay() -> None:
    async with at_table(class_of_five()) as pilot:
        await press(pilot, "ctrl+end", "enter")
        assert "没有答卷可看" in grid(pilot)
        assert in_front(pilot, ScoreTable)


@pytest.mark.parametrize(("down", "title"), [(0, "题目分析"), (1, "讲评"), (3, "更正答案"), (4, "没有待生效的更正")])
async def test_what_else_is_done_with_a_paper_is_opened_from_its_table(down: int, title: str) -> None:
    place = class_of_five()
    later(place, hours=3)
    async with at_table(place) as pilot:
        await press(pilot, "f7", *["down"] * down, "enter")
        for _ in range(100):
            if not isinstance(pilot.app.screen, ScoreTable | Pick):
                break
            await pilot.pause(0.02)
        await shown(pilot, title)


async def test_an_export_holds_the_rows_of_the_table_and_is_logged(own_folder: Path) -> None:
    place = class_of_five(own_folder / "home")
    async with at_table(place) as pilot:
        await export_to(pilot, own_folder / "成绩.csv")
        await shown(pilot, "已导出 5 行")
        names = rows(pilot)
    lines = list(csv.reader((own_folder / "成绩.csv").read_text("utf-8-sig").splitlines()))
    assert [line[lines[0].index("姓名")] for line in lines[1:]] == names
    assert "成绩.csv" in (own_folder / "home" / "log.jsonl").read_text("utf-8")


async def test_a_file_that_is_there_is_replaced_only_where_the_person_says_so(own_folder: Path) -> None:
    file = own_folder / "成绩.csv"
    file.write_text("别的", "utf-8")
    async with at_table(class_of_five()) as pilot:
        await export_to(pilot, file)
        await shown(pilot, "已经有了")
        await press(pilot, "enter")
        assert file.read_text("utf-8") == "别的"
        await press(pilot, "enter")
        await shown(pilot, "已经有了")
        await press(pilot, "tab", "enter")
        await shown(pilot, "已导出 5 行")
    assert "张三" in file.read_text("utf-8-sig")


async def test_what_is_to_be_put_up_names_nobody_who_failed_and_hides_numbers(own_folder: Path) -> None:
    async with at_table(class_of_five()) as pilot:
        await export_to(pilot, own_folder / "公示.csv", "tab", "right", "tab")
        await shown(pilot, "已导出")
    text = (own_folder / "公示.csv").read_text("utf-8-sig")
    assert "张三" in text
    assert "李四" not in text
    assert "名次" not in text
    assert "01" not in text


async def test_an_export_that_failed_says_why_and_keeps_what_was_typed(own_folder: Path) -> None:
    async with at_table(class_of_five()) as pilot:
        await export_to(pilot, own_folder / "没有" / "成绩.csv")
        seen = await shown(pilot, "不能写到")
        assert "没有这个文件夹" in seen
        assert "文本表格 .csv" in seen
        await press(pilot, "escape")
        assert in_front(pilot, ScoreTable)


async def test_an_export_to_nowhere_says_what_is_missing_and_goes_there() -> None:
    async with at_table(class_of_five()) as pilot:
        await press(pilot, "f8", "tab", "tab", "ctrl+a", "delete", "shift+tab", "enter")
        assert "“存到”还空着" in grid(pilot)
        await type_text(pilot, "无")
        assert isinstance(pilot.app.screen, ExportTo)
        assert pilot.app.screen.fields[WHERE].value == "无"


async def export_to(pilot: Pilot[int], file: Path, *keys: str) -> None:
    """Open the dialog, go to the path, replace it and export."""
    await press(pilot, "f8", *(keys or ("tab", "tab")), "ctrl+a")
    await type_text(pilot, str(file))
    await press(pilot, "enter")


async def test_a_change_of_the_language_says_the_table_anew() -> None:
    async with at_table(class_of_five()) as pilot:
        await type_text(pilot, "0")
        assert isinstance(pilot.app, QuizApp)
        pilot.app.change_language()
        await settled(pilot)
        await settled(pilot)
        assert "by rank" in grid(pilot)
        assert "marked" in grid(pilot)
        assert rows(pilot)[0] == "张三"


async def test_a_search_outlives_a_change_of_size() -> None:
    async with at_table(class_of_five()) as pilot:
        await type_text(pilot, "小")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert rows(pilot) == ["王小明"]
        assert "得分率" in grid(pilot)


async def test_an_empty_table_says_that_nobody_sat_it() -> None:
    place = class_of_five()
    empty = replace(class_of_five(), home=type(place.home)())
    async with at_table(empty) as pilot:
        assert "还没有人作答，名册也是空的" in grid(pilot)
        await press(pilot, "enter", "f6", "f3", "escape")
        assert in_front(pilot, ScoreTable)


async def test_a_name_from_outside_is_shown_as_it_is_and_runs_nothing() -> None:
    place = class_of_five()
    odd = Candidate(id="66", name="[@click=app.quit]点[/][b]", unit="[/]" * 20)
    place.home.roster.record([odd], NINE)
    sit(place, odd)
    async with at_table(place, WIDE) as pilot:
        await type_text(pilot, "66")
        assert "[@click=ap.." in grid(pilot)
        assert "66 [@click=app.quit]点[/][b]" in grid(pilot)


async def test_keys_that_come_before_the_table_is_drawn_do_no_harm() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        again = ScoreTable(read_view(place, Language(), "sample-paper", all_attempts=False), COMMITTEE_WAYS)
        pilot.app.push_screen(again)
        assert not again.is_mounted
        again.action_page(1)
        again.type_character("李")
        await settled(pilot)
        assert "李四" in grid(pilot)
        assert "张三" not in grid(pilot)
