"""The committee's room: what it counts, what it says needs a person, and what is done for the class from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.services.book.score_book import look
from quizapp.services.evidence.seal import read_seal
from quizapp.stores.files.home import FileHome
from quizapp.tui.classes.roster import RosterScreen
from quizapp.tui.committee_room import CommitteeRoom
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.home import HomeScreen
from quizapp.tui.scores.score_table import ScoreTable
from tests.instruments.app_stage import SMALL, WIDE, burst, grid, on_stage, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.classes.committee_class import (
    MISSING,
    PEOPLE,
    SITS,
    class_of_five,
    in_front,
    in_room,
    later,
    opened,
    shown,
    sit,
)
from tests.samples.classes.recorded_decisions import noted
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import BANK, FilesHere, Shelf, paper, workplace

WAYS: dict[str, tuple[str, ...]] = {
    "committee": (),
    "committee_help": ("f4",),
    "committee_roster": ("down", "down", "down", "enter"),
}
DESK, EXPORT, ROSTER, VERIFY, SEAL, SEALED = range(1, 7)
"""How many rows below the one paper each offer stands."""


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have files go where a test may write."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


def down(times: int) -> tuple[str, ...]:
    return ("down",) * times


def written(folder: Path, suffix: str) -> Path:
    """Return the one file of that ending."""
    (found,) = folder.glob(f"*{suffix}")
    return found


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_room_looks_as_it_did(name: str, size: tuple[int, int], snapshots: ScreenSnapshots) -> None:
    async with in_room(class_of_five(), size) as pilot:
        await press(pilot, *WAYS[name])
        await settled(pilot)
        if name == "committee_roster":
            await opened(pilot, CommitteeRoom)
        seen = grid(pilot)
    snapshots.check(seen, name, size)


async def test_home_leads_to_the_room_and_the_room_back() -> None:
    async with on_stage(class_of_five(), size=WIDE) as pilot:
        await press(pilot, "end", "up", "enter")
        await opened(pilot, HomeScreen)
        assert in_front(pilot, CommitteeRoom)
        await press(pilot, "escape")
        assert in_front(pilot, HomeScreen)


async def test_a_paper_says_who_handed_in_who_sits_and_who_is_still_to_come() -> None:
    async with in_room(class_of_five()) as pilot:
        assert "已交 3 | 作答中 1 | 还没考 1 | 名册 5" in grid(pilot)
        assert "等着处理" not in grid(pilot)


async def test_who_did_not_come_is_absent_once_the_paper_has_closed_and_the_committee_is_told() -> None:
    place = class_of_five()
    later(place, hours=3)
    async with in_room(place) as pilot:
        assert "已交 4 | 作答中 0 | 缺考 1" in grid(pilot)
        assert "1 人缺考，没有说明" in grid(pilot)
        assert "有 1 份试卷等着处理" in grid(pilot)


async def test_a_note_takes_the_absent_off_what_needs_a_person() -> None:
    place = class_of_five()
    later(place, hours=3)
    noted(place, MISSING, "deferred")
    async with in_room(place) as pilot:
        assert "缓考 1" in grid(pilot)
        assert "等着处理" not in grid(pilot)


async def test_counting_again_sees_who_handed_in_meanwhile() -> None:
    place = class_of_five()
    async with in_room(place) as pilot:
        sit(place, PEOPLE[4])
        assert "已交 3" in grid(pilot)
        await press(pilot, "f5")
        await shown(pilot, "已交 4 | 作答中 1 | 缺考 0")
        assert "已重新统计" in grid(pilot)


async def test_essays_that_wait_are_told_and_marked_from_the_papers_table() -> None:
    place = replace(essay_workplace(), role="committee", staff="王班长")
    hand_in(place, "02", "李四", "第一时间报告")
    async with in_room(place) as pilot:
        assert "1 份简答待阅" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, CommitteeRoom)
        await press(pilot, "f7", "down", "down", "enter")
        await shown(pilot, "谁来阅卷")
        await press(pilot, "enter")
        await shown(pilot, "第 1 份 / 共 1 份")


async def test_an_attempt_of_somebody_who_is_not_on_the_roster_is_told() -> None:
    place = class_of_five()
    sit(place, replace(PEOPLE[4], id="99", name="路人"))
    async with in_room(place) as pilot:
        assert "1 人不在名册上" in grid(pilot)


async def test_a_room_without_papers_says_when_one_shows_and_still_offers_the_rest() -> None:
    place = replace(workplace(Shelf(shelf_papers=(), shelf_banks=(BANK,))), role="committee")
    async with in_room(place) as pilot:
        assert "还没有人作答" in grid(pilot)
        assert "F7" not in grid(pilot)  # there is no paper to do anything with
        await press(pilot, "enter")  # the class list comes first
        await shown(pilot, "按 F6 从 Excel 表格导入")


async def test_a_paper_with_a_window_is_listed_before_anybody_sat_it() -> None:
    later_paper = paper(id="make-up", title="补考", closes=class_of_five().clock.read().at.replace(year=2027))
    place = class_of_five()
    shelf = place.library
    assert isinstance(shelf, Shelf)
    shelf.shelf_papers = (*shelf.shelf_papers, later_paper)
    async with in_room(place) as pilot:
        assert "补考" in grid(pilot)
        assert "还没考 5" in grid(pilot)
        await press(pilot, "down", "enter")
        await opened(pilot, CommitteeRoom)
        assert in_front(pilot, ScoreTable)
        assert "赵[/]六" in grid(pilot)


async def test_a_table_is_left_to_the_papers_row_with_everything_counted_again() -> None:
    place = class_of_five()
    async with in_room(place) as pilot:
        await press(pilot, "enter")
        await opened(pilot, CommitteeRoom)
        assert in_front(pilot, ScoreTable)
        sit(place, PEOPLE[4])
        await press(pilot, "escape")
        await shown(pilot, "已交 4")
        assert "> 结业考试" in grid(pilot)


async def test_keys_pressed_at_once_open_what_they_were_meant_for() -> None:
    async with in_room(class_of_five()) as pilot:
        await burst(pilot, [*down(ROSTER), "enter"])
        await opened(pilot, CommitteeRoom)
        assert in_front(pilot, RosterScreen)


async def test_the_class_list_is_searched_as_one_types() -> None:
    async with in_room(class_of_five()) as pilot:
        await press(pilot, *down(ROSTER), "enter")
        await opened(pilot, CommitteeRoom)
        assert "5 人" in grid(pilot)
        await type_text(pilot, "[/]")
        assert "1 / 5 人" in grid(pilot)
        assert "赵[/]六" in grid(pilot)
        assert "张三" not in grid(pilot)
        await press(pilot, "escape")
        assert "张三" in grid(pilot)
        await press(pilot, "escape")
        assert in_front(pilot, CommitteeRoom)


async def test_verifying_says_in_a_sentence_that_all_is_sound(tmp_path: Path) -> None:
    async with in_room(class_of_five(tmp_path / "home")) as pilot:
        await press(pilot, *down(VERIFY), "enter")
        await shown(pilot, "上下键滚动")
        assert in_front(pilot, Notice)
        assert "4 份答卷" in grid(pilot)
        assert "没有发现" in grid(pilot)


async def test_verifying_names_what_was_altered_and_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    place = class_of_five(home)
    (journal,) = [file for file in home.glob("journal/*/*.jsonl") if '"candidate":"02"' in file.read_text("utf-8")]
    journal.write_bytes(journal.read_bytes().replace(b'["B"]', b'["A"]'))
    before = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    async with in_room(replace(place, home=FileHome(home))) as pilot:
        await press(pilot, *down(VERIFY), "enter")
        seen = await shown(pilot, "结论")
        assert "涉及 1 份答卷" in "".join(line.strip(" |") for line in seen.splitlines())
        assert "[记录]" in seen
    assert {file: file.read_bytes() for file in home.rglob("*") if file.is_file() and file in before} == before


async def test_a_seal_is_written_where_it_is_wanted_and_its_digest_stays_to_be_copied(own_folder: Path) -> None:
    place = class_of_five(own_folder / "home")
    async with in_room(place) as pilot:
        await press(pilot, *down(SEAL), "enter", "enter")
        seen = await shown(pilot, "封存单校验值")
        seal = read_seal(written(own_folder, ".txt").read_bytes())
        assert seal.digest[:16] in seen
        assert len(seal.attempts) == 4


async def test_a_seal_is_never_written_over_a_file(own_folder: Path) -> None:
    place = class_of_five(own_folder / "home")
    (own_folder / "封存单_20261201.txt").write_text("别的", "utf-8")
    async with in_room(place) as pilot:
        await press(pilot, *down(SEAL), "enter", "enter")
        await shown(pilot, "已经有")
    assert written(own_folder, ".txt").read_text("utf-8") == "别的"


async def test_what_was_cut_off_since_a_seal_shows_against_it_alone(own_folder: Path) -> None:
    home = own_folder / "home"
    async with in_room(class_of_five(home)) as pilot:
        await press(pilot, *down(SEAL), "enter", "enter")
        await shown(pilot, "封存单校验值")
    (journal,) = [file for file in home.glob("journal/*/*.jsonl") if '"candidate":"02"' in file.read_text("utf-8")]
    journal.unlink()
    place = replace(class_of_five(), home=FileHome(home), files=FilesHere(own=lambda: (own_folder,)))
    look(place.home, place.clock)
    (home / "scores.json").unlink()
    async with in_room(place) as pilot:
        await press(pilot, *down(SEALED), "enter")
        assert written(own_folder, ".txt").name in await shown(pilot, "和哪一张封存单对")
        await press(pilot, "enter")
        await shown(pilot, "[缺失]")
        assert "正在核对" not in grid(pilot)


async def test_a_seal_that_is_not_there_is_said(own_folder: Path) -> None:
    place = replace(class_of_five(own_folder / "home"), files=FilesHere(own=lambda: (own_folder,)))
    async with in_room(place) as pilot:
        await press(pilot, *down(SEALED), "enter")
        await shown(pilot, "没有找到封存单")
        await press(pilot, "enter")
        await opened(pilot, Pick)
        await type_text(pilot, "没有.txt")
        await press(pilot, "enter")
        await shown(pilot, "没有找到文件")
        assert in_front(pilot, Notice)


async def test_a_paper_whose_decisions_were_altered_says_so_and_opens_no_scores(tmp_path: Path) -> None:
    home = tmp_path / "home"
    place = class_of_five(home)
    noted(place, MISSING, "deferred")
    (decisions,) = home.glob("journal/*/committee.jsonl")
    decisions.write_bytes(decisions.read_bytes().replace(b"deferred", b"exempt.."))
    async with in_room(replace(place, home=FileHome(home))) as pilot:
        assert "评分记录被改动过" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, CommitteeRoom)
        assert in_front(pilot, Notice)


async def test_everything_is_exported_into_one_file_and_the_log_says_so(own_folder: Path) -> None:
    place = class_of_five(own_folder / "home")
    async with in_room(place) as pilot:
        await press(pilot, *down(EXPORT), "enter")
        await shown(pilot, "存到")
        await press(pilot, "tab", "tab", "ctrl+a")
        await type_text(pilot, str(own_folder / "全班.html"))
        await press(pilot, "enter")
        await shown(pilot, "已导出")
    assert "张三" in (own_folder / "全班.html").read_text("utf-8")
    assert "全班.html" in (own_folder / "home" / "log.jsonl").read_text("utf-8")


async def test_the_room_in_english_has_no_chinese_of_its_own() -> None:
    place = replace(class_of_five(rules=paper(title="Final")), class_title="Class 12")
    async with in_room(place, tongue="en") as pilot:
        assert not any("\u4e00" <= character <= "\u9fff" for character in grid(pilot)), grid(pilot)


async def test_who_sits_is_counted_once_however_many_attempts_there_are() -> None:
    place = class_of_five(rules=paper(title="结业考试", attempts=None))
    again = next(one for one in PEOPLE if one.id == "01")
    sit(place, again, hands_in=False, rules=paper(title="结业考试", attempts=None))
    async with in_room(place) as pilot:
        assert "已交 2 | 作答中 2" in grid(pilot)
        assert SITS not in grid(pilot)
