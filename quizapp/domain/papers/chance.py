"""Chance without a random number: all of it follows from a seed.

Things are put in the order of their SHA-256 (FIPS 180-4) under the seed; tables are rounded with their sums kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from hashlib import sha256
from math import floor
from typing import TypeAlias, TypeVar

from quizapp.domain.candidate import same_number
from quizapp.domain.item import LETTERS
from quizapp.domain.papers.paper import Paper

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


def permutation(seed: str, item_id: str, count: int) -> tuple[int, ...]:
    """Return an order for an item's `count` choices: positions from 0, each once."""
    return tuple(sorted(range(count), key=lambda position: rank(seed, "choice", item_id, str(position))))


def form_seed(paper: Paper, letter: str, candidate: str, number: int, secret: str = "") -> str:
    """Return the seed of one form: by its letter, or by candidate and attempt's number where each has their own.

    `secret` is the class's, which goes into the seed of a paper that names none; "" where there is no class.
    """
    seed = paper.seed or secret + paper.id
    if paper.per_candidate:
        return rank(seed, "candidate", same_number(candidate), str(number)).hex()
    return rank(seed, "letter", letter).hex()


def is_trial(paper: Paper, secret: str) -> bool:
    """Return whether whoever has the banks can draw a paper's forms: nothing that only the class has goes into them."""
    return not paper.seed and not secret


def level_seed(paper: Paper, candidate: str, number: int, secret: str = "") -> str:
    """Return the seed of how many questions of each difficulty there are where a draw asks for none.

    Forms A, B, … have it in common, so that they are equally hard. Forms of candidates' own have their own: with one
    for all of them, a level that it rounds away would be drawn for nobody.
    """
    return rank(form_seed(paper, "", candidate, number, secret), "levels").hex()


def candidate_letter(paper_id: str, candidate_id: str, forms: int) -> str:
    """Return which of a paper's forms A, B, … a candidate gets."""
    return LETTERS[int.from_bytes(rank(paper_id, same_number(candidate_id)), "big") % forms]


Cell: TypeAlias = tuple[str, str]
"""A row and a column."""

_SLACK = "\0"
"""A row that fills every column up to a whole number; no row of a table is called so."""


def rounded(seed: str, table: Mapping[Cell, Fraction]) -> dict[Cell, int]:
    """Return a table in whole numbers, the same for the same seed. Each of its rows must add up to a whole number."""
    parts = {cell: number - floor(number) for cell, number in sorted(table.items())}
    for column in sorted({column for _, column in table}):
        share = sum((part for cell, part in parts.items() if cell[1] == column), Fraction(0))
        parts[_SLACK, column] = -share % 1
    left = {cell: part for cell, part in parts.items() if part}
    raised: set[Cell] = set()
    turn = 0
    while ring := _ring(tuple(left)):
        left |= _moved(ring, left, rank(seed, "rounding", str(turn)))
        raised |= {cell for cell in ring if left[cell] == 1}
        left = {cell: part for cell, part in left.items() if part and cell not in raised}
        turn += 1
    return {cell: floor(number) + (cell in raised) for cell, number in table.items()}


def _ring(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return cells in a ring, neighbours by turns in one row and in one column; none where there are no cells.

    A line that has any of the cells has two, as they add up to a whole number: the walk ends where it comes back.
    """
    if not cells:
        return ()
    path = [cells[0]]
    lines = [(1, path[0][1]), (0, path[0][0])]
    while lines[-1] not in lines[:-1]:
        axis, name = lines[-1]
        path.append(next(cell for cell in cells if cell[axis] == name and cell != path[-1]))
        lines.append((1 - axis, path[-1][1 - axis]))
    return path[lines.index(lines[-1]) :]


def _moved(ring: Sequence[Cell], parts: Mapping[Cell, Fraction], chance: bytes) -> dict[Cell, Fraction]:
    """Return a ring's parts when every other has gained what those between lost, so that one of them is whole.

    Which of them gain is chance, and the less they would gain the likelier it is, so that no part's mean moves.
    """
    ups, downs = ring[::2], ring[1::2]
    forth = min(*(1 - parts[cell] for cell in ups), *(parts[cell] for cell in downs))
    back = min(*(parts[cell] for cell in ups), *(1 - parts[cell] for cell in downs))
    share = back / (forth + back)
    goes_forth = int.from_bytes(chance, "big") * share.denominator < share.numerator << 256
    step = forth if goes_forth else -back
    return {cell: parts[cell] + step for cell in ups} | {cell: parts[cell] - step for cell in downs}
