"""A pool to compose papers from: a course of three topics and a bank with all the usual types."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp import wiring
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.formats.native.write.banks import write_bank
from quizapp.services.ports.workplace import Workplace
from quizapp.settings import Options, settle
from tests.samples.workplace import StoppedClock

TOPICS = {"roles": "五种角色", "bo": "四博", "bo.read": "博览群书", "posts": "五个岗位"}
TOPS = ("roles", "bo", "posts")
COURSE = """\
课程: course
标题: 培训班
知识点:
  roles: 五种角色
  bo:
    标题: 四博
    知识点:
      read: 博览群书
  posts: 五个岗位
"""
_OWN = ("roles", "bo.read", "posts", "posts")
_LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard", "easy", "medium")


def items(kind: type[Item], lead: str, count: int, **own: Any) -> list[Item]:
    """Return so many items of a type, over the topics and levels in turn."""
    return [
        kind(
            id=f"{lead}-{number:02}",
            stem=f"{kind.NAMES[0]}第 {number} 问" + ("：___。" if kind is FillBlank else "（  ）。"),
            topic=_OWN[number % len(_OWN)],
            difficulty=_LEVELS[number % len(_LEVELS)],
            rationale="讲义里有。",
            **own,
        )
        for number in range(count)
    ]


OPTIONS = ("跟班", "秀才", "参谋", "管家")
BANK = ItemBank(
    id="sample",
    title="样题库",
    use="exam",
    items=(
        *items(SingleChoice, "s", 24, options=OPTIONS, key="C"),
        *items(MultipleChoice, "m", 12, options=OPTIONS, key=("A", "B")),
        *items(TrueFalse, "t", 12, key=True),
        *items(FillBlank, "f", 12, key=(("耳目",),)),
        *items(Essay, "e", 4),
        *(
            Case(
                id=f"c-{number}",
                stem=f"第 {number} 份材料。",
                topic="posts",
                difficulty="medium",
                items=tuple(items(TrueFalse, f"c{number}", number + 2, key=True)),
            )
            for number in range(2)
        ),
    ),
)
PRACTICE = ItemBank(
    id="drill", title="练习用", use="practice", items=tuple(items(SingleChoice, "d", 9, options=OPTIONS, key="A"))
)


def pool(folder: Path, *banks: ItemBank) -> Path:
    """Write a course and banks into a folder of files, and return that."""
    place = folder / "pool"
    place.mkdir()
    (place / "course.yaml").write_text(COURSE, "utf-8")
    for bank in banks or (BANK,):
        (place / f"{bank.id}.yaml").write_bytes(write_bank(bank))
    return place


def place_of(folder: Path, *banks: ItemBank) -> Workplace:
    """Return a workplace of files whose clock stands still, on the machine of a teacher."""
    home = folder / "home"
    home.mkdir()
    options = Options(home=str(home), banks=(str(pool(folder, *banks)),))
    return replace(wiring.workplace(settle(options, {})), clock=StoppedClock(), has_staff=True)
