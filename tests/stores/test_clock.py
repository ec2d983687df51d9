"""The machine's clocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from quizapp.domain.moment import present
from quizapp.stores.clock import SystemClock, boot_id


def test_it_reads_whole_milliseconds_in_utc() -> None:
    read = SystemClock().read()
    assert read.at.tzinfo is UTC
    assert read.at.microsecond % 1000 == 0
    assert abs(datetime.now(UTC) - read.at) < timedelta(seconds=5)


def test_every_program_of_one_boot_tells_the_same_boot_and_its_clock_goes_on() -> None:
    first, second = SystemClock().read(), SystemClock().read()
    assert first.boot == second.boot == boot_id()
    assert first.clock is not None
    assert second.clock is not None
    assert second.clock >= first.clock >= time.monotonic() - 1
    assert present(first, second).at - first.at < timedelta(seconds=5)
