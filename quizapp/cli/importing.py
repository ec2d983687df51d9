"""quizapp banks import: questions from elsewhere into a bank, all read before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cli.desk import Desk
from quizapp.domain.errors import CalledWrongly
from quizapp.formats import SOURCES
from quizapp.reading.files import SUFFIXES, bytes_of, shown

if TYPE_CHECKING:
    from quizapp.formats.native.merging import Merged
    from quizapp.reading.source_question import Reading


class Asked(NamedTuple):
    """What is to be brought where."""

    file: str
    to: str
    named: str
    """The format's name; "" where ending and content tell."""
    encoding: str
    is_dry_run: bool
    form: str
    """How the outcome is shown: text or json."""


def import_questions(desk: Desk, asked: Asked) -> int:
    """Bring a file's questions into a bank; return the exit status. Raises CalledWrongly, Refused, MachineRefused."""
    from quizapp.cli.import_report import show_import

    target = Path(asked.to)
    if target.suffix.lower() not in SUFFIXES:
        raise CalledWrongly("import-target-not-bank", path=asked.to)
    reading = read_source(asked)
    merged = merge_into(desk, reading, target)
    copy = None
    if merged.data is not None and not asked.is_dry_run:
        copy = _write(desk, asked, target, merged)
    show_import(desk, asked, merged, copy)
    return 1 if merged.plan.count("refused") else 0


def read_source(asked: Asked) -> Reading:
    """Return what a file holds, in the format it is of. Raises CalledWrongly, Refused, Faulty."""
    from quizapp.formats.choosing import source_for
    from quizapp.formats.office import converted, is_old_office

    path = Path(asked.file)
    if not path.exists():
        raise CalledWrongly("missing-file", path=asked.file)
    name = shown(path)
    if is_old_office(path) and not asked.named:
        data, name = converted(path)
    else:
        data = bytes_of(path)
    return source_for(SOURCES, asked.named, name, data).read(data, name, asked.encoding)


def merge_into(desk: Desk, reading: Reading, path: Path) -> Merged:
    """Return what an import would make of a bank. Raises Faulty, Refused."""
    from quizapp.formats.native.merging import Target, merge
    from quizapp.formats.reason_text import reason_text

    banks = [sourced.bank for sourced in desk.workplace.library.banks() if sourced.bank is not None]
    target = Target(
        path=path,
        data=bytes_of(path) if path.exists() else None,
        tongue=desk.language.tongue,
        say=lambda reason: reason_text(reason, desk.language),
        folders=tuple(desk.settings.banks),
        taken=frozenset(item.id.casefold() for bank in banks for item in bank.every),
    )
    return merge(reading, target)


def _write(desk: Desk, asked: Asked, path: Path, merged: Merged) -> Path | None:
    """Put the bank in place, and return where the old one is kept."""
    from quizapp.stores.bank_files import write_bank_file

    assert merged.data is not None
    copy = write_bank_file(path, merged.data, merged.digest, has_copy=True)
    place, plan = desk.workplace, merged.plan
    counts = {name: str(plan.count_outcome(name)) for name in ("added", "changed")}
    values = {"file": Path(asked.file).name, "to": path.name, "read": str(plan.read), **counts}
    place.home.log.record(place.clock.read().at, "questions-imported", desk.staff, values)
    return copy
