"""Which format a file is of: the one that is named, else told by its ending and its content."""

from __future__ import annotations

from collections.abc import Mapping

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats.source_question import SourceFormat

OLD_OFFICE: Mapping[str, str] = {".doc": ".docx", ".wps": ".docx", ".xls": ".xlsx", ".et": ".xlsx"}
"""Endings of office files that are not read, with what to save them as."""

_PAGES = (".htm", ".html", ".mht", ".mhtml")
_ARCHIVES = (".zip", ".rar", ".7z", ".gz", ".tar")


def source_for(sources: Mapping[str, SourceFormat], named: str, file: str, data: bytes) -> SourceFormat:
    """Return the format to read a file as. Raises CalledWrongly for one nobody knows, Refused for what is not read."""
    if named:
        return _named(sources, named)
    ending = _ending(file)
    if ending in OLD_OFFICE:
        raise Refused("import-old-office", file=file)
    if ending in _PAGES:
        raise Refused("import-html", file=file)
    if ending in _ARCHIVES:
        raise Refused("import-archive", file=file)
    fitting = [each for each in sources.values() if ending in each.suffixes]
    alike = [each for each in fitting if each.looks_like is not None and each.looks_like(data)]
    rest = [each for each in fitting if each.looks_like is None]
    found = [*alike, *rest, *fitting]
    if not found:
        raise CalledWrongly("import-unknown-format", file=file, choices=" ".join(sources))
    return found[0]


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
