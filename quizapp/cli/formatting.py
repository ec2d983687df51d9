"""Giving ids to the items of bank files, and writing them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quizapp.cli.desk import Desk
from quizapp.cli.file_writing import write_file
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.domain.fault import Fault
from quizapp.formats.native.kinds import kind_of
from quizapp.formats.native.numbering import number_items
from quizapp.reading.files import find

FIELDS = {"zh": "编号", "en": "id"}


def format_files(desk: Desk, paths: Sequence[str]) -> int:
    """Number the items of these files and of the banks in these folders; return the exit status.

    Files with errors are left alone and their faults listed, the others written. Raises CalledWrongly.
    """
    faults: list[Fault] = []
    for path in _bank_files([Path(path) for path in paths]):
        try:
            _format_file(desk, path)
        except Faulty as faulty:
            faults += faulty.faults
    if faults:
        raise Faulty(tuple(faults))
    return 0


def _format_file(desk: Desk, path: Path) -> None:
    numbered = number_items(path, FIELDS[desk.language.tongue])
    for fault in numbered.warnings:
        desk.note(desk.language.fault(fault))
    if numbered.given:
        write_file(path, numbered.text.encode())
    code = "banks.formatted" if numbered.given else "banks.unchanged"
    desk.show(desk.say(code, file=str(path), count=numbered.given))


def _bank_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise CalledWrongly("missing-file", path=str(path))
    for path in paths:
        # A file that is named is taken at its word; in a folder papers and courses are left alone.
        if path.is_dir():
            yield from (each for each in find([path]) if kind_of(each) == "bank")
        else:
            yield path
