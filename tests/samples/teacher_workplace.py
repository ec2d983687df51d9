"""A teacher's workplace: a course, a bank with comments and faults, and a desk on which their files lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quizapp.formats.bank_editor import BankEditor
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.people_files import write_bank_file
from tests.samples.workplace import workplace

COURSE = """\
课程: course
标题: 办文办会
知识点:
  papers:
    标题: 公文处理
    知识点:
      kinds: 文种
  meetings: 会务
"""

BANK = """\
# 这个题库由办公室维护，改之前先说一声
题库: office
标题: 办公室实务
试题:
  # 第一部分：公文
  - 编号: office-001
    题型: 单选
    知识点: papers.kinds
    难度: 易   # 常考
    题干: 向上级机关请求指示、批准，用的文种是（  ）。
    选项: {A: 请示, B: 报告, C: 函, D: 通知}
    答案: A
    解析: 请求指示、批准用请示；报告不得夹带请示事项。

  - 编号: office-002
    题型: 多选
    知识点: papers
    难度: 中
    题干: 下列属于上行文的有（  ）。
    选项:
      A: 请示
      B: 报告
      C: 决定
    答案: AD

  - 编号: office-003
    题型: 判断
    知识点: meetings
    难度: 难
    题干: 会议纪要要写明与会人员。
    答案: 对
    状态: 停用

  # 第二部分：综合
  - 编号: office-004
    题型: 填空
    知识点: papers
    难度: 中
    题干: 公文的密级分为绝密、___和___。
    答案: [机密, [秘密, 秘级]]
    解析: 密级分三级。

  - 编号: office-005
    题型: 案例
    知识点: meetings
    难度: 难
    材料: 小王负责筹备全市工作会议，会前两天才发现通知漏发了一个县。
    试题:
      - 编号: office-005a
        题型: 单选
        题干: 小王首先应当（  ）。
        选项: {A: 立即补发并电话告知, B: 等会后说明}
        答案: A
        解析: 先补救，再说明。
      - 编号: office-005b
        题型: 简答
        题干: 以后怎样防止漏发？
        参考答案: 建立发文台账，逐一核对回执。
        采分点:
          - {要点: 建立台账, 分值: 1}
          - {要点: 核对回执, 分值: 1}
"""

SOURCE = """\
一、单项选择题
1. 公文的密级不包括（  ）。
A. 绝密 B. 机密
C. 秘密 D. 内部
答案：D
解析：密级分三级。

2. 请示应当（  ）。
A. 一文一事
B. 一文多事
C. 随便
答案：E

3. 下列文种中，属于下行文的是（  ）。
A. 请示
B. 通知
"""


class TeacherPlace:
    """A folder with a course and a bank."""

    def __init__(self, folder: Path, bank: str = BANK) -> None:
        self.folder = folder / "banks"
        self.folder.mkdir()
        (self.folder / "course.yaml").write_text(COURSE, "utf-8")
        self.bank = self.folder / "office.yaml"
        self.bank.write_text(bank, "utf-8")
        self.forgotten = 0
        self.desk = BankEditor([self.folder], write_bank_file, self._forget)

    @property
    def workplace(self) -> Workplace:
        """A workplace whose settings name staff."""
        return replace(workplace(), has_staff=True, staff="王老师", bank_desk=lambda: self.desk)

    @property
    def text(self) -> str:
        """What the bank's file says now."""
        return self.bank.read_text("utf-8")

    def save(self, before: str, after: str) -> None:
        """Change the bank's file as any editor does."""
        assert before in self.text
        self.bank.write_text(self.text.replace(before, after), "utf-8")

    def _forget(self) -> None:
        self.forgotten += 1
