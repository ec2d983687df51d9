"""The texts of a workbook, which its cells name by number."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import Refused
from quizapp.reading.office.number_formats import BUILT_IN, GENERAL
from quizapp.reading.office.zip_members import ZipMembers, legible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_strings(members: ZipMembers, part: str) -> list[str]:
    """Return the texts in their order, formatting and phonetic signs left out. Raises Refused."""
    strings = _Strings()
    members.walk(part, strings, legible)
    return strings.found


def plain_text(text: str) -> str:
    """Return a text without the escapes that XML needs: _x000D_ is a return."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Strings:
    """Collects the texts of the elements `si`: one `t`, or many in runs."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_text = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 a walker is told them
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._is_text = not self._phonetic
        elif name == "si":
            self._parts = []
        elif name == "rPh":
            self._phonetic = True

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if name == "t":
            self._is_text = False
        elif name == "si":
            self.found.append(plain_text("".join(self._parts)))
        elif name == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)


MOST_ROWS = 40_000
"""Rows with something in them."""
MOST_CELLS = 2_000_000
"""Cells of those rows, the empty ones before the last of each too."""
FREE_TEXT = 2_000_000
"""Characters in all cells that any workbook may have."""
TEXT_PER_BYTE = 8
"""Characters for each byte of the archive: a text that many cells have stands in the archive once."""

_RELATION = re.compile(r"\{[^}]*/relationships\}id")


class SheetName(NamedTuple):
    """A sheet as the workbook names it."""

    name: str
    is_hidden: bool
    part: str
    """The archive's member; "" for what has no cells, as a sheet that is a chart."""


class Allowance:
    """What may still be read out of all sheets of a workbook: an archive may be small, and what it says endless."""

    __slots__ = ("_cells", "_rows", "_text")

    def __init__(self, size: int) -> None:
        """Make the allowance for an archive of so many bytes."""
        self._rows, self._cells = MOST_ROWS, MOST_CELLS
        self._text = max(FREE_TEXT, TEXT_PER_BYTE * size)

    def spend(self, part: str, cells: int, text: int) -> None:
        """Take a row of so many cells and characters off it. Raises Refused where there is no more."""
        self._rows -= 1
        self._cells -= cells
        self._text -= text
        if min(self._rows, self._cells, self._text) < 0:
            raise Refused("workbook-too-big", member=part)


class XlsxBook(NamedTuple):
    """What a workbook's sheets need to be read."""

    members: ZipMembers
    sheets: tuple[SheetName, ...]
    strings: list[str]
    formats: list[str]
    """Number formats by the cells' style."""
    is_1904: bool
    """Whether days are counted from 1904, as on old Macintoshes."""
    allowance: Allowance


def open_book(data: bytes) -> XlsxBook:
    """Open a workbook. Raises Refused for what is none, is damaged, or is made to do harm."""
    members = ZipMembers(data)
    main = _main_part(members)
    root = members.xml(main)
    parts = _parts(members, main)
    strings = next((part for kind, part in parts.values() if kind == "sharedStrings"), "")
    styles = next((part for kind, part in parts.values() if kind == "styles"), "")
    return XlsxBook(
        members=members,
        sheets=tuple(_sheets(root, parts)),
        strings=read_strings(members, strings) if strings in members.names else [],
        formats=_formats(members.xml(styles)) if styles in members.names else [],
        allowance=Allowance(members.size),
        is_1904=any(each.get("date1904") in ("1", "true") for each in named(root, "workbookPr")),
    )


def named(root: Element, name: str) -> Iterator[Element]:
    """Give the elements of a name at any depth, in whichever of the namespaces that programs write."""
    return (each for each in root.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name)


def _main_part(members: ZipMembers) -> str:
    """Return the member that is the workbook, as the archive's relations say, or where it usually is."""
    parts = _parts(members, "").values()
    main = next((part for kind, part in parts if kind == "officeDocument"), "xl/workbook.xml")
    if main not in members.names or not main.endswith(".xml") or main.startswith("word/"):
        raise Refused("workbook-none")
    return main


def _parts(members: ZipMembers, source: str) -> dict[str, tuple[str, str]]:
    """Return what a part is related to: by the relation's id its kind and its member."""
    folder, name = posixpath.split(source)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in members.names:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for each in named(members.xml(relations), "Relationship"):
        if each.get("TargetMode") != "External":
            part = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], part)
    return found


def _sheets(root: Element, parts: dict[str, tuple[str, str]]) -> Iterator[SheetName]:
    seen: set[str] = set()
    for each in named(root, "sheet"):
        relation = next((value for key, value in each.attrib.items() if _RELATION.fullmatch(key)), "")
        kind, part = parts.get(relation, ("", ""))
        if part and part in seen:
            raise Refused("workbook-damaged", member=part, row=1)
        seen.add(part)
        is_hidden = each.get("state", "visible") != "visible"
        yield SheetName(each.get("name", ""), is_hidden, part if kind == "worksheet" else "")


def _formats(root: Element) -> list[str]:
    own = {each.get("numFmtId", ""): each.get("formatCode", GENERAL) for each in named(root, "numFmt")}
    cells = next(named(root, "cellXfs"), None)
    if cells is None:
        return []
    numbers = [each.get("numFmtId", "0") for each in named(cells, "xf")]
    return [own.get(number) or _built_in(number) for number in numbers]


def _built_in(number: str) -> str:
    return BUILT_IN.get(int(number), GENERAL) if number.isascii() and number.isdigit() and len(number) < 4 else GENERAL
