"""Writing the analysis to a file from its screen: as what, over what, and what is said when it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizapp.services.ports.workplace import Workplace
from quizapp.tui.analysis.analysis import AnalysisScreen
from quizapp.tui.analysis.visit import analyse
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.prompts import AskText
from tests.instruments.app_stage import grid, press, type_text
from tests.samples.classes.class_of_all_types import PAPER
from tests.samples.classes.class_of_forty import FORTY, TWELVE, sat_by
from tests.tui.class_stage import looking, shown_after, until


@pytest.fixture(scope="module")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """Return one class for all tests that only look at it."""
    return sat_by(FORTY, tmp_path_factory.mktemp("forty"))


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return sat_by(TWELVE, tmp_path_factory.mktemp("twelve"))


async def written_to(place: Workplace, *typed: str) -> tuple[str, type]:
    """Ask for files in turn from the analysis; return what is on screen at the end and which screen it is."""
    async with looking(place, analyse) as pilot:
        await press(pilot, "f8")
        for text in typed:
            assert isinstance(pilot.app.screen, AskText)
            await press(pilot, "ctrl+a")
            await type_text(pilot, text)
            await press(pilot, "enter")
            await until(pilot, AskText, AnalysisScreen)
        return grid(pilot), type(pilot.app.screen)


async def test_the_analysis_is_written_as_text_table_or_data_and_the_log_says_so(
    tmp_path: Path, forty: Workplace
) -> None:
    for ending in ("txt", "csv", "json"):
        shown, screen = await written_to(forty, str(tmp_path / f"out.{ending}"))
        assert "的题目分析已写入" in shown
        assert screen is AnalysisScreen
        _, what, _, values = forty.home.log.lines[-1]  # type: ignore[attr-defined]  # the home in memory keeps them
        assert (what, values["to"]) == ("analysis-written", str(tmp_path / f"out.{ending}"))
    assert "疑似错答案" in (tmp_path / "out.txt").read_text("utf-8")
    assert "难度系数" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["paper"] == PAPER.id


async def test_what_cannot_be_written_is_told_and_asked_for_again(tmp_path: Path, twelve: Workplace) -> None:
    shown, screen = await written_to(twelve, str(tmp_path / "out.docx"))
    assert screen is AskText
    assert "txt json csv" in shown
    shown, screen = await written_to(twelve, str(tmp_path / "none" / "out.txt"), str(tmp_path / "out.txt"))
    assert screen is AnalysisScreen
    assert (tmp_path / "out.txt").is_file()


async def test_a_file_that_is_there_is_replaced_only_when_told_to(tmp_path: Path, twelve: Workplace) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("旧的", "utf-8")
    async with looking(twelve, analyse) as pilot:
        await press(pilot, "f8", "ctrl+a")
        await type_text(pilot, str(kept))
        await press(pilot, "enter")
        await until(pilot, Confirm)
        await press(pilot, "enter")
        await until(pilot, AskText)
        assert kept.read_text("utf-8") == "旧的"
        await press(pilot, "enter")
        await until(pilot, Confirm)
        await press(pilot, "right", "enter")
        await until(pilot, AnalysisScreen)
        assert "样本不足" in kept.read_text("utf-8")


async def test_escape_writes_nothing(tmp_path: Path, twelve: Workplace) -> None:
    before = sorted(tmp_path.iterdir())
    async with looking(twelve, analyse) as pilot:
        await shown_after(pilot, "f8", "escape")
        assert isinstance(pilot.app.screen, AnalysisScreen)
    assert sorted(tmp_path.iterdir()) == before
