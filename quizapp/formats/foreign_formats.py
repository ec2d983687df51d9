"""Files that are not read, named for what they are by content or ending, so that none is tried as another."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from quizapp.domain.errors import Refused

_START = 4096
"""Bytes of a file that are looked at."""
_MOST_NAMES = 4096
"""Members that an archive may have to be looked at; each has an entry in its list."""
_ENTRY = b"PK\x01\x02"

_ENDINGS: Mapping[str, str] = {
    **dict.fromkeys((".htm", ".html", ".mht", ".mhtml"), "import-html"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"), "import-archive"),
    **dict.fromkeys((".apkg", ".colpkg", ".anki2", ".anki21"), "import-foreign-anki"),
    ".imscc": "import-foreign-cartridge",
    ".mbz": "import-foreign-moodle-backup",
    **dict.fromkeys((".json", ".jsonl", ".ndjson", ".js"), "import-foreign-json"),
    ".xml": "import-foreign-xml",
    **dict.fromkeys((".ods", ".xlsb", ".numbers"), "import-foreign-sheet"),
    **dict.fromkeys((".odt", ".rtf", ".pages"), "import-foreign-document"),
    **dict.fromkeys((".ppt", ".pptx", ".dps", ".odp"), "import-foreign-slides"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".bmp", ".heic", ".tif", ".tiff"), "import-foreign-picture"),
}
"""What a file of that ending is, where its content does not say it better."""
_GENERAL = ("", "import-archive", "import-foreign-xml")
"""What an ending may say better than the content."""
_MEMBERS: tuple[tuple[str, str], ...] = (
    (r"collection\.anki2\w*$", "import-foreign-anki"),
    (r"moodle_backup\.xml$", "import-foreign-moodle-backup"),
    (r"imsmanifest\.xml$", "import-foreign-cartridge"),
    (r"xl/workbook\.bin$", "import-foreign-sheet"),
    (r"ppt/presentation\.xml$", "import-foreign-slides"),
)
"""What an archive is that has such a member."""
_OFFICE = re.compile(r"(?:word/|xl/|\[Content_Types\]\.xml$)")
_WORKBOOK, _WORKBOOKS = "xl/workbook.xml", (".xlsx", ".xlsm", ".xltx")
_TEXT, _TABLES = "word/document.xml", (*_WORKBOOKS, ".csv", ".tsv")
_MIME: Mapping[bytes, str] = {
    b"application/vnd.oasis.opendocument.spreadsheet": "import-foreign-sheet",
    b"application/vnd.oasis.opendocument.text": "import-foreign-document",
    b"application/vnd.oasis.opendocument.presentation": "import-foreign-slides",
    b"application/epub+zip": "import-foreign-book",
}
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (rb"%PDF-", "import-foreign-pdf"),
    (rb"\{\\rtf", "import-foreign-document"),
    (rb"SQLite format 3\x00", "import-foreign-database"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00{4}", "import-foreign-picture"),
    (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh|\xfd7zXZ\x00", "import-archive"),
)
"""What a file is that begins so, as bytes."""
_TEXTS: tuple[tuple[bytes, str], ...] = (
    (rb"(?s).{0,2000}?<quiz\b.{0,2000}?<question\b", "import-foreign-moodle-xml"),
    (rb"(?s).{0,2000}?<(?:\w+:)?(?:questestinterop|assessmentItem|assessmentTest|qti-\w+)\b", "import-foreign-qti"),
    (rb"(?s).{0,2000}?<(?:\w+:)?manifest\b.{0,2000}?ims", "import-foreign-cartridge"),
    (rb"(?is)(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,30}?content-type:\s*multipart/related", "import-html"),
    (
        rb"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table)\b",
        "import-html",
    ),
    (rb"<\?xml\b", "import-foreign-xml"),
    (rb"#(?:separator|html|notetype|deck)(?: column)?:", "import-foreign-anki-text"),
    (rb"\{\s*\"[^\"\n]{0,100}\"\s*:|\[\s*\{\s*(?:\"|\})", "import-foreign-json"),
)
"""What a file is whose text begins so."""
_YAML = (".yaml", ".yml")


def refuse_foreign(file: str, data: bytes, *, is_named: bool = False) -> None:
    """Raise Refused for a file of a format that is not read, saying what it is and what to do.

    `is_named` is where somebody has named the format: the ending says nothing then.
    """
    ending = file[file.rfind(".") :].lower() if "." in file else ""
    found = next(_kinds(data, ending), "")
    if found in _GENERAL and not is_named:
        found = _ENDINGS.get(ending, found)
    if found:
        raise Refused(found, file=file)


def _kinds(data: bytes, ending: str) -> Iterator[str]:
    if data.startswith(b"PK\x03\x04"):
        yield from _in_archive(data, ending)
        return
    start = data[:_START]
    yield from (kind for sign, kind in _SIGNS if re.match(sign, start, re.S))
    if ending not in _YAML:
        # Any encoding that keeps the letters of ASCII, UTF-16 among them.
        text = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        is_marked = text.startswith((b"<", b"#", b"{", b"[")) or b":" in text[:80]
        yield from (kind for sign, kind in _TEXTS if is_marked and _begins(sign, text))


def _begins(sign: bytes, text: bytes) -> bool:
    # What stands before an element of XML is its declaration and comments.
    return (not sign.startswith(b"(?s)") or text.startswith(b"<")) and re.match(sign, text) is not None


def _in_archive(data: bytes, ending: str) -> Iterator[str]:
    """Give what an archive is by its members; nothing for those of Word and Excel, which have readers."""
    if data.count(_ENTRY) > _MOST_NAMES:
        return  # the readers of such files say what is wrong with them
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            first = archive.open("mimetype").read(100).strip() if "mimetype" in names[:3] else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError):
        return  # as above
    if first in _MIME:
        yield _MIME[first]
    yield from (kind for member, kind in _MEMBERS if any(re.search(member, name) for name in names))
    if _WORKBOOK in names and ending not in _WORKBOOKS:
        yield "import-foreign-renamed-sheet"
    if _TEXT in names and ending in _TABLES:
        yield "import-foreign-renamed-text"
    if not any(_OFFICE.match(name) for name in names):
        yield "import-archive"
