"""One question for a room to look at, as lines: few words, bars as wide as there is room for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from quizapp.reports.analysis_sentences import percent
from quizapp.tui.items import view_for
from quizapp.tui.screens.answer_bars import bars_of, unanswered, wrong_answers
from quizapp.tui.screens.key_words import key_page
from quizapp.tui.widgets.bars import bar, fitted
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers
    from quizapp.tui.screens.answer_bars import AnswerBar

ASKED, CHOSEN, TOLD = range(3)
"""The steps of a question: it alone, what the class gave, the key and why."""
BEHIND = 16
"""Cells for what stands behind a bar."""
COUNT = 4
"""Cells of how many gave an answer: as much as a class of some thousands needs."""


class BarRoom(NamedTuple):
    """How many cells a line has, and how many rows a bar takes."""

    width: int
    rows: int


def question_lines(
    found: ClassAnswers, item: ItemStatistics, step: int, language: Language, room: BarRoom
) -> list[Paragraph]:
    """Return what stands beneath the stem at a step; what was there before stays where it is."""
    if item.options:
        page = _options(found, item, step, language, room)
    else:
        page = _printed(found, item) + (_earned(found, item, language, room) if step >= CHOSEN else [])
    if step >= CHOSEN:
        page += _beside(found, item, language)
    if step == TOLD:
        told = key_page(item, found.questions[item.item.item], language)
        page += [replace(one, lead=f" {one.lead}") for one in told]
    return page


def _options(
    found: ClassAnswers, item: ItemStatistics, step: int, language: Language, room: BarRoom
) -> list[Paragraph]:
    """Return the options, a line beneath each that is its bar once that is shown."""
    page = []
    for one in bars_of(found, item, language):
        is_told = step == TOLD and one.is_key
        text = f"{one.text}{language.say('debrief.is_key')}" if is_told else one.text
        page.append(Paragraph(text, f" {one.letter}  ", "key" if is_told else "option"))
        line = _bar(one, language, room) if step >= CHOSEN else "\n" * (room.rows - 1)
        page.append(Paragraph(line, "    ", "key-bar" if is_told else "bar"))
    return page


def _printed(found: ClassAnswers, item: ItemStatistics) -> list[Paragraph]:
    """Return what stands on paper beneath a stem without options: two sides, things to be put in order."""
    question = replace(found.questions[item.item.item], order=item.item.order)
    page = view_for(question.item.TYPE).printed(question, ())
    return [replace(one, kind="option") for one in page]


def _earned(found: ClassAnswers, item: ItemStatistics, language: Language, room: BarRoom) -> list[Paragraph]:
    bars = bars_of(found, item, language)
    widest = max(cell_len(one.text) for one in bars)
    lines = [Paragraph(_bar(one, language, room, widest + 2), f" {fitted(one.text, widest)}  ", "bar") for one in bars]
    return [Paragraph("", kind="bar"), *lines]


def _bar(one: AnswerBar, language: Language, room: BarRoom, before: int = 0) -> str:
    """Return a bar with its share and count, and its further rows beneath."""
    cells = max(room.width - BEHIND - 4 - before, 8)
    drawn, counted = bar(one.share, cells), language.say("debrief.count", count=f"{one.count:>{COUNT}}")
    return "\n".join([f"{drawn:<{cells}} {percent(one.share):>5}  {counted}", *[drawn] * (room.rows - 1)])


def _beside(found: ClassAnswers, item: ItemStatistics, language: Language) -> list[Paragraph]:
    """Return who gave nothing, and what was typed wrong most often."""
    page = []
    left = unanswered(found, item)
    if left:
        page.append(Paragraph(language.say("debrief.no_answer", count=left), " ", "muted"))
    wrong = wrong_answers(found, item)
    if wrong:
        page.append(Paragraph(language.say("debrief.wrong"), " ", "heading"))
    told = (language.say("debrief.wrong_line", text=one.text, count=one.count) for one in wrong)
    return page + [Paragraph(line, "   ", "wrong") for line in told]
