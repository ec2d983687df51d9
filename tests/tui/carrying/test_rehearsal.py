"""A rehearsal, gone through as a person does on the machine they will sit on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.carrying.pack_file import pack_bytes
from quizapp.carrying.pack_reader import read_pack
from quizapp.domain.carrying import KEYS
from quizapp.domain.errors import MachineRefused
from quizapp.services.carrying.collect import collect
from quizapp.services.carrying.copies import Rehearsed
from quizapp.services.carrying.pack import pack, record
from quizapp.services.carrying.publication import open_publication
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.stores.export_places import OwnOutlets
from quizapp.stores.rehearsal_trials import OwnMachineTrial
from quizapp.tui.carrying.rehearsal import RehearsalDone, RehearsalKeys
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import SMALL, WIDE, grid, on_stage, press, settled, type_text
from tests.instruments.screen_snapshots import ScreenSnapshots
from tests.samples.carrying.publications import PASSWORD, carried, published, written
from tests.samples.workplace import NINE, PAPER, StoppedClock, workplace

if TYPE_CHECKING:
    from textual.pilot import Pilot


def machine(tmp_path: Path, *, has_stick: bool = True, clock: StoppedClock | None = None) -> Workplace:
    """Return a workplace with a stick, or only a desktop, to carry things away on."""
    (tmp_path / "stick").mkdir(exist_ok=True)
    outlets = OwnOutlets((ExportPlace(tmp_path / "stick", has_stick),))
    return replace(workplace(clock=clock), outlets=outlets, machine="PC-07", home_path=str(tmp_path / "home"))


async def identified(pilot: Pilot[int]) -> None:
    """Say who rehearses."""
    await press(pilot, "0", "7", "tab")
    await type_text(pilot, "张三")
    await press(pilot, "enter", "enter")
    await settled(pilot)
    assert isinstance(pilot.app.screen, RehearsalKeys)


async def rest(pilot: Pilot[int], typed: str = "办公室", drawing: int = 0, clock: int = 0) -> None:
    """Go on from the keys to the verdict."""
    await settled(pilot)
    if typed:
        await type_text(pilot, typed)
    await press(pilot, "enter" if typed else "escape")
    await settled(pilot)
    await press(pilot, *["down"] * drawing, "enter")
    await settled(pilot)
    await press(pilot, *["down"] * clock, "enter")
    for _ in range(300):
        await pilot.pause(0.05)
        if isinstance(pilot.app.screen, RehearsalDone):
            break
    await settled(pilot)


def recorded(place: Workplace) -> list[Rehearsal]:
    return [one for one in place.home.collected.read() if isinstance(one, Rehearsal)]


def on_stick(folder: Path) -> list[Rehearsal]:
    """Return the rehearsals that a collecting committee finds on the stick."""
    found: list[Rehearsal] = []
    for path in folder.iterdir():
        for one in read_pack(path.read_bytes(), path.name):
            assert isinstance(one, Rehearsed)
            found += one.rehearsals
    return found


async def test_all_is_well_and_leaves_a_line_that_collecting_reads(tmp_path: Path) -> None:
    place = machine(tmp_path)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await rest(pilot)
        assert "试机通过" in grid(pilot)
        assert "同一题、同一秒" in grid(pilot)
    (one,) = recorded(place)
    assert (one.who, one.machine, one.values["passed"], one.values["name"]) == ("07", "PC-07", "yes", "张三")
    assert on_stick(tmp_path / "stick") == [one]
    assert [path.name for path in (tmp_path / "stick").iterdir()] == ["试机_07_张三.zip"]
    # What was tried on the disk is not there any more.
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_its_screens_look_as_they_did(size: tuple[int, int], tmp_path: Path, snapshots: ScreenSnapshots) -> None:
    async with on_stage(machine(tmp_path, has_stick=False), rehearses=True, size=size) as pilot:
        await identified(pilot)
        await press(pilot, "1", "space", "right")
        snapshots.check(grid(pilot), "rehearsal_keys", size)
        await press(pilot, *["space"] * 7)
        await settled(pilot)
        snapshots.check(grid(pilot), "rehearsal_typing", size)
        await press(pilot, "escape")
        await settled(pilot)
        snapshots.check(grid(pilot), "rehearsal_drawing", size)


async def test_keys_that_do_not_arrive_are_named_with_what_to_do(tmp_path: Path) -> None:
    place = machine(tmp_path)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *["space" if key in ("f2", "pagedown") else key.lower() for key in KEYS])
        await rest(pilot)
        shown = grid(pilot).replace("\n", "")
        assert "试机没有通过：1 项要处理" in shown
        assert "F2、PgDn（下一页）" in shown
    assert recorded(place)[0].values["keys"] == "failed"


class FullMachine(OwnMachineTrial):
    """A machine whose disk takes no answer."""

    def saving(self, folder: Path) -> timedelta:
        raise MachineRefused("disk-full", file=str(folder))


async def test_a_disk_that_takes_no_answer_is_said_with_its_reason(tmp_path: Path) -> None:
    place = replace(machine(tmp_path), machine_trial=FullMachine)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await rest(pilot)
        assert "答案存不下来：磁盘已满" in grid(pilot)
    assert recorded(place)[0].values["saving"] == "failed"


async def test_no_other_key_does_anything_and_an_input_method_is_told_so(tmp_path: Path) -> None:
    async with on_stage(machine(tmp_path), rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, "escape", "enter", "f4", "ctrl+p", "9")
        assert isinstance(pilot.app.screen, RehearsalKeys)
        await type_text(pilot, "的")
        assert "当前是中文输入法" in grid(pilot)
        # A wide digit is the digit.
        await type_text(pilot, "１")
        assert "现在请按：A" in grid(pilot)


async def test_one_key_leaves_the_keys_and_then_nothing_is_recorded(tmp_path: Path) -> None:
    place = machine(tmp_path)
    async with on_stage(place) as pilot:
        await press(pilot, "down", "down", "enter")
        await identified(pilot)
        assert "Ctrl+Q 不试了" in grid(pilot)
        await press(pilot, "1", "ctrl+q")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    assert recorded(place) == []


@pytest.mark.parametrize(
    ("answers", "failed"),
    [
        ({"typed": "bangongshi"}, "typing"),
        ({"drawing": 1}, "drawing"),
        ({"drawing": 2}, "drawing"),
        ({"clock": 1}, "clock"),
    ],
)
async def test_what_a_person_sees_amiss_does_not_pass(tmp_path: Path, answers: dict[str, int], failed: str) -> None:
    place = machine(tmp_path)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await rest(pilot, **answers)  # type: ignore[arg-type]  # a text or a number each
        assert "没有通过" in grid(pilot)
    values = recorded(place)[0].values
    assert [name for name, state in values.items() if state == "failed"] == [failed]


async def test_without_a_stick_and_an_input_method_it_passes_and_says_what_was_not_tried(tmp_path: Path) -> None:
    place = machine(tmp_path, has_stick=False)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "没有找到优盘" in grid(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "down", "enter")
        for _ in range(300):
            await pilot.pause(0.05)
            if isinstance(pilot.app.screen, RehearsalDone):
                break
        await settled(pilot)
        assert "试机通过" in grid(pilot)
        assert "交卷导出时一起带走" in grid(pilot)
    values = recorded(place)[0].values
    assert {name for name, state in values.items() if state == "skipped"} == {"typing", "stick"}
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("is_opened", [True, False])
async def test_a_clock_before_the_publication_is_told_without_asking(tmp_path: Path, is_opened: bool) -> None:
    clock = StoppedClock()
    place = machine(tmp_path, clock=clock)
    if is_opened:
        open_publication(place, carried(published(PAPER)))
    else:
        # Days before the exam it lies there sealed, and nobody knows the password yet.
        written(tmp_path / "stick", published(PAPER), PASSWORD)
        (tmp_path / "stick" / "别的.quiz").write_bytes(b"no publication")
    clock.at -= timedelta(days=365)
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        await press(pilot, "enter")
        for _ in range(300):
            await pilot.pause(0.05)
            if isinstance(pilot.app.screen, RehearsalDone):
                break
        await settled(pilot)
        shown = grid(pilot).replace("\n", "").replace(" ", "")
        assert "2025年12月1日09:00" in shown
        assert "2026年12月1日09:00" in shown


async def test_a_stick_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    place = machine(tmp_path)
    (tmp_path / "stick").rmdir()
    (tmp_path / "stick").write_text("no folder")
    async with on_stage(place, rehearses=True) as pilot:
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await rest(pilot)
        assert "优盘写不进去" in grid(pilot)
    assert recorded(place)[0].values["stick"] == "failed"


async def test_it_may_be_done_again_and_going_back_leaves_nothing(tmp_path: Path) -> None:
    place = machine(tmp_path)
    async with on_stage(place) as pilot:
        await press(pilot, "down", "down", "enter")
        await identified(pilot)
        await press(pilot, *[key.lower() for key in KEYS])
        await rest(pilot, clock=1)
        await press(pilot, "f5")
        await settled(pilot)
        assert isinstance(pilot.app.screen, RehearsalKeys)
        await press(pilot, *[key.lower() for key in KEYS])
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert type(pilot.app.screen).__name__ == "HomeScreen"
    assert len(recorded(place)) == 1


async def test_every_pack_from_the_machine_tells_of_it(tmp_path: Path) -> None:
    place = machine(tmp_path, has_stick=False)
    one = Rehearsal(at=NINE, machine="PC-07", who="07", values={"passed": "yes"})
    record(place, one)
    assert pack(place, ()).rehearsals == (one,)
    # Carried where everything is collected it is known once, however often it comes.
    committee = workplace()
    data = pack_bytes(pack(place, ()))
    for _ in range(2):
        collect(committee, read_pack(data, "x.zip"), "王五")
    assert recorded(committee) == [one]
