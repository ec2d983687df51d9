"""What the prints share: the words around a paper's own, and how wide a text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from quizapp.documents.text_width import width
from quizapp.domain.items.fill_blank import BLANK
from quizapp.language.words import chinese_numeral

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.printing import PrintedForm, PrintedKey, PrintedPaper, PrintedQuestion, PrintedSection

GROUP = 5
"""How many signs of a key, or boxes of an answer sheet, stand together."""
IN_A_ROW = {"letter": 10, "truth": 10, "letters": 5}
"""Kinds of room that are one box, and how many stand in a row of an answer sheet."""
_WORTH_SAYING = frozenset({"letters", "order", "pairs", "blanks"})


def title(paper: PrintedPaper, form: PrintedForm, language: Language) -> str:
    """Return a paper's title, with the letter of its form."""
    return paper.title + (language.say("print.form", letter=form.letter) if form.letter else "")


def facts(paper: PrintedPaper, form: PrintedForm, language: Language) -> list[str]:
    """Return time, full score and pass mark."""
    said = [language.say("print.time", time=_time(paper.time_limit, language))] if paper.time_limit else []
    said.append(language.say("print.full", marks=form.full_score))
    return [*said, language.say("print.pass", marks=form.pass_marks)]


def _time(limit: timedelta, language: Language) -> str:
    """Return a time in minutes, as papers have it; one of odd seconds in words."""
    minutes, rest = divmod(limit, timedelta(minutes=1))
    return language.duration(limit) if rest else language.say("print.minutes", minutes=minutes)


def notice(paper: PrintedPaper, language: Language) -> list[str]:
    """Return the lines under 考生须知."""
    return [*paper.instructions.splitlines(), language.say("print.use_sheet")]


def ordinals(form: PrintedForm, language: Language) -> list[str]:
    """Return the numbers of a form's sections: 一 二 三, or 1 2 3."""
    if language.tongue == "zh":
        return [chinese_numeral(number) for number, _ in enumerate(form.sections, 1)]
    return [str(number) for number, _ in enumerate(form.sections, 1)]


def section_count(section: PrintedSection, language: Language) -> str:
    """Return what a section is worth: 共 20 题，每题 2 分，共 40 分."""
    values = {"count": len(section.questions), "marks": section.marks}
    if section.each is None:
        return language.say("print.section", **values)
    return language.say("print.section_each", each=section.each, **values)


def section_rules(section: PrintedSection, language: Language) -> str:
    """Return how a section is marked, where that is not plain, and its own time."""
    says = any(question.room.kind in _WORTH_SAYING for question in section.questions)
    said = [language.say(f"print.scheme.{section.schemes[0]}")] if says and len(section.schemes) == 1 else []
    if section.penalty:
        said.append(language.say("print.penalty", share=f"{section.penalty}"))
    if section.time_limit:
        said.append(language.say("print.limit", time=_time(section.time_limit, language)))
    return ("" if language.tongue == "zh" else " ").join(said)


def case_lead(question: PrintedQuestion, language: Language) -> str:
    """Return which questions are asked about the material that follows."""
    code = "print.case_one" if question.case_last == question.number else "print.case"
    return language.say(code, first=question.number, last=question.case_last)


def question_tail(question: PrintedQuestion, section: PrintedSection, language: Language) -> str:
    """Return what stands behind a stem: the unit asked for, and the marks where they differ in the section."""
    unit = language.say("print.unit_given", unit=question.room.unit) if question.room.unit else ""
    return unit + (language.say("print.marks", marks=question.marks) if section.each is None else "")


def stem_parts(stem: str) -> list[str]:
    """Return a stem's texts between its blanks: one more than it has blanks."""
    return BLANK.split(stem)


def key_groups(section: PrintedSection, keys: Sequence[PrintedKey], language: Language) -> list[str]:
    """Return a section's key as groups of five, `1-5 BCADC`; nothing where a letter alone does not say it."""
    asked = {question.number for question in section.questions}
    own = [key for key in keys if key.number in asked]
    if not own or not all(key.is_sign for key in own):
        return []
    groups = [own[start : start + GROUP] for start in range(0, len(own), GROUP)]
    return [_group(group, language) for group in groups]


def _group(keys: Sequence[PrintedKey], language: Language) -> str:
    numbers = f"{keys[0].number}-{keys[-1].number}" if len(keys) > 1 else str(keys[0].number)
    signs = [key_answer(key, language) for key in keys]
    return f"{numbers} {('' if all(len(sign) == 1 for sign in signs) else ' ').join(signs)}"


def key_answer(key: PrintedKey, language: Language) -> str:
    """Return the answer itself; that a person marks it, where there is none."""
    truth = {"对": "word.true", "错": "word.false"}.get(key.answer) if key.is_sign else None
    return language.say(truth) if truth else key.answer or language.say("print.by_person")


def key_notes(key: PrintedKey, language: Language) -> Iterator[str]:
    """Give what stands under an answer: what else is right, the rubric, why."""
    for also in key.also:
        blank, _, texts = also.partition(": ")
        yield language.say("print.also", blank=blank, texts=texts)
    if key.tolerance:
        yield language.say("print.tolerance", tolerance=key.tolerance)
    if key.model_answer:
        yield language.say("print.model_answer", answer=key.model_answer)
    for number, (point, marks, keywords) in enumerate(key.points, 1):
        words = language.say("word.comma").join(keywords)
        said = language.say("print.point", number=number, marks=marks, point=point)
        yield said + (language.say("print.keywords", words=words) if words else "")
    if key.rationale:
        yield language.say("print.rationale", rationale=key.rationale)
    for letter, text in key.feedback:
        yield language.say("print.feedback", letter=letter, text=text)


def columns(question: PrintedQuestion, whole: int) -> int:
    """Return in how many columns a question's options stand on a line of so many cells: 4, 2 or 1."""
    if any("\n" in text for _, text in question.options):
        return 1
    widest = max((width(text) for _, text in question.options), default=0) + _LETTER
    return next((count for count in (4, 2) if len(question.options) > count // 2 and widest * count <= whole), 1)


_LETTER = 5
"""Cells for a letter, its point and the gap to the next option."""
