"""What a question format is, and old Office files, which none reads."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.reading.exchange.source_question import (
    NO_AID,
    LeftOut,
    ReadingAid,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
    Verdict,
)
from quizapp.reading.files import bytes_of, shown

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank


__all__ = [
    "LeftOut",
    "Read",
    "ReadingAid",
    "Reason",
    "SourceFormat",
    "SourceQuestion",
    "SourceReading",
    "SourceRemark",
    "Verdict",
    "Write",
    "WrittenBank",
]


class WrittenBank(NamedTuple):
    """A bank in a format, and what that format could not carry."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


Read: TypeAlias = Callable[[bytes, str, str], SourceReading]
"""read(data, file name, encoding or ""); raises Refused for what is not such a file at all."""

Write: TypeAlias = "Callable[[ItemBank, Literal['zh', 'en']], WrittenBank]"
"""write(bank, the language of its words)."""


class SourceFormat(NamedTuple):
    """A format that questions come in from elsewhere, by its name on the command line."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of its files, in small letters with the dot; the usual one first."""
    read: Read
    write: Write | None = None
    """None where the format is only read."""
    looks_like: Callable[[bytes], bool] | None = None
    """Whether a file's content is of this format, asked where several share an ending; None takes what is left."""
    read_aided: Callable[[bytes, str, str, ReadingAid], SourceReading] | None = None
    """The same as `read` with what somebody says of the file; None where nothing needs to be said."""


OLD_OFFICE: Mapping[str, str] = {".doc": ".docx", ".wps": ".docx", ".xls": ".xlsx", ".et": ".xlsx"}
"""Endings of office files that are not read, with what to save them as."""


def source_for(sources: Mapping[str, SourceFormat], named: str, file: str, data: bytes) -> SourceFormat:
    """Return the format to read a file as. Raises CalledWrongly for one nobody knows, Refused for what is not read."""
    from quizapp.formats.foreign_formats import refuse_foreign  # not at every start

    if named:
        source = _named(sources, named)
        refuse_foreign(file, data, is_named=True)
        return source
    ending = _ending(file)
    if ending in OLD_OFFICE:
        raise Refused("import-old-office", file=file)
    refuse_foreign(file, data)
    fitting = [each for each in sources.values() if ending in each.suffixes]
    alike = [each for each in fitting if each.looks_like is not None and each.looks_like(data)]
    rest = [each for each in fitting if each.looks_like is None]
    found = [*alike, *rest, *fitting]
    if not found:
        raise CalledWrongly("import-unknown-format", file=file, choices=" ".join(sources))
    return found[0]


def read_with(source: SourceFormat, data: bytes, name: str, encoding: str, aid: ReadingAid) -> SourceReading:
    """Return what a file holds, with what is said of it. Raises CalledWrongly where its format has no use for that."""
    if aid == NO_AID:
        return source.read(data, name, encoding)
    if source.read_aided is None:
        raise CalledWrongly("import-no-aid", file=name)
    return source.read_aided(data, name, encoding, aid)


def target_for(sources: Mapping[str, SourceFormat], named: str, file: str) -> SourceFormat:
    """Return the format to write a file as. Raises CalledWrongly where none is written under that name or ending."""
    written = {name: each for name, each in sources.items() if each.write is not None}
    if named:
        return _named(written, named)
    ending = _ending(file)
    found = [each for each in written.values() if ending in each.suffixes]
    if not found:
        raise CalledWrongly("export-unknown-format", file=file, choices=" ".join(written))
    return found[0]


def _named(sources: Mapping[str, SourceFormat], named: str) -> SourceFormat:
    if named not in sources:
        raise CalledWrongly("unknown-question-format", named=named, choices=" ".join(sources))
    return sources[named]


def _ending(file: str) -> str:
    dot = file.rfind(".")
    return file[dot:].lower() if dot >= 0 else ""


PATIENCE = 120.0
"""Seconds that a conversion may take."""
PROGRAMS = ("soffice", "libreoffice")


class ReadFile(NamedTuple):
    """A file's bytes and name, those of an old office file as a new one."""

    data: bytes
    name: str


def file_to_read(path: Path, *, is_named: bool = False) -> ReadFile:
    """Return a file that questions or keys are read from; one whose format is named is taken as it is.

    Raises CalledWrongly where it is not there, Refused for an old office file that no program can convert.
    """
    if not path.exists():
        raise CalledWrongly("missing-file", path=str(path))
    if is_old_office(path) and not is_named:
        return converted(path)
    return ReadFile(bytes_of(path), shown(path))


def is_old_office(path: Path) -> bool:
    """Return whether a file has an ending of an office file that is not read itself."""
    return path.suffix.lower() in OLD_OFFICE


def converted(path: Path, programs: Sequence[str] = PROGRAMS, patience: float = PATIENCE) -> ReadFile:
    """Return an old office file as a new one. Raises Refused where no program can make it one."""
    program = next((found for name in programs if (found := shutil.which(name))), None)
    if program is None:
        raise Refused("import-old-office", file=str(path))
    suffix = OLD_OFFICE[path.suffix.lower()]
    with tempfile.TemporaryDirectory(prefix="quizapp-") as folder:
        made = _convert(program, path, suffix, Path(folder), patience)
        if made is None:
            raise Refused("import-old-office", file=str(path))
        return ReadFile(made, path.stem + suffix)


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
