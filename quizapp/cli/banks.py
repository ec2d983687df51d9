"""quizapp banks list, check, show, coverage: the banks of the pool, what is in them, and what is wrong."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.fault_list import FORMAT as CHECK_FORMAT
from quizapp.cli.frame.fault_list import STRICT, show_check
from quizapp.cli.frame.item_text import item_lines
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.cli.frame.tables import GAP, TextHeading, shortened, width
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.domain.items import ITEM_TYPES
from quizapp.services.banks.coverage import LEVELS, Coverage, Covered, coverage
from quizapp.services.ports.port_values import Sourced


@click.command("list", cls=LineCommand)
@FORMAT
@click.pass_obj
def list_banks(desk: Desk, form: str) -> int:
    """Show the banks of the pool with what they hold."""
    place = desk.workplace
    found = [one for one in place.library.banks() if place.works_on_banks or not _is_for_exam(one)]
    rows = [_row(sourced) for sourced in found if sourced.bank is not None]
    if form == "json":
        desk.show_json(rows)
    elif not rows:
        desk.note(desk.say("banks.none"))
    else:
        _show_table(desk, rows)
    faulty = sum(sourced.has_errors for sourced in found)
    if faulty:
        code = "banks.faulty" if place.works_on_banks else "banks.faulty-elsewhere"
        desk.note(desk.say(code, count=faulty))
    return 0


@click.command("check", cls=LineCommand)
@click.argument("paths", nargs=-1, metavar="path")
@CHECK_FORMAT
@STRICT
@click.pass_obj
def check(desk: Desk, paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Report every fault of the given files, or of all but the papers of the pool."""
    return show_check(desk, paths, form, is_strict=strict, of_papers=False)


@click.command("show", cls=LineCommand)
@click.argument("bank", metavar="bank")
@click.pass_obj
def show(desk: Desk, bank: str) -> int:
    """Show a bank's items with keys and rationales, but those that somebody is to be examined on."""
    from quizapp.services.banks.items_in_use import hidden_items

    place = desk.workplace
    found = place.library.bank(bank).bank
    if found is None:
        raise Refused("bank-cannot-be-shown", bank=bank)
    if found.use == "exam":
        raise Refused("bank-for-exam", bank=found.title)
    hidden = hidden_items(place.home, place.clock, place.class_id)
    shown = [item for item in found.items if not item.is_among(hidden)]
    desk.show(desk.say("banks.title", title=found.title, bank=found.id, count=_count(found.items)))
    for number, item in enumerate(shown, 1):
        desk.show("")
        for line in item_lines(str(number), item, desk.language):
            desk.show(line)
    if len(shown) < len(found.items):
        desk.note(desk.say("banks.hidden", count=_count(found.items) - _count(shown)))
    return 0


def _is_for_exam(sourced: Sourced) -> bool:
    return sourced.bank is not None and sourced.bank.use == "exam"


def _row(sourced: Sourced) -> dict[str, object]:
    bank = sourced.bank
    assert bank is not None
    asked = [part for item in bank.items for part in item.asked]
    return {
        "bank": bank.id,
        "title": bank.title,
        "file": sourced.file,
        "items": len(asked),
        "types": _counted([item.TYPE for item in asked]),
        "difficulties": _counted(_difficulties(asked)),
    }


def _count(items: Sequence[Item]) -> int:
    """Return how many questions the items are: those of a case count, and it does not."""
    return sum(len(item.asked) for item in items)


def _difficulties(items: Sequence[Item]) -> list[str]:
    order = ("easy", "medium", "hard")
    return sorted((item.difficulty for item in items if item.difficulty), key=order.index)


def _counted(words: Sequence[str]) -> dict[str, int]:
    return dict(Counter(words))


def _show_table(desk: Desk, rows: Sequence[dict[str, object]]) -> None:
    headings = [
        desk.heading("bank"),
        desk.heading("title"),
        desk.heading("items", is_number=True),
        desk.heading("types"),
        desk.heading("difficulties"),
    ]
    desk.show_table(headings, [[_cell(desk, row[name]) for name in _COLUMNS] for row in rows])


_COLUMNS = ("bank", "title", "items", "types", "difficulties")


def _cell(desk: Desk, value: object) -> object:
    if isinstance(value, dict):
        return " ".join(f"{desk.language.say(f'word.{word}')} {count}" for word, count in value.items())
    return value


_LEAST = 16
"""Cells that a topic's title gets, however narrow the terminal is."""


@click.command("coverage", cls=LineCommand)
@FORMAT
@click.pass_obj
def show_coverage(desk: Desk, form: str) -> int:
    """Show how many items there are by topic, type and difficulty, beside what the papers want."""
    found = coverage(desk.workplace.library)
    if form == "json":
        names = ("topic", "type", "difficulty", "items", "wanted")
        desk.show_json([{name: getattr(row, name) for name in names} for row in found.rows])
        return 0
    if not found.have:
        desk.note(desk.say("banks.none"))
    _show_items(desk, found)
    wants = [row for row in found.rows if row.wanted]
    if wants:
        _show_wants(desk, wants, dict(found.topics))
    return 0


def _show_items(desk: Desk, found: Coverage) -> None:
    """Show a row for each topic, those under it counted in it, and the sum."""
    types = [type for type in ITEM_TYPES if found.count(type=type)]
    levels = [level for level in LEVELS if level is not None and found.count(difficulty=level)]
    heads = [_short(desk, type) for type in types]
    heads += [desk.language.say(f"word.{level}") if level else desk.say("coverage.no-level") for level in levels]
    columns = [TextHeading(text, is_number=True) for text in heads]
    total = desk.heading("total", is_number=True)
    others = sum(width(GAP) + width(column.text) for column in (*columns, total))
    rows = [
        [shortened(title, max(_LEAST, _room() - others)), *_counts(found, topic, types, levels)]
        for topic, title in [*_titles(desk, found), (None, desk.language.say("column.total"))]
    ]
    desk.show_table([desk.heading("topic"), *columns, total], rows)


def _counts(found: Coverage, topic: str | None, types: list[str], levels: list[str]) -> Iterator[object]:
    """Give a row's numbers; what is not there is left blank, but in the sum."""
    yield from (found.count(topic, type) or "" for type in types)
    yield from (found.count(topic, None, level) or "" for level in levels)
    yield found.count(topic)


def _titles(desk: Desk, found: Coverage) -> Iterator[tuple[str, str]]:
    for topic, title in found.topics:
        yield topic, "· " * topic.count(".") + title if topic else desk.say("coverage.no-topic")


def _show_wants(desk: Desk, wants: list[Covered], titles: dict[str, str]) -> None:
    headings = [
        desk.heading("topic"),
        desk.heading("type"),
        desk.heading("difficulties"),
        desk.heading("items", is_number=True),
        desk.heading("wanted", is_number=True),
        desk.heading("notes"),
    ]
    everything = desk.say("coverage.all")
    desk.show("")
    desk.show(desk.say("coverage.wants"))
    rows = [
        [
            shortened(titles.get(row.topic, row.topic) if row.topic else everything, _room() // 2),
            desk.language.say(f"word.{row.type}"),
            desk.language.say(f"word.{row.difficulty}") if row.difficulty else everything,
            row.items,
            row.wanted,
            _remark(desk, row),
        ]
        for row in wants
    ]
    desk.show_table(headings, rows)
    missing, thin = sum(bool(row.missing) for row in wants), sum(row.is_thin and not row.missing for row in wants)
    desk.show(desk.say("coverage.found", missing=missing, thin=thin))


def _remark(desk: Desk, row: Covered) -> str:
    if row.missing:
        return desk.say("coverage.missing", count=row.missing)
    return desk.say("coverage.thin") if row.is_thin else ""


def _short(desk: Desk, type: str) -> str:
    return ITEM_TYPES[type].NAMES[0] if desk.language.tongue == "zh" else type


def _room() -> int:
    """Return how many cells a line may have: the terminal's, or plenty where it goes to a file."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 200
