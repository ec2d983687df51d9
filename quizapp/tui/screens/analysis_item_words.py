"""One item of the analysis as a page: its sentence, its question, what was chosen, its statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.analysis_sentences import decimals, discrimination, percent
from quizapp.reports.analysis_text import APPENDIX, appendix_cells
from quizapp.tui.screens.analysis_first import item_words
from quizapp.tui.screens.answer_bars import bars_of, unanswered, wrong_answers
from quizapp.tui.screens.key_words import key_page
from quizapp.tui.widgets.bars import bar, fitted
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers
    from quizapp.tui.screens.answer_bars import AnswerBar

BEHIND = 36
"""Cells for what stands behind a bar."""
LABEL = 44
"""Cells of a statistic's name."""


def item_page(found: ClassAnswers, item: ItemStatistics, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells; what tells the key only where that may be told."""
    say, analysed = language.say, found.analysed
    question = found.questions[item.item.item]
    page = [Paragraph(item_words(found, item, language)[1], kind="title"), Paragraph(_measures(item, language))]
    if item.item.item in analysed.sitting:
        page.append(Paragraph(say("analysis.item_sitting"), kind="muted"))
    else:
        lead = "" if item.item.number is None else f"{item.item.number}. "
        page.append(Paragraph(question.item.stem, lead, "stem"))
        if analysed.is_awaited:
            page.append(Paragraph(say("analysis.awaited"), kind="muted"))
        else:
            page += _answers(found, item, language, width)
            page += key_page(item, question, language)
    return page + _appendix(item, language)


def _measures(item: ItemStatistics, language: Language) -> str:
    low, high = item.facility_interval
    return language.say(
        "analysis.item_measures_small" if is_small(item.candidates) else "analysis.item_measures",
        facility=decimals(item.facility),
        low=decimals(low),
        high=decimals(high),
        discrimination=discrimination(item),
        count=item.candidates,
    )


def _answers(found: ClassAnswers, item: ItemStatistics, language: Language, width: int) -> list[Paragraph]:
    say = language.say
    heads = [say("analysis.item_options" if item.options else "analysis.item_answers")]
    if item.options and item.item.number is None:
        heads.append(say("analysis.bank_letters"))
    page = [Paragraph(" | ".join(heads), kind="heading")]
    cells = max(width - BEHIND - 5, 10)
    for one in bars_of(found, item, language):
        text = f"{one.text}{say('analysis.item_key')}" if one.is_key else one.text
        page.append(Paragraph(text, f"  {one.letter}  " if one.letter else "  ", "key" if one.is_key else ""))
        page.append(Paragraph(f"{bar(one.share, cells):<{cells}}  {_told(one, language)}", "     "))
    left = unanswered(found, item)
    if left:
        page.append(Paragraph(say("debrief.no_answer", count=left), "  ", "muted"))
    wrong = wrong_answers(found, item)
    if wrong:
        page.append(Paragraph(say("analysis.item_wrong"), kind="heading"))
    return page + [Paragraph(say("debrief.wrong_line", text=one.text, count=one.count), "  ") for one in wrong]


def _told(one: AnswerBar, language: Language) -> str:
    counted = language.say("analysis.item_chosen", count=f"{one.count:>3}", share=f"{percent(one.share):>4}")
    return counted if one.mean is None else f"{counted} | {language.say('analysis.item_mean', mean=decimals(one.mean))}"


def _appendix(item: ItemStatistics, language: Language) -> list[Paragraph]:
    page = [Paragraph(language.say("analysis.item_appendix"), kind="heading")]
    for (name, _), value in zip(APPENDIX, appendix_cells(item), strict=True):
        label = language.say(f"analysis.head_{name}")
        page.append(Paragraph(f"  {fitted(label, LABEL)}{value:>10}" if value else "", kind="muted"))
    return [line for line in page if line.text]
