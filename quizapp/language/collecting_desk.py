"""What is said at the 收卷台, and on the list that is printed there."""

from __future__ import annotations

COLLECTING_DESK: dict[str, tuple[str, str]] = {
    # The room's row.
    "desk.title": ("收卷台", "Collecting desk"),
    "desk.offer_note": (
        "插上优盘自动收卷，看谁还没交；打印收卷清单",
        "plug a stick in and it is collected; who is missing; a list to sign",
    ),
    # On top.
    "desk.no_paper": ("还没有试卷", "no paper yet"),
    "desk.expected": ("应到 {count}", "{count} expected"),
    "desk.collected": ("已收 {count}", "{count} collected"),
    "desk.under_way": ("作答中 {count}", "{count} sitting"),
    "desk.missing": ("缺 {count}", "{count} missing"),
    "desk.excused": ("不用考 {count}", "{count} excused"),
    "desk.strangers": ("名册外 {count}", "{count} not on the roster"),
    "desk.refused": ("评分记录被改动过，先核验", "its decisions were altered: verify first"),
    "desk.between": (" | ", " | "),
    "desk.watching": ("正在看：{places}", "Watching: {places}"),
    "desk.watching_none": (
        "没有优盘。插上就会自动收；或按 F6 选文件夹。",
        "No stick. Plug one in and it is collected; or choose a folder with F6.",
    ),
    "desk.reading": ("正在收卷：{read} / {whole} 个文件", "Collecting: {read} of {whole} files"),
    "desk.place_between": ("、", ", "),
    # The columns.
    "desk.tab_verdicts": ("收到的 {count}", "Verdicts {count}"),
    "desk.tab_refused": ("{head}，要看 {count}", "{head}, see {count}"),
    "desk.tab_missing": ("缺卷 {count}", "Missing {count}"),
    "desk.tab_doubts": ("待处理 {count}", "To decide {count}"),
    "desk.tab_rehearsal": ("试机未过 {count}", "Rehearse {count}"),
    "desk.tab_people": ("全班 {count}", "All {count}"),
    "desk.empty_verdicts": (
        "还没有收到答卷。把优盘插到这台机器上，几秒钟后就会自动收；答卷在文件夹里就按 F6。",
        "Nothing was brought yet. Plug in a stick: it is collected in a few seconds. For a folder press F6.",
    ),
    "desk.empty_missing": ("没有缺卷的人。", "Nobody is missing."),
    "desk.empty_doubts": ("没有要处理的事。", "Nothing is to be decided."),
    "desk.empty_rehearsal": ("都试过机，也都通过了。", "Everybody rehearsed and passed."),
    "desk.empty_people": (
        "还没有名册，也没有人作答。先回到成绩管理，在“名册”里导入，才知道缺谁。",
        "There is no class list and nobody sat. Bring one in at “Class list” to know who is missing.",
    ),
    "desk.kind_taken": ("已收", "taken  "),
    "desk.kind_known": ("已有", "known  "),
    "desk.kind_doubtful": ("核对", "check  "),
    "desk.kind_refused": ("不收", "refused"),
    "desk.of_whom": ("{who}：{text}", "{who}: {text}"),
    "desk.of_paper": ("{who}　《{title}》", "{who}, “{title}”"),
    "desk.in_file": ("文件：{file}", "File: {file}"),
    "desk.receipt": ("回执号 {receipt}", "receipt {receipt}"),
    "desk.machine": ("机器 {machine}", "machine {machine}"),
    "desk.machine_unknown": ("未写明", "not named"),
    "desk.sat_here": ("在本机作答", "sat on this machine"),
    "desk.stand_handed_in": ("已收", "handed in"),
    "desk.stand_in_progress": ("作答中", "sitting"),
    "desk.stand_missing": ("缺卷", "missing"),
    "desk.stand_void": ("作废", "void"),
    "desk.stand_deferred": ("缓考", "deferred"),
    "desk.stand_exempt": ("免考", "exempt"),
    "desk.stand_misconduct": ("违纪", "misconduct"),
    "desk.rehearsed_passed": ("试机通过", "rehearsed"),
    "desk.rehearsed_failed": ("试机没通过", "rehearsal not passed"),
    "desk.rehearsed_none": ("没有试机", "not rehearsed"),
    "desk.note_beyond": ("超过次数", "beyond the tries"),
    "desk.note_overlap": ("时间重叠", "overlapping"),
    "desk.note_stranger": ("不在名册", "not on the roster"),
    "desk.note_name": ("姓名不符", "another name"),
    "desk.note_attempts": ("共 {count} 份答卷", "{count} attempts"),
    "desk.decide_beyond": (
        "{id} {name} 考《{title}》超过规定次数：最先开考的算数，这一份不计。要改，就把不算的作废。",
        "{id} {name} sat “{title}” more often than allowed: the first counts, this one does not. Else void the other.",
    ),
    "desk.decide_overlap": (
        "{id} {name} 的《{title}》和《{other_title}》两份答卷时间重叠，一个人不可能同时考。查清是谁的，改归属或作废。",
        "{id} {name}: “{title}” and “{other_title}” overlap; nobody sits two at once. Reassign one, or void it.",
    ),
    "desk.decide_stranger": (
        "学号 {id}（{name}）不在名册里，考了《{title}》。学号写错的改归属；真有这个人就补进名册。",
        "{id} ({name}) is not on the roster and sat “{title}”. Reassign it, or add them to the roster.",
    ),
    "desk.decide_name": (
        "学号 {id} 在名册里是{known}，《{title}》答卷上写的是{name}。是谁的就改归到谁；只是写法不同就改名册。",
        "{id} is {known} on the roster and {name} on “{title}”. Reassign it, or mend the roster.",
    ),
    # Keys.
    "desk.key_decide": ("Enter 处理", "Enter decide"),
    "desk.key_again": ("F5 收卷", "F5 collect"),
    "desk.key_choose": ("F6 选位置", "F6 place"),
    "desk.key_paper": ("F7 试卷", "F7 paper"),
    "desk.key_list": ("F8 清单", "F8 list"),
    "desk.key_tabs": ("左右键换栏", "left, right: another"),
    # What is told.
    "desk.done": (
        "新收 {taken} 份，已有 {known} 份，不收 {refused} 份",
        "{taken} taken, {known} known, {refused} refused",
    ),
    "desk.done_others": ("{done}；{count} 份是别的试卷的", "{done}; {count} of other papers"),
    "desk.nothing_new": ("看过了，没有新的答卷", "looked through: nothing new"),
    "desk.came": ("看到 {place}，正在收卷", "{place} is here, collecting"),
    "desk.gone": ("{place} 拔掉了，或不在了", "{place} is not there any more"),
    "desk.gone_midway": (
        "{count} 个文件没收完盘就拔了。已收的都在；再插上，会接着收",
        "taken out with {count} file(s) unread. What was taken is kept; plug it in again",
    ),
    "desk.not_collected": ("没有收完：{trouble} 会再试。", "Not all was collected: {trouble} It is tried again."),
    "desk.nothing_here": ("这一份没有收进来，没有可处理的", "it was not taken: there is nothing to decide"),
    # Dialogs.
    "desk.which": ("处理哪一份？", "Which of the two?"),
    "desk.which_row": ("《{title}》{at} 开考，{status}", "“{title}”, begun {at}, {status}"),
    "desk.which_gone": ("这份答卷已经不在成绩册里。按 F5 再收一次。", "It is not in the book any more. Press F5."),
    "desk.choose_title": ("收哪里的答卷？", "Where are the attempts?"),
    "desk.choose_stick": ("优盘 {place}", "Stick {place}"),
    "desk.choose_other": ("别的文件夹或文件", "Another folder or file"),
    "desk.choose_where": ("文件夹或答卷文件在哪里？写全位置", "Which folder or file? Write all of where it is"),
    "desk.choose_keys": ("Enter 开始收，Esc 返回", "Enter collects, Esc goes back"),
    "desk.choose_missing": ("没有找到 {place}", "{place} was not found"),
    "desk.paper_title": ("看哪份试卷？", "Which paper?"),
    "desk.list_title": ("收卷清单", "List of what was collected"),
    "desk.list_html": (
        "打印签字的清单（.html）\n用浏览器打开，直接打印在 A4 纸上",
        "A list to print and sign (.html)\nopen it in a browser and print it on A4",
    ),
    "desk.list_csv": ("电子表格（.csv）\n用 Excel 或 WPS 打开", "A table (.csv)\nopen it in a spreadsheet"),
    "desk.list_where": ("存到哪里？", "Where to?"),
    "desk.list_keys": ("Enter 保存，Esc 返回", "Enter saves, Esc goes back"),
    "desk.list_done": ("收卷清单存到了：{file}", "The list was written to: {file}"),
    "desk.list_how_to_print": (
        "双击打开，在浏览器里按 Ctrl+P 打印，打印后签字。",
        "Open it with a double click, print it from the browser with Ctrl+P, then sign it.",
    ),
    # The list.
    "desk.list_file": ("收卷清单_{title}_{day}", "collected_{title}_{day}"),
    "desk.list_heading": ("《{title}》收卷清单", "Collected attempts: {title}"),
    "desk.list_class": ("班次", "Class"),
    "desk.list_made": ("截止", "As of"),
    "desk.list_number": ("序号", "No."),
    "desk.column_received_at": ("收到时间", "received_at"),
    "desk.column_machine": ("机器", "machine"),
    "desk.column_rehearsal": ("试机", "rehearsal"),
    "desk.list_machine_here": ("本机", "this machine"),
    "desk.rehearsal_passed": ("通过", "passed"),
    "desk.rehearsal_failed": ("没通过", "failed"),
    "desk.rehearsal_none": ("没有", "none"),
    "desk.list_total": (
        (
            "应到 {expected} 人，已收 {collected} 人，作答中 {under_way} 人，缺卷 {missing} 人；"
            "不用考 {excused} 人，名册外 {strangers} 人；试机未通过或没有试机 {unrehearsed} 人。"
        ),
        (
            "{expected} expected: {collected} collected, {under_way} sitting, {missing} missing; {excused} excused, "
            "{strangers} not on the roster; {unrehearsed} without a rehearsal that was passed."
        ),
    ),
    "desk.list_missing": ("缺卷：{names}", "Missing: {names}"),
    "desk.signed_invigilator": ("监考", "Invigilator"),
    "desk.signed_collector": ("收卷", "Collected by"),
    "desk.signed_checker": ("复核", "Checked by"),
    "desk.signed_date": ("日期", "Date"),
}
