"""A paper that is being composed, beginning with a balanced one: every change gives a new draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.item import Difficulty
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Draw, Paper, Section, Shuffle
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


class UsualSection(NamedTuple):
    """A section as papers usually have it."""

    type: str
    items: int
    marks: int


USUAL = (
    UsualSection("single_choice", 20, 2),
    UsualSection("multiple_choice", 10, 2),
    UsualSection("true_false", 10, 1),
    UsualSection("fill_blank", 10, 1),
    UsualSection("essay", 2, 10),
)
OTHERS = {"numeric": 4, "ordering": 4, "matching": 5, "classification": 4, "text_correction": 5, "case": 5}
"""Marks of a question of the types that usual papers do without, where they are added."""


def balanced(paper: Paper, stock: Stock, topics: Sequence[str], aim: Fraction = Fraction(100)) -> PaperDraft:
    """Return a draft with the usual sections, spread over topics.

    What one type lacks is made up for by the others: by more items first, then by marks.
    """
    have = stock.types()
    parts = [part._replace(items=min(part.items, have[part.type])) for part in USUAL if have[part.type]]
    parts = list(_weighted(_filled(parts, have, aim), aim))
    return PaperDraft(paper=replace(paper, sections=tuple(_section(part, stock, topics) for part in parts)), aim=aim)


def new_section(type: str, stock: Stock, topics: Sequence[str]) -> Section:
    """Return a section of a type as it is usual, with what there is."""
    usual = next((part for part in USUAL if part.type == type), UsualSection(type, 1, OTHERS.get(type, 2)))
    have = stock.types()[type]
    return _section(usual._replace(items=max(1, min(usual.items, have))), stock, topics)


def new_paper(id: str, title: str) -> Paper:
    """Return a paper without sections, its rules as an exam has them: an hour, one try, shuffled, no keys told."""
    delivery = Delivery(time_limit=timedelta(minutes=60), attempts=1, show=("score", "marks"))
    return Paper(id=id, title=title, use="exam", delivery=delivery, shuffle=Shuffle(items=True, options=True))


def _section(part: UsualSection, stock: Stock, topics: Sequence[str]) -> Section:
    draw = Draw(type=part.type, count=part.items)
    sizes = stock.sizes(draw)
    if sizes:
        draw = replace(draw, size=max(sorted(sizes), key=lambda size: sizes[size]))
    # Fewer items than topics would be nailed to the largest of them.
    spreads = draw.count >= len(topics) > 1
    return Section(title="", draw=spread(draw, stock, topics) if spreads else draw, marks=Fraction(part.marks))


def _filled(parts: list[UsualSection], have: dict[str, int], aim: Fraction) -> list[UsualSection]:
    """Return the parts with more items, one of each type in turn, as far as marks are missing."""
    grew = True
    while grew:
        grew = False
        for place, part in enumerate(parts):
            missing = aim - sum(each.items * each.marks for each in parts)
            can_grow = not ITEM_TYPES[part.type].NEEDS_PERSON and part.items < min(have[part.type], MOST_ITEMS)
            if can_grow and part.marks <= missing:
                parts[place] = part._replace(items=part.items + 1)
                grew = True
    return parts


def _weighted(parts: list[UsualSection], aim: Fraction) -> Iterator[UsualSection]:
    """Give the parts with more marks for each question, the last first, as far as marks are missing still."""
    grew = True
    while grew:
        grew = False
        for place in reversed(range(len(parts))):
            part = parts[place]
            if part.items <= aim - sum(each.items * each.marks for each in parts):
                parts[place] = part._replace(marks=part.marks + 1)
                grew = True
    return iter(parts)
