"""What became of each row of an import, for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.domain.fault import Fault
from quizapp.language import Language
from quizapp.services.enrolling import Enrolment, read_people


def done_json(path: Path, done: Enrolment) -> dict[str, Any]:
    """Return an import that took every row."""
    items = [_item(path, line, one.id, "imported", []) for line, one in done.rows]
    return {"read": done.read, "imported": done.read, "doubtful": 0, "refused": 0, "items": items}


def refused_json(path: Path, faults: Sequence[Fault], language: Language) -> dict[str, Any]:
    """Return an import that took none: rows with faults say them, the others that the rest kept them out."""
    rows, _ = read_people(path)
    lines = sorted({line for line, _ in rows} | {fault.line for fault in faults if fault.severity == "error"})
    ids = {line: one.id for line, one in rows}
    items = []
    for line in lines:
        found = [fault for fault in faults if fault.line == line]
        reasons = [language.say(fault.code, **fault.values) for fault in found]
        reasons = reasons or [language.say("command.candidates.kept-out")]
        items.append(_item(path, line, ids.get(line, ""), "refused", reasons))
    return {"read": len(items), "imported": 0, "doubtful": 0, "refused": len(items), "items": items}


def _item(path: Path, line: int, id: str, verdict: str, reasons: list[str]) -> dict[str, Any]:
    return {"place": f"{path}:{line}", "id": id, "verdict": verdict, "reasons": reasons}
