"""An exam day of five people by a stopped clock: told to any version, it writes the same files to the byte."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from quizapp import wiring
from quizapp.carrying.publication_file import read_publication
from quizapp.cli.frame.desk import Desk
from quizapp.cli.root import root
from quizapp.domain.candidate import Candidate
from quizapp.language import Language
from quizapp.services.carrying.publication import open_publication
from quizapp.services.ports.workplace import Workplace
from quizapp.services.practice import PracticeOrder, Practising
from quizapp.services.sitting.attempt_start import identify, standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.settings import Options, Settings
from tests.samples.carrying.machines import Ids
from tests.samples.workplace import StoppedClock

CLASS = "2026-1"
SAMPLES = Path(__file__).parent
"""Where the files lie that the day begins with, and what an earlier version made of them."""
WHO = ("--by", "班委甲", "--checked-by", "班委乙", "--why", "查实")


@dataclass
class Machine:
    """A machine of the class with a home of its own, its clock stopped."""

    name: str
    home: str
    banks: tuple[str, ...] = ()
    minutes: int = 0
    """Its clock, in minutes after nine."""

    def __post_init__(self) -> None:
        self.clock = StoppedClock(boot=f"boot-{self.name}")
        self.chance = Ids(self.name)
        self.passes(60 * self.minutes)

    def passes(self, seconds: float) -> None:
        self.clock.go_on(timedelta(seconds=seconds))

    def place(self) -> Workplace:
        """Return its workplace; a trainee's has no banks, and its class from what was published."""
        own = CLASS if self.banks else ""
        settings = Settings(home=Path(self.home), banks=tuple(map(Path, self.banks)), class_id=own, staff="班委甲")
        return replace(wiring.workplace(settings), clock=self.clock, chance=self.chance, machine=self.name)

    def call(self, *words: str) -> int:
        """Run a command here and return its exit status."""
        desk = Desk(Options(home=self.home, banks=self.banks, lang="zh"), Language("zh"))
        desk.workplace = self.place()
        with root.make_context("quizapp", list(words), obj=desk) as context:
            return int(root.invoke(context) or 0)

    def begun(self, candidate: Candidate) -> Sitting:
        place = self.place()
        paper = place.library.paper("sample-paper").paper
        assert paper is not None
        stands = standing(place.home, place.clock, paper, candidate, place.class_id)
        return start(place.home, place.library, place.clock, place.chance, stands, place.class_id)

    def practises(self, candidate_id: str) -> None:
        """Have a person miss a question in practice, and star another."""
        session = Practising(self.place(), identify(self.place().home, candidate_id)).begin(PracticeOrder())
        session.answer(1, ("B",))
        session.star(2)

    def sits(self, candidate_id: str, *answers: str, hands_in: bool = True) -> None:
        """Have a person sit the paper with these answers, "" for none."""
        sitting = self.begun(identify(self.place().home, candidate_id))
        for number, answer in enumerate(answers, 1):
            self.passes(20)
            sitting.visit(number)
            if answer:
                self.passes(7.5)
                question = sitting.form.questions[number - 1]
                sitting.answer(number, question.item.parse(answer, question.order))
        sitting.flag(1)
        if hands_in:
            sitting.hand_in()
        sitting.close()


def committee(minutes: int = 0) -> Machine:
    """Return the committee's machine, so many minutes after nine."""
    return Machine("班委机", "home", ("home/banks",), minutes)


def lay_out() -> None:
    """Write what the day begins with into the folder that the program stands in."""
    shutil.copytree(SAMPLES / "home" / "banks", "home/banks")
    for name in ("roster.csv", "attendance.csv", "marks.csv"):
        shutil.copy(SAMPLES / name, name)


def tell() -> None:
    """Let the day pass in the folder that the program stands in."""
    lay_out()
    desk = committee()
    desk.call("class", "new", CLASS, "--title", "一班")
    desk.call("candidates", "import", "roster.csv")
    desk.practises("01")
    desk.call("banks", "export", "sample", "--to", "sample.txt")
    desk.call("papers", "publish", "sample-paper", "--to", "sample-paper.quiz")
    for minutes, id in ((4, "04"), (6, "05")):
        carried(f"trainee-{id}", minutes, id)
    desk.passes(600)
    desk.sits("01", "C", "ACD", "错", "耳目；助手", "第一时间报告，更正。")
    desk.sits("02", "A", "A", "", "眼睛", "")
    desk.sits("03", "B", "AC", hands_in=False)
    desk.call("scores", "collect", "04.zip")
    _decided(desk)
    desk.call("scores", "export", "sample-paper", "--to", "scores.csv")
    desk.call("scores", "seal", "--to", "seal.txt")
    desk.call("scores", "archive", "--to", "archive.zip")


def carried(home: str, minutes: int, candidate_id: str) -> None:
    """Have a person sit what was published on a machine of their own, and pack it."""
    machine = Machine(f"机器{candidate_id}", home, minutes=minutes)
    open_publication(machine.place(), read_publication(Path("sample-paper.quiz")))
    machine.sits(candidate_id, "C", "AD", "错", "耳目；参谋", "先更正。")
    machine.call("scores", "pack", "--to", f"{candidate_id}.zip")


def _decided(desk: Machine) -> None:
    """Decide on what the first four handed in."""
    book = desk.place().home.book.read()
    assert book is not None
    attempts = {doc["candidate"]: doc["attempt"] for doc in book.scores}
    desk.call("scores", "mark", "sample-paper", "--marks", "marks.csv", *WHO)
    desk.call("scores", "correct", "sample-paper", "s-1", "--accept", "A", *WHO)
    desk.call("scores", "regrade", "sample-paper", *WHO)
    desk.call("scores", "override", attempts["04"], "2", "1.5", *WHO)
    desk.call("scores", "void", attempts["02"], *WHO)
    desk.call("scores", "note", "sample-paper", "--candidate", "05", "--as", "deferred", *WHO)
    desk.call("scores", "add", "attendance.csv", "--as", "考勤", "--by", "班委甲")
