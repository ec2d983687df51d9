"""Waiting until an app has come to rest, no longer than that takes.

Textual's pilot sleeps 20 milliseconds and looks whether the process worked meanwhile, three times for a key, which was
two thirds of the time of the screens' tests. Here the event loop is asked what it has still to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, process_time
from typing import Any

import pytest

SOON = 0.02
"""Seconds within which what is to come is waited for: Textual draws sixty times a second."""
LEFT_WAITING = 0.25
"""Seconds without work after which threads wait for something themselves; a busy machine may keep one from its turn."""
IDLE = 0.001
"""Seconds of work that are none: looking whether there was some takes as much."""
LONGEST = 5.0
"""Seconds after which an app that never rests is let be; Textual says one, which a busy machine outlasts."""


async def at_rest(min_sleep: float = 0.0, max_sleep: float = LONGEST) -> None:
    """Return when nothing is left to be handled, nothing comes soon, and no thread works."""
    loop: Any = asyncio.get_running_loop()
    end = monotonic() + max_sleep
    while monotonic() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        coming = [handle.when() for handle in loop._scheduled if not handle.cancelled()]
        wait = min(coming, default=loop.time() + 2 * SOON) - loop.time()
        if wait <= SOON:
            await asyncio.sleep(max(wait, 0))
        elif not _threads_at_work(loop) or await _only_wait(loop):
            return


def _threads_at_work(loop: Any) -> bool:
    """Return whether threads that the loop began have not come back to it."""
    executor = loop._default_executor
    return executor is not None and executor._idle_semaphore._value < len(executor._threads)


async def _only_wait(loop: Any) -> bool:
    """Return whether threads at work only wait; they are left to work meanwhile, and what they bring ends it."""
    end = monotonic() + LEFT_WAITING
    while monotonic() < end:
        before = process_time()
        await asyncio.sleep(SOON / 4)
        if loop._ready or process_time() - before > IDLE or not _threads_at_work(loop):
            return False
    return True


@contextmanager
def quick_rest() -> Iterator[None]:
    """Have Textual's pilot wait in this way."""
    with pytest.MonkeyPatch.context() as textual:
        textual.setattr("textual.app.wait_for_idle", at_rest)
        textual.setattr("textual.pilot.wait_for_idle", at_rest)
        yield
