"""What the committee decides at a score table: what is typed, and what then stands in journals and book."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.decisions import MarkOverridden, Noted, Reassigned, Regraded, Voided
from quizapp.domain.attempt.events import Extended, HandedIn
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.committee_class import (
    EXAM,
    MISSING,
    PEOPLE,
    SITS,
    at_table,
    class_of_five,
    docs,
    in_front,
    opened,
    shown,
    sit,
)
from tests.samples.classes.corrected_class import put_right
from tests.samples.workplace import Shelf, workplace
from tests.tui.decision_steps import (
    CLOSE,
    EXTEND,
    NOTE,
    OVERRIDE,
    REASSIGN,
    VOID,
    ask,
    choose,
    decided,
    events,
    fill,
    joined,
    settle,
    with_one_elsewhere,
)

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["decide", "decide_form", "decide_confirm"])
async def test_deciding_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with at_table(class_of_five(), size) as pilot:
        if name == "decide":
            await press(pilot, "f6")
            await opened(pilot, ScoreTable)
        else:
            await choose(pilot, "02", OVERRIDE)
            await fill(pilot, "1", "2", "", "李老师", "“参谋”也算对")
        if name == "decide_confirm":
            await ask(pilot)
        await settled(pilot)
        seen = grid(pilot)
    snapshots.check(seen, name, size)


async def test_other_marks_for_a_question_stand_in_the_journal_and_the_book() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", OVERRIDE)
        await fill(pilot, "1", "1.5", "", "李老师", "答案也说得通")
        seen = await ask(pilot)
        assert "由0分改为1.5分" in joined(seen)
        assert "经办：王班长，复核：李老师。理由：答案也说得通" in seen
        await press(pilot, "f9")
        await shown(pilot, "第 1 题改为 1.5 分")
        assert "5.83" in grid(pilot)
    (one,) = decided(place)
    assert isinstance(one, MarkOverridden)
    assert (one.question, one.marks) == (1, Fraction(3, 2))
    assert (one.by, one.checked_by, one.why) == ("王班长", "李老师", "答案也说得通")
    assert docs(place, "02")[0]["score"] == 5.83


async def test_a_void_attempt_counts_nowhere_and_its_try_is_free() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await settle(pilot, told="第 1 次已作废")
        assert "成绩作废" in grid(pilot)
    (one,) = decided(place)
    assert isinstance(one, Voided)
    assert (one.by, one.why) == ("王班长", "替考")
    assert (docs(place, "02")[0]["status"], docs(place, "02")[0]["counts"]) == ("void", False)


async def test_an_attempt_is_given_to_whose_it_is() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", REASSIGN)
        await fill(pilot, "05", "", "", "坐错了位子")
        assert "改归05赵[/]六（县委办）" in joined(await ask(pilot))
        await press(pilot, "f9")
        await shown(pilot, "答卷已改归 05 赵[/]六")
    (one,) = decided(place)
    assert isinstance(one, Reassigned)
    assert (one.candidate, one.name) == ("05", "赵[/]六")
    assert docs(place, "02") == []
    assert docs(place, "05")[0]["score"] == 4.33


@pytest.mark.parametrize(
    ("steps", "kind", "word"), [(0, "deferred", "缓考"), (1, "exempt", "免考"), (2, "misconduct", "违纪")]
)
async def test_somebody_who_did_not_come_is_noted_so(steps: int, kind: str, word: str) -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, MISSING, NOTE)
        await type_text(pilot, "住院")
        await press(pilot, "shift+tab", "shift+tab", "shift+tab", *["right"] * steps)
        await settle(pilot, told=f"已记为{word}")
        assert word in grid(pilot)
    (one,) = decided(place)
    assert isinstance(one, Noted)
    assert (one.candidate, one.note, one.why) == (MISSING, kind, "住院")


async def test_a_note_is_taken_back_by_another_one() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        for step, told in (("right", "已记为免考"), ("left", "原来的记录已撤销")):
            await choose(pilot, MISSING, NOTE)
            await type_text(pilot, "弄清楚了")
            await press(pilot, "shift+tab", "shift+tab", "shift+tab", step)
            await settle(pilot, told=told)
            await press(pilot, "escape")
        assert "免考" not in grid(pilot)
    assert [one.note for one in decided(place) if isinstance(one, Noted)] == ["exempt", "none"]


async def test_more_time_goes_to_who_is_sitting() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, SITS, EXTEND)
        await fill(pilot, "10", "", "", "停电")
        await settle(pilot, told="延长 10 分钟")
    (one,) = [event for event in events(place, SITS) if isinstance(event, Extended)]
    assert (one.more, one.by, one.why) == (timedelta(minutes=10), "王班长", "停电")


async def test_time_that_cannot_be_read_is_said_in_the_form_and_none_is_given() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, SITS, EXTEND)
        await fill(pilot, "很久", "", "", "停电")
        await press(pilot, "f9")
        assert "没有读懂“很久”" in await shown(pilot, "没有读懂")
        assert in_front(pilot, DecisionForm)
        assert "停电" in grid(pilot)
    assert not [event for event in events(place, SITS) if isinstance(event, Extended)]


async def test_who_sits_can_be_made_to_hand_in_and_the_book_says_by_whom() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, SITS, CLOSE)
        await fill(pilot, "清场")
        await settle(pilot, told="已收卷")
        assert "已评分" in grid(pilot)
    assert isinstance(events(place, SITS)[-1], HandedIn)
    assert (docs(place, SITS)[0]["status"], docs(place, SITS)[0]["handed_in_by"]) == ("marked", "committee")


async def test_corrections_that_wait_are_told_and_hold_once_the_paper_is_marked_again() -> None:
    place = class_of_five()
    put_right(place, "1", "full")
    async with at_table(place) as pilot:
        assert "有 1 处更正还没有生效" in grid(pilot)
        await press(pilot, "f7", "end", "enter")
        await shown(pilot, "一律给满分")
        assert "02 李四：原来 4.33 分" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, ScoreTable)
        await shown(pilot, "经办人")
        await fill(pilot, "答案有误")
        await settle(pilot, told="已重新判分")
        assert "还没有生效" not in grid(pilot)
    assert isinstance(decided(place)[-1], Regraded)
    assert docs(place, "02")[0]["score"] == 6.33


async def test_without_a_roster_the_name_is_asked_for_too() -> None:
    place = replace(workplace(Shelf(shelf_papers=(EXAM,))), role="committee", staff="王班长")
    sit(place, PEOPLE[1])
    async with at_table(place) as pilot:
        await choose(pilot, "02", REASSIGN)
        assert "归谁（姓名）" in grid(pilot)
        await fill(pilot, "77", "钱七", "", "", "坐错了位子")
        await settle(pilot, told="改归 77 钱七")
    assert docs(place, "77")[0]["name"] == "钱七"


async def test_more_time_is_not_offered_for_what_another_machine_writes_and_it_is_said_where_it_is_given() -> None:
    async with at_table(with_one_elsewhere()) as pilot:
        await type_text(pilot, MISSING)
        await press(pilot, "f6")
        await opened(pilot, ScoreTable)
        seen = joined(grid(pilot))
        assert "延长时间" not in seen.replace("要延长时间，请监考老师在那台机器上按F8", "")
        assert "在那台机器上按F8" in seen
        assert "强制收卷" in seen


async def test_who_sits_here_is_offered_more_time_as_ever_beside_one_who_sits_elsewhere() -> None:
    async with at_table(with_one_elsewhere()) as pilot:
        await type_text(pilot, SITS)
        await press(pilot, "f6")
        await opened(pilot, ScoreTable)
        seen = joined(grid(pilot))
        assert "延长时间" in seen
        assert "另一台机器" not in seen
