"""A stream into an open file: what it still holds when writing fails goes nowhere, least of all into another file."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import BinaryIO

import pytest

from quizapp.stores.people_files import put_written


def test_what_a_failed_writer_left_behind_does_not_reach_the_next_file(tmp_path: Path) -> None:
    kept: list[BinaryIO] = []

    def fail(out: BinaryIO) -> None:
        kept.append(out)
        out.write(b"left behind")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_written(tmp_path / "first", fail)
    with (tmp_path / "second").open("w+b") as second:
        # It has the number that the first one had: the lowest that is free.
        kept.clear()
        gc.collect()
        assert second.read() == b""
    assert (tmp_path / "second").read_bytes() == b""
    assert not (tmp_path / "first").exists()


def test_what_is_written_is_there_and_can_be_gone_back_in(tmp_path: Path) -> None:
    def write(out: BinaryIO) -> None:
        out.write(b"0123")
        out.seek(1)
        out.write(b"X")

    put_written(tmp_path / "file", write)
    assert (tmp_path / "file").read_bytes() == b"0X23"
