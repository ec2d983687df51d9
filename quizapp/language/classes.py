"""A home's settings, its archive and second place, what a machine's role leaves out, and the class list from a file."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "roster.sheet": ("名册", "Roster"),
    "class.written": (
        "已写好 {file}，班次是 {id}（{title}）。其他设置也在里面，去掉行首的 # 就起作用。",
        "{file} is written for class {id} ({title}). Other settings stand in it too: take away the # before them.",
    ),
    "settings-exist": (
        "{file} 已经有了，没有改动。程序不改写它；班次和其他设置请直接在文件里改。",
        "{file} is there already and was left as it is. The program never writes it again: edit it by hand.",
    ),
    "role-trainee": (
        "这台机器的设置写的是学员用，没有 {command} 这个命令，什么也没有改动。请到教师或班委会的机器上做。",
        (
            "The settings of this machine say that it is a trainee's: there is no {command} here, and nothing was "
            "changed. Do it on a teacher's machine or the committee's."
        ),
    ),
    "role-teacher": (
        "这台机器的设置写的是教师用，没有 {command} 这个命令，什么也没有改动。请到班委会的机器上做。",
        (
            "The settings of this machine say that it is a teacher's: there is no {command} here, and nothing was "
            "changed. Do it on the committee's machine."
        ),
    ),
    # Its archive and its second place.
    "kept-archive-ending": (
        "归档的文件名要以 .zip 结尾，不是 {to}：不然日后用 --home 打不开。",
        "An archive's name ends in .zip, not {to}: by another name --home does not open it.",
    ),
    "kept.archived": (
        "已归档 {attempts} 份答卷、{files} 个文件到 {file}。日后用 quizapp --home {file} scores list 查看。",
        "{attempts} attempt(s) in {files} file(s) are in {file}. Look into it with quizapp --home {file} scores list.",
    ),
    "kept-copied-not": (
        "数据没有备份到 {folder}：{trouble} 本机的数据不受影响，下次会再备份。",
        "The data was not copied to {folder}: {trouble} What is here is safe; it is tried again next time.",
    ),
    "kept-no-archive": (
        "{file} 不是本程序的归档文件，或已经损坏，没有打开。",
        "{file} is no archive of this program's, or damaged; it was not opened.",
    ),
    "kept-too-big": (
        "{file} 展开后太大，没有打开。",
        "{file} is too large unpacked and was not opened.",
    ),
    "enrol.key": ("{key} 从表格导入", "{key} bring in a list"),
    "enrol.key_move": ("{key} 退班", "{key} left the class"),
    "enrol.leave": ("退班", "Left the class"),
    "enrol.leave_step": ("记为退班", "Record it"),
    "enrol.leave_will": (
        "{id} {name} 记为退班：答卷和成绩都留着；以后不算缺考，不能再参加考试。",
        "{id} {name} left the class: what they sat stays, they are not absent any more and cannot sit papers.",
    ),
    "enrol.leave_done": ("{id} {name} 已记为退班。", "{id} {name}: left the class."),
    "enrol.back": ("回到班里", "In the class again"),
    "enrol.back_step": ("记为回班", "Record it"),
    "enrol.back_will": ("{id} {name} 回到班里，又算在应考的人里。", "{id} {name} is in the class again and expected."),
    "enrol.back_done": ("{id} {name} 已回到班里。", "{id} {name} is in the class again."),
    "enrol.title": ("导入名册", "Bring in a class list"),
    "enrol.none": (
        (
            "还没有名册。按 F6 从 Excel 表格导入：表里要有“学号”和“姓名”两列，"
            "单位、职务、组别可有可无；表格放在优盘、桌面或下载里，就会列出来。"
        ),
        (
            "There is no class list yet. F6 brings one in from a table with columns headed id and name; unit, post "
            "and group are optional. Tables on a stick, the desktop or among the downloads are found by themselves."
        ),
    ),
    "enrol.pick": ("哪一个表格是名册？", "Which table is the class list?"),
    "enrol.none_found": (
        "优盘、桌面和下载里没有找到名册表格（.xlsx、.csv）。",
        "No class list (.xlsx, .csv) was found on a stick, the desktop or among the downloads.",
    ),
    "enrol.choice": ("{file} | {count} 人\n{folder}", "{file} | {count} people\n{folder}"),
    "enrol.choice_faulty": ("{file} | {count} 处有错，选了再看\n{folder}", "{file} | {count} fault(s)\n{folder}"),
    "enrol.other_place": ("在别处，自己写文件名", "Somewhere else: type its name"),
    "enrol.where": ("名册表格在哪里？写全文件名", "Where is the table? Give the whole file name"),
    "enrol.where_foot": ("Enter 读一读再定 | Esc 返回", "Enter reads it first | Esc goes back"),
    "enrol.faulty": (
        "“{file}”有 {count} 处错，一个人也没有导入。改好存盘，再按 F6。",
        "“{file}” has {count} fault(s); nobody was brought in. Mend and save it, then F6 again.",
    ),
    "enrol.fault": ("第 {line} 行：{text}", "Line {line}: {text}"),
    "enrol.confirm": ("导入“{file}”？", "Bring in “{file}”?"),
    "enrol.counts": (
        "读到 {read} 人：新增 {added} 人，更新 {updated} 人，未变 {same} 人。",
        "{read} read: {added} new, {updated} changed, {same} unchanged.",
    ),
    "enrol.first": ("新增的：{people}。", "New: {people}."),
    "enrol.changed": ("更新的：{people}。", "Changed: {people}."),
    "enrol.and_others": ("{people}等", "{people} and others"),
    "enrol.renamed": (
        "学号 {id} 原来是{before}，表里是{name}：会不会拿错了名单？",
        "{id} was {before} and is {name} in the table: is it the right list?",
    ),
    "enrol.more_renamed": ("还有 {count} 个学号换了姓名。", "{count} more number(s) have another name."),
    "enrol.more_doubts": ("还有 {count} 行要看看。", "{count} more row(s) to look at."),
    "enrol.kept": (
        "名册上另有 {count} 人不在这个表里，照样留着。",
        "{count} more on the list are not in this table; they stay.",
    ),
    "enrol.not_yet": ("先不导入", "Not yet"),
    "enrol.step": ("确认导入", "Bring it in"),
    "enrol.nothing": (
        "和现在的名册一样，没有要改的。",
        "The class list says the same; nothing changes.",
    ),
    "enrol.done": ("名册已导入：新增 {added} 人，更新 {updated} 人。", "Brought in: {added} new, {updated} changed."),
    # A class list from a file.
    "roster-no-heads": (
        "前 10 行里没有找到“姓名”这一列。请加一行表头，写上学号、姓名、单位。",
        "No column 姓名 (name) within the first 10 rows. Add a row of heads: 学号, 姓名, 单位.",
    ),
    "roster-empty": ("表头下面没有人。", "There is nobody below the heads."),
    "roster-no-id": ("这一行没有学号（姓名：{name}）。", "This row has no number (name: {name})."),
    "roster-name-long": ("姓名超过 {limit} 个字，请核对。", "The name is longer than {limit} characters. Check it."),
    "roster-text-long": (
        "单位、职务或组别超过 {limit} 个字，请缩短。",
        "The unit, post or group is longer than {limit} characters. Shorten it.",
    ),
    "roster-row-skipped": (
        "“{text}”是合计、备注或签字，没有当作学员导入。真是学员的，请把这一行写全学号和姓名。",
        "“{text}” is a total, a remark or a line to sign; it was not taken for a candidate.",
    ),
    "roster-left": (
        "学号 {id}（{name}）{at} 已退班（{why}），仍算退班。要恢复，用 quizapp candidates leave {id} --back。",
        "{id} ({name}) left the class on {at} ({why}) and still counts as gone. quizapp candidates leave {id} --back.",
    ),
    "roster-id-near": (
        "学号 {id}（{name}）是新的，和名册里的 {near} 写法相近。是同一个人的，请改成一样的学号再导入。",
        "{id} ({name}) is new and written like {near} on the roster. If they are one person, use one number.",
    ),
    "roster-no-name": ("学号 {id} 没有姓名。", "Candidate {id} has no name."),
    "roster-id-long": ("学号超过 {limit} 个字。", "The number is longer than {limit} characters."),
    "roster-id-twice": ("学号 {id} 与第 {first} 行重复。", "Number {id} stands in line {first} already."),
}
