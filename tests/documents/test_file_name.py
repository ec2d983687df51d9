"""Names of files are such as every system takes."""

from __future__ import annotations

import pytest

from quizapp.documents.writers import fit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("结业考试", "结业考试"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("甲\n乙\x00丙\u202e", "甲_乙_丙_"),
        (" ..结业 考试. ", "结业 考试"),
        ("一二三四五六七八九十", "一二三四五六"),
        ("一二三四五 七", "一二三四五"),
        ("..", ""),
    ],
)
def test_what_some_system_refuses_is_not_in_a_name(text: str, name: str) -> None:
    assert fit(text, 6 if text.startswith("一") else 40) == name
