"""Going on with an attempt that another window may have open: waiting for it, then going on in its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizapp.domain.errors import AttemptBusy
from quizapp.services.holders import Holder
from quizapp.services.starting import resume

if TYPE_CHECKING:
    from quizapp.services.records import AttemptName
    from quizapp.services.sitting import Sitting
    from quizapp.tui.shell import Shell


async def resumed(app: Shell, name: AttemptName, title: str) -> Sitting | None:
    """Return the attempt gone on with; None where it is open elsewhere and the person went back."""
    try:
        return resume(app.workplace.home, app.workplace.clock, name)
    except AttemptBusy as busy:
        return await taken_over(app, name, title, Holder.of(busy))


async def taken_over(app: Shell, name: AttemptName, title: str, holder: Holder) -> Sitting | None:
    """Return the attempt once the program that has it open is gone; None where the person went back."""
    from quizapp.tui.dialogs.open_elsewhere import OpenElsewhere

    place = app.workplace
    look = partial(place.home.journals.holder, name)
    while (gone := await app.push_screen_wait(OpenElsewhere(app.language, title, holder, look))) is not None:
        try:
            return resume(place.home, place.clock, name, took_over=gone)
        except AttemptBusy as busy:
            # A third window was quicker.
            holder = Holder.of(busy)
    return None
