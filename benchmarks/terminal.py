"""A program in a pseudo-terminal: keys in, bytes out, with the time they came."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from types import TracebackType

PATIENCE = 30.0
"""Seconds after which a program that shows nothing is called stuck."""


class Terminal:
    """Starts a program on 80 by 24 cells and ends it by its id."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self._process, self._screen = pty.fork()
        if self._process == 0:
            os.execve(arguments[0], list(arguments), {**environment, "TERM": "xterm-256color"})
        ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._screen)

    def wait_for(self, *texts: str) -> float:
        """Return when all the texts had been written since the last call. Raises TimeoutError."""
        wanted = [text.encode() for text in texts]
        limit = time.perf_counter() + PATIENCE
        while not all(text in self._seen for text in wanted):
            ready, _, _ = select.select([self._screen], [], [], max(limit - time.perf_counter(), 0))
            if not ready:
                raise TimeoutError(f"not shown: {texts}; seen: {self._seen[-500:]!r}")
            self._seen += os.read(self._screen, 65536)
        now = time.perf_counter()
        self._seen = b""
        return now

    def settle(self, quiet: float = 0.2) -> None:
        """Read until nothing has come for so many seconds."""
        while select.select([self._screen], [], [], quiet)[0]:
            os.read(self._screen, 65536)
        self._seen = b""

    def press(self, keys: str) -> float:
        """Type, and return when."""
        os.write(self._screen, keys.encode())
        return time.perf_counter()
