"""What stands around a score table: how many are shown, by what it is narrowed down and sorted, who is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.screens.score_columns import head_of, said

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_sheet import Line as ScoreLine
    from quizapp.services.score_sheet import Order, ScoreSheet
    from quizapp.tui.screens.score_view import ScoreView


def count(language: Language, view: ScoreView) -> str:
    """Return how many lines are shown, and of how many where not all are."""
    shown, whole = len(view.lines), len(view.sheet.lines)
    unit = "attempts" if view.all_attempts else "people"
    if view.is_narrowed:
        return language.say(f"committee.{unit}_of", count=shown, whole=whole)
    return language.say(f"committee.{unit}", count=whole)


def sieve(language: Language, view: ScoreView) -> str:
    """Return by what the table is narrowed down and sorted, each behind its key."""
    status = language.say("committee.any_status") if view.status is None else status_word(language, view.status)
    rows = language.say("committee.rows_attempts" if view.all_attempts else "committee.rows_people")
    parts = (f"F3 {status}", f"F5 {order_word(language, view.sheet, view.order)}", f"F2 {rows}")
    return " | ".join(parts)


def status_word(language: Language, status: str) -> str:
    """Return a status as people read it; "" is who may still come."""
    return language.say(f"word.{status}" if status else "committee.awaited")


def order_word(language: Language, sheet: ScoreSheet, order: Order | None) -> str:
    """Return by what lines are sorted, and which way."""
    if order is None:
        return language.say("committee.by_rank")
    head = head_of(sheet.columns[order.column], language)
    return language.say("committee.by_falling" if order.is_falling else "committee.by_rising", column=head)


def who(language: Language, view: ScoreView, line: ScoreLine) -> str:
    """Return whom a line is about, with what a column may have had no room for."""
    sheet = view.sheet
    unit, score = (said(line.cells[sheet.column(name)], sheet.columns[sheet.column(name)], language) for name in _TOLD)
    standing = language.say("committee.marks", marks=score) if score else status_word(language, line.status)
    return " | ".join(part for part in (f"{line.candidate} {line.name}", unit, standing) if part)


def remarks(language: Language, view: ScoreView, line: ScoreLine) -> str:
    """Return what is noted about a line; "" for nothing."""
    place = view.sheet.column("notes")
    return said(line.cells[place], view.sheet.columns[place], language)


_TOLD = ("unit", "score")
