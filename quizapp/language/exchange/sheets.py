"""What is said of sheets of questions as a whole and row by row, and of files that are not read, with what to do."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "import-foreign-moodle-xml": (
        "{file} 是 Moodle XML，这里不读。请在 Moodle 的题库里选“导出”，格式选 GIFT，再导入。",
        "{file} is Moodle XML, which is not read. In Moodle export the questions as GIFT, and import that.",
    ),
    "import-foreign-moodle-backup": (
        "{file} 是 Moodle 课程备份，这里不读。请在 Moodle 里恢复它，再从题库导出 GIFT。",
        "{file} is a backup of a Moodle course, which is not read. Restore it there and export its questions as GIFT.",
    ),
    "import-foreign-qti": (
        "{file} 是 QTI 试题，这里不读。请在原来的平台导出表格（.xlsx）或 GIFT，再导入。",
        "{file} is QTI, which is not read. Export the questions as a sheet (.xlsx) or GIFT where they come from.",
    ),
    "import-foreign-cartridge": (
        "{file} 是课程包（Common Cartridge 或 QTI），这里不读。请在原来的平台导出表格（.xlsx）或 GIFT，再导入。",
        "{file} is a course package (Common Cartridge or QTI), which is not read. Export .xlsx or GIFT from there.",
    ),
    "import-foreign-kahoot": (
        "{file} 是 Kahoot 的表格，这里不读。请把表头改成 题干、选项A、选项B、选项C、选项D、答案，再导入。",
        "{file} is a sheet of Kahoot, which is not read. Give it the heads stem, option A … D and key.",
    ),
    "import-foreign-anki": (
        "{file} 是 Anki 牌组，这里不读。请在 Anki 里导出“纯文本”，整理成 题干、答案 两列的 .csv，再导入。",
        "{file} is an Anki deck, which is not read. Export its notes as text and make it a .csv of stem and key.",
    ),
    "import-foreign-anki-text": (
        "{file} 是 Anki 导出的文本，这里不读。请去掉开头的 # 行，加上表头 题干、答案，存成 .csv 再导入。",
        "{file} is text from Anki, which is not read. Make it a .csv: no lines with #, the heads stem and key.",
    ),
    "import-foreign-json": (
        "{file} 是 JSON 数据，这里不读。请转成表格（.xlsx 或 .csv），表头写题干、选项A…、答案，再导入。",
        "{file} is JSON, which is not read. Make it a sheet (.xlsx or .csv) with the heads stem, option A … and key.",
    ),
    "import-foreign-xml": (
        "{file} 是 XML 数据，这里不读。请在原来的软件里导出 .xlsx、.docx 或文本，再导入。",
        "{file} is XML, which is not read. Export .xlsx, .docx or text from the program it comes from.",
    ),
    "import-foreign-sheet": (
        "{file} 是这里不读的表格格式。请在 WPS 或 Excel 中“另存为” .xlsx，再导入。",
        "{file} is a sheet in a format that is not read. Save it as .xlsx, and import that.",
    ),
    "import-foreign-document": (
        "{file} 是这里不读的文档格式。请在 WPS 或 Word 中“另存为” .docx，再导入。",
        "{file} is a document in a format that is not read. Save it as .docx, and import that.",
    ),
    "import-foreign-slides": (
        "{file} 是幻灯片，这里不读。请把题目复制到文本或 Word 文件里，再导入。",
        "{file} has slides, which are not read. Copy the questions into a text or a Word file.",
    ),
    "import-foreign-book": (
        "{file} 是电子书，这里不读。请把题目复制到文本或 Word 文件里，再导入。",
        "{file} is an e-book, which is not read. Copy the questions into a text or a Word file.",
    ),
    "import-foreign-pdf": (
        "{file} 是 PDF，这里不读。请用 WPS 或 Word 打开，“另存为” .docx，核对后再导入。",
        "{file} is a PDF, which is not read. Open it in WPS or Word, save it as .docx, look it over, and import that.",
    ),
    "import-foreign-database": (
        "{file} 是数据库文件，这里不读。请在原来的软件里导出表格（.xlsx 或 .csv），再导入。",
        "{file} is a database, which is not read. Export a sheet (.xlsx or .csv) from the program it comes from.",
    ),
    "import-foreign-picture": (
        "{file} 是图片，里面的字读不出来。请把题目打成文本或表格，再导入。",
        "{file} is a picture, whose words cannot be read. Type the questions into a text or a sheet.",
    ),
    "import-foreign-renamed-sheet": (
        "{file} 里面其实是 Excel 工作簿。请把文件名的结尾改成 .xlsx，再导入。",
        "{file} is a workbook inside. Give its name the ending .xlsx, and import it.",
    ),
    "import-foreign-renamed-text": (
        "{file} 里面其实是 Word 文档。请把文件名的结尾改成 .docx，再导入。",
        "{file} is a Word document inside. Give its name the ending .docx, and import it.",
    ),
    "import-sheet-type-number": (
        "题型“{number}”按这张表里的题读作{type}",
        "The type “{number}” was read as {type}, going by the rows of this sheet.",
    ),
    "import-sheet-type-number-unclear": (
        "题型写作“{number}”，按这张表里的题看不出是哪一种",
        "The type is “{number}”, and the rows of this sheet do not tell which that is.",
    ),
    "import-sheet-truth-numbers": (
        "判断题的答案 1 读作对，2 读作错",
        "In keys of true-false questions 1 was read as true and 2 as false.",
    ),
    "import-sheet-stem-options": (
        "题干里好像还有选项或答案，请核对",
        "The stem seems to hold options or a key: check it.",
    ),
    "import-sheet-letters-alone": (
        "答案“{key}”是选项的字母，却没有选项",
        "The key “{key}” is letters of options, and there are none.",
    ),
    "import-sheet-key-number": (
        "答案是数字“{key}”，看不出指哪一个，请核对",
        "The key is the number “{key}”, and what it stands for cannot be told.",
    ),
    "import-sheet-key-two-ways": (
        "答案“{key}”可以指一个选项的文字，也可以指另一个选项",
        "The key “{key}” is the text of one option and may stand for another.",
    ),
    "import-sheet-long-text": (
        "题干比这张表里别的长得多，请核对",
        "The stem is far longer than the others of this sheet: check it.",
    ),
    "import-sheet-long-option": (
        "有的选项比别的长得多，或者里面还有选项，请核对",
        "An option is far longer than the others, or holds options itself: check it.",
    ),
    "import-sheet-options-few": (
        "只有 {count} 个选项，这张表里别的题大多有 {usual} 个",
        "There are only {count} options, where most questions of this sheet have {usual}.",
    ),
    "import-sheet-option-column": (
        "选项 {letter} 这一列的表头没有看懂：“{head}”，这一列没有读",
        "The head of the column for option {letter} was not understood, “{head}”, so it was not read.",
    ),
    "import-sheet-row-not-one": (
        "一格里应当正好是一道题，这里不是，请核对",
        "A cell should hold exactly one question, and here it does not: check it.",
    ),
}
