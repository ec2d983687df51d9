"""A form as it was drawn, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizapp.cli.item_text import body_lines, indented
from quizapp.cli.key_text import key_texts
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Form, Question
from quizapp.language import Language
from quizapp.services.scoring import number


def form_to_json(form: Form, digest: str, *, with_key: bool) -> dict[str, Any]:
    """Return a form as the command-line contract has it."""
    return {
        "paper": form.paper.id,
        "form": form.letter,
        "digest": digest,
        "items": [_item(form, question, with_key=with_key) for question in form.questions],
    }


def _item(form: Form, question: Question, *, with_key: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "number": question.number,
        "section": question.section + 1,
        "section_title": form.paper.sections[question.section].title,
        "item": question.item.id,
        "case": question.case or None,
        "stimulus": question.stimulus or None,
        "type": question.item.TYPE,
        "stem": question.item.stem,
        "marks": number(question.marking.marks),
        "marking": question.marking.scheme,
        "options": [
            {"letter": letter, "text": text} for letter, text in zip(LETTERS, question.shown_choices, strict=False)
        ],
        "left": [{"number": place, "text": text} for place, text in enumerate(question.item.left_side, 1)],
    }
    return {**data, "key": _key(question)} if with_key else data


def _key(question: Question) -> str | None:
    """Return the typed answer that earns full marks; None where only a person can say."""
    response = question.item.key_response() if question.item.has_key else None
    return None if response is None else question.item.describe(response, question.order)


def form_lines(form: Form, digest: str, language: Language, *, with_key: bool) -> Iterator[str]:
    """Give a form as a paper to read."""
    yield language.say("command.form.title", title=form.paper.title, form=form.letter, digest=digest[:12])
    section, case = -1, ""
    for question in form.questions:
        if question.section != section:
            section = question.section
            yield ""
            yield _section_title(form, section, language)
            case = ""
        if question.case and question.case != case:
            yield ""
            yield from indented(language.say("command.form.case", stimulus=question.stimulus))
        case = question.case
        yield ""
        yield from _question_lines(question, language, with_key=with_key)


def _question_lines(question: Question, language: Language, *, with_key: bool) -> Iterator[str]:
    first, *more = list(body_lines(question.item, question.shown_choices, language)) or [""]
    yield f"{question.number:>2}. {first.strip()}"
    yield from more
    if with_key:
        for text in key_texts(question.item, question.order, language):
            yield from indented(text)


def _section_title(form: Form, section: int, language: Language) -> str:
    questions = form.section_questions(section)
    marks = sum((question.marking.marks for question in questions), start=form.full_score * 0)
    title = form.paper.sections[section].title
    return language.say("command.form.section", title=title, count=len(questions), marks=marks)
