"""A class that sat a paper of all kinds of questions on paper: whom a teacher goes through it with."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.paper import Draw, Paper, Section
from quizapp.services.analysis.paper_analysis import ClassAnswers, class_answers
from quizapp.services.book.score_book import look, refresh
from quizapp.services.papers.exported_paper import find_exported
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.corrected_class import key_more
from tests.samples.workplace import Shelf, workplace

OPTIONS = ("博览群书", "博古通今", "博采众长", "博学多才")
STEMS = ("“四博”里排在第一的是（  ）。", "公文的成文日期应当写（  ）。", "下面的说法，正确的是（  ）。")
SINGLES = tuple(
    SingleChoice(
        id=f"s-{number}",
        stem=STEMS[number % 3],
        options=OPTIONS,
        key="ABCD"[number % 4],
        topic="bo" if number % 2 else "roles",
        rationale="见讲义第三章：先读，再记，再用。",
    )
    for number in range(1, 9)
)
OTHERS = (
    MultipleChoice(id="m-1", stem="下列属于“四博”的有（  ）。", options=OPTIONS, key=("A", "C", "D"), topic="bo"),
    TrueFalse(id="t-1", stem="办公室主任可以当“司令员”。", key=False, topic="posts", rationale="是参谋，不是司令员。"),
    FillBlank(id="f-1", stem="办公室干部要当好领导的___。", key=(("参谋", "助手"),), topic="roles"),
    Ordering(id="o-1", stem="按发文的先后排序。", options=("拟稿", "会签", "签发", "印制"), key=("A", "B", "C", "D")),
    Essay(
        id="e-1",
        stem="文件发出后发现数字有误，怎么办？",
        model_answer="第一时间报告，发更正，查原因。",
        rubric=(RubricPoint(point="立即报告", marks=Fraction(2)), RubricPoint(point="更正", marks=Fraction(3))),
        topic="posts",
    ),
)
PAPER = Paper(
    id="class-paper",
    title="结业考试",
    sections=(
        Section(title="一、单选", draw=Draw(type="single_choice", count=8), marks=Fraction(10)),
        Section(title="二、多选", items=("m-1",), marks=Fraction(4)),
        Section(title="三、判断", items=("t-1",), marks=Fraction(4)),
        Section(title="四、填空", items=("f-1",), marks=Fraction(4)),
        Section(title="五、排序", items=("o-1",), marks=Fraction(4)),
        Section(title="六、简答", items=("e-1",), marks=Fraction(4)),
    ),
)
TOPICS = {"roles": "五种角色", "bo": "四博", "posts": "岗位职责"}
HEADS = ",".join(["学号,姓名", *map(str, range(1, 14))])


def library(*changed: SingleChoice) -> Shelf:
    """Return the class's library, with these items in place of those of the same ids."""
    others = {item.id: item for item in changed}
    singles = tuple(others.get(item.id, item) for item in SINGLES)
    bank = ItemBank(id="class", title="题库", items=(*singles, *OTHERS))
    return Shelf(shelf_papers=(PAPER,), shelf_banks=(bank,), shelf_topics=TOPICS)


def wrongly_keyed() -> Shelf:
    """Return the library with one key wrong: s-3 is D, and its bank says A."""
    return library(replace(SINGLES[2], key="A"))


def people(count: int, seed: int = 4) -> list[str]:
    """Return so many lines of answers, the better people's better, the same for the same seed."""
    chance = random.Random(seed)
    return [_line(number, number / count, chance) for number in range(1, count + 1)]


def _line(number: int, ability: float, chance: random.Random) -> str:
    def knows(hardness: float) -> bool:
        return chance.random() < 0.15 + 0.8 * ability * (1 - hardness)

    singles = [item.key if knows(place / 10) else chance.choice("ABCD") for place, item in enumerate(SINGLES)]
    rest = [
        "ACD" if knows(0.3) else chance.choice(["AC", "ABCD", "A", ""]),
        "错" if knows(0.2) else "对",
        "参谋" if knows(0.4) else chance.choice(["管家", "耳目", "管 家", ""]),
        "" if chance.random() < 0.1 else ("ABCD" if knows(0.5) else chance.choice(["BACD", "ACBD"])),
        "见卷",
    ]
    return ",".join([f"{number:02d}", f"学员{number:02d}", *singles, *rest])


def sat_class(folder: Path, count: int = 36, shelf: Shelf | None = None, lines: list[str] | None = None) -> Workplace:
    """Return a workplace where a class has handed in."""
    place = workplace(shelf or wrongly_keyed())
    key_more(place, folder, people(count) if lines is None else lines, PAPER, HEADS)
    mark_essays(place)
    return place


def mark_essays(place: Workplace) -> None:
    """Give everybody's essay marks, those of the later numbers more."""
    names = place.home.journals.names(PAPER.id)
    for rank, name in enumerate(names):
        share = Fraction(round(4 * rank / len(names)), 4)
        decision = EssayMarked(
            when=place.clock.read(),
            attempt=name.attempt,
            question=13,
            points=(2 * share, 3 * share),
            marks=4 * share,
            comment="",
            by="王班长",
            checked_by="",
            why="",
        )
        place.home.decisions.record(PAPER.id, (decision,))
    refresh(place.home, names, place.class_id, place.clock.read().at)


def answers_of(place: Workplace, paper: str = PAPER.id) -> ClassAnswers:
    """Return what the class answered."""
    return class_answers(place, find_exported(place, look(place.home, place.clock).scores, paper))
