"""What is exchanged at once would have been found by the search as well."""

from __future__ import annotations

from collections import Counter
from random import Random

from quizapp.domain.papers.feasibility import Allocation, Kind, Place, Task, groups_of, met
from quizapp.domain.papers.selection import exchanged
from tests.domain.papers.drawing.test_meeting import meets, two_sections


def kind_of(task: Task, cell: str) -> Kind:
    return next(kind for kind in task.supply if kind[0][1:] == (cell[0], cell[1]))


def test_an_item_stands_in_for_another_planned_for_its_place() -> None:
    place: Place = (0, "", "")
    two, three = (place,), (place, (1, "", ""))
    task = Task(supply={two: 2, three: 1}, needs={("topic", 0, ""): 1, ("difficulty", 0, ""): 1})
    assert exchanged(task, {(two, place): 1}, three, place) == {(two, place): 0}


def test_an_item_that_is_planned_elsewhere_is_not_taken_twice() -> None:
    first: Place = (0, "", "")
    second: Place = (1, "", "")
    only: Kind = (first,)
    both: Kind = (first, second)
    task = Task(supply={only: 1, both: 1}, needs={group: 1 for place in both for group in groups_of(place)})
    assert exchanged(task, {(only, first): 1, (both, second): 1}, both, first) is None


def test_two_others_of_its_topic_and_its_difficulty_give_way_crosswise() -> None:
    task = two_sections({"ae": 1, "ah": 1, "be": 1, "bh": 1}, "abeh", "")
    planned: Allocation = {(kind_of(task, "ah"), (0, "a", "h")): 1, (kind_of(task, "be"), (0, "b", "e")): 1}
    found = exchanged(task, planned, kind_of(task, "ae"), (0, "a", "e"))
    assert found is not None
    assert found[kind_of(task, "bh"), (0, "b", "h")] == 1
    assert meets(found, task.after(kind_of(task, "ae"), (0, "a", "e")))


def test_whatever_is_exchanged_meets_what_is_left() -> None:
    outcomes: Counter[bool] = Counter()
    for seed in range(1000):
        chance = Random(seed)
        cells = {topic + level: chance.randrange(4) for topic in "abc" for level in "emh" if chance.random() < 0.8}
        letters = ["".join(chance.choice(of) for of in ("abc", "emh") for _ in range(size)) for size in (2, 3)]
        task = two_sections(cells, letters[0], letters[1])
        planned = met(task, {})
        for kind in task.supply if planned is not None else ():
            for place in kind:
                if not task.supply[kind] or not task.wants(place) or planned is None or planned.get((kind, place)):
                    continue
                found = exchanged(task, planned, kind, place)
                outcomes[found is not None] += 1
                assert found is None or meets(found, task.after(kind, place))
    assert min(outcomes.values()) > 100
