"""Ids written into a bank's text, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import Faulty
from quizapp.formats.native.edit.item_ids import number_items
from tests.formats.native.bank_bytes import read

TEXT = """\
# 我的题库
题库: n   # 题库名

试题:
  - 题型: 判断题      # 没有编号
    题干: 对吗？
    答案: 对

  - 编号: n-004
    题型: 判断题
    题干: 对吗？
    答案: 错
  - {题型: 判断题, 题干: 对吗？, 答案: 对}
"""


def test_each_item_without_an_id_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "n.yaml"
    path.write_text(TEXT, encoding="utf-8", newline="\n")
    numbered = number_items(path, "编号")
    assert numbered.given == 2
    assert numbered.text == TEXT.replace("  - 题型", "  - 编号: n-005\n    题型").replace("{题型", "{编号: n-006, 题型")
    again = read(numbered.text.encode(), "n.yaml").bank
    assert again is not None
    assert [item.id for item in again.items] == ["n-005", "n-004", "n-006"]
    path.write_text(numbered.text, encoding="utf-8", newline="\n")
    assert number_items(path, "编号").text == numbered.text


def test_a_bank_with_errors_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "n.yaml"
    path.write_text(TEXT.replace("答案: 错", "答案: 也许"), encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        number_items(path, "编号")
    assert [fault.code for fault in caught.value.faults] == ["key-not-truth"]
