"""A home's settings and what a machine's role leaves out, in words."""

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
}
