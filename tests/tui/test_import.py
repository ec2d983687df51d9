"""Bringing questions along in the app: the source, a look through, mended on the spot, and the counts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual import events

from quizapp.tui.app import QuizApp
from quizapp.tui.banks.import_review import BringLook
from quizapp.tui.banks.import_shape import PathField
from quizapp.tui.banks.import_source import Bring
from quizapp.tui.banks.item_form import ItemForm
from quizapp.tui.banks.shelf import ShelfScreen
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.teacher_room import TeacherRoom
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled, type_text, until
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.teacher_workplace import BANK, SOURCE, TeacherPlace
from tests.tui.class_stage import running_text
from tests.tui.test_teacher_room import in_room, shows

if TYPE_CHECKING:
    from textual.pilot import Pilot


@pytest.fixture
def place(tmp_path: Path) -> TeacherPlace:
    place = TeacherPlace(tmp_path, BANK.replace("    答案: AD\n", "    答案: AB\n"))
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "旧题.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "sources" / "网页.txt").write_text("<html><body>1. 题</body></html>", "utf-8")
    return place


@asynccontextmanager
async def at_source(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to where the source is chosen, the path of the sources' folder typed."""
    async with in_room(place, **options) as pilot:
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bring))
        screen = pilot.app.screen
        assert isinstance(screen, Bring)
        screen.query_one(PathField).begin_with(f"{place.folder.parent / 'sources'}/")
        yield pilot


@asynccontextmanager
async def looking(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the look through what was read."""
    async with at_source(place, **options) as pilot:
        await type_text(pilot, "旧题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "读到 3" if options.get("tongue", "zh") == "zh" else "read 3")
        yield pilot


async def bring(pilot: Pilot[int]) -> None:
    """Bring what is looked at into the only bank, as far as the counts that are confirmed."""
    await press(pilot, "f9")
    await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["bring_look", "bring_doubt", "bring_confirm"])
async def test_the_screens_look_as_they_did(
    place: TeacherPlace, name: str, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    async with looking(place, size=size) as pilot:
        if name != "bring_look":
            await press(pilot, "f2")
        if name == "bring_confirm":
            await bring(pilot)
        snapshots.check(grid(pilot), name, size)


async def test_a_file_is_found_by_a_few_letters_and_tab_completes(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "旧")
        assert "旧题.txt" in grid(pilot)
        assert "网页.txt" not in grid(pilot)
        await press(pilot, "tab")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, Bring)
        assert screen.query_one(PathField).value.endswith("sources/旧题.txt")


async def test_a_file_is_chosen_from_the_list_by_arrows(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "题")
        await press(pilot, "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))


@pytest.mark.parametrize("form", ["{path}", "'{path}'", "file://{path}"])
async def test_a_dropped_path_stands_instead_of_what_was_typed(place: TeacherPlace, tmp_path: Path, form: str) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "没有")
        path = tmp_path / "sources" / "旧题.txt"
        pilot.app.post_message(events.Paste(form.format(path=path)))
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, Bring)
        assert screen.query_one(PathField).value == str(path)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))


async def test_what_cannot_be_read_is_said_in_words_and_nothing_is_lost(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "网页")
        await press(pilot, "enter")
        # Where the lines break goes by how long the folder's name is.
        await until(pilot, lambda: "是网页" in running_text(pilot))
        assert isinstance(pilot.app.screen, Bring)
        await press(pilot, *["backspace"] * 2)
        await type_text(pilot, "没有这个.txt")
        await press(pilot, "enter")
        await shows(pilot, "没有找到文件")
        assert isinstance(pilot.app.screen, Bring)


async def test_a_text_is_pasted_and_read(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await press(pilot, "f6")
        pilot.app.post_message(events.Paste(SOURCE))
        await settled(pilot)
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        assert "粘贴的文字" in await shows(pilot, "读到 3")


async def test_the_source_stands_beside_what_was_read_with_its_doubts(place: TeacherPlace) -> None:
    async with looking(place, size=WIDE) as pilot:
        shown = grid(pilot)
        assert "原文（第 2 行）" in shown
        assert "( ) D  内部" in shown
        assert "没有疑问" in shown
        await press(pilot, "f2")
        shown = await shows(pilot, "答案：E")
        assert "存疑：答案 E 超出了选项" in shown
        await press(pilot, "f2")
        await shows(pilot, "存疑：没有答案")
        await press(pilot, "f2")
        await shows(pilot, "答案：E")


async def test_a_doubt_is_mended_on_the_spot_and_comes_in_as_it_was_mended(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        await press(pilot, "f2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ItemForm) and "答案" in grid(pilot))
        # The cursor is in the field in doubt, and comes back to it where saving is refused.
        assert pilot.app.focused is not None
        key = pilot.app.focused
        await press(pilot, "up", "ctrl+s")
        await shows(pilot, "还有 1 处要改")
        assert pilot.app.focused is key
        await press(pilot, "backspace")
        await type_text(pilot, "A")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "读到 3 = 可导入 2 + 存疑 1 + 未识别 0")
        await bring(pilot)
        shown = grid(pilot)
        assert "读到 3 题 = 导入 2 + 存疑 1 + 未识别 0" in shown
        assert "新增 3，相同 0，改动 0" in shown
        before = place.text
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfScreen))
        await shows(pilot, "9 / 9 题")
    assert place.text.startswith(before)
    assert "题干: 请示应当（  ）。\n" in place.text
    assert place.text.count("# 存疑：") == 1
    assert (place.folder / "office.yaml.bak").read_text("utf-8") == before
    assert place.forgotten == 1


async def test_lines_that_were_not_read_are_counted_and_told_again_at_the_end(
    place: TeacherPlace, tmp_path: Path
) -> None:
    stray = "以上各题由综合处供稿，如有错漏请及时反馈，谢谢大家的支持。" * 4
    (tmp_path / "sources" / "旧题.txt").write_text(f"{stray}\n\n{SOURCE}", "utf-8")
    async with looking(place) as pilot:
        assert "未读 1 行" in grid(pilot)
        await bring(pilot)
        assert "未读 1" in grid(pilot)
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
        assert f"第 1 行：{stray[:10]}" in grid(pilot)


async def test_what_is_left_out_does_not_come(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        await press(pilot, "f2", "f7")
        await shows(pilot, "不导入 1")
        await press(pilot, "f2", "f7")
        await shows(pilot, "读到 1 = 可导入 1 + 存疑 0 + 未识别 0 | 不导入 2")
        await press(pilot, "f2")
        assert "没有存疑的了" in grid(pilot)
        await bring(pilot)
        assert "读到 1 题 = 导入 1 + 存疑 0 + 未识别 0" in grid(pilot)


async def test_a_new_bank_is_made_under_the_name_that_is_typed(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await press(pilot, "end", "enter")
        await settled(pilot)
        await type_text(pilot, "公文处理")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        assert not (place.folder / "公文处理.yaml").exists()
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfScreen))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TeacherRoom))
        assert "公文处理" in await shows(pilot, "公文处理.yaml")


async def test_a_bare_enter_at_the_counts_brings_nothing_in(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        before = place.text
        await bring(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        assert place.text == before


async def test_what_is_there_already_is_the_same_and_nothing_is_written(place: TeacherPlace) -> None:
    for outcome in ("新增 3", "相同 3"):
        async with looking(place) as pilot:
            await press(pilot, "f9")
            await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, (Confirm, Notice)))
            assert outcome in grid(pilot)
            await press(pilot, "f9")
            await settled(pilot)
    assert place.forgotten == 1


async def test_leaving_asks_where_something_was_mended(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        await press(pilot, "f7", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, BringLook)
        await press(pilot, "f7", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bring))


async def test_text_from_a_source_is_never_markup(place: TeacherPlace, tmp_path: Path) -> None:
    hostile = "1. [/] [@click=app.quit]点我[/]（  ）。\nA. [red]甲\nB. 乙\n答案：A\n"
    (tmp_path / "sources" / "旧题.txt").write_text(hostile + SOURCE.split("\n\n", 1)[1], "utf-8")
    async with at_source(place) as pilot:
        await type_text(pilot, "旧题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        shown = await shows(pilot, "读到")
        assert shown.count("[/] [@click=app.quit]点我[/]") == 2


async def test_in_english_nothing_is_chinese_but_what_was_written(place: TeacherPlace) -> None:
    async with looking(place, tongue="en") as pilot:
        await press(pilot, "f2")
        shown = await shows(pilot, "Doubt: ")
        assert not any(word in shown for word in ("存疑", "原文", "读成", "导入", "返回"))


async def test_the_language_changes_in_the_middle_and_what_was_typed_stays(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        await type_text(pilot, "旧题")
        app.change_language()
        await shows(pilot, "Enter opens")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "read 3")
        await press(pilot, "f2")
        app.change_language()
        await shows(pilot, "存疑：答案 E")


async def test_a_key_that_comes_as_the_screen_is_left_does_no_harm(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, Bring)
        assert screen.check_action("move", (1,))
        await screen.remove_children()
        assert not screen.check_action("move", (1,))
        await screen.run_action("move(1)")
        assert pilot.app.screen is screen
