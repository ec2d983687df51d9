"""Which question a correction is about, on which forms: by its number as shown, or by its item wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Started
from quizapp.domain.errors import CalledWrongly, Refused

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Form, Question
    from quizapp.services.ports.home import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownForm:
    """A form as it was fixed, without what was corrected since."""

    digest: str
    form: Form
    is_sat: bool
    """Whether an attempt was begun on it."""


def known_forms(home: Home, paper: str) -> tuple[KnownForm, ...]:
    """Return a paper's forms, by letter."""
    sat = set()
    for name in home.journals.names(paper):
        started = home.journals.read(name).events[0]
        assert isinstance(started, Started)
        sat.add(started.form)
    digests = sat | {fixed.form for fixed in home.forms.fixed(paper)}
    forms = (KnownForm(digest=digest, form=home.forms.load(digest), is_sat=digest in sat) for digest in digests)
    return tuple(sorted(forms, key=lambda one: (one.form.letter, one.digest)))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPlace:
    """A question of a form, as it was fixed."""

    known: KnownForm
    question: Question

    @property
    def number(self) -> int:
        return self.question.number


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionTarget:
    """The same question on one form or several."""

    paper: str
    places: tuple[QuestionPlace, ...]
    is_by_number: bool
    """Whether it was named by its number, so that letters are those shown; else they are the bank's."""

    @property
    def first(self) -> Question:
        """The question on one of its forms."""
        return self.places[0].question

    @property
    def order(self) -> tuple[int, ...]:
        """The order of the choices that letters are meant in."""
        return self.first.order if self.is_by_number else self.first.item.authored

    def response(self, text: str) -> Response:
        """Return what a typed key means. Raises InvalidAnswer, Refused where the forms show different texts."""
        if len({texts_of(place.question) for place in self.places}) > 1:
            raise Refused("correct-item-differs", item=self.first.item.id)
        return self.first.item.parse(text, self.order)


def correction_target(home: Home, paper: str, wanted: str, letter: str = "") -> CorrectionTarget:
    """Return what `wanted` names: the number of a question, on the form of that letter where forms differ, or an item.

    Raises CalledWrongly for what is unknown, Refused for a number under which forms differ.
    """
    forms = known_forms(home, paper)
    if not forms:
        raise Refused("correct-no-form", paper=paper)
    if wanted.isdecimal() and int(wanted) <= max(len(known.form.questions) for known in forms):
        return CorrectionTarget(paper=paper, places=_by_number(forms, int(wanted), letter), is_by_number=True)
    if letter:
        raise CalledWrongly("correct-form-with-item", item=wanted)
    return CorrectionTarget(paper=paper, places=_by_item(forms, wanted, paper), is_by_number=False)


def _by_item(forms: Sequence[KnownForm], item: str, paper: str) -> tuple[QuestionPlace, ...]:
    places = tuple(
        QuestionPlace(known=known, question=question)
        for known in forms
        for question in known.form.questions
        if question.item.id.casefold() == item.casefold()
    )
    if not places:
        raise CalledWrongly("correct-item-unknown", item=item, paper=paper)
    return places


def _by_number(forms: Sequence[KnownForm], number: int, letter: str) -> tuple[QuestionPlace, ...]:
    among = [known for known in forms if not letter or known.form.letter in (letter, letter.upper())]
    letters = "、".join(dict.fromkeys(known.form.letter for known in forms))
    if not among:
        raise CalledWrongly("correct-form-unknown", form=letter, forms=letters)
    # Forms that nobody sat say nothing of what the number means, unless there are no others.
    telling = [known for known in among if known.is_sat] or among
    found = [_place(known, number) for known in telling]
    shown = {None if place is None else as_shown(place.question) for place in found}
    if len(shown) > 1:
        raise Refused("correct-forms-differ", number=number, forms=letters)
    (what,) = shown
    if what is None:
        raise Refused("mark-question-unknown", number=number, count=len(telling[0].form.questions))
    every = (_place(known, number) for known in among)
    return tuple(place for place in every if place is not None and as_shown(place.question) == what)


def _place(known: KnownForm, number: int) -> QuestionPlace | None:
    questions = known.form.questions
    return QuestionPlace(known=known, question=questions[number - 1]) if 1 <= number <= len(questions) else None


def as_shown(question: Question) -> tuple[object, ...]:
    """Return what tells a question from another one as its form shows it: its texts and the order of its choices."""
    return (*texts_of(question), question.order)


def texts_of(question: Question) -> tuple[object, ...]:
    """Return what a question says, in whatever order: two that say the same take the same key."""
    item = question.item
    return (item.id, item.TYPE, item.stem, item.choices, item.left_side)
