"""What a make-up's cover says, and what a void attempt's result does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.domain.papers.paper import MakeUp
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.sitting.cover import CoverScreen
from quizapp.tui.sitting.past import Past
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import WIDE, grid, on_stage, press, settled
from tests.samples.classes.keyed_attempts import key_in, roster
from tests.samples.classes.recorded_decisions import noted, voided
from tests.samples.workplace import PAPER, Shelf, workplace

SECOND = replace(PAPER, id="second", title="补考卷", make_up=MakeUp(paper="sample-paper", cap=True))


def rooms() -> Workplace:
    place = workplace(Shelf(shelf_papers=(SECOND, PAPER)))
    roster(place, "1 张三", "2 李四")
    return place


async def to_the_cover(place: Workplace, candidate: str) -> str:
    """Go from home to the make-up's cover and try to start; return what is shown then."""
    async with on_stage(place, size=WIDE) as pilot:
        await press(pilot, "down", "enter", candidate, "enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, CoverScreen)
        shown = grid(pilot)
        if "[ ]" not in shown:
            await press(pilot, "space", "enter")
            assert isinstance(pilot.app.screen, CoverScreen)
            assert grid(pilot) == shown
        return shown


async def test_the_cover_says_what_a_make_up_counts_and_lets_in_who_failed(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": "C,,,,"})
    shown = await to_the_cover(place, "1")
    assert "补考，代替《样卷》，成绩最高按及格线计" in shown
    assert "[ ] 我已阅读" in shown


async def test_the_cover_says_at_once_why_a_make_up_is_not_for_somebody(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    noted(place, "2", "exempt")
    assert "《样卷》已经及格，不用参加补考《补考卷》" in await to_the_cover(place, "1")
    assert "《样卷》已经免考" in await to_the_cover(place, "2")
    assert len(place.home.journals.names()) == 1


async def test_a_void_attempt_shows_that_it_is_and_neither_score_nor_questions(tmp_path: Path) -> None:
    place = rooms()
    key_in(place, tmp_path, {"1": "C,A,ACD,错,"})
    voided(place, "1")
    async with on_stage(place) as pilot:
        await press(pilot, "end", "enter", "1", "enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, Past)
        assert "成绩作废" in grid(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ResultScreen)
        await press(pilot, "right")
        shown = grid(pilot)
    assert "这份答卷的成绩已作废" in shown
    assert "回执号" in shown
    assert not any(word in shown for word in ("及格", "满分", "作答：", "答案", "各大题"))
