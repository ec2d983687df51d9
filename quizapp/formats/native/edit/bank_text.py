"""A bank file as text that is edited: its bytes' encoding, its items, and the style they are written in."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.domain.errors import Fault, Faulty, Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.edit.entries import BankEntries, EntryTaker, ItemEntry, read_entries, show_entries
from quizapp.formats.native.read.banks import read_bank
from quizapp.formats.native.write.banks import Tongue
from quizapp.formats.native.write.item_layout import ItemStyle
from quizapp.reading import native_words as words
from quizapp.reading.files import decode
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.events import best_parser
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode, Source, prepare

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be"))
_MAPS = ("options", "pairs", "feedback")
_OF_TEXTS = "text-cleaned"
"""The warning that is of a text and not of what it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankText:
    """A bank file that may be edited."""

    name: str
    """How faults name the file."""
    source: Source
    entries: BankEntries
    warnings: tuple[Fault, ...]
    digest: str = ""
    """Of the file's bytes, so that what somebody else writes meanwhile is noticed; "" where there is no file yet."""
    mark: bytes = b""
    """The byte order mark."""
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def encoded(self, text: str) -> bytes:
        """Return a text as the file's bytes: UTF-8 where it was in GB18030, else as it was."""
        return self.mark + text.encode(self.encoding)


def open_bytes(data: bytes, name: str) -> BankText:
    """Return a bank file's text. Raises Faulty where it cannot be read whole, Refused where it cannot be edited."""
    findings = Findings(name)
    return _of_bytes(open_text(_decoded(data, findings), name), data, findings)


def open_checked(data: bytes, name: str, path: Path) -> tuple[BankText, tuple[Fault, ...]]:
    """Return a bank file's text with the errors its reader finds, from one read. Raises as `open_bytes` does."""
    findings, told = Findings(name), Findings(name)
    source, kept = _sources(_decoded(data, told), name, findings)
    taker = EntryTaker()
    read_bank(path, source, findings, ITEM_TYPES, see=taker.take)
    errors = tuple(fault for fault in findings.faults if fault.severity == "error")
    warnings = tuple(replace(fault, item="") for fault in findings.faults if fault.code == _OF_TEXTS)
    # Whatever ends a reading is an error: who has none was read to its end.
    bank = BankText(name=name, source=kept, entries=taker.entries(is_whole=not errors), warnings=warnings)
    return _of_bytes(bank, data, told), errors


def read_through(
    text: str, name: str, see: Callable[[ScalarNode, Node, int], None], path: Path | None = None
) -> tuple[Fault, ...]:
    """Show a text's entries as they are read; return the errors of its items, which are looked for with a `path`.

    Raises Faulty where it cannot be read to its end, Refused where it cannot be edited.
    """
    findings = Findings(name)
    source, _ = _sources(text, name, findings)
    if path is None:
        show_entries(source, findings, see)
    else:
        read_bank(path, source, findings, ITEM_TYPES, see=see)
    errors = tuple(fault for fault in findings.faults if fault.severity == "error")
    if any(path is None or not fault.item for fault in errors):
        raise Faulty(errors)
    return errors


def open_text(text: str, name: str) -> BankText:
    """Return a text as a bank that may be edited, its last line ended. Raises Faulty, Refused."""
    findings = Findings(name)
    source, kept = _sources(text, name, findings)
    entries = read_entries(source, findings)
    errors = tuple(fault for fault in findings.faults if fault.severity == "error")
    if errors or not entries.is_whole:
        raise Faulty(_all_errors(source, errors))
    return BankText(name=name, source=kept, entries=entries, warnings=tuple(findings.faults))


def _all_errors(source: Source, errors: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Return a text's errors; where its syntax is broken, those behind the first break too."""
    from quizapp.reading.yaml.mending import mended

    whole = mended(source, errors, words.field_names(ITEM_TYPES.values()), best_parser)
    if whole is None:
        return errors
    again = Findings(source.name)
    read_entries(whole.source, again)
    return whole.with_those_of([fault for fault in again.faults if fault.severity == "error"])


def _decoded(data: bytes, findings: Findings) -> str:
    text = decode(data, findings)
    if text is None:
        raise Faulty(tuple(findings.faults))
    return text


def _of_bytes(bank: BankText, data: bytes, findings: Findings) -> BankText:
    """Return a bank's text as that of a file's bytes."""
    mark, encoding = next(((mark, each) for mark, each in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    return replace(
        bank, warnings=(*findings.faults, *bank.warnings), digest=digest_of(data), mark=mark, encoding=encoding
    )


def _sources(text: str, name: str, findings: Findings) -> tuple[Source, Source]:
    """Return a text, its last line ended, as it is read and as it is kept."""
    if text and not text.endswith("\n"):
        text += "\r\n" if "\r\n" in text else "\n"
    source = prepare(name, text, findings)
    if source is None:
        raise Faulty(tuple(findings.faults))
    if len(source.text) != len(text):
        # A byte order mark amid the text: its places are not those of the file.
        raise Refused("edit-odd-characters", file=name)
    # What was read has blanks for marks that would break lines; what is written keeps them.
    return source, Source(name, text, source.has_marks)


def digest_of(data: bytes) -> str:
    """Return what tells a file's bytes from any others."""
    return hashlib.sha256(data).hexdigest()


def style_of(bank: BankText, tongue: Tongue) -> ItemStyle:
    """Return how a bank's items are written, by its last one; `tongue` is for one without any."""
    key = bank.entries.items_key
    if key is not None:
        tongue = "zh" if key.text == "试题" else "en"
    entries = [entry for entry in bank.entries.items if isinstance(entry.node, MappingNode)]
    if not entries:
        return ItemStyle(tongue=tongue)
    text, last = bank.text, entries[-1]
    dash, fields = columns(text, last.node.start)
    return ItemStyle(
        tongue=_tongue(last, tongue),
        dash=dash,
        step=fields - dash,
        is_flow=text[last.node.start] == "{",
        has_flow_maps=_has_flow_maps(entries, text),
        has_gaps=_has_gaps(entries, text),
    )


def columns(text: str, at: int) -> tuple[int, int]:
    """Return how many blanks stand before the dash of an item that begins at an index, and before its first field."""
    start = line_start(text, at)
    lead = text[start:at]
    return lead.rstrip().rfind("-"), at - start


def line_start(text: str, at: int) -> int:
    """Return where the line of an index begins."""
    start = text.rfind("\n", 0, at) + 1
    # Behind it only: a file without carriage returns is not searched to its beginning.
    return max(start, text.rfind("\r", start, at) + 1)


def line_end(text: str, at: int) -> int:
    """Return where the line of an index ends, its end of line among it."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def end_of(node: Node, text: str) -> int:
    """Return where what is written of a node ends: a parser's own mark may stand behind comments that follow."""
    if isinstance(node, ScalarNode) or text[node.start : node.start + 1] in ("{", "["):
        return node.start + len(text[node.start : node.end].rstrip())
    last = node.items[-1:] if isinstance(node, SequenceNode) else [value for _, value in node.entries[-1:]]
    if not last:
        return node.start
    key = node.entries[-1][0] if isinstance(node, MappingNode) else None
    end = end_of(last[0], text)
    # What has no value may be said to stand at the next word.
    return end if key is None or last[0].end > last[0].start else text.index(":", key.end) + 1


def _tongue(entry: ItemEntry, tongue: Tongue) -> Tongue:
    """Return the language that most fields of an item are named in."""
    names = [key.text for key, _ in entry.places.values()]
    english = sum(name.isascii() for name in names)
    return tongue if 2 * english == len(names) else "en" if 2 * english > len(names) else "zh"


def _has_flow_maps(entries: Sequence[ItemEntry], text: str) -> bool:
    for entry in reversed(entries):
        for name in _MAPS:
            if name in entry.places and isinstance(entry.places[name][1], MappingNode):
                return text[entry.places[name][1].start] == "{"
    return True


def _has_gaps(entries: Sequence[ItemEntry], text: str) -> bool:
    """Return whether an empty line stands before the last item."""
    if len(entries) == 1:
        return False
    between = text[end_of(entries[-2].node, text) : entries[-1].node.start]
    return any(not line.strip() for line in between.splitlines()[1:-1])
