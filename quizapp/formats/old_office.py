"""Old office files made into new ones by LibreOffice, where it is installed; elsewhere a person saves them anew."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.errors import Refused
from quizapp.formats.source_format import OLD_OFFICE

PATIENCE = 120.0
"""Seconds that a conversion may take."""
PROGRAMS = ("soffice", "libreoffice")


class ConvertedFile(NamedTuple):
    """A new office file's bytes and name."""

    data: bytes
    name: str


def is_old_office(path: Path) -> bool:
    """Return whether a file has an ending of an office file that is not read itself."""
    return path.suffix.lower() in OLD_OFFICE


def converted(path: Path, programs: Sequence[str] = PROGRAMS, patience: float = PATIENCE) -> ConvertedFile:
    """Return an old office file as a new one. Raises Refused where no program can make it one."""
    program = next((found for name in programs if (found := shutil.which(name))), None)
    if program is None:
        raise Refused("import-old-office", file=str(path))
    suffix = OLD_OFFICE[path.suffix.lower()]
    with tempfile.TemporaryDirectory(prefix="quizapp-") as folder:
        made = _convert(program, path, suffix, Path(folder), patience)
        if made is None:
            raise Refused("import-old-office", file=str(path))
        return ConvertedFile(made, path.stem + suffix)


def _convert(program: str, path: Path, suffix: str, folder: Path, patience: float) -> bytes | None:
    # A profile of its own: an office that stands open would take the file and answer nothing.
    profile = (folder / "profile").as_uri()
    words = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        suffix[1:],
        "--outdir",
        str(folder),
        str(path.absolute()),
    ]
    try:
        subprocess.run(words, capture_output=True, timeout=patience, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return None
    made = folder / (path.stem + suffix)
    return made.read_bytes() if made.is_file() else None
