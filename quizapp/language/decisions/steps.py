"""What the committee's room says while it decides about an attempt, marks a paper again, or exports."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Decisions: the form.
    "committee.decide_title": ("{id} {name}：要办什么？", "{id} {name}: what is to be decided?"),
    "committee.decide_title_elsewhere": (
        (
            "{id} {name}：要办什么？\n"
            "这份答卷收来时还在另一台机器上作答。要延长时间，请监考老师在那台机器上按 F8；这里加不了。"
        ),
        (
            "{id} {name}: what is to be decided?\n"
            "This attempt was under way on another machine when it was collected. The invigilator gives more time "
            "there, with F8; it cannot be given here."
        ),
    ),
    "committee.about": ("《{paper}》{id} {name}", "“{paper}”, {id} {name}"),
    "committee.field_by": ("经办人", "Decided by"),
    "committee.field_checked_by": ("复核人", "Checked by"),
    "committee.field_why": ("理由", "Why"),
    "committee.field_candidate": ("归谁（学号）", "Whose (id)"),
    "committee.field_person": ("归谁（姓名）", "Whose (name)"),
    "committee.field_question": ("第几题", "Question"),
    "committee.field_marks": ("改为几分", "Marks"),
    "committee.field_note": ("记为", "Note"),
    "committee.field_answer": ("答案", "Answer"),
    "committee.field_more": ("延长几分钟", "Minutes more"),
    "committee.word_deferred": ("缓考", "deferred"),
    "committee.word_exempt": ("免考", "exempt"),
    "committee.word_admitted": ("准予补考", "admitted"),
    "committee.word_misconduct": ("违纪", "misconduct"),
    "committee.word_none": ("撤销原来的记录", "take the note back"),
    "committee.form_keys": (
        "Enter 下一项 | 左右键选择 | F9 看看结果再定 | Esc 不办了",
        "Enter next field | left, right choose | F9 goes on | Esc decides nothing",
    ),
    "committee.form_keys_typed": (
        "Enter 下一项 | F9 看看结果再定 | Esc 不办了",
        "Enter next field | F9 goes on | Esc decides nothing",
    ),
    "committee.form_empty": ("“{field}”还空着。", "“{field}” is still empty."),
    "committee.by_whom": ("经办：{by}。理由：{why}", "By: {by}. Why: {why}"),
    "committee.by_both": (
        "经办：{by}，复核：{checked_by}。理由：{why}",
        "By: {by}, checked by: {checked_by}. Why: {why}",
    ),
    "committee.not_yet": ("返回修改", "Back"),
    # Decisions: each kind.
    "committee.choose": ("裁定副本", "Choose a copy"),
    "committee.choose_note": (
        "收来了不同的副本，都不计；选定以哪个为准",
        "copies part ways and none counts: choose one",
    ),
    "committee.choose_step": ("确认选定", "Choose it"),
    "committee.choose_will": ("以这个副本为准，计入成绩：", "This copy will count:"),
    "committee.choose_keeps": ("别的副本仍留着，不计。", "The others stay kept and do not count."),
    "committee.choose_done": (
        "{id} {name} 第 {number} 次已选定副本，现在计入。",
        "A copy of attempt {number} of {id} {name} was chosen; it counts now.",
    ),
    "committee.field_copy": ("以哪个副本为准（编号）", "The copy that counts (its number)"),
    "committee.void": ("成绩作废", "Annul the attempt"),
    "committee.void_note": ("这一次不算，也不占考试次数", "it does not count, and its try is free again"),
    "committee.void_step": ("确认作废", "Annul it"),
    "committee.void_will": (
        "《{paper}》{id} {name} 第 {number} 次的成绩作废，不占考试次数。",
        "“{paper}”: attempt {number} of {id} {name} is annulled; its try is free again.",
    ),
    "committee.void_keeps": (
        "答卷原样保留；作废错了可以撤销。",
        "The attempt itself is kept, and this can be taken back.",
    ),
    "committee.void_done": ("{id} {name} 第 {number} 次已作废。", "Attempt {number} of {id} {name} is void."),
    "committee.reassign": ("改归别人", "Give it to somebody else"),
    "committee.reassign_note": ("坐错位子、选错名字：这份答卷是另一个人的", "it was sat under the wrong name"),
    "committee.reassign_step": ("确认改归", "Give it over"),
    "committee.reassign_will": (
        "《{paper}》{id} {name} 第 {number} 次的答卷，改归 {to} {to_name}{unit}。",
        "“{paper}”: attempt {number} of {id} {name} becomes that of {to} {to_name}{unit}.",
    ),
    "committee.reassign_done": (
        "{id} {name} 的答卷已改归 {to} {to_name}。",
        "The attempt of {id} {name} is now that of {to} {to_name}.",
    ),
    "committee.override": ("改一道题的得分", "Other marks for a question"),
    "committee.override_note": (
        "以人给的分为准，以后更正答案也不变",
        "given by a person, they stand whatever is corrected",
    ),
    "committee.override_step": ("确认改分", "Change the marks"),
    "committee.override_will": (
        "《{paper}》{id} {name} 第 {question} 题（满分 {most} 分）：由 {before}改为 {after} 分。",
        "“{paper}”, {id} {name}, question {question} (out of {most}): from {before} to {after} marks.",
    ),
    "committee.override_done": (
        "{id} {name} 第 {question} 题改为 {after} 分。",
        "{id} {name}, question {question}: {after} marks now.",
    ),
    "committee.reinstate": ("撤销作废", "Take the annulment back"),
    "committee.reinstate_note": ("作废错了，成绩重新算数", "it was annulled by mistake; the score stands again"),
    "committee.reinstate_step": ("确认撤销作废", "Take it back"),
    "committee.reinstate_will": (
        "《{paper}》{id} {name} 第 {number} 次答卷的作废撤销，成绩重新算数。",
        "“{paper}”: attempt {number} of {id} {name} is void no longer; its score stands again.",
    ),
    "committee.reinstate_counts": (
        "它又占一次考试次数；作废以后又考过的，再看算哪一份。",
        "It takes up a try again; where another was sat since, see which one counts.",
    ),
    "committee.reinstate_done": ("{id} {name} 的作废已撤销。", "{id} {name}: the annulment is taken back."),
    "committee.note": ("缓考、免考、违纪", "Deferred, exempt, misconduct"),
    "committee.note_note": (
        "记在这份试卷这个人名下，也可以撤销",
        "noted at this paper; it can be taken back",
    ),
    "committee.note_step": ("确认记下", "Note it"),
    "committee.note_will": ("《{paper}》{id} {name}：记为{note}。", "“{paper}”, {id} {name}: noted as {note}."),
    "committee.note_beside": (
        "已有答卷：成绩照算，这一条写在备注里。",
        "There is an attempt: its score stands, and the note goes into the remarks.",
    ),
    "committee.note_will_take_back": (
        "《{paper}》{id} {name}：撤销原来的记录。",
        "“{paper}”, {id} {name}: the note is taken back.",
    ),
    "committee.note_done": ("{id} {name} 已记为{note}。", "{id} {name}: noted as {note}."),
    "committee.note_taken_back": ("{id} {name} 原来的记录已撤销。", "{id} {name}: the note is taken back."),
    "committee.extend": ("延长时间", "More time"),
    "committee.extend_note": ("正在作答，多给几分钟，马上生效", "for who is sitting; it holds at once"),
    "committee.extend_step": ("确认延长", "Give it"),
    "committee.extend_will": (
        "《{paper}》{id} {name} 多考 {more}。",
        "“{paper}”: {id} {name} gets {more} more.",
    ),
    "committee.extend_seen": (
        "对方的屏幕上马上看得到；给了的时间收不回来。",
        "It shows on their screen at once and cannot be taken back.",
    ),
    "committee.extend_done": (
        "{id} {name} 延长 {more}，截止时间 {closing}。",
        "{id} {name} got {more} more; closes {closing}.",
    ),
    "committee.close": ("强制收卷", "Hand it in now"),
    "committee.close_note": ("正在作答，现在就收上来", "for who is sitting: it ends now"),
    "committee.close_step": ("确认收卷", "Hand it in"),
    "committee.close_will": (
        "《{paper}》{id} {name} 的答卷现在就收上来，不能再答。",
        "“{paper}”: the attempt of {id} {name} is handed in now and cannot be gone on with.",
    ),
    "committee.close_keeps": ("已经答了的都算数。", "All that was answered counts."),
    "committee.close_done": (
        "{id} {name} 已收卷（{at}），回执号 {receipt}。",
        "{id} {name} handed in ({at}), receipt {receipt}.",
    ),
    "more-unread": (
        "没有读懂“{given}”：请写延长几分钟，如 10，或 1小时。",
        "“{given}” was not understood: write minutes such as 10, or 1h.",
    ),
    # Marking again.
    "committee.regrade_trial": ("《{paper}》重新判分：试算", "“{paper}” marked again: what would change"),
    "committee.regrade_foot": (
        "只是试算，还没有记录。按 Enter 继续，填写理由",
        "Only shown, nothing is recorded. Enter goes on to say why",
    ),
    "committee.regrade_nothing": (
        "没有待生效的更正，成绩不会变。答案错了，先选“更正答案”。",
        "No corrections wait, so nothing changes. Where a key is wrong, correct it first.",
    ),
    "committee.regrade_number": ("第 {number} 题", "question {number} "),
    "committee.regrade_key": ("{number}（试题 {item}）：答案已更正", "{number}({item}): another key"),
    "committee.regrade_accept": ("{number}（试题 {item}）：多接受一种答案", "{number}({item}): one more right answer"),
    "committee.regrade_full": ("{number}（试题 {item}）：一律给满分", "{number}({item}): full marks for everybody"),
    "committee.regrade_drop": ("{number}（试题 {item}）：不计分", "{number}({item}): dropped from the total"),
    "committee.regrade_line": (
        "{id} {name}：原来 {before}，重判后 {after}{crosses}",
        "{id} {name}: was {before}, becomes {after}{crosses}",
    ),
    "committee.regrade_rank": ("、第 {rank} 名", ", rank {rank}"),
    "committee.regrade_passes": ("，变为及格", ", passes now"),
    "committee.regrade_fails": ("，变为不及格", ", fails now"),
    "committee.regrade_unchanged": ("没有变化的 {count} 人。", "Nothing changes for {count}."),
    "committee.regrade_will": (
        "《{paper}》按更正重新判分，{count} 人的成绩或名次有变。",
        "“{paper}” is marked again; scores or ranks of {count} change.",
    ),
    "committee.regrade_step": ("确认重新判分", "Mark again"),
    "committee.regrade_again": (
        "没有重新判分，成绩没有变。下面按现在的情况再试算一次，看过再确认。",
        "Nothing was marked again. What it would change by now is shown next: look, then confirm.",
    ),
    "committee.regrade_look": ("按 Enter 看新的试算", "Enter shows what would change now"),
    "committee.regrade_done": (
        "《{paper}》已重新判分，{count} 人的成绩或名次有变。",
        "“{paper}” was marked again; scores or ranks of {count} changed.",
    ),
    # Export.
    "committee.export": ("导出", "Export"),
    "committee.export_title": ("导出：{title}", "Export: {title}"),
    "committee.export_kind": ("文件", "Kind"),
    "committee.export_version": ("内容", "What"),
    "committee.kind_whole": ("完整版：得分、名次、备注都有", "everything: marks, ranks, remarks"),
    "committee.kind_detailed": ("完整版，附作答明细（.xlsx）", "everything, and every answer (.xlsx)"),
    "committee.kind_public": (
        "公示版：不排名，不列不合格的，学号遮住中间",
        "to be put up: no ranks, none below the pass mark",
    ),
    "committee.kind_bands": ("只写等次：不写得分，不排名", "grades in place of marks and ranks"),
    "committee.export_where": ("存到", "Where to"),
    "committee.export_file": ("成绩_{title}_{day}", "scores_{title}_{day}"),
    "committee.export_keys": (
        "左右键选择 | Tab 下一项 | Enter 导出 | Esc 返回",
        "left, right choose | Tab next field | Enter exports | Esc goes back",
    ),
    "committee.export_over": ("{file} 已经有了。", "{file} is there already."),
    "committee.export_else": ("换个名字", "Another name"),
    "committee.export_put_over": ("换掉它", "Replace it"),
    "committee.export_none": (
        "全部导出要用 Excel、网页或 Word 文件，这台机器上还没有；可以打开试卷按 F8 分别导出。",
        (
            "Exporting everything needs an Excel, web or Word file, which is not to be had here; "
            "open a paper and export it with F8."
        ),
    ),
    "committee.exported": ("已导出 {rows} 行：{file}", "{rows} row(s) exported: {file}"),
    "committee.kind_xlsx": ("Excel 表格 .xlsx", "Excel workbook .xlsx"),
    "committee.kind_docx": ("Word 文档 .docx", "Word document .docx"),
    "committee.kind_html": ("网页 .html", "web page .html"),
    "committee.kind_csv": ("文本表格 .csv", "plain table .csv"),
    "committee.kind_txt": ("几行文字 .txt", "a few lines .txt"),
    "committee.kind_json": ("数据 .json", "data .json"),
}
