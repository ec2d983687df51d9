"""What an editor says of each field of a bank, a paper or a course while it is typed."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "schema.file": (
        "quizapp 的题库、试卷和课程：第一行写 题库、试卷 或 课程",
        "A bank, a paper or a course of quizapp: begin with bank, paper or course",
    ),
    # A bank.
    "schema.bank.bank": (
        "题库的编号：汉字、字母、数字、- 和 _，最多 64 个字；不写就用文件名",
        "The bank's id: letters, digits, - and _, at most 64; the file's name by default",
    ),
    "schema.bank.title": ("题库的名称", "What the bank is called"),
    "schema.bank.course": (
        "课程文件的名字，不带 .yaml；不写就是 course",
        "The course file's name without .yaml; course by default",
    ),
    "schema.bank.use": (
        "不限、练习或考试；写“考试”的题库不会用来练习，也不给学员看",
        "any, practice or exam; items for exams are never practised or shown to trainees",
    ),
    "schema.bank.items": ("一道题以“- ”开头，各行左边对齐", "Each item begins with “- ”, its lines below one another"),
    # Every item.
    "schema.item.id": (
        "试题的编号，各题不同；不写可以用 quizapp banks format 统一编",
        "The item's id, like no other; quizapp banks format gives one where there is none",
    ),
    "schema.item.type": ("题型：定了题型，才知道还要写什么", "The type says which other fields there are"),
    "schema.item.topic": (
        "课程文件里的知识点，写编号或标题；按知识点抽题要用",
        "One of the course's topics, by id or title; draws by topic need it",
    ),
    "schema.item.difficulty": ("易、中、难；按难度抽题要用", "easy, medium or hard; draws by difficulty need it"),
    "schema.item.stem": (
        "问什么；以 * & @ % [ {{ 开头的要加引号",
        "What is asked; quote it where it begins with * & @ % [ or {{",
    ),
    "schema.item.rationale": (
        "为什么是这个答案，公布答案后给学员看",
        "Why the key is right, shown when keys are published",
    ),
    "schema.item.feedback": (
        "各个选项为什么对、为什么错：{{D: 参谋排在第四。}}",
        "Why an option is right or wrong: {{D: That is the fourth.}}",
    ),
    "schema.item.marks": ("这道题几分，默认 1；试卷的大题写了就用大题的", "Default 1; a paper's section overrides it"),
    "schema.item.marking": ("怎样给分；试卷的大题写了就用大题的", "How it is marked; a paper's section overrides it"),
    "schema.item.option_marks": (
        "每选对一项得几分，评分方式是“每选对一个得分”时写",
        "Marks for each right option, where marking is per_option",
    ),
    "schema.item.tags": (
        "自己定的标签，抽题时可以指定：[常识, 重点]",
        "Words of your own, for draws to ask for: [a, b]",
    ),
    "schema.item.apart": (
        "不和哪些题出在同一张卷上：试题的编号，或自己起的组名，如 [甲组]",
        "What never stands in one form with it: ids of items, or a group's name of your own: [fr-002, a]",
    ),
    "schema.item.source": ("出自哪里", "Where it comes from"),
    "schema.item.status": (
        "草稿、启用或停用，默认启用；只有启用的才会抽到",
        "draft, ready (default) or retired; only ready items are drawn",
    ),
    "schema.item.keep_order": ("写“是”，选项就不乱序", "true keeps the options in their order"),
    "schema.item.allow": (
        "这道题不用再提醒的警告代码，如 [missing-rationale]",
        "Codes of warnings that do not apply here, such as [missing-rationale]",
    ),
    # A course.
    "schema.course.course": ("课程的编号", "The course's id"),
    "schema.course.title": ("课程的名称", "What the course is called"),
    "schema.course.topics": (
        "知识点，编号: 名称；下面还有的，写 标题 和 知识点",
        "Topics as id: title; one with others below it has title and topics",
    ),
    "schema.topic.title": ("知识点的名称", "What the topic is called"),
    "schema.topic.topics": ("下一层知识点", "The topics below it"),
    # A paper.
    "schema.paper.paper": ("试卷的编号", "The paper's id"),
    "schema.paper.title": ("试卷的名称，印在卷首", "What the paper is called"),
    "schema.paper.use": ("不限、练习或考试", "any, practice or exam"),
    "schema.paper.instructions": ("开考前给考生看的话", "What candidates read before they begin"),
    "schema.paper.time_limit": (
        "60分钟、1小时30分、90s；只写数字是分钟；不限时（默认）",
        "60m, 1h30m or 90s; a bare number is minutes; none by default",
    ),
    "schema.paper.pass_mark": ("60%（默认），或者写分数", "60% by default, or a number of marks"),
    "schema.paper.full_score": ("可以不写；写了就和各大题核对", "May be left out; checked against the sections"),
    "schema.paper.grades": (
        "等次和各要多少：{{优秀: 90%, 合格: 60%}}",
        "Grades and what they need: {{good: 80%, fair: 60%}}",
    ),
    "schema.paper.window": ("什么时候可以考", "When the paper can be sat"),
    "schema.paper.attempts": ("每人可以考几次，默认 1；或不限", "How often each may sit it, default 1; or unlimited"),
    "schema.paper.counts": ("考几次时算哪次的分", "Which attempt's score counts"),
    "schema.paper.forms": ("1（默认）、2 到 26 套，或一人一卷", "1 by default, up to 26, or per_candidate"),
    "schema.paper.seed": ("定了就照它抽题，默认用试卷编号", "What draws depend on; the paper's id by default"),
    "schema.paper.shuffle": (
        "试题、选项要不要乱序，默认都不",
        "Whether items and options are shuffled; neither by default",
    ),
    "schema.paper.navigation": ("做过的题可不可以回头看", "Whether candidates may go back"),
    "schema.paper.grace": ("到时间后再给多久交卷，默认 0", "How long after the end handing in is accepted"),
    "schema.paper.feedback": ("什么时候公布成绩和答案，默认交卷后", "When scores and keys are published"),
    "schema.paper.show": ("公布哪些，默认全部", "What is published; all by default"),
    "schema.paper.certainty": (
        "写“是”，每题问一句把握多大，只记录不计分",
        "true asks how sure one is; recorded, not marked",
    ),
    "schema.paper.make_up_for": ("这是哪张试卷的补考", "The paper that this is a make-up for"),
    "schema.paper.eligible": ("谁可以补考，默认三种都行", "Who may sit it; all three by default"),
    "schema.paper.exclude": ("写“是”，不抽原卷考过的题", "true keeps out what the first paper had"),
    "schema.paper.cap": ("补考最多算及格", "A make-up counts no more than the pass mark"),
    "schema.paper.coverage": (
        "整卷里各知识点占多少分：{{甲: 15-20%, 乙: 至少 2, 丙: 至多 20 分, 丁: 5}}",
        "How many marks of a form each topic has: {{a: 15-20%, b: at least 2, c: at most 20, d: 5}}",
    ),
    "schema.paper.sections": ("一道大题以“- ”开头", "Each section begins with “- ”"),
    "schema.window.opens": ("2026-12-01 09:00，或 2026年12月1日 9:00", "2026-12-01 09:00, with an offset if need be"),
    "schema.window.closes": ("2026-12-01 11:00，或 2026年12月1日 11:00", "2026-12-01 11:00, with an offset if need be"),
    "schema.shuffle.items": ("写“是”，大题里的题乱序", "true shuffles the items of a section"),
    "schema.shuffle.options": ("写“是”，选项乱序", "true shuffles the options of an item"),
    "schema.section.title": ("大题的标题，如“一、单项选择题”", "The section's title"),
    "schema.section.draw": ("从题库抽题；与“指定试题”只写一个", "Draw from banks; either this or items"),
    "schema.section.items": (
        "直接写试题的编号，按这个次序；与“抽题”只写一个",
        "Ids of items in this order; either this or draw",
    ),
    "schema.section.marks": ("每题几分；不写就用试题自己的", "Marks of each question; else each item's own"),
    "schema.section.marking": ("怎样给分；不写就用试题自己的", "How they are marked; else as each item says"),
    "schema.section.penalty": (
        "答错倒扣这道题分值的几分之几：1/3、0.25、25%；只用于选择题和判断题",
        "The share of its marks that a wrong response costs: 1/3, 0.25 or 25%; for choices and true/false only",
    ),
    "schema.section.option_marks": ("每选对一项得几分", "Marks for each right option, where marking is per_option"),
    "schema.section.time_limit": ("这道大题单独计时多久，可以不写", "The section's own clock; may be left out"),
    "schema.draw.type": ("抽哪种题型", "The type that is drawn"),
    "schema.draw.count": ("抽几题", "How many are drawn"),
    "schema.draw.banks": ("从哪些题库抽，写编号或标题；不写就是全部", "Banks by id or title; all by default"),
    "schema.draw.topics": (
        "只抽这些知识点：[甲, 乙]；或写明各抽几题：{{甲: 4, 乙: 6}}",
        "Only these topics: [a, b]; or how many of each: {{a: 4, b: 6}}",
    ),
    "schema.draw.tags": ("只抽这些标签都有的题", "Only items that have all of these"),
    "schema.draw.difficulty": (
        "各难度抽几题：{{易: 8, 中: 8, 难: 4}}",
        "How many of each: {{easy: 8, medium: 8, hard: 4}}",
    ),
    "schema.draw.size": ("抽案例时，每个案例有几小题", "Of cases: how many items each has"),
}
