#!/bin/sh
# Opens a window that is large enough and begins there; in a terminal it begins at once.
folder=$(cd "$(dirname "$0")" && pwd)
program=$folder/程序

say() {
    for one in zenity kdialog xmessage; do
        command -v "$one" >/dev/null 2>&1 || continue
        case $one in
            zenity) zenity --error --text="$1" ;;
            kdialog) kdialog --error "$1" ;;
            xmessage) xmessage "$1" ;;
        esac 2>/dev/null && return
    done
    printf '%s\n' "$1" >&2
    # A terminal that was opened for this alone closes with it.
    if [ -t 0 ]; then
        printf '按回车键关闭。' >&2
        read -r _
    fi
}

if [ ! -e "$program/starting.py" ]; then
    say "没有找到“程序”文件夹。请把整个“考试”文件夹解压、拷到桌面，再双击。"
    exit 2
fi

python=
for one in "$program/python/bin/python3" python3.14 python3.13 python3.12 python3.11 python3; do
    if "$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$one
        break
    fi
done

if [ -z "$python" ] && [ -e "$program/python/bin/python3" ]; then
    say "考试盘里的 Python 在这台机器上运行不了，可能不是给这种机器（x86 或 ARM）做的。请报告监考老师，换一个考试盘。"
    exit 2
fi
if [ -z "$python" ]; then
    say "这台机器没有 Python 3.11 或更新的版本。请改用带 Python 的考试盘，或请管理员安装。"
    exit 2
fi

if [ -t 0 ] && [ -t 1 ]; then
    exec "$python" "$program/starting.py" "$@"
fi

# What the desktops of UOS (deepin), Kylin (mate), GNOME, KDE and Xfce bring, each with its own way to ask for a size.
run() {
    command -v "$1" >/dev/null 2>&1 || return 1
    "$@"
    exit $?
}
run deepin-terminal -e "$python" "$program/starting.py" "$@"
run mate-terminal --geometry=100x30 --zoom=1.4 -x "$python" "$program/starting.py" "$@"
run gnome-terminal --geometry=100x30 --zoom=1.4 --wait -- "$python" "$program/starting.py" "$@"
run konsole -p TerminalColumns=100 -p TerminalRows=30 -e "$python" "$program/starting.py" "$@"
run xfce4-terminal --geometry=100x30 --zoom=3 --disable-server -x "$python" "$program/starting.py" "$@"
run xterm -geometry 100x30 -fa Monospace -fs 16 -u8 -e "$python" "$program/starting.py" "$@"
run x-terminal-emulator -e "$python" "$program/starting.py" "$@"
say "没有找到终端程序。请打开“终端”，把“开始考试.sh”拖进去，按回车键。"
exit 2
