"""The teacher's room: how it looks, what its keys do, and that what is saved elsewhere is shown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.tui.app import QuizApp
from quizapp.tui.banks.item_form import ItemForm
from quizapp.tui.banks.shelf import ShelfScreen
from quizapp.tui.banks.shelf_body import ShelfBody
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.widgets.lists import LongList
from quizapp.tui.home import HomeScreen
from quizapp.tui.items.option_list import OptionLine
from quizapp.tui.teacher_room import TeacherRoom, teach
from tests.instruments.app_stage import (
    SHOWN,
    SMALL,
    WIDE,
    burst,
    grid,
    on_stage,
    press,
    settled,
    type_text,
    until,
    visit,
)
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.teacher_workplace import BANK, TeacherPlace
from tests.samples.workplace import BANK as SAT_BANK
from tests.samples.workplace import PAPER

if TYPE_CHECKING:
    from textual.pilot import Pilot


@pytest.fixture
def place(tmp_path: Path) -> TeacherPlace:
    return TeacherPlace(tmp_path)


@asynccontextmanager
async def in_room(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the teacher's room."""
    async with on_stage(place.workplace, **options) as pilot:
        visit(pilot, teach)
        await until(pilot, lambda: isinstance(pilot.app.screen, TeacherRoom))
        await settled(pilot)
        yield pilot


@asynccontextmanager
async def at_shelf(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the shelf of the first bank."""
    async with in_room(place, **options) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfScreen) and "office-001" in grid(pilot))
        yield pilot


async def shows(pilot: Pilot[int], text: str) -> str:
    """Return the screen as soon as a text stands on it."""
    await until(pilot, lambda: text in grid(pilot))
    return grid(pilot)


async def in_form(pilot: Pilot[int], *, wanted: bool = True) -> None:
    """Wait until the form is open and has its fields, or is closed again."""

    def holds() -> bool:
        screen = pilot.app.screen
        rows = screen.form_rows() if isinstance(screen, ItemForm) else ()
        return bool(rows) if wanted else isinstance(screen, ShelfScreen)

    await until(pilot, holds)


def under_cursor(pilot: Pilot[int]) -> str:
    item = pilot.app.screen.query_one(ShelfBody).item
    return "" if item is None else item.key


def field(pilot: Pilot[int], name: str) -> None:
    """Put the cursor into a field of the form."""
    form = pilot.app.screen
    assert isinstance(form, ItemForm)
    form.go_to(next(at for at, row in enumerate(form.form_rows()) if row.field.name == name))


STEPS: dict[str, tuple[str, ...]] = {
    "teacher_room": (),
    "shelf": ("enter",),
    "shelf_key": ("enter", "f5"),
    "shelf_fault": ("enter", "f8"),
    "shelf_case": ("enter", "ctrl+end"),
    "shelf_help": ("enter", "f4"),
    "item_form": ("enter", "enter"),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", STEPS)
async def test_the_screens_look_as_they_did(
    place: TeacherPlace, name: str, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    async with in_room(place, size=size) as pilot:
        for key in STEPS[name]:
            await press(pilot, key)
            await settled(pilot)
            if isinstance(pilot.app.screen, ShelfScreen):
                await until(pilot, lambda: bool(under_cursor(pilot)))
        if name == "item_form":
            await in_form(pilot)
            await shows(pilot, "没有问题")
        snapshots.check(grid(pilot), name, size)


async def test_home_offers_the_room_where_the_settings_name_staff_and_nowhere_else(place: TeacherPlace) -> None:
    async with on_stage(place.workplace) as pilot:
        await settled(pilot)
        assert "看题、改题" in grid(pilot)
    from dataclasses import replace

    async with on_stage(replace(place.workplace, has_staff=False)) as pilot:
        await settled(pilot)
        assert "看题、改题" not in grid(pilot)


async def test_a_new_bank_is_begun_under_a_name_and_its_first_question_written(place: TeacherPlace) -> None:
    path = place.folder / "公文处理.yaml"
    async with in_room(place) as pilot:
        await press(pilot, "end", "enter")
        await shows(pilot, "新题库叫什么名字")
        await type_text(pilot, "公文处理")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfScreen))
        await shows(pilot, "公文处理")
        assert path.read_text("utf-8") == "题库: 公文处理\n标题: 公文处理\n试题:\n"
        await press(pilot, "f6", "enter")
        await in_form(pilot)
        assert isinstance(pilot.app.screen, ItemForm)


async def test_a_name_that_is_there_already_opens_that_bank_and_an_odd_one_is_refused(place: TeacherPlace) -> None:
    before = place.text
    async with in_room(place) as pilot:
        await press(pilot, "end", "enter")
        await shows(pilot, "新题库叫什么名字")
        await type_text(pilot, "office")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShelfScreen))
        await press(pilot, "escape")
        await shows(pilot, "还可以")
        await press(pilot, "enter")
        await shows(pilot, "新题库叫什么名字")
        await type_text(pilot, "a/b")
        await press(pilot, "enter")
        await shows(pilot, "a/b")
        assert not isinstance(pilot.app.screen, ShelfScreen)
    assert place.text == before


async def test_the_room_tells_what_is_wrong_in_a_bank_and_comes_back_to_its_row(place: TeacherPlace) -> None:
    async with in_room(place) as pilot:
        assert "5 题 | 1 处要改" in grid(pilot)
        await press(pilot, "enter")
        await shows(pilot, "office-001")
        place.save("    答案: AD\n", "    答案: AB\n")
        await press(pilot, "escape")
        await shows(pilot, "6 题 | 3 处提醒")
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen))


# The shelf


async def test_a_question_is_shown_as_the_trainee_sees_it_and_takes_no_answer(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        shown = grid(pilot)
        assert "( ) A  请示" in shown
        assert "答案：" not in shown
        await press(pilot, "f5")
        shown = await shows(pilot, "答案：A")
        assert "报告不得夹带请示事项" in shown
        await press(pilot, "f5")
        assert "答案：" not in grid(pilot)


async def test_faults_stand_beside_their_question_and_the_next_is_one_key_away(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "f8")
        shown = grid(pilot)
        assert under_cursor(pilot) == "office-002"
        assert "要改：答案 D 超出了选项" in shown
        assert "题干: 下列属于上行文的有" in shown
        await press(pilot, "f8")
        assert under_cursor(pilot) not in ("office-001", "office-002")


async def test_typing_searches_and_esc_shows_everything_again_before_it_leaves(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await type_text(pilot, "密级 绝密")
        assert "1 / 6 题" in grid(pilot)
        assert under_cursor(pilot) == "office-004"
        await type_text(pilot, "没有的字")
        assert "没有符合的题" in grid(pilot)
        await press(pilot, "f8")
        assert "显示的题里没有问题" in grid(pilot)
        await press(pilot, "escape")
        assert "6 / 6 题" in grid(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TeacherRoom))


async def test_a_burst_of_keys_searches_and_moves_in_its_order(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await burst(pilot, ["down", "down", "公", "文", "down"])
        assert "公文" in grid(pilot)
        assert under_cursor(pilot) == "office-004"


async def test_the_list_is_narrowed_down_by_type_and_by_topic(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "f3", "enter")
        assert "案例分析题 | 1 题" in grid(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert "1 / 6 题" in grid(pilot)
        assert under_cursor(pilot) == "office-003"
        await press(pilot, "escape", "f3", "down", "down", "enter")
        shown = grid(pilot)
        assert "公文处理 | 3 题" in shown
        assert "  文种 | 1 题" in shown
        await press(pilot, "down", "enter")
        assert "3 / 6 题" in grid(pilot)


async def test_a_save_elsewhere_is_shown_and_the_cursor_stays_on_its_question(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "down", "down", "down")
        assert under_cursor(pilot) == "office-004"
        place.save(
            "  - 编号: office-001\n",
            "  - 编号: office-000\n    题型: 判断\n    题干: 新加的。\n    答案: 对\n\n  - 编号: office-001\n",
        )
        await shows(pilot, "文件已更新")
        assert under_cursor(pilot) == "office-004"
        assert "7 / 7 题" in grid(pilot)
        place.save("分为绝密、___和___", "分成绝密、___和___")
        await shows(pilot, "分成绝密")


async def test_a_save_that_replaces_the_file_in_one_step_is_shown(place: TeacherPlace, tmp_path: Path) -> None:
    async with at_shelf(place) as pilot:
        other = tmp_path / "new.yaml"
        other.write_text(BANK.replace("请求指示、批准，用的", "请示或者请求批准，用的"), "utf-8")
        other.replace(place.bank)
        await shows(pilot, "请示或者请求批准")


async def test_a_fault_of_syntax_keeps_the_last_good_view_and_says_where_it_is(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        place.save("    题干: 会议纪要", '    题干: "会议纪要')
        shown = await shows(pilot, "还是改坏之前的内容")
        assert "第 30 行" in shown or "行）" in shown
        assert "6 / 6 题" in shown
        assert "( ) A  请示" in shown
        place.save('    题干: "会议纪要', "    题干: 会议纪要")
        await until(pilot, lambda: "改坏之前" not in grid(pilot))


async def test_a_file_that_is_gone_is_said_and_one_that_is_back_is_shown(place: TeacherPlace, tmp_path: Path) -> None:
    async with at_shelf(place) as pilot:
        place.bank.rename(tmp_path / "away.yaml")
        await shows(pilot, "还是改坏之前的内容")
        (tmp_path / "away.yaml").rename(place.bank)
        await until(pilot, lambda: "改坏之前" not in grid(pilot))


async def test_a_bank_broken_from_the_first_shows_what_can_be_read(tmp_path: Path) -> None:
    place = TeacherPlace(tmp_path, BANK.replace("    题干: 会议纪要", '    题干: "会议纪要'))
    async with at_shelf(place) as pilot:
        shown = grid(pilot)
        assert "只显示能读出来的" in shown
        assert "( ) A  请示" in shown


async def test_text_from_a_bank_is_never_markup(tmp_path: Path) -> None:
    hostile = '"[/] [@click=app.quit]点我[/] [red]红 \\e]0;标题\\a（  ）。"'
    place = TeacherPlace(tmp_path, BANK.replace("向上级机关请求指示、批准，用的文种是（  ）。", hostile))
    async with at_shelf(place) as pilot:
        shown = grid(pilot)
        assert shown.count("[/] [@click=app.quit]点我[/] [red]红") >= 2
        assert "\x1b" not in shown
        await press(pilot, "enter")
        await in_form(pilot)
        assert "[@click=app.quit]" in grid(pilot)


async def test_items_that_are_being_sat_are_left_out_until_it_is_over(place: TeacherPlace, tmp_path: Path) -> None:
    from quizapp.formats.native.write.banks import write_bank

    place.bank.write_bytes(write_bank(SAT_BANK))
    room = place.workplace
    one = Candidate(id="07", name="张三")
    stands = standing(room.home, room.clock, PAPER, one, room.class_id, room.library)
    sitting = start(room.home, room.library, room.clock, room.chance, stands, room.class_id)
    async with on_stage(room) as pilot:
        visit(pilot, teach)
        await until(pilot, lambda: isinstance(pilot.app.screen, TeacherRoom))
        await press(pilot, "enter")
        shown = await shows(pilot, "正在考试中")
        assert not any(item.stem[:6] in shown for item in SAT_BANK.items)
    sitting.close()


# Changing


async def test_a_change_is_saved_as_its_lines_alone_shown_and_taken_back(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "rationale")
        await type_text(pilot, "（见条例）")
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        await shows(pilot, "文件里只改了这一题")
        wanted = BANK.replace("夹带请示事项。", "夹带请示事项。（见条例）")
        assert place.text == wanted
        await press(pilot, "ctrl+z")
        await shows(pilot, "已撤销")
        assert place.text == BANK
        await press(pilot, "ctrl+z")
        assert "没有可以撤销的" in grid(pilot)


async def test_what_was_saved_elsewhere_since_is_not_undone(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "f7")
        await shows(pilot, "已停用")
        place.save("向上级机关", "对上级机关")
        await shows(pilot, "对上级机关")
        await press(pilot, "ctrl+z")
        await shows(pilot, "没有存")
        assert "对上级机关" in place.text


async def test_faults_are_beside_the_field_and_nothing_is_saved_until_they_are_mended(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "down", "enter")
        await in_form(pilot)
        await shows(pilot, "要改：答案 D 超出了选项")
        await press(pilot, "ctrl+s")
        await shows(pilot, "还有 1 处要改，没有存")
        assert place.text == BANK
        field(pilot, "key")
        await press(pilot, "backspace")
        await type_text(pilot, "B")
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        assert place.text == BANK.replace("    答案: AD\n", "    答案: AB\n")


async def test_what_cannot_be_mended_now_is_saved_as_a_draft(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "down", "enter")
        await in_form(pilot)
        field(pilot, "status")
        await press(pilot, "right", "ctrl+s")
        await in_form(pilot, wanted=False)
        assert place.text == BANK.replace("    答案: AD\n", "    答案: AD\n    状态: 草稿\n")


async def test_an_option_is_added_and_one_taken_away(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "options")
        await press(pilot, "end", "enter")
        await type_text(pilot, "意见")
        assert "E " in grid(pilot)
        await press(pilot, "ctrl+home", "down")
        await press(pilot, *["delete"] * 3)
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        assert "选项: {A: 请示, B: 函, C: 通知, D: 意见}" in place.text


async def test_a_burst_into_a_field_is_in_the_file_when_it_is_saved(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "rationale")
        await burst(pilot, [*"再看一遍", "left", "backspace", "ctrl+s"])
        await in_form(pilot, wanted=False)
        assert "夹带请示事项。再看遍" in place.text


async def test_a_new_question_is_written_behind_the_others(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "f6")
        assert isinstance(pilot.app.screen, Pick)
        await press(pilot, "down", "down", "enter")
        await in_form(pilot)
        await type_text(pilot, "函用于不相隶属机关之间。")
        field(pilot, "key")
        await press(pilot, "right", "ctrl+s")
        await in_form(pilot, wanted=False)
        await shows(pilot, "office-006")
        assert under_cursor(pilot) == "office-006"
        assert place.text.startswith(BANK)
        assert (
            "    题型: 判断\n    知识点: papers.kinds\n    难度: 易\n    题干: 函用于不相隶属机关之间。\n    答案: 对\n"
            in place.text
        )


async def test_a_case_gets_one_more_question(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "ctrl+end", "f6", "down", "down", "enter")
        await in_form(pilot)
        await type_text(pilot, "会议通知要发到每个县。")
        field(pilot, "key")
        await press(pilot, "right", "ctrl+s")
        await in_form(pilot, wanted=False)
        await until(pilot, lambda: under_cursor(pilot) == "office-006")
        assert "5-3" in grid(pilot)
        assert "      - 编号: office-006\n        题型: 判断\n" in place.text


async def test_a_part_of_a_case_is_not_retired_by_itself(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "ctrl+end", "f7")
        assert "停用请选整个案例" in grid(pilot)
        assert place.text == BANK


async def test_a_question_goes_out_of_use_and_comes_back(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "f7")
        await shows(pilot, "已停用")
        assert place.text == BANK.replace("夹带请示事项。\n", "夹带请示事项。\n    状态: 停用\n", 1)
        assert "F7 启用" in grid(pilot)
        await press(pilot, "f7")
        await shows(pilot, "已启用")
        assert place.text == BANK


async def test_another_type_has_other_fields_and_keeps_the_stem(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "type")
        await press(pilot, "right", "right")
        await settled(pilot)
        shown = await shows(pilot, "判断题")
        assert "向上级机关请求指示" in shown
        assert "一行一个选项" not in shown


async def test_leaving_asks_where_something_was_changed_and_only_there(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        await press(pilot, "escape")
        await in_form(pilot, wanted=False)
        await press(pilot, "enter")
        await in_form(pilot)
        await type_text(pilot, "改")
        await press(pilot, "escape")
        assert "改动还没有存" in grid(pilot)
        await press(pilot, "enter")
        assert "改动还没有存" not in grid(pilot)
        await press(pilot, "ctrl+q", "ctrl+q")
        await in_form(pilot, wanted=False)
        assert place.text == BANK


async def test_a_question_changed_elsewhere_meanwhile_is_put_over_only_when_asked_twice(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "rationale")
        await type_text(pilot, "甲")
        place.save("夹带请示事项。", "夹带请示事项。乙")
        await press(pilot, "ctrl+s")
        await shows(pilot, "刚才在别处被改过")
        assert "夹带请示事项。乙" in place.text
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        assert place.text == BANK.replace("夹带请示事项。", "夹带请示事项。甲")


async def test_a_paste_of_lines_is_joined_in_a_line_and_kept_where_lines_may_be(place: TeacherPlace) -> None:
    from textual import events

    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        for name in ("source", "rationale"):
            field(pilot, name)
            pilot.app.post_message(events.Paste("第一行\n第二行"))
            await settled(pilot)
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        assert "出处: 第一行 第二行\n" in place.text
        assert "第一行\n      第二行\n" in place.text


async def test_the_trainees_view_is_one_key_away_where_there_is_no_room_beside_the_form(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await press(pilot, "enter")
        await in_form(pilot)
        await press(pilot, "f5")
        shown = await shows(pilot, "( ) A  请示")
        assert "F5 回到表单" in shown
        await press(pilot, "f5")
        assert "( ) A" not in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_was_written(place: TeacherPlace) -> None:
    async with in_room(place, tongue="en") as pilot:
        assert "to mend" in grid(pilot)
        await press(pilot, "enter")
        shown = await shows(pilot, "single choice")
        assert not any(word in shown for word in ("单选", "启用", "查找", "返回", "改题"))
        await press(pilot, "enter")
        await in_form(pilot)
        shown = await shows(pilot, "Ctrl+S saves")
        assert not any(word in shown for word in ("题干", "保存", "选项", "难度", "单选题"))


async def test_the_language_changes_in_the_middle_and_what_was_typed_stays(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.change_language()
        await shows(pilot, "Enter edits")
        assert under_cursor(pilot) == "office-001"
        await press(pilot, "enter")
        await in_form(pilot)
        field(pilot, "rationale")
        await type_text(pilot, "（见条例）")
        app.change_language()
        await shows(pilot, "Ctrl+S 保存")
        await in_form(pilot)
        await press(pilot, "ctrl+s")
        await in_form(pilot, wanted=False)
        assert place.text == BANK.replace("夹带请示事项。", "夹带请示事项。（见条例）")


async def test_a_click_answers_nothing_and_points_at_a_line_of_the_list(place: TeacherPlace) -> None:
    async with at_shelf(place) as pilot:
        await pilot.click(pilot.app.screen.query(OptionLine).first())
        await settled(pilot)
        assert "> ( )" not in grid(pilot)
        assert "(x)" not in grid(pilot)
        await pilot.click(LongList, offset=(10, 3))
        await settled(pilot)
        assert under_cursor(pilot) == "office-004"


async def test_what_is_typed_while_a_shelf_is_drawn_for_the_first_time_is_sifted_once_it_is(
    place: TeacherPlace,
) -> None:
    async with on_stage(place.workplace) as pilot:
        screen = ShelfScreen(place.desk, place.bank)
        pilot.app.push_screen(screen)
        async with asyncio.timeout(SHOWN):
            while screen._shelf is None:
                await asyncio.sleep(0)
        screen._sift()
        await shows(pilot, "office-001")
