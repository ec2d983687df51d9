"""What exports refuse, in words."""

from __future__ import annotations

EXPORT_REFUSALS: dict[str, tuple[str, str]] = {
    "unknown-report": (
        "不认识“{wanted}”这种导出格式，可以用：{choices}。",
        "“{wanted}” is no format to export to; there are: {choices}.",
    ),
    "export-needs-paper": (
        "请写明哪份试卷，如 quizapp scores export final --to 成绩.csv；导出全部的，用 .xlsx、.html 或 .docx。",
        "Say which paper, as in quizapp scores export final --to scores.csv; all fit into an .xlsx, .html or .docx.",
    ),
    "export-needs-format": (
        "输出到屏幕时请写明格式，如 --format csv 或 --format json。",
        "Say the format where it goes to standard output, as in --format csv or --format json.",
    ),
    "export-not-here": (
        "{format} 不能显示在屏幕上。请写到文件，如 --to 成绩册.{format}。",
        "{format} is nothing to show on a terminal. Write it to a file, as in --to scores.{format}.",
    ),
    "export-no-responses": (
        "{format} 不单独导出逐题作答。请导出为 .csv、.json 或 .xlsx。",
        "Responses alone are not written as {format}. Write them to a .csv, .json or .xlsx.",
    ),
    "export-not-beside": (
        "{format} 里附不了作答明细，没有导出。请导出成 .xlsx，或用 --responses 单独导出逐题作答。",
        "{format} has no place for responses beside the scores; nothing was exported. Use .xlsx, or --responses alone.",
    ),
    "export-contradiction": (
        "{one} 和 {other} 不能一起用，没有导出。请去掉其中一个。",
        "{one} and {other} contradict each other; nothing was exported. Leave one of them out.",
    ),
    "export-nothing": (
        "还没有成绩，没有导出。有人交卷后就可以导出；要导出空的名单，请写明试卷。",
        "There are no scores yet, and nothing was exported. Name a paper to export the class list without scores.",
    ),
    "cannot-write-there": (
        "不能写到 {path}：没有这个文件夹，或它本身是文件夹。",
        "Cannot write {path}: no such folder, or a folder itself.",
    ),
    "cannot-write-device": (
        "不能写到 {path}：它不是普通文件，没有动它。要输出到屏幕，用 --to -。",
        "Cannot write {path}: it is no plain file, and was left alone. For standard output there is --to -.",
    ),
    "cannot-write-own": (
        "不能写到 {path}：那里是数据文件夹自己的记录，没有动它。请换一个文件名或文件夹。",
        "Cannot write {path}: a data folder keeps its own records there, which were left alone. Use another name.",
    ),
}
