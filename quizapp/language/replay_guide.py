"""What F4 says where one attempt is gone through again."""

from __future__ import annotations

from quizapp.language.guide import Part

REPLAY_GUIDE: dict[str, tuple[Part, Part]] = {
    "replay": (
        Part(
            "答卷回放",
            "左右键      前一件、后一件事\n"
            "PgUp、PgDn  上一道、下一道题来到屏幕上的时候\n"
            "Home、End   从头、到最后\n"
            "F5          下一处作答或改动\n"
            "F3          各题用时、改动次数、作答和得分；按 Enter 到那道题\n"
            "F8          复核单：一页 A4，写成网页文件，用浏览器打开打印、签字\n"
            "上下键      题目太长时滚动\n"
            "Esc         返回\n"
            "上面一条线从开考到交卷：点是没有动作，冒号是有几次动作，井号是动作密集，空白是没有打开程序；"
            "尖号是现在看到的时刻，旁边是开考以后多久。中间是当时的题和当时的作答，下面是前后的记录，一行写不下的"
            "全文在题目上面；交卷以后的更正、判分、作废也在后面，写明谁在什么时候、为什么。\n"
            "改动次数是第一次作答以后又改了几次，多选题勾上、去掉一个选项各算一次。用时只算题在屏幕上的时间，"
            "离开的时间不算。\n"
            "没有交卷的只到此刻为止，不显示答案和得分；别人正在考的题也先不显示。记录被改动过的，只放到改动处为止。",
        ),
        Part(
            "An attempt gone through again",
            "Left, right one event back, one on\n"
            "PgUp, PgDn  where another question came on screen\n"
            "Home, End   the first, the last\n"
            "F5          the next answer given or changed\n"
            "F3          all questions with time, changes, answers, marks; Enter goes to one\n"
            "F8          the review sheet: one page of A4 as a web page, to print and sign\n"
            "Up, down    scroll a long question\n"
            "Esc         back\n"
            "The line above runs from start to hand-in: a dot is nothing, a colon something, a hash a lot, a blank no "
            "program open; the caret is the moment shown, with the time since the start. Below it stand the question "
            "and its answer as they were then, and the events around, what a line cuts told in full above the "
            "question; overrides, marking again and voids come after the hand-in, with who, when and why.\n"
            "Changes count how often an answer became another one after it was first given; in multiple choice each "
            "tick counts. Time is time on screen, not time away.\n"
            "Of an attempt under way only what is on disk is shown, without keys or marks, nor those of an item that "
            "somebody is sitting. An altered record is shown as far as it stands.",
        ),
    ),
}
