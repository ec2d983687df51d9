"""Home opens the rooms that the machine's role has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.tui.committee_room import CommitteeRoom
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import grid, on_stage, press, settled
from tests.samples.classes.committee_class import class_of_five, in_front, opened
from tests.samples.teacher_workplace import TeacherPlace

TEACHING, KEYING, COMMITTEE = "看题、改题", "录入纸笔答卷", "成绩管理"


@pytest.mark.parametrize(
    ("role", "has_staff", "rooms"),
    [
        ("", False, set()),
        ("", True, {TEACHING, KEYING, COMMITTEE}),
        ("trainee", True, set()),
        ("teacher", False, {TEACHING}),
        ("committee", False, {TEACHING, KEYING, COMMITTEE}),
    ],
)
async def test_home_opens_the_rooms_of_the_role(tmp_path: Path, role: str, has_staff: bool, rooms: set[str]) -> None:
    place = replace(TeacherPlace(tmp_path).workplace, role=role, has_staff=has_staff)
    async with on_stage(place, size=(120, 60)) as pilot:
        await settled(pilot)
        assert {room for room in (TEACHING, KEYING, COMMITTEE) if room in grid(pilot)} == rooms


@pytest.mark.parametrize(("role", "opens"), [("committee", True), ("teacher", False), ("trainee", False)])
async def test_a_key_opens_the_committees_room_where_there_is_one(role: str, opens: bool) -> None:
    async with on_stage(replace(class_of_five(), role=role)) as pilot:
        assert ("F6 成绩管理" in grid(pilot)) is opens
        await press(pilot, "f6")
        await opened(pilot, HomeScreen)
        assert in_front(pilot, CommitteeRoom if opens else HomeScreen)


async def test_a_key_opens_a_paper_that_was_carried_here() -> None:
    async with on_stage(replace(class_of_five(), role="trainee")) as pilot:
        assert "F7 卷包" in grid(pilot)
        await press(pilot, "f7")
        await opened(pilot, HomeScreen)
        assert in_front(pilot, Pick)
