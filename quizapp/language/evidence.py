"""What verifying and sealing say: each finding in plain words, with its file and what it means."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # The sheet of a seal.
    "seal.title": ("成绩封存单", "Seal of the score book"),
    "seal.class": ("班次：{title}", "Class: {title}"),
    "seal.no-class": ("（没有设置班次）", "(no class is set)"),
    "seal.when": ("封存时间：{local}（世界时 {utc}）", "Sealed at: {local} ({utc})"),
    "seal.by": ("封存人：{by}", "Sealed by: {by}"),
    "seal.attempts": (
        "一、答卷 {count} 份。每行依次是：答卷编号、校验值、回执号（未交卷为 -）、试卷、学号和姓名。",
        "1. {count} attempt(s). Each line: attempt, last hash, receipt (- before hand-in), paper, number and name.",
    ),
    "seal.files": (
        "二、文件 {count} 个。每行依次是：校验值、长度（字节）、文件名。",
        "2. {count} file(s). Each line: SHA-256, length in bytes, name.",
    ),
    "seal.rules": (
        "三、班次编号和各项权重（设置里的）。校验值、长度（字节）：",
        "3. The class's id and the weights of the settings. SHA-256, length in bytes:",
    ),
    "seal.means": (
        "此后任何一处删改、替换或退回旧版，用 quizapp scores verify --seal 核对本单都能发现。本单交另一部门保存一份。",
        (
            "Whatever is cut, altered, exchanged or put back after this shows when quizapp scores verify --seal "
            "compares it with this sheet. Give a copy to another office."
        ),
    ),
    "seal.signed": (
        "封存（签字）：            接收（签字）：            日期：",
        "Sealed (signed):            Received (signed):            Date:",
    ),
    "seal.digest": (
        "本单校验值（以上各行，不含本行）：{digest}",
        "Digest of this sheet (the lines above this one): {digest}",
    ),
    "seal.done": (
        "已封存 {attempts} 份答卷、{files} 个文件，封存单在 {file}，请交另一部门保存一份。\n封存单校验值：{digest}",
        (
            "{attempts} attempt(s) and {files} file(s) are sealed in {file}: give a copy to another office.\n"
            "Digest of the seal: {digest}"
        ),
    ),
    "seal-altered": (
        "封存单自己的校验值对不上：它被改动过，或没有抄全，不能拿来核对。请用另一部门保存的那一份。",
        "The seal's own digest does not fit: it was altered or not copied whole. Use the other office's copy.",
    ),
    "seal-unreadable": (
        "这个文件不是成绩封存单，或最后一行（校验值）缺失，不能拿来核对。",
        "This file is no seal of a score book, or its last line, the digest, is missing.",
    ),
    "receipts-no-heads": (
        "没有找到“学号”和“回执号”两列。第一行请写上这两个列名。",
        "There are no columns 学号 (id) and 回执号 (receipt). Head them so in the first row.",
    ),
    # Whole answers.
    "verify.sound": (
        "结论：核对了 {attempts} 份答卷、{files} 个文件，记录前后相连，重新判分与成绩册一致，没有发现改动。",
        (
            "Verdict: {attempts} attempt(s) in {files} file(s): every record follows on the one before, every mark was "
            "worked out again and is the score book's; nothing was altered."
        ),
    ),
    "verify.sound-sealed": (
        (
            "结论：核对了 {attempts} 份答卷、{files} 个文件，记录前后相连，重新判分与成绩册一致，"
            "与封存单相符，封存以来没有发现改动。"
        ),
        (
            "Verdict: {attempts} attempt(s) in {files} file(s): every record follows on the one before, every mark was "
            "worked out again and is the score book's; all is as it was sealed."
        ),
    ),
    "verify.receipts": ("名单上的 {count} 个回执号逐一核对过。", "{count} receipt(s) were compared one by one."),
    "verify.decision-gone": (
        "操作日志里有 {who} 在 {at_dated} 对试卷 {paper} 作的决定（{said}），试卷的决定记录里没有：可能被截掉了末尾。",
        "The log names a decision ({said}) of {who} about {paper} at {at_dated} that its records lack: cut off?",
    ),
    "verify.book-was-altered": (
        (
            "{at_dated} 发现成绩册被程序以外的手改过 {count} 处（{of}），已按记录重做，改过的那份留在 "
            "set-aside/{kept}。"
            "查明后用 scores rebuild --why 原因 --by 姓名 记下。"
        ),
        (
            "At {at_dated} the score book was found changed by another hand in {count} place(s) ({of}). It was made "
            "again; the changed one is set-aside/{kept}. Once it is cleared up: scores rebuild --why … --by …."
        ),
    ),
    "verify.seal-gone": (
        "操作日志里有 {who} 在 {at_dated} 的一次封存，封存单的副本不见了。",
        "The log names a seal of {who} at {at_dated} whose copy is gone.",
    ),
    "verify.sealed-rules": (
        "设置里的班次或各项权重和封存时不同，总评会跟着变。",
        "The class or the weights of the settings are not those that were sealed, and with them the totals.",
    ),
    "verify.table-differs": (
        "{file} 第 {line} 行 学号 {candidate}：“{head}”写的是“{text}”，按现有记录是“{now}”。",
        "{file}, line {line}, {candidate}: “{head}” says “{text}”, the records say “{now}”.",
    ),
    "verify.table-nobody": (
        "{file} 第 {line} 行 学号 {candidate}：现有记录里没有这一行。",
        "{file}, line {line}, {candidate}: the records have no such row.",
    ),
    "verify.unsound": (
        "结论：核对了 {attempts} 份答卷、{files} 个文件，发现 {count} 处问题，涉及 {concerned} 份答卷，逐条列在上面。",
        (
            "Verdict: {attempts} attempt(s) in {files} file(s) were verified; {count} thing(s) are wrong, with "
            "{concerned} attempt(s), each listed above."
        ),
    ),
    "verify.finding": ("{number}. [{kind}] {text}", "{number}. [{kind}] {text}"),
    "verify.finding-of": ("{number}. [{kind}] 答卷 {attempt}：{text}", "{number}. [{kind}] attempt {attempt}: {text}"),
    "verify.remark": ("提示：{text}", "Note: {text}"),
    "verify.seal-digest": (
        "封存单校验值：{digest}。请与纸质封存单最后一行对照。",
        "Digest of the seal: {digest}. Compare it with the last line of the printed one.",
    ),
    # Kinds.
    "verify.kind.chain": ("记录", "records"),
    "verify.kind.form": ("试卷", "form"),
    "verify.kind.mark": ("得分", "mark"),
    "verify.kind.book": ("成绩册", "score book"),
    "verify.kind.roster": ("名单", "roster"),
    "verify.kind.missing": ("缺失", "missing"),
    "verify.kind.added": ("多出", "added"),
    "verify.kind.rolled_back": ("退回旧版", "rolled back"),
    "verify.kind.replaced": ("被替换", "replaced"),
    "verify.kind.attempts": ("考次", "attempts"),
    "verify.kind.order": ("监考操作", "order"),
    "verify.order-started": (
        "按现在时间开考（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "begun by order ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-extended": (
        "加时 {more}（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "{more} more ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-paused": (
        "暂停（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "paused ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-unpaused": (
        "恢复（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "gone on with ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-carried_out": (
        "导出换机（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "handed out to go on elsewhere ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-carried_over": (
        "换机续考（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "gone on with on another machine ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    "verify.order-handed_in": (
        "强制收卷（{by}：{why}）没有监考口令的凭证，记在 {file} 第 {line} 条。请向监考人员核对。",
        "handed in by order ({by}: {why}) unproved: {file}, line {line}. Ask the invigilators.",
    ),
    # Chains.
    "verify.altered-journal": (
        "{file} 从第 {line} 行起与写入时不一致，作答记录被改动、抽走或调换过；这份答卷不能据此判分。",
        "{file} is not as written from line {line} on: answers were altered, taken out or moved. It cannot be marked.",
    ),
    "verify.altered-decisions": (
        "{file} 从第 {line} 行起与写入时不一致，班委会的评分和决定被改动过；这份试卷的成绩不能据此计算。",
        "{file} is not as written from line {line} on: decisions were altered. Do not go by its scores.",
    ),
    "verify.altered-roster": (
        "{file} 从第 {line} 行起与写入时不一致，名单被改动过。",
        "{file} is not as written from line {line} on: the roster was altered.",
    ),
    "verify.altered-marks": (
        "{file} 从第 {line} 行起与写入时不一致，考勤、论文等外部得分被改动过；总评不能据此计算。",
        "{file} is not as written from line {line} on: marks from outside were altered. Do not go by any total.",
    ),
    "verify.altered-index": (
        "{file} 从第 {line} 行起与写入时不一致，哪份试卷在何时固定已不可信。",
        "{file} is not as written from line {line} on: what it says of which form was fixed when cannot be trusted.",
    ),
    "verify.altered-log": (
        "{file} 从第 {line} 行起与写入时不一致，谁做过什么的日志被改动过。",
        "{file} is not as written from line {line} on: the log of who did what was altered.",
    ),
    "verify.altered-publications": (
        "{file} 从第 {line} 行起与写入时不一致，打开过哪些试卷包、按什么规则考的记录被改动过。",
        "{file} is not as written from line {line} on: which publications were opened, and their rules, was altered.",
    ),
    "verify.not-understood": (
        "{file} 第 {line} 行之前有这个版本不认识的记录（{said}），请换用较新的版本核对。",
        "{file} has a record before line {line} that this version does not know ({said}): verify with a newer one.",
    ),
    "verify.nothing-whole": (
        "{file} 里没有一行完整的记录，这份答卷的内容已经丢失。",
        "{file} has no whole line: what was in this attempt is lost.",
    ),
    "verify.seen-unknown": (
        "{file} 第 {line} 条说是看过某一条以后定的，它前面没有那一条。",
        "Line {line} of {file} says it was decided on a line that does not stand before it.",
    ),
    "verify.another-attempt": (
        "{file} 里装的是另一份答卷（{said}）的记录，文件被调换过。",
        "{file} holds the records of another attempt ({said}): files were exchanged.",
    ),
    "verify.contradicts": (
        "{file} 里的记录自相矛盾，程序写不出这样的记录，不能据此判分。",
        "{file} says what cannot be; this program never wrote it. It cannot be marked.",
    ),
    "verify.decided-before": (
        "{file} 第 {line} 行的决定写的是 {at_dated}，早于它所决定的事（{than_dated}）。",
        "{file}, line {line}: decided at {at_dated}, before what it is about ({than_dated}).",
    ),
    "verify.dated-before-line": (
        "{file} 第 {line} 行写的是 {at_dated}，早于上面一行（{than_dated}）。",
        "{file}, line {line}: dated {at_dated}, before a line above it ({than_dated}).",
    ),
    "verify.sealed-before": (
        "封存单写的是 {at_dated}，早于这份答卷交卷或收来（{than_dated}）。",
        "the seal is dated {at_dated}, before this attempt was handed in or came ({than_dated}).",
    ),
    "verify.irregular": (
        "{file} 第 {line} 条起时间不可信：{what}。",
        "{file}, from record {line} on, has times that cannot be: {what}.",
    ),
    "verify.odd-name": (
        "{file} 不是程序会用的文件名，是别人放进来的，请移走。",
        "{file} bears a name that this program never gives: somebody put it there. Move it away.",
    ),
    "verify.torn": (
        "{file} 第 {line} 行没有写完，可能是断电或死机留下的，不算改动；前面的记录都在。",
        "{file} has an unfinished line {line}, as a crash leaves it; that is no alteration, all before it stands.",
    ),
    # Forms.
    "verify.form-altered": (
        "{file} 与固定时不一致，试题、分值或规则被改动过；考这份卷的答卷不能据此判分。",
        "{file} is not as it was fixed: questions, marks or rules were altered. Whoever sat it cannot be marked by it.",
    ),
    "verify.keys-altered": (
        "{file} 与固定时不一致，答案或解析被改动、替换过；据此算出的得分不可信。",
        "{file} is not as it was fixed: keys or rationales were altered. Do not trust marks worked out by it.",
    ),
    "verify.keys-unchecked": (
        "{file} 固定时没有记下校验值，只能核对它能否读懂，不能核对是否被改动。",
        "{file} was fixed without noting its digest: whether it was altered cannot be told.",
    ),
    "verify.form-missing": (
        "{file} 不见了，考这份卷的答卷无法判分。",
        "{file} is gone: whoever sat it cannot be marked.",
    ),
    "verify.keys-missing": (
        "{file} 不见了，固定时有答案，现在没有，这份卷无法判分。",
        "{file} is gone: the form had keys when it was fixed, and cannot be marked now.",
    ),
    "verify.shown-otherwise": (
        "{file} 里写的试题或选项次序与所考的卷不一致，答卷或试卷被换过。",
        "{file} tells other questions or orders than the form has that was sat: one of them was exchanged.",
    ),
    "verify.cannot-mark": ("无法重新判分：{trouble}", "It cannot be marked again: {trouble}"),
    # The book.
    "verify.book-unreadable": ("成绩册读不出来：{trouble}", "The score book cannot be read: {trouble}"),
    "verify.book-missing": (
        "scores.json 不见了或已损坏；成绩可由答卷重新算出，用 quizapp scores rebuild 重建。",
        "scores.json is missing or damaged; it can be made again from the attempts with quizapp scores rebuild.",
    ),
    "verify.book-bytes": (
        "scores.json 的内容没有变，但不是程序写出的样子，被别的程序或人改写过；用 quizapp scores rebuild 重建。",
        "scores.json says the same in another way than it is written: something else rewrote it. Use scores rebuild.",
    ),
    "verify.book-twice": (
        "scores.json 里 {candidate} {name} 的这份答卷出现不止一次。",
        "scores.json has this attempt of {candidate} {name} more than once.",
    ),
    "verify.book-lacks": (
        "scores.json 里没有 {candidate} {name} 考《{paper}》的这份答卷，成绩册被删改，或还没有更新。",
        "scores.json lacks this attempt of {candidate} {name} at {paper}: it was taken out, or not brought in yet.",
    ),
    "verify.book-differs": (
        "{file} 里 {candidate} {name} 的这一行与答卷记录不一致（{fields}）。",
        "{file} differs from the attempt of {candidate} {name} in: {fields}.",
    ),
    "verify.mark-differs": (
        "{file} 里 {candidate} {name} 的得分是 {kept}，由答卷重新判分是 {told}（得分、是否计入或状态不一致）。",
        "{file} gives {candidate} {name} {kept}, marking again gives {told} (score, counting or status differ).",
    ),
    "verify.journal-missing": (
        "成绩册有 {candidate} {name} 考《{paper}》的成绩，答卷记录却不见了，这一成绩已没有依据。",
        "The score book has a score of {candidate} {name} at {paper} whose journal is gone: nothing bears it out.",
    ),
    "verify.roster-differs": (
        "{candidate} {name} 在成绩册里的资料与名单 {file} 不一致。",
        "What the score book says of {candidate} {name} is not what {file} says.",
    ),
    "verify.roster-twice": ("{file} 的名单里有人出现不止一次。", "{file} lists somebody more than once."),
    "verify.too-many": (
        "{candidate} {name} 考《{paper}》超过了允许的 {allowed} 次，多出的这份不计入，等班委会决定。",
        "{candidate} {name} sat {paper} more than the {allowed} time(s) allowed; this one counts only once decided.",
    ),
    # Answers given on paper.
    "verify.entered-marks-missing": (
        (
            "{candidate} {name} 的《{paper}》纸笔答卷，第 {numbers} 题人工给的分没有记上：录入中途停下了。"
            "把同一份表再录一次即可补上。"
        ),
        (
            "The paper answers of {candidate} {name} to {paper} lack the marks given by hand for question {numbers}: "
            "entering was stopped halfway. Enter the very same table once more."
        ),
    ),
    "verify.entered-half": (
        "{candidate} {name} 的《{paper}》纸笔答卷只录了一半：有开头，没有作答。请把这份作废，再录入这个人的答案。",
        (
            "The paper answers of {candidate} {name} to {paper} were entered by half: a start without answers. "
            "Void this attempt and enter this person's answers again."
        ),
    ),
    "verify.start-alone": (
        (
            "{candidate} {name} 的《{paper}》有一份答卷（{attempt}）只有开头，没有作答。"
            "是纸笔补录的，就作废后重录；是本人开考后离开的，不用管。"
        ),
        (
            "An attempt ({attempt}) of {candidate} {name} at {paper} has a start and nothing else. If it was entered "
            "from paper, void it and enter it again; if they began and went away, leave it."
        ),
    ),
    # Against a seal.
    "verify.sealed-missing": (
        "{file} 封存时在，现在不见了。{who}",
        "{file} was there when it was sealed and is gone. {who}",
    ),
    "verify.sealed-cut": (
        "{file} 比封存时短，后面的记录被截掉，或换回了旧版。",
        "{file} is shorter than it was sealed: its end was cut off, or an older copy was put back.",
    ),
    "verify.sealed-replaced": (
        "{file} 与封存时不同，封存以后被改动或替换过。",
        "{file} is not as it was sealed: it was altered or replaced since.",
    ),
    "verify.sealed-head": (
        "{file} 的校验值与封存单上这份答卷的不一致。",
        "The last hash of {file} is not the one that the seal has for this attempt.",
    ),
    "verify.sealed-repeated": (
        "{file} 封存以后被添上 {count} 行重复的记录。",
        "{count} line(s) that {file} had already were added to it since it was sealed.",
    ),
    "verify.sealed-after-hand-in": (
        "{file} 封存时已经交卷，以后又添了 {count} 行，交卷后不会再有记录。",
        "{file} was handed in when it was sealed and has {count} more line(s): nothing follows a hand-in.",
    ),
    "verify.sealed-new-attempt": (
        "{file} 是封存以后才有的答卷，不在封存的成绩之内。{who}",
        "{file} is an attempt that came after the seal and is no part of what was sealed. {who}",
    ),
    "verify.sealed-new-keys": (
        "{file} 是封存以后才有的答案，封存时这份卷没有答案。",
        "{file} came after the seal: the form had no keys when it was sealed.",
    ),
    "verify.sealed-new-file": (
        "{file} 是封存以后正常新增的文件。",
        "{file} was added since the seal, as it should be.",
    ),
    "verify.sealed-grown": (
        "{file} 封存以后续写了 {count} 行，封存的部分没有变。",
        "{file} has {count} more line(s) since the seal; what was sealed is unchanged.",
    ),
    "verify.seal-altered": (
        "{file} 自己的校验值对不上：封存单被改动过，或没有抄全，没有据此核对。请用另一部门保存的那一份。",
        "{file} was not compared with: its own digest does not fit. Use the copy that the other office has.",
    ),
    # Against receipts.
    "verify.receipt-nobody": (
        "名单第 {line} 行，学号 {candidate} 持有回执号 {receipt}，却没有已交卷的答卷。{now}",
        "Line {line} of the list: {candidate} holds receipt {receipt}, and has no attempt that was handed in. {now}",
    ),
    "verify.receipt-another": (
        "名单第 {line} 行，学号 {candidate} 持有的回执号 {receipt} 是别人答卷的；自己的是 {now}。",
        "Line {line} of the list: receipt {receipt} that {candidate} holds is another's; their own is {now}.",
    ),
    "verify.receipt-differs": (
        "名单第 {line} 行，学号 {candidate} 持有回执号 {receipt}，答卷现在算出的是 {now}：交卷以后被改动过，或抄错了。",
        (
            "Line {line} of the list: {candidate} holds receipt {receipt}, the attempt now gives {now}: "
            "it was altered after hand-in, or the receipt was miscopied."
        ),
    ),
    "verify.photo-differs": (
        "照片名单第 {line} 行，学号 {candidate} 的回执号对得上，第 {numbers} 题的答案却不一样：这一行被改动过。",
        "Line {line} of the photographs: {candidate}'s receipt fits, answers do not ({numbers}): it was altered.",
    ),
    "verify.photos": ("照片上的 {count} 份答案逐一核对过。", "{count} photograph(s) were compared one by one."),
    "photo-not-one": (
        "这一行不是回执二维码扫出来的内容。一行一份，以 QUIZ1: 开头，扫出来是什么就写什么。",
        "This line is not what a receipt's code says. One to a line, as scanned; it begins with QUIZ1:.",
    ),
}
