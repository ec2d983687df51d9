"""What is said in the committee's room and at the score table."""

from __future__ import annotations

COMMITTEE: dict[str, tuple[str, str]] = {
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
    "committee.key_home": ("F6 成绩管理", "F6 scores"),
    "committee.key_room": ("上下键选择，Enter 打开", "Arrows choose, Enter opens"),
    "committee.no_paper_here": ("F7 用在试卷上：先选上面的一份试卷", "F7 is for a paper: choose one above first"),
    "committee.key_again": ("F5 重新统计", "F5 count again"),
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
    "committee.key_replay": ("Enter 回看", "Enter opens"),
    "committee.key_slide": ("← → 各列", "← → more"),
    "committee.key_decide": ("F6 处理", "F6 decide"),
    "committee.key_paper": ("F7 阅卷分析", "F7 paper"),
    "committee.key_export": ("F8 导出", "F8 export"),
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
