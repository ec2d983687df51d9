"""A home's settings to begin with: the class, and every other setting as a comment that explains it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quizapp.formats.native.write.banks import Tongue, scalar

_CHINESE = """\
# 一个班次的设置。以 # 开头的行是说明，程序不读；要用哪一项，就去掉它行首的 # 和后面的一个空格。
# 程序只写这一次，以后由人改。写错的地方，打开程序或运行任何命令都会指出在哪一行。

班次:
  编号: {id}
  标题: {title}
  # 主办单位，写在要签字、要交出去的表上
  {organiser}主办单位: {organiser_text}
  # 班次从哪天到哪天
  {starts}开始: {starts_text}
  {ends}结束: {ends_text}

# 这台机器给谁用：学员、教师、班委。学员的机器上没有教师和班委会的命令；不写就什么都有
# 角色: 班委

# 导出、录入、阅卷时记下的经办人
# 工作人员: 经办人姓名

# 改分、作废、更正答案、改归属、缓考和违纪这些决定，要不要另一个人复核；只有一个人办事的班，改成 否
双人复核: 是

# 总成绩里每份试卷、每项另外打的分占多少，合计正好 100%；试卷写编号，也可以写 0.6 或 3/5
# 权重:
#   final: 60%
#   考勤: 40%

# 每次评分以后把数据文件夹备份到哪里，最好是另一块硬盘或 U 盘；从本文件所在的文件夹算起
# 备份位置: ../备份

# 边框和符号：自动，或者只用基本字符
# 显示字符: 基本

# 收卷时留意哪些文件夹，答卷放进去就收
# 收卷位置:
#   - ../收卷
"""

_ENGLISH = """\
# The settings of one class. Lines that begin with # are not read; take away a line's # and one blank to use it.
# The program writes this file once; after that a person edits it. What is wrong in it is told by its line.

class:
  id: {id}
  title: {title}
  # Who holds it, for sheets that are signed or handed on
  {organiser}organiser: {organiser_text}
  # Its first and its last day
  {starts}from: {starts_text}
  {ends}to: {ends_text}

# Whose machine this is: trainee, teacher or committee. A trainee's lacks the commands of the others; else all are there
# role: committee

# Who exports, enters and marks, as it is recorded
# staff: name of who does it

# Whether marks changed, annulments, corrected keys, reassignments and notes need a second person who checked them
two_persons: true

# What each paper and each mark from outside is worth in a total, 100% together; papers by id; 0.6 and 3/5 will do too
# weights:
#   final: 60%
#   attendance: 40%

# Where the data folder is copied to after each marking, best on another disk; told from this file's folder on
# second_place: ../second

# Borders and signs: auto, or ascii for plain characters only
# glyphs: ascii

# Folders to watch while attempts are collected
# watch:
#   - ../collected
"""


class ClassFacts(NamedTuple):
    """What is known of a class when its settings are written."""

    id: str
    title: str
    organiser: str = ""
    starts: date | None = None
    ends: date | None = None


def settings_template(facts: ClassFacts, tongue: Tongue) -> bytes:
    """Return a settings.yaml for a class, with comments, in UTF-8."""
    is_chinese = tongue == "zh"
    given = {
        "organiser": (facts.organiser, "某某单位" if is_chinese else "an organiser"),
        "starts": (_text(facts.starts), "2026-09-01"),
        "ends": (_text(facts.ends), "2026-09-30"),
    }
    values = {f"{name}_text": scalar(text or example) for name, (text, example) in given.items()}
    signs = {name: "" if text else "# " for name, (text, _) in given.items()}
    template = _CHINESE if is_chinese else _ENGLISH
    return template.format(id=scalar(facts.id), title=scalar(facts.title), **values, **signs).encode()


def _text(day: date | None) -> str:
    return "" if day is None else day.isoformat()
