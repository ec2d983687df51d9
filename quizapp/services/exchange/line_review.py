"""What became of the lines of a source that are no plain part of a question, to be looked at one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from quizapp.reading.exchange.source_question import LineFate, Reason, SourceReading, SourceRemark

LineKind = Literal["unread", "doubt", "noise", "heading", "told"]
LINE_KINDS: tuple[LineKind, ...] = ("unread", "doubt", "noise", "heading", "told")
"""Those that most ask to be looked at come first."""

PLAIN_REASONS = frozenset({"import-heading", "import-noise", "import-unread"})
"""Codes that say of a line no more than its kind does."""
_OF_LINES = PLAIN_REASONS | {"import-page-line"}
"""Remarks that say of a line why it is of no question."""


class ReviewedLine(NamedTuple):
    """One line to be looked at, with why."""

    kind: LineKind
    line: int
    text: str
    sheet: str = ""
    reasons: tuple[Reason, ...] = ()
    place: int | None = None
    """The question that is doubted, by its place in the batch."""


class Doubted(NamedTuple):
    """A question of the batch that somebody should look at."""

    place: int
    line: int
    sheet: str
    text: str
    reasons: tuple[Reason, ...]


def lines_to_review(reading: SourceReading, doubted: Sequence[Doubted]) -> Mapping[LineKind, tuple[ReviewedLine, ...]]:
    """Return the lines of each kind, in the source's order."""
    remarks: dict[tuple[int, str], list[Reason]] = {}
    pages: dict[object, Reason] = {}
    for remark in reading.remarks:
        remarks.setdefault((remark.line, remark.sheet), []).append(remark.reason)
        if remark.reason.code == "import-page-line":
            pages[remark.reason.values.get("text")] = remark.reason
    found: dict[LineKind, list[ReviewedLine]] = {kind: [] for kind in LINE_KINDS}
    for each in reading.lines:
        if each.fate != "question":
            reasons = tuple(remarks.get((each.line, each.sheet), ()))
            page = pages.get(each.text) if each.fate == "noise" else None
            found[each.fate].append(
                ReviewedLine(each.fate, each.line, each.text, each.sheet, (page,) if page is not None else reasons)
            )
    found["doubt"] = [
        ReviewedLine("doubt", each.line, each.text, each.sheet, each.reasons, each.place) for each in doubted
    ]
    found["told"] = _remarked(reading)
    return {kind: tuple(lines) for kind, lines in found.items()}


def _remarked(reading: SourceReading) -> list[ReviewedLine]:
    """Return what is told besides, each with the line it is of."""
    texts = {(each.line, each.sheet): each.text for each in reading.lines}
    of_none = {(each.line, each.sheet) for each in reading.lines if each.fate != "question"}

    def is_besides(remark: SourceRemark) -> bool:
        return remark.reason.code not in _OF_LINES and (remark.line, remark.sheet) not in of_none

    return [
        ReviewedLine("told", remark.line, texts.get((remark.line, remark.sheet), ""), remark.sheet, (remark.reason,))
        for remark in reading.remarks
        if is_besides(remark)
    ]


def surroundings(lines: Sequence[LineFate], line: int, sheet: str, around: int) -> tuple[LineFate, ...]:
    """Return a line with those before it and behind it in its own file or sheet."""
    own = [each for each in lines if each.sheet == sheet]
    at = next((place for place, each in enumerate(own) if each.line >= line), len(own))
    return tuple(own[max(at - around, 0) : at + around + 1])


class Neighbours(NamedTuple):
    """The questions before a line and behind it, by their places in the reading; None where there is none."""

    before: int | None = None
    after: int | None = None


def neighbours(reading: SourceReading, line: int) -> Neighbours:
    """Return the questions that stand about a line of the source's own file."""
    before = after = None
    for place, question in enumerate(reading.questions):
        if question.line < line:
            before = place
        elif after is None and question.line > line:
            after = place
    return Neighbours(before, after)
