"""The help of the command line: what each command does."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # The frame of every help page.
    "help.usage": ("用法：{usage}", "Usage: {usage}"),
    "help.options": ("选项：", "Options:"),
    "help.commands": ("命令：", "Commands:"),
    "help.some-options": ("[选项]", "[OPTIONS]"),
    "help.some-command": ("命令 …", "COMMAND …"),
    # Commands: the first line stands in lists.
    "help.quizapp": (
        "终端里的考场。不带命令就打开程序：选试卷、作答、看成绩。",
        "A terminal exam room. Without a command the app opens: papers, answers, results.",
    ),
    "help.take": (
        "直接进入一份试卷；中途离开过的，从离开的地方接着答。",
        "Straight into a paper; one left in the middle goes on where it was left.",
    ),
    "help.practice": (
        (
            "练习：答完马上看对错和解析，不计时，不计成绩。\n"
            "写上题库或知识点就只练这些；不写就先选范围，也可以只练错题本和收藏。只供考试的题不在练习里。"
        ),
        (
            "Practise: right or wrong at once, and why; no clock, no score.\n"
            "Name banks or a topic to practise those; else choose on the screen, mistakes and stars among it. "
            "Items for exams are never practised."
        ),
    ),
    "help.banks": ("管理题库。", "Look after question banks."),
    "help.banks.list": (
        "列出题库，以及题型、难度各有多少题。",
        "List the banks with their items by type and difficulty.",
    ),
    "help.banks.check": (
        "检查题库文件，列出每一处错误的行、列和改法。",
        "Check bank files: every fault with its line and column.",
    ),
    "help.banks.show": (
        "显示一个题库的试题、答案和解析。\n只供考试的题库不显示；正在作答的试卷上的题也不显示。",
        (
            "Show a bank's items with keys and rationales.\n"
            "Banks for exams are not shown, nor items of a paper that is being sat."
        ),
    ),
    "help.banks.coverage": (
        "双向细目表：各知识点、题型、难度有多少题，对照各试卷要用多少。\n草稿、停用的题和只供练习的题库不算。",
        (
            "Items by topic, type and difficulty, beside what the papers want of them.\n"
            "Drafts, retired items and banks for practice are not counted."
        ),
    ),
    "help.banks.import": (
        "把别处的题目导入题库：新的加在后面，改过的照来源更新，存疑的记成草稿。\n全部读完才写入；题库里别的内容一字不动。",
        (
            "Bring questions into a bank: new ones at its end, changed ones mended, doubtful ones as drafts.\n"
            "Nothing is written until all is read; the rest of the bank is not touched."
        ),
    ),
    "help.banks.export": (
        "把题库写成别的格式，写不下的逐题说明。\n正在考试的题考完才能导出。",
        (
            "Write a bank in another format; what it cannot carry is named item by item.\n"
            "Items that are being sat can be exported when that is over."
        ),
    ),
    "help.banks.new": (
        "写一个带说明的样例题库，照着改就行；已有的文件不会覆盖。",
        "Write an example bank with comments; no file is overwritten.",
    ),
    "help.banks.format": (
        "给没有编号的试题编号并写回文件；其余内容一字不动。",
        "Give ids to items that have none and write them back; nothing else is touched.",
    ),
    "help.banks.schema": (
        (
            "输出编辑器用的字段说明（JSON）：编辑器凭它补全字段、标出写错的地方，题库、试卷、课程都管。\n"
            "写进文件后，在题库第一行写：# yaml-language-server: $schema=这个文件"
        ),
        (
            "Print a JSON Schema by which editors complete fields and underline faults in banks, papers and courses.\n"
            "Write it to a file, and begin a bank with: # yaml-language-server: $schema=FILE"
        ),
    ),
    "help.papers": ("管理试卷。", "Look after papers."),
    "help.papers.list": ("列出试卷和考试规则。", "List the papers with their rules."),
    "help.papers.check": (
        "检查试卷文件，抽不出题的也会指出。",
        "Check paper files; draws that the banks cannot meet are found too.",
    ),
    "help.papers.draw": (
        (
            "抽题成卷并固定下来，显示全卷。\n"
            "固定以后，题库再改也不影响这套卷。用 --seed 只是试看，什么也不固定。\n"
            "用 --forms 并排试看几套卷：各有多难，两两有多少题相同；也不固定。"
        ),
        (
            "Draw a form, fix it and show it.\n"
            "Once fixed, later edits of a bank do not change it. With --seed it is only shown, and nothing is fixed.\n"
            "With --forms several are shown beside each other: how hard they are, what they share; none is fixed."
        ),
    ),
    "help.papers.print": (
        (
            "把试卷印成文件：网页（.html，用浏览器打印）、.docx、.md 或 .txt，后面附答题卡。\n"
            "有几套卷就都印上，用 --form 只印一套；印出的卷随即固定，题库再改也不影响。\n"
            "一人一卷的试卷要用 --candidate 写明是谁的卷。参考答案与解析用 --with-key，另起一页。"
        ),
        (
            "Print a paper to .html (print it from a browser), .docx, .md or .txt, with its answer sheet.\n"
            "All forms are in the file; --form prints one. What is printed is fixed, whatever is edited later.\n"
            "Where each has a form, --candidate says whose. --with-key adds key and rationale on pages of their own."
        ),
    ),
    "help.papers.extend": (
        (
            "给正在作答的人延长时间；开着的窗口一秒左右就能看到。\n"
            "写明给谁（--candidate 或 --all）、多久、为什么。已到截止时间的不能再延长。决定人和复核人都不能是考生本人。"
        ),
        (
            "Give more time to those who sit a paper; open windows have it within about a second.\n"
            "Say who gets it (--candidate or --all), how much and why. Not after the closing; neither who decides "
            "nor who checks may be the candidate."
        ),
    ),
    "help.candidates": ("管理考生名册。", "Look after the class roster."),
    "help.candidates.list": ("列出名册。", "List the roster."),
    "help.candidates.import": (
        (
            "导入名册（.xlsx 或 CSV）。\n"
            "表头要有姓名；学号（或考号、序号等）、单位、职务、组别可有可无。有一行不对，就一行也不导入。"
        ),
        (
            "Import a class list (.xlsx or CSV).\n"
            "It needs a column 姓名 (name); 学号 (id), 单位 (unit), 职务 (post), 组别 (group) "
            "are optional. All rows or none."
        ),
    ),
    "help.candidates.leave": (
        (
            "记一个学员退班（退学、退训），--back 记他回到班里。\n"
            "写明理由。作答和成绩都留着；以后不再算缺考，各表里写“退班”，也不能再参加考试。"
        ),
        (
            "Say that somebody left the class; with --back, that they are in it again.\n"
            "Give the reason. What they sat stays; they are not absent any more, and cannot sit papers."
        ),
    ),
    "help.candidates.export": (
        "导出名册，以 .xlsx、.csv 或 .json 结尾；.xlsx 和 .csv 改好后可以再导入。",
        "Write the roster to .xlsx, .csv or .json; it can be edited and imported again.",
    ),
    "help.scores": ("管理成绩册。", "Look after the score book."),
    "help.scores.list": ("列出成绩；不写试卷就列出全部。", "List the scores, of one paper or of all."),
    "help.scores.export": (
        (
            "导出一份试卷的成绩，一人一行，带名次；没有作答的学员也在表里。\n"
            "成绩册用 .xlsx：总表、各卷成绩、未考与补考、题目分析、分布；不写试卷就导出全部。\n"
            "加 --with-responses，成绩册里附作答明细。\n"
            "成绩报告用 .html（打开就能看、能打印）或 .docx（公文格式）；.txt 是发到群里的四行字。\n"
            "给别的程序用 .csv 或 .json。用 --responses 导出逐题作答。"
        ),
        (
            "Export a paper's scores, ranked, one row each; those who did not sit it too.\n"
            "An .xlsx is the workbook of the class: totals, each paper, who did not sit, items, charts, "
            "with --with-responses every answer; "
            "of all papers where none is named.\n"
            "An .html (to read and to print) or a .docx (as offices lay it out) is the class report, "
            "a .txt four lines to paste into a chat.\n"
            "A .csv or .json is for other programs; --responses gives every answer."
        ),
    ),
    "help.scores.enter": (
        (
            "录入纸笔答卷（.xlsx 或 CSV）：一人一行，列为学号、姓名、卷别、1、2、3……\n"
            "手工给了分的加一列，如 26得分；没有这一列，简答就等着阅卷。有一行不对，就一行也不录入。\n"
            "没有表格就用 --keyed，在界面里一人一行直接敲：学号 BCADC ABDAC……\n"
            "要两个人各敲一遍再核对，第二个人用 --second。"
        ),
        (
            "Key in answers given on paper (.xlsx or CSV): 学号 (id), 姓名 (name), 卷别 (form), then 1, 2, 3 …\n"
            "Marks given by hand go into columns such as 26 score; without one, an essay waits. All rows or none.\n"
            "Without a file, --keyed opens a screen to type them, a line per person: number BCADC ABDAC …\n"
            "Where two people key them, the second one uses --second, and differences are shown."
        ),
    ),
    "help.scores.add": (
        (
            "导入外部得分，如考勤、论文（.xlsx 或 CSV）：列为学号、得分，可加姓名、满分（不写就是 100）、备注。\n"
            "有一行不对，就一行也不导入。得分空着算缺项，不是 0 分；以前导入过的，空着就保留原来的。\n"
            "收回导错的：--as 考勤 --remove --candidate 学号（或 --all）--why 原因，不写文件。"
        ),
        (
            "Bring in marks from outside, such as attendance (.xlsx or CSV): columns id and score; "
            "name, full_score (else 100) and notes are optional.\n"
            "All rows or none. An empty mark is missing, which is not zero; a mark from before stays.\n"
            "To take marks back: --as NAME --remove --candidate ID (or --all) --why TEXT, without a file."
        ),
    ),
    "help.scores.mark": (
        (
            "阅简答题：按采分点给分，不显示姓名。\n"
            "在终端里打开阅卷界面；不在终端里，或用 --list，只列出待阅的。\n"
            "用 --marks 从表格（.xlsx 或 CSV）读给分：答卷、题号、1、2、3……，可加评语；有一行不对，就一行也不记。"
        ),
        (
            "Mark essays point by point, names covered.\n"
            "Opens the marking screen in a terminal; elsewhere, or with --list, lists what waits.\n"
            "With --marks the marks come from a table (.xlsx, CSV): attempt, question, 1, 2, 3 …, comment; all or none."
        ),
    ),
    "help.scores.analyse": (
        (
            "题目分析：哪些题要先看（疑似错答案、太易、太难、区分度低），难度系数、区分度、选项分析；统计量在附录。\n"
            "只算已评分、计入成绩的答卷，按更正后的答案；不计分的题不在内。有人正在考的题，不显示选项分析。"
        ),
        (
            "Analyse a paper: which items to look at, facility, discrimination, options; statistics in an appendix.\n"
            "Of marked attempts that count, keys as corrected, dropped questions left out; "
            "options of items that are being sat are not shown."
        ),
    ),
    "help.scores.close": (
        "强制收卷：把一份正在作答的答卷现在就交上，照常评分。\n开着的窗口随即显示结果。已经交过的不用再收。",
        "Hand in by order what is being sat; it is marked as usual.\nAn open window shows its result.",
    ),
    "help.scores.override": (
        "更正一道题的得分，写题号和改后的分数；以后再更正答案也不改它。",
        "Give a question of an attempt other marks; they stand whatever is corrected later.",
    ),
    "help.scores.correct": (
        (
            "更正一道题的答案，按考试时的卷更正；重新判分后生效。\n"
            "写题号，字母就是卷上显示的；写试题编号，字母就是题库里的，所有卷上的这道题一起更正。\n"
            "不写 --key、--accept、--full、--drop，就列出大家的作答和人次（同类答案），不更正。"
        ),
        (
            "Correct a question's key against the forms as they were sat; it holds once the paper is marked again.\n"
            "With a number, letters are those shown; with an item's id, the bank's, on every form that has it.\n"
            "Without --key, --accept, --full or --drop the answers that were given are listed with their counts."
        ),
    ),
    "help.scores.regrade": (
        (
            "按记下的更正重新判分，列出每人前后的得分、名次，谁变为及格、谁变为不及格。\n"
            "人给的分不变。先用 --dry-run 试算。"
        ),
        (
            "Mark a paper again by its corrections: scores and ranks before and after, and who crosses the pass mark.\n"
            "Marks given by people stand. Try it with --dry-run first."
        ),
    ),
    "help.scores.void": (
        "把一份答卷的成绩作废；这一次不占考试次数。作废错了用 --undo 撤销。",
        "Annul an attempt; its try is free again. --undo takes that back.",
    ),
    "help.scores.reassign": (
        "答卷登记错了人，改归本人。",
        "Say whose an attempt is, where it stands under somebody else.",
    ),
    "help.scores.note": (
        "记下考生在一份试卷上缓考、免考或违纪；记错了用 --as none 取消。",
        "Note that a candidate is deferred, exempt or had misconduct at a paper; --as none takes it back.",
    ),
    "help.scores.rebuild": (
        "按答卷记录、卷和名册重新生成成绩册。",
        "Make the score book again from journals, forms and roster.",
    ),
    "help.scores.verify": (
        "核对证据：重新判分，检查每条记录、每份卷、成绩册和名单，可再与封存单、回执号名单对照。\n不改动任何文件。",
        (
            "Verify the evidence: mark everything again, check every record, form, book and roster, and compare with a "
            "seal or a list of receipts.\nNothing is changed."
        ),
    ),
    "help.scores.seal": (
        "写一份成绩封存单，交另一部门保存，日后用 scores verify --seal 核对。",
        "Write a seal of what stands, for another office to keep; scores verify --seal compares with it.",
    ),
    "help.scores.archive": (
        "把整个班次存成一个文件，日后用 --home 只读打开。",
        "Put the class into one file that --home opens later, read-only.",
    ),
    "help.class": ("管理班次。", "Look after the class."),
    "help.class.new": (
        (
            "新建班次：写好数据文件夹里的设置文件，只写一次，以后由人改。\n"
            "编号写进每份答卷和成绩册；角色、权重、备份位置等设置也在文件里，各有一行说明。"
        ),
        (
            "Make the data folder's settings, once; after that a person edits them.\n"
            "The id goes into every attempt and the score book; role, weights, second place and the rest stand in "
            "the file, each with a line that explains it."
        ),
    ),
    "help.doctor": (
        "检查这台机器、题库和数据文件夹，有问题的说明怎么办。",
        "Examine machine, banks and data folder, with a remedy for what is wrong.",
    ),
}
