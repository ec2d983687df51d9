"""What every test here starts from."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.instruments.terminal_driver import Terminal
from tests.terminal.exam_room import ExamRoom


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs in a terminal, and skip it where there is no tmux."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.terminal)
            if shutil.which("tmux") is None:
                item.add_marker(pytest.mark.skip(reason="tmux is not installed"))


@pytest.fixture
def open_terminal() -> Iterator[Callable[[], Terminal]]:
    """Return a new terminal at each call; all are closed at the end."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(closing(Terminal()))


@pytest.fixture
def terminal(open_terminal: Callable[[], Terminal]) -> Terminal:
    """A terminal with nothing in it yet."""
    return open_terminal()


@pytest.fixture
def make_room(tmp_path: Path) -> Callable[..., ExamRoom]:
    """Return what makes an exam room of files of `banks/`."""
    return lambda *files: ExamRoom(tmp_path, *files)


@pytest.fixture
def room(make_room: Callable[..., ExamRoom]) -> ExamRoom:
    """An exam room with a paper of the four types and half an hour."""
    return make_room("four-types", "sample")
