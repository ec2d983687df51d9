"""What can be wrong with papers and in a home's settings; and all the faults of YAML files in one catalogue."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "no-sections": (
        "这份试卷还没有大题。请至少写一个。",
        "The paper has no sections. Write at least one.",
    ),
    "sections-not-listed": (
        "大题应当是一个列表。请让每个大题以“- ”开头。",
        "Sections must be a list. Begin each with “- ”.",
    ),
    "draw-or-items": (
        "一个大题要么写 抽题，要么写 指定试题，请两样只写一样。",
        "A section has either draw or items. Give exactly one of them.",
    ),
    "totals-differ": (
        "几处题数对不上：{totals}。请改成一样。",
        "The counts do not agree: {totals}. Make them equal.",
    ),
    "topics-overlap": (
        "知识点“{first}”和“{second}”是上下级，不能分别计数。请只留一个，或改用并列的知识点。",
        "Topics “{first}” and “{second}” stand one within the other and cannot both be counted. Keep one.",
    ),
    "unknown-topic-asked": (
        "课程里没有知识点“{topic}”，是不是想写“{nearest}”？",
        "No course has the topic “{topic}”. Did you mean “{nearest}”?",
    ),
    "unknown-bank-id": (
        "没有题库“{bank}”，是不是想写“{nearest}”？",
        "There is no bank “{bank}”. Did you mean “{nearest}”?",
    ),
    "bank-faulty": (
        "题库“{bank}”里有错，暂时不能抽题。请先运行 quizapp banks check 改好它。",
        "The bank “{bank}” has errors and cannot be drawn from. Run quizapp banks check and mend it first.",
    ),
    "bank-for-practice": (
        "题库“{bank}”只供练习，试卷不能从里面抽题。请换一个题库，或改它的 用途。",
        "The bank “{bank}” is for practice only and cannot be drawn from. Name another, or change its use.",
    ),
    "unknown-item": (
        "没有试题“{id}”，是不是想写“{nearest}”？",
        "There is no item “{id}”. Did you mean “{nearest}”?",
    ),
    "fixed-item-not-ready": (
        "指定的试题“{id}”不是启用状态。请启用它，或换一道。",
        "The item “{id}” is not ready. Make it ready, or choose another.",
    ),
    "fixed-item-for-practice": (
        "指定的试题“{id}”在只供练习的题库“{bank}”里。请换一道。",
        "The item “{id}” is in “{bank}”, which is for practice only. Choose another.",
    ),
    "item-twice": (
        "“{section}”里的试题 {item} 在这份试卷里已经用过。请换一道。",
        "Item {item} of “{section}” stands in this paper already. Choose another.",
    ),
    "scheme-of-no-item": (
        "“{section}”的题都不会用这种评分方式。可以写：{choices}",
        "No item of “{section}” knows this marking scheme. The choices are: {choices}",
    ),
    "penalty-without-choices": (
        "倒扣只能用于选择题和判断题，“{section}”里没有这样的题。请去掉倒扣。",
        "A penalty is for choice and true/false items, and “{section}” has none. Remove it.",
    ),
    "coverage-twice": (
        "覆盖里“{topic}”写了两次。请只留一个。",
        "Topic “{topic}” stands twice in coverage. Keep one.",
    ),
    "marks-differ": (
        "“{section}”要抽的题分值不一样，卷面总分会变。请给大题写上 分值。",
        "The items that “{section}” draws from have different marks. Give the section its marks.",
    ),
    "full-score-differs": (
        "满分写的是 {said}，各大题加起来是 {total}。请改成一样。",
        "full_score says {said}, and the sections add up to {total}. Make them equal.",
    ),
    "after-close-without-close": (
        "公布时间是“考试结束后”，请写明 考试时间 的 截止。",
        "Feedback after_close needs to know when the paper closes. Give its window closes.",
    ),
    "window-closes-first": (
        "截止时间不晚于开始时间。请核对考试时间。",
        "The window closes before it opens. Check both times.",
    ),
    "window-shorter-than-limit": (
        "考试时间从开始到截止比考试时长还短，谁也用不满时长。请推迟截止，或缩短考试时长。",
        "The window is shorter than the time limit: nobody could have all of it. Close it later, or shorten the limit.",
    ),
    "section-limits-beyond": (
        "到“{section}”为止，各大题的时长加起来超过了整卷的考试时长。请缩短大题的时长，或延长整卷的。",
        "Up to “{section}” the sections' time limits add up to more than the paper's. Shorten them, or lengthen that.",
    ),
    "section-limits-beyond-window": (
        "到“{section}”为止，各大题的时长加起来比考试时间还长。请缩短大题的时长，或推迟截止。",
        "Up to “{section}” the sections' time limits add up to more than the window. Shorten them, or close it later.",
    ),
    "keys-before-close": (
        (
            "这是正式考试，截止以前就公布答案或解析，还没考的人可能先知道。"
            "请把公布时间改成“考试结束后”并写明截止，或从公布内容里去掉答案和解析。"
        ),
        (
            "A formal paper shows keys or rationales before it closes, while others may still sit."
            " Let feedback be after_close, with the window's closes, or leave key and rationale out of show."
        ),
    ),
    "exam-may-be-practised": (
        "这份试卷用于考试，可抽的 {count} 道题里有 {practised} 道谁都可以练习。请改从用途为“考试”的题库抽题。",
        "{practised} of the {count} items that this exam may draw can be practised. Draw from banks for exams.",
    ),
    "after-item-shows-nothing": (
        "公布时间是“逐题公布”，公布内容里却没有答案和解析，逐题没有什么可看。请加上它们，或改成“交卷后”。",
        "Feedback after_item shows nothing without key and rationale. Add them to show, or make it after_hand_in.",
    ),
    "needs-make-up": (
        "“{chinese}”（{field}）只用于补考卷。请同时写上 补考对象，或去掉它。",
        "“{field}” ({chinese}) is for make-up papers. Give make_up_for too, or remove it.",
    ),
    "unknown-first-paper": (
        "没有试卷“{paper}”可以补考，是不是想写“{nearest}”？",
        "There is no paper “{paper}” to make up for. Did you mean “{nearest}”?",
    ),
    "make-up-for-itself": (
        "补考对象写的是这份试卷自己。请写成原卷的编号或标题。",
        "This paper is to make up for itself. Name the first paper.",
    ),
    "make-up-circle": (
        "《{first}》一路补考下去又回到这份试卷，谁是原卷说不清。请改正其中一份的补考对象。",
        "“{first}” makes up, in the end, for this very paper. Correct make_up_for in one of them.",
    ),
    "make-up-unmet": (
        "避开《{first}》的试题以后，“{section}”要抽 {wanted}，题库里只剩 {available}。请补充或启用试题，或少抽几道。",
        (
            "Clear of the items of “{first}”, “{section}” wants {wanted}; the banks have {available} left."
            " Write or enable more items, or ask for fewer."
        ),
    ),
    "size-without-case": (
        "“小题数”只用于抽案例。请去掉它，要抽几道题请写 题数。",
        "size is for draws of cases only. Remove it; how many items are drawn is said by count.",
    ),
    "case-sizes-differ": (
        "能抽到的案例小题数不一样（{sizes}），卷面题数会变。请写上 小题数。",
        "The cases that may be drawn have different numbers of items ({sizes}). Give the draw a size.",
    ),
    "fixed-item-of-case": (
        "试题“{id}”是案例“{case}”里的，只能随案例一起出。请改写成案例的编号。",
        "The item “{id}” is of the case “{case}” and drawn only with it. Name the case instead.",
    ),
    "not-a-date": (
        "没有读懂日期“{text}”。请写 2026-09-01 或 2026年9月1日。",
        "“{text}” is not a date. Write it as 2026-09-01.",
    ),
    "class-ends-first": (
        "班次结束的日期早于开始的日期。请核对这两个日期。",
        "The class ends before it begins. Check both dates.",
    ),
    "weight-zero": (
        "权重是 0，等于不算。请写大于 0 的份额，或去掉这一行。",
        "A weight of 0 counts for nothing. Write a share above 0, or remove the line.",
    ),
    "weight-total": (
        "各项权重加起来是 {total}，应当正好是 100%。请改正其中的份额；三等分请写 1/3。",
        "The weights add up to {total} and should make 100%. Correct the shares; thirds are written 1/3.",
    ),
}
