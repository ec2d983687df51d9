"""Texts to numbers, times and ids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest

from quizapp.reading import values

BEIJING = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2", 2),
        ("0.5", Fraction(1, 2)),
        ("１．５", Fraction(3, 2)),
        ("0", 0),
        ("-1", None),
        ("1e3", None),
        ("", None),
        ("1/3", None),
        ("1,000", None),
    ],
)
def test_a_decimal_is_exact_and_not_negative(text: str, meant: Fraction | None) -> None:
    assert values.decimal(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1/3", Fraction(1, 3)),
        ("0.25", Fraction(1, 4)),
        ("25%", Fraction(1, 4)),
        ("25％", Fraction(1, 4)),
        ("1", 1),
        ("2", None),
        ("150%", None),
        ("1/0", None),
        ("a", None),
    ],
)
def test_a_share_is_at_most_one(text: str, meant: Fraction | None) -> None:
    assert values.share(text) == meant


def test_a_number_may_be_a_share_too() -> None:
    assert [values.number(text) for text in ("12.5", "1/3", "50%", "x")] == [
        Fraction(25, 2),
        Fraction(1, 3),
        Fraction(1, 2),
        None,
    ]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("45m", 2700),
        ("1h30m", 5400),
        ("45分钟", 2700),
        ("1小时30分钟", 5400),
        ("30秒", 30),
        ("60", 3600),
        ("1.5", 90),
        ("0s", 0),
        ("1H", 3600),
        ("0.001", None),
        ("", None),
        ("一小时", None),
        ("5x", None),
    ],
)
def test_a_length_of_time_in_many_ways(text: str, seconds: int | None) -> None:
    assert values.duration(text) == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-12-01 09:00", datetime(2026, 12, 1, 1, 0, tzinfo=UTC)),
        ("2026-12-01T09:00:30", datetime(2026, 12, 1, 1, 0, 30, tzinfo=UTC)),
        ("2026-12-01 09:00+01:00", datetime(2026, 12, 1, 8, 0, tzinfo=UTC)),
        ("2026-12-01 09:00Z", datetime(2026, 12, 1, 9, 0, tzinfo=UTC)),
        ("2026年12月1日 9:00", datetime(2026, 12, 1, 1, 0, tzinfo=UTC)),
        ("2026年12月1日9：00", datetime(2026, 12, 1, 1, 0, tzinfo=UTC)),
        ("2026-13-01 09:00", None),
        ("2026-12-01", None),
        ("明天", None),
        ("0001-01-01 00:00", None),
    ],
)
def test_an_instant_is_in_utc(text: str, meant: datetime | None) -> None:
    assert values.instant(text, BEIJING) == meant


def test_a_time_without_offset_is_in_the_machines_zone_where_none_is_given() -> None:
    assert values.instant("2026-12-01 09:00", None) == datetime(2026, 12, 1, 9, 0).astimezone(UTC)


@pytest.mark.parametrize("text", ["a", "fr-001", "题库一", "a_b", "é", "x" * 64, "con1", "中-1"])
def test_an_id_is_of_letters_of_any_script(text: str) -> None:
    assert values.identifier(text) == text


@pytest.mark.parametrize("text", ["", "a b", "a.b", "a/b", "x" * 65, "con", "NUL", "Com1", "a:b", "①", "a\u200b"])
def test_what_is_no_id(text: str) -> None:
    assert values.identifier(text) is None


def test_an_id_is_put_in_nfc() -> None:
    assert values.identifier("e\u0301") == "é"
