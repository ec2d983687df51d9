"""The guides' pictures stand on a grid in every viewer: each run of letters has its place and its length in cells."""

from __future__ import annotations

import re
from html import unescape

from rich.cells import cell_len

from docs.drawing import TALL, WIDE, drawn
from tests.instruments.app_stage import SMALL, grid, sitting_down
from tests.samples.workplace import workplace


async def test_every_letter_of_a_picture_stands_on_its_cell() -> None:
    async with sitting_down(workplace()) as pilot:
        svg = drawn(pilot, "sitting")
        lines = grid(pilot).splitlines()
    assert "font-variant" not in svg
    screen = [[" "] * SMALL[0] for _ in range(SMALL[1])]
    for x, y, length, text in re.findall(r'<text x="(\d+)" y="(\d+)" textLength="(\d+)"[^>]*>([^<]*)</text>', svg):
        run = unescape(text)
        assert int(length) == cell_len(run) * WIDE
        column, row = int(x) // WIDE, int(y) // TALL
        for letter in run:
            screen[row][column] = letter
            if cell_len(letter) == 2:
                screen[row][column + 1] = ""
            column += cell_len(letter)
    assert ["".join(line).rstrip() for line in screen] == lines
