"""A paper of the types that came later: a number, an order, pairs, a text, and a case with three questions."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Section
from quizapp.services.ports.workplace import Workplace
from tests.samples.workplace import Shelf, StoppedClock, workplace

NUMBER, ORDER, PAIRS, TEXT, CASE_FIRST, CASE_ORDER, CASE_LAST, PLAIN = range(1, 9)
"""The numbers of its questions."""

STIMULUS = (
    "星期五下午四点，县里的一份通知已经发到各乡镇，值班室接到电话：附件里的参会人数写错了一位。"
    "办公室主任正在陪同领导调研，手机信号时断时续；分管副主任在外地出差，文秘科只有一名新来的同志在岗。\n"
    "十分钟后，又有两个乡镇来电询问，其中一个已经按错误的人数订了会场。领导的会议定在下星期一上午九点，"
    "会场、材料、座签都要按人数准备。新来的同志想先打电话口头更正，又担心说不清楚；想重新发文，又不知道该由谁签。"
)

ITEMS = (
    Numeric(id="n-1", stem="一年有几个季度？", key=Fraction(4), unit="个", topic="roles"),
    Ordering(
        id="o-1",
        stem="请把办文的几个环节按先后排列。",
        options=("拟稿", "核稿", "签发", "印制", "分发"),
        key=("A", "B", "C", "D", "E"),
        rationale="先拟后核，签发以后才印制分发。",
    ),
    Matching(
        id="p-1",
        stem="请给每种角色选出与它最相称的一句话。",
        left=("跟班", "秀才", "耳目", "参谋"),
        right=("随时在身边，随叫随到", "下笔成文", "上情下达，下情上达", "出主意，想办法", "当家理财"),
        key=("A", "B", "C", "D"),
    ),
    Essay(
        id="e-1",
        stem="结合自己的岗位，谈谈怎样做好会前准备。",
        rubric=(
            RubricPoint(point="方案早定", marks=Fraction(2), keywords=("方案",)),
            RubricPoint(point="材料提前送到", marks=Fraction(3), keywords=("材料",)),
        ),
        model_answer="方案早定，材料提前送到，会场逐项检查。",
    ),
    Case(
        id="c-1",
        stem=STIMULUS,
        items=(
            SingleChoice(
                id="c-1a",
                stem="新来的同志首先应当（  ）。",
                options=("等主任回来再说", "立即报告值班领导", "自行重新发文", "请乡镇自己更正"),
                key="B",
            ),
            Ordering(id="c-1b", stem="请排出更正的步骤。", options=("报告", "核实", "更正"), key=("A", "B", "C")),
            Essay(id="c-1c", stem="事后应当补上哪些制度？", model_answer="校对、复核、留痕。"),
        ),
    ),
    TrueFalse(id="t-1", stem="通知发出以后就不能再更正。", key=False),
)

PAPER = Paper(
    id="sample-paper",
    title="新题型样卷",
    delivery=Delivery(time_limit=timedelta(minutes=30)),
    sections=(
        Section(title="一、数值题", items=("n-1",), marks=Fraction(2)),
        Section(title="二、排序题", items=("o-1",), marks=Fraction(5), marking="position"),
        Section(title="三、匹配题", items=("p-1",), marks=Fraction(4)),
        Section(title="四、简答题", items=("e-1",), marks=Fraction(5)),
        Section(title="五、案例分析题", items=("c-1",), marks=Fraction(3)),
        Section(title="六、判断题", items=("t-1",), marks=Fraction(1)),
    ),
)


def later_place(
    clock: StoppedClock | None = None, paper: Paper = PAPER, items: tuple[object, ...] = ITEMS
) -> Workplace:
    """Return a workplace in memory with that paper."""
    bank = ItemBank(id="later", title="新题型", items=items)  # type: ignore[arg-type]  # items of many types
    return workplace(Shelf(shelf_papers=(paper,), shelf_banks=(bank,)), clock)
