"""What stands in exported scores: the committee's notes beside a score, the workbook 成绩册; what exports refuse."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "note.deferred": ("缓考", "deferred"),
    "note.exempt": ("免考", "exempt"),
    "note.misconduct": ("违纪", "misconduct"),
    "note.left": ("{at} 退班", "left the class on {at}"),
    "note.admitted": ("准予补考", "let in to the make-up"),
    "note.void": ("成绩作废", "void"),
    "note.override": (
        "成绩更正：第 {question} 题 {before} → {after} 分",
        "question {question}: {before} → {after} marks",
    ),
    "note.regraded": ("重新判分：{before} → {after} 分", "marked again: {before} → {after} marks"),
    "note.regraded_of": (
        "第 {questions} 题答案更正，重新判分：{before} → {after} 分",
        "question {questions}: key corrected, marked again: {before} → {after} marks",
    ),
    "note.regraded_of_untold": (
        "第 {questions} 题答案更正，重新判分",
        "question {questions}: key corrected, marked again",
    ),
    "note.override_untold": ("成绩更正：第 {question} 题", "question {question}: other marks"),
    "note.regraded_untold": ("重新判分", "marked again"),
    "note.capped": ("补考得 {score} 分，按上限计 {counted} 分", "{score} marks, of which a make-up counts {counted}"),
    "note.reassigned": ("更名：原记在 {name}（{id}）名下", "reassigned from {name} ({id})"),
    "note.forked": ("有不同的副本，裁定以前不计", "its copies part ways; not counted until somebody decides"),
    "note.copy_chosen": ("另有 {others} 份不同的副本，裁定不计", "{others} other copies, decided against"),
    "note.beyond": ("超出允许次数，未计", "beyond the allowed number, not counted"),
    "note.ineligible": ("不在补考对象之内，未计", "the make-up is not for them, not counted"),
    "note.extended": ("加时 {more}", "{more} more"),
    "note.paused": ("暂停 {length}", "paused for {length}"),
    "note.paused_still": ("暂停中", "paused"),
    "note.started_by_order": ("监考员按现在时间开考", "begun by order, whatever the clock said"),
    "note.gone_on": ("恢复", "gone on with"),
    "note.handed_out": ("导出换机", "handed out to go on elsewhere"),
    "note.carried_out": ("导出换机后仍在原机恢复", "handed out to go on elsewhere, then gone on with here"),
    "note.carried_over": ("换机续考", "gone on with on another machine"),
    "note.forced": ("强制收卷", "handed in by order"),
    "note.journal_restored": (
        "作答时答卷文件被换过，{lines} 条记录已补写",
        "the attempt's file was exchanged while it was sat; {lines} lines were written again",
    ),
    "note.clock_ahead": ("时钟偏差：电脑快 {by}", "the wall clock was {by} ahead"),
    "note.clock_behind": ("时钟偏差：电脑慢 {by}", "the wall clock was {by} behind"),
    # What about an attempt's instants cannot have been.
    "note.irregular_started_early": (
        "开考（{at_dated}）早于考试时间（{than_dated}）",
        "began at {at_dated}, before its window opened at {than_dated}",
    ),
    "note.irregular_started_late": (
        "开考（{at_dated}）晚于考试时间（{than_dated}）",
        "began at {at_dated}, after its window closed at {than_dated}",
    ),
    "note.irregular_before_start": (
        "{count} 条记录的时间（{at}）早于开考（{than}）",
        "{count} record(s) from {at}, before its start at {than}",
    ),
    "note.irregular_goes_back": (
        "时间倒退 {count} 处，从 {than} 退到 {at}",
        "time goes back {count} time(s), from {than} to {at}",
    ),
    "note.irregular_clock_differs": (
        "{count} 处记录的时间（{at}）和开机计时（{than}）对不上",
        "{count} time(s) its instants ({at}) differ from the clock of the boot ({than})",
    ),
    "note.irregular_answered_paused": ("暂停期间作答 {count} 次，不计", "{count} answer(s) in a pause, not counted"),
    "note.irregular_answered_closed": (
        "大题没有打开或已经结束，作答 {count} 次，不计",
        "{count} answer(s) in a section that was not open, not counted",
    ),
    "note.irregular_answered_unfolded": (
        "案例的阶段还没展开或已经过去，作答 {count} 次，不计",
        "{count} answer(s) in a stage of a case that was not open, not counted",
    ),
    "note.irregular_answered_fixed": (
        "确定以后又改 {count} 次，不计",
        "{count} change(s) of a final answer, not counted",
    ),
    "note.irregular_late": (
        "截止（{than}）以后还有 {count} 条记录，不计",
        "{count} record(s) after the closing at {than}, not counted",
    ),
    "note.irregular_handed_in_late": (
        "交卷（{at_dated}）晚于截止，按截止时间（{than_dated}）交卷算",
        "handed in at {at_dated}; counts as handed in at its closing, {than_dated}",
    ),
    "note.irregular_after_hand_in": (
        "交卷以后还有 {count} 条记录，不计",
        "{count} record(s) behind the hand-in, not counted",
    ),
    # How they are put together.
    "note.unmarked": ("未评", "unmarked"),
    "note.because": ("{note}（{why}）", "{note} ({why})"),
    "note.because_by": ("{note}（{who}：{why}）", "{note} ({who}: {why})"),
    "note.unproved": ("{note}【没有监考口令的凭证】", "{note} [no proof of the invigilator's password]"),
    "note.of_attempt": ("第 {number} 次：{note}", "attempt {number}: {note}"),
    "note.between": ("；", "; "),
    "note.reinstated": ("作废已撤销", "annulment taken back"),
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
    "unknown-report": (
        "不认识“{wanted}”这种导出格式，可以用：{choices}。",
        "“{wanted}” is no format to export to; there are: {choices}.",
    ),
    "export-needs-paper": (
        "请写明哪份试卷，如 quizapp scores export final --to 成绩.csv；导出全部的，用 .xlsx、.html 或 .docx。",
        "Say which paper, as in quizapp scores export final --to scores.csv; all fit into an .xlsx, .html or .docx.",
    ),
    "export-needs-format": (
        "输出到屏幕时请写明格式，如 --format csv 或 --format json。",
        "Say the format where it goes to standard output, as in --format csv or --format json.",
    ),
    "export-not-here": (
        "{format} 不能显示在屏幕上。请写到文件，如 --to 成绩册.{format}。",
        "{format} is nothing to show on a terminal. Write it to a file, as in --to scores.{format}.",
    ),
    "export-no-responses": (
        "{format} 不单独导出逐题作答。请导出为 .csv、.json 或 .xlsx。",
        "Responses alone are not written as {format}. Write them to a .csv, .json or .xlsx.",
    ),
    "export-not-beside": (
        "{format} 里附不了作答明细，没有导出。请导出成 .xlsx，或用 --responses 单独导出逐题作答。",
        "{format} has no place for responses beside the scores; nothing was exported. Use .xlsx, or --responses alone.",
    ),
    "export-contradiction": (
        "{one} 和 {other} 不能一起用，没有导出。请去掉其中一个。",
        "{one} and {other} contradict each other; nothing was exported. Leave one of them out.",
    ),
    "export-nothing": (
        "还没有成绩，没有导出。有人交卷后就可以导出；要导出空的名单，请写明试卷。",
        "There are no scores yet, and nothing was exported. Name a paper to export the class list without scores.",
    ),
    "cannot-write-there": (
        "不能写到 {path}：没有这个文件夹，或它本身是文件夹。",
        "Cannot write {path}: no such folder, or a folder itself.",
    ),
    "cannot-write-device": (
        "不能写到 {path}：它不是普通文件，没有动它。要输出到屏幕，用 --to -。",
        "Cannot write {path}: it is no plain file, and was left alone. For standard output there is --to -.",
    ),
    "cannot-write-own": (
        "不能写到 {path}：那里是数据文件夹自己的记录，没有动它。请换一个文件名或文件夹。",
        "Cannot write {path}: a data folder keeps its own records there, which were left alone. Use another name.",
    ),
}
