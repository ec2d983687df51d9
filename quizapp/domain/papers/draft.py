"""A paper that is being composed: every change gives a new draft, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from quizapp.domain.item import Difficulty
from quizapp.domain.papers.paper import Draw, Paper, Section
from quizapp.domain.papers.stock import Stock, within


def shared(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return parts of a number in proportion to weights, the largest remainders rounded up; earlier ones first."""
    whole = sum(weights)
    if not whole:
        return tuple(0 for _ in weights)
    parts = [total * weight // whole for weight in weights]
    rest = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in rest[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)


def spread(draw: Draw, stock: Stock, topics: Sequence[str]) -> Draw:
    """Return a draw with counts for these topics, none of which stands within another.

    Topics that would get nothing are left out. It asks for no topics where they have not enough items together.
    """
    open_draw = replace(draw, topics=(), topic_counts=())
    have = stock.by_topic(replace(open_draw, difficulty_counts=()))
    supply = [within(have, topic) for topic in topics]
    if sum(supply) < draw.count:
        return open_draw
    # What there is of a topic is never less than its part: the parts are in proportion, and all of it suffices.
    counts = zip(topics, shared(draw.count, supply), strict=True)
    return replace(open_draw, topic_counts=tuple((topic, count) for topic, count in counts if count))


MOST_ITEMS = 200
"""Items that one section may ask for."""
MOST_MARKS = Fraction(500)
LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")

Title = Callable[[int, str], str]
"""Returns the usual title of a section by its place from 0 and its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperDraft:
    """A paper as it stands; a section without a title has the usual one of its place and type."""

    paper: Paper
    aim: Fraction = Fraction(100)
    """What its marks are to add up to."""

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.paper.sections

    def with_sections(self, sections: Sequence[Section]) -> PaperDraft:
        """Return the draft with other sections."""
        return replace(self, paper=replace(self.paper, sections=tuple(sections)))

    def with_section(self, place: int, section: Section) -> PaperDraft:
        """Return the draft with one section changed."""
        return self.with_sections([*self.sections[:place], section, *self.sections[place + 1 :]])

    def added(self, place: int, section: Section) -> PaperDraft:
        """Return the draft with one more section at a place."""
        return self.with_sections([*self.sections[:place], section, *self.sections[place:]])

    def removed(self, place: int) -> PaperDraft:
        """Return the draft without a section."""
        return self.with_sections([*self.sections[:place], *self.sections[place + 1 :]])

    def moved(self, place: int, by: int) -> PaperDraft:
        """Return the draft with a section moved up (-1) or down (1); the same where it cannot be."""
        to = place + by
        if not 0 <= to < len(self.sections):
            return self
        sections = list(self.sections)
        sections.insert(to, sections.pop(place))
        return self.with_sections(sections)

    def marks(self, stock: Stock) -> Fraction:
        """Return what all sections are worth."""
        return sum((stock.marks(section) for section in self.sections), Fraction(0))

    def questions(self, stock: Stock) -> int:
        """Return how many questions all sections have."""
        return sum(stock.questions(section) for section in self.sections)

    @property
    def fixed(self) -> frozenset[str]:
        """The ids in small letters of the items that sections name."""
        return frozenset(id.casefold() for section in self.sections for id in section.items)


def finished(draft: PaperDraft, title: Title, full_score: Fraction) -> Paper:
    """Return the paper of a draft, its sections named and its full score said."""
    sections = tuple(
        section if section.title else replace(section, title=title(place, type_of(section)))
        for place, section in enumerate(draft.sections)
    )
    return replace(draft.paper, sections=sections, full_score=full_score or None)


def opened(paper: Paper, title: Title) -> PaperDraft:
    """Return the draft that a paper was finished from: what has its usual title has none of its own."""
    sections = tuple(
        replace(section, title="") if section.title == title(place, type_of(section)) else section
        for place, section in enumerate(paper.sections)
    )
    return PaperDraft(paper=replace(paper, sections=sections), aim=paper.full_score or Fraction(100))


def type_of(section: Section) -> str:
    """Return the type of what a section draws; "" where its items are fixed."""
    return section.draw.type if section.draw is not None else ""


def with_draw(section: Section, draw: Draw) -> Section:
    """Return a section that draws otherwise; one of another type is marked and named as is usual for that."""
    if section.draw is not None and section.draw.type == draw.type:
        return replace(section, draw=draw)
    return replace(section, draw=draw, title="", marking="", penalty=Fraction(0), option_marks=None)


def counted(draw: Draw, count: int, stock: Stock, topics: Sequence[str] = ()) -> Draw:
    """Return a draw of so many items, its counts by level and topic in proportion; spread topics stay spread.

    `topics` are those that items are spread over.
    """
    count = max(1, min(count, MOST_ITEMS))
    return replace(_with_topics_of(draw, count, stock, topics), difficulty_counts=_with_levels_of(draw, count))


def levelled(draw: Draw, counts: Sequence[int], stock: Stock, topics: Sequence[str] = ()) -> Draw:
    """Return a draw of so many easy, medium and hard items, its topics' counts in proportion; none where all are 0."""
    asked = tuple((level, number) for level, number in zip(LEVELS, counts, strict=True) if number)
    if not asked:
        return replace(draw, difficulty_counts=())
    return replace(_with_topics_of(draw, sum(counts), stock, topics), difficulty_counts=asked)


def topical(draw: Draw, topics: Sequence[str], counts: Sequence[tuple[str, int]]) -> Draw:
    """Return a draw of these topics, or of so many items of each, its levels in proportion."""
    if not counts:
        return replace(draw, topics=tuple(topics), topic_counts=())
    total = sum(number for _, number in counts)
    levels = _with_levels_of(draw, total)
    return replace(draw, count=total, topics=(), topic_counts=tuple(counts), difficulty_counts=levels)


def is_spread(draw: Draw, stock: Stock, topics: Sequence[str]) -> bool:
    """Return whether a draw's counts are those of spreading it over topics."""
    return bool(draw.topic_counts) and draw == spread(draw, stock, topics)


def _with_levels_of(draw: Draw, count: int) -> tuple[tuple[Difficulty, int], ...]:
    numbers = shared(count, [number for _, number in draw.difficulty_counts])
    return tuple((level, number) for (level, _), number in zip(draw.difficulty_counts, numbers, strict=True))


def _with_topics_of(draw: Draw, count: int, stock: Stock, tops: Sequence[str]) -> Draw:
    if is_spread(draw, stock, tops):
        return spread(replace(draw, count=count), stock, tops)
    numbers = shared(count, [number for _, number in draw.topic_counts])
    topics = tuple((topic, number) for (topic, _), number in zip(draw.topic_counts, numbers, strict=True))
    return replace(draw, count=count, topic_counts=topics)
