"""Why a file is not read, in words: the file as such, its YAML, an archive (.xlsx, .docx, .zip), a workbook."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

_COPY_ZH = "可以把这一行改成：{corrected}"
_COPY_EN = "Change the line to: {corrected}"

FILES: Catalogue = {
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

YAML: Catalogue = {
    "yaml-syntax": (
        "没有读懂这一行。请检查缩进是否对齐、冒号后有没有空格、引号和括号是否成对。",
        "This line was not understood. Check indentation, the blank after the colon, and pairs of quotes and brackets.",
    ),
    "indent-uneven": (
        f"这一行没有和同一层的字段对齐。{_COPY_ZH}",
        f"This line is not in line with the fields beside it. {_COPY_EN}",
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


_AGAIN_ZH = "请用 Word、Excel 或 WPS 打开它，“另存为”一份新文件，再导入那一份。"
_AGAIN_EN = "Open it in Word, Excel or WPS, save it as a new file, and import that one."

ARCHIVES: Catalogue = {
    "archive-unknown": (
        "这个文件的内容不是 .xlsx、.docx 或 .zip，只是用了这样的扩展名。" + _AGAIN_ZH,
        "What is in this file is no .xlsx, .docx or .zip, whatever its ending says. " + _AGAIN_EN,
    ),
    "archive-old-office": (
        "这是旧格式的文件（.doc、.xls、.wps 或 .et）。请在 WPS 或 Word 中“另存为” .docx 或 .xlsx，再导入。",
        "This is a file of the old kind (.doc, .xls, .wps or .et). Save it as .docx or .xlsx in WPS or Word first.",
    ),
    "archive-locked": (
        "这个文件设了打开密码。请打开它，去掉密码后另存，再导入。",
        "This file has a password. Open it, take the password off, save it, and import it again.",
    ),
    "archive-is-html": (
        "这其实是一个网页，只是用了 .xlsx 或 .docx 的扩展名（有些平台这样导出）。" + _AGAIN_ZH,
        "This is a web page under the ending of .xlsx or .docx, as some platforms export it. " + _AGAIN_EN,
    ),
    "archive-empty": ("这个压缩文件里什么也没有。", "There is nothing in this archive."),
    "archive-behind-program": (
        "这个文件的前面夹带了别的内容（例如自解压程序），没有读取。" + _AGAIN_ZH,
        "Something else stands before the archive in this file, such as a program; it was not read. " + _AGAIN_EN,
    ),
    "archive-damaged": (
        "这个文件已损坏或不完整，可能没有下载完。请重新取得一份，或者打开后另存。{member}",
        "This file is damaged or cut short, perhaps in a download. Get it again, or open it and save it anew. {member}",
    ),
    "archive-too-many": (
        "这个文件里的成员超过 {limit} 个，没有读取。",
        "There are more than {limit} members in this file; it was not read.",
    ),
    "archive-too-big": (
        "这个文件展开后超过 {limit} MB，没有读取。请拆成几个文件。",
        "Unpacked, this file is larger than {limit} MB; it was not read. Split it into several.",
    ),
    "archive-member-big": (
        "文件里的 {member} 展开后超过 {limit} MB，没有读取。请拆成几个文件。",
        "Unpacked, {member} in this file is larger than {limit} MB; it was not read. Split it into several.",
    ),
    "archive-member-bomb": (
        "文件里的 {member} 压缩得异常紧，展开会占满内存，没有读取。" + _AGAIN_ZH,
        "{member} in this file is packed far too tightly and would fill the memory; it was not read. " + _AGAIN_EN,
    ),
    "archive-member-path": (
        "文件里有成员的名字指向别处（{member}），没有读取。请不要使用来历不明的文件。",
        "A member of this file has a name that leads elsewhere ({member}); it was not read. Do not trust this file.",
    ),
    "archive-member-link": (
        "文件里的 {member} 是指向别处的链接，没有读取。请不要使用来历不明的文件。",
        "{member} in this file is a link that leads elsewhere; it was not read. Do not trust this file.",
    ),
    "archive-member-twice": (
        "文件里有两个同名的成员（{member}），没有读取。" + _AGAIN_ZH,
        "Two members of this file have the same name ({member}); it was not read. " + _AGAIN_EN,
    ),
    "archive-member-locked": (
        "文件里的 {member} 加了密。请去掉密码后另存，再导入。",
        "{member} in this file is encrypted. Take the password off, save it, and import it again.",
    ),
    "archive-member-method": (
        "文件里的 {member} 用了办公软件不用的压缩方式，没有读取。" + _AGAIN_ZH,
        "{member} in this file is packed in a way that no office program uses; it was not read. " + _AGAIN_EN,
    ),
    "archive-overlapping": (
        "文件里的成员互相重叠（{member}），没有读取。请不要使用来历不明的文件。",
        "Members of this file lie over one another ({member}); it was not read. Do not trust this file.",
    ),
    "archive-member-missing": (
        "文件里缺少 {member}，不是完整的文件。" + _AGAIN_ZH,
        "{member} is missing in this file, so it is not whole. " + _AGAIN_EN,
    ),
    "xml-doctype": (
        "文件里的 {member} 带有文档类型声明，可能藏有恶意内容，没有读取。" + _AGAIN_ZH,
        "{member} in this file declares a document type, which may hide something bad; it was not read. " + _AGAIN_EN,
    ),
    "xml-deep": (
        "文件里的 {member} 嵌套太深，没有读取。" + _AGAIN_ZH,
        "{member} in this file is nested too deeply; it was not read. " + _AGAIN_EN,
    ),
    "xml-too-big": (
        "文件里的 {member} 内容太多，没有读取。请拆成几个文件。",
        "There is too much in {member} of this file; it was not read. Split it into several.",
    ),
    "xml-damaged": (
        "文件里的 {member} 已损坏（第 {line} 行），没有读取。" + _AGAIN_ZH,
        "{member} in this file is damaged (line {line}); it was not read. " + _AGAIN_EN,
    ),
}


_GUIDE_ZH = """\
一行一道题。第一张表里的 7 行是示例，看懂后可以删去；表头一行请保留，列的次序可以变，不用的列可以删。
题型：从列表中选。匹配题和案例题放不进表格，请写在题库文件里。
题干：填空题的每个空写成三个下划线（___）。
选项：从选项A起依次填，不够可以在右边加“选项G”等列；判断题、填空题、数值题、简答题不填选项。
答案：单选题写一个字母；多选题写几个字母，如 ABD；判断题写“对”或“错”；
填空题各空之间用分号隔开，同一空的几种答案用斜线隔开；数值题写数字；
排序题写正确次序的字母，如 BADC；简答题写参考答案。
难度：易、中、难。知识点：课程里的知识点，写名称或编号，可以空着。分值：数字，空着按 1 分。
状态：启用、草稿、停用。只有启用的题会被抽到，空着按启用。
所有单元格都已设为文本，写 3-1、1/2、007 不会被改成日期或数字；从别处粘贴时请用“只粘贴文本”。
填好后运行：quizapp banks import 这个文件.xlsx --to 题库.yaml。有疑问的题会标成草稿，并写明原因，不会猜。
"""
_GUIDE_EN = """\
One question a row. The 7 rows of the first sheet are examples: delete them once they are clear, and keep the heads.
Columns may be in any order, and those not used may be deleted.
type: choose from the list. Matching items and cases do not fit into a sheet; write them in the bank's file.
stem: each blank of a fill_blank is three underscores (___).
options: from option A on; add option G and so on at the right for more. Only choices and orderings have any.
key: a letter; letters such as ABD; true or false; texts parted by semicolons for blanks, alternatives by strokes;
a number; the letters in the right order for an ordering; a model answer for an essay.
difficulty: easy, medium, hard. topic: of the course, its title or id; may be empty. marks: a number; empty is 1.
status: ready, draft, retired. Only ready ones are drawn; empty is ready.
All cells are texts, so that 3-1, 1/2 and 007 stay as they are; paste text only.
Then run: quizapp banks import FILE.xlsx --to BANK.yaml. What is doubtful becomes a draft with its reason.
"""

WORKBOOKS: Catalogue = {
    "workbook-none": (
        "这个文件里没有 .xlsx 工作簿（可能是 .docx、.ods 或 .xlsb）。请在 Excel 或 WPS 中“另存为” .xlsx，再导入。",
        "There is no .xlsx workbook in this file; it may be a .docx, .ods or .xlsb. Save it as .xlsx in Excel or WPS.",
    ),
    "workbook-damaged": (
        "{member} 第 {row} 行前后的内容已损坏，没有读取。请用 Excel 或 WPS 打开，“另存为”一份新文件，再导入那一份。",
        "{member} is damaged around row {row}; it was not read. Open it in Excel or WPS, and save it as a new file.",
    ),
    "workbook-too-big": (
        "{member} 里的单元格太多，没有读取。请删去不用的行和列，或拆成几个文件。",
        "There are too many cells in {member}; it was not read. Delete rows and columns not used, or split the file.",
    ),
    "workbook-too-wide": (
        "{member} 第 {row} 行的内容超过 {limit} 列，没有读取。请删去右边不用的列。",
        "Row {row} of {member} has more than {limit} columns; it was not read. Delete the columns not used.",
    ),
    "workbook-empty": (
        "这个工作簿里没有内容（隐藏的工作表不读）。",
        "There is nothing in this workbook; hidden sheets are not read.",
    ),
    "workbook-sheet-hidden": (
        "工作表“{sheet}”是隐藏的，没有读取。需要的话，请取消隐藏后再导入。",
        "Sheet “{sheet}” is hidden and was not read. Show it and import again where it is wanted.",
    ),
    "workbook-sheet-skipped": (
        "工作表“{sheet}”里没有认得的表头，没有读取。",
        "Sheet “{sheet}” has no heads that are known and was not read.",
    ),
    "workbook-sheet-second": (
        "只读取了第一张有表头的工作表；工作表“{sheet}”也有内容，没有读取。",
        "Only the first sheet with heads was read; sheet “{sheet}” has content too and was not read.",
    ),
    "workbook-rows-hidden": (
        "有 {count} 行是隐藏的（可能是筛选造成的），也读取了：第 {rows} 行。",
        "{count} rows are hidden, perhaps by a filter, and were read too: {rows}.",
    ),
    "workbook-columns-hidden": (
        "有隐藏的列，也读取了：{columns}。",
        "There are hidden columns, which were read too: {columns}.",
    ),
    "cell-damaged": (
        "{column} 列这一格有坏掉的字符：{text}。请重写这一格。",
        "The cell in column {column} has a damaged character: {text}. Type it again.",
    ),
    "cell-error": (
        "{column} 列这一格是错误值 {text}，不是内容。请改正后再导入。",
        "The cell in column {column} is the error {text}, no content. Mend it and import again.",
    ),
    "cell-formula": (
        "{column} 列这一格是公式，但文件里没有存它的结果。请用 Excel 或 WPS 打开并保存一次，再导入。",
        "The cell in column {column} is a formula whose result is not in the file. Open and save it in Excel once.",
    ),
    "cell-date": (
        "{column} 列这一格存成了日期，按看到的样子读作“{text}”。如果原来写的是 3-1、1/2 一类，请设为文本后重写。",
        "The cell in column {column} is a date, read as seen: “{text}”. If 3-1 or 1/2 was meant, make it a text again.",
    ),
    "cell-format": (
        "{column} 列这一格的数字格式不认识，读作“{text}”，可能与看到的不同。",
        "The number format of the cell in column {column} is not known; it was read as “{text}”, perhaps not as seen.",
    ),
    "cell-digits": (
        "{column} 列这一格的数字超过 15 位，表格软件已丢掉末尾几位（{text}）。请把单元格设为文本后重写。",
        "The number in column {column} has more than 15 digits; the last are lost ({text}). Type it again as a text.",
    ),
    "cell-number": (
        "{column} 列这一格应是数字，却是“{text}”。",
        "The cell in column {column} should be a number and is “{text}”.",
    ),
    "cell-text": (
        "{column} 列这一格的文字在文件里找不到。请用 Excel 或 WPS 打开并保存一次，再导入。",
        "The text of the cell in column {column} is not in the file. Open and save it in Excel or WPS once.",
    ),
    "workbook-cell-long": (
        "有一格超过 {limit} 个字，表格放不下，这道题没有写入。",
        "A cell would have more than {limit} characters, which no sheet holds; the question was left out.",
    ),
    "workbook-text-long": (
        "第 {row} 行有一格超过 {limit} 个字，表格放不下。可以改导出为 .csv。",
        "A cell of row {row} would have more than {limit} characters, which no sheet holds. A .csv file holds it.",
    ),
    "workbook-needs-writer": (
        "这台电脑缺少写 .xlsx 的组件，没有导出。请重新安装 quizapp，组件会一起装上；也可以导出为 .csv。",
        "What writes .xlsx is missing here; nothing was exported. Install quizapp again, which brings it, or use .csv.",
    ),
    # What is written into workbooks.
    "workbook-questions": ("试题", "Questions"),
    "workbook-guide": ("说明", "How to fill in"),
    "workbook-list-title": ("请从列表中选择", "Choose from the list"),
    "workbook-list-wrong": ("这一格只能填：{words}。", "This cell takes one of: {words}."),
    "workbook-guide-text": (_GUIDE_ZH, _GUIDE_EN),
}

SENTENCES: Catalogue = {**FILES, **YAML, **ARCHIVES, **WORKBOOKS}
