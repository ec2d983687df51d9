"""Keys over a whole bank: a small bank is left in peace, and a lean of a large one is told with its counts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb

import pytest

from quizapp.domain.banks.quality import is_no_chance, of_bank
from quizapp.domain.item import Item
from tests.domain.banks.quality_items import single, truth


def keyed(keys: str, *, allow: tuple[str, ...] = ()) -> list[Item]:
    return [single(key=key, allow=allow) for key in keys]


def told(items: Sequence[Item]) -> dict[str, dict[str, object]]:
    return {each.code: dict(each.values) for each in of_bank(items)}


def test_keys_that_lean_to_a_letter_are_told_with_the_counts() -> None:
    assert told(keyed("C" * 30 + "ABD" * 4)) == {
        "keys-leaning": {"letter": "C", "most": 30, "count": 42, "counts": "A:4 B:4 C:30 D:4"}
    }


LEANS_BY_CHANCE = ["CCC", "CCCCA", "CCCCCCCCC", "CCCABCCD", "ABCD" * 10, "ABCD" * 10 + "CCCC", "ABCD" * 300 + "C" * 60]


@pytest.mark.parametrize("keys", LEANS_BY_CHANCE)
def test_what_chance_gives_is_not(keys: str) -> None:
    assert told(keyed(keys)) == {}


def test_a_lean_that_only_a_large_bank_can_tell_from_chance_is_a_trifle() -> None:
    options = ("秀才", "跟班角色", "耳目", "参谋")
    assert told(keyed("C" * 600 + "ABD" * 467)) == {}
    assert told([*[truth("甲")] * 1100, *[truth("乙", key=False)] * 900]) == {}
    longest = [single(key="B", options=options)] * 700
    assert "keys-longest" not in told([*longest, *keyed("ACD" * 433)])


def test_a_letter_that_few_items_have_is_measured_by_those() -> None:
    two = ("对", "错")
    even = [single(key=key, options=two) for key in "AB" * 20] + [single(key=key) for key in "ABCD" * 2]
    assert told(even) == {}
    assert list(told([single(key="A", options=two)] * 20)) == ["keys-leaning"]


def test_true_and_false_that_lean_are_told_and_a_few_are_not() -> None:
    def truths(right: int, wrong: int) -> list[Item]:
        return [*[truth("甲", key=True)] * right, *[truth("乙", key=False)] * wrong]

    assert told(truths(20, 3)) == {"truths-leaning": {"right": 20, "wrong": 3}}
    assert told(truths(2, 20)) == {"truths-leaning": {"right": 2, "wrong": 20}}
    assert told(truths(5, 0)) == told(truths(12, 8)) == told(truths(300, 250)) == {}


def test_keys_that_are_the_longest_option_are_told_of_the_bank() -> None:
    def bank(longest: int, others: int) -> list[Item]:
        options = ("秀才", "跟班角色", "耳目", "参谋")
        leaning = [single(key="B", options=options), single(key="C", options=("秀才", "参谋", "耳目作用", "跟班"))]
        return [*leaning * (longest // 2), *[single(key=key) for key in "ABCD" * (others // 4)]]

    assert told(bank(24, 4))["keys-longest"] == {"longest": 24, "count": 28}
    assert "keys-longest" not in told(bank(4, 0))
    assert "keys-longest" not in told(bank(12, 28))


def test_items_that_allow_it_are_not_counted() -> None:
    leaning = keyed("C" * 30, allow=("keys-leaning",))
    assert told([*leaning, *keyed("ABCD" * 3)]) == {}
    assert list(told([*keyed("C" * 30, allow=("truths-leaning",)), *keyed("ABCD" * 3)])) == ["keys-leaning"]


def test_the_bound_is_never_below_the_exact_chance() -> None:
    for total in (5, 12, 40):
        for count in range(total + 1):
            exact = sum(comb(total, k) * 3 ** (total - k) for k in range(count, total + 1)) / 4**total
            if is_no_chance(count, total, Fraction(1, 4)):
                assert exact < 0.01
    assert not is_no_chance(0, 10, Fraction(1, 4))
    assert is_no_chance(10, 10, Fraction(1, 4))
