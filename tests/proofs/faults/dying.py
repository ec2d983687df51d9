"""A program that dies between two of its system calls, or in the middle of a write."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import Any

_CHANGING = ("open", "fsync", "ftruncate", "close", "replace", "rename", "unlink", "mkdir")
"""The calls of `os` that change something, for the disk or for other programs; writing is counted on its own."""


def die() -> None:
    """Be gone, as by kill -9: nothing is closed, flushed or cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


class LastCalls:
    """Lets so many changing system calls of this process pass; it dies before the next."""

    def __init__(self, count: int) -> None:
        self._left = count
        self._write = os.write

    def watch(self) -> None:
        """Stand before the system's calls, in this process only: it was forked to die."""
        import fcntl

        calls = {name: self._counted(getattr(os, name)) for name in _CHANGING}
        for name, call in {**calls, "write": self._writing}.items():
            setattr(os, name, call)
        fcntl.flock = self._counted(fcntl.flock)

    def _pass(self) -> None:
        if not self._left:
            die()
        self._left -= 1

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*words: Any, **more: Any) -> Any:
            self._pass()
            return call(*words, **more)

        return counted

    def _writing(self, descriptor: int, data: bytes) -> int:
        """Write; a write has a middle too, where half of it is done."""
        self._pass()
        if not self._left:
            self._write(descriptor, data[: len(data) // 2])
        self._pass()
        return self._write(descriptor, data)
