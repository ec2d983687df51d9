"""What an author should look at in items whose format is right, in words."""

from __future__ import annotations

QUALITY: dict[str, tuple[str, str]] = {
    "stem-same": (
        "题干和 {file} 第 {line} 行的 {other} 一样。若是抄重了，请删掉一道；若问的不是一件事，请把题干写完整。",
        "The stem is that of {other}, {file} line {line}. Delete one, or let each stem say what it asks.",
    ),
    "stem-alike": (
        "题干和 {file} 第 {line} 行的 {other} 几乎一样。若考的是同一点，请删掉一道。",
        "The stem is nearly that of {other}, {file} line {line}. Delete one if both ask for the same.",
    ),
    "stem-negated": (
        "题干和 {file} 第 {line} 行的 {other} 只差一个“不”“非”或“错误”，一问正一问反，答案互相提示。请留一道。",
        "The stem is that of {other}, {file} line {line}, but for a negation: each gives the other away. Keep one.",
    ),
    "stem-renumbered": (
        "题干和 {file} 第 {line} 行的 {other} 只差一个数。若考的是同一点，请删掉一道。",
        "The stem is that of {other}, {file} line {line}, but for a number. Delete one if both ask for the same.",
    ),
    "option-all-or-none": (
        "选项 {letter}“{option}”说的是别的选项，选项一乱序就说不通，也容易蒙对。请换成一个具体的选项。",
        "Option {letter}, “{option}”, speaks of the others, which shuffling spoils. Write an option of its own.",
    ),
    "letter-named": (
        "这里用字母 {letter} 指选项，选项乱序后字母就变了。请写出选项的内容。",
        "This names an option by its letter, {letter}, which changes when options are shuffled. Write what it says.",
    ),
    "key-longest": (
        "答案有 {key} 个字，别的选项最多 {other} 个字，一看就知道选哪个。请把选项写得一样长短。",
        "The key has {key} characters and the others at most {other}, which gives it away. Make them alike in length.",
    ),
    "keys-longest": (
        "{count} 道单选题里，有 {longest} 道的答案是最长的选项，学员会照着最长的猜。请把一些干扰项写长，或把答案写短。",
        "The key is the longest option in {longest} of {count} single choices. Lengthen distractors, or shorten keys.",
    ),
    "keys-leaning": (
        "单选题的答案偏向 {letter}：{count} 道里占了 {most} 道（{counts}）。请调换一些题的选项次序。",
        "The keys of single choices lean to {letter}: {most} of {count} ({counts}). Reorder the options of some items.",
    ),
    "truths-leaning": (
        "判断题的答案偏向一边：对 {right} 道，错 {wrong} 道。请改写一些题，让对错各占一半左右。",
        "The keys of true/false items lean: {right} true, {wrong} false. Rewrite some, so that about half are true.",
    ),
    "options-end-unlike": (
        "选项 {ended} 末尾有句号或分号，{bare} 没有。请统一。",
        "Options {ended} end with a full stop or a semicolon, and {bare} do not. Make them alike.",
    ),
    "options-number-unlike": (
        "选项都是数，{digits} 用阿拉伯数字，{words} 用汉字。请统一写法。",
        "The options are numbers, {digits} in digits and {words} in words. Write them alike.",
    ),
    "options-length-unlike": (
        "选项长短悬殊：{long} 有 {most} 个字，{short} 只有 {least} 个字。请写得相近一些。",
        "Option {long} has {most} characters and {short} has {least}. Make them alike in length.",
    ),
    "radical-look-alike": (
        "这里有形似汉字的部首：{pairs}，搜索、比对都认不出它。请改成：{corrected}",
        "These are radicals that look like characters: {pairs}; no search finds them. Change the text to: {corrected}",
    ),
    "punctuation-mixed": (
        "中文里夹着半角标点。请改成：{corrected}",
        "There is half-width punctuation in Chinese text. Change it to: {corrected}",
    ),
    "drafts-left-out": (
        "“{section}”抽题时跳过了 {count} 道合要求的草稿：{items}。若已写好，请把它们的 状态 改为 启用。",
        "“{section}” passes by {count} drafts that it could draw: {items}. Make them ready if they are finished.",
    ),
}
