"""The pool together with the papers that were carried here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.domain.errors import Fault, QuizError
from quizapp.services.ports.paper_editor import PaperFacts
from quizapp.services.ports.port_values import Sourced

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.domain.carrying import PublicationOpened
    from quizapp.services.ports.home import Home, Library


class PublishedLibrary:
    """Gives a home's published papers in place of the pool's of the same id.

    At a desk where papers are made it is the other way round: who tries their own publication there and then changes
    the paper must not publish the old one again.
    """

    def __init__(self, pool: Library, home: Home, *, is_desk: bool = False) -> None:
        self._pool = pool
        self._home = home
        self._is_desk = is_desk

    def papers(self) -> tuple[Sourced, ...]:
        """Every paper: those published, then the pool's in order of paths; reads no bank."""
        published = self._published()
        ids = {one.paper.id for one in published if one.paper is not None}
        rest = (one for one in self._pool.papers() if one.paper is None or one.paper.id not in ids)
        return (*published, *rest)

    def banks(self) -> tuple[Sourced, ...]:
        """Every bank file, in order of paths."""
        return self._pool.banks()

    def paper(self, wanted: str) -> Sourced:
        """Return the paper of that id, title or path. Raises CalledWrongly."""
        folded = wanted.casefold()
        for one in self._published():
            if one.paper is not None and (one.paper.id.casefold() == folded or one.paper.title == wanted):
                return one
        return self._pool.paper(wanted)

    def bank(self, wanted: str) -> Sourced:
        """Return the bank of that id, title or path. Raises CalledWrongly."""
        return self._pool.bank(wanted)

    def item_banks(self) -> tuple[ItemBank, ...]:
        """All banks without errors, in order of paths."""
        return self._pool.item_banks()

    def topics(self) -> Mapping[str, str]:
        """Titles of all topics of the pool's courses, by id."""
        return self._pool.topics()

    def faults(self, paths: Sequence[str] = ()) -> tuple[Fault, ...]:
        """All faults of the given files and folders, or of the whole pool. Raises CalledWrongly."""
        return self._pool.faults(paths)

    def _published(self) -> tuple[Sourced, ...]:
        found = []
        opened = last_opened(self._home.publications.opened())
        own = {one.paper.id for one in self._pool.papers() if one.paper} if opened and self._is_desk else set()
        for one in (each for each in opened if each.paper not in own):
            try:
                paper = self._home.forms.load(one.form).paper
            except QuizError:
                # Its file is damaged or gone: it is listed as one that cannot be sat, and verifying says why.
                found.append(Sourced(file=one.file))
            else:
                found.append(Sourced(file=one.file, paper=paper))
        return tuple(found)


def last_opened(opened: Sequence[PublicationOpened]) -> tuple[PublicationOpened, ...]:
    """Return of each paper the publication opened last, in the order of the papers' first."""
    return tuple({one.paper: one for one in opened}.values())


def with_published(
    listed: Sequence[PaperFacts], opened: Sequence[PublicationOpened], *, is_desk: bool = False
) -> tuple[PaperFacts, ...]:
    """Return what home lists: the published papers, then the pool's others; at a desk the pool's own come before."""
    own = {one.id for one in listed if not one.is_faulty} if is_desk else set()
    published = [one for one in last_opened(opened) if one.paper not in own]
    ids = {one.paper for one in published}
    return (*map(_facts, published), *(one for one in listed if one.is_faulty or one.id not in ids))


def _facts(one: PublicationOpened) -> PaperFacts:
    return PaperFacts(
        file=one.file,
        id=one.paper,
        title=one.title,
        questions=one.questions,
        full_score=one.full_score,
        time_limit=one.time_limit,
        opens=one.opens,
        closes=one.closes,
        made_at=one.made_at,
        is_invigilated=one.invigilator is not None,
    )
