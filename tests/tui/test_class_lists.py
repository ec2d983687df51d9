"""A class list brought in from the roster's screen: found or typed, said before it is done, then on disk."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from quizapp.tui.app import QuizApp
from quizapp.tui.classes.roster import RosterScreen, show_roster
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.committee_class import shown
from tests.samples.classes.keyed_attempts import written
from tests.samples.workplace import NINE, FilesHere, Shelf, workplace
from tests.tui.class_stage import until
from tests.tui.decision_steps import joined

if TYPE_CHECKING:
    from textual.pilot import Pilot

LIST = ("学号,姓名,单位", "01,张三,市发改委", "02,李四,县委办", "03,王小明,市政府办")
KNOWN = (
    Candidate(id="01", name="张三", unit="市发改委"),
    Candidate(id="02", name="李四", unit="省交通厅"),
    Candidate(id="77", name="郑十", unit="县委办"),
)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a stick that is plugged in; nothing else of this machine is looked at."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder


def of_committee(folder: Path, people: tuple[Candidate, ...] = ()) -> Workplace:
    """Return a committee's machine with its home and a stick's place in a folder."""
    files = FilesHere(lambda: (folder / "stick",))
    bare = replace(workplace(Shelf()), home=FileHome(folder / "home"), files=files)
    place = replace(bare, role="committee", staff="王班长")
    if people:
        place.home.roster.record(people, NINE)
    return place


def listed(place: Workplace) -> list[str]:
    return [f"{one.id} {one.name} {one.unit}" for one in place.home.roster.candidates()]


@asynccontextmanager
async def at_roster(place: Workplace, size: tuple[int, int] = SMALL) -> AsyncIterator[Pilot[int]]:
    """Run the app with the class list open."""
    async with on_stage(place, size=size) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.run_worker(show_roster(app), group="visit")
        await until(pilot, RosterScreen)
        await settled(pilot)
        yield pilot


async def take_first(pilot: Pilot[int]) -> None:
    """Have the first table read that was found."""
    await press(pilot, "f6")
    await until(pilot, Pick)
    await press(pilot, "enter")


async def test_tables_that_the_program_wrote_are_not_offered(stick: Path, tmp_path: Path) -> None:
    for name in ("名册.csv", "成绩_结业考试_20261201.csv", "收卷清单_结业考试_20261201.csv"):
        written(stick, LIST, name)
    async with at_roster(of_committee(tmp_path)) as pilot:
        await press(pilot, "f6")
        await until(pilot, Pick)
        assert "名册.csv" in grid(pilot)
        assert "成绩_" not in grid(pilot)
        assert "收卷清单_" not in grid(pilot)


WAYS = ("roster_none", "enrol_pick", "enrol_confirm", "enrol_faulty", "enrol_done")


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_bringing_in_a_list_looks_as_it_did(
    name: str, size: tuple[int, int], stick: Path, tmp_path: Path, snapshots: ScreenSnapshots
) -> None:
    lines = (*LIST, "03,王晓明,县委办", ",陈五,县委办") if name == "enrol_faulty" else LIST
    written(stick, lines, "名册.csv")
    async with at_roster(of_committee(tmp_path, () if name == "roster_none" else KNOWN), size) as pilot:
        if name == "enrol_pick":
            await press(pilot, "f6")
            await until(pilot, Pick)
        elif name != "roster_none":
            await take_first(pilot)
            await until(pilot, Notice if name == "enrol_faulty" else Confirm)
        if name == "enrol_done":
            await press(pilot, "f9")
            await shown(pilot, "名册已导入")
        await settled(pilot)
        seen = grid(pilot)
    if name == "enrol_pick":
        shown_lines = seen.splitlines()
        # The folder below the table's name is another one at every run, and longer or shorter.
        folder = next(at for at, line in enumerate(shown_lines) if "名册.csv" in line) + 1
        after = next(at for at, line in enumerate(shown_lines) if "在别处" in line)
        dialog = (*shown_lines[:folder], *shown_lines[after:])
        seen = "\n".join(line for line in dialog if line.strip(" |"))
    snapshots.check(seen, name, size)


async def test_a_list_on_the_stick_is_brought_in_after_what_changes_was_said(stick: Path, tmp_path: Path) -> None:
    written(stick, LIST, "名册.csv")
    place = of_committee(tmp_path, KNOWN)
    async with at_roster(place) as pilot:
        await take_first(pilot)
        await until(pilot, Confirm)
        seen = joined(grid(pilot))
        assert "读到3人：新增1人，更新1人，未变1人。" in seen
        assert "新增的：王小明。更新的：李四。" in seen
        assert "名册上另有1人不在这个表里，照样留着。" in seen
        assert len(listed(place)) == 3
        await press(pilot, "f9")
        await shown(pilot, "名册已导入：新增 1 人，更新 1 人。")
        assert "王小明" in grid(pilot)
        assert "4 人" in grid(pilot)
    assert listed(place) == ["01 张三 市发改委", "02 李四 县委办", "77 郑十 县委办", "03 王小明 市政府办"]
    (journal,) = (tmp_path / "home").rglob("candidates.jsonl")
    kept = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    assert "王小明" in json.dumps(kept[-1], ensure_ascii=False)
    assert "candidates-imported" in (tmp_path / "home" / "log.jsonl").read_text("utf-8")


async def test_enter_alone_brings_nobody_in(stick: Path, tmp_path: Path) -> None:
    written(stick, LIST, "名册.csv")
    place = of_committee(tmp_path)
    async with at_roster(place) as pilot:
        assert "按 F6 从 Excel 表格导入" in grid(pilot)
        await take_first(pilot)
        await until(pilot, Confirm)
        await press(pilot, "enter")
        await until(pilot, RosterScreen)
    assert listed(place) == []


async def test_a_list_with_faults_says_each_with_its_line_and_brings_nobody_in(stick: Path, tmp_path: Path) -> None:
    written(stick, (*LIST, "03,王晓明,县委办", ",陈五,县委办"), "名册.csv")
    place = of_committee(tmp_path)
    async with at_roster(place) as pilot:
        await press(pilot, "f6")
        await until(pilot, Pick)
        assert "2 处有错" in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, Notice)
        seen = joined(grid(pilot))
        assert "有2处错，一个人也没有导入" in seen
        assert "第5行：学号03与第4行重复。" in seen
        assert "第6行：这一行没有学号（姓名：陈五）。" in seen
    assert listed(place) == []


async def test_another_name_under_a_known_number_is_asked_about(stick: Path, tmp_path: Path) -> None:
    written(stick, ("学号,姓名", "01,赵六"), "名册.csv")
    async with at_roster(of_committee(tmp_path, KNOWN)) as pilot:
        await take_first(pilot)
        await until(pilot, Confirm)
        assert "学号01原来是张三，表里是赵六：会不会拿错了名单？" in joined(grid(pilot))


async def test_a_list_that_changes_nothing_says_so(stick: Path, tmp_path: Path) -> None:
    written(stick, ("学号,姓名,单位", "01,张三,市发改委"), "名册.csv")
    async with at_roster(of_committee(tmp_path, KNOWN)) as pilot:
        await take_first(pilot)
        await until(pilot, Notice)
        assert "和现在的名册一样" in grid(pilot)


@pytest.mark.usefixtures("stick")
async def test_a_table_elsewhere_is_brought_in_by_its_name_quotes_and_all(tmp_path: Path) -> None:
    path = written(tmp_path, LIST, "深 处.txt")
    place = of_committee(tmp_path)
    async with at_roster(place) as pilot:
        await press(pilot, "f6")
        await until(pilot, Pick)
        assert "没有找到名册表格" in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, AskText)
        await type_text(pilot, f'"{path}"')
        await press(pilot, "enter")
        await until(pilot, Confirm)
        await press(pilot, "f9")
        await shown(pilot, "名册已导入：新增 3 人")
    assert len(listed(place)) == 3


@pytest.mark.usefixtures("stick")
async def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with at_roster(of_committee(tmp_path)) as pilot:
        await press(pilot, "f6")
        await until(pilot, Pick)
        await press(pilot, "enter")
        await until(pilot, AskText)
        await type_text(pilot, "/没有/名册.xlsx")
        await press(pilot, "enter")
        await until(pilot, Notice)
        assert "名册.xlsx" in grid(pilot)


async def test_names_of_a_list_are_shown_as_they_stand(stick: Path, tmp_path: Path) -> None:
    written(stick, ("学号,姓名,单位", "05,赵[/]六,[b]县委办"), "[red]名册.csv")
    async with at_roster(of_committee(tmp_path)) as pilot:
        await press(pilot, "f6")
        await until(pilot, Pick)
        assert "[red]名册.csv | 1 人" in grid(pilot)
        await press(pilot, "enter")
        await until(pilot, Confirm)
        assert "赵[/]六" in grid(pilot)


async def test_who_left_is_recorded_with_who_and_why_and_comes_back_the_same_way(tmp_path: Path) -> None:
    place = of_committee(tmp_path)
    place.home.roster.record([Candidate(id="01", name="张三", unit="市发改委"), Candidate(id="02", name="李四")], NINE)
    async with at_roster(place) as pilot:
        await press(pilot, "down", "enter")
        await until(pilot, DecisionForm)
        await type_text(pilot, "退学")
        await press(pilot, "f9")
        await until(pilot, Confirm)
        assert "02李四记为退班" in joined(grid(pilot))
        await press(pilot, "f9")
        await shown(pilot, "02 李四 已记为退班。")
        assert "1 人，另有退班 1 人" in grid(pilot)
        await press(pilot, "down")
        await shown(pilot, "退班（退学）")
    assert listed(place) == ["01 张三 市发改委"]


async def test_a_unit_finds_its_people(tmp_path: Path) -> None:
    place = of_committee(tmp_path)
    place.home.roster.record([Candidate(id="01", name="张三", unit="市发改委"), Candidate(id="02", name="李四")], NINE)
    async with at_roster(place) as pilot:
        await type_text(pilot, "发改")
        await shown(pilot, "1 / 2 人")
