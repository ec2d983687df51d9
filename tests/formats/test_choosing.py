"""Which format a file is of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats import SOURCES
from quizapp.formats.source_format import SourceFormat, SourceReading, converted, is_old_office, source_for, target_for
from quizapp.language import Language
from quizapp.reading.exchange.wide_sheet import table_bytes
from tests.instruments.system_marks import not_on_windows
from tests.instruments.xlsx_workbooks import table
from tests.instruments.zip_archives import archive


def _read(data: bytes, name: str, encoding: str) -> SourceReading:
    return SourceReading(())


def test_a_format_is_named_or_told_by_the_ending() -> None:
    assert source_for(SOURCES, "csv", "x.doc", b"").name == "csv"
    assert source_for(SOURCES, "", "题.CSV", b"").name == "csv"
    assert source_for(SOURCES, "", "x.yml", b"").name == "native"
    assert target_for(SOURCES, "", "x.csv").name == "csv"
    assert target_for(SOURCES, "native", "x.csv").name == "native"


def test_where_formats_share_an_ending_the_content_tells() -> None:
    sources = {
        "plain": SourceFormat("plain", (".txt",), _read),
        "marked": SourceFormat("marked", (".txt",), _read, looks_like=lambda data: data.startswith(b"::")),
    }
    assert source_for(sources, "", "x.txt", b"::a").name == "marked"
    assert source_for(sources, "", "x.txt", b"1. a").name == "plain"


def test_what_nobody_knows_is_told_with_the_choices() -> None:
    for named, file in (("moodle", "x.csv"), ("", "x.pdf"), ("", "README")):
        with pytest.raises(CalledWrongly) as caught:
            source_for(SOURCES, named, file, b"")
        assert "native" in str(caught.value.values["choices"])
    for named, file in (("", "x.pdf"), ("moodle", "x.csv")):
        with pytest.raises(CalledWrongly) as caught:
            target_for(SOURCES, named, file)
        assert "native" in str(caught.value.values["choices"])
    only_read = {"plain": SourceFormat("plain", (".txt",), _read)}
    with pytest.raises(CalledWrongly):
        target_for(only_read, "plain", "x.txt")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((f"x{ending}", "import-old-office") for ending in (".doc", ".wps", ".xls", ".et")),
        ("x.html", "import-html"),
        ("x.mht", "import-html"),
        ("x.zip", "import-archive"),
        ("x.rar", "import-archive"),
    ],
)
def test_what_is_not_read_is_refused_as_what_it_is(name: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        source_for(SOURCES, "", name, b"")
    assert caught.value.code == code


def _zip(*names: str, mime: str = "") -> bytes:
    members: list[tuple[str, bytes | str]] = [("mimetype", mime)] if mime else []
    return archive(*members, *((name, b"x") for name in names))


FOREIGN: list[tuple[str, bytes, str]] = [
    ("x.xml", b'<?xml version="1.0"?>\n<quiz>\n<question type="essay">', "import-foreign-moodle-xml"),
    ("x.txt", b'\xef\xbb\xbf<quiz><!-- q --><question type="category">', "import-foreign-moodle-xml"),
    ("x.xml", '<quiz><question type="x">'.encode("utf-16"), "import-foreign-moodle-xml"),
    ("x.mbz", _zip("moodle_backup.xml"), "import-foreign-moodle-backup"),
    ("x.mbz", b"\x1f\x8b\x08", "import-foreign-moodle-backup"),
    ("x.xml", b"<questestinterop><item>", "import-foreign-qti"),
    ("x.xml", b'<?xml version="1.0"?><assessmentItem xmlns="q">', "import-foreign-qti"),
    ("x.imscc", _zip("imsmanifest.xml", "a.xml"), "import-foreign-cartridge"),
    ("x.zip", _zip("imsmanifest.xml"), "import-foreign-cartridge"),
    ("x.imscc", b"", "import-foreign-cartridge"),
    ("x.apkg", _zip("collection.anki2", "media"), "import-foreign-anki"),
    ("x.zip", _zip("collection.anki21b"), "import-foreign-anki"),
    ("x.txt", "#separator:tab\n#html:true\n甲\t乙".encode(), "import-foreign-anki-text"),
    ("x.json", b"", "import-foreign-json"),
    ("x.txt", '[\n  {"question": "甲"}]'.encode(), "import-foreign-json"),
    ("x.csv", '{"题干": "甲"}'.encode(), "import-foreign-json"),
    ("x.js", b"", "import-foreign-json"),
    ("x.xml", b"<?xml version='1.0'?><data/>", "import-foreign-xml"),
    ("x.txt", b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "import-html"),
    ("x.txt", b"<!-- c --><html><body>", "import-html"),
    ("x.ods", _zip("content.xml", mime="application/vnd.oasis.opendocument.spreadsheet"), "import-foreign-sheet"),
    ("x.xlsx", _zip("content.xml", mime="application/vnd.oasis.opendocument.spreadsheet"), "import-foreign-sheet"),
    ("x.xlsb", _zip("xl/workbook.bin"), "import-foreign-sheet"),
    ("x.odt", b"", "import-foreign-document"),
    ("x.txt", b"{\\rtf1\\ansi", "import-foreign-document"),
    ("x.pptx", _zip("[Content_Types].xml", "ppt/presentation.xml"), "import-foreign-slides"),
    ("x.epub", _zip("a.html", mime="application/epub+zip"), "import-foreign-book"),
    ("x.txt", b"%PDF-1.7\n", "import-foreign-pdf"),
    ("x.pdf", b"%PDF-1.7\n", "import-foreign-pdf"),
    ("x.db", b"SQLite format 3\x00", "import-foreign-database"),
    ("x.txt", b"\x89PNG\r\n", "import-foreign-picture"),
    ("x.jpg", b"", "import-foreign-picture"),
    ("x.csv", _zip("[Content_Types].xml", "xl/workbook.xml"), "import-foreign-renamed-sheet"),
    ("x.xlsx", _zip("[Content_Types].xml", "word/document.xml"), "import-foreign-renamed-text"),
    ("x.docx", _zip("photo.jpg"), "import-archive"),
    ("x.txt", b"7z\xbc\xaf\x27\x1c", "import-archive"),
]


@pytest.mark.parametrize(("name", "data", "code"), FOREIGN, ids=[f"{each[0]}-{each[2]}" for each in FOREIGN])
def test_a_format_that_is_not_read_is_named_by_content_and_ending(name: str, data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        source_for(SOURCES, "", name, data)
    assert caught.value.code == code
    for tongue in ("zh", "en"):
        assert name in Language(tongue).error(caught.value)
    if data:
        with pytest.raises(Refused):
            source_for(SOURCES, "chinese_text", f"x{name[1:]}", data)


@pytest.mark.parametrize(
    "text",
    [
        "[单选题]下列哪项？",
        "{甲}是什么？",
        "#1 题目",
        "<甲>是什么？",
        "A: [1]",
        "[",
        "第一题：{x}",
        "题目：Content-Type 是什么？",
    ],
)
def test_a_text_that_only_begins_like_one_is_read_as_text(text: str) -> None:
    assert source_for(SOURCES, "", "x.txt", text.encode()).name == "chinese_text"


@pytest.mark.parametrize("made", [table_bytes, table], ids=["csv", "xlsx"])
def test_a_sheet_of_kahoot_is_named(made: Callable[..., bytes]) -> None:
    rows = [
        ("Quiz template",),
        ("", "Question - max 120 characters", "Answer 1 - max 75 characters", "Time limit (sec)", "Correct answer(s)"),
        ("1", "甲", "乙", "20", "1"),
    ]
    data = table(*rows) if made is table else table_bytes(rows)
    name = "x.xlsx" if made is table else "x.csv"
    with pytest.raises(Refused, match="import-foreign-kahoot"):
        source_for(SOURCES, "", name, data).read(data, name, "")


def _program(folder: Path, text: str) -> str:
    path = folder / "office"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@not_on_windows("the program is a script of the shell")
def test_an_old_office_file_is_made_a_new_one_where_a_program_can(tmp_path: Path) -> None:
    old = tmp_path / "题.doc"
    old.write_bytes(b"old")
    assert is_old_office(old)
    # As the real one: its last words are --outdir FOLDER FILE.
    program = _program(tmp_path, 'while [ $# -gt 2 ]; do shift; done; cp "$2" "$1/题.docx"')
    assert converted(old, [program]) == (b"old", "题.docx")
    assert old.read_bytes() == b"old"


def test_without_such_a_program_or_where_it_fails_or_hangs_a_person_is_told_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "x.xls"
    old.write_bytes(b"old")
    for programs in ([], [str(tmp_path / "none")], [_program(tmp_path, "exit 1")]):
        with pytest.raises(Refused, match="import-old-office"):
            converted(old, programs)
    with pytest.raises(Refused, match="import-old-office"):
        converted(old, [_program(tmp_path, "exec sleep 60")], patience=0.2)
