"""A draft may be unfinished: what its type misses is a warning, and the bank around it is used all the same."""

from __future__ import annotations

from tests.formats.native.bank_bytes import read

HEAD = "题库: roles\n标题: 五种角色\n试题:\n"
READY = "  - {编号: r-1, 题型: 判断题, 知识点: roles, 难度: 易, 题干: 参谋排在第四。, 答案: 对, 解析: 次序如此。}\n"
NO_KEY = """\
  - 编号: r-2
    题型: 单选题
    题干: 排在第三的是（  ）。
    选项: {A: 跟班, B: 耳目}
    状态: 草稿
"""
BEYOND = NO_KEY.replace("    状态", "    答案: D\n    状态")


def codes(text: str) -> dict[str, str]:
    found = read((HEAD + READY + text).encode(), "roles.yaml")
    assert found.bank is not None
    assert [item.id for item in found.bank.items] == ["r-1"]
    return {fault.code: fault.severity for fault in found.faults}


def test_a_draft_without_a_key_is_left_out_with_a_warning() -> None:
    assert codes(NO_KEY) == {"missing-field": "warning"}


def test_a_draft_with_a_key_beyond_its_options_is_left_out_with_a_warning() -> None:
    found = codes(BEYOND)
    assert found["key-beyond-options"] == "warning"
    assert "error" not in found.values()


def test_the_same_without_being_a_draft_is_an_error() -> None:
    assert codes(NO_KEY.replace("    状态: 草稿\n", ""))["missing-field"] == "error"
    assert codes(BEYOND.replace("草稿", "停用"))["key-beyond-options"] == "error"


def test_what_no_author_meant_is_an_error_in_a_draft_too() -> None:
    assert codes(NO_KEY.replace("    状态", "    选顶: [甲]\n    状态"))["unknown-field"] == "error"
    assert codes(NO_KEY.replace("题干: 排", "题干：排")).get("full-width-colon") == "error"


CASE = """\
  - 编号: r-3
    题型: 案例分析题
    材料: 上午十点，电话响了。
    状态: 草稿
    试题:
      - {编号: r-4, 题型: 判断题, 题干: 先接电话。, 答案: 对}
      - {编号: r-5, 题型: 单选题, 题干: 再做什么？, 选项: {A: 报告, B: 印发}}
"""


def test_a_case_that_is_a_draft_may_have_unfinished_items_and_is_left_out_with_them() -> None:
    assert codes(CASE) == {"missing-field": "warning", **dict.fromkeys(MISSED, "warning")}
    assert codes(CASE.replace("    状态: 草稿\n", ""))["missing-field"] == "error"
    assert codes(CASE.replace("选项: {A", "选顶: {A"))["unknown-field"] == "error"


MISSED = ("missing-topic", "missing-difficulty", "missing-rationale")
