"""Items that test judgement: options with scores, more than one right order, levels and a frame, an unfolding case."""

from __future__ import annotations

from fractions import Fraction

from quizapp.domain.answer_key import Deduction, Level, RubricPoint
from quizapp.domain.item import INVALID
from quizapp.domain.items.case import Case, Stage
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from tests.samples.item_examples import Example

HALF = Fraction(1, 2)

GRADED = SingleChoice(
    id="j-001",
    stem="县里来电要一份昨天的会议材料，该怎么办？",
    options=("马上发过去", "核对来电身份，请示后再发", "请他等领导回来", "转给档案室，不再过问"),
    key="B",
    option_scores=(HALF, Fraction(1), Fraction(0), -HALF),
    rationale="材料出门先过手续。",
    feedback=(("D", "推出去等于误事。"),),
)
GRADED_SEVERAL = MultipleChoice(
    id="j-002",
    stem="值班时接到群众集体来访的电话，应当做的有（  ）。",
    options=("问清人数和诉求", "报告带班领导", "让他们改天再来", "先挂断再说"),
    key=("A", "B"),
    option_scores=(Fraction(1), HALF, Fraction(0), -HALF),
    rationale="问清、报告，都不能少。",
)
TWO_ORDERS = Ordering(
    id="j-003",
    stem="会务准备的先后是（  ）。",
    options=("定议程", "发通知", "备材料", "会前检查"),
    key=("A", "B", "C", "D"),
    before=(("A", "B"), ("B", "D"), ("C", "D")),
    rationale="材料可早可晚，检查在最后。",
)
LETTER = Essay(
    id="j-004",
    stem="请就购置两台复印机拟一份请示。",
    rubric=(
        RubricPoint(
            point="事由清楚",
            marks=Fraction(4),
            keywords=("复印机",),
            levels=(
                Level(level="一档", least=Fraction(4), most=Fraction(4), looks="起因、经过、影响齐全"),
                Level(level="二档", least=Fraction(2), most=Fraction(3), looks="缺一项"),
                Level(level="三档", least=Fraction(0), most=Fraction(1), looks="只有结论"),
            ),
        ),
        RubricPoint(point="格式完整", marks=Fraction(2)),
    ),
    deductions=(
        Deduction(point="错别字", each=HALF, most=Fraction(2)),
        Deduction(point="口语", each=Fraction(1), most=Fraction(2)),
    ),
    frame=("标题", "主送", "正文", "落款"),
    model_answer="关于购置复印机的请示。",
)
UNFOLDING = Case(
    id="j-100",
    stem="九点，县里来电。\n\n十点半，传来文件。",
    difficulty="medium",
    items=(
        TrueFalse(id="j-101", stem="先记下来电人的姓名。", key=True, difficulty="medium", rationale="要能找到人。"),
        TrueFalse(id="j-102", stem="文件可以明天再办。", key=False, difficulty="medium", rationale="当天事当天办。"),
        TrueFalse(id="j-103", stem="办完要回复。", key=True, difficulty="medium", rationale="事事有回音。"),
    ),
    stages=(Stage(stimulus="九点，县里来电。", size=1), Stage(stimulus="十点半，传来文件。", size=2)),
)

VARIANTS: dict[str, Example] = {
    "single_choice by scores": Example(
        item=GRADED,
        others=(("A",), ("C",), ("D",)),
        wrong=("D",),
        secret_texts=("材料出门先过手续。", "推出去等于误事。", '"-1/2"'),
    ),
    "multiple_choice by scores": Example(
        item=GRADED_SEVERAL,
        others=(("A",), ("B",), ("A", "D"), ("A", "B", "C", "D"), ("C",)),
        wrong=("C", "D"),
        secret_texts=("问清、报告，都不能少。", '"-1/2"'),
    ),
    "ordering of several orders": Example(
        item=TWO_ORDERS,
        others=(("A", "C", "B", "D"), ("C", "A", "B", "D"), ("A",), ("B", "A", "C", "D")),
        wrong=("D", "C", "B", "A"),
        secret_texts=('"A", "B"', "材料可早可晚，检查在最后。"),
    ),
    "essay in a frame": Example(
        item=LETTER,
        others=(("关于购置复印机的请示",), ("", "市财政局"), ("请示", "", "因旧机损坏……\n妥否，请批示。", "办公室")),
        wrong=INVALID,
        secret_texts=("一档", "起因、经过、影响齐全", "错别字", "格式完整"),
    ),
}
"""What an author may write of a type beside its usual ways, by what it is called in tests."""
