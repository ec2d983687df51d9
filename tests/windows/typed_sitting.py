"""Sits a paper in the Windows console and types as an input method does with NumLock on: FOLDER TEXT.

The keys go into the console as its host puts them there, a record for each unit of UTF-16 with no key of its own, and
come out through Textual's own driver. What is painted goes into a file: Wine's console translates none of it.
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import ctypes
import io
import os
import threading
import time
from collections.abc import Callable
from ctypes import wintypes
from pathlib import Path

from textual.drivers.win32 import INPUT_RECORD, KERNEL32

from quizapp.__main__ import main
from quizapp.domain.attempt.events import Answered, Event
from quizapp.stores.files.home import FileHome

NUM_LOCK = 0x20
PATIENCE = 60.0
"""Seconds until what should come is missed."""
PAGE_DOWN, F9 = "\x1b[6~", "\x1b[20~"
_KEY_EVENT, _INPUT = 1, -10


class Painting(io.TextIOBase):
    """A console's output that goes into a file."""

    encoding = "utf-8"

    def __init__(self, path: Path, console: io.TextIOBase) -> None:
        self._file = path.open("ab", buffering=0)
        self._console = console

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._console.fileno()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        return self._file.write(text.encode("utf-8", "surrogatepass"))


class Person:
    """Somebody at the keyboard."""

    def __init__(self, folder: Path, text: str) -> None:
        self._folder = folder
        self._home = FileHome(folder / "home")
        self._text = text

    def sit(self) -> None:
        """Work the sitting from its cover to its end; end the program where something never comes."""
        self._until(lambda: "考生须知" in self._painted(), "the cover")
        self._put(" ")
        self._until(lambda: "[x]" in self._painted(), "the tick")
        self._put("\r")
        self._until(lambda: bool(self._events()), "the start")
        self._until(lambda: "第 1 题" in self._painted(), "the first question")
        for number in range(2, 6):
            self._put(PAGE_DOWN)
            self._until(lambda: f"第 {number} 题" in self._painted(), f"question {number}")  # noqa: B023 awaited at once
        self._put(self._text, NUM_LOCK)
        self._until(lambda: self._text in self._answers(), "the text")
        self._put(F9)
        self._until(lambda: "确认交卷" in self._painted(), "the question whether to hand in")
        self._put(F9)
        self._until(lambda: "回执号" in self._painted(), "the receipt")
        self._put("\r")

    def _put(self, text: str, state: int = 0) -> None:
        units = text.encode("utf-16-le")
        records = (INPUT_RECORD * (len(units) // 2))()
        for place, record in enumerate(records):
            record.EventType = _KEY_EVENT
            key = record.Event.KeyEvent
            key.bKeyDown, key.wRepeatCount, key.dwControlKeyState = 1, 1, state
            key.uChar.UnicodeChar = units[2 * place : 2 * place + 2].decode("utf-16-le", "surrogatepass")
        console = wintypes.HANDLE(KERNEL32.GetStdHandle(_INPUT))
        KERNEL32.WriteConsoleInputW(console, records, len(records), ctypes.byref(wintypes.DWORD()))

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                (self._folder / "missed.txt").write_text(what, "utf-8")
                os._exit(9)
            time.sleep(0.1)

    def _painted(self) -> str:
        return (self._folder / "painted.txt").read_text("utf-8", "replace")

    def _events(self) -> list[Event]:
        return [event for name in self._home.journals.names() for event in self._home.journals.read(name).events]

    def _answers(self) -> list[str]:
        return [text for event in self._events() if isinstance(event, Answered) for text in event.response]


def run(folder: Path, text: str) -> int:
    """Open the program in this console with somebody at its keyboard."""
    console = sys.__stdout__
    assert console is not None
    sys.stdout = sys.__stdout__ = Painting(folder / "painted.txt", console)  # type: ignore[assignment, misc]  # it is enough of one
    threading.Thread(target=Person(folder, text).sit, daemon=True).start()
    who = ("--candidate", "07", "--name", "张三")
    return main(("--home", str(folder / "home"), "--banks", str(folder / "pool"), "take", "sample", *who))


if __name__ == "__main__":
    raise SystemExit(run(Path(sys.argv[1]), sys.argv[2]))
