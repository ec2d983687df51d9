"""One attempt gone through again: what happened, what was decided, its review sheet; and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # What happened, in the order of an attempt.
    "replay.started": ("开始作答", "began"),
    "replay.came_to": ("到第 {question} 题", "came to question {question}"),
    "replay.answered": ("第 {question} 题：作答 {after}", "question {question}: answered {after}"),
    "replay.changed": ("第 {question} 题：{before} 改为 {after}", "question {question}: from {before} to {after}"),
    "replay.cleared": ("第 {question} 题：{before} 清空", "question {question}: {before} cleared"),
    "replay.taken_back": (
        "第 {question} 题：撤销，{before} 回到 {after}",
        "question {question}: undone, {before} back to {after}",
    ),
    "replay.taken_back_all": ("第 {question} 题：撤销 {before}，回到未作答", "question {question}: {before} undone"),
    "replay.flagged": ("第 {question} 题：标记", "question {question}: flagged"),
    "replay.unflagged": ("第 {question} 题：取消标记", "question {question}: flag taken away"),
    "replay.fixed": ("第 {question} 题：确定，不再改", "question {question}: made final"),
    "replay.certainty": ("第 {question} 题：{certainty}", "question {question}: {certainty}"),
    "replay.stage_opened": (
        "案例展开到第 {question} 题，前面的作答定下",
        "the case went on to question {question}, what was answered before final",
    ),
    "replay.section_opened": ("进入“{section}”，单独计时", "“{section}” opened, with a clock of its own"),
    "replay.section_left": ("离开“{section}”，不再回来", "“{section}” closed for good"),
    "replay.section_ended": ("“{section}”的时间到", "time ran out for “{section}”"),
    "replay.returned": ("返回作答，此前 {away}没有记录", "came back; nothing was recorded for {away}"),
    "replay.taken_over": (
        "换一个窗口接着作答，此前 {away}没有记录（原窗口：{host}，进程 {pid}）",
        "gone on with in another window; nothing was recorded for {away} (before: {host}, process {pid})",
    ),
    "replay.restored_copy": (
        "答卷文件被换成另一份，内容相同，程序接着写",
        "the attempt's file was exchanged for a copy; writing went on in that",
    ),
    "replay.restored_shorter": (
        "答卷文件被换成旧的一份，少 {lines} 条记录，已补写",
        "the attempt's file was cut by {lines} lines, which were written again",
    ),
    "replay.restored_gone": (
        "答卷文件被移走，{lines} 条记录已重新写入",
        "the attempt's file was gone; its {lines} lines were written again",
    ),
    "replay.restored_other": (
        "答卷文件被换成别的内容，{lines} 条记录已重新写入，换来的存为 set-aside/{kept}",
        "the attempt's file was exchanged; its {lines} lines stand again, the other is in set-aside/{kept}",
    ),
    "replay.clock_ahead": ("电脑时钟快 {by}，计时不受影响", "the wall clock is {by} ahead; the time left is not"),
    "replay.clock_behind": ("电脑时钟慢 {by}，计时不受影响", "the wall clock is {by} behind; the time left is not"),
    "replay.clock_right": ("电脑时钟恢复准确", "the wall clock is right again"),
    "replay.extended": ("加时 {more}", "{more} more"),
    "replay.started_by_order": ("按现在时间开考，不看考试时间", "began by order, whatever the window said"),
    "replay.paused": ("暂停", "paused"),
    "replay.unpaused": ("恢复作答，暂停的时间不计", "gone on with; the pause took no time"),
    "replay.carried_out": ("导出答卷包，准备换机续考", "its pack was handed out, to go on on another machine"),
    "replay.carried_over": (
        "换机续考，时间接着走（原机：{from_home}，此机：{to_home}）",
        "gone on with on another machine, on the same second (before: {from_home}, here: {to_home})",
    ),
    "replay.by_candidate": ("考生交卷", "handed in"),
    "replay.by_deadline": ("到时自动交卷", "handed in as time ran out"),
    "replay.by_deadline_away": ("到时自动交卷，此前 {away}没有记录", "time ran out; nothing was recorded for {away}"),
    "replay.by_committee": ("强制收卷", "handed in by order"),
    "replay.by_entered": ("纸笔补录", "entered from paper"),
    "replay.not_counting": ("{what}（不计）", "{what} (not counted)"),
    "replay.irregular": ("时间不可信：{what}", "its times cannot be: {what}"),
    # What was decided since.
    "replay.essay_marked": ("第 {question} 题：阅卷给 {marks} 分", "question {question}: given {marks} marks"),
    "replay.overridden": (
        "第 {question} 题：成绩更正，{before} 改为 {after} 分",
        "question {question}: marks overridden, from {before} to {after}",
    ),
    "replay.corrected_key": ("第 {question} 题：答案改为 {answer}", "question {question}: the key is now {answer}"),
    "replay.corrected_accept": ("第 {question} 题：另可接受 {answer}", "question {question}: {answer} is right too"),
    "replay.corrected_hidden": ("第 {question} 题：更正答案", "question {question}: key corrected"),
    "replay.corrected_full": ("第 {question} 题：所有人给满分", "question {question}: full marks for everybody"),
    "replay.corrected_drop": ("第 {question} 题：不计分", "question {question}: dropped from the total"),
    "replay.regraded": ("重新判分，{before} 改为 {after} 分", "marked again: from {before} to {after}"),
    "replay.regraded_same": ("重新判分，得分没有变化", "marked again: no change"),
    "replay.closed": ("强制收卷，以收来的记录为准", "handed in by order, as it was collected"),
    "replay.copy_chosen": (
        "有不同的副本，裁定以副本 {head} 为准，另外 {others} 份不计",
        "its copies part ways; {head} was chosen, {others} other(s) do not count",
    ),
    "replay.voided": ("成绩作废", "annulled"),
    "replay.reinstated": ("撤销作废，成绩照算", "annulment taken back"),
    "replay.reassigned": (
        "更名，{id} {name} 改为 {to} {to_name}",
        "reassigned, from {id} {name} to {to} {to_name}",
    ),
    "replay.noted_deferred": ("{id} 记为缓考", "{id} noted as deferred"),
    "replay.noted_exempt": ("{id} 记为免考", "{id} noted as exempt"),
    "replay.noted_misconduct": ("{id} 记为违纪", "{id} noted for misconduct"),
    "replay.noted_none": ("{id} 的记录取消", "the note of {id} taken back"),
    # How these are put together.
    "replay.nothing_given": ("未作答", "nothing"),
    "replay.unmarked": ("未评", "unmarked"),
    "replay.because": ("{what}（{why}）", "{what} ({why})"),
    "replay.by": ("{what} | 决定 {by}", "{what} | by {by}"),
    "replay.checked_by": ("{what} | 复核 {by}", "{what} | checked by {by}"),
    # The screen.
    "replay.score": ("{score} / {full} 分", "{score} of {full}"),
    "replay.under_way": ("仍在作答，以下到此刻为止", "under way; this is what is on disk so far"),
    "replay.not_handed_in": ("没有交卷，也没有打开", "not handed in, and not open anywhere"),
    "replay.elsewhere": (
        "在别的机器上作答，以下到上次收卷为止",
        "under way on another machine; this is as far as it was collected",
    ),
    "replay.end_unwritten": (
        "没有收到交卷记录，交卷时间按规则推算",
        "no hand-in was collected; its time is worked out from the rules",
    ),
    "replay.altered": (
        "记录被改动过，以下只到改动处为止",
        "the record was altered; this is what stands before that",
    ),
    "replay.flag": ("已标记", "flagged"),
    "replay.final_answer": ("已确定", "final"),
    "replay.handed_in": ("交卷时 {response}", "handed in {response}"),
    "replay.so_far": ("最后 {response}", "so far {response}"),
    "replay.key": ("答案 {key}", "key {key}"),
    "replay.hidden": ("有人在考这道题，答案和得分暂不显示", "somebody is sitting this item: no key, no marks yet"),
    "replay.no_more_changes": ("后面没有改动了", "no more changes of an answer"),
    "replay.no_more_questions": ("这边没有别的题了", "no other question that way"),
    "replay.never_seen": ("第 {number} 题没有到过", "question {number} was never seen"),
    "replay.key_step": ("左右键 前后", "Arrows"),
    "replay.key_question": ("{key} 换题", "{key} question"),
    "replay.key_change": ("{key} 改动", "{key} change"),
    "replay.key_table": ("{key} 各题", "{key} list"),
    "replay.key_sheet": ("{key} 复核单", "{key} sheet"),
    "replay.table": ("各题用时、改动和得分", "Questions: time, changes, marks"),
    "replay.table_go": ("{key} 到这道题", "{key} goes there"),
    "replay.head_number": ("题号", "no."),
    "replay.head_time": ("用时", "time"),
    "replay.head_changes": ("改动", "changes"),
    "replay.head_first": ("首次作答", "first"),
    "replay.head_final": ("最后作答", "last"),
    "replay.head_key": ("答案", "key"),
    "replay.head_marks": ("得分", "marks"),
    # The review sheet.
    "replay.sheet_to": (
        "复核单写到哪个文件（.html，用浏览器打印）",
        "Write the review sheet to which file (.html, to print)",
    ),
    "replay.sheet_keys": ("Enter 写入 | Esc 返回", "Enter writes it | Esc back"),
    "replay.sheet_again": ("这个文件已经有了。换掉它吗？", "This file is there already. Replace it?"),
    "replay.sheet_keep": ("换个名字", "Another name"),
    "replay.sheet_replace": ("换掉它", "Replace it"),
    "replay.sheet_written": ("复核单已写好", "The review sheet is written"),
    "replay.sheet_print": (
        "用浏览器打开，打印成一页 A4，再签字。",
        "Open it in a browser, print its one page of A4, sign it.",
    ),
    "replay.sheet_not_written": ("没有写成", "Not written"),
    # Refusals.
    "replay-not-html": (
        "复核单只能写成 .html 文件，不能写成 {file}。",
        "A review sheet is an .html file; it cannot be {file}.",
    ),
    "review.title": ("复核单", "Review sheet"),
    "review.form": ("卷别", "Form"),
    "review.candidate": ("考生", "Candidate"),
    "review.number": ("第 {number} 次", "try {number}"),
    "review.started": ("开考", "Started"),
    "review.ended": ("交卷", "Handed in"),
    "review.used": ("用时", "Time used"),
    "review.receipt": ("回执号", "Receipt"),
    "review.total": ("总分", "Total"),
    "review.of_full": ("{score} / {full}", "{score} / {full}"),
    "review.passed": ("及格", "passed"),
    "review.failed": ("不及格", "failed"),
    "review.counts_as": ("计为 {marks} 分", "counts as {marks}"),
    "review.no_number": ("题", "No."),
    "review.response": ("作答", "Given"),
    "review.key": ("答案", "Key"),
    "review.marks": ("得分", "Marks"),
    "review.time": ("用时", "Time"),
    "review.changes": ("改动", "Chg."),
    "review.essay": ("{count} 字", "{count} chars"),
    "review.below": ("见下", "below"),
    "review.texts": ("写不下的作答", "Longer answers"),
    "review.text": ("第 {number} 题　作答 {given}　答案 {key}", "{number}. given {given}, key {key}"),
    "review.text_only": ("第 {number} 题　作答 {given}", "{number}. given {given}"),
    "review.hidden": (
        "第 {numbers} 题有人正在考，答案和得分暂不列出。",
        "Questions {numbers} are being sat by somebody: no key, no marks yet.",
    ),
    "review.altered": (
        "答卷记录被改动过，本单只列到改动处为止，不能作为成绩依据。",
        "The record was altered; this sheet ends where that begins and proves no score.",
    ),
    "review.under_way": ("尚未交卷，本单不能作为成绩依据。", "Not handed in yet; this sheet proves no score."),
    "review.end_unwritten": (
        "没有收到交卷记录，交卷时间按规则推算。",
        "No hand-in was collected; its time is worked out from the rules.",
    ),
    "review.note": (
        "粗体是没有得满分的题。用时是题在屏幕上的时间；改动是第一次作答以后又改了几次。",
        "Bold: marks were lost. Time: on screen. Chg.: how often the answer changed after it was first given.",
    ),
    "review.decisions": ("更正与决定", "Decisions"),
    "review.sitting": ("作答经过", "The sitting"),
    "review.nothing": ("无", "none"),
    "review.more": ("另有 {count} 条，见答卷回放。", "{count} more: see the replay."),
    "review.signed_candidate": ("考生", "Candidate"),
    "review.signed_made": ("制表", "Made by"),
    "review.signed_checked": ("复核", "Checked by"),
    "review.signed_date": ("日期", "Date"),
    "review.foot": (
        "{at} 制表 | 卷 {form} | 答卷记录 {head}",
        "made {at} | form {form} | record {head}",
    ),
    "review.file": ("复核单", "review"),
}


GUIDE: Guide = {
    "evidence.replay": (
        GuidePage(
            "答卷回放",
            "{step}  前一件、后一件事\n"
            "{question}  上一道、下一道题来到屏幕上的时候\n"
            "{edge}  从头、到最后\n"
            "{change}  下一处作答或改动\n"
            "{table}  各题用时、改动次数、作答和得分；按 {go} 到那道题\n"
            "{sheet}  复核单：一页 A4，写成网页文件，用浏览器打开打印、签字\n"
            "{scroll}  题目太长时滚动\n"
            "{leave}  返回\n"
            "上面一条线从开考到交卷：点是没有动作，冒号是有几次动作，井号是动作密集，空白是没有打开程序；"
            "尖号是现在看到的时刻，旁边是开考以后多久。中间是当时的题和当时的作答，下面是前后的记录，一行写不下的"
            "全文在题目上面；交卷以后的更正、判分、作废也在后面，写明谁在什么时候、为什么。\n"
            "改动次数是第一次作答以后又改了几次，多选题勾上、去掉一个选项各算一次。用时只算题在屏幕上的时间，"
            "离开的时间不算。\n"
            "没有交卷的只到此刻为止，不显示答案和得分；别人正在考的题也先不显示。记录被改动过的，只放到改动处为止。",
        ),
        GuidePage(
            "An attempt gone through again",
            "{step} one event back, one on\n"
            "{question}  where another question came on screen\n"
            "{edge}  the first, the last\n"
            "{change}  the next answer given or changed\n"
            "{table}  all questions with time, changes, answers, marks; {go} goes to one\n"
            "{sheet}  the review sheet: one page of A4 as a web page, to print and sign\n"
            "{scroll}  scroll a long question\n"
            "{leave}  back\n"
            "The line above runs from start to hand-in: a dot is nothing, a colon something, a hash a lot, a blank no "
            "program open; the caret is the moment shown, with the time since the start. Below it stand the question "
            "and its answer as they were then, and the events around, what a line cuts told in full above the "
            "question; overrides, marking again and voids come after the hand-in, with who, when and why.\n"
            "Changes count how often an answer became another one after it was first given; in multiple choice each "
            "tick counts. Time is time on screen, not time away.\n"
            "Of an attempt under way only what is on disk is shown, without keys or marks, nor those of an item that "
            "somebody is sitting. An altered record is shown as far as it stands.",
        ),
    ),
}
