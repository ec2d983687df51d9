"""What a decision asks before it is taken: a name, a reason, a second look, and what refuses it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.decisions import MarkOverridden
from quizapp.domain.errors import MachineRefused
from quizapp.tui.decisions.kinds import DECISIONS
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import WIDE, burst, grid, press, type_text
from tests.samples.classes.committee_class import MISSING, SITS, at_table, class_of_five, in_front, opened, shown
from tests.samples.classes.recorded_decisions import voided
from tests.tui.decision_steps import OVERRIDE, VOID, ask, choose, decided, fill, settle

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize("own", ["02", "李四", " 李 四 "])
@pytest.mark.parametrize("role", ["by", "checked_by"])
async def test_nobody_decides_or_checks_about_themselves(own: str, role: str) -> None:
    place = replace(class_of_five(), staff="" if role == "by" else "王班长")
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        if role == "checked_by":
            await press(pilot, "shift+tab")
        await fill(pilot, own, *([""] if role == "by" else []), "没考好")
        await press(pilot, "f9")
        await shown(pilot, "是有关的考生")
        assert in_front(pilot, DecisionForm)
        assert "没考好" in grid(pilot)
    assert decided(place) == ()


async def test_nothing_is_decided_without_a_reason() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await press(pilot, "f9")
        assert "“理由”还空着" in grid(pilot)
        assert in_front(pilot, DecisionForm)
        await type_text(pilot, "  ")
        await press(pilot, "f9")
        assert in_front(pilot, DecisionForm)
    assert decided(place) == ()


async def test_a_field_is_not_said_to_be_empty_once_something_stands_in_it() -> None:
    async with at_table(class_of_five()) as pilot:
        await choose(pilot, "02", VOID)
        assert "左右键" not in grid(pilot)  # there is nothing to choose among
        await press(pilot, "f9")
        assert "“理由”还空着" in grid(pilot)
        await type_text(pilot, "替考")
        assert "还空着" not in grid(pilot)


async def test_enter_alone_decides_nothing_and_what_was_typed_stays() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await press(pilot, "enter")
        await opened(pilot, DecisionForm)
        assert in_front(pilot, Confirm)
        await press(pilot, "enter")
        await opened(pilot, Confirm)
        assert in_front(pilot, DecisionForm)
        assert "替考" in grid(pilot)
        await press(pilot, "escape")
        assert in_front(pilot, ScoreTable)
    assert decided(place) == ()


async def test_what_is_typed_at_once_goes_into_the_fields_it_was_meant_for() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", OVERRIDE)
        await burst(pilot, ["1", "enter", "2", "enter", "enter", "enter", "o", "k"])
        await settle(pilot, told="第 1 题改为 2 分")
    (one,) = decided(place)
    assert isinstance(one, MarkOverridden)
    assert (one.question, one.marks, one.why) == (1, Fraction(2), "ok")


@pytest.mark.parametrize(("question", "marks"), [("9", "1"), ("1", "3"), ("1", "-1"), ("一", "1"), ("1", "多")])
async def test_marks_that_a_question_cannot_have_are_refused_in_the_form(question: str, marks: str) -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", OVERRIDE)
        await fill(pilot, question, marks, "", "", "复核")
        await press(pilot, "f9")
        await opened(pilot, DecisionForm)
        if in_front(pilot, Confirm):
            await press(pilot, "f9")
            await opened(pilot, Confirm)
        assert in_front(pilot, DecisionForm)
        assert "复核" in grid(pilot)
    assert decided(place) == ()


@pytest.mark.parametrize(
    ("id", "offered"),
    [
        ("02", ["note", "override", "reassign", "void"]),
        (SITS, ["extend", "close", "note"]),
        (MISSING, ["note"]),
    ],
)
async def test_only_what_fits_is_offered(id: str, offered: list[str]) -> None:
    async with at_table(class_of_five()) as pilot:
        await type_text(pilot, id)
        await press(pilot, "f6")
        await opened(pilot, ScoreTable)
        seen = grid(pilot)
        language = pilot.app.language  # type: ignore[attr-defined]  # the app under test is a QuizApp
        assert [kind.code for kind in DECISIONS if language.say(f"committee.{kind.code}_note") in seen] == [
            kind.code for kind in DECISIONS if kind.code in offered
        ]


async def test_what_another_program_did_meanwhile_is_said_and_nothing_is_done_twice() -> None:
    place = class_of_five()
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await ask(pilot)
        voided(place, "02", why="另一台机器")
        await press(pilot, "f9")
        await shown(pilot, "已经作废")
        assert in_front(pilot, DecisionForm)
    assert len(decided(place)) == 1


@dataclass
class Second:
    """A second place that counts its copies, or is full."""

    folder: str = "/mnt/second"
    is_full: bool = False
    copies: list[int] = field(default_factory=list)

    def check(self) -> None:
        pass

    def copy(self) -> None:
        self.copies.append(1)
        if self.is_full:
            raise MachineRefused("disk-full", file=self.folder)


async def test_the_second_copy_is_brought_up_to_date_after_a_decision_and_not_before() -> None:
    second = Second()
    place = replace(class_of_five(), second_place=second)
    async with at_table(place) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await ask(pilot)
        assert second.copies == []
        await press(pilot, "f9")
        await shown(pilot, "已作废")
    assert second.copies == [1]


async def test_a_second_copy_that_failed_is_told_and_the_decision_holds() -> None:
    place = replace(class_of_five(), second_place=Second(is_full=True))
    async with at_table(place, WIDE) as pilot:
        await choose(pilot, "02", VOID)
        await fill(pilot, "替考")
        await settle(pilot, told="/mnt/second")
    assert len(decided(place)) == 1
