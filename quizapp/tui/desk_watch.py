"""Watching drives and folders, round after round, with a rest between two that a key ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.tui.collecting_round import go_round

if TYPE_CHECKING:
    from quizapp.carrying.watched import Watched
    from quizapp.services.workplace import Workplace
    from quizapp.tui.collecting_round import Round, Tell

SETTLING = 1.0
"""Seconds until a file that may still be growing is looked at again."""
PATIENCE = 4
"""Between two looks stands so many times what the last one took: a slow stick is not kept busy by being looked at."""


class DeskWatch:
    """Belongs to one screen; the disk is waited for in a thread."""

    def __init__(
        self, place: Workplace, watched: Watched, places: Callable[[], tuple[Path, ...]], every: float = 3.0
    ) -> None:
        """`places` returns the drives and folders that are there, which are looked through every so many seconds."""
        self._place = place
        self._watched = watched
        self._places = places
        self._every = every
        self._chosen: tuple[Path, ...] = ()
        self._wake = asyncio.Event()
        self._is_asked = False
        self.is_asked = False
        """Whether the round that is under way, or was the last, was asked for."""

    def ask(self) -> None:
        """Have everything looked through now, what was collected before too: keys may have come since."""
        self._is_asked = True
        self._wake.set()

    def choose(self, place: Path) -> None:
        """Look through this folder or file too, from now on."""
        self._chosen = tuple(dict.fromkeys((*self._chosen, place)))
        self.ask()

    async def rounds(self, tell: Tell) -> AsyncIterator[Round]:
        """Go round until nobody wants to know; `tell` is called in another thread."""
        clock = asyncio.get_running_loop().time
        while True:
            self.is_asked, self._is_asked = self._is_asked, False
            began = clock()
            done = await asyncio.to_thread(partial(self._go, tell))
            took = 0.0 if done.has_collected else clock() - began
            yield done
            rest = min(SETTLING, self._every) if done.look.waiting else self._every
            await self._rest(max(rest, PATIENCE * took))

    def _go(self, tell: Tell) -> Round:
        places = (*self._places(), *self._chosen)
        return go_round(self._place, self._watched, places, tell, at_once=self.is_asked)

    async def _rest(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return
        self._wake.clear()
