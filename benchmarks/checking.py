"""A bank of 10,000 items checked as `banks check` does, near-duplicates among them, beside loading it alone."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.loading import COURSE, run
from benchmarks.rows import Row

ITEMS = 10_000
ALIKE = 500
"""Items whose stem is that of one before, but for a word."""

_WHEN = (
    "上午九点", "会议开始前", "文件印发当天", "年底考核时", "下乡途中", "接到来电后", "节前值班时", "材料定稿前",
    "调研返回后",
)  # fmt: skip
_WHO = (
    "办公室主任", "局长", "新来的干部", "分管副县长", "老李", "小王", "值班员", "秘书科", "综合科", "督查室",
    "机要员", "联络员",
)  # fmt: skip
_WHAT = (
    "核对数据", "起草通知", "安排会务", "登记来文", "清退密件", "报送信息", "联系基层", "整理纪要", "落实批示",
    "接待群众", "汇总意见",
)  # fmt: skip
_WORDS = (
    "情况", "任务", "通知", "处理", "工作", "责任", "协调", "服务", "意见", "材料", "群众", "基层", "调研", "汇报",
    "督查", "信息", "制度", "流程", "时限", "标准", "程序", "范围", "对象", "依据", "条件", "上级", "部门", "领导",
    "预算", "场地", "车辆", "名单", "议题", "记录", "签发", "归档", "保密", "值守", "应急", "公开", "考勤", "培训",
    "交接", "审核", "报批", "催办", "反馈", "评估",
)  # fmt: skip
_ITEM = """\
  - 编号: big-{number:05}
    题型: 单选题
    知识点: roles
    难度: 易
    题干: {stem}，首先应当（  ）。
    选项: {{A: {a}, B: {b}, C: {c}, D: {d}}}
    答案: {key}
    解析: {rationale}。
    分值: 1
"""
_LOAD = """
from pathlib import Path
from quizapp.formats.native.pool import bank_check
from quizapp.formats.native.read import banks
from quizapp.formats.native.pool.pool import Pool
started = time.perf_counter()
banks = Pool([Path(sys.argv[1])]).banks()
assert not banks[0].faults, banks[0].faults[:3]
report(started)
"""
_CHECK = """
from pathlib import Path
from quizapp.formats.native.pool import bank_check, bank_quality
from quizapp.formats.native.read import banks
from quizapp.formats.native.pool.pool import Pool
started = time.perf_counter()
faults = Pool([Path(sys.argv[1])]).faults()
report(started)
assert all(fault.code.startswith("stem-") for fault in faults), faults[0]
assert len(faults) >= int(sys.argv[2]), len(faults)
"""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of checking and of loading, taken in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
        (folder / "big.yaml").write_text(bank_text(), encoding="utf-8")
        checks, loads = [], []
        for _ in range(max(3, int(7 * strength))):
            checks.append(run(_CHECK, folder, str(ALIKE)))
            loads.append(run(_LOAD, folder))
    called = f"loading it: {ITEMS:,} items, {ALIKE} of them near-duplicates"
    ours, peer = ([median(each[place] for each in taken) for place in (0, 1)] for taken in (checks, loads))
    return [
        Row(name="a bank checked for quality", ours=ours[0] * 1e3, peer=peer[0] * 1e3, peer_name=called, at_most=3),
        Row(name="peak memory of it", ours=ours[1], peer=peer[1], peer_name=called, unit="MB"),
    ]


def bank_text(seed: int = 1) -> str:
    """Return a bank's text, the same for the same seed: stems of a working day, every twentieth one of them twice."""
    chance = random.Random(seed)
    stems: list[str] = []
    for number in range(ITEMS):
        if number % (ITEMS // ALIKE) == ITEMS // ALIKE - 1:
            first = chance.choice(stems)
            stems.append(first.replace("要求", "规定") if "要求" in first else f"{first[:9]}又{first[9:]}")
        else:
            told = "、".join(_several(chance, 3))
            rest = "".join(_several(chance, 4))
            who, when, what = chance.choice(_WHO), chance.choice(_WHEN), chance.choice(_WHAT)
            stems.append(f"{when}{who}按{told}的要求{what}，{rest}")
    lines = [_item(chance, number, stem) for number, stem in enumerate(stems)]
    return "".join(["题库: big\n标题: 测试\n试题:\n", *lines])


def _item(chance: random.Random, number: int, stem: str) -> str:
    options = {letter: f"{chance.choice(_WHAT)}{sign}" for letter, sign in zip("abcd", "甲乙丙丁", strict=True)}
    rationale = "".join(_several(chance, 14))
    return _ITEM.format(number=number, stem=stem, key="ABCD"[number % 4], rationale=rationale, **options)


def _several(chance: random.Random, count: int) -> list[str]:
    return chance.sample(_WORDS, count)
