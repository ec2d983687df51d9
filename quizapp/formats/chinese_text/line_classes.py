"""What a line is, by its looks alone: labels such as 答案：, headings of sections, numbers, options and noise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, NamedTuple

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.chinese_text.lines import TextLine
from quizapp.reading.exchange.question_fields import type_of

IGNORED = "ignored"
"""What a platform says of somebody's answers: it stays in the question's text, and in none of its fields."""

_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "rationale": (
            "答案解析",
            "试题解析",
            "题目解析",
            "解析",
            "详解",
            "解释",
            "答案解释",
            "答案分析",
            "试题分析",
            "解题思路",
            "解题分析",
            "试题点评",
            "点评",
            "参考解析",
            "题解",
        ),
        "key": (
            "正确答案",
            "参考答案",
            "标准答案",
            "答案",
            "正确选项",
            "本题答案",
            "正解",
            "Answer",
            "ANSWER",
            "answer",
            "答",
        ),
        "difficulty": ("难易程度", "难易度", "难度等级", "难度"),
        "topic": ("所属知识点", "知识点", "考查点", "考点"),
        "marks": ("分值", "分数"),
        "source": ("出处", "来源", "页码"),
        "type": ("题目类型", "题型", "类型"),
        "tags": ("标签",),
        "unit": ("单位",),
        "tolerance": ("允许误差",),
        "any_order": ("次序不限",),
        "status": ("状态",),
        IGNORED: (
            "我的答案",
            "你的答案",
            "您的答案",
            "学生答案",
            "作答结果",
            "本题得分",
            "此题得分",
            "得分",
            "答题用时",
        ),
    }
)
_NAMES: Mapping[str, str] = MappingProxyType({word: name for name, words in _WORDS.items() for word in words})
_ANY = "|".join(sorted(_NAMES, key=len, reverse=True))
_KEYS = "|".join(sorted(_WORDS["key"][:-1], key=len, reverse=True))
# 【答案】, 【答案：A】, [答案], or 答案：; 答案 A too, where letters or a sign are all that follows.
_LABEL = re.compile(
    rf"[【\[]\s?(?P<boxed>{_ANY})\s?(?:[】\]]\s?:?|(?P<within>:)(?=[^】\]]*[】\]]))\s*"
    rf"|\(\s?(?P<bracketed>{_KEYS})\s?:(?=[^()]{{0,400}}\)$)\s*"
    rf"|(?P<plain>{_ANY})\s?(?:是|为)?\s?:\s*"
    rf"|(?P<bare>{_KEYS})\s?(?:是|为|选)?\s?(?=[A-Za-z]{{1,10}}$|[√×✓✗✔✘]$)"
)
_LONGEST_KEY = 40
"""Characters from 答案： to a line's end that are a key, though no blank parts it from what is before."""
_WITHIN = re.compile(rf"【\s?(?:{_ANY})\s?[】:]")
_BEHIND_BLANK = re.compile(rf"(?<=[\s;])(?:{_ANY})\s?(?:是|为)?\s?:")
_KEY_BEHIND_BLANK = re.compile(rf"(?<=\s)(?:{_KEYS})\s?(?:是|为)?\s?:")
_TRUTHS = "正确|错误|对|错|是|否|[√×✓✗✔✘✅❌]"
_KEY_AT_END = re.compile(rf"(?:{_KEYS})\s?(?:是|为)?\s?:\s*(?:[A-Za-z](?:[,、; ]?[A-Za-z]){{0,9}}|{_TRUTHS})[。.;]?$")
LABEL_FIRST = frozenset("【[(") | {word[0] for word in _NAMES}
"""What a label's line begins with."""


def label_at(copy: str, place: int = 0) -> re.Match[str] | None:
    """Return the label that stands at a place of a line's copy; None where there is none."""
    return _LABEL.match(copy, place)


def name_of(found: re.Match[str]) -> str:
    """Return the native field that a label means, or IGNORED."""
    return _NAMES[found["boxed"] or found["plain"] or found["bare"] or found["bracketed"]]


def labels_of(line: TextLine, first: re.Match[str]) -> list[tuple[str, str]]:
    """Return the names and texts of all labels of a line, the first of which stands at `first`."""
    copy = line.copy
    labels: list[tuple[str, str]] = []
    found: re.Match[str] | None = first
    last_box = copy.rfind("【")
    may_follow = True
    """Whether a key may stand behind what somebody answered: it is looked for once where there is none."""
    while found is not None:
        name, start = name_of(found), found.end()
        # 我的答案：正确答案：A has nothing between two labels, 我的答案：对正确答案：对 no blank.
        following = _key_behind(copy, start) if name == IGNORED and may_follow else None
        may_follow = may_follow and (name != IGNORED or following is not None)
        following = following or _next(copy, start, name, last_box)
        value = line.behind(start) if following is None else line.text[line.at(start) : line.at(following.start())]
        value = value.strip()
        if found["within"]:
            value = value.rstrip("】]").rstrip()
        elif found["bracketed"]:
            value = value.rstrip(")）").rstrip()
        labels.append((name, value))
        found = following
    return labels


def first_within(copy: str, start: int) -> re.Match[str] | None:
    """Return the first label inside a line of a stem or of options: 【答案】 anywhere, 答案： behind a blank."""
    if "【" in copy and (boxed := _WITHIN.search(copy, start)) is not None:
        return _LABEL.match(copy, boxed.start())
    if "答案" in copy:
        plain = _KEY_BEHIND_BLANK.search(copy, start) or _KEY_AT_END.search(copy, max(start, len(copy) - _LONGEST_KEY))
        return None if plain is None else _LABEL.match(copy, plain.start())
    return None


def first_behind_blank(copy: str, start: int) -> re.Match[str] | None:
    """Return the first label of any kind inside a line, boxed or behind a blank: keys have them, as stems have not."""
    places = [found.start() for sign in (_WITHIN, _BEHIND_BLANK) if (found := sign.search(copy, start)) is not None]
    return _LABEL.match(copy, min(places)) if places else None


_KEY_ANYWHERE = re.compile(r"(?:正确|参考|标准)答案\s?(?:是|为)?\s?:")


def _key_behind(copy: str, start: int) -> re.Match[str] | None:
    """Return the label of the key behind what somebody answered."""
    found = _KEY_ANYWHERE.search(copy, start)
    return None if found is None else _LABEL.match(copy, found.start())


def _next(copy: str, start: int, name: str, last_box: int) -> re.Match[str] | None:
    """Return the next label behind one; a 解析 is prose, and may say 答案： within. No box stands behind `last_box`."""
    # A line may have as many labels as it has room for: none of them looks for a box to its end.
    boxes, colon = copy.find("【", start) if start <= last_box else -1, copy.find(":", start)
    if boxes < 0 and colon < 0:
        return None
    places = []
    if boxes >= 0 and (boxed := _WITHIN.search(copy, boxes)) is not None:
        places.append(boxed.start())
    if name != "rationale" and colon >= 0 and (plain := _BEHIND_BLANK.search(copy, start)) is not None:
        places.append(plain.start())
    return _LABEL.match(copy, min(places)) if places else None


SECTION_FIRST = frozenset("一二三四五六七八九十第(单多不选判填简论问名计案材阅综是数排匹连分配辨实操主客#IVX0123456789")
"""What a heading's line begins with."""

_NUMERAL = re.compile(
    r"#{0,6}\s?(?:(?:第\s?)?[一二三四五六七八九十]{1,3}\s?(?:大题|部分|题)?\s?[、.:,]|第\s?[一二三四五六七八九十\d]{1,3}\s?(?:大题|部分|节)\s?[、.:,]?"
    r"|\([一二三四五六七八九十]{1,3}\)\s?[、.]?|[IVX]{1,4}\s?[、.]|(?P<arabic>\d{1,2}\s?[、.]))?\s*"
)
TYPE_WORDS = sorted(
    {
        *(name for kind in ITEM_TYPES.values() for name in kind.NAMES),
        *(
            "单选择题",
            "单项选择",
            "多项选择",
            "是非题",
            "判断正误",
            "判断正误题",
            "问答题",
            "问答",
            "简述题",
            "名词解释",
            "辨析题",
        ),
        *("材料分析题", "阅读材料题", "综合分析题"),
        *("选择题", "客观题", "主观题", "实务题", "综合题", "应用题", "操作题", "思考题", "讨论题", "设计题"),
    },
    key=len,
    reverse=True,
)
_TITLE = re.compile(
    rf"(?P<word>{'|'.join(TYPE_WORDS)})(?P<rest>\s*[(\[【][^()]{{0,120}}(?:\([^()]{{0,60}}\)[^()]{{0,120}})?[)\]】])?\s*(?P<more>.*)"
)
_COUNTED = re.compile(
    r"[(\[【][^()]{0,80}?(?:每小?[题空]|各)?\s?(?:共)?\s?\d+(?:\.\d+)?\s?(?:小?题|道|分)[^()]{0,120}[)\]】]\s*[:。.]?$"
)
_EACH = re.compile(r"每\s?(?:小|道)?\s?(?P<what>题|空|个)\s?(?P<marks>\d{1,4}(?:\.\d{1,4})?)\s?分")
_COUNT = re.compile(r"(\d{1,4})\s?(?:道|小)?题")
_TOTAL = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4})?)\s?分")
_EXTRA = {
    "材料分析题": "案例分析题",
    "阅读材料题": "材料题",
    "综合分析题": "案例分析题",
    **dict.fromkeys(("思考题", "讨论题", "设计题"), "简答题"),
}
_UNTYPED = frozenset({"选择题", "客观题", "主观题", "实务题", "综合题", "应用题", "操作题"})


class SectionHeading(NamedTuple):
    """What a heading says of the questions below it."""

    title: str = ""
    type: str = ""
    """The type as written; "" where it says none."""
    marks: Fraction | None = None
    """Of each question, or of each blank."""
    is_by_blank: bool = False

    @property
    def kind(self) -> str:
        """The native type; "" where the heading says none."""
        return type_of(self.type) or "" if self.type else ""


def section_of(copy: str) -> SectionHeading | None:
    """Return the section that a line's copy is the heading of; None where it is none."""
    numeral = _NUMERAL.match(copy)
    assert numeral is not None  # it may be empty
    title = copy[numeral.end() :]
    is_numbered = bool(numeral[0].strip("# "))
    found = _TITLE.match(title)
    if found is not None and _is_title(found, is_numbered, numeral["arabic"] is not None):
        return _section(title, found["word"])
    if is_numbered and numeral["arabic"] is None and len(title) < 200 and _COUNTED.search(title):
        return _section(title, "")
    return None


def _is_title(found: re.Match[str], is_numbered: bool, is_arabic: bool) -> bool:
    """Return whether a line with a type's name in front is a heading, and no sentence that begins so."""
    word, rest, more = found["word"], found["rest"], found["more"]
    is_counted = bool(rest) and ("题" in rest or "分" in rest)
    if not more or more in (":", "。", ".", "："):
        # 论述 or 计算题 alone is a heading; 1.（单选题）… has its bracket in front, and is none.
        return word.endswith("题") or is_numbered or type_of(word) is not None
    if is_arabic or not (is_numbered or is_counted):
        return False
    return more[0] in ":。,;(" or is_counted


def _section(title: str, word: str) -> SectionHeading:
    written = "" if word in _UNTYPED else _EXTRA.get(word, word)
    each = _EACH.search(title)
    if each is not None:
        return SectionHeading(title, written, Fraction(each["marks"]), each["what"] == "空")
    count, totals = _COUNT.search(title), _TOTAL.findall(title)
    if count is not None and len(totals) == 1 and int(count[1]):
        marks = Fraction(totals[0]) / int(count[1])
        # 23.8 marks for 19 questions are some of one and some of another.
        return SectionHeading(title, written, marks if 100 % marks.denominator == 0 else None)
    return SectionHeading(title, written)


Kind = Literal["section", "heading", "keys", "number", "option", "label", "key", "noise", "text"]


class ClassedLine(NamedTuple):
    """A line with its class."""

    kind: Kind
    line: TextLine
    found: re.Match[str] | None = None
    """Where the line's number, letter or label stands in its copy."""
    section: SectionHeading | None = None
    letter: str = ""
    """Of an option that is written with another sign."""


# 12.345 and 10.5 MHz have a digit behind the point. Markdown escapes the point.
_NUMBER = re.compile(
    r"(?:[-*+]\s+|#{1,6}\s+)?(?:"
    r"(?P<plain>\d{1,5})\s?\\?(?:\.(?!\d)|、|\)(?!\s?[、,.]))"
    r"|\((?P<brackets>\d{1,5})\)\s?[、.]?"
    r"|第\s?(?P<said>\d{1,5})\s?[题道](?:\s?[、.:])?(?!库|目))\s*"
)
_OPTION = re.compile(
    r"(?:[-*+•]\s+|[&□○●■▢☐◯◆]\s*)?(?:\((?P<boxed>[A-Za-z])\)\s?[、.:]?|(?P<plain>[A-Za-z])\s?(?:[.、:)]))\s*"
)
_BULLET = re.compile(r"[-*+•·●○◆■□>]\s*")
_HEADING = re.compile(
    r"#{0,6}\s?(?:[一二三四五六七八九十]{1,3}\s?[、.]\s?)?[【\[]?\s?(?:第\s?[一二三四五六七八九十百\d]{1,4}\s?(?:章|讲|节|单元|部分|套|课)\s?)?"
    r"(?:课后|练习|自测|复习|思考|单元)?(?:试题|题目|习题|测试题|试卷|练习题|题)?(?:的)?"
    r"(?:参考|标准|正确)?答案(?:及|与|和)?(?:解析|评分标准|速查表?|部分|一览表?|汇总|如下|列表)?\s?[】\]]?\s?:?$"
)
# 单选题参考答案（1-140）： 1-10 ABDAA: the keys of one section, maybe on the line of their heading.
_TYPED_KEYS = re.compile(
    rf"[#*\s]{{0,8}}(?:[一二三四五六七八九十]{{1,3}}\s?[、.]\s?)?(?P<type>{'|'.join(TYPE_WORDS)})\s?(?:的)?(?:参考|标准|正确)?(?:答案|解答)\s?"
    r"(?:\([^()]{0,20}\))?[*\s]*(?::\s*(?=$|\(?\d)|$|(?=\d))"
)
_NOISE = re.compile(
    r"第\s?\d+\s?次作答|题量\s?:?\s?\d|满分\s?:?\s?\d|(?:作答|考试|答题|提交|开始|截止|交卷)时间\s?:|(?:本次|最终|最高|考试)(?:成绩|得分)|"
    r"(?:姓名|学号|班级|单位名称|座位号|准考证号)\s?[:_]|第\s?\d+\s?页|共\s?\d+\s?页|\d{1,4}\s?/\s?\d{1,4}$|[-—–]\s?\d{1,4}\s?[-—–]$|"
    r"[-=*—~·]{3,}$|(?:收起|展开)(?:解析|答案)?$|上一题|下一题|返回$|作业详情|查看(?:解析|答案)|[-—*=\s]{0,12}(?:密封线|装订线)|"
    r"(?:回答|作答)(?:正确|错误)!?$|\d+(?:\.\d+)?\s?分$|(?:得\s?分|评\s?卷\s?人|阅\s?卷\s?人|总\s?分)(?:\s+(?:评|阅)\s?卷\s?人)?$"
)
_COUNTED_BY = "[一二三四五六七八九十百零〇\\d]{1,4}"
# 第二讲 办会, 模块一: a line that says so whole, and no sentence that begins so.
_CHAPTER = re.compile(
    rf"[#*\s]{{0,8}}(?:第\s?{_COUNTED_BY}\s?(?:章节?|讲|节|部分|单元|篇|课|编|模块|专题|套)|(?:模块|专题|项目|单元|任务|附件)\s?{_COUNTED_BY})"
    r"(?:[\s:、.—-][^。?!;,_]{0,40}|[^。?!;,_\s()]{0,24})[*\s]*$"
)
_CHAPTER_FIRST = frozenset("#*第模专项单任附")
_MARKED = re.compile(r"#{1,6}\s+(?!include|define)\S.{0,80}$")
_RULED = re.compile(r"([-=~—]{2,})\s?[^-=~—\s][^-=~—]{0,48}\1$")
"""A title between two rules: --- 甲 ---."""
_DIGITS = frozenset("0123456789")
_TYPED_FIRST = frozenset("#* 一二三四五六七八九十") | {word[0] for word in TYPE_WORDS}
_LETTERS = frozenset("ABCDEFGH")
_NUMBER_FIRST = frozenset("0123456789(第-*+#")
_OPTION_FIRST = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(-*+•&□○●■▢☐◯◆")
_HEADING_FIRST = frozenset("参标正答【[试题习测课练自复思单第#一二三四五六七八九十")
_NOISE_FIRST = frozenset("第题满作考答提开截交本最姓学班单座准共0123456789-—–=*~·收展上下返查密装得评阅总 回")


def classed(line: TextLine) -> ClassedLine:
    """Return a line with its class."""
    copy = line.copy
    if not copy:
        return ClassedLine("noise", line)  # of signs that nobody sees
    first = copy[0]
    if first in _LETTERS and (found := _OPTION.match(copy)) is not None:
        return ClassedLine("option", line, found)  # nearly half of all lines, which nothing else can be
    if first in SECTION_FIRST and (first not in _DIGITS or "题" in copy) and (section := section_of(copy)) is not None:
        return ClassedLine("section", line, None, section)
    if first in _TYPED_FIRST and ("答案" in copy or "解答" in copy) and (found := _TYPED_KEYS.match(copy)) is not None:
        return ClassedLine("keys", line, found, _section(copy[found.start("type") :], found["type"]))
    if first in _HEADING_FIRST and _HEADING.match(copy):
        return ClassedLine("keys", line, label_at(copy))
    if first in _NOISE_FIRST and _NOISE.match(copy):
        return ClassedLine("noise", line)
    if first in _CHAPTER_FIRST and _CHAPTER.match(copy):
        return ClassedLine("heading", line)
    if first in _NUMBER_FIRST and (found := _NUMBER.match(copy)) is not None:
        return ClassedLine("number", line, found)
    if first in _OPTION_FIRST and (found := _OPTION.match(copy)) is not None:
        return ClassedLine("option", line, found)
    if first in LABEL_FIRST and (found := label_at(copy)) is not None:
        return ClassedLine("label", line, found)
    return _behind_bullet(line)


def _behind_bullet(line: TextLine) -> ClassedLine:
    """Return a line's class where a list's sign may stand before its label."""
    bullet = _BULLET.match(line.copy)
    found = label_at(line.copy, bullet.end()) if bullet is not None else None
    if found is not None:
        return ClassedLine("label", line, found)
    is_heading = line.is_heading or _MARKED.match(line.copy) or _RULED.match(line.copy)
    return ClassedLine("heading" if is_heading else "text", line)


_ANSWER_IN_STEM = re.compile(
    r"[(\[【]\s*(?:[A-Za-z]{1,8}|√|×|✓|✗|✔|✘|对|错|正确|错误)\s*[)\]】]|[√×✓✗✔✘✅❌]$|\)\s*(?:正确|错误|对|错)$"
    r"|[-—]\s?(?:[A-Z]{1,8}\s?:|(?:正确|错误|对|错)\s?:?$)"
)


def has_answer(copy: str) -> bool:
    """Return whether a line of a stem has letters or a truth word in brackets, or a truth at its end."""
    return _ANSWER_IN_STEM.search(copy) is not None


def number_of(found: re.Match[str]) -> tuple[int, str]:
    """Return a question's number, and the style it is written in: plain, brackets or said; 0 where it has none."""
    style = found.lastgroup
    return (0, "none") if style is None or style == "key" else (int(found[style]), style)


def letter_of(one: ClassedLine) -> str:
    """Return an option's letter."""
    if one.letter:
        return one.letter
    assert one.found is not None  # a letter was found
    letter: str = one.found["boxed"] or one.found["plain"]
    return letter.upper()
