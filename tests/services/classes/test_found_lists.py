"""Class lists found among the tables of some folders."""

from __future__ import annotations

import os
from pathlib import Path

from quizapp.services.classes.enrolment import MOST_LISTED, found_lists
from tests.samples.classes.keyed_attempts import written

LIST = ("某市办公室主任培训班名单", "学号,姓名", "01,张三", "02,李四")


def names(*folders: Path) -> list[str]:
    return [one.path.name for one in found_lists(folders)]


def test_only_tables_with_heads_of_a_list_are_found(tmp_path: Path) -> None:
    written(tmp_path, LIST, "名册.csv")
    written(tmp_path, ("题号,答案", "1,A"), "答案.csv")
    written(tmp_path, LIST, "名册.md")
    written(tmp_path, LIST, "~$名册.csv")
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "文件夹.csv").mkdir()
    (found,) = found_lists([tmp_path])
    assert (found.path.name, found.people, found.faults) == ("名册.csv", 2, 0)


def test_faulty_rows_are_counted_and_the_list_still_found(tmp_path: Path) -> None:
    written(tmp_path, (*LIST, "02,王五", ",陈六"), "名册.csv")
    (found,) = found_lists([tmp_path])
    assert (found.people, found.faults) == (4, 2)


def test_the_newest_stands_first_and_no_more_than_fit_are_listed(tmp_path: Path) -> None:
    for number in range(MOST_LISTED + 2):
        path = written(tmp_path, LIST, f"{number:02d}.csv")
        os.utime(path, (1000 + number, 1000 + number))
    found = names(tmp_path)
    assert len(found) == MOST_LISTED
    assert found[0] == f"{MOST_LISTED + 1:02d}.csv"


def test_a_folder_named_twice_or_gone_is_no_trouble(tmp_path: Path) -> None:
    written(tmp_path, LIST, "名册.csv")
    assert names(tmp_path, tmp_path, tmp_path / "gone") == ["名册.csv"]
