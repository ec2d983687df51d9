"""Papers as a list shows them: facts of each that can be told, and kept, without its banks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizapp.domain.paper import Paper, Section
    from quizapp.services.ports import Library
    from quizapp.services.records import Sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What home says of a paper. Where `is_faulty`, only its file and perhaps its title are known."""

    file: str
    id: str = ""
    title: str = ""
    is_faulty: bool = False
    questions: int = 0
    full_score: str = ""
    """Marks as they are shown; "" where the paper does not say them."""
    time_limit: timedelta | None = None
    opens: datetime | None = None
    closes: datetime | None = None
    made_at: datetime | None = None
    """When it was published, where it was carried here: no right clock says that it is earlier."""
    is_invigilated: bool = False
    """Whether it came with an invigilator's password: its start can be ordered whatever the clock says."""
    is_exam: bool = False
    make_up_for: str = ""
    """The title of the paper that it stands for, or its id; "" where it is no make-up."""


def facts_of(papers: Iterable[Sourced]) -> tuple[PaperFacts, ...]:
    """Return the facts of the papers that may be sat, in their order; what is only for practice is left out."""
    listed = tuple(papers)
    titles = {one.paper.id: one.paper.title for one in listed if one.paper is not None}
    return tuple(_facts(one, titles) for one in listed if one.paper is None or one.paper.use != "practice")


def _facts(sourced: Sourced, titles: Mapping[str, str]) -> PaperFacts:
    paper = sourced.paper
    from quizapp.domain.marking import shown

    if paper is None or sourced.has_errors:
        return PaperFacts(file=sourced.file, title=paper.title if paper else "", is_faulty=True)
    return PaperFacts(
        file=sourced.file,
        id=paper.id,
        title=paper.title,
        questions=sum(question_count(section) for section in paper.sections),
        full_score="" if paper.full_score is None else f"{shown(paper.full_score):f}",
        time_limit=paper.delivery.time_limit,
        opens=paper.delivery.opens,
        closes=paper.delivery.closes,
        is_exam=paper.use == "exam",
        make_up_for=titles.get(paper.make_up.paper, paper.make_up.paper) if paper.make_up else "",
    )


def question_count(section: Section) -> int:
    """Return how many questions a section has, as far as the paper says so without its banks."""
    if section.draw is None:
        return len(section.items)
    return section.draw.count * (section.draw.size or 1)


def needs_person(paper: Paper, library: Library) -> bool:
    """Return whether a person has to mark some question of a paper, by what it draws, or the banks' items it names."""
    from quizapp.domain.items import ITEM_TYPES

    if any(section.draw is not None and ITEM_TYPES[section.draw.type].NEEDS_PERSON for section in paper.sections):
        return True
    named = frozenset(id for section in paper.sections for id in section.items)
    return bool(named) and any(
        asked.NEEDS_PERSON
        for bank in library.item_banks()
        for item in bank.items
        if item.is_among(named)
        for asked in item.asked
    )
