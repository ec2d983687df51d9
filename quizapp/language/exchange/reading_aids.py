"""What is said where a source's lines are looked at, and where is said how it is written."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    "teach.aid_keys": ("答案在另一个文件里", "The keys are in another file"),
    "teach.aid_keys_note": ("没有就空着", "empty where there is none"),
    "teach.aid_key_keys": ("{key} 答案文件", "{key}: file of keys"),
    "teach.aid_key_source": ("{key} 题目文件", "{key}: the questions"),
    "teach.aid_keys_done": (
        "答案文件选好了，现在选题目文件，按 Enter 打开",
        "That is the file of keys. Now choose the questions; Enter opens them.",
    ),
    "teach.aid_empty": (
        "没有读到题目。编号写得特别的，按 F3 说说怎么写，再读一遍。",
        "No question was found in it. Where they are numbered in an unusual way, F3 lets that be said.",
    ),
    "teach.aid_empty_so": ("这样读不到题目，换一种说法试试。", "No question is found so: say it otherwise."),
    "teach.aid_as_read": ("读法：{shape}", "as read: {shape}"),
    "teach.aid_lines": (
        "行：题目 {question} + 标题 {heading} + 略去 {noise} + 未读 {unread}",
        "lines: questions {question} + headings {heading} + left out {noise} + unread {unread}",
    ),
    "teach.aid_open_lines": ("{key} 逐行看", "{key}: line by line"),
    "teach.aid_open_shape": ("{key} 改读法", "{key}: read otherwise"),
    "teach.aid_title": ("这个文件怎么写的", "How the source is written"),
    "teach.aid_now": ("现在的{shape}", "Now: {shape}"),
    "teach.aid_note": (
        "空着的由程序自己看。几种行之间用 | 隔开，照原文写。",
        "What is empty is told by the source. Part several lines by |, each as it stands.",
    ),
    "teach.aid_field_number": ("编号写作", "numbers"),
    "teach.aid_field_place": ("答案在", "keys are"),
    "teach.aid_field_noise": ("要略去的行", "leave out"),
    "teach.aid_field_kept": ("不要略去的行", "do not leave out"),
    "teach.aid_field_keys": ("答案文件", "file of keys"),
    "teach.aid_place_": ("由程序自己看", "told by the source"),
    "teach.aid_place_below": ("每题后面", "below each question"),
    "teach.aid_place_inside": ("题目里（括号中）", "within the questions"),
    "teach.aid_place_end": ("集中在后面", "all at the end"),
    "teach.aid_number_hint": ("照原文写一个：1. 1、 （1） 题目1： ①", "one as it stands: 1. 1、 （1） Q1. ①"),
    "teach.aid_form_keys": (
        "↑ ↓ 换一项 | ← → 选 | F9 重新读 | Esc 不改",
        "↑ ↓ another field | ← → choose | F9 reads again | Esc leaves it",
    ),
    "teach.aid_compared": ("重新读了一遍", "Read again"),
    "teach.aid_before": ("原来：{counts}", "before: {counts}"),
    "teach.aid_after": ("现在：{counts}", "now: {counts}"),
    "teach.aid_lost": (
        "改好的题里有 {count} 题现在读得不一样，要重新看。",
        "{count} mended question(s) read otherwise now and are to be looked at again.",
    ),
    "teach.aid_take": ("就这样读", "Read it so"),
    "teach.aid_again": ("再改改", "Say it otherwise"),
    "teach.lines_title": ("逐行看", "Line by line"),
    "teach.lines_kind_unread": (
        "未读 {count} 行：没有读进任何题",
        "{count} unread: part of no question",
    ),
    "teach.lines_kind_doubt": ("存疑 {count} 题：读进来了，要核对", "{count} doubted: read, and to be checked"),
    "teach.lines_kind_noise": (
        "略去 {count} 行：当作页眉、页脚、按钮",
        "{count} left out: heads and feet of pages, buttons",
    ),
    "teach.lines_kind_heading": ("标题 {count} 行：不是题目", "{count} headings: no questions"),
    "teach.lines_kind_told": ("另外说明 {count} 处", "{count} notes besides"),
    "teach.lines_line": ("第 {line} 行  ", "line {line}  "),
    "teach.lines_sheet": ("{sheet} 第 {line} 行  ", "{sheet}, line {line}  "),
    "teach.lines_whole": ("{sheet}  ", "{sheet}  "),
    "teach.lines_more": ("还有 {count} 行没有列出", "{count} more are not listed"),
    "teach.lines_none": (
        "每一行都读进题里了，没有要看的。按 Esc 返回",
        "Every line is part of a question: there is nothing to look at. Esc goes back",
    ),
    "teach.lines_around": ("它的前后", "What stands about it"),
    "teach.lines_part": ("第 {number} 题 {part}", "{number}: {part}"),
    "teach.lines_part_stem": ("题干", "stem"),
    "teach.lines_part_option": ("选项", "option"),
    "teach.lines_part_key": ("答案", "key"),
    "teach.lines_part_label": ("解析等", "rationale"),
    "teach.lines_part_material": ("材料", "material"),
    "teach.lines_part_rationale": ("解析", "rationale"),
    "teach.lines_fate_unread": ("未读", "unread"),
    "teach.lines_fate_noise": ("略去", "left out"),
    "teach.lines_fate_heading": ("标题", "heading"),
    "teach.lines_fate_question": ("题目", "question"),
    "teach.lines_do_unread": (
        "按 Enter：给前一题或后一题、自成一题，或者略去",
        "Enter gives it to a question, makes it one, or leaves it out",
    ),
    "teach.lines_do_noise": (
        "其实是题目里的话，按 Enter 读进去",
        "Where it is part of a question, Enter reads it in",
    ),
    "teach.lines_do_heading": (
        "其实是题目里的话，按 Enter 读进去",
        "Where it is part of a question, Enter reads it in",
    ),
    "teach.lines_do_doubt": ("按 Enter 去核对这道题", "Enter goes to the question"),
    "teach.lines_do_told": ("只是说明，不用处理", "A note: nothing is to be done"),
    "teach.lines_do_elsewhere": (
        "这种文件请在原来的文件里改好，存盘后再导入",
        "Mend it in the file itself, save it, and read it again",
    ),
    "teach.lines_key_decide": ("{key} 怎么办", "{key}: what to do"),
    "teach.lines_key_next": ("{key} 下一类", "{key} next kind"),
    "teach.lines_key_shape": ("{key} 改读法", "{key}: read otherwise"),
    "teach.lines_key_undo": ("{key} 撤销", "{key} takes it back"),
    "teach.lines_what": ("第 {line} 行：{text}", "line {line}: {text}"),
    "teach.lines_before": ("给前一题（第 {number} 题），作{part}", "to the question before ({number}), as {part}"),
    "teach.lines_after": ("给后一题（第 {number} 题），作{part}", "to the question behind ({number}), as {part}"),
    "teach.lines_own": ("自成一题，它是题干", "a question of its own: this is its stem"),
    "teach.lines_noise": ("不是题目，略去（同样的共 {count} 行）", "no question: leave it out ({count} like it)"),
    "teach.lines_keep": ("不要略去（同样的共 {count} 行）", "do not leave it out ({count} like it)"),
    "teach.lines_done": (
        (
            "可导入 {sound_before} → {sound_after}，存疑 {doubtful_before} → {doubtful_after}，"
            "未读 {unread_before} → {unread_after}"
        ),
        (
            "sound {sound_before} → {sound_after}, doubtful {doubtful_before} → {doubtful_after}, "
            "unread {unread_before} → {unread_after}"
        ),
    ),
    "teach.lines_nothing": ("那样就一题也读不到了，没有改", "No question would be left: nothing was changed"),
    "teach.lines_no_undo": ("没有可以撤销的", "There is nothing to take back"),
}

GUIDE: Guide = {
    "banks.import_lines": (
        GuidePage(
            "导入：逐行看",
            "{move}  前一行、后一行；下面（右边）是它在原文里的前后\n"
            "{decide}  怎么办：给前一题或后一题（作题干、选项、答案、解析）、自成一题、略去；存疑的去那道题\n"
            "{next_kind}  跳到下一类\n"
            "{shape}  改读法：编号、答案在哪里、要略去的行、答案文件\n"
            "{take_back}  撤销上一步\n"
            "{leave}  返回核对\n"
            "每改一处，整个文件重新读一遍，题数和行数跟着变；改好的题还在。",
        ),
        GuidePage(
            "Bringing along: line by line",
            "{move} the line before, the next one; below (or right) stands what is about it\n"
            "{decide}  what to do: give it to a question as stem, option, key or rationale, make it one, leave it out; "
            "a doubt goes to its question\n"
            "{next_kind}  the next kind\n"
            "{shape}  read otherwise: numbers, where keys are, lines to leave out, the file of keys\n"
            "{take_back}  take the last step back\n"
            "{leave}  back to the questions\n"
            "At each step the whole source is read again and the counts follow; what was mended stays.",
        ),
    ),
}
