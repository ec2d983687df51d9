"""The receipt as a code: on the screen where it fits, as a picture where not, and readable by a camera either way."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import segno

from quizapp.carrying.handouts import code_of, halves, size_needed
from quizapp.domain.attempt.receipt import read_line, write_line
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.export_places import OwnOutlets
from quizapp.tui.sitting.receipt_code import Drawing, ReceiptCode
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import SMALL, grid, on_stage, press, settled, sitting_down
from tests.samples.workplace import workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot


def machine(tmp_path: Path) -> Workplace:
    return replace(workplace(), outlets=OwnOutlets((ExportPlace(tmp_path, True),)))


async def handed_in(pilot: Pilot[int]) -> str:
    """Answer, hand in, ask for the code; return the line it holds."""
    await press(pilot, "1", "f9", "f9")
    await settled(pilot)
    assert isinstance(pilot.app.screen, ResultScreen)
    await press(pilot, "f7")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, ReceiptCode)
    return write_line(screen._given)


def words(pilot: Pilot[int]) -> str:
    """Return what the screen says, wherever its lines end."""
    return grid(pilot).replace("\n", "").replace(" ", "")


def modules_on_screen(pilot: Pilot[int]) -> list[list[bool]]:
    """Return the modules as a camera sees them: which halves of the cells are dark."""
    drawing = pilot.app.screen.query_one(Drawing)
    rows: list[list[bool]] = []
    for line in range(drawing.size.height):
        cells = [segment for strip in [drawing.render_line(line)] for segment in strip]
        upper: list[bool] = []
        lower: list[bool] = []
        for segment in cells:
            style = segment.style
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            assert set(segment.text) == {"▀"}
            upper += [style.color.get_truecolor() == (0, 0, 0)] * len(segment.text)
            lower += [style.bgcolor.get_truecolor() == (0, 0, 0)] * len(segment.text)
        rows += [upper, lower]
    return rows


async def test_the_code_on_the_screen_is_the_lines_in_black_and_white(tmp_path: Path) -> None:
    async with sitting_down(machine(tmp_path)) as pilot:
        text = await handed_in(pilot)
        assert text.startswith("QUIZ1:")
        assert text.endswith(":07")
        assert not list(tmp_path.iterdir())
        shown = modules_on_screen(pilot)
        expected = [[bool(module) for module in row] for row in segno.make_qr(text, error="l").matrix]
        size = len(expected)
        assert [row[2 : 2 + size] for row in shown[1 : 1 + size]] == expected
        # Light all around.
        assert not any(any(row) for row in (*shown[:1], *shown[1 + size :]))
        assert not any(row[:2] != [False, False] or any(row[2 + size :]) for row in shown)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ResultScreen)


@pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("rsvg-convert")), reason="zbarimg and rsvg-convert are not here"
)
async def test_a_camera_reads_it_off_the_screen(tmp_path: Path) -> None:
    async with sitting_down(machine(tmp_path)) as pilot:
        text = await handed_in(pilot)
        picture = tmp_path / "screen.svg"
        picture.write_text(pilot.app.export_screenshot(), "utf-8")
    subprocess.run(["rsvg-convert", picture, "-o", tmp_path / "screen.png"], check=True)
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", tmp_path / "screen.png"], check=True, capture_output=True, text=True
    )
    assert read.stdout.strip() == text


async def test_where_half_blocks_are_drawn_two_cells_wide_the_code_is_drawn_of_blanks(tmp_path: Path) -> None:
    async with sitting_down(replace(machine(tmp_path), draws_blocks=False), size=(100, 40)) as pilot:
        text = await handed_in(pilot)
        drawing = pilot.app.screen.query_one(Drawing)
        shown = []
        for line in range(drawing.size.height):
            cells: list[bool] = []
            for segment in drawing.render_line(line):
                assert segment.style is not None
                assert segment.style.bgcolor is not None
                assert not segment.text.strip()
                cells += [segment.style.bgcolor.get_truecolor() == (0, 0, 0)] * len(segment.text)
            assert cells[::2] == cells[1::2]
            shown.append(cells[::2])
        expected = [[bool(module) for module in row] for row in segno.make_qr(text, error="l").matrix]
        size = len(expected)
        assert [row[2 : 2 + size] for row in shown[1 : 1 + size]] == expected
        assert not list(tmp_path.iterdir())


async def test_where_blanks_have_no_room_it_is_a_picture_and_the_window_that_is_needed_is_told(
    tmp_path: Path,
) -> None:
    async with sitting_down(replace(machine(tmp_path), draws_blocks=False)) as pilot:
        await saved_instead(pilot, tmp_path)
        columns, lines = map(int, re.findall(r"窗口有(\d+)列(\d+)行时再按F7", words(pilot))[0])
        await press(pilot, "escape")
        await pilot.resize_terminal(columns, lines)
        await press(pilot, "f7")
        await settled(pilot)
        drawing = pilot.app.screen.query_one(Drawing)
        assert drawing.display
        assert pilot.app.screen.region.contains_region(drawing.region)


async def test_where_there_are_no_colours_it_is_a_picture_and_no_window_is_promised_to_help(tmp_path: Path) -> None:
    async with sitting_down(replace(machine(tmp_path), draws_colours=False), size=(200, 60)) as pilot:
        await saved_instead(pilot, tmp_path)
        assert "不显示颜色" in words(pilot)
        assert "再按F7" not in words(pilot)


async def test_where_there_is_no_room_it_is_a_picture_on_the_stick(tmp_path: Path) -> None:
    place, long = machine(tmp_path), "学" * 40
    async with on_stage(place, paper="sample-paper", candidate=long, name="张三", size=(80, 18)) as pilot:
        await press(pilot, "space", "enter")
        await saved_instead(pilot, tmp_path)


async def saved_instead(pilot: Pilot[int], folder: Path) -> None:
    await handed_in(pilot)
    for _ in range(40):
        await pilot.pause(0.05)
        if "已经改存成图片" in words(pilot):
            break
    assert "已经改存成图片" in words(pilot)
    assert not pilot.app.screen.query_one(Drawing).display
    (picture,) = folder.glob("回执_*_张三_*.png")
    assert picture.read_bytes().startswith(b"\x89PNG")


async def test_a_picture_is_saved_on_request_too(tmp_path: Path) -> None:
    async with sitting_down(machine(tmp_path)) as pilot:
        line = read_line(await handed_in(pilot))
        await press(pilot, "f6")
        for _ in range(40):
            await pilot.pause(0.05)
            if "已存成图片" in words(pilot):
                break
        # Named by the receipt too: a person's second paper does not take the place of the first.
        assert line is not None
        assert f"回执_07_张三_{line.receipt}.png" in words(pilot)


async def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    place = replace(machine(tmp_path / "none"), draws_blocks=False)
    async with sitting_down(place) as pilot:
        await handed_in(pilot)
        for _ in range(40):
            await pilot.pause(0.05)
            if "没有这个文件夹" in words(pilot):
                break
        assert "没有这个文件夹" in words(pilot)
        assert "已存成" not in words(pilot)


@pytest.mark.parametrize("questions", [20, 60, 100])
def test_a_usual_paper_fits_at_eighty_by_twenty_four(questions: int) -> None:
    mixed = "".join("CA3ACDBT"[place % 8] for place in range(questions)) + "3ACD" * (questions // 8)
    code = code_of(f"QUIZ1:4F7KQX9TBM:{mixed}:2026010107")
    lines = size_needed(code, in_halves=True)[1]
    assert lines <= SMALL[1] - 2
    assert len(halves(code)) == lines
