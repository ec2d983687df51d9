"""The course, banks and papers of the source, as the program's own reader reads them: the exam's own among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.papers.paper import Paper
from quizapp.formats.native.pool.pool import Pool

FOLDER = Path(__file__).parents[2] / "question_banks"


@cache
def pool() -> Pool:
    """Return the whole pool."""
    return Pool([FOLDER, FOLDER / "exam"])


def banks() -> tuple[ItemBank, ...]:
    """Return every bank."""
    return pool().item_banks()


def practice_banks() -> list[ItemBank]:
    """Return the banks that trainees may practise."""
    return [bank for bank in banks() if bank.use != "exam"]


def exam_banks() -> list[ItemBank]:
    """Return the banks that the exam and its make-up alone draw from."""
    return [bank for bank in banks() if bank.use == "exam"]


def answered(*banks: ItemBank) -> list[Item]:
    """Return the banks' items that are answered: a case's in its place."""
    return [part for bank in banks for item in bank.items for part in item.asked]


def ready(*banks: ItemBank) -> list[Item]:
    """Return what of the banks may be drawn and is answered."""
    return [part for bank in banks for item in bank.items if item.status == "ready" for part in item.asked]


def every_item() -> list[Item]:
    """Return all items of all banks that are answered."""
    return answered(*banks())


def leaves() -> list[str]:
    """Return the course's topics that have none beneath them."""
    ids = list(pool().topics())
    return [id for id in ids if not any(other.startswith(f"{id}.") for other in ids)]


def apart_pairs() -> frozenset[frozenset[str]]:
    """Return the pairs that may not stand in one form, by the ids of what is drawn: an item's own, or its case's."""
    items = [(item, named) for bank in banks() for item in bank.items for named in _apart(item)]
    wholes = {part.id: item.id for bank in banks() for item in bank.items for part in (item, *item.parts)}
    return frozenset(frozenset({item.id, wholes[named]}) for item, named in items)


def _apart(item: Item) -> Iterator[str]:
    for each in (item, *item.parts):
        yield from each.apart


def papers() -> list[Paper]:
    """Return the papers, checked against the banks."""
    checked = [pool().paper(sourced.paper.id).paper for sourced in pool().papers() if sourced.paper is not None]
    return [paper for paper in checked if paper is not None]
