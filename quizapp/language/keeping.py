"""What is said of archives and of the second place where the data is kept."""

from __future__ import annotations

KEEPING: dict[str, tuple[str, str]] = {
    "kept-archive-ending": (
        "归档的文件名要以 .zip 结尾，不是 {to}：不然日后用 --home 打不开。",
        "An archive's name ends in .zip, not {to}: by another name --home does not open it.",
    ),
    "kept.archived": (
        "已归档 {attempts} 份答卷、{files} 个文件到 {file}。日后用 quizapp --home {file} scores list 查看。",
        "{attempts} attempt(s) in {files} file(s) are in {file}. Look into it with quizapp --home {file} scores list.",
    ),
    "kept-copied-not": (
        "数据没有备份到 {folder}：{trouble} 本机的数据不受影响，下次会再备份。",
        "The data was not copied to {folder}: {trouble} What is here is safe; it is tried again next time.",
    ),
    "kept-no-archive": (
        "{file} 不是本程序的归档文件，或已经损坏，没有打开。",
        "{file} is no archive of this program's, or damaged; it was not opened.",
    ),
    "kept-too-big": (
        "{file} 展开后太大，没有打开。",
        "{file} is too large unpacked and was not opened.",
    ),
}
