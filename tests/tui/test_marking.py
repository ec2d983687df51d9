"""The marking screen: how it looks, and what its keys and the mouse do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Tongue
from quizapp.services.book.score_book import look
from quizapp.services.decisions.attempt_decisions import void
from quizapp.services.marking.essay_pile import decide, find_pile, record
from quizapp.stores.files.home import FileHome
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.home import HomeScreen
from quizapp.tui.marking.essay_words import PointLine
from quizapp.tui.marking.essays import DELAY, MarkingScreen
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, type_text
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.essay_paper import BANK, PAPER, essay_workplace, hand_in
from tests.samples.workplace import Shelf, workplace
from tests.tui.decision_steps import joined

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.services.ports.workplace import Workplace
WANG = Marker(by="王班长")
LONG = "第一时间向领导报告，讲清楚错在哪里、影响多大。然后通知每个收到文件的单位，发更正件。以后送印前由两个人校对。"


def with_essays(place: Workplace | None = None) -> Workplace:
    place = place or essay_workplace()
    hand_in(place, "01", "张三", LONG, "体会很深")
    hand_in(place, "02", "李四", "等一等再说")
    return place


def decided(place: Workplace) -> tuple[EssayMarked, ...]:
    return tuple(one for one in place.home.decisions.read(PAPER.id) if isinstance(one, EssayMarked))


def exactly(*marks: Fraction | int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, marks))


@asynccontextmanager
async def marking(place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh") -> AsyncIterator[Pilot[int]]:
    async with on_stage(place, paper=PAPER.id, marker=WANG, size=size, tongue=tongue) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarkingScreen)
        yield pilot


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", ["marking", "marking_given", "marking_help"])
async def test_the_screen_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    keys = {"marking": (), "marking_given": ("f5", "down", "down", "1", "enter"), "marking_help": ("f4",)}
    async with marking(with_essays(), size) as pilot:
        await press(pilot, *keys[name])
        if name == "marking_given":
            await type_text(pilot, "说得清楚")
            await press(pilot, "ctrl+s")
        shown = grid(pilot)
    snapshots.check(shown, name, size)


async def test_names_are_covered_and_what_is_needed_is_shown() -> None:
    async with marking(with_essays()) as pilot:
        for _ in range(3):
            shown = grid(pilot)
            assert not any(word in shown for word in ("张三", "李四", "01 ", "02 "))
            await press(pilot, "pagedown")
        await press(pilot, "pageup", "pageup")
        shown = grid(pilot)
        assert "第 1 份 / 共 3 份" in shown
        assert "文件发出后发现数字有误" in shown
        assert "第一时间报告，发更正，查原因。" in shown
        assert "查明原因" in shown


async def test_marks_are_stepped_typed_and_recorded_once_every_point_has_some() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        await press(pilot, "right", "right", "right", "left", "down", "2", "ctrl+s")
        assert decided(place) == ()
        assert "还有 1 个采分点没给分" in grid(pilot)
        await press(pilot, "down", "space", "ctrl+s")
        (one,) = decided(place)
        assert one.points == exactly(1, 2, 1)
        assert (one.marks, one.by, one.question) == (Fraction(8), "王班长", 2)
        assert "已保存" in grid(pilot)
        assert "已阅 1，待阅 2" in grid(pilot)


async def test_what_is_whole_is_recorded_by_itself_a_moment_after_the_last_key() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        await press(pilot, "space", "down", "space", "down", "space")
        assert decided(place) == ()
        await pilot.pause(DELAY + 0.2)
        assert len(decided(place)) == 1


async def test_a_burst_of_keys_goes_to_the_points_and_essays_it_was_meant_for() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, MarkingScreen)
        order = [script.name.attempt for script in screen._session.pile.scripts]
        await burst(pilot, ["2", "down", "1", ".", "5", "down", "right", "pagedown", "left", "down", "0", "down", "1"])
        await press(pilot, "pagedown")
        assert [(one.attempt, one.points) for one in decided(place)] == [
            (order[0], exactly(2, Fraction(3, 2), Fraction(1, 2))),
            (order[1], exactly(0, 0, 1)),
        ]


async def test_a_burst_into_the_comment_is_in_it_when_enter_goes_on() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        await press(pilot, "space", "down", "space", "down", "space")
        await burst(pilot, ["enter", *"没说 影响1", "left", "backspace", "enter"])
        (one,) = decided(place)
        assert one.comment == "没说 影1"
        assert "第 2 份 / 共 3 份" in grid(pilot)
        await press(pilot, "pageup")
        assert "没说 影1" in grid(pilot)


async def test_marks_beyond_a_point_are_not_taken_and_it_says_so() -> None:
    async with marking(with_essays()) as pilot:
        await press(pilot, "3")
        assert "这个采分点最多 2 分" in grid(pilot)
        await press(pilot, "1")
        assert "  1 / 2" in grid(pilot)


async def test_the_mouse_steps_points_and_runs_the_key_line() -> None:
    async with marking(with_essays()) as pilot:
        await press(pilot, "f9")
        line = list(pilot.app.screen.query(PointLine))[1]
        lead = grid(pilot).splitlines()[line.region.y][line.region.x :]
        for sign in ("[+]", "[+]", "[+]", "[-]"):
            await pilot.click(line, offset=(lead.index(sign) + 1, 0))
        await settled(pilot)
        assert "> [-]     1 / 2" in grid(pilot)
        await pilot.click("#comment TextField")
        await settled(pilot)
        await type_text(pilot, "好")
        assert "> [-]" not in grid(pilot)


async def test_f9_goes_to_what_waits_and_says_when_nothing_does() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        for _ in range(2):
            await press(pilot, "space", "down", "space", "down", "space", "f9")
        assert "整题给分" in grid(pilot)
        await press(pilot, "7", "f9")
        assert "全部阅完" in grid(pilot)
        await press(pilot, "escape")
        await settled(pilot)
    assert [doc["status"] for doc in look(place.home, place.clock).scores] == ["marked", "marked"]


async def test_what_is_half_given_is_asked_about_before_leaving() -> None:
    place = with_essays()
    async with marking(place) as pilot:
        await press(pilot, "space", "escape")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, MarkingScreen)
        assert "  2 / 2" in grid(pilot)
        await press(pilot, "ctrl+q", "ctrl+q")
        await settled(pilot)
    assert decided(place) == ()


async def test_a_full_disk_is_said_and_the_marks_are_written_once_there_is_room(tmp_path: Path) -> None:
    disk = FailingDisk()
    place = with_essays(replace(essay_workplace(), home=FileHome(tmp_path, disk=disk)))
    async with marking(place) as pilot:
        disk.room = 0
        await press(pilot, "space", "down", "space", "down", "space", "ctrl+s")
        shown = grid(pilot)
        assert "未保存：磁盘已满" in shown
        assert "已保存" not in shown
        disk.room = None
        await press(pilot, "ctrl+s")
        assert "已保存" in grid(pilot)
    assert len(decided(place)) == 1


async def test_home_offers_what_waits_and_no_longer_once_it_is_marked() -> None:
    place = replace(with_essays(), staff="赵班长", has_staff=True)
    async with on_stage(place) as pilot:
        await settled(pilot)
        assert "2 份答卷待阅" in grid(pilot)
        await press(pilot, "down", "down", "down", "enter")
        await settled(pilot)
        # Who marks is asked: two windows of one home may be two people's.
        assert "谁来阅卷" in grid(pilot)
        assert "赵班长" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarkingScreen)
        assert "阅卷人 赵班长" in grid(pilot)
        for _ in range(2):
            await press(pilot, "space", "down", "space", "down", "space", "f9")
        await press(pilot, "space", "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        await settled(pilot)
        assert "待阅" not in grid(pilot)


async def test_a_paper_without_essays_says_so_and_ends() -> None:
    place = essay_workplace()
    async with on_stage(place, paper=PAPER.id, marker=WANG) as pilot:
        assert "没有要阅的简答" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert pilot.app.return_code == 0


async def test_text_from_an_answer_is_never_markup() -> None:
    place = essay_workplace()
    hand_in(place, "01", "张三", "[/] [@click=app.quit]点我[/] [red]红\x1b]0;标题\x07")
    async with marking(place) as pilot:
        assert "[/] [@click=app.quit]点我[/] [red]红" in grid(pilot)


async def test_in_english_nothing_is_chinese_but_what_was_written() -> None:
    place = essay_workplace()
    hand_in(place, "01", "Zhang", "at once", "fine")
    async with marking(place, tongue="en") as pilot:
        await press(pilot, "f9", "pagedown")
        shown = grid(pilot)
        assert "Response (4 characters)" in shown
        assert "marks for the whole" in shown
        assert not any(word in shown for word in ("阅卷 ", "评语", "采分点", "待阅", "已保存"))


async def test_a_machine_without_staff_in_its_settings_offers_nobody_to_mark() -> None:
    async with on_stage(with_essays()) as pilot:
        await settled(pilot)
        assert "待阅" not in grid(pilot)


STORY = "某市开会，通知上午十点发出，下午三点才发现会议室写错了。" * 12
LONGER = "根据上面的材料，说明办公室应当怎样补救，怎样避免再发生。" * 6 + "分三点答。"


def with_a_long_question(*, has_material: bool) -> Workplace:
    """Return a workplace where an essay has a material, or asks at length, and eight points."""
    rubric = tuple(RubricPoint(point=f"要点{number}", marks=Fraction(1)) for number in range(8))
    essay = Essay(id="e-1", stem=LONGER, rubric=rubric, topic="a", difficulty="hard")
    item = Case(id="c-1", stem=STORY, items=(essay,), topic="a", difficulty="hard") if has_material else essay
    others = tuple(one for one in BANK.items if one.id != "e-1")
    section = replace(PAPER.sections[1], items=(item.id, "e-2"))
    rules = replace(PAPER, sections=(PAPER.sections[0], section))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=(replace(BANK, items=(*others, item)),)))
    hand_in(place, "01", "张三", LONG, paper=rules)
    return place


@pytest.mark.parametrize("has_material", [True, False], ids=["material", "long"])
@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_what_was_written_is_on_the_screen_however_long_the_question(
    size: tuple[int, int], has_material: bool
) -> None:
    async with marking(with_a_long_question(has_material=has_material), size) as pilot:
        seen = joined(grid(pilot))
        assert "第一时间向领导报告，讲清楚错在哪里" in seen
        assert "F6看全题" in seen
        assert "分三点答。" not in seen
        await press(pilot, "f6")
        whole = joined(grid(pilot))
        assert (STORY[:20] if has_material else LONGER[-5:]) in whole
        await press(pilot, "f6")
        assert joined(grid(pilot)) == seen


async def test_a_short_question_is_shown_whole_and_f6_does_nothing() -> None:
    async with marking(with_essays()) as pilot:
        seen = grid(pilot)
        assert "文件发出后发现数字有误，怎么办？" in seen
        assert "F6" not in seen
        await press(pilot, "f6")
        assert grid(pilot) == seen


# Two who mark


async def test_somebody_else_marks_under_their_own_name_or_goes_back() -> None:
    place = replace(with_essays(), staff="赵班长", has_staff=True)
    async with on_stage(place) as pilot:
        await settled(pilot)
        await press(pilot, "down", "down", "down", "enter")
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, *["backspace"] * 3)
        await type_text(pilot, "李副班长")
        await press(pilot, "enter")
        await settled(pilot)
        assert "阅卷人 李副班长" in grid(pilot)


async def test_what_another_has_on_screen_is_left_out_and_said() -> None:
    place = with_essays()
    first = find_pile(place, PAPER.id).scripts[0]
    claim = place.home.claim(f"mark-{first.name.attempt}-{first.question.number}")
    assert claim is not None
    async with marking(place) as pilot:
        assert "第 2 份 / 共 3 份" in grid(pilot)
        await press(pilot, "pageup")
        assert "那边的几份别的阅卷人正在阅" in grid(pilot)
        claim.release()
        await press(pilot, "pageup")
        assert "第 1 份 / 共 3 份" in grid(pilot)
    # once the screen is left nobody has any
    assert place.home.claim(f"mark-{first.name.attempt}-{first.question.number}") is not None


async def test_marks_beside_anothers_are_a_second_marking_and_what_differs_is_said() -> None:
    place = with_essays()
    script = find_pile(place, PAPER.id).scripts[0]
    points = [Fraction(2), Fraction(0), Fraction(0)]
    li = Marker(by="李副班长")
    record(place, PAPER.id, lambda: [decide(place.home, script, points, li, place.clock.read())])
    async with marking(place) as pilot:
        await press(pilot, "pageup")
        shown = grid(pilot)
        assert "李副班长 阅过，在这里给分就是双评" in shown
        assert "本题 0 / 10 分" in shown
        assert "4 分" not in shown
        await press(pilot, *"2", "down", *"2", "down", *"1", "ctrl+s")
        assert "不一致：李副班长 4 分、王班长 10 分，等裁定" in grid(pilot)
    assert [(one.by, one.marks) for one in decided(place)] == [("李副班长", Fraction(4)), ("王班长", Fraction(10))]


@pytest.mark.parametrize("last", ["ctrl+s", "pagedown", "f9", "escape"])
async def test_what_was_decided_while_an_essay_was_on_screen_is_said_and_nothing_recorded(last: str) -> None:
    place = with_essays()
    script = find_pile(place, PAPER.id).scripts[0]
    judge = Marker(by="赵老师", checked_by="钱老师", why="看错了人")
    async with marking(place) as pilot:
        await press(pilot, "1", "down", "1", "down")
        void(place, script.name.attempt, judge)
        await press(pilot, "1", last)
        assert "没有记下：赵老师 刚刚办了别的：成绩作废。看清再给分" in grid(pilot)
        assert "第 1 份 / 共 3 份" in grid(pilot)
        assert "本题 0 / 10 分" in grid(pilot)
    assert decided(place) == ()
