"""What the command line says: results, messages beside them, and what is called wrongly."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # At the edge.
    "command.output-refused": (
        "结果没有输出完（错误号 {number}）；已保存的内容没有改动。请检查磁盘空间，再试一次。",
        "Not everything was put out (error {number}); what was saved is unchanged. Check disk space and try again.",
    ),
    "command.machine-refused": (
        "系统没有让程序读写 {file}（错误号 {number}）；已保存的内容没有改动。请检查磁盘空间和权限，再试一次。",
        (
            "The system would not read or write {file} (error {number}); what was saved is unchanged. "
            "Check disk space and permissions, then try again."
        ),
    ),
    "command.book-altered": (
        "成绩册被程序以外的手改过：已按答卷记录重做，改过的那份留在 set-aside/{kept}。请用 scores verify 查看。",
        (
            "The score book was changed by another hand: it was made again from the records; the changed one is "
            "set-aside/{kept}. See scores verify."
        ),
    ),
    "command.unexpected": (
        "程序遇到没有料到的情况，只好停下；已保存的内容都在，重新打开可以接着用。情况记在 {file}，请把它交给维护者。",
        (
            "The program met something unexpected and stopped; what was saved is there, and can be gone on with. "
            "What happened stands in {file}: pass it on to whoever mends the program."
        ),
    ),
    "command.unexpected-unkept": (
        "程序遇到没有料到的情况，只好停下；已保存的内容都在。加上 --debug 再运行一次，把显示的细节交给维护者。",
        (
            "The program met something unexpected and stopped; what was saved is there. "
            "Run it again with --debug and pass the details on."
        ),
    ),
    # Results and messages.
    "command.check.clean": ("没有发现问题。", "No faults."),
    "command.check.found": ("错误 {errors} 处，提醒 {warnings} 处。", "{errors} error(s), {warnings} warning(s)."),
    "command.banks.none": (
        "还没有题库。把题库文件放进数据文件夹的 banks 里，或用 --banks 指定文件夹。",
        "There are no banks. Put bank files into the data folder's banks, or name a folder with --banks.",
    ),
    "command.banks.faulty": (
        "有 {count} 个题库文件有错，用 quizapp banks check 查看。",
        "{count} bank file(s) have faults: see quizapp banks check.",
    ),
    "command.banks.faulty-elsewhere": (
        "有 {count} 个题库文件有错，请告诉教员。",
        "{count} bank file(s) have faults: tell the instructor.",
    ),
    "command.banks.title": ("{title}（{bank}），共 {count} 题", "{title} ({bank}), {count} items"),
    "command.banks.hidden": (
        "另有 {count} 题在正在作答的试卷上，交卷后才显示。",
        "{count} more are on a paper that is being sat; they show once it is handed in.",
    ),
    "command.banks.formatted": ("{file}：编了 {count} 个编号。", "{file}: {count} id(s) given."),
    "command.banks.unchanged": ("{file}：每题都有编号，没有改动。", "{file}: every item has its id; unchanged."),
    "command.item.key": ("答案：{key}", "Key: {key}"),
    "command.item.scores": ("选项得分：{scores}", "Each option earns: {scores}"),
    "command.item.order": ("只须：{runs}", "Only this order must be kept: {runs}"),
    "command.item.level": ("　{level}（{marks} 分）{looks}", "  {level} ({marks}) {looks}"),
    "command.item.deduction": (
        "扣分：{point}，每处 {each} 分，最多 {most} 分",
        "Off: {point}, {each} each, {most} at most",
    ),
    "command.item.key-whole": ("都算对：{key}", "All that is right: {key}"),
    "command.item.tolerance": ("允许误差：{tolerance}", "Tolerance: {tolerance}"),
    "command.item.unit": ("（单位：{unit}）", " (in {unit})"),
    "command.item.model-answer": ("参考答案：{answer}", "Model answer: {answer}"),
    "command.item.point": ("采分点 {number}（{marks} 分）：{point}", "Point {number} ({marks} marks): {point}"),
    "command.item.point-with-keywords": (
        "采分点 {number}（{marks} 分）：{point}（关键词：{keywords}）",
        "Point {number} ({marks} marks): {point} (keywords: {keywords})",
    ),
    "command.item.rationale": ("解析：{rationale}", "Rationale: {rationale}"),
    "command.coverage.all": ("全部", "all"),
    "command.coverage.no-topic": ("没有写知识点的", "without a topic"),
    "command.coverage.no-level": ("没写难度", "none"),
    "command.coverage.wants": (
        "试卷要用多少（几份试卷都要时，取最多的一份；够出两套卷不重题才算充足）：",
        "What papers want (the most that one of them does; enough is what fills two forms without repeating):",
    ),
    "command.coverage.missing": ("缺 {count} 题", "{count} missing"),
    "command.coverage.thin": ("偏少", "thin"),
    "command.coverage.found": ("缺题 {missing} 处，偏少 {thin} 处。", "{missing} missing, {thin} thin."),
    "command.papers.spans": (
        "《{paper}》各知识点可能占的分数（所有能抽出的卷里最少和最多）：",
        "“{paper}”: the marks of each topic, least and most over all forms that can be drawn:",
    ),
    "command.papers.bare": ("可能一分没有：{topics}", "May have none: {topics}"),
    "command.papers.about": ("约 ", "about "),
    "command.papers.none": (
        "还没有试卷。把试卷文件放进数据文件夹的 banks 里，或用 --banks 指定文件夹。",
        "There are no papers. Put paper files into the data folder's banks, or name a folder with --banks.",
    ),
    "command.papers.faulty": (
        "有 {count} 个试卷文件有错，用 quizapp papers check 查看。",
        "{count} paper file(s) have faults: see quizapp papers check.",
    ),
    "command.papers.trial": ("（试用）", " (trial)"),
    "command.papers.drawn-trial": (
        "这是试用卷：这里没有设班级，有题库的人都抽得到同一套题。正式考试先用 quizapp class new 建班级。",
        "A trial: with no class here anybody draws the same. For an exam make a class first: quizapp class new.",
    ),
    "command.papers.fixed": ("这套卷已固定，编号 {form}。", "This form is fixed: {form}."),
    "command.papers.printed": (
        "《{paper}》已印到 {file}（卷：{forms}）；印出的卷已固定。",
        "“{paper}” was printed to {file} (forms: {forms}); what is printed is fixed.",
    ),
    "command.papers.only-shown": ("只是试看，没有固定。", "Only shown; nothing was fixed."),
    "command.forms.title": ("《{title}》：并排试看 {count} 套卷", "“{title}”: {count} forms beside each other"),
    "command.forms.sample": ("样卷{number}", "sample {number}"),
    "command.forms.facility": ("预计难度系数", "expected facility"),
    "command.forms.expected-score": ("预计平均分", "expected score"),
    "command.forms.overlaps": ("两两重题：", "Items in common:"),
    "command.forms.shared": ("重题", "shared"),
    "command.forms.share": ("占比", "share"),
    "command.forms.difference": (
        "最大差距：预计难度系数相差 {facility}，预计平均分相差 {score} 分。",
        "Largest difference: {facility} in expected facility, {score} marks in expected score.",
    ),
    "command.forms.no-forecast": (
        "试题都没写难度，估不出难度系数。请给试题写上难度：易、中或难。",
        "No item has a difficulty, so nothing can be expected. Give the items one: easy, medium or hard.",
    ),
    "command.forms.most-shared": (
        "重题最多：{forms}，{count} 题（{share}）。",
        "Most in common: {forms} with {count} ({share}).",
    ),
    "command.forms.forecast": (
        "预计难度系数按分值加权，易、中、难各按 {easy}、{medium}、{hard} 计；没写难度的题按其余题的平均计。",
        (
            "Expected facility is weighed by marks: easy is {easy}, medium {medium}, hard {hard};"
            " questions without a difficulty count as the others' mean."
        ),
    ),
    "command.form.title": ("{title}（{form} 卷，{digest}）", "{title} (form {form}, {digest})"),
    "command.form.case": ("【材料】{stimulus}", "[Case] {stimulus}"),
    "command.form.section": ("{title}（{count} 题，{marks} 分）", "{title} ({count} questions, {marks} marks)"),
    "command.candidates.none": (
        "没有名册。用 quizapp candidates import 从表格导入，或作答时直接输入姓名。",
        "There is no roster. Import one with quizapp candidates import, or give names when sitting.",
    ),
    "command.candidates.left": ("{id} {name} 记为退班。", "{id} {name}: left the class."),
    "command.candidates.returned": ("{id} {name} 回到班里。", "{id} {name} is in the class again."),
    "command.candidates.gone": ("{id} {name} {at} 退班（{why}）", "{id} {name} left on {at} ({why})"),
    "command.candidates.imported": (
        "读到 {read} 人：新增 {added} 人，更新 {updated} 人，未变 {same} 人。",
        "{read} read: {added} added, {updated} updated, {same} unchanged.",
    ),
    "command.candidates.exported": ("名册 {count} 人，写到 {file}。", "{count} on the roster, written to {file}."),
    "command.candidates.renamed": (
        "学号 {id} 原来是{before}，现在改成了{name}；如果弄混了两份名单，请重新导入正确的一份。",
        "Candidate {id} was {before} and is now {name}. If two lists were mixed up, import the right one again.",
    ),
    "command.candidates.kept-out": (
        "这一行没有问题；文件里别处有错，所以全部没有导入。",
        "This row is fine; others in the file are not, so nothing was imported.",
    ),
    "command.scores.none": (
        "还没有成绩。有人交卷后，成绩会出现在这里。",
        "There are no scores yet. They appear once somebody has handed in.",
    ),
    "command.scores.title": (
        "{title}（{paper}），{count} 份答卷，满分 {full}",
        "{title} ({paper}), {count} attempt(s), full score {full}",
    ),
    "command.scores.passed": ("及格", "pass"),
    "command.scores.failed": ("不及格", "fail"),
    "command.scores.exported": (
        "《{paper}》导出 {rows} 行，写到 {file}。",
        "“{paper}”: {rows} row(s) written to {file}.",
    ),
    "command.scores.exported-all": (
        "{papers} 份试卷导出 {rows} 行，写到 {file}。",
        "{papers} paper(s), {rows} row(s) written to {file}.",
    ),
    "command.scores.entered": ("《{paper}》录入 {count} 份答卷。", "“{paper}”: {count} attempt(s) entered."),
    "command.scores.entered-rest": (
        "《{paper}》上次没有录完：{stood} 份已经在，这次把缺的补上了，现在 {count} 份都齐全。",
        "“{paper}” was entered in part before: {stood} stood, the rest was entered now, and all {count} are whole.",
    ),
    "command.scores.rebuilt": (
        "成绩册已重新生成：{attempts} 份答卷，名册 {candidates} 人。",
        "The score book was made again: {attempts} attempt(s), {candidates} on the roster.",
    ),
    # More time, and hand-ins by order.
    "command.extend.given": ("延长 {more}", "{more} more"),
    "command.extend.refused": ("没有延长：{reason}", "not extended: {reason}"),
    "command.extend.done": ("{count} 份答卷延长了 {more}。", "{count} attempt(s) have {more} more."),
    "command.extend.refused-some": (
        "{count} 份没有延长，原因在表里。",
        "{count} not extended; the table says why.",
    ),
    "command.close.done": (
        "答卷 {attempt}（{candidate} {name}）已强制收卷，{at}，回执号 {receipt}。",
        "Attempt {attempt} ({candidate} {name}) was handed in by order at {at}, receipt {receipt}.",
    ),
    # Marking essays.
    "command.mark.progress": (
        "《{title}》已阅 {marked} / {total} 份简答，还有 {waiting} 份待阅卷。",
        "“{title}”: {marked} of {total} essays are marked, {waiting} wait.",
    ),
    "command.mark.how": (
        "用 quizapp scores mark {paper} 阅卷。",
        "Mark them with quizapp scores mark {paper}.",
    ),
    "command.mark.none": ("《{title}》没有要阅的简答。", "“{title}” has no essays to mark."),
    "command.mark.hidden": (
        "另有 {count} 份暂不列出：{people} 正在这台机器上作答同样的题，交卷以后再阅。",
        "{count} more are kept back while the same questions are being sat here, by {people}.",
    ),
    "command.mark.missing": (
        "还有 {count} 人的答卷没有收齐（只收来一半）：{people}。别的人照常阅；收不齐的，用 quizapp scores close 收卷。",
        (
            "{count} attempt(s) were collected half done: {people}. The others can be marked all the same; "
            "where no more will come, hand it in with quizapp scores close."
        ),
    ),
    "command.mark.agreeing": (
        "其中 {count} 份别人也阅过，给分一致。",
        "{count} of them had been marked by somebody else too, with the same marks.",
    ),
    "command.mark.differing": (
        "双评不一致的 {count} 份，两边的给分都留着，裁定以前这份答卷不出分：",
        "{count} essay(s) were marked differently; both marks stand, and there is no score until it is decided:",
    ),
    "command.mark.differing-line": (
        "  答卷 {attempt} 第 {number} 题：{marks}",
        "  {attempt}, question {number}: {marks}",
    ),
    "command.mark.differing-how": (
        "裁定用 quizapp scores override 答卷 题号 分数；阅卷人也可以改自己的给分。",
        "Decide with quizapp scores override ATTEMPT NUMBER MARKS; a marker may also amend their own marks.",
    ),
    "command.mark.recorded": (
        "《{title}》记下 {count} 份简答的给分，阅卷人 {by}。",
        "“{title}”: marks for {count} essay(s) recorded, by {by}.",
    ),
    # The command line, called wrongly.
    "usage-unknown-option": (
        "没有 {option} 这个选项。用 {command} --help 查看用法。",
        "There is no option {option}. See {command} --help.",
    ),
    "usage-unknown-option-near": (
        "没有 {option} 这个选项，也许是 {near}？用 {command} --help 查看用法。",
        "There is no option {option}; perhaps {near}? See {command} --help.",
    ),
    "usage-unknown-command": (
        "没有 {given} 这个命令，可以用：{choices}。用 {command} --help 查看用法。",
        "There is no command {given}; there are: {choices}. See {command} --help.",
    ),
    "usage-unknown-command-near": (
        "没有 {given} 这个命令，也许是 {near}？用 {command} --help 查看用法。",
        "There is no command {given}; perhaps {near}? See {command} --help.",
    ),
    "usage-needs-value": (
        "{option} 后面缺少内容。用 {command} --help 查看用法。",
        "{option} needs a value. See {command} --help.",
    ),
    "usage-takes-no-value": (
        "{option} 后面不用写内容。用 {command} --help 查看用法。",
        "{option} takes no value. See {command} --help.",
    ),
    "usage-missing": ("缺少：{what}。用 {command} --help 查看用法。", "Missing: {what}. See {command} --help."),
    "usage-extra": ("多出了：{given}。用 {command} --help 查看用法。", "Too much: {given}. See {command} --help."),
    "usage-choice": (
        "{option} 没有 {given} 这种写法，可以写：{choices}。用 {command} --help 查看用法。",
        "{option} cannot be {given}; it can be: {choices}. See {command} --help.",
    ),
    "usage-bad-value": (
        "没有读懂 {option} 的内容。用 {command} --help 查看用法。",
        "The value of {option} was not understood. See {command} --help.",
    ),
    "usage-wrong": (
        "没有读懂这条命令。用 {command} --help 查看用法。",
        "The command was not understood. See {command} --help.",
    ),
}
