"""讲评 on screen: from the worst to the best, a step at a key, covered where somebody begins, and no names."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.papers.paper import Section
from quizapp.services.decisions.regrading import regrade
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.analysis import debrief as debrief_screen
from quizapp.tui.analysis.debrief import DebriefScreen
from quizapp.tui.analysis.visit import debrief
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.notices import Help, Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.class_of_all_types import PAPER, SINGLES, answers_of, library
from tests.samples.classes.class_of_forty import FORTY, TWELVE, sat_by
from tests.samples.classes.corrected_class import DECIDER, put_right, sat, wrongly_keyed
from tests.samples.replayed_attempts import begin
from tests.samples.workplace import NINE, paper
from tests.tui.class_stage import looking, running_text, shown_after, until

TO_BLANK = ("enter", "right", "right", "right")
"""Past the notice to the question that is typed into."""
TO_ESSAY = ("enter", "right", "right")
WAYS: dict[str, tuple[str, ...]] = {
    "debrief_notice": (),
    "debrief_asked": ("enter",),
    "debrief_chosen": ("enter", "enter"),
    "debrief_told": ("enter", "enter", "enter"),
    "debrief_ordering": ("enter", "right", "enter", "enter"),
    "debrief_essay": (*TO_ESSAY, "enter", "enter"),
    "debrief_blank": (*TO_BLANK, "enter", "enter"),
    "debrief_list": ("enter", "f3"),
    "debrief_help": ("enter", "f4"),
}


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Return one class for all tests that only look at it."""
    return sat_by(FORTY, tmp_path_factory.mktemp("forty"))


def place_of(shown: str) -> str:
    """Return which question of how many is on screen."""
    return shown.splitlines()[0].split("第 ")[-1].split(" 道")[0]


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_debrief_looks_as_it_did(
    name: str, size: tuple[int, int], forty: Workplace, snapshots: ScreenSnapshots
) -> None:
    async with looking(forty, debrief, size) as pilot:
        shown = await shown_after(pilot, *WAYS[name])
    snapshots.check(shown, name, size)


async def test_a_key_that_may_be_wrong_is_told_before_a_room_sees_it(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        assert isinstance(pilot.app.screen, Notice)
        assert "第3题（s-3）疑似错答案" in running_text(pilot)
        await press(pilot, "enter")
        await until(pilot, DebriefScreen)


async def test_a_key_shows_the_choices_another_the_answer_and_a_third_the_next_question(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        asked = await shown_after(pilot, "enter")
        assert "D  博学多才" in asked
        assert "###" not in asked
        chosen = await shown_after(pilot, "enter")
        assert "70%    28 人" in chosen
        assert "答案" not in chosen.split("-" * 80)[1]
        told = await shown_after(pilot, "enter")
        assert "A  博览群书 <- 答案" in told
        assert "答案：A" in told
        assert "解析：见讲义第三章" in told
        assert place_of(await shown_after(pilot, "enter")) == "2"


@pytest.mark.parametrize("forward", ["enter", "space", "pagedown"])
async def test_a_presenters_remote_goes_on_and_back(forty: Workplace, forward: str) -> None:
    async with looking(forty, debrief) as pilot:
        await shown_after(pilot, "enter", forward)
        assert "答案：A" in await shown_after(pilot, forward)
        assert place_of(await shown_after(pilot, forward)) == "2"
        assert "答案：A" in await shown_after(pilot, "pageup")
        assert "答案：A" not in await shown_after(pilot, "pageup")
        assert "###" not in await shown_after(pilot, "pageup")


async def test_questions_come_from_the_worst_to_the_best_and_none_is_left_out(forty: Workplace) -> None:
    shown = answers_of(forty).shown
    async with looking(forty, debrief) as pilot:
        assert "这是第一道" in await shown_after(pilot, "enter", "left")
        for place, item in enumerate(shown, 1):
            text = grid(pilot)
            assert place_of(text) == str(place)
            assert f"  {item.item.number}. " in text
            await press(pilot, "right")
        assert "这是最后一道" in grid(pilot)
    assert shown[0].item.item == "s-3"


async def test_no_name_is_anywhere_on_any_step_of_any_question(forty: Workplace) -> None:
    found = answers_of(forty)
    assert {"学员07", "欧阳缺考"} <= set(found.names)
    assert any("学员07和欧阳缺考" in one.response[0] for one in found.given["f-1"] if one.response)
    screens = []
    async with looking(forty, debrief, WIDE) as pilot:
        screens.append(await shown_after(pilot, "enter"))
        for _ in range(3 * len(found.shown)):
            await press(pilot, "enter")
            screens.append(grid(pilot))
        screens.append(await shown_after(pilot, "f3"))
    everything = "".join("".join(screens).split())
    assert "管家" in everything
    assert not [name for name in found.names if name in everything]
    assert "学员" not in everything


async def test_a_question_is_come_back_to_as_it_was_left(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        await shown_after(pilot, "enter", "enter", "right")
        assert "70%    28 人" in await shown_after(pilot, "left")


async def test_a_list_leads_to_any_question_worst_first(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        shown = await shown_after(pilot, "enter", "f3")
        assert isinstance(pilot.app.screen, Pick)
        shares = [int(line.split("%")[0].split()[-1]) for line in shown.splitlines() if "%  第" in line]
        assert shares == sorted(shares)
        assert len(shares) == 13
        assert place_of(await shown_after(pilot, "down", "down", "enter")) == "3"


async def test_texts_of_the_bank_are_shown_as_they_stand(tmp_path: Path) -> None:
    marked = replace(
        SINGLES[2],
        key="A",
        stem="[b]“四博”[/] 里 [@click=app.quit]第一[/]（  ）。",
        options=("[red]博览[/]", "[/", "{1} $x", "D\\[0]"),
        rationale="[/]见[link]",
    )
    async with looking(sat_by(FORTY, tmp_path, library(marked)), debrief) as pilot:
        shown = await shown_after(pilot, "enter", "enter", "enter")
        for text in ("[b]“四博”[/] 里 [@click=app.quit]第一[/]", "[red]博览[/] <- 答案", "B  [/", "{1} $x", "D\\[0]"):
            assert text in shown
        assert "解析：[/]见[link]" in shown
        assert "[b]“四博”[/] 里 [@c" in await shown_after(pilot, "f3")


async def test_an_essay_shows_bands_then_its_model_and_rubric(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        await shown_after(pilot, *TO_ESSAY)
        assert "3.2-4 分" in await shown_after(pilot, "enter")
        told = await shown_after(pilot, "enter")
        assert "参考答案：第一时间报告" in told
        assert "- 立即报告" in told


async def test_a_blank_shows_common_wrong_answers_then_all_that_is_right(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        await shown_after(pilot, *TO_BLANK)
        assert "耳目 | 4 人" in await shown_after(pilot, "enter")
        told = await shown_after(pilot, "enter")
        assert "答案：参谋" in told
        assert "也算对：助手" in told


async def test_the_material_of_a_case_is_a_key_away(forty: Workplace) -> None:
    found = answers_of(forty)
    asked = replace(found.questions["s-3"], stimulus="[b]某市发来急电。[/]")

    async def visit(app: QuizApp, paper: str) -> None:
        await app.push_screen_wait(DebriefScreen(replace(found, questions={**found.questions, "s-3": asked})))

    async with looking(forty, visit) as pilot:
        assert "F2" not in await shown_after(pilot, "right", "f2")
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert "F2 材料" in await shown_after(pilot, "left")
        shown = await shown_after(pilot, "f2")
        assert isinstance(pilot.app.screen, Notice)
        assert "[b]某市发来急电。[/]" in shown


async def test_what_somebody_begins_to_sit_is_covered_at_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = sat(tmp_path)
    monkeypatch.setattr(debrief_screen, "LOOK", 0.01)
    async with looking(place, debrief, paper="sample-paper") as pilot:
        assert "跟班" in await shown_after(pilot, "enter", "enter", "enter")
        begin(place, who=Candidate(id="77", name="郑十"))
        for _ in range(300):
            await settled(pilot)
            if "刚有人开始考" in grid(pilot):
                break
            await pilot.pause(0.01)
        covered = grid(pilot)
        assert "刚有人开始考" in covered
        for text in ("跟班", "五种角色", "答案", "参谋"):
            assert text not in covered
        listed = await shown_after(pilot, "f3")
        assert "（正有人在考）" in listed
        assert "五种角色" not in listed


async def test_where_all_is_being_sat_or_awaited_nothing_is_shown(tmp_path: Path) -> None:
    place = sat(tmp_path)
    begin(place, who=Candidate(id="77", name="郑十"))
    async with looking(place, debrief, paper="sample-paper") as pilot:
        assert "都正有人在考" in running_text(pilot)
        await press(pilot, "enter")
        await until(pilot, HomeScreen)
    rules = paper(opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
    awaited = sat(tmp_path, rules=rules, library=replace(wrongly_keyed(), shelf_papers=(rules,)))
    async with looking(awaited, debrief, paper="sample-paper") as pilot:
        assert "考试时间还没有结束" in running_text(pilot)
        await press(pilot, "enter")
        await until(pilot, HomeScreen)


async def test_what_another_paper_asks_now_is_held_back_and_counted(tmp_path: Path) -> None:
    other = replace(paper(), id="other", sections=(Section(title="一", items=("s-2",), marks=paper().full_score),))
    place = sat(tmp_path, library=replace(wrongly_keyed(), shelf_papers=(paper(), other)))
    begin(place, other, Candidate(id="77", name="郑十"))
    async with looking(place, debrief, paper="sample-paper") as pilot:
        shown = await shown_after(pilot, "enter")
        assert "有 1 题正有人在考，先不讲" in shown
        assert "共 4 道" in shown


async def test_a_correction_is_waited_for_and_then_the_corrected_key_is_told(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "key", "C")
    async with looking(place, debrief, paper="sample-paper") as pilot:
        assert "有1处更正还没有重新判分" in running_text(pilot)
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    async with looking(place, debrief, paper="sample-paper") as pilot:
        assert isinstance(pilot.app.screen, DebriefScreen)
        await shown_after(pilot, "f3")
        places = [item.item.item for item in pilot.app.screen_stack[-2]._items]  # type: ignore[attr-defined]  # the debrief
        told = await shown_after(pilot, "home", *["down"] * places.index("s-1"), "enter", "enter", "enter")
        assert "C  参谋 <- 答案" in told


async def test_marks_given_to_all_are_said(tmp_path: Path) -> None:
    place = sat(tmp_path)
    put_right(place, "1", "full")
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    async with looking(place, debrief, paper="sample-paper") as pilot:
        await shown_after(pilot, "f3", "end", "enter", "enter")
        assert "已更正为人人满分" in await shown_after(pilot, "enter")


async def test_a_class_of_twelve_is_gone_through_as_well(tmp_path: Path) -> None:
    async with looking(sat_by(TWELVE, tmp_path), debrief) as pilot:
        assert "共 13 道" in await shown_after(pilot, "enter")


async def test_on_a_small_screen_all_bars_are_seen_and_the_share_stands_above(forty: Workplace) -> None:
    async with looking(forty, debrief, (60, 18)) as pilot:
        shown = await shown_after(pilot, "enter", "enter")
        assert "得分率 15%" in shown.splitlines()[0]
        assert "70%    28 人" in shown
        await pilot.resize_terminal(*WIDE)
        await settled(pilot)
        assert "得分率 15%" not in grid(pilot)
        assert "70%    28 人" in grid(pilot)


async def test_help_explains_the_keys_and_the_paper_is_left_by_escape(forty: Workplace) -> None:
    async with looking(forty, debrief) as pilot:
        shown = await shown_after(pilot, "enter", "f4")
        assert isinstance(pilot.app.screen, Help)
        assert "没有任何人的名字" in running_text(pilot)
        assert "F3" in shown
        await shown_after(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_all_of_it_is_there_in_english(forty: Workplace) -> None:
    async with looking(forty, debrief, tongue="en", paper=PAPER.id) as pilot:
        assert "Enter key" in await shown_after(pilot, "enter", "enter")
        assert "Key: A" in await shown_after(pilot, "enter")
