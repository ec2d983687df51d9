"""What an import shows: the counts, what changed, and every doubt by its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.cli.desk import Desk
from quizapp.formats.reason_text import field_name, reason_text, value_text

if TYPE_CHECKING:
    from quizapp.cli.importing import Asked
    from quizapp.formats.native.merging import Merged
    from quizapp.services.importing import Brought, Import

_LONGEST = 60
"""Characters of a source's line that are shown."""


def show_import(desk: Desk, asked: Asked, merged: Merged, copy: Path | None) -> None:
    """Show what became of each question, for people or for programs; what was written goes to standard error."""
    plan = merged.plan
    if asked.form == "json":
        desk.show_json(_json(desk, asked, plan))
    else:
        for line in (*_counts(desk, plan), *_changes(desk, asked, plan), *_told(desk, asked, plan)):
            desk.show(line)
    for remark in plan.remarks:
        place = _place(asked.file, remark.line, remark.sheet)
        desk.note(desk.say("banks.import-remark", place=place, reason=reason_text(remark.reason, desk.language)))
    _tell_written(desk, asked, merged, copy)


def _counts(desk: Desk, plan: Import) -> Iterator[str]:
    counts = {name: plan.count(name) for name in ("imported", "doubtful", "refused")}
    yield desk.say("banks.import-counts", read=plan.read, **counts)
    yield desk.say(
        "banks.import-outcomes",
        added=plan.count_outcome("added"),
        same=plan.count_outcome("same"),
        changed=plan.count_outcome("changed"),
    )
    kept = plan.count_outcome("kept")
    if kept:
        yield desk.say("banks.import-kept", kept=kept)


def _changes(desk: Desk, asked: Asked, plan: Import) -> Iterator[str]:
    language = desk.language
    for each in plan.brought:
        for change in each.changes:
            before = value_text(change.field, change.before, language)
            yield desk.say(
                "banks.import-change" if before else "banks.import-new-values",
                place=_place_of(asked, each),
                id=each.id,
                field=field_name(change.field, language),
                before=before,
                after=value_text(change.field, change.after, language),
            )


def _told(desk: Desk, asked: Asked, plan: Import) -> Iterator[str]:
    """Give the doubts, the refusals and the notes in the order of the source, its own words under them."""
    for each in plan.brought:
        place = _place_of(asked, each)
        if each.outcome == "kept":
            yield desk.say("banks.import-kept-one", place=place, id=each.id)
        for reason in each.doubts:
            yield desk.say("banks.import-doubt", place=place, id=each.id, reason=reason_text(reason, desk.language))
        for reason in each.notes:
            yield desk.say("banks.import-note", place=place, id=each.id, reason=reason_text(reason, desk.language))
        if each.question.refusal is not None:
            yield desk.say(
                "banks.import-refused", place=place, reason=reason_text(each.question.refusal, desk.language)
            )
        if each.doubts or each.question.refusal is not None:
            yield f"    {_line_of(each)}"


def _tell_written(desk: Desk, asked: Asked, merged: Merged, copy: Path | None) -> None:
    for fault in merged.warnings:
        if fault.code == "encoding-gb18030" and merged.data is not None and not asked.is_dry_run:
            desk.note(desk.say("banks.import-encoding-changed", file=asked.to))
        else:
            desk.note(desk.language.fault(fault))
    if asked.is_dry_run:
        desk.note(desk.say("banks.import-dry-run"))
    elif merged.data is None:
        desk.note(desk.say("banks.import-nothing"))
    else:
        desk.note(desk.say("banks.import-written", file=asked.to))
    if copy is not None:
        desk.note(desk.say("banks.import-copy", file=str(copy)))


def _json(desk: Desk, asked: Asked, plan: Import) -> dict[str, Any]:
    counts = {name: plan.count(name) for name in ("imported", "doubtful", "refused")}
    items = [
        {
            "place": _place_of(asked, each),
            "id": each.id,
            "verdict": each.verdict,
            "reasons": [reason_text(reason, desk.language) for reason in _reasons(each)],
        }
        for each in plan.brought
    ]
    return {"read": plan.read, **counts, "items": items}


def _reasons(each: Brought) -> Iterator[Any]:
    yield from each.doubts
    yield from each.notes
    if each.question.refusal is not None:
        yield each.question.refusal


def _place_of(asked: Asked, each: Brought) -> str:
    return _place(asked.file, each.question.line, each.question.sheet)


def _place(file: str, line: int, sheet: str) -> str:
    return f"{file}:{sheet}:{line}" if sheet else f"{file}:{line}"


def _line_of(each: Brought) -> str:
    """Return the source's first line, as much as fits."""
    line = " ".join(each.question.text.strip().split("\n", 1)[0].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
