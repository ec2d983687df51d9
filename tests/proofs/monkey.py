"""Where a monkey starts: the app, opened at each of its rooms, with a class, its papers and its banks behind it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp import wiring
from quizapp.domain.candidate import Candidate
from quizapp.domain.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.outlets import Outlet
from quizapp.services.practising import Expected
from quizapp.services.workplace import Workplace
from quizapp.settings import Options, settle
from quizapp.stores.outlets import OwnOutlets
from quizapp.tui.analysis_visit import analyse
from quizapp.tui.app import QuizApp
from quizapp.tui.bringing_visit import bring
from quizapp.tui.collecting_visit import collect_here
from quizapp.tui.committee_visit import manage, open_table
from quizapp.tui.composing_visit import compose_paper
from quizapp.tui.correcting_visit import correct
from quizapp.tui.debrief_visit import debrief
from quizapp.tui.keying_visit import Wanted
from quizapp.tui.marking_visit import mark_essays
from quizapp.tui.publishing_visit import publish_paper
from quizapp.tui.regrade_visit import regrade
from quizapp.tui.replay_visit import replay
from quizapp.tui.roster_visit import show_roster
from quizapp.tui.screens.shelf import ShelfScreen
from quizapp.tui.teacher_visit import teach
from tests import classroom, composing, essays
from tests.committee import EXAM, class_of_five
from tests.invigilated import invigilated
from tests.replays import told_workplace
from tests.services.collecting.committees import committee
from tests.shelf import NINE, PAPER, Shelf, paper, workplace
from tests.teachers import SOURCE, TeacherPlace
from tests.tui import later_types
from tests.tui.sections import clocked, place_of
from tests.tui.stage import CHINA

ONE = Candidate(id="07", name="张三", unit="市发改委")
BEGIN = (" ", "\r")
"""From a cover to the first question, as a terminal sends it."""

Visit: TypeAlias = Callable[[QuizApp], Awaitable[object]]


class Start(NamedTuple):
    """One place to begin at: the app, how a room is opened in it, and keys that lead further."""

    app: QuizApp
    visit: Visit | None = None
    keys: tuple[str, ...] = ()


def _app(place: Workplace, **straight_to: object) -> QuizApp:
    return QuizApp(place, Language("zh", CHINA), **straight_to)  # type: ignore[arg-type]  # named below


def _sat(place: Workplace, *keys: str) -> Start:
    app = _app(place, paper="sample-paper", candidate=ONE.id, name=ONE.name)
    return Start(app, keys=(*BEGIN, *keys))


def _mock(folder: Path) -> Start:
    place = wiring.workplace(settle(Options(home=str(folder / "home")), {}))
    return Start(_app(place, paper="mock", candidate=ONE.id, name=ONE.name))


def _of_class(folder: Path, visit: Callable[[QuizApp, str], Awaitable[object]]) -> Start:
    place = classroom.sat_class(folder, 12)
    place = replace(place, role="committee", staff="王班长", class_title="第 12 期", home_path=str(folder))
    return Start(_app(place), lambda app: visit(app, classroom.PAPER.id))


def _teaching(folder: Path, visit: Visit) -> Start:
    place = TeacherPlace(folder)
    (folder / "旧题.txt").write_text(SOURCE, "utf-8")
    return Start(_app(place.workplace), visit)


def _publishing(folder: Path) -> Start:
    place = replace(TeacherPlace(folder).workplace, role="teacher", outlets=OwnOutlets((Outlet(folder, True),)))
    return Start(_app(place), publish_paper, ("\r",))


def _rehearsing(folder: Path) -> Start:
    outlets = OwnOutlets((Outlet(folder, True),))
    place = replace(workplace(), outlets=outlets, machine="PC-07", home_path=str(folder / "home"))
    return Start(_app(place, rehearses=True), keys=("0", "7", "\t", "张", "\r", "\t", "\r"))


def _shelf(folder: Path) -> Start:
    place = TeacherPlace(folder)

    async def visit(app: QuizApp) -> None:
        await app.push_screen_wait(ShelfScreen(place.desk, place.bank))

    return Start(_app(place.workplace), visit)


def _bringing(folder: Path) -> Start:
    place = TeacherPlace(folder)
    source = folder / "old.txt"
    source.write_text(SOURCE, "utf-8")
    return Start(_app(place.workplace), lambda app: bring(app, place.desk), ("\x01", str(source), "\r"))


def _replaying() -> Start:
    place, name = told_workplace()
    return Start(_app(place), lambda app: replay(app, name))


def _marking() -> Start:
    place = essays.essay_workplace()
    essays.hand_in(place, "01", "张三", "第一时间向领导报告，讲清楚错在哪里。", "体会很深")
    essays.hand_in(place, "02", "李四", "等一等再说")
    return Start(_app(place), lambda app: mark_essays(app, essays.PAPER.id, Marker(by="王班长")))


def _collecting() -> Start:
    place = replace(committee(), role="committee", class_title="第 12 期")
    return Start(_app(place), collect_here)


def _home_of_many() -> Start:
    soon, gone = NINE + timedelta(days=1), NINE - timedelta(days=1)
    papers = (PAPER, paper(id="later", title="明天的卷", opens=soon), paper(id="gone", title="昨天的卷", closes=gone))
    place = workplace(Shelf(shelf_papers=papers))
    place.home.roster.record([ONE, Candidate(id="08", name="李四")], NINE)
    return Start(_app(place))


STARTS: dict[str, Callable[[Path], Start]] = {
    "home": lambda _: _home_of_many(),
    "sitting, a mock exam": _mock,
    "sitting, the first types": lambda _: _sat(workplace()),
    "sitting, the later types": lambda _: _sat(later_types.later_place()),
    "sitting, sections with clocks": lambda _: _sat(place_of(clocked())),
    "sitting, no way back": lambda _: _sat(place_of(clocked(navigation="forward_only"))),
    "sitting, an invigilator": lambda _: _sat(invigilated(), "\x1b[19~"),
    "result": lambda _: _sat(workplace(), "1", "\x1b[C", "2", "\x1b[20~", "\x1b[20~"),
    "practice": lambda _: Start(_app(workplace(), practice=Expected(candidate=ONE)), keys=("\r",)),
    "committee": lambda folder: Start(_app(class_of_five(folder / "home")), manage),
    "score table": lambda folder: Start(_app(class_of_five(folder / "home")), lambda app: open_table(app, EXAM.id)),
    "roster": lambda folder: Start(_app(class_of_five(folder / "home")), show_roster),
    "analysis": lambda folder: _of_class(folder, analyse),
    "讲评": lambda folder: _of_class(folder, debrief),
    "correcting a key": lambda folder: _of_class(folder, correct),
    "marking again": lambda folder: _of_class(folder, regrade),
    "replay": lambda _: _replaying(),
    "marking": lambda _: _marking(),
    "keying": lambda _: Start(_app(workplace(), paper=PAPER.id, keying=Wanted(round=1, by="赵班长"))),
    "collecting": lambda _: _collecting(),
    "teacher": lambda folder: _teaching(folder, teach),
    "shelf": _shelf,
    "bringing": _bringing,
    "composing": lambda folder: Start(_app(composing.place_of(folder)), compose_paper, ("\r",)),
    "publishing": _publishing,
    "rehearsal": _rehearsing,
}
