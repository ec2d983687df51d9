"""Drawing under coverage and groups apart: in hash order, each item taken where the rest can still be met.

It draws what `selection` draws where no rule says otherwise: rules only take away forms, and among those that are left
the items still come in hash order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from quizapp.domain.item import Item
from quizapp.domain.papers.chance import rank, ranking
from quizapp.domain.papers.demands import Demand
from quizapp.domain.papers.feasibility import Group
from quizapp.domain.papers.local_repair import repaired
from quizapp.domain.papers.simplex import Proof, Undecided
from quizapp.domain.papers.supply import Rules, Supply
from quizapp.domain.papers.whole_numbers import WholeNumbers

STEPS = 5000
"""Steps of the search for a form, beyond which it is not decided whether there is one."""
REPAIRS, REPAIRS_OF_ITEM = 100, 3
"""Exchanges that are tried before the search."""
STEPS_OF_ITEM = 300
"""Steps of the search for a form with one more item, beyond which the items of its kind are passed by."""


class Order:
    """The items in hash order, by what their kinds are in a demand."""

    def __init__(self, demand: Demand, seed: str) -> None:
        rank_of = ranking(seed, "item")
        self._seed = seed
        self.items = [(rank_of(item.id), kind, item) for kind, alike in enumerate(demand.items) for item in alike]
        self.items.sort(key=lambda each: each[0])
        self._of_kind = demand.of_kind
        self._sections = [column.place[0] for column in demand.columns]

    def columns(self, kind: int, item: Item) -> Sequence[int]:
        """Return where an item may stand, in an order of its own, so that no section gets all the first items."""
        columns = self._of_kind[kind]
        if len(columns) == 1:
            return columns
        return sorted(columns, key=lambda at: rank(self._seed, "section", item.id, str(self._sections[at])))


class Plan:
    """A demand, numbers that meet it, and what they make of its sums."""

    def __init__(self, demand: Demand, counts: list[int]) -> None:
        self.demand = demand
        self.counts = counts
        self.sums = demand.summed(counts)

    def adopt(self, counts: list[int]) -> None:
        """Take over other numbers that meet the demand."""
        self.counts = counts
        self.sums = self.demand.summed(counts)

    def exchange(self, column: int, taken: Sequence[int]) -> bool:
        """Put one item more in a column for one of the section that is planned only; return whether that can be."""
        demand = self.demand
        section = demand.columns[column].place[0]
        gained = demand.sums_of[column]
        for other in demand.of_section[section]:
            if self.counts[other] <= taken[other] or other == column:
                continue
            changes = dict(gained)
            for at, times in demand.sums_of[other]:
                changes[at] = changes.get(at, 0) - times
            if all(self._keeps(at, by) for at, by in changes.items() if by):
                self._change(column, other, changes)
                return True
        return False

    def _keeps(self, at: int, by: int) -> bool:
        each, total = self.demand.sums[at], self.sums[at] + by
        return (each.least is None or total >= each.least) and (each.most is None or total <= each.most)

    def _change(self, column: int, other: int, changes: Mapping[int, int]) -> None:
        self.counts[column] += 1
        self.counts[other] -= 1
        for at, by in changes.items():
            self.sums[at] += by


def filled(demand: Demand, order: Order) -> list[int]:
    """Return numbers that keep every upper limit, taken in hash order without looking ahead: near what is drawn."""
    counts, sums, dead = [0] * len(demand.columns), [0] * len(demand.sums), [False] * len(demand.columns)
    for _, kind, item in order.items:
        if all(dead[at] for at in demand.of_kind[kind]):
            continue
        for column in order.columns(kind, item):
            if dead[column]:
                continue
            caps = demand.caps_of[column]
            if any(sums[at] + times > most for at, times, most in caps):
                dead[column] = True
                continue
            counts[column] += 1
            for at, times, _ in caps:
                sums[at] += times
            break
    return counts


def planned(
    supply: Supply, rules: Rules, needs: Mapping[Group, int], wanted: Mapping[Group, int], seed: str
) -> tuple[Plan, Order] | None:
    """Return a way of meeting all with the levels wanted of its sections, None where it cannot be met at all.

    Where they cannot all be had, each section in turn has its levels if those before it leave them to it.
    Raises Undecided.
    """
    sections = {number for _, number, _ in wanted}
    whole = _attempt(supply, rules, needs, wanted, sections, seed)
    if whole is not None or not sections:
        return whole
    kept: set[int] = set()
    whole = _attempt(supply, rules, needs, wanted, kept, seed)
    for section in sorted(sections) if whole is not None else ():
        better = _attempt(supply, rules, needs, wanted, kept | {section}, seed)
        if better is not None:
            whole = better
            kept.add(section)
    return whole


def _attempt(
    supply: Supply,
    rules: Rules,
    needs: Mapping[Group, int],
    wanted: Mapping[Group, int],
    sections: AbstractSet[int],
    seed: str,
) -> tuple[Plan, Order] | None:
    kept = {group: need for group, need in needs.items() if group[0] != "topic" or group[1] not in sections}
    levels = {group: need for group, need in wanted.items() if group[1] in sections}
    demand = Demand(supply, {**kept, **levels}, rules.coverage, rules.groups, sections)
    order = Order(demand, seed)
    start = filled(demand, order)
    counts = repaired(demand, start, [0] * len(start), demand.most, REPAIRS)
    if counts is not None:
        return Plan(demand, counts), order
    numbers = WholeNumbers(demand.most, demand.sums, start)
    try:
        return (Plan(demand, numbers.values()), order) if numbers.search(STEPS) else None
    except Undecided:
        if sections:
            return None  # levels are a wish
        raise


def drawn(plan: Plan, order: Order) -> Iterator[tuple[int, Item]]:
    """Walk the items in hash order and yield those taken, each with its section.

    A kind that cannot stand in a place any more never can again: a form with it, and with what was taken since, would
    have been one before.
    """
    walk = _Walk(plan)
    for _, kind, item in order.items:
        if not walk.is_open(kind):
            continue
        for column in order.columns(kind, item):
            if walk.take(column):
                yield plan.demand.columns[column].place[0], item
                break
        if walk.left == 0:
            return


class _Walk:
    """What was taken so far, and what can be taken no more."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._numbers: WholeNumbers | None = None
        """The exact search, made where it is needed first."""
        self._proofs: list[Proof] = []
        self._most = plan.demand.most
        self._of_kind = plan.demand.of_kind
        self._taken = [0] * len(plan.counts)
        self._sums = [0] * len(plan.sums)
        self._is_refused = [False] * len(plan.counts)
        self.left = sum(plan.counts)

    def is_open(self, kind: int) -> bool:
        """Return whether an item of a kind may still be taken anywhere."""
        return not all(self._is_refused[at] for at in self._of_kind[kind])

    def take(self, column: int) -> bool:
        """Take one more item into a column where the rest can be met then; return whether it was taken."""
        if self._is_refused[column]:
            return False
        if not self._can_take(column):
            self._refuse(column)
            return False
        self._taken[column] += 1
        self.left -= 1
        for at, times in self._plan.demand.sums_of[column]:
            self._sums[at] += times
        if self._numbers is not None:
            self._numbers.raise_low(column, self._taken[column])
        for proof in self._proofs:
            proof.rise(column, 1)
        return True

    def _can_take(self, column: int) -> bool:
        plan, taken = self._plan, self._taken
        if plan.counts[column] > taken[column]:
            return True
        if taken[column] >= self._most[column] or self._is_beyond(column):
            return False
        if any(proof.forbids(column) for proof in self._proofs):
            return False
        return plan.exchange(column, taken) or self._is_repaired(column) or self._is_found(column)

    def _is_beyond(self, column: int) -> bool:
        """Return whether one more would be too much beside what was taken already."""
        return any(self._sums[at] + times > most for at, times, most in self._plan.demand.caps_of[column])

    def _is_repaired(self, column: int) -> bool:
        counts, least = self._plan.counts.copy(), self._taken.copy()
        counts[column] += 1
        least[column] += 1
        found = repaired(self._plan.demand, counts, least, self._most, REPAIRS_OF_ITEM)
        if found is not None:
            self._plan.adopt(found)
        return found is not None

    def _is_found(self, column: int) -> bool:
        if self._numbers is None:
            demand = self._plan.demand
            self._numbers = WholeNumbers(self._most, demand.sums, self._plan.counts)
            for at, taken in enumerate(self._taken):
                self._numbers.raise_low(at, taken)
        try:
            can_be, proof = self._numbers.can_be(column, self._taken[column] + 1, STEPS_OF_ITEM)
        except Undecided:
            return False
        if can_be:
            self._plan.adopt(self._numbers.values())
        if proof is not None:
            self._proofs.append(proof)
        return can_be

    def _refuse(self, column: int) -> None:
        self._is_refused[column] = True
        most, taken = self._most[column], self._taken[column]
        self._most[column] = taken
        if self._numbers is not None:
            self._numbers.lower_high(column, taken)
        for proof in self._proofs:
            proof.fall(column, most - taken)
