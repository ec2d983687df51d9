"""A question gone through after the hand-in, as paragraphs: as far as its paper allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.exact_numbers import decimal_text
from quizapp.domain.item import FULL_FOR_ALL
from quizapp.domain.items.choices import to_shown
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items import view_for
from quizapp.tui.items.pane import case_title

if TYPE_CHECKING:
    from quizapp.domain.answer_key import KeyParts
    from quizapp.domain.attempt.decisions import KeyCorrected
    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.sitting.results import ReviewedQuestion
    from quizapp.tui.items.pane import CasePlace


def review(
    language: Language, reviewed: ReviewedQuestion, case: CasePlace | None = None, *, shows_key: bool
) -> list[Paragraph]:
    """Return a question with what was given and, where they may be shown, marks, key and rationale."""
    question = reviewed.question
    page = _asked(language, question, case, reviewed.response)
    page += _given(language, question, reviewed.response)
    return page + explained(language, reviewed, shows_key=shows_key)


def explained(language: Language, reviewed: ReviewedQuestion, *, shows_key: bool) -> list[Paragraph]:
    """Return what is told of an answer that stands on the screen already: key, marks, model answer, rationale."""
    say, question = language.say, reviewed.question
    page: list[Paragraph] = []
    if reviewed.key is not None:
        page += _behind(say("result.key"), view_for(question.item.TYPE).answered(language, question, reviewed.key))
        if runs := question.item.key_parts(question.order).order_asked:
            page.append(Paragraph(say("result.order_asked", runs=runs), kind="muted"))
    if reviewed.marks is not None and not reviewed.is_dropped:
        marks = say("result.of_full", score=reviewed.marks, full=question.marking.marks)
        words = " | ".join(word for word in (_verdict(language, reviewed), marks) if word)
        page.append(Paragraph(words, say("result.marks"), _kind(reviewed)))
    for one in reviewed.corrections:
        page.append(Paragraph(_corrected(language, reviewed, one), say("result.corrected"), "title"))
    if shows_key:
        page += _model(language, question.item.key_parts(question.order))
    if reviewed.rationale:
        page.append(Paragraph(reviewed.rationale, say("result.rationale"), "heading"))
    if reviewed.key is not None:
        page += option_notes(language, question, reviewed.response)
    return page


def _asked(language: Language, question: Question, case: CasePlace | None, response: Response) -> list[Paragraph]:
    """Return the material, the stem, and what stands beneath it."""
    page = []
    if case is not None:
        page += [Paragraph(case_title(language, case), kind="title"), Paragraph(question.stimulus, kind="gap")]
    page.append(Paragraph(question.item.stem, f"{question.number}. ", "gap"))
    return page + view_for(question.item.TYPE).printed(question, response)


def _given(language: Language, question: Question, response: Response) -> list[Paragraph]:
    say = language.say
    if not response:
        return [Paragraph(say("result.no_response"), say("result.response"), "heading")]
    given = view_for(question.item.TYPE).answered(language, question, response)
    return _behind(say("result.response"), given, "heading")


def _behind(lead: str, paragraphs: list[Paragraph], kind: str = "") -> list[Paragraph]:
    """Return paragraphs, the first of them behind a lead."""
    first, *others = paragraphs
    return [Paragraph(first.text, lead, kind), *others]


def _verdict(language: Language, reviewed: ReviewedQuestion) -> str:
    assert reviewed.marks is not None
    if reviewed.question.marking.scheme == FULL_FOR_ALL:
        return ""
    if reviewed.is_right:
        return language.say("result.right")
    return language.say("result.wrong" if reviewed.marks <= 0 else "result.partly")


def _corrected(language: Language, reviewed: ReviewedQuestion, correction: KeyCorrected) -> str:
    """Return what was corrected after the hand-in; another right answer is told only where keys are."""
    if correction.how != "accept" or reviewed.key is None:
        return language.say(f"result.corrected_{correction.how}")
    answer = reviewed.question.item.describe(correction.answer, reviewed.question.order)
    return language.say("result.corrected_accept_as", answer=answer)


def _kind(reviewed: ReviewedQuestion) -> str:
    return "good" if reviewed.is_right else "bad"


def _model(language: Language, key: KeyParts) -> list[Paragraph]:
    """Return what a good text says: its author's model, and the points that are looked for."""
    say = language.say
    page = [Paragraph(key.whole, say("result.key_whole"))] if key.whole else []
    if key.model_answer:
        page.append(Paragraph(key.model_answer, say("result.model_answer"), "heading"))
    if key.points:
        page.append(Paragraph("", say("result.rubric"), "heading"))
    for point in key.points:
        page.append(Paragraph(f"{point.point} | {say('sitting.marks', marks=point.marks)}", "  - "))
        for one in point.levels:
            page.append(Paragraph(say("result.level", level=one.level, marks=one.marks, looks=one.looks), "    "))
    for off in key.deductions:
        page.append(Paragraph(say("result.deduction", point=off.point, each=off.each, most=off.most), "  - "))
    return page


def option_notes(language: Language, question: Question, response: Response) -> list[Paragraph]:
    """Return what every option earns where each has a score, with what its author says; else what of those chosen."""
    item, order = question.item, question.order
    notes = {to_shown(letter, order): text for letter, text in item.feedback}
    if scores := item.key_parts(order).scores:
        told = ((letter, language.say("result.option_score", score=decimal_text(score))) for letter, score in scores)
        return [
            Paragraph(" | ".join(filter(None, (worth, notes.get(letter)))), f"{letter}  ") for letter, worth in told
        ]
    chosen = [to_shown(letter, order) for letter, _ in item.feedback if letter in response]
    return [Paragraph(notes[letter], f"{letter}  ") for letter in chosen]
