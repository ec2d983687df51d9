"""Makes the type known, as `pytest -p` before anything else is loaded: its two entries, its words, its example."""

from __future__ import annotations

from typing import cast

from quizapp.domain.items import ITEM_TYPES
from quizapp.language import question_types
from quizapp.tui.items import VIEWS
from tests.cli.tenth_type.day import Day
from tests.cli.tenth_type.day_view import DayView
from tests.samples.item_examples import EXAMPLES, Example

ITEM_TYPES["day"] = Day
VIEWS["day"] = DayView

cast(dict[str, tuple[str, str]], question_types.SENTENCES).update(
    {
        "word.day": ("日期题", "day"),
        "compose.part_day": ("日期题", "day"),
        "compose.short_day": ("日期", "day"),
        "teach.short_day": ("日期", "day"),
        "correct.type_day": ("写一个日子，如 2026-12-01", "a day, such as 2026-12-01"),
        "schema.day.key": ("那一天。", "The day."),
    }
)

EXAMPLES["day"] = Example(
    item=Day(id="fr-010", stem="新中国成立于哪一天？", key="1949-10-01", rationale="开国大典那天。"),
    others=(("1949年10月1日",), ("1949-10-02",), ("十月一日",)),
    wrong=("1949-10-02",),
    secret_texts=("1949-10-01", "开国大典那天。"),
)
