"""What sources said of a bank's items, kept at the end of the bank's own file as comments.

So it goes wherever the bank goes, and is nothing to whoever reads the bank: a person, a paper, another program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quizapp.domain.text import clean
from quizapp.formats.native.write.banks import Tongue
from quizapp.services.exchange.source_memory import SourceRecord

HEADS: Mapping[Tongue, str] = {
    "zh": "# 以下由导入记下：来源上次写了什么。再导入时据此看出是哪一边改的。不必理会，也不要改。",
    "en": "# Written by an import: what sources said last time, by which it tells who changed what. Leave it as it is.",
}
"""Stands above what is remembered."""
MARK = "#@ "
"""What a remembered line begins with, at the very beginning of its line."""
SOURCE_MARK = "#@@"
"""What stands before a source's name, above what it said."""

_LINE = re.compile(r"^#@(?:@[^\r\n]*| \S+(?: \w+=[0-9a-f]+)+[ \t]*)\r?\n?", re.MULTILINE)


def records_of(text: str) -> dict[str, SourceRecord]:
    """Return what is remembered of a bank's items, by their ids in small letters."""
    records: dict[str, SourceRecord] = {}
    source = ""
    for line in map(str.strip, _LINE.findall(text) if MARK in text else ()):
        if line.startswith(SOURCE_MARK):
            source = line.removeprefix(SOURCE_MARK).strip()
            continue
        id, *fields = line.removeprefix(MARK).split(" ")
        digests = dict(field.split("=", 1) for field in fields)
        records[id.casefold()] = SourceRecord(source, digests)
    return records


def with_records(text: str, records: Mapping[str, SourceRecord], tongue: Tongue, line_end: str) -> str:
    """Return a bank's text with what is to be remembered of its items, by their ids; the old lines are gone."""
    kept = _without_records(text)
    if not records:
        return kept
    if kept and not kept.endswith("\n"):
        kept += line_end
    return kept + "".join(line + line_end for line in _lines(records, tongue))


def source_name(name: str) -> str:
    """Return a source's name as one line of a comment can hold it."""
    return " ".join(clean(name).split())


def _lines(records: Mapping[str, SourceRecord], tongue: Tongue) -> Iterator[str]:
    by_source: dict[str, list[str]] = {}
    for id, record in records.items():
        marks = " ".join(f"{name}={mark}" for name, mark in record.digests.items())
        by_source.setdefault(source_name(record.source), []).append(f"{MARK}{id} {marks}")
    yield HEADS[tongue]
    for source, lines in by_source.items():
        yield f"{SOURCE_MARK} {source}".rstrip()
        yield from lines


def _without_records(text: str) -> str:
    if MARK not in text:
        return text
    bare = _LINE.sub("", text)
    for head in HEADS.values():
        bare = re.sub(rf"^{re.escape(head)}[ \t]*\r?\n?", "", bare, flags=re.MULTILINE)
    return bare
