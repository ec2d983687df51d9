"""Finding files and reading their bytes."""

from __future__ import annotations

from pathlib import Path

from quizapp.reading.files import MOST_BYTES, find, read_bytes, read_start, shown
from quizapp.reading.findings import Findings
from tests.instruments.system_marks import not_on_windows


def codes(path: Path) -> list[str]:
    findings = Findings("f")
    assert read_bytes(path, findings) is None
    assert all(fault.line == 0 for fault in findings.faults)
    return [fault.code for fault in findings.faults]


def test_a_regular_file_gives_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"\x00\xff")
    assert read_bytes(path, Findings("a")) == b"\x00\xff"
    assert read_start(path, 1) == b"\x00"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["file-is-folder"]
    assert codes(tmp_path / "none") == ["file-missing"]
    assert codes(Path("a\0b")) == ["file-unreadable"]


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(MOST_BYTES + 1))
    assert codes(path) == ["file-too-big"]
    path.write_bytes(bytes(MOST_BYTES))
    assert read_bytes(path, Findings("f")) == bytes(MOST_BYTES)


@not_on_windows("whoever is no administrator makes no links there")
def test_files_are_found_at_any_depth_sorted_and_once(tmp_path: Path) -> None:
    for name in ("b/z.yml", "b/a.yaml", "a.YAML", "c.txt", ".hidden/x.yaml", "b/._a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / "link.yaml").symlink_to(tmp_path / "a.YAML")
    (tmp_path / "broken.yaml").symlink_to(tmp_path / "nowhere")
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path, tmp_path / "b", tmp_path / "none"])]
    assert found == ["a.YAML", "b/a.yaml", "b/z.yml", "broken.yaml"]


@not_on_windows("names are UTF-16 there")
def test_a_name_that_is_no_text_can_be_printed() -> None:
    assert shown(Path("a\udcffb")) == "a\ufffdb"
