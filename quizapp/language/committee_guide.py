"""What F4 says on the committee's screens."""

from __future__ import annotations

from quizapp.language.guide import Part

COMMITTEE_GUIDE: dict[str, tuple[Part, Part]] = {
    "marking": (
        Part(
            "阅卷",
            "上下键      移到上一个、下一个采分点；最下面是评语（Tab 也行）\n"
            "数字        直接输入这个采分点给几分，如 1.5\n"
            "左右键      减半分、加半分；也可以用鼠标点 [-] 和 [+]\n"
            "空格        给满这个采分点，再按一次归零\n"
            "F5          采用建议：按答卷里找到的关键词给分，给完还可以改\n"
            "Enter       下一个采分点；在评语里按，去下一份待阅的\n"
            "F9          下一份待阅的\n"
            "PgUp、PgDn  上一份、下一份，阅过的也可以回看、改分\n"
            "F7、F8      答卷太长时，向上、向下滚动（Ctrl+上下键、滚轮也行）\n"
            "Esc         离开；阅过的都已存好，下次接着阅\n"
            "同一道题的答卷连着阅，次序是打乱的，不显示是谁的。每个采分点都给了分，就自动记下，右下角写“已保存”；"
            "还有采分点空着的，不算阅过，也不出成绩。改分不会抹掉原来的记录：谁在什么时候给的分都留着，以最后一次为准。\n"
            "关键词只是建议，没有找到的要自己读一读：意思对，说法可以不同。",
        ),
        Part(
            "Marking essays",
            "Up, down    the point before, the next one; the comment stands last (Tab too)\n"
            "Digits      type what this point is given, such as 1.5\n"
            "Left, right half a mark less, half a mark more; or click on [-] and [+]\n"
            "Space       all the marks of this point, or none of them\n"
            "F5          take the suggestion: marks by the keywords found; change them as you like\n"
            "Enter       next point; in the comment, the next essay that waits\n"
            "F9          the next essay that waits\n"
            "PgUp, PgDn  the essay before, the next one; marked ones can be changed\n"
            "F7, F8      scroll a long essay (Ctrl with the arrows, or the wheel, too)\n"
            "Esc         leave; what was marked is kept, the rest waits\n"
            "Essays on one question follow one another in a mixed order, names covered. Once every point has marks "
            "they are recorded and the corner says saved; while one is open the essay waits and there is no score. "
            "Changing marks erases nothing: who gave which when is kept, and the last word stands.\n"
            "Keywords only suggest: where none is found, read; other words may say the same.",
        ),
    ),
}
