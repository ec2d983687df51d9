"""The key and the rationale of a form in HTML, on pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.page import element, text
from quizapp.prints import wording
from quizapp.prints.web.pages import head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedForm, PrintedPaper, PrintedSection


def key_pages(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return what the markers read."""
    inner = [head(paper, form, language, language.say("print.key"))]
    for section in form.sections:
        inner += _section(section, form, language)
    return element("section", "\n".join(inner), "answers")


def _section(section: PrintedSection, form: PrintedForm, language: Language) -> Iterator[str]:
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
