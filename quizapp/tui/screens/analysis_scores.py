"""How a class's scores spread, as a page of text: ten bands of per cent, and the pass mark in its band."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.bands import band_of, bands
from quizapp.reports.analysis_sentences import percent
from quizapp.reports.analysis_text import certainty_rows, test_rows
from quizapp.reports.text_table import Heading, lay_out
from quizapp.tui.widgets.bars import bar
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

BANDS = 10
BEFORE, BEHIND = 14, 22
"""Cells for a band's bounds and its count, and for the pass mark."""


def scores_page(found: ClassAnswers, language: Language, width: int) -> list[Paragraph]:
    """Return the page at so many cells."""
    count = len(found.shares)
    page = [Paragraph(language.say("analysis.scores_head", count=count), kind="heading")]
    page.append(Paragraph("\n".join(_rows(found, language, width)), kind="gap"))
    if count:
        values = {"passed": found.passed, "failed": count - found.passed, "share": percent(found.passed / count)}
        page.append(Paragraph(language.say("analysis.passed", **values), kind="gap"))
    return page + _certainties(found, language) + _appendix(found, language)


def _certainties(found: ClassAnswers, language: Language) -> list[Paragraph]:
    """Return what was earned by certainty, where it was asked."""
    rows = list(certainty_rows(found.analysed, language))
    if not rows:
        return []
    heads = [language.say(f"analysis.head_{name}") for name in ("certainty", "count", "earned")]
    columns = [Heading(heads[0]), *(Heading(head, is_number=True) for head in heads[1:])]
    title = Paragraph(language.say("analysis.certainties"), kind="heading")
    return [title, Paragraph("\n".join(lay_out(columns, rows)), "  ", "gap")]


def _appendix(found: ClassAnswers, language: Language) -> list[Paragraph]:
    """Return the statistics of the whole test."""
    columns = [Heading(language.say("analysis.head_statistic")), Heading(language.say("analysis.head_value"), True)]
    lines = lay_out(columns, list(test_rows(found.analysed, language)))
    title = Paragraph(language.say("analysis.appendix"), kind="heading")
    return [title, Paragraph("\n".join(lines), "  ", "muted")]


def _rows(found: ClassAnswers, language: Language, width: int) -> list[str]:
    counts = bands(found.shares, BANDS)
    most, cells = max(*counts, 1), max(width - BEFORE - BEHIND, 10)
    passing, note = _pass_mark(found, language)
    rows = []
    for band in reversed(range(BANDS)):
        bounds = f"{band * 100 // BANDS}-{(band + 1) * 100 // BANDS}"
        row = f"{bounds:>6}  {counts[band]:>4}  {bar(counts[band] / most, cells)}"
        rows.append(f"{row}  <- {note}" if band == passing else row)
    return rows


def _pass_mark(found: ClassAnswers, language: Language) -> tuple[int | None, str]:
    """Return in which band the last form's pass mark lies, and how it is told."""
    form = found.form
    if form is None or not form.full_score:
        return None, ""
    return band_of(form.pass_marks / form.full_score, BANDS), language.say("analysis.pass_mark", marks=form.pass_marks)
