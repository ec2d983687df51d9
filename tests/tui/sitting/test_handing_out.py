"""F6 on the result: the answers written where they can be carried away, told where, and offered again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.export_places import OwnOutlets
from quizapp.tui.sitting.cover import CoverScreen
from quizapp.tui.sitting.result import ResultScreen
from tests.instruments.app_stage import grid, on_stage, press, settled, sitting_down
from tests.samples.carrying.collecting_committee import brought, committee
from tests.samples.carrying.publications import published
from tests.samples.workplace import PAPER, Shelf, workplace

FILE = "答卷_样卷_07_张三.zip"


def place_with(*folders: tuple[Path, bool]) -> Workplace:
    for folder, _ in folders:
        folder.mkdir(exist_ok=True)
    return replace(workplace(), outlets=OwnOutlets(tuple(ExportPlace(*one) for one in folders)))


async def test_a_result_writes_the_answers_onto_the_stick_says_where_and_offers_it_again(tmp_path: Path) -> None:
    stick, desktop = tmp_path / "stick", tmp_path / "desktop"
    place = place_with((stick, True), (desktop, False))
    async with sitting_down(place) as pilot:
        await press(pilot, "a", "f9", "f9")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ResultScreen)
        assert "F6 导出答卷" in grid(pilot)
        await press(pilot, "f6")
        await settled(pilot)
        shown = grid(pilot)
        assert "答卷已导出" in shown
        assert "优盘" in shown
        await press(pilot, "enter")
        await settled(pilot)
        assert "F6 再导出一次" in grid(pilot)
        assert FILE in grid(pilot).replace("\n", "").replace(" ", "")
        await press(pilot, "f6", "enter")
        await settled(pilot)
    assert [path.name for path in stick.iterdir()] == [FILE]
    assert not list(desktop.iterdir())
    (doc,) = brought(committee(), (stick / FILE).read_bytes()).book.scores
    assert (doc["candidate"], doc["name"]) == ("07", "张三")


async def test_a_stick_that_does_not_take_it_is_told_and_not_that_there_is_none(tmp_path: Path) -> None:
    place = place_with((tmp_path / "stick", True), (tmp_path / "desktop", False))
    (tmp_path / "stick").rmdir()
    async with sitting_down(place) as pilot:
        await press(pilot, "f9", "f9", "f6")
        await settled(pilot)
        shown = grid(pilot)
        assert "优盘没有写成" in shown
        assert "没有找到优盘" not in shown
    assert [path.name for path in (tmp_path / "desktop").iterdir()] == [FILE]


async def test_who_closed_the_window_before_handing_out_does_it_from_the_cover(tmp_path: Path) -> None:
    once = replace(PAPER, delivery=replace(PAPER.delivery, attempts=1))
    place = replace(place_with((tmp_path / "stick", True)), library=Shelf(shelf_papers=(once,)))
    async with sitting_down(place) as pilot:
        await press(pilot, "a", "f9", "f9")
        await settled(pilot)
        await press(pilot, "enter")
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三") as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, CoverScreen)
        assert "次数已用完" in grid(pilot)
        # What cannot be done is not offered.
        assert grid(pilot).rstrip().endswith("F6 导出上次的答卷 | F4 帮助 | Esc 返回")
        await press(pilot, "f6")
        await settled(pilot)
        assert "答卷已导出" in grid(pilot)
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [FILE]


async def test_a_cover_offers_nothing_to_who_has_nothing_to_hand_out(tmp_path: Path) -> None:
    place = place_with((tmp_path / "stick", True))
    async with on_stage(place, paper="sample-paper", candidate="08", name="李四") as pilot:
        await settled(pilot)
        assert isinstance(pilot.app.screen, CoverScreen)
        await press(pilot, "f6")
        await settled(pilot)
        assert "F6" not in grid(pilot)
    assert not list((tmp_path / "stick").iterdir())


async def test_without_a_place_to_write_to_the_result_says_what_to_do() -> None:
    place = replace(workplace(), outlets=OwnOutlets(()))
    async with sitting_down(place) as pilot:
        await press(pilot, "f9", "f9", "f6")
        await settled(pilot)
        assert "请插上优盘" in grid(pilot)
        await press(pilot, "enter")
        assert "F6 导出答卷" in grid(pilot)


async def test_a_paper_that_was_carried_here_asks_for_its_answers_to_be_handed_out(tmp_path: Path) -> None:
    from quizapp.services.carrying.publication import open_publication
    from tests.samples.carrying.publications import carried

    place = place_with((tmp_path / "desktop", False))
    open_publication(place, carried(published(PAPER)))
    async with sitting_down(replace(place), size=(120, 40)) as pilot:
        await press(pilot, "f9", "f9")
        await settled(pilot)
        assert "请按 F6 导出答卷，交给监考人员。" in grid(pilot)
        await press(pilot, "f6")
        await settled(pilot)
        assert "没有找到优盘" in grid(pilot)
