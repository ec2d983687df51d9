"""An end from outside: the window is closed, the system stops the program, or its terminal is gone.

Nobody can be asked then, and no screen is needed any more: what was typed is recorded, what is held is given up, and
the program ends, whatever becomes of the terminal meanwhile.

Source of what is Windows': SetConsoleCtrlHandler of its API. Type-checked, never run here.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.driver import Driver

_SIGNALS = ("SIGHUP", "SIGTERM", "SIGINT")
_STATUS = 128
"""What is added to a signal's number for the exit status, as shells do."""
_EVERY = 0.5
"""Seconds between two looks whether the terminal is there: who ignores SIGHUP, as under nohup, hears nothing of it."""
_LONGEST = 10.0
"""Seconds that leaving the screen may take: what Textual still paints for nobody could wait for ever."""

_CLOSE, _LOGOFF, _SHUTDOWN = 2, 5, 6
"""What Windows tells a console's program: its window is closed, its user leaves, the machine stops."""
_LEFT = 4.5
"""Seconds that Windows leaves a program after it told it so, and a little less: then it ends it."""


@contextmanager
def heard(end: Callable[[], object]) -> Iterator[HangUp]:
    """Have `end` called once, in the running loop, when the program is to end. What is ignored stays ignored."""
    loop = asyncio.get_running_loop()
    hang_up = HangUp(end, loop)
    heeded: list[int] = []
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if sys.platform != "win32" and number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, hang_up.begin, _STATUS + number)
            heeded.append(number)
    with _closing_heard(lambda number: loop.call_soon_threadsafe(hang_up.begin, _STATUS + number)):
        try:
            yield hang_up
        finally:
            hang_up.finish()
            for number in heeded:
                loop.remove_signal_handler(number)


class HangUp:
    """Such an end, once it has come. A thread waits for it too: the loop may stand still, painting for nobody."""

    def __init__(self, end: Callable[[], object], loop: asyncio.AbstractEventLoop) -> None:
        self._end = end
        self._loop = loop
        self._is_over = threading.Event()
        self.status: int | None = None
        """The exit status it ends with; None while nothing has come."""
        threading.Thread(target=self._watch, name="hang-up", daemon=True).start()

    def begin(self, status: int) -> None:
        """Let the program end, the first time this is called."""
        if self.status is not None:
            return
        self.status = status
        if not has_terminal():
            _forget_terminal()
        self._end()

    def finish(self) -> None:
        """The screen was left: what comes now takes the time that it takes."""
        self._is_over.set()

    def _watch(self) -> None:
        while self.status is None and has_terminal():
            if self._is_over.wait(_EVERY):
                return
        gone = _STATUS + getattr(signal, "SIGHUP", signal.SIGTERM)
        self._loop.call_soon_threadsafe(self.begin, gone)
        if not self._is_over.wait(_LONGEST):
            os._exit(self.status or gone)


def has_terminal() -> bool:
    """Return whether the terminal is there; on Windows it goes with the program."""
    if sys.platform != "win32":
        import termios

        try:
            termios.tcgetattr(0)
        except termios.error:
            return False
    return True


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class TerminalDriver(LinuxDriver):
        """Paints for as long as there is a terminal: Textual's own waits for ever once its writing has failed."""

        def write(self, data: str) -> None:
            if has_terminal():
                super().write(data)

        def close(self) -> None:
            if has_terminal():
                super().close()


if sys.platform == "win32":

    @contextmanager
    def _closing_heard(tell: Callable[[int], object]) -> Iterator[None]:
        """Tell of the console's closing while this lasts, by the number of the signal that stands for it here.

        Windows asks in a thread of its own, and ends the program as soon as that returns: so it waits for the rest.
        """
        import ctypes
        import time

        def hear(event: int) -> bool:
            if event not in (_CLOSE, _LOGOFF, _SHUTDOWN):
                return False
            tell(signal.SIGBREAK)
            time.sleep(_LEFT)
            return True

        kernel = ctypes.windll.kernel32
        # Kept by its name for as long as Windows may call it.
        handler = ctypes.WINFUNCTYPE(ctypes.c_int, ctypes.c_uint)(hear)
        kernel.SetConsoleCtrlHandler(handler, 1)
        try:
            yield
        finally:
            kernel.SetConsoleCtrlHandler(handler, 0)
else:

    @contextmanager
    def _closing_heard(tell: Callable[[int], object]) -> Iterator[None]:  # noqa: ARG001 # a signal tells of it here
        yield


def driver_for(usual: type[Driver]) -> type[Driver]:
    """Return what paints in place of Textual's usual driver."""
    driver = usual
    if sys.platform != "win32":
        driver = TerminalDriver
    return driver


def _forget_terminal() -> None:
    """Read and paint nowhere from here on: a terminal that is gone fails at every try."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
