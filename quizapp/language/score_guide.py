"""What F4 says in the committee's room, at a score table and at the class list."""

from __future__ import annotations

from quizapp.language.guide import Part

SCORE_GUIDE: dict[str, tuple[Part, Part]] = {
    "committee_room": (
        Part(
            "成绩管理（班委会）",
            "上下键      选一份试卷，或下面的一件事\n"
            "Enter       打开试卷的成绩表，或做这件事\n"
            "F5          重新统计：又有人交卷了，按一下就更新\n"
            "Esc         返回\n"
            "每份试卷下面写着：多少人已交卷、正在作答、缺考，有几份简答待阅。一个人只数一次。"
            "还没到截止时间、还能来考的写“还没考”。要人处理的写在第三行。\n"
            "“核验”把答卷、评分记录、成绩册从头对一遍，一句话说有没有被改动过，什么都不改。\n"
            "“封存”把现在的成绩写成一张封存单，打印出来交另一部门保存。"
            "“对照封存单核验”拿以前的那张来对：删掉了答卷、换成旧版，只有这样查得出。",
        ),
        Part(
            "Scores (the committee's room)",
            "Up, down    choose a paper, or something below\n"
            "Enter       open the paper's scores, or do what the row says\n"
            "F5          count again, when more people have handed in\n"
            "Esc         go back\n"
            "Beneath a paper stands how many handed in, are sitting, are absent, and how many attempts wait to be "
            "marked; everybody is counted once. Who may still come is “to come”. What needs a person is on the third "
            "line.\n"
            "Verifying compares attempts, decisions and the book, says in one sentence whether anything was altered, "
            "and changes nothing.\n"
            "A seal writes down what stands now: give it to another office. Verifying against it later finds also what "
            "was cut off or put back in an older state, which nothing else does.",
        ),
    ),
    "score_table": (
        Part(
            "成绩表",
            "上下键      上一个人、下一个人；PgUp、PgDn 翻一屏\n"
            "直接打字    查找：学号，或姓名里的一两个字\n"
            "左右键      看右边的列；名次、学号、姓名一直在\n"
            "Enter       回看这个人的作答过程\n"
            "F2          每人一行，或各次答卷都列出来\n"
            "F3          只看一种状态：缺考、待阅卷等\n"
            "F5          按某一列排；再选一次同一列就倒过来\n"
            "F6          处理这个人：延时、收卷、缓考、改分、改归、作废\n"
            "F7          题目分析、讲评、阅卷、重新判分\n"
            "F8          导出这份试卷的成绩：Excel、Word、网页等；可选公示版、只写等次\n"
            "Esc         先看回全部的人，再返回\n"
            "表里的每一行和导出的一样。没有成绩的人排在后面，颜色淡一些，状态写明为什么。\n"
            "每一项处理都要写经办人和理由，记下来，不能抹掉；先说明会怎样，确认了才办。"
            "经办人、复核人不能是本人。\n"
            "超出次数的答卷先不算成绩：按 F2 看各次，把不该算的那次作废，另一次就算数。\n"
            "答案错了，用命令更正：quizapp scores correct 试卷 题号 --key 答案 --why 理由；"
            "然后在这里按 F7 选“重新判分”，先看影响再定。",
        ),
        Part(
            "The score table",
            "Up, down    the person before, the next one; PgUp, PgDn turn a screenful\n"
            "Type        find by number or part of the name\n"
            "Left, right more columns; rank, number and name stay\n"
            "Enter       see what happened in this attempt\n"
            "F2          one row for each person, or all attempts\n"
            "F3          show only one status: absent, to be marked and so on\n"
            "F5          sort by a column; the same again turns it round\n"
            "F6          decide about this person: time, hand-in, notes, marks, owner, void\n"
            "F7          analysis, going through the paper, essays, marking again\n"
            "F8          export this paper's scores: all, what may be put up, or grades only\n"
            "Esc         show everybody again, then go back\n"
            "The rows are those of the export. Who has no score comes last, muted, with the reason as status.\n"
            "Every decision asks who decides and why, is recorded and never erased; what will happen is said before it "
            "is done. Neither who decides nor who checks may be the candidate.\n"
            "Attempts beyond the tries do not count: F2 lists all of them; annul the one that should not count.\n"
            "Correct a wrong key with quizapp scores correct PAPER NUMBER --key KEY --why WHY, then F7 here to mark "
            "again: what changes is shown first.",
        ),
    ),
    "roster": (
        Part(
            "名册",
            "上下键      上一个人、下一个人；PgUp、PgDn 翻一屏\n"
            "直接打字    查找：学号，或姓名里的一两个字\n"
            "左右键      看右边的列\n"
            "Esc         先看回全部的人，再返回\n"
            "名册从 Excel 导入：quizapp candidates import 文件名。同一个学号再导入一次就更新。",
        ),
        Part(
            "The class list",
            "Up, down    the person before, the next one; PgUp, PgDn turn a screenful\n"
            "Type        find by number or part of the name\n"
            "Left, right more columns\n"
            "Esc         show everybody again, then go back\n"
            "The list comes from Excel with quizapp candidates import FILE; the same number again updates it.",
        ),
    ),
}
