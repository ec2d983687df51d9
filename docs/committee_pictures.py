"""The pictures of the committee's guide: its rooms as they stood at the guide's hours, drawn on copies of the class."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from docs.committee_answers import DISPUTED
from docs.committee_class import PAPER, SimulatedClass
from docs.committee_examples import KEEPS
from docs.drawing import GONE, LONGEST, drawn, press, settled, shown, typed
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.dialogs.notices import ReadingNotice
from quizapp.tui.home import HomeScreen
from tests.samples.workplace import FilesHere, StoppedClock

Visit = Callable[[QuizApp], Awaitable[object]]
HOURS = {
    "收卷前": datetime(2026, 12, 1, 3, 12, tzinfo=UTC),
    "收卷后": datetime(2026, 12, 1, 3, 45, tzinfo=UTC),
    "更正以前": datetime(2026, 12, 1, 8, 5, tzinfo=UTC),
    "申诉": datetime(2026, 12, 2, 1, 5, tzinfo=UTC),
}
"""When the pictures of each copy are drawn: as late as it was kept."""


SEEN = "seen:"
"""What stands before a text, among keys, that must be on the screen before the next key."""


class Picture(NamedTuple):
    """A screen of the committee's: on which copy it stands, the way to it, and what it shows in the end."""

    name: str
    kept: str
    visit: Visit
    keys: tuple[str, ...]
    text: str


def pictures_of() -> Iterator[Picture]:
    """Give the pictures, in the guide's order."""
    yield Picture("committee_room", "收卷后", _room, (), "待阅卷")
    yield Picture("committee_marking", "收卷后", _marking, ("1", "0", "down", "5"), "马上")
    note = ("3", "5", "f6", f"{SEEN}缓考、免考、违纪", "enter", f"{SEEN}F9 看看", typed("找人代考，监考当场查实"))
    filled = (*note, "shift+tab", typed("李老师"), "shift+tab", "shift+tab", "right", "right")
    yield Picture("committee_desk", "收卷前", _desk, (f"{SEEN}不收 1 份",), f"{GONE}不收 1 份")
    yield Picture("committee_decide", "收卷后", _table, filled, "违纪")
    yield Picture("committee_table", "更正以前", _table, (), "学员13")
    yield Picture("committee_analysis", "更正以前", _analysis, (), "疑似错答案")
    yield Picture("committee_item", "更正以前", _analysis, ("enter",), "疑似错答案")
    yield Picture("committee_debrief", "申诉", _debrief, ("right", f"{SEEN}第 2 道", "enter"), "得分率")
    yield Picture("committee_replay", "申诉", _replay, ("f5",) * 16, "助手")


async def pictures(folder: Path) -> dict[str, str]:
    """Return each picture's name and SVG, the guide's examples having been run in that folder."""
    return {one.name: await _drawn(one, folder) for one in pictures_of()}


async def _drawn(one: Picture, folder: Path) -> str:
    place = SimulatedClass(folder, StoppedClock(HOURS[one.kept])).place(f"{KEEPS}/{one.kept}")
    # Told from the folder, so that the desk names it alike on every machine.
    place = replace(place, watch=("优盘",), files=FilesHere())
    with contextlib.chdir(folder):
        return await _screen(one, place)


async def _screen(one: Picture, place: Workplace) -> str:
    app = QuizApp(place, Language("zh", timezone(timedelta(hours=8))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.run_worker(one.visit(app), group="visit")
        async with asyncio.timeout(LONGEST):
            while isinstance(app.screen, (HomeScreen, ReadingNotice)):
                await pilot.pause(0.05)
        await settled(pilot)
        for key in one.keys:
            if key.startswith(SEEN):
                await shown(pilot, key.removeprefix(SEEN))
            else:
                await press(pilot, (key,))
        await shown(pilot, one.text)
        return drawn(pilot, one.name)


def _room(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.committee_room import manage

    return manage(app)


def _desk(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.carrying.collecting_desk import collect_here

    return collect_here(app)


def _table(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.committee_room import open_table

    return open_table(app, PAPER)


def _marking(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.marking.essays import mark_essays

    return mark_essays(app, PAPER, Marker(by="李老师"))


def _analysis(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.analysis.visit import analyse

    return analyse(app, PAPER)


def _debrief(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.analysis.visit import debrief

    return debrief(app, PAPER)


def _replay(app: QuizApp) -> Awaitable[object]:
    from quizapp.tui.evidence.replay import replay

    return replay(app, _disputed(app.workplace))


def _disputed(place: Workplace) -> AttemptName:
    from quizapp.services.book.score_book import look

    docs = look(place.home, place.clock).scores
    return next(AttemptName(str(doc["attempt"]), PAPER) for doc in docs if doc["candidate"] == f"{DISPUTED:02d}")
