"""What F4 says at the 收卷台."""

from __future__ import annotations

from quizapp.language.guide import Part

DESK_GUIDE: dict[str, tuple[Part, Part]] = {
    "collecting_desk": (
        Part(
            "收卷台",
            "左右键      换一栏：收到的、缺卷、待处理、试机未过、全班\n"
            "上下键      选一行，下面写着全文\n"
            "Enter       处理这一行：改归属、作废、记缓考等，和成绩表里一样\n"
            "F5          现在就收一次，收过的也再看一遍\n"
            "F6          另选一个文件夹或文件来收，选过的会一直看着\n"
            "F7          看另一份试卷\n"
            "F8          收卷清单：打印签字的，或电子表格\n"
            "Esc         返回\n"
            "插上优盘，几秒钟后自动收卷；只收新的和变了的文件，重复插也不会错。每份答卷一句话："
            "“已收”是收进成绩册了，“已有”是以前收过，“不收”写明原因，“核对”是收了但同一份答卷有两个，要查清。\n"
            "收到一半拔了优盘不要紧：已收的都在，再插上会接着收。原来的文件从不改动。\n"
            "“待处理”里是机器定不了的：超过次数、同一个人时间重叠、学号不在名册、姓名不符。按 Enter 定下来。\n"
            "“试机未过”列出没有试机的，和最后一次试机没通过的。\n"
            "屏幕宽的时候，右边是全班的名字：[x] 已收，[-] 作答中，[ ] 缺卷，( ) 不用考或不在名册。",
        ),
        Part(
            "Collecting desk",
            "Left, right another list: verdicts, missing, to decide, to rehearse, all\n"
            "Up, down    choose a line; all of it stands below\n"
            "Enter       decide about it: reassign, void, note and so on, as at the score table\n"
            "F5          collect now, and look at what was collected before once more\n"
            "F6          collect from another folder or file; it is watched from then on\n"
            "F7          show another paper\n"
            "F8          the list of what was collected, to print and sign or as a table\n"
            "Esc         go back\n"
            "A stick is collected a few seconds after it is plugged in, only files that are new or changed; doing it "
            "twice does no harm. Each attempt has its sentence: taken, known from before, refused with the reason, or "
            "to be checked, where there are two of one attempt.\n"
            "Taking the stick out half way does no harm: what was taken is kept, and plugging it in goes on. The "
            "files themselves are never changed.\n"
            "To be decided is what a machine cannot know: more attempts than allowed, two at a time, a number that is "
            "not on the roster, another name. Enter settles it.\n"
            "To rehearse are those without a rehearsal, or whose last one was not passed.\n"
            "On a wide screen the class stands at the right: [x] collected, [-] sitting, [ ] missing, ( ) excused or "
            "not on the roster.",
        ),
    ),
}
