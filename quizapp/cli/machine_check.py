"""What this machine can do: Python, YAML, terminal, encoding, language, and how the disk answers."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from quizapp import __version__
from quizapp.cli.desk import Desk
from quizapp.domain.errors import MachineRefused
from quizapp.domain.rehearsal import SLOW
from quizapp.services.examining import Finding, found

LEAST = (80, 24)
_SAMPLE = "题√×①─●"


def examine_machine(desk: Desk) -> Iterator[Finding]:
    """Give the findings about the program, the machine and the data folder."""
    yield found("program", "program", version=__version__, python=sys.version.split()[0], path=sys.executable)
    yield found("yaml", "libyaml" if _has_libyaml() else "pure-yaml")
    yield _terminal()
    yield _encoding()
    yield found("language", "language-zh" if desk.language.tongue == "zh" else "language-en")
    yield _home(desk.settings.home)
    yield from _rights(desk.settings.home)


def _has_libyaml() -> bool:
    import yaml

    return bool(yaml.__with_libyaml__)


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return found("terminal", "no-terminal")
    columns, rows = shutil.get_terminal_size()
    is_ok = columns >= LEAST[0] and rows >= LEAST[1]
    return found("terminal", "terminal" if is_ok else "terminal-small", is_ok=is_ok, columns=columns, rows=rows)


def _encoding() -> Finding:
    encoding = sys.stdout.encoding or "ascii"
    try:
        _SAMPLE.encode(encoding)
    except UnicodeEncodeError:
        return found("encoding", "encoding-poor", is_ok=False, encoding=encoding)
    return found("encoding", "encoding", encoding=encoding)


def _home(home: Path) -> Finding:
    """Write into the data folder as an answer is written, and say how long it takes."""
    from quizapp.stores.files.disk import Disk
    from quizapp.stores.files.refusals import told
    from quizapp.stores.probing import synced_write

    try:
        with told(home):
            seconds = synced_write(Disk(), home)
    except MachineRefused as trouble:
        return found("home", "trouble", is_ok=False, trouble=trouble)
    is_ok = timedelta(seconds=seconds) <= SLOW
    milliseconds = f"{seconds * 1000:.1f}"
    return found("home", "home" if is_ok else "home-slow", is_ok=is_ok, home=str(home), milliseconds=milliseconds)


def _rights(home: Path) -> Iterator[Finding]:
    """Say so where others may look into the data folder even after it was closed to them."""
    from quizapp.stores.files.own_files import close_to_others

    if not close_to_others(home):
        yield found("home", "home-open", is_ok=False, home=str(home))
