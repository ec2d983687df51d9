"""Keys taken from today's bank: only where it asks the same as the form did, and never over what people decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.domain.attempt.decisions import KeyCorrected
from quizapp.domain.decisions.corrections import correct_from_bank, corrected, rekeyed
from quizapp.domain.decisions.rulings import Rulings
from quizapp.domain.item import Item
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Question
from quizapp.services.decisions.correction_list import KnownForm
from quizapp.services.ports.home import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A question whose key was left as it is."""

    form: str
    """Its letter."""
    number: int
    item: str
    reason: str
    """`gone`, `case`, `decided`, `no-keys`, or what differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankKeys:
    """What today's bank says of a paper's forms."""

    corrections: tuple[KeyCorrected, ...] = ()
    left: tuple[NotTaken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Today:
    """An item of the bank with the material of its case."""

    item: Item
    stimulus: str = ""


def bank_keys(
    library: Library, forms: tuple[KnownForm, ...], decided: Rulings, decider: Marker, now: Moment
) -> BankKeys:
    """Return the corrections that today's bank amounts to, and what it cannot be asked about. Essays have no key."""
    today = {today.item.id: today for today in _all(library)}
    corrections: list[KeyCorrected] = []
    left: list[NotTaken] = []
    for known in forms:
        so_far = decided.corrections_of(known.digest, with_pending=True)
        by_people = {one.question for one in so_far if not one.is_from_bank}
        for question in corrected(known.form, so_far).questions:
            if question.item.NEEDS_PERSON:
                continue
            found = _key_today(question, today.get(question.item.id), is_decided=question.number in by_people)
            if isinstance(found, Item):
                corrections.append(correct_from_bank(known.digest, question, found, decider, now))
            elif found:
                form, number = known.form.letter, question.number
                left.append(NotTaken(form=form, number=number, item=question.item.id, reason=found))
    return BankKeys(corrections=tuple(corrections), left=tuple(left))


def _key_today(question: Question, today: _Today | None, *, is_decided: bool) -> Item | str:
    """Return the item with its new key, why it has none, or "" where the key that holds is the bank's."""
    if not question.item.has_key:
        return "no-keys"
    if today is None:
        return "gone"
    if today.stimulus != question.stimulus:
        return "case"
    found = rekeyed(question.item, today.item)
    if not isinstance(found, Item):
        return found
    if found in (question.item, *question.also):
        return ""
    return "decided" if is_decided else found


def _all(library: Library) -> Iterator[_Today]:
    for bank in library.item_banks():
        for item in bank.items:
            if item.parts:
                yield from (_Today(item=part, stimulus=item.material_for(n)) for n, part in enumerate(item.parts))
            else:
                yield _Today(item=item)
