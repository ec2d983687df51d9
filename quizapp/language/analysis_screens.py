"""The analysis screen, the one a room looks at when the paper is gone through (讲评), and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # The analysis.
    "analysis.screen": ("题目分析", "Analysis"),
    "analysis.nothing_marked": (
        "《{title}》还没有评完分、计入成绩的答卷，没有可看的。",
        "“{title}” has no attempt yet that is marked and counts: there is nothing to show.",
    ),
    "analysis.mark_first": (
        "有 {count} 份等着阅卷：先按 F7 选“阅卷”，阅完再来。",
        "{count} wait to be marked: choose “Mark essays” with F7, then come back.",
    ),
    "analysis.collect_first": (
        "答卷在别的机器上，先到“收卷台”收；还没考，考完再来。",
        "Attempts on other machines are brought in at the collecting desk; else come back once it was sat.",
    ),
    "analysis.reading": ("正在读答卷、算统计量，请稍等。", "Reading the attempts and counting; please wait."),
    "analysis.page_first": ("先看哪几题", "look at these first"),
    "analysis.page_scores": ("成绩分布", "scores"),
    "analysis.page_scatter": ("难度与区分度", "facility and discrimination"),
    "analysis.page_topics": ("知识点", "topics"),
    "analysis.page_items": ("各题", "items"),
    "analysis.page": ("{name} {place}/{total}", "{name} {place}/{total}"),
    "analysis.key_pages": ("{back} {key} 换页", "{back} {key} pages"),
    "analysis.key_move_items": ("{back} {key} 选题", "{back} {key} items"),
    "analysis.key_move_page": ("{back} {key} 滚动", "{back} {key} scroll"),
    "analysis.key_open": ("{key} 打开", "{key} opens"),
    "analysis.key_sort": ("{key} 排序", "{key} order"),
    "analysis.key_write": ("{key} 存文件", "{key} file"),
    "analysis.key_turn": ("{back} {key} 上一题、下一题", "{back} {key} items"),
    # The first page.
    "analysis.class_numbers": (
        "答卷 {count} 份 | 满分 {full} 分 | 平均 {mean} | 中位数 {median} | 标准差 {sd}",
        "{count} attempt(s) | full score {full} | mean {mean} | median {median} | SD {sd}",
    ),
    "analysis.class_numbers_one": (
        "答卷 {count} 份 | 满分 {full} 分 | 平均 {mean}",
        "{count} attempt(s) | full score {full} | mean {mean}",
    ),
    "analysis.waiting": (
        "另有 {count} 份还没有评完分，不在里面。",
        "{count} more attempt(s) wait to be marked and are not in it.",
    ),
    "analysis.pending": (
        "有 {count} 处更正还没有重新判分，这里看到的还是更正以前的。先重新判分，再来看。",
        "{count} correction(s) wait for marking again; all this is from before them. Mark again first.",
    ),
    "analysis.reliability_high": (
        "信度 {alpha}（真值多半在 {low} 到 {high} 之间）：名次比较可靠。",
        "Reliability {alpha} (most likely {low} to {high}): ranks can be relied on.",
    ),
    "analysis.reliability_fair": (
        "信度 {alpha}（真值多半在 {low} 到 {high} 之间）：大体可靠，分数相近的不宜细分名次。",
        "Reliability {alpha} (most likely {low} to {high}): fair; close scores are not to be told apart.",
    ),
    "analysis.reliability_low": (
        "信度 {alpha}（真值多半在 {low} 到 {high} 之间）：不够可靠，名次只作参考。",
        "Reliability {alpha} (most likely {low} to {high}): poor; ranks are a hint and no more.",
    ),
    "analysis.reliability_none": (
        "信度无法计算：各人的题不同，或者总分全都一样。",
        "Reliability cannot be computed: forms differ, or all totals are equal.",
    ),
    "analysis.nothing_urgent": (
        "没有要人先看的题。按 → 看成绩分布。",
        "No item needs a person first. → shows the scores.",
    ),
    "analysis.more_urgent": (
        "还有 {count} 题也要看：在最后一页“各题”里，前面带 ! 的就是。",
        "{count} more need a look: on the last page, those marked with !.",
    ),
    # Scores.
    "analysis.scores_head": (
        "{count} 份答卷，按得分占满分的百分数分十段；每段含下限，不含上限",
        "{count} attempt(s) by per cent of the full score; each band has its lower bound, not its upper one",
    ),
    "analysis.pass_mark": ("及格线 {marks} 分", "pass mark {marks}"),
    "analysis.passed": (
        "及格 {passed} 份（{share}），不及格 {failed} 份。",
        "{passed} passed ({share}), {failed} failed.",
    ),
    # Facility and discrimination.
    "analysis.scatter_head": ("区分度（越高越能分出好坏）", "discrimination (strong from weak)"),
    "analysis.scatter_foot": (
        "难度系数（越右越容易） | 数字是题号，(2) 是两题重在一处，o 是没有题号的题",
        "facility (easier to the right) | numbers are items, (2) two, o has none",
    ),
    "analysis.scatter_line": ("点线以下，区分度不到 0.20。", "Below the dots discrimination is under 0.20."),
    "analysis.scatter_small": (
        "不到 {least} 人，样本不足：区分度还说明不了什么，先不画图。人数够了，这里是每一题的难度和区分度。",
        "Fewer than {least}: discrimination means nothing yet, and nothing is drawn.",
    ),
    "analysis.scatter_trouble": (
        "左下角，又难又分不出好坏，先查题目和答案：第 {numbers} 题。",
        "Lower left, hard and of no use for telling strong from weak; check item and key: {numbers}.",
    ),
    "analysis.scatter_flat": (
        "右下角，容易而分不出好坏，多半太送分：第 {numbers} 题。",
        "Lower right, easy and of no use for telling strong from weak: {numbers}.",
    ),
    "analysis.and_more": (" 等，另有 {count} 题", " and {count} more"),
    "analysis.scatter_calm": ("左下角没有题：没有又难又分不出好坏的。", "Nothing stands lower left: no item is both."),
    # Topics.
    "analysis.topics_head": ("各知识点的得分率，最弱的在前", "What was earned of each topic, the weakest first"),
    "analysis.topic_note": ("{questions} 题，{responses} 次作答", "{questions} item(s), {responses} answer(s)"),
    "analysis.topics_none": (
        "题目都没有写知识点。在题库里给每题写上“知识点”，这里就能看出哪一块弱。",
        "No item has a topic. With topics in the bank, this page shows where the class is weak.",
    ),
    # Items.
    "analysis.sort_number": ("按题号", "by number"),
    "analysis.sort_facility": ("最难的在前", "hardest first"),
    "analysis.sort_discrimination": ("区分度最低的在前", "lowest discrimination first"),
    "analysis.head_judgement": ("判断", "judgement"),
    "analysis.head_stem": ("题目", "stem"),
    "analysis.head_interval": ("95% 区间", "95 % interval"),
    "analysis.head_seconds": ("用时", "time"),
    "analysis.seconds": ("{seconds} 秒", "{seconds} s"),
    "analysis.short_suspect_key": ("疑似错答案", "key?"),
    "analysis.short_given_to_all": ("都给满分", "given to all"),
    "analysis.short_all_right": ("全对", "all right"),
    "analysis.short_all_wrong": ("全错", "all wrong"),
    "analysis.short_too_few": ("样本不足", "too few"),
    "analysis.short_too_easy": ("太易", "too easy"),
    "analysis.short_too_hard": ("太难", "too hard"),
    "analysis.short_low_discrimination": ("区分度低", "low discr."),
    "analysis.short_good": ("正常", "good"),
    # One item.
    "analysis.item_marks": ("{marks} 分", "{marks} mark(s)"),
    "analysis.item_measures": (
        "难度系数 {facility}（{low} 至 {high}） | 区分度 {discrimination} | {count} 人作答",
        "facility {facility} ({low} to {high}) | discrimination {discrimination} | {count} asked",
    ),
    "analysis.item_measures_small": (
        "难度系数 {facility}（{low} 至 {high}） | {count} 人作答",
        "facility {facility} ({low} to {high}) | {count} asked",
    ),
    "analysis.item_options": ("选项分析", "Options"),
    "analysis.item_answers": ("得分情况", "What was earned"),
    "analysis.item_chosen": ("{count} 人 {share}", "{count}, {share}"),
    "analysis.item_mean": ("平均总分 {mean}", "mean total {mean}"),
    "analysis.item_key": ("（答案）", " (key)"),
    "analysis.item_sitting": (
        "这一题正有人在考，题目和选项分析等交卷以后再看：看了就知道答案。",
        "This item is being sat now; it and what was chosen are shown afterwards.",
    ),
    "analysis.item_sitting_short": ("（正有人在考）", "(being sat now)"),
    "analysis.item_wrong": ("常见的错答案", "Common wrong answers"),
    "analysis.item_appendix": ("附录：统计量", "Appendix: statistics"),
    "analysis.earned_full": ("满分", "all marks"),
    "analysis.earned_part": ("部分得分", "some marks"),
    "analysis.earned_none": ("没有得分", "no marks"),
    "analysis.item_cells": ("每格答对的人（{columns}）", "Right in each cell ({columns})"),
    "analysis.item_places": ("每处判断和改正都对的人", "Right at each place"),
    # Writing.
    "analysis.to": (
        "存到哪里？.txt 是文字，.csv 是表格，.json 给程序用。",
        "Which file? .txt is text, .csv a table, .json for programs.",
    ),
    "analysis.to_keys": ("Enter 存 | Esc 不存", "Enter writes | Esc does not"),
    "analysis.exists_title": ("文件 {file} 已经有了", "{file} is there already"),
    "analysis.exists_note": ("换成新的以后，原来的内容就没有了。", "What is in it will be gone."),
    "analysis.exists_safe": ("换个名字", "Another name"),
    "analysis.exists_step": ("换成新的", "Replace it"),
    # Going through the paper with the class.
    "debrief.title": ("讲评", "Debrief"),
    "debrief.place": ("第 {place} 道 / 共 {total} 道", "{place} of {total}"),
    "debrief.number": ("第 {number} 题", "Question {number}"),
    "debrief.share": ("得分率", "earned"),
    "debrief.count": ("{count} 人", "{count}"),
    "debrief.no_answer": ("未作答 {count} 人", "no answer: {count}"),
    "debrief.is_key": (" <- 答案", " <- key"),
    "debrief.key": ("答案：{letters}", "Key: {letters}"),
    "debrief.key_several": ("答案：{letters}（都算对）", "Key: {letters} (any of them)"),
    "debrief.also": ("也算对：{texts}", "Right too: {texts}"),
    "debrief.given": ("这道题已更正为人人满分。", "By a correction everybody has full marks."),
    "debrief.wrong": ("常见的错答案", "Common wrong answers"),
    "debrief.wrong_line": ("{text} | {count} 人", "{text} | {count}"),
    "debrief.band": ("{low}-{high} 分", "{low}-{high}"),
    "debrief.held_back": (
        "有 {count} 题正有人在考，先不讲。",
        "{count} item(s) are being sat now and left out.",
    ),
    "debrief.now_sat": (
        "这道题刚有人开始考，先不讲。按 → 讲下一道。",
        "Somebody has begun to sit this one; it is covered. → is the next.",
    ),
    "debrief.awaited": (
        "《{title}》的考试时间还没有结束，还有人可能来考，先不讲评。等结束以后再打开。",
        "The window of “{title}” is still open and others may yet sit it. Come back once it has closed.",
    ),
    "debrief.suspect": (
        "{places}疑似错答案。开讲以前先到“题目分析”里看看，核对答案；真错了，先更正、重新判分。",
        "The key of {places} may be wrong. Look at the analysis before a room sees it, and correct it where it is.",
    ),
    "debrief.all_sitting": (
        "《{title}》的题都正有人在考，先不讲评。等他们交卷以后再打开。",
        "All items of “{title}” are being sat now. Come back once they are handed in.",
    ),
    "debrief.list_title": ("从得分率最低的排起", "Worst first"),
    "debrief.list_line": ("{share}  {place}  {stem}", "{share}  {place}  {stem}"),
    "debrief.material": ("材料", "Material"),
    "debrief.first": ("这是第一道，错得最多", "This is the first one, answered worst"),
    "debrief.last": ("这是最后一道", "This is the last one"),
    "debrief.key_step_answers": ("{key} 看作答", "{key} answers"),
    "debrief.key_step_key": ("{key} 看答案", "{key} key"),
    "debrief.key_step_next": ("{key} 下一道", "{key} next"),
    "debrief.key_turn": ("{back} 上一道 | {key} 下一道", "{back} back | {key} next"),
    "debrief.key_list": ("{key} 题目", "{key} list"),
    "debrief.key_material": ("{key} 材料", "{key} material"),
}


GUIDE: Guide = {
    "analysis.analysis": (
        GuidePage(
            "题目分析",
            "{turn}  换页：先看哪几题、成绩分布、难度与区分度、知识点、各题\n"
            "{move}  选题，或滚动\n"
            "{open}  打开一题：题目、选项分析、答案、统计量；左右键看下一题\n"
            "{sort}  在“各题”里换一种排法：按题号、最难的在前、区分度最低的在前\n"
            "{correct}  打开一题以后：更正这道题的答案，再重新判分\n"
            "{write}  存成文件：.txt 是文字，.csv 是表格，.json 给程序用\n"
            "{leave}  返回\n"
            "难度系数是得分率，越大越容易。区分度是总分前 27% 与后 27% 的人得分率之差，不到 0.20 算低。"
            "信度说的是同样的人再考一次，名次会不会大变。不到 30 人样本不足，只说疑似错答案、全对和全错的题。\n"
            "疑似错答案：成绩好的人里，选某个干扰项的比选答案的多。多半是答案写错了，也可能是题出偏了，要人核对；"
            "真错了，打开这道题按 {correct} 更正、重新判分，再看分析。“各题”里前面带 ! 的，都要人看一看。\n"
            "只算评完分、计入成绩的答卷。考试时间没有结束，或有人正在考的题，不显示选了什么：看了就知道答案。",
        ),
        GuidePage(
            "The analysis",
            "{turn} the pages: what to look at first, scores, facility and discrimination, topics, items\n"
            "{move}  choose an item, or scroll\n"
            "{open}  open it: question, options, key, statistics; left and right go on to others\n"
            "{sort}  order of the items: by number, hardest first, lowest discrimination first\n"
            "{correct}  with an item open: correct its key, then mark the paper again\n"
            "{write}  write to a file: .txt for text, .csv for a table, .json for programs\n"
            "{leave}  back\n"
            "Facility is the share earned: the larger, the easier. Discrimination is that of the best 27 % by their "
            "totals less that of the last 27 %; under 0.20 is low. Reliability says whether ranks would stay if the "
            "same people sat again. Under 30 only suspected keys, all right and all wrong are told.\n"
            "A suspected key: of the strong, more chose a distractor. The key may be wrong, or the item; somebody "
            "must look. {correct} corrects a wrong key and marks again. Among the items, those with ! need a person.\n"
            "Only marked attempts that count are in it. While the window is open, or an item is being sat, what was "
            "chosen is not shown: it tells the key.",
        ),
    ),
    "analysis.debrief": (
        GuidePage(
            "讲评",
            "{go_on}  先看作答，再看答案和解析，然后下一道（空格、PgDn 也行，翻页笔就能用）\n"
            "{go_back}  退一步\n"
            "{turn}  上一道、下一道；讲过的，回来时还是讲到的样子\n"
            "{material}  看材料（案例题才有）\n"
            "{pick}  题目表，得分率低的在前，选一道去讲\n"
            "{scroll}  滚动\n"
            "{leave}  返回\n"
            "从得分率最低的讲起。屏幕上没有任何人的名字；错答案里有名字的，也不列出来。把终端的字号调大，"
            "后排看得更清楚：这一屏小到 60 列 18 行也能用。\n"
            "有人正在考的题先不讲；讲到一半有人开始考，这道题就盖住。",
        ),
        GuidePage(
            "Going through a paper with the class",
            "{go_on}  what was given, then key and rationale, then the next one (Space and PgDn too, so that a "
            "presenter's remote works)\n"
            "{go_back}  one step back\n"
            "{turn} the question before, the next one; each is come back to as it was left\n"
            "{material}  the material, where a question belongs to a case\n"
            "{pick}  all questions, the worst first\n"
            "{scroll}  scroll\n"
            "{leave}  back\n"
            "The worst comes first. Nobody's name is on the screen, and a wrong answer with a name in it is left out. "
            "Make the terminal's type larger for the back rows: 60 columns and 18 rows will do.\n"
            "What somebody is sitting now is left out, and covered where they begin meanwhile.",
        ),
    ),
}
