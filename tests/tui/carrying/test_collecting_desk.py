"""The 收卷台, by keys as a person would: verdicts, who is missing, what is decided, the list to sign."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.attempt.decisions import CopyChosen, Noted, Reassigned, Voided
from quizapp.services.book.score_book import look
from quizapp.services.carrying.copies import CopyVerdict
from quizapp.services.carrying.forks import fork_of
from quizapp.services.ports.paper_editor import facts_of
from quizapp.tui.carrying.collecting_desk import CollectingDesk
from quizapp.tui.carrying.desk_watch import DeskVerdicts, KnownAttempts, TimedVerdict
from quizapp.tui.committee_room import CommitteeRoom
from quizapp.tui.frame.dialogs.decision_form import DecisionForm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from tests.instruments.app_stage import SMALL, WIDE, grid, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.carrying.machines import CLASS, begun, changed, machine, packed, person, sat
from tests.samples.classes.committee_class import in_room, opened, shown
from tests.samples.workplace import NINE, PAPER, Shelf
from tests.services.carrying.test_forks import forks
from tests.tui.carrying.desk_stage import Stick, at_desk, collected, desk, in_front, plugged, rehearsed
from tests.tui.class_stage import running_text

if TYPE_CHECKING:
    from textual.pilot import Pilot

MISSING, DOUBTS, REHEARSAL, PEOPLE = (("right",) * times for times in range(1, 5))
"""The keys to each column."""


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """Have one stick's place on this machine, with nothing plugged in yet."""
    return plugged(tmp_path, monkeypatch)


async def _sees_verdicts(pilot: Pilot[int], stick: Stick) -> None:
    stick.has(1, 2, 9, changed=changed(packed(sat(3)), lambda data: data.replace(b"A", b"B")))
    stick.has(x=rehearsed(1, "yes"), y=rehearsed(2, "no"))
    await collected(pilot)
    await shown(pilot, "已收 2")


WAYS: dict[str, tuple[str, ...]] = {
    "desk_empty": (),
    "desk_help": ("f4",),
    "desk_verdicts": (),
    "desk_missing": MISSING,
    "desk_doubts": DOUBTS,
    "desk_rehearsal": REHEARSAL,
    "desk_people": PEOPLE,
}


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("name", WAYS)
async def test_the_desk_looks_as_it_did(
    name: str, size: tuple[int, int], stick: Stick, snapshots: ScreenSnapshots
) -> None:
    async with at_desk(desk(), size) as pilot:
        if name not in ("desk_empty", "desk_help"):
            await _sees_verdicts(pilot, stick)
        await press(pilot, *WAYS[name])
        await settled(pilot)
        seen = grid(pilot)
    snapshots.check(seen, name, size)


async def test_the_committees_room_leads_to_the_desk_and_the_desk_back(stick: Stick) -> None:
    async with in_room(desk()) as pilot:
        await shown(pilot, "收卷台")
        await press(pilot, "home", "enter")
        await opened(pilot, CommitteeRoom)
        assert in_front(pilot, CollectingDesk)
        assert "没有优盘" in grid(pilot)
        await press(pilot, "escape")
        await opened(pilot, CollectingDesk)
        assert in_front(pilot, CommitteeRoom)


async def test_a_stick_is_collected_by_itself_once_its_files_stand_still(stick: Stick) -> None:
    stick.has(1, 2)
    place = desk()
    async with at_desk(place) as pilot:
        assert "应到 4 | 已收 2 | 作答中 0 | 缺 2" in await shown(pilot, "已收 2")
        assert "新收 2 份，已有 0 份，不收 0 份" in grid(pilot)
    assert {doc["candidate"] for doc in look(place.home, place.clock, CLASS).scores} == {"001", "002"}


async def test_the_newest_verdict_stands_first_and_tells_file_person_and_sentence(stick: Stick) -> None:
    stick.has(1)
    async with at_desk(desk()) as pilot:
        await collected(pilot)
        stick.has(2)
        await collected(pilot, "002 考生002")
        first, second = (grid(pilot).index(f"{id} 考生{id}：新收") for id in ("002", "001"))
        assert first < second
        assert "答卷_样卷_002_考生002.zip" in running_text(pilot)
        await press(pilot, "down")
        assert "答卷_样卷_001_考生001.zip" in running_text(pilot)


async def test_what_was_refused_is_told_in_words_with_its_file_and_counted(stick: Stick) -> None:
    stick.has(1, zz=changed(packed(sat(3)), lambda data: data.replace(b"A", b"B")))
    async with at_desk(desk()) as pilot:
        seen = await collected(pilot, "不收 1 份")
        assert "收到的 2，要看 1" in seen
        assert "不收  zz.zip：作答记录被改动过" in seen
        await press(pilot, "down", "enter")
        await shown(pilot, "没有可处理的")


async def test_the_same_files_once_more_change_nothing_and_are_not_told_again(stick: Stick) -> None:
    stick.has(1, 2)
    async with at_desk(desk()) as pilot:
        await collected(pilot)
        seen = await collected(pilot, "已有 2 份")
        assert "收到的 2 " in seen.replace("]", " ")
        assert "已收 2 | " in seen


async def test_what_was_collected_in_an_earlier_look_is_counted_and_only_news_is_listed(stick: Stick) -> None:
    place = desk()
    stick.has(1, 2)
    async with at_desk(place) as pilot:
        await collected(pilot)
    stick.has(3, zz=changed(packed(sat(4)), lambda data: data.replace(b"A", b"B")))
    async with at_desk(place) as pilot:
        seen = await collected(pilot, "新收 1 份")
        assert "已有  2 份，以前收过，没有变化" in seen
        assert "收到的 4，要看 1" in seen
        assert "考生001" not in running_text(pilot).partition("收到的")[2].partition("----")[0]
        assert "003 考生003：新收" in seen
        await press(pilot, "end", *["down"] * 4)
        assert "以前已经收进成绩册" in running_text(pilot)
        await press(pilot, "enter")
        assert "[全班 4]" in grid(pilot)


def test_an_attempt_that_came_anew_is_counted_no_more() -> None:
    told = DeskVerdicts()
    for code in ("same", "same", "longer", "same"):
        told.take(NINE, CopyVerdict(file="a.zip", code=code, attempt="A"))
    told.take(NINE, CopyVerdict(file="b.zip", code="same", attempt="A"))
    assert [type(one) for one in told.entries] == [TimedVerdict]
    told.take(NINE, CopyVerdict(file="b.zip", code="same", attempt="B"))
    told.take(NINE, CopyVerdict(file="c.zip", code="shorter", attempt="B"))
    assert told.entries[1:] == (KnownAttempts(1),)


def test_a_file_that_is_no_pack_is_named_as_ever() -> None:
    told = DeskVerdicts()
    for _ in range(2):
        told.take(NINE, CopyVerdict(file="a.zip", code="not-pack"))
    assert [type(one) for one in told.entries] == [TimedVerdict]


async def test_who_is_missing_is_named_and_noted_from_there(stick: Stick) -> None:
    stick.has(1, 2, 3)
    place = desk()
    async with at_desk(place) as pilot:
        await collected(pilot)
        await press(pilot, *MISSING)
        assert "缺卷       004          考生004" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, CollectingDesk)
        assert isinstance(pilot.app.screen, Pick)
        await press(pilot, "enter")
        await opened(pilot, Pick)
        await type_text(pilot, "住院")
        await press(pilot, "f9")
        await opened(pilot, DecisionForm)
        await press(pilot, "f9")
        assert "缺 0 | 不用考 1" in await shown(pilot, "已记为缓考")
    (noted,) = place.home.decisions.read(PAPER.id)
    assert isinstance(noted, Noted)
    assert (noted.candidate, noted.note, noted.why) == ("004", "deferred", "住院")


async def test_a_number_that_is_not_on_the_roster_is_reassigned_from_what_waits(stick: Stick) -> None:
    stick.has(9)
    place = desk()
    async with at_desk(place) as pilot:
        await collected(pilot)
        await press(pilot, *DOUBTS)
        assert "不在名册  009 考生009" in await shown(pilot, "待处理 1")
        await press(pilot, "enter")
        await opened(pilot, CollectingDesk)
        await press(pilot, "down", "down", "enter")
        await opened(pilot, Pick)
        for text in ("004", "", "", "学号写错了"):
            await type_text(pilot, text)
            if text != "学号写错了":
                await press(pilot, "enter")
        await press(pilot, "f9")
        await opened(pilot, DecisionForm)
        await press(pilot, "f9")
        assert "待处理 0" in await shown(pilot, "答卷已改归 004 考生004")
        assert "已收 1 | 作答中 0 | 缺 3" in grid(pilot)
    (decided,) = place.home.decisions.read(PAPER.id)
    assert isinstance(decided, Reassigned)
    assert decided.candidate == "004"


async def test_of_two_attempts_where_one_is_allowed_it_is_asked_which_one_and_that_is_voided(stick: Stick) -> None:
    stick.has(one=packed(sat(1, name="一号机")), two=packed(sat(1, name="二号机")))
    place = desk()
    async with at_desk(place) as pilot:
        await collected(pilot)
        await press(pilot, *DOUBTS)
        assert "超过次数  001 考生001" in await shown(pilot, "待处理 1")
        await press(pilot, "enter")
        await opened(pilot, CollectingDesk)
        assert "处理哪一份" in grid(pilot)
        # Begun in the same minute the two look alike but for this.
        assert ("，现在算数" in grid(pilot), "，现在不算" in grid(pilot)) == (True, True)
        await press(pilot, "enter")
        await shown(pilot, "要办什么")
        await press(pilot, "end", "enter")
        await opened(pilot, Pick)
        await type_text(pilot, "替考")
        await press(pilot, "f9")
        await opened(pilot, DecisionForm)
        await press(pilot, "f9")
        await shown(pilot, "待处理 0")
    (decided,) = place.home.decisions.read(PAPER.id)
    assert isinstance(decided, Voided)


async def test_copies_that_part_ways_stand_side_by_side_and_the_chosen_one_counts(stick: Stick) -> None:
    one, other = forks()
    stick.has(one=one, two=other)
    place = desk()
    async with at_desk(place) as pilot:
        await collected(pilot)
        await shown(pilot, "待定")
        await press(pilot, *DOUBTS)
        seen = await shown(pilot, "待处理 1")
        assert "副本不同  001 考生001" in seen
        (doc,) = look(place.home, place.clock, place.class_id).scores
        assert not doc["counts"]
        (name,) = place.home.journals.names()
        copies = fork_of(place.home, name)
        assert all(f"副本 {copy.shown_head}" in seen for copy in copies)
        await press(pilot, "enter")
        await opened(pilot, CollectingDesk)
        await press(pilot, "enter")
        await opened(pilot, Pick)
        assert all(f"副本 {copy.shown_head}" in grid(pilot) for copy in copies)
        for text in (copies[1].shown_head, "", "班委乙", "核对监考记录"):
            await type_text(pilot, text)
            if text != "核对监考记录":
                await press(pilot, "enter")
        await press(pilot, "f9")
        await opened(pilot, DecisionForm)
        await press(pilot, "f9")
        assert "待处理 0" in await shown(pilot, "已选定副本，现在计入")
    (decided,) = place.home.decisions.read(PAPER.id)
    assert isinstance(decided, CopyChosen)
    assert (decided.head, decided.others) == (copies[1].head, (copies[0].head,))
    (doc,) = look(place.home, place.clock, place.class_id).scores
    assert doc["counts"]


async def test_who_has_not_rehearsed_or_not_passed_is_listed(stick: Stick) -> None:
    stick.has(a=rehearsed(1, "yes"), b=rehearsed(2, "no"))
    async with at_desk(desk()) as pilot:
        await press(pilot, "f5")
        await shown(pilot, "试机未过 3")
        await press(pilot, *REHEARSAL)
        seen = grid(pilot)
        assert "考生001" not in seen
        assert "试机没通过" in next(one for one in seen.split("\n") if "考生002" in one)
        assert "没有试机" in next(one for one in seen.split("\n") if "考生003" in one)


async def test_an_attempt_under_way_elsewhere_is_no_missing_one(stick: Stick) -> None:
    there = machine("机器001")
    begun(there, person(1)).close()
    stick.has(under_way=packed(there))
    async with at_desk(desk()) as pilot:
        assert "应到 4 | 已收 0 | 作答中 1 | 缺 3" in await collected(pilot)


async def test_a_folder_that_is_chosen_is_collected_and_watched_from_then_on(stick: Stick, tmp_path: Path) -> None:
    other = Stick(tmp_path / "收卷夹")
    other.has(1)
    async with at_desk(desk()) as pilot:
        await press(pilot, "f6")
        await opened(pilot, CollectingDesk)
        await press(pilot, "end", "enter")
        await opened(pilot, Pick)
        await type_text(pilot, str(other.folder))
        await press(pilot, "enter")
        await shown(pilot, "已收 1 ")
        other.has(2)
        assert "收卷夹" in await collected(pilot, "已收 2 ")


async def test_a_place_that_is_not_there_is_said_so(stick: Stick, tmp_path: Path) -> None:
    async with at_desk(desk()) as pilot:
        await press(pilot, "f6")
        await opened(pilot, CollectingDesk)
        await press(pilot, "end", "enter")
        await opened(pilot, Pick)
        await type_text(pilot, str(tmp_path / "没有"))
        await press(pilot, "enter")
        await shown(pilot, "没有找到")


async def test_another_paper_is_shown(stick: Stick) -> None:
    async with at_desk(desk()) as pilot:
        await press(pilot, "f7")
        await opened(pilot, CollectingDesk)
        assert "看哪份试卷" in grid(pilot)
        await press(pilot, "enter")
        await opened(pilot, Pick)
        assert "收卷台 | 样卷" in grid(pilot)


async def test_a_paper_that_nobody_sat_gives_way_to_the_one_that_comes_unless_it_was_chosen(stick: Stick) -> None:
    others = Shelf((replace(PAPER, id="another", title="别的卷"), PAPER))
    for chooses in (False, True):
        place = replace(desk(), library=others, paper_list=lambda: facts_of(others.papers()))
        stick.has(1)
        async with at_desk(place) as pilot:
            assert "收卷台 | 别的卷" in grid(pilot)
            if chooses:
                await press(pilot, "f7")
                await opened(pilot, CollectingDesk)
                await press(pilot, "enter")
                await opened(pilot, Pick)
            seen = await collected(pilot, "1 份是别的试卷的" if chooses else "新收")
            assert ("收卷台 | 别的卷" in seen) == chooses
            assert ("1 份是别的试卷的" in seen) == chooses


@pytest.mark.parametrize(("steps", "suffix", "holds"), [(0, ".html", "监考"), (1, ".csv", "回执号")])
async def test_the_list_is_written_where_the_person_wants_it(
    stick: Stick, tmp_path: Path, steps: int, suffix: str, holds: str
) -> None:
    stick.has(1)
    place = desk()
    async with at_desk(place) as pilot:
        await collected(pilot)
        for again in (False, True):
            await press(pilot, "f8")
            await opened(pilot, CollectingDesk)
            await press(pilot, *["down"] * steps, "enter")
            await opened(pilot, Pick)
            await press(pilot, "enter")
            if again:
                await shown(pilot, "已经有了")
                await press(pilot, "right", "enter")
            await shown(pilot, "收卷清单存到了")
            assert isinstance(pilot.app.screen, Notice)
            await press(pilot, "enter")
            await opened(pilot, Notice)
    (written,) = tmp_path.glob(f"收卷清单_样卷_*{suffix}")
    text = written.read_text("utf-8-sig")
    assert holds in text
    assert "考生001" in text
    assert "考生004" in text


async def test_in_english_nothing_is_chinese(stick: Stick) -> None:
    async with at_desk(desk(0), tongue="en") as pilot:
        seen = grid(pilot).replace("样卷", "")
        assert not any("\u4e00" <= sign <= "\u9fff" for sign in seen), seen
