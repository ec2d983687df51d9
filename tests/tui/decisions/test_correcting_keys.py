"""Keys corrected from the committee's screens: what is pressed and typed, and what then stands on disk."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.decisions import KeyCorrected, Regraded
from quizapp.domain.candidate import Candidate
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Shuffle
from quizapp.language import Tongue
from quizapp.services.book.score_book import refresh
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from quizapp.tui.analysis.analysis import AnalysisScreen
from quizapp.tui.analysis.item import AnalysisItem
from quizapp.tui.analysis.visit import analyse
from quizapp.tui.committee_room import open_table
from quizapp.tui.decisions.correct_key import CorrectKey
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.class_of_forty import FORTY, sat_by
from tests.samples.classes.committee_class import in_front, opened, shown
from tests.samples.classes.corrected_class import key_more, put_right, sat, scores, wrongly_keyed
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.replayed_attempts import begin, pause
from tests.samples.workplace import NINE, Shelf, paper, workplace
from tests.tui.class_stage import looking, until
from tests.tui.decision_steps import fill, joined

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from quizapp.domain.attempt.decisions import Decision

CORRECT = 3
"""The place of the offer among those of a paper."""
KEY, ACCEPT, FULL, DROP = range(4)
FROM_HERE = ("", "李老师", "讲义是参谋")
"""Who decides stands there; who checks, and why."""


def of_committee(place: Workplace) -> Workplace:
    return replace(place, role="committee", staff="王班长")


def decided(place: Workplace, paper: str = "sample-paper") -> tuple[Decision, ...]:
    return place.home.decisions.read(paper)


@asynccontextmanager
async def correcting(
    place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh", paper: str = "sample-paper"
) -> AsyncIterator[Pilot[int]]:
    """Run the app with the first screen of correcting a paper open, come to from its score table."""

    async def visit(app: object, paper: str) -> None:
        await open_table(app, paper)  # type: ignore[arg-type]  # the app on the stage is a QuizApp

    async with looking(of_committee(place), visit, size, tongue, paper) as pilot:
        await press(pilot, "f7")
        await until(pilot, Pick)
        await press(pilot, *["down"] * CORRECT, "enter")
        await opened(pilot, Pick)
        await opened(pilot, ScoreTable)
        yield pilot


async def take_way(pilot: Pilot[int], way: int, question: int = 1) -> None:
    """Choose a question and how it is to be corrected."""
    await until(pilot, CorrectKey)
    await press(pilot, *["down"] * (question - 1), "enter")
    await until(pilot, Pick)
    await press(pilot, *["down"] * way, "enter")
    await until(pilot, DecisionForm)


async def look(pilot: Pilot[int]) -> str:
    """Have it said what would change; return what stands on the screen."""
    await press(pilot, "f9")
    await until(pilot, Confirm)
    return joined(grid(pilot))


async def record(pilot: Pilot[int]) -> None:
    """Have it said what would change, and confirm."""
    await look(pilot)
    await press(pilot, "f9")
    await until(pilot, Pick)


async def mark_again(pilot: Pilot[int]) -> None:
    """Take up the offer to mark again, and go through it with what was filled in before."""
    await press(pilot, "enter")
    await until(pilot, Notice)
    await press(pilot, "enter")
    await until(pilot, DecisionForm)
    await press(pilot, "f9")
    await until(pilot, Confirm)
    await press(pilot, "f9")


WAYS = ("correct_list", "correct_help", "correct_ways", "correct_form", "correct_confirm", "correct_then")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_correcting_looks_as_it_did(
    name: str, size: tuple[int, int], tmp_path: Path, snapshots: ScreenSnapshots
) -> None:
    async with correcting(sat(tmp_path), size) as pilot:
        step = WAYS.index(name)
        if name == "correct_help":
            await press(pilot, "f4")
        elif name == "correct_ways":
            await press(pilot, "enter")
            await until(pilot, Pick)
        elif step >= WAYS.index("correct_form"):
            await take_way(pilot, KEY)
            await fill(pilot, "C", *FROM_HERE)
        if step >= WAYS.index("correct_confirm"):
            await look(pilot)
        if name == "correct_then":
            await press(pilot, "f9")
            await until(pilot, Pick)
        await settled(pilot)
        seen = grid(pilot)
    snapshots.check(seen, name, size)


async def test_a_wrong_key_is_corrected_and_the_paper_marked_again_by_keys_alone(tmp_path: Path) -> None:
    place = replace(workplace(wrongly_keyed()), home=FileHome(tmp_path / "home"))
    key_more(place, tmp_path, ["01,张三,C,A,ACD,错,耳目；参谋", "05,钱七,D,A,AC,,耳目；参谋"])
    assert scores(place) == {"01": 8, "05": 7.33}
    async with correcting(place) as pilot:
        assert "答案 D | C 1 人 | D 1 人" in grid(pilot)
        await take_way(pilot, KEY)
        await fill(pilot, "c", *FROM_HERE)
        await record(pilot)
        assert scores(place) == {"01": 8, "05": 7.33}
        await mark_again(pilot)
        await shown(pilot, "已重新判分，2 人的成绩或名次有变")
        assert in_front(pilot, ScoreTable)
    assert scores(place) == {"01": 10, "05": 5.33}
    (journal,) = (tmp_path / "home").rglob("committee.jsonl")
    corrected, regraded = (json.loads(line) for line in journal.read_text("utf-8").splitlines())
    assert ("C" in json.dumps(corrected), "李老师" in json.dumps(corrected, ensure_ascii=False)) == (True, True)
    assert "讲义是参谋" in json.dumps(regraded, ensure_ascii=False)
    assert '"key-corrected"' in (tmp_path / "home" / "log.jsonl").read_text("utf-8")


async def test_who_would_cross_the_pass_mark_is_said_before_anything_is_recorded(tmp_path: Path) -> None:
    place = sat(tmp_path)
    async with correcting(place) as pilot:
        await take_way(pilot, KEY)
        await fill(pilot, "C", *FROM_HERE)
        seen = await look(pilot)
        assert "《样卷》第1题：答案由D改为C。" in seen
        assert "全部12人的成绩或名次都有变" in seen
        assert "变为及格3人：09郑一、12褚四、03王五。" in seen
        assert "变为不及格2人：05钱七、04赵六。" in seen
        assert "经办：王班长，复核：李老师。" in seen
        await press(pilot, "enter")
        await until(pilot, DecisionForm)
        assert "讲义是参谋" in grid(pilot)
        await press(pilot, "escape")
        await until(pilot, CorrectKey)
    assert decided(place) == ()


@pytest.mark.parametrize(
    ("way", "question", "typed", "how", "told"),
    [
        (ACCEPT, 1, ["C"], "accept", "《样卷》第1题：C也算对。"),
        (ACCEPT, 5, ["；幕僚"], "accept", "第2空填“幕僚”也算对"),
        (KEY, 4, ["对"], "key", "答案由错改为对"),
        (FULL, 1, [], "full", "所有人给满分"),
        (DROP, 1, [], "drop", "满分由10分变为8分"),
    ],
)
async def test_every_way_is_said_then_recorded_and_waits_to_be_marked_again(
    way: int, question: int, typed: list[str], how: str, told: str, tmp_path: Path
) -> None:
    place = sat(tmp_path)
    before = scores(place)
    async with correcting(place) as pilot:
        await take_way(pilot, way, question)
        # With nothing of its own to fill in, the reason has the cursor at once.
        await fill(pilot, *(typed + list(FROM_HERE) if typed else ["讲义是参谋"]))
        assert told in await look(pilot)
        await press(pilot, "f9")
        await until(pilot, Pick)
        await press(pilot, "end", "enter")
        await shown(pilot, "还没有重新判分")
        assert "有 1 处更正还没有生效" in grid(pilot)
    (one,) = decided(place)
    assert isinstance(one, KeyCorrected)
    assert (one.question, one.how, one.by, one.why) == (question, how, "王班长", "讲义是参谋")
    assert scores(place) == before


async def test_several_questions_are_corrected_in_turn_and_marked_again_once(tmp_path: Path) -> None:
    place = sat(tmp_path)
    async with correcting(place) as pilot:
        await take_way(pilot, KEY)
        await fill(pilot, "C", *FROM_HERE)
        await record(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, CorrectKey)
        assert "答案 C（已更正，等着重新判分）" in grid(pilot)
        await take_way(pilot, DROP, 2)
        await fill(pilot, "题出错了")
        assert "以前还没有生效的1处更正" in await look(pilot)
        await press(pilot, "f9")
        await until(pilot, Pick)
        await mark_again(pilot)
        await shown(pilot, "已重新判分")
    first, second, again = decided(place)
    assert isinstance(first, KeyCorrected)
    assert isinstance(second, KeyCorrected)
    assert isinstance(again, Regraded)
    assert (first.question, second.question, again.corrections, again.why) == (1, 2, 2, "题出错了")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["E", "", "", "答案有误"], "E"),
        (["D", "", "", "答案有误"], "已经是这样，没有需要更正的"),
        (["?", "", "", "答案有误"], "不能作第1题的答案"),
        (["C", "", "张三", "答案有误"], "张三是有关的考生"),
        (["C", "", "", " "], "“理由”还空着"),
    ],
)
async def test_what_cannot_be_done_is_said_in_the_form_and_nothing_is_recorded(
    typed: list[str], told: str, tmp_path: Path
) -> None:
    place = sat(tmp_path)
    async with correcting(place) as pilot:
        await take_way(pilot, KEY)
        await fill(pilot, *typed)
        await press(pilot, "f9")
        for _ in range(100):
            await settled(pilot)
            if in_front(pilot, DecisionForm) and told in joined(grid(pilot)):
                break
            await pilot.pause(0.02)
        assert in_front(pilot, DecisionForm)
        assert told in joined(grid(pilot))
        assert "改答案" in grid(pilot)
    assert decided(place) == ()


async def test_where_forms_differ_one_is_asked_for_and_the_question_is_corrected_on_all_of_them(tmp_path: Path) -> None:
    rules = paper(forms=2, shuffle=Shuffle(options=True))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=wrongly_keyed().shelf_banks))
    key_more(place, tmp_path, ("01,张三,A,B,,,,", "02,李四,B,B,,,,"), rules, "学号,姓名,卷别,1,2,3,4,5")
    async with correcting(place) as pilot:
        assert in_front(pilot, Pick)
        assert "A 卷 | 1 份答卷" in grid(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, CorrectKey)
        assert "B 卷" in grid(pilot)
        await take_way(pilot, KEY)
        assert "字母按 B 卷上的" in grid(pilot)
        row = next(line for line in grid(pilot).splitlines() if "参谋" in line)
        letter = row[row.index("参谋") - 2]
        await fill(pilot, letter, *FROM_HERE)
        assert "A、B卷上的这道题一起更正" in await look(pilot)
        await press(pilot, "f9")
        await until(pilot, Pick)
    first, second = decided(place)
    assert isinstance(first, KeyCorrected)
    assert isinstance(second, KeyCorrected)
    assert first.form != second.form
    assert (first.item, second.item) == ("s-1", "s-1")
    assert [_right(one) for one in (first, second)] == ["参谋", "参谋"]


def _right(correction: KeyCorrected) -> str:
    """Return the option that a correction makes the key."""
    assert isinstance(correction.keyed, SingleChoice)
    return correction.keyed.options["ABCD".index(correction.keyed.key)]


async def test_where_everybody_has_a_form_of_their_own_letters_are_the_banks(tmp_path: Path) -> None:
    rules = paper(per_candidate=True, shuffle=Shuffle(options=True))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=wrongly_keyed().shelf_banks))
    for id, name in (("07", "赵七"), ("08", "孙八")):
        sitting = begin(place, rules, who=Candidate(id=id, name=name))
        sitting.hand_in()
        sitting.close()
        pause(place, minutes=1)
    refresh(place.home, (), place.class_id, place.clock.read().at)
    async with correcting(place) as pilot:
        await until(pilot, CorrectKey)
        assert "每人一套卷，按题库的次序" in grid(pilot)
        await type_text(pilot, "s-1")
        await take_way(pilot, KEY)
        assert "字母按题库里的次序" in grid(pilot)
        await fill(pilot, "C", *FROM_HERE)
        assert "各人卷上的这道题（2套）一起更正" in await look(pilot)
        await press(pilot, "f9")
        await until(pilot, Pick)
    assert [_right(one) for one in decided(place) if isinstance(one, KeyCorrected)] == ["参谋", "参谋"]


async def test_an_essay_can_only_be_given_to_all_or_left_out() -> None:
    place = essay_workplace()
    hand_in(place, "07", "赵七", "第一时间报告", "很有收获")
    async with correcting(place, paper="essay-paper") as pilot:
        await until(pilot, CorrectKey)
        assert "由人阅卷" in grid(pilot)
        await type_text(pilot, "2")
        await press(pilot, "enter")
        await until(pilot, Pick)
        assert "全员给分" in grid(pilot)
        assert "改答案" not in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, DecisionForm)
        await fill(pilot, "题出错了")
        seen = await look(pilot)
        assert "没有人的成绩和名次有变" in seen
        assert "1人的简答还没有阅完" in seen


async def test_what_somebody_is_sitting_shows_neither_question_nor_key(tmp_path: Path) -> None:
    place = sat(tmp_path)
    begin(place, who=Candidate(id="77", name="郑十"))
    async with correcting(place) as pilot:
        await until(pilot, CorrectKey)
        seen = grid(pilot)
        assert "1. （有人正在考这道题，交卷后才显示）" in seen
        assert "五种角色" not in seen
        assert "答案 D" not in seen
        await take_way(pilot, KEY)
        assert "参谋" not in grid(pilot)
        await fill(pilot, "C", *FROM_HERE)
        seen = await look(pilot)
        assert "答案改为C" in seen
        assert "由D" not in seen


async def test_while_others_may_still_come_questions_show_and_keys_do_not(tmp_path: Path) -> None:
    rules = paper(opens=NINE - timedelta(hours=1), closes=NINE + timedelta(hours=2))
    place = sat(tmp_path, rules=rules, library=replace(wrongly_keyed(), shelf_papers=(rules,)))
    async with correcting(place) as pilot:
        await until(pilot, CorrectKey)
        assert "五种角色" in grid(pilot)
        assert "考试时间还没有结束，不显示答案" in grid(pilot)
        assert "C 8 人" not in grid(pilot)


async def test_a_question_is_found_by_its_number_or_its_words(tmp_path: Path) -> None:
    async with correcting(sat(tmp_path)) as pilot:
        await until(pilot, CorrectKey)
        await type_text(pilot, "4")
        assert "1 / 5 题" in grid(pilot)
        assert "> 4. 办公室主任" in grid(pilot)
        await press(pilot, "escape")
        assert "> 4. 办公室主任" in grid(pilot)
        await type_text(pilot, "四博")
        assert "> 3. 下列属于" in grid(pilot)
        await type_text(pilot, "没有的")
        assert "没有找到" in grid(pilot)
        await press(pilot, "enter")
        assert in_front(pilot, CorrectKey)


async def test_a_paper_nobody_sat_has_nothing_to_correct_and_says_so() -> None:
    place = workplace(Shelf(shelf_papers=(paper(closes=NINE + timedelta(hours=2)),)))
    async with correcting(place) as pilot:
        await until(pilot, Notice)
        assert "没有可以更正的题" in joined(grid(pilot))


async def test_the_suspected_key_is_corrected_from_the_analysis_which_is_worked_out_again(tmp_path: Path) -> None:
    place = of_committee(sat_by(FORTY, tmp_path))
    async with looking(place, analyse) as pilot:
        assert "疑似错答案" in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, AnalysisItem)
        await press(pilot, "f6")
        await until(pilot, Pick)
        assert "第 3 题：怎么更正？" in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, DecisionForm)
        await fill(pilot, "D", *FROM_HERE)
        await record(pilot)
        assert "接着更正别的题" not in grid(pilot)
        await mark_again(pilot)
        await until(pilot, AnalysisScreen)
        await shown(pilot, "已重新判分")
        assert "疑似错答案" not in grid(pilot)
    first, second = decided(place, "class-paper")[-2:]
    assert isinstance(first, KeyCorrected)
    assert (first.item, first.answer) == ("s-3", ("D",))
    assert isinstance(second, Regraded)


async def test_going_back_from_the_analysis_changes_nothing_and_stays_at_the_item(tmp_path: Path) -> None:
    place = of_committee(sat_by(FORTY, tmp_path))
    async with looking(place, analyse) as pilot:
        await press(pilot, "enter")
        await until(pilot, AnalysisItem)
        await press(pilot, "f6")
        await until(pilot, Pick)
        await press(pilot, "escape")
        await until(pilot, AnalysisItem)
    assert not any(isinstance(one, KeyCorrected) for one in decided(place, "class-paper"))


@pytest.mark.parametrize(("tongue", "last"), [("zh", "| Esc 返回"), ("en", "| Esc back")])
async def test_no_key_of_the_list_is_cut_off(tongue: Tongue, last: str, tmp_path: Path) -> None:
    async with correcting(sat(tmp_path), tongue=tongue) as pilot:
        await until(pilot, CorrectKey)
        assert grid(pilot).endswith(last)


async def test_what_was_corrected_elsewhere_meanwhile_is_said(tmp_path: Path) -> None:
    place = sat(tmp_path)
    async with correcting(place) as pilot:
        await take_way(pilot, KEY)
        await fill(pilot, "C", *FROM_HERE)
        await look(pilot)
        put_right(place, "1", "key", "C")
        await press(pilot, "f9")
        await shown(pilot, "已经是这样")
        assert in_front(pilot, DecisionForm)
    assert len(decided(place)) == 1
