"""Which questions corrections are about, on which forms, and one entry for each with its keys as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.attempt.decisions import KeyCorrected, Regraded, rounds
from quizapp.domain.attempt.events import Started
from quizapp.domain.decisions.corrections import corrected
from quizapp.domain.decisions.rulings import Rulings, rulings
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.services.book.attempt_record import read_attempt

if TYPE_CHECKING:
    from quizapp.domain.item import Item, Response
    from quizapp.domain.papers.paper import Form, Question
    from quizapp.language import Language
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import AttemptName


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
    return (item.id, item.TYPE, item.stem, item.choices, item.left_side, item.exhibit)


def key_texts(question: Question, order: tuple[int, ...]) -> tuple[str, ...]:
    """Return every key that a corrected question has, its first one first.

    What is accepted in a blank stands with what was accepted before, so that the last of those keys is the whole one.
    """
    items = (question.item, *question.also)
    if question.item.KEY_GROWS:
        items = items[-1:]
    return tuple(dict.fromkeys(text for item in items if (text := item.key_parts(order).line)))


def accepted_text(language: Language, item: Item, answer: Response, order: tuple[int, ...]) -> str:
    """Return an answer that is accepted besides the key, blank by blank where there are several."""
    if item.blanks < 2:
        return item.describe(answer, order)
    texts = [(blank, text) for blank, text in enumerate(answer, 1) if text.strip()]
    said = (language.say("command.correction.blank", blank=blank, text=text) for blank, text in texts)
    return language.say("word.comma").join(said)


class FormPlace(NamedTuple):
    """Where a corrected question stands."""

    form: str
    """Its letter."""
    question: Question
    """As it is marked until the correction holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedQuestion:
    """The same correction of the same question, on one form or several."""

    correction: KeyCorrected
    """The first of them."""
    places: tuple[FormPlace, ...]

    @property
    def number(self) -> int | None:
        """Its number; None where the forms do not show it alike."""
        shown = {(place.question.number, place.question.order) for place in self.places}
        return self.places[0].question.number if len(shown) == 1 else None

    @property
    def order(self) -> tuple[int, ...]:
        """The order of the choices that its letters are told in: the form's, or the bank's where forms differ."""
        first = self.places[0].question
        return first.item.authored if self.number is None else first.order

    @property
    def answer(self) -> str:
        """The key that was given, as text; "" where none was."""
        keyed = self.correction.keyed
        if keyed is None:
            return ""
        if self.correction.how == "accept":
            return keyed.describe(self.correction.answer, self.order)
        return keyed.key_parts(self.order).line

    @property
    def before(self) -> str:
        """The key that stands until it holds."""
        return self.places[0].question.item.key_parts(self.order).line


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRound:
    """Corrections that began to hold together."""

    questions: tuple[CorrectedQuestion, ...]
    regraded: Regraded | None
    """When and by whom the paper was marked again; None of those that do not hold yet."""
    people: int = 0
    """How many people's totals that changed."""


def correction_rounds(home: Home, paper: str) -> tuple[CorrectionRound, ...]:
    """Return all that was corrected of a paper, in the order in which it began to hold. Raises MachineRefused."""
    decisions = home.decisions.read(paper)
    owners = {name.attempt: _owner(home, name) for name in home.journals.names(paper)} if decisions else {}
    found = []
    for before, begun, regraded in rounds(decisions):
        changed = {owners.get(change.attempt, change.attempt) for change in (regraded.changes if regraded else ())}
        questions = _questions(home, begun, rulings(decisions[:before]))
        found.append(CorrectionRound(questions=questions, regraded=regraded, people=len(changed)))
    return tuple(found)


def _owner(home: Home, name: AttemptName) -> str:
    return read_attempt(home, name).candidate.id


def corrected_questions(home: Home, paper: str, corrections: Iterable[KeyCorrected]) -> tuple[CorrectedQuestion, ...]:
    """Return corrections of a paper's forms, those that say the same taken together, in order."""
    return _questions(home, corrections, rulings(home.decisions.read(paper)))


def _questions(home: Home, corrections: Iterable[KeyCorrected], decided: Rulings) -> tuple[CorrectedQuestion, ...]:
    groups: dict[tuple[object, ...], list[KeyCorrected]] = {}
    for one in corrections:
        groups.setdefault(one.alike, []).append(one)
    found = []
    for several in groups.values():
        places = []
        for one in several:
            form = corrected(home.forms.load(one.form), decided.corrections_of(one.form))
            places.append(FormPlace(form=form.letter, question=form.questions[one.question - 1]))
        found.append(CorrectedQuestion(correction=several[0], places=tuple(places)))
    return tuple(found)
