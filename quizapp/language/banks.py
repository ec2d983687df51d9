"""The teacher's room: the shelf of a bank, the form for one question, bringing questions in; and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # Home, and the room's first screen.
    "teach.heading": ("教师", "Teachers"),
    "teach.home_title": ("题库", "Question banks"),
    "teach.home_note": (
        "看题、改题、把 Word 和 Excel 里的题带进来",
        "See and change questions, bring along those in Word and Excel",
    ),
    "teach.title": ("题库（教师）", "Question banks (teachers)"),
    "teach.banks": ("题库", "Banks"),
    "teach.more": ("还可以", "And"),
    "teach.bank_note": ("{items} 题 | {faults}", "{items} questions | {faults}"),
    "teach.no_faults": ("没有问题", "no faults"),
    "teach.errors": ("{count} 处要改", "{count} to mend"),
    "teach.warnings": ("{count} 处提醒", "{count} to look at"),
    "teach.for_exam": ("考试专用", "for exams only"),
    "teach.no_banks": ("还没有题库：可以在下面导入", "No bank yet: bring one along below"),
    "teach.begin_title": ("新建题库", "A new bank"),
    "teach.begin_note": ("起个名字，一题一题写", "Give it a name, and write its questions one by one"),
    "teach.import_title": ("导入题目", "Bring questions along"),
    "teach.import_note": (
        "选 Word、Excel、文本文件，或直接粘贴；逐题核对后再入库",
        "From Word, Excel or text files, or pasted; looked through before they go in",
    ),
    "teach.key_room": ("上下键选择，{key} 打开", "Arrows choose, {key} opens"),
    # The shelf.
    "teach.find": ("查找", "Find"),
    "teach.count": ("{shown} / {total} 题", "{shown} / {total}"),
    "teach.all": ("全部", "all"),
    "teach.sieve_off": ("F3 筛选", "F3 narrows"),
    "teach.topic": ("知识点", "Topic"),
    "teach.type": ("题型", "Type"),
    "teach.difficulty": ("难度", "Difficulty"),
    "teach.status": ("状态", "Status"),
    "teach.mark": ("问题", "Faults"),
    "teach.clear": ("不筛选，全部显示", "Show everything"),
    "teach.sieve_title": ("筛选", "Narrow down"),
    "teach.mark_any": ("有要改的或提醒的", "any"),
    "teach.mark_error": ("有要改的", "to mend"),
    "teach.mark_warning": ("只有提醒", "only to look at"),
    "teach.option_count": ("{value} | {count} 题", "{value} | {count}"),
    "teach.none_fit": ("没有符合的题：按 Esc 显示全部", "Nothing fits: Esc shows everything"),
    "teach.empty": ("这个题库还没有题：按 F6 写第一题", "This bank is empty: F6 writes the first question"),
    "teach.sign_error": ("改", "!!"),
    "teach.sign_warning": ("提", "! "),
    "teach.sign_draft": ("草稿", "draft"),
    "teach.sign_retired": ("停用", "retrd"),
    "teach.status_draft": ("草稿", "draft"),
    "teach.status_ready": ("启用", "ready"),
    "teach.status_retired": ("停用", "retired"),
    "teach.short_none": ("？", "?"),
    "teach.level_easy": ("易", "e"),
    "teach.level_medium": ("中", "m"),
    "teach.level_hard": ("难", "h"),
    "teach.fault": ("要改：", "To mend: "),
    "teach.warning": ("提醒：", "Look at: "),
    "teach.fault_line": ("{text}（第 {line} 行）", "{text} (line {line})"),
    "teach.unusable": (
        "这一题现在还不能用，文件里是这样写的：",
        "This one cannot be used as it stands. The file says:",
    ),
    "teach.marks": ("{marks} 分", "{marks} mark(s)"),
    "teach.of_case": ("案例里的小题", "of a case"),
    "teach.key_hidden": ("F5 看答案和解析", "F5 shows key and rationale"),
    "teach.colon": ("：", ": "),
    "teach.option_notes": ("选项解析", "On the options"),
    "teach.no_rationale": ("还没有解析", "There is no rationale yet"),
    "teach.hidden": (
        "有 {count} 题正在考试中，先不显示",
        "{count} question(s) are being sat just now and are left out",
    ),
    "teach.refreshed": ("文件已更新，显示的是新内容", "The file was saved: this is what it says now"),
    "teach.broken": (
        "文件现在有一处读不下去，下面显示的还是改坏之前的内容：",
        "The file cannot be read to its end now; below it is still as it was before:",
    ),
    "teach.broken_first": (
        "文件有一处读不下去，只显示能读出来的：",
        "The file cannot be read to its end; what can be read is shown:",
    ),
    "teach.file_faults": ("整个文件：", "The file: "),
    "teach.gone": ("文件不见了：{file}", "The file is gone: {file}"),
    "teach.saved": (
        "已存好，文件里只改了这一题 | Ctrl+Z 撤销",
        "Saved; only this question's lines changed | Ctrl+Z undoes",
    ),
    "teach.retired": ("已停用，组卷不再抽到 | Ctrl+Z 撤销", "Retired: no paper draws it | Ctrl+Z undoes"),
    "teach.back_in_use": ("已启用 | Ctrl+Z 撤销", "Back in use | Ctrl+Z undoes"),
    "teach.retire_part": ("案例里的小题不单独停用，停用请选整个案例", "A question of a case goes with its case"),
    "teach.undone": ("已撤销：文件恢复成上一次存之前的样子", "Undone: the file is as it was before the last save"),
    "teach.nothing_to_undo": ("没有可以撤销的", "There is nothing to undo"),
    "teach.no_marked": ("显示的题里没有问题", "No question shown has a fault"),
    "teach.not_done": ("没有存：{why}", "Not saved: {why}"),
    "teach.key_edit": ("{key} 改题", "{key} edits"),
    "teach.key_key": ("{key} 答案", "{key} key"),
    "teach.key_new": ("{key} 新题", "{key} new"),
    "teach.key_retire_used": ("{key} 停用", "{key} retire"),
    "teach.key_retire_retired": ("{key} 启用", "{key} use"),
    "teach.key_next_fault": ("{key} 下一处问题", "{key} next fault"),
    "teach.new_what": ("新题是什么题型？", "Of which type?"),
    "teach.new_part": ("给这个案例加一个小题：{type}", "One more of this case: {type}"),
    # The form.
    "teach.form_new": ("新题", "New question"),
    "teach.form_change": ("改题", "Change"),
    "teach.form_mend": ("改这一题", "Mend"),
    "teach.field_options_note": ("一行一个选项，Enter 加一行", "One option a line; Enter adds one"),
    "teach.field_order_note": ("按正确的次序，一行一个", "In the right order, one a line"),
    "teach.field_key_letters_note": ("写字母，如 A 或 ACD", "Letters, such as A or ACD"),
    "teach.field_blanks_note": ("一行一个空，同一空的几种答法用 | 隔开", "One blank a line; other wordings after |"),
    "teach.field_pairs_note": ("一行一对：左 | 右", "One pair a line: left | right"),
    "teach.field_lines_note": ("一行一个", "One a line"),
    "teach.field_feedback_note": ("一行一个选项：B | 为什么不对", "One option a line: B | why it is wrong"),
    "teach.field_rubric_note": (
        "一行一点：要点 | 分值 | 关键词、关键词；下面可分档：- 一档 | 3-4 | 什么样",
        "One point a line: point | marks | words; levels under it: - good | 3-4 | what it looks like",
    ),
    "teach.field_apart_note": (
        "不和它同卷的题的编号，或自己起的组名，用顿号隔开",
        "Ids, or a group's name, parted by commas",
    ),
    "teach.field_tags_note": ("几个标签用顿号隔开", "Several are parted by commas"),
    "teach.field_stem_note": ("空格处写三个下划线 ___", "A blank is three underscores ___"),
    "teach.field_fixed": ("这一项写法特别，请在文件里改", "Written in a way to be changed in the file only"),
    "teach.flag_true": ("是", "yes"),
    "teach.flag_false": ("否", "no"),
    "teach.nothing_open": ("这里没有要存的：改题时按 Ctrl+S 保存", "Nothing to save here: Ctrl+S saves in the form"),
    "teach.unset": ("（不填）", "(none)"),
    "teach.key_save_kept": ("{key} 保存", "{key} saves"),
    "teach.key_save_taken": ("{key} 就按这样", "{key} takes it so"),
    "teach.key_field": ("{key} 下一项", "{key}: next field"),
    "teach.key_pick": ("{key} 选，← → 换", "{key} picks, ← → change"),
    "teach.key_seen_item": ("{key} 看效果", "{key} shows it"),
    "teach.key_seen_form": ("{key} 回到表单", "{key}: the form"),
    "teach.key_cancel": ("{key} 不改了", "{key}: leave it"),
    "teach.to_mend": ("{count} 处要改", "{count} to mend"),
    "teach.to_look_at": ("{count} 处提醒", "{count} to look at"),
    "teach.mend_first": (
        "还有 {count} 处要改，没有存。先改好，或把状态换成草稿再存",
        "{count} to mend first, so nothing was saved. Or make it a draft and save that",
    ),
    "teach.mend_first_alone": ("还有 {count} 处要改", "{count} to mend first"),
    "teach.unseen": (
        "现在的写法还显示不出来，先看左边哪一项要改",
        "It cannot be shown as it stands: see what is to be mended",
    ),
    "teach.leave_title": ("改动还没有存，不要了吗？", "Leave without saving?"),
    "teach.leave_note": ("改过的内容会丢掉，文件保持原样。", "What was changed is lost; the file stays as it is."),
    "teach.leave_stay": ("接着改", "Go on editing"),
    "teach.leave_go": ("不要了", "Leave it"),
    "teach.changed_elsewhere": (
        "这一题刚才在别处被改过。再按一次 Ctrl+S，用这里的覆盖；Esc 放弃这里的",
        "This question was changed elsewhere meanwhile. Ctrl+S again puts this over it; Esc leaves it",
    ),
    # Bringing along.
    "teach.bring_title": ("导入题目", "Bring questions along"),
    "teach.bring_path": (
        "题目在哪个文件里？（.docx .xlsx .txt .csv，也可以是 .gift .yaml）",
        "Which file are they in? (.docx .xlsx .txt .csv, .gift or .yaml)",
    ),
    "teach.bring_path_note": (
        "输入路径，Tab 补全，上下键在列表里选；也可以按 F6 直接粘贴文字",
        "Type the path; Tab completes, arrows choose from the list; F6 pastes text instead",
    ),
    "teach.bring_paste": (
        "把题目粘贴到下面，然后按 F9 识别：",
        "Paste the questions below, then F9 reads them:",
    ),
    "teach.bring_nothing_here": ("这里没有可以导入的文件", "Nothing here can be brought along"),
    "teach.key_open": ("{key} 打开", "{key} opens"),
    "teach.key_complete": ("{key} 补全", "{key} completes"),
    "teach.key_way_text": ("{key} 粘贴文字", "{key} pastes text"),
    "teach.key_way_file": ("{key} 改选文件", "{key}: a file instead"),
    "teach.key_read": ("{key} 识别", "{key} reads them"),
    "teach.look_title": ("核对导入的题", "Look through them"),
    "teach.look_place": ("第 {number} 题 / 共 {total} 题", "{number} of {total}"),
    "teach.look_left_side": ("原文（第 {line} 行）", "As it stands (line {line})"),
    "teach.look_left_sheet": ("原文（{sheet} 第 {line} 行）", "As it stands ({sheet}, line {line})"),
    "teach.look_right_side": ("读成", "As it was read"),
    "teach.look_counts": (
        "读到 {read} = 可导入 {sound} + 存疑 {doubtful} + 未识别 {refused}",
        "read {read} = sound {sound} + doubtful {doubtful} + refused {refused}",
    ),
    "teach.look_left": ("不导入 {count}", "{count} left out"),
    "teach.look_doubt": ("存疑：", "Doubt: "),
    "teach.look_refused": ("未识别：", "Refused: "),
    "teach.look_mended": ("改好了", "mended"),
    "teach.look_sound": ("没有疑问", "No doubt"),
    "teach.look_is_left": ("这一题不导入（F7 改主意）", "Left out (F7 takes it back)"),
    "teach.look_unshown": ("还看不出是什么题：按 Enter 自己填", "What it is cannot be told: Enter to fill it in"),
    "teach.look_no_more": ("没有存疑的了，按 F9 导入", "No doubt is left: F9 brings them in"),
    "teach.look_first": ("这是第一题", "This is the first"),
    "teach.look_last": ("这是最后一题，按 F9 导入", "This is the last; F9 brings them in"),
    "teach.key_next_doubt": ("{key} 下一存疑", "{key} next doubt"),
    "teach.key_mend": ("{key} 改", "{key} mends"),
    "teach.key_turn": ("{back} {key} 前后题", "{back} {key} turn"),
    "teach.key_leave_kept": ("{key} 不导入", "{key} leave out"),
    "teach.key_leave_left": ("{key} 要导入", "{key} take in"),
    "teach.key_bring": ("{key} 导入", "{key} brings in"),
    "teach.bring_where": ("放进哪个题库？", "Into which bank?"),
    "teach.bring_new": ("新建一个题库", "A new bank"),
    "teach.bring_name": ("新题库叫什么名字？", "What is the new bank called?"),
    "teach.bring_name_note": (
        "做文件名用，如：公文处理 | Enter 确定，Esc 返回",
        "It names the file, such as: paperwork | Enter goes on, Esc goes back",
    ),
    "teach.bring_pasted": ("粘贴的文字", "pasted text"),
    "teach.bring_confirm": ("导入到“{bank}”？", "Bring them into “{bank}”?"),
    "teach.bring_counts": (
        "读到 {read} 题 = 导入 {imported} + 存疑 {doubtful} + 未识别 {refused}",
        "read {read} = imported {imported} + doubtful {doubtful} + refused {refused}",
    ),
    "teach.bring_outcomes": (
        "新增 {added}，相同 {same}，改动 {changed}",
        "{added} new, {same} the same, {changed} changed",
    ),
    "teach.bring_kept": (
        "题库里改过的 {kept} 题，保留题库的",
        "{kept} that were changed in the bank are kept as they are there",
    ),
    "teach.bring_drafts": (
        "存疑的记成草稿，疑点写在题目上面的注释里，组卷不会抽到。",
        "Doubtful ones go in as drafts, their doubts as comments above; no paper draws them.",
    ),
    "teach.bring_refused_note": ("未识别的不导入。", "Those refused are left behind."),
    "teach.bring_do": ("导入", "Bring in"),
    "teach.bring_not": ("再看看", "Look again"),
    "teach.bring_same": ("题库没有变化，什么都不用写。", "The bank stays as it is: nothing is to be written."),
    "teach.bring_done": ("已导入到“{bank}”", "Brought into “{bank}”"),
    "teach.bring_copy": ("原来的文件留在 {file}", "What it was before is in {file}"),
    "teach.bring_leave_title": ("不导入了吗？", "Leave without bringing them in?"),
    "teach.bring_leave_note": (
        "核对和改过的内容会丢掉；原来的文件不受影响。",
        "What was looked through and mended is lost; the source stays as it is.",
    ),
    # What is refused.
    "item-changed-meanwhile": ("试题 {item} 刚才在别处被改过", "Item {item} was changed elsewhere meanwhile."),
    "bank-name-odd": (
        '“{name}”不能做文件名：不要用 / \\ : * ? " < > | 这些符号',
        "“{name}” cannot be a file's name: leave out / \\ : * ? \" < > |",
    ),
}


GUIDE: Guide = {
    "teacher_room": (
        GuidePage(
            "题库（教师）",
            "上下键      移到上一行、下一行\n"
            "{enter}  打开这个题库，或做这件事\n"
            "{leave}  返回\n"
            "题库下面写着有几题、有几处要改。“要改”的改好才能用，“提醒”的可以看看。\n"
            "手头的题在 Word、Excel 或文本文件里，选“导入题目”。",
        ),
        GuidePage(
            "Question banks",
            "Up, down    the row before, the next one\n"
            "{enter}  open this bank, or do what the row says\n"
            "{leave}  go back\n"
            "Beneath a bank stands how many questions it has and how many faults. What is to be mended cannot be used "
            "until it is; the rest is worth a look.\n"
            "Questions in Word, Excel or text files come in by the last row.",
        ),
    ),
    "banks.shelf": (
        GuidePage(
            "看题和改题",
            "{move}  上一题、下一题；{page} 翻一屏\n"
            "直接打字    查找：题干、选项、解析里有这些字的题（几个词用空格隔开）\n"
            "{narrow}  按题型、难度、知识点、状态、问题筛选\n"
            "{key}  看答案和解析，再按一次收起\n"
            "{next_fault}  跳到下一处问题\n"
            "{edit}、{edit[1]}  改这一题\n"
            "{new}  写一道新题；在案例上按，可以给案例加小题\n"
            "{retire}  停用这一题，再按一次启用。停用的题留着，组卷不会抽到\n"
            "{undo}  撤销上一次保存，文件恢复原样\n"
            "{scroll} 题目太长时滚动\n"
            "{step_back}  先取消查找和筛选，再返回\n"
            "题目旁边写“改”的有错，改好才能用；写“提”的是提醒。文件在别的程序里一保存，这里马上跟着变；"
            "文件改坏了，这里会说坏在哪一行，先显示原来的样子。\n"
            "正在考试中的题不显示，考完才看得到。",
        ),
        GuidePage(
            "Seeing and changing questions",
            "{move}  the question before, the next one; {page} turn a screenful\n"
            "Type        search stems, options and rationales; blanks part several words\n"
            "{narrow}  narrow down by type, level, topic, status or faults\n"
            "{key}  show key and rationale, or hide them\n"
            "{next_fault}  go to the next fault\n"
            "{edit}, {edit[1]}  change this question\n"
            "{new}  write a new question; on a case, one more of the case\n"
            "{retire}  retire this question, or put it back in use. It stays, but no paper draws it\n"
            "{undo}  take back the last save: the file is as it was\n"
            "{scroll} scroll a long question\n"
            "{step_back}  show everything again, then go back\n"
            "Two signs mark what is to be mended, one what is worth a look. When any program saves the file, it is "
            "shown at once; where it was broken the line is told, and what it was before stays on screen.\n"
            "Questions that are being sat are left out until that is over.",
        ),
    ),
    "banks.item_form": (
        GuidePage(
            "改一道题",
            "{field.on}  下一项，{field.back} 上一项；上下键也行\n"
            "{go_on}  在一行的项里去下一项，在多行的项里另起一行；在可选的项里打开列表\n"
            "{step}  可选的项换一个\n"
            "{seen}  看学员看到的样子，再按一次回到表单（宽屏幕上一直在右边）\n"
            "{save}  保存：文件里只改这一题的几行，别的题和注释原样不动\n"
            "Ctrl+Z      撤销刚才打的字\n"
            "{leave}  不改了；改过的会先问一声\n"
            "要改的地方写在那一项下面，改好才存得下；一时改不好，把状态换成草稿就能先存。",
        ),
        GuidePage(
            "Changing a question",
            "{field.on}  next field, {field.back} the one before; arrows too\n"
            "{go_on}  in one line the next field, in several a new line; in a choice its list\n"
            "{step} another word of a choice\n"
            "{seen}  what the trainee will see, or the form again (a wide screen shows both)\n"
            "{save}  save: only this question's lines of the file change\n"
            "Ctrl+Z      take back what was typed\n"
            "{leave}  leave it; what was changed is asked about first\n"
            "What is to be mended stands beneath its field. Until it is, the question can be saved as a draft.",
        ),
    ),
    "banks.import_source": (
        GuidePage(
            "导入：选文件",
            "打字        输入文件的路径，下面列出对得上的\n"
            "{complete}  补全路径\n"
            "{move}  在列表里选，{go_on} 打开；文件夹按 {go_on} 进去\n"
            "{other_field}  答案在另一个文件里的，先选答案文件；再按一次回到题目文件\n"
            "{other_way}  不选文件，直接把题目粘贴进来；粘贴好按 {read}\n"
            "{shape}  没有读到题目时，说说编号怎么写，再读一遍\n"
            "{leave}  返回\n"
            "可以是 Word（.docx）、Excel（.xlsx）、文本、CSV、GIFT 或题库文件。老的 .doc、.xls 请先另存为新格式。",
        ),
        GuidePage(
            "Bringing along: the file",
            "Type        the path; what it may mean is listed below\n"
            "{complete}  complete the path\n"
            "{move}  choose from the list, {go_on} opens; {go_on} goes into a folder\n"
            "{other_field}  choose the file of keys first, where they have one; again for the questions\n"
            "{other_way}  paste the questions instead; {read} reads them\n"
            "{shape}  where no question was found, say how they are numbered\n"
            "{leave}  go back\n"
            "Word (.docx), Excel (.xlsx), text, CSV, GIFT or bank files. Save old .doc and .xls in a new format first.",
        ),
    ),
    "banks.import_review": (
        GuidePage(
            "导入：逐题核对",
            "{turn}  前一题、后一题（{turn[1]} 也行）\n"
            "{next_doubt}  跳到下一道存疑或未识别的\n"
            "{mend}  改这一题；改好就不再存疑\n"
            "{leave_out}  这一题不导入，再按一次又要了\n"
            "{lines}  逐行看：未读、略去、存疑的行，可以给哪道题、自成一题或略去\n"
            "{shape}  改读法：编号怎么写、答案在哪里、哪些行略去、答案文件\n"
            "{scroll}  太长时滚动\n"
            "{bring}  导入：选题库，看一眼会怎样，再确定\n"
            "{leave}  返回；改过的会先问一声\n"
            "左边（上面）是原文，右边（下面）是读成的样子。存疑的也可以不改就导入，会记成草稿，疑点写在文件的注释里。",
        ),
        GuidePage(
            "Bringing along: a look through",
            "{turn} the question before, the next one ({turn[1]} too)\n"
            "{next_doubt}  the next that is doubted or refused\n"
            "{mend}  mend this one; then it is doubted no more\n"
            "{leave_out}  leave this one out, or take it in again\n"
            "{lines}  line by line: what is unread, left out or doubted, and whose it is to be\n"
            "{shape}  read otherwise: numbers, where keys are, lines to leave out, the file of keys\n"
            "{scroll}  scroll what is long\n"
            "{bring}  bring them in: choose the bank, see what would come, confirm\n"
            "{leave}  go back; what was mended is asked about first\n"
            "Left (or above) stands the source, right (or below) how it was read. What is still doubted goes in as a "
            "draft, its doubts as comments in the file.",
        ),
    ),
}
