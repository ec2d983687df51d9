"""Which rule is to blame where a form cannot be drawn, a group apart or a line of coverage, and what there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil

from quizapp.domain.banks.apart import ApartGroup
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.papers.demands import Demand
from quizapp.domain.papers.feasibility import Group
from quizapp.domain.papers.paper import MarkRange
from quizapp.domain.papers.ruled_drawing import STEPS
from quizapp.domain.papers.simplex import Undecided
from quizapp.domain.papers.supply import Rules, Supply, in_marks
from quizapp.domain.papers.whole_numbers import WholeNumbers

Line = tuple[str, MarkRange]


def undecided() -> Refused:
    """Return the refusal of a form that a search within its steps neither found nor could rule out."""
    return Refused("draw-undecided", steps=STEPS)


def rule_to_blame(supply: Supply, needs: Mapping[Group, int], rules: Rules) -> Refused:
    """Return the refusal for rules that cannot be kept with what sections ask, which can be met without them.

    What cannot be kept even by itself is named first; else the first that those before it leave no form for. Groups
    come before lines of coverage, each in the author's order.
    """
    try:
        return _to_blame(supply, needs, rules)
    except Undecided:
        return undecided()


def _to_blame(supply: Supply, needs: Mapping[Group, int], rules: Rules) -> Refused:
    if not _is_met(supply, needs, (), rules.groups):
        for group in rules.groups:
            if not _is_met(supply, needs, (), (group,)):
                return _of_group(supply, needs, (), group)
        last = next(at for at in range(len(rules.groups)) if not _is_met(supply, needs, (), rules.groups[: at + 1]))
        return _of_group(supply, needs, rules.groups[:last], rules.groups[last])
    for line in rules.coverage:
        if not _is_met(supply, needs, (line,), rules.groups):
            return _of_line(supply, needs, (), line, rules.groups)
    lines = rules.coverage
    last = next(at for at in range(len(lines)) if not _is_met(supply, needs, lines[: at + 1], rules.groups))
    return _of_line(supply, needs, lines[:last], lines[last], rules.groups)


def _numbers(demand: Demand) -> WholeNumbers:
    return WholeNumbers(demand.most, demand.sums, [0] * len(demand.columns))


def _is_met(supply: Supply, needs: Mapping[Group, int], lines: Sequence[Line], groups: Sequence[ApartGroup]) -> bool:
    return _numbers(Demand(supply, needs, lines, groups)).search(STEPS)


def _of_group(supply: Supply, needs: Mapping[Group, int], before: Sequence[ApartGroup], group: ApartGroup) -> Refused:
    demand = Demand(supply, needs, (), before)
    number = supply.groups.index(group)
    members = {at: -1 for at, column in enumerate(demand.columns) if number in column.groups}
    fewest = _numbers(demand).most_of(members, STEPS)
    fixed = len(supply.fixed_in(group))
    return Refused(
        "apart-unmet",
        group=group.name,
        count=len(group.members),
        available="" if fewest is None else str(fixed - fewest[0]),
        shared="; ".join(each.name for each in before),
    )


def _of_line(
    supply: Supply, needs: Mapping[Group, int], before: Sequence[Line], line: Line, groups: Sequence[ApartGroup]
) -> Refused:
    topic, marks = line
    demand = Demand(supply, needs, before, groups)
    return Refused(
        "coverage-unmet-beside" if before else "coverage-unmet",
        topic=topic,
        wanted=range_said(marks),
        available=" / ".join(_nearest(demand, supply, topic, marks)),
        shared="; ".join(other for other, _ in before),
    )


def _nearest(demand: Demand, supply: Supply, topic: str, marks: MarkRange) -> list[str]:
    """Return the marks nearest to those wanted, below and above, that a form can have."""
    at = supply.topics.index(topic)
    full = demand.full_worth() if marks.is_share else supply.unit
    found: dict[Fraction, None] = {}
    for end, sign in ((marks.least, 1), (marks.most, -1)):
        most: int | None = None
        if end is not None and full is not None:
            most = ceil(sign * end * full) - 1 - sign * supply.fixed_worth[at]
        times = {column: sign * many for column, many in demand.worths[at].items()}
        nearest = _numbers(demand).most_of(times, STEPS, most) if end is not None else None
        if nearest is not None:
            found[in_marks(supply, sign * nearest[0] + supply.fixed_worth[at])] = None
    return [decimal_text(marks) for marks in sorted(found)]


def range_said(marks: MarkRange) -> str:
    """Return a range in signs: 35–45%, ≥2, ≤20, 5."""
    times, unit = (100, "%") if marks.is_share else (1, "")
    least, most = (None if end is None else decimal_text(end * times) for end in (marks.least, marks.most))
    if least is None:
        return f"≤{most}{unit}"
    if most is None:
        return f"≥{least}{unit}"
    return f"{least}{unit}" if least == most else f"{least}–{most}{unit}"
