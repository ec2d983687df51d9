"""Composing a paper: what the banks have for a draft, its sample form and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.papers.blueprint_table import BlueprintTable, table
from quizapp.domain.papers.draft import PaperDraft, finished
from quizapp.domain.papers.mark_spans import MarkSpan, paper_spans
from quizapp.domain.papers.paper import Form, Paper
from quizapp.domain.papers.stock import Shortage, Stock, shortages, stock
from quizapp.services.papers.forms import draw
from quizapp.services.ports.home import Home, Library
from quizapp.services.ports.paper_editor import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLook:
    """What is to be said of a draft as it stands."""

    questions: int
    marks: Fraction
    supply: tuple[int, ...]
    """How many items each section may draw, whatever its counts by level; of fixed items how many there are."""
    shortages: tuple[Shortage, ...]
    table: BlueprintTable | None
    """Of the sample form; None where it cannot be drawn."""
    refused: Refused | None = None
    """Why there is no form though no section lacks anything: coverage or groups apart cannot be kept."""


class Composing:
    """A pool to compose papers from, as its banks were when it was made."""

    def __init__(self, home: Home, library: Library, title: Title) -> None:
        """`title` gives the usual titles of sections. Waits for the disk: call it off the event loop."""
        self._home = home
        self._library = library
        self.title = title
        self.banks: tuple[ItemBank, ...] = tuple(bank for bank in library.item_banks() if bank.use != "practice")
        self.topics: Mapping[str, str] = library.topics()
        self._stocks: dict[frozenset[str], Stock] = {}

    @cached_property
    def tops(self) -> tuple[str, ...]:
        """The topics of the course's first level, which sections are spread over."""
        return tuple(topic for topic in self.topics if "." not in topic)

    def stock(self, draft: PaperDraft) -> Stock:
        """Return what there is for a draft, its fixed items taken off."""
        if draft.fixed not in self._stocks:
            self._stocks[draft.fixed] = stock(self.banks, draft.fixed)
        return self._stocks[draft.fixed]

    def paper(self, draft: PaperDraft) -> Paper:
        """Return the paper that a draft is."""
        return finished(draft, self.title, draft.marks(self.stock(draft)))

    def sample(self, draft: PaperDraft, number: int = 1) -> Form:
        """Return a form as one would be drawn: A, B, … in turn, or somebody's own. Raises Refused."""
        paper = self.paper(draft)
        if paper.per_candidate:
            return draw(self._home, self._library, paper, letter=str(number))
        letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(number - 1) % paper.forms]
        return draw(self._home, self._library, paper, letter=letter)

    def look(self, draft: PaperDraft) -> DraftLook:
        """Return what is to be said of a draft. Takes milliseconds of hundreds of items, more of many thousands."""
        have = self.stock(draft)
        found = shortages(draft.sections, have)
        made = None if found or not draft.sections else self._table(draft)
        return DraftLook(
            questions=draft.questions(have),
            marks=draft.marks(have),
            supply=supplies(draft, have),
            shortages=found,
            table=made if isinstance(made, BlueprintTable) else None,
            refused=made if isinstance(made, Refused) else None,
        )

    def spans(self, draft: PaperDraft) -> tuple[MarkSpan, ...]:
        """Return the least and the most marks of each topic over all forms. Takes up to seconds. Raises Refused."""
        return paper_spans(self.paper(draft), self.banks, list(self.topics))

    def _table(self, draft: PaperDraft) -> BlueprintTable | Refused:
        try:
            return table(self.sample(draft))
        except Refused as refused:
            return refused


def supplies(draft: PaperDraft, have: Stock) -> tuple[int, ...]:
    """Return how many items each section has to draw from."""
    return tuple(
        len(have.asked(section)) if section.draw is None else have.count(replace(section.draw, difficulty_counts=()))
        for section in draft.sections
    )


def lacks(found: Sequence[Shortage], section: int) -> tuple[Shortage, ...]:
    """Return what one section lacks."""
    return tuple(each for each in found if each.section == section)
