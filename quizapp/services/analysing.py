"""A paper's analysis: its marked, counted attempts, and which of its items nobody may be told the keys of yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.analysing import analyse
from quizapp.reading.document import collector_off
from quizapp.services.counted_attempts import counted_attempts, counted_docs
from quizapp.services.hidden_items import hidden_items
from quizapp.services.score_book import look
from quizapp.services.scoring import number

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import Analysis, ItemStatistics
    from quizapp.services.counted_attempts import CountedAttempts
    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAnalysis:
    """One paper's analysis, as of now."""

    paper: str
    title: str
    full_score: int | float | None
    """Of the last attempt's form."""
    analysis: Analysis
    sitting: frozenset[str]
    """Items that somebody is being examined on now, here or in another paper."""
    is_awaited: bool
    """Whether the paper's window is still open, so that others may yet sit it."""

    def may_show_options(self, item: ItemStatistics) -> bool:
        """Return whether what was chosen may be told: it tells the key."""
        return not self.is_awaited and item.item.item not in self.sitting

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is held back."""
        return all(self.may_show_options(item) for item in self.analysis.items)


def analyse_paper(place: Workplace, paper: ExportedPaper) -> PaperAnalysis:
    """Return a paper's analysis, what is past its closing handed in first. Raises MachineRefused."""
    book = look(place.home, place.clock, place.class_id)
    return analysed_attempts(place, paper, counted_attempts(place.home, paper.id, counted_docs(book.scores, paper.id)))


def analysed_attempts(place: Workplace, paper: ExportedPaper, counted: CountedAttempts) -> PaperAnalysis:
    """Return the analysis of attempts at a paper that were read already. Raises MachineRefused."""
    with collector_off():
        analysis = analyse(counted.sheets)
    return PaperAnalysis(
        paper=paper.id,
        title=paper.title,
        full_score=number(counted.forms[-1].full_score) if counted.forms else None,
        analysis=analysis,
        sitting=hidden_items(place.home, place.clock, place.class_id),
        is_awaited=paper.is_awaited(place.clock.read().at),
    )
