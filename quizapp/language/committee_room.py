"""The committee's room, the score table and the class list: what stands on the screens, and what F4 says there."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    # Home and the room.
    "committee.heading": ("班委会", "Committee"),
    "committee.title": ("成绩管理", "Scores"),
    "committee.home_note": (
        "谁考了、谁没考 | 成绩表、处理、导出、核验",
        "who sat, who is missing | scores, decisions, export, evidence",
    ),
    "committee.papers": ("试卷", "Papers"),
    "committee.no_papers": (
        "还没有人作答，也没有排好时间的试卷。先在“名册”里导入全班的人；有人开考，或收来答卷，这里就会列出来。",
        (
            "Nobody has sat a paper, and none has its time set. Bring the class in at “Class list” first; papers show "
            "here once somebody begins or attempts are collected."
        ),
    ),
    "committee.more": ("全班", "The class"),
    "committee.needs": (
        "有 {count} 份试卷等着处理，要办的写在下面：阅卷按 F7，别的按 Enter 去办。",
        "{count} paper(s) wait, as said beneath: F7 marks essays, Enter does the rest.",
    ),
    "committee.count_handed_in": ("已交 {count}", "{count} handed in"),
    "committee.count_in_progress": ("作答中 {count}", "{count} sitting"),
    "committee.count_absent": ("缺考 {count}", "{count} absent"),
    "committee.count_awaited": ("还没考 {count}", "{count} to come"),
    "committee.count_deferred": ("缓考 {count}", "{count} deferred"),
    "committee.count_exempt": ("免考 {count}", "{count} exempt"),
    "committee.count_left": ("退班 {count}", "{count} left"),
    "committee.count_misconduct": ("违纪 {count}", "{count} misconduct"),
    "committee.count_void": ("作废 {count}", "{count} void"),
    "committee.count_marking": ("待阅卷 {count}", "{count} to mark"),
    "committee.count_roster": ("名册 {count}", "{count} on the roster"),
    "committee.between": ("；", "; "),
    "committee.need_refused": (
        "评分记录被改动过，成绩不能采用；先核验，再用封存单和第二份副本查清",
        "its decisions were altered: do not go by its scores; verify, and compare with the seal and the second copy",
    ),
    "committee.need_waiting": ("{count} 份简答待阅", "{count} attempt(s) with essays to mark"),
    "committee.need_differing": ("{count} 份双评不一致，要裁定", "{count} whose markers differ, to be decided"),
    "committee.need_beyond": ("{count} 份超出次数，定哪份算", "{count} beyond the tries: say which count"),
    "committee.need_absent": ("{count} 人缺考，没有说明", "{count} absent without a note"),
    "committee.need_ineligible": (
        "{count} 份补考资格不符，要不要算",
        "{count} make-ups not for them: say whether they count",
    ),
    "committee.need_strangers": ("{count} 人不在名册上", "{count} not on the roster"),
    "committee.counted_again": ("已重新统计", "counted again"),
    "committee.key_home": ("{key} 成绩管理", "{key} scores"),
    "committee.key_room": ("上下键选择，{key} 打开", "Arrows choose, {key} opens"),
    "committee.no_paper_here": ("F7 用在试卷上：先选上面的一份试卷", "F7 is for a paper: choose one above first"),
    "committee.key_again": ("{key} 重新统计", "{key} count again"),
    # What the room offers.
    "committee.export_everything": ("全部成绩", "All scores"),
    "committee.export_everything_note": ("全班各份试卷导出成一个文件", "every paper of the class in one file"),
    "committee.roster": ("名册", "Class list"),
    "committee.roster_note": ("班里有哪些人；从表格导入", "who is in the class; bring a list in"),
    "committee.verify": ("核验", "Verify"),
    "committee.verify_note": ("答卷、评分和成绩册有没有被改动过", "whether attempts, decisions or scores were altered"),
    "committee.verifying": ("正在核对，请稍候", "verifying, one moment"),
    "committee.unsound": (
        "结论：核对了 {attempts} 份答卷、{files} 个文件，发现 {count} 处问题，涉及 {concerned} 份答卷，逐条列在下面。",
        (
            "Verdict: {attempts} attempt(s) in {files} file(s) were verified; {count} thing(s) are wrong, with "
            "{concerned} attempt(s), each listed below."
        ),
    ),
    "committee.seal": ("封存", "Seal"),
    "committee.seal_note": (
        "把现在的成绩写成一张封存单，交另一部门保存",
        "write down what stands now, for another office to keep",
    ),
    "committee.verify_sealed": ("对照封存单核验", "Verify against a seal"),
    "committee.verify_sealed_note": (
        "和以前交出去的那张对一对：删掉的、换成旧版的也查得出",
        "what was cut off or put back since then shows as well",
    ),
    "committee.sealed_which": ("和哪一张封存单对？", "Which seal is it compared with?"),
    "committee.sealed_none": (
        "优盘、桌面、下载和个人文件夹里没有找到封存单。插好优盘再来，或写明它在哪里。",
        "No seal was found on a stick, the desktop or among the downloads. Plug the stick in, or say where it is.",
    ),
    "committee.sealed_elsewhere": ("在别处，自己写文件名", "Somewhere else: type its name"),
    "committee.sealed_where": ("封存单在哪里？写全文件名", "Where is the seal? Give the whole file name"),
    "committee.sealed_keys": ("Enter 核验 | Esc 返回", "Enter verifies | Esc goes back"),
    "committee.seal_file": ("封存单_{day}.txt", "seal_{day}.txt"),
    "committee.seal_where": ("封存单存到哪里？", "Where should the seal go?"),
    "committee.seal_keys": ("Enter 封存 | Esc 返回", "Enter seals | Esc goes back"),
    # The score table.
    "committee.table": ("成绩表", "Scores"),
    "committee.find": ("查找", "Find"),
    "committee.find_hint": ("学号、姓名或单位", "id, name or unit"),
    "committee.people": ("{count} 人", "{count} people"),
    "committee.people_and_left": ("{count} 人，另有退班 {left} 人", "{count} people, and {left} who left"),
    "committee.people_of": ("{count} / {whole} 人", "{count} of {whole} people"),
    "committee.attempts": ("{count} 行", "{count} rows"),
    "committee.attempts_of": ("{count} / {whole} 行", "{count} of {whole} rows"),
    "committee.any_status": ("全部状态", "any status"),
    "committee.awaited": ("还没考", "to come"),
    "committee.by_rank": ("按名次", "by rank"),
    "committee.by_rising": ("按{column}从小到大", "by {column}, rising"),
    "committee.by_falling": ("按{column}从大到小", "by {column}, falling"),
    "committee.rows_people": ("每人一行", "one row each"),
    "committee.rows_attempts": ("各次答卷", "all attempts"),
    "committee.narrow_title": ("只看哪些人？", "Show only whom?"),
    "committee.sort_title": ("按什么排？再选一次同一列就倒过来", "Sort by what? The same column again turns it round"),
    "committee.option": ("{word} {count}", "{word} {count}"),
    "committee.pending": (
        "有 {count} 处更正还没有生效，下面是更正以前的成绩。按 F7 选“重新判分”。",
        "{count} correction(s) do not hold yet; these scores are from before. F7, then mark again.",
    ),
    "committee.nobody": (
        "还没有人作答，名册也是空的。",
        "Nobody has sat this paper, and there is no class list.",
    ),
    "committee.none_fit": ("没有找到；按 Esc 看全部的人", "Nobody is found; Esc shows everybody"),
    "committee.no_attempt": ("没有答卷可看", "There is no attempt to look at"),
    "committee.marks": ("{marks} 分", "{marks} marks"),
    "committee.key_replay": ("{key} 回看", "{key} opens"),
    "committee.key_slide": ("{back} {key} 各列", "{back} {key} more"),
    "committee.key_decide": ("{key} 处理", "{key} decide"),
    "committee.key_paper": ("{key} 阅卷分析", "{key} paper"),
    "committee.key_export": ("{key} 导出", "{key} export"),
    # What is done with a paper.
    "committee.analyse": ("题目分析", "Item analysis"),
    "committee.analyse_note": ("哪几题要看一看，难不难，分不分得开", "which questions to look at, and why"),
    "committee.debrief": ("讲评", "Go through it"),
    "committee.debrief_note": ("投影给全班看：一题一屏", "one question at a time, for the whole room"),
    "committee.mark": ("阅卷", "Mark essays"),
    "committee.mark_note": ("一份一份给简答题打分，不显示姓名", "essays one by one, names covered"),
    "committee.regrade": ("重新判分", "Mark again"),
    "committee.regrade_note": (
        "更正过的答案从现在起算数，先看影响再定",
        "corrections hold from now; changes are shown first",
    ),
}


GUIDE: Guide = {
    "committee_room": (
        GuidePage(
            "成绩管理（班委会）",
            "上下键      选一份试卷，或下面的一件事\n"
            "{enter}  打开试卷的成绩表，或做这件事\n"
            "{look_again}  重新统计：又有人交卷了，按一下就更新\n"
            "{paper}  这份试卷的题目分析、讲评、阅卷、更正答案、重新判分\n"
            "{leave}  返回\n"
            "每份试卷下面写着：多少人已交卷、正在作答、缺考，有几份简答待阅。一个人只数一次。"
            "还没到截止时间、还能来考的写“还没考”。要人处理的写在第三行。\n"
            "要投影讲评，在这里按 {paper}：讲完也回到这里，屏幕上始终没有姓名和分数。\n"
            "“核验”把答卷、评分记录、成绩册从头对一遍，一句话说有没有被改动过，什么都不改。\n"
            "“封存”把现在的成绩写成一张封存单，打印出来交另一部门保存。"
            "“对照封存单核验”拿以前的那张来对：删掉了答卷、换成旧版，只有这样查得出。",
        ),
        GuidePage(
            "Scores (the committee's room)",
            "Up, down    choose a paper, or something below\n"
            "{enter}  open the paper's scores, or do what the row says\n"
            "{look_again}  count again, when more people have handed in\n"
            "{paper}  this paper's analysis, going through it, essays, keys, marking again\n"
            "{leave}  go back\n"
            "Beneath a paper stands how many handed in, are sitting, are absent, and how many attempts wait to be "
            "marked; everybody is counted once. Who may still come is “to come”. What needs a person is on the third "
            "line.\n"
            "To go through a paper before a projector, {paper} here: leaving it comes back here, and no name ever "
            "shows.\n"
            "Verifying compares attempts, decisions and the book, says in one sentence whether anything was altered, "
            "and changes nothing.\n"
            "A seal writes down what stands now: give it to another office. Verifying against it later finds also what "
            "was cut off or put back in an older state, which nothing else does.",
        ),
    ),
    "scores.score_table": (
        GuidePage(
            "成绩表",
            "{move}  上一个人、下一个人；{page} 翻一屏\n"
            "直接打字    查找：学号，或姓名、单位里的一两个字\n"
            "{slide}  看右边的列；名次、学号、姓名一直在\n"
            "{replay}  回看这个人的作答过程\n"
            "{all_attempts}  每人一行，或各次答卷都列出来\n"
            "{narrow}  只看一种状态：缺考、待阅卷、不及格等\n"
            "{sort}  按某一列排；再选一次同一列就倒过来\n"
            "{decide}  处理这个人：延时、收卷、缓考、改分、改归、作废和撤销\n"
            "{paper}  题目分析、讲评、阅卷、更正答案、重新判分；讲评先收起成绩表，讲完不会露出姓名\n"
            "{export}  导出这份试卷的成绩：Excel、Word、网页等；可选公示版、只写等次\n"
            "{step_back}  先看回全部的人，再返回\n"
            "表里的每一行和导出的一样。没有成绩的人排在后面，颜色淡一些，状态写明为什么。\n"
            "每一项处理都要写经办人和理由，记下来，不能抹掉；先说明会怎样，确认了才办。"
            "经办人、复核人是两个人，都不能是本人。看过以后别人又办了同一件事，会说出来，看清了再定。\n"
            "超出次数的答卷先不算成绩：按 {all_attempts} 看各次，把不该算的那次作废，另一次就算数。\n"
            "答案错了：{paper} 选“更正答案”，选题、定办法，先看谁的成绩会变；记录以后当场可以重新判分，"
            "也可以几道题都改好，再选“重新判分”。",
        ),
        GuidePage(
            "The score table",
            "{move}  the person before, the next one; {page} turn a screenful\n"
            "Type        find by number or part of the name or unit\n"
            "{slide} more columns; rank, number and name stay\n"
            "{replay}  see what happened in this attempt\n"
            "{all_attempts}  one row for each person, or all attempts\n"
            "{narrow}  show only one status: absent, to be marked and so on\n"
            "{sort}  sort by a column; the same again turns it round\n"
            "{decide}  decide about this person: time, hand-in, notes, marks, owner, void\n"
            "{paper}  analysis, going through the paper (this table closes first), essays, keys, marking again\n"
            "{export}  export this paper's scores: all, what may be put up, or grades only\n"
            "{step_back}  show everybody again, then go back\n"
            "The rows are those of the export. Who has no score comes last, muted, with the reason as status.\n"
            "Every decision asks who decides and why, is recorded and never erased; what will happen is said before it "
            "is done. Who decides and who checks are two people, and neither is the candidate. What another decided "
            "since it was looked at is said: look, then decide again.\n"
            "Attempts beyond the tries do not count: {all_attempts} lists all of them; annul the one that should "
            "not count.\n"
            "Where a key is wrong, {paper} and correct it: whose score changes is shown first. Mark the paper again at "
            "once, or after several questions.",
        ),
    ),
    "classes.roster": (
        GuidePage(
            "名册",
            "{move}  上一个人、下一个人；{page} 翻一屏\n"
            "直接打字    查找：学号，或姓名、单位里的一两个字\n"
            "{slide}  看右边的列\n"
            "{move_person}  记这个人退班（退学），或回到班里；要写经办人和理由\n"
            "{bring_in}  从表格导入：优盘、桌面、下载里的名册会列出来，也可以自己写文件名\n"
            "{step_back}  先看回全部的人，再返回\n"
            "表格是 .xlsx 或 .csv，要有“学号”和“姓名”两列，单位、职务、组别可有可无；没有学号的，按次序编 01、02。"
            "导入前先说明新增几人、更新几人，确认了才导入。有一行错就一个也不导入，哪一行、什么错都列出来。\n"
            "同一个学号再导入一次就更新；表里没有的人照样留着。\n"
            "退班的人答卷和成绩都留着，不算缺考，不能再参加考试。合计、备注、签字的行不当作学员。",
        ),
        GuidePage(
            "The class list",
            "{move}  the person before, the next one; {page} turn a screenful\n"
            "Type        find by number or part of the name or unit\n"
            "{slide} more columns\n"
            "{move_person}  record that this person left the class, or is in it again; who decides and why is asked\n"
            "{bring_in}  bring in a table: those on a stick, the desktop or among the downloads are listed\n"
            "{step_back}  show everybody again, then go back\n"
            "The table is .xlsx or .csv with columns headed id and name; unit, post and group are optional. Without "
            "numbers people are 01, 02. How many are new and how many change is said before it is done. One faulty row "
            "keeps all out, and every fault is listed with its line.\n"
            "The same number again updates it; who is not in the table stays.\n"
            "What those sat who left stays; they are not absent and cannot sit. Totals and remarks are nobody.",
        ),
    ),
    "decisions.correct_key": (
        GuidePage(
            "更正答案",
            "{move}  上一道题、下一道题；{page} 一次五道\n"
            "直接打字    查找：题号，或题干里的字\n"
            "{choose}  更正这道题\n"
            "{step_back}  先看回全部的题，再返回\n"
            "每道题下面写着现在的答案，和各个答案多少人选。选一道题，再选怎么更正：改答案，只认新的；"
            "再认一个答案，两个都算对；全员给分；这题不算，从满分里去掉。\n"
            "各卷题目次序不同时，先选照哪一套卷来找；字母按那一套卷写，别的卷上的同一道题一起更正。"
            "每人一套卷时，字母按题库里的次序。\n"
            "按 F9 先看结果：几个人的成绩或名次会变，谁变为及格、不及格。确认以后只是记录，成绩不动；"
            "接着选“现在重新判分”，成绩才变。先前的答案、谁改的、为什么改，都留着，不能抹掉。\n"
            "经办人、复核人不能是考过这份卷的人。",
        ),
        GuidePage(
            "Correcting a key",
            "{move}  the question before, the next one; {page} five at a time\n"
            "Type        find by number or words of the question\n"
            "{choose}  correct this question\n"
            "{step_back}  show all questions again, then go back\n"
            "Beneath each question stand its key and how many gave which answer. Choose one, then how: another key, "
            "one more right answer, full marks for everybody, or out of the full score.\n"
            "Where forms differ, say first by which one to look: letters are that form's, and the same question is "
            "corrected on the others too. Where everybody has a form of their own, letters are the bank's.\n"
            "F9 shows what would change: how many scores and ranks, and who crosses the pass mark. Correcting only "
            "records it; scores change when the paper is marked again, which is offered at once. Nothing that was "
            "decided before is erased.\n"
            "Neither who decides nor who checks may have sat the paper.",
        ),
    ),
}
