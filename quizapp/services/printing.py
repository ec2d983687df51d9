"""A paper made ready to be printed: its forms fixed, their texts laid out, the key apart where it is asked for."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Numbered
from quizapp.domain.errors import Refused
from quizapp.domain.item import LETTERS
from quizapp.domain.items.fill_blank import BLANK, FillBlank
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.true_false import TrueFalse
from quizapp.services.fixing import fixed_form, form_as_it_would_be
from quizapp.services.hidden_items import hidden_items
from quizapp.services.printed_key import printed_key
from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection, Room

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from quizapp.domain.item import Item
    from quizapp.domain.paper import Form, Paper, Question
    from quizapp.services.workplace import Workplace

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
    listed = Numbered((one.id, one) for one in place.home.roster.candidates()).get(id)
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


def room_for(item: Item, marks: Fraction) -> Room:
    """Return how much room an item's answer needs on paper."""
    if item.left_side:
        return Room(kind="pairs", count=len(item.left_side))
    if item.choices and item.ALWAYS_SHUFFLED:
        return Room(kind="order", count=len(item.choices))
    if item.choices:
        return Room(kind="letters" if len(item.SCHEMES) > 1 else "letter")
    match item:
        case TrueFalse():
            return Room(kind="truth")
        case FillBlank():
            return Room(kind="blanks", count=item.blanks)
        case Numeric():
            return Room(kind="number", unit=item.unit)
    return Room(kind="text", count=max(FEWEST_LINES, min(MOST_LINES, -(-marks // 1))))


def _with_place(stem: str, *, is_needed: bool) -> str:
    """Return a stem with the place for its letter, whatever blanks its author left within the brackets."""
    if _PLACE.search(stem):
        return _PLACE.sub(PLACE, stem)
    return stem + PLACE if is_needed and not BLANK.search(stem) else stem
