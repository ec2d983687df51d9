"""What is said where the committee corrects a key: which question, how, what that would change."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "correct.title": ("更正答案", "Correct a key"),
    "correct.offer_note": (
        "答案定错了、题出错了：先看影响，再记录，再判分",
        "a wrong key or question: what changes is shown first",
    ),
    # Which form, which question.
    "correct.which_form": (
        "各卷题号和选项次序不同。照哪一套卷来找题？",
        "The forms differ. By which one shall the question be found?",
    ),
    "correct.form": ("{form} 卷 | {count} 份答卷", "form {form} | {count} attempt(s)"),
    "correct.form_name": ("{form} 卷", "form {form}"),
    "correct.by_item": ("每人一套卷，按题库的次序", "a form each: in the bank's order"),
    "correct.count": ("{count} 题", "{count} questions"),
    "correct.count_of": ("{count} / {whole} 题", "{count} of {whole} questions"),
    "correct.find_hint": ("题号或题干里的字", "number or words of it"),
    "correct.none_fit": ("没有找到；按 Esc 看全部的题", "No question is found; Esc shows all of them"),
    "correct.key_choose": ("上下键选题", "Arrows choose"),
    "correct.key_open": ("{key} 更正这道题", "{key} corrects it"),
    "correct.key_item": ("{key} 更正这道题", "{key} correct it"),
    "correct.name": ("第 {number} 题", "question {number}"),
    "correct.item": ("试题 {item}", "item {item}"),
    "correct.lead": ("{number}. ", "{number}. "),
    "correct.now_key": ("答案 {key}", "key {key}"),
    "correct.now_none": ("这台机器上没有答案", "the key is not on this machine"),
    "correct.now_essay": ("由人阅卷", "marked by people"),
    "correct.now_full": ("所有人给满分", "full marks for everybody"),
    "correct.now_drop": ("不计分", "not counted"),
    "correct.waits": ("（已更正，等着重新判分）", " (corrected; waits to be marked again)"),
    "correct.hidden": (
        "（有人正在考这道题，交卷后才显示）",
        "(somebody is sitting this question; it shows once it is handed in)",
    ),
    "correct.key_hidden": (
        "考试时间还没有结束，不显示答案",
        "the paper is still open: the key is not shown",
    ),
    "correct.answer": ("{text} {count} 人", "{text} {count}"),
    "correct.unanswered": ("没有作答", "no answer"),
    "correct.blank": ("第 {blank} 空：{answers}", "blank {blank}: {answers}"),
    "correct.more_answers": ("另有 {count} 种", "{count} other(s)"),
    "correct.nobody": ("还没有人作答", "nobody answered it"),
    # How.
    "correct.which_way": ("{name}：怎么更正？", "{name}: how?"),
    "correct.form_title": ("{name}：{way}", "{name}: {way}"),
    "correct.way_key": ("改答案", "Another key"),
    "correct.way_key_note": ("原来的答案不算对，只认新的", "the old one no longer counts"),
    "correct.way_accept": ("再认一个答案", "One more right answer"),
    "correct.way_accept_note": ("原来的照样算对，另一个也算对", "the old one still counts, this one too"),
    "correct.way_full": ("全员给分", "Full marks for everybody"),
    "correct.way_full_note": ("不管答了什么，这道题都给满分", "whatever was answered"),
    "correct.way_drop": ("这题不算", "Leave the question out"),
    "correct.way_drop_note": (
        "从满分里去掉；及格线按比例定的，跟着变",
        "out of the full score; a pass mark that is a share falls with it",
    ),
    "correct.letters_form": ("字母按 {form} 卷上的", "letters as on form {form}"),
    "correct.letters_bank": ("字母按题库里的次序", "letters as in the bank"),
    # The look before.
    "correct.will_key": (
        "《{paper}》{name}：答案由 {before} 改为 {after}。",
        "“{paper}”, {name}: {before} becomes {after}.",
    ),
    "correct.will_key_hidden": ("《{paper}》{name}：答案改为 {after}。", "“{paper}”, {name}: the key becomes {after}."),
    "correct.will_accept": ("《{paper}》{name}：{after} 也算对。", "“{paper}”, {name}: {after} is right too."),
    "correct.will_full": ("《{paper}》{name}：所有人给满分。", "“{paper}”, {name}: full marks for everybody."),
    "correct.will_drop": ("《{paper}》{name}：不算，从满分里去掉。", "“{paper}”, {name}: out of the full score."),
    "correct.on_forms": ("{forms} 卷上的这道题一起更正。", "It is corrected on the forms {forms} alike."),
    "correct.on_all_forms": ("各人卷上的这道题（{count} 套）一起更正。", "It is corrected on all {count} forms alike."),
    "correct.changes": (
        "重新判分后，{changed} 人的成绩或名次有变，{same} 人不变。",
        "Once marked again, scores or ranks of {changed} change; those of {same} do not.",
    ),
    "correct.changes_all": (
        "重新判分后，全部 {changed} 人的成绩或名次都有变。",
        "Once marked again, scores or ranks of all {changed} change.",
    ),
    "correct.changes_none": (
        "重新判分后，没有人的成绩和名次有变。",
        "Once marked again, nobody's score or rank changes.",
    ),
    "correct.unmarked": (
        "{count} 人的简答还没有阅完，出成绩时按更正的算。",
        "{count} wait for essays to be marked; their scores will go by the correction.",
    ),
    "correct.passes": ("变为及格 {count} 人：{people}。", "Pass then ({count}): {people}."),
    "correct.fails": ("变为不及格 {count} 人：{people}。", "Fail then ({count}): {people}."),
    "correct.crosses_none": ("没有人变为及格或不及格。", "Nobody crosses the pass mark."),
    "correct.and_others": ("{people}等", "{people} and others"),
    "correct.with_others": (
        "其中连同以前还没有生效的 {count} 处更正。",
        "This includes {count} correction(s) that wait from before.",
    ),
    "correct.not_yet": (
        "这一步只记录，成绩先不动；重新判分以后才算数。",
        "This only records it. Scores change when the paper is marked again.",
    ),
    "correct.step": ("确认更正", "Correct it"),
    "correct.done": ("{name}已更正。", "{name}: corrected."),
    # And then.
    "correct.then": ("{told}成绩还没有变。接下来？", "{told} Scores have not changed yet. What next?"),
    "correct.then_regrade": ("现在重新判分", "Mark the paper again now"),
    "correct.then_regrade_note": ("先看每个人前后的变化，再定", "everybody's change is shown first"),
    "correct.then_another": ("接着更正别的题", "Correct another question"),
    "correct.then_another_note": ("都改好了，一次判分", "and mark again once for all of them"),
    "correct.then_later": ("以后再判分", "Mark again later"),
    "correct.then_later_note": (
        "成绩表上方一直写着；那里按 F7 选“重新判分”",
        "the score table says so; F7 there, then mark again",
    ),
    "correct.told_later": ("{told}还没有重新判分。", "{told} Not marked again yet."),
}
