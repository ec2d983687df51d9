"""A small shelf of files: a course, a bank of each type, and papers that draw from it."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path
from textwrap import dedent

from quizapp.domain.errors import Fault
from quizapp.formats.native.pool.pool import Pool
from quizapp.language.faults.items import QUALITY
from quizapp.reading.yaml.events import MakeParser, best_parser

BEIJING = timezone(timedelta(hours=8))

COURSE = """\
course: demo
title: 演示课程
topics:
  needs:
    title: 三个需要
    topics: {situation: 新形势}
  roles: 五种角色
"""

ITEMS = """\
题库: demo
标题: 演示题库
试题:
  - 编号: d-1
    题型: 单选题
    知识点: 五种角色
    难度: 易
    题干: 第三是（  ）。
    选项: {A: 甲, B: 乙, C: 丙}
    答案: C
    解析: 见讲义。
  - id: d-2
    type: multiple_choice
    topic: needs.situation
    difficulty: hard
    stem: 哪些是对的？
    options: [甲, 乙, 丙]
    key: [A, C]
    rationale: 见讲义。
    feedback: {B: 乙不对。}
    marks: 2
    marking: 少选按比例得分
    tags: [角色, 重点]
    source: 讲义
    keep_order: 是
  - 编号: d-3
    题型: 判断
    知识点: roles
    难度: 中
    题干: 对吗？
    答案: √
    解析: 对。
    状态: 停用
  - 编号: d-4
    题型: 填空题
    知识点: roles
    难度: 易
    题干: ___和___。
    答案: [[快, 及时], 准]
    次序不限: true
    解析: 见讲义。
"""

MORE = """\
题库: more
标题: 其他题型
试题:
  - 编号: e-1
    题型: 数值题
    知识点: roles
    难度: 易
    题干: 全年经费多少？
    答案: １２．５万元
    允许误差: 0.1
    单位: 万元
    解析: 见讲义。
  - id: e-2
    type: ordering
    topic: roles
    difficulty: easy
    stem: 次序是
    options: [拟稿, 核稿, 签发]
    rationale: 先核后签。
    marking: 按位给分
  - 编号: e-3
    题型: 连线题
    知识点: roles
    难度: 中
    题干: 配起来。
    配对: {床头: 睡前翻的, 包里: "路上, 看的"}
    干扰项: [工作时查的]
    解析: 三个一本。
  - 编号: e-4
    题型: 论述
    知识点: roles
    难度: 难
    题干: 怎么办？
    采分点:
      - {要点: 先报告, 分值: 2, 关键词: [报告, 请示]}
      - point: 再补救
        marks: 1.5    # 这是注释
        keywords: 更正
      - {要点: 后总结, 分值: 1}
    参考答案: 立即报告并发更正。
    解析: 错了要认。
    分值: 9
  - 编号: e-5
    题型: 案例分析题
    知识点: 五种角色
    难度: 中
    标签: [冲突]
    材料: |
      上午十点，张主任说：先印发。
      李主任说：先等等。
    试题:
      - 编号: e-5-1
        题型: 单选题
        题干: 先做什么？
        选项: {A: 报告, B: 印发}
        答案: A
        解析: 见讲义。
        分值: 2
      - id: e-5-2
        type: essay
        topic: needs
        difficulty: hard
        stem: 再写一段说明。
        rationale: 见讲义。
        marks: 3
  - 编号: e-6
    题型: 简答题
    知识点: roles
    难度: 易
    题干: 谈谈体会。
    解析: 言之成理即可。
"""


def shelf(folder: Path, make_parser: MakeParser = best_parser, /, **files: str) -> Pool:
    """Return a pool of the course and the bank, with these files beside them."""
    for name, text in {"course": COURSE, "bank": ITEMS, **files}.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8", newline="\n")
    return Pool([folder], zone=BEIJING, make_parser=make_parser)


def codes(pool: Pool, *paths: str) -> list[str]:
    """Return a pool's faults of format as file:line code; samples need not be good items."""
    return [f"{Path(fault.file).stem}:{fault.line} {fault.code}" for fault in faults_of_format(pool, *paths)]


def faults_of_format(pool: Pool, *paths: str) -> list[Fault]:
    """Return a pool's faults but for the warnings of its items' quality."""
    return [fault for fault in pool.faults(paths) if fault.code not in QUALITY]
