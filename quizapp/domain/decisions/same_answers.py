"""同类答案: what was given to a question, equal answers taken together, so that one decision settles them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from quizapp.domain.decisions.corrections import is_dropped
from quizapp.domain.item import FULL_FOR_ALL, INVALID, Response
from quizapp.domain.marking.marks import best_share
from quizapp.domain.papers.paper import Question
from quizapp.domain.text import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer with how many gave it."""

    blank: int
    """Which blank it fills, from 1; 0 where there are none."""
    text: str
    """As most wrote it; "" for no answer."""
    count: int
    share: Fraction | None
    """What it earns of the question or the blank, within [0, 1]; None where no answer earns or loses anything."""
    pending: Fraction | None
    """The same with the corrections that do not hold yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One attempt's response, with its question as it is marked now and as it will be."""

    response: Response
    now: Question
    later: Question


@dataclass(slots=True)
class _Pile:
    """Equal answers, as they were written."""

    texts: Counter[str] = field(default_factory=Counter)
    shares: tuple[Fraction | None, Fraction | None] = (None, None)


def same_answers(replies: Iterable[Reply], order: tuple[int, ...]) -> tuple[GivenAnswer, ...]:
    """Return the answers blank by blank, the most frequent first; letters are those shown in `order`."""
    piles: dict[tuple[int, str], _Pile] = {}
    for reply in replies:
        for blank, text, shares in _parts(reply, order):
            pile = piles.setdefault((blank, folded(text)), _Pile())
            pile.texts[text] += 1
            pile.shares = shares
    answers = [_answer(blank, pile) for (blank, _), pile in piles.items()]
    return tuple(sorted(answers, key=lambda one: (one.blank, -one.count, one.text)))


def _answer(blank: int, pile: _Pile) -> GivenAnswer:
    text = min(pile.texts, key=lambda text: (-pile.texts[text], text))
    now, later = pile.shares
    return GivenAnswer(blank=blank, text=text, count=pile.texts.total(), share=now, pending=later)


def _parts(reply: Reply, order: tuple[int, ...]) -> Iterable[tuple[int, str, tuple[Fraction | None, Fraction | None]]]:
    item, response = reply.now.item, reply.response
    if item.blanks and response != INVALID:
        for place in range(item.blanks):
            text = response[place] if place < len(response) else ""
            yield place + 1, text, (_blank_share(reply.now, place, text), _blank_share(reply.later, place, text))
    else:
        shares = (_share(reply.now, response), _share(reply.later, response))
        yield min(item.blanks, 1), item.describe(response, order), shares


def _share(question: Question, response: Response) -> Fraction | None:
    if is_dropped(question) or not question.item.has_key:
        return None
    if question.marking.scheme == FULL_FOR_ALL:
        return Fraction(1)
    return best_share(question, response) if response else Fraction(0)


def _blank_share(question: Question, place: int, text: str) -> Fraction | None:
    """Return whether a text fills a blank; where blanks may be filled in any order, any of them."""
    if is_dropped(question) or not question.item.has_key:
        return None
    if question.marking.scheme == FULL_FOR_ALL:
        return Fraction(1)
    right = [text for item in (question.item, *question.also) for text in item.accepted_texts(place)]
    return Fraction(bool(folded(text)) and folded(text) in map(folded, right))
