"""What the machine refuses, in words: what happened, what was kept, what to do."""

from __future__ import annotations

MACHINE: dict[str, tuple[str, str]] = {
    "disk-full": (
        "磁盘已满，{file} 写不进去；已保存的内容都在。请腾出一些空间，程序会接着写。",
        "The disk is full and {file} cannot be written; all that was saved is there. Free some space and go on.",
    ),
    "disk-failed": (
        "读写 {file} 时磁盘出错（{reason}）；已保存的内容没有改动。请检查磁盘或 U 盘是否接好，再试一次。",
        "The disk failed on {file} ({reason}); what was saved is unchanged. Check its connection, then try again.",
    ),
    "not-permitted": (
        "没有权限读写 {file}；已有内容没有改动。请检查这个文件夹的权限，或用 --home 换一个能写的文件夹。",
        "There is no permission for {file}; nothing was changed. Check the folder's permissions, or use --home.",
    ),
    "read-only": (
        "{file} 所在的磁盘是只读的；已有内容没有改动。请解除写保护，或用 --home 换一个能写的文件夹。",
        "{file} is on a read-only disk; nothing was changed. Make it writable, or choose another folder with --home.",
    ),
    "file-gone": (
        "{file} 不见了，可能是被移走，或 U 盘已拔出。请放回原处，再试一次。",
        "{file} is gone: it was moved, or its drive was unplugged. Put it back, then try again.",
    ),
    "not-a-folder": (
        "存放 {file} 的地方被一个文件占着，那里应是文件夹；没有写入，已保存的内容都在。请移走那个文件，再试一次。",
        "A file stands where the folder of {file} should be; what was saved is there. Move it away, then try again.",
    ),
    "file-altered": (
        "{file} 与写入时不一致（第 {line} 行起），程序没有动它，也不会接着写。请交班委会核对，或用备份恢复。",
        "{file} is not as written (from line {line}); it was left alone. Tell the committee, or use a backup.",
    ),
    "file-exchanged": (
        "{file} 在写入时被别的程序换过或删了；已保存的内容都记着。请再试一次，程序会核对后接着写。",
        "Another program exchanged or removed {file}; what was saved is known. Try again: it is put right first.",
    ),
    "file-continued": (
        "{file} 正由另一个窗口接着写，程序没有动它。请关掉其中一个窗口，在另一个里继续。",
        "{file} is being written by another window and was left alone. Close one of the two and go on in the other.",
    ),
    "file-replaced": (
        "{file} 被换成了另一份，没有动它，也没有写入；原来的存为 set-aside/{kept}。请核对，放回原来的一份，再试一次。",
        "{file} was exchanged for another and left alone; what stood there is set-aside/{kept}. Put it back and retry.",
    ),
    "form-altered": (
        "卷文件 {file} 与固定时不一致，没有使用它。请从备份或试卷包恢复这个文件。",
        "The form's file {file} is not as it was fixed and was not used. Restore it from a backup or the publication.",
    ),
    "journal-not-understood": (
        "{file} 第 {line} 行的记录（{kind}）这个版本不认识，没有改动它。请换用较新的版本打开。",
        "Line {line} of {file} ({kind}) is unknown to this version; the file was left alone. Open it with a newer one.",
    ),
    "archived-read-only": (
        "{file} 是归档文件，只能查看、导出、核对和分析，不能写入。",
        "{file} is an archive: list, export, verify and analyse work on it, nothing is written.",
    ),
    "attempt-exists": (
        "答卷 {attempt} 已经存在，没有改动它。请再开始一次。",
        "Attempt {attempt} exists already and was left alone. Start once more.",
    ),
    "attempt-busy": (
        "答卷 {attempt} 正在另一个窗口作答（主机 {host}，进程 {pid}，{since} 起）。请回到那里，或关掉它再来这里继续。",
        "Attempt {attempt} is open elsewhere (host {host}, process {pid}, since {since}). Go there, or close it first.",
    ),
    "lock-held": (
        "另一个程序（主机 {host}，进程 {pid}）正在写数据，这次没有写入。请稍候再试。",
        "Another program (host {host}, process {pid}) is writing; nothing was written this time. Try again shortly.",
    ),
}
