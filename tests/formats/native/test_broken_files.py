"""Every broken file gives exactly its faults, each with its line, whichever parser reads it."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path
from threading import Thread

import pytest

from quizapp.domain.errors import Faulty
from quizapp.formats.native.edit.bank_text import open_bytes
from quizapp.formats.native.pool.pool import Pool
from quizapp.reading.yaml.events import MakeParser, PureParser, libyaml_parser
from tests.formats.native.broken_files import BROKEN, COURSE, broken_files, expected, found
from tests.instruments.system_marks import not_on_windows
from tests.instruments.time_bounds import is_within

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])

ITEM = """  - 编号: {id}
    题型: 单选题
    知识点: roles
    难度: 易
    题干: 第三是（  ）。
    选项: {{A: 甲, B: 乙}}
    答案: A
    解析: 见讲义。
"""


@PARSERS
@pytest.mark.parametrize("path", broken_files(), ids=lambda path: path.stem)
def test_a_broken_file_gives_its_faults_in_under_two_seconds(
    path: Path, tmp_path: Path, make_parser: MakeParser
) -> None:
    started = time.process_time()
    assert found(path, tmp_path, make_parser) == expected(path)
    assert is_within(time.process_time() - started, 2.0)


@PARSERS
@pytest.mark.parametrize("depth", [500, 50_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_a_fault_in_under_two_seconds(
    tmp_path: Path, make_parser: MakeParser, depth: int, opening: str
) -> None:
    (tmp_path / "bank.yaml").write_text("bank: a\nitems:\n  - " + opening * depth, encoding="utf-8")
    started = time.process_time()
    faults = Pool([tmp_path], make_parser=make_parser).faults()
    assert is_within(time.process_time() - started, 2.0)
    assert [(fault.line, fault.code) for fault in faults] == [(3, "nested-too-deep")]


@PARSERS
def test_an_id_that_another_bank_has_names_the_other_file_and_line(tmp_path: Path, make_parser: MakeParser) -> None:
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("题库: a\n试题:\n" + ITEM.format(id="x-1"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("题库: b\n\n试题:\n" + ITEM.format(id="X-1"), encoding="utf-8")
    (fault,) = Pool([tmp_path], make_parser=make_parser).faults()
    assert (fault.file, fault.line, fault.column, fault.item) == (str(tmp_path / "b.yaml"), 4, 9, "X-1")
    assert fault.values == {"id": "X-1", "file": str(tmp_path / "a.yaml"), "line": "3"}
    (mirrored,) = Pool([tmp_path]).faults([str(tmp_path / "a.yaml")])
    assert (mirrored.file, mirrored.line, mirrored.values["line"]) == (str(tmp_path / "a.yaml"), 3, "4")


def _looked_through(folder: Path) -> list[tuple[int, str]]:
    """Return the faults of a folder, or none where it is still being read after half a minute."""
    found: list[tuple[int, str]] = []
    reader = Thread(target=lambda: found.extend((one.line, one.code) for one in Pool([folder]).faults()), daemon=True)
    reader.start()
    reader.join(30)
    return found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX systems")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert _looked_through(tmp_path) == [(0, "file-is-pipe")]


@not_on_windows("devices have no paths there, but under Wine, which knows them only by the half")
def test_an_endless_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    assert _looked_through(tmp_path) == [(0, "file-is-device")]


@not_on_windows("sockets have no paths there")
def test_a_socket_and_a_giant_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "giant.yaml").open("wb") as giant:
        giant.truncate(20 * 1024 * 1024 + 1)
    with socket.socket(socket.AF_UNIX) as made:
        try:
            made.bind(str(tmp_path / "s.yaml"))
        except OSError:
            pytest.skip("the path is too long for a socket here")
        assert [fault.code for fault in Pool([tmp_path]).faults()] == ["file-too-big", "file-is-socket"]


def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = tmp_path / "bank.yaml"
    path.write_text("bank: a\n", encoding="utf-8")
    path.chmod(0)
    assert [fault.code for fault in Pool([tmp_path]).faults()] == ["file-no-permission"]


def test_links_that_lead_back_to_their_folder_do_not_hang(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "again.yaml").symlink_to(tmp_path / "bank.yaml")
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "bank.yaml").write_text("题库: a\n试题:\n" + ITEM.format(id="x-1"), encoding="utf-8")
    pool = Pool([tmp_path])
    assert len(pool.banks()) == 1
    assert pool.faults() == ()


def test_opening_a_broken_bank_tells_all_slips_of_its_syntax_too() -> None:
    data = (BROKEN / "slips-of-all-kinds.yaml").read_bytes()
    with pytest.raises(Faulty) as caught:
        open_bytes(data, "x.yaml")
    assert [fault.line for fault in caught.value.faults] == [5, 14, 23, 24, 36, 40, 41, 51, 52, 54]


def test_the_slips_of_a_long_bank_are_found_in_under_two_seconds(tmp_path: Path) -> None:
    items = "".join(ITEM.format(id=f"d-{place}") for place in range(4000))
    items = items.replace("答案: A", "答案：A", 20).replace("解析: 见讲义。", "\t解析: 见讲义。", 30)
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    (tmp_path / "a.yaml").write_text("题库: demo\n试题:\n" + items, encoding="utf-8")
    started = time.process_time()
    codes = [fault.code for fault in Pool([tmp_path]).faults([str(tmp_path / "a.yaml")])]
    assert is_within(time.process_time() - started, 2.0)
    assert (codes.count("full-width-colon"), codes.count("tab")) == (20, 30)
