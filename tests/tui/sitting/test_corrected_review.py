"""The review of questions that were corrected after the hand-in, as the candidate sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.decisions.regrading import regrade
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.corrected_class import DECIDER, put_right, sat, wrongly_keyed
from tests.samples.workplace import Shelf, paper


def corrected(folder: Path, **rules: object) -> Workplace:
    """Return a workplace where one attempt was marked again: every way of correcting, on a question of its own."""
    library = Shelf(shelf_papers=(paper(**rules),), shelf_banks=wrongly_keyed().shelf_banks)
    place = sat(folder, ["01,张三,C,B,AC,对,耳目；幕僚"], paper(**rules), library)
    put_right(place, "1", "key", "C")
    put_right(place, "2", "full")
    put_right(place, "4", "drop")
    put_right(place, "5", "accept", "；幕僚")
    regrade(place, "sample-paper", DECIDER, from_bank=False)
    return place


async def pages(place: Workplace, size: tuple[int, int] = SMALL, *, only_wrong: bool = False) -> list[str]:
    """Return the result's pages as the screen shows them."""
    (name,) = place.home.journals.names()
    async with on_stage(place, size=size) as pilot:
        pilot.app.push_screen(ResultScreen(read_attempt(place.home, name)))
        await settled(pilot)
        shown = [grid(pilot)]
        if only_wrong:
            await press(pilot, "f2")
            return [grid(pilot)]
        for _ in range(5):
            await press(pilot, "right")
            shown.append(grid(pilot))
    return shown


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("page", [4, 5], ids=["dropped", "accepted"])
async def test_a_corrected_question_looks_as_it_did(
    tmp_path: Path, page: int, size: tuple[int, int], snapshots: ScreenSnapshots
) -> None:
    shown = (await pages(corrected(tmp_path), size))[page]
    snapshots.check(shown, f"corrected_{page}", size)


async def test_every_correction_is_said_on_its_question(tmp_path: Path) -> None:
    _, key, full, untouched, dropped, accepted = await pages(corrected(tmp_path))
    assert "更正：已更正答案" in key
    assert "得分：正确" in key
    assert "更正：本题一律给分" in full
    assert "得分：2 分 / 满分 2 分" in full
    assert "更正" not in untouched
    assert "更正：本题不计分" in dropped
    assert "得分" not in dropped
    assert "更正：另可接受 ；幕僚" in accepted


async def test_another_right_answer_is_not_told_where_keys_are_not_shown(tmp_path: Path) -> None:
    accepted = (await pages(corrected(tmp_path, show=("score", "marks"))))[5]
    assert "更正：另有可接受的答案" in accepted
    assert "答案：" not in accepted


async def test_what_was_dropped_is_not_among_what_was_missed(tmp_path: Path) -> None:
    (shown,) = await pages(corrected(tmp_path), only_wrong=True)
    assert "第 1 题 / 共 1 题" in shown
    assert "得分：部分正确" in shown
