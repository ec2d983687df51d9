"""A result's first page as paragraphs: the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from quizapp.tui.widgets.bars import fitted
from quizapp.tui.widgets.big_number import big_number
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.results import Result, Share

BAR = 20
"""Cells of a bar at its fullest."""


def summary(language: Language, found: Result, carrying: str = "") -> list[Paragraph]:
    """Return the first page: the score, or that it is handed in; sections, topics, receipt.

    `carrying` is what there is to say of where the answers are to go, or are.
    """
    say = language.say
    page = [Paragraph(say(f"result.by_{found.handed_in_by}", at=found.handed_in_at), kind="gap")]
    if found.is_void:
        page.append(Paragraph(say("result.void"), kind="title"))
    elif found.score is not None:
        page += _score(language, found)
    elif found.opens_at is not None:
        page.append(Paragraph(say("result.later", at=found.opens_at), kind="title"))
    elif found.essays_waiting:
        numbers = say("word.comma").join(str(number) for number in found.essays_waiting)
        page.append(Paragraph(say("result.essays_wait", numbers=numbers), kind="title"))
    else:
        page.append(Paragraph(say("result.waits" if found.waits_for_marking else "result.hidden"), kind="title"))
    if found.seconds is not None:
        page.append(Paragraph(say("result.time_used", time=_used(found.seconds))))
    page.append(Paragraph(say("result.receipt", receipt=found.receipt)))
    page.append(Paragraph(say("result.code_note"), kind="gap"))
    if carrying:
        page.append(Paragraph(carrying, kind="gap"))
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
    if found.counted is not None:
        page.append(Paragraph(say("result.counted", counted=found.counted)))
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
        title = fitted(share.title, widest)
        marks = f"{language.marks(share.earned)}/{language.marks(share.full)}"
        page.append(Paragraph(f"{title}  [{'=' * filled}{' ' * (BAR - filled)}]  {marks:>9}"))
    return page


def _used(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
