"""Rest is what it is taken for: nothing left to do, nothing soon to come, and no thread that works."""

from __future__ import annotations

import asyncio
import hashlib
import threading

from tests.instruments.app_rest import SOON, at_rest


async def test_what_a_chain_of_callbacks_does_is_waited_for_and_what_comes_soon() -> None:
    done: list[str] = []
    loop = asyncio.get_running_loop()
    loop.call_soon(loop.call_soon, loop.call_soon, done.append, "at once")
    loop.call_later(SOON / 2, done.append, "soon")
    loop.call_later(3600, done.append, "in an hour")
    await at_rest()
    assert done == ["at once", "soon"]


async def test_a_thread_that_works_is_waited_for() -> None:
    work = asyncio.create_task(asyncio.to_thread(hashlib.pbkdf2_hmac, "sha256", b"", b"", 100_000))
    await at_rest()
    assert work.done()


async def test_a_thread_that_only_waits_is_left_waiting() -> None:
    end = threading.Event()
    waiting = asyncio.create_task(asyncio.to_thread(end.wait))
    await at_rest()
    assert not waiting.done()
    end.set()
    await waiting
