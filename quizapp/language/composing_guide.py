"""What F4 says where papers are composed."""

from __future__ import annotations

from quizapp.language.guide import Part

COMPOSING_GUIDE: dict[str, tuple[Part, Part]] = {
    "compose": (
        Part(
            "组卷",
            "上下键      上一个、下一个大题\n"
            "左右键      换一栏：题型、题数、每题分值、知识点、难度、题库、评分\n"
            "数字        直接改题数和分值，+ 和 - 加减\n"
            "Enter       在题型、知识点、难度、题库、评分上打开列表来选\n"
            "F2          在下面加一个大题\n"
            "F7          删去这个大题\n"
            "Ctrl+上下键 把这个大题往上、往下挪\n"
            "Ctrl+Z      撤销上一步，可以一直退\n"
            "F3          双向细目表：知识点、题型、难度；F9 存成文件打印\n"
            "F5          试看抽出来的卷，只看不答\n"
            "F6          考试规则：时间、及格线、套数、乱序、公布什么\n"
            "F9          保存：起个标题和编号，存成试卷文件，马上检查\n"
            "Esc         返回；没存的会先问一声\n"
            "右上角是总题数和总分，离目标还差几分。每个大题后面写着题库里有几题，不够时下面写着缺什么。"
            "各大题抽同样的题时，合起来够不够也算在内。存好的试卷以后可以从组卷里再打开改。",
        ),
        Part(
            "Composing a paper",
            "Up, down    the section before, the next one\n"
            "Left, right another column: type, items, marks, topics, levels, banks, marking\n"
            "Digits      change items and marks; + and - make them more or less\n"
            "Enter       opens the list of a type, topics, levels, banks or marking\n"
            "F2          adds a section beneath\n"
            "F7          removes this section\n"
            "Ctrl+arrows moves this section up or down\n"
            "Ctrl+Z      takes the last step back, as far as one likes\n"
            "F3          the table of topics, types and levels; F9 writes it to a file\n"
            "F5          a form as it would be drawn, to look at only\n"
            "F6          the rules: time, pass mark, forms, shuffling, what is told\n"
            "F9          saves it under a title and an id as a paper file, and checks that\n"
            "Esc         go back; what is not saved is asked about first\n"
            "At the top stand questions and marks, and how far they are from the aim. Behind every section stands "
            "what the banks have for it, beneath it what is missing, sections that draw the same questions counted "
            "together. A paper saved here can be opened here again.",
        ),
    ),
    "compose_rules": (
        Part(
            "组卷：考试规则",
            "上下键      上一项、下一项（Tab 也行）\n"
            "左右键      换一个选项；Enter 打开列表\n"
            "Ctrl+S      就按这样，回到组卷\n"
            "Esc         不改了；改过的会先问一声\n"
            "常用的已经填好：一小时，60% 及格，考一次，试题和选项都乱序，交卷后公布分数。"
            "开始和截止空着，就随时可考。",
        ),
        Part(
            "Composing: the rules",
            "Up, down    the rule before, the next one (Tab too)\n"
            "Left, right another choice; Enter opens the list\n"
            "Ctrl+S      takes the rules as they stand\n"
            "Esc         leaves them; what was changed is asked about first\n"
            "They are filled in as exams usually are: an hour, 60% to pass, one try, items and options shuffled, "
            "scores told after handing in. Without opening and closing times the paper can be sat at any time.",
        ),
    ),
}
