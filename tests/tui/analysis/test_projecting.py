"""Going through a paper from the committee's room: whichever way it is come to, no name shows when it is left."""

from __future__ import annotations

import pytest

from quizapp.tui.analysis.analysis import AnalysisScreen
from quizapp.tui.analysis.debrief import DebriefScreen
from quizapp.tui.committee_room import CommitteeRoom
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import grid, press
from tests.samples.classes.committee_class import PEOPLE, class_of_five, in_front, in_room, later, opened
from tests.tui.class_stage import until

ANALYSE, DEBRIEF = 0, 1


def names_on(seen: str) -> list[str]:
    return [one.name for one in PEOPLE if one.name in seen]


async def test_the_debrief_is_offered_on_the_papers_row_and_leaving_it_shows_the_room() -> None:
    place = class_of_five()
    later(place, hours=3)
    async with in_room(place) as pilot:
        await press(pilot, "f7")
        await until(pilot, Pick)
        assert "讲评" in grid(pilot)
        assert names_on(grid(pilot)) == []
        await press(pilot, *["down"] * DEBRIEF, "enter")
        await until(pilot, DebriefScreen)
        assert [type(screen) for screen in pilot.app.screen_stack].count(ScoreTable) == 0
        await press(pilot, "escape")
        await until(pilot, CommitteeRoom)
        assert names_on(grid(pilot)) == []
        assert "> 结业考试" in grid(pilot)


async def test_a_score_table_is_closed_before_the_debrief_opens_from_it() -> None:
    place = class_of_five()
    later(place, hours=3)
    async with in_room(place) as pilot:
        await press(pilot, "enter")
        await until(pilot, ScoreTable)
        assert names_on(grid(pilot))
        await press(pilot, "f7")
        await until(pilot, Pick)
        await press(pilot, *["down"] * DEBRIEF, "enter")
        await until(pilot, DebriefScreen)
        assert [type(screen) for screen in pilot.app.screen_stack].count(ScoreTable) == 0
        await press(pilot, "escape")
        await until(pilot, CommitteeRoom)
        assert names_on(grid(pilot)) == []


async def test_what_shows_no_room_of_people_comes_back_to_the_table() -> None:
    place = class_of_five()
    later(place, hours=3)
    async with in_room(place) as pilot:
        await press(pilot, "enter")
        await until(pilot, ScoreTable)
        await press(pilot, "f7")
        await until(pilot, Pick)
        await press(pilot, *["down"] * ANALYSE, "enter")
        await until(pilot, AnalysisScreen)
        await press(pilot, "escape")
        await opened(pilot, AnalysisScreen)
        assert in_front(pilot, ScoreTable)


@pytest.mark.parametrize("key", ["down", "end"])
async def test_only_a_paper_has_offers_of_a_paper(key: str) -> None:
    async with in_room(class_of_five()) as pilot:
        await press(pilot, key, "f7")
        assert in_front(pilot, CommitteeRoom)
        assert "F7 用在试卷上" in grid(pilot)
