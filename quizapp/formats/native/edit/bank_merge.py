"""Merging what was read elsewhere into a bank's text: planned, edited, read again; nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.errors import Fault, Faulty, Refused
from quizapp.domain.item import Value
from quizapp.formats.native.edit.bank_text import BankText, open_checked, open_text, style_of
from quizapp.formats.native.edit.item_edits import Edit, Insert, Replace, edited_and_read, is_doubted
from quizapp.formats.native.edit.source_records import records_of, source_name, with_records
from quizapp.formats.native.pool.file_reader import topic_finder
from quizapp.formats.native.read.banks import free_ids
from quizapp.formats.native.write.banks import Tongue, scalar
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.exchange.source_question import Reason, SourceReading
from quizapp.reading.files import shown
from quizapp.reading.yaml.document import collector_off
from quizapp.services.exchange.import_plan import Import, KnownItem, plan_import
from quizapp.services.exchange.source_memory import NO_WISHES, ImportWishes


class MergeTarget(NamedTuple):
    """The bank that questions are brought into."""

    path: Path
    data: bytes | None
    """What its file holds; None where there is none yet."""
    tongue: Tongue
    """Of a new file; one that is there keeps its own."""
    say: Callable[[Reason], str]
    """Says a doubt, for the comment above a draft."""
    folders: tuple[Path, ...] = ()
    """The banks folders, where its course may be."""
    taken: frozenset[str] = frozenset()
    """Ids of other banks' items, in small letters."""
    wishes: ImportWishes = NO_WISHES


class MergedBank(NamedTuple):
    """What an import would make of the bank."""

    plan: Import
    data: bytes | None
    """The file's new content; None where nothing changes."""
    digest: str
    """Of the content it was made from; "" where there was no file."""
    warnings: tuple[Fault, ...]


class _Trial(NamedTuple):
    """A bank's text with questions in it, read again and found to hold them and nothing else new."""

    plan: Import
    text: str
    distrusted: Mapping[int, tuple[Reason, ...]]
    """What the reader of banks finds wrong in the items made, by the question's place."""


def merge(reading: SourceReading, target: MergeTarget) -> MergedBank:
    """Return a bank with a source's questions. Raises Faulty where it has errors, Refused where none can go in."""
    with collector_off():
        return _merge(reading, target, _new_bank(target) if target.data is None else _there(target.data, target.path))


def _merge(reading: SourceReading, target: MergeTarget, bank: BankText) -> MergedBank:
    trial = _tried(reading, bank, target, {})
    distrusted = trial.distrusted
    if distrusted:
        trial = _tried(reading, bank, target, distrusted)
    if trial.distrusted:
        # Not even a draft: what its author meant cannot be told at all.
        trial = _tried(_without(reading, trial.distrusted), bank, target, distrusted)
        if trial.distrusted:
            raise Refused("edit-unsafe", file=bank.name)
    text = _remembering(trial, bank, target)
    return MergedBank(trial.plan, None if text is None else bank.encoded(text), bank.digest, bank.warnings)


def _remembering(trial: _Trial, bank: BankText, target: MergeTarget) -> str | None:
    """Return the text with what is remembered of its sources; None where there is nothing to write."""
    before = records_of(bank.text)
    ids = {entry.id.casefold() for entry in bank.entries.items}
    records = {id: record for id, record in before.items() if id in ids}
    for each in trial.plan.brought:
        if each.record is not None:
            source = source_name(each.record.source)
            old = records.get(each.id.casefold())
            records[each.id.casefold()] = each.record._replace(source=source or (old.source if old else ""))
    is_written = any(each.is_written for each in trial.plan.brought)
    if not is_written and records == before:
        return None
    return with_records(trial.text, records, style_of(bank, target.tongue).tongue, bank.line_end)


def bank_id(path: Path) -> str:
    """Return the id of a bank of that file's name."""
    return values.identifier(path.stem) or re.sub(r"[^\w-]+", "-", path.stem)[: values.MOST_ID].strip("-") or "bank"


def empty_bank(path: Path, tongue: Tongue) -> str:
    """Return the text of a bank without items, named after its file."""
    heads = [name if tongue == "en" else words.chinese(words.BANK, name) for name in ("bank", "title", "items")]
    return f"{heads[0]}: {scalar(bank_id(path))}\n{heads[1]}: {scalar(path.stem)}\n{heads[2]}:\n"


def _new_bank(target: MergeTarget) -> BankText:
    return open_text(empty_bank(target.path, target.tongue), shown(target.path))


def _there(data: bytes, path: Path) -> BankText:
    """Return the bank that is there. Raises Faulty where it has errors, Refused where an item has no id."""
    bank, errors = open_checked(data, shown(path), path)
    if errors:
        raise Faulty(errors)
    if any(not entry.id for entry in bank.entries.every):
        raise Refused("import-unnumbered", file=bank.name)
    return bank


def _tried(
    reading: SourceReading, bank: BankText, target: MergeTarget, distrusted: Mapping[int, tuple[Reason, ...]]
) -> _Trial:
    """Return what the bank becomes. Raises Refused where that does not read as it is meant."""
    plan = _planned(reading, bank, target, distrusted)
    edits = list(_edits(plan, target.say))
    if not edits:
        return _Trial(plan, bank.text, {})
    text, errors = edited_and_read(bank, edits, target.tongue, target.path)
    return _Trial(plan, text, _distrusted(errors, plan, bank.name))


def _planned(
    reading: SourceReading, bank: BankText, target: MergeTarget, distrusted: Mapping[int, tuple[Reason, ...]]
) -> Import:
    header = {words.BANK.get(name, name): value for name, value in bank.entries.header.items()}
    id = str(header.get("bank") or bank_id(target.path))
    own = {entry.id.casefold() for entry in bank.entries.every}
    records = records_of(bank.text)
    known = [
        KnownItem(entry.id, entry.fields, is_doubted(bank, entry), records.get(entry.id.casefold()))
        for entry in bank.entries.items
    ]
    topic_of = topic_finder(target.path, str(header.get("course") or "course"), target.folders)
    ids = free_ids(id, dict.fromkeys(own | target.taken, 0))
    wishes = target.wishes._replace(source=source_name(target.wishes.source))
    return plan_import(reading, known, ids, topic_of, MappingProxyType(dict(distrusted)), wishes)


def _edits(plan: Import, say: Callable[[Reason], str]) -> Iterable[Edit]:
    for each in plan.brought:
        doubts = tuple(say(doubt) for doubt in each.doubts)
        if each.outcome == "added":
            yield Insert(each.fields, doubts)
        elif each.outcome == "changed":
            yield Replace(each.id, each.fields, doubts)


def _distrusted(errors: Sequence[Fault], plan: Import, file: str) -> dict[int, tuple[Reason, ...]]:
    """Return the errors of the items made, by the question's place. Raises Refused where another item has one."""
    if not errors:
        return {}
    written = {place: each for place, each in enumerate(plan.brought) if each.is_written}
    places = {id: place for place, each in written.items() for id in _ids(each.fields)}
    found: dict[int, tuple[Reason, ...]] = {}
    for fault in errors:
        if fault.item not in places:
            raise Refused("edit-unsafe", file=file)
        place = places[fault.item]
        found[place] = (*found.get(place, ()), Reason(fault.code, fault.values))
    return found


def _ids(fields: Mapping[str, Value]) -> Iterable[str]:
    """Give an item's id and those of its parts."""
    yield str(fields.get("id", ""))
    for part in fields.get("items", ()):
        if isinstance(part, dict):
            yield str(part.get("id", ""))


def _without(reading: SourceReading, barred: Mapping[int, tuple[Reason, ...]]) -> SourceReading:
    """Return a reading with some of its questions refused."""
    questions = [
        each._replace(refusal=barred[place][0]) if place in barred else each
        for place, each in enumerate(reading.questions)
    ]
    return reading._replace(questions=tuple(questions))
