"""The 收卷台 before there is a class: nobody is said to be there, and keys say why they do nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.instruments.app_stage import press
from tests.samples.classes.committee_class import shown
from tests.samples.workplace import Shelf
from tests.tui.carrying.desk_stage import at_desk, desk, plugged


@pytest.mark.parametrize("turns", [1, 3, 4])
async def test_without_a_class_list_no_column_says_that_all_is_well(
    turns: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugged(tmp_path, monkeypatch)
    async with at_desk(desk(people=0)) as pilot:
        await press(pilot, *["right"] * turns)
        await shown(pilot, "还没有名册，也没有人作答")


@pytest.mark.parametrize("key", ["f7", "f8"])
async def test_without_a_paper_the_keys_for_one_say_so(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plugged(tmp_path, monkeypatch)
    place = replace(desk(), library=Shelf(shelf_papers=()), paper_list=tuple)
    async with at_desk(place) as pilot:
        await press(pilot, key)
        await shown(pilot, "还没有试卷：收到答卷")
