"""The course, banks and papers that ship with the program, as its own reader reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.papers.paper import Paper
from quizapp.formats.native.pool.pool import Pool

FOLDER = Path(__file__).parents[2] / "question_banks"


@cache
def pool() -> Pool:
    """Return the shipped pool."""
    return Pool([FOLDER])


def banks() -> tuple[ItemBank, ...]:
    """Return every shipped bank."""
    return pool().item_banks()


def bank_ids() -> list[str]:
    """Return the banks' ids."""
    return [bank.id for bank in banks()]


def bank(id: str) -> ItemBank:
    """Return the bank of that id."""
    return next(bank for bank in banks() if bank.id == id)


def answered(bank: ItemBank) -> list[Item]:
    """Return a bank's items that are answered: a case's in its place."""
    return [part for item in bank.items for part in item.parts or (item,)]


def every_item() -> list[Item]:
    """Return all items of all banks that are answered."""
    return [item for bank in banks() for item in answered(bank)]


def papers() -> list[Paper]:
    """Return the shipped papers, checked against the banks."""
    checked = [pool().paper(sourced.paper.id).paper for sourced in pool().papers() if sourced.paper is not None]
    return [paper for paper in checked if paper is not None]
