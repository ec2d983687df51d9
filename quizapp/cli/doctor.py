"""quizapp doctor: what this machine can do, where things are kept, what is wrong, each with its remedy."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import yaml

from quizapp import __version__
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.domain.carrying import SLOW
from quizapp.domain.errors import MachineRefused
from quizapp.services.evidence.home_check import HomeFinding, examine, found
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.files.folder_contents import close_to_others
from quizapp.stores.rehearsal_trials import synced_write


@click.command("doctor", cls=LineCommand)
@FORMAT
@click.pass_obj
def doctor(desk: Desk, form: str) -> int:
    """Examine machine, banks and data folder; hand in what is past its closing."""
    findings: list[HomeFinding] = []
    for finding in _examined(desk):
        findings.append(finding)
        if form == "text":
            sign = desk.language.say("doctor.ok" if finding.is_ok else "doctor.not-ok")
            desk.show(f"{sign} {_text(desk, finding)}")
    if form == "json":
        desk.show_json([{"check": one.check, "ok": one.is_ok, "text": _text(desk, one)} for one in findings])
    wrong = sum(not finding.is_ok for finding in findings)
    desk.note(desk.language.say("doctor.wrong" if wrong else "doctor.well", count=wrong))
    return 1 if wrong else 0


def _examined(desk: Desk) -> Iterator[HomeFinding]:
    yield from examine_machine(desk)
    try:
        place = desk.workplace
    except MachineRefused as trouble:
        # Which class this is cannot be read, so that every other command is refused: here it is what was found.
        yield found("class", "trouble", is_ok=False, trouble=trouble)
    else:
        yield from examine(place)


def _text(desk: Desk, finding: HomeFinding) -> str:
    return desk.language.say(f"doctor.{finding.code}", **finding.values)


LEAST = (80, 24)
_SAMPLE = "题√×①─●"


def examine_machine(desk: Desk) -> Iterator[HomeFinding]:
    """Give the findings about the program, the machine and the data folder."""
    yield found("program", "program", version=__version__, python=sys.version.split()[0], path=sys.executable)
    yield found("yaml", "libyaml" if _has_libyaml() else "pure-yaml")
    yield _terminal()
    yield _encoding()
    yield found("language", "language-zh" if desk.language.tongue == "zh" else "language-en")
    yield _home(desk.settings.home)
    yield from _rights(desk.settings.home)


def _has_libyaml() -> bool:
    return bool(yaml.__with_libyaml__)


def _terminal() -> HomeFinding:
    if not sys.stdout.isatty():
        return found("terminal", "no-terminal")
    columns, rows = shutil.get_terminal_size()
    is_ok = columns >= LEAST[0] and rows >= LEAST[1]
    return found("terminal", "terminal" if is_ok else "terminal-small", is_ok=is_ok, columns=columns, rows=rows)


def _encoding() -> HomeFinding:
    encoding = sys.stdout.encoding or "ascii"
    try:
        _SAMPLE.encode(encoding)
    except UnicodeEncodeError:
        return found("encoding", "encoding-poor", is_ok=False, encoding=encoding)
    return found("encoding", "encoding", encoding=encoding)


def _home(home: Path) -> HomeFinding:
    """Write into the data folder as an answer is written, and say how long it takes."""
    try:
        with disk_refusals(home):
            seconds = synced_write(Disk(), home)
    except MachineRefused as trouble:
        return found("home", "trouble", is_ok=False, trouble=trouble)
    is_ok = timedelta(seconds=seconds) <= SLOW
    milliseconds = f"{seconds * 1000:.1f}"
    return found("home", "home" if is_ok else "home-slow", is_ok=is_ok, home=str(home), milliseconds=milliseconds)


def _rights(home: Path) -> Iterator[HomeFinding]:
    """Say so where others may look into the data folder even after it was closed to them."""
    if not close_to_others(home):
        yield found("home", "home-open", is_ok=False, home=str(home))
