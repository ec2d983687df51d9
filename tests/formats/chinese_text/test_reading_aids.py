"""What somebody says of a text that its reader did not learn: how it counts, where keys are, whose a line is."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.formats.chinese_text import read_aided
from quizapp.formats.source_format import SourceReading
from quizapp.reading.exchange.source_question import GivenLine, GivenPart, GivenTo, LineCounts, ReadingAid
from tests.formats.chinese_text.word_files import lines, table, word_file
from tests.instruments.xlsx_workbooks import table as sheet

QUESTIONS = """\
一、单选题
1. 收文先做什么？
A. 登记
B. 传阅
2. 发文先做什么？
A. 核稿
B. 归档
3. 会议先做什么？
A. 通知
B. 记录
"""


def aided(text: str, name: str = "题.txt", **said: object) -> SourceReading:
    return read_aided(text.encode(), name, "", ReadingAid(**said))  # type: ignore[arg-type]  # by their names


def keys(found: SourceReading) -> list[object]:
    return [question.fields.get("key") for question in found.questions]


def _workbook() -> bytes:
    return sheet(("题号", "答案", "解析"), (1, "A", "先登记"), (2, "B", ""), (3, "A", ""))


KEYS = {
    "答案.txt": "参考答案\n1-3 ABA".encode(),
    "答案.md": b"1. A\n2. B\n3. A",
    "答案.docx": word_file(lines("参考答案"), table(("题号", "1", "2", "3"), ("答案", "A", "B", "A"))),
    "答案.csv": "题号,答案\n1,A\n2,B\n3,A\n".encode(),
    "横排.csv": "题号,1,2,3\n答案,A,B,A\n".encode(),
    "无表头.csv": b"1,A\n2,B\n3,A\n",
    "两栏.csv": "题号,答案,题号,答案\n1,A,3,A\n2,B,,\n".encode(),
    "答案.xlsx": _workbook(),
}


@pytest.mark.parametrize("name", KEYS)
def test_keys_come_from_another_file_whose_lines_are_counted_too(name: str) -> None:
    found = aided(QUESTIONS, keys=(KEYS[name], name))
    assert keys(found) == ["A", "B", "A"]
    others = [each for each in found.lines if each.sheet]
    assert others
    assert {each.sheet for each in others} == {name}
    assert found.line_counts.total == len(QUESTIONS.splitlines()) + len(others)
    assert not found.unread
    assert found.shape is not None
    assert found.shape.code == "import-shape-other"


def test_a_key_that_stands_below_its_question_and_in_the_other_file_is_one() -> None:
    found = aided(QUESTIONS.replace("B. 传阅", "B. 传阅\n答案：A"), keys=(b"1-3 ABA", "答案.txt"))
    assert keys(found) == ["A", "B", "A"]
    assert found.questions[0].verdict == "imported"


def test_a_rationale_beside_a_key_in_a_sheet_comes_too() -> None:
    found = aided(QUESTIONS, keys=(_workbook(), "答案.xlsx"))
    assert found.questions[0].fields["rationale"] == "先登记"
    assert [question.verdict for question in found.questions] == ["imported"] * 3


def test_keys_without_a_question_and_questions_without_a_key_are_told() -> None:
    found = aided(QUESTIONS, keys=("1. A\n9. B\n这行不是答案\n".encode(), "答案.txt"))
    told = {(remark.reason.code, remark.line, remark.sheet): dict(remark.reason.values) for remark in found.remarks}
    assert told["import-key-without-question", 2, "答案.txt"]["number"] == "9"
    assert told["import-key-unread", 3, "答案.txt"]["text"] == "这行不是答案"
    assert told["import-keys-missing", 0, "答案.txt"] == {"count": "2", "questions": "2（5）、3（8）"}
    assert [(each.line, each.text) for each in found.unread] == [(2, "9. B"), (3, "这行不是答案")]


@pytest.mark.parametrize("data", [b"", "没有答案".encode(), b"70. A\n"])
def test_a_file_without_a_key_of_any_question_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        aided(QUESTIONS, keys=(data, "答案.txt"))
    assert refused.value.code == "import-keys-none"


POINTS = "1、简述收文。\n1. 登记\n2. 传阅\n2、简述发文。\n1. 核稿\n2. 归档\n3、简述会议。\n1. 通知\n2. 记录\n"


@pytest.mark.parametrize(("number", "count"), [("1、", 3), ("1.", 6), ("3．", 6)])
def test_how_questions_are_numbered_can_be_said(number: str, count: int) -> None:
    found = aided(POINTS, number=number)
    assert len(found.questions) == count


def test_a_way_to_number_that_nobody_knows_is_said_to_be_none() -> None:
    with pytest.raises(CalledWrongly) as wrong:
        aided(POINTS, number="甲乙")
    assert wrong.value.code == "import-number-unknown"


@pytest.mark.parametrize(
    ("place", "keyed"),
    [("", ["A", "B", "A"]), ("end", ["A", "B", "A"]), ("below", [None, None]), ("inside", [None, None])],
)
def test_where_the_keys_stand_can_be_said(place: str, keyed: list[str | None]) -> None:
    assert keys(aided(f"{QUESTIONS}参考答案\n1-3 ABA\n", key_place=place))[: len(keyed)] == keyed


def test_a_line_that_is_named_noise_is_left_out_wherever_it_comes_and_no_other() -> None:
    text = QUESTIONS.replace("2. 发文", "仅供内部\n2. 发文").replace("3. 会议", "仅供内部\n3. 会议")
    assert "仅供内部" in str(aided(text).questions[0].fields["options"])
    found = aided(text, noise=frozenset({"仅供内部"}))
    assert found.line_counts == LineCounts(question=9, heading=1, noise=2)
    assert "仅供内部" not in str([question.fields for question in found.questions])


def test_in_a_short_text_no_other_line_is_noise_because_one_is_named() -> None:
    text = "".join(
        f"{number}. 第 {number} 问？\nA. 甲\nB. 乙\n{'办公室业务题库' * (number % 3 == 0)}\n答案：A\n"
        for number in range(1, 11)
    )
    assert aided(f"仅供内部\n{text}", noise=frozenset({"仅供内部"})).line_counts.noise == 1


def test_one_page_number_that_is_named_stands_for_all() -> None:
    text = QUESTIONS.replace("2. 发文", "综合处供稿 1\n2. 发文").replace("3. 会议", "综合处供稿 2\n3. 会议")
    assert aided(text, noise=frozenset({"综合处供稿 2"})).line_counts.noise == 2


def test_a_line_that_comes_back_can_be_kept() -> None:
    text = "".join(
        f"{number}. 第 {number} 问？\nA. 甲\nB. 乙\n答案：A\n" + ("办公室业务题库\n" if number % 4 == 0 else "")
        for number in range(1, 41)
    )
    assert aided(text).line_counts.noise == 10
    assert aided(text, kept=frozenset({"办公室业务题库"})).line_counts.noise == 0


STRAY = "以上各题由综合处供稿，如有错漏请及时反馈，谢谢大家的支持。" * 4


def given(
    text: str,
    to: GivenTo,
    part: GivenPart = "stem",
    source: str = f"{QUESTIONS}第二部分\n综合处供题\n{{}}\n4. 接待先做什么？\n",
) -> SourceReading:
    source = source.replace("{}", text)
    line = source.splitlines().index(text) + 1
    assert any(each.line == line and each.fate != "question" for each in aided(source).lines)
    found = aided(source, given=(GivenLine(line, text, to, part),))
    assert found.line_counts.total == aided(source).line_counts.total
    return found


def test_a_line_is_given_to_the_question_before_it_part_by_part() -> None:
    assert given(STRAY, "before").questions[2].fields["stem"] == f"会议先做什么？\n{STRAY}"
    assert given("C. 接站", "before", "option").questions[2].fields["options"] == {
        "A": "通知",
        "B": "记录",
        "C": "接站",
    }
    assert given("接站", "before", "option").questions[2].fields["options"] == {"A": "通知", "B": "记录", "C": "接站"}
    assert given("B", "before", "key").questions[2].fields["key"] == "B"
    assert given("答案：B 解析：要记", "before", "key").questions[2].fields["rationale"] == "要记"
    found = given(STRAY, "before", "rationale")
    assert found.questions[2].fields["rationale"] == STRAY
    mine = next(each for each in found.lines if each.text == STRAY)
    assert (mine.fate, mine.questions, mine.part) == ("question", (2,), "label")


def test_a_line_is_given_to_the_question_after_it() -> None:
    found = given(STRAY, "after")
    assert found.questions[3].fields["stem"] == f"{STRAY}\n接待先做什么？"
    assert found.questions[3].text == f"{STRAY}\n4. 接待先做什么？"


def test_several_lines_above_a_question_stand_in_their_order() -> None:
    source = f"{QUESTIONS}第二部分\n甲一\n乙二\n4. 接待先做什么？\n"
    two = (GivenLine(12, "甲一", "after"), GivenLine(13, "乙二", "after"))
    assert aided(source, given=two).questions[3].fields["stem"] == "甲一\n乙二\n接待先做什么？"


def test_a_line_becomes_a_question_of_its_own_whatever_number_it_has() -> None:
    source = QUESTIONS + "第二部分\n综合处供题\n{}\nA. 甲\nB. 乙\n答案：A\n"
    found = given("下列正确的是（  ）。", "own", source=source)
    assert found.questions[3].fields["stem"] == "下列正确的是（  ）。"
    assert found.questions[3].verdict == "imported"
    assert (
        given("题目9：下列正确的是（  ）。", "own", source=source).questions[3].fields["stem"] == "下列正确的是（  ）。"
    )


def test_a_question_of_its_own_takes_no_key_from_a_numbered_one() -> None:
    source = f"{STRAY}\n{QUESTIONS}"
    own = (GivenLine(1, STRAY, "own"),)
    found = aided(source, given=own, keys=(b"1. A\n2. B\n3. A\n", "答案.txt"))
    assert keys(found) == [None, "A", "B", "A"]
    assert keys(aided(f"{source}参考答案\n1-3 ABA\n", given=own)) == [None, "A", "B", "A"]


def test_what_is_given_is_held_to_the_same_proof() -> None:
    found = given("答案：E", "before", "key")
    assert found.questions[2].verdict == "imported"  # the type's own rules see that E is none of its options
    long = given("甲" * 2000, "before", source="".join(QUESTIONS * 3) + "第二部分\n综合处供题\n{}\n4. 接待先做什么？\n")
    assert [doubt.code for doubt in long.questions[8].doubts if doubt.code == "import-too-long"] == ["import-too-long"]


def test_a_line_with_no_question_before_it_stays_unread() -> None:
    source = f"{STRAY}\n{QUESTIONS}"
    found = aided(source, given=(GivenLine(1, STRAY, "before"),))
    assert [each.line for each in found.unread] == [1]
