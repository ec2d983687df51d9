"""What the launchers run: looks whether this console can serve, then opens the paper beside it, or home."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEAST = (3, 11)
COLUMNS, LINES = 80, 24
TOO_OLD = "这台机器的 Python 是 {version}，太旧了，需要 3.11 或更新的版本。请改用带 Python 的考试盘，或请管理员升级。"
TOO_SMALL = "窗口只有 {columns} 列 {lines} 行，请把窗口拉大到 80 列 24 行以上（最大化最好），再双击“开始考试”。"
NO_CONSOLE = "这里不是一个能显示考试画面的窗口。请双击“开始考试”，不要从别的程序里打开。"
SUFFIX = ".quiz"
PRESS = "按回车键关闭。"


def main() -> int:
    """Return the program's exit status, or 2 with words why it was not begun."""
    # The Python that Windows people unpack (its "embeddable package") does not look beside the script by itself.
    sys.path[:0] = [str(HERE / "lib"), str(HERE)]
    trouble = _trouble()
    if trouble:
        print(trouble)
        _wait()
        return 2
    from quizapp.__main__ import main as run

    status: int = run(_words())
    if status not in (0, 130):
        _wait()
    return status


def _trouble() -> str:
    """Return why this machine cannot show the program; "" where it can."""
    if sys.version_info[:2] < LEAST:
        return TOO_OLD.format(version=f"{sys.version_info[0]}.{sys.version_info[1]}")
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return NO_CONSOLE
    if sys.platform == "win32":
        import windows

        trouble: str = windows.prepare()
        if trouble:
            return trouble
    columns, lines = shutil.get_terminal_size()
    return "" if columns >= COLUMNS and lines >= LINES else TOO_SMALL.format(columns=columns, lines=lines)


def _words() -> list[str]:
    """Return what the program is called with: the one paper that lies beside the launcher, unless others were given.

    A paper that was dropped on the launcher is sat; else what is given are the program's own words.
    """
    given = sys.argv[1:]
    dropped = [str(Path(one).absolute()) for one in given if one.lower().endswith(SUFFIX)]
    # Home offers what lies in the folder that one stands in.
    os.chdir(HERE.parent)
    if len(given) == 1 and dropped:
        return ["take", *dropped]
    papers = sorted(str(path) for path in HERE.parent.iterdir() if path.suffix.lower() == SUFFIX)
    return given or (["take", *papers] if len(papers) == 1 else [])


def _wait() -> None:
    """Keep what was said on the screen until it was read: the window goes with the program."""
    try:
        input(PRESS)
    except (EOFError, KeyboardInterrupt):
        return


if __name__ == "__main__":
    sys.exit(main())
