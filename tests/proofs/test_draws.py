"""Ten thousand forms of shipped banks: each is what its paper asks for, and none of the items is favoured.

The paper is read here by PyYAML and judged by the contract's words: nothing that draws has a part in it. Items that
may not stand together, and marks that a topic must have, do favour some: here nothing is apart, and no topic covered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import sqrt
from typing import Any

import pytest
import yaml

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Draw, Form, Paper, Section
from tests.formats.native.paper_bytes import read
from tests.samples.shipped_banks import practice_banks

WORDS = {
    "易": "easy", "中": "medium", "难": "hard",
    "单选": "single_choice", "多选": "multiple_choice", "判断": "true_false", "填空": "fill_blank",
    "匹配": "matching", "案例": "case", "简答": "essay",
}  # fmt: skip


BLUEPRINT = """
试卷: blueprint
标题: 按题型、知识点和难度抽题
满分: 100
乱序: {试题: 是, 选项: 是}
大题:
  - 标题: 一、单项选择题
    抽题: {题型: 单选, 知识点: {needs: 3, roles: 1, posts: 6, bo: 3, attitude: 2}, 难度: {易: 6, 中: 6, 难: 3}}
    分值: 2
  - 标题: 二、多项选择题
    抽题: {题型: 多选, 知识点: {needs: 2, posts: 3, bo: 2, attitude: 1}, 难度: {易: 3, 中: 3, 难: 2}}
    分值: 3
  - 标题: 三、判断题
    抽题: {题型: 判断, 知识点: {needs: 2, roles: 1, posts: 3, bo: 2, attitude: 1}, 难度: {易: 4, 中: 4, 难: 1}}
    分值: 1
  - 标题: 四、填空题
    抽题: {题型: 填空, 知识点: {needs: 1, posts: 2, bo: 1, attitude: 1}, 难度: {易: 3, 中: 2}}
    分值: 2
  - 标题: 五、匹配题
    抽题: {题型: 匹配, 题数: 1, 难度: {中: 1}}
    分值: 5
  - 标题: 六、案例分析题
    抽题: {题型: 案例, 题数: 1, 小题数: 3, 难度: {中: 1}}
    分值: 4
  - 标题: 七、简答题
    抽题: {题型: 简答, 题数: 1, 难度: {中: 1}}
    分值: 10
"""


def blueprint() -> Paper:
    """Return the blueprint as the program reads it."""
    paper = read(BLUEPRINT.encode()).paper
    assert paper is not None
    return paper


def asked() -> list[Mapping[str, Any]]:
    """Return what its sections ask for, every scalar as it is written."""
    return [section["抽题"] for section in yaml.load(BLUEPRINT, yaml.BaseLoader)["大题"]]


@cache
def banks() -> tuple[ItemBank, ...]:
    """Return the banks that are practised, where nothing is apart."""
    return tuple(replace(bank, items=tuple(map(alone, bank.items))) for bank in practice_banks())


def alone(item: Item) -> Item:
    if isinstance(item, Case):
        return replace(item, apart=(), items=tuple(map(alone, item.items)))
    return replace(item, apart=())


def drawn_items() -> dict[str, Item]:
    """Return what may be drawn, by id: cases, and what stands alone."""
    return {item.id: item for bank in banks() for item in bank.items if item.status == "ready"}


def is_under(item: Item, topic: str) -> bool:
    return f"{item.topic}.".startswith(f"{topic}.")


def is_eligible(item: Item, asked: Mapping[str, Any]) -> bool:
    """Return whether an item may stand in a section that asks for this."""
    return (
        WORDS[asked["题型"]] == item.TYPE
        and ("小题数" not in asked or len(item.parts) == int(asked["小题数"]))
        and ("知识点" not in asked or any(is_under(item, topic) for topic in asked["知识点"]))
        and ("难度" not in asked or item.difficulty in {WORDS[level] for level in asked["难度"]})
    )


def standing(drawn: Form, section: int) -> list[str]:
    """Return the ids of a section's items, a case by its own."""
    return list(dict.fromkeys(each.case or each.item.id for each in drawn.questions if each.section == section))


def is_as_asked(chosen: list[Item], asked: Mapping[str, Any]) -> bool:
    topics, levels = asked.get("知识点", {}), asked.get("难度", {})
    count = int(asked["题数"]) if "题数" in asked else sum(map(int, topics.values()))
    return (
        len(chosen) == count
        and all(is_eligible(item, asked) for item in chosen)
        and all(sum(is_under(item, topic) for item in chosen) == int(number) for topic, number in topics.items())
        and all(sum(item.difficulty == WORDS[level] for item in chosen) == int(n) for level, n in levels.items())
    )


def forms_of(paper: Paper, count: int) -> Iterator[Form]:
    """Give so many forms: half under seeds of their own, half those of candidates."""
    own = replace(paper, per_candidate=True)
    for number in range(count // 2):
        yield form(replace(paper, seed=f"seed-{number}"), banks(), letter="ABCD"[number % 4])
        yield form(own, banks(), candidate=f"{number:05}", number=number % 3 + 1)


def is_near(times: int, share: float, draws: int) -> bool:
    """Return whether this is within 5 standard deviations of what a share of the draws should be."""
    return abs(times - draws * share) <= 5 * sqrt(draws * share * (1 - share))


@pytest.mark.proof
def test_every_form_is_what_its_blueprint_asks_for_and_items_alike_are_drawn_alike(is_full: bool) -> None:
    count = 10_000 if is_full else 1_000
    wanted, items = asked(), drawn_items()
    found: Counter[str] = Counter()
    for drawn in forms_of(blueprint(), count):
        sections = [standing(drawn, number) for number in range(len(wanted))]
        everything = [id for ids in sections for id in ids]
        assert len(set(everything)) == len(everything)
        for ids, each in zip(sections, wanted, strict=True):
            assert is_as_asked([items[id] for id in ids], each)
        assert drawn.full_score == 100
        found.update(everything)
    for each in wanted:
        check_alike(each, items, found, count)


def check_alike(asked: Mapping[str, Any], items: Mapping[str, Item], found: Counter[str], count: int) -> None:
    """Check that the items of a section's cell are drawn alike, and with count ÷ pool where the cell's count is given.

    With topics and difficulties counted each item is of two cells, and how many of a pair there are is chance; with
    one of them counted, it is not.
    """
    cells: dict[tuple[str, str], list[str]] = {}
    for item in items.values():
        if is_eligible(item, asked):
            topic = next((topic for topic in asked.get("知识点", {}) if is_under(item, topic)), "")
            cells.setdefault((topic, item.difficulty), []).append(item.id)
    assert cells
    for (topic, level), ids in cells.items():
        if topic and "难度" in asked:
            share = sum(found[id] for id in ids) / count / len(ids)
        else:
            share = next(int(n) for word, n in asked["难度"].items() if WORDS[word] == level) / len(ids)
        assert all(is_near(found[id], share, count) for id in ids), (asked, topic, level)


CELLS: list[tuple[Draw, Callable[[Item], str | None]]] = [
    (
        Draw(type="single_choice", count=12, topic_counts=(("needs", 3), ("posts", 6), ("bo", 3))),
        lambda item: next((topic for topic in ("needs", "posts", "bo") if is_under(item, topic)), None),
    ),
    (Draw(type="multiple_choice", count=8), lambda _: ""),
    (
        Draw(type="true_false", count=7, difficulty_counts=(("easy", 4), ("medium", 3))),
        lambda item: item.difficulty if item.difficulty in ("easy", "medium") else None,
    ),
    (Draw(type="fill_blank", count=5), lambda _: ""),
    (Draw(type="matching", count=2), lambda _: ""),
]
"""Draws with the cell of each item of their type, None for one that is of none; no item is of two."""


@pytest.mark.proof
def test_no_item_is_drawn_other_than_with_count_over_pool(is_full: bool) -> None:
    """Where no difficulties are asked for, all forms are equally hard; that must not make any item likelier."""
    count = 10_000 if is_full else 1_000
    paper = Paper(
        id="fair", title="抽题", sections=tuple(Section(title=str(n), draw=draw) for n, (draw, _) in enumerate(CELLS))
    )
    found = Counter(each.item.id for drawn in forms_of(paper, count) for each in drawn.questions)
    for draw, cell_of in CELLS:
        wanted = dict(draw.topic_counts) | dict(draw.difficulty_counts) or {"": draw.count}
        cells: dict[str, list[str]] = {}
        for item in drawn_items().values():
            cell = cell_of(item) if draw.type == item.TYPE else None
            if cell is not None:
                cells.setdefault(cell, []).append(item.id)
        assert cells.keys() == wanted.keys()
        for cell, ids in cells.items():
            assert all(is_near(found[id], wanted[cell] / len(ids), count) for id in ids), (draw, cell)
