"""What is said of sheets of questions as a whole and row by row, and of files that are not read, with what to do."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
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
