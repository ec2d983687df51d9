"""HTML made for A4: a paper, its answer sheet and its key in one file, to be printed from any browser."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quizapp.documents.page import element, text, whole_page
from quizapp.prints import wording
from quizapp.prints.web_style import style
from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection


_BLANK = '<span class="blank"></span>'


def stem_html(words: str) -> str:
    """Return a stem as HTML: its blanks as lines to write on, the place for its letter unbroken."""
    place = f'<span class="place">{PLACE}</span>'
    return _BLANK.join(text(part).replace(PLACE, place) for part in stem_parts(words))


def sealed_strip(form: PrintedForm, language: Language) -> str:
    """Return the strip; who it is stands there already where the form is one candidate's own."""
    id, name, unit = form.candidate
    given = (("name", name), ("id", id), ("unit", unit))
    fields = [
        element("span", text(language.say(f"print.{field}")), "label") + element("span", text(value), "field")
        for field, value in given
    ]
    who = element("div", "".join(fields), "who")
    seal = element("div", element("span", text(language.say("print.seal"))), "seal")
    return element("aside", element("div", who + seal, "turned"), "strip")


LINE = 82
"""Cells of the type area beside a question's number, at the size the style sheet sets."""


def paper_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return what the candidate reads."""
    inner = [
        sealed_strip(form, language),
        head(paper, form, language),
        _scores(form, language),
        _notice(paper, language),
    ]
    inner += [_paper_section(section, language) for section in form.sections]
    return element("section", "\n".join(inner), "paper sealed")


def head(paper: PrintedPaper, form: PrintedForm, language: Language, what: str = "") -> str:
    """Return the title of a page that begins a part, and below it what the part is."""
    facts = [*([] if what else wording.facts(paper, form, language)), language.say("print.digest", digest=form.digest)]
    course = element("p", text(paper.course), "course") if paper.course else ""
    part = element("h2", text(what), "part") if what else ""
    title = element("h1", text(wording.title(paper, form, language)))
    return element("header", course + title + part + element("p", text("　　".join(facts)), "facts"))


def _scores(form: PrintedForm, language: Language) -> str:
    """Return the box for the score: a column for every section, and one for the total."""
    names = [*wording.ordinals(form, language), language.say("print.total")]
    rows = [_row(language.say("print.number"), names)]
    rows += [_row(language.say(f"print.{name}"), [""] * len(names)) for name in ("score", "marker")]
    return element("table", "".join(rows), "scores")


def _row(label: str, cells: Sequence[str]) -> str:
    inner = element("th", text(label)) + "".join(element("td", text(cell)) for cell in cells)
    return element("tr", inner)


def _notice(paper: PrintedPaper, language: Language) -> str:
    lines = "".join(element("li", text(line)) for line in wording.notice(paper, language))
    label = element("b", text(language.say("print.notice")))
    return element("div", label + element("ol", lines), "notice")


def _paper_section(section: PrintedSection, language: Language) -> str:
    count = element("span", text(wording.section_count(section, language)), "count")
    rules = wording.section_rules(section, language)
    inner = [element("h2", text(section.title) + count)]
    inner += [element("p", text(rules), "rules")] if rules else []
    for question in section.questions:
        inner += _case(question, language)
        inner.append(_question(question, section, language))
    return element("section", "\n".join(inner), "part-of-paper")


def _case(question: PrintedQuestion, language: Language) -> Iterator[str]:
    if question.stimulus:
        yield element("p", text(wording.case_lead(question, language)), "case-lead")
        yield element("div", text(question.stimulus), "case")


def _question(question: PrintedQuestion, section: PrintedSection, language: Language) -> str:
    tail = text(wording.question_tail(question, section, language))
    inner = element("p", stem_html(question.stem) + tail, "stem") + _choices(question)
    number = element("span", f"{question.number}．", "n")
    return element("div", number + element("div", inner, "body"), "q")


def _choices(question: PrintedQuestion) -> str:
    options = [_lettered(letter, words) for letter, words in question.options]
    if question.left:
        left = [_lettered(str(place), words) for place, words in enumerate(question.left, 1)]
        return element("div", element("div", "".join(left)) + element("div", "".join(options)), "sides")
    count = wording.columns(question, LINE)
    return element("div", "".join(options), f"options in-{count}") if options else ""


def _lettered(letter: str, words: str) -> str:
    return element("div", element("span", f"{letter}．", "l") + element("span", text(words)), "o")


def sheet_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return the answer sheet of a form, which begins on a page of its own."""
    inner = [sealed_strip(form, language), head(paper, form, language, language.say("print.sheet"))]
    inner += [_sheet_section(section, language) for section in form.sections]
    return element("section", "\n".join(inner), "sheet sealed")


def _sheet_section(section: PrintedSection, language: Language) -> str:
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


def key_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return what the markers read."""
    inner = [head(paper, form, language, language.say("print.key"))]
    for section in form.sections:
        inner += _key_section(section, form, language)
    return element("section", "\n".join(inner), "answers")


def _key_section(section: PrintedSection, form: PrintedForm, language: Language) -> Iterator[str]:
    count = element("span", text(wording.section_count(section, language)), "count")
    yield element("h2", text(section.title) + count)
    groups = wording.key_groups(section, form.keys, language)
    if groups:
        yield element("p", "".join(element("span", text(group)) for group in groups), "groups")
    asked = {question.number for question in section.questions}
    for key in (key for key in form.keys if key.number in asked):
        notes = list(wording.key_notes(key, language))
        if groups and not notes:
            continue
        lines = [element("b", text(wording.key_answer(key, language))), *map(text, notes)]
        number = element("span", f"{key.number}．", "n")
        inner = "".join(element("p", line) for line in lines)
        yield element("div", number + element("div", inner, "body"), "q")


def write(paper: PrintedPaper, language: Language) -> bytes:
    """Return the paper as the bytes of an HTML file."""
    return whole_page(paper.title, style(paper, language), "\n".join(_pages(paper, language)), language)


def _pages(paper: PrintedPaper, language: Language) -> Iterator[str]:
    """Give every form with its answer sheet, then the keys, apart."""
    for form in paper.forms:
        inner = paper_pages(paper, form, language) + sheet_pages(paper, form, language)
        yield element("article", inner, f"form form-{form.letter or 'A'}")
    for form in paper.forms:
        if form.keys:
            yield element("article", key_pages(paper, form, language), "form key")
