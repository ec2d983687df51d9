"""What practice says: its screens, and what it refuses."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    # Home, and who it is.
    "practice.heading": ("练习", "Practice"),
    "practice.home_title": ("练一组题", "Practise a few questions"),
    "practice.home_note": (
        "答完马上看对错和解析 | 错题本、收藏 | 不计成绩",
        "Right or wrong at once, and why | mistakes, stars | never scored",
    ),
    "practice.key_home": ("{key} 练习", "{key} practise"),
    "practice.who": (
        "请输入学号和姓名（错题本和收藏按学号记）：",
        "Type number and name (mistakes and stars are kept by the number):",
    ),
    # Setting up.
    "practice.start_all": ("全部题目", "All questions"),
    "practice.start_mistakes": ("错题本", "Mistakes"),
    "practice.start_starred": ("收藏", "Starred"),
    "practice.narrow": ("缩小范围（对上面三项都有效）", "Narrow it down (holds for the three above)"),
    "practice.bank": ("题库", "Bank"),
    "practice.topic": ("知识点", "Topic"),
    "practice.type": ("题型", "Type"),
    "practice.difficulty": ("难度", "Difficulty"),
    "practice.most": ("每组题数", "A round has"),
    "practice.any": ("全部", "any"),
    "practice.any_type": ("全部（简答题要单独选）", "any (essays only where chosen)"),
    "practice.questions": ("{count} 题", "{count} questions"),
    "practice.as_many": ("有多少练多少", "as many as there are"),
    "practice.setup_note": (
        "不计时，不计成绩。没练过的先出；错题连着答对两次，就移出错题本。",
        "No clock, no score. What was practised least comes first; two right answers in a row clear a mistake.",
    ),
    "practice.key_start": ("上下键选择，{key} 开始或更改", "Arrows choose, {key} starts or changes"),
    # Answering.
    "practice.place": ("第 {number} 题 / 共 {total} 题", "question {number} of {total}"),
    "practice.right_so_far": ("答对 {right} / {answered}", "{right} of {answered} right"),
    "practice.in_book": ("错题本里的题", "from the mistakes book"),
    "practice.starred": ("已收藏", "starred"),
    "practice.streak": ("连对 {count} 题", "{count} right in a row"),
    "practice.confirm": ("确认答案（F5）", "Confirm the answer (F5)"),
    "practice.see_model": ("对照参考答案（F5）", "Compare with the model answer (F5)"),
    "practice.right": ("正确", "Right"),
    "practice.partly": ("部分正确，按答错记", "Partly right, which counts as wrong"),
    "practice.wrong": ("不正确", "Not right"),
    "practice.key_seen": ("看了答案，按答错记", "The key was asked for, which counts as wrong"),
    "practice.went_in": ("已收进错题本", "now in the mistakes book"),
    "practice.stays_in": ("还在错题本里", "still in the mistakes book"),
    "practice.one_to_go": ("再答对一次就移出错题本", "one more right answer clears it"),
    "practice.went_out": ("已移出错题本", "cleared from the mistakes book"),
    "practice.judge": (
        "对照下面的参考答案，自己判断：要点都答到了按 1，没答到按 2。",
        "Compare with the model answer below: press 1 if yours has its points, 2 if not.",
    ),
    "practice.key_judge_right": ("{key} 答到了", "{key} has them"),
    "practice.key_judge_wrong": ("{key} 没答到", "{key} has not"),
    "practice.empty": (
        "还没有作答。不会的话再按一次 F5 看答案（按答错记），或按右键跳过",
        "No answer yet. F5 again shows the key (counts as wrong); Right skips it",
    ),
    "practice.empty_text": (
        "还没有作答。不会的话再按一次 F5 看答案（按答错记），或按 PgDn 跳过",
        "No answer yet. F5 again shows the key (counts as wrong); PgDn skips it",
    ),
    "practice.untold": (
        "案例还没展开：先答完前面的 {count} 题，从第 {number} 题起",
        "The case goes on once the {count} question(s) before are answered, from question {number} on",
    ),
    "practice.first": ("这是第一题", "This is the first question"),
    "practice.hidden": (
        "有一道题正在考试中，先不显示",
        "A question is on a paper that is being sat just now, and is left out",
    ),
    "practice.not_saved": ("没有记下来：{why}", "Not recorded: {why}"),
    "practice.key_confirm": ("{key} 确认", "{key} confirms"),
    "practice.key_see": ("{key} 看答案", "{key} shows the key"),
    "practice.key_star": ("{key} 收藏", "{key} star"),
    "practice.key_unstar": ("{key} 取消收藏", "{key} unstar"),
    "practice.key_skip": ("{key} 跳过", "{key} skips"),
    "practice.key_skip_text": ("{key} 跳过", "{key} skips"),
    "practice.key_next": ("{key} 下一题", "{key}: next"),
    "practice.key_finish": ("{key} 看小结", "{key}: summary"),
    "practice.key_leave": ("{key} 离开", "{key} leaves"),
    "practice.key_scroll": ("{back} {key} 滚动", "{back} {key} scroll"),
    # The end of a round.
    "practice.done": ("练习小结", "This round"),
    "practice.done_all": ("{answered} 题全部答对", "All {answered} right"),
    "practice.done_some": ("答对 {right} 题，共答 {answered} 题", "{right} right of {answered} answered"),
    "practice.done_skipped": ("还有 {count} 题没答，按 ← 可以接着答", "{count} not answered; ← goes on with them"),
    "practice.done_wrong": ("新收进错题本 {count} 题：", "New in the mistakes book, {count}:"),
    "practice.done_right": ("移出错题本 {count} 题：", "Cleared from the mistakes book, {count}:"),
    "practice.done_books": ("错题本 {mistakes} | 收藏 {starred}", "Mistakes {mistakes} | starred {starred}"),
    "practice.done_kept": (
        "练习记录都已存好，不计入成绩。",
        "All of it is kept, and none of it is scored.",
    ),
    "practice.key_again": ("{key} 再练一组", "{key}: another round"),
    "practice.key_range": ("{key} 换范围", "{key}: choose again"),
    "practice.key_back": ("{key} 回到题目", "{key} questions"),
    "practice.key_end": ("{key} 结束", "{key} ends"),
    # What is refused.
    "practice-none-all": (
        "没有符合的题。换一个题库、知识点、题型或难度试试；只供考试的题不在练习里。",
        "Nothing to practise here: choose other banks, topics, types or levels. Exam items are never practised.",
    ),
    "practice-none-mistakes": (
        "错题本里没有符合的题：答错的题会自动收进来。",
        "No such question is in the mistakes book: what is answered wrong goes into it by itself.",
    ),
    "practice-none-starred": (
        "收藏里没有符合的题：练习时按 F7 收藏。",
        "No such question is starred: F7 stars one in practice.",
    ),
    "topic-not-found": (
        "没有找到知识点“{wanted}”，或不止一个叫这个名字。请写编号，现有：{choices}",
        "No topic “{wanted}”, or more than one is called so. Give its id; there are: {choices}",
    ),
}
