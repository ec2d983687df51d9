"""The committee's notes beside a score, in words."""

from __future__ import annotations

NOTES: dict[str, tuple[str, str]] = {
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
}
