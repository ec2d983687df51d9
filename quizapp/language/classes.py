"""A home's settings, its archive and second place, and what a machine's role leaves out, in words."""

from __future__ import annotations

CLASSES: dict[str, tuple[str, str]] = {
    "class.written": (
        "已写好 {file}，班次是 {id}（{title}）。其他设置也在里面，去掉行首的 # 就起作用。",
        "{file} is written for class {id} ({title}). Other settings stand in it too: take away the # before them.",
    ),
    "settings-exist": (
        "{file} 已经有了，没有改动。程序不改写它；班次和其他设置请直接在文件里改。",
        "{file} is there already and was left as it is. The program never writes it again: edit it by hand.",
    ),
    "role-trainee": (
        "这台机器的设置写的是学员用，没有 {command} 这个命令，什么也没有改动。请到教师或班委会的机器上做。",
        (
            "The settings of this machine say that it is a trainee's: there is no {command} here, and nothing was "
            "changed. Do it on a teacher's machine or the committee's."
        ),
    ),
    "role-teacher": (
        "这台机器的设置写的是教师用，没有 {command} 这个命令，什么也没有改动。请到班委会的机器上做。",
        (
            "The settings of this machine say that it is a teacher's: there is no {command} here, and nothing was "
            "changed. Do it on the committee's machine."
        ),
    ),
    # Its archive and its second place.
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
