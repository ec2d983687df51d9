"""quizapp banks coverage: the 双向细目表 of the pool, what the banks have and what the papers want of it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, Command
from quizapp.cli.frame.tables import GAP, TextHeading, shortened, width
from quizapp.domain.items import ITEM_TYPES
from quizapp.services.banks.coverage import LEVELS, Coverage, Covered, coverage

_LEAST = 16
"""Cells that a topic's title gets, however narrow the terminal is."""


@click.command("coverage", cls=Command)
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
