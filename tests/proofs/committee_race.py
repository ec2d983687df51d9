"""One member of a committee who decides again and again while another does: on the screens' own steps, and by commands.

`python -m tests.proofs.committee_race HOME BANKS WHO SEED ROUNDS` prints what came of each round, a line of JSON each.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from random import Random

from quizapp.__main__ import main as quiz
from quizapp.domain.errors import QuizError
from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language
from quizapp.services.carrying.collect import collect
from quizapp.services.decisions.correction import correctable_paper
from quizapp.services.decisions.regrading import preview
from quizapp.services.marking.essay_pile import find_pile
from quizapp.services.marking.marking_session import MarkingSession
from quizapp.services.ports.workplace import Workplace
from quizapp.services.scores.score_sheet import read_sheet
from quizapp.settings import Settings
from quizapp.tui.decisions.correction import asked_of as correction_of
from quizapp.tui.decisions.decision import asked_about
from quizapp.tui.decisions.kinds import DECISIONS, DecisionCase
from quizapp.tui.decisions.regrade import asked_of as regrade_of
from quizapp.tui.frame.dialogs.decision_form import BY, CHECKED_BY, WHY, DecisionQuestion, FilledDecision
from quizapp.wiring import workplace
from tests.samples.carrying.collecting_committee import found
from tests.samples.carrying.machines import begun, machine, packed, person

PAPER = "race"
BANK = """
题库: race
标题: 样题
试题:
  - {编号: t-1, 题型: 判断, 知识点: a, 难度: 易, 题干: 可以。, 答案: 对, 解析: 不可以。}
  - {编号: s-1, 题型: 单选, 知识点: a, 难度: 易, 题干: 四是（  ）。, 选项: [跟班, 秀才, 参谋, 管], 答案: D, 解析: 是。}
  - {编号: s-2, 题型: 单选, 知识点: a, 难度: 中, 题干: 摆在（  ）。, 选项: [床头, 包里], 答案: A, 解析: 各一本。}
  - {编号: e-1, 题型: 简答, 知识点: a, 难度: 难, 题干: 怎么办？, 参考答案: 报告。, 解析: 两步。}
  - {编号: e-2, 题型: 简答, 知识点: a, 难度: 中, 题干: 体会。, 参考答案: 言之成理。, 解析: 体会。}
"""
RULES = """
试卷: race
标题: 抢着办
大题:
  - {标题: 一、客观题, 指定试题: [t-1, s-1, s-2], 分值: 2}
  - {标题: 二、简答, 指定试题: [e-1, e-2], 分值: 10}
"""
ANSWERS = """学号,姓名,1,2,3,4,5
01,张三,错,C,A,报告,很好
02,李四,对,C,B,拖着,一般
03,王五,错,D,A,写了,写了
"""
MARKERS = {"a": "班委甲", "b": "班委乙"}
SCREENS = ("override", "void", "reinstate", "reassign", "note", "close", "correct", "regrade", "essay")
COMMANDS = (
    *("override", "void", "void --undo", "reassign", "note", "close", "correct", "regrade", "mark --marks"),
    *("add", "add --remove"),
)


@dataclass
class Outcome:
    """What came of one round."""

    who: str
    kind: str
    why: str
    """Its reason, which no other round has: what it recorded is told by it."""
    attempt: str = ""
    is_done: bool = False
    refusal: str = ""
    shown: list[str] = field(default_factory=list)
    """What was said or shown before it was confirmed."""
    began: float = 0
    ended: float = 0


def prepare(folder: Path) -> None:
    """Make banks and a home: three people handed in, a fourth's attempt was collected half done."""
    (folder / "banks" / "papers").mkdir(parents=True)
    (folder / "banks" / "race.yaml").write_text(BANK, encoding="utf-8")
    (folder / "banks" / "papers" / "race.yaml").write_text(RULES, encoding="utf-8")
    (folder / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    place = place_in(folder)
    words = ("--home", str(folder / "home"), "--banks", str(folder / "banks"))
    with _captured():
        assert quiz((*words, "scores", "enter", PAPER, str(folder / "answers.csv"))) == 0
    paper = place.library.paper(PAPER).paper
    assert paper is not None
    away = replace(machine("坏了的机器", class_id=""), library=place.library)
    begun(away, person(4), paper).close()
    taken = collect(place, found([packed(away)]), "班委甲")
    assert [one.code for one in taken.verdicts] == ["new"], taken.verdicts


def place_in(folder: Path) -> Workplace:
    """Return the workplace of another program."""
    return replace(workplace(Settings(home=folder / "home", banks=(folder / "banks",))), staff="班委")


class Member:
    """One who decides."""

    def __init__(self, folder: Path, who: str, seed: int) -> None:
        self._folder = folder
        self._who = who
        self._random = Random(f"{who} {seed}")
        self._place = place_in(folder)
        self._language = Language()
        self._count = 0

    def on_screen(self, kind: str) -> Outcome:
        """Look at what a screen shows, say what will happen, wait a little, and confirm."""
        outcome = self._begun(f"screen {kind}")
        with self._refused(outcome):
            if kind == "essay":
                self._mark(outcome)
            else:
                self._settle(self._asked(kind, outcome), outcome)
        return outcome

    def by_command(self, kind: str) -> Outcome:
        """Call the program."""
        outcome = self._begun(f"command {kind}")
        words = self._words(kind, outcome)
        with _captured() as told:
            status = quiz(("--home", str(self._folder / "home"), "--banks", str(self._folder / "banks"), *words))
        outcome.shown = [told()]
        outcome.is_done = status == 0
        outcome.refusal = "" if status == 0 else told().splitlines()[-1]
        return outcome

    def _begun(self, kind: str) -> Outcome:
        self._count += 1
        return Outcome(who=self._who, kind=kind, why=f"{self._who}-{self._count}-{kind.replace(' ', '_')}")

    @contextmanager
    def _refused(self, outcome: Outcome) -> Iterator[None]:
        try:
            yield
        except QuizError as error:
            outcome.refusal = error.code

    def _pause(self) -> None:
        time.sleep(self._random.random() * 0.004)

    # On screen

    def _asked(self, kind: str, outcome: Outcome) -> DecisionQuestion:
        match kind:
            case "correct":
                questions = correctable_paper(self._place, PAPER)
                number = self._random.randint(1, 3)
                one = questions.questions(questions.forms[0])[number - 1]
                how = self._random.choice(("full", "drop"))
                return correction_of(self._place, self._language, "抢着办", one, how, {})  # type: ignore[arg-type]  # one of the ways
            case "regrade":
                shown = preview(self._place, PAPER, from_bank=False)
                outcome.shown = [f"{one.attempt} {one.before} {one.after}" for one in shown.changes]
                outcome.shown.append(f"corrections {len(shown.corrections)}")
                return regrade_of(self._place, self._language, shown, {})
        wanted = next(one for one in DECISIONS if one.code == kind)
        sheet = read_sheet(self._place, PAPER, all_attempts=True)
        lines = [line for line in sheet.lines if wanted.fits(line)] or list(sheet.lines)
        line = self._random.choice(lines)
        outcome.attempt = line.attempt
        outcome.shown = [f"of {line.candidate}"]
        return asked_about(
            wanted, DecisionCase(self._place, self._language, sheet.paper, sheet.title, line, sheet.seen)
        )

    def _settle(self, asked: DecisionQuestion, outcome: Outcome) -> None:
        values = {BY: MARKERS[self._who], CHECKED_BY: "老师", WHY: outcome.why, **self._values()}
        filled = FilledDecision(values, Marker(by=values[BY], checked_by=values[CHECKED_BY], why=values[WHY]))
        outcome.shown += asked.will(filled)
        self._pause()
        asked.do(filled)
        outcome.is_done = True

    def _values(self) -> Mapping[str, str]:
        return {
            "question": str(self._random.randint(1, 3)),
            "marks": self._random.choice(("0", "0.5", "1", "1.5", "2")),
            "candidate": f"9{self._random.randint(0, 3)}",
            "person": "某某",
            "note": self._random.choice(("deferred", "exempt", "misconduct")),
        }

    def _mark(self, outcome: Outcome) -> None:
        marker = Marker(by=MARKERS[self._who], why=outcome.why)
        session = MarkingSession(self._place.home, self._place.clock, find_pile(self._place, PAPER, marker.by), marker)
        try:
            outcome.began = time.monotonic()
            script = session.script
            outcome.attempt = script.name.attempt
            outcome.shown = [str(script.question.number)]
            session.draft.settle()
            session.draft.type(0, str(self._random.randint(0, 9)))
            self._pause()
            if session.draft.is_changed:
                session.save()
                outcome.is_done = True
        finally:
            outcome.ended = time.monotonic()
            session.close()

    # By commands

    def _words(self, kind: str, outcome: Outcome) -> tuple[str, ...]:
        names = self._place.home.journals.names(PAPER)
        away = self._place.home.collected.attempts()
        outcome.attempt = self._random.choice([name.attempt for name in names if name.attempt not in away])
        values = self._values()
        who = ("--by", MARKERS[self._who], "--checked-by", "老师", "--why", outcome.why)
        verb, *options = kind.split()
        words: dict[str, Callable[[], tuple[str, ...]]] = {
            "override": lambda: (outcome.attempt, values["question"], values["marks"]),
            "void": lambda: (outcome.attempt, *options),
            "reassign": lambda: (outcome.attempt, "--candidate", values["candidate"], "--name", "某某"),
            "note": lambda: (PAPER, "--candidate", "01", "--as", values["note"]),
            "close": lambda: (next(iter(away)),),
            "correct": lambda: (PAPER, values["question"], self._random.choice(("--full", "--drop"))),
            "regrade": lambda: (PAPER, "--format", "json"),
            "mark": lambda: (PAPER, "--marks", str(self._file(f"{outcome.attempt},4,{self._random.randint(0, 9)}"))),
            "add": lambda: self._outside(options),
        }
        return ("scores", verb, *words[verb](), *who)

    def _file(self, *rows: str, heads: str = "答卷,题号,1") -> Path:
        path = self._folder / f"{self._who}.csv"
        path.write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
        return path

    def _outside(self, options: list[str]) -> tuple[str, ...]:
        if options:
            return ("--as", "考勤", "--remove", "--candidate", "01")
        return (str(self._file(f"01,{self._random.randint(0, 9)}", heads="学号,得分")), "--as", "考勤")


@contextmanager
def _captured() -> Iterator[Callable[[], str]]:
    """Keep what is written, results and messages, and say it when asked."""
    kept = _Kept()
    with redirect_stdout(io.TextIOWrapper(kept, "utf-8", write_through=True)):  # noqa: SIM117 the longer line is no plainer
        with redirect_stderr(io.TextIOWrapper(kept, "utf-8", write_through=True)):
            yield lambda: kept.getvalue().decode()


class _Kept(io.BytesIO):
    """Bytes that stay, whatever closes the stream they were written through: the program lays its own around it."""

    def close(self) -> None:
        """Stay."""


def main(folder: str, who: str, seed: str, rounds: str) -> None:
    """Decide by commands and on screens in turn."""
    member = Member(Path(folder), who, int(seed))
    for number in range(int(rounds)):
        outcome = (
            member.on_screen(SCREENS[number // 2 % len(SCREENS)])
            if number % 2
            else member.by_command(COMMANDS[number // 2 % len(COMMANDS)])
        )
        sys.stdout.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
