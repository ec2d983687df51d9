"""Programs forked off the proof: they tell what they acknowledge, and die when they are told to."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import TypeAlias

Tell: TypeAlias = Callable[[object], None]
BEGAN = "began"
"""What a program tells first."""


class Child:
    """A program that does some work, telling its parent facts."""

    def __init__(self, work: Callable[[Tell], None]) -> None:
        self._pipe, theirs = Pipe(duplex=False)
        self._pid = os.fork()
        if not self._pid:
            self._live(work, theirs)
        theirs.close()

    def _live(self, work: Callable[[Tell], None], pipe: Connection) -> None:
        status = 1
        try:
            pipe.send(BEGAN)
            work(pipe.send)
            status = 0
        except BaseException:  # noqa: BLE001 # whatever it was, the parent's frames must not go on in the child
            traceback.print_exc()
        finally:
            os._exit(status)

    def facts_until_killed(self, seconds: float) -> list[object]:
        """Kill it so long after it began, and return what it told."""
        assert self._pipe.recv() == BEGAN
        told = list(self._told_before(time.monotonic() + seconds))
        os.kill(self._pid, signal.SIGKILL)
        return told + self.facts()[0]

    def facts(self) -> tuple[list[object], int]:
        """Return what it told, and how it ended: 0 of itself, less than 0 by a signal."""
        told = [fact for fact in self._rest() if fact != BEGAN]
        self._pipe.close()
        _, status = os.waitpid(self._pid, 0)
        return told, os.waitstatus_to_exitcode(status)

    def _told_before(self, end: float) -> Iterator[object]:
        while self._pipe.poll(max(end - time.monotonic(), 0)):
            if time.monotonic() >= end:
                return
            try:
                yield self._pipe.recv()
            except EOFError:
                return

    def _rest(self) -> Iterator[object]:
        # A fact told in half is none: the pipe ends inside it.
        while True:
            try:
                yield self._pipe.recv()
            except (EOFError, OSError):
                return
