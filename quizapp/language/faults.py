"""What can be wrong in files, in words: what was not understood, and what to do about it."""

from __future__ import annotations

_COPY_ZH = "可以把这一行改成：{corrected}"
_COPY_EN = "Change the line to: {corrected}"

_FILES: dict[str, tuple[str, str]] = {
    "file-missing": (
        "没有找到这个文件，请核对文件名和文件夹。",
        "There is no such file. Check its name and folder.",
    ),
    "file-no-permission": (
        "没有权限读这个文件，请文件的主人放开读取权限。",
        "This file may not be read. Ask its owner for permission.",
    ),
    "file-unreadable": (
        "这个文件读不出来，可能是磁盘有问题，请换一份再试。",
        "This file cannot be read; the disk may be at fault. Try another copy.",
    ),
    "file-is-folder": (
        "这是一个文件夹，请写出里面的文件。",
        "This is a folder. Name the file within it.",
    ),
    "file-is-pipe": (
        "这是一个管道，不是普通文件。请先存成文件再用。",
        "This is a pipe, not a regular file. Save its content to a file first.",
    ),
    "file-is-device": (
        "这是一个设备，不是普通文件。请换成题库文件。",
        "This is a device, not a regular file. Name a file instead.",
    ),
    "file-is-socket": (
        "这是一个套接字，不是普通文件。请换成题库文件。",
        "This is a socket, not a regular file. Name a file instead.",
    ),
    "file-too-big": (
        "文件超过 {limit} MB，太大了。请分成几个文件。",
        "The file is larger than {limit} MB. Split it into several.",
    ),
    "file-empty": (
        "文件里还没有内容。请写上题库、试卷或课程。",
        "The file is empty. Write a bank, a paper or a course in it.",
    ),
    "encoding-unknown": (
        "这一行有读不懂的字节 {byte}，文件不是 UTF-8，或者传送时损坏了。请用 UTF-8 重新保存。",
        "Byte {byte} in this line cannot be read: the file is not UTF-8, or is damaged. Save it as UTF-8 again.",
    ),
    "encoding-gb18030": (
        "文件是 GB18030（GBK）编码，已照此读入。建议用 UTF-8 重新保存，免得换了机器出现乱码。",
        "The file is in GB18030 (GBK) and was read so. Save it as UTF-8, so that it reads the same everywhere.",
    ),
    "control-character": (
        "这里有一个看不见的控制字符 {character}，请删掉它。",
        "There is an invisible control character {character} here. Delete it.",
    ),
    "text-cleaned": (
        "这里有会扰乱显示的不可见字符，读入时已去掉。请在文件里删掉它，再看文字对不对。",
        "Invisible characters that would disturb the display were left out here. Delete them and check the text.",
    ),
    "table-quotes": (
        "从这一行起，双引号没有成对，表格读不下去。请检查引号。",
        "From this line on the quotation marks do not pair, so the table cannot be read. Check them.",
    ),
}

_YAML: dict[str, tuple[str, str]] = {
    "yaml-syntax": (
        "没有读懂这一行。请检查缩进是否对齐、冒号后有没有空格、引号和括号是否成对。",
        "This line was not understood. Check indentation, the blank after the colon, and pairs of quotes and brackets.",
    ),
    "full-width-colon": (
        f"冒号是全角的“：”，YAML 只认半角冒号加一个空格。{_COPY_ZH}",
        f"The colon is full width; YAML needs a half-width one and a blank. {_COPY_EN}",
    ),
    "no-blank-after-colon": (
        f"冒号后面少一个空格。{_COPY_ZH}",
        f"A blank is missing after the colon. {_COPY_EN}",
    ),
    "indicator-first": (
        f"文字以 * & @ % [ {{{{ 之类的符号开头，YAML 会当作记号。请给整句加引号。{_COPY_ZH}",
        f"The text begins with a character that YAML keeps for itself. Quote the whole text. {_COPY_EN}",
    ),
    "text-after-quote": (
        f"引号只包住了开头，后面还有文字。请给整句加引号。{_COPY_ZH}",
        f"Only the beginning of the text is in quotes. Quote all of it. {_COPY_EN}",
    ),
    "colon-in-text": (
        f"文字里有“冒号加空格”，YAML 会当作另一个字段。请给整句加引号。{_COPY_ZH}",
        f"The text has a colon and a blank in it, which YAML takes for a field. Quote the whole text. {_COPY_EN}",
    ),
    "comma-in-map": (
        f"{{{{ }}}} 里的半角逗号把这一项切成了两段。请给这一项加引号。{_COPY_ZH}",
        f"A comma within {{{{ }}}} cuts this entry in two. Quote it. {_COPY_EN}",
    ),
    "map-entry-alone": (
        "{{ }} 里这一项没有冒号和内容。请写成 名称: 内容，或者改用方括号 [ ] 列出。",
        "This entry within {{ }} has no colon and no value. Write name: value, or list it within [ ].",
    ),
    "comment-after-text": (
        f"# 后面的字会被当作注释丢掉，请给整句加引号；若真是注释，请另起一行。{_COPY_ZH}",
        f"What follows # is dropped as a comment. Quote the whole text, or put the comment on its own line. {_COPY_EN}",
    ),
    "quote-not-closed": (
        "从这里开始的引号没有配对，后面的内容都被吞进去了。请补上另一半引号。",
        "The quotation mark here is never closed. Add its other half.",
    ),
    "bracket-not-closed": (
        "从这里开始的括号没有配对，或者里面少了逗号。请检查 [ ] 和 {{ }}。",
        "The bracket here is not closed, or a comma is missing within. Check [ ] and {{ }}.",
    ),
    "escape-unknown": (
        "双引号里的反斜杠写法没有读懂。要写反斜杠本身，请写 \\\\，或改用单引号。",
        "The backslash within double quotes was not understood. Write \\\\ for a backslash, or use single quotes.",
    ),
    "tab": (
        "这里用了制表符（Tab）。请换成空格。",
        "There is a tab here. Use blanks instead.",
    ),
    "tag": (
        "以 ! 开头的写法在这里不用。若是文字，请给整句加引号。",
        "Tags, which begin with !, are not used here. If it is a text, quote all of it.",
    ),
    "duplicate-key": (
        "“{key}”写了两次，第 {first} 行已经有了。请只留一个。",
        "“{key}” is written twice; line {first} has it already. Keep one.",
    ),
    "merge-key": (
        "合并写法 << 在这里不用。请把内容直接写出来。",
        "Merge keys (<<) are not used here. Write the content out.",
    ),
    "key-empty": (
        "冒号前面没有名称。请写上字段名。",
        "There is no name before the colon. Write the field's name.",
    ),
    "key-not-scalar": (
        "冒号前面只能是一个名称，不能是列表或括号里的内容。请只写一个名称。",
        "Before a colon there can only be a name, not a list or a map. Write one name.",
    ),
    "alias-not-scalar": (
        "*{alias} 引用的不是一段文字。请把内容直接写出来。",
        "*{alias} stands for something that is not a text. Write the content out.",
    ),
    "aliases-too-long": (
        "引用（*）展开后太长。请把内容直接写出来。",
        "The aliases (*) stand for too much text. Write the content out.",
    ),
    "nested-too-deep": (
        "列表套列表超过 {limit} 层，读到这里为止。请减少层数。",
        "Lists and maps are nested more than {limit} deep; reading stopped here. Use fewer levels.",
    ),
    "second-document": (
        "文件里有第二份文档（--- 之后的内容）。请另存成一个文件。",
        "A second document begins here (after ---). Put it in a file of its own.",
    ),
    "list-at-top": (
        "文件一开头就是列表。请先写 题库: 和 试题:，再把这些题放在 试题 下面。",
        "The file begins with a list. Begin with bank: and items:, and put the list under items.",
    ),
    "file-not-map": (
        "没有读懂这个文件：应当是“字段: 内容”一行行写下来的。请对照范例检查开头几行。",
        "This file was not understood: it needs lines of “field: value”. Compare its first lines with an example.",
    ),
    "unknown-kind": (
        "看不出这是题库、试卷还是课程：没有 题库/试题、试卷/大题 或 课程/知识点 字段。是不是想写“{nearest}”？",
        "This has no field of a bank, a paper or a course (bank, paper, course …). The nearest is “{nearest}”.",
    ),
}

_FIELDS: dict[str, tuple[str, str]] = {
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
}

_BANKS: dict[str, tuple[str, str]] = {
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

_PAPERS: dict[str, tuple[str, str]] = {
    "no-sections": (
        "这份试卷还没有大题。请至少写一个。",
        "The paper has no sections. Write at least one.",
    ),
    "sections-not-listed": (
        "大题应当是一个列表。请让每个大题以“- ”开头。",
        "Sections must be a list. Begin each with “- ”.",
    ),
    "draw-or-items": (
        "一个大题要么写 抽题，要么写 指定试题，请两样只写一样。",
        "A section has either draw or items. Give exactly one of them.",
    ),
    "totals-differ": (
        "几处题数对不上：{totals}。请改成一样。",
        "The counts do not agree: {totals}. Make them equal.",
    ),
    "topics-overlap": (
        "知识点“{first}”和“{second}”是上下级，不能分别计数。请只留一个，或改用并列的知识点。",
        "Topics “{first}” and “{second}” stand one within the other and cannot both be counted. Keep one.",
    ),
    "unknown-topic-asked": (
        "课程里没有知识点“{topic}”，是不是想写“{nearest}”？",
        "No course has the topic “{topic}”. Did you mean “{nearest}”?",
    ),
    "unknown-bank-id": (
        "没有题库“{bank}”，是不是想写“{nearest}”？",
        "There is no bank “{bank}”. Did you mean “{nearest}”?",
    ),
    "bank-faulty": (
        "题库“{bank}”里有错，暂时不能抽题。请先运行 quizapp banks check 改好它。",
        "The bank “{bank}” has errors and cannot be drawn from. Run quizapp banks check and mend it first.",
    ),
    "bank-for-practice": (
        "题库“{bank}”只供练习，试卷不能从里面抽题。请换一个题库，或改它的 用途。",
        "The bank “{bank}” is for practice only and cannot be drawn from. Name another, or change its use.",
    ),
    "unknown-item": (
        "没有试题“{id}”，是不是想写“{nearest}”？",
        "There is no item “{id}”. Did you mean “{nearest}”?",
    ),
    "fixed-item-not-ready": (
        "指定的试题“{id}”不是启用状态。请启用它，或换一道。",
        "The item “{id}” is not ready. Make it ready, or choose another.",
    ),
    "fixed-item-for-practice": (
        "指定的试题“{id}”在只供练习的题库“{bank}”里。请换一道。",
        "The item “{id}” is in “{bank}”, which is for practice only. Choose another.",
    ),
    "item-twice": (
        "“{section}”里的试题 {item} 在这份试卷里已经用过。请换一道。",
        "Item {item} of “{section}” stands in this paper already. Choose another.",
    ),
    "scheme-of-no-item": (
        "“{section}”的题都不会用这种评分方式。可以写：{choices}",
        "No item of “{section}” knows this marking scheme. The choices are: {choices}",
    ),
    "penalty-without-choices": (
        "倒扣只能用于选择题和判断题，“{section}”里没有这样的题。请去掉倒扣。",
        "A penalty is for choice and true/false items, and “{section}” has none. Remove it.",
    ),
    "marks-differ": (
        "“{section}”要抽的题分值不一样，卷面总分会变。请给大题写上 分值。",
        "The items that “{section}” draws from have different marks. Give the section its marks.",
    ),
    "full-score-differs": (
        "满分写的是 {said}，各大题加起来是 {total}。请改成一样。",
        "full_score says {said}, and the sections add up to {total}. Make them equal.",
    ),
    "after-close-without-close": (
        "公布时间是“考试结束后”，请写明 考试时间 的 截止。",
        "Feedback after_close needs to know when the paper closes. Give its window closes.",
    ),
    "window-closes-first": (
        "截止时间不晚于开始时间。请核对考试时间。",
        "The window closes before it opens. Check both times.",
    ),
    "section-limits-beyond": (
        "各大题的时长加起来超过了整卷的考试时长。请核对。",
        "The sections' time limits add up to more than the paper's. Check them.",
    ),
    "needs-make-up": (
        "“{chinese}”（{field}）只用于补考卷。请同时写上 补考对象，或去掉它。",
        "“{field}” ({chinese}) is for make-up papers. Give make_up_for too, or remove it.",
    ),
    "unknown-first-paper": (
        "没有试卷“{paper}”可以补考，是不是想写“{nearest}”？",
        "There is no paper “{paper}” to make up for. Did you mean “{nearest}”?",
    ),
    "size-without-case": (
        "“小题数”只用于抽案例。请去掉它，要抽几道题请写 题数。",
        "size is for draws of cases only. Remove it; how many items are drawn is said by count.",
    ),
    "case-sizes-differ": (
        "能抽到的案例小题数不一样（{sizes}），卷面题数会变。请写上 小题数。",
        "The cases that may be drawn have different numbers of items ({sizes}). Give the draw a size.",
    ),
    "fixed-item-of-case": (
        "试题“{id}”是案例“{case}”里的，只能随案例一起出。请改写成案例的编号。",
        "The item “{id}” is of the case “{case}” and drawn only with it. Name the case instead.",
    ),
}

FAULTS: dict[str, tuple[str, str]] = _FILES | _YAML | _FIELDS | _BANKS | _PAPERS
"""Code to its sentence in Chinese and in English; places for the fault's values, which are texts."""
