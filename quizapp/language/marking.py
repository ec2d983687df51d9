"""Marking essays and keying in answers given on paper: screens, refusals, and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
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
    "marking.key_fold": ("{key} 题目", "{key} question"),
    "marking.model_answer": ("参考答案", "Model answer"),
    "marking.whole": ("整题给分", "marks for the whole"),
    "marking.found": ("（建议 {marks} 分）", " (suggested: {marks})"),
    "marking.not_found": ("（没找到关键词）", " (no keyword found)"),
    "marking.comment": ("评语", "Comment"),
    "marking.total": ("本题 {total} / {full} 分", "{total} of {full} marks"),
    "marking.missing": ("还有 {count} 个采分点没给分", "{count} point(s) have no marks yet"),
    "marking.deduction": ("扣：{point}（每处 {each}）", "off: {point} ({each} each)"),
    "marking.deduct_at_most": (
        "每处扣 {each}，最多扣 {marks}",
        "{each} off each, {marks} at most",
    ),
    "marking.level": ("{level}（{marks} 分）", "{level} ({marks}) "),
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
    "marking.key_move": ("{back} {key} 采分点", "{back} {key} points"),
    "marking.key_step": ("{back} {key} 或数字给分", "{back} {key} or digits"),
    "marking.key_suggest": ("{key} 采用建议", "{key} suggestion"),
    "marking.key_next": ("{key} 下一份", "{key} next"),
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
    "mark-deductions-count": (
        "第 {number} 题有 {known} 种扣分，现在给了 {given} 个。请重新给分。",
        "Question {number} has {known} deduction(s); {given} were given. Mark it again.",
    ),
    "mark-deduction-outside": (
        "“{point}”每处扣 {each}，最多扣 {most}，现在扣的是 {given}。请改成每处的整数倍。",
        "“{point}” takes {each} off each and {most} at most, not {given}. Take off a multiple of it.",
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
    "keying.key_take": ("{key} 记下", "{key} takes it"),
    "keying.key_move": ("{back} {key} 选已录的", "{back} {key} lines"),
    "keying.key_change": ("{key} 改", "{key} change"),
    "keying.key_out": ("{key} 取出", "{key} take out"),
    "keying.key_enter": ("{key} 录入", "{key} enter all"),
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
    "keying.key_first": ("{key} 取第一遍", "{key} first"),
    "keying.key_second": ("{key} 取第二遍", "{key} second"),
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


GUIDE: Guide = {
    "marking.keying_rounds": (
        GuidePage(
            "录入纸笔答卷",
            "{take}  记下这一行；没敲全、敲错的，会说是第几题\n"
            "{move}  选一个已录的人\n"
            "{change}  把选中的一行放进输入框里改，改好按 Enter\n"
            "{take_out}  把选中的一行取出来（还在输入框里，按 Enter 就放回去）\n"
            "{enter_all}  录入全部；录了两遍的，先核对不同的地方\n"
            "{leave}  离开；录好的行和正在敲的都留着，下次接着录\n"
            "一人一行：学号，有 A、B 卷的再写卷别，然后是答案。单选题和判断题一题一个字母，连着敲，五题一组用空格断开："
            "BCADC ABDAC。其他题一题一个词，用空格隔开：多选 ABD，排序 CABD，匹配 CAB，填空 耳目；管家，数值 12.5。"
            "没有作答敲 -，看不清、作废敲 ?；填空的答案里有空格，整个用引号括起来；"
            "简答不用抄，敲“见卷”，阅卷时再看答卷给分。\n"
            "下面随时显示读成了什么：题号和答案，一眼就能看出错位。\n"
            "要两个人各录一遍：第二个人选“第二遍”，看不到第一遍录的。{enter_all} 把不同的地方逐题列出来，对照答卷，"
            "按 1 取第一遍，按 2 取第二遍。全部定了才能录入，录入时一份不对就一份也不录。",
        ),
        GuidePage(
            "Keying in answers given on paper",
            "{take}  take this line; what is missing or wrong is said with its question\n"
            "{move}  point at somebody keyed already\n"
            "{change}  put that line into the field to change it; Enter takes it\n"
            "{take_out}  take that line out (it stands in the field; Enter puts it back)\n"
            "{enter_all}  enter all; where both rounds were keyed, compare them first\n"
            "{leave}  leave; all lines, and the one being typed, are kept for the next time\n"
            "A line per person: number, the form where there are forms A and B, then the answers. Single choice and "
            "true or false are one letter each, typed together in groups of five: BCADC ABDAC. Any other answer is a "
            "word, parted by blanks: multiple choice ABD, an order CABD, a matching CAB, blanks ears;steward, a number "
            "12.5. Type - for no answer and ? for one that cannot be read; put blanks with spaces into quotes. Essays "
            'need not be copied: type "on paper" and mark them from the paper.\n'
            "What is read of the line stands beneath it, with its numbers: a shift is seen at once.\n"
            "Two people: the second one chooses the second round and does not see the first. {enter_all} lists what "
            "differs, "
            "question by question; look at the paper and take the first with 1 or the second with 2. Nothing is "
            "entered before all is settled, and then all or none.",
        ),
    ),
    "marking.essays": (
        GuidePage(
            "阅卷",
            "{move}  移到上一个、下一个采分点；最下面是评语（Tab 也行）\n"
            "数字        直接输入这个采分点给几分，如 1.5\n"
            "{step}  减半分、加半分；也可以用鼠标点 [-] 和 [+]\n"
            "空格        给满这个采分点，再按一次归零\n"
            "字母        分了档的采分点，按 a、b、c 给那一档的最高分，再用左右键调\n"
            "扣分        在采分点下面，左右键一处一处地加减；一处没有就不用管\n"
            "{fold}  题目长的只显示开头，按一下看全题，再按一下回到作答\n"
            "{suggest}  采用建议：按答卷里找到的关键词给分，给完还可以改\n"
            "{go_on}  下一个采分点；在评语里按，去下一份待阅的\n"
            "{next_waiting}  下一份待阅的\n"
            "{turn}  上一份、下一份，阅过的也可以回看、改分\n"
            "{scroll}  答卷太长时，向上、向下滚动（Ctrl+上下键、滚轮也行）\n"
            "{leave}  离开；阅过的都已存好，下次接着阅\n"
            "同一道题的答卷连着阅，次序是打乱的，不显示是谁的。每个采分点都给了分，就自动记下，右下角写“已保存”；"
            "还有采分点空着的，不算阅过，也不出成绩。改分不会抹掉原来的记录：谁在什么时候给的分都留着；自己给的，以自己最后一次为准。\n"
            "别人正在阅的那一份会跳过，两个人不会同时阅一份。别人阅过的再给分，就是双评：两边都留着，"
            "不一致的列进待处理，裁定以前不出成绩。\n"
            "关键词只是建议，没有找到的要自己读一读：意思对，说法可以不同。",
        ),
        GuidePage(
            "Marking essays",
            "{move}  the point before, the next one; the comment stands last (Tab too)\n"
            "Digits      type what this point is given, such as 1.5\n"
            "{step} half a mark less, half a mark more; or click on [-] and [+]\n"
            "Space       all the marks of this point, or none of them\n"
            "Letters     where a point has levels, a, b, c give the most of that level\n"
            "Deductions  stand below the points: the arrows take one fault more or less off\n"
            "{fold}  a long question shows its first words: the whole of it, and back to what was written\n"
            "{suggest}  take the suggestion: marks by the keywords found; change them as you like\n"
            "{go_on}  next point; in the comment, the next essay that waits\n"
            "{next_waiting}  the next essay that waits\n"
            "{turn}  the essay before, the next one; marked ones can be changed\n"
            "{scroll}  scroll a long essay (Ctrl with the arrows, or the wheel, too)\n"
            "{leave}  leave; what was marked is kept, the rest waits\n"
            "Essays on one question follow one another in a mixed order, names covered. Once every point has marks "
            "they are recorded and the corner says saved; while one is open the essay waits and there is no score. "
            "Changing marks erases nothing: who gave which when is kept, and of one's own the last stand.\n"
            "What another marker has before them is left out. Marks for what another marked stand beside theirs; where "
            "they differ there is no score until somebody decides.\n"
            "Keywords only suggest: where none is found, read; other words may say the same.",
        ),
    ),
}
