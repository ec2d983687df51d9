"""What can be wrong with fields, items, banks, courses; and what an author should look at where the format is right."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

QUALITY: Catalogue = {
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

SENTENCES: Catalogue = {
    **QUALITY,
    "unknown-field": (
        "没有“{field}”这个字段，是不是想写“{nearest}”？",
        "There is no field “{field}”. Did you mean “{nearest}”?",
    ),
    "missing-field": (
        "这里还缺“{chinese}”（{field}），请补上。",
        "“{field}” ({chinese}) is missing here. Add it.",
    ),
    "unknown-type": (
        "没有“{type}”这种题型，是不是想写“{nearest}”？可以写：{choices}",
        "There is no question type “{type}”. Did you mean “{nearest}”? The choices are: {choices}",
    ),
    "unknown-value": (
        "这里不能写“{text}”，是不是想写“{nearest}”？可以写：{choices}",
        "“{text}” cannot stand here. Did you mean “{nearest}”? The choices are: {choices}",
    ),
    "not-a-text": (
        "这里应当是一段文字，现在是列表或下一级字段。请检查缩进。",
        "A text belongs here, not a list or fields below it. Check the indentation.",
    ),
    "not-a-map": (
        "这里应当是“名称: 内容”的写法。请逐行写成 名称: 内容。",
        "Entries of “name: value” belong here. Write them line by line.",
    ),
    "not-a-list": (
        "这里应当是一个列表。请每行以“- ”开头，或写成 [甲, 乙]。",
        "A list belongs here. Begin each line with “- ”, or write [a, b].",
    ),
    "not-a-number": (
        "没有读懂数“{text}”。请写 2 或 0.5 这样的数。",
        "“{text}” is not a number here. Write one such as 2 or 0.5.",
    ),
    "not-a-count": (
        "没有读懂个数“{text}”。请写 1、2、3 这样的整数。",
        "“{text}” is not a count. Write a whole number such as 1, 2 or 3.",
    ),
    "not-a-share": (
        "没有读懂份额“{text}”。请写 1/3、0.25 或 25%，不超过 1。",
        "“{text}” is not a share. Write 1/3, 0.25 or 25%, at most 1.",
    ),
    "not-a-threshold": (
        "没有读懂分数线“{text}”。请写 60% 或 60 这样的分数。",
        "“{text}” is not a threshold. Write 60%, or a number of marks.",
    ),
    "apart-alone": (
        "互斥写的“{group}”没有隔开什么：没有别的题写这个组，也没有别的题用这个编号。请核对。",
        "“{group}” keeps nothing apart: no other item names that group or has that id. Check it.",
    ),
    "not-a-coverage": (
        "没有读懂覆盖的分数“{text}”。请写 15-20%、至少 2、至多 20 分 或 5，小的在前。",
        "“{text}” is no number of marks to be covered. Write 15-20%, at least 2, at most 20 or 5, the smaller first.",
    ),
    "not-a-duration": (
        "没有读懂时长“{text}”。请写 90s、45m、1h30m 或 45分钟。",
        "“{text}” is not a length of time. Write 90s, 45m or 1h30m.",
    ),
    "not-an-instant": (
        "没有读懂时间“{text}”。请写 2026-12-01 09:00 或 2026年12月1日 9:00。",
        "“{text}” is not a time. Write it as 2026-12-01 09:00, with an offset if need be.",
    ),
    "not-an-attempt-count": (
        "没有读懂次数“{text}”。请写 1 以上的整数，或写 不限。",
        "“{text}” is not a number of attempts. Write a whole number from 1, or unlimited.",
    ),
    "not-a-form-count": (
        "没有读懂套数“{text}”。请写 1 到 26，或写 一人一卷。",
        "“{text}” is not a number of forms. Write 1 to 26, or per_candidate.",
    ),
    "id-malformed": (
        "编号“{text}”不能用：只能有文字、数字、- 和 _，最多 64 个字，也不能是 con、nul 之类的设备名。请换一个。",
        "“{text}” cannot be an id. Use letters, digits, - and _, at most 64, and no device name such as con or nul.",
    ),
    "duplicate-id": (
        "编号“{id}”已经有了，在 {file} 第 {line} 行。请换一个编号。",
        "The id “{id}” is taken already, by {file} line {line}. Choose another.",
    ),
    "no-items": (
        "这里一道题也没有。请至少写一道。",
        "There is not one item here. Write at least one.",
    ),
    "items-not-listed": (
        "试题应当是一个列表。请让每道题以“- ”开头。",
        "Items must be a list. Begin each item with “- ”.",
    ),
    "missing-id": (
        "这道题还没有编号。请运行 quizapp banks format，它会编好并写进文件。",
        "This item has no id yet. Run quizapp banks format, which gives and writes one.",
    ),
    "missing-topic": (
        "这道题没有写知识点，按知识点抽题时抽不到它。请补上 知识点。",
        "This item has no topic, so draws by topic pass it by. Add a topic.",
    ),
    "missing-difficulty": (
        "这道题没有写难度，按难度抽题时抽不到它。请补上 难度: 易、中 或 难。",
        "This item has no difficulty, so draws by difficulty pass it by. Add easy, medium or hard.",
    ),
    "missing-rationale": (
        "这道题没有解析，学员答错后看不到为什么。请补上 解析。",
        "This item has no rationale, so nobody learns why an answer is wrong. Add one.",
    ),
    "unknown-topic": (
        "课程“{course}”里没有知识点“{topic}”，是不是想写“{nearest}”？",
        "The course “{course}” has no topic “{topic}”. Did you mean “{nearest}”?",
    ),
    "unknown-course": (
        "没有找到课程“{course}”。请把 {course}.yaml 放在题库旁边，或改正课程名。",
        "There is no course “{course}”. Put {course}.yaml beside the bank, or correct the name.",
    ),
    "course-missing": (
        "没有找到课程文件，知识点没法核对。请在题库旁边放一个 {course}.yaml。",
        "There is no course file, so topics were not checked. Put a {course}.yaml beside the bank.",
    ),
    "feedback-letter": (
        "选项解析里的“{letter}”不是这道题的选项。请改成选项的字母。",
        "“{letter}” in the feedback is no option of this item. Use its options' letters.",
    ),
    "option-marks-missing": (
        "“每选对一个得分”还要写明 每项分值。请补上，例如 每项分值: 0.5。",
        "per_option needs option_marks too. Add it, for example option_marks: 0.5.",
    ),
    "options-not-listed": (
        "没有读懂选项。请写成 {{A: 甲, B: 乙}}，或每行一个“- 选项”。",
        "The options were not understood. Write {{A: one, B: two}}, or a line “- option” for each.",
    ),
    "option-letters": (
        "选项的字母是 {letters}，请从 A 起按顺序写，中间不缺不重。",
        "The options' letters are {letters}. Let them run from A in order.",
    ),
    "option-count": (
        "现在有 {count} 个选项，请写 2 到 26 个。",
        "There are {count} options. Write 2 to 26.",
    ),
    "option-not-text": (
        "选项 {letter} 没有文字。请补上，或给它加引号。",
        "Option {letter} is no text. Write one, in quotes if need be.",
    ),
    "options-equal": (
        "选项 {first} 和 {second} 是一样的。请改一个。",
        "Options {first} and {second} are the same. Change one of them.",
    ),
    "key-not-letters": (
        "没有读懂答案“{key}”。这种题的答案请写选项的字母，例如 C 或 ABD。",
        "The key “{key}” was not understood. Write letters of options, such as C or ABD.",
    ),
    "key-beyond-options": (
        "答案 {letter} 超出了选项，选项只到 {last}。请核对答案或选项。",
        "The key {letter} is beyond the options, which end with {last}. Check both.",
    ),
    "key-letter-twice": (
        "答案 {key} 里有字母写了两次。请只写一次。",
        "A letter stands twice in the key {key}. Write it once.",
    ),
    "key-one-letter": (
        "单选题只有一个答案，现在是 {key}。若有几个对的，请把题型改成 多选题。",
        "A single choice has one right option, not {key}. For several, make it multiple_choice.",
    ),
    "key-only-one-right": (
        "多选题只有 {key} 一个对的。若确实如此，请把题型写成 不定项选择题；否则请核对答案。",
        "This multiple choice has one right option only, {key}. Write 不定项 as its type if that is meant.",
    ),
    "key-not-truth": (
        "没有读懂答案“{key}”。判断题的答案写 对 或 错（√ × T F 也可以）。",
        "The key “{key}” was not understood. Write true or false.",
    ),
    "stem-without-blank": (
        "填空题的题干里没有空。请在要填的地方写三个以上的下划线 ___。",
        "The stem has no blank. Write three or more underscores where one belongs.",
    ),
    "key-not-texts": (
        "没有读懂这个空的答案。请写成文字，几种写法都对时写成 [快, 及时]。",
        "The key of this blank was not understood. Write a text, or [quick, fast] where several are right.",
    ),
    "key-blank-count": (
        "题干有 {blanks} 个空，答案有 {keys} 个。请让它们一样多；一个空有几种写法时写成 [[快, 及时]]。",
        "The stem has {blanks} blanks and the key {keys}. Make them agree; alternatives for one go in [[quick, fast]].",
    ),
    "key-has-semicolon": (
        "答案“{key}”里有分号，学员输入时分号是用来隔开各空的。请换一种写法。",
        "The key “{key}” has a semicolon, which parts blanks when typed. Write it another way.",
    ),
    "key-is-invalid-answer": (
        "答案不能只是“{key}”：它在作答时表示无效作答。请换一种写法。",
        "The key cannot be “{key}” alone: typed, it means an answer that cannot be read. Write it another way.",
    ),
    "key-answer-twice": (
        "次序不限时，同一个答案不能用两次：{blanks} 个空里最多只能填满 {filled} 个。请给各空写不同的答案。",
        "In any order no answer counts twice: of {blanks} blanks at most {filled} can be filled. Give each its own.",
    ),
    "key-not-number": (
        "没有读懂答案“{key}”。数值题的答案请写一个数，例如 12.5。",
        "The key “{key}” is not a number. Write one, such as 12.5.",
    ),
    "tolerance-not-number": (
        "没有读懂允许误差“{tolerance}”。请写一个不小于 0 的数，例如 0.1，不写百分数。",
        "The tolerance “{tolerance}” is not a number from 0. Write one such as 0.1, not per cent.",
    ),
    "pairs-too-few": (
        "匹配题至少要有 {fewest} 对。请在 配对 里再写几对。",
        "A matching item needs at least {fewest} pairs. Write more of them.",
    ),
    "columns-count": (
        "栏目有 {count} 个。请写 {fewest} 到 {most} 个，如 {{缓急: [急件, 平件], 去向: [局长, 综合科]}}。",
        "There are {count} columns; write {fewest} to {most}, such as {{Urgency: [urgent, usual]}}.",
    ),
    "column-value-not-text": (
        "栏目“{column}”里有一个值不是文字。请把每个值写成一段文字。",
        "A value of the column “{column}” is no text. Write a text for each.",
    ),
    "column-values": (
        "栏目“{column}”有 {count} 个值。请写 {fewest} 到 {most} 个。",
        "The column “{column}” has {count} values; it needs {fewest} to {most}.",
    ),
    "column-value-twice": (
        "栏目“{column}”里“{value}”写了两次。请删掉一个。",
        "The column “{column}” has “{value}” twice. Remove one.",
    ),
    "entries-count": (
        "条目有 {count} 条。请写 {fewest} 到 {most} 条。",
        "There are {count} entries; write {fewest} to {most}.",
    ),
    "entry-key-count": (
        "第 {number} 条的答案有 {given} 个值，栏目有 {columns} 个。请每栏写一个值，按栏目的次序。",
        "The key of entry {number} has {given} values for {columns} columns. Write one for each, in their order.",
    ),
    "entry-key-unknown": (
        "第 {number} 条的答案“{value}”不是栏目“{column}”的值。可以写：{choices}。",
        "The key of entry {number}, “{value}”, is no value of the column “{column}”. Choose from: {choices}.",
    ),
    "entries-sorted": (
        "条目是按“{column}”的答案排的，看次序就能猜到。请把条目打乱来写。",
        "The entries stand sorted by their “{column}”, which tells the key. Mix them.",
    ),
    "place-unpaired": (
        "正文“{near}”附近的花括号 {sign} 不成对。请把标序号的地方写在一对花括号里；要写花括号本身，写两个。",
        "The brace {sign} near “{near}” has no partner. A place stands within a pair; a brace itself is written twice.",
    ),
    "places-count": (
        "正文里标了 {count} 处，要有 {fewest} 到 {most} 处。请把要标序号的地方写在花括号里。",
        "The text has {count} places; it needs {fewest} to {most}. Put what is to be numbered in braces.",
    ),
    "place-empty": (
        "正文第 {number} 处的花括号里没有字。请把要判断对错的字写进去。",
        "Place {number} of the text is empty. Put what may be wrong within the braces.",
    ),
    "place-broken": (
        "正文第 {number} 处跨了行。请让一处只在一行里。",
        "Place {number} of the text goes over a line's end. Keep it on one line.",
    ),
    "faults-none": (
        "错处里没有写哪一处错了。请写第几处和应当是什么：{{2: 请示, 4: 函}}。",
        "No place is said to be wrong. Write places with what belongs there: {{2: word, 4: word}}.",
    ),
    "fault-place-unknown": (
        "错处写了第“{number}”处，正文里只有 1 到 {last}。请核对序号。",
        "The faults name place “{number}”; the text has 1 to {last}. Check the number.",
    ),
    "fault-place-twice": (
        "错处里第 {number} 处写了两次。几种改法都对时，请写成一个列表。",
        "Place {number} stands twice among the faults. Write what is right there in one list.",
    ),
    "fault-not-texts": (
        "没有读懂第 {number} 处的改法。请写成文字，几种都对时写成 [请示, 报告]；不能只是 ×。",
        "What belongs at place {number} was not understood. Write a text, or [a, b] where several are right; not ×.",
    ),
    "fault-as-it-stands": (
        "第 {number} 处的改法和正文里的“{place}”一样。请改一个，或把这一处从错处里去掉。",
        "What belongs at place {number} is what stands there, “{place}”. Change one, or take it off the faults.",
    ),
    "fault-not-option": (
        "第 {number} 处的改法“{given}”不是一个选项。给了选项时，请每处写其中一个：{choices}。",
        "What belongs at place {number}, “{given}”, is not one of the options. Write one of: {choices}.",
    ),
    "faults-everywhere": (
        "{places} 处全是错的，就不用找了。请至少留一处对的。",
        "All {places} places are wrong, so that nothing is to be found. Leave one that is right.",
    ),
    "rubric-without-marks": (
        "这个采分点的分值是 0。请写上它值几分，或删掉这一点。",
        "This point of the rubric is worth nothing. Give it marks, or remove it.",
    ),
    "case-in-case": (
        "案例里不能再放案例。请把它移出来，作为单独的一道案例。",
        "There can be no case in a case. Move it out, to stand by itself.",
    ),
    "case-field-unused": (
        "“{chinese}”（{field}）写在案例上不起作用，因为作答的是案例里的题。请写到每道题上，或去掉。",
        "“{field}” ({chinese}) has no effect on a case, which is not answered. Give it to its items, or remove it.",
    ),
    "part-status": (
        "案例里的题随案例一起启用或停用。请去掉这里的 状态；不想用这道题，请把它从案例里移走。",
        "A case's items are ready when it is. Remove this status, or take the item out of the case.",
    ),
}
