"""Why an archive (.xlsx, .docx, .zip) or the XML in it is not read, in words with the way out."""

from __future__ import annotations

_AGAIN_ZH = "请用 Word、Excel 或 WPS 打开它，“另存为”一份新文件，再导入那一份。"
_AGAIN_EN = "Open it in Word, Excel or WPS, save it as a new file, and import that one."

ARCHIVES: dict[str, tuple[str, str]] = {
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
