"""The largest flow through a network."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from quizapp.domain.papers.feasibility import SINK, SOURCE, Network


def test_a_flow_is_as_large_as_the_narrowest_pipe() -> None:
    network = Network()
    network.join(SOURCE, "a", 5)
    network.join("a", "b", 3)
    network.join("b", SINK, 4)
    assert network.fill() == 3
    assert network.sent("a", "b") == 3


def test_pipes_laid_twice_are_as_wide_as_both() -> None:
    network = Network()
    network.join(SOURCE, SINK, 2)
    network.join(SOURCE, SINK, 3)
    assert network.fill() == 5


def test_what_was_sent_is_rerouted_where_more_fits_then() -> None:
    network = Network()
    for start, end in [(SOURCE, "a"), (SOURCE, "b"), ("a", "x"), ("a", "y"), ("b", "x"), ("x", SINK), ("y", SINK)]:
        network.join(start, end, 1)
    network.send((SOURCE, "a", "x", SINK), 1)
    assert network.fill() == 2
    assert (network.sent("a", "x"), network.sent("a", "y"), network.sent("b", "x")) == (0, 1, 1)


def test_no_more_is_sent_than_there_is_room_for_and_never_less_than_nothing() -> None:
    network = Network()
    network.join(SOURCE, SINK, 2)
    network.send((SOURCE, SINK), -1)
    assert network.sent(SOURCE, SINK) == 0
    network.send((SOURCE, SINK), 9)
    assert network.sent(SOURCE, SINK) == 2


@pytest.mark.parametrize("seed", range(100))
def test_the_largest_flow_is_as_large_as_the_smallest_cut(seed: int) -> None:
    chance, network = Random(seed), Network()
    inner = ["a", "b", "c", "d", "e"]
    pipes = [(start, end, chance.randrange(5)) for start in inner for end in inner if start < end]
    pipes += [(SOURCE, node, chance.randrange(5)) for node in inner]
    pipes += [(node, SINK, chance.randrange(5)) for node in inner]
    for start, end, room in pipes:
        network.join(start, end, room)
    cuts = []
    for sides in product((True, False), repeat=len(inner)):
        near = {SOURCE, *(node for node, is_near in zip(inner, sides, strict=True) if is_near)}
        cuts.append(sum(room for start, end, room in pipes if start in near and end not in near))
    assert network.fill() == min(cuts)
