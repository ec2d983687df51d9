"""The score book as a table, a part for each paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from quizapp.cli.desk import Desk
from quizapp.services.records import Document


def show_scores(desk: Desk, docs: Sequence[Document], form: str) -> None:
    """Show documents of the score book."""
    if form == "json":
        desk.show_json(list(docs))
        return
    if not docs:
        desk.note(desk.say("scores.none"))
    papers: dict[str, list[Document]] = {}
    for doc in docs:
        papers.setdefault(doc["paper"], []).append(doc)
    for place, (paper, attempts) in enumerate(papers.items()):
        if place:
            desk.show("")
        title, full = attempts[-1]["paper_title"], attempts[-1]["full_score"]
        desk.show(desk.say("scores.title", title=title, paper=paper, count=len(attempts), full=full))
        _show_table(desk, sorted(attempts, key=lambda doc: (doc["candidate"], doc["number"])))


def _show_table(desk: Desk, docs: Sequence[Document]) -> None:
    has_several = any(doc["number"] > 1 for doc in docs)
    has_grades = any(doc["grade"] for doc in docs)
    headings = [desk.heading("id"), desk.heading("name"), desk.heading("unit")]
    headings += [desk.heading("attempt", is_number=True)] if has_several else []
    headings += [desk.heading("status"), desk.heading("score", is_number=True), desk.heading("passed")]
    headings += [desk.heading("grade")] if has_grades else []
    headings += [desk.heading("used", is_number=True), desk.heading("date")]
    desk.show_table(headings, [_cells(desk, doc, has_several, has_grades) for doc in docs])


def _cells(desk: Desk, doc: Document, has_several: bool, has_grades: bool) -> list[object]:
    word, handed_in_at = desk.language.say, doc["handed_in_at"]
    passed = (
        "" if doc["passed"] is None else word("command.scores.passed" if doc["passed"] else "command.scores.failed")
    )
    return [
        doc["candidate"],
        doc["name"],
        doc["unit"],
        *([doc["number"]] if has_several else []),
        word(f"word.{doc['status']}"),
        doc["score"],
        passed,
        *([doc["grade"]] if has_grades else []),
        "" if doc["seconds"] is None else timedelta(seconds=doc["seconds"]),
        "" if handed_in_at is None else datetime.fromisoformat(handed_in_at),
    ]
