"""What a cell of the table becomes in a sheet."""

from __future__ import annotations

from datetime import UTC

import pytest

from quizapp.language import Language
from quizapp.reports.workbook.fields import used


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0分00秒"), (2467, "41分07秒"), (3600, "1小时00分00秒"), (36309, "10小时05分09秒"), (None, None)],
)
def test_time_used_reads_as_a_clock_does(seconds: int | None, said: str | None) -> None:
    assert used(seconds, Language("zh", UTC)) == said
