"""Two of the committee at once: what was confirmed on a screen is what is done, or it is said why it is not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.attempt.decisions import KeyCorrected, MarkOverridden, Noted, Regraded, Reinstated, Voided
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.decisions import attempt_decisions
from quizapp.tui.committee_room import PAPER_OFFERS
from quizapp.tui.decisions.kinds import DECISIONS
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import grid, press, type_text
from tests.samples.classes.committee_class import at_table, class_of_five, docs, in_front, opened, shown
from tests.samples.classes.corrected_class import put_right
from tests.tui.decision_steps import (
    NOTE,
    OVERRIDE,
    VOID,
    ask,
    choose,
    decided,
    fill,
    joined,
    settle,
    with_one_elsewhere,
)

if TYPE_CHECKING:
    from textual.pilot import Pilot

OTHER = Marker(by="李副班长", checked_by="赵老师", why="另查")


async def test_marks_that_another_changed_meanwhile_are_told_and_asked_for_again() -> None:
    place = class_of_five()
    (doc,) = docs(place, "02")
    async with at_table(place) as pilot:
        await choose(pilot, "02", OVERRIDE)
        await fill(pilot, "1", "1.5", "", "李老师", "说得通")
        await ask(pilot)
        attempt_decisions.override(place, doc["attempt"], 1, Fraction(1), OTHER)
        await press(pilot, "f9")
        seen = await shown(pilot, "李副班长")
        assert in_front(pilot, DecisionForm)
        assert "又作了决定：第1题改为1分" in joined(seen)
        assert len(decided(place)) == 1
        # everything typed still stands, and what is shown now is what stands now
        assert "由1分改为1.5分" in joined(await ask(pilot))
        await press(pilot, "f9")
        await shown(pilot, "第 1 题改为 1.5 分")
    assert [one.marks for one in decided(place) if isinstance(one, MarkOverridden)] == [1, Fraction(3, 2)]


async def test_a_note_that_the_table_did_not_show_is_told_before_it_is_replaced() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        attempt_decisions.note(place, "sample-paper", "05", "misconduct", OTHER)
        await choose(pilot, "05", NOTE)
        await type_text(pilot, "病假")
        await ask(pilot)
        await press(pilot, "f9")
        assert "05记为违纪" in joined(await shown(pilot, "违纪"))
        assert in_front(pilot, DecisionForm)
        assert [one.note for one in decided(place) if isinstance(one, Noted)] == ["misconduct"]
        await settle(pilot, told="已记为缓考")
    assert [one.note for one in decided(place) if isinstance(one, Noted)] == ["misconduct", "deferred"]


async def test_what_is_void_already_is_said_and_an_annulment_is_taken_back_on_screen() -> None:
    place = class_of_five()
    (doc,) = docs(place, "02")
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await ask(pilot)
        attempt_decisions.void(place, doc["attempt"], OTHER)
        await press(pilot, "f9")
        await shown(pilot, "已经作废")
        await press(pilot, "escape")
        await shown(pilot, "成绩作废")
        await press(pilot, "f6")
        await opened(pilot, ScoreTable)
        assert "撤销作废" in grid(pilot)
        table = pilot.app.screen_stack[-2]
        assert isinstance(table, ScoreTable)
        assert table.line is not None
        fitting = [kind.code for kind in DECISIONS if kind.fits(table.line)]
        await press(pilot, *["down"] * fitting.index("reinstate"), "enter")
        await shown(pilot, "经办")
        await fill(pilot, "查清是本人")
        assert "作废撤销" in joined(await ask(pilot))
        await press(pilot, "f9")
        await shown(pilot, "作废已撤销")
    assert [type(one) for one in decided(place)] == [Voided, Reinstated]
    assert docs(place, "02")[0]["status"] == "marked"


async def test_where_decisions_are_checked_the_form_asks_for_who_did() -> None:
    place = replace(class_of_five(), two_persons=True)
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        # The cursor begins at the first field that is to be filled in, who checks among them.
        await fill(pilot, " 王班长", "替考")
        await press(pilot, "f9")
        assert "都是王班长：要两个人" in joined(await shown(pilot, "要两个人"))
        await press(pilot, "shift+tab", *["backspace"] * 3, "f9")
        await shown(pilot, "还空着")
        assert decided(place) == ()
        await fill(pilot, "李老师")
        await settle(pilot, told="第 1 次已作废")
    (one,) = decided(place)
    assert (one.by, one.checked_by, one.why) == ("王班长", "李老师", "替考")


async def regrading(pilot: Pilot[int]) -> None:
    """Open the offer of marking the paper again and look at what it would change."""
    await press(pilot, "f7")
    await opened(pilot, ScoreTable)
    titles = [offer.title for offer in PAPER_OFFERS]
    await press(pilot, *["down"] * titles.index("committee.regrade"), "enter")
    await shown(pilot, "试算")
    assert in_front(pilot, Notice)


async def test_marking_again_does_what_was_counted_and_another_members_correction_is_shown_first() -> None:
    place = class_of_five()
    put_right(place, "1", "key", "A", decider=OTHER)
    async with at_table(place) as pilot:
        await regrading(pilot)
        await press(pilot, "enter")
        await opened(pilot, Notice)
        await fill(pilot, "第一题答案有误")
        assert "2人的成绩" in joined(await ask(pilot)) or "人的成绩或名次有变" in joined(grid(pilot))
        assert in_front(pilot, Confirm)
        put_right(place, "4", "key", "对", decider=OTHER)
        await press(pilot, "f9")
        seen = await shown(pilot, "没有重新判分")
        assert "第4题（试题t-1）更正了答案" in joined(seen)
        assert not any(isinstance(one, Regraded) for one in decided(place))
        await press(pilot, "enter")
        assert "t-1" in await shown(pilot, "试算")
        await press(pilot, "enter")
        await opened(pilot, Notice)
        # who and why were said before
        await ask(pilot)
        assert in_front(pilot, Confirm), grid(pilot)
        await press(pilot, "f9")
        await shown(pilot, "已重新判分")
    corrections = [one for one in decided(place) if isinstance(one, KeyCorrected)]
    (regraded,) = [one for one in decided(place) if isinstance(one, Regraded)]
    assert (regraded.corrections, regraded.why) == (len(corrections), "第一题答案有误")


async def test_half_an_attempt_from_another_machine_is_annulled_on_screen() -> None:
    place = with_one_elsewhere()
    async with at_table(place) as pilot:
        await type_text(pilot, "05")
        await press(pilot, "f6")
        await opened(pilot, ScoreTable)
        table = pilot.app.screen_stack[-2]
        assert isinstance(table, ScoreTable)
        assert table.line is not None
        offered = [kind.code for kind in DECISIONS if kind.fits(table.line)]
        assert offered == ["close", "note", "reassign", "void"]
        await press(pilot, *["down"] * offered.index("void"), "enter")
        await shown(pilot, "经办")
        await fill(pilot, "机器坏了，在别处重考")
        await settle(pilot, told="已作废")
    assert [type(one) for one in decided(place)] == [Voided]
    assert docs(place, "05")[0]["status"] == "void"
