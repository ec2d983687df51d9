"""What rules and the machine refuse, in words: what happened, and what to do."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

MACHINE: Catalogue = {
    "disk-full": (
        "磁盘已满，{file} 写不进去；已保存的内容都在。请腾出一些空间，程序会接着写。",
        "The disk is full and {file} cannot be written; all that was saved is there. Free some space and go on.",
    ),
    "disk-failed": (
        "读写 {file} 时磁盘出错（{reason}）；已保存的内容没有改动。请检查磁盘或 U 盘是否接好，再试一次。",
        "The disk failed on {file} ({reason}); what was saved is unchanged. Check its connection, then try again.",
    ),
    "not-permitted": (
        "没有权限读写 {file}；已有内容没有改动。请检查这个文件夹的权限，或用 --home 换一个能写的文件夹。",
        "There is no permission for {file}; nothing was changed. Check the folder's permissions, or use --home.",
    ),
    "read-only": (
        "{file} 所在的磁盘是只读的；已有内容没有改动。请解除写保护，或用 --home 换一个能写的文件夹。",
        "{file} is on a read-only disk; nothing was changed. Make it writable, or choose another folder with --home.",
    ),
    "file-gone": (
        "{file} 不见了，可能是被移走，或 U 盘已拔出。请放回原处，再试一次。",
        "{file} is gone: it was moved, or its drive was unplugged. Put it back, then try again.",
    ),
    "not-a-folder": (
        "存放 {file} 的地方被一个文件占着，那里应是文件夹；没有写入，已保存的内容都在。请移走那个文件，再试一次。",
        "A file stands where the folder of {file} should be; what was saved is there. Move it away, then try again.",
    ),
    "file-altered": (
        "{file} 与写入时不一致（第 {line} 行起），程序没有动它，也不会接着写。请交班委会核对，或用备份恢复。",
        "{file} is not as written (from line {line}); it was left alone. Tell the committee, or use a backup.",
    ),
    "file-exchanged": (
        "{file} 在写入时被别的程序换过或删了；已保存的内容都记着。请再试一次，程序会核对后接着写。",
        "Another program exchanged or removed {file}; what was saved is known. Try again: it is put right first.",
    ),
    "file-continued": (
        "{file} 正由另一个窗口接着写，程序没有动它。请关掉其中一个窗口，在另一个里继续。",
        "{file} is being written by another window and was left alone. Close one of the two and go on in the other.",
    ),
    "file-replaced": (
        "{file} 被换成了另一份，没有动它，也没有写入；原来的存为 set-aside/{kept}。请核对，放回原来的一份，再试一次。",
        "{file} was exchanged for another and left alone; what stood there is set-aside/{kept}. Put it back and retry.",
    ),
    "form-altered": (
        "卷文件 {file} 与固定时不一致，没有使用它。请从备份或试卷包恢复这个文件。",
        "The form's file {file} is not as it was fixed and was not used. Restore it from a backup or the publication.",
    ),
    "secret-damaged": (
        "本班的抽题密钥 {file} 已损坏，没有抽题：换一个会抽出另一套题。请从备份中恢复这个文件，再试一次。",
        "{file}, the class's secret, is damaged; no form was drawn, as another would draw others. Restore a copy.",
    ),
    "journal-not-understood": (
        "{file} 第 {line} 行的记录（{kind}）这个版本不认识，没有改动它。请换用较新的版本打开。",
        "Line {line} of {file} ({kind}) is unknown to this version; the file was left alone. Open it with a newer one.",
    ),
    "archived-read-only": (
        "{file} 是归档文件，只能查看、导出、核对和分析，不能写入。",
        "{file} is an archive: list, export, verify and analyse work on it, nothing is written.",
    ),
    "attempt-exists": (
        "答卷 {attempt} 已经存在，没有改动它。请再开始一次。",
        "Attempt {attempt} exists already and was left alone. Start once more.",
    ),
    "attempt-busy": (
        "答卷 {attempt} 正在另一个窗口作答（主机 {host}，进程 {pid}，{since} 起）。请回到那里，或关掉它再来这里继续。",
        "Attempt {attempt} is open elsewhere (host {host}, process {pid}, since {since}). Go there, or close it first.",
    ),
    "lock-held": (
        "另一个程序（主机 {host}，进程 {pid}）正在写数据，这次没有写入。请稍候再试。",
        "Another program (host {host}, process {pid}) is writing; nothing was written this time. Try again shortly.",
    ),
}

SENTENCES: Catalogue = {
    **MACHINE,
    "paper-not-open": (
        "《{paper}》还没有开始：开考时间是 {opens}。",
        "“{paper}” is not open yet: it opens at {opens}.",
    ),
    "paper-closed": (
        "《{paper}》已经截止（{closes}），不能再开始作答。",
        "“{paper}” closed at {closes}; it can no longer be started.",
    ),
    "no-tries-left": (
        "《{paper}》允许考 {allowed} 次，次数已用完。需要再考请联系班委会。",
        "“{paper}” may be sat {allowed} time(s), and all are used. Ask the class committee.",
    ),
    "paper-faulty": (
        "《{paper}》的试卷文件有错，暂时不能作答。请教员用 quizapp papers check 查看。",
        "“{paper}” has faults in its file and cannot be sat. Ask the instructor to run quizapp papers check.",
    ),
    "paper-for-practice": (
        "《{paper}》只供练习，不作正式考试。",
        "“{paper}” is for practice only.",
    ),
    "attempt-paused": ("考试已暂停，恢复以后才能作答。", "The paper is paused: nothing can be done until it goes on."),
    "attempt-not-paused": ("这份答卷没有暂停，不用恢复。", "This attempt is not paused."),
    "attempt-ended": ("这份答卷已经交卷，不能再改。", "This attempt has been handed in and cannot be changed."),
    "extension-not-positive": ("延长的时间要大于零。", "An extension must be more than nothing."),
    "no-way-back": ("这份试卷不能回看前面的题。", "This paper has no way back to earlier questions."),
    "no-jump": (
        "这份试卷要按顺序往下做，不能跳到后面的题。",
        "This paper goes on question by question; there is no jumping ahead.",
    ),
    "section-closed": (
        "这一大题已经结束，不能再看、再改。请继续做其他题。",
        "This section is closed and can no longer be seen or changed. Please go on with the others.",
    ),
    "section-not-opened": (
        "这一大题单独计时，还没有开始。请先进入这一大题，确认后开始计时。",
        "This section has its own clock and was not opened yet. Go to it and confirm, and its clock starts.",
    ),
    "section-would-close": (
        "正在做的大题单独计时，离开后就不能再回来。请先确认离开。",
        "The section you are in has its own clock and closes for good when left. Confirm that you leave it first.",
    ),
    "stage-settled": (
        "案例已经展开到下一阶段，这一题不能再改，可以回看。",
        "The case has gone on; this question can be looked at and no longer changed.",
    ),
    "stage-not-opened": (
        "案例的这一阶段还没有展开。请先答前面的题，再往下翻。",
        "This stage of the case is not open yet. Answer what stands before it, then go on.",
    ),
    "stage-beyond": (
        "案例还没有展开到那里。请一个阶段一个阶段地往下答。",
        "The case has not gone that far. Go on stage by stage.",
    ),
    "answer-fixed": (
        "这道题的答案已经确定，不能再改。",
        "The answer to this question is final and cannot be changed.",
    ),
    "fix-not-asked": (
        "这份试卷不是逐题公布答案，不用逐题确定，做完后交卷即可。",
        "This paper does not show keys question by question; there is nothing to fix before you hand in.",
    ),
    "fix-nothing-answered": (
        "这道题还没有作答，请先作答，再确定答案。",
        "This question has no answer yet; answer it first, then fix the answer.",
    ),
    "certainty-not-asked": (
        "这份试卷不需要填写把握度。",
        "This paper does not ask how certain you are.",
    ),
    "answer-letter-unknown": (
        "没有选项 {letter}，本题选项是 A 到 {last}。",
        "There is no option {letter}; the options are A to {last}.",
    ),
    "answer-one-letter": (
        "单选题只能填一个字母，现在是 {answer}。",
        "A single choice takes one letter, not {answer}.",
    ),
    "answer-not-truth": (
        "没有读懂“{answer}”：判断题填 对 或 错（√ × T F 也可以）。",
        "“{answer}” was not understood: type T or F (对 错 √ × serve too).",
    ),
    "answer-too-many-blanks": (
        "填了 {given} 个空，本题只有 {blanks} 个空。",
        "{given} blanks were filled; the question has {blanks}.",
    ),
    "answer-letter-twice": (
        "选项 {letter} 填了两次；排序题每个字母只填一次。",
        "Option {letter} stands twice; in an order each letter stands once.",
    ),
    "answer-too-many-pairs": (
        "填了 {given} 个字母，左边只有 {pairs} 项。",
        "{given} letters were given; there are {pairs} on the left.",
    ),
    "answer-not-pairs": (
        "没有读懂“{answer}”：匹配题填左边的题号和右边的字母，如 1C 2A 3B；空着的不填，或填 -。",
        "“{answer}” was not understood: type left numbers with right letters, as in 1C 2A 3B; - leaves one open.",
    ),
    "answer-not-entries": (
        "没有读懂“{answer}”：请写条目的序号和各栏的字母，如 1AB 2CA。",
        "“{answer}” was not understood: write the entries' numbers with their letters, such as 1AB 2CA.",
    ),
    "answer-entry-unknown": (
        "没有第 {number} 条，只有 1 到 {last}。",
        "There is no entry {number}; they are 1 to {last}.",
    ),
    "answer-entry-twice": ("第 {number} 条写了两次。", "Entry {number} was given twice."),
    "answer-too-many-entries": (
        "写了 {given} 条，题里只有 {entries} 条。",
        "{given} entries were given; there are {entries}.",
    ),
    "answer-cells-count": (
        "第 {number} 条写了“{letters}”：每条要写 {columns} 个字母，每栏一个；没定的写 -。",
        "Entry {number} has “{letters}”: write {columns} letters, one for each column, - for an open one.",
    ),
    "answer-value-unknown": (
        "第 {number} 条的“{column}”没有 {letter}，只有 A 到 {last}。",
        "Entry {number}: “{column}” has no {letter}; its letters are A to {last}.",
    ),
    "answer-place-unknown": (
        "没有第 {number} 处，只有 1 到 {last}。",
        "There is no place {number}; they are 1 to {last}.",
    ),
    "answer-place-twice": ("第 {number} 处写了两次。", "Place {number} was given twice."),
    "answer-without-place": (
        "“{answer}”前面没有序号：请先写第几处，如 2请示；改法以数字开头时写成 2:2024年。",
        "“{answer}” has no number: write the place first, such as 2word; before a digit a colon, such as 2:2024.",
    ),
    "answer-not-places": (
        "没有读懂“{answer}”：请写第几处和选项的字母，如 2A 4C。",
        "“{answer}” was not understood: write places with the letters of options, such as 2A 4C.",
    ),
    "answer-number-unknown": (
        "左边没有第 {number} 项，只有 1 到 {last}。",
        "There is no number {number} on the left; they are 1 to {last}.",
    ),
    "answer-number-twice": (
        "左边第 {number} 项填了两次。",
        "Number {number} of the left was given twice.",
    ),
    "answer-before-parts": (
        "开头的文字没有写在哪一部分里。请从这几部分写起：{parts}。",
        "The text at the beginning is in no part. Begin with one of these: {parts}.",
    ),
    "answer-part-twice": (
        "【{part}】写了两次。请合在一处。",
        "【{part}】 stands twice. Write it in one place.",
    ),
    "answer-to-case": (
        "案例本身不作答，请回答它下面的题。",
        "A case is not answered itself; answer its questions.",
    ),
    "draw-unmet": (
        "“{section}”要抽 {wanted}，题库里只有 {available}。",
        "“{section}” wants {wanted}; the banks have {available}.",
    ),
    "item-unknown": (
        "“{section}”指定的试题 {item} 不在题库里。",
        "Item {item}, asked for by “{section}”, is in no bank.",
    ),
    "item-not-ready": (
        "“{section}”指定的试题 {item} 还没有启用（或只供练习）。",
        "Item {item}, asked for by “{section}”, is not ready (or for practice only).",
    ),
    "candidate-unknown": (
        "名册里没有学号 {id}。请核对学号，或请班委会补录名册。",
        "No candidate {id} on the roster. Check the number, or ask the committee to add it.",
    ),
    "candidate-unknown-near": (
        "名册里没有学号 {id}，写法相近的有 {near}。请核对学号，或请班委会补录名册。",
        "No candidate {id} on the roster; written alike: {near}. Check the number, or ask the committee to add it.",
    ),
    "candidate-left": (
        "学号 {id} 已退班，不能参加考试。有疑问请联系班委会。",
        "Candidate {id} left the class and cannot sit its papers. Ask the class committee.",
    ),
    "candidate-left-already": (
        "{id} {name} 已经记为退班，没有再记。",
        "{id} {name} left the class already; nothing was recorded.",
    ),
    "candidate-not-left": (
        "{id} {name} 在名册上，没有退过班，没有记录。",
        "{id} {name} is in the class and never left it; nothing was recorded.",
    ),
    "candidate-name-long": (
        "姓名最长 {limit} 个字，没有开始。请核对姓名。",
        "A name has at most {limit} characters; nothing was begun. Check the name.",
    ),
    "candidate-name-differs": (
        "学号 {id} 在名册里是 {name}，不是 {given}。",
        "Candidate {id} is {name} on the roster, not {given}.",
    ),
    "candidate-needs-id": ("请给出学号。", "Give the candidate's id."),
    "candidate-needs-name": (
        "没有名册，请同时给出姓名：--name 姓名。",
        "There is no roster: give the name too, with --name NAME.",
    ),
    "unknown-paper": ("没有找到试卷“{wanted}”。现有：{choices}", "No paper “{wanted}”. There are: {choices}"),
    "unknown-bank": ("没有找到题库“{wanted}”。现有：{choices}", "No bank “{wanted}”. There are: {choices}"),
    "unknown-attempt": ("没有找到答卷 {attempt}。", "No attempt {attempt}."),
    "unknown-form": ("没有找到卷 {form}。", "No form {form}."),
    "missing-file": ("没有找到文件或文件夹：{path}", "No such file or folder: {path}"),
    "item-for-practice": (
        "“{section}”指定的试题 {item} 在只供练习的题库 {bank} 里，不能出在试卷上。",
        "Item {item}, asked for by “{section}”, is in bank {bank}, which is for practice only.",
    ),
    "make-up-of-no-form": (
        "《{paper}》要避开《{first}》的试题，但《{first}》一人一卷（或读不出来）。请把《{paper}》的试卷套数也写成一人一卷。",
        "“{paper}” must keep clear of “{first}”, which has a form for each, or cannot be read. Give it one each too.",
    ),
    "item-excluded": (
        "“{section}”指定的试题 {item} 在要避开的原卷里出现过。",
        "Item {item}, asked for by “{section}”, stood in the paper that this one must keep clear of.",
    ),
    "book-not-made": (
        "成绩册没有生成（{why}）。答卷都在；请把这句话告诉装机的人，修好后运行 quizapp scores rebuild。",
        "The score book could not be made ({why}). Every attempt is kept; once mended, run quizapp scores rebuild.",
    ),
    "faulty": ("文件有错，共 {count} 处，都已列出。", "There are {count} faults, all listed."),
    "no-terminal": (
        "这里没有终端，打不开考试界面。请在终端窗口里直接运行，不要重定向输入输出。",
        "There is no terminal here to show the screen on. Run it in a terminal, without redirecting input or output.",
    ),
    "paper-cannot-be-drawn": (
        "《{paper}》的文件有错，共 {count} 处，改好后才能抽题。",
        "“{paper}” has {count} fault(s) in its file; it can be drawn once they are mended.",
    ),
    "draw-needs-candidate": (
        "《{paper}》一人一卷，请用 --candidate 写明是谁的卷。",
        "“{paper}” has a form for each candidate: say whose with --candidate.",
    ),
    "draw-forms-count": (
        "--forms 要写 {fewest} 到 {most} 的整数，写的是 {given}。",
        "--forms is a whole number from {fewest} to {most}, not {given}.",
    ),
    "draw-forms-alone": (
        "--forms 是并排试看几套卷，不能同时写 --form、--candidate 或 --with-key。请去掉它们。",
        "--forms shows several forms beside each other: leave out --form, --candidate and --with-key.",
    ),
    "draw-form-unknown": (
        "《{paper}》没有 {form} 卷，只有：{forms}。",
        "“{paper}” has no form {form}; it has: {forms}.",
    ),
    "bank-cannot-be-shown": (
        "题库 {bank} 的文件有错，用 quizapp banks check 查看。",
        "Bank {bank} has faults in its file: see quizapp banks check.",
    ),
    "bank-for-exam": (
        "《{bank}》只供考试，不显示试题。",
        "“{bank}” is for exams only; its items are not shown.",
    ),
    "cannot-number": (
        "{file} 的写法特殊，编号加不进去。请手工给每题写上编号。",
        "Ids cannot be put into {file} as it is laid out. Give its items ids by hand.",
    ),
    # Tables that people fill in.
    "spreadsheet-unsupported": (
        "{file} 是旧格式的电子表格。请先在 WPS 或 Excel 中“另存为” .xlsx，再导入那个文件。",
        "{file} is a spreadsheet of another kind. Save it as .xlsx in WPS or Excel first, then use that file.",
    ),
    "row-width": (
        "这一行有 {cells} 格，表头有 {heads} 格，可能少了或多了一个逗号。",
        "This row has {cells} cells and the heads are {heads}: a comma may be missing or too many.",
    ),
    "answers-no-heads": (
        "前 10 行里没有找到“学号”这一列。表头应为：学号、姓名、卷别、1、2、3……",
        "No column 学号 (id) within the first 10 rows. The heads are: 学号, 姓名, 卷别, 1, 2, 3 …",
    ),
    "answers-empty": ("表头下面没有答卷。", "There are no answers below the heads."),
    "answers-column-unknown": (
        "不认识“{column}”这一列；试题列写题号 1 到 {count}，手工给分的列写题号加“得分”，如 {count}得分。",
        "Column “{column}” is unknown; questions are headed 1 to {count}, marks given by hand {count}得分 and so on.",
    ),
    "answers-column-twice": ("“{column}”这一列有两个。", "There are two columns “{column}”."),
    "answers-column-missing": ("缺少这些题的列：{columns}。", "Columns are missing for these questions: {columns}."),
    "answers-no-form-column": (
        "这份试卷有 A 到 {last} 卷，请加一列“卷别”，写明每人答的是哪一套。",
        "This paper has forms A to {last}: add a column 卷别 (form) that says which each one answered.",
    ),
    "answers-form-unknown": (
        "卷别“{form}”不对，应为 A 到 {last}。",
        "There is no form “{form}”; they are A to {last}.",
    ),
    "answer-invalid": ("第 {number} 题：{reason}", "Question {number}: {reason}"),
    "entered-already": (
        "学号 {id} 已有这份试卷的答卷；确要再录一份，请加 --again。",
        "Candidate {id} has an attempt at this paper already; use --again to enter another.",
    ),
    "entered-partly": (
        "写到第 {line} 行停下了：{rows} 份里已录入 {entered} 份，都已存好。{reason}把同一份表再录一次，缺的会补上。",
        (
            "Stopped at line {line}: {entered} of {rows} are entered and safe. {reason} "
            "Then enter the very same table once more: what is missing follows."
        ),
    ),
    "file-there": (
        "{path} 已经有了，没有覆盖。确要换成新的，请加 --replace；或换一个文件名。",
        "{path} is there already and was not overwritten. Use --replace to have it replaced, or another name.",
    ),
    "file-exists": (
        "{path} 已经有了，没有覆盖。请换一个文件名。",
        "{path} is there already and was not overwritten. Use another name.",
    ),
}
