"""What is said of GIFT and Aiken, read and written, and of tables of lines."""

from __future__ import annotations

from quizapp.language.entries import Catalogue

SENTENCES: Catalogue = {
    "import-gift-none": (
        "{file} 不是 GIFT 文件：里面没有花括号 {{ }}。请用 --from 写明是什么格式。",
        "{file} is no GIFT file: there are no braces in it. Name its format with --from.",
    ),
    "import-gift-category": (
        "分类记成知识点“{topic}”：{text}",
        "The category became the topic “{topic}”: {text}",
    ),
    "import-gift-no-category": ("从这里起没有知识点：{text}{topic}", "No topic from here on: {text}{topic}"),
    "import-gift-comment": ("注释，没有导入：{text}", "A comment, which was left behind: {text}"),
    "import-gift-titles": (
        "{count} 道题有自己的标题，题库里没有地方放，没有导入；第一个是“{title}”",
        "{count} question(s) have titles of their own, which banks do not have; the first is “{title}”",
    ),
    "import-gift-feedback": (
        "这种题没有选项解析，答案后面的反馈并入了解析",
        "Such a question has no feedback for options: what stands behind its answers went to its rationale.",
    ),
    "import-gift-description": (
        "没有花括号，是说明文字，不是题目；要是题目，请把答案写进 {{ }} 里",
        "It has no braces: a description, and no question. Were it one, its answers would stand in {{ }}.",
    ),
    "import-gift-full-width": (
        "花括号是全角的 ｛｝，请改成半角 {{ }}，= 和 ~ 也要半角",
        "Its braces are full width: write {{ }}, and = and ~ in half width too.",
    ),
    "import-gift-braces": (
        "花括号不成对，答案从哪里到哪里看不出来",
        "Its braces do not pair, so where its answers stand cannot be told.",
    ),
    "import-gift-braces-again": (
        "后面又有花括号：一道题只能有一对；题干里的花括号前要加 \\",
        "There are braces again: a question has one pair. Those of its text take a \\ in front.",
    ),
    "import-gift-blank-line": (
        "花括号里有空行，GIFT 里空行是两题之间的分隔；先当作一道题",
        "There is a blank line within its braces, where it parts questions; it was taken for one.",
    ),
    "import-gift-no-blank-line": (
        "和相邻的题之间没有空行，先分成两道题",
        "No blank line parts it from the question beside it; they were taken for two.",
    ),
    "import-gift-picture": (
        "有图片或附件，没有导入：{name}",
        "It has pictures or files, which were left behind: {name}",
    ),
    "import-gift-html": (
        "有网页标记 {tags}，纯文本写不出，照原样留着",
        "It has HTML, {tags}, which plain text cannot say; it stays as written.",
    ),
    "import-gift-answer-html": (
        "答案里有网页标记，照原样留着：{text}",
        "The answer has HTML in it, which stays as written: {text}",
    ),
    "import-gift-formula": ("有公式，照原样留着：{text}", "It has a formula, which stays as written: {text}"),
    "import-gift-markdown": (
        "有 Markdown 标记，照原样留着",
        "It has Markdown, which stays as written.",
    ),
    "import-gift-weights": (
        "各答案的得分比例是 {weights}，评分方式里没有这样的，请选一种",
        "Its answers earn {weights}; no marking scheme is like that: choose one.",
    ),
    "import-gift-several-right": (
        "单选题有几个答案都算对：{key}；先当作多选题",
        "A single choice with several right options, {key}; it was taken for a multiple choice.",
    ),
    "import-gift-loose-text": (
        "花括号里，第一个 = 或 ~ 之前还有文字：{text}",
        "Within the braces text stands before the first = or ~: {text}",
    ),
    "import-gift-sign-inside": (
        "有的 = 或 ~ 夹在文字中间，可能是答案的一部分；是的话前面要加 \\",
        "Some = or ~ stand within words and may belong to an answer; then they take a \\ in front.",
    ),
    "import-gift-bare-answer": (
        "花括号里没有 = 或 ~，先当作要填的答案：{text}",
        "There is no = or ~ within the braces; it was taken for a text to type: {text}",
    ),
    "import-gift-truth": (
        "“{text}”先当作判断题的答案；GIFT 里写 T 或 F",
        "“{text}” was taken for true or false; GIFT has T or F.",
    ),
    "import-gift-wildcard": (
        "答案里的 * 代表任意文字，题库里没有这种写法：{text}",
        "The * in its answer stands for any text, which banks do not have: {text}",
    ),
    "import-gift-no-pair": ("没有“->”，配不成对：{text}", "Without “->” it is no pair: {text}"),
    "import-gift-left-twice": (
        "左边“{left}”出现两次，第二次配的“{right}”没有导入",
        "“{left}” stands on the left twice; its second, “{right}”, was left behind.",
    ),
    "import-gift-pair-feedback": (
        "匹配题没有反馈，# 和后面的文字照原样留着：{text}",
        "Pairs have no feedback: the # and what follows stay as written: {text}",
    ),
    "import-gift-several-numbers": (
        "几个数都算对：{numbers}；题库里只能有一个，先用第一个",
        "Several numbers are right, {numbers}; a bank has one, and the first was taken.",
    ),
    "import-aiken-none": (
        "{file} 不是 Aiken 文件：里面没有 ANSWER: 这样的行。请用 --from 写明是什么格式。",
        "{file} is no Aiken file: it has no line ANSWER:. Name its format with --from.",
    ),
    "import-aiken-incomplete": (
        "只有题干，没有选项和 ANSWER: 行",
        "There is a stem, but neither options nor a line ANSWER:.",
    ),
    "import-aiken-not-started": ("前面没有题干", "No stem stands before it."),
    "import-aiken-lines": (
        "有的文字分成了几行，Aiken 里题干和选项各占一行；先接在一起",
        "Some text goes over several lines, where Aiken has one for each; they were joined.",
    ),
    "import-aiken-letters": (
        "选项的字母不是从 A 起依次排的：{letters}；先按先后顺序",
        "The letters do not run on from A: {letters}; the options were taken in their order.",
    ),
    "import-aiken-several": (
        "ANSWER: 后面不止一个字母：{answer}；先当作多选题",
        "ANSWER: names more than one letter, {answer}; it was taken for a multiple choice.",
    ),
    "import-aiken-answer": ("ANSWER: 没有看懂：{answer}", "ANSWER: was not understood: {answer}"),
    "export-gift-blanks": ("{type}：GIFT 的题只能有一个空", "{type}: a question of GIFT has one blank only."),
    "export-gift-label": (
        "“{field}”写成了标签，只有再导入这里时有用，Moodle 不照它做",
        "“{field}” was written as a tag: it comes back here, but Moodle does not go by it.",
    ),
    "export-lines": (
        "Aiken 里每段文字只占一行，换行改成了空格",
        "Aiken has one line for each text: line breaks became blanks.",
    ),
}
