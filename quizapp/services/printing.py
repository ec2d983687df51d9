"""A paper as it is printed, whatever it is printed to.

Its forms are fixed and their texts laid out, with how much room each answer needs; the key stands apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.domain.candidate import CandidateIndex
from quizapp.domain.errors import Refused
from quizapp.domain.item import LETTERS, Room
from quizapp.domain.items.choices import to_shown
from quizapp.domain.items.fill_blank import BLANK
from quizapp.domain.papers.paper import Question
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.papers.forms import fixed_form, form_as_it_would_be

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizapp.domain.item import Item
    from quizapp.domain.papers.paper import Form, Paper
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRoom:
    """What is left free for an answer."""

    kind: Room
    count: int = 1
    """Boxes of an order, pairs of a matching, blanks, or lines of a text; 1 for what takes one box."""
    unit: str = ""
    """What stands behind a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedQuestion:
    """One numbered question."""

    number: int
    stem: str
    """A run of three or more `_` is a blank; the place for a letter is there."""
    room: AnswerRoom
    marks: Fraction
    options: tuple[tuple[str, str], ...] = ()
    """Letters as this form has them, with their texts."""
    left: tuple[str, ...] = ()
    """What a matching numbers on its left, from 1."""
    stimulus: str = ""
    """The material of its case, where it is the first question of it."""
    case_last: int = 0
    """The number of that case's last question, where it is the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSection:
    """One part of a paper."""

    title: str
    questions: tuple[PrintedQuestion, ...]
    marks: Fraction
    """Of all its questions together."""
    each: Fraction | None = None
    """Of every question; None where they differ."""
    schemes: tuple[str, ...] = ()
    """The marking schemes of those of its questions that can be answered in part."""
    penalty: Fraction = Fraction(0)
    time_limit: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedKey:
    """What is right about a question, in the letters of its form."""

    number: int
    answer: str = ""
    """The typed answer that earns full marks; "" where only a person can say."""
    is_sign: bool = False
    """Whether one letter or one of 对 and 错 says it."""
    also: tuple[str, ...] = ()
    """Other texts that fill its blanks: `1: a / b`."""
    tolerance: str = ""
    model_answer: str = ""
    points: tuple[tuple[str, Fraction, tuple[str, ...]], ...] = ()
    """Points of the rubric with their marks and keywords."""
    rationale: str = ""
    feedback: tuple[tuple[str, str], ...] = ()
    """Letters as shown, with why they are right or wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """One form: its pages, and the pages of its key where that was asked for."""

    letter: str
    """A, B, …; "" where there is only one, or one for each candidate."""
    digest: str
    """The beginning of the form's digest, by which a printed paper is known again."""
    sections: tuple[PrintedSection, ...]
    full_score: Fraction
    pass_marks: Fraction
    candidate: tuple[str, str, str] = ("", "", "")
    """学号, name and unit, where the form is one candidate's own."""
    keys: tuple[PrintedKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPaper:
    """What goes into one file."""

    title: str
    course: str
    """The class's title; "" where it has none."""
    instructions: str
    time_limit: timedelta | None
    forms: tuple[PrintedForm, ...]


def printed_key(question: Question) -> PrintedKey:
    """Return what is right about a question, and why."""
    item, order = question.item, question.order
    parts = item.key_parts(order)
    return PrintedKey(
        number=question.number,
        answer=parts.answer,
        is_sign=item.IS_SIGN,
        also=_several(parts.alternatives),
        tolerance=parts.tolerance,
        model_answer=parts.model_answer,
        points=tuple((point.point, point.marks, point.keywords) for point in parts.points),
        rationale=item.rationale,
        feedback=tuple(sorted((_shown(letter, order), text) for letter, text in item.feedback)),
    )


def _shown(letter: str, order: tuple[int, ...]) -> str:
    return to_shown(letter, order) if letter in LETTERS else letter


def _several(alternatives: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return every blank that more than one text fills, with its texts."""
    return tuple(f"{place}: {' / '.join(texts)}" for place, texts in enumerate(alternatives, 1) if len(texts) > 1)


PLACE = "（　　）"
"""Where the letter of an answer is written."""
FEWEST_LINES, MOST_LINES = 5, 22
"""Lines to write a text on: one for each mark, within these."""
_PLACE = re.compile(r"[（(]\s*[）)]")
_SHORT_DIGEST = 12


def print_paper(place: Workplace, paper: Paper, letters: Sequence[str], *, with_key: bool) -> PrintedPaper:
    """Return these forms of a paper as they are printed, fixing those that were not yet.

    Raises Refused where the banks cannot meet the paper, and for a key whose questions somebody is sitting; nothing
    is fixed then.
    """
    would_be = [form_as_it_would_be(place.home, place.library, paper, letter=letter) for letter in letters]
    if with_key:
        check_not_sat(place, paper, would_be)
    now = place.clock.read().at
    fixed = [fixed_form(place.home, place.library, paper, letter=letter, now=now) for letter in letters]
    return PrintedPaper(
        title=paper.title,
        course=place.class_title,
        instructions=paper.instructions,
        time_limit=paper.delivery.time_limit,
        forms=tuple(_printed(place, form, digest, with_key=with_key) for digest, form in fixed),
    )


def check_not_sat(place: Workplace, paper: Paper, forms: Sequence[Form]) -> None:
    """Refuse to tell the keys of forms that have questions somebody is sitting. Raises Refused."""
    hidden = hidden_items(place.home, place.clock, place.class_id)
    shown = {question.item.id for form in forms for question in form.questions}
    if not hidden.isdisjoint(shown):
        raise Refused("print-key-hidden", paper=paper.title, count=len(hidden & shown))


def _printed(place: Workplace, form: Form, digest: str, *, with_key: bool) -> PrintedForm:
    paper = form.paper
    sections = (_section(form, number) for number in range(len(paper.sections)))
    return PrintedForm(
        letter=form.letter if paper.forms > 1 and not paper.per_candidate else "",
        digest=digest[:_SHORT_DIGEST],
        sections=tuple(section for section in sections if section.questions),
        full_score=form.full_score,
        pass_marks=form.pass_marks,
        candidate=_candidate(place, form.letter) if paper.per_candidate else ("", "", ""),
        keys=tuple(printed_key(question) for question in form.questions) if with_key else (),
    )


def _candidate(place: Workplace, id: str) -> tuple[str, str, str]:
    listed = CandidateIndex((one.id, one) for one in place.home.roster.candidates()).get(id)
    return (id, listed.name, listed.unit) if listed else (id, "", "")


def _section(form: Form, number: int) -> PrintedSection:
    section, questions = form.paper.sections[number], form.section_questions(number)
    marks = [question.marking.marks for question in questions]
    schemes = (question.marking.scheme for question in questions if len(question.item.SCHEMES) > 1)
    return PrintedSection(
        title=section.title,
        questions=_questions(questions),
        marks=sum(marks, form.full_score * 0),
        each=marks[0] if len(set(marks)) == 1 else None,
        schemes=tuple(dict.fromkeys(schemes)),
        penalty=section.penalty,
        time_limit=section.time_limit,
    )


def _questions(questions: Sequence[Question]) -> tuple[PrintedQuestion, ...]:
    printed: list[PrintedQuestion] = []
    for case, those in groupby(questions, key=lambda question: question.case):
        group = list(those)
        printed += [_question(one, group[-1].number if case and one is group[0] else 0) for one in group]
    return tuple(printed)


def _question(question: Question, case_last: int) -> PrintedQuestion:
    item = question.item
    room = room_for(item, question.marking.marks)
    return PrintedQuestion(
        number=question.number,
        stem=_with_place(item.stem, is_needed=room.kind in ("letter", "letters", "truth")),
        room=room,
        marks=question.marking.marks,
        options=tuple(zip(LETTERS, question.shown_choices, strict=False)),
        left=item.left_side,
        stimulus=question.stimulus if case_last else "",
        case_last=case_last,
    )


def room_for(item: Item, marks: Fraction) -> AnswerRoom:
    """Return how much room an item's answer needs on paper."""
    lines = max(FEWEST_LINES, min(MOST_LINES, -(-marks // 1)))
    counts = {"order": len(item.choices), "pairs": len(item.left_side), "blanks": item.blanks, "text": lines}
    return AnswerRoom(kind=item.ROOM, count=counts.get(item.ROOM, 1), unit=item.unit_asked)


def _with_place(stem: str, *, is_needed: bool) -> str:
    """Return a stem with the place for its letter, whatever blanks its author left within the brackets."""
    if _PLACE.search(stem):
        return _PLACE.sub(PLACE, stem)
    return stem + PLACE if is_needed and not BLANK.search(stem) else stem
