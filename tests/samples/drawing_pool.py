"""Small pools of items and papers that draw from them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from quizapp.domain.banks.bank import ItemBank, Use
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Draw, Paper, Section, Shuffle

OPTIONS = ("跟班", "秀才", "耳目", "参谋")


def choice(id: str, topic: str = "", difficulty: Difficulty = "", tags: tuple[str, ...] = ()) -> SingleChoice:
    return SingleChoice(
        id=id, stem=f"{id}（  ）", options=OPTIONS, key="C", topic=topic, difficulty=difficulty, tags=tags
    )


def choices(count: int, prefix: str = "i", topic: str = "", difficulty: Difficulty = "") -> tuple[SingleChoice, ...]:
    return tuple(choice(f"{prefix}-{number:02}", topic, difficulty) for number in range(1, count + 1))


def bank(*items: Item, id: str = "roles", use: Use = "any") -> ItemBank:
    return ItemBank(id=id, title="五种角色", use=use, items=items)


def drawing(
    count: int,
    title: str = "一、单选",
    topics: Iterable[tuple[str, int]] = (),
    levels: Iterable[tuple[Difficulty, int]] = (),
    within: tuple[str, ...] = (),
    banks: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> Section:
    """Return a section that draws; `topics` and `levels` are its counts."""
    draw = Draw(
        type="single_choice",
        count=count,
        banks=banks,
        topics=within,
        topic_counts=tuple(topics),
        tags=tags,
        difficulty_counts=tuple(levels),
    )
    return Section(title=title, draw=draw)


def fixing(*ids: str, title: str = "二、指定") -> Section:
    return Section(title=title, items=ids)


def paper(*sections: Section, items: bool = False, options: bool = False, seed: str = "") -> Paper:
    return Paper(
        id="final",
        title="结业考试",
        seed=seed,
        shuffle=Shuffle(items=items, options=options),
        sections=sections,
        full_score=Fraction(100),
    )


def ids(items: Iterable[Item]) -> list[str]:
    return [item.id for item in items]
