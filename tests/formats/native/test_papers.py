"""Papers into rules, and checked against what the pool has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Draw, MakeUp, Paper, Section, Shuffle, Threshold
from tests.samples.bank_files import ITEMS, codes, shelf

FULL = """\
试卷: final
标题: 结业考试
用途: 考试
考生须知: 请独立作答。
考试时长: 60分钟
及格线: 60%
满分: 4
等次: {合格: 60%, 优秀: 90%}
考试时间: {开始: 2026-12-01 09:00, 截止: 2026年12月1日 11:00}
允许考试次数: 不限
成绩取值: 最高分
试卷套数: 一人一卷
随机种子: 007
乱序: {试题: 是, 选项: 否}
答题方式: 不可回看
交卷宽限: 30s
公布时间: 考试结束后
公布内容: [解析, 总分]
把握度: 是
大题:
  - 标题: 一
    抽题: {题型: 单选题, 知识点: {五种角色: 1}, 难度: {易: 1}, 题库: 演示题库}
    分值: 2
    倒扣: 1/3
    考试时长: 20m
  - title: 二
    items: [D-4]
    marks: 2
    marking: all_or_nothing
"""


def test_a_paper_with_everything(tmp_path: Path) -> None:
    pool = shelf(tmp_path, final=FULL)
    sourced = pool.paper("final")
    assert [fault.code for fault in sourced.faults] == ["exam-may-be-practised"]
    assert sourced.paper == Paper(
        id="final",
        title="结业考试",
        use="exam",
        instructions="请独立作答。",
        delivery=Delivery(
            time_limit=timedelta(hours=1),
            opens=datetime(2026, 12, 1, 1, 0, tzinfo=UTC),
            closes=datetime(2026, 12, 1, 3, 0, tzinfo=UTC),
            attempts=None,
            counts="best",
            navigation="forward_only",
            grace=timedelta(seconds=30),
            feedback="after_close",
            show=("score", "rationale"),
            certainty=True,
        ),
        pass_mark=Threshold(value=Fraction(3, 5), is_share=True),
        full_score=Fraction(4),
        grades=(
            ("优秀", Threshold(value=Fraction(9, 10), is_share=True)),
            ("合格", Threshold(value=Fraction(3, 5), is_share=True)),
        ),
        forms=1,
        per_candidate=True,
        seed="007",
        shuffle=Shuffle(items=True, options=False),
        sections=(
            Section(
                title="一",
                draw=Draw(
                    type="single_choice",
                    count=1,
                    banks=("demo",),
                    topic_counts=(("roles", 1),),
                    difficulty_counts=(("easy", 1),),
                ),
                marks=Fraction(2),
                penalty=Fraction(1, 3),
                time_limit=timedelta(minutes=20),
            ),
            Section(title="二", items=("d-4",), marks=Fraction(2), marking="all_or_nothing"),
        ),
    )


def test_a_paper_of_defaults(tmp_path: Path) -> None:
    paper = shelf(tmp_path, p="paper: p\ntitle: 卷\nsections:\n  - {title: 一, items: d-1}\n").paper("卷").paper
    assert paper == Paper(id="p", title="卷", sections=(Section(title="一", items=("d-1",)),))


def test_a_make_up_paper_names_its_first_by_id_or_title(tmp_path: Path) -> None:
    second = "paper: again\ntitle: 补考\nmake_up_for: 结业考试\neligible: [缺考, deferred]\nexclude: true\n"
    second += "计分上限: 及格线\nsections:\n  - {title: 一, items: [d-2]}\n"
    paper = shelf(tmp_path, final=FULL, again=second).paper("again").paper
    assert paper is not None
    assert paper.make_up == MakeUp(paper="final", eligible=("absent", "deferred"), exclude=True, cap=True)


TOP = "paper: p\ntitle: 卷\nsections:\n"
DRAW = "  - title: 一\n    draw: "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOP + DRAW + "{type: 单选, count: 2}", ["p:5 draw-unmet"]),
        (TOP + DRAW + "{type: 判断, count: 1}", ["p:5 draw-unmet"]),
        (TOP + DRAW + "{type: 单选, count: 1, banks: [dem]}", ["p:5 unknown-bank-id"]),
        (TOP + DRAW + "{type: 单选, count: 1, topics: [rolse]}", ["p:5 unknown-topic-asked"]),
        (TOP + DRAW + "{type: 单选, topics: {needs: 1, needs.situation: 1}}", ["p:5 topics-overlap"]),
        (TOP + DRAW + "{type: 单选, count: 3, topics: {needs: 1, roles: 1}}", ["p:5 totals-differ"]),
        (TOP + DRAW + "{type: 单选, count: 0}", ["p:5 not-a-count"]),
        (TOP + DRAW + "{type: 单选}", ["p:5 missing-field"]),
        (TOP + DRAW + "{count: 1}", ["p:5 missing-field"]),
        (TOP + DRAW + "{type: 单选, difficulty: {易: 1, easy: 1}}", ["p:5 duplicate-key"]),
        (TOP + "  - {title: 一, items: [d-9]}", ["p:4 unknown-item"]),
        (TOP + "  - {title: 一, items: [d-3]}", ["p:4 fixed-item-not-ready"]),
        (TOP + "  - {title: 一, items: [d-1, D-1]}", ["p:4 item-twice"]),
        (TOP + "  - {title: 一, items: [d-4], marking: partial}", ["p:4 scheme-of-no-item"]),
        (TOP + "  - {title: 一, items: [d-4], penalty: 25%}", ["p:4 penalty-without-choices"]),
        (TOP + "  - {title: 一, items: [d-2], marking: per_option}", ["p:4 option-marks-missing"]),
        (TOP + "  - {title: 一}", ["p:4 draw-or-items"]),
        (TOP + "  - {title: 一, items: []}", ["p:4 no-items"]),
        ("full_score: 9\n" + TOP + "  - {title: 一, items: [d-1, d-2]}", ["p:1 full-score-differs"]),
        ("feedback: after_close\n" + TOP + "  - {title: 一, items: [d-1]}", ["p:1 after-close-without-close"]),
        ("time_limit: 10m\n" + TOP + "  - {title: 一, items: d-1, time_limit: 11m}", ["p:5 section-limits-beyond"]),
        ("cap: pass_mark\n" + TOP + "  - {title: 一, items: [d-1]}", ["p:1 needs-make-up"]),
        ("make_up_for: q\n" + TOP + "  - {title: 一, items: [d-1]}", ["p:1 unknown-first-paper"]),
        ("forms: 27\n" + TOP + "  - {title: 一, items: [d-1]}", ["p:1 not-a-form-count"]),
        ("attempts: 0\n" + TOP + "  - {title: 一, items: [d-1]}", ["p:1 not-an-attempt-count"]),
        (
            "window: {opens: 2026-12-01 09:00, closes: 2026-12-01 09:00}\n" + TOP + "  - {title: 一, items: [d-1]}",
            ["p:1 window-closes-first"],
        ),
        ("paper: p\ntitle: 卷\nsections: []", ["p:3 no-sections"]),
        ("paper: p\ntitle: 卷\nsections: 一", ["p:3 sections-not-listed"]),
        ("paper: p\nsections:\n  - {items: [d-1]}", ["p:1 missing-field", "p:3 missing-field"]),
        ("paper: p\ntitle: 卷\nsections: [\n", ["p:3 bracket-not-closed"]),
    ],
)
def test_a_paper_that_cannot_be_met_or_does_not_add_up(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(shelf(tmp_path, p=text)) == expected


def test_a_draw_without_marks_needs_items_of_equal_marks(tmp_path: Path) -> None:
    dear = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("单选题\n", "单选题\n    分值: 3\n")
    assert codes(shelf(tmp_path, e=dear, p=TOP + DRAW + "{type: 单选, count: 1}")) == ["p:5 marks-differ"]
    equal = "full_score: 3\n" + TOP + DRAW + "{type: 单选, count: 1, banks: e}"
    assert codes(shelf(tmp_path, e=dear, p=equal)) == []


def test_banks_with_errors_or_for_practice_are_not_drawn_from(tmp_path: Path) -> None:
    broken = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e").replace("答案: C", "答案: D")
    text = TOP + DRAW + "{type: 填空, count: 1, banks: e}"
    assert codes(shelf(tmp_path, e=broken, p=text)) == ["e:10 key-beyond-options", "p:5 bank-faulty"]
    practice = ITEMS.replace("d-", "e-").replace("题库: demo", "题库: e\n用途: 练习")
    assert codes(shelf(tmp_path, e=practice, p=text)) == ["p:5 bank-for-practice"]
    fixed = TOP + "  - {title: 一, items: [e-1]}"
    assert codes(shelf(tmp_path, e=practice, p=fixed)) == ["p:4 fixed-item-for-practice"]
