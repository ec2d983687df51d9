"""The members of a ZIP archive (.xlsx, .docx, .zip) from anywhere, and their XML, looked at before they are opened."""

from __future__ import annotations

import codecs
import io
import re
import stat
import zipfile
import zlib
from typing import TYPE_CHECKING, NoReturn, Protocol
from unicodedata import normalize

from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias
    from xml.etree.ElementTree import Element
    from xml.parsers.expat import XMLParserType

    Trim: TypeAlias = Callable[[Iterable[bytes]], Iterator[bytes]]


DEEPEST = 64
"""Elements within one another; Word's deepest tables stay below it."""


class XmlWalker(Protocol):
    """What is told of elements one by one, as expat meets them; tags are `namespace name`."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A text, or a part of one."""


def read_xml(data: bytes, name: str) -> Element:
    """Return the root of XML, looked at before. `name` is how it is called where it is refused. Raises Refused."""
    from xml.etree.ElementTree import ParseError, fromstring

    walk_xml((data,), name)
    try:
        return fromstring(data)
    except ParseError as error:
        raise Refused("xml-damaged", member=name, line=error.position[0]) from error


def walk_xml(chunks: Iterable[bytes], name: str, walker: XmlWalker | None = None) -> None:
    """Tell a walker of XML without building anything of it; without one, only look.

    Raises Refused for what is damaged, deep or declares a type. Expat itself is asked, whatever the encoding: it
    tells of a document type before it has read any entity of it.
    """
    from xml.parsers.expat import ExpatError, ParserCreate

    parser = ParserCreate(namespace_separator=" ")
    _guard(parser, name, walker)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise Refused("xml-damaged", member=name, line=error.lineno) from error
    except (ValueError, LookupError) as error:
        # An encoding that Python does not know, or that expat cannot be taught.
        raise Refused("xml-damaged", member=name, line=1) from error


DAMAGED = "\ufffd"
"""What stands for a character that no XML may have."""
_ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    "|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0*(?:[0-8bce-fBCE-F]|1[0-9a-fA-F]));"
)
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"'](?!utf-?8[\"'])", re.I)


def legible(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give XML in UTF-8 with what no XML may have as `DAMAGED`, so that one bad character spoils its cell alone."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    is_other: bool | None = None
    for chunk in chunks:
        if is_other is None and chunk:
            is_other = (
                chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _DECLARED.match(chunk) is not None
            )
        yield chunk if is_other else _ILLEGAL.sub(DAMAGED, decoder.decode(chunk)).encode()
    yield b"" if is_other else decoder.decode(b"", True).encode()


def _guard(parser: XMLParserType, name: str, walker: XmlWalker | None) -> None:
    depth = 0
    told_start = walker.start if walker is not None else None
    told_end = walker.end if walker is not None else None

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            _refuse("xml-deep", name)
        if told_start is not None:
            told_start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if told_end is not None:
            told_end(tag)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = lambda *_: _refuse("xml-doctype", name)
    parser.EntityDeclHandler = lambda *_: _refuse("xml-doctype", name)
    parser.buffer_text = True
    if walker is not None:
        parser.CharacterDataHandler = walker.text


def _refuse(code: str, name: str) -> NoReturn:
    raise Refused(code, member=name)


MOST_ENTRIES = 4_096
MOST_MEMBER_BYTES = 128 * 1024 * 1024
"""The largest member, unpacked: a sheet of a million rows that are formatted and empty stays below it."""
MOST_BYTES = 256 * 1024 * 1024
"""All members together, unpacked."""
MOST_RATIO = 300
"""How many times its packed size a member may have; what is below `FREE_BYTES` may have any."""
FREE_BYTES = 4 * 1024 * 1024
MOST_SIGNS = 1_250_000
"""Opening signs in all the XML that is read: an element has two, one with nothing in it has one.

25,000 questions in the widest layout, or every row a sheet can have, formatted and empty: what old machines read in two
seconds.
"""

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = b"".join(bytes((letter, 0)) for letter in b"EncryptedPackage")
"""What the old container of an .xlsx with a password has within, in UTF-16."""
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|table|meta)\b", re.IGNORECASE)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
_LONGEST_SHOWN = 60
_CHUNK = 1024 * 1024
# What zipfile raises for archives that are damaged or made by hand, here and there undocumented.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
    IndexError,
)


class ZipMembers:
    """An archive whose entries have all been looked at and may be read."""

    __slots__ = ("_archive", "_entries", "_read", "_signs", "size")

    def __init__(self, data: bytes, ignored: list[Refused] | None = None) -> None:
        """Look at the archive's entries. Raises Refused("archive-…").

        Where `ignored` is given, entries whose names lead elsewhere and links are left out and named there, no more.
        """
        self.size = len(data)
        """Of the archive, packed."""
        self._archive = _open(data)
        entries = self._archive.infolist()
        if ignored is not None:
            entries = [entry for entry in entries if _is_at_home(entry, ignored)]
        _check_all(entries)
        self._read = self._signs = 0
        self._entries = {entry.filename: entry for entry in entries if not entry.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The files' names in the archive's order; folders are left out."""
        return tuple(self._entries)

    def length(self, name: str) -> int:
        """Return how many bytes a file has, unpacked, as the archive says; 0 where there is none of that name."""
        entry = self._entries.get(name)
        return 0 if entry is None else entry.file_size

    def member(self, name: str) -> bytes | None:
        """Return a member's bytes, or None where there is none of that name. Raises Refused where it is damaged."""
        entry = self._entries.get(name)
        if entry is None:
            return None
        try:
            return self._archive.read(entry)
        except _DAMAGE as error:
            raise Refused("archive-damaged", member=_shown(name)) from error

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give a member's bytes piece by piece, so that a large one is never whole in memory. Raises Refused."""
        entry = self._entries.get(name)
        if entry is None:
            raise Refused("archive-member-missing", member=_shown(name))
        try:
            with self._archive.open(entry) as file:
                while chunk := file.read(_CHUNK):
                    self._read += len(chunk)
                    # A member may be asked for more than once.
                    if self._read > MOST_BYTES:
                        raise Refused("archive-too-big", limit=MOST_BYTES // 1024 // 1024)
                    yield chunk
        except _DAMAGE as error:
            raise Refused("archive-damaged", member=_shown(name)) from error

    def xml(self, name: str) -> Element:
        """Return the root of a member that is XML. Raises Refused where there is none or it is not to be trusted."""

        data = b"".join(self._counted(self.chunks(name), name))
        return read_xml(data, _shown(name))

    def walk(self, name: str, walker: XmlWalker, trimmed: Trim | None = None) -> None:
        """Tell a walker of a member's XML, trimmed before where something in it needs no looking at. Raises Refused."""

        chunks = self.chunks(name)
        walk_xml(self._counted(chunks if trimmed is None else trimmed(chunks), name), _shown(name), walker)

    def _counted(self, chunks: Iterable[bytes], name: str) -> Iterator[bytes]:
        """Give what was read, and refuse an archive whose members are short and have too much in them together."""
        for chunk in chunks:
            self._signs += chunk.count(b"<")
            if self._signs > MOST_SIGNS:
                raise Refused("xml-too-big", member=_shown(name))
            yield chunk


def _open(data: bytes) -> zipfile.ZipFile:
    _check_kind(data)
    # Counted before the list is read: a list of half a million entries would fill the memory by itself.
    if data.count(_CENTRAL) > MOST_ENTRIES:
        raise Refused("archive-too-many", limit=MOST_ENTRIES)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise Refused("archive-damaged", member="") from error


def _check_kind(data: bytes) -> None:
    """Refuse what is no archive from its first byte on, and say what it is where that can be told."""
    if data.startswith(_OLE):
        raise Refused("archive-locked" if _LOCKED in data else "archive-old-office")
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:2048]):
        raise Refused("archive-is-html")
    if data.startswith(_END):
        raise Refused("archive-empty")
    if not data.startswith(_LOCAL):
        raise Refused("archive-behind-program" if _END in data[-65_557:] else "archive-unknown")


def _check_all(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        _check_name(entry)
        _check_packing(entry)
        name = normalize("NFC", entry.filename.rstrip("/")).casefold()
        if name in seen:
            raise Refused("archive-member-twice", member=_shown(entry.filename))
        seen.add(name)
    if not entries:
        raise Refused("archive-empty")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise Refused("archive-too-big", limit=MOST_BYTES // 1024 // 1024)
    _check_layout(entries)


def _is_at_home(entry: zipfile.ZipInfo, ignored: list[Refused]) -> bool:
    try:
        _check_name(entry)
    except Refused as refused:
        ignored.append(refused)
        return False
    return True


def _check_name(entry: zipfile.ZipInfo) -> None:
    # As it is written: zipfile cuts at a NUL, and on Windows turns backslashes round.
    name = entry.orig_filename
    is_odd = not name or "\\" in name or "\x00" in name or _DRIVE.match(name)
    if is_odd or name.startswith("/") or ".." in name.split("/"):
        raise Refused("archive-member-path", member=_shown(name))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refused("archive-member-link", member=_shown(name))


def _check_packing(entry: zipfile.ZipInfo) -> None:
    # Bit 0: encrypted; 6: strongly; 13: the list is masked.
    if entry.flag_bits & 0x2041:
        raise Refused("archive-member-locked", member=_shown(entry.filename))
    if entry.compress_type not in _METHODS:
        raise Refused("archive-member-method", member=_shown(entry.filename))
    is_bomb = entry.file_size > max(FREE_BYTES, entry.compress_size * MOST_RATIO)
    if is_bomb or entry.file_size > MOST_MEMBER_BYTES:
        limit = MOST_MEMBER_BYTES // 1024 // 1024
        code = "archive-member-bomb" if is_bomb else "archive-member-big"
        raise Refused(code, member=_shown(entry.filename), limit=limit)


def _check_layout(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that does not begin with its first member, or whose members lie over one another."""
    placed = sorted(entries, key=lambda entry: entry.header_offset)
    if placed[0].header_offset:
        raise Refused("archive-behind-program")
    end = 0
    for entry in placed:
        if entry.header_offset < end:
            raise Refused("archive-overlapping", member=_shown(entry.filename))
        # 30 bytes of header and the name stand before the data.
        end = entry.header_offset + 30 + entry.compress_size


def _shown(name: str) -> str:
    return clean_line(name)[:_LONGEST_SHOWN]
