"""A paper's analysis: its marked, counted attempts, and which of its items nobody may be told the keys of yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.analysing import analyse
from quizapp.domain.analysis.asked import asked
from quizapp.domain.analysis.sheet import sheet
from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.rulings import rulings
from quizapp.reading.document import collector_off
from quizapp.services.hidden_items import hidden_items
from quizapp.services.recorded import recorded
from quizapp.services.records import AttemptName
from quizapp.services.score_book import look
from quizapp.services.scoring import marked, number

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import Analysis, ItemStatistics
    from quizapp.domain.analysis.asked import AskedForm
    from quizapp.domain.analysis.sheet import Sheet
    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.ports import Home
    from quizapp.services.records import Document
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
    home = place.home
    book = look(home, place.clock, place.class_id)
    docs = [doc for doc in book.scores if doc["paper"] == paper.id and doc["status"] == "marked" and doc["counts"]]
    sheets, full_score = sheets_of(home, paper.id, docs)
    with collector_off():
        analysis = analyse(sheets)
    return PaperAnalysis(
        paper=paper.id,
        title=paper.title,
        full_score=full_score,
        analysis=analysis,
        sitting=hidden_items(home, place.clock, place.class_id),
        is_awaited=paper.is_awaited(place.clock.read().at),
    )


def sheets_of(home: Home, paper: str, docs: Sequence[Document]) -> tuple[list[Sheet], int | float | None]:
    """Return the sheets of some attempts at a paper, as they are marked now, and the last one's full score."""
    decided = rulings(home.decisions.read(paper))
    forms: dict[str, AskedForm] = {}
    sheets: list[Sheet] = []
    full_score = None
    for doc in docs:
        chain = home.journals.read(AttemptName(attempt=doc["attempt"], paper=paper))
        one = marked(recorded(home, chain, decided))
        if one.counting is None:
            continue  # what was decided since the book was looked at
        attempt = one.recorded.attempt
        form = forms.get(attempt.started.form) or asked(one.recorded.form)
        forms[attempt.started.form] = form
        times = {} if attempt.handed_in_by == "entered" else times_on(chain.events)
        sheets.append(sheet(form, attempt, one.counting, times))
        full_score = number(form.full_score)
    return sheets, full_score
