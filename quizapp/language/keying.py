"""What is said where answers given on paper are keyed in: on its screens, and where something is wrong."""

from __future__ import annotations

KEYING: dict[str, tuple[str, str]] = {
    # Home, and which round it is.
    "keying.home_title": ("录入纸笔答卷", "Key in answers given on paper"),
    "keying.home_note": (
        "一人一行，可以两个人各敲一遍再核对",
        "a line for each person; two people may key and compare",
    ),
    "keying.which_paper": ("录入哪份试卷？", "Answers to which paper?"),
    "keying.no_papers": ("还没有能录入的试卷。", "There is no paper to key answers in for."),
    "keying.which_round": ("《{title}》：第几遍？", "“{title}”: which round?"),
    "keying.round_1": ("第一遍", "first round"),
    "keying.round_2": ("第二遍（核对用）", "second round (to compare)"),
    # The screen.
    "keying.title": ("录入答卷", "Keying in"),
    "keying.by": ("录入人 {by}", "keyed by {by}"),
    "keying.count": ("已录 {count} 人", "{count} keyed"),
    "keying.how": (
        "一人一行：学号、答案。单选、判断连着敲，五题一组：BCADC 对错对对错",
        "A line per person: number, answers. Single letters in groups of five: BCADC TFTTF",
    ),
    "keying.how_form": (
        "一人一行：学号、卷别、答案。单选、判断连着敲，五题一组：07 A BCADC 对错对对错",
        "A line per person: number, form, answers. Single letters in groups of five: 07 A BCADC TFTTF",
    ),
    "keying.how_more": (
        "其他题一题一个词，用空格隔开：ABD 耳目；管家 12.5；没有作答敲 -",
        "Other answers a word each, parted by blanks: ABD ears;steward 12.5; - for no answer",
    ),
    "keying.who": ("{id} {name}", "{id} {name}"),
    "keying.who_form": ("{id} {name}，{letter} 卷", "{id} {name}, form {letter}"),
    "keying.again": ("这个人已经录过，记下就换成这一行", "keyed already: this line takes its place"),
    "keying.empty_answer": ("（空）", "(none)"),
    "keying.read": ("读到 {count} / {total} 题", "{count} of {total} read"),
    "keying.at": ("第 {number} 题：{reason}", "Question {number}: {reason}"),
    "keying.whole": ("读全了，按 Enter 记下", "whole: Enter takes it"),
    "keying.none": ("还没有录入的行。", "Nothing is keyed yet."),
    "keying.taken": ("记下了 {id} {name}", "taken: {id} {name}"),
    "keying.taken_out": (
        "{id} 的一行取出来了，改好按 Enter 再记下",
        "the line of {id} was taken out; Enter takes it again",
    ),
    "keying.key_take": ("Enter 记下", "Enter takes it"),
    "keying.key_move": ("↑ ↓ 选已录的", "↑ ↓ lines"),
    "keying.key_change": ("F2 改", "F2 change"),
    "keying.key_out": ("F8 取出", "F8 take out"),
    "keying.key_enter": ("F9 录入", "F9 enter all"),
    "keying.enter_title": ("录入《{title}》的 {count} 份答卷？", "Enter {count} attempts at “{title}”?"),
    "keying.enter_note": (
        "录入后就是交上的答卷，草稿清空；要改只能在成绩里更正。",
        "They become handed-in attempts and the draft is emptied; later changes are corrections.",
    ),
    "keying.enter_once": (
        "只录了一遍。要两个人核对，先返回，请另一个人录第二遍。",
        "Keyed once only. To have it compared, go back and have somebody key the second round.",
    ),
    "keying.stay": ("返回检查", "Go back"),
    "keying.enter": ("录入", "Enter them"),
    "keying.entered": ("《{title}》录入 {count} 份答卷。", "“{title}”: {count} attempt(s) entered."),
    "keying.entered-rest": (
        "《{title}》上次没有录完：{stood} 份已经在，这次把缺的补上了，现在 {count} 份都齐全。",
        "“{title}” was entered in part before: {stood} stood, the rest was entered now, and all {count} are whole.",
    ),
    # Where two rounds differ.
    "keying.compare": ("核对两遍录入", "Comparing both rounds"),
    "keying.compare_count": ("不同 {count} 处，还有 {open} 处没定", "{count} differ, {open} open"),
    "keying.compare_how": (
        "对照答卷，按 1 取第一遍，按 2 取第二遍；两遍都不对，按 Esc 返回重录这一行。",
        "Look at the paper: 1 takes the first, 2 the second. Where both are wrong, Esc and key the line again.",
    ),
    "keying.difference": (
        "{id} {name} | 第 {number} 题 | 第一遍 {first} | 第二遍 {second}",
        "{id} {name} | question {number} | first {first} | second {second}",
    ),
    "keying.difference_whole": (
        "{id} {name} | 整行 | 第一遍 {first} | 第二遍 {second}",
        "{id} {name} | whole line | first {first} | second {second}",
    ),
    "keying.no_line": ("没有录", "not keyed"),
    "keying.has_line": ("录了", "keyed"),
    "keying.form_line": ("{letter} 卷", "form {letter}"),
    "keying.chosen_1": ("取第一遍", "first taken"),
    "keying.chosen_2": ("取第二遍", "second taken"),
    "keying.chosen_none": ("没定", "open"),
    "keying.key_first": ("1 取第一遍", "1 first"),
    "keying.key_second": ("2 取第二遍", "2 second"),
    "keying.all_settled": ("都定了，按 F9 录入", "all settled: F9 enters them"),
    # What is wrong.
    "keying-runs-on": (
        "字母连到了别的题型上（{rest}）：字母组到这里要断开，检查是不是漏了一个。",
        "Letters run on into another kind of question ({rest}): part them here, or one is missing.",
    ),
    "keying-too-many": ("多出来“{rest}”，检查是不是多敲了。", "“{rest}” is too much: was something typed twice?"),
    "keying-too-few": (
        "还差 {count} 题，从第 {first} 题起；没有作答的敲 -。",
        "{count} answers are missing, from question {first} on; type - for no answer.",
    ),
    "keying-form-needed": (
        "学号后面先写卷别（A 到 {last}）。",
        "After the number comes the form (A to {last}).",
    ),
    "keying-entered-already": (
        "学号 {id} 已有这份试卷的答卷，不能再录。确要再录一份，用表格和 --again。",
        "Candidate {id} has an attempt at this paper already. To enter another, use a file and --again.",
    ),
    "keying-nobody": ("这一行还没有学号。", "This line has no number yet."),
    "keying-fault": ("第 {number} 题：{reason}", "Question {number}: {reason}"),
    "keying-empty": ("还没有录入的行，没有什么可录入。", "Nothing is keyed yet, so there is nothing to enter."),
    "keying-unsettled": (
        "两遍还有 {count} 处不同没有定。",
        "The two rounds still differ in {count} place(s).",
    ),
    "keying-line-stale": (
        "{id} 的一行现在读不通了（名册、试卷或已有答卷变了）。请改好或取出这一行。",
        "The line of {id} can no longer be read: roster, paper or attempts changed. Change it or take it out.",
    ),
    "keying-nobody-keys": (
        "请写明是谁录入：--by 姓名，或在设置里写上工作人员。",
        "Say who keys them in: --by NAME, or staff in the settings.",
    ),
    "keying-or-file": (
        "要写上表格文件，或用 --keyed 打开录入界面。用法见 {command} --help。",
        "Name a file, or open the screen with --keyed. See {command} --help.",
    ),
    "keying-alone": (
        "用 --keyed 或 --second 时不写表格文件，也不写 --again。用法见 {command} --help。",
        "With --keyed or --second there is no file and no --again. See {command} --help.",
    ),
    "keying-line-since": (
        "{id} {name} 的这一行刚刚有人另外录过，这一次没有记下。看清现在录的是什么，再录或再选一次。",
        "The line of {id} {name} was keyed anew just now; nothing was recorded. Look at what stands, then do it again.",
    ),
    "keying-since": (
        "数过以后又有人录过：原来 {before} 行，现在 {after} 行，或改了内容。没有录入。看清楚再录一次。",
        "More was keyed since they were counted: {before} line(s) then, {after} now, or others. Nothing was entered.",
    ),
}
