"""What the teacher's room says where a paper is published, and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # The way there.
    "publish.offer_title": ("发布试卷包", "Publish a paper"),
    "publish.offer_note": (
        "做成一个文件，拷到每台机器上开考；可以设开考口令和监考口令",
        "one file for every machine, with a password to open it and one to invigilate",
    ),
    "publish.pick": ("发布哪一份试卷？", "Which paper?"),
    "publish.choice": ("{title} | {id}", "{title} | {id}"),
    "publish.choice_faulty": ("{title} | 有错，改好才能发布", "{title} | has faults to be mended first"),
    "publish.no_papers": (
        "还没有能考的试卷。先在“组卷”里组一份，存好以后再来发布。只供练习的试卷不能发布。",
        "There is no paper to sit yet: compose one and save it first. Papers for practice are not published.",
    ),
    "publish.title": ("发布试卷包 | {title}", "Publish | {title}"),
    "publish.no_seal": (
        "这台机器没有装加密组件（附加组件 seal），试卷包不能设开考口令：拿到文件的人都能提前打开。",
        (
            "This machine lacks what seals (the extra seal), so there can be no password: "
            "whoever has the file can open it before time."
        ),
    ),
    "publish.no_seal_how": (
        "要加密，请懂电脑的人运行 pip install 'quizapp[seal]'，装好再来发布。也可以不加密，接着发布。",
        "To seal it, have somebody run pip install 'quizapp[seal]' and come back. Or go on without.",
    ),
    "publish.no_seal_on": ("不加密，接着发布", "Go on without"),
    "publish.no_seal_back": ("返回", "Back"),
    # The form.
    "publish.field_keys": ("答案", "Keys"),
    "publish.field_opening": ("开考口令", "To open"),
    "publish.field_opening_again": ("再输一遍", "Again"),
    "publish.field_invigilator": ("监考口令", "Invigilator"),
    "publish.field_invigilator_again": ("再输一遍", "Again"),
    "publish.field_roster": ("名册", "Roster"),
    "publish.field_to": ("写到", "Write to"),
    "publish.keys_with": ("带答案", "inside"),
    "publish.keys_without": ("不带答案", "left out"),
    "publish.roster_with": ("带上名册，{people} 人", "{people} people go along"),
    "publish.roster_without": ("不带名册", "nobody goes along"),
    "publish.roster_none": ("没有名册", "there is none"),
    "publish.hint_opening": ("不填就不加密：拿到文件的人都能提前打开", "empty: not sealed, anybody can open it"),
    "publish.hint_opening_again": ("设了口令的，再输一遍", "the same password again"),
    "publish.hint_invigilator": ("不填：考场上不能延时、暂停、强制收卷", "empty: no more time, pauses or collecting"),
    "publish.hint_invigilator_again": ("设了口令的，再输一遍", "the same password again"),
    "publish.cannot_seal": ("不能加密：没有装附加组件 seal", "none: the extra seal is not installed"),
    "publish.note_keys_needed": (
        "这份试卷要公布成绩或答案，所以必须带答案。不想带的，先在“组卷”里把公布时间改成“不公布”，存好再来。",
        (
            "This paper shows a result, so its keys go along. To leave them out, compose it with "
            "nothing told, and come back."
        ),
    ),
    "publish.note_keys_with": (
        "答案一起放进试卷包，每台机器自己判分。没有开考口令的，会用电脑的人看得到答案。",
        "Every machine marks by itself. Where there is no password, whoever knows computers can read the keys.",
    ),
    "publish.note_keys_without": (
        "答案只留在这台机器上。考生交卷后看到“已交卷”，收卷后统一判分。",
        "They stay on this machine: candidates read that they have handed in, marks follow once all is collected.",
    ),
    "publish.note_opening": (
        "开考时当众公布，输对了才打得开试卷。至少 {least} 个字，可以是一句话；输入时只显示星号。",
        "Said aloud when the exam begins: it opens the paper. At least {least} characters, shown as stars.",
    ),
    "publish.note_opening_again": (
        "再输一遍，免得输错。口令丢了谁也打不开，请另外抄好保管。",
        "Once more, so that it is right. Nobody opens the file without it: keep it elsewhere too.",
    ),
    "publish.note_invigilator": (
        "监考人员在考场上按 F8 时要输入：延时、暂停、强制收卷。只告诉监考人员，不能和开考口令一样；至少 {least} 个字。",
        (
            "F8 asks for it in the room: more time, a pause, collecting. For invigilators alone, not the one above; "
            "at least {least} characters."
        ),
    ),
    "publish.note_invigilator_again": ("再输一遍，免得输错。", "Once more, so that it is right."),
    "publish.note_roster_with": (
        "考生输入学号就能找到自己，不用再输姓名和单位。",
        "Candidates find themselves by their numbers.",
    ),
    "publish.note_roster_needed": (
        "这份试卷每人一份卷，名册必须带上：各人的卷已经按名册排好。",
        "Each candidate has a form of their own here, so the roster goes along.",
    ),
    "publish.note_roster_without": ("考生自己输入学号和姓名。", "Candidates type number and name."),
    "publish.note_roster_none": (
        "这台机器上没有名册，考生自己输入学号和姓名。请班委会导入名册以后，再发布一次就能带上。",
        "There is no roster here: candidates type number and name. Once the committee has imported one, publish again.",
    ),
    "publish.note_stick": ("这是优盘。按 F5 换到别的位置。", "This is on a stick. F5 takes the next place."),
    "publish.note_machine": (
        "现在写在这台机器上。插上优盘后按 F5，可以换到优盘；也可以直接改。",
        "This is on the machine. With a stick plugged in, F5 goes there; it can be typed too.",
    ),
    "publish.key_next": ("{key} 下一项", "{key} next"),
    "publish.key_choose": ("{keys}选", "{keys} choose"),
    "publish.key_place": ("{key} 换位置", "{key} place"),
    "publish.key_done": ("{key} 发布", "{key} publish"),
    "publish.no_place": ("请写明文件写到哪里。", "Say where to write it."),
    "publish.over": (
        "{file} 已经有了。替换以后，原来的就没有了。",
        "There is {file} already. It will be gone once it is replaced.",
    ),
    "publish.over_paper": (
        "那是《{title}》的试卷包，{made_at_dated} 做的。",
        "It is the publication of “{title}” of {made_at_dated}.",
    ),
    "publish.over_back": ("换个名字", "Another name"),
    "publish.over_step": ("替换", "Replace"),
    "publish.working": ("正在做试卷包……", "Publishing…"),
    # What was made.
    "publish.done_title": ("发布试卷包 | 已做好", "Publish | done"),
    "publish.done_machine": (
        "文件还在这台机器上，没有在优盘上：请自己拷到优盘。",
        "The file is on this machine, not on a stick: copy it to one.",
    ),
    "publish.done_next": ("接下来", "What to do next"),
    "publish.done_carry": (
        "把优盘插到每台考试用的机器上，打开程序，选“打开试卷包”。也可以把文件拷到那台机器的桌面上再打开。",
        (
            "Plug the stick into every machine, open the program there, choose to open a publication. "
            "A copy on its desktop does as well."
        ),
    ),
    "publish.done_rehearse": (
        "考前在每台机器上选“试机”，试两分钟。",
        "Before the day, rehearse on every machine: two minutes.",
    ),
    "publish.done_secret": (
        "把口令抄在纸上另外保管，不要写在优盘上。程序里不留口令，忘了只能再发布一次。",
        (
            "Write each password down and keep it away from the stick. The program keeps none: "
            "one that is forgotten means publishing again."
        ),
    ),
    "publish.done_notes": ("请留意", "Please note"),
    "publish.done_again": (
        "要改哪一项，再发布一次，用新文件换掉每台机器上的旧文件；试卷没有改动的，题目还是这一套。",
        "To change any of this, publish again and replace every old file. An unchanged paper keeps its questions.",
    ),
    "publish.key_end": ("{key} 完成", "{key} done"),
}


GUIDE: Guide = {
    "carrying.publishing": (
        GuidePage(
            "发布试卷包",
            "{go.on}、上下键  下一项、上一项\n"
            "{step}  答案、名册：换一个\n"
            "{next_place}  换一个位置写：优盘、桌面、个人文件夹\n"
            "{done}  发布（在最后一项上按 Enter 也行）\n"
            "{leave}  返回，什么也不写\n"
            "试卷包是一个 .quiz 文件：考试规则、固定好的卷、班次、名册，要公布成绩或答案的还有答案，不公布的不带。"
            "拷到每台机器上打开，考的是同一套题。打开几次都一样，改动过的打不开。\n"
            "开考口令用来加密，开考时当众公布；不填就不加密，拿到文件的人都能提前打开。"
            "监考口令只告诉监考人员，考场上按 F8 用：延时、暂停、强制收卷；不填就没有。两个口令不能一样。\n"
            "口令输入时不显示，要输两遍，程序里不留；请另外抄好保管。\n"
            "发布时卷就定下来，以后题库再改，这份卷也不变。",
        ),
        GuidePage(
            "Publishing a paper",
            "{go.on}, arrows  the next field, the one before\n"
            "{step}  keys and roster: the other way\n"
            "{next_place}  another place to write to: stick, desktop, home folder\n"
            "{done}  publish; so does Enter in the last field\n"
            "{leave}  go back; nothing is written\n"
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
