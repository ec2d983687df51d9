"""One example of each question type: an item with feedback and rationale, and responses that are not its key.

A case, which is not answered, has none of its own; its items' types have theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quizapp.domain.answer_key import RubricPoint
from quizapp.domain.item import INVALID, Item, Response
from quizapp.domain.items.case import Case
from quizapp.domain.items.classification import Classification
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.text_correction import TextCorrection
from quizapp.domain.items.true_false import TrueFalse


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An item of a type, ready to be run through what every type must do."""

    item: Item
    others: tuple[Response, ...]
    """Responses a candidate can give beside the key: partly right ones and wrong ones."""
    wrong: Response
    """One that earns nothing under any scheme."""
    secret_texts: tuple[str, ...]
    """What stands in the item's plain data only because of its secrets."""


_RATIONALE = "次序是跟班、秀才、耳目、参谋、管家。"

EXAMPLES: dict[str, Example] = {
    "single_choice": Example(
        item=SingleChoice(
            id="fr-001",
            stem="办公室干部的“五种角色”中，排在第三的是（  ）。",
            topic="roles",
            difficulty="easy",
            options=("跟班", "秀才", "耳目", "参谋"),
            key="C",
            rationale=_RATIONALE,
            feedback=(("D", "参谋排在第四。"),),
        ),
        others=(("A",), ("B",), ("D",)),
        wrong=("D",),
        secret_texts=(_RATIONALE, "参谋排在第四。"),
    ),
    "multiple_choice": Example(
        item=MultipleChoice(
            id="fr-002",
            stem="下列属于“五种角色”的有（  ）。",
            options=("跟班", "秀才", "司机", "参谋", "会计"),
            key=("A", "B", "D"),
            rationale=_RATIONALE,
            feedback=(("C", "司机不在其列。"), ("E", "会计不在其列。")),
            tags=("角色",),
        ),
        others=(("A",), ("A", "B"), ("B", "D"), ("A", "C"), ("C", "E"), ("A", "B", "C", "D", "E"), ("E",)),
        wrong=("C", "E"),
        secret_texts=(_RATIONALE, "司机不在其列。", "会计不在其列。"),
    ),
    "true_false": Example(
        item=TrueFalse(id="fr-003", stem="管家排在第一。", key=False, rationale=_RATIONALE),
        others=(("true",),),
        wrong=("true",),
        secret_texts=(_RATIONALE,),
    ),
    "fill_blank": Example(
        item=FillBlank(
            id="fr-004",
            stem="办文要___、___、___。",
            key=(("快", "及时"), ("准",), ("细", "《细》")),
            any_order=True,
            rationale="三字要诀。",
        ),
        others=(("快",), ("", "快"), ("准", "慢", "及时"), ("快", "快", "快"), ("慢",), ("", "", "细")),
        wrong=("慢", "粗"),
        secret_texts=("快", "及时", "准", "细", "三字要诀。"),
    ),
    "numeric": Example(
        item=Numeric(
            id="fr-005",
            stem="全年经费是多少？",
            key=Fraction("12.5"),
            tolerance=Fraction("0.1"),
            unit="万元",
            rationale="十二万五。",
        ),
        others=(("12.6",), ("12.7",), ("１２．５万元",), ("1,000",), ("十二",), ("-12.5",)),
        wrong=("12.601",),
        secret_texts=("25/2", "1/10", "十二万五。"),
    ),
    "ordering": Example(
        item=Ordering(
            id="fr-006",
            stem="公文办理的次序是（  ）。",
            options=("拟稿", "核稿", "签发", "印发"),
            key=("A", "B", "C", "D"),
            rationale="先核后签。",
            feedback=(("B", "核稿在签发之前。"),),
        ),
        others=(("A",), ("A", "C", "B", "D"), ("B", "A"), ("D", "C", "B", "A"), ("C", "A", "B")),
        wrong=("D", "C", "B", "A"),
        secret_texts=('"A", "B"', "先核后签。", "核稿在签发之前。"),
    ),
    "matching": Example(
        item=Matching(
            id="fr-007",
            stem="把书和摆放的地方配起来。",
            left=("睡前翻的", "路上看的", "工作时查的"),
            right=("床头", "包里", "办公桌", "车库"),
            key=("A", "B", "C"),
            rationale="三个一本。",
        ),
        others=(("A",), ("", "B"), ("A", "C", "B"), ("", "", "D"), ("A", "A", "A"), ("D", "B", "C")),
        wrong=("B", "C", "A"),
        secret_texts=('"A", "B"', "三个一本。"),
    ),
    "classification": Example(
        item=Classification(
            id="fr-011",
            stem="三份材料，请逐份定缓急和去向。",
            columns=(("缓急", ("急件", "平件", "退回")), ("去向", ("局长", "综合科"))),
            entries=("下午五点前报名单", "主送写成了个人", "下月的会议通知"),
            key=("A", "B", "C", "B", "B", "A"),
            rationale="先看时限，再看行文。",
        ),
        others=(("A",), ("", "", "", "B"), ("A", "B", "C", "A", "B", "B"), ("", "A"), ("C", "A", "", "", "B", "A")),
        wrong=("B", "A", "A", "A", "A", "B"),
        secret_texts=('"A", "B"', "先看时限，再看行文。"),
    ),
    "text_correction": Example(
        item=TextCorrection(
            id="fr-012",
            stem="找出并改正不合规范的地方。",
            passages=("关于", "两台复印机的", "\n", "：\n因工作需要，", "。"),
            places=("购买", "请示报告", "市财政局", "妥否，请批示"),
            key=((), ("请示",), (), ("当否，请批复", "妥否，请批复")),
            rationale="一文一事，文种不能混用。",
        ),
        others=(("×",), ("", "请示"), ("", "报告", "", "×"), ("购置", "", "×"), ("", "2024年", "", "：")),
        wrong=("购置", "", "市政府"),
        secret_texts=('"请示"', "当否", "一文一事，文种不能混用。"),
    ),
    "essay": Example(
        item=Essay(
            id="fr-008",
            stem="文件发出后发现数字有误，怎么办？",
            rubric=(
                RubricPoint(point="先报告", marks=Fraction(2), keywords=("报告", "请示")),
                RubricPoint(point="再补救", marks=Fraction("1.5")),
            ),
            model_answer="立即报告并发更正。",
            rationale="错了要认。",
        ),
        others=(("立即报告。",), ("第一段\n\n第二段；还有。",), ("?!",), (" 前后有空格 ",)),
        wrong=INVALID,
        secret_texts=("先报告", "再补救", "请示", "3/2", "立即报告并发更正。", "错了要认。"),
    ),
}

CASE = Case(
    id="fr-009",
    stem="上午十点，两位领导的要求不一样。",
    topic="roles",
    difficulty="hard",
    tags=("冲突",),
    items=tuple(EXAMPLES[kind].item for kind in ("single_choice", "essay")),
)
