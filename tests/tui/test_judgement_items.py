"""Items that test judgement, as a person sits and marks them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from textual.pilot import Pilot

from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.attempt.events import Answered, StageOpened
from quizapp.domain.candidate import Candidate
from quizapp.domain.item import Response
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import refresh
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.tui.marking.essays import MarkingScreen
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, sitting_down, sitting_of, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.judgement_paper import CHOICE, DOCUMENT, FIRST, PAPER, SECOND, judgement_place

LETTER: Response = ("关于购置复印机的请示", "市财政局", "因旧机损坏，拟购两台。\n妥否，请批示。")


def answers(place: Workplace, number: int) -> list[Response]:
    (name,) = place.home.journals.names()
    events = place.home.journals.read(name).events
    return [event.response for event in events if isinstance(event, Answered) and event.question == number]


async def go_to(pilot: Pilot[int], number: int) -> None:
    await press(pilot, "f3", *str(number), "enter")


async def write_letter(pilot: Pilot[int]) -> None:
    await go_to(pilot, DOCUMENT)
    await type_text(pilot, LETTER[0])
    await press(pilot, "tab")
    await type_text(pilot, LETTER[1])
    await press(pilot, "tab")
    await type_text(pilot, "因旧机损坏，拟购两台。")
    await press(pilot, "enter")
    await type_text(pilot, "妥否，请批示。")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_a_document_is_written_part_by_part(size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    place = judgement_place()
    async with sitting_down(place, size=size) as pilot:
        await write_letter(pilot)
        await press(pilot, "ctrl+s")
        assert answers(place, DOCUMENT)[-1] == LETTER
        await settled(pilot)
        snapshots.check(grid(pilot), "document", size)
        # Another question and back: every part stands where it was written.
        await go_to(pilot, CHOICE)
        await go_to(pilot, DOCUMENT)
        shown = grid(pilot)
        assert all(text in shown for text in ("市财政局", "妥否，请批示。"))


async def test_after_the_hand_in_each_options_score_stands_with_the_key() -> None:
    place = judgement_place()
    async with sitting_down(place) as pilot:
        await press(pilot, "d")
        sitting_of(pilot).hand_in()
    (name,) = place.home.journals.names()
    async with on_stage(place) as pilot:
        pilot.app.push_screen(ResultScreen(read_attempt(place.home, name)))
        await settled(pilot)
        await press(pilot, "right")
        shown = grid(pilot)
        assert "得 0.5" in shown
        assert "得 -0.5 | 推出去等于误事。" in shown


def handed_in(place: Workplace) -> AttemptName:
    stands = standing(place.home, place.clock, PAPER, Candidate(id="07", name="张三"))
    sitting = start(place.home, place.library, place.clock, place.chance, stands)
    sitting.answer(DOCUMENT, LETTER)
    sitting.hand_in()
    sitting.close()
    name = AttemptName(attempt=sitting.saved.started.attempt, paper=PAPER.id)
    refresh(place.home, (name,), place.class_id, place.clock.read().at)
    return name


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_one_who_marks_chooses_a_level_and_takes_faults_off(
    size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    place = judgement_place()
    handed_in(place)
    async with on_stage(place, paper=PAPER.id, marker=Marker(by="王班长"), size=size) as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, MarkingScreen)
        assert "【标题】关于购置复印机的请示" in grid(pilot)
        await press(pilot, "b")
        await settled(pilot)
        snapshots.check(grid(pilot), "marking_levels", size)
        await press(pilot, "down", "2", "down", "right", "right", "right", "down", "1")
        await press(pilot, "ctrl+s")
        # (3 + 2 - 1.5 - 1) / 6 of 12 marks
        assert "5 / 12" in grid(pilot)
    (marked,) = (one for one in place.home.decisions.read(PAPER.id) if isinstance(one, EssayMarked))
    assert marked.points == (Fraction(3), Fraction(2))
    assert marked.deducted == (Fraction(3, 2), Fraction(1))
    assert marked.marks == 5


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_a_case_goes_on_once_its_earlier_answers_are_given_up(
    size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    place = judgement_place()
    async with sitting_down(place, size=size) as pilot:
        await go_to(pilot, FIRST)
        assert "九点，县里来电。" in grid(pilot)
        assert "十点半" not in grid(pilot)
        await press(pilot, "f3")
        assert "未展开：6、7" in grid(pilot) or "未展开：6～7" in grid(pilot)
        await press(pilot, "escape")
        await press(pilot, "right")
        snapshots.check(grid(pilot), "stage_dialog", size)
        await press(pilot, "escape")
        assert "十点半" not in grid(pilot)
        await press(pilot, "a")
        await press(pilot, "right", "right")
        await settled(pilot)
        snapshots.check(grid(pilot), "stage_opened", size)
        assert "十点半，传来文件。" in grid(pilot)
        # Back to what came before: it can be seen, and no longer changed.
        await press(pilot, "left")
        await press(pilot, "b")
        assert "不能再改" in grid(pilot)
        assert answers(place, FIRST) == [("true",)]
        await press(pilot, "right", "b")
        assert answers(place, SECOND) == [("false",)]
        await press(pilot, "f3")
        assert "未展开" not in grid(pilot)
    (name,) = place.home.journals.names()
    opened = [one for one in place.home.journals.read(name).events if isinstance(one, StageOpened)]
    assert [one.question for one in opened] == [SECOND]


async def test_a_case_that_is_come_back_to_stands_in_the_stage_it_stood_in() -> None:
    place = judgement_place()
    async with sitting_down(place) as pilot:
        await go_to(pilot, FIRST)
        await press(pilot, "a", "right", "right")
        await press(pilot, "ctrl+q", "ctrl+q")
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "十点半，传来文件。" in grid(pilot)
