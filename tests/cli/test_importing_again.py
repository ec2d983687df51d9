"""Importing a source again into a bank that was changed meanwhile: whose change it is, and who decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.conftest import Outcome, Quiz
from tests.formats.chinese_text.word_files import lines, word_file
from tests.instruments.xlsx_workbooks import table


class Question(NamedTuple):
    """A single choice as a source has it."""

    stem: str
    key: str = "A"
    options: tuple[str, ...] = ("请示", "报告", "通知")


QUESTIONS = (Question("请求批准用（  ）。"), Question("汇报工作用（  ）。", "B"), Question("告知事项用（  ）。", "C"))
HEADS = ("题型", "题干", "选项A", "选项B", "选项C", "答案")


def text(questions: tuple[Question, ...]) -> str:
    shown = [
        f"{number}. {each.stem}\n"
        + "".join(f"{letter}. {option}\n" for letter, option in zip("ABC", each.options, strict=True))
        + f"答案：{each.key}\n"
        for number, each in enumerate(questions, 1)
    ]
    return "\n".join(shown)


def rows(questions: tuple[Question, ...]) -> list[tuple[str, ...]]:
    return [HEADS, *(("单选", each.stem, *each.options, each.key) for each in questions)]


def gift(questions: tuple[Question, ...]) -> str:
    def answers(each: Question) -> str:
        signs = ["=" if letter == each.key else "~" for letter in "ABC"]
        return "".join(f"\t{sign}{option}\n" for sign, option in zip(signs, each.options, strict=True))

    return "\n".join(f"{each.stem}{{\n{answers(each)}}}\n" for each in questions)


WRITERS: dict[str, Callable[[tuple[Question, ...]], bytes]] = {
    "txt": lambda each: text(each).encode(),
    "docx": lambda each: word_file(lines(text(each))),
    "csv": lambda each: "".join(",".join(row) + "\n" for row in rows(each)).encode(),
    "xlsx": lambda each: table(*rows(each)),
    "gift": lambda each: gift(each).encode(),
}


class Desk:
    """A source of one kind, and the bank that it is brought into."""

    def __init__(self, quiz: Quiz, banks: Path, kind: str) -> None:
        self._quiz = quiz
        self.bank = banks / "new.yaml"
        self.source = banks.parent / f"题.{kind}"
        self._write = WRITERS[kind]

    def say(self, *questions: Question) -> None:
        """Write the source."""
        self.source.write_bytes(self._write(questions))

    def bring(self, *options: str) -> Outcome:
        return self._quiz("banks", "import", self.source.name, "--to", "banks/new.yaml", *options)

    @property
    def text(self) -> str:
        return self.bank.read_text("utf-8")

    def mend(self, before: str, after: str, count: int = 1) -> None:
        """Change the bank by hand."""
        assert self.text.count(before) >= count
        self.bank.write_text(self.text.replace(before, after, count), "utf-8")

    def keys(self) -> list[str]:
        return [line.split()[-1] for line in self.text.splitlines() if line.strip().startswith("答案:")]


@pytest.fixture(params=list(WRITERS))
def desk(request: pytest.FixtureRequest, quiz: Quiz, banks: Path) -> Desk:
    """Each kind of source, brought in once."""
    made = Desk(quiz, banks, request.param)
    made.say(*QUESTIONS)
    assert made.bring().status == 0
    assert made.keys() == ["A", "B", "C"]
    return made


@pytest.fixture
def csv(quiz: Quiz, banks: Path) -> Desk:
    made = Desk(quiz, banks, "csv")
    made.say(*QUESTIONS)
    made.bring()
    return made


def test_a_key_corrected_in_the_bank_does_not_come_back_by_an_unchanged_source(desk: Desk) -> None:
    desk.mend("答案: B", "答案: A")
    corrected = desk.text
    for options in ((), ("--take", "source")):
        outcome = desk.bring(*options)
        assert outcome.status == 0
        assert outcome.out.splitlines()[1:3] == [
            "新增 0，相同 2，改动 0",
            "题库里改过、来源没有另外说法的 1 题，保留题库的",
        ]
        assert outcome.err.splitlines()[-1] == "题库没有变化"
        assert desk.text == corrected


def test_a_stem_corrected_in_the_bank_adds_no_second_question(desk: Desk) -> None:
    desk.mend("汇报工作用", "向上级汇报工作用")
    corrected = desk.text
    assert desk.bring().out.splitlines()[1] == "新增 0，相同 2，改动 0"
    assert desk.text == corrected
    # And where the source then changes too, it is that question it changes.
    desk.say(QUESTIONS[0], Question("汇报工作用（  ）。", "C"), QUESTIONS[2])
    outcome = desk.bring()
    assert outcome.status == 1
    assert outcome.out.splitlines()[1] == "新增 0，相同 2，改动 0"
    assert "待定 new-002 题干：题库 向上级汇报工作用" in outcome.out


def test_what_the_source_alone_changed_is_taken_and_shown(desk: Desk) -> None:
    desk.say(Question(QUESTIONS[0].stem, "C"), *QUESTIONS[1:])
    outcome = desk.bring()
    assert outcome.status == 0
    assert outcome.out.splitlines()[1] == "新增 0，相同 2，改动 1"
    assert "改动 new-001 答案：A → C" in outcome.out
    assert desk.keys() == ["C", "B", "C"]


def test_where_both_changed_nothing_is_taken_and_both_are_shown(desk: Desk) -> None:
    desk.mend("答案: B", "答案: A")
    corrected = desk.text
    desk.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "C"), QUESTIONS[2])
    for _ in range(2):
        outcome = desk.bring()
        assert outcome.status == 1
        assert "题库和来源不一样、还没有定的 1 题，没有取来源的" in outcome.out
        assert "待定 new-002 答案：题库 A | 来源 C" in outcome.out
        assert "--take source" in outcome.err
        assert desk.text == corrected


@pytest.mark.parametrize(("side", "key"), [("source", "C"), ("bank", "A")])
def test_what_is_decided_once_is_not_asked_again(desk: Desk, side: str, key: str) -> None:
    desk.mend("答案: B", "答案: A")
    desk.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "C"), QUESTIONS[2])
    assert desk.bring("--take", side).status == 0
    assert desk.keys()[1] == key
    decided = desk.text
    again = desk.bring()
    assert (again.status, again.err.splitlines()[-1]) == (0, "题库没有变化")
    assert desk.text == decided


def test_what_both_changed_alike_is_the_same(desk: Desk) -> None:
    desk.mend("答案: B", "答案: A")
    desk.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "A"), QUESTIONS[2])
    outcome = desk.bring()
    assert (outcome.status, outcome.out.splitlines()[1]) == (0, "新增 0，相同 3，改动 0")
    # From now on that is what both said: the source alone changes it again.
    desk.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "C"), QUESTIONS[2])
    assert "改动 new-002 答案：A → C" in desk.bring().out


def test_a_question_that_the_source_has_no_longer_is_told_and_stays(desk: Desk) -> None:
    desk.say(*QUESTIONS[:2])
    before = desk.text
    outcome = desk.bring()
    assert outcome.status == 0
    assert "来源里已经没有、题库里还留着的 1 题：new-003" in outcome.out
    assert desk.text == before


def test_a_bank_that_remembers_nothing_gives_nothing_away_without_a_yes(desk: Desk) -> None:
    desk.bank.write_text(desk.text.partition("# 以下由导入记下")[0], "utf-8")
    desk.mend("答案: B", "答案: A")
    before = desk.text
    outcome = desk.bring()
    assert outcome.status == 1
    assert "待定 new-002 答案：题库 A | 来源 B" in outcome.out
    assert desk.text.partition("# 以下")[0] == before
    assert desk.bring("--take", "bank").status == 0
    assert desk.keys()[1] == "A"
    assert desk.bring().status == 0


def test_options_and_key_are_one_matter_and_never_half_taken(csv: Desk) -> None:
    # The bank: it is 请示. The source puts the options in another order, and keeps its old answer.
    csv.mend("答案: B", "答案: A")
    csv.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "A", ("报告", "请示", "通知")), QUESTIONS[2])
    before = csv.text
    outcome = csv.bring()
    assert outcome.status == 1
    assert "选项：题库 A.请示 B.报告 C.通知 | 来源 A.报告 B.请示 C.通知" in outcome.out
    assert csv.text == before


def test_what_stands_for_itself_is_taken_beside_what_is_kept(csv: Desk) -> None:
    head, *rest = csv.source.read_text("utf-8").splitlines()
    csv.source.write_text("\n".join([f"{head},难度", *(f"{row},易" for row in rest)]), "utf-8")
    csv.bring()
    csv.mend("答案: B", "答案: A")
    csv.source.write_text("\n".join([f"{head},难度", *(f"{row},难" for row in rest)]), "utf-8")
    outcome = csv.bring()
    assert outcome.status == 0
    assert outcome.out.splitlines()[1] == "新增 0，相同 0，改动 3"
    assert csv.keys() == ["A", "A", "C"]
    assert csv.text.count("难度: 难") == 3


def test_what_is_remembered_goes_with_the_bank_and_is_no_fault_of_it(csv: Desk, quiz: Quiz, banks: Path) -> None:
    checked = quiz("banks", "check", "banks/new.yaml", "--format", "json").json
    assert [fault for fault in checked if fault["severity"] == "error"] == []
    csv.mend("答案: B", "答案: A")
    (banks / "moved.yaml").write_bytes(csv.bank.read_bytes().replace(b"new-00", b"moved-00"))
    csv.bank.unlink()
    outcome = quiz("banks", "import", "题.csv", "--to", "banks/moved.yaml")
    assert outcome.out.splitlines()[1] == "新增 0，相同 2，改动 0"


def test_a_source_under_a_new_name_is_the_same_source(csv: Desk, quiz: Quiz, banks: Path) -> None:
    csv.say(*QUESTIONS[:2])
    csv.source.rename(banks.parent / "新题.csv")
    outcome = quiz("banks", "import", "新题.csv", "--to", "banks/new.yaml")
    assert "还留着的 1 题：new-003" in outcome.out
    (banks.parent / "别的.csv").write_text(",".join(HEADS) + "\n单选,另一题（  ）。,甲,乙,丙,A\n", "utf-8")
    other = quiz("banks", "import", "别的.csv", "--to", "banks/new.yaml")
    assert "还留着" not in other.out


def test_json_says_whose_each_change_is(csv: Desk) -> None:
    csv.mend("答案: B", "答案: A")
    csv.say(Question(QUESTIONS[0].stem, "C"), Question(QUESTIONS[1].stem, "C"))
    found = csv.bring("--format", "json").json
    assert found["outcome"] == {
        "added": 0, "same": 0, "changed": 1, "kept": 0, "disputed": 1, "gone": ["new-003"],
    }  # fmt: skip
    assert found["changes"] == [
        {"id": "new-001", "field": "key", "bank": "A", "source": "C", "taken": True},
        {"id": "new-002", "field": "key", "bank": "A", "source": "C", "taken": False},
    ]


def test_a_dry_run_decides_nothing(csv: Desk) -> None:
    csv.mend("答案: B", "答案: A")
    csv.say(QUESTIONS[0], Question(QUESTIONS[1].stem, "C"), QUESTIONS[2])
    before = csv.text
    assert csv.bring("--dry-run", "--take", "source").status == 0
    assert csv.text == before
    assert csv.bring("--dry-run").status == 1
