"""What is said at the 收卷台, on the list that is printed there, and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
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
    "desk.no_papers": (
        "还没有试卷：收到答卷，或有人开考，就有了",
        "no paper yet: there is one once attempts come or somebody sits",
    ),
    "desk.kind_taken": ("已收", "taken  "),
    "desk.kind_known": ("已有", "known  "),
    "desk.kind_doubtful": ("待定", "decide "),
    "desk.kind_foreign": ("无关", "not one"),
    "desk.kind_refused": ("不收", "refused"),
    "desk.known": ("{count} 份，以前收过，没有变化", "{count} taken before, and unchanged"),
    "desk.known_about": (
        "这些答卷以前已经收进成绩册，这次看到的和原来一样，或者更早，不用再收。按 Enter 看是哪些人。",
        "These are in the book already; what was found is the same, or older. Enter shows whose.",
    ),
    "desk.of_whom": ("{who}：{text}", "{who}: {text}"),
    "desk.of_paper": ("{who}　《{title}》", "{who}, “{title}”"),
    "desk.in_file": ("文件：{file}", "File: {file}"),
    "desk.received": ("收到 {at}", "came {at}"),
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
    "desk.stand_left": ("退班", "left"),
    "desk.stand_misconduct": ("违纪", "misconduct"),
    "desk.rehearsed_passed": ("试机通过", "rehearsed"),
    "desk.rehearsed_failed": ("试机没通过", "rehearsal not passed"),
    "desk.rehearsed_none": ("没有试机", "not rehearsed"),
    "desk.note_forked": ("副本不同", "copies differ"),
    "desk.note_irregular": ("时间不可信", "impossible times"),
    "desk.note_spelling": ("学号写法", "writing of the number"),
    "desk.note_beyond": ("超过次数", "beyond the tries"),
    "desk.note_ineligible": ("补考资格不符", "not for them"),
    "desk.note_overlap": ("时间重叠", "overlapping"),
    "desk.note_order": ("监考操作无凭证", "an order without proof"),
    "desk.note_stranger": ("不在名册", "not on the roster"),
    "desk.note_name": ("姓名不符", "another name"),
    "desk.note_marks": ("双评不一致", "markers differ"),
    "desk.note_attempts": ("共 {count} 份答卷", "{count} attempts"),
    "desk.decide_forked": (
        "{id} {name} 的《{title}》有不同的副本，裁定以前都不计。按 Enter 选定以哪个为准。",
        "{id} {name}: copies of “{title}” part ways; none counts until you choose. Press Enter.",
    ),
    "desk.decide_irregular": (
        "{id} {name} 的《{title}》答卷 {attempt} 时间不可信：{what}。核对后作废，或照此计分。",
        "{id} {name}: the times of “{title}” {attempt} cannot be: {what}. Void it, or let it stand.",
    ),
    "desk.decide_spelling": (
        "学号 {id} 和 {other} 只是写法不同，按同一个人算：{name} 的《{title}》答卷 {attempt}。是两个人就改归属。",
        "{id} and {other} differ in writing alone and count as one person: {name}, “{title}” {attempt}. Else reassign.",
    ),
    "desk.decide_beyond": (
        "{id} {name} 考《{title}》超过规定次数：最先开考的算数，这一份不计。要改，就把不算的作废。",
        "{id} {name} sat “{title}” more often than allowed: the first counts, this one does not. Else void the other.",
    ),
    "desk.decide_ineligible": (
        "{id} {name} 不在补考《{title}》的对象之内，这一份先不计：{reason}要算，就记为准予补考；不算，就作废。",
        "{id} {name}: “{title}” is not for them, so it does not count: {reason} Admit them to the make-up, or void it.",
    ),
    "desk.decide_overlap": (
        "{id} {name} 的《{title}》和《{other_title}》两份答卷时间重叠，一个人不可能同时考。查清是谁的，改归属或作废。",
        "{id} {name}: “{title}” and “{other_title}” overlap; nobody sits two at once. Reassign one, or void it.",
    ),
    "desk.decide_order": (
        "{id} {name} 的《{title}》答卷：{what}。请向监考人员核对，不是监考人员办的，在成绩管理里作废。",
        "{id} {name}, “{title}”: {what}. Ask the invigilators; where it was none of them, void it.",
    ),
    "desk.decide_stranger": (
        "学号 {id}（{name}）不在名册里，考了《{title}》。学号写错的改归属；真有这个人就补进名册。",
        "{id} ({name}) is not on the roster and sat “{title}”. Reassign it, or add them to the roster.",
    ),
    "desk.decide_name": (
        "学号 {id} 在名册里是{known}，《{title}》答卷上写的是{name}。是谁的就改归到谁；只是写法不同就改名册。",
        "{id} is {known} on the roster and {name} on “{title}”. Reassign it, or mend the roster.",
    ),
    "desk.decide_marks": (
        "{id} {name} 的《{title}》第 {number} 题双评不一致：{given}。裁定以前不出分。选“成绩更正”定一个分数。",
        "{id} {name}, “{title}”, question {number}: markers differ: {given}. Decide by changing the marks.",
    ),
    "desk.decide_sat_here": ("这份还在这台机器上作答：先强制收卷。", " It is being sat here: hand it in first."),
    # Keys.
    "desk.key_decide": ("{key} 处理", "{key} decide"),
    "desk.key_again": ("{key} 收卷", "{key} collect"),
    "desk.key_choose": ("{key} 选位置", "{key} place"),
    "desk.key_paper": ("{key} 试卷", "{key} paper"),
    "desk.key_list": ("{key} 清单", "{key} list"),
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
    "desk.which_row": ("《{title}》{at} 开考，{status}，{counts}", "“{title}”, begun {at}, {status}, {counts}"),
    "desk.which_counts": ("现在算数", "counts now"),
    "desk.which_counts_not": ("现在不算", "does not count now"),
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


GUIDE: Guide = {
    "carrying.collecting_desk": (
        GuidePage(
            "收卷台",
            "{turn}  换一栏：收到的、缺卷、待处理、试机未过、全班\n"
            "{move}  选一行，下面写着全文\n"
            "{decide}  处理这一行：改归属、作废、记缓考等，和成绩表里一样\n"
            "{collect}  现在就收一次，收过的也再看一遍\n"
            "{choose}  另选一个文件夹或文件来收，选过的会一直看着\n"
            "{paper}  看另一份试卷\n"
            "{list}  收卷清单：打印签字的，或电子表格\n"
            "{leave}  返回\n"
            "插上优盘，几秒钟后自动收卷；只收新的和变了的文件，重复插也不会错。每份答卷一句话："
            "“已收”是收进成绩册了，“已有”是以前收过，“不收”写明原因，“核对”是收了但同一份答卷有两个，要查清。\n"
            "收到一半拔了优盘不要紧：已收的都在，再插上会接着收。原来的文件从不改动。\n"
            "“待处理”里是机器定不了的：超过次数、同一个人时间重叠、学号不在名册、姓名不符。按 Enter 定下来。\n"
            "“试机未过”列出没有试机的，和最后一次试机没通过的。\n"
            "屏幕宽的时候，右边是全班的名字：[x] 已收，[-] 作答中，[ ] 缺卷，( ) 不用考或不在名册。",
        ),
        GuidePage(
            "Collecting desk",
            "{turn} another list: verdicts, missing, to decide, to rehearse, all\n"
            "{move}  choose a line; all of it stands below\n"
            "{decide}  decide about it: reassign, void, note and so on, as at the score table\n"
            "{collect}  collect now, and look at what was collected before once more\n"
            "{choose}  collect from another folder or file; it is watched from then on\n"
            "{paper}  show another paper\n"
            "{list}  the list of what was collected, to print and sign or as a table\n"
            "{leave}  go back\n"
            "A stick is collected a few seconds after it is plugged in, only files that are new or changed; doing it "
            "twice does no harm. Each attempt has its sentence: taken, known from before, refused with the reason, or "
            "to be checked, where there are two of one attempt.\n"
            "Taking the stick out half way does no harm: what was taken is kept, and plugging it in goes on. The "
            "files themselves are never changed.\n"
            "To be decided is what a machine cannot know: more attempts than allowed, two at a time, a number that is "
            "not on the roster, another name. Enter settles it.\n"
            "To rehearse are those without a rehearsal, or whose last one was not passed.\n"
            "On a wide screen the class stands at the right: [x] collected, [-] sitting, [ ] missing, ( ) excused or "
            "not on the roster.",
        ),
    ),
}
