"""What lines and dialogs do where there is little room, or no colour: what is pointed at is seen, and the way back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from quizapp.language import Language, Tongue
from quizapp.tui.committee_room import PAPER_OFFERS
from quizapp.tui.decisions.kinds import DECISIONS
from quizapp.tui.frame.commands import KeyPiece
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.titles import paper_titles
from quizapp.tui.frame.widgets.key_line import KeyLine, line_text
from tests.instruments.app_stage import grid, on_stage, press, settled
from tests.samples.classes.committee_class import class_of_five, opened
from tests.samples.workplace import workplace

ORDERS = ("extend", "pause", "go_on", "hand_in", "carry_out", "start", "carry")
"""What an invigilator may give, as it is called in the catalogue."""
DIALOG = 52
"""Cells of a line in a dialog, behind its cursor's sign."""
PARTS = [[KeyPiece(words)] for words in ("Enter 打开", "F5 练习", "F6 成绩管理", "F4 帮助", "Esc 返回")]


class OneLine(App[None]):
    """A line of keys and nothing else."""

    def compose(self) -> ComposeResult:
        yield KeyLine(PARTS)


@pytest.mark.parametrize(("columns", "shown"), [(60, (0, 1, 2, 3, 4)), (42, (0, 1, 3, 4)), (20, (3, 4))])
async def test_a_line_of_keys_keeps_help_and_the_way_back_where_not_all_have_room(
    columns: int, shown: tuple[int, ...]
) -> None:
    app = OneLine()
    async with app.run_test(size=(columns, 1)):
        text = "".join(strip.text for strip in app.screen._compositor.render_strips(app.size))
    assert text.rstrip() == line_text([PARTS[place] for place in shown])


@pytest.mark.parametrize("size", [(80, 24), (80, 18), (120, 40)])
async def test_the_last_line_of_a_long_list_is_seen_in_its_dialog(size: tuple[int, int]) -> None:
    async with on_stage(workplace(), size=size) as pilot:
        pilot.app.push_screen(Pick("按什么排？\n再选一次就倒过来", [f"第 {number} 列" for number in range(40)], 12))
        await settled(pilot)
        assert "> 第 12 列" in grid(pilot)
        await press(pilot, "end")
        await settled(pilot)
        lines = grid(pilot).splitlines()
        last = next(place for place, line in enumerate(lines) if "> 第 39 列" in line)
        assert "+---" in lines[last + 2]  # an empty line, then the frame


async def test_a_button_that_has_the_focus_is_told_without_colour() -> None:
    async with on_stage(workplace()) as pilot:
        pilot.app.push_screen(Confirm("现在交卷吗？", ["交卷后不能再改。"], safe="返回检查", step="确认交卷"))
        await settled(pilot)
        assert "> 返回检查" in grid(pilot)
        assert "> 确认交卷" not in grid(pilot)
        await press(pilot, "right")
        await settled(pilot)
        assert "> 确认交卷" in grid(pilot)
        assert "> 返回检查" not in grid(pilot)


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_what_the_committee_and_an_invigilator_are_offered_stands_on_one_line_each(tongue: Tongue) -> None:
    language = Language(tongue, ZoneInfo("Asia/Shanghai"))
    codes = [code for offer in PAPER_OFFERS for code in (offer.title, offer.note)]
    codes += [f"committee.{kind.code}{end}" for kind in DECISIONS for end in ("", "_note")]
    codes += [f"invigilate.{code}_note" for code in ORDERS]
    assert [language.say(code) for code in codes if cell_len(language.say(code)) > DIALOG] == []


@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_the_committees_keys_have_room_on_the_usual_screen(tongue: Tongue) -> None:
    async with on_stage(class_of_five(), tongue=tongue) as pilot:
        for open_one in ("f6", "enter"):
            parts = pilot.app.screen.query_one(KeyLine).parts
            assert line_text(parts) in grid(pilot)
            before = type(pilot.app.screen)
            await press(pilot, open_one)
            await opened(pilot, before)
        parts = pilot.app.screen.query_one(KeyLine).parts
        assert line_text(parts) in grid(pilot)


def test_papers_of_one_title_are_told_apart_and_long_titles_cut() -> None:
    language = Language("zh", ZoneInfo("Asia/Shanghai"))
    long = "第五期全市办公室主任能力提升专题培训班公文写作与处理阶段测验"
    titles = paper_titles(language, [("final", "结业考试"), ("final-2", "结业考试"), ("mock", "模拟考试"), ("l", long)])
    assert titles[:3] == ["结业考试（final）", "结业考试（final-2）", "模拟考试"]
    assert titles[3].endswith("..")
    assert long.startswith(titles[3].removesuffix(".."))
