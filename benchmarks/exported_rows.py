"""A score export of many attempts, as the book gives it, the same for the same seed."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_columns import ScoreRow, score_columns
from quizapp.services.book.score_table import Table
from quizapp.services.book.standings import ShownMarks
from tests.samples.book_documents import document

_TITLES = ("一、单项选择题", "二、多项选择题", "三、判断题", "四、简答题")
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈褚卫", "建国志强秀英丽华明德文博"
_UNITS = tuple(
    f"{place}{part}" for place in ("市委", "市政府", "发改委", "财政局") for part in ("办公室", "一科", "二科")
)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def exported_table(attempts: int, seed: int = 1) -> Table[ScoreRow]:
    """Return the table; times are of one morning, as those of an exam are."""
    chance = random.Random(seed)
    return Table(score_columns(_TITLES), tuple(_row(number, chance) for number in range(1, attempts + 1)))


def _row(number: int, chance: random.Random) -> ScoreRow:
    parts = [chance.randrange(51) / 2 for _ in _TITLES]
    score, name = sum(parts), chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=2))
    started = _NINE + timedelta(milliseconds=chance.randrange(600_000))
    seconds = chance.randrange(600, 3600)
    unit = chance.choice(_UNITS)
    return ScoreRow(
        person=Candidate(id=f"2026{number:06d}", name=name, unit=unit, post="科员", group=f"第{number % 8 + 1}组"),
        paper="结业考试",
        status="marked",
        number=1,
        rank=number,
        record=document(
            "",
            form="AB"[number % 2],
            started_at=_instant(started),
            handed_in_at=_instant(started + timedelta(seconds=seconds)),
            seconds=seconds,
            receipt="-".join("".join(chance.choices(_LETTERS, k=5)) for _ in range(2)),
        ),
        marks=ShownMarks(score=_number(score), percent=_number(score), passed=score >= 60),
        full_score=100,
        sections=tuple(map(_number, parts)),
    )


def _number(marks: float) -> int | float:
    return int(marks) if marks == int(marks) else marks


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"
