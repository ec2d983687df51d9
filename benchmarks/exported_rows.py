"""A score export of many attempts, as the book gives it, the same for the same seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from quizapp.services.book.score_table import Cell, Table, titled_columns
from quizapp.services.scores.score_rows import AFTER_SECTIONS, BEFORE_SECTIONS

_TITLES = ("一、单项选择题", "二、多项选择题", "三、判断题", "四、简答题")
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈褚卫", "建国志强秀英丽华明德文博"
_UNITS = tuple(
    f"{place}{part}" for place in ("市委", "市政府", "发改委", "财政局") for part in ("办公室", "一科", "二科")
)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def exported_table(attempts: int, seed: int = 1) -> Table:
    """Return the table; times are of one morning, as those of an exam are."""
    chance = random.Random(seed)
    columns = (*BEFORE_SECTIONS, *titled_columns(_TITLES, ()), *AFTER_SECTIONS)
    return Table(columns=columns, rows=tuple(_row(number, chance) for number in range(1, attempts + 1)))


def _row(number: int, chance: random.Random) -> tuple[Cell, ...]:
    parts = [chance.randrange(51) / 2 for _ in _TITLES]
    score, name = sum(parts), chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=2))
    started = _NINE + timedelta(milliseconds=chance.randrange(600_000))
    seconds = chance.randrange(600, 3600)
    return (
        *(number, f"2026{number:06d}", name, chance.choice(_UNITS), "科员", f"第{number % 8 + 1}组", "结业考试"),
        *("regular", "AB"[number % 2], 1, "marked", _number(score), 100, _number(score), "", score >= 60),
        *map(_number, parts),
        *(_instant(started), _instant(started + timedelta(seconds=seconds)), seconds, "candidate"),
        *("-".join("".join(chance.choices(_LETTERS, k=5)) for _ in range(2)), ()),
    )


def _number(marks: float) -> int | float:
    return int(marks) if marks == int(marks) else marks


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
