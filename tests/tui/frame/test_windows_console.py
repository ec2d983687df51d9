"""The Windows console: QuickEdit is off while the program runs, and input methods are heard whole."""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pytest

from quizapp.tui.frame import windows_console

QUICK_EDIT, EXTENDED = 0x40, 0x80


class Console:
    """A Windows console's mode of input."""

    def __init__(self, mode: int | None) -> None:
        self.mode = mode
        self.set: list[int] = []

    def take(self, mode: int) -> None:
        self.mode = mode
        self.set.append(mode)


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Console:
    there = Console(0x1F7)
    monkeypatch.setattr(windows_console, "_mode", lambda: there.mode)
    monkeypatch.setattr(windows_console, "_set_mode", there.take)
    return there


def test_it_is_off_inside_and_back_afterwards(console: Console) -> None:
    before = console.mode
    with windows_console.without_quick_edit():
        assert console.mode is not None
        assert not console.mode & QUICK_EDIT
        # Without this flag Windows takes no notice of the other.
        assert console.mode & EXTENDED
    assert console.mode == before


def test_it_is_back_where_the_program_fell_over(console: Console) -> None:
    before = console.mode
    with pytest.raises(RuntimeError), windows_console.without_quick_edit():
        raise RuntimeError
    assert console.mode == before


def test_where_there_is_no_such_console_nothing_is_set(console: Console) -> None:
    console.mode = None
    with windows_console.without_quick_edit():
        pass
    assert console.set == []


# What the console gives, as textual/drivers/win32.py lays it out.


class Text(ctypes.Union):
    _fields_ = [("UnicodeChar", wintypes.WCHAR)]


class KeyRecord(ctypes.Structure):
    _fields_ = [
        ("bKeyDown", wintypes.BOOL),
        ("wRepeatCount", wintypes.WORD),
        ("wVirtualKeyCode", wintypes.WORD),
        ("wVirtualScanCode", wintypes.WORD),
        ("uChar", Text),
        ("dwControlKeyState", wintypes.DWORD),
    ]


class InputEvent(ctypes.Union):
    _fields_ = [("KeyEvent", KeyRecord)]


class InputRecord(ctypes.Structure):
    _fields_ = [("EventType", wintypes.WORD), ("Event", InputEvent)]


NUM_LOCK, CAPS_LOCK, SHIFT = 0x20, 0x80, 0x10
ROOM = 4
"""Records that are read at once."""


def units(text: str) -> list[str]:
    """Return a text as a console gives it: units of UTF-16."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[at : at + 2].decode("utf-16-le", "surrogatepass") for at in range(0, len(data), 2)]


class Typed:
    """A console's input: units with the state of their lock keys, each pressed and let go."""

    def __init__(self, text: str, state: int = 0, key: int = 0) -> None:
        self._left = [(unit, down) for unit in units(text) for down in (1, 0)]
        self._state = state
        self._key = key

    def read(self, _: object, room: windows_console.Records, most: int, count: windows_console.Count) -> int:
        """Do as ReadConsoleInputW does."""
        now, self._left = self._left[:most], self._left[most:]
        records = ctypes.cast(room, ctypes.POINTER(InputRecord))  # type: ignore[arg-type]  # it is a pointer
        for place, (unit, down) in enumerate(now):
            records[place] = InputRecord(1, InputEvent(KeyRecord(down, 1, self._key, 0, Text(unit), self._state)))
        count._obj.value = len(now)
        return 1

    @property
    def is_read(self) -> bool:
        return not self._left


def taken(typed: Typed) -> str:
    """Return the text that Textual's driver makes of what is typed."""
    read = windows_console.WholeInput(typed.read)
    room, count = (InputRecord * ROOM)(), wintypes.DWORD()
    text = ""
    while not typed.is_read:
        read(None, ctypes.byref(room), ROOM, ctypes.byref(count))  # type: ignore[arg-type]  # as ctypes passes them
        keys = [record.Event.KeyEvent for record in room[: count.value]]
        batch = [
            key.uChar.UnicodeChar
            for key in keys
            if key.bKeyDown and not (key.dwControlKeyState and key.wVirtualKeyCode == 0)
        ]
        text += "".join(batch).encode("utf-16", "surrogatepass").decode("utf-16")
    return text


@pytest.mark.parametrize("state", [0, NUM_LOCK, CAPS_LOCK, SHIFT, NUM_LOCK | SHIFT])
def test_what_an_input_method_commits_arrives_whatever_lock_keys_are_on(state: int) -> None:
    assert taken(Typed("参谋，“耳目”？", state)) == "参谋，“耳目”？"


@pytest.mark.parametrize("before", range(5))
def test_a_character_of_two_units_arrives_whole_wherever_a_reading_ends(before: int) -> None:
    text = "甲" * before + "𠮷𠀀" + "乙"
    assert taken(Typed(text, NUM_LOCK)) == text


@pytest.mark.parametrize("text", ["\ud842", "\udfb7", "\udfb7\ud842", "\ud842\ud842\udfb7"])  # noqa: PT014 they differ
def test_half_a_character_ends_nothing_and_takes_nothing_with_it(text: str) -> None:
    whole = "𠮷" if text.endswith("\ud842\udfb7") else ""
    assert taken(Typed(f"甲{text}乙")) == f"甲{whole}乙"


def test_a_lock_key_alone_is_no_character() -> None:
    assert taken(Typed("\0", SHIFT)) == ""


def test_a_key_with_a_control_key_keeps_it() -> None:
    read = windows_console.WholeInput(Typed("\x11", 0x8, key=0x51).read)
    room, count = (InputRecord * ROOM)(), wintypes.DWORD()
    read(None, ctypes.byref(room), ROOM, ctypes.byref(count))  # type: ignore[arg-type]  # as ctypes passes them
    assert room[0].Event.KeyEvent.dwControlKeyState == 0x8


def test_where_another_driver_reads_nothing_is_changed() -> None:
    with windows_console.with_input_methods():
        pass
