"""Questions merged into a bank: new, the same, changed; nothing else of the file is touched."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.domain.errors import Faulty, Refused
from quizapp.formats.csv_format import CSV
from quizapp.formats.native import NATIVE
from quizapp.formats.native.edit.bank_merge import MergedBank, MergeTarget, merge
from quizapp.formats.native.edit.source_records import with_records
from quizapp.reading.exchange.source_question import SourceReading
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.source import Node, ScalarNode
from quizapp.services.exchange.source_memory import ImportWishes
from tests.formats.native.bank_bytes import read
from tests.samples.bank_files import COURSE, ITEMS, MORE

HEAD = "题型,题干,选项A,选项B,选项C,答案,解析\n"
THREE = (
    HEAD + "单选,第四是（  ）。,跟班,秀才,参谋,C,次序。\n判断,可以当司令员。,,,,错,\n单选,摆在（  ）。,床头,包里,,A,\n"
)
BANK = """\
# 老题库，注释要留着
题库: roles   # 编号
标题: 五种角色
试题:
  # 第一题
  - 编号: roles-007
    题型: 单选题   # 老题型
    知识点: 手工写的
    题干: 第四是（  ）。
    选项: [跟班, 秀才, 参谋]
    # 错的
    答案: B
    解析: 次序。
    标签: [手工]
# 完
"""


def bring(text: str, bank: str | bytes | None, path: str = "roles.yaml", **more: object) -> MergedBank:
    data = bank.encode() if isinstance(bank, str) else bank
    target = MergeTarget(path=Path(path), data=data, tongue="zh", say=lambda reason: reason.code, **more)  # type: ignore[arg-type]  # named by tests
    return merge(CSV.read(text.encode(), "x.csv", ""), target)


def outcomes(merged: MergedBank) -> list[tuple[str, str, str]]:
    return [(each.verdict, each.outcome, each.id) for each in merged.plan.brought]


def text_of(merged: MergedBank) -> str:
    """Return the bank's new text but for what is remembered of its sources."""
    assert merged.data is not None
    return with_records(merged.data.decode(), {}, "zh", "\n")


def changed(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_new_bank_is_made_and_reads_without_errors() -> None:
    merged = bring(THREE, None, "new bank.yaml")
    assert outcomes(merged) == [("imported", "added", f"new-bank-00{number}") for number in (1, 2, 3)]
    found = read(merged.data or b"", "new bank.yaml")
    assert [fault for fault in found.faults if fault.severity == "error"] == []
    assert found.bank is not None
    assert len(found.bank.items) == 3


def test_importing_again_changes_nothing() -> None:
    first = bring(THREE, None)
    again = bring(THREE, first.data)
    assert again.data is None
    assert [outcome for _, outcome, _ in outcomes(again)] == ["same"] * 3


def test_doubtful_questions_are_drafts_with_the_doubt_above_and_come_no_second_time() -> None:
    source = HEAD + "单选,没有答案,甲,乙,,,\n单选,超出,甲,乙,,D,\n拼图,怪题型,甲,乙,,A,\n单选,,甲,乙,,A,\n"
    merged = bring(source, None)
    assert Counter(each.verdict for each in merged.plan.brought) == {"doubtful": 3, "refused": 1}
    text = text_of(merged)
    assert text.count("状态: 草稿") == 3
    assert [line.strip() for line in text.splitlines() if "#" in line] == [
        "# 存疑：import-no-key",
        "# 存疑：key-beyond-options",
        "# 存疑：import-type-unknown",
    ]
    found = read(merged.data or b"", "roles.yaml")
    assert {fault.severity for fault in found.faults} == {"warning"}
    assert bring(source, merged.data).data is None


def test_a_draft_that_the_source_mends_becomes_ready_and_its_doubt_goes() -> None:
    bad = HEAD + "单选,超出,甲,乙,,D,\n"
    drafted = bring(bad, None)
    mended = bring(bad.replace("D", "B"), drafted.data)
    assert outcomes(mended) == [("imported", "changed", "roles-001")]
    lines = changed(text_of(drafted), text_of(mended))
    assert lines == ["-   # 存疑：key-beyond-options", "-     答案: D", "+     答案: B", "-     状态: 草稿"]


def test_a_draft_that_was_mended_in_the_bank_is_kept_against_a_source_in_doubt() -> None:
    bad = HEAD + "单选,超出,甲,乙,,D,\n"
    mended = text_of(bring(bad, None)).replace("  # 存疑：key-beyond-options\n", "").replace("答案: D", "答案: B")
    again = bring(bad, mended.replace("    状态: 草稿\n", ""))
    assert outcomes(again) == [("doubtful", "kept", "roles-001")]
    # Only what the source says is remembered, so that the next time there is nothing to do.
    assert text_of(again) == mended.replace("    状态: 草稿\n", "")
    assert bring(bad, again.data).data is None


def test_three_corrected_of_four_hundred_change_three_lines() -> None:
    rows = [
        f"单选,第 {number} 个问题是（  ）。,甲{number},乙{number},丙{number},A,解析{number}\n" for number in range(400)
    ]
    first = bring(HEAD + "".join(rows), None)
    for number in (7, 77, 377):
        rows[number] = rows[number].replace(",A,", ",C,")
    rows[8] = rows[8].replace("第 8 个问题是（  ）。", "第8个问题是()：")
    again = bring(HEAD + "".join(rows), first.data)
    assert (again.plan.count_outcome("added"), again.plan.count_outcome("changed")) == (0, 4)
    assert len(changed(text_of(first), text_of(again))) == 8


def test_what_the_source_does_not_say_is_kept_and_comments_with_it() -> None:
    merged = bring(THREE, BANK)
    assert outcomes(merged)[0] == ("imported", "disputed", "roles-007")
    assert [(each.field, each.before, each.after) for each in merged.plan.brought[0].disputes] == [("key", "B", "C")]
    merged = bring(THREE, BANK, wishes=ImportWishes(take="source"))
    assert outcomes(merged)[0] == ("imported", "changed", "roles-007")
    assert [(each.field, each.before, each.after) for each in merged.plan.brought[0].changes] == [("key", "B", "C")]
    assert changed(BANK, text_of(merged))[:2] == ["-     答案: B", "+     答案: C"]
    assert [id for _, _, id in outcomes(merged)] == ["roles-007", "roles-008", "roles-009"]
    assert text_of(merged).startswith("# 老题库，注释要留着\n题库: roles   # 编号\n")
    assert text_of(merged).endswith("    答案: A\n# 完\n")


def test_ids_of_other_banks_are_not_given() -> None:
    merged = bring(THREE, None, taken=frozenset({"roles-001", "roles-050"}))
    assert [each.id for each in merged.plan.brought] == ["roles-051", "roles-052", "roles-053"]


def test_the_same_stem_with_other_options_is_another_question() -> None:
    source = HEAD + "单选,下列正确的是,甲,乙,丙,A,\n单选,下列正确的是,丁,戊,己,B,\n"
    first = bring(source, None)
    assert [outcome for _, outcome, _ in outcomes(first)] == ["added", "added"]
    again = bring(source.replace("己,B", "庚,C") + "单选,下列正确的是,子,丑,寅,A,\n", first.data)
    assert outcomes(again) == [
        ("imported", "same", "roles-001"),
        ("imported", "changed", "roles-002"),
        ("imported", "added", "roles-003"),
    ]


def test_a_question_that_shares_no_option_is_not_taken_for_the_one_that_is_there() -> None:
    first = bring(HEAD + "单选,下列正确的是,甲,乙,丙,A,\n", None)
    again = bring(HEAD + "单选,下列正确的是,子,丑,寅,A,\n", first.data)
    assert outcomes(again) == [("imported", "added", "roles-002")]


def test_a_question_twice_in_the_source_is_brought_once_and_told() -> None:
    row = "单选,一样的题,甲,乙,,A,\n"
    merged = bring(HEAD + row + row + row.replace(",A,", ",B,"), None)
    assert outcomes(merged) == [
        ("imported", "added", "roles-001"),
        ("imported", "same", "roles-001"),
        ("doubtful", "added", "roles-002"),
    ]
    assert [note.code for note in merged.plan.brought[1].notes] == ["import-repeated"]
    assert [doubt.code for doubt in merged.plan.brought[2].doubts] == ["import-twice"]
    assert bring(HEAD + row + row + row.replace(",A,", ",B,"), merged.data).data is None


def test_a_topic_that_the_course_has_not_becomes_a_tag(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    source = "题型,题干,答案,知识点\n判断,一,对,五种角色\n判断,二,对,没有的\n"
    merged = bring(source, None, str(tmp_path / "roles.yaml"))
    assert [each.verdict for each in merged.plan.brought] == ["imported", "imported"]
    assert "知识点: 五种角色" in text_of(merged)
    assert "标签: [没有的]" in text_of(merged)
    assert bring(source, merged.data, str(tmp_path / "roles.yaml")).data is None


def test_a_bank_with_errors_or_without_ids_is_left_alone() -> None:
    with pytest.raises(Faulty):
        bring(THREE, BANK.replace("答案: B", "答案: 甲"))
    with pytest.raises(Refused, match="import-unnumbered"):
        bring(THREE, BANK.replace("编号: roles-007", "编号:"))


def test_a_bank_in_gb18030_is_utf8_afterwards_and_says_so() -> None:
    merged = bring(THREE, BANK.encode("gb18030"))
    assert "第四是" in text_of(merged)
    assert [fault.code for fault in merged.warnings] == ["encoding-gb18030"]


def test_every_type_comes_along_from_another_bank() -> None:
    for text in (ITEMS, MORE):
        reading = NATIVE.read(text.encode(), "y.yaml", "")
        merged = merge(
            reading, MergeTarget(path=Path("z.yaml"), data=None, tongue="en", say=lambda reason: reason.code)
        )
        ids = {old: each.id for old, each in zip(_ids(reading), merged.plan.brought, strict=True)}
        before, after = read(text.encode(), "y.yaml").bank, read(merged.data or b"", "z.yaml").bank
        assert before is not None
        assert after is not None
        assert [_without_ids(item) for item in after.items] == [_without_ids(item) for item in before.items]
        assert [item.id for item in after.items] == [ids[item.id] for item in before.items]
        again = merge(
            reading, MergeTarget(path=Path("z.yaml"), data=merged.data, tongue="zh", say=lambda reason: reason.code)
        )
        assert again.data is None


def _ids(reading: SourceReading) -> list[str]:
    return [str(question.fields["id"]) for question in reading.questions]


def _without_ids(item: object) -> str:
    from dataclasses import replace

    from quizapp.domain.item import Item

    assert isinstance(item, Item)
    return repr(replace(item.with_parts(tuple(replace(part, id="") for part in item.parts)), id=""))


def test_a_changed_item_of_a_case_changes_its_own_lines() -> None:
    reading = NATIVE.read(MORE.encode(), "y.yaml", "")
    target = MergeTarget(path=Path("z.yaml"), data=None, tongue="zh", say=lambda reason: reason.code)
    first = merge(reading, target)
    changed_reading = NATIVE.read(
        MORE.replace("答案: A\n        解析: 见讲义", "答案: B\n        解析: 见讲义").encode(), "y", ""
    )
    again = merge(changed_reading, target._replace(data=first.data))
    assert [each.outcome for each in again.plan.brought if each.outcome != "same"] == ["changed"]
    assert changed(text_of(first), text_of(again)) == ["-         答案: A", "+         答案: B"]


def test_a_bank_is_read_once_and_what_becomes_of_it_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    made = bring(THREE, None).data
    read_lengths: list[int] = []
    entries = Document.entries

    def counted(document: Document, streamed: frozenset[str]) -> Iterator[tuple[ScalarNode, Node, int]]:
        read_lengths.append(document.source.text.count("\n"))
        return entries(document, streamed)

    monkeypatch.setattr(Document, "entries", counted)
    lines = made.count(b"\n") if made else 0
    bring(THREE, None)
    assert read_lengths == [3, lines - 5]  # without what is remembered: a heading, the source, three questions
    read_lengths.clear()
    bring(THREE, made)
    assert read_lengths == [lines]


def test_a_change_of_every_item_is_one_of_each_line() -> None:
    rows = [f"单选,问{number},甲,乙,,{{}},\n" for number in range(300)]
    before = bring(HEAD + "".join(rows).format(*["A"] * 300), None)
    after = bring(HEAD + "".join(rows).format(*["B"] * 300), before.data)
    assert after.plan.count_outcome("changed") == 300
    assert text_of(after) == text_of(before).replace("答案: A", "答案: B")


def test_what_does_not_come_back_as_meant_is_not_brought(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.formats.native.write.item_layout.scalar", lambda text: text.replace("司令员", "司令"))
    with pytest.raises(Refused, match="edit-unsafe"):
        bring(THREE, None)
