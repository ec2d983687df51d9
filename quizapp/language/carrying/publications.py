"""What publications say: made, opened, and why one is not."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Its help.
    "help.papers.publish": (
        (
            "把试卷做成一个试卷包（.quiz），拷到每台机器上打开就能开考；所有机器考的是同一套题。\n"
            "包里有考试规则、固定好的卷、班次和名册。答案只在试卷要公布成绩或答案时才带；不公布的不带，收卷后统一判分。\n"
            "--password 用开考口令加密，开考时当众公布；--invigilator 设监考口令，考场上按 F8 延时、暂停、收卷。"
        ),
        (
            "Make one file (.quiz) of a paper to copy to every machine and open there: all sit the same questions.\n"
            "It holds the rules, the fixed forms, the class and its roster; keys only where the paper shows a result.\n"
            "--password seals it with what is said aloud at the start; --invigilator sets what F8 asks for in the room."
        ),
    ),
    "help.option.publish-to": ("试卷包写到哪个文件，以 .quiz 结尾", "the file to write; it ends in .quiz"),
    "help.option.publish-roster": ("名单文件；不写就用这里的名册", "a class list, else the roster here"),
    "help.option.publish-keys": ("试卷不公布结果，包里也带答案", "put the keys in although the paper shows no result"),
    "help.option.publish-no-keys": (
        "包里不带答案；试卷要公布结果时不能用",
        "leave the keys out; refused where the paper shows a result",
    ),
    "help.option.publish-password": ("用开考口令加密，口令问两遍", "seal it with a password, asked twice"),
    "help.option.publish-password-file": ("口令在这个文件的第一行（脚本用）", "the password is this file's first line"),
    "help.option.publish-invigilator": ("设监考口令，问两遍", "set an invigilator's password, asked twice"),
    "help.option.publish-invigilator-file": (
        "监考口令在这个文件的第一行（脚本用）",
        "the invigilator's password is this file's first line",
    ),
    "help.option.order-password-file": (
        "试卷包带监考口令的，口令在这个文件的第一行（脚本用；不写就问）",
        "the invigilator's password is this file's first line; without it, it is asked for",
    ),
    # Making one.
    "publication.made": (
        "《{paper}》的试卷包已写到 {file}，共 {forms} 份卷；拷到每台机器上打开即可开考。",
        "“{paper}” is published in {file} with {forms} form(s): copy it to every machine and open it there.",
    ),
    "publication.with_roster": (
        "名册 {people} 人已放在包里，考生按学号入座。",
        "The roster of {people} is inside: candidates are known by their numbers.",
    ),
    "publication.without_roster": (
        "包里没有名册：考生自己输入学号和姓名。",
        "No roster is inside: candidates type number and name.",
    ),
    "publication.without_roster_option": (
        "要带名册，先 candidates import，或加 --roster 名单文件。",
        "Import one first, or add --roster FILE.",
    ),
    "publication.sealed": (
        "已用开考口令加密：开考时当众公布口令。口令丢了谁也打不开，请另外保管。",
        "Sealed with the password: say it aloud when the exam begins. Nobody opens it without; keep it elsewhere too.",
    ),
    "publication.not_sealed": (
        "没有开考口令：拿到文件的人都能提前打开。",
        "There is no password: whoever has the file can open it before time.",
    ),
    "publication.not_sealed_option": ("加 --password 可以加密。", "--password seals it."),
    "publication.keys_left_out": (
        "包里不带答案：这份试卷不公布结果。考生交卷后看到“已交卷”，收卷后统一判分。",
        "No keys are inside: this paper shows no result. Candidates hand in, marks follow once all is collected.",
    ),
    "publication.keys_wanted": (
        "包里带着答案：试卷的规则用不着，是另外要求带上的。",
        "Keys are inside because they were asked for; the paper's rules do not need them.",
    ),
    "publication.keys_wanted_option": ("去掉 --keys 就不带。", "Without --keys they stay here."),
    "publication.keys_shown_after_item": (
        "包里带着答案：这份试卷每答完一题就公布答案或解析。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows keys after each question. To keep them home, set feedback: never.",
    ),
    "publication.keys_shown_after_hand_in": (
        "包里带着答案：这份试卷交卷后公布答案或解析。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows keys after hand-in. To keep them home, set feedback: never.",
    ),
    "publication.keys_shown_after_close": (
        "包里带着答案：这份试卷考试结束后公布答案或解析。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows keys once it has closed. To keep them home, set feedback: never.",
    ),
    "publication.keys_marked_after_item": (
        "包里带着答案：这份试卷每答完一题就公布成绩，要在考试的机器上判分。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows a score after each question. To keep them home, set feedback: never.",
    ),
    "publication.keys_marked_after_hand_in": (
        "包里带着答案：这份试卷交卷后公布成绩，要在考试的机器上判分。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows a score after hand-in. To keep them home, set feedback: never.",
    ),
    "publication.keys_marked_after_close": (
        "包里带着答案：这份试卷考试结束后公布成绩，要在考试的机器上判分。要答案不出门，把公布时间改成“不公布”。",
        "Keys are inside: this paper shows a score once it has closed. To keep them home, set feedback: never.",
    ),
    "publication.keys_inside": (
        "没有加密：从现在起，会用电脑的人拿到文件就看得到答案。",
        "They are not sealed: from now on whoever has the file and knows computers can read them.",
    ),
    "publication.keys_sealed": (
        "打开以后答案就在考试的机器上，不等考试结束：会用电脑的人找得到。",
        "Once it is opened they are on the machine, before the exam is over: whoever knows computers can find them.",
    ),
    "publication.no_invigilator": (
        "没有监考口令：考场上不能延时、暂停或强制收卷。",
        "There is no invigilator's password: nobody can give time, pause or collect there.",
    ),
    "publication.no_invigilator_option": ("加 --invigilator 可以设置。", "--invigilator sets one."),
    "publication.note": ("{note}{option}", "{note} {option}"),
    "publication.ask_opening": ("开考口令（输入时不显示）：", "Password for opening (not shown): "),
    "publication.ask_opening_again": ("再输一遍开考口令：", "The same again: "),
    "publication.ask_invigilator": ("监考口令（输入时不显示）：", "The invigilator's password (not shown): "),
    "publication.ask_invigilator_again": ("再输一遍监考口令：", "The same again: "),
    "publish-ending": (
        "试卷包的文件名要以 {suffix} 结尾，不是 {to}。",
        "A publication's name ends in {suffix}, not {to}.",
    ),
    "publish-loses-invigilator": (
        (
            "{path} 里的试卷包设了监考口令，这次没有设，所以没有覆盖。"
            "请这次也设监考口令（命令行加 --invigilator），或换一个文件名。"
        ),
        (
            "The publication {path} has an invigilator's password and the new one none; it was not overwritten. "
            "Set one again (--invigilator on the command line), or use another name."
        ),
    ),
    "publish-loses-opening": (
        (
            "{path} 里的试卷包要开考口令才能打开，这次没有设，所以没有覆盖。"
            "请这次也设开考口令（命令行加 --password），或换一个文件名。"
        ),
        (
            "The publication {path} needs a password to open and the new one none; it was not overwritten. "
            "Set one again (--password on the command line), or use another name."
        ),
    ),
    "publish-over-other": (
        "{path} 已经有了，但不是《{paper}》的试卷包，没有覆盖。请换一个文件名。",
        "{path} is there already and is no publication of “{paper}”; it was not overwritten. Use another name.",
    ),
    "publish-needs-keys": (
        "《{paper}》要公布成绩或答案，包里不能不带答案。把公布时间改成“不公布”，或去掉 --no-keys。",
        "“{paper}” shows a result, so its keys must be inside. Set feedback: never, or leave out --no-keys.",
    ),
    "publish-keys-both": (
        "--keys 和 --no-keys 只能写一个。都不写，就看试卷要不要公布结果。",
        "Give --keys or --no-keys, not both. With neither, the paper's rules say whether keys are needed.",
    ),
    "publish-without-keys-only": (
        "这台机器上没有《{paper}》的答案，只能不带答案发布（--no-keys）。",
        "This machine does not have the keys of “{paper}”: publish it without them (--no-keys).",
    ),
    "publish-needs-roster": (
        "《{paper}》每人一份卷，发布前要有名册：先用 candidates import 导入，或者在命令里加 --roster 名单文件。",
        "“{paper}” has a form for each candidate: import a roster first, or add --roster FILE to the command.",
    ),
    "publish-nobody-eligible": (
        "名册里没有人可以参加《{paper}》：补考资格要看第一次考试的成绩，现在没有人符合。",
        "Nobody on the roster may sit “{paper}”: by their first results nobody is eligible for the make-up.",
    ),
    "publication.left_out": (
        "名册里另有 {count} 人不符合补考资格，没有放进包里。要让其中的人参加，用 --roster 名单文件。",
        "{count} of the roster are not eligible and were left out. --roster FILE takes whomever you name.",
    ),
    "publish-endless-forms": (
        "《{paper}》每人每次一份卷，次数又不限，卷子就没有尽头。请在试卷里写明可考次数。",
        "“{paper}” has a form for every attempt and no limit of attempts. Give a number of attempts in the paper.",
    ),
    "password-too-short": (
        "口令太短，容易被试出来，请至少用 {least} 个字。",
        "The password is too short and easily guessed: use at least {least} characters.",
    ),
    "passwords-differ": ("两遍口令不一样，请重来。", "The two passwords differ: try again."),
    "passwords-same": (
        "开考口令要当众公布，监考口令不能和它一样，请换一个。",
        "The opening password is said aloud, so the invigilator's must be another one.",
    ),
    "password-needs-terminal": (
        "这里不是终端，不能输入口令。脚本里请用 --password-file 或 --invigilator-file。",
        "This is no terminal: no password can be typed here. In a script use --password-file or --invigilator-file.",
    ),
    "password-not-text": ("{file} 第一行不是 UTF-8 文字，读不出口令。", "The first line of {file} is not UTF-8 text."),
    "password-no-scrypt": (
        "这台机器的 Python 没有 scrypt，打不开加密的试卷包。请换用随盘带的 Python。",
        "This Python was built without scrypt and opens no sealed publication: use the Python on the stick.",
    ),
    "password-seal-extra": (
        "加密要装附加组件 seal：pip install 'quizapp[seal]'。也可以去掉 --password 不加密。",
        "Sealing needs the extra seal: pip install 'quizapp[seal]'. Or leave out --password.",
    ),
    # Opening one.
    "publication-none": ("{file} 不是试卷包。", "{file} is no publication."),
    "publication-newer": (
        "{file} 是更新版本的 quizapp 做的，这里打不开。请换用同一版本的程序。",
        "{file} was made by a newer quizapp and cannot be opened here: use the same version.",
    ),
    "publication-altered": (
        "{file} 不完整或者被改动过，没有打开。请从教师那里重新拷一份。",
        "{file} is not whole, or was altered, and was not opened. Copy it again from the teacher's.",
    ),
    "publication-wrong-password": (
        "口令不对，请再听一遍、重新输入。",
        "That is not the password: listen again and type it once more.",
    ),
    "publication-other-class": (
        "{file} 是“{other}”的试卷，这台机器上是“{own}”。没有打开，原有的成绩都在。",
        "{file} is for “{other}”, this machine is for “{own}”. It was not opened; all that is here was kept.",
    ),
    "publication-other-questions": (
        "{file} 的{letter}卷和这里已经定下的不是同一套题，没有打开。请向教师核对是不是最新的试卷包。",
        "Form {letter} in {file} does not ask what was fixed here before. It was not opened: ask for the right file.",
    ),
    "publication-clock-wrong": (
        "这台机器的时钟不对：现在显示 {now_dated}，试卷包却是 {made_at_dated} 做的。请先把日期和时间调准，再打开。",
        "The clock is wrong: it says {now_dated}, the paper was published at {made_at_dated}. Set it, then go on.",
    ),
    # On the screens.
    "publication.pick_title": ("打开哪一个试卷包？", "Which publication?"),
    "publication.none_found": (
        "优盘、桌面和下载文件夹里都没有 .quiz 文件。插好优盘再试一次，或写明它在哪里。",
        "There is no .quiz file on a stick, the desktop or among the downloads. Put the stick in, or say where it is.",
    ),
    "publication.choice": ("《{paper}》 | {file} | {folder}", "“{paper}” | {file} | {folder}"),
    "publication.other_place": ("在别的地方：写明文件位置", "Elsewhere: say where it is"),
    "publication.where": ("试卷包在哪里？", "Where is the publication?"),
    "publication.where_foot": ("输入文件位置 | Enter 打开 | Esc 返回", "Type its place | Enter opens | Esc goes back"),
    "publication.opening": ("正在打开试卷包，请稍候", "Opening the publication: a moment"),
    "publication.ask_password": ("《{title}》的开考口令", "The password of “{title}”"),
    "publication.password_foot": ("听监考老师公布 | Enter 确认 | Esc 返回", "As it was said | Enter | Esc goes back"),
}
