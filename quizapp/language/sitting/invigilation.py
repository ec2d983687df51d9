"""What is said to who invigilates a sitting: pauses, more time, forced hand-ins, attempts open elsewhere."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # The password.
    "invigilate.key": ("{key} 监考", "{key} staff"),
    "invigilate.ask": ("监考口令", "The invigilator's password"),
    "invigilate.ask_note": (
        "延时、暂停、收卷由监考老师办；考生请按 Esc 返回。",
        "For the invigilator alone: more time, a pause, collecting. Candidates press Esc and go on.",
    ),
    "invigilate.ask_keys": ("输入口令后按 Enter | Esc 返回", "Type it, then Enter | Esc goes back"),
    "invigilate.checking": ("正在核对，请稍候", "One moment"),
    "invigilate.wrong": ("口令不对，请重新输入。", "That is not the password; type it again."),
    "invigilate.none_title": ("这份试卷没有监考口令", "This paper names no invigilator's password"),
    "invigilate.none": (
        "发布试卷时没有设监考口令，这台机器上不能按 F8 延时、暂停或收卷。作答不受影响，按 Enter 返回。",
        "None was set when the paper was published, so F8 does nothing here. The sitting goes on; press Enter.",
    ),
    "invigilate.none_else": (
        "要延时或收卷，请班委会在这台机器上另开一个窗口，运行：",
        "The committee can still order it in another window of this machine:",
    ),
    "invigilate.none_extend": (
        "quizapp papers extend {paper} --candidate {id} --more 10m --why 理由 --by 姓名",
        "quizapp papers extend {paper} --candidate {id} --more 10m --why WHY --by NAME",
    ),
    "invigilate.none_close": (
        "quizapp scores close {attempt} --why 理由 --by 姓名",
        "quizapp scores close {attempt} --why WHY --by NAME",
    ),
    # The menu.
    "invigilate.menu": ("监考：{person}", "Invigilator: {person}"),
    "invigilate.extend": ("延时", "More time"),
    "invigilate.extend_note": ("多给几分钟，马上加在剩余时间上", "added to the time left at once"),
    "invigilate.pause": ("暂停", "Pause"),
    "invigilate.pause_note": (
        "停表，遮住题目；恢复以前谁也看不到、答不了",
        "the clock stands and the screen is covered",
    ),
    "invigilate.go_on": ("恢复", "Go on"),
    "invigilate.go_on_note": ("从停下的那一秒接着走，回到原来的题", "from the second at which the clock stands"),
    "invigilate.hand_in": ("强制收卷", "Hand in now"),
    "invigilate.hand_in_note": ("现在就交，不能再答；已经答了的都算数", "it ends now; all that was answered counts"),
    "invigilate.carry_out": ("换机：导出答卷包", "Hand out its pack"),
    "invigilate.carry_out_note": (
        "写到优盘，这里保持暂停；另一台机器按 F8 接着考",
        "onto a stick; another machine goes on with it by F8",
    ),
    "invigilate.start": ("按现在时间开考", "Begin now"),
    "invigilate.start_note": (
        "不管这台机器的钟怎么走，考生勾选承诺以后就能开始",
        "the candidate may begin, whatever the clock says",
    ),
    "invigilate.carry": ("换机续考", "Go on here from another machine"),
    "invigilate.carry_note": (
        "用另一台机器导出的答卷包，从停下的那一秒接着考",
        "with its pack, from the second at which it was left",
    ),
    # The form.
    "invigilate.field_more": ("延长几分钟", "Minutes more"),
    "invigilate.field_by": ("经办人", "By whom"),
    "invigilate.field_why": ("理由", "Why"),
    "invigilate.more_hint": ("如 10", "such as 10"),
    "invigilate.by_hint": ("监考老师的姓名", "the invigilator's name"),
    "invigilate.why_hint": ("如 停电、设备故障", "such as a power cut"),
    "invigilate.form_note": ("姓名和理由记在答卷里，成绩册的备注看得到。", "Both are kept with the attempt."),
    "invigilate.form_keys": (
        "Enter 下一项，最后一项按 Enter 确定 | Esc 不办了",
        "Enter next, at the end does it | Esc back",
    ),
    "invigilate.form_empty": ("“{field}”还空着。", "“{field}” is still empty."),
    "invigilate.collect_title": ("现在强制收卷吗？", "Hand it in now?"),
    "invigilate.collect_who": ("考生：{person}", "Candidate: {person}"),
    "invigilate.collect_final": (
        "收卷以后考生不能再答，也撤不回来。",
        "After that it cannot be gone on with or undone.",
    ),
    "invigilate.collect_back": ("返回", "Back"),
    "invigilate.collect_step": ("确认收卷", "Hand in"),
    "invigilate.out_title": ("在这台机器上恢复吗？", "Go on with it on this machine?"),
    "invigilate.out_since": (
        "{at} 已经导出答卷包，准备换机续考。",
        "Its pack was handed out at {at}, to go on on another machine.",
    ),
    "invigilate.out_twice": (
        "别的机器上如果已经接着考，这里再恢复，就有了两份答卷，收卷时只有一份算数。",
        "Where it goes on there already, going on here makes two of it, of which one will count.",
    ),
    "invigilate.out_back": ("不恢复", "No"),
    "invigilate.out_step": ("仍在这里恢复", "Go on here"),
    # What was done.
    "invigilate.extended": ("考试时间已延长 {more}：{why}（{by}）", "{more} more time: {why} ({by})"),
    "invigilate.gone_on": ("已恢复作答：{why}（{by}）", "going on: {why} ({by})"),
    "invigilate.key_start": ("{key} 监考：现在开考", "{key} invigilator: begin now"),
    "invigilate.carry_pick": ("从哪个答卷包接着考？", "Go on with which pack?"),
    "invigilate.carry_nothing": (
        "优盘、桌面和下载文件夹里都没有答卷包。插好优盘再试一次，或写明它在哪里。",
        "There is no pack on a stick, the desktop or among the downloads. Put the stick in, or say where it is.",
    ),
    "invigilate.carry_where": ("答卷包在哪里？", "Where is the pack?"),
    "carry-none": (
        "这个答卷包里没有 {name}（{id}）这份试卷的答卷。请核对考生，或换一个答卷包。",
        "There is no attempt of {name} ({id}) at this paper in that pack. Check who sits, or take another pack.",
    ),
    "carry-handed-in": (
        "答卷 {attempt} 已经交卷，不用续考；请收卷。",
        "Attempt {attempt} was handed in: there is nothing to go on with; collect it.",
    ),
    "carry-here": (
        "答卷 {attempt} 已经在这台机器上，不用答卷包：从首页“正在进行”接着答。",
        "Attempt {attempt} is on this machine already: go on with it from home, under way.",
    ),
    "invigilate.window": ("从开始起 {length}，到时自动交卷", "{length} from the start, then it hands in"),
    "invigilate.may_start": (
        "{by} 已同意现在开考：按空格勾选，再按 Enter",
        "{by} lets it begin: Space ticks, Enter starts",
    ),
    "invigilate.not_saved": (
        "已办，但还没有写进磁盘，程序正在重试：请不要关窗口。",
        "Done, but not on disk yet; it is being retried: keep the window open.",
    ),
    # The screen while the clock stands.
    "paused.title": ("考试已暂停", "The paper is paused"),
    "paused.since": ("{time} 起暂停", "since {time}"),
    "paused.left": ("剩余 {left}，表已停", "{left} left, standing still"),
    "paused.no_limit": ("这份试卷不限时", "this paper has no time limit"),
    "paused.kept": (
        "题目已遮住，答案都已保存。暂停的时间不算在考试时间里。",
        "The question is covered and every answer is kept. The pause takes nothing from the time.",
    ),
    "paused.carried_out": (
        "{at} 已导出答卷包，准备换机续考。在别的机器上接着考以后，这台机器不要再恢复，可以关掉。",
        "Its pack was handed out at {at}. Once it goes on elsewhere, leave it paused here and close the window.",
    ),
    "paused.wait": (
        "请在座位上等候。监考老师按 F8 恢复以后，从原来的题接着答。",
        "Please wait. When the invigilator lets it go on with F8, the same question is back.",
    ),
    "paused.key_go_on": ("{key} 监考恢复", "{key} invigilator"),
    "paused.told": (
        "现在暂停，按键不起作用；请等监考老师恢复",
        "paused: keys do nothing until the invigilator goes on",
    ),
    "paused.leave_title": ("暂停着离开吗？", "Leave while it is paused?"),
    "paused.leave_note": (
        "时间停着，答案都已保存。回来后仍是暂停，由监考老师恢复。",
        "The clock stands and every answer is kept. It is still paused when opened again.",
    ),
    # The screens.
    "requests.extended": ("考试时间已延长 {more}：{why}（{by}）", "{more} more time: {why} ({by})"),
    "take_over.title": ("《{title}》正在另一个窗口作答", "“{title}” is open in another window"),
    "take_over.free_title": ("《{title}》可以接着作答", "“{title}” can be gone on with"),
    "take_over.where": (
        "那个窗口在主机 {host} 上（进程 {pid}），{since} 打开的。",
        "That window is on host {host} (process {pid}) and was opened at {since}.",
    ),
    "take_over.waiting": (
        "请回到那里接着答。那个窗口关掉以后，这里会出现“接着作答”；计时不停，答案都在。",
        "Go back there. Once that window is closed this one lets you go on; the clock runs, every answer is kept.",
    ),
    "take_over.free": (
        "那个窗口已经关掉了。接着作答：还是原来的题、原来的答案和原来的时间。",
        "That window is closed. Going on here keeps the questions, the answers and the clock.",
    ),
    "take_over.back": ("返回", "Back"),
    "take_over.go_on": ("接着作答", "Go on here"),
    # Refusals.
    "orderer-needed": (
        "请写明是谁决定的：--by 姓名，或在设置里写上工作人员。",
        "Say who decides: --by NAME, or staff in the settings.",
    ),
    "order-needs-password": (
        "{paper} 要有监考口令才能办，什么也没有改动。请在考生的屏幕上按 F8，或用命令 papers extend、scores close。",
        "{paper} asks for the invigilator's password; nothing was done without it. Press F8 where it is sat.",
    ),
    "order-wrong-password": (
        "监考口令不对，什么也没有改动。请核对后再来一次。",
        "That is not the invigilator's password; nothing was done. Check it and try again.",
    ),
    "extend-needs-whom": (
        "请写明给谁延长：--candidate 学号，或 --all（正在考这份试卷的所有人），二者选一。",
        "Say who gets more time: --candidate ID, or --all for everybody who sits the paper; one of the two.",
    ),
    "extension-too-long": (
        "一次最多延长 366 天。请核对 --more 后面写的时长。",
        "No extension is longer than 366 days. Check what --more says.",
    ),
    "nobody-sits": (
        "现在没有人在考 {paper}，没有可以延长的答卷。",
        "Nobody is sitting {paper} now; there is nothing to extend.",
    ),
    "candidate-sits-not": (
        "学号 {id} 没有在考 {paper}，没有可以延长的答卷。请核对学号。",
        "Candidate {id} is not sitting {paper}; there is nothing to extend. Check the number.",
    ),
    "candidate-handed-in": (
        "学号 {id} 的 {paper} 已于 {at} 交卷，不能再延长。",
        "Candidate {id} handed {paper} in at {at}; it can no longer be extended.",
    ),
    "close-handed-in": (
        "答卷 {attempt} 已于 {at} 交卷，不用再收。",
        "Attempt {attempt} was handed in at {at}; there is nothing to collect.",
    ),
    "request-unanswered": (
        "作答的窗口（主机 {host}，进程 {pid}）没有回应，这次没有记下。请看那里是否卡住了，再试一次。",
        "The window where it is sat (host {host}, process {pid}) did not answer; nothing was recorded. Try again.",
    ),
}
