"""What waits at the 收卷台 is decided by the room's own dialogs."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import QuizError
from quizapp.plain import instant_from_text
from quizapp.tui.decisions.kind import Case
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.tui.screens.desk_lists import About
    from quizapp.tui.shell import Shell

_TITLE = 30


class _Choice(NamedTuple):
    case: Case
    begun_at: datetime | None
    """When the attempt was begun; None for a person without one."""
    counts: bool
    """Whether the paper counts it as things stand."""


async def decide_about(app: Shell, wanted: About) -> str:
    """Have something decided about somebody's attempts; return what was done, "" for nothing."""
    from quizapp.tui.decision_visit import decide
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    try:
        choices = await asyncio.to_thread(_choices, app, wanted)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    if not choices:
        return say("desk.which_gone")
    case = choices[0].case if len(choices) == 1 else await _which(app, choices)
    return "" if case is None else await decide(app, case)


async def _which(app: Shell, choices: list[_Choice]) -> Case | None:
    from quizapp.tui.dialogs.pick import Pick

    chosen = await app.push_screen_wait(Pick(app.language.say("desk.which"), [_row(app, one) for one in choices]))
    return None if chosen is None else choices[chosen].case


def _row(app: Shell, choice: _Choice) -> str:
    say, case = app.language.say, choice.case
    values = {"title": clipped(case.title, _TITLE), "at": choice.begun_at or ""}
    counts = say("desk.which_counts" if choice.counts else "desk.which_counts_not")
    return say("desk.which_row", **values, status=say(f"word.{case.line.status}"), counts=counts)


def _choices(app: Shell, wanted: About) -> list[_Choice]:
    """Return the attempts that the book has of those, or the person. Waits for the disk; raises QuizError."""
    from quizapp.services.score_book import look
    from quizapp.services.score_sheet import read_sheet

    place = app.workplace
    docs = {doc["attempt"]: doc for doc in look(place.home, place.clock, place.class_id).scores}
    found = []
    for attempt in wanted.attempts or ("",):
        if attempt and attempt not in docs:
            continue
        paper = docs[attempt]["paper"] if attempt else wanted.paper
        begun_at = instant_from_text(docs[attempt]["started_at"]) if attempt else None
        counts = bool(attempt and docs[attempt]["counts"])
        sheet = read_sheet(place, paper, all_attempts=True)
        for line in sheet.lines:
            if (line.attempt == attempt) if attempt else (line.candidate == wanted.candidate):
                case = Case(place, app.language, sheet.paper, sheet.title, line, sheet.seen)
                found.append(_Choice(case, begun_at, counts))
    return found
