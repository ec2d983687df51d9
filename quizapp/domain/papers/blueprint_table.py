"""The 双向细目表 of a form: how many questions and marks each topic has, by type and level.

It is of a form as it is drawn, not of what is expected of one: a printed table has whole numbers, and forms differ only
where sections leave their topics open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.banks.bank import is_within
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.paper import Form

LEVELS = ("easy", "medium", "hard", "")
"""Levels in the order of the columns; "" is of questions without one."""


class BlueprintColumn(NamedTuple):
    """A type and a level."""

    type: str
    level: str


class Worth(NamedTuple):
    """Questions, and the marks they are worth together."""

    questions: int = 0
    marks: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintRow:
    """A topic with those under it."""

    topic: str
    """"" for questions without one, and for the sum."""
    title: str
    depth: int = 0
    cells: Mapping[BlueprintColumn, Worth]

    @property
    def total(self) -> Worth:
        """What it has of all types and levels."""
        return added(self.cells.values())

    def of_level(self, level: str) -> Worth:
        """Return what it has of a level."""
        return added(worth for column, worth in self.cells.items() if column.level == level)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintTable:
    """Topics down, types and levels across."""

    columns: tuple[BlueprintColumn, ...]
    rows: tuple[BlueprintRow, ...]
    """In the course's order, each topic above those under it, which are counted in it too."""
    total: BlueprintRow

    @property
    def types(self) -> tuple[str, ...]:
        """The types that questions are of, in the order of the columns."""
        return tuple(dict.fromkeys(column.type for column in self.columns))

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that questions have."""
        used = {column.level for column in self.columns}
        return tuple(level for level in LEVELS if level in used)

    def levels_of(self, type: str) -> tuple[str, ...]:
        """Return the levels that a type has."""
        return tuple(column.level for column in self.columns if column.type == type)

    @property
    def parts(self) -> tuple[BlueprintRow, ...]:
        """The rows of the course's first level, which add up to the total."""
        return tuple(row for row in self.rows if not row.depth)


def table(form: Form) -> BlueprintTable:
    """Return the table of a form; a case's questions count as the case's type."""
    cells: dict[str, dict[BlueprintColumn, Worth]] = {}
    for question in form.questions:
        column = BlueprintColumn("case" if question.case else question.item.TYPE, question.item.difficulty)
        of_topic = cells.setdefault(question.item.topic, {})
        of_topic[column] = added([of_topic.get(column, Worth()), Worth(1, question.marking.marks)])
    used = {column for of_topic in cells.values() for column in of_topic}
    columns = tuple(
        BlueprintColumn(type, level) for type in ITEM_TYPES for level in LEVELS if BlueprintColumn(type, level) in used
    )
    titles = dict(_topics(form, cells))
    rows = tuple(_row(topic, titles, cells) for topic in titles)
    return BlueprintTable(
        columns=columns, rows=rows, total=BlueprintRow(topic="", title="", cells=_summed(cells.values()))
    )


def added(worths: Iterable[Worth]) -> Worth:
    """Return the sum of several worths."""
    listed = list(worths)
    return Worth(sum(each.questions for each in listed), sum((each.marks for each in listed), Fraction(0)))


def _topics(form: Form, cells: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give ids and titles: the form's, those of no course behind them by their ids, what has none last."""
    yield from form.topics
    titled = dict(form.topics)
    yield from ((topic, topic) for topic in sorted(set(cells) - set(titled) - {""}))
    if "" in cells:
        yield "", ""


def _row(topic: str, titles: Mapping[str, str], cells: Mapping[str, Mapping[BlueprintColumn, Worth]]) -> BlueprintRow:
    those = [of_topic for own, of_topic in cells.items() if own == topic or (topic and is_within(own, topic))]
    depth = sum(above != topic and is_within(topic, above) for above in titles if above)
    return BlueprintRow(topic=topic, title=titles[topic], depth=depth, cells=_summed(those))


def _summed(several: Iterable[Mapping[BlueprintColumn, Worth]]) -> dict[BlueprintColumn, Worth]:
    found: dict[BlueprintColumn, Worth] = {}
    for cells in several:
        for column, worth in cells.items():
            found[column] = added([found.get(column, Worth()), worth])
    return found
