"""The class of the committee's guide, simulated from a fixed seed: forty people, their sheets, sticks and answers.

One pack is altered on its way, one number is mistyped, one machine broke down.
"""

from __future__ import annotations

import io
import random
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from docs.committee_answers import DISPUTED, SEED, Sat, Seeded, answer, knowing
from quizapp import wiring
from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.attempt.receipt import PhotoLine, answers_of, receipt, write_line
from quizapp.domain.candidate import Candidate
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.reports.review_sheet import write_sheet
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, refresh
from quizapp.services.carrying import pack
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.services.marking import essay_pile
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.settings import Options, settle
from quizapp.tui.frame.themes import DAY
from tests.samples.workplace import Remembered, StoppedClock

if TYPE_CHECKING:
    from quizapp.services.ports.port_values import Document
    from quizapp.services.ports.workplace import Workplace

SOURCE = Path(__file__).parent / "examples" / "committee"
HOME = "数据"
PAPER = "结业考试"
NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)
UNITS = ("市发改委", "市教育局", "县委办", "县政府办", "市交通局")
HERE, ON_PAPER, NOT_THERE = range(1, 5), (36, 37), (35, 38, 39, 40)
"""The numbers of those who sat on the committee's machine, on paper, and not at all; the others had machines."""
BROKE, ALTERED, MISTYPED = 12, 25, 17
"""The numbers of those whose machine broke, whose pack was altered, who mistyped theirs."""
PHOTOGRAPHED, TOUCHED = (8, 13, 23), (2, 16, 28)
"""The numbers of those whose photographs are at hand, and of those whose answer, attempt and score somebody touches."""
CHINA = timezone(timedelta(hours=8))


@dataclass
class SimulatedClass:
    """The class in a folder; each act is what happened between two of the guide's examples."""

    folder: Path
    clock: StoppedClock

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What may happen, by its name in the guide."""
        return {
            "名册做好": self._lists_are_made,
            "考完": self._everybody_sits,
            "重新导出": self._the_sound_pack_comes,
            "阅完": self._essays_are_marked,
            "回执": self._a_receipt_is_brought,
            "复核单": self._a_sheet_is_written,
            "照片": self._photographs_are_scanned,
            "有人改动": self._somebody_alters,
            "换回旧的": self._an_older_folder_comes_back,
        }

    def place(self, home: str = HOME) -> Workplace:
        """Return a workplace on one of the class's folders, at the hour of the guide."""
        options = Options(home=str(self.folder / home), banks=(str(self.folder / HOME / "banks"),))
        made = wiring.workplace(settle(options, {}))
        own = Remembered({"theme": DAY.name})
        machine = Path(home).name
        return replace(made, clock=self.clock, chance=Seeded(machine), preferences=own, machine=machine, home_path=home)

    def people(self) -> list[Candidate]:
        """Return the roster."""
        return [
            Candidate(
                id=f"{number:02d}",
                name=f"学员{number:02d}",
                unit=UNITS[number % len(UNITS)],
                post="主任" if number % 3 else "副主任",
                group=f"第{'一二三四'[number % 4]}组",
            )
            for number in range(1, 41)
        ]

    # Acts

    def _lists_are_made(self) -> None:
        banks = self.folder / HOME / "banks"
        shutil.copytree(SOURCE, banks, dirs_exist_ok=True)
        heads = ["学号", "姓名", "单位", "职务", "组别"]
        rows = [[one.id, one.name, one.unit, one.post, one.group] for one in self.people()]
        self._table("名册.xlsx", ["第五期全市办公室主任培训班学员名册", "2026 年 12 月"], [heads, *rows])
        chance = random.Random(SEED)
        marks = [[one.id, one.name, 100 - 5 * chance.choice((0, 0, 0, 1, 1, 2))] for one in self.people()]
        marks[38][2] = ""
        self._table("考勤.xlsx", ["考勤得分"], [["学号", "姓名", "得分"], *marks])

    def _everybody_sits(self) -> None:
        sat = knowing()
        for number, one in enumerate(self.people(), 1):
            if number in HERE:
                here = replace(self.place(), chance=Seeded(one.id))
                self._sits(here, one, sat[number], NINE + timedelta(seconds=9 * number))
            elif number not in (*ON_PAPER, *NOT_THERE):
                self._sits_elsewhere(number, one, sat[number])
        rows = [[f"{number:02d}", f"学员{number:02d}", *sat[number].answers, "见卷"] for number in ON_PAPER]
        self._table("纸笔答卷.xlsx", [], [["学号", "姓名", *map(str, range(1, 17))], *rows])

    def _sits_elsewhere(self, number: int, one: Candidate, sat: Sat) -> None:
        home = f"机器/机房{number:02d}"
        begins = NINE + timedelta(seconds=9 * number)
        if number == MISTYPED:
            one = replace(one, id="71")
        if number == BROKE:
            self._sits(self._machine(f"{home}坏"), one, sat, begins, stops_at=5)
            self._pack(f"{home}坏", f"答卷_{PAPER}_{one.id}_{one.name}_坏机器.zip")
            begins += timedelta(minutes=7)
        self._sits(self._machine(home), one, sat, begins)
        name = f"答卷_{PAPER}_{one.id}_{one.name}.zip"
        path = self._pack(home, name)
        if number == ALTERED:
            path.write_bytes(_altered(path.read_bytes()))

    def _the_sound_pack_comes(self) -> None:
        self._pack(f"机器/机房{ALTERED}", f"答卷_{PAPER}_{ALTERED}_学员{ALTERED}.zip", "优盘二")

    def _essays_are_marked(self) -> None:
        place, sat = self.place(), knowing()
        names = place.home.journals.names(PAPER)
        owners = {doc["attempt"]: int(str(doc["name"])[-2:]) for doc in look(place.home, place.clock).scores}
        marker = Marker(by="李老师", checked_by="王班长", why="")
        pile = essay_pile.pile(place.home, PAPER, names)
        essay_pile.record(
            place,
            PAPER,
            lambda: [
                essay_pile.decide(
                    place.home,
                    script,
                    sat[owners[script.name.attempt]].points,
                    marker,
                    place.clock.read(),
                )
                for script in pile.waiting
            ],
        )

    def _a_receipt_is_brought(self) -> None:
        (doc,) = self._docs(DISPUTED)
        (self.folder / "回执.csv").write_text(f"学号,回执号\n{doc['candidate']},{doc['receipt']}\n", "utf-8")

    def _a_sheet_is_written(self) -> None:
        place = self.place()
        (doc,) = self._docs(DISPUTED)
        name = AttemptName(attempt=str(doc["attempt"]), paper=PAPER)
        told = replayed(place.home, place.clock, name, place.class_id)
        (self.folder / "复核单.html").write_bytes(write_sheet(told, Language("zh", CHINA), self.clock.at))

    def _photographs_are_scanned(self) -> None:
        home = self.place().home
        lines = []
        for number in PHOTOGRAPHED:
            (doc,) = self._docs(number)
            one = read_attempt(home, AttemptName(attempt=str(doc["attempt"]), paper=PAPER))
            answers = answers_of(one.form, one.attempt.responses)
            lines.append(write_line(PhotoLine(str(doc["candidate"]), receipt(one.head), answers)))
        (self.folder / "照片.txt").write_text("\n".join(lines) + "\n", "utf-8")

    def _somebody_alters(self) -> None:
        """Touch a copy of the home: an answer, a whole attempt, a score in the book."""
        home = self.folder / "被改动的数据"
        shutil.copytree(self.folder / HOME, home)
        altered, deleted, raised = (next(iter(self._docs(number))) for number in TOUCHED)
        journal = home / "journal" / PAPER
        _replace(journal / f"{altered['attempt']}.jsonl", b'"response":["B"]', b'"response":["C"]')
        (journal / f"{deleted['attempt']}.jsonl").unlink()
        book = home / "scores.json"
        lines = book.read_text("ascii").splitlines(keepends=True)
        for place, line in enumerate(lines):
            if f'"attempt": "{raised["attempt"]}"' in line:
                lines[place] = re.sub(r'(?<= )"score": [\d.]+', '"score": 61', line)
        book.write_text("".join(lines), "ascii")

    def _an_older_folder_comes_back(self) -> None:
        """Have the home as it stood before the corrections, whole and sound in itself."""
        shutil.copytree(self.folder / "留存" / "更正以前", self.folder / "旧数据")

    def _docs(self, number: int) -> list[Document]:
        place = self.place()
        return [doc for doc in look(place.home, place.clock).scores if doc["candidate"] == f"{number:02d}"]

    # How they are done

    def _machine(self, home: str) -> Workplace:
        folder = self.folder / home
        folder.mkdir(parents=True)
        shutil.copy(self.folder / HOME / "settings.yaml", folder)
        return self.place(home)

    def _sits(self, place: Workplace, one: Candidate, sat: Sat, begins: datetime, stops_at: int = 0) -> None:
        clock = StoppedClock(begins, boot=f"{place.machine}-{begins:%M%S}")
        paper = place.library.paper(PAPER).paper
        assert paper is not None
        stands = standing(place.home, clock, paper, one, place.class_id)
        sitting = start(place.home, place.library, clock, place.chance, stands, place.class_id)
        answer(place, sitting, clock, int(one.name[-2:]), sat, stops_at)
        refresh(place.home, place.home.journals.names(PAPER), place.class_id, clock.read().at)

    def _pack(self, home: str, name: str, to: str = "优盘") -> Path:
        place = replace(self.place(home), clock=StoppedClock(NINE + timedelta(hours=1)))
        made = pack.pack(place, place.home.journals.names(PAPER))
        path = self.folder / to / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(pack_bytes(made))
        return path

    def _table(self, name: str, titles: list[str], rows: list[list[object]]) -> None:
        """Write a table as offices have them: titles in merged cells above the heads."""
        with xlsxwriter.Workbook(self.folder / name) as book:
            sheet = book.add_worksheet()
            for number, title in enumerate(titles):
                sheet.merge_range(number, 0, number, len(rows[0]) - 1, title)
            for number, row in enumerate(rows, len(titles)):
                sheet.write_row(number, 0, row)


def _altered(data: bytes) -> bytes:
    """Return a pack in which the first answer is another."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename.endswith(".jsonl"):
                content = content.replace(b'"response":["', b'"response":["X', 1)
            new.writestr(member, content)
    return file.getvalue()


def _replace(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data, path
    path.write_bytes(data.replace(old, new, 1))
