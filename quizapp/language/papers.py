"""Composing a paper: its sections, what the banks have for them, its rules; and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # The teacher's room, and where one begins.
    "compose.home_title": ("组卷", "Compose a paper"),
    "compose.home_note": (
        "选题型、题数、分值和难度，边组边看题够不够，存成试卷",
        "Choose types, counts, marks and levels with the supply in sight, and save it as a paper",
    ),
    "compose.title": ("组卷", "Composing"),
    "compose.begin": ("从哪里开始？", "Where to begin?"),
    "compose.begin_balanced": ("按常用结构组一份 100 分的卷", "With a usual paper of 100 marks"),
    "compose.begin_empty": ("从空白卷开始", "With an empty paper"),
    "compose.begin_open": ("改：{title}", "Change: {title}"),
    "compose.new_title": ("综合测试", "Class test"),
    "compose.no_items": (
        "题库里还没有能用的题：先在“题库”里写题或导入，再来组卷。",
        "The banks have no questions to draw yet: write or bring along some first.",
    ),
    # Sections.
    "compose.section": ("{number}、{type}", "Part {number}: {type}"),
    "compose.head_section": ("大题", "Section"),
    "compose.head_count": ("题数", "items"),
    "compose.head_marks": ("每题", "each"),
    "compose.head_sum": ("小计", "marks"),
    "compose.head_have": ("题库里", "in the banks"),
    "compose.have": ("有 {count} 题", "{count}"),
    "compose.fixed": ("指定 {count} 题", "{count} named"),
    "compose.marks": ("{marks} 分", "{marks}"),
    "compose.own_marks": ("各题", "own"),
    "compose.label_topics": ("知识点", "Topics"),
    "compose.label_levels": ("难度", "Levels"),
    "compose.label_banks": ("题库", "Banks"),
    "compose.label_size": ("小题", "Size"),
    "compose.label_marking": ("评分", "Marking"),
    "compose.any": ("不限", "any"),
    "compose.so_many": ("{count} 项", "{count} of them"),
    "compose.spread": ("按题库均衡", "spread evenly"),
    "compose.empty": (
        "还没有大题：按 F2 加一个",
        "There are no sections yet: F2 adds one",
    ),
    "compose.total": ("共 {count} 题 {marks} 分", "{count} questions, {marks} marks"),
    "compose.exact": ("正好 {aim} 分", "exactly {aim}"),
    "compose.short": ("距 {aim} 分还差 {marks} 分", "{marks} short of {aim}"),
    "compose.over": ("比 {aim} 分多 {marks} 分", "{marks} beyond {aim}"),
    # What is lacking.
    "compose.lack_count": ("缺 {count} 题", "{count} missing"),
    "compose.lack_level": ("缺 {count} 道{level}", "{count} {level} missing"),
    "compose.lack_topic": ("“{topic}”缺 {count} 题", "{count} missing on “{topic}”"),
    "compose.lack_mixed": (
        "知识点和难度各自够，合起来凑不齐：放宽一边",
        "enough by topic and by level, but not together: loosen one of them",
    ),
    "compose.lack_shared": (
        "和{others}抽同样的题，合起来不够",
        "draws the same questions as {others}: not enough for both",
    ),
    "compose.lack_shared_count": (
        "和{others}抽同样的题，合起来缺 {count} 题",
        "draws the same questions as {others}: {count} missing",
    ),
    "compose.lack_sizes": (
        "案例的小题数不一样：在“小题”里选定一种",
        "cases have different numbers of questions: choose one size",
    ),
    "compose.lack_item": ("指定的试题 {item} 不在题库里，或没有启用", "item {item} is not in the banks, or not ready"),
    "compose.level_easy": ("易题", "easy"),
    "compose.level_medium": ("中等题", "medium"),
    "compose.level_hard": ("难题", "hard"),
    # Keys.
    "compose.key_add": ("{key} 加大题", "{key} add"),
    "compose.key_table": ("{key} 细目表", "{key} table"),
    "compose.key_sample": ("{key} 试看", "{key} sample"),
    "compose.key_rules": ("{key} 规则", "{key} rules"),
    "compose.key_save": ("{key} 保存", "{key} save"),
    "compose.key_done": ("{key} 就按这样", "{key} takes it so"),
    "compose.key_cancel": ("{key} 不改了", "{key}: leave it"),
    "compose.key_write": ("{key} 存成文件", "{key} to a file"),
    "compose.key_turn": ("{back} {key} 前后题", "{back} {key} turn"),
    "compose.key_next_form": ("{key} 换一套", "{key} another form"),
    "compose.hint_number": (
        "直接按数字，+ - 加减 | ← → 换栏 | F7 删 | Ctrl+↑ ↓ 挪 | Ctrl+Z 撤销",
        "Type digits, + - | ← → columns | F7 removes | Ctrl+↑ ↓ moves | Ctrl+Z undoes",
    ),
    "compose.hint_pick": (
        "Enter 选 | ← → 换栏 | F7 删 | Ctrl+↑ ↓ 挪 | Ctrl+Z 撤销",
        "Enter chooses | ← → columns | F7 removes | Ctrl+↑ ↓ moves | Ctrl+Z undoes",
    ),
    "compose.undone": ("已撤销", "Taken back"),
    "compose.nothing_to_undo": ("没有可以撤销的", "Nothing to take back"),
    "compose.removed": ("已删去{title}，Ctrl+Z 可以撤销", "{title} removed; Ctrl+Z takes it back"),
    # What is picked.
    "compose.pick_type": ("加哪种题？", "Which type?"),
    "compose.change_type": ("换成哪种题？", "Which type instead?"),
    "compose.pick_scheme": ("怎么评分？", "How is it marked?"),
    "compose.pick_size": ("每个案例几个小题？", "How many questions in each case?"),
    "compose.size_option": ("{size} 个小题 | 有 {count} 个案例", "{size} questions | {count} cases"),
    "compose.size": ("每个 {size} 题", "{size} each"),
    "compose.pick_topics": ("考哪些知识点？", "Which topics?"),
    "compose.pick_levels": ("易、中、难各几题？", "How many of each level?"),
    "compose.pick_banks": ("从哪些题库里抽？", "Which banks?"),
    "compose.option": ("{name} | 有 {count} 题", "{name} | {count}"),
    "compose.levels_free": (
        "不分难度：各套卷按题库里的比例抽，难度相当",
        "No levels asked for: every form takes them as the banks have them",
    ),
    "compose.topics_free": ("不限知识点", "Any topic"),
    "compose.topics_some": ("只从这些知识点里抽，共 {count} 题", "From these topics only, {count} questions"),
    "compose.topics_counted": ("各知识点合计 {sum} 题", "{sum} questions by topic"),
    "compose.levels_counted": ("合计 {sum} 题", "{sum} questions"),
    "compose.banks_free": ("所有题库", "All banks"),
    "compose.banks_some": ("{count} 个题库", "{count} bank(s)"),
    "compose.keys_topics": (
        "空格 选上 | 数字或 ← → 定题数 | F5 均衡 | Delete 不限 | Enter 好",
        "Space chooses | digits or ← → give a number | F5 spreads | Delete: any | Enter: done",
    ),
    "compose.keys_levels": (
        "数字或 ← → 定题数 | F5 按 4:4:2 | Delete 不分 | Enter 好",
        "Digits or ← → give a number | F5 by 4:4:2 | Delete: any | Enter: done",
    ),
    "compose.keys_banks": ("空格 选上 | Delete 不限 | Enter 好", "Space chooses | Delete: any | Enter: done"),
    # The table.
    "compose.table_title": ("双向细目表", "Table of topics and levels"),
    "compose.table_note": (
        "按{form}统计。没有指定知识点或难度的大题，别的卷会略有出入。",
        "Counted on {form}. Other forms differ a little where a section leaves topics or levels open.",
    ),
    "compose.table_cells": (
        "格里是题数，括号里是分值；上级知识点包含它下面的各项。",
        "Cells have questions, with their marks in brackets; a topic includes those under it.",
    ),
    "compose.table_form": (" {letter} 卷", "form {letter}"),
    "compose.table_one": ("抽出的一套卷", "one form as drawn"),
    "compose.spans": ("所有能抽出的卷里，各知识点的分数", "Marks of each topic over all forms"),
    "compose.about": ("约", "~"),
    "compose.bare": ("可能一分没有：{topics}", "May have none: {topics}"),
    "compose.table_none": ("题还不够，抽不出卷：先补足标着“缺”的大题", "No form can be drawn yet: see what is missing"),
    "compose.table_empty": ("还没有大题", "There are no sections yet"),
    "compose.no_topic": ("没有知识点", "no topic"),
    "compose.no_level": ("未定", "none"),
    "compose.sum": ("合计", "Total"),
    "compose.share": ("占分", "share"),
    "compose.column_questions": ("题", "qs"),
    "compose.column_marks": ("分", "marks"),
    "compose.short_easy": ("易", "e"),
    "compose.short_medium": ("中", "m"),
    "compose.short_hard": ("难", "h"),
    "compose.short_": ("？", "?"),
    "compose.table_to": ("存到哪个文件？（.html 打印用，.csv 用 Excel 开，.md）", "To which file? (.html .csv .md)"),
    "compose.table_keys": ("Enter 保存 | Esc 不存", "Enter saves | Esc: go back"),
    "compose.table_printed": ("{paper}的双向细目表：{file}", "The table of {paper} is in {file}"),
    "compose.table_written": ("细目表已存到 {file}", "The table is in {file}"),
    # The sample.
    "compose.sample_title": ("试看", "Sample"),
    "compose.sample_place": ("第 {number} 题 / 共 {total} 题", "{number} of {total}"),
    "compose.sample_hidden": ("这一题正在考试中，先不显示", "This one is being sat just now and is not shown"),
    "compose.sample_form": ("{letter} 卷", "form {letter}"),
    "compose.sample_one": ("第 {number} 套", "form {number}"),
    # The rules.
    "compose.rules_title": ("考试规则", "Rules"),
    "compose.rule_title": ("标题", "Title"),
    "compose.rule_use": ("用途", "Use"),
    "compose.rule_coverage": ("覆盖", "Coverage"),
    "compose.note_coverage": ("一行一个：知识点: 15-20%、至少 2、至多 20", "one a line: topic: 15-20%, at least 2"),
    "compose.no_such_topic": ("没有知识点“{text}”，或不止一个", "There is no topic “{text}”, or more than one"),
    "compose.rule_instructions": ("考生须知", "Notice"),
    "compose.rule_time_limit": ("考试时长", "Time limit"),
    "compose.rule_pass_mark": ("及格线", "Pass mark"),
    "compose.rule_aim": ("目标总分", "Marks aimed at"),
    "compose.rule_forms": ("试卷套数", "Forms"),
    "compose.rule_shuffle_items": ("试题乱序", "Shuffle items"),
    "compose.rule_shuffle_options": ("选项乱序", "Shuffle options"),
    "compose.rule_attempts": ("可考几次", "Tries"),
    "compose.rule_counts": ("成绩取值", "Which counts"),
    "compose.rule_opens": ("开始", "Opens"),
    "compose.rule_closes": ("截止", "Closes"),
    "compose.rule_feedback": ("何时公布", "Results"),
    "compose.rule_show": ("公布什么", "Shown"),
    "compose.rule_navigation": ("答题方式", "Navigation"),
    "compose.rule_certainty": ("问把握度", "Certainty"),
    "compose.rule_grades": ("等次", "Grades"),
    "compose.note_time_limit": ("如 60分钟、1h30m；空着不限时", "such as 60m, 1h30m; empty: no limit"),
    "compose.note_pass_mark": ("如 60%，或 60（分）", "such as 60%, or 60 marks"),
    "compose.note_opens": ("如 2026-12-01 09:00；空着随时可考", "such as 2026-12-01 09:00; empty: any time"),
    "compose.note_closes": ("如 2026-12-01 11:00", "such as 2026-12-01 11:00"),
    "compose.note_aim": ("只用来算还差几分", "only tells how far it is"),
    "compose.forms_1": ("一套，大家一样", "one for all"),
    "compose.forms_n": ("{count} 套（A–{last}）", "{count} forms (A–{last})"),
    "compose.forms_per_candidate": ("一人一卷", "one each"),
    "compose.attempts_n": ("{count} 次", "{count}"),
    "compose.attempts_unlimited": ("不限次数", "unlimited"),
    "compose.flag_true": ("是", "yes"),
    "compose.flag_false": ("否", "no"),
    "compose.use_exam": ("考试", "exam"),
    "compose.use_any": ("不限：考试、练习都行", "any"),
    "compose.use_practice": ("练习", "practice"),
    "compose.grades_none": ("不分等次", "none"),
    "compose.mend_rules": ("还有 {count} 处要改", "{count} to mend first"),
    "compose.no_title": ("标题不能空着", "A paper needs a title."),
    "compose.leave_rules": ("改过的规则不要了吗？", "Leave the rules as they were?"),
    # Saving.
    "compose.save_title": ("存成试卷", "Save the paper"),
    "compose.save_name": ("标题", "Title"),
    "compose.save_id": ("编号", "Id"),
    "compose.save_id_note": (
        "编号也是文件名：用字母、数字、汉字、- 和 _",
        "Also the file's name: letters, digits, - and _",
    ),
    "compose.save_keys": (
        "Enter 保存 | Tab 下一项 | Esc 再改改",
        "Enter saves | Tab: next field | Esc: go on composing",
    ),
    "compose.save_lacks": (
        "还有 {count} 个大题抽不出来，存了也考不了，补足之后再存一次就好。",
        "{count} section(s) cannot be drawn yet: it cannot be sat until that is mended and saved again.",
    ),
    "compose.save_empty": (
        "还没有大题，不能存：按 F2 加一个",
        "There are no sections, so nothing to save: F2 adds one",
    ),
    "compose.saved_title": ("存好了", "Saved"),
    "compose.saved_file": ("文件：{file}", "File: {file}"),
    "compose.saved_sound": (
        "检查过，没有问题。首页就能打开这份卷。",
        "It was checked and has no faults. It can be opened from home.",
    ),
    "compose.saved_faults": ("检查到 {count} 处：", "The check found {count}:"),
    "compose.saved_fault": ("{kind}{text}", "{kind}{text}"),
    "compose.kind_error": ("要改：", "To mend: "),
    "compose.kind_warning": ("提醒：", "Look at: "),
    "compose.rule_fault": (
        "规则里有一处要改，没有存：{text}",
        "A rule is to be mended first, so nothing was saved: {text}",
    ),
    "compose.unsaved": ("没有存", "Not saved"),
    "compose.leave_title": ("这份卷还没有存，不要了吗？", "Leave without saving?"),
    "compose.leave_note": (
        "组好的内容会丢掉；已经存过的文件保持原样。",
        "What was composed is lost; a file saved before stays.",
    ),
    "compose.leave_stay": ("接着组", "Go on"),
    "compose.leave_go": ("不要了", "Leave it"),
    # What is refused.
    "compose-foreign": (
        "{file} 里有注释或自己的排版，在这里改会丢掉它们：请用编辑器改",
        "{file} has comments or a layout of its own that would be lost here: change it in an editor.",
    ),
    "compose-id-odd": (
        "编号“{id}”不行：只能用字母、数字、汉字、- 和 _，不超过 64 个",
        "“{id}” cannot be an id: letters, digits, - and _ only, 64 at most.",
    ),
    "compose-id-taken": ("编号 {id} 已经有别的试卷用了，换一个", "Another paper has the id {id}: choose another."),
    "compose-file-exists": (
        "{file} 已经有了，不会覆盖：换一个编号",
        "{file} is there already and stays: choose another id.",
    ),
    "compose-changed-meanwhile": (
        "{file} 刚才在别处被改过，没有覆盖：换一个编号另存，或退出后重新打开",
        "{file} was changed elsewhere meanwhile and stays: save under another id, or open it again.",
    ),
    "draw-undecided": (
        "覆盖和互斥合在一起太难，试了 {steps} 步还没有定下能不能抽出卷子。请放宽几行覆盖，或补充试题。",
        "Coverage and groups apart are too hard: {steps} steps decided nothing. Widen some lines, or add items.",
    ),
    "apart-unmet": (
        "互斥“{group}”的 {count} 道题里一张卷只能有一道，这样抽却至少有 {available} 道。请补充试题，或少抽几道。",
        (
            "Of the {count} items of “{group}” a form may have one, and what is drawn has at least {available}."
            " Write other items, or ask for fewer."
        ),
    ),
    "coverage-unmet": (
        "覆盖要“{topic}”占 {wanted}，最接近的只能抽出 {available} 分。请改这一行，或补充试题。",
        (
            "Coverage wants {wanted} of “{topic}”; the nearest that can be drawn is {available} marks."
            " Change it, or add items."
        ),
    ),
    "coverage-unmet-beside": (
        "覆盖要“{topic}”占 {wanted}，满足了前面几行（{shared}），最接近的只有 {available} 分。请改一行，或补充试题。",
        (
            "Coverage wants {wanted} of “{topic}”; beside the lines before it ({shared}) the nearest that can be drawn"
            " is {available} marks. Change one of them, or add items."
        ),
    ),
    "fixed-items-apart": (
        "“{section}”指定的试题 {item} 和 {other} 互斥，不能出在同一张卷上。请换掉一道。",
        "Items {item} of “{section}” and {other} are apart and cannot stand on one form. Choose another.",
    ),
}


GUIDE: Guide = {
    "papers.compose": (
        GuidePage(
            "组卷",
            "{move}  上一个、下一个大题\n"
            "{go}  换一栏：题型、题数、每题分值、知识点、难度、题库、评分\n"
            "数字        直接改题数和分值，+ 和 - 加减\n"
            "{choose}  在题型、知识点、难度、题库、评分上打开列表来选\n"
            "{add}  在下面加一个大题\n"
            "{remove}  删去这个大题\n"
            "{shift} 把这个大题往上、往下挪\n"
            "{undo}  撤销上一步，可以一直退\n"
            "{table}  双向细目表：知识点、题型、难度；{write} 存成文件打印\n"
            "{sample}  试看抽出来的卷，只看不答\n"
            "{rules}  考试规则：时间、及格线、套数、乱序、公布什么\n"
            "{save}  保存：起个标题和编号，存成试卷文件，马上检查\n"
            "{leave}  返回；没存的会先问一声\n"
            "右上角是总题数和总分，离目标还差几分。每个大题后面写着题库里有几题，不够时下面写着缺什么。"
            "各大题抽同样的题时，合起来够不够也算在内。存好的试卷以后可以从组卷里再打开改。",
        ),
        GuidePage(
            "Composing a paper",
            "{move}  the section before, the next one\n"
            "{go} another column: type, items, marks, topics, levels, banks, marking\n"
            "Digits      change items and marks; + and - make them more or less\n"
            "{choose}  opens the list of a type, topics, levels, banks or marking\n"
            "{add}  adds a section beneath\n"
            "{remove}  removes this section\n"
            "{shift} moves this section up or down\n"
            "{undo}  takes the last step back, as far as one likes\n"
            "{table}  the table of topics, types and levels; {write} writes it to a file\n"
            "{sample}  a form as it would be drawn, to look at only\n"
            "{rules}  the rules: time, pass mark, forms, shuffling, what is told\n"
            "{save}  saves it under a title and an id as a paper file, and checks that\n"
            "{leave}  go back; what is not saved is asked about first\n"
            "At the top stand questions and marks, and how far they are from the aim. Behind every section stands "
            "what the banks have for it, beneath it what is missing, sections that draw the same questions counted "
            "together. A paper saved here can be opened here again.",
        ),
    ),
    "papers.rules": (
        GuidePage(
            "组卷：考试规则",
            "{line}  上一项、下一项（{field.on} 也行）\n"
            "{step}  换一个选项；{go_on} 打开列表\n"
            "{take}  就按这样，回到组卷\n"
            "{leave}  不改了；改过的会先问一声\n"
            "常用的已经填好：一小时，60% 及格，考一次，试题和选项都乱序，交卷后公布分数。"
            "开始和截止空着，就随时可考。",
        ),
        GuidePage(
            "Composing: the rules",
            "{line}  the rule before, the next one ({field.on} too)\n"
            "{step} another choice; {go_on} opens the list\n"
            "{take}  takes the rules as they stand\n"
            "{leave}  leaves them; what was changed is asked about first\n"
            "They are filled in as exams usually are: an hour, 60% to pass, one try, items and options shuffled, "
            "scores told after handing in. Without opening and closing times the paper can be sat at any time.",
        ),
    ),
}
