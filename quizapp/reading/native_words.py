"""The words an author may use, English and Chinese, each in its place; nothing else is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from quizapp.domain.item import Item, ItemField
from quizapp.reading.yaml.maps import Words as Words
from quizapp.reading.yaml.maps import chinese as chinese

Types: TypeAlias = Mapping[str, type[Item]]
"""Question types by their English names."""


def _words(**pairs: str) -> dict[str, str]:
    """Return the words of English names and their Chinese ones."""
    return {**{name: name for name in pairs}, **{chinese: name for name, chinese in pairs.items()}}


BANK: Words = _words(bank="题库", title="标题", course="课程", use="用途", items="试题")

ITEM: Words = _words(
    id="编号",
    type="题型",
    topic="知识点",
    difficulty="难度",
    stem="题干",
    rationale="解析",
    feedback="选项解析",
    marks="分值",
    marking="评分方式",
    option_marks="每项分值",
    tags="标签",
    apart="互斥",
    source="出处",
    status="状态",
    keep_order="选项不乱序",
    allow="免检",
)
"""What items of every type have; a type's own fields come from its class."""

ASKING: Words = _words(stem="题干", stimulus="材料")
"""What says what is asked: an item has the one its type asks by."""

COURSE: Words = _words(course="课程", title="标题", topics="知识点")
TOPIC: Words = _words(title="标题", topics="知识点")

PAPER: Words = _words(
    paper="试卷",
    title="标题",
    use="用途",
    instructions="考生须知",
    time_limit="考试时长",
    pass_mark="及格线",
    full_score="满分",
    grades="等次",
    window="考试时间",
    attempts="允许考试次数",
    counts="成绩取值",
    forms="试卷套数",
    seed="随机种子",
    shuffle="乱序",
    navigation="答题方式",
    grace="交卷宽限",
    feedback="公布时间",
    show="公布内容",
    certainty="把握度",
    make_up_for="补考对象",
    eligible="补考资格",
    exclude="避开原卷试题",
    cap="计分上限",
    coverage="覆盖",
    sections="大题",
)
SECTION: Words = _words(
    title="标题",
    draw="抽题",
    items="指定试题",
    marks="分值",
    marking="评分方式",
    penalty="倒扣",
    option_marks="每项分值",
    time_limit="考试时长",
)
DRAW: Words = _words(
    type="题型", count="题数", banks="题库", topics="知识点", tags="标签", difficulty="难度", size="小题数"
)
WINDOW: Words = _words(opens="开始", closes="截止")
SHUFFLE: Words = _words(items="试题", options="选项")

USE: Words = _words(any="不限", practice="练习", exam="考试")
DIFFICULTY: Words = _words(easy="易", medium="中", hard="难")
STATUS: Words = _words(draft="草稿", ready="启用", retired="停用")
COUNTS: Words = _words(best="最高分", last="最后一次", first="第一次", average="平均分")
NAVIGATION: Words = _words(free="可回看", forward_only="不可回看")
FEEDBACK: Words = _words(never="不公布", after_item="逐题公布", after_hand_in="交卷后", after_close="考试结束后")
SHOWN: Words = _words(score="总分", marks="小题得分", key="答案", rationale="解析")
ELIGIBLE: Words = _words(failed="不及格", absent="缺考", deferred="缓考")
CAP: Words = _words(pass_mark="及格线")
UNLIMITED: Words = _words(unlimited="不限")
NO_LIMIT: Words = _words(none="不限时")
PER_CANDIDATE: Words = _words(per_candidate="一人一卷")
FLAG: Words = {"true": "true", "false": "false", "是": "true", "否": "false"}

KINDS: Words = {
    **dict.fromkeys(("bank", "题库", "items", "试题"), "bank"),
    **dict.fromkeys(("paper", "试卷", "sections", "大题"), "paper"),
    **dict.fromkeys(("course", "课程", "topics", "知识点"), "course"),
}
"""Fields of a file's top to the kind of file that has them; a bank names its course too, so courses come last."""


def types(known: Iterable[type[Item]]) -> dict[str, type[Item]]:
    """Return the question types by every word for them."""
    return {word: kind for kind in known for word in (kind.TYPE, *kind.NAMES)}


def item_words(kind: type[Item]) -> dict[str, str]:
    """Return the words for all fields of one type's items."""
    asking = {word: name for word, name in ASKING.items() if name == kind.ASKS}
    common = {word: name for word, name in ITEM.items() if name not in ASKING}
    return {**common, **asking, **own(kind.FIELDS)}


def schemes(known: Iterable[type[Item]]) -> dict[str, str]:
    """Return the marking schemes of these types by every word for them."""
    return {word: scheme.name for kind in known for scheme in kind.SCHEMES for word in (scheme.name, scheme.chinese)}


def field_names(known: Iterable[type[Item]]) -> frozenset[str]:
    """Return every word for a field anywhere: what a slipped colon may stand behind."""
    fields = [field for kind in known for field in kind.FIELDS]
    owned = [own(fields), *(own(field.fields) for field in within(fields))]
    places = (BANK, ITEM, ASKING, COURSE, TOPIC, PAPER, SECTION, DRAW, WINDOW, SHUFFLE, *owned)
    return frozenset(word for words in places for word in words)


def own(fields: Iterable[ItemField]) -> dict[str, str]:
    """Return the words for declared fields."""
    return {word: field.name for field in fields for word in (field.name, field.chinese)}


def within(fields: Iterable[ItemField]) -> Iterator[ItemField]:
    """Give declared fields, and those of the maps that they list."""
    for field in fields:
        yield field
        yield from within(field.fields)
