"""A machine to which a paper was carried whose publication names an invigilator's password."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from quizapp.domain.papers.paper import Paper
from quizapp.services.carrying.publication import open_publication
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.invigilator import kept_with_key
from tests.samples.carrying.publications import FEW, carried, published
from tests.samples.workplace import PAPER, Chances, Shelf, StoppedClock, workplace

WORD = "监考abc2026"
"""The invigilator's password."""


class _Far(Chances):
    """Bytes that differ in the bits that ids are made of: several orders may come in one millisecond here."""

    def __call__(self, count: int) -> bytes:
        return hashlib.sha256(super().__call__(8)).digest()[:count]


def invigilated(paper: Paper = PAPER, clock: StoppedClock | None = None) -> Workplace:
    """Return a machine on which a paper's publication was opened."""
    place = replace(workplace(Shelf((paper,)), clock), chance=_Far())
    desk = workplace(Shelf((paper,)), StoppedClock())
    made = published(paper, desk, invigilator=kept_with_key(WORD, Chances(), FEW)[0])
    open_publication(place, carried(made))
    return place
