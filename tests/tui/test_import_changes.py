"""Importing again in the app: each change is seen before it is taken, each dispute decided by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizapp.services.exchange.import_batch import Batch
from quizapp.tui.banks.import_changes import BringChanges
from quizapp.tui.banks.import_review import BringLook
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from tests.instruments.app_stage import SMALL, WIDE, grid, press, type_text, until
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.teacher_workplace import BANK, TeacherPlace
from tests.tui.test_import import at_source
from tests.tui.test_teacher_room import shows

if TYPE_CHECKING:
    from textual.pilot import Pilot

SOURCE = """\
1. 告知事项用（  ）。
A. 通知
B. 通报
C. 报告
答案：A

2. 表扬先进用（  ）。
A. 通知
B. 通报
C. 报告
答案：B

3. 汇报工作用（  ）。
A. 通知
B. 通报
C. 报告
答案：B
"""


@pytest.fixture
def place(tmp_path: Path) -> TeacherPlace:
    """A bank that a source was brought into, changed since, as the source was: one by each, and one by both."""
    place = TeacherPlace(tmp_path, BANK.replace("    答案: AD\n", "    答案: AB\n"))
    (tmp_path / "sources").mkdir()
    batch = Batch(place.desk.pasted(SOURCE), "旧题.txt", "旧题.txt")
    desk = place.desk
    desk.bring_in(desk.plan(batch.reading(), place.bank, lambda reason: reason.code, wishes=batch.wishes()))
    first, second, third = place.text.rpartition("题干: 告知")[2].split("题干:")
    _correct(place, first, first.replace("答案: A", "答案: C"))  # the bank alone
    _correct(place, third, third.replace("答案: B", "答案: C"))  # both
    changed = SOURCE.replace("答案：B", "答案：A")  # the second and the third
    (tmp_path / "sources" / "旧题.txt").write_text(changed, "utf-8")
    assert second in place.text
    return place


def _correct(place: TeacherPlace, before: str, after: str) -> None:
    assert before != after
    place.bank.write_text(place.text.replace(before, after), "utf-8")


def keys(place: TeacherPlace) -> list[str]:
    """Return the keys of the three questions that were brought in."""
    lines = place.text.rpartition("题干: 告知")[2].splitlines()
    return [line.split()[-1] for line in lines if line.strip().startswith("答案:")]


@asynccontextmanager
async def changes(place: TeacherPlace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the changes."""
    async with at_source(place, **options) as pilot:
        await type_text(pilot, "旧题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringChanges))
        await shows(pilot, "undecided" if options.get("tongue") == "en" else "待定 1")
        yield pilot


async def confirm(pilot: Pilot[int]) -> str:
    """Go on and return the counts that are to be confirmed."""
    await press(pilot, "f9")
    await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
    counts = grid(pilot)
    await press(pilot, "f9")
    await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
    return counts


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_the_screen_looks_as_it_did(
    place: TeacherPlace, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    async with changes(place, size=size) as pilot:
        snapshots.check(grid(pilot), "bring_changes", size)


async def test_each_change_is_seen_and_what_is_undecided_is_not_taken(place: TeacherPlace) -> None:
    async with changes(place) as pilot:
        shown = grid(pilot)
        assert "共 2 题，待定 1" in shown
        assert "office-007  用来源的" in shown
        assert "office-008  待定，两边都改过" in shown
        assert "题库：C" in shown
        assert "告知事项" not in shown
        counts = await confirm(pilot)
        assert "新增 0，相同 0，改动 1" in counts
        assert "题库里改过的 1 题，保留题库的" in counts
        assert "待定的 1 题，题库不动" in counts
    assert keys(place) == ["C", "A", "C"]


@pytest.mark.parametrize(("key", "taken"), [("right", "A"), ("left", "C")])
async def test_each_question_is_decided_by_itself_and_not_asked_again(
    place: TeacherPlace, key: str, taken: str
) -> None:
    async with changes(place) as pilot:
        await press(pilot, key)
        await shows(pilot, "都选好了")
        await confirm(pilot)
    assert keys(place) == ["C", "A", taken]
    async with at_source(place) as pilot:
        await type_text(pilot, "旧题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Notice))
        assert "题库没有变化" in grid(pilot)


async def test_a_change_of_the_source_alone_can_be_refused(place: TeacherPlace) -> None:
    async with changes(place) as pilot:
        await press(pilot, "up", "left")
        await shows(pilot, "office-007  用题库的")
        await press(pilot, "f2", "left")
        counts = await confirm(pilot)
        assert "新增 0，相同 0，改动 0" in counts
        assert "只记下来源现在写的" in counts
    assert keys(place) == ["C", "B", "C"]


async def test_going_back_takes_nothing(place: TeacherPlace) -> None:
    before = place.text
    async with changes(place) as pilot:
        await press(pilot, "right", "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
    assert place.text == before


async def test_what_was_decided_on_another_bank_is_asked_again(place: TeacherPlace) -> None:
    async with changes(place) as pilot:
        await press(pilot, "right")
        place.bank.write_text(place.text.replace("表扬先进用", "表彰先进用"), "utf-8")
        await press(pilot, "f9")
        await shows(pilot, "表彰先进用")
        assert isinstance(pilot.app.screen, BringChanges)
        assert "待定 2" in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_was_written(place: TeacherPlace) -> None:
    async with changes(place, tongue="en") as pilot:
        assert not any(word in grid(pilot) for word in ("待定", "来源", "题库", "返回"))


async def test_a_question_that_is_left_out_is_not_missed(place: TeacherPlace) -> None:
    async with at_source(place) as pilot:
        await type_text(pilot, "旧题")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringLook))
        await press(pilot, "f7", "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, BringChanges))
        assert "已经没有" not in await confirm(pilot)
