"""quizapp banks export: a bank in another format, and what that cannot carry, item by item."""

from __future__ import annotations

from pathlib import Path

from quizapp.cli.desk import Desk
from quizapp.cli.file_writing import check_new, check_target, write_file
from quizapp.domain.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.formats import SOURCES
from quizapp.reading.files import SUFFIXES


def export_bank(desk: Desk, bank: str, to: str, named: str, *, replaces: bool) -> int:
    """Write a bank in another format; return the exit status. Raises Refused while its items are being sat."""
    from quizapp.formats.choosing import target_for
    from quizapp.formats.reason_text import reason_text

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
    write_file(Path(to), written.data, lambda: _log(desk, bank_written, to, target.name))
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
    from quizapp.services.hidden_items import hidden_items

    place = desk.workplace
    hidden = hidden_items(place.home, place.clock, place.class_id)
    count = sum(item.is_among(hidden) for item in bank.items)
    if count:
        raise Refused("export-hidden", bank=bank.title, count=count)


def _unfinished(path: Path, bank: ItemBank) -> int:
    """Return how many items the file has that are not whole yet."""
    from quizapp.formats.native.bank_text import open_bytes

    return len(open_bytes(path.read_bytes(), str(path)).entries.items) - len(bank.items)


def _log(desk: Desk, bank: ItemBank, to: str, form: str) -> None:
    place = desk.workplace
    values = {"bank": bank.id, "to": Path(to).name, "format": form, "items": str(len(bank.items))}
    place.home.log.record(place.clock.read().at, "bank-exported", desk.staff, values)
