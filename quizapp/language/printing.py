"""What stands on a printed paper beside what its author wrote, and what printing refuses."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "print.form": ("（{letter} 卷）", " (form {letter})"),
    "print.form_short": ("{letter} 卷", "Form {letter}"),
    "print.trial": ("试用卷，不作正式成绩", "trial: no formal score"),
    "print.time": ("考试时间 {time}", "time {time}"),
    "print.minutes": ("{minutes} 分钟", "{minutes} minutes"),
    "print.full": ("满分 {marks} 分", "full score {marks}"),
    "print.pass": ("{marks} 分及格", "pass mark {marks}"),
    "print.digest": ("卷号 {digest}", "no. {digest}"),
    "print.notice": ("考生须知", "Instructions"),
    "print.use_sheet": ("答案写在后面的答题卡上。", "Write the answers on the answer sheet at the end."),
    "print.name": ("姓名", "Name"),
    "print.id": ("学号", "Number"),
    "print.unit": ("单位", "Unit"),
    "print.seal": ("密 封 线 内 不 要 答 题", "write no answers beyond this line"),
    "print.number": ("题号", "Section"),
    "print.score": ("得分", "Score"),
    "print.marker": ("阅卷人", "Marker"),
    "print.total": ("总分", "Total"),
    "print.section_each": (
        "（共 {count} 题，每题 {each} 分，共 {marks} 分）",
        " ({count} questions, {each} marks each, {marks} marks)",
    ),
    "print.section": ("（共 {count} 题，共 {marks} 分）", " ({count} questions, {marks} marks)"),
    "print.marks": ("（{marks} 分）", " ({marks} marks)"),
    "print.penalty": (
        "答错的题倒扣该题分值的 {share}，本大题最低 0 分。",
        "A wrong answer costs {share} of its marks; the section never falls below 0.",
    ),
    "print.limit": ("本大题限时 {time}。", "This section has {time}."),
    "print.scheme.all_or_nothing": ("全部答对才得分。", "Marks only for what is right as a whole."),
    "print.scheme.partial": ("选错不得分，少选按比例得分。", "No marks with a wrong option; fewer right ones in part."),
    "print.scheme.half": ("选错不得分，少选得一半。", "No marks with a wrong option; half for fewer right ones."),
    "print.scheme.right_minus_wrong": ("选错抵扣选对的。", "Wrong options are taken off the right ones."),
    "print.scheme.per_option": (
        "选错不得分，少选按选对的个数得分。",
        "No marks with a wrong option; fewer right ones by their number.",
    ),
    "print.scheme.per_blank": ("按空给分。", "Marks for each blank."),
    "print.scheme.option_scores": (
        "各选项得分不同，选得较好也得一部分分。",
        "Options earn different shares of the marks; good ones earn a part.",
    ),
    "print.scheme.precedence": ("按先后给分。", "Marks for each two in the right order."),
    "print.scheme.position": ("按位置给分。", "Marks for each one in its place."),
    "print.scheme.per_pair": ("按配对给分。", "Marks for each pair."),
    "print.scheme.per_cell": ("按格给分。", "Marks for each cell."),
    "print.scheme.per_entry": ("一条全对才得这一条的分。", "Marks for each entry that is right in all its columns."),
    "print.scheme.found_and_mended": (
        "找出错处得一半，改对再得一半；把对的当成错的要扣分。",
        "Half for each fault found, half for mending it; marking what is right takes off.",
    ),
    "print.scheme.mended": (
        "改对才得分；把对的当成错的要扣分。",
        "Marks for each fault mended; marking what is right takes off.",
    ),
    "print.case": (
        "阅读材料，回答第 {first}～{last} 题。",
        "Read this and answer questions {first} to {last}.",
    ),
    "print.case_one": ("阅读材料，回答第 {first} 题。", "Read this and answer question {first}."),
    "print.order": ("正确顺序：", "Right order:"),
    "print.unit_given": ("（单位：{unit}）", " (in {unit})"),
    "print.sheet": ("答题卡", "Answer sheet"),
    "print.key": ("参考答案与解析", "Key and rationale"),
    "print.tolerance": ("允许误差 {tolerance}", "tolerance {tolerance}"),
    "print.key_whole": ("都算对：{key}", "All that is right: {key}"),
    "print.also": ("都算对：第 {blank} 空 {texts}", "also right: blank {blank} {texts}"),
    "print.model_answer": ("参考答案：{answer}", "Model answer: {answer}"),
    "print.point": ("采分点 {number}（{marks} 分）：{point}", "Point {number} ({marks} marks): {point}"),
    "print.keywords": ("（关键词：{words}）", " (keywords: {words})"),
    "print.rationale": ("解析：{rationale}", "Rationale: {rationale}"),
    "print.feedback": ("{letter} 项：{text}", "{letter}: {text}"),
    "print.option_score": ("{letter} 项得 {score}。", "{letter} earns {score}. "),
    "print.order_asked": ("（只须 {runs}）", "(only {runs} must hold)"),
    "print.level": ("　{level}（{marks} 分）{looks}", "  {level} ({marks}) {looks}"),
    "print.deduction": ("扣分：{point}，每处 {each} 分，最多 {most} 分", "Off: {point}, {each} each, {most} at most"),
    "print.stage": ("阶段{stage}　", "Stage {stage}. "),
    "print.stage_next": (
        "请先答完上面的题，再往下看；往下看以后，上面的作答不要再改。",
        "Finish the questions above before you read on; once you have, leave their answers as they are.",
    ),
    "print.by_person": ("由人阅卷", "marked by a person"),
    "print.page": ("第 {page} 页", "Page {page}"),
    "print.pages": ("第 {page} 页　共 {pages} 页", "Page {page} of {pages}"),
    # What printing refuses.
    "print-key-hidden": (
        "有人正在作答《{paper}》的题目，其中 {count} 题的答案暂时不能看。等交卷后再来，或先不带 --with-key，只看试卷。",
        (
            "Somebody is sitting questions of “{paper}”: the keys of {count} of them may not be seen now. "
            "Wait until they hand in, or leave out --with-key."
        ),
    ),
    "print-unknown": (
        "不能印成 {wanted}。文件名的结尾可以是：{choices}",
        "Nothing is printed as {wanted}. The file's name may end in: {choices}",
    ),
    "print-needs-word": (
        (
            "印成 {suffix} 要先装上 python-docx：pip install 'quizapp[word]'；"
            "也可以印成网页：文件名以 .html 结尾，用浏览器打印。"
        ),
        (
            "Printing as {suffix} needs python-docx: pip install 'quizapp[word]'. "
            "Or print to a name that ends in .html and print that from a browser."
        ),
    ),
    "print-form-alone": (
        "不能同时写 --form 和 --candidate。",
        "--form and --candidate cannot be given together.",
    ),
}
