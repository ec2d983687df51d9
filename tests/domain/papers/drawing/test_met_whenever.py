"""A draw that can be met is met: small papers beside a plain search through all choices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

import pytest

from quizapp.domain.banks.bank import ItemBank, Use
from quizapp.domain.errors import Refused
from quizapp.domain.item import Difficulty, Item, Status
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Section
from quizapp.domain.papers.selection import select
from tests.samples.drawing_pool import OPTIONS, bank, drawing, fixing

ROUNDS = 100
BATCHES = 12
LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")


@dataclass(frozen=True)
class Exam:
    """A small pool with sections that draw from it."""

    sections: tuple[Section, ...]
    banks: tuple[ItemBank, ...]
    excluded: frozenset[str] = frozenset()


def is_under(topic: str, above: str) -> bool:
    return f"{topic}.".startswith(f"{above}.")


def fits(section: Section, chosen: Sequence[tuple[str, Item]]) -> bool:
    """Return whether these items, each with its bank, are what a section asks for, by the contract's own words."""
    draw = section.draw
    assert draw is not None
    return (
        len(chosen) == draw.count
        and all(not draw.banks or bank_id in draw.banks for bank_id, _ in chosen)
        and all(set(draw.tags) <= set(item.tags) for _, item in chosen)
        and all(not draw.topics or any(is_under(item.topic, t) for t in draw.topics) for _, item in chosen)
        and all(sum(is_under(item.topic, t) for _, item in chosen) == n for t, n in draw.topic_counts)
        and all(sum(item.difficulty == level for _, item in chosen) == n for level, n in draw.difficulty_counts)
        and (not draw.topic_counts or sum(n for _, n in draw.topic_counts) == draw.count)
        and (not draw.difficulty_counts or sum(n for _, n in draw.difficulty_counts) == draw.count)
    )


def can_be_met(sections: Sequence[Section], pool: Sequence[tuple[str, Item]]) -> bool:
    """Try every choice of items for every section."""
    if not sections:
        return True
    draw = sections[0].draw
    assert draw is not None
    return any(
        fits(sections[0], chosen) and can_be_met(sections[1:], [each for each in pool if each not in chosen])
        for chosen in combinations(pool, draw.count)
    )


def made_up(chance: Random) -> Exam:
    """Return a small paper with a pool that often is just enough."""
    topics = ("a", "a.x", "b") if chance.random() < 0.5 else ("a", "b", "c")
    status: tuple[Status, ...] = ("ready", "ready", "ready", "ready", "draft")
    items = [
        SingleChoice(
            id=f"i-{number}",
            stem="（  ）",
            options=OPTIONS,
            key="A",
            topic=chance.choice(topics),
            difficulty=chance.choice(LEVELS[: chance.choice((2, 3))]),
            tags=("重点",) if chance.random() < 0.6 else (),
            status=chance.choice(status),
        )
        for number in range(chance.randint(4, 10))
    ]
    cut = chance.randrange(len(items) + 1)
    use: Use = "practice" if chance.random() < 0.1 else "any"
    banks = (bank(*items[:cut], id="one", use="exam"), bank(*items[cut:], id="two", use=use))
    sections = [made_up_section(chance, topics) for _ in range(chance.randint(1, 3))]
    ready = [item.id for item in banks[0].ready]
    if ready and chance.random() < 0.3:
        sections.insert(chance.randrange(2), fixing(chance.choice(ready)))
    fixed = {id for section in sections for id in section.items}
    left_out = frozenset(item.id for item in items if item.id not in fixed and chance.random() < 0.05)
    return Exam(tuple(sections), banks, left_out)


def made_up_section(chance: Random, topics: Sequence[str]) -> Section:
    count = chance.randint(1, 3) if chance.random() < 0.8 else 4
    apart = [topic for topic in topics if "." not in topic] if chance.random() < 0.7 else ["a.x", "b"]
    by_topic = Counter(chance.choice(apart) for _ in range(count)) if chance.random() < 0.6 else {}
    by_level = Counter(chance.choice(LEVELS[:2]) for _ in range(count)) if chance.random() < 0.6 else {}
    return drawing(
        count,
        f"第 {chance.random()} 大题",
        by_topic.items(),
        by_level.items(),
        within=("a",) if not by_topic and chance.random() < 0.3 else (),
        banks=("two",) if chance.random() < 0.1 else (),
        tags=("重点",) if chance.random() < 0.2 else (),
    )


def drawn(exam: Exam, seed: str, levels: str) -> tuple[tuple[Item, ...], ...] | Refused:
    try:
        return select(exam.sections, exam.banks, seed, exam.excluded, levels)
    except Refused as refused:
        return refused


def is_met(exam: Exam, seed: str, levels: str = "") -> bool:
    """Draw, and check all that the contract says about what comes out."""
    home = {item.id: each.id for each in exam.banks for item in each.items}
    chosen = drawn(exam, seed, levels)
    if isinstance(chosen, Refused):
        assert chosen.code == "draw-unmet"
        assert chosen.values["section"] in [section.title for section in exam.sections if section.draw]
        return False
    everything = [item.id for items in chosen for item in items]
    assert len(set(everything)) == len(everything)
    assert exam.excluded.isdisjoint(everything)
    for section, items in zip(exam.sections, chosen, strict=True):
        if section.draw:
            assert fits(section, [(home[item.id], item) for item in items])
            assert all(item.status == "ready" for item in items)
        else:
            assert tuple(item.id for item in items) == section.items
    return True


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_draw_is_met_exactly_when_some_choice_of_items_meets_it(batch: int) -> None:
    outcomes: Counter[bool] = Counter()
    for number in range(ROUNDS):
        exam = made_up(Random(f"{batch}/{number}"))
        reserved = {id for section in exam.sections for id in section.items}
        pool = [
            (each.id, item)
            for each in exam.banks
            for item in each.items
            if each.use != "practice" and item.status == "ready" and item.id not in reserved | exam.excluded
        ]
        possible = can_be_met([section for section in exam.sections if section.draw], pool)
        assert is_met(exam, f"seed-{number}") == possible, f"{batch}/{number}"
        # nor may equal levels of difficulty, which forms have, keep a draw from being met
        assert is_met(exam, f"seed-{number}", "levels") == possible, f"{batch}/{number}"
        outcomes[possible] += 1
    assert min(outcomes[True], outcomes[False]) > ROUNDS // 10


def planted(chance: Random, sections: int, count: int, spare: int) -> Exam:
    """Return sections that all count twice, with the very items of one way of meeting them, and a few more."""
    items: list[SingleChoice] = []

    def more() -> SingleChoice:
        items.append(
            SingleChoice(
                id=f"i-{len(items)}",
                stem="（  ）",
                options=OPTIONS,
                key="A",
                topic=chance.choice("abcd"),
                difficulty=chance.choice(LEVELS),
            )
        )
        return items[-1]

    asked = []
    for number in range(sections):
        own = [more() for _ in range(count)]
        by_topic, by_level = Counter(item.topic for item in own), Counter(item.difficulty for item in own)
        asked.append(drawing(count, f"第 {number} 大题", by_topic.items(), by_level.items()))
    for _ in range(spare):
        more()
    return Exam(tuple(asked), (bank(*items),))


@pytest.mark.parametrize(("sections", "count", "spare"), [(2, 8, 0), (2, 8, 1), (3, 8, 0), (3, 8, 2), (4, 6, 1)])
def test_a_larger_paper_that_can_just_be_met_is_met(sections: int, count: int, spare: int) -> None:
    for number in range(10):
        assert is_met(planted(Random(number), sections, count, spare), f"seed-{number}")
