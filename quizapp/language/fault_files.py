"""What can be wrong with a file as such, and with its YAML, in words."""

from __future__ import annotations

_COPY_ZH = "可以把这一行改成：{corrected}"
_COPY_EN = "Change the line to: {corrected}"

FILES: dict[str, tuple[str, str]] = {
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

YAML: dict[str, tuple[str, str]] = {
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
