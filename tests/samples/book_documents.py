"""Rows of a score book as short as a test needs them, every field there."""

from __future__ import annotations

from typing import cast

from quizapp.services.ports.port_values import PersonDocument, ScoreDocument

_MARKED: ScoreDocument = {
    "attempt": "",
    "class": "",
    "paper": "p",
    "paper_title": "结业考试",
    "make_up_for": None,
    "form": "A",
    "candidate": "",
    "name": "",
    "unit": "",
    "number": 1,
    "status": "marked",
    "started_at": "2026-12-01T01:00:00.000Z",
    "handed_in_at": "2026-12-01T02:00:00.000Z",
    "handed_in_by": "candidate",
    "seconds": 3600,
    "score": 80,
    "counted_score": 80,
    "full_score": 100,
    "percent": 80,
    "passed": True,
    "grade": "",
    "counts": True,
    "sections": [],
    "receipt": None,
}


def document(attempt: str, **more: object) -> ScoreDocument:
    """Return a marked attempt of 80 of 100, but for what is said of it."""
    return cast("ScoreDocument", {**_MARKED, "attempt": attempt, **more})


def person(id: str, name: str = "", unit: str = "") -> PersonDocument:
    """Return somebody of the roster."""
    return {"id": id, "name": name, "unit": unit, "post": "", "group": ""}
