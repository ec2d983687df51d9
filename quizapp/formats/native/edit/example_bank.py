"""A bank to begin with: an example of each usual type, told line by line."""

from __future__ import annotations

from pathlib import Path

from quizapp.formats.native.edit.bank_merge import bank_id
from quizapp.formats.native.write.banks import Tongue, scalar

_CHINESE = """\
# 以 # 开头的行是说明，程序不读。照着下面的样子写，写完运行：quizapp banks check 文件名
# 冒号用半角，冒号后面空一格；每道题以减号开头，同一题的各行左边对齐。
# 题干、选项里有半角的冒号、逗号、# 或括号时，给整句加上半角双引号。

题库: {id}             # 题库的编号：字母、汉字、数字、- 和 _
标题: {title}
用途: 不限             # 不限、练习、考试；写“考试”的题库不会用来练习
试题:

  # 单选题：答案写一个字母
  - 编号: {id}-001     # 可以不写，用 quizapp banks format 统一编好
    题型: 单选题
    难度: 易           # 易、中、难
    题干: 一天有（  ）小时。
    选项:
      A: 12
      B: 24
      C: 36
    答案: B
    解析: 从零点到次日零点是 24 小时。
    分值: 1            # 可以不写；试卷的大题里写了分值，就用试卷的
    # 知识点: 课程文件里的知识点   # 有课程文件时写，编号或标题都行
    # 出处: 教材第一章
    # 标签: [常识]

  # 多选题：答案写几个字母
  - 编号: {id}-002
    题型: 多选题
    难度: 中
    题干: 下列属于一年四季的有（  ）。
    选项:
      A: 春季
      B: 雨季
      C: 秋季
      D: 冬季
    答案: ACD
    解析: 四季是春、夏、秋、冬。

  # 判断题：答案写 对 或 错
  - 编号: {id}-003
    题型: 判断题
    难度: 易
    题干: 一小时有六十分钟。
    答案: 对
    解析: 一小时等于六十分钟。

  # 填空题：一个空写三条下划线；几个空就写几个答案，同一空的几种写法放在里层括号里
  - 编号: {id}-004
    题型: 填空题
    难度: 中
    题干: 一年有___个月，一周有___天。
    答案: [[12, 十二], [7, 七]]
    解析: 一年十二个月，一周七天。

  # 简答题：由人阅卷；采分点可以不写
  - 编号: {id}-005
    题型: 简答题
    难度: 难
    题干: 怎样安排好一天的时间？
    采分点:
      - {{要点: 先分轻重缓急, 分值: 2, 关键词: [轻重, 缓急]}}
      - {{要点: 留出机动时间, 分值: 2}}
    参考答案: 先分轻重缓急，再排顺序，并留出机动时间。
    解析: 言之成理即可。
    分值: 4

  # 归类题（文件筐）：每个条目在每一栏里选一个值；条目不要按答案排
  - 编号: {id}-006
    题型: 归类题
    难度: 中
    题干: 请给下面几件东西定放处和冷热。
    栏目: {{放处: [冰箱, 书架], 冷热: [要冷藏, 不用]}}
    条目:
      - {{内容: 鲜牛奶, 答案: [冰箱, 要冷藏]}}
      - {{内容: 字典, 答案: [书架, 不用]}}
      - {{内容: 鲜鱼, 答案: [冰箱, 要冷藏]}}
    解析: 会坏的放冰箱。

  # 改错题：花括号里的地方自动编号；错处写第几处和应当是什么，几种都对时写成列表
  - 编号: {id}-007
    题型: 改错题
    难度: 中
    题干: 这张便条有几处写错了，请找出并改正。
    正文: |
      {{小王}}：
        {{明天下午九点}}开会，请{{准时}}到场。
    错处: {{2: [明天上午九点, 明天晚上九点]}}
    解析: 九点不在下午。
    # 选项: [明天上午九点, 迟到]   # 写了选项，就从里面选，不用打字

  # 还没写完的题标成草稿，不会被抽到；写好后删掉“状态”这一行
  - 编号: {id}-008
    题型: 判断题
    题干: 这道题还没有写完。
    状态: 草稿
"""
_ENGLISH = """\
# A line that begins with # is a comment. Write items as these are, then run: quizapp banks check FILE
# A blank stands behind each colon; each item begins with a dash, its lines stand below one another.
# A text with a colon, a comma, a # or brackets in it is put in double quotes as a whole.

bank: {id}             # letters, digits, - and _
title: {title}
use: any               # any, practice or exam; items for exams are never practised
items:

  # One letter
  - id: {id}-001       # may be left out: quizapp banks format gives ids
    type: single_choice
    difficulty: easy   # easy, medium or hard
    stem: A day has (  ) hours.
    options:
      A: 12
      B: 24
      C: 36
    key: B
    rationale: From midnight to midnight there are 24 hours.
    marks: 1           # may be left out
    # topic: one of the course file's, by id or title
    # source: chapter one
    # tags: [time]

  # Several letters
  - id: {id}-002
    type: multiple_choice
    difficulty: medium
    stem: Which are seasons?
    options:
      A: spring
      B: rain
      C: autumn
      D: winter
    key: ACD
    rationale: They are spring, summer, autumn and winter.

  # true or false
  - id: {id}-003
    type: true_false
    difficulty: easy
    stem: An hour has sixty minutes.
    key: true
    rationale: It has sixty.

  # A blank is three underscores; what may be written in one stands in inner brackets
  - id: {id}-004
    type: fill_blank
    difficulty: medium
    stem: A year has ___ months, a week ___ days.
    key: [[12, twelve], [7, seven]]
    rationale: Twelve and seven.

  # Marked by a person; a rubric is optional
  - id: {id}-005
    type: essay
    difficulty: hard
    stem: How is a day well planned?
    rubric:
      - {{point: what matters comes first, marks: 2, keywords: [first, matters]}}
      - {{point: some time is left free, marks: 2}}
    model_answer: What matters comes first, and some time is left free.
    rationale: Any sound plan will do.
    marks: 4

  # Each entry is given a value in each column; mix the entries
  - id: {id}-006
    type: classification
    difficulty: medium
    stem: Where do these belong, and are they kept cold?
    columns: {{Place: [fridge, shelf], Cold: [kept cold, not]}}
    entries:
      - {{text: fresh milk, key: [fridge, kept cold]}}
      - {{text: a dictionary, key: [shelf, not]}}
      - {{text: fresh fish, key: [fridge, kept cold]}}
    rationale: What spoils is kept cold.

  # Places in braces are numbered; faults name those that are wrong with what belongs there, a list where several do
  - id: {id}-007
    type: text_correction
    difficulty: medium
    stem: Something in this note is wrong. Find and mend it.
    text: |
      {{Dear Li}},
        we meet {{at nine in the afternoon}}; please be {{on time}}.
    faults: {{2: [at nine in the morning, at nine in the evening]}}
    rationale: Nine is not in the afternoon.
    # options: [at nine in the morning, late]   # to be chosen from instead of typing

  # What is not finished is a draft and never drawn; take the line out when it is
  - id: {id}-008
    type: true_false
    stem: This item is not finished.
    status: draft
"""


def example_bank(path: Path, tongue: Tongue) -> bytes:
    """Return a bank for a file of that name, with comments, in UTF-8."""
    text = _CHINESE if tongue == "zh" else _ENGLISH
    return text.format(id=bank_id(path), title=scalar(path.stem)).encode()
