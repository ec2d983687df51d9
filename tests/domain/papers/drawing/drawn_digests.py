"""Prints a digest for each of a few forms: run by other Pythons, which must print the same.

It needs nothing but the domain, so that a Python without any packages can run it. A paper and banks as plain data may
come on standard input; then the digest of that paper's forms is printed, too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.codec import from_plain
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Draw, Form, Paper, Section, Shuffle

LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard", "medium", "easy", "hard", "easy", "")
TOPICS = ("needs", "roles.aide", "posts", "posts.desk", "bo")
OPTIONS = ("甲", "乙", "丙", "丁")
COUNTS = (("needs", 2), ("roles", 1), ("posts", 3), ("bo", 2))


def banks() -> tuple[ItemBank, ...]:
    """Return three banks of 200 items."""
    return tuple(ItemBank(id=id, title=id, items=tuple(_items(id, at))) for at, id in enumerate(("一", "two", "three")))


def _items(bank: str, at: int) -> Iterable[Item]:
    types = (_single, _single, _multiple, _true_false, _matching, _case, _single)
    for number in range(200):
        topic, level = TOPICS[(number * 7 + at) % 5], LEVELS[(number * 3 + at) % 8]
        yield types[number % 7](f"{bank}-{number:03}", topic, level)


def _single(id: str, topic: str, level: Difficulty) -> Item:
    return SingleChoice(id=id, stem="（  ）", options=OPTIONS, key="A", topic=topic, difficulty=level)


def _multiple(id: str, topic: str, level: Difficulty) -> Item:
    return MultipleChoice(id=id, stem="（  ）", options=OPTIONS, key=("A", "B"), topic=topic, difficulty=level)


def _true_false(id: str, topic: str, level: Difficulty) -> Item:
    return TrueFalse(id=id, stem="对吗", key=True, topic=topic, difficulty=level)


def _matching(id: str, topic: str, level: Difficulty) -> Item:
    return Matching(id=id, stem="配", left=("1", "2"), right=OPTIONS, key=("A", "B"), topic=topic, difficulty=level)


def _case(id: str, topic: str, level: Difficulty) -> Item:
    parts = tuple(_single(f"{id}-{number}", topic, level) for number in (1, 2, 3))
    return Case(id=id, stem="材料", items=parts, topic=topic, difficulty=level)


def _draw(type: str, count: int, **asked: object) -> Section:
    return Section(title=type, draw=Draw(type=type, count=count, **asked))  # type: ignore[arg-type]  # named below


TWO_WAY = {"topic_counts": COUNTS, "difficulty_counts": (("easy", 3), ("medium", 3), ("hard", 2))}

PAPERS = {
    "blueprint": Paper(
        id="final",
        title="结业考试",
        forms=4,
        shuffle=Shuffle(items=True, options=True),
        sections=(
            _draw("single_choice", 8, **TWO_WAY),
            _draw("multiple_choice", 8, **TWO_WAY),
            _draw("true_false", 8, **TWO_WAY),
            _draw("matching", 1, difficulty_counts=(("medium", 1),)),
            _draw("case", 1, size=3, difficulty_counts=(("medium", 1),)),
        ),
    ),
    "own": Paper(
        id="own",
        title="一人一卷",
        per_candidate=True,
        shuffle=Shuffle(options=True),
        sections=(_draw("single_choice", 9), _draw("multiple_choice", 5, topic_counts=(("needs", 2), ("bo", 3)))),
    ),
    "overlaps": Paper(
        id="overlaps",
        title="交叉",
        seed="20261201",
        sections=(
            *(_draw("single_choice", 8, banks=pair, **TWO_WAY) for pair in (("一", "two"), ("two", "three"))),
            Section(title="指定", items=("一-000", "THREE-000")),
            _draw("single_choice", 6, topics=("needs", "bo")),
        ),
    ),
}


def digest(forms: Iterable[Form]) -> str:
    """Return a digest of what stands where on forms, and how its choices are ordered."""
    told = [[each.letter, [[q.number, q.section, q.item.id, list(q.order)] for q in each.questions]] for each in forms]
    return sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def digests() -> dict[str, str]:
    """Return the digests of the papers here, of four forms each."""
    pool = banks()
    return {name: digest(_forms(paper, pool)) for name, paper in PAPERS.items()}


def _forms(paper: Paper, pool: tuple[ItemBank, ...]) -> list[Form]:
    return [form(paper, pool, letter=name, candidate=name) for name in "ABCD"]


def given(text: str) -> str:
    """Return the digest of the forms of a paper that came as plain data with its banks."""
    data = json.loads(text)
    paper = from_plain(Paper, data["paper"])
    pool = tuple(from_plain(ItemBank, bank) for bank in data["banks"])
    return digest(_forms(replace(paper, seed=str(seed)), pool)[0] for seed in range(20))


if __name__ == "__main__":
    found = digests()
    sent = sys.stdin.read()
    if sent:
        found["given"] = given(sent)
    json.dump(found, sys.stdout)
