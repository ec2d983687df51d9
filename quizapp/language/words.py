"""Single words: statuses, kinds, types, difficulties, heads of columns; and numbers as Chinese writes them."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # How an attempt, or a candidate without one, stands.
    "word.in_progress": ("作答中", "in progress"),
    "word.handed_in": ("已交卷", "handed in"),
    "word.marking": ("待阅卷", "being marked"),
    "word.marked": ("已评分", "marked"),
    "word.void": ("成绩作废", "void"),
    "word.absent": ("缺考", "absent"),
    "word.deferred": ("缓考", "deferred"),
    "word.exempt": ("免考", "exempt"),
    "word.failed": ("不及格", "failed"),
    "word.left": ("退班", "left"),
    "word.admitted": ("准予补考", "admitted"),
    "word.misconduct": ("违纪", "misconduct"),
    # Who handed it in.
    "word.candidate": ("考生交卷", "by the candidate"),
    "word.deadline": ("到时自动交卷", "time ran out"),
    "word.committee": ("强制收卷", "by the committee"),
    "word.entered": ("纸笔补录", "entered from paper"),
    # Which sitting of the paper it is.
    "word.regular": ("正考", "regular"),
    "word.make_up": ("补考", "make-up"),
    "word.yes": ("是", "true"),
    "word.no": ("否", "false"),
    "word.true": ("对", "True"),
    "word.false": ("错", "False"),
    "word.comma": ("、", ", "),
    "word.of_id": ("{title}（{id}）", "{title} ({id})"),
    "word.easy": ("易", "easy"),
    "word.medium": ("中", "medium"),
    "word.hard": ("难", "hard"),
    "word.draft": ("草稿", "draft"),
    "word.ready": ("启用", "ready"),
    "word.retired": ("停用", "retired"),
    "word.any": ("不限", "any"),
    "word.practice": ("练习", "practice"),
    "word.exam": ("考试", "exam"),
    "word.per_candidate": ("一人一卷", "one each"),
    "word.unlimited": ("不限时", "no limit"),
    # Heads of exported columns: in English they are the names that JSON has.
    "column.rank": ("名次", "rank"),
    "column.id": ("学号", "id"),
    "column.name": ("姓名", "name"),
    "column.unit": ("单位", "unit"),
    "column.post": ("职务", "post"),
    "column.group": ("组别", "group"),
    "column.paper": ("试卷", "paper"),
    "column.kind": ("考试性质", "kind"),
    "column.form": ("卷别", "form"),
    "column.attempt": ("考次", "attempt"),
    "column.status": ("状态", "status"),
    "column.score": ("得分", "score"),
    "column.full_score": ("满分", "full_score"),
    "column.percent": ("得分率(%)", "percent"),
    "column.grade": ("等次", "grade"),
    "column.passed": ("是否及格", "passed"),
    "column.started_at": ("开考时间", "started_at"),
    "column.handed_in_at": ("交卷时间", "handed_in_at"),
    "column.seconds": ("用时(秒)", "seconds"),
    "column.handed_in_by": ("交卷方式", "handed_in_by"),
    "column.receipt": ("回执号", "receipt"),
    "column.notes": ("备注", "notes"),
    "column.number": ("题号", "number"),
    "column.item": ("试题", "item"),
    "column.type": ("题型", "type"),
    "column.response": ("作答", "response"),
    "column.key": ("答案", "key"),
    # Heads that only lists have.
    "column.outcome": ("结果", "outcome"),
    "column.new_closing": ("新的截止", "closes now"),
    "column.blank": ("空", "blank"),
    "column.people": ("人次", "count"),
    "column.verdict": ("判分", "verdict"),
    "column.score_before": ("原得分", "score before"),
    "column.score_after": ("现得分", "score now"),
    "column.rank_before": ("原名次", "rank before"),
    "column.rank_after": ("现名次", "rank now"),
    "column.pass_change": ("及格变化", "pass"),
    "column.script": ("答卷", "attempt"),
    "column.characters": ("字数", "characters"),
    "column.suggested": ("建议", "suggested"),
    "column.topic": ("知识点", "topic"),
    "column.least": ("最少", "least"),
    "column.most": ("最多", "most"),
    "column.wanted": ("需要", "wanted"),
    "column.total": ("合计", "total"),
    "column.bank": ("题库", "bank"),
    "column.title": ("标题", "title"),
    "column.file": ("文件", "file"),
    "column.items": ("题数", "items"),
    "column.difficulties": ("难度", "difficulties"),
    "column.types": ("题型", "types"),
    "column.sections": ("大题", "sections"),
    "column.questions": ("题数", "questions"),
    "column.time_limit": ("时长", "time limit"),
    "column.opens": ("开始", "opens"),
    "column.closes": ("截止", "closes"),
    "column.forms": ("套数", "forms"),
    "column.used": ("用时", "time"),
    "column.date": ("交卷", "handed in"),
}


DIGITS, UNITS = "零一二三四五六七八九", "十百千"
_MOST = 9_999


def chinese_numeral(number: int, digits: str = DIGITS, units: str = UNITS) -> str:
    """Return a number from 1 to 9,999 in Chinese, 十二 or 一百零五, in these digits and units; any other in figures."""
    if not 0 < number <= _MOST:
        return str(number)
    figures = str(number)
    text = ""
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure != "0":
            text += digits[int(figure)] + (units[power - 1] if power else "")
        elif int(figures[place:]) and not text.endswith(digits[0]):
            text += digits[0]
    return text[1:] if text.startswith("一十") else text
