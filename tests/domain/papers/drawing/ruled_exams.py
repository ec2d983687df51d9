"""Small papers with coverage and groups apart, made by chance, and all their forms, tried one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from random import Random

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import MarkRange, Section
from tests.samples.drawing_pool import OPTIONS, bank, drawing, fixing

TOPICS = ("a", "a.x", "a.y", "b", "c")
LEVELS: tuple[Difficulty, ...] = ("easy", "medium")

Form = tuple[tuple[Item, ...], ...]
"""Each section's items."""


@dataclass(frozen=True)
class RuledExam:
    """A small pool, sections that draw from it, and coverage."""

    sections: tuple[Section, ...]
    banks: tuple[ItemBank, ...]
    coverage: tuple[tuple[str, MarkRange], ...]


def made_up(chance: Random) -> RuledExam:
    """Return a small paper that often can just be met."""
    items = tuple(_item(chance, number) for number in range(chance.randint(3, 7)))
    sections = [_section(chance, number) for number in range(chance.randint(1, 3))]
    if chance.random() < 0.3:
        fixed = fixing(chance.choice(items).id)
        sections.insert(0, replace(fixed, marks=chance.choice([None, Fraction(2)])))
    lines = tuple((topic, _range(chance)) for topic in chance.sample(TOPICS, chance.randint(0, 3)))
    return RuledExam(tuple(sections), (bank(*items),), lines)


def _item(chance: Random, number: int) -> Item:
    one = _single(chance, f"i-{number}")
    if chance.random() < 0.8:
        return one
    parts = tuple(_single(chance, f"i-{number}-{part}") for part in (1, 2))
    return Case(id=one.id, stem="材料", topic=one.topic, difficulty=one.difficulty, items=parts)


def _single(chance: Random, id: str) -> SingleChoice:
    names = [chance.choice(["甲组", "乙组", "i-0", "i-3"]) for _ in range(chance.choice([0, 0, 1, 2]))]
    return SingleChoice(
        id=id,
        stem="（  ）",
        options=OPTIONS,
        key="A",
        topic=chance.choice(TOPICS),
        difficulty=chance.choice(LEVELS),
        marks=Fraction(chance.choice([1, 1, 2])),
        apart=tuple(names) if chance.random() < 0.4 else (),
    )


def _section(chance: Random, number: int) -> Section:
    count = chance.randint(1, 2)
    topics = Counter(chance.choice("ab") for _ in range(count)) if chance.random() < 0.2 else {}
    levels = Counter(chance.choice(LEVELS) for _ in range(count)) if chance.random() < 0.2 else {}
    section = drawing(count, f"第 {number} 大题", topics.items(), levels.items())
    assert section.draw is not None
    draw = replace(section.draw, type="case") if chance.random() < 0.15 else section.draw
    return replace(
        section, draw=draw, marks=chance.choice([None, Fraction(1), Fraction(2), Fraction(3), Fraction(3, 2)])
    )


def _range(chance: Random) -> MarkRange:
    is_share = chance.random() < 0.4
    least = Fraction(chance.randint(0, 4), 10 if is_share else 1)
    most = least + Fraction(chance.randint(0, 4), 10 if is_share else 1)
    end = chance.random()
    return MarkRange(least=None if end < 0.2 else least, most=None if end > 0.8 else most, is_share=is_share)


def forms(exam: RuledExam, at: int = 0, used: frozenset[str] = frozenset()) -> Iterator[Form]:
    """Give every choice of items that answers to what the sections ask, rules of the whole form aside."""
    if at == len(exam.sections):
        yield ()
        return
    for items in _choices(exam, exam.sections[at], used):
        for rest in forms(exam, at + 1, used.union(item.id for item in items)):
            yield (items, *rest)


def _choices(exam: RuledExam, section: Section, used: frozenset[str]) -> Iterator[tuple[Item, ...]]:
    pool = [item for each in exam.banks for item in each.items]
    draw = section.draw
    if draw is None:
        yield tuple(item for item in pool if item.id in section.items)
        return
    fixed = {id for each in exam.sections for id in each.items}
    free = [item for item in pool if item.id not in used | fixed and draw.type == item.TYPE]
    for chosen in combinations(free, draw.count):
        topics = all(sum(_is_of(item.topic, t) for item in chosen) == n for t, n in draw.topic_counts)
        levels = all(sum(item.difficulty == level for item in chosen) == n for level, n in draw.difficulty_counts)
        if topics and levels:
            yield chosen


def _is_of(topic: str, above: str) -> bool:
    return f"{topic}.".startswith(f"{above}.")


def marks(exam: RuledExam, form: Form, topic: str = "") -> Fraction:
    """Return a form's marks of a topic and those under it; of all without one."""
    return sum(
        (
            part.marks if section.marks is None else section.marks
            for section, items in zip(exam.sections, form, strict=True)
            for item in items
            for part in item.asked
            if not topic or _is_of(part.topic, topic)
        ),
        Fraction(0),
    )


def keeps_rules(exam: RuledExam, form: Form) -> bool:
    """Return whether a form keeps all lines of coverage, and no two of its items are apart."""
    full = marks(exam, form)
    for topic, asked in exam.coverage:
        has, times = marks(exam, form, topic), full if asked.is_share else 1
        if not (asked.least or 0) * times <= has <= (full if asked.most is None else asked.most * times):
            return False
    ids = {part.id: item.id for each in exam.banks for item in each.items for part in (item, *item.parts)}
    said = [{name for part in {item, *item.parts} for name in part.apart} for items in form for item in items]
    taken = [item.id for items in form for item in items]
    return not any(
        said[one] & said[other] - ids.keys()
        or taken[other] in {ids.get(name) for name in said[one]}
        or taken[one] in {ids.get(name) for name in said[other]}
        for one, other in combinations(range(len(taken)), 2)
    )
