"""Order by SHA-256. The golden values here may never change: forms are drawn anew from them on any machine."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.papers.chance import candidate_letter, form_seed, level_seed, permutation, rank, ranking
from tests.samples.drawing_pool import paper

SHARED = paper()
OWN = replace(SHARED, per_candidate=True)


def test_a_rank_is_the_hash_of_its_parts_each_led_by_its_length() -> None:
    assert rank("20261201", "item", "题-1") == sha256("8:202612014:item3:题-1".encode()).digest()


def test_a_rank_is_the_same_for_ever() -> None:
    assert (
        rank("20261201", "item", "fr-001").hex() == "563e294cc512f49e2e16f0f10d7d2bb0d30d733ca23d1d8857fb6e3310a16a43"
    )


@given(st.text(), st.lists(st.text(), max_size=2), st.text())
def test_ranks_for_many_are_the_same(seed: str, parts: list[str], last: str) -> None:
    assert ranking(seed, *parts)(last) == rank(seed, *parts, last)


@given(st.lists(st.text(), min_size=2), st.data())
def test_parts_cut_elsewhere_have_another_rank(parts: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(parts) - 2))
    joined = [*parts[:place], parts[place] + parts[place + 1], *parts[place + 2 :]]
    assert rank("s", *parts) != rank("s", *joined)


def test_things_are_ordered_the_same_for_ever() -> None:
    assert "".join(sorted("ABCDEFGH", key=ranking("20261201"))) == "AHGCFEDB"


def test_choices_are_permuted_the_same_for_ever() -> None:
    assert permutation("20261201", "fr-001", 5) == (0, 1, 2, 4, 3)


@given(st.text(alphabet="abc-1"), st.integers(0, 26))
def test_a_permutation_has_every_position_once(id: str, count: int) -> None:
    assert sorted(permutation("s", id, count)) == list(range(count))


def test_every_permutation_comes_equally_often() -> None:
    found = Counter(permutation("s", f"i-{number}", 4) for number in range(4800))
    assert len(found) == 24
    assert all(abs(times - 200) < 5 * 14 for times in found.values())


def test_a_form_has_the_same_seed_for_ever() -> None:
    assert form_seed(SHARED, "A", "", 1) == "bec533e47c4fd573497118b3c6a69d3c65e0835bbe78f22056c16ac4a5206216"
    assert form_seed(OWN, "A", "2026001", 1) == "31cce07c0fdfeba1c21ad696c6f857478cfd08ca05bffdd078f98b8591ed10b4"


def test_levels_are_rounded_alike_for_all_letters_and_for_each_candidate_by_themselves() -> None:
    assert level_seed(SHARED, "2026001", 1) == level_seed(replace(SHARED, seed="final"), "", 2)
    assert level_seed(SHARED, "", 1) != level_seed(replace(SHARED, seed="7"), "", 1)
    own = {level_seed(OWN, candidate, number) for candidate in ("2026001", "2026002") for number in (1, 2)}
    assert len(own) == 4


def test_the_seed_of_a_paper_is_its_id_where_none_is_given() -> None:
    assert form_seed(SHARED, "A", "", 1) == form_seed(replace(SHARED, seed="final"), "A", "", 1)
    assert form_seed(SHARED, "A", "", 1) != form_seed(replace(SHARED, seed="7"), "A", "", 1)


def test_each_letter_has_a_seed_of_its_own_which_all_its_candidates_share() -> None:
    assert form_seed(SHARED, "A", "", 1) != form_seed(SHARED, "B", "", 1)
    assert form_seed(SHARED, "A", "2026001", 1) == form_seed(SHARED, "A", "2026002", 2)


def test_per_candidate_each_candidate_and_each_attempt_has_a_seed_of_its_own() -> None:
    seeds = {form_seed(OWN, "A", candidate, number) for candidate in ("2026001", "2026002") for number in (1, 2)}
    assert len(seeds) == 4


def test_a_candidates_letter_is_the_same_for_ever() -> None:
    letters = [candidate_letter("final", f"20260{number:02}", 3) for number in range(1, 13)]
    assert "".join(letters) == "BABACBBBBCBA"


def test_a_candidates_letter_is_the_hash_modulo_the_forms() -> None:
    number = int(sha256(b"5:final7:2026001").hexdigest(), 16)
    assert candidate_letter("final", "2026001", 26) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[number % 26]


def test_candidates_are_spread_evenly_over_the_letters() -> None:
    found = Counter(candidate_letter("final", str(number), 3) for number in range(3000))
    assert all(abs(found[letter] - 1000) < 5 * 26 for letter in "ABC")
