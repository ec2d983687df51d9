"""Chance without a random number: things are put in the order of their SHA-256 (FIPS 180-4) under a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

from quizapp.domain.candidate import same_number
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Paper

Thing = TypeVar("Thing")


def rank(seed: str, *parts: str) -> bytes:
    """Return where parts stand under a seed: 32 bytes to sort by, the same on any machine and Python."""
    return sha256(_joined(seed, *parts).encode()).digest()


def ranking(seed: str, *parts: str) -> Callable[[str], bytes]:
    """Return what gives the ranks of these parts and one more: the same as `rank`, quicker where there are many."""
    begun = _joined(seed, *parts)
    return lambda part: sha256(f"{begun}{len(part)}:{part}".encode()).digest()


def _joined(*parts: str) -> str:
    # each part is led by its length, so that ("ab", "c") and ("a", "bc") stand apart
    return "".join([f"{len(part)}:{part}" for part in parts])


def ordered(seed: str, things: Iterable[Thing], key: Callable[[Thing], str]) -> tuple[Thing, ...]:
    """Return things in the order of their ranks; `key` names each of them apart."""
    return tuple(sorted(things, key=lambda thing: rank(seed, key(thing))))


def permutation(seed: str, item_id: str, count: int) -> tuple[int, ...]:
    """Return an order for an item's `count` choices: positions from 0, each once."""
    return tuple(sorted(range(count), key=lambda position: rank(seed, "choice", item_id, str(position))))


def form_seed(paper: Paper, letter: str, candidate: str, number: int) -> str:
    """Return the seed of one form: by its letter, or by candidate and attempt's number where each has their own."""
    seed = paper.seed or paper.id
    if paper.per_candidate:
        return rank(seed, "candidate", same_number(candidate), str(number)).hex()
    return rank(seed, "letter", letter).hex()


def level_seed(paper: Paper, candidate: str, number: int) -> str:
    """Return the seed of how many questions of each difficulty there are where a draw asks for none.

    Forms A, B, … have it in common, so that they are equally hard. Forms of candidates' own have their own: with one
    for all of them, a level that it rounds away would be drawn for nobody.
    """
    return rank(form_seed(paper, "", candidate, number), "levels").hex()


def candidate_letter(paper_id: str, candidate_id: str, forms: int) -> str:
    """Return which of a paper's forms A, B, … a candidate gets."""
    return LETTERS[int.from_bytes(rank(paper_id, same_number(candidate_id)), "big") % forms]
