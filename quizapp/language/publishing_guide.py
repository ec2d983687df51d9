"""What F4 says where a paper is published."""

from __future__ import annotations

from quizapp.language.guide import Part

PUBLISHING_GUIDE: dict[str, tuple[Part, Part]] = {
    "publish": (
        Part(
            "发布试卷包",
            "Tab、上下键  下一项、上一项\n"
            "左右键      答案、名册：换一个\n"
            "F5          换一个位置写：优盘、桌面、个人文件夹\n"
            "F9          发布（在最后一项上按 Enter 也行）\n"
            "Esc         返回，什么也不写\n"
            "试卷包是一个 .quiz 文件：考试规则、固定好的卷、班次、名册，要公布成绩或答案的还有答案，不公布的不带。"
            "拷到每台机器上打开，考的是同一套题。打开几次都一样，改动过的打不开。\n"
            "开考口令用来加密，开考时当众公布；不填就不加密，拿到文件的人都能提前打开。"
            "监考口令只告诉监考人员，考场上按 F8 用：延时、暂停、强制收卷；不填就没有。两个口令不能一样。\n"
            "口令输入时不显示，要输两遍，程序里不留；请另外抄好保管。\n"
            "发布时卷就定下来，以后题库再改，这份卷也不变。",
        ),
        Part(
            "Publishing a paper",
            "Tab, arrows  the next field, the one before\n"
            "Left, right  keys and roster: the other way\n"
            "F5          another place to write to: stick, desktop, home folder\n"
            "F9          publish; so does Enter in the last field\n"
            "Esc         go back; nothing is written\n"
            "A publication is one .quiz file: the rules, the fixed forms, the class, the roster, and keys where "
            "the paper shows a result. Copied to every machine and opened there, all sit the same questions.\n"
            "The password to open it seals it and is said aloud at the start; without one anybody who has the file "
            "opens it before time. The invigilator's is for F8 in the room: more time, a pause, collecting. "
            "They must differ.\n"
            "Both are typed twice, unseen, and not kept: write them down elsewhere.\n"
            "The forms are fixed now, whatever is edited in the banks later.",
        ),
    ),
}
