"""The app on a stage with the 收卷台 open, and a stick that comes and goes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.pack_file import pack_bytes
from quizapp.language import Tongue
from quizapp.services.carrying.pack import Pack
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.app import QuizApp
from quizapp.tui.carrying.collecting_desk import CollectingDesk, collect_here
from quizapp.tui.home import HomeScreen
from tests.instruments.app_stage import SMALL, on_stage, press
from tests.samples.carrying.collecting_committee import committee
from tests.samples.carrying.machines import CLASS, packed, person, sat
from tests.samples.classes.committee_class import opened, shown
from tests.samples.workplace import NINE, FilesHere

if TYPE_CHECKING:
    import pytest
    from textual.pilot import Pilot


STICK = Path("U盘")
"""The one stick's folder, named as short everywhere: how far a path reaches is seen on the screen."""


@dataclass
class Stick:
    """A folder that comes and goes as a stick does."""

    folder: Path

    def drives(self) -> tuple[Path, ...]:
        return (self.folder,) if self.folder.is_dir() else ()

    def has(self, *numbers: int, **files: bytes) -> None:
        """Put the packs of these people on it, and other files."""
        self.folder.mkdir(exist_ok=True)
        for number in numbers:
            (self.folder / f"答卷_样卷_{number:03}_考生{number:03}.zip").write_bytes(packed(sat(number)))
        for name, data in files.items():
            (self.folder / f"{name}.zip").write_bytes(data)


def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """Have one stick's place on this machine, with nothing plugged in yet, and nobody's own folders."""
    monkeypatch.chdir(tmp_path)
    one = Stick(STICK)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return one


def desk(people: int = 4) -> Workplace:
    """Return a committee's machine with a roster of so many, and room for the one stick."""
    files = FilesHere(Stick(STICK).drives)
    place = replace(committee(), role="committee", class_title="第 12 期", files=files)
    place.home.roster.record([person(number) for number in range(1, people + 1)], NINE)
    return place


@asynccontextmanager
async def at_desk(place: Workplace, size: tuple[int, int] = SMALL, tongue: Tongue = "zh") -> AsyncIterator[Pilot[int]]:
    """Run the app with the desk open."""
    async with on_stage(place, size=size, tongue=tongue) as pilot:
        assert isinstance(pilot.app, QuizApp)
        pilot.app.run_worker(collect_here(pilot.app), group="visit")
        await opened(pilot, HomeScreen)
        assert isinstance(pilot.app.screen, CollectingDesk)
        yield pilot


def in_front(pilot: Pilot[int], screen: type) -> bool:
    """Return whether a screen of that kind is the one that keys go to."""
    return isinstance(pilot.app.screen, screen)


async def collected(pilot: Pilot[int], told: str = "新收") -> str:
    """Have everything collected now, and return what is on screen."""
    await press(pilot, "f5")
    return await shown(pilot, told)


def rehearsed(number: int, passed: str) -> bytes:
    """Return the file of somebody's rehearsal."""
    one = Rehearsal(at=NINE, machine="七号机", who=f"{number:03}", values={"passed": passed})
    return pack_bytes(Pack(class_id=CLASS, machine="七号机", made_at=NINE, attempts=(), forms={}, rehearsals=(one,)))
