"""The Windows console as an exam needs it: clicks that stop nothing, and every character that was typed.

Sources: SetConsoleMode, ReadConsoleInputW and KEY_EVENT_RECORD of the Windows API; textual/drivers/win32.py of
Textual 8.2.8. Run under Wine by CI.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterator, MutableSequence
from contextlib import contextmanager
from typing import Protocol

_INPUT = -10
_QUICK_EDIT, _EXTENDED_FLAGS = 0x0040, 0x0080
_KEY_EVENT = 1


class Text(Protocol):
    """What a key gives: one unit of UTF-16."""

    UnicodeChar: str


class KeyRecord(Protocol):
    """A KEY_EVENT_RECORD, as far as it is looked at."""

    bKeyDown: int  # noqa: N815 the names are the Windows API's, here and below
    wVirtualKeyCode: int  # noqa: N815
    dwControlKeyState: int  # noqa: N815

    @property
    def uChar(self) -> Text: ...  # noqa: N802


class Event(Protocol):
    """What an INPUT_RECORD holds where it is a key's."""

    @property
    def KeyEvent(self) -> KeyRecord: ...  # noqa: N802


class Record(Protocol):
    """An INPUT_RECORD."""

    EventType: int

    @property
    def Event(self) -> Event: ...  # noqa: N802


class Records(Protocol):
    """What `ctypes.byref` makes of the place for the records."""

    _obj: MutableSequence[Record]


class Number(Protocol):
    """A DWORD."""

    value: int


class Count(Protocol):
    """What `ctypes.byref` makes of their number."""

    _obj: Number


Read = Callable[[object, Records, int, Count], int]
"""ReadConsoleInputW: the console's handle, where records go, how many have room, where their number goes."""


class ConsoleLibrary(Protocol):
    """kernel32, as a driver holds it."""

    ReadConsoleInputW: Read


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


@contextmanager
def with_input_methods() -> Iterator[None]:
    """Have Textual's driver for this console take what an input method commits, for as long as this lasts.

    Version 8.2.8 drops characters that come with a lock key on, and its thread of input ends where the two halves of
    a character are read apart (Textualize/textual issue 6667). Where a driver reads the console in another way, this
    does nothing.
    """
    console = _console()
    if console is None:
        yield
        return
    read = console.ReadConsoleInputW
    console.ReadConsoleInputW = WholeInput(read)
    try:
        yield
    finally:
        console.ReadConsoleInputW = read


class WholeInput:
    """Reads a console as `read` does, with each record of a key as a driver of Textual understands it."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._half: Record | None = None
        """The record of a character's first half whose second was not read yet."""

    def __call__(self, console: object, records: Records, most: int, count: Count) -> int:
        """Do as ReadConsoleInputW does."""
        from ctypes import byref, sizeof

        room, number = records._obj, count._obj
        held = [] if self._half is None else [self._half]
        done = self._read(console, byref(room, len(held) * sizeof(room[0])), most - len(held), count)  # type: ignore[arg-type]  # they are of ctypes
        if not done:
            return done
        room[: len(held)] = held
        number.value += len(held)
        self._half = _mend(room[: number.value])
        return done


def _mend(records: MutableSequence[Record]) -> Record | None:
    """Mend the records of a batch in place; return a copy of the one that ends it with half a character, else None.

    An input method's characters come without a key of their own, and with the lock and shift keys that are on: that
    is noise only where there is no character.
    """
    half: Record | None = None
    for record in records:
        key = record.Event.KeyEvent
        if record.EventType != _KEY_EVENT or not key.bKeyDown or key.uChar.UnicodeChar in ("", "\0"):
            continue
        if not key.wVirtualKeyCode:
            key.dwControlKeyState = 0
        if _is_second(key.uChar.UnicodeChar):
            # Half a character alone is none: it would end the driver's thread.
            key.bKeyDown, half = int(half is not None), None
            continue
        if half is not None:
            half.Event.KeyEvent.bKeyDown = 0
        half = record if _is_first(key.uChar.UnicodeChar) else None
    if half is None:
        return None
    kept = copy.copy(half)
    half.Event.KeyEvent.bKeyDown = 0
    return kept


def _is_first(character: str) -> bool:
    return "\ud800" <= character <= "\udbff"


def _is_second(character: str) -> bool:
    return "\udc00" <= character <= "\udfff"


def _console() -> ConsoleLibrary | None:
    """Return the library that Textual's driver reads the console with; None where there is no such driver."""
    found: ConsoleLibrary | None = None
    if sys.platform == "win32":
        from textual.drivers import win32

        found = getattr(win32, "KERNEL32", None)
    return found


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
