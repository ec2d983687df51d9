"""How long an item took."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from quizapp.domain.analysis.columns import Column


def median_seconds(column: Column) -> float | None:
    """Return the median of the whole seconds that an item was on screen; None where no times are known.

    Answers from paper have none, nor has a candidate who never came to the question.
    """
    counts = Counter(column.seconds)
    del counts[None]
    count = counts.total()
    if not count:
        return None
    times = sorted(time for time in counts if time is not None)
    reached = list(accumulate(counts[time] for time in times))
    low, high = ((count + 1) // 2, count // 2 + 1)
    return (
        sum(
            next(time for time, so_many in zip(times, reached, strict=True) if so_many >= place)
            for place in (low, high)
        )
        / 2
    )
