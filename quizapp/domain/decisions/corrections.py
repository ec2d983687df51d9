"""Keys that turned out to be wrong: corrections since, the bank's key now, equal answers taken together (同类答案)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Literal

from quizapp.domain.attempt.decisions import KeyCorrected
from quizapp.domain.errors import Refused
from quizapp.domain.item import FULL_FOR_ALL, INVALID, LETTERS, Item, Response
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.marking.marks import best_share
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Question
from quizapp.domain.text import folded

Difference = Literal["type", "stem", "left", "options", "twice", "terms"]
"""What keeps an item's key from being taken: what it is, what it asks, its left sides or options, several equal texts,
or what else belongs to it, such as a unit or blanks in any order."""

_NOT_THE_KEY = ("rationale", "feedback")
_COMMON = frozenset(field.name for field in fields(Item))


def rekeyed(shown: Item, today: Item) -> Item | Difference:
    """Return the item on a form with the key of today's item, or what tells the two apart."""
    if shown.TYPE != today.TYPE:
        return "type"
    if shown.stem != today.stem:
        return "stem"
    for one, other, name in ((shown.left_side, today.left_side, "left"), (shown.choices, today.choices, "options")):
        if sorted(one) != sorted(other):
            return "left" if name == "left" else "options"
        if len(set(one)) != len(one):
            return "twice"
    if shown.exhibit != today.exhibit:
        return "terms"
    if not shown.choices:
        return _with_secrets(shown, today)
    return shown.taking(today, _by_text(shown, today)) or "options"


def _with_secrets(shown: Item, today: Item) -> Item | Difference:
    """Return it with the other's key whole, as the texts of a blank or a number with its tolerance."""
    own = {field.name for field in fields(shown)} - _COMMON - set(shown.SECRETS)
    if any(getattr(shown, name) != getattr(today, name) for name in own):
        return "terms"
    keys = {name: getattr(today, name) for name in shown.SECRETS if name not in _NOT_THE_KEY}
    return replace(shown, **keys)


def _by_text(shown: Item, today: Item) -> Response:
    """Return today's key in the letters of the item shown, and in the order of its left sides."""
    key = today.key_response() or ()
    letters = [letter and LETTERS[shown.choices.index(today.choices[LETTERS.index(letter)])] for letter in key]
    if not shown.left_side:
        return tuple(letters)
    return tuple(letters[today.left_side.index(left)] for left in shown.left_side)


def corrected(form: Form, corrections: Iterable[KeyCorrected]) -> Form:
    """Return a form with corrections of its questions applied, in their order.

    A dropped question stays on the form and is worth nothing, so that the full score and a pass mark that is a share
    of it fall with it; marks that a penalty would take are gone too.
    """
    questions = {question.number: question for question in form.questions}
    for one in corrections:
        if one.question in questions:
            questions[one.question] = _corrected(questions[one.question], one, form.questions[one.question - 1])
    return replace(form, questions=tuple(questions[number] for number in sorted(questions)))


def _corrected(question: Question, correction: KeyCorrected, sat: Question) -> Question:
    """Return a question after one more correction; `sat` is how it was sat."""
    match correction.how:
        case "full":
            return replace(question, marking=replace(sat.marking, scheme=FULL_FOR_ALL))
        case "drop":
            return replace(question, marking=replace(sat.marking, marks=Fraction(0)))
        case "accept" if correction.keyed is not None:
            return replace(question, also=(*question.also, correction.keyed))
        case "key" if correction.keyed is not None:
            # One key and no other: whatever was said of the question before is taken back.
            return replace(sat, item=correction.keyed)
        case _:
            return question


def is_dropped(question: Question) -> bool:
    """Return whether a question is worth nothing, as a dropped one is."""
    return question.marking.marks == 0


def correct_key(
    digest: str, question: Question, answer: Response, decider: Marker, now: Moment, *, is_more: bool = False
) -> KeyCorrected:
    """Give a question of a form another key, or with `is_more` one that counts beside those it has. Raises Refused.

    `question` is as corrected so far, so that one accepted text after another stands with those before.
    """
    item = question.also[-1] if is_more and question.also else question.item
    keyed = None
    if answer != INVALID:
        keyed = item.accepting(answer) if is_more else item.keyed(answer)
    if keyed is None:
        code = "correct-no-key" if item.NEEDS_PERSON else "correct-not-a-key"
        raise Refused(code, number=question.number, answer=item.describe(answer, question.order))
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=item.id,
        how="accept" if is_more else "key",
        answer=answer,
        keyed=keyed,
        **decider.signed,
    )


def correct_from_bank(digest: str, question: Question, keyed: Item, decider: Marker, now: Moment) -> KeyCorrected:
    """Give a question the key that its bank has by now; `keyed` is the item on the form with that key."""
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=keyed.id,
        how="key",
        answer=keyed.key_response() or (),
        keyed=keyed,
        is_from_bank=True,
        **decider.signed,
    )


def correct_for_all(digest: str, question: Question, decider: Marker, now: Moment, *, is_dropped: bool) -> KeyCorrected:
    """Give everybody full marks for a question, or take it out of the total."""
    return KeyCorrected(
        when=now,
        form=digest,
        question=question.number,
        item=question.item.id,
        how="drop" if is_dropped else "full",
        **decider.signed,
    )


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
