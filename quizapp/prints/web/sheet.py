"""The answer sheet in HTML: by section, a box or lines for every question."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.documents.page import element, text
from quizapp.prints import wording
from quizapp.prints.web.pages import head
from quizapp.prints.web.strip import strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection


def sheet_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return the answer sheet of a form, which begins on a page of its own."""
    inner = [strip(form, language), head(paper, form, language, language.say("print.sheet"))]
    inner += [_section(section, language) for section in form.sections]
    return element("section", "\n".join(inner), "sheet sealed")


def _section(section: PrintedSection, language: Language) -> str:
    count = element("span", text(wording.section_count(section, language)), "count")
    inner = [element("h2", text(section.title) + count)]
    for in_a_row, those in groupby(section.questions, key=lambda one: wording.IN_A_ROW.get(one.room.kind, 0)):
        questions = list(those)
        if in_a_row:
            starts = range(0, len(questions), in_a_row)
            inner += [_boxes(questions[start : start + in_a_row], in_a_row) for start in starts]
        else:
            inner += [_room(question, section, language) for question in questions]
    return element("section", "\n".join(inner), "part-of-sheet")


def _boxes(questions: Sequence[PrintedQuestion], in_a_row: int) -> str:
    """Return a row of boxes under their numbers, parted after every fifth as they are keyed in."""
    numbers = "".join(element("th", str(question.number), _gap(place)) for place, question in enumerate(questions))
    boxes = "".join(element("td", "", _gap(place)) for place, _ in enumerate(questions))
    return element("table", element("tr", numbers) + element("tr", boxes), f"boxes of-{in_a_row}")


def _gap(place: int) -> str:
    return "gap" if place and place % wording.GROUP == 0 else ""


def _room(question: PrintedQuestion, section: PrintedSection, language: Language) -> str:
    room = question.room
    number = element("span", f"{question.number}．", "n")
    match room.kind:
        case "blanks":
            inner = '<span class="long blank"></span>' * room.count
        case "order":
            inner = '<span class="box"></span>' * room.count
        case "pairs":
            inner = "".join(
                element("span", f'{place}<span class="box"></span>', "pair") for place in range(1, room.count + 1)
            )
        case "number":
            inner = '<span class="long blank"></span>' + text(room.unit)
        case _:
            marks = text(language.say("print.marks", marks=question.marks)) if section.each is None else ""
            return element("p", number + marks, "before-lines") + '<div class="line"></div>' * room.count
    return element("div", number + element("div", inner, "body"), "answer")
