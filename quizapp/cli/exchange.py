"""quizapp banks import, export: questions from elsewhere into a bank, and a bank into another format.

An import is read as a whole before anything is written, and shows its counts, its changes and every doubt by its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, REPLACE, LineCommand, WordOf
from quizapp.cli.frame.target_file import check_new, check_target, write_file
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats import SOURCES
from quizapp.formats.native.edit.bank_merge import MergedBank, MergeTarget, merge
from quizapp.formats.native.edit.bank_text import open_bytes
from quizapp.formats.source_format import file_to_read, read_with, source_for, target_for
from quizapp.reading.exchange.source_question import (
    NO_AID,
    KeyPlace,
    ReadingAid,
    SourceReading,
    field_name,
    reason_text,
    shape_text,
    value_text,
)
from quizapp.reading.files import SUFFIXES, bytes_of, shown
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.exchange.import_plan import Import, ImportedQuestion
from quizapp.services.exchange.source_memory import FieldChange, ImportWishes, Take
from quizapp.stores.people_files import write_bank_file


class ImportRequest(NamedTuple):
    """Which file is to be brought into which bank, and how."""

    file: str
    to: str
    named: str
    """The format's name; "" where ending and content tell."""
    encoding: str
    is_dry_run: bool
    form: str
    """How the outcome is shown: text or json."""
    take: Take = ""
    """Which side is taken where the bank and the source differ and nothing tells who is right."""
    keys: str = ""
    """Another file, with the keys; "" where there is none."""
    aid: ReadingAid = NO_AID
    """What else is said of how the file is written."""


_KEY_PLACES: Mapping[str, KeyPlace] = {"after": "below", "inside": "inside", "end": "end"}


@click.command("import", cls=LineCommand)
@click.argument("file", metavar="file")
@click.option("--to", required=True, metavar="file", help="import-to")
@click.option("--from", "named", default="", metavar="question-format", help="import-from")
@click.option("--encoding", default="", metavar="encoding", help="encoding")
@click.option("--keys", default="", metavar="file", help="import-keys")
@click.option("--numbers", default="", metavar="text", help="import-numbers")
@click.option("--key-place", type=WordOf(*_KEY_PLACES), default=None, help="import-key-place")
@click.option("--noise", multiple=True, metavar="text", help="import-noise")
@click.option("--keep", multiple=True, metavar="text", help="import-keep")
@click.option("--dry-run", is_flag=True, help="import-dry-run")
@click.option("--take", type=WordOf("source", "bank"), default=None, help="import-take")
@FORMAT
@click.pass_obj
def import_questions(
    desk: Desk,
    file: str,
    to: str,
    named: str,
    encoding: str,
    keys: str,
    numbers: str,
    key_place: str | None,
    noise: tuple[str, ...],
    keep: tuple[str, ...],
    dry_run: bool,
    take: Take | None,
    form: str,
) -> int:
    """Bring a file's questions into a bank, the doubtful ones as drafts."""
    aid = ReadingAid(
        number=numbers.strip(),
        key_place=_KEY_PLACES[key_place] if key_place else "",
        noise=frozenset(map(str.strip, noise)),
        kept=frozenset(map(str.strip, keep)),
    )
    asked = ImportRequest(file, to, named, encoding, dry_run, form, take or "", keys, aid)
    target = Path(asked.to)
    if target.suffix.lower() not in SUFFIXES:
        raise CalledWrongly("import-target-not-bank", path=asked.to)
    reading = read_source(asked)
    merged = merge_into(desk, asked, reading, target)
    copy = None
    if merged.data is not None and not asked.is_dry_run:
        copy = _write(desk, asked, target, merged)
    show_import(desk, asked, merged, copy)
    return 0 if merged.plan.is_clear else 1


def read_source(asked: ImportRequest) -> SourceReading:
    """Return what a file holds, in the format it is of. Raises CalledWrongly, Refused, Faulty."""
    data, name = file_to_read(Path(asked.file), is_named=bool(asked.named))
    aid = asked.aid._replace(keys=file_to_read(Path(asked.keys))) if asked.keys else asked.aid
    return read_with(source_for(SOURCES, asked.named, name, data), data, name, asked.encoding, aid)


def merge_into(desk: Desk, asked: ImportRequest, reading: SourceReading, path: Path) -> MergedBank:
    """Return what an import would make of a bank. Raises Faulty, Refused."""
    banks = [sourced.bank for sourced in desk.workplace.library.banks() if sourced.bank is not None]
    target = MergeTarget(
        path=path,
        data=bytes_of(path) if path.exists() else None,
        tongue=desk.language.tongue,
        say=lambda reason: reason_text(reason, desk.language),
        folders=tuple(desk.settings.banks),
        taken=frozenset(item.id.casefold() for bank in banks for item in bank.every),
        wishes=ImportWishes(source=Path(asked.file).name, take=asked.take),
    )
    return merge(reading, target)


def _write(desk: Desk, asked: ImportRequest, path: Path, merged: MergedBank) -> Path | None:
    """Put the bank in place, and return where the old one is kept."""
    assert merged.data is not None
    copy = write_bank_file(path, merged.data, merged.digest, has_copy=True)
    place, plan = desk.workplace, merged.plan
    counts = {name: str(plan.count_outcome(name)) for name in ("added", "changed")}
    values = {"file": Path(asked.file).name, "to": path.name, "read": str(plan.read), **counts}
    place.home.log.record(place.clock.read().at, "questions-imported", desk.staff, values)
    return copy


_LONGEST = 60
"""Characters of a source's line that are shown."""
_MOST_IDS = 10
"""Ids that are named of many."""


def show_import(desk: Desk, asked: ImportRequest, merged: MergedBank, copy: Path | None) -> None:
    """Show what became of each question, for people or for programs; what was written goes to standard error."""
    plan = merged.plan
    if asked.form == "json":
        desk.show_json(_import_json(desk, asked, plan))
    else:
        results = (_import_counts(desk, plan), _changes(desk, asked, plan), _reasons_in_order(desk, asked, plan))
        for line in chain(*results):
            desk.show(line)
        for line in _line_counts(desk, asked, plan):
            desk.show(line)
    unread = {(each.line, each.sheet) for each in plan.unread}
    for remark in plan.remarks:
        if remark.reason.code == "import-unread" and (remark.line, remark.sheet) in unread:
            continue  # it is among the results
        place = _place(asked, remark.line, remark.sheet)
        desk.note(desk.say("banks.import-remark", place=place, reason=reason_text(remark.reason, desk.language)))
    _note_written(desk, asked, merged, copy)


def _import_counts(desk: Desk, plan: Import) -> Iterator[str]:
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
    if plan.disputed:
        yield desk.say("banks.import-disputed", count=plan.disputed)
    if plan.shape is not None:
        yield desk.say("banks.import-shape", shape=shape_text(plan.shape, plan.remarks, desk.language))


def _changes(desk: Desk, asked: ImportRequest, plan: Import) -> Iterator[str]:
    for each in plan.brought:
        for change in each.changes:
            code = "banks.import-change" if _words(desk, change)["before"] else "banks.import-new-values"
            yield desk.say(code, place=_place_of(asked, each), id=each.id, **_words(desk, change))
    for each in plan.brought:
        for change in each.disputes:
            yield desk.say("banks.import-dispute", place=_place_of(asked, each), id=each.id, **_words(desk, change))


def _line_counts(desk: Desk, asked: ImportRequest, plan: Import) -> Iterator[str]:
    """Give what the source has no longer, each line that was not read, and what became of all lines."""
    if plan.gone:
        yield desk.say("banks.import-gone", count=len(plan.gone), ids=_ids(plan.gone))
    for each in plan.unread:
        text = _shortened(each.text)
        yield desk.say("banks.import-unread", place=_place(asked, each.line, each.sheet), text=text)
    if plan.lines.total:
        yield desk.say("banks.import-lines", total=plan.lines.total, **plan.lines._asdict())


def _words(desk: Desk, change: FieldChange) -> dict[str, str]:
    """Return a field as it is called, and what the bank and the source say of it."""
    return {
        "field": field_name(change.field, desk.language),
        "before": value_text(change.field, change.before, desk.language),
        "after": value_text(change.field, change.after, desk.language),
    }


def _ids(ids: Sequence[str]) -> str:
    """Return ids in one line, as many as fit."""
    return " ".join(ids[:_MOST_IDS]) + (" …" if len(ids) > _MOST_IDS else "")


def _reasons_in_order(desk: Desk, asked: ImportRequest, plan: Import) -> Iterator[str]:
    """Give the doubts, the refusals and the notes in the order of the source, its own words under them."""
    for each in plan.brought:
        place = _place_of(asked, each)
        if each.outcome == "kept" and each.doubts:
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


def _note_written(desk: Desk, asked: ImportRequest, merged: MergedBank, copy: Path | None) -> None:
    for fault in merged.warnings:
        if fault.code == "encoding-gb18030" and merged.data is not None and not asked.is_dry_run:
            desk.note(desk.say("banks.import-encoding-changed", file=asked.to))
        else:
            desk.note(desk.language.fault(fault))
    if merged.plan.disputed:
        desk.note(desk.say("banks.import-take", count=merged.plan.disputed))
    if asked.is_dry_run:
        desk.note(desk.say("banks.import-dry-run"))
    elif merged.data is None:
        desk.note(desk.say("banks.import-nothing"))
    elif not any(each.is_written for each in merged.plan.brought):
        desk.note(desk.say("banks.import-remembered", file=asked.to))
    else:
        desk.note(desk.say("banks.import-written", file=asked.to))
    if copy is not None:
        desk.note(desk.say("banks.import-copy", file=str(copy)))


def _import_json(desk: Desk, asked: ImportRequest, plan: Import) -> dict[str, Any]:
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
    outcomes = {name: plan.count_outcome(name) for name in ("added", "same", "changed", "kept")}
    changes = [
        {"id": each.id, "field": change.field, "bank": change.before, "source": change.after, "taken": is_taken}
        for each in plan.brought
        for is_taken, those in ((True, each.changes), (False, each.disputes))
        for change in those
    ]
    outcome = {**outcomes, "disputed": plan.disputed, "gone": list(plan.gone)}
    unread = [{"place": _place(asked, each.line, each.sheet), "text": each.text} for each in plan.unread]
    shape = None if plan.shape is None else shape_text(plan.shape, plan.remarks, desk.language)
    accounts = {"lines": plan.lines._asdict() if plan.lines.total else None, "unread": unread, "shape": shape}
    return {"read": plan.read, **counts, "items": items, "outcome": outcome, "changes": changes, **accounts}


def _reasons(each: ImportedQuestion) -> Iterator[Any]:
    yield from each.doubts
    yield from each.notes
    if each.question.refusal is not None:
        yield each.question.refusal


def _place_of(asked: ImportRequest, each: ImportedQuestion) -> str:
    return _place(asked, each.question.line, each.question.sheet)


def _place(asked: ImportRequest, line: int, sheet: str) -> str:
    """Return where something stands: in the file of keys, a sheet of the file, or the file itself."""
    if asked.keys and sheet == shown(Path(asked.keys)):
        return f"{asked.keys}:{line}" if line else asked.keys
    return f"{asked.file}:{sheet}:{line}" if sheet else f"{asked.file}:{line}"


def _line_of(each: ImportedQuestion) -> str:
    """Return the source's first line, as much as fits."""
    return _shortened(each.question.text.strip().split("\n", 1)[0])


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


@click.command("export", cls=LineCommand)
@click.argument("bank", metavar="bank")
@click.option("--to", required=True, metavar="file", help="export-to")
@click.option("--as", "named", default="", metavar="question-format", help="export-as")
@REPLACE
@click.pass_obj
def export_bank(desk: Desk, bank: str, to: str, named: str, replaces: bool) -> int:
    """Write a bank in another format, and name what that cannot carry. Raises Refused while its items are being sat."""
    target = target_for(SOURCES, named, to)
    if to.lower().endswith(SUFFIXES):
        check_new(Path(to))  # a file of that kind is what somebody writes by hand
    else:
        check_target(Path(to), replaces=replaces)
    sourced = desk.workplace.library.bank(bank)
    if sourced.bank is None or sourced.has_errors:
        raise Refused("bank-cannot-be-shown", bank=bank)
    _refuse_hidden(desk, sourced.bank)
    assert target.write is not None
    written = target.write(sourced.bank, desk.language.tongue)
    bank_written = sourced.bank
    write_file(Path(to), written.data, lambda: _log_export(desk, bank_written, to, target.name))
    for left in written.left_out:
        code = "banks.export-left-whole" if left.is_whole else "banks.export-left"
        desk.note(desk.say(code, id=left.item, reason=reason_text(left.reason, desk.language)))
    unfinished = _unfinished(Path(sourced.file), sourced.bank)
    if unfinished:
        desk.note(desk.say("banks.export-unfinished", count=unfinished))
    count = len(sourced.bank.items) - sum(left.is_whole for left in written.left_out)
    desk.show(desk.say("banks.exported", count=count, file=to))
    return 0


def _refuse_hidden(desk: Desk, bank: ItemBank) -> None:
    """Raise Refused where somebody is being examined on an item."""
    place = desk.workplace
    hidden = hidden_items(place.home, place.clock, place.class_id)
    count = sum(item.is_among(hidden) for item in bank.items)
    if count:
        raise Refused("export-hidden", bank=bank.title, count=count)


def _unfinished(path: Path, bank: ItemBank) -> int:
    """Return how many items the file has that are not whole yet."""
    return len(open_bytes(path.read_bytes(), str(path)).entries.items) - len(bank.items)


def _log_export(desk: Desk, bank: ItemBank, to: str, form: str) -> None:
    place = desk.workplace
    values = {"bank": bank.id, "to": Path(to).name, "format": form, "items": str(len(bank.items))}
    place.home.log.record(place.clock.read().at, "bank-exported", desk.staff, values)
