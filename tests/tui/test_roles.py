"""Home opens the rooms that the machine's role has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.teachers import TeacherPlace
from tests.tui.stage import grid, on_stage, settled

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
