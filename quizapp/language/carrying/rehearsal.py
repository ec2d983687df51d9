"""What a rehearsal of the machine says; what F4 says there stands in the trainee's guide."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "help.rehearse": (
        (
            "试机：在考试要用的机器上试两分钟。\n"
            "依次试按键、输入法、画面、时钟、存盘、断电后接着考、往优盘上写文件；最后说“试机通过”或者该怎么办。\n"
            "结果会写到优盘上，收卷时班委会能看到谁没有试机。"
        ),
        (
            "Rehearse for two minutes on the machine that will be used.\n"
            "Keys, input method, drawing, clock, saving, going on after a power cut, writing to the stick are tried;\n"
            "it ends in a pass or in what to do, and leaves a line that collecting reads."
        ),
    ),
    "rehearse.title": ("试机", "Rehearsal"),
    "rehearse.keys_ask": ("请依次按下面的键，按到的会打上勾：", "Press these keys one after another:"),
    "rehearse.keys_next": ("现在请按：{key}", "Now press: {key}"),
    "rehearse.keys_skip": ("没反应就按空格跳过这个键", "Where nothing happens, the space bar skips the key"),
    "rehearse.keys_ime": (
        "当前是中文输入法：请按 Shift 切换，再按这个键。",
        "An input method is on: press Shift, then the key again.",
    ),
    "rehearse.key_leave": ("{key} 不试了", "{key} leaves"),
    "rehearse.key_skip": ("{key} 跳过", "{key} skips"),
    "rehearse.key_right": ("右箭头", "right arrow"),
    "rehearse.key_down": ("下箭头", "down arrow"),
    "rehearse.key_pagedown": ("PgDn（下一页）", "PgDn"),
    "rehearse.key_enter": ("Enter（回车）", "Enter"),
    "rehearse.key_escape": ("Esc", "Esc"),
    "rehearse.typing_ask": (
        "请用中文输入法输入“办公室”（填空题和简答题要用）",
        "Type 办公室 with the input method, as blanks and essays need it",
    ),
    "rehearse.typing_foot": ("输入后按 Enter | 不用中文输入法就按 Esc", "Enter when typed | Esc: no input method"),
    "rehearse.drawing_ask": (
        "看下面三行，右边的竖线对齐了吗？\n\n  |1234567890|\n  |一二三四五|\n  |“”…→√|\n",
        "Do the bars on the right stand one under the other?\n\n  |1234567890|\n  |一二三四五|\n  |“”…→√|\n",
    ),
    "rehearse.drawing_all": ("三行都对齐，或只有第三行不齐", "All three do, or only the third does not"),
    "rehearse.drawing_chinese": ("第一、第二行就没有对齐", "The first and the second do not"),
    "rehearse.drawing_boxes": ("有的字看不见，是方框或问号", "Some characters are boxes or question marks"),
    "rehearse.clock_ask": (
        "这台机器现在是 {now_dated}。和手机上的时间对得上吗？",
        "This machine says {now_dated}. Is it right?",
    ),
    "rehearse.clock_yes": ("对得上，相差不到一分钟", "Yes, within a minute"),
    "rehearse.clock_no": ("对不上", "No"),
    "rehearse.running": ("正在试存盘、断电恢复和优盘，请等几秒 ..", "Trying the disk, a power cut and the stick .."),
    "rehearse.stick_ask": (
        "没有找到优盘。交卷后答卷要存到优盘上。",
        "There is no stick. The answers go on one after hand-in.",
    ),
    "rehearse.stick_again": ("优盘已经插好，再找一次", "It is plugged in now: look again"),
    "rehearse.stick_without": ("不用优盘，答卷存到桌面", "No stick: the answers go to the desktop"),
    "rehearse.passed": ("试机通过", "Passed"),
    "rehearse.passed_note": (
        "这台机器可以考试。考试当天用同一台机器、同一个账户。",
        "This machine will do. Use the same machine and account on the day.",
    ),
    "rehearse.not_passed": ("试机没有通过：{count} 项要处理", "Not passed: {count} to be mended"),
    "rehearse.not_passed_note": (
        "照下面说的处理以后再试一次；处理不了，请告诉监考老师换机器。",
        "Do what is said below and try again, or ask for another machine.",
    ),
    "rehearse.state_ok": ("正常", "ok"),
    "rehearse.state_failed": ("要处理", "mend"),
    "rehearse.state_skipped": ("没有试", "skipped"),
    "rehearse.key_again": ("{key} 再试一次", "{key} again"),
    "rehearse.key_done": ("{key} 完成", "{key} ends"),
    "rehearse.left_at": ("试机记录在 {file}", "Recorded in {file}"),
    "rehearse.left_here": ("试机记录在这台机器上，交卷导出时一起带走", "Recorded here; it goes along with the answers"),
    # What each step found.
    "rehearse.keys_ok": ("按键都有反应。", "All keys arrive."),
    "rehearse.keys_missed": (
        "这些键没有反应：{names}。笔记本请同时按 Fn 再试；还不行，考试时用答题卡上的命令或鼠标，一样能答、能交卷。",
        "These keys do not arrive: {names}. On a laptop hold Fn; else use the mouse or the answer sheet's commands.",
    ),
    "rehearse.typing_ok": ("输入法能输入汉字。", "The input method works."),
    "rehearse.typing_failed": (
        "输入的不是汉字：“{text}”。请用 Ctrl+空格 或 Shift 切换到中文输入法再试。",
        "What arrived is not Chinese: “{text}”. Switch the input method on and try again.",
    ),
    "rehearse.typing_skipped": (
        "没有试输入法：有填空题、简答题时要用。",
        "No input method: blanks and essays need one.",
    ),
    "rehearse.drawing_ok": ("画面正常。", "The drawing is right."),
    "rehearse.drawing_chinese_failed": (
        "汉字占的宽度不对。请把窗口的字体换成“新宋体”或“等宽”字体再试。",
        "Characters are not twice as wide. Choose a monospaced Chinese font for the window and try again.",
    ),
    "rehearse.drawing_boxes_failed": (
        "有的字显示不出来。请把窗口的字体换成带中文的“新宋体”“宋体”再试。",
        "Some characters cannot be seen. Choose a font that has Chinese and try again.",
    ),
    "rehearse.clock_ok": ("时钟对得上。", "The clock is right."),
    "rehearse.clock_wrong": (
        "时钟不对，会影响开考和交卷时间。请在系统设置里调准日期和时间。",
        "The clock is wrong and would move start and end. Set it in the system's settings.",
    ),
    "rehearse.clock_early": (
        "时钟不对：现在显示 {now_dated}，试卷包却是 {made_at_dated} 做的。请在系统设置里调准日期和时间。",
        "The clock is wrong: it says {now_dated}, the paper was published at {made_at_dated}. Set it.",
    ),
    "rehearse.saving_ok": ("存一次答案 {milliseconds} 毫秒。", "Saving an answer takes {milliseconds} ms."),
    "rehearse.saving_slow": (
        "存一次答案要 {milliseconds} 毫秒，太慢。请关掉杀毒、同步一类的软件再试，或换一台机器。",
        "Saving an answer takes {milliseconds} ms: too slow. Close scanners and sync programs, or change machines.",
    ),
    "rehearse.saving_failed": (
        "答案存不下来：{trouble}",
        "Answers cannot be saved: {trouble}",
    ),
    "rehearse.going_on_ok": (
        "模拟断电以后，回到了同一题、同一秒，答案都在。",
        "After a power cut it went on at the same question and second.",
    ),
    "rehearse.going_on_failed": (
        "模拟断电以后没能接着考：{trouble}",
        "It could not go on after a power cut: {trouble}",
    ),
    "rehearse.going_on_no_answer": (
        "模拟断电时程序 20 秒没有反应，机器太慢或被安全软件拦住了。请把考试程序加入信任，或换一台机器。",
        "The program did not answer for 20 seconds: the machine is too slow, or a security program stops it.",
    ),
    "rehearse.going_on_elsewhere": (
        "模拟断电以后答案或题号不一样了，这台机器存盘不可靠。请换一台机器。",
        "After a power cut answers were missing: this machine does not keep what it saved. Use another one.",
    ),
    "rehearse.going_on_clock": (
        "模拟断电以后倒计时差了一秒以上，时钟不稳。请换一台机器，或报告监考老师。",
        "After a power cut the clock was off by more than a second. Use another machine.",
    ),
    "rehearse.stick_ok": ("优盘能写：{folder}", "The stick can be written to: {folder}"),
    "rehearse.stick_failed": (
        "优盘写不进去：{trouble} 请换一个优盘，或看看是不是写保护。",
        "The stick cannot be written to: {trouble} Use another one, or take its write protection off.",
    ),
    "rehearse.stick_skipped": (
        "没有试优盘：交卷后答卷存到桌面。",
        "No stick was tried: the answers go to the desktop.",
    ),
}
