"""What F4 says in a rehearsal; the trainee's guide has it too."""

from __future__ import annotations

from quizapp.language.guide import Part

REHEARSAL_GUIDE: dict[str, tuple[Part, Part]] = {
    "rehearse": (
        Part(
            "试机",
            "空格        跳过没有反应的键\n"
            "Enter       完成\n"
            "F5          再试一次\n"
            "Ctrl+Q      试按键时用：不试了，返回\n"
            "考试前在要用的机器上试两分钟：按键、输入法、画面、时钟；程序自己试存盘、断电以后接着考、往优盘上写文件。"
            "最后说“试机通过”，或者一项一项写明该怎么办。试机不计成绩，可以试很多次，以最后一次为准。"
            "结果写在优盘上的“试机_学号_姓名.zip”里，交给老师；没有优盘时，交卷导出时一起带走。",
        ),
        Part(
            "Rehearsal",
            "Space       skip a key that does nothing\n"
            "Enter       end\n"
            "F5          once more\n"
            "Ctrl+Q      while keys are tried: leave\n"
            "Two minutes before the day on the machine that will be used: keys, input method, drawing, clock; the "
            "program itself tries saving, a power cut and the stick. It ends in a pass, or in what to do for each. "
            "It is no score and may be done often; the last time counts. It leaves a file on the stick for the "
            "committee; without a stick it goes along with the answers.",
        ),
    ),
}
