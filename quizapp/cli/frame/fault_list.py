"""What `check` shows: faults as lines, as JSON, or as GitHub's annotations, and the exit status they mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import WordOf
from quizapp.domain.errors import Fault
from quizapp.formats.native.pool.pool_files import looks_like_path
from quizapp.language import Language

FORMAT = click.option("--format", "form", type=WordOf("text", "json", "github"), default="text", help="format")
STRICT = click.option("--strict", is_flag=True, help="strict")


def show_check(desk: Desk, paths: Sequence[str], form: str, *, is_strict: bool, of_papers: bool) -> int:
    """Show the faults of the given files and ids; without any those of the pool's papers, or of all but them."""
    library = desk.workplace.library
    find = library.paper if of_papers else library.bank
    # Whoever has an id, or a title, has no file's name.
    faults = library.faults([path if is_path(path) else find(path).file for path in paths])
    if not paths:
        papers = {sourced.file for sourced in library.papers()}
        faults = tuple(fault for fault in faults if (fault.file in papers) == of_papers)
    return show_faults(desk, faults, form, is_strict=is_strict)


def is_path(wanted: str) -> bool:
    """Return whether a file or a folder is wanted, and no id: what is there by that name is one."""
    return looks_like_path(wanted) or Path(wanted).exists()


def show_faults(desk: Desk, faults: Sequence[Fault], form: str, *, is_strict: bool) -> int:
    """Show all faults on standard output and a count among the messages; return the exit status."""
    if form == "json":
        desk.show_json([as_json(fault, desk.language) for fault in faults])
    else:
        line = annotation if form == "github" else Language.fault
        for fault in faults:
            desk.show(line(desk.language, fault))
    errors = sum(fault.severity == "error" for fault in faults)
    code = "check.found" if faults else "check.clean"
    desk.note(desk.say(code, errors=errors, warnings=len(faults) - errors))
    return 1 if errors or (is_strict and faults) else 0


def as_json(fault: Fault, language: Language) -> dict[str, object]:
    """Return a fault as the contract's object."""
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "severity": fault.severity,
        "code": fault.code,
        "item": fault.item,
        "text": language.say(fault.code, **fault.values),
    }


def annotation(language: Language, fault: Fault) -> str:
    """Return a fault as a workflow command that GitHub shows beside the line."""
    text = f"{fault.code}: {language.say(fault.code, **fault.values)}"
    place = f"file={_property(fault.file)},line={max(fault.line, 1)},col={max(fault.column, 1)}"
    return f"::{fault.severity} {place}::{_escaped(text)}"


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
