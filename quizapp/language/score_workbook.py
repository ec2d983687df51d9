"""What stands in the workbook of scores (成绩册): names of its sheets, heads, lines for signing, charts."""

from __future__ import annotations

SCORE_WORKBOOK: dict[str, tuple[str, str]] = {
    "workbook.title": ("成绩册", "Scores"),
    # Names of sheets.
    "workbook.sheet_totals": ("总表", "Totals"),
    "workbook.sheet_make_up": ("未考与补考", "Absent and make-up"),
    "workbook.sheet_items": ("题目分析", "Items"),
    "workbook.sheet_responses": ("作答明细", "Responses"),
    "workbook.sheet_spread": ("分布", "Distribution"),
    "workbook.sheet_unnamed": ("试卷", "Paper"),
    # Titles of tables, and the line below each.
    "workbook.of_class": ("{title}  {what}", "{title}: {what}"),
    "workbook.paper_title": ("{title} 成绩表", "{title}: scores"),
    "workbook.put_up_title": ("{title} 成绩公示", "{title}: results"),
    "workbook.totals_title": ("各科成绩总表", "All marks side by side"),
    "workbook.make_up_title": ("未考与补考名单", "Who did not sit or pass, and make-ups"),
    "workbook.items_title": ("题目分析", "Items"),
    "workbook.responses_title": ("作答明细", "Responses"),
    "workbook.spread_title": ("{title} 成绩分布", "{title}: distribution"),
    "workbook.as_of": ("截至 {at}", "As of {at}"),
    "workbook.and_full": ("{note}。满分 {full} 分。", "{note}. Full score {full}."),
    "workbook.keys_held": (
        "截至 {at}。考试还没有结束，或有试题正有人在考：这些题的答案和得分等结束以后再导出。",
        "As of {at}. Keys and marks are left out where the window is open or an item is being sat now.",
    ),
    "workbook.totals_note": (
        "截至 {at}。各项为百分制；缺一项就没有总评，缺项不是 0 分。",
        "As of {at}. All marks are of 100; who misses one has no total: missing is not zero.",
    ),
    "workbook.shares_note": (
        "截至 {at}。各项为百分制；设置里没有写各项的权重，所以没有总评。",
        "As of {at}. All marks are of 100; the settings weigh nothing (weights), so there is no total.",
    ),
    "workbook.nobody": ("没有。", "None."),
    "workbook.sign": (
        "制表：______________    复核：______________    日期：______________",
        "Prepared by: ______________    Checked by: ______________    Date: ______________",
    ),
    "workbook.page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    # Cells.
    "workbook.minutes": ("{minutes}分{seconds}秒", "{minutes}m{seconds}s"),
    "workbook.hours": ("{hours}小时{minutes}分{seconds}秒", "{hours}h{minutes}m{seconds}s"),
    "workbook.cut": ("……（太长，余下的见 .csv 或 .json）", "... (too long; the rest is in the .csv or .json)"),
    "workbook.weighed": ("{title}（{weight}%）", "{title} ({weight}%)"),
    # Heads.
    "workbook.head_used": ("用时", "time used"),
    "workbook.head_total": ("总评", "total"),
    "workbook.head_standing": ("情况", "standing"),
    "workbook.head_due": ("应补考", "make-up due"),
    "workbook.head_make_up": ("补考试卷", "make-up"),
    "workbook.head_make_up_status": ("补考状态", "make-up status"),
    "workbook.head_make_up_score": ("补考得分", "make-up score"),
    "workbook.head_make_up_passed": ("补考及格", "make-up passed"),
    # How somebody stands, where a word for a status does not say it.
    "workbook.standing_failed": ("不及格", "failed"),
    "workbook.standing_awaited": ("尚未参加", "not yet come"),
    "workbook.made_up": ("{title}取补考成绩", "{title}: earned at a make-up"),
    "workbook.reason_none": ("缺项", "missing"),
    # Charts.
    "workbook.chart_scores": ("得分率分布（人数）", "Scores by share of the full score (people)"),
    "workbook.chart_passes": ("及格情况", "Passes"),
    "workbook.chart_topics": ("各知识点得分率（%）", "Earned by topic (%)"),
    "workbook.bin": ("{low}%～{high}%", "{low}-{high}%"),
    "workbook.head_bin": ("得分率", "share"),
    "workbook.head_people": ("人数", "people"),
    "workbook.head_topic": ("知识点", "topic"),
    "workbook.head_share": ("得分率(%)", "earned (%)"),
    "workbook.head_result": ("结果", "result"),
    "workbook.passed": ("及格", "passed"),
    "workbook.failed": ("不及格", "failed"),
    "workbook.no_topic": ("试题没有写知识点。", "The items have no topics."),
}
