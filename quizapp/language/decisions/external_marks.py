"""What is said about marks from outside and the weighted total."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Results of the command.
    "command.add.done": (
        "{name}：{rows} 行，新增 {added}，改动 {changed}，相同 {same}，缺得分 {missing}。",
        "{name}: {rows} row(s), {added} added, {changed} changed, {same} unchanged, {missing} without a mark.",
    ),
    "command.add.earned": ("{marks}（满分 {full}）", "{marks} of {full}"),
    "command.add.earned-noted": ("{marks}（满分 {full}，{note}）", "{marks} of {full} ({note})"),
    "command.add.changed": (
        "{who}：原为 {before}，现为 {after}。",
        "{who}: from {before} to {after}.",
    ),
    "command.add.missing": (
        "第 {line} 行 {who}：没有得分，算缺项，不是 0 分。",
        "Line {line}, {who}: no mark; it is missing, which is not zero.",
    ),
    "command.add.missing-kept": (
        "第 {line} 行 {who}：没有得分，保留原来的 {marks}。",
        "Line {line}, {who}: no mark; {marks} from before is kept.",
    ),
    "command.add.new-name": (
        (
            "“{name}”是新的一项，已有的是：{known}。如果写错了名称，请按原来的名称重新导入，"
            "再收回这一项（--remove --all）。"
        ),
        (
            "“{name}” is new; there are: {known}. If the name was mistyped, bring the file in again by the right one, "
            "and take this one back (--remove --all)."
        ),
    ),
    "command.add.how-to-take-back": (
        "要收回原来的得分：quizapp scores add --as {name} --remove --candidate 学号 --why 原因",
        "To take a mark from before back: quizapp scores add --as {name} --remove --candidate ID --why TEXT",
    ),
    "command.add.taken-back": ("{who}：收回 {marks}，现在算缺项。", "{who}: {marks} taken back; it is missing now."),
    "command.add.taken-back-done": ("{name}：收回 {count} 人的得分。", "{name}: marks of {count} taken back."),
    "command.add.taken-back-own": (
        "其中有 {by} 本人的得分，请由另一人核对（--checked-by）。",
        "The mark of {by}, who takes it back, is among them: have somebody else check it (--checked-by).",
    ),
    "command.add.only-shown": ("只是试看，没有记录。", "Only shown; nothing was recorded."),
    # Faults of a file of marks.
    "outside-no-heads": (
        "前 10 行里没有找到“学号”这一列。表头应为：学号、姓名、得分（也可以写“{name}”）。",
        "No column 学号 (id) within the first 10 rows. The heads are: 学号, 姓名, 得分 (or “{name}”).",
    ),
    "outside-no-marks": (
        "没有“得分”这一列，也没有“{name}”这一列。请给得分那一列写上其中一个表头。",
        "There is no column 得分 (score), nor “{name}”. Give the column of marks one of these heads.",
    ),
    "outside-column-twice": (
        "“{column}”这一列有两个，分不清是哪一个。请只留一个。",
        "There are two columns “{column}”. Leave one.",
    ),
    "outside-columns-several": (
        "用的是“{column}”这一列，没有用：{left}。",
        "Column “{column}” is used, and not: {left}.",
    ),
    "outside-empty": ("表头下面没有得分。", "There are no marks below the heads."),
    "outside-marks-unread": (
        "没有读懂得分“{given}”：请填数字，如 92 或 92.5；没有得分就空着。",
        "The mark “{given}” was not understood: write a number such as 92 or 92.5; leave it empty where there is none.",
    ),
    "outside-full-unread": (
        "没有读懂满分“{given}”：请填数字，如 100。",
        "The full score “{given}” was not understood: write a number such as 100.",
    ),
    "outside-full-none": ("满分要大于 0，这里是 {full}。", "A full score is more than 0, not {full}."),
    "outside-marks-outside": (
        "得分 {given} 不在 0 到 {full} 之间。满分不是 100 的，请加一列“满分”。",
        "The mark {given} is not between 0 and {full}. Where 100 is not the full score, add a column full_score.",
    ),
    "outside-own-marks": (
        "这一行是登记人 {by} 本人的得分，请由另一人核对（--checked-by）。",
        "This row is the mark of {by}, who brings it in: have somebody else check it (--checked-by).",
    ),
    # Names that cannot be used.
    "outside-name-empty": (
        "请写明是什么得分：--as 考勤。",
        "Say what the marks are of, as in --as attendance.",
    ),
    "outside-name-long": ("名称超过 {limit} 个字。", "The name is longer than {limit} characters."),
    "outside-name-of-paper": (
        "“{name}”是一份试卷，成绩由答卷算出，不能从外面导入。请换一个名称。",
        "“{name}” is a paper, whose scores come from its attempts. Choose another name.",
    ),
    # What cannot be taken back.
    "outside-remove-whom": (
        "收回得分写 --remove 和 --candidate 学号，或 --remove 和 --all，二者选一，不写文件。",
        "To take marks back, give --remove and either --candidate ID or --all, and no file.",
    ),
    "outside-name-unknown": (
        "没有导入过“{name}”的得分，没有可收回的。现有：{known}。",
        "No marks of “{name}” stand, so none can be taken back. There are: {known}.",
    ),
    "outside-no-mark": (
        "“{name}”里没有学号 {id} 的得分，没有可收回的。",
        "Candidate {id} has no mark of “{name}”; there is nothing to take back.",
    ),
    # The weighted total.
    "weights-unknown": (
        "设置文件的“权重”里有认不出的名称：{names}。现有：{choices}。请改正名称，或先用 quizapp scores add 导入。",
        "Unknown names in the weights of the settings: {names}. There are: {choices}. Mend them, or use scores add.",
    ),
    "weights-same": (
        "设置文件的“权重”里有两项是同一份试卷《{paper}》：{names}。请合并为一项。",
        "The settings weigh “{paper}” twice, as {names}. Make it one.",
    ),
}
