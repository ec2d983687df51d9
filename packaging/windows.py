"""A Windows console made ready: a large font, room for 100 × 30, and words where it cannot draw.

Source: Console functions of the Windows API (SetConsoleMode, SetCurrentConsoleFontEx). Type-checked, never run here:
docs/考试盘制作.md lists what must be tried on a machine.
"""

from __future__ import annotations

import ctypes
import os
import sys

COLUMNS, LINES = 100, 30
FONT, HEIGHT = "NSimSun", 24
"""新宋体 has Chinese and is twice as wide for it as for letters, which the drawing relies on."""
_OUTPUT = -11
_VIRTUAL_TERMINAL = 0x0004
CANNOT = "这个窗口不能显示考试画面：需要 Windows 10（1809 以后）或 Windows 11。请换一台机器，或报告监考老师。"


class _Coord(ctypes.Structure):
    _fields_ = [("x", ctypes.c_short), ("y", ctypes.c_short)]


class _Font(ctypes.Structure):
    _fields_ = [
        ("size", ctypes.c_ulong),
        ("number", ctypes.c_ulong),
        ("cell", _Coord),
        ("family", ctypes.c_uint),
        ("weight", ctypes.c_uint),
        ("name", ctypes.c_wchar * 32),
    ]


def prepare() -> str:
    """Make this console ready and return ""; else why it cannot serve."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        out, mode = kernel.GetStdHandle(_OUTPUT), ctypes.c_ulong()
        if not kernel.GetConsoleMode(out, ctypes.byref(mode)):
            return CANNOT
        if not kernel.SetConsoleMode(out, mode.value | _VIRTUAL_TERMINAL):
            return CANNOT
        # Windows Terminal has a font and a size of its own, and takes neither from a program.
        if not os.environ.get("WT_SESSION"):
            font = _Font(size=ctypes.sizeof(_Font), cell=_Coord(0, HEIGHT), weight=400, name=FONT)
            kernel.SetCurrentConsoleFontEx(out, False, ctypes.byref(font))
            os.system(f"mode con cols={COLUMNS} lines={LINES}")  # the one way that resizes buffer and window
    return ""
