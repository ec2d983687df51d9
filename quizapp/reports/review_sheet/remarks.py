"""The lists below the table of a review sheet, as far as its page has room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.reports.review_sheet.room import Fixed, fitting, half_lines_of, lines_left, lines_of, shared

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.review_sheet.rows import SheetRows


class Remarks(NamedTuple):
    """What is written out; where there was more, one line says how much."""

    texts: list[str]
    """From the first question on."""
    decisions: list[str]
    """The last ones."""
    sitting: list[str]
    """The last ones."""


def remarks(language: Language, rows: SheetRows, fixed: Fixed) -> Remarks:
    """Return what there is room for: decisions before the sitting, that before answers in words."""
    nothing = [language.say("review.nothing")]
    texts, decisions, sitting = rows.texts(), rows.decisions() or nothing, rows.sitting() or nothing
    wanted = sum(map(lines_of, decisions)), sum(map(lines_of, sitting)), sum(map(half_lines_of, texts))
    for_decisions, for_sitting, for_texts = shared(lines_left(fixed), wanted)
    first = fitting(texts, half_lines_of, for_texts)
    return Remarks(
        texts=[*texts[:first], *_more(language, len(texts) - first)],
        decisions=_last(language, decisions, for_decisions),
        sitting=_last(language, sitting, for_sitting),
    )


def _last(language: Language, entries: list[str], room: float) -> list[str]:
    left_out = len(entries) - fitting(entries[::-1], lines_of, room)
    return [*_more(language, left_out), *entries[left_out:]]


def _more(language: Language, count: int) -> list[str]:
    return [language.say("review.more", count=count)] if count else []
