"""quizapp banks new, format, schema: bank files begun, their items numbered, and what editors check them by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import REPLACE, LineCommand
from quizapp.cli.frame.target_file import check_target, write_file
from quizapp.domain.errors import CalledWrongly, Fault, Faulty
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.excel.template import write_template
from quizapp.formats.native.edit.example_bank import example_bank
from quizapp.formats.native.edit.item_ids import number_items
from quizapp.formats.native.pool.pool_files import kind_of
from quizapp.formats.native.schema import schema
from quizapp.reading.files import SUFFIXES, find


@click.command("new", cls=LineCommand)
@click.argument("name", metavar="file")
@click.option("--excel", "is_excel", is_flag=True, help="excel")
@click.pass_obj
def new_bank(desk: Desk, name: str, is_excel: bool) -> int:
    """Write an example bank, or a workbook to fill in. Raises CalledWrongly where a file has that name."""
    suffixes = (".xlsx",) if is_excel else SUFFIXES
    path = Path(name) if name.lower().endswith(suffixes) else Path(name + suffixes[0])
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    tongue = desk.language.tongue
    write_file(path, write_template(tongue) if is_excel else example_bank(path, tongue))
    desk.show(desk.say("banks.new-workbook" if is_excel else "banks.new-written", file=str(path)))
    return 0


FIELDS = {"zh": "编号", "en": "id"}


@click.command("format", cls=LineCommand)
@click.argument("paths", nargs=-1, required=True, metavar="path")
@click.pass_obj
def format_files(desk: Desk, paths: Sequence[str]) -> int:
    """Give ids to the items of these files, and of the banks in these folders, that have none.

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


@click.command("schema", cls=LineCommand)
@click.option("--to", default="", metavar="file", help="schema-to")
@REPLACE
@click.pass_obj
def show_schema(desk: Desk, to: str, replaces: bool) -> int:
    """Show the JSON Schema that editors complete and check files by, or write it to a file.

    Raises CalledWrongly where a file has that name that is no schema; an older schema is replaced if asked.
    """
    data = schema(ITEM_TYPES, desk.language)
    if not to:
        desk.show_bytes(data)
        return 0
    path = Path(to)
    check_target(path, replaces=replaces)
    if path.exists() and not _is_schema(path):
        raise CalledWrongly("file-exists", path=to)
    write_file(path, data)
    desk.show(desk.say("banks.schema-written", file=to, name=path.name))
    return 0


def _is_schema(path: Path) -> bool:
    try:
        old = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(old, dict) and "$schema" in old
