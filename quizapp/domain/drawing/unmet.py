"""Saying why a draw cannot be met: which section, what it wants, what there is."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.domain.blueprint import Draw
from quizapp.domain.drawing.meeting import met
from quizapp.domain.drawing.supply import Place, Task
from quizapp.domain.errors import Refused
from quizapp.domain.paper import Section


def unmet(sections: Sequence[Section], numbers: Sequence[int], task: Task) -> Refused:
    """Return the refusal for sections whose joint task cannot be met, on the first section that is to blame.

    A section that cannot be met even by itself is named first; else the first that those before it leave too little
    for, and they are named in `shared`. `available` is what there is before any other section takes its items.
    """
    for number in numbers:
        if met(task.only({number}), {}) is None:
            return _refusal(sections, number, (), task)
    last = next(end for end in range(len(numbers)) if met(task.only(set(numbers[: end + 1])), {}) is None)
    return _refusal(sections, numbers[last], numbers[:last], task)


def _refusal(sections: Sequence[Section], number: int, before: Sequence[int], task: Task) -> Refused:
    section = sections[number]
    assert section.draw is not None
    return Refused(
        "draw-unmet",
        section=section.title,
        wanted=_wanted(section.draw),
        available=_available(task.only({number})),
        shared="; ".join(sections[other].title for other in before),
    )


def _wanted(draw: Draw) -> str:
    """Return what a draw asks for, such as "10 (needs 4, bo 6; easy 7, hard 3)", or "2×3" for cases of three items."""
    count = f"{draw.count}×{draw.size}" if draw.size else str(draw.count)
    counts = (draw.topic_counts, draw.difficulty_counts)
    said = [", ".join(f"{name} {count}" for name, count in each) for each in counts if each]
    return f"{count} ({'; '.join(said)})" if said else count


def _available(task: Task) -> str:
    """Return what there is for one section, such as "5 (needs easy 3, needs hard 2)"."""
    counts: dict[Place, int] = {place: count for (place,), count in task.supply.items()}
    said = [f"{' '.join(filter(None, place[1:]))} {count}" for place, count in sorted(counts.items()) if any(place[1:])]
    total = sum(counts.values())
    return f"{total} ({', '.join(said)})" if said else str(total)
