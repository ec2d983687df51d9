"""What the doctor finds, each with its remedy."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # The doctor.
    "doctor.ok": ("[正常]", "[ok]"),
    "doctor.not-ok": ("[注意]", "[!!]"),
    "doctor.well": ("一切正常。", "All is well."),
    "doctor.wrong": ("有 {count} 处需要处理。", "{count} thing(s) need attention."),
    "doctor.trouble": ("{trouble}", "{trouble}"),
    "doctor.program": ("程序 {version}，解释器 {python}（{path}）", "quizapp {version}, Python {python} ({path})"),
    "doctor.libyaml": ("题库用 C 语言的解析器读取，速度快。", "Banks are read by libyaml, the fast parser."),
    "doctor.pure-yaml": (
        "题库用纯脚本的解析器读取：结果一样，题库很大时慢一些。",
        "Banks are read by the pure parser: the same verdicts, slower on very large banks.",
    ),
    "doctor.terminal": ("终端 {columns} 列 {rows} 行。", "The terminal is {columns}×{rows}."),
    "doctor.terminal-small": (
        "终端只有 {columns} 列 {rows} 行，请把窗口拉大到 80 列 24 行，或把字号调小。",
        "The terminal is only {columns}×{rows}: make the window at least 80×24, or the type smaller.",
    ),
    "doctor.no-terminal": (
        "输出没有接在终端上；打开程序时需要终端。",
        "Output goes to no terminal; the app needs one.",
    ),
    "doctor.encoding": (
        "终端编码 {encoding}，能显示中文。",
        "The terminal's encoding is {encoding}: Chinese can be shown.",
    ),
    "doctor.encoding-poor": (
        "终端编码 {encoding} 显示不全中文，请改用 UTF-8（设置 PYTHONUTF8=1，或换一个终端）。",
        "The terminal's encoding {encoding} lacks Chinese characters: use UTF-8 (PYTHONUTF8=1, or another terminal).",
    ),
    "doctor.totals": (
        "总评按设置的权重合成：{parts}。外部得分的记录逐条核对无误。",
        "Totals are made by the weights of the settings: {parts}. Marks from outside are as they were written.",
    ),
    "doctor.no-weights": (
        "没有设置权重，总表只列各项成绩，不算总评。外部得分的记录逐条核对无误。",
        "No weights are set: papers stand beside one another, without a total. Marks from outside are as written.",
    ),
    "doctor.second-place": (
        "数据另有备份位置 {folder}，可以写入，每次评分、决定后自动备份。",
        "The data is copied to {folder} after each marking and decision; it can be written.",
    ),
    "doctor.second-place-none": (
        "没有设置备份位置，数据只有 {home} 一份。请在其中的设置文件里写上“备份位置”，填 U 盘或另一块硬盘上的文件夹。",
        "No second place is named; the data is only in {home}. Set second_place in its settings.yaml to another disk.",
    ),
    "doctor.language-zh": ("界面语言是中文；要英文用 --lang en。", "The language is Chinese; --lang en changes it."),
    "doctor.language-en": ("界面语言是英文；要中文用 --lang zh。", "The language is English; --lang zh changes it."),
    "doctor.home": (
        "数据文件夹 {home} 可以写入，存一次盘 {milliseconds} 毫秒。",
        "The data folder {home} can be written; a synced write takes {milliseconds} ms.",
    ),
    "doctor.home-slow": (
        "数据文件夹 {home} 存一次盘要 {milliseconds} 毫秒，作答会感到卡顿；请用 --home 换到本机硬盘上。",
        (
            "A synced write to the data folder {home} takes {milliseconds} ms, which will be felt: "
            "use --home to put it on a local disk."
        ),
    ),
    "doctor.home-open": (
        (
            "数据文件夹 {home} 别的用户也能看，而这里改不了它的权限（U 盘，或不是本人的文件夹）；"
            "多人共用的电脑，请用 --home 换到本人的文件夹。"
        ),
        (
            "Other users can look into the data folder {home}, and its rights cannot be changed here (a stick, or "
            "another person's folder): on a shared machine use --home to put it into a folder of your own."
        ),
    ),
    "doctor.banks": ("题库 {banks} 个，共 {items} 题，没有错误。", "{banks} bank(s), {items} items, no errors."),
    "doctor.banks-faulty": (
        ("题库 {banks} 个，共 {items} 题；文件里有错误 {errors} 处，用 quizapp banks check 查看。"),
        "{banks} bank(s), {items} items; {errors} error(s): see quizapp banks check.",
    ),
    "doctor.banks-faulty-elsewhere": (
        "题库 {banks} 个，共 {items} 题；文件里有错误 {errors} 处，请告诉教员。",
        "{banks} bank(s), {items} items; {errors} error(s): tell the instructor.",
    ),
    "doctor.no-banks": (
        "没有找到题库。把题库文件放进数据文件夹的 banks 里，或用 --banks 指定文件夹。",
        "No banks were found. Put bank files into the data folder's banks, or name a folder with --banks.",
    ),
    "doctor.papers": ("试卷 {papers} 份，都可以用。", "{papers} paper(s), all usable."),
    "doctor.papers-faulty": (
        "试卷 {papers} 份，其中 {faulty} 份有错（如 {file}），用 quizapp papers check 查看。",
        "{papers} paper(s), {faulty} with faults (such as {file}): see quizapp papers check.",
    ),
    "doctor.papers-faulty-elsewhere": (
        "试卷 {papers} 份，其中 {faulty} 份有错（如 {file}），请告诉教员。",
        "{papers} paper(s), {faulty} with faults (such as {file}): tell the instructor.",
    ),
    "doctor.no-papers": (
        "没有找到试卷。把试卷文件放进题库文件夹。",
        "No papers were found. Put paper files into a banks folder.",
    ),
    "doctor.journals": ("答卷记录 {journals} 份，逐条核对无误。", "{journals} journal(s), every line verified."),
    "doctor.journals-torn": (
        "答卷记录 {journals} 份；{torn} 份末尾有没写完的半行（如 {attempt}），前面的内容完好，下次打开时会自动收好。",
        (
            "{journals} journal(s); {torn} end in half a line (such as {attempt}). "
            "What stands before is whole, and the rest is set aside when the attempt is opened."
        ),
    ),
    "doctor.attempts": (
        "答卷 {attempts} 份，正在作答 {going_on} 份；到时自动交卷 {ended} 份。",
        "{attempts} attempt(s), {going_on} in progress; {ended} past their closing were handed in.",
    ),
    "doctor.book": (
        "成绩册与答卷记录一致：{scores} 份答卷，名册 {candidates} 人。",
        "The score book agrees with the journals: {scores} attempt(s), {candidates} on the roster.",
    ),
    "doctor.book-differs": (
        "成绩册与答卷记录不一致，以答卷记录为准：用 quizapp scores rebuild 重新生成。",
        "The score book differs from the journals, which stand: make it again with quizapp scores rebuild.",
    ),
    "doctor.book-missing": (
        "成绩册不在或已损坏，答卷记录还在：用 quizapp scores rebuild 重新生成。",
        "The score book is missing or damaged; the journals are there: make it again with quizapp scores rebuild.",
    ),
    "doctor.clock": ("时钟正常，现在是 {now}。", "The clock is right as far as can be told: {now}."),
    "doctor.clock-without-boot": (
        "现在是 {now}；这台机器读不到开机计时，剩余时间只能按系统时钟算，考试中请不要改时钟。",
        (
            "It is {now}. This machine has no boot clock, "
            "so time left goes by the wall clock: do not set it during an exam."
        ),
    ),
    "doctor.clock-behind": (
        "现在的时钟（{now}）比最后一次作答（{last}）还早，请先校准时钟。",
        "The clock ({now}) is behind the last answer ({last}): set it right first.",
    ),
}
