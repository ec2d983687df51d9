"""What is said of questions brought into a bank: what became of each, and what would change."""

from __future__ import annotations

from quizapp.language.entries import Catalogue, Guide, GuidePage

SENTENCES: Catalogue = {
    "command.banks.import-counts": (
        "读到 {read} 题 = 导入 {imported} + 存疑 {doubtful} + 未识别 {refused}",
        "read {read} = imported {imported} + doubtful {doubtful} + refused {refused}",
    ),
    "command.banks.import-outcomes": (
        "新增 {added}，相同 {same}，改动 {changed}",
        "{added} new, {same} the same, {changed} changed",
    ),
    "command.banks.import-kept": (
        "题库里改过、来源没有另外说法的 {kept} 题，保留题库的",
        "{kept} item(s) that were changed in the bank alone were kept",
    ),
    "command.banks.import-disputed": (
        "题库和来源不一样、还没有定的 {count} 题，没有取来源的",
        "{count} item(s) differ and are undecided: nothing was taken from the source",
    ),
    "command.banks.import-dispute": (
        "{place}：待定 {id} {field}：题库 {before} | 来源 {after}",
        "{place}: undecided {id} {field}: bank {before} | source {after}",
    ),
    "command.banks.import-take": (
        "待定的 {count} 题：加 --take source 取来源的，加 --take bank 保留题库的；也可以在程序里逐题选",
        "{count} undecided: add --take source, or --take bank; the app asks of each by itself",
    ),
    "command.banks.import-gone": (
        "来源里已经没有、题库里还留着的 {count} 题：{ids}",
        "{count} item(s) are in the source no longer and stay in the bank: {ids}",
    ),
    "command.banks.import-remembered": (
        "题目没有变化，只在 {file} 里记下了来源现在写的",
        "No item changed; {file} remembers what the source says now.",
    ),
    "command.banks.import-shape": ("读法：{shape}", "as read: {shape}"),
    "command.banks.import-unread": ("{place}：未读 {text}", "{place}: unread {text}"),
    "command.banks.import-lines": (
        "行：题目 {question} + 标题 {heading} + 略去 {noise} + 未读 {unread} = {total}",
        "lines: questions {question} + headings {heading} + left out {noise} + unread {unread} = {total}",
    ),
    "command.banks.import-written": ("已写入 {file}", "{file} was written."),
    "command.banks.import-copy": ("原来的文件留在 {file}", "What it was before is in {file}."),
    "command.banks.import-nothing": ("题库没有变化", "The bank is unchanged."),
    "command.banks.import-dry-run": ("只是预览，什么都没有写", "Only shown: nothing was written."),
    "command.banks.import-change": (
        "{place}：改动 {id} {field}：{before} → {after}",
        "{place}: {id} {field}: {before} → {after}",
    ),
    "command.banks.import-new-values": ("{place}：改动 {id} {field}：{after}", "{place}: {id} {field}: {after}"),
    "command.banks.import-doubt": ("{place}：存疑 {id} {reason}", "{place}: doubtful {id} {reason}"),
    "command.banks.import-refused": ("{place}：未识别 {reason}", "{place}: refused {reason}"),
    "command.banks.import-note": ("{place}：{id} {reason}", "{place}: {id} {reason}"),
    "command.banks.import-remark": ("{place}：{reason}", "{place}: {reason}"),
    "command.banks.import-kept-one": (
        "{place}：{id} 在题库里已经改好，保留题库的",
        "{place}: {id} is sound in the bank, which was kept",
    ),
    "command.banks.import-encoding-changed": (
        "{file} 原来是 GB18030 编码，已改存为 UTF-8",
        "{file} was in GB18030 and is in UTF-8 now.",
    ),
    "teach.merge_title": ("核对改动", "What would change"),
    "teach.merge_how": (
        "题库里已有的这些题，来源写得不一样。← 用题库的，→ 用来源的；没有选的不动，下次再问。",
        "The source says otherwise of these items of the bank. ← the bank's, → the source's; undecided ones stay.",
    ),
    "teach.merge_count": ("共 {count} 题，待定 {open}", "{count}, {open} undecided"),
    "teach.merge_by_source": ("用来源的", "the source's"),
    "teach.merge_by_bank": ("用题库的", "the bank's"),
    "teach.merge_open": ("待定，两边都改过", "undecided: both changed it"),
    "teach.merge_bank": ("题库", "bank"),
    "teach.merge_source": ("来源", "source"),
    "teach.merge_nothing": ("（没有）", "(none)"),
    "teach.merge_key_bank": ("{key} 用题库的", "{key} the bank's"),
    "teach.merge_key_source": ("{key} 用来源的", "{key} the source's"),
    "teach.merge_key_next": ("{key} 下一待定", "{key} next undecided"),
    "teach.merge_key_on": ("{key} 下一步", "{key} goes on"),
    "teach.merge_all_decided": ("都选好了，按 F9 下一步", "All is decided: F9 goes on"),
    "teach.merge_lines": (
        "行：题目 {question} + 标题 {heading} + 略去 {noise} + 未读 {unread}",
        "lines: questions {question} + headings {heading} + left out {noise} + unread {unread}",
    ),
    "teach.merge_unread_count": ("未读 {count} 行", "{count} line(s) unread"),
    "teach.merge_unread": ("未读的行", "Lines that were not read"),
    "teach.merge_unread_line": ("第 {line} 行：{text}", "line {line}: {text}"),
    "teach.merge_unread_sheet": ("{sheet} 第 {line} 行：{text}", "{sheet}, line {line}: {text}"),
    "teach.merge_unread_more": ("还有 {count} 行", "{count} more"),
    "teach.merge_disputed": (
        "待定的 {count} 题，题库不动，下次导入再问。",
        "{count} undecided: the bank stands, and the next import asks again.",
    ),
    "teach.merge_gone": (
        "来源里已经没有的 {count} 题，题库里还留着：{ids}",
        "{count} that the source has no longer stay in the bank: {ids}",
    ),
    "teach.merge_remember": (
        "题目没有变化，只记下来源现在写的。",
        "No item changes; what the source says now is remembered.",
    ),
}

GUIDE: Guide = {
    "banks.import_changes": (
        GuidePage(
            "导入：核对改动",
            "{move}  前一题、后一题\n"
            "{bank}  这一题用题库的\n"
            "{source}  这一题用来源的\n"
            "{next_open}  跳到下一道待定的\n"
            "{go_on}  下一步：再看一遍数，确定了才写\n"
            "{leave}  返回\n"
            "只有来源改过的，先选好用来源的；题库和来源都改过的，要自己选。只有题库改过的不列出来，保留题库的。",
        ),
        GuidePage(
            "Bringing along: what would change",
            "{move}  the item before, the next one\n"
            "{bank}  the bank's stays\n"
            "{source}  the source's is taken\n"
            "{next_open}  the next that is undecided\n"
            "{go_on}  go on: the counts once more, and nothing is written before you say so\n"
            "{leave}  go back\n"
            "Where the source alone changed, the source's is chosen already; where both did, choose yourself. "
            "What the bank alone changed is not listed and stays.",
        ),
    ),
}
