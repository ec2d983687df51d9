"""A bank's text edited item by item: what is not concerned stays byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.item import Value
from quizapp.formats.native.edit.bank_text import digest_of, end_of, open_bytes, open_text
from quizapp.formats.native.edit.item_edits import Edit, Insert, Replace, edited, is_doubted
from tests.formats.generated_banks import TEXTS
from tests.samples.bank_files import ITEMS, MORE

BANK = """\
# 我的题库，不要动
题库: roles   # 编号
标题: 五种角色

试题:
  # 第一题
  - 编号: r-1          # 老题
    题型: 单选题
    题干: 第四是（  ）。
    选项:              # 四个
      A: 跟班
      B: 秀才
    # 答案要核对
    答案: A            # 已核对
    解析: 次序如此。

  # 第二题
  - 编号: r-2
    题型: 判断题
    题干: |
      可以当
      司令员。
    答案: 错

# 文件到此为止
"""
NEW: dict[str, Value] = {
    "id": "r-3",
    "type": "single_choice",
    "stem": "新题",
    "options": {"A": "甲", "B": "乙"},
    "key": "B",
}


def edit(text: str, *edits: Edit) -> str:
    return edited(open_text(text, "roles.yaml"), edits)


def changed(before: str, after: str) -> list[str]:
    """Return the lines that differ, as a diff has them."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line for line in lines if line[0] in "+-"]


def fields(text: str, place: int) -> dict[str, Value]:
    return dict(open_text(text, "roles.yaml").entries.items[place].fields)


def with_fields(text: str, place: int, **more: object) -> Replace:
    given_ = {**fields(text, place), **more}
    return Replace(str(given_["id"]), {name: value for name, value in given_.items() if value is not None})  # type: ignore[misc]  # fields given by name


def test_a_new_item_goes_behind_the_last_one_in_the_file_s_style() -> None:
    after = edit(BANK, Insert(NEW))
    assert changed(BANK, after) == [
        "+   - 编号: r-3",
        "+     题型: 单选",
        "+     题干: 新题",
        "+     选项:",
        "+       A: 甲",
        "+       B: 乙",
        "+     答案: B",
        "+ ",
    ]
    assert "答案: 错\n\n  - 编号: r-3" in after
    assert after.endswith("\n# 文件到此为止\n")


def test_english_words_flow_maps_and_another_indentation_are_kept() -> None:
    text = "bank: b\nitems:\n- id: b-1\n  type: true_false\n  stem: x\n  key: true\n"
    assert edit(text, Insert(NEW)) == text + (
        "- id: r-3\n  type: single_choice\n  stem: 新题\n  options: {A: 甲, B: 乙}\n  key: B\n"
    )
    wide = "题库: b\n试题:\n    -   编号: b-1\n        题型: 判断题\n        题干: x\n        答案: 对\n"
    assert edit(wide, Insert(NEW)).endswith(
        "    -   编号: r-3\n        题型: 单选\n        题干: 新题\n        选项: {A: 甲, B: 乙}\n        答案: B\n"
    )


def test_an_item_in_braces_gets_a_neighbour_in_braces() -> None:
    text = "题库: b\n试题:\n  - {编号: b-1, 题型: 判断题, 题干: x, 答案: 对}"
    after = edit(text, Insert(NEW))
    assert after == text + "\n  - {编号: r-3, 题型: 单选, 题干: 新题, 选项: {A: 甲, B: 乙}, 答案: B}\n"
    assert changed(after, edit(after, with_fields(after, 0, key="错")))[1:2] == [
        "+   - {编号: b-1, 题型: 判断, 题干: x, 答案: 错}"
    ]


def test_windows_line_ends_are_kept() -> None:
    text = BANK.replace("\n", "\r\n")
    after = edit(text, Insert(NEW), with_fields(text, 0, rationale="新的\n解析", key="B"))
    assert after.count("\n") == after.count("\r\n")
    assert after.replace("\r\n", "\n") == edit(BANK, Insert(NEW), with_fields(BANK, 0, rationale="新的\n解析", key="B"))


def test_a_changed_field_changes_its_own_lines_and_keeps_the_comments() -> None:
    after = edit(BANK, with_fields(BANK, 0, key="B"))
    assert changed(BANK, after) == ["-     答案: A            # 已核对", "+     答案: B            # 已核对"]
    after = edit(BANK, with_fields(BANK, 0, options={"A": "甲", "B": "秀才"}))
    assert [line for line in changed(BANK, after) if "甲" in line or "跟班" in line] == [
        "-       A: 跟班",
        "+       A: 甲",
    ]


def test_fields_are_added_where_people_write_them_and_taken_out() -> None:
    after = edit(BANK, with_fields(BANK, 0, difficulty="easy", marks="2", rationale=None))
    assert changed(BANK, after) == [
        "+     难度: 易",
        "-     解析: 次序如此。",
        "+     分值: 2",
    ]


def test_a_text_of_several_lines_is_written_as_one() -> None:
    after = edit(BANK, with_fields(BANK, 1, stem="不可以当\n司令员。"))
    assert changed(BANK, after) == ["-       可以当", "+       不可以当"]
    assert fields(edit(BANK, with_fields(BANK, 1, stem="一行")), 1)["stem"] == "一行"


def test_retiring_is_one_line() -> None:
    after = edit(BANK, with_fields(BANK, 1, status="retired"))
    assert changed(BANK, after) == ["+     状态: 停用"]


def test_doubts_stand_above_their_item_until_they_are_gone() -> None:
    doubted = edit(BANK, Replace("r-2", fields(BANK, 1), ("缺解析", "缺难度")))
    assert changed(BANK, doubted) == ["+   # 存疑：缺解析", "+   # 存疑：缺难度"]
    assert [is_doubted(open_text(doubted, "x"), each) for each in open_text(doubted, "x").entries.items] == [
        False,
        True,
    ]
    assert edit(doubted, Replace("r-2", fields(BANK, 1), ())) == BANK


def test_an_item_of_a_case_is_edited_in_its_place() -> None:
    part: dict[str, Value] = {
        "id": "e-5-1",
        "type": "single_choice",
        "stem": "先做什么？",
        "options": {"A": "报告", "B": "印发"},
    }
    after = edit(MORE, Replace("e-5-1", {**part, "key": "B", "rationale": "见讲义。", "marks": "2"}))
    assert changed(MORE, after) == ["-         答案: A", "+         答案: B"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("题库: b\n试题: [{编号: b-1, 题型: 判断题, 题干: x, 答案: 对}]\n", "edit-flow-list"),
        ("{题库: b, 试题: [{编号: b-1, 题型: 判断题, 题干: x, 答案: 对}]}\n", "edit-flow-list"),
        ("题库: b\n试题:\n  - {编号: b-1, 题型: 判断题, # 甲\n     题干: x, 答案: 对}\n", "edit-flow-comments"),
        (
            "题库: b\n试题:\n  - 编号: b-1\n    题型: 判断题\n    题干: &a x\n    解析: *a\n    答案: 对\n",
            "edit-anchors",
        ),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        edit(text, Replace("b-1", {"id": "b-1", "type": "true_false", "stem": "y", "key": "对"}))
    assert caught.value.code == code


def test_an_item_that_is_not_there_and_a_file_that_is_no_yaml_are_told() -> None:
    with pytest.raises(CalledWrongly, match="edit-unknown-item"):
        edit(BANK, Replace("r-9", NEW))
    with pytest.raises(Faulty):
        edit(BANK + "  - [", Insert(NEW))


def test_what_would_not_come_back_as_meant_is_refused() -> None:
    with pytest.raises(Refused, match="edit-unsafe"):
        edit(BANK, Insert({**NEW, "stem": "响\a铃"}))
    with pytest.raises(Refused, match="edit-unsafe"):
        edit(BANK, Insert({**NEW, "rationale": ""}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_bytes_keep_their_encoding_but_gb18030(encoding: str) -> None:
    data = BANK.encode(encoding)
    bank = open_bytes(data, "roles.yaml")
    assert bank.digest == digest_of(data)
    assert bank.encoded(bank.text) == (BANK.encode() if encoding == "gb18030" else data)
    assert [fault.code for fault in bank.warnings] == (["encoding-gb18030"] if encoding == "gb18030" else [])


def test_a_bank_without_items_gets_its_first() -> None:
    assert edit("题库: b\n试题:\n", Insert(NEW)).startswith("题库: b\n试题:\n  - 编号: r-3\n")


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "stem": TEXTS,
        "rationale": TEXTS,
        "source": st.none() | TEXTS,
        "tags": st.lists(TEXTS, min_size=1, max_size=2),
        "difficulty": st.sampled_from(["easy", "hard"]),
    },
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([BANK, ITEMS, BANK.replace("\n", "\r\n")]), st.integers(0, 3), CHANGES)
def test_any_edit_leaves_the_other_items_lines_alone(text: str, place: int, changes: dict[str, object]) -> None:
    entries = open_text(text, "x").entries.items
    place %= len(entries)
    after = edit(text, with_fields(text, place, **changes))
    again = open_text(after, "x").entries.items
    for number, entry in enumerate(entries):
        if number != place:
            assert again[number].fields == entry.fields
    kept = _outside(text, place)
    assert _outside(after, place) == kept


def _outside(text: str, place: int) -> Sequence[str]:
    """Return the lines before an item's first and behind its last that has a field."""
    bank = open_text(text, "x")
    lines = text.splitlines()
    items = bank.entries.items
    first = bank.source.place(items[place].node.start)[0]
    after = bank.source.place(items[place + 1].node.start)[0] if place + 1 < len(items) else len(lines) + 1
    # Behind its last field only: a text of its own may have empty lines.
    last = bank.source.place(end_of(items[place].node, bank.text))[0]
    comments = [line for line in lines[last : after - 1] if line.strip().startswith("# 第") or not line.strip()]
    return [*lines[: first - 1], *comments, *lines[after - 1 :]]
