"""A teacher's way to bring questions along: the source, a look through them, and the shelf of the bank they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.services.teaching import BankDesk
    from quizapp.tui.shell import Shell


async def bring(app: Shell, desk: BankDesk) -> None:
    """Go from a source to a bank's shelf; back to the source where the person goes back."""
    from quizapp.tui.screens.bring import Bring
    from quizapp.tui.screens.bring_look import BringLook
    from quizapp.tui.screens.shelf import ShelfScreen

    while (batch := await app.push_screen_wait(Bring(desk))) is not None:
        path = await app.push_screen_wait(BringLook(desk, batch))
        if path is not None:
            await app.push_screen_wait(ShelfScreen(desk, path))
            return
