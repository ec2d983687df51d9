"""quizapp banks list, check, show: the banks of the pool, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.fault_list import FORMAT as CHECK_FORMAT
from quizapp.cli.frame.fault_list import STRICT, show_check
from quizapp.cli.frame.parser import FORMAT, Command
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.services.ports.port_values import Sourced


@click.command("list", cls=Command)
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


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="path")
@CHECK_FORMAT
@STRICT
@click.pass_obj
def check(desk: Desk, paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Report every fault of the given files, or of all but the papers of the pool."""
    return show_check(desk, paths, form, is_strict=strict, of_papers=False)


@click.command("show", cls=Command)
@click.argument("bank", metavar="bank")
@click.pass_obj
def show(desk: Desk, bank: str) -> int:
    """Show a bank's items with keys and rationales, but those that somebody is to be examined on."""
    from quizapp.cli.frame.item_text import item_lines
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
