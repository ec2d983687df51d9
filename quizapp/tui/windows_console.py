"""The Windows console's QuickEdit, which holds the whole program still while somebody marks text with the mouse.

Source: SetConsoleMode of the Windows API. Type-checked, never run here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_INPUT = -10
_QUICK_EDIT, _EXTENDED_FLAGS = 0x0040, 0x0080


@contextmanager
def without_quick_edit() -> Iterator[None]:
    """Have clicks do nothing to the console itself while the program runs; afterwards it is as it was."""
    before = _mode()
    if before is None:
        yield
        return
    _set_mode((before | _EXTENDED_FLAGS) & ~_QUICK_EDIT)
    try:
        yield
    finally:
        _set_mode(before | _EXTENDED_FLAGS)


def _mode() -> int | None:
    """Return the console's mode of input; None where there is no Windows console."""
    if sys.platform == "win32":
        import ctypes

        kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        if kernel.GetConsoleMode(kernel.GetStdHandle(_INPUT), ctypes.byref(mode)):
            return mode.value
    return None


def _set_mode(mode: int) -> None:
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetConsoleMode(kernel.GetStdHandle(_INPUT), mode)
