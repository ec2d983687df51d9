"""What is said about marking essays: on its screen, and where a rule refuses or a file of marks has faults."""

from __future__ import annotations

MARKING: dict[str, tuple[str, str]] = {
    # The screen.
    "marking.title": ("阅卷", "Marking"),
    "marking.who": ("谁来阅卷？写姓名", "Who marks? Give the name"),
    "marking.who_keys": ("Enter 开始阅卷 | Esc 返回", "Enter begins | Esc goes back"),
    "marking.by": ("阅卷人 {by}", "marker {by}"),
    "marking.place": ("第 {place} 份 / 共 {total} 份", "{place} of {total}"),
    "marking.question": ("第 {number} 题", "question {number}"),
    "marking.waiting": ("已阅 {marked}，待阅 {waiting}", "{marked} marked, {waiting} waiting"),
    "marking.marked_by": ("这份由 {by} 阅过", "marked by {by}"),
    "marking.response": ("作答（{count} 字）", "Response ({count} characters)"),
    "marking.folded": ("{stem}（F6 看全题）", "{stem} (F6: the whole question)"),
    "marking.key_fold": ("F6 题目", "F6 question"),
    "marking.model_answer": ("参考答案", "Model answer"),
    "marking.whole": ("整题给分", "marks for the whole"),
    "marking.found": ("（建议 {marks} 分）", " (suggested: {marks})"),
    "marking.not_found": ("（没找到关键词）", " (no keyword found)"),
    "marking.comment": ("评语", "Comment"),
    "marking.total": ("本题 {total} / {full} 分", "{total} of {full} marks"),
    "marking.missing": ("还有 {count} 个采分点没给分", "{count} point(s) have no marks yet"),
    "marking.at_most": ("这个采分点最多 {marks} 分", "This point is worth at most {marks}"),
    "marking.no_keywords": ("这道题没有关键词，没有建议", "This question has no keywords to suggest by"),
    "marking.not_marked": ("待阅", "waiting"),
    "marking.unsaved": ("未保存：{why} | 正在重试，请不要离开", "NOT SAVED: {why} | retrying; please stay"),
    "marking.first": ("这是第一份", "This is the first one"),
    "marking.last": ("这是最后一份", "This is the last one"),
    "marking.all_done": ("全部阅完，按 Esc 离开", "All are marked; Esc leaves"),
    "marking.none": ("《{title}》没有要阅的简答。", "“{title}” has no essays to mark."),
    "marking.hidden": ("有 {count} 份暂不列出：{people} 正在作答同样的题", "{count} kept back: being sat by {people}"),
    "marking.half": ("只收来一半：{people}", "collected half done: {people}"),
    "marking.differing": ("另有双评不一致 {count}", "{count} others differ"),
    "marking.differs": ("不一致：{given}，等裁定", "differ: {given}; to be decided"),
    "marking.given_by": ("{by} {marks} 分", "{by} {marks}"),
    "marking.second": ("{by} 阅过，在这里给分就是双评", "marked by {by}; marks given here stand beside theirs"),
    "marking.overridden": ("成绩更正过，不再阅", "decided by an override; not marked again"),
    "marking.decided": ("已裁定", "decided"),
    "marking.overtaken": (
        "没有记下：{by} 刚刚办了别的：{what}。看清再给分",
        "not recorded: {by} decided meanwhile: {what}; look again",
    ),
    "marking.left_out": ("跳过 {count} 份：别的阅卷人正在阅", "{count} left out: another marker has them"),
    "marking.others_have_them": ("那边的几份别的阅卷人正在阅", "another marker has those that way"),
    "marking.others_have": ("剩下的 {count} 份别的阅卷人正在阅", "another marker has the {count} that are left"),
    "marking-all-held": (
        "《{title}》的 {count} 份简答，别的阅卷人都在阅。等有人阅完或离开再来。",
        "Other markers have all {count} essays of “{title}” before them. Come again once one is done or has left.",
    ),
    "mark-overridden-already": (
        "第 {number} 题已经由成绩更正定了分，不再阅。要改，用成绩表的“成绩更正”，或 quizapp scores override。",
        "The marks of question {number} were decided by an override. Change them by another: quizapp scores override.",
    ),
    "checker-is-decider": (
        "经办人和复核人都是 {by}：要两个人。请写另一个人的名字。",
        "{by} both decides and checks: that takes two people. Name somebody else.",
    ),
    "checker-needed": (
        "这个班定了双人复核，还要写明复核人：--checked-by 姓名。",
        "This class has every decision checked by a second person: say who with --checked-by NAME.",
    ),
    "marking.own": ("有 {count} 份是阅卷人自己的，没有列出", "{count} kept back: the marker's own"),
    "marking.leave_note": (
        "有 {count} 份给了分，但还没有记下（采分点没给全，或没能存盘），离开就不保留。",
        "{count} have marks that are not recorded: points are open, or the disk failed. Leaving forgets them.",
    ),
    "marking.stay": ("接着阅", "Stay"),
    "marking.leave": ("离开", "Leave"),
    "marking.key_move": ("↑ ↓ 采分点", "↑ ↓ points"),
    "marking.key_step": ("← → 或数字给分", "← → or digits"),
    "marking.key_suggest": ("F5 采用建议", "F5 suggestion"),
    "marking.key_next": ("F9 下一份", "F9 next"),
    # Refusals and faults.
    "marker-needed": (
        "请写明是谁阅卷：--by 姓名，或在设置里写上工作人员。",
        "Say who marks: --by NAME, or staff in the settings.",
    ),
    "marker-is-candidate": (
        "{by} 就是这份答卷的考生，不能给自己阅卷，也不能复核。请换一个人。",
        "{by} is the candidate, who may neither mark nor check. Somebody else must.",
    ),
    "mark-not-handed-in": (
        "答卷 {attempt} 还没有交卷，不能阅卷。",
        "Attempt {attempt} has not been handed in and cannot be marked yet.",
    ),
    "mark-question-unknown": (
        "没有第 {number} 题，这份答卷共 {count} 题。",
        "There is no question {number}; the attempt has {count}.",
    ),
    "mark-not-an-essay": (
        "第 {number} 题由程序评分，不用人阅卷。",
        "Question {number} is marked by the program, not by a person.",
    ),
    "mark-nothing-written": (
        "第 {number} 题没有作答，记 0 分，不用阅卷。",
        "Nothing was written for question {number}: it earns 0 by itself.",
    ),
    "mark-points-count": (
        "第 {number} 题有 {points} 个采分点，现在给了 {given} 个。",
        "Question {number} has {points} point(s) in its rubric; {given} were given marks.",
    ),
    "mark-point-outside": (
        "采分点 {point} 最多 {most} 分，不能给 {given} 分。",
        "Point {point} is worth at most {most}; it cannot be given {given}.",
    ),
    "marks-no-heads": (
        "前 10 行里没有找到表头。表头应为：答卷、题号、1、2、3……（每个采分点一列），可加一列评语。",
        "No heads within the first 10 rows. They are: attempt, question, 1, 2, 3 … (one for each point), and comment.",
    ),
    "marks-empty": ("表头下面没有给分。", "There are no marks below the heads."),
    "marks-twice": ("这一题在第 {first} 行已经给过分。", "This question was given marks in line {first} already."),
    "marks-question-unread": ("题号“{given}”不是数字。", "“{given}” is no question's number."),
    "marks-too-fine": (
        "分数“{given}”的小数超过两位，没有记：请写成两位以内，如 1.23。",
        "The marks “{given}” have more than two decimals and were not taken: write two at most, such as 1.23.",
    ),
    "marks-point-unread": (
        "采分点 {point} 的给分“{given}”没有读懂：请填数字，如 1.5；不得分填 0。",
        "The marks “{given}” of point {point} were not understood: write a number such as 1.5, or 0.",
    ),
    "marks-point-unknown": (
        "这道题只有 {points} 个采分点，没有采分点 {point}。",
        "This question has {points} point(s); there is no point {point}.",
    ),
}
