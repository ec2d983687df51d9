"""What decisions after hand-in come to, why one is refused, and to whom a make-up paper is not open."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Results of the commands.
    "command.override.done": (
        "答卷 {attempt}（{id} {name}）第 {number} 题：由{before}改为 {after} 分。",
        "Attempt {attempt} ({id} {name}), question {number}: from {before} to {after} marks.",
    ),
    "command.override.marks": (" {marks} 分", "{marks} marks"),
    "command.void.done": (
        "答卷 {attempt}（{id} {name}）成绩作废，这一次不占考试次数。",
        "Attempt {attempt} ({id} {name}) is void; its try is free again.",
    ),
    "command.void.undone": (
        "答卷 {attempt}（{id} {name}）的作废已撤销，成绩照算。",
        "Attempt {attempt} ({id} {name}) is void no longer; its score stands again.",
    ),
    "command.reassign.done": (
        "答卷 {attempt} 由 {id} {name} 改归 {to} {to_name}。",
        "Attempt {attempt} of {id} {name} is now {to} {to_name}'s.",
    ),
    "command.reassign.several": (
        "{id} {name} 在《{paper}》现在有 {count} 份答卷，算哪一份按试卷的规则；不该算的用 quizapp scores void 作废。",
        (
            "{id} {name} has {count} attempts at “{paper}” now; the paper's rules say which counts. "
            "Annul what should not with quizapp scores void."
        ),
    ),
    "command.note.done": ("《{paper}》{id} {name}：记为{note}。", "“{paper}”, {id} {name}: {note}."),
    "command.note.taken-back": (
        "《{paper}》{id} {name}：原来的记录已取消。",
        "“{paper}”, {id} {name}: the note is taken back.",
    ),
    # Corrections.
    "command.correction.line": ("{place}：{what}", "{place}: {what}"),
    "command.correction.number": (
        "第 {number} 题（试题 {item}，{forms} 卷）",
        "question {number} ({item}, form {forms})",
    ),
    "command.correction.item": (
        "试题 {item}（{count} 套卷，按题库的字母）",
        "item {item} ({count} forms, the bank's letters)",
    ),
    "command.correction.key": ("答案改为 {answer}（原为 {before}）", "the key is {answer} (was {before})"),
    "command.correction.accept": ("另可接受 {answer}", "{answer} is right too"),
    "command.correction.blank": ("第 {blank} 空填“{text}”", "“{text}” in blank {blank}"),
    "command.correction.full": ("所有人一律给满分", "full marks for everybody"),
    "command.correction.drop": ("不计分，从满分里去掉", "dropped from the total"),
    "command.correction.hidden": (
        "已更正；有人正在作答这道题，交卷后才显示答案",
        "corrected; the key shows once nobody is sitting it",
    ),
    "command.correction.from-bank": ("（取自现在的题库）", " (from today's bank)"),
    "command.correct.then": (
        (
            "有 {count} 处更正还没有生效。先用 quizapp scores regrade {paper} --dry-run 查看影响，"
            "去掉 --dry-run 并写明 --why 即重新判分。"
        ),
        (
            "{count} correction(s) do not hold yet. See what changes with quizapp scores regrade {paper} --dry-run; "
            "without --dry-run, and with --why, the paper is marked again."
        ),
    ),
    "command.correct.pending": (
        "《{title}》有 {count} 处更正还没有生效，这里是更正以前的成绩。用 quizapp scores regrade {paper} 重新判分。",
        (
            "“{title}” has {count} correction(s) that do not hold yet; these scores are from before. "
            "Mark it again with quizapp scores regrade {paper}."
        ),
    ),
    # Equal answers.
    "command.answers.title": ("试题 {item}：{stem}", "item {item}: {stem}"),
    "command.answers.pending": ("{now}（重新判分后{later}）", "{now} ({later} once marked again)"),
    "command.answers.not-counted": ("不计分", "not counted"),
    "command.answers.bank-letters": ("字母是题库里的。", "Letters are the bank's."),
    "command.answers.how": (
        "要多接受一种写法，用 --accept；改答案用 --key，一律给分用 --full，不计分用 --drop。",
        "--accept takes one more answer as right; --key changes the key; --full, --drop treat everybody alike.",
    ),
    # Marking again.
    "command.regrade.nothing": (
        "《{paper}》没有待生效的更正，成绩没有变化。",
        "“{paper}” has no corrections that wait; no score changes.",
    ),
    "command.regrade.done": ("《{paper}》已重新判分，更正如下：", "“{paper}” was marked again, corrected as follows:"),
    "command.regrade.would": (
        "《{paper}》按下面的更正重新判分：",
        "“{paper}” marked again, corrected as follows:",
    ),
    "command.regrade.only-shown": (
        "只是试算，没有记录，成绩没有变化。去掉 --dry-run 并写明 --why 才重新判分。",
        "Only shown: nothing was recorded. Without --dry-run, and with --why, the paper is marked again.",
    ),
    "command.regrade.passes": ("变为及格", "passes now"),
    "command.regrade.fails": ("变为不及格", "fails now"),
    "command.regrade.newly-pass": ("由不及格变为及格 {count} 人：{people}。", "Newly pass ({count}): {people}."),
    "command.regrade.no-longer-pass": (
        "由及格变为不及格 {count} 人：{people}。",
        "No longer pass ({count}): {people}.",
    ),
    "command.regrade.other-rank": ("名次有变 {count} 人。", "{count} change rank."),
    "command.regrade.full-score": (
        "满分由 {before} 分变为 {after} 分。",
        "The full score changes from {before} to {after}.",
    ),
    "command.regrade.unchanged": (
        "其余 {count} 人的得分、名次和及格情况都没有变化。",
        "Nothing changes for the other {count}: score, rank and pass stand.",
    ),
    "command.regrade.all-unchanged": (
        "{count} 人的得分、名次和及格情况都没有变化。",
        "Nothing changes for all {count}: score, rank and pass stand.",
    ),
    "command.regrade.stands": (
        "{id} {name} 第 {number} 题的 {marks} 分是人给的，不随更正改变。",
        "{id} {name}, question {number}: {marks} marks given by a person stand.",
    ),
    "command.regrade.dropped-too": (
        "{id} {name} 第 {number} 题的 {marks} 分是人给的，随题一起不计。",
        "{id} {name}, question {number}: {marks} marks given by a person go with the dropped question.",
    ),
    "command.regrade.left": ("下列试题没有从题库取答案：", "No key was taken from the bank for:"),
    "command.regrade.left-line": ("  试题 {item}（第 {numbers} 题）：{why}", "  {item} (question {numbers}): {why}"),
    "command.regrade.left-gone": ("题库里没有这道题（或题库文件有错）", "it is in no bank (or its bank has faults)"),
    "command.regrade.left-case": ("案例材料和考试时不同", "the case differs from the one shown"),
    "command.regrade.left-type": ("题型和考试时不同", "its type differs"),
    "command.regrade.left-stem": ("题干和考试时不同", "its stem differs from the one shown"),
    "command.regrade.left-left": ("左边各项和考试时不同", "its left sides differ from those shown"),
    "command.regrade.left-options": ("选项和考试时不同", "its options differ from those shown"),
    "command.regrade.left-twice": ("有几个选项文字相同，分不清是哪一个", "several options have the same text"),
    "command.regrade.left-terms": ("单位或“次序不限”和考试时不同", "its unit, or blanks in any order, differ"),
    "command.regrade.left-decided": ("已由人更正过，以人的决定为准", "people corrected it; their decision stands"),
    "command.regrade.left-no-keys": ("这台机器上没有这套卷的答案", "the form's keys are not on this machine"),
    # Refusals, and what is called wrongly.
    "attempt-ambiguous": (
        "有 {count} 份答卷以 {wanted} 开头，请写得更长一些。",
        "{count} attempts begin with {wanted}: write more of it.",
    ),
    "why-needed": ("请写明原因：--why 原因。", "Say why: --why TEXT."),
    "decider-is-candidate": (
        "{by} 是有关的考生，不能作这个决定，也不能复核。请换一个人。",
        "{by} is a candidate whom it concerns, and may neither decide nor check it. Somebody else must.",
    ),
    "override-outside": (
        "第 {number} 题最多 {most} 分，不能给 {given} 分。",
        "Question {number} is worth at most {most}; it cannot be given {given}.",
    ),
    "override-marks-unread": (
        "没有读懂分数“{given}”：请填数字，如 2.5；不得分填 0。",
        "The marks “{given}” were not understood: write a number such as 2.5, or 0.",
    ),
    "decided-since": (
        "看过以后，{by} 又作了决定：{what}（原因：{why}；共 {count} 项）。这一次没有记下。看清现在的情况，再决定一次。",
        (
            "Since this was looked at {by} decided: {what} (why: {why}; {count} in all). Nothing was recorded. "
            "Look at how it stands now, then decide again."
        ),
    ),
    "copy-since": (
        "看过以后，答卷 {attempt} 又收来了更长的一份。这一次没有记下。看清现在的情况，再决定一次。",
        "Since then a longer copy of {attempt} was collected. Nothing was recorded: look again, then decide.",
    ),
    "journal-since": (
        "看过以后，评分记录换成了另一份（可能恢复了备份）。这一次没有记下。看清现在的情况，再决定一次。",
        "Since then the decisions were replaced, perhaps by a backup. Nothing was recorded: look again, then decide.",
    ),
    "regrade-since": (
        "试算以后情况有变：原来是 {before} 人有变化，现在是 {after} 人，或分数不同了。这一次没有重新判分。",
        "What it would change is no longer what was shown: {before} people then, {after} now, or other marks.",
    ),
    "since-essay-marked": ("第 {question} 题阅卷给 {marks} 分", "question {question} was given {marks}"),
    "since-mark-overridden": ("第 {question} 题改为 {marks} 分", "question {question} was changed to {marks}"),
    "since-key-corrected": (
        "第 {question} 题（试题 {item}）更正了答案",
        "the key of question {question} ({item}) was corrected",
    ),
    "since-regraded": ("重新判分", "the paper was marked again"),
    "since-voided": ("成绩作废", "the attempt was annulled"),
    "since-reinstated": ("撤销作废", "the annulment was taken back"),
    "since-reassigned": ("答卷改归 {id} {name}", "the attempt was reassigned to {id} {name}"),
    "since-copy-chosen": ("裁定了以哪个副本为准", "one of its copies was chosen"),
    "since-closed": ("强制收卷", "the attempt was handed in by order"),
    "since-noted-deferred": ("{id} 记为缓考", "{id} was noted as deferred"),
    "since-noted-exempt": ("{id} 记为免考", "{id} was noted as exempt"),
    "since-noted-misconduct": ("{id} 记为违纪", "{id} was noted for misconduct"),
    "since-noted-admitted": ("{id} 准予补考", "{id} was let in to the make-up"),
    "since-noted-none": ("{id} 的记录取消", "the note of {id} was taken back"),
    "void-not": (
        "答卷 {attempt} 没有作废，不用撤销。",
        "Attempt {attempt} is not void: there is nothing to take back.",
    ),
    "void-already": ("答卷 {attempt} 已经作废。", "Attempt {attempt} is void already."),
    "reassign-to-same": ("这份答卷本来就是 {candidate} 的。", "This attempt is {candidate}'s already."),
    "note-nothing": (
        "{candidate} 没有可以取消的记录。",
        "There is no note of {candidate} to take back.",
    ),
    "correct-one-way": (
        "--key、--accept、--full、--drop 只能写一个。",
        "Give one of --key, --accept, --full and --drop.",
    ),
    "correct-no-form": (
        "{paper} 还没有固定过卷，也没有人作答，没有可以更正的题。",
        "No form of {paper} was ever fixed or sat; there is nothing to correct.",
    ),
    "correct-form-with-item": (
        "写了试题编号 {item}，就是更正所有卷上的这道题，不能再写 --form。",
        "With an item ({item}) every form is corrected: leave out --form.",
    ),
    "correct-item-unknown": (
        "{paper} 的卷上没有试题 {item}，也没有这个题号。",
        "No form of {paper} has an item {item}, or a question of that number.",
    ),
    "correct-form-unknown": ("没有 {form} 卷，只有：{forms}。", "There is no form {form}; there are: {forms}."),
    "correct-forms-differ": (
        "第 {number} 题在各套卷上不一样（有 {forms} 卷）。请用 --form 写明哪一套；或写试题编号，更正所有卷上的这道题。",
        (
            "Question {number} is not the same on all forms ({forms}). Say which with --form, "
            "or name the item to correct it wherever it stands."
        ),
    ),
    "correct-item-differs": (
        "试题 {item} 在各套卷上的文字不同，一个答案不能都适用。请写题号，并用 --form 逐套更正。",
        "Item {item} reads differently on its forms: correct it form by form, by its number and --form.",
    ),
    "correct-nothing-changed": (
        "试题 {item} 已经是这样，没有需要更正的。",
        "Item {item} is so already; there is nothing to correct.",
    ),
    "correct-no-key": (
        "第 {number} 题由人阅卷，没有答案可改；可以用 --full 一律给分，或用 --drop 不计分。",
        "Question {number} is marked by people and has no key; --full and --drop can be used.",
    ),
    "correct-not-a-key": (
        "“{answer}”不能作第 {number} 题的答案：要写全一个能得满分的作答。",
        "“{answer}” can be no key of question {number}: write a whole answer that earns full marks.",
    ),
    "answers-of-essay": (
        "第 {number} 题由人阅卷，不列同类答案。请用 quizapp scores mark 阅卷。",
        "Question {number} is marked by people: see quizapp scores mark.",
    ),
    "answers-hidden": (
        "有人正在作答试题 {item}，交卷后才能看大家的作答。",
        "Somebody is sitting item {item}; the answers show once it is handed in.",
    ),
    "make-up-passed": (
        "《{first}》已经及格，不用参加补考《{paper}》。对成绩有疑问请联系班委会。",
        "“{first}” was passed, so “{paper}” need not be sat. Ask the class committee about the score.",
    ),
    "make-up-marking": (
        "《{first}》的答卷还没有评完，成绩公布后再看要不要参加补考《{paper}》。",
        "The answers to “{first}” are still being marked; see whether “{paper}” is due once the score is out.",
    ),
    "make-up-sitting": (
        "《{first}》还在作答中，请先交卷。成绩公布后再看要不要参加补考《{paper}》。",
        "“{first}” is still being sat: hand it in first. See whether “{paper}” is due once the score is out.",
    ),
    "make-up-not-due": (
        "《{first}》还没有截止，请先参加《{first}》，不用等补考《{paper}》。确实来不了的，请向班委会申请缓考。",
        "“{first}” has not closed yet: sit that rather than “{paper}”. Who cannot come asks the committee to defer.",
    ),
    "make-up-exempt": (
        "《{first}》已经免考，不用参加补考《{paper}》。",
        "“{first}” was waived, so “{paper}” need not be sat.",
    ),
    "make-up-misconduct": (
        "《{first}》记为违纪，不能参加补考《{paper}》。有疑问请联系班委会。",
        "Misconduct was noted at “{first}”, so “{paper}” cannot be sat. Ask the class committee.",
    ),
    "make-up-not-for-failed": (
        "补考《{paper}》不对《{first}》不及格的人开放。有疑问请联系班委会。",
        "“{paper}” is not open to who failed “{first}”. Ask the class committee.",
    ),
    "make-up-not-for-absent": (
        "补考《{paper}》不对《{first}》缺考的人开放。确有原因的，请向班委会申请记为缓考。",
        "“{paper}” is not open to who was absent from “{first}”. With good reason, ask the committee to defer.",
    ),
    "make-up-not-for-deferred": (
        "补考《{paper}》不对《{first}》缓考的人开放。有疑问请联系班委会。",
        "“{paper}” is not open to who was deferred at “{first}”. Ask the class committee.",
    ),
    "entered-not-eligible": (
        (
            "学号 {id} 已录入，但按补考资格不该参加：{reason}这份先不计成绩："
            "要算，请记为准予补考（scores note --as admitted）；录错了，请作废。"
        ),
        (
            "Candidate {id} is entered, though the make-up is not for them: {reason} "
            "It does not count: admit them (scores note --as admitted), or void it."
        ),
    ),
}
