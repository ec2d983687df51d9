"""A result's pages as paragraphs: the summary, and a question gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.domain.choosing import to_shown
from quizapp.domain.item import LETTERS, Response
from quizapp.tui.widgets.big_number import big_number
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.services.results import Result, ReviewedQuestion, Share

BAR = 20
"""Cells of a bar at its fullest."""


def summary(language: Language, found: Result) -> list[Paragraph]:
    """Return the first page: the score, or that it is handed in; sections, topics, receipt."""
    say = language.say
    page = [Paragraph(say(f"result.by_{found.handed_in_by}", at=found.handed_in_at), kind="gap")]
    if found.score is not None:
        page += _score(language, found)
    elif found.opens_at is not None:
        page.append(Paragraph(say("result.later", at=found.opens_at), kind="title"))
    else:
        page.append(Paragraph(say("result.waits" if found.waits_for_marking else "result.hidden"), kind="title"))
    if found.seconds is not None:
        page.append(Paragraph(say("result.time_used", time=_used(found.seconds))))
    page.append(Paragraph(say("result.receipt", receipt=found.receipt), kind="gap"))
    page += _bars(language, "result.sections", found.sections)
    page += _bars(language, "result.topics", found.topics)
    return page


def _score(language: Language, found: Result) -> list[Paragraph]:
    say = language.say
    assert found.score is not None
    verdict = say("result.passed" if found.passed else "result.failed")
    of_full = say("result.of_full", score=found.score, full=found.full)
    words = " | ".join(part for part in (verdict, found.grade, of_full) if part)
    page = [
        Paragraph(big_number(language.marks(found.score)), kind="number"),
        Paragraph(words, kind="title"),
    ]
    if found.is_formal:
        page.append(Paragraph(say("result.preliminary"), kind="muted"))
    return page


def _bars(language: Language, heading: str, shares: tuple[Share, ...]) -> list[Paragraph]:
    if not shares:
        return []
    widest = min(max(cell_len(share.title) for share in shares), 36)
    page = [Paragraph(language.say(heading), kind="heading")]
    for share in shares:
        filled = round(share.share * BAR)
        title = _fitted(share.title, widest)
        marks = f"{language.marks(share.earned)}/{language.marks(share.full)}"
        page.append(Paragraph(f"{title}  [{'=' * filled}{' ' * (BAR - filled)}]  {marks:>9}"))
    return page


def _fitted(text: str, width: int) -> str:
    """Return a text in exactly `width` cells: cut with two dots, or filled with blanks."""
    if cell_len(text) > width:
        while cell_len(text) > width - 2:
            text = text[:-1]
        text += ".."
    return text + " " * (width - cell_len(text))


def review(language: Language, reviewed: ReviewedQuestion) -> list[Paragraph]:
    """Return a question with what was given and, where they may be shown, marks, key and rationale."""
    say, question = language.say, reviewed.question
    page = [Paragraph(question.item.stem, f"{question.number}. ", "gap"), *_options(reviewed)]
    given = _described(language, question, reviewed.response) or say("result.no_response")
    page.append(Paragraph(given, say("result.response"), "heading"))
    if reviewed.key is not None:
        page.append(Paragraph(_described(language, question, reviewed.key), say("result.key")))
    if reviewed.marks is not None:
        marks = say("result.of_full", score=reviewed.marks, full=question.marking.marks)
        verdict = say(
            "result.right" if reviewed.is_right else "result.wrong" if reviewed.marks <= 0 else "result.partly"
        )
        page.append(Paragraph(f"{verdict} | {marks}", say("result.marks"), "good" if reviewed.is_right else "bad"))
    if reviewed.rationale:
        page.append(Paragraph(reviewed.rationale, say("result.rationale"), "heading"))
    if reviewed.key is not None:
        page += _option_notes(question, reviewed.response)
    return page


def _options(reviewed: ReviewedQuestion) -> list[Paragraph]:
    question = reviewed.question
    if not question.item.choices:
        return []
    given = question.item.describe(reviewed.response, question.order)
    return [
        Paragraph(text, f"  {'[x]' if LETTERS[place] in given else '[ ]'} {LETTERS[place]}  ")
        for place, text in enumerate(question.shown_choices)
    ]


def _option_notes(question: Question, response: Response) -> list[Paragraph]:
    """Return what the author says of the options that were chosen."""
    return [
        Paragraph(text, f"{to_shown(letter, question.order)}  ")
        for letter, text in question.item.feedback
        if letter in response
    ]


def _described(language: Language, question: Question, response: Response) -> str:
    text = question.item.describe(response, question.order)
    if question.item.TYPE == "true_false" and text in ("对", "错"):
        return language.say("word.true" if text == "对" else "word.false")
    return text


def _used(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
