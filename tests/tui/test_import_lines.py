"""What a teacher says of a source in the app: whose its lines are, how it is written, where its keys are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.tui.banks.import_lines import BringLines
from quizapp.tui.banks.import_review import BringLook
from quizapp.tui.banks.import_shape import ShapeForm
from quizapp.tui.banks.import_source import Bring
from quizapp.tui.banks.item_form import ItemForm
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from tests.instruments.app_stage import SMALL, WIDE, click_on, grid, press, settled, type_text, until
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.teacher_workplace import BANK, TeacherPlace
from tests.tui.class_stage import running_text
from tests.tui.test_import import at_source
from tests.tui.test_teacher_room import shows

if TYPE_CHECKING:
    from textual.pilot import Pilot

STRAY = "以上各题由综合处供稿，如有错漏请及时反馈，谢谢大家的支持。" * 4
SOURCE = f"""\
{STRAY}

一、单项选择题
1. 公文的密级不包括（  ）。
A. 绝密
B. 机密
C. 内部
答案：C

2. 请示应当（  ）。
A. 一文一事
B. 一文多事
答案：E

第二部分
综合处供题
C. 先问清楚再办

3. 接待先做（  ）。
A. 接站
B. 送站
答案：A
第 1 页 共 2 页
"""
WITHOUT_KEYS = "".join(line + "\n" for line in SOURCE.splitlines() if not line.startswith("答案"))


@pytest.fixture
def place(tmp_path: Path) -> TeacherPlace:
    place = TeacherPlace(tmp_path, BANK.replace("    答案: AD\n", "    答案: AB\n"))
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "旧题.txt").write_text(SOURCE, "utf-8")
    (folder / "没答案.txt").write_text(WITHOUT_KEYS, "utf-8")
    (folder / "钥匙.csv").write_text("题号,答案\n1,C\n2,A\n3,B\n", "utf-8")
    (folder / "特别.txt").write_text("甲〕一问？\n乙〕二问？\n", "utf-8")
    return place


@asynccontextmanager
async def looking(place: TeacherPlace, name: str = "旧题", **options: Any) -> AsyncIterator[Pilot[int]]:
    async with at_source(place, **options) as pilot:
        await type_text(pilot, name)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "F8")
        yield pilot


@asynccontextmanager
async def lines(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    async with looking(place, **options) as pilot:
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLines))
        await shows(pilot, "line 1" if options.get("tongue") == "en" else "第  1 行")
        yield pilot


async def decide(pilot: Pilot[int], words: str) -> str:
    """Decide about the line under the cursor, and return what is shown then."""
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
    await click_on(pilot, words)
    await until(pilot, lambda: isinstance(pilot.app.screen, BringLines))
    return grid(pilot)


async def go_to(pilot: Pilot[int], text: str) -> None:
    """Move the cursor down to a line."""
    for _ in range(12):
        if any(line.lstrip().startswith(">") and text in line for line in grid(pilot).splitlines()[:14]):
            return
        await press(pilot, "down")
    raise AssertionError(grid(pilot))


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["bring_lines", "bring_steps", "bring_shape", "bring_compared"])
async def test_the_screens_look_as_they_did(
    place: TeacherPlace, name: str, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    async with lines(place, size=size) as pilot:
        if name == "bring_steps":
            await press(pilot, "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        if name in ("bring_shape", "bring_compared"):
            await press(pilot, "f3")
            await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        if name == "bring_compared":
            await press(pilot, "down", "down")
            await type_text(pilot, "综合处供题")
            await press(pilot, "f9")
            await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        snapshots.check(grid(pilot), name, size)


async def test_each_kind_of_line_is_listed_with_its_reason_its_remedy_and_what_stands_about_it(
    place: TeacherPlace,
) -> None:
    async with lines(place) as pilot:
        shown = grid(pilot)
        assert f"第  1 行  {STRAY[:20]}" in shown
        assert "按 Enter：给前一题或后一题、自成一题，或者略去" in shown
        assert "4  1. 公文的密级不包括（ ）。    [第 1 题 题干]" in shown
        await press(pilot, "f2")
        shown = await shows(pilot, "按 Enter 去核对这道题")
        assert "存疑 1 题" in shown
        assert "答案 E 超出了选项" in shown
        await press(pilot, "f2")
        assert "第 1 页 共 2 页" in await shows(pilot, "略去 1 行")
        await press(pilot, "f2")
        assert "标题 4 行" in await shows(pilot, "按 Enter 读进去")


async def test_an_unread_line_is_given_to_a_question_which_is_proven_anew_and_the_counts_follow(
    place: TeacherPlace,
) -> None:
    async with lines(place) as pilot:
        await go_to(pilot, "先问清楚再办")
        shown = await decide(pilot, "给前一题（第 2 题），作选项")
        assert "标题 3 行" in shown
        assert "可导入 2 → 2，存疑 1 → 1，未读 1 → 1" in shown
        await press(pilot, "escape", "f2")
        assert "C. 先问清楚再办" in await shows(pilot, "选项只到 C")


async def test_a_line_becomes_a_question_or_noise_and_every_step_is_taken_back(place: TeacherPlace) -> None:
    async with lines(place) as pilot:
        shown = await decide(pilot, "自成一题")
        assert "读到 4" in shown
        assert "未读" not in shown.split("---")[1]
        await press(pilot, "ctrl+z")
        assert "未读 1 行" in await shows(pilot, "读到 3")
        await decide(pilot, "不是题目，略去")
        assert "略去 2 行" in await shows(pilot, "未读 1 → 0")
        await go_to(pilot, STRAY[:10])
        await decide(pilot, "不要略去")
        await shows(pilot, "未读 0 → 1")


async def test_a_doubt_leads_to_its_question_with_the_cursor_in_its_field(place: TeacherPlace) -> None:
    async with lines(place) as pilot:
        await press(pilot, "f2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "第 2 题 / 共 3 题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ItemForm))


async def test_what_was_mended_and_left_out_stays_when_the_source_is_read_again(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        await press(pilot, "f7", "f2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ItemForm) and "答案" in grid(pilot))
        await press(pilot, "backspace")
        await type_text(pilot, "A")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "存疑 0")
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLines))
        await decide(pilot, "不是题目，略去")
        await press(pilot, "escape")
        await shows(pilot, "读到 2 = 可导入 2 + 存疑 0 + 未识别 0 | 不导入 1")


async def test_how_the_source_is_written_is_said_otherwise_and_both_counts_are_seen_first(place: TeacherPlace) -> None:
    async with looking(place) as pilot:
        assert "读法：编号写作“1.”，选项写作“A.”，答案在题后" in grid(pilot)
        await click_on(pilot, "F3 改读法")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        await type_text(pilot, "〕")
        await press(pilot, "f9")
        await shows(pilot, "没有看懂编号的写法")
        await press(pilot, "backspace")
        await type_text(pilot, "①")
        await press(pilot, "down", "down")
        await type_text(pilot, f"综合处供题 | {STRAY}")
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        shown = grid(pilot)
        assert "行：题目 13 + 标题 4 + 略去 1 + 未读 1" in shown
        assert "行：题目 13 + 标题 3 + 略去 3 + 未读 0" in shown
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        assert "要略去的行     以上各题" in grid(pilot)
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await settled(pilot)
        assert "未读 1 行" not in grid(pilot)


async def test_keys_are_taken_from_another_file(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await press(pilot, "f7")
        await settled(pilot)
        await type_text(pilot, "钥匙")
        await press(pilot, "enter")
        await shows(pilot, "答案文件选好了")
        await type_text(pilot, "没答案")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await shows(pilot, "读到 3 = 可导入 3 + 存疑 0")
        assert "答案在另一个文件里" in grid(pilot)
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
    assert [line.split()[-1] for line in place.text.splitlines()[-30:] if "答案:" in line][-3:] == ["C", "A", "B"]


async def test_the_keys_file_can_be_named_later_and_one_that_fits_nothing_is_said_so(place: TeacherPlace) -> None:
    folder = place.folder.parent / "sources"
    async with looking(place, "没答案") as pilot:
        await shows(pilot, "存疑 3")
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        await press(pilot, "up")
        await type_text(pilot, str(folder / "特别.txt"))
        await press(pilot, "f9")
        await until(pilot, lambda: "没有读到能对上的答案" in running_text(pilot))
        await press(pilot, "up", "ctrl+a")
        await type_text(pilot, str(folder / "钥匙.csv"))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await press(pilot, "f9")
        await shows(pilot, "可导入 3")


async def test_where_nothing_was_found_it_can_be_said_how_questions_are_numbered(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "特别")
        await press(pilot, "enter")
        await until(pilot, lambda: "没有读到题目" in running_text(pilot))
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bring))


async def test_of_a_table_the_lines_are_seen_and_what_to_do_is_said(place: TeacherPlace) -> None:
    table = "各位同事请看\n题型,题干,选项A,选项B,答案\n单选,新题,甲,乙,A\n"
    (place.folder.parent / "sources" / "表.csv").write_text(table, "utf-8")
    async with looking(place, "表") as pilot:
        assert "F3" not in grid(pilot)
        await press(pilot, "f3")
        await shows(pilot, "这种文件请在原来的文件里改好")
        await press(pilot, "f8")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLines))
        assert "各位同事请看" in await shows(pilot, "标题 2 行")
        await press(pilot, "enter")
        await shows(pilot, "这种文件请在原来的文件里改好")
        assert isinstance(pilot.app.screen, BringLines)


async def test_in_english_nothing_is_chinese_but_what_was_written(place: TeacherPlace) -> None:
    async with lines(place, tongue="en") as pilot:
        shown = await shows(pilot, "1 unread")
        assert not any(word in shown for word in ("未读", "存疑", "读法", "返回", "怎么办", "略去"))
        await press(pilot, "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShapeForm))
        assert "How the source is written" in grid(pilot)


async def test_lines_of_a_source_are_never_markup(place: TeacherPlace) -> None:
    hostile = "[/] [@click=app.quit]点我[/] [red]甲"
    (place.folder.parent / "sources" / "旧题.txt").write_text(SOURCE.replace("综合处供题", hostile), "utf-8")
    async with lines(place) as pilot:
        await go_to(pilot, "点我")
        assert grid(pilot).count(hostile) == 2
