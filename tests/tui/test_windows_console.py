"""QuickEdit is off while the program runs, and as it was afterwards, whatever happens."""

from __future__ import annotations

import pytest

from quizapp.tui import windows_console

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
