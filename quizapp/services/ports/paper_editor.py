"""Papers as a list shows them, told and kept without their banks, and the port by which papers' files are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from quizapp.domain.exact_numbers import shown

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.errors import Fault
    from quizapp.domain.papers.paper import Paper, Section
    from quizapp.services.ports.home import Library
    from quizapp.services.ports.port_values import Sourced


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
    has_seed: bool = True
    """Whether its author named what its forms are drawn by; forms that were carried here are drawn already."""
    is_trial: bool = False
    """Whether whoever has the banks can draw its forms: nothing that only a class has goes into them."""


def facts_of(papers: Iterable[Sourced]) -> tuple[PaperFacts, ...]:
    """Return the facts of the papers that may be sat, in their order; what is only for practice is left out."""
    listed = tuple(papers)
    titles = {one.paper.id: one.paper.title for one in listed if one.paper is not None}
    return tuple(_facts(one, titles) for one in listed if one.paper is None or one.paper.use != "practice")


def _facts(sourced: Sourced, titles: Mapping[str, str]) -> PaperFacts:
    paper = sourced.paper
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
        has_seed=bool(paper.seed),
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


Title = Callable[[int, str], str]
"""Returns the usual title of a section by its place from 0 and its type."""


class OpenPaper(NamedTuple):
    """A paper's file as it was read or written here."""

    path: Path
    paper: Paper
    digest: str
    """Of its bytes, so that what somebody else writes meanwhile is noticed."""


class ListedPaper(NamedTuple):
    """A paper that can be opened for change, or not."""

    path: Path
    title: str
    is_ours: bool
    """Whether writing it anew would lose nothing: no comment, no layout of somebody's own."""


class PaperDesk(Protocol):
    """The paper files of the pool. All of it waits for the disk: call it off the event loop."""

    @property
    def folder(self) -> Path:
        """Where new papers go."""
        ...

    def listed(self) -> tuple[ListedPaper, ...]:
        """Return the papers of the pool that are read without faults."""
        ...

    def open(self, path: Path) -> OpenPaper:
        """Return a paper to change. Raises Refused where to write it anew would lose something, Faulty."""
        ...

    def free_id(self, wanted: str) -> str:
        """Return an id that no paper has, like the wanted one."""
        ...

    def rule_faults(self, paper: Paper) -> tuple[Fault, ...]:
        """Return what a paper's file would have for faults by itself, whatever the banks have."""
        ...

    def save(self, paper: Paper, before: OpenPaper | None, tongue: Literal["zh", "en"]) -> OpenPaper:
        """Write a paper, as a new file or in place of one that was opened.

        Raises Refused where the id is none, or another paper's; where a file is in the way, or was changed meanwhile;
        MachineRefused.
        """
        ...

    def faults(self, path: Path) -> tuple[Fault, ...]:
        """Return all faults of a paper's file, those with the banks among them."""
        ...
