"""Numbers, orders, pairs, essays and cases into items, and out again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.text import clean
from quizapp.formats.native.edit.item_ids import number_items
from quizapp.formats.native.write.banks import write_bank
from quizapp.reading.yaml.events import MakeParser, PureParser, libyaml_parser
from tests.formats.native.bank_bytes import read
from tests.samples.bank_files import MORE, codes, faults_of_format, shelf
from tests.samples.item_examples import CASE, EXAMPLES

PARSERS = pytest.mark.parametrize("make_parser", [libyaml_parser, PureParser], ids=["libyaml", "pure"])
TONGUES = pytest.mark.parametrize("tongue", ["zh", "en"])


@PARSERS
def test_every_type_is_read_in_both_languages(tmp_path: Path, make_parser: MakeParser) -> None:
    pool = shelf(tmp_path, make_parser, more=MORE)
    assert codes(pool) == []
    bank = pool.bank("more").bank
    assert bank is not None
    numeric, ordering, matching, essay, case, plain = bank.items
    assert isinstance(numeric, Numeric)
    assert (numeric.key, numeric.tolerance, numeric.unit) == (Fraction("12.5"), Fraction("0.1"), "万元")
    assert isinstance(ordering, Ordering)
    assert (ordering.options, ordering.key, ordering.marking) == (("拟稿", "核稿", "签发"), ("A", "B", "C"), "position")
    assert isinstance(matching, Matching)
    assert (matching.left, matching.right) == (("床头", "包里"), ("睡前翻的", "路上, 看的", "工作时查的"))
    assert isinstance(essay, Essay)
    assert essay.rubric == (
        RubricPoint(point="先报告", marks=Fraction(2), keywords=("报告", "请示")),
        RubricPoint(point="再补救", marks=Fraction(3, 2), keywords=("更正",)),
        RubricPoint(point="后总结", marks=Fraction(1)),
    )
    assert (essay.model_answer, essay.marks) == ("立即报告并发更正。", Fraction(9))
    assert isinstance(plain, Essay)
    assert (plain.rubric, plain.model_answer) == ((), "")
    assert isinstance(case, Case)
    assert case.stem == "上午十点，张主任说：先印发。\n李主任说：先等等。"


def test_a_cases_item_has_the_cases_topic_and_difficulty_where_it_has_none_and_nothing_else(tmp_path: Path) -> None:
    bank = shelf(tmp_path, more=MORE).bank("more").bank
    assert bank is not None
    case = bank.items[4]
    first, second = case.parts
    assert (case.topic, case.difficulty, case.tags) == ("roles", "medium", ("冲突",))
    assert (first.id, first.topic, first.difficulty, first.tags) == ("e-5-1", "roles", "medium", ())
    assert (second.topic, second.difficulty) == ("needs", "hard")
    assert [part.marks for part in case.parts] == [2, 3]


@TONGUES
def test_every_type_reads_back_equal(tmp_path: Path, tongue: Literal["zh", "en"]) -> None:
    bank = shelf(tmp_path, more=MORE).bank("more").bank
    assert bank is not None
    again = read(write_bank(bank, tongue), "more.yaml")
    assert (again.faults, again.bank) == ((), bank)
    examples = ItemBank(id="all", title="全部", items=(*(example.item for example in EXAMPLES.values()),))
    assert read(write_bank(examples, tongue), "all.yaml").bank == examples
    alone = ItemBank(id="all", title="全部", items=(CASE,))
    inherited = CASE.with_parts(
        tuple(replace(part, topic=part.topic or "roles", difficulty=part.difficulty or "hard") for part in CASE.items)
    )
    assert read(write_bank(alone, tongue), "all.yaml").bank == replace(alone, items=(inherited,))


TEXTS = st.text(max_size=20).map(clean).filter(lambda text: bool(text.strip()))
NUMBERS = st.decimals(0, 999, places=3).map(Fraction)


@given(st.lists(TEXTS, min_size=6, max_size=6), NUMBERS, st.sampled_from(["zh", "en"]))
def test_any_clean_text_survives(texts: list[str], number: Fraction, tongue: Literal["zh", "en"]) -> None:
    one, two, three, four, five, six = texts
    items: tuple[Item, ...] = (
        Numeric(id="a-1", stem=one, key=-number, tolerance=number, unit="元"),
        Ordering(id="a-2", stem=two, options=("甲" + one, "乙" + two), key=("A", "B")),
        Matching(
            id="a-3", stem=one, left=("1" + one, "2" + two), right=("1" + three, "2" + four, "3" + five), key=("A", "B")
        ),
        Essay(
            id="a-4",
            stem=three,
            rubric=(RubricPoint(point=four, marks=number + 1, keywords=(five, six)),),
            model_answer=six,
        ),
        Case(
            id="a-5",
            stem=six,
            items=(Essay(id="a-6", stem=five), SingleChoice(id="a-7", stem=one, options=("甲", "乙"), key="A")),
        ),
    )
    bank = ItemBank(id="a", title="a", items=items)
    again = read(write_bank(bank, tongue), "a.yaml")
    assert [fault.code for fault in again.faults if fault.severity == "error"] == []
    assert again.bank == bank


PART = "        题型: 判断\n        题干: 对吗\n        答案: 对\n        解析: 对。\n"
BARE = "题库: n\n试题:\n  - 题型: 案例\n    知识点: roles\n    难度: 易\n    材料: 材料一。\n    试题:\n"


def test_ids_of_a_cases_items_are_given_and_written_too(tmp_path: Path) -> None:
    text = (
        BARE
        + f"      - 标签: [x]\n{PART}      - 编号: n-004\n{PART}"
        + "      - {题型: 判断, 题干: 对吗, 答案: 对, 解析: 对。}\n"
    )
    pool = shelf(tmp_path, n=text)
    assert codes(pool) == ["n:3 missing-id", "n:8 missing-id", "n:18 missing-id"]
    bank = pool.bank("n").bank
    assert bank is not None
    assert [item.id for item in bank.every] == ["n-005", "n-006", "n-004", "n-007"]
    numbered = number_items(tmp_path / "n.yaml", "编号")
    assert numbered.given == 3
    assert numbered.text == text.replace("  - 题型: 案例", "  - 编号: n-005\n    题型: 案例").replace(
        "      - 标签", "      - 编号: n-006\n        标签"
    ).replace("{题型", "{编号: n-007, 题型")
    (tmp_path / "n.yaml").write_text(numbered.text, encoding="utf-8")
    assert number_items(tmp_path / "n.yaml", "编号").given == 0


def test_ids_of_a_cases_items_are_unique_in_the_pool(tmp_path: Path) -> None:
    text = BARE.replace("- 题型", "- 编号: n\n    题型") + f"      - 编号: n-1\n{PART}      - 编号: {{id}}\n{PART}"

    def faults(folder: str, id: str) -> list[tuple[int, str, str]]:
        pool = shelf(tmp_path / folder, n=text.format(id=id))
        return [(fault.line, fault.item, str(fault.values["line"])) for fault in faults_of_format(pool)]

    assert faults("a", "N-1") == [(14, "N-1", "9")]
    assert faults("b", "N") == [(14, "N", "3")]
    assert faults("c", "D-1") == [(14, "D-1", "4")]
    assert faults("d", "n-2") == []


def test_a_topic_that_is_nowhere_is_told_of_the_case_and_of_an_item_with_one_of_its_own(tmp_path: Path) -> None:
    text = MORE.replace("知识点: 五种角色", "知识点: 六种角色").replace("topic: needs", "topic: neds")
    faults = faults_of_format(shelf(tmp_path, more=text))
    assert [(fault.line, fault.item, fault.code) for fault in faults] == [
        (45, "e-5", "unknown-topic"),
        (61, "e-5-2", "unknown-topic"),
    ]


def test_warnings_of_a_cases_items_are_allowed_by_themselves(tmp_path: Path) -> None:
    silent = PART.replace("        解析: 对。\n", "")
    text = BARE.replace("- 题型", "- 编号: n\n    题型") + (
        f"      - 编号: n-1\n        免检: [missing-rationale]\n{silent}      - 编号: n-2\n{silent}"
    )
    assert codes(shelf(tmp_path, n=text)) == ["n:14 missing-rationale"]


TOP = "paper: p\ntitle: 卷\nsections:\n"
DRAW = TOP + "  - title: 一\n    draw: "
LARGER = (
    MORE.replace("e-", "g-")
    .replace("题库: more", "题库: larger")
    .replace("  - 编号: g-6", "      - {编号: g-5-3, 题型: 判断, 题干: 对, 答案: 对, 解析: 对}\n  - 编号: g-6")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DRAW + "{type: case, count: 1, banks: more}\n    marks: 5", []),
        (DRAW + "{type: case, count: 1}\n    marks: 5", ["p:5 case-sizes-differ"]),
        (DRAW + "{type: case, count: 1, size: 3}\n    marks: 5", []),
        (DRAW + "{题型: 案例, 题数: 1, 小题数: 2}\n    marks: 5", []),
        (DRAW + "{type: case, count: 1, size: 4}\n    marks: 5", ["p:5 draw-unmet"]),
        (DRAW + "{type: case, count: 2, size: 2}\n    marks: 5", ["p:5 draw-unmet"]),
        (DRAW + "{type: case, count: 1, size: 0}", ["p:5 not-a-count"]),
        (DRAW + "{type: 单选, count: 1, size: 2}", ["p:5 size-without-case"]),
        (DRAW + "{type: case, count: 1, size: 2}", ["p:5 marks-differ"]),
        ("full_score: 10\n" + DRAW + "{type: case, count: 1, size: 2}\n    marks: 5", []),
        ("full_score: 15\n" + DRAW + "{type: case, count: 1, size: 3}\n    marks: 5", []),
        ("full_score: 5\n" + DRAW + "{type: case, count: 1, size: 2}\n    marks: 5", ["p:1 full-score-differs"]),
        ("full_score: 5\n" + TOP + "  - {title: 一, items: [e-5]}", []),
        ("full_score: 4\n" + TOP + "  - {title: 一, items: [e-5], marks: 2}", []),
        (TOP + "  - {title: 一, items: [e-5-1]}", ["p:4 fixed-item-of-case"]),
        (TOP + "  - {title: 一, items: [e-5], penalty: 1/3}", []),
        (TOP + "  - {title: 一, items: [e-5], marking: partial}", ["p:4 scheme-of-no-item"]),
        (DRAW + "{type: case, count: 1, size: 2}\n    marks: 5\n    penalty: 1/3", []),
        (DRAW + "{type: case, count: 1, size: 2}\n    marks: 5\n    marking: partial", ["p:7 scheme-of-no-item"]),
        (DRAW + "{type: essay, count: 2, banks: more}\n    penalty: 1/3", ["p:6 penalty-without-choices"]),
    ],
)
def test_papers_with_cases_add_up(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(shelf(tmp_path, more=MORE, larger=LARGER, p=text)) == expected
