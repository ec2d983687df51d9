"""Many instants told in a zone: the short way tells each as the long one does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quizapp.language import Language
from quizapp.reports.cells import LocalTimes, local_time

ZONES = ("Asia/Shanghai", "Asia/Kathmandu", "America/St_Johns", "Europe/Berlin", "Australia/Lord_Howe", "UTC")


@pytest.mark.parametrize("zone", ZONES)
def test_every_quarter_of_an_hour_of_a_year_is_told_as_alone(zone: str) -> None:
    language = Language("zh", ZoneInfo(zone))
    times = LocalTimes(language)
    for step in range(4 * 24 * 366):
        instant = f"{datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * step):%Y-%m-%dT%H:%M}:07.999Z"
        assert times.of(instant) == local_time(instant, language)
