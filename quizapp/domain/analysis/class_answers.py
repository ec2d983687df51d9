"""What a class answered and earned, by item and by topic, without anybody's name: for going through a paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from quizapp.domain.analysis.attempt_rows import AnalysisSheet
from quizapp.domain.item import INVALID, Item, Response
from quizapp.domain.text import clean_line, folded

SHORTEST_NAME = 2
"""A name of one character is in too many words to be looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousAnswer:
    """One answer to an item, without the name of who gave it."""

    response: Response
    share: Fraction
    """Of its marks; a penalty makes it negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarnedCounts:
    """How many earned all of the marks, some, and none."""

    full: int
    part: int
    none: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """An answer that did not earn all, and how many gave it."""

    text: str
    count: int


def given_by_item(sheets: Iterable[AnalysisSheet]) -> dict[str, tuple[AnonymousAnswer, ...]]:
    """Return the answers of a class, by the item's id."""
    found: dict[str, list[AnonymousAnswer]] = {}
    for sheet in sheets:
        for item, response, marks in zip(sheet.form.items, sheet.responses, sheet.marks, strict=True):
            found.setdefault(item.item, []).append(AnonymousAnswer(response=response, share=marks / item.marks))
    return {item: tuple(answers) for item, answers in found.items()}


def earned(answers: Collection[AnonymousAnswer]) -> EarnedCounts:
    """Return how answers fall into those that earned all, some, and none of the marks."""
    full = sum(one.share >= 1 for one in answers)
    none = sum(one.share <= 0 for one in answers)
    return EarnedCounts(full=full, part=len(answers) - full - none, none=none)


def commonest_wrong(
    item: Item, order: tuple[int, ...], answers: Iterable[AnonymousAnswer], most: int, names: Collection[str] = ()
) -> tuple[WrongAnswer, ...]:
    """Return the answers that most people gave and that did not earn all, the commonest first, as people type them.

    Those that are compared as equal are counted as one, told as most typed it; empty and unreadable ones are left
    out, and so is what has one of the `names` in it: a room looks at them.
    """
    told: dict[str, Counter[str]] = {}
    hidden = [folded(name) for name in names if len(folded(name)) >= SHORTEST_NAME]
    for one in answers:
        if one.share >= 1 or not one.response or one.response == INVALID:
            continue
        text = clean_line(item.describe(one.response, order))
        key = folded(text)
        if key and not _names_somebody(key, hidden):
            told.setdefault(key, Counter())[text] += 1
    ranked = sorted(told, key=lambda key: (-told[key].total(), key))
    return tuple(WrongAnswer(text=told[key].most_common(1)[0][0], count=told[key].total()) for key in ranked[:most])


def shares_of_cells(item: Item, answers: Collection[AnonymousAnswer]) -> tuple[Fraction, ...]:
    """Return the share of people who had each cell of an answer table right, row by row; () where there is none."""
    if item.answer_table is None or not item.has_key or not answers:
        return ()
    # Who gave nothing, or what cannot be read, has no cell right, those that are right as they stand neither.
    right = [item.right_cells(one.response) for one in answers if one.response not in ((), INVALID)]
    cells = len(item.answer_table.rows) * len(item.answer_table.columns)
    return tuple(Fraction(sum(each[cell] for each in right), len(answers)) for cell in range(cells))


def _names_somebody(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShare:
    """What a class earned of one topic of a paper."""

    topic: str
    title: str
    questions: int
    """Items that were asked of it, each once whatever the forms."""
    responses: int
    """Answers that it was asked, empty ones included."""
    share: Fraction
    """What was earned of what could be, within [0, 1]: penalties take nothing below nothing."""


@dataclass(slots=True)
class _Sum:
    items: set[str] = field(default_factory=set)
    responses: int = 0
    earned: Fraction = Fraction(0)
    full: Fraction = Fraction(0)


def shares_of_topics(
    sheets: Iterable[AnalysisSheet], topics: Mapping[str, str], titles: Mapping[str, str]
) -> tuple[TopicShare, ...]:
    """Return the topics, the weakest first, those of equal shares by their ids.

    `topics` are by item, `titles` by topic. What has no topic is left out, and so is an item whose marks everybody is
    given by a correction: it says nothing of what is known. Dropped items are on no sheet.
    """
    sums: dict[str, _Sum] = {}
    for sheet in sheets:
        for item, marks in zip(sheet.form.items, sheet.marks, strict=True):
            topic = topics.get(item.item, "")
            if not topic or item.is_given:
                continue
            found = sums.setdefault(topic, _Sum())
            found.items.add(item.item)
            found.responses += 1
            found.earned += marks
            found.full += item.marks
    shares = [_share(topic, titles.get(topic, topic), found) for topic, found in sums.items()]
    return tuple(sorted(shares, key=lambda share: (share.share, share.topic)))


def _share(topic: str, title: str, found: _Sum) -> TopicShare:
    return TopicShare(
        topic=topic,
        title=title,
        questions=len(found.items),
        responses=found.responses,
        share=max(found.earned, Fraction(0)) / found.full,
    )
