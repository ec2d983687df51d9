"""What F4 says on the committee's screens."""

from __future__ import annotations

from quizapp.language.guide import Part

COMMITTEE_GUIDE: dict[str, tuple[Part, Part]] = {
    "keying": (
        Part(
            "录入纸笔答卷",
            "Enter       记下这一行；没敲全、敲错的，会说是第几题\n"
            "上下键      选一个已录的人\n"
            "F2          把选中的一行放进输入框里改，改好按 Enter\n"
            "F8          把选中的一行取出来（还在输入框里，按 Enter 就放回去）\n"
            "F9          录入全部；录了两遍的，先核对不同的地方\n"
            "Esc         离开；录好的行和正在敲的都留着，下次接着录\n"
            "一人一行：学号，有 A、B 卷的再写卷别，然后是答案。单选题和判断题一题一个字母，连着敲，五题一组用空格断开："
            "BCADC ABDAC。其他题一题一个词，用空格隔开：多选 ABD，排序 CABD，匹配 CAB，填空 耳目；管家，数值 12.5。"
            "没有作答敲 -，看不清、作废敲 ?；填空的答案里有空格，整个用引号括起来；"
            "简答不用抄，敲“见卷”，阅卷时再看答卷给分。\n"
            "下面随时显示读成了什么：题号和答案，一眼就能看出错位。\n"
            "要两个人各录一遍：第二个人选“第二遍”，看不到第一遍录的。F9 把不同的地方逐题列出来，对照答卷，"
            "按 1 取第一遍，按 2 取第二遍。全部定了才能录入，录入时一份不对就一份也不录。",
        ),
        Part(
            "Keying in answers given on paper",
            "Enter       take this line; what is missing or wrong is said with its question\n"
            "Up, down    point at somebody keyed already\n"
            "F2          put that line into the field to change it; Enter takes it\n"
            "F8          take that line out (it stands in the field; Enter puts it back)\n"
            "F9          enter all; where both rounds were keyed, compare them first\n"
            "Esc         leave; all lines, and the one being typed, are kept for the next time\n"
            "A line per person: number, the form where there are forms A and B, then the answers. Single choice and "
            "true or false are one letter each, typed together in groups of five: BCADC ABDAC. Any other answer is a "
            "word, parted by blanks: multiple choice ABD, an order CABD, a matching CAB, blanks ears;steward, a number "
            "12.5. Type - for no answer and ? for one that cannot be read; put blanks with spaces into quotes. Essays "
            'need not be copied: type "on paper" and mark them from the paper.\n'
            "What is read of the line stands beneath it, with its numbers: a shift is seen at once.\n"
            "Two people: the second one chooses the second round and does not see the first. F9 lists what differs, "
            "question by question; look at the paper and take the first with 1 or the second with 2. Nothing is "
            "entered before all is settled, and then all or none.",
        ),
    ),
    "marking": (
        Part(
            "阅卷",
            "上下键      移到上一个、下一个采分点；最下面是评语（Tab 也行）\n"
            "数字        直接输入这个采分点给几分，如 1.5\n"
            "左右键      减半分、加半分；也可以用鼠标点 [-] 和 [+]\n"
            "空格        给满这个采分点，再按一次归零\n"
            "F6          题目长的只显示开头，按一下看全题，再按一下回到作答\n"
            "F5          采用建议：按答卷里找到的关键词给分，给完还可以改\n"
            "Enter       下一个采分点；在评语里按，去下一份待阅的\n"
            "F9          下一份待阅的\n"
            "PgUp、PgDn  上一份、下一份，阅过的也可以回看、改分\n"
            "F7、F8      答卷太长时，向上、向下滚动（Ctrl+上下键、滚轮也行）\n"
            "Esc         离开；阅过的都已存好，下次接着阅\n"
            "同一道题的答卷连着阅，次序是打乱的，不显示是谁的。每个采分点都给了分，就自动记下，右下角写“已保存”；"
            "还有采分点空着的，不算阅过，也不出成绩。改分不会抹掉原来的记录：谁在什么时候给的分都留着；自己给的，以自己最后一次为准。\n"
            "别人正在阅的那一份会跳过，两个人不会同时阅一份。别人阅过的再给分，就是双评：两边都留着，"
            "不一致的列进待处理，裁定以前不出成绩。\n"
            "关键词只是建议，没有找到的要自己读一读：意思对，说法可以不同。",
        ),
        Part(
            "Marking essays",
            "Up, down    the point before, the next one; the comment stands last (Tab too)\n"
            "Digits      type what this point is given, such as 1.5\n"
            "Left, right half a mark less, half a mark more; or click on [-] and [+]\n"
            "Space       all the marks of this point, or none of them\n"
            "F6          a long question shows its first words: the whole of it, and back to what was written\n"
            "F5          take the suggestion: marks by the keywords found; change them as you like\n"
            "Enter       next point; in the comment, the next essay that waits\n"
            "F9          the next essay that waits\n"
            "PgUp, PgDn  the essay before, the next one; marked ones can be changed\n"
            "F7, F8      scroll a long essay (Ctrl with the arrows, or the wheel, too)\n"
            "Esc         leave; what was marked is kept, the rest waits\n"
            "Essays on one question follow one another in a mixed order, names covered. Once every point has marks "
            "they are recorded and the corner says saved; while one is open the essay waits and there is no score. "
            "Changing marks erases nothing: who gave which when is kept, and of one's own the last stand.\n"
            "What another marker has before them is left out. Marks for what another marked stand beside theirs; where "
            "they differ there is no score until somebody decides.\n"
            "Keywords only suggest: where none is found, read; other words may say the same.",
        ),
    ),
}
