"""What a class earned of each topic, as a page of bars, the weakest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.reports.analysis_sentences import percent
from quizapp.tui.widgets.bars import bar, fitted
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

WIDEST_TITLE = 24
NOTE = 24
"""Cells for what stands behind a bar."""


def topics_page(found: ClassAnswers, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells, or what to do where no item has a topic."""
    topics = found.topics
    if not topics:
        return [Paragraph(language.say("analysis.topics_none"))]
    titles = min(max(cell_len(topic.title) for topic in topics), WIDEST_TITLE)
    cells = max(width - titles - NOTE - 12, 10)
    page = [Paragraph(language.say("analysis.topics_head"), kind="heading")]
    for topic in topics:
        note = language.say("analysis.topic_note", questions=topic.questions, responses=topic.responses)
        filled = f"{bar(topic.share, cells):<{cells}}"
        page.append(Paragraph(f"{fitted(topic.title, titles)}  {percent(float(topic.share)):>4}  [{filled}]  {note}"))
    return page
