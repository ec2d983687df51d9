"""Every screen as text at 80 by 24 and 120 by 40, and what else only home, who, cover and result can get wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from random import Random
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Draw
from quizapp.language import Language
from quizapp.services.book.keeper import BookKeeper
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from quizapp.tui.sitting.cover import CoverScreen
from quizapp.tui.sitting.result import ResultScreen
from quizapp.tui.sitting.who import Who
from tests.instruments.app_stage import (
    CHINA,
    SHOWN,
    SMALL,
    WIDE,
    grid,
    on_stage,
    press,
    settled,
    sitting_down,
    type_text,
    until,
)
from tests.instruments.memory_home import MemoryHome
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock, paper, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.services.ports.workplace import Workplace

WAYS: dict[str, tuple[str, ...]] = {
    "home": (),
    "help": ("f4",),
    "palette": ("ctrl+p",),
    "who": ("enter",),
    "confirm": ("enter", "7", "enter", "z", "enter"),
    "cover": ("enter", "7", "enter", "z", "enter", "enter"),
    "single": (*("enter", "7", "enter", "z", "enter", "enter"), "space", "enter", "2", "down"),
}
WAYS["multiple"] = (*WAYS["single"], "right", "right", "1", "3", "f2")
WAYS["fill"] = (*WAYS["multiple"], "right", "right", "x")
WAYS["sheet"] = (*WAYS["multiple"], "f3")
WAYS["hand_in"] = (*WAYS["multiple"], "f9")
WAYS["leave"] = (*WAYS["multiple"], "ctrl+q")
WAYS["result"] = (*WAYS["hand_in"], "f9")
WAYS["review"] = (*WAYS["result"], "right")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_a_screen_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with on_stage(workplace(), size=size) as pilot:
        await press(pilot, *WAYS[name])
        await until(pilot, lambda: "输入中" not in grid(pilot))
        shown = grid(pilot)
    snapshots.check(shown, name, size)


def with_roster(place: Workplace) -> Workplace:
    people = [
        Candidate(id="01", name="张三", unit="市发改委"),
        Candidate(id="02", name="张小明"),
        Candidate(id="03", name="李四"),
    ]
    place.home.roster.record(people, NINE)
    return place


async def test_ten_enters_from_home_begin_nothing() -> None:
    for place in (workplace(), with_roster(workplace())):
        async with on_stage(place) as pilot:
            await press(pilot, *["enter"] * 10)
            assert isinstance(pilot.app.screen, Who)
        assert place.home.journals.names() == ()


async def test_the_roster_is_filtered_by_part_of_a_name_as_it_is_typed() -> None:
    async with on_stage(with_roster(workplace())) as pilot:
        await press(pilot, "enter")
        await type_text(pilot, "张")
        assert "01 | 张三 | 市发改委" in grid(pilot)
        assert "02 | 张小明" in grid(pilot)
        assert "李四" not in grid(pilot)
        await type_text(pilot, "小")
        await press(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "张小明 | 02" in grid(pilot)


async def test_somebody_who_is_not_on_the_roster_is_told_so() -> None:
    async with on_stage(with_roster(workplace())) as pilot:
        await press(pilot, "enter", "9", "enter")
        assert "名册里没有“9”" in grid(pilot)


async def test_the_cover_starts_nothing_before_it_is_ticked() -> None:
    place = workplace()
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await press(pilot, *["enter"] * 10)
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "请先按空格键勾选承诺" in grid(pilot)
        await press(pilot, "escape")
    assert place.home.journals.names() == ()


async def test_a_paper_without_tries_left_is_refused_on_its_cover() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "f9", "f9")
        await settled(pilot)
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "次数已用完" in grid(pilot)


async def test_home_lists_what_is_under_way_first_and_goes_on_with_it_once_the_person_says_so() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await press(pilot, "1", "ctrl+q", "ctrl+q")
        await settled(pilot)
    async with on_stage(place) as pilot:
        await settled(pilot)
        lines = grid(pilot).splitlines()
        assert lines[3].strip() == "正在进行"
        assert "样卷 | 张三" in lines[4]
        assert "已答 1 / 5" in lines[5]
        await press(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await press(pilot, "enter", "enter")
        assert "第 1 题 / 共 5 题" in grid(pilot)


async def test_papers_that_cannot_be_sat_say_why_and_do_not_open() -> None:
    later = paper(id="later", title="明天的卷", opens=NINE + timedelta(days=1))
    gone = paper(id="gone", title="昨天的卷", closes=NINE - timedelta(days=1))
    async with on_stage(workplace(Shelf(shelf_papers=(later, gone)))) as pilot:
        shown = grid(pilot)
        assert "还没到时间" in shown
        assert "开考" in shown
        assert "已截止" in shown
        await press(pilot, "enter")
        await settled(pilot)
        # What was carried here is all that can be opened.
        assert isinstance(pilot.app.screen, Pick)


async def handed_in(place: Workplace, pilot: Pilot[int]) -> str:
    await press(pilot, "3", "f9", "f9")
    await settled(pilot)
    assert isinstance(pilot.app.screen, ResultScreen)
    return grid(pilot)


async def test_a_result_shows_only_what_the_paper_allows() -> None:
    cases: dict[str, dict[str, object]] = {
        "never": {"feedback": "never"},
        "later": {"feedback": "after_close", "closes": NINE + timedelta(hours=2)},
        "marks": {"show": ("score", "marks")},
    }
    shown = {}
    for name, rules in cases.items():
        place = workplace(Shelf(shelf_papers=(paper(**rules),)))
        async with sitting_down(place) as pilot:
            shown[name] = await handed_in(place, pilot)
            await press(pilot, "right")
            shown[f"{name} review"] = grid(pilot)
    assert "这份试卷不公布成绩" in shown["never"]
    assert "及格" not in shown["never"]
    assert "考试结束" in shown["later"]
    assert "2 分 / 满分 10 分" not in shown["later"]
    assert "这份试卷没有可以逐题查看的内容" in shown["never review"]
    without_rules = [
        [line for line in shown[name].splitlines() if "---" not in line] for name in ("never", "never review")
    ]
    assert without_rules[0] == without_rules[1]
    assert "2 分 / 满分 10 分" in shown["marks"]
    assert "得分：正确" in shown["marks review"]
    assert "答案：" not in shown["marks review"]
    assert "解析" not in shown["marks review"]
    assert all("回执号" in shown[name] for name in cases)


async def test_a_formal_paper_says_that_its_score_is_preliminary_and_a_trial_that_it_is_none() -> None:
    trial = workplace(Shelf(shelf_papers=(paper(use="exam"),)))
    async with sitting_down(trial) as pilot:
        assert "试用卷，不作正式成绩" in await handed_in(trial, pilot)
    place = replace(trial, home=MemoryHome(trial.chance))
    async with sitting_down(place) as pilot:
        assert "机判初步成绩" in await handed_in(place, pilot)


async def test_a_stale_score_book_is_said_and_tried_again() -> None:
    place = workplace()
    keeper = BookKeeper(StaleHome(place.home), "", place.clock)  # type: ignore[arg-type]  # a home whose book cannot be replaced
    async with sitting_down(place) as pilot:
        pilot.app.keeper = keeper  # type: ignore[attr-defined]  # the app under test is a QuizApp
        shown = await handed_in(place, pilot)
        assert "成绩册暂时没有更新" in shown
        assert keeper.trouble is not None


class StaleHome:
    """A home whose book no one can replace."""

    def __init__(self, home: object) -> None:
        self._home = home
        self.book = self

    def apart(self) -> StaleHome:
        return self

    def __getattr__(self, name: str) -> object:
        return getattr(self._home, name)

    def change(self, change: object) -> object:  # noqa: ARG002 - it refuses whatever the change
        raise MachineRefused("disk-full", file="scores.json")


async def test_language_and_theme_are_changed_from_the_palette_and_remembered() -> None:
    place = workplace()
    async with on_stage(place) as pilot:
        await press(pilot, "ctrl+p", "down", "down", "enter")
        await settled(pilot)
        assert "Open now" in grid(pilot)
        await press(pilot, "ctrl+p", "down", "enter", "end", "enter")
        assert pilot.app.theme != "quiz-dark"
    assert place.preferences.read()["language"] == "en"
    assert place.preferences.read()["theme"] == pilot.app.theme


async def test_no_picture_can_be_taken_from_the_palette_while_a_paper_is_sat() -> None:
    async with sitting_down(workplace()) as pilot:
        await press(pilot, "ctrl+p")
        shown = grid(pilot)
        assert "本页帮助" in shown
        assert "English" not in shown
        assert "截图" not in shown


async def test_earlier_results_are_found_by_the_person_themselves() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await handed_in(place, pilot)
    async with on_stage(place) as pilot:
        await press(pilot, "end", "enter", "0", "7", "enter")
        await type_text(pilot, "张三")
        await press(pilot, "enter", "enter")
        await settled(pilot)
        assert "第 1 次" in grid(pilot)
        await press(pilot, "enter")
        assert "2 分 / 满分 10 分" in grid(pilot)


async def sat_from_home(pilot: Pilot[int], *who: str) -> None:
    """Sit home's first paper and hand it in empty, whoever is asked for typed before."""
    await press(pilot, "enter", *who, "enter", "space", "enter", "f9", "f9")
    await settled(pilot)
    assert isinstance(pilot.app.screen, ResultScreen)


async def test_enter_confirms_the_person_it_asked_about_and_the_dialog_says_so() -> None:
    async with on_stage(workplace()) as pilot:
        await press(pilot, "enter", "7", "enter", "z", "enter")
        assert "Enter 是我 | Esc 不是我" in grid(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, CoverScreen)


@pytest.mark.parametrize("keys", [("escape",), ("right", "enter")])
@pytest.mark.parametrize("roster", [False, True])
async def test_whoever_is_somebody_else_types_again_at_once(keys: tuple[str, ...], roster: bool) -> None:
    place = with_roster(workplace()) if roster else workplace()
    async with on_stage(place) as pilot:
        await press(pilot, "enter", *(("0", "1", "enter") if roster else ("7", "enter", "z", "enter")), *keys)
        assert "那就请输入本人的学号" in grid(pilot)
        assert isinstance(pilot.app.screen, Who)
        await press(pilot, *(("0", "3", "enter") if roster else ("8", "enter", "y", "enter")))
        assert ("姓名：李四" if roster else "学号：8") in grid(pilot)


async def test_who_was_confirmed_is_offered_at_once_the_next_time() -> None:
    place = with_roster(workplace())
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "0", "1", "enter")
        await press(pilot, "enter")
        assert "张三 | 01" in grid(pilot).splitlines()[1]
        await press(pilot, "f5")
        assert "姓名：张三" in grid(pilot)
        await press(pilot, "escape", "0", "3", "enter", "enter", "escape")
        assert "李四 | 03" in grid(pilot).splitlines()[1]


async def test_after_an_exam_nobody_is_offered_and_home_says_no_more_of_who_has_gone() -> None:
    place = workplace(Shelf(shelf_papers=(replace(PAPER, use="exam"),)))
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "7", "enter", "z", "enter")
        await press(pilot, "enter")
        assert "z" not in grid(pilot).splitlines()[1]
        assert "已考" not in grid(pilot)
        await press(pilot, "f3")
        assert isinstance(pilot.app.screen, Who)
        assert "请确认考生" not in grid(pilot)


async def test_who_is_known_sees_what_is_done_and_earlier_results_without_being_asked_again() -> None:
    place = workplace()
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "7", "enter", "z", "enter")
        await press(pilot, "enter")
        await settled(pilot)
        assert "已考 1 次 | 最近一次 0 分" in grid(pilot)
        await press(pilot, "f3")
        assert "第 1 次" in grid(pilot)
        await press(pilot, "enter")
        assert "0 分 / 满分 10 分" in grid(pilot)


async def test_a_score_that_the_paper_does_not_show_is_not_shown_at_home() -> None:
    place = workplace(Shelf(shelf_papers=(paper(feedback="never"),)))
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "7", "enter", "z", "enter")
        await press(pilot, "enter")
        await settled(pilot)
        assert "已考 1 次" in grid(pilot)
        assert "最近一次" not in grid(pilot)


async def test_an_enter_where_nothing_was_typed_says_what_is_missing() -> None:
    async with on_stage(workplace()) as pilot:
        await press(pilot, "enter", "enter")
        assert "请先输入" in grid(pilot)


async def test_enter_goes_through_the_questions_and_never_out_of_them() -> None:
    place = workplace()
    async with sitting_down(place) as pilot:
        await handed_in(place, pilot)
        await press(pilot, "right", "enter")
        assert "第 2 题 / 共 5 题" in grid(pilot)
        assert "Enter 下一题" in grid(pilot)
        await press(pilot, *["enter"] * 20)
        assert "第 5 题 / 共 5 题" in grid(pilot)
        assert "这是最后一题，按 Esc 回到成绩" in grid(pilot)
        await press(pilot, "escape")
        assert "回执号" in grid(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "left")
        assert "这是成绩页" in grid(pilot)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_the_result_itself_is_left_by_enter_and_by_escape(key: str) -> None:
    place = workplace()
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "7", "enter", "z", "enter")
        await press(pilot, "right", "escape", key)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_result_without_questions_says_so_where_they_are_looked_for() -> None:
    place = workplace(Shelf(shelf_papers=(paper(feedback="never"),)))
    async with on_stage(place) as pilot:
        await sat_from_home(pilot, "7", "enter", "z", "enter")
        await press(pilot, "right")
        assert "没有可以逐题查看的内容" in grid(pilot)


async def test_the_cover_promises_no_score_at_once_where_a_person_has_to_mark() -> None:
    essays = replace(PAPER.sections[0], draw=Draw(type="essay", count=1))
    for sections, said in ((PAPER.sections, "交卷后即可看到成绩"), ((essays,), "成绩待阅卷后公布")):
        place = workplace(Shelf(shelf_papers=(replace(PAPER, sections=sections, full_score=None),)))
        async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
            assert said in grid(pilot)


async def test_a_paper_that_its_banks_cannot_meet_is_refused_in_words_before_any_clock_starts() -> None:
    nine = replace(PAPER.sections[0], draw=Draw(type="single_choice", count=9))
    greedy = replace(PAPER, sections=(nine,), full_score=Fraction(18))
    place = workplace(Shelf(shelf_papers=(greedy,)))
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await press(pilot, "space", "enter")
        await settled(pilot)
        assert "一、单项选择题" in grid(pilot)
        assert "现在还不行" in grid(pilot)
    assert place.home.journals.names() == ()


async def test_the_theme_is_light_where_the_terminal_is_and_nobody_chose_another() -> None:
    async with on_stage(replace(workplace(), is_light=True)) as pilot:
        assert pilot.app.theme == "quiz-light"
    chosen = replace(workplace(), is_light=True)
    chosen.preferences.remember("theme", "quiz-contrast")
    async with on_stage(chosen) as pilot:
        assert pilot.app.theme == "quiz-contrast"


@dataclass
class HeldClock(StoppedClock):
    """A clock that the app's own thread reads at once, and its workers only when they are let."""

    let: Event = field(default_factory=Event)

    def read(self) -> Moment:
        if current_thread() is not main_thread():
            assert self.let.wait(SHOWN)
        return super().read()


async def test_a_row_chosen_before_it_is_known_what_is_under_way_is_what_is_under_way() -> None:
    place = workplace()
    start(
        place.home,
        place.library,
        place.clock,
        place.chance,
        standing(place.home, place.clock, PAPER, Candidate(id="07", name="张三")),
    ).close()
    clock = HeldClock()
    app = QuizApp(replace(place, clock=clock), Language("zh", CHINA))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "正在进行" not in grid(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        clock.let.set()
        await until(pilot, lambda: "是我" in grid(pilot))


async def test_a_damaged_secret_opens_the_cover_and_is_said_by_the_start(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"0123")
    place = replace(workplace(), home=FileHome(tmp_path, chance=Random(7).randbytes))
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        assert isinstance(pilot.app.screen, CoverScreen)
        await press(pilot, "space", "enter")
        await settled(pilot)
        assert "本班的抽题密钥" in grid(pilot)
        assert pilot.app.is_running
    assert not place.home.journals.names()
