"""A form as it was drawn, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizapp.cli.item_text import body_lines
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
        "left": [],
    }
    return {**data, "key": _key(question)} if with_key else data


def _key(question: Question) -> str | None:
    """Return the typed answer that earns full marks; None where only a person can say."""
    response = question.item.key_response() if question.item.has_key else None
    return None if response is None else question.item.describe(response, question.order)


def form_lines(form: Form, digest: str, language: Language, *, with_key: bool) -> Iterator[str]:
    """Give a form as a paper to read."""
    yield language.say("command.form.title", title=form.paper.title, form=form.letter, digest=digest[:12])
    section = -1
    for question in form.questions:
        if question.section != section:
            section = question.section
            yield ""
            yield _section_title(form, section, language)
        yield ""
        lines = list(body_lines(question.item.stem, question.shown_choices))
        yield f"{question.number:>2}. {lines[0].strip()}" if lines else f"{question.number:>2}."
        yield from lines[1:]
        if with_key:
            yield "   " + language.say("command.item.key", key=_key(question) or "")


def _section_title(form: Form, section: int, language: Language) -> str:
    questions = form.section_questions(section)
    marks = sum((question.marking.marks for question in questions), start=form.full_score * 0)
    title = form.paper.sections[section].title
    return language.say("command.form.section", title=title, count=len(questions), marks=marks)
