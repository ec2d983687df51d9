"""quizapp banks new: an example to change, as a bank or as a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

from quizapp.cli.desk import Desk
from quizapp.cli.file_writing import write_file
from quizapp.domain.errors import CalledWrongly
from quizapp.reading.files import SUFFIXES


def new_bank(desk: Desk, name: str, *, is_excel: bool) -> int:
    """Write an example; return the exit status. Raises CalledWrongly where a file has that name."""
    suffixes = (".xlsx",) if is_excel else SUFFIXES
    path = Path(name) if name.lower().endswith(suffixes) else Path(name + suffixes[0])
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    write_file(path, _workbook(desk) if is_excel else _bank(desk, path))
    desk.show(desk.say("banks.new-workbook" if is_excel else "banks.new-written", file=str(path)))
    return 0


def _bank(desk: Desk, path: Path) -> bytes:
    from quizapp.formats.native.example_bank import example_bank

    return example_bank(path, desk.language.tongue)


def _workbook(desk: Desk) -> bytes:
    from quizapp.formats.excel import write_template

    return write_template(desk.language.tongue)
