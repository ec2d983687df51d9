"""Where a monkey starts: the app, opened at each of its rooms, with a class, its papers and its banks behind it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp import wiring
from quizapp.domain.candidate import Candidate
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.ports.workplace import ExportPlace, Workplace
from quizapp.services.practice import Expected
from quizapp.settings import Options, settle
from quizapp.stores.export_places import OwnOutlets
from quizapp.tui.analysis.visit import analyse, debrief
from quizapp.tui.app import QuizApp
from quizapp.tui.banks.import_source import bring
from quizapp.tui.banks.shelf import ShelfScreen
from quizapp.tui.carrying.collecting_desk import collect_here
from quizapp.tui.carrying.publishing import publish_paper
from quizapp.tui.classes.roster import show_roster
from quizapp.tui.committee_room import manage, open_table
from quizapp.tui.decisions.correction import correct
from quizapp.tui.decisions.regrade import regrade
from quizapp.tui.evidence.replay import replay
from quizapp.tui.marking.essays import mark_essays
from quizapp.tui.marking.keying_rounds import KeyingTask
from quizapp.tui.papers.visit import compose_paper
from quizapp.tui.teacher_room import teach
from tests.instruments.app_stage import CHINA
from tests.samples import composing_pool, essay_paper, later_types_paper
from tests.samples.carrying.collecting_committee import committee
from tests.samples.classes import class_of_all_types
from tests.samples.classes.committee_class import EXAM, class_of_five
from tests.samples.invigilated_workplace import invigilated
from tests.samples.replayed_attempts import told_workplace
from tests.samples.teacher_workplace import SOURCE, TeacherPlace
from tests.samples.workplace import NINE, PAPER, Shelf, paper, workplace
from tests.tui.sitting.sectioned_sitting import clocked, place_of

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
    place = class_of_all_types.sat_class(folder, 12)
    place = replace(place, role="committee", staff="王班长", class_title="第 12 期", home_path=str(folder))
    return Start(_app(place), lambda app: visit(app, class_of_all_types.PAPER.id))


def _teaching(folder: Path, visit: Visit) -> Start:
    place = TeacherPlace(folder)
    (folder / "旧题.txt").write_text(SOURCE, "utf-8")
    return Start(_app(place.workplace), visit)


def _publishing(folder: Path) -> Start:
    place = replace(TeacherPlace(folder).workplace, role="teacher", outlets=OwnOutlets((ExportPlace(folder, True),)))
    return Start(_app(place), publish_paper, ("\r",))


def _rehearsing(folder: Path) -> Start:
    outlets = OwnOutlets((ExportPlace(folder, True),))
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
    place = essay_paper.essay_workplace()
    essay_paper.hand_in(place, "01", "张三", "第一时间向领导报告，讲清楚错在哪里。", "体会很深")
    essay_paper.hand_in(place, "02", "李四", "等一等再说")
    return Start(_app(place), lambda app: mark_essays(app, essay_paper.PAPER.id, Marker(by="王班长")))


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
    "sitting, the later types": lambda _: _sat(later_types_paper.later_place()),
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
    "keying": lambda _: Start(_app(workplace(), paper=PAPER.id, keying=KeyingTask(round=1, by="赵班长"))),
    "collecting": lambda _: _collecting(),
    "teacher": lambda folder: _teaching(folder, teach),
    "shelf": _shelf,
    "bringing": _bringing,
    "composing": lambda folder: Start(_app(composing_pool.place_of(folder)), compose_paper, ("\r",)),
    "publishing": _publishing,
    "rehearsal": _rehearsing,
}
