"""An item's key and why, as paragraphs that a room or a teacher reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.analysis.options import as_told
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.reports.analysis_sentences import letter_told
from quizapp.tui.items import view_for
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.language import Language


def key_page(item: ItemStatistics, question: Question, language: Language) -> list[Paragraph]:
    """Return the key, what a good essay says, and the rationale."""
    page = [Paragraph(language.say("debrief.given"), kind="told")] if item.item.is_given else []
    if item.options:
        page.append(Paragraph(_letters(item, language), kind="told"))
    elif isinstance(question.item, Essay):
        page += _model(question.item, language)
    else:
        page += _typed(item, question, language)
    if question.item.rationale:
        page.append(Paragraph(question.item.rationale, language.say("result.rationale"), "why"))
    return page


def _letters(item: ItemStatistics, language: Language) -> str:
    told = ("".join(sorted(letter_told(as_told(item.item, one), language) for one in key)) for key in item.item.keys)
    code = "debrief.key_several" if len(item.item.keys) > 1 else "debrief.key"
    return language.say(code, letters=language.say("word.comma").join(told))


def _typed(item: ItemStatistics, question: Question, language: Language) -> list[Paragraph]:
    key = question.item.key_response()
    if key is None:
        return []
    told = replace(question, order=item.item.order)
    first, *others = view_for(question.item.TYPE).answered(language, told, key)
    page = [Paragraph(first.text, language.say("result.key"), "told"), *others]
    accepted = _accepted_too(question, key)
    if accepted:
        page.append(Paragraph(language.say("debrief.also", texts=language.say("word.comma").join(accepted))))
    return page


def _accepted_too(question: Question, key: Response) -> list[str]:
    """Return what else counts as right in a blank, by its author or by a correction; the told key is not repeated."""
    blanks = (item for item in (question.item, *question.also) if isinstance(item, FillBlank))
    texts = dict.fromkeys(text for item in blanks for entry in item.key for text in entry)
    return [text for text in texts if text not in key]


def _model(essay: Essay, language: Language) -> list[Paragraph]:
    page = []
    if essay.model_answer:
        page.append(Paragraph(essay.model_answer, language.say("result.model_answer"), "told"))
    if essay.rubric:
        page.append(Paragraph(language.say("result.rubric"), kind="told"))
    return page + [Paragraph(point.point, "  - ") for point in essay.rubric]
