"""What F4 says on the screens that look at a paper once it was sat."""

from __future__ import annotations

from quizapp.language.guide import Part

ANALYSIS_GUIDE: dict[str, tuple[Part, Part]] = {
    "analysis": (
        Part(
            "题目分析",
            "左右键      换页：先看哪几题、成绩分布、难度与区分度、知识点、各题\n"
            "上下键      选题，或滚动\n"
            "Enter       打开一题：题目、选项分析、答案、统计量；左右键看下一题\n"
            "F5          在“各题”里换一种排法：按题号、最难的在前、区分度最低的在前\n"
            "F6          打开一题以后：更正这道题的答案，再重新判分\n"
            "F8          存成文件：.txt 是文字，.csv 是表格，.json 给程序用\n"
            "Esc         返回\n"
            "难度系数是得分率，越大越容易。区分度是总分前 27% 与后 27% 的人得分率之差，不到 0.20 算低。"
            "信度说的是同样的人再考一次，名次会不会大变。不到 30 人样本不足，只说疑似错答案、全对和全错的题。\n"
            "疑似错答案：成绩好的人里，选某个干扰项的比选答案的多。多半是答案写错了，也可能是题出偏了，要人核对；"
            "真错了，打开这道题按 F6 更正、重新判分，再看分析。“各题”里前面带 ! 的，都要人看一看。\n"
            "只算评完分、计入成绩的答卷。考试时间没有结束，或有人正在考的题，不显示选了什么：看了就知道答案。",
        ),
        Part(
            "The analysis",
            "Left, right the pages: what to look at first, scores, facility and discrimination, topics, items\n"
            "Up, down    choose an item, or scroll\n"
            "Enter       open it: question, options, key, statistics; left and right go on to others\n"
            "F5          order of the items: by number, hardest first, lowest discrimination first\n"
            "F6          with an item open: correct its key, then mark the paper again\n"
            "F8          write to a file: .txt for text, .csv for a table, .json for programs\n"
            "Esc         back\n"
            "Facility is the share earned: the larger, the easier. Discrimination is that of the best 27 % by their "
            "totals less that of the last 27 %; under 0.20 is low. Reliability says whether ranks would stay if the "
            "same people sat again. Under 30 only suspected keys, all right and all wrong are told.\n"
            "A suspected key: of the strong, more chose a distractor. The key may be wrong, or the item; somebody "
            "must look. F6 corrects a wrong key and marks again. Among the items, those with ! need a person.\n"
            "Only marked attempts that count are in it. While the window is open, or an item is being sat, what was "
            "chosen is not shown: it tells the key.",
        ),
    ),
    "debrief": (
        Part(
            "讲评",
            "Enter       先看作答，再看答案和解析，然后下一道（空格、PgDn 也行，翻页笔就能用）\n"
            "PgUp        退一步\n"
            "左右键      上一道、下一道；讲过的，回来时还是讲到的样子\n"
            "F2          看材料（案例题才有）\n"
            "F3          题目表，得分率低的在前，选一道去讲\n"
            "上下键      滚动\n"
            "Esc         返回\n"
            "从得分率最低的讲起。屏幕上没有任何人的名字；错答案里有名字的，也不列出来。把终端的字号调大，"
            "后排看得更清楚：这一屏小到 60 列 18 行也能用。\n"
            "有人正在考的题先不讲；讲到一半有人开始考，这道题就盖住。",
        ),
        Part(
            "Going through a paper with the class",
            "Enter       what was given, then key and rationale, then the next one (Space and PgDn too, so that a "
            "presenter's remote works)\n"
            "PgUp        one step back\n"
            "Left, right the question before, the next one; each is come back to as it was left\n"
            "F2          the material, where a question belongs to a case\n"
            "F3          all questions, the worst first\n"
            "Up, down    scroll\n"
            "Esc         back\n"
            "The worst comes first. Nobody's name is on the screen, and a wrong answer with a name in it is left out. "
            "Make the terminal's type larger for the back rows: 60 columns and 18 rows will do.\n"
            "What somebody is sitting now is left out, and covered where they begin meanwhile.",
        ),
    ),
}
