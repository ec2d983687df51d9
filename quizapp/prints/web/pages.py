"""The pages of a form in HTML: its head, and its sections with their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, text
from quizapp.prints import wording
from quizapp.prints.web.stem import stem
from quizapp.prints.web.strip import strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedQuestion, PrintedSection

LINE = 82
"""Cells of the type area beside a question's number, at the size the style sheet sets."""


def paper_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return what the candidate reads."""
    inner = [strip(form, language), head(paper, form, language), _scores(form, language), _notice(paper, language)]
    inner += [_section(section, language) for section in form.sections]
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


def _section(section: PrintedSection, language: Language) -> str:
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
    inner = element("p", stem(question.stem) + tail, "stem") + _choices(question)
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
