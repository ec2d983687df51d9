"""Composing on screen: how it looks, and what its keys and the mouse do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import MarkRange
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.tui.home import HomeScreen
from quizapp.tui.papers.compose import ComposeScreen
from quizapp.tui.papers.rules import RULES, RulesScreen
from quizapp.tui.papers.visit import compose_paper
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.composing_pool import BANK, place_of

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.domain.papers.draft import PaperDraft
FILE = "paper-1201.yaml"


@asynccontextmanager
async def composing(place: Workplace, begin: tuple[str, ...] = ("enter",), **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to a paper that is composed, the balanced one where no other is asked for."""
    async with on_stage(place, **options) as pilot:
        pilot.app.run_worker(compose_paper(pilot.app), group="visit")  # type: ignore[arg-type]  # it is ours
        await settled(pilot)
        await settled(pilot)
        await press(pilot, *begin)
        await settled(pilot)
        yield pilot


async def keys(pilot: Pilot[int], *pressed: str) -> None:
    """Press keys, and wait for what they find out."""
    await press(pilot, *pressed)
    await settled(pilot)


def draft(pilot: Pilot[int]) -> PaperDraft:
    screen = next(screen for screen in pilot.app.screen_stack if isinstance(screen, ComposeScreen))
    return screen.draft


def counts(pilot: Pilot[int]) -> list[int]:
    return [section.draw.count for section in draft(pilot).sections if section.draw is not None]


async def click(pilot: Pilot[int], text: str) -> None:
    for row, line in enumerate(grid(pilot).splitlines()):
        if text in line:
            await pilot.click(offset=(cell_len(line[: line.index(text)]), row))
            await settled(pilot)
            return
    raise AssertionError(f"{text} is not on screen:\n{grid(pilot)}")


WAYS: dict[str, tuple[str, ...]] = {
    "compose": (),
    "compose_short": ("9", "9"),
    "compose_topics": ("right", "right", "enter"),
    "compose_levels": ("right", "right", "right", "enter", "f5"),
    "compose_banks": ("right", "right", "right", "right", "enter"),
    "compose_table": ("f3",),
    "compose_sample": ("f5", "right"),
    "compose_rules": ("f6",),
    "compose_save": ("f9",),
    "compose_saved": ("f9", "enter"),
    "compose_help": ("f4",),
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_a_screen_looks_as_it_did(
    name: str, size: tuple[int, int], snapshots: ScreenSnapshots, tmp_path: Path
) -> None:
    async with composing(place_of(tmp_path), size=size) as pilot:
        for key in WAYS[name]:
            await keys(pilot, key)
        lines = grid(pilot).replace(str(tmp_path), "/x")
    lines = "\n".join(line.rstrip() for line in lines.split("\n"))
    if name == "compose_saved":
        # How long the folder's name is decides how many lines it takes and where the frame stands.
        frame = [line for line in lines.split("\n") if line.strip()]
        first = next(at for at, line in enumerate(frame) if "存好了" in line)
        last = next(at for at, line in enumerate(frame) if "检查过" in line)
        lines = "\n".join((*frame[: first + 1], *frame[last:]))
    snapshots.check(lines, name, size)


# From the teacher's room to a paper that can be sat


async def test_it_opens_from_the_teachers_room_and_saves_a_sound_paper_in_few_keys(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    async with composing(place) as pilot:
        assert "共 52 题 100 分 | 正好 100 分" in grid(pilot)
        await keys(pilot, "f9")
        await keys(pilot, "enter")
        assert "检查过，没有问题" in grid(pilot)
        await keys(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "综合测试" in grid(pilot)
    assert [sourced.faults for sourced in place.library.papers()] == [()]
    assert (tmp_path / "pool" / "papers" / FILE).exists()


async def test_a_paper_that_was_saved_opens_again_and_is_saved_in_place(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    async with composing(place) as pilot:
        for key in ("f9", "enter", "enter", "escape"):
            await keys(pilot, key)
    async with composing(place, ("down", "down", "enter")) as pilot:
        assert "正好 100 分" in grid(pilot)
        for key in ("1", "9", "f9", "enter", "enter"):
            await keys(pilot, key)
        assert counts(pilot)[0] == 19
        await keys(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    paper = place.library.paper("paper-1201").paper
    assert paper is not None
    assert paper.full_score == 98
    assert len(list((tmp_path / "pool" / "papers").iterdir())) == 1


async def test_an_id_that_is_taken_is_said_and_another_can_be_typed(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    papers = tmp_path / "pool" / "papers"
    async with composing(place) as pilot:
        papers.mkdir()
        (papers / FILE).write_text("note: nobody's\n", "utf-8")
        await keys(pilot, "f9")
        await keys(pilot, "enter")
        assert "已经有了，不会覆盖" in grid(pilot)
        await type_text(pilot, "b")
        await keys(pilot, "enter")
        assert "存好了" in grid(pilot)
    assert (papers / FILE).read_text("utf-8") == "note: nobody's\n"
    assert (papers / "paper-1201b.yaml").exists()


async def test_a_paper_without_a_title_or_sections_is_not_saved(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path), ("down", "enter")) as pilot:
        assert "还没有大题" in grid(pilot)
        await keys(pilot, "f9")
        assert "不能存" in grid(pilot)
        await keys(pilot, "f2")
        await keys(pilot, "enter")
        await keys(pilot, "f9")
        await keys(pilot, *["backspace"] * 4, "enter")
        assert "标题不能空着" in grid(pilot)
        await keys(pilot, "escape")
        assert isinstance(pilot.app.screen, ComposeScreen)
    assert not (tmp_path / "pool" / "papers").exists()


async def test_leaving_what_is_not_saved_is_asked_about(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "5", "escape")
        assert "还没有存" in grid(pilot)
        await keys(pilot, "enter")
        assert isinstance(pilot.app.screen, ComposeScreen)
        await keys(pilot, "escape", "right", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


# Changing sections


async def test_digits_change_the_number_and_one_number_is_one_step_back(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        before = draft(pilot)
        await keys(pilot, "1", "5")
        assert "[15]" in grid(pilot)
        assert counts(pilot)[0] == 15
        assert "距 100 分还差 10 分" in grid(pilot)
        await keys(pilot, "backspace", "8")
        assert counts(pilot)[0] == 18
        await keys(pilot, "right")
        await type_text(pilot, "２.5")
        assert draft(pilot).sections[0].marks == Fraction(5, 2)
        await keys(pilot, "ctrl+z")
        assert counts(pilot)[0] == 18
        await keys(pilot, "ctrl+z")
        assert draft(pilot) == before
        await keys(pilot, "ctrl+z")
        assert "没有可以撤销的" in grid(pilot)


async def test_signs_make_it_one_more_or_less(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await type_text(pilot, "+＋-")
        assert counts(pilot)[0] == 21
        await keys(pilot, "right")
        await type_text(pilot, "+")
        assert draft(pilot).sections[0].marks == 3
        await type_text(pilot, "---")
        assert draft(pilot).sections[0].marks == 1
        await type_text(pilot, "---")
        assert draft(pilot).sections[0].marks == Fraction(1, 2)


async def test_typing_through_small_numbers_keeps_the_proportions(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "right", "right", "right", "enter", "f5", "enter")
        await keys(pilot, "left", "left", "left", "1", "0")
        draw = draft(pilot).sections[0].draw
        assert draw is not None
        assert draw.difficulty_counts == (("easy", 4), ("medium", 4), ("hard", 2))


async def test_what_is_missing_is_said_in_plain_words(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "right", "right", "right", "enter", "down", "down", "8")
        await keys(pilot, "enter")
        assert "缺 3 道难题" in grid(pilot)
        await keys(pilot, "f3")
        assert "先补足标着“缺”的大题" in grid(pilot)
        await keys(pilot, "f9")
        assert "还有 1 个大题抽不出来" in grid(pilot)


async def test_sections_are_added_moved_and_removed_and_numbered_anew(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "f2", "end", "enter")
        assert "二、案例分析题" in grid(pilot)
        assert "每个 2 题" in grid(pilot)
        await keys(pilot, "ctrl+up")
        assert "一、案例分析题" in grid(pilot)
        assert "二、单项选择题" in grid(pilot)
        await keys(pilot, "f7")
        assert "一、单项选择题" in grid(pilot)
        assert "案例分析题，Ctrl+Z 可以撤销" in grid(pilot)
        await keys(pilot, *["f7"] * 5)
        assert "按 F2 加一个" in grid(pilot)
        await keys(pilot, *["ctrl+z"] * 6)
        assert len(draft(pilot).sections) == 6


async def test_every_field_has_its_list(tmp_path: Path) -> None:
    second = replace(
        BANK,
        id="more",
        title="另一个题库",
        items=tuple(replace(item, id=f"x{item.id}") for item in BANK.items[24:36]),
    )
    async with composing(place_of(tmp_path, BANK, second)) as pilot:
        await keys(pilot, "down", "left", "enter")
        assert "换成哪种题" in grid(pilot)
        await keys(pilot, "escape", *["right"] * 5, "enter")
        assert "样题库" in grid(pilot)
        await type_text(pilot, " ")
        await keys(pilot, "enter", "right", "enter", "down", "enter")
        section = draft(pilot).sections[1]
        assert section.draw is not None
        assert (section.draw.banks, section.marking) == (("more",), "partial")
        assert "评分 少选按比例得分" in grid(pilot)
        await keys(pilot, *["left"] * 6, "enter", "home", "enter")
        assert "二、单项选择题" in grid(pilot)
        assert draft(pilot).sections[1].marking == ""


async def test_topics_are_chosen_or_counted_and_counted_ones_never_contain_one_another(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "right", "right", "enter", "delete", "down")
        await type_text(pilot, " ")
        assert "只从这些知识点里抽，共 6 题" in grid(pilot)
        await keys(pilot, "down", "3")
        assert "各知识点合计 3 题" in grid(pilot)
        await keys(pilot, "enter")
        draw = draft(pilot).sections[0].draw
        assert draw is not None
        assert (draw.count, draw.topics, draw.topic_counts) == (3, (), (("bo.read", 3),))
        await keys(pilot, "enter", "f5", "enter")
        assert "知识点 按题库均衡" in grid(pilot)


# The rules, the table, the sample


async def test_rules_are_taken_where_they_can_be_read_and_do_not_contradict(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    async with composing(place) as pilot:
        await keys(pilot, "f6")
        await type_text(pilot, "期末")
        await keys(pilot, "down", *["backspace"] * 4)
        await type_text(pilot, "久")
        await keys(pilot, "ctrl+s")
        assert "还有 1 处要改" in grid(pilot)
        await keys(pilot, "backspace", *["backspace"] * 4)
        await type_text(pilot, "90")
        await keys(pilot, *["down"] * 6, "right", "ctrl+s")
        assert isinstance(pilot.app.screen, RulesScreen)
        assert "截止" in grid(pilot).splitlines()[-2]
        await keys(pilot, "left", "ctrl+s")
        assert "组卷 | 综合测试期末" in grid(pilot)
        limit = draft(pilot).paper.delivery.time_limit
        assert limit is not None
        assert limit.total_seconds() == 5400
        await keys(pilot, "ctrl+z")
        assert "组卷 | 综合测试 " in grid(pilot)


async def test_coverage_is_typed_line_by_line_and_told_of_where_it_cannot_be_kept(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path), size=WIDE) as pilot:
        await keys(pilot, "f6", *["down"] * len(RULES))
        await type_text(pilot, "角色: 5")
        await keys(pilot, "ctrl+s")
        assert "没有知识点“角色”" in grid(pilot)
        await keys(pilot, *["backspace"] * 5)
        await type_text(pilot, "五种角色: 20-30")
        await keys(pilot, "ctrl+s")
        assert draft(pilot).paper.coverage == (("roles", MarkRange(least=Fraction(20), most=Fraction(30))),)
        await keys(pilot, "f3")
        assert any(line.split()[-3:] == ["五种角色", "22", "22"] for line in grid(pilot).splitlines())
        await keys(pilot, "escape", "f6", *["down"] * len(RULES), *["backspace"] * 5)
        await type_text(pilot, "90")
        await keys(pilot, "ctrl+s", "f5")
        assert "最接近的只能抽出" in grid(pilot)


async def test_rules_that_were_changed_are_not_left_without_a_word(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "f6", "escape")
        assert isinstance(pilot.app.screen, ComposeScreen)
        await keys(pilot, "f6", "down", "down", "down", "enter", "down", "enter", "escape")
        assert "改过的规则不要了吗" in grid(pilot)
        await keys(pilot, "right", "enter")
        assert draft(pilot).paper.forms == 1


async def test_the_table_is_written_to_a_file(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "f3")
        await keys(pilot, "f9")
        await keys(pilot, "ctrl+a")
        await type_text(pilot, str(tmp_path / "table.csv"))
        await keys(pilot, "enter")
        assert "细目表已存到" in grid(pilot)
    assert "合计" in (tmp_path / "table.csv").read_text("utf-8-sig")


async def test_the_table_is_put_over_a_file_only_once_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("自己的", "utf-8")
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "f3")
        await keys(pilot, "f9")
        await keys(pilot, "ctrl+a")
        await type_text(pilot, str(path))
        await keys(pilot, "enter")
        assert "文件 table.csv 已经有了" in grid(pilot)
        await keys(pilot, "enter")
        assert path.read_text("utf-8") == "自己的"
        await keys(pilot, "enter")
        await keys(pilot, "tab", "enter")
        assert "细目表已存到" in grid(pilot)
    assert "合计" in path.read_text("utf-8-sig")


async def test_a_sample_is_turned_through_and_answers_nothing(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "f6", "down", "down", "down", "right", "ctrl+s", "f5")
        assert "试看 | 综合测试 | A 卷" in grid(pilot)
        await keys(pilot, "1", "end")
        assert "第 52 题 / 共 52 题" in grid(pilot)
        assert "[x]" not in grid(pilot)
        await keys(pilot, "f5")
        assert "B 卷" in grid(pilot)
        await keys(pilot, "escape")
        assert isinstance(pilot.app.screen, ComposeScreen)


# By mouse, in a burst, without anything to draw


async def test_a_click_points_and_a_second_one_opens_the_list(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await click(pilot, "难度 不限  题库 不限  评分 全对得分")
        assert "[难度 不限]" in grid(pilot)
        await click(pilot, "难度 不限]")
        assert "易、中、难各几题" in grid(pilot)


async def test_keys_are_handled_in_the_order_they_were_pressed(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await burst(pilot, ["1", "2", "right", "3", "down", "left", "7"])
        assert counts(pilot)[:2] == [12, 7]
        assert draft(pilot).sections[0].marks == 3


async def test_a_pool_without_questions_says_what_to_do(tmp_path: Path) -> None:
    drafts = replace(BANK, items=(replace(BANK.items[0], status="draft"),))
    async with composing(place_of(tmp_path, drafts), ()) as pilot:
        assert "题库里还没有能用的题" in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_the_banks_say(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path), tongue="en") as pilot:
        assert "52 questions, 100 marks | exactly 100" in grid(pilot)
        assert "Part 1: single choice" in grid(pilot)
        assert "题" not in grid(pilot)


async def test_what_is_being_sat_is_not_shown_in_a_sample(tmp_path: Path) -> None:
    place = place_of(tmp_path)
    async with composing(place) as pilot:
        for key in ("f9", "enter", "enter", "escape"):
            await keys(pilot, key)
    paper = place.library.paper("paper-1201").paper
    assert paper is not None
    stands = standing(place.home, place.clock, paper, Candidate(id="07", name="张三", unit=""), "", place.library)
    start(place.home, place.library, place.clock, place.chance, stands).close()
    async with composing(place, ("down", "down", "enter")) as pilot:
        await keys(pilot, "f5")
        assert "这一题正在考试中，先不显示" in grid(pilot)
        assert "单选第" not in grid(pilot)


async def test_a_number_that_is_none_yet_changes_nothing(tmp_path: Path) -> None:
    async with composing(place_of(tmp_path)) as pilot:
        await keys(pilot, "right", "3", "backspace", "0")
        assert "[0]" in grid(pilot)
        assert draft(pilot).sections[0].marks == 2
        await type_text(pilot, ".5")
        assert draft(pilot).sections[0].marks == Fraction(1, 2)
