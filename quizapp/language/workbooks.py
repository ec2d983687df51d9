"""What is said of a workbook (.xlsx): why it is not read, what in it was left out, which cells are not sure."""

from __future__ import annotations

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

WORKBOOKS: dict[str, tuple[str, str]] = {
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
