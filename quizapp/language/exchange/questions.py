"""What is said of bringing questions in from text and Word, of mending banks and of handing questions out."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "import-no-key": ("没有答案", "There is no key."),
    "import-no-options": ("没有选项", "There are no options."),
    "import-no-stem": ("没有题干", "There is no stem."),
    "import-no-type": ("看不出题型", "Its type cannot be told."),
    "import-missing": ("没有“{field}”", "“{field}” is missing."),
    "import-value-unclear": ("“{field}”没有看懂：{text}", "“{field}” was not understood: {text}"),
    "import-field-unused": ("“{field}”这里用不上，没有带进来", "“{field}” is of no use here and was left behind."),
    "import-topic-as-tag": (
        "课程里没有知识点“{topic}”，先记成标签",
        "The course has no topic “{topic}”: it was kept as a tag.",
    ),
    "import-repeated": (
        "和第 {line} 行的题一样，只导入一次",
        "The same as the question in line {line}; brought in once.",
    ),
    "import-twice": (
        "题干和选项与第 {line} 行的题一样，别处却不一样",
        "Stem and options are those of the question in line {line}, the rest is not.",
    ),
    "import-type-unknown": ("不认识题型“{type}”", "The type “{type}” is not known."),
    "import-type-untold": (
        "没有写题型，先当作简答题，答案当作参考答案",
        "No type is written: it was taken for an essay, the key for its model answer.",
    ),
    "import-type-in-sheet": ("表格里写不下题型“{type}”", "A sheet cannot hold the type “{type}”."),
    "import-options-unused": (
        "这种题没有选项，却写了：{options}",
        "Such a question has no options, yet there are: {options}",
    ),
    "import-options-too-many": ("有 {count} 个选项，最多 26 个", "There are {count} options; 26 at most."),
    "import-option-gap": ("选项 {letter} 是空的", "Option {letter} is empty."),
    "import-order-unclear": ("排序题的答案没有看懂：{key}", "The order was not understood: {key}"),
    "import-letter-missing": ("缺选项 {letter}", "Option {letter} is missing."),
    "import-option-run": (
        "选项字母 {letter} 接不上前面的，没有分开",
        "The letter {letter} does not run on from those before it, so nothing was parted there.",
    ),
    "import-number-unclear": (
        "“{number}”是题号，还是上一题里的序号？请核对",
        "Is “{number}” a question's number, or a point of the question before?",
    ),
    "import-number-twice": (
        "有两道题都是第 {number} 题，答案给了前一道",
        "Two questions have the number {number}; the first was given the key.",
    ),
    "import-key-twice": ("答案写了两次：{first}，又写 {second}", "There are two keys: {first}, and {second}."),
    "import-key-in-stem": ("题干里像答案的括号不止一个", "More than one bracket of the stem may hold the key."),
    "import-key-by-look": (
        "答案 {key} 是看颜色、加粗、下划线或突出显示认出来的",
        "The key {key} was told by colour, bold, underline or highlight.",
    ),
    "import-key-in-table": ("答案是从“题号、答案”表里取的", "The key was taken from a table of numbers and keys."),
    "import-key-range": ("答案个数和题数不等：{text}", "There are not as many keys as questions: {text}"),
    "import-key-unread": ("没有看懂的答案行：{text}", "A line of keys was not understood: {text}"),
    "import-key-without-question": (
        "答案里有第 {number} 题，前面没有这道题：{text}",
        "A key is for question {number}, which there is not: {text}",
    ),
    "import-keys": ("读到 {count} 个答案，从这一行起", "{count} key(s) were read from here on."),
    "import-section": ("大题“{text}”，题型：{type}", "Section “{text}”, type: {type}."),
    "import-section-marks": (
        "大题“{text}”，题型：{type}，每题（空）{marks} 分",
        "Section “{text}”, type: {type}, marks for each: {marks}.",
    ),
    "import-heading": ("不是题目，跳过：{text}", "Skipped, as it is no question: {text}"),
    "import-unread": ("没有读进任何题：{text}", "Not read as part of any question: {text}"),
    "import-shape-below": (
        "{number}，{option}，答案在题后",
        "{number}, {option}, keys below their questions.",
    ),
    "import-shape-end": (
        "{number}，{option}，答案集中在后面",
        "{number}, {option}, keys all at the end.",
    ),
    "import-shape-stem": (
        "{number}，{option}，答案在题目里",
        "{number}, {option}, keys within the questions.",
    ),
    "import-shape-other": (
        "{number}，{option}，答案在另一个文件里",
        "{number}, {option}, keys in the other file.",
    ),
    "import-shape-none": (
        "{number}，{option}，没有答案",
        "{number}, {option}; there are no keys.",
    ),
    "import-shape-numbers": ("编号写作“{number}”", "Numbers are written “{number}”"),
    "import-shape-unnumbered": ("题目没有编号", "Questions have no numbers"),
    "import-shape-options": ("选项写作“{option}”", "options “{option}”"),
    "import-shape-no-options": ("没有选项", "no options"),
    "import-shape-parting": ("、", ", "),
    "import-shape-line": ("“{text}”", "“{text}”"),
    "import-shape-left": ("；{lines}略去", "; {lines} left out."),
    "import-shape-left-more": ("；{lines}等 {count} 种行略去", "; {lines} and others, {count} in all, left out."),
    "import-keys-missing": (
        "答案文件里没有 {count} 道题的答案，题号（行号）：{questions}",
        "It has no key for {count} question(s), by number (and line): {questions}",
    ),
    "import-keys-none": (
        (
            "{file} 里没有读到能对上的答案，什么都没有读。"
            "答案一行一个写作“1. A”，或者一段写作“1-5 BCADC”，表格要有“题号”“答案”两列。"
        ),
        (
            "No key of {file} is for any question, so nothing was read. Write “1. A” line by line, or “1-5 BCADC”; "
            "a sheet needs the columns number and key."
        ),
    ),
    "import-number-unknown": (
        "没有看懂编号的写法“{text}”。照原文写第一题的编号就行，例如 1. 1、 （1） 第1题 题目1： ①",
        (
            "The way to number “{text}” was not understood. Write the first question's number as the source does: "
            "1. 1、 （1） 第1题 题目1： ①"
        ),
    ),
    "import-no-aid": (
        "{file} 每道题的各部分都有固定的位置，用不上答案文件，也不用说编号怎么写",
        "In {file} each part of a question has its place: a file of keys and the way to number are of no use.",
    ),
    "import-page-line": (
        "“{text}”在文件里出现 {count} 次，当作页眉页脚略去",
        "“{text}” comes back {count} times: it was left out as a page's head or foot.",
    ),
    "import-slash-word": (
        "答案里的“{key}”按“/”拆成了两种写法，请核对",
        "“{key}” in the key was taken for two ways of writing it: check it.",
    ),
    "import-number-gap": (
        "第 {number} 题后面就是第 {next} 题，中间的题可能混在这一题里",
        "Behind number {number} comes {next}: what is missing may be within this question.",
    ),
    "import-key-unlike": (
        "答案 {key} 是从题干或选项里取的，这个文件里别的题都另写答案",
        "The key {key} was taken from stem or options; the file's other questions have theirs apart.",
    ),
    "import-keys-uneven": (
        "集中的答案和这一大题的题数对不上，请核对",
        "The keys at the end are not as many as this section's questions: check them.",
    ),
    "import-noise-within": (
        "题目中间略去了一行，请核对：{text}",
        "A line in the middle of the question was left out, check it: {text}",
    ),
    "import-mostly-unread": (
        "这个文件有 {total} 行，其中 {unread} 行没有读进任何题，读到的题请都核对",
        "Of this file's {total} lines {unread} are part of no question: check what was read.",
    ),
    "import-leftover": ("题里有像是别处的内容：{text}", "It holds what looks like something else's: {text}"),
    "import-too-long": (
        "“{field}”比这个文件里别的题长十倍以上",
        "“{field}” is ten times as long as in the file's other questions.",
    ),
    "import-options-in-stem": ("题干里像是还有选项", "There seem to be options in its stem."),
    "import-options-unlike": (
        "有 {count} 个选项，这个文件里别的题都是 {usual} 个",
        "It has {count} options; the file's other questions have {usual}.",
    ),
    "import-answer-in-brackets": (
        "题干括号里像是答案，没有写题型，请核对",
        "The stem seems to have its answer in brackets, and no type is written: check it.",
    ),
    "import-key-above": (
        "答案像是写在题目前面，请核对每道题的答案",
        "The keys seem to stand above their questions: check each.",
    ),
    "import-answer-within": (
        "题目里像是连着答案，请分开",
        "What is asked seems to have its answer behind it: part them.",
    ),
    "import-brackets-unclear": (
        "题干里的括号，有的像是空，有的不像，请核对",
        "Some brackets of the stem look like blanks and some do not: check them.",
    ),
    "import-answer-below": (
        "没有写“答案”，题目下面的话先当作参考答案，请核对",
        "No line says “answer”: what stands below it was taken for its model answer. Check it.",
    ),
    "import-bare": (
        "没有选项、没有答案，也没有写题型，请核对是不是一道题",
        "It has neither options nor key nor type: check whether it is a question.",
    ),
    "import-no-answer-like-others": (
        "没有答案，这个文件里别的同类题都有",
        "It has no answer, as the file's other questions of its type have.",
    ),
    "import-noise": ("不是题目内容，跳过：{text}", "Skipped, as it belongs to no question: {text}"),
    "import-radicals": (
        "形近的部首字已换成汉字：{replaced}",
        "Radicals that look like characters were replaced: {replaced}",
    ),
    "import-private-use": (
        "有只在 Word 符号字体里才看得见的字符，已去掉，请核对",
        "It had characters of Word's symbol fonts, which were taken out.",
    ),
    "import-case-unclear": ("材料和小题分不清，请核对", "Which questions belong to the material is unclear."),
    "import-picture": (
        "题里有图片（第 {line} 段），没有带进来",
        "It has a picture, in paragraph {line}, which was left behind.",
    ),
    "import-formula": ("题里有公式（第 {line} 段），请核对", "It has a formula, in paragraph {line}: check it."),
    "import-table": (
        "题里有表格（第 {line} 段），已拆成文字，请核对",
        "It has a table, at paragraph {line}, which was made into lines: check it.",
    ),
    "import-footnote": ("脚注没有当作题目内容：{text}", "A note was read as no part of a question: {text}"),
    "import-text-box": ("文本框没有当作题目内容：{text}", "A text box was read as no part of a question: {text}"),
    "import-not-word": (
        "这个压缩包里没有 Word 文档的正文",
        "The archive has no Word document in it.",
    ),
    "import-slash-number": (
        "“{key}”是一个分数，还是两种写法？先当作分数",
        "Is “{key}” a fraction or two ways to say it? It was taken for a fraction.",
    ),
    "import-flag-unclear": (
        "选项 {letter} 对不对没有看懂：{text}",
        "Whether option {letter} is right was not understood: {text}",
    ),
    "import-difficulty-unknown": ("不认识难度“{text}”", "The difficulty “{text}” is not known."),
    "import-status-unknown": ("不认识状态“{text}”", "The status “{text}” is not known."),
    "import-marks-unclear": ("分值没有看懂：{text}", "The marks were not understood: {text}"),
    "import-no-heads": (
        "表格没有表头，各列的意思是看内容猜的",
        "The sheet has no heads: what its columns mean was told by their content.",
    ),
    "import-column-unread": ("没有读“{head}”这一列", "The column “{head}” was not read."),
    "import-skipped-row": ("不是题目，跳过：{text}", "Skipped, as it is no question: {text}"),
    "import-no-table": (
        "在 {file} 里没有找到题目表：表头要有题干和答案",
        "{file} has no table of questions: heads must name a stem and a key.",
    ),
    "import-table-quotes": (
        "{file} 第 {line} 行起引号不成对，读不下去",
        "From line {line} of {file} on the quotes do not pair, so it cannot be read.",
    ),
    "import-html": (
        "{file} 是网页，不是题目文件。请在浏览器里复制题目，存成文本再导入。",
        "{file} is a page, not a file of questions. Copy the questions out of it into a text file.",
    ),
    "import-archive": (
        "{file} 是压缩包。请解压后导入里面的文件。",
        "{file} is an archive. Unpack it and import the files in it.",
    ),
    "import-old-office": (
        "{file} 是旧格式。请在 WPS 或 Word 中“另存为” .docx 或 .xlsx，再导入。",
        "{file} is in an old format. Save it as .docx or .xlsx in WPS or Word, and import that.",
    ),
    "import-encoding": (
        "{file} 不是 {encoding} 编码，换一个试试",
        "{file} is not in {encoding}; try another encoding.",
    ),
    "unknown-encoding": ("不认识编码 {encoding}", "There is no encoding {encoding}."),
    "import-unknown-format": (
        "看不出 {file} 是什么格式。请用 --from 写明，可以写：{choices}",
        "What format {file} has cannot be told. Name it with --from: {choices}",
    ),
    "export-unknown-format": (
        "看不出 {file} 要用什么格式。请用 --as 写明，可以写：{choices}",
        "What format {file} is to have cannot be told. Name it with --as: {choices}",
    ),
    "unknown-question-format": (
        "没有叫 {named} 的格式，可以写：{choices}",
        "There is no format {named}; there are: {choices}",
    ),
    "import-target-not-bank": (
        "{path} 不是题库文件：--to 后面要写 .yaml 文件",
        "{path} is no bank: --to takes a .yaml file.",
    ),
    "import-unnumbered": (
        "{file} 里有试题没有编号。请先运行 quizapp banks format，再导入。",
        "{file} has items without ids. Run quizapp banks format first.",
    ),
    "bank-changed-meanwhile": (
        "{file} 刚才被别的程序改过，没有写入。请再来一次。",
        "{file} was changed by another program meanwhile, so nothing was written. Try again.",
    ),
    "edit-unknown-item": ("{file} 里没有试题 {item}", "{file} has no item {item}."),
    "edit-anchors": (
        "试题 {item} 用了 & 或 * 引用，不能替它改。请在文件里手工改。",
        "Item {item} uses & or * references and cannot be edited here. Edit the file by hand.",
    ),
    "edit-flow-comments": (
        "试题 {item} 写在大括号里，中间还有注释，不能替它改。请在文件里手工改。",
        "Item {item} stands within braces with comments among it and cannot be edited here. Edit the file by hand.",
    ),
    "edit-flow-list": (
        "{file} 的试题写在同一个括号里，不能替它改。请每题另起一行，以减号开头。",
        "The items of {file} stand within one bracket and cannot be edited here. Begin each on a line with a dash.",
    ),
    "edit-odd-characters": (
        "{file} 中间有看不见的字符，不能替它改。请另存为 UTF-8 再试。",
        "{file} has invisible characters amid its text and cannot be edited here. Save it as UTF-8 again.",
    ),
    "edit-unsafe": (
        "{file} 的写法特别，改了会影响别的内容，所以没有改。请在文件里手工改。",
        "{file} is written in a way that editing it would change other things, so nothing was. Edit it by hand.",
    ),
    "export-type": ("{type}：这种格式写不下", "{type}: the format cannot hold it."),
    "export-misread": (
        "这种格式读回来会变样，没有导出",
        "It would not come back from this format as it is, so it was left out.",
    ),
    "export-field": ("“{field}”没有导出", "“{field}” was left out."),
    "export-hidden": (
        "有 {count} 道题正在考试中，考完才能导出题库 {bank}",
        "{count} item(s) are being sat: bank {bank} can be exported when that is over.",
    ),
    "command.banks.exported": ("已导出 {count} 题到 {file}", "{count} item(s) were exported to {file}."),
    "command.banks.export-left": ("{id}：{reason}", "{id}: {reason}"),
    "command.banks.export-left-whole": ("{id}：没有导出。{reason}", "{id} was left out. {reason}"),
    "command.banks.export-unfinished": (
        "有 {count} 道没写完的草稿，没有导出",
        "{count} unfinished draft(s) were left out.",
    ),
    "command.banks.new-written": (
        "已写好样例 {file}，照着改就行；改完用 quizapp banks check 检查",
        "{file} holds an example to change; then check it with quizapp banks check.",
    ),
    "command.banks.schema-written": (
        "已写好 {file}。在同一文件夹的题库、试卷第一行写：# yaml-language-server: $schema={name}",
        "{file} was written. Begin banks and papers beside it with: # yaml-language-server: $schema={name}",
    ),
    "command.banks.new-workbook": (
        "已写好表格 {file}，填好后用 quizapp banks import 导入",
        "{file} is a workbook to fill in; then bring it in with quizapp banks import.",
    ),
}
