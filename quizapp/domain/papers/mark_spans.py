"""What a draw leaves to chance: the least and the most marks of each topic over all forms that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.banks.apart import apart_groups
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.papers.demands import Demand
from quizapp.domain.papers.feasibility import needs_of
from quizapp.domain.papers.local_repair import repaired
from quizapp.domain.papers.paper import Paper
from quizapp.domain.papers.ruled_drawing import REPAIRS, Order, filled
from quizapp.domain.papers.ruled_drawing import STEPS as FIRST_STEPS
from quizapp.domain.papers.selection import fixed_items
from quizapp.domain.papers.simplex import Undecided
from quizapp.domain.papers.supply import Rules, Supply, in_marks, supply_of
from quizapp.domain.papers.whole_numbers import WholeNumbers

STEPS = 300
"""Steps of the search for one end of one topic, beyond which it is told as about so much."""


class MarkSpan(NamedTuple):
    """From how many marks to how many a topic with those under it has."""

    topic: str
    least: Fraction
    most: Fraction
    is_exact: bool = True
    """Whether both ends are known; else no form has less or more."""


def paper_spans(
    paper: Paper, banks: Sequence[ItemBank], topics: Sequence[str], excluded: AbstractSet[str] = frozenset()
) -> tuple[MarkSpan, ...]:
    """Return the spans of a paper's topics; () where no form can be drawn, or none was found.

    Topics that no form can have anything of are left out. Raises Refused for fixed items that may not stand.
    """
    fixed = fixed_items(paper.sections, banks, excluded)
    kept_out = excluded | {item.id for items in fixed for item in items}
    rules = Rules(paper.coverage, apart_groups(banks))
    supply = supply_of(paper.sections, banks, fixed, kept_out, rules, topics)
    return tuple(span for span in mark_spans(supply, rules._replace(groups=supply.groups), topics) if span.most)


def bare_leaves(spans: Sequence[MarkSpan]) -> tuple[MarkSpan, ...]:
    """Return the topics without topics under them of which a form may have nothing."""
    above = {topic.rpartition(".")[0] for topic, *_ in spans}
    return tuple(span for span in spans if span.topic not in above and not span.least)


def mark_spans(supply: Supply, rules: Rules, topics: Sequence[str]) -> tuple[MarkSpan, ...]:
    """Return the spans of some topics that the supply tells apart, () where no form can be drawn, or none was found."""
    draws = {number: section.draw for number, section in enumerate(supply.sections) if section.draw}
    demand = Demand(supply, needs_of(draws), rules.coverage, rules.groups)
    start = filled(demand, Order(demand, ""))
    start = repaired(demand, start, [0] * len(start), demand.most, REPAIRS) or start
    numbers = WholeNumbers(demand.most, demand.sums, start)
    try:
        if not numbers.search(FIRST_STEPS):
            return ()
    except Undecided:
        return ()
    found = numbers.values()
    spans: list[MarkSpan] = []
    for topic in topics:
        spans.append(_span(demand, numbers, found, topic))
        if not spans[-1].is_exact:
            # the search broke off somewhere: the next begins with a form again
            numbers = WholeNumbers(demand.most, demand.sums, found)
    return tuple(spans)


def _span(demand: Demand, numbers: WholeNumbers, found: Sequence[int], topic: str) -> MarkSpan:
    at = demand.supply.topics.index(topic)
    supply, worths = demand.supply, demand.worths[at]
    fixed = supply.fixed_worth[at]
    if not worths:
        return MarkSpan(topic, in_marks(supply, fixed), in_marks(supply, fixed))
    most, knows_most = _end(numbers, worths)
    if not knows_most:
        numbers = WholeNumbers(demand.most, demand.sums, found)
    least, knows_least = _end(numbers, {column: -many for column, many in worths.items()})
    return MarkSpan(
        topic, in_marks(supply, fixed - least), in_marks(supply, fixed + most), is_exact=knows_least and knows_most
    )


def _end(numbers: WholeNumbers, times: Mapping[int, int]) -> tuple[int, bool]:
    end = numbers.most_of(times, STEPS)
    assert end is not None, "there is a form"
    return end
