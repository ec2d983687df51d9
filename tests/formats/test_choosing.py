"""Which format a file is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats import SOURCES
from quizapp.formats.source_format import SourceFormat, SourceReading, converted, is_old_office, source_for, target_for
from tests.instruments.system_marks import not_on_windows


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
