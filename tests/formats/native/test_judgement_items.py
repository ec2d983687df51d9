"""Fields of items that tell more than right from wrong: read, written and edited as their author's."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.formats.native.edit.bank_text import open_text
from quizapp.formats.native.edit.item_edits import Insert, Replace, edited
from quizapp.formats.native.write.banks import write_bank
from tests.formats.native.bank_bytes import read
from tests.samples.judgement_items import GRADED, GRADED_SEVERAL, LETTER, TWO_ORDERS, UNFOLDING

ITEMS: tuple[Item, ...] = (GRADED, GRADED_SEVERAL, TWO_ORDERS, LETTER, UNFOLDING)
BANK = ItemBank(id="judgement", title="判断力", items=ITEMS)

CHINESE = """\
题库: judgement
标题: 判断力
试题:
  - 编号: j-001
    题型: 单选题
    题干: 县里来电要一份昨天的会议材料，该怎么办？
    选项: {A: 马上发过去, B: 核对来电身份，请示后再发, C: 请他等领导回来, D: 转给档案室，不再过问}
    选项得分: {A: 1/2, B: 1, C: 0, D: -1/2}
    解析: 材料出门先过手续。
    选项解析: {D: 推出去等于误事。}
  - 编号: j-002
    题型: 多选题
    题干: 值班时接到群众集体来访的电话，应当做的有（  ）。
    选项: [问清人数和诉求, 报告带班领导, 让他们改天再来, 先挂断再说]
    选项得分: {A: 1, B: 50%, C: 0, D: -0.5}
    解析: 问清、报告，都不能少。
  - 编号: j-003
    题型: 排序题
    题干: 会务准备的先后是（  ）。
    选项: [定议程, 发通知, 备材料, 会前检查]
    先后: [ABD, CD]
    解析: 材料可早可晚，检查在最后。
  - 编号: j-004
    题型: 简答题
    题干: 请就购置两台复印机拟一份请示。
    采分点:
      - 要点: 事由清楚
        分值: 4
        关键词: 复印机
        档次:   # 从高到低
          - {档: 一档, 分值: 4, 说明: 起因、经过、影响齐全}
          - {档: 二档, 分值: 2-3, 说明: 缺一项}
          - 档: 三档
            分值: 0-1   # 只说了结论的
            说明: 只有结论
      - {要点: 格式完整, 分值: 2}
    扣分: [{要点: 错别字, 每处: 1/2, 最多: 2}, {要点: 口语, 每处: 1, 最多: 2}]
    框架: [标题, 主送, 正文, 落款]
    参考答案: 关于购置复印机的请示。
  - 编号: j-100
    题型: 案例
    难度: 中
    阶段:
      - 材料: 九点，县里来电。
        试题:
          - {编号: j-101, 题型: 判断, 题干: 先记下来电人的姓名。, 答案: 对, 解析: 要能找到人。}
      - 材料: 十点半，传来文件。
        试题:
          # 这一题常有人错
          - {编号: j-102, 题型: 判断, 题干: 文件可以明天再办。, 答案: 错, 解析: 当天事当天办。}
          - {编号: j-103, 题型: 判断, 题干: 办完要回复。, 答案: 对, 解析: 事事有回音。}
"""


def test_what_an_author_writes_is_read_as_it_is_meant() -> None:
    found = read(CHINESE.encode(), "x.yaml")
    assert [fault.code for fault in found.faults if fault.severity == "error"] == []
    assert found.bank == BANK


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_what_is_written_reads_back_equal(tongue: Literal["zh", "en"]) -> None:
    again = read(write_bank(BANK, tongue), "x.yaml")
    assert [fault.code for fault in again.faults if fault.severity == "error"] == []
    assert again.bank == BANK


def test_an_item_edited_leaves_all_others_and_every_comment_where_they_are() -> None:
    bank = open_text(CHINESE, "judgement.yaml")
    fields = {entry.id: dict(entry.fields) for entry in bank.entries.every}
    text = edited(bank, [Replace("j-103", {**fields["j-103"], "stem": "办完要回音。"})])
    assert text == CHINESE.replace("办完要回复。", "办完要回音。")
    text = edited(
        bank, [Replace("j-001", {**fields["j-001"], "option_scores": {"A": "0", "B": "1", "C": "0", "D": "0"}})]
    )
    assert text == CHINESE.replace("{A: 1/2, B: 1, C: 0, D: -1/2}", "{A: 0, B: 1, C: 0, D: 0}")


def test_levels_and_stages_put_in_anew_read_back_equal() -> None:
    bank = open_text(CHINESE, "judgement.yaml")
    fields = {entry.id: dict(entry.fields) for entry in bank.entries.items}
    empty = open_text("题库: judgement\n标题: 判断力\n试题:\n", "judgement.yaml")
    text = edited(empty, [Insert(fields[item.id]) for item in ITEMS])
    found = read(text.encode(), "x.yaml")
    assert found.bank == BANK
    within = open_text(
        "题库: judgement\n标题: 判断力\n试题:\n  - {编号: a, 题型: 判断题, 题干: 甲, 答案: 对}\n", "j.yaml"
    )
    flowing = edited(within, [Replace("a", fields["j-100"])])
    assert read(flowing.encode(), "x.yaml").bank == replace(BANK, items=(UNFOLDING,))
