"""What is done at the 收卷台: its list written to a file, and what waits decided."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.codec import instant_from_text
from quizapp.domain.errors import QuizError
from quizapp.reports.collected_list import SUFFIXES, usual_name, write_list
from quizapp.services.book.score_book import look
from quizapp.services.carrying.collecting_desk import read_desk
from quizapp.services.scores.score_sheet import read_sheet
from quizapp.tui.decisions.decision import decide
from quizapp.tui.decisions.kinds import DecisionCase
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.frame.save_as import may_export_over, save_as, usual_folder
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from quizapp.tui.carrying.desk_lists import DecisionSubject
    from quizapp.tui.shell import Shell


async def keep_list(app: Shell, paper: str, title: str) -> None:
    """Have the list of a paper, as of then, written where the person wants it."""
    say = app.language.say
    kinds = [say(f"desk.list_{suffix[1:]}") for suffix in SUFFIXES]
    kind = await app.push_screen_wait(Pick(say("desk.list_title"), kinds))
    if kind is None:
        return

    async def ask(path: Path, trouble: QuizError | None) -> Path | None:
        if trouble is not None:
            await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(trouble)], say("room.close")))
        typed = await app.push_screen_wait(AskText(say("desk.list_where"), say("desk.list_keys"), str(path)))
        return None if typed is None else Path(typed).expanduser()

    now = app.workplace.clock.read().at
    saved = await save_as(
        usual_folder() / usual_name(title, app.language, now, SUFFIXES[kind]),
        ask=ask,
        path_of=lambda path: path,
        may_replace=partial(may_export_over, app, say("desk.list_title")),
        write=lambda _, path: asyncio.to_thread(_write, app, paper, path),
    )
    if saved is None:
        return
    lines = [say("desk.list_done", file=str(saved.path))]
    if saved.path.suffix.lower() != ".csv":
        lines.append(say("desk.list_how_to_print"))
    await app.push_screen_wait(Notice(say("desk.list_title"), lines, say("room.close")))


def _write(app: Shell, paper: str, path: Path) -> None:
    """Write the list as of now, with a line in the log. Waits for the disk; raises CalledWrongly, MachineRefused."""
    place = app.workplace
    data = write_list(read_desk(place, paper), app.language, path.suffix, place.class_title)
    values, now = {"to": path.name, "paper": paper}, place.clock.read().at
    place.files.put(path, data, lambda: place.home.log.record(now, "listed", place.staff, values))


_TITLE = 30


class _Choice(NamedTuple):
    case: DecisionCase
    begun_at: datetime | None
    """When the attempt was begun; None for a person without one."""
    counts: bool
    """Whether the paper counts it as things stand."""


async def decide_about(app: Shell, wanted: DecisionSubject) -> str:
    """Have something decided about somebody's attempts; return what was done, "" for nothing."""
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


async def _which(app: Shell, choices: list[_Choice]) -> DecisionCase | None:
    chosen = await app.push_screen_wait(Pick(app.language.say("desk.which"), [_row(app, one) for one in choices]))
    return None if chosen is None else choices[chosen].case


def _row(app: Shell, choice: _Choice) -> str:
    say, case = app.language.say, choice.case
    values = {"title": clipped(case.title, _TITLE), "at": choice.begun_at or ""}
    counts = say("desk.which_counts" if choice.counts else "desk.which_counts_not")
    return say("desk.which_row", **values, status=say(f"word.{case.line.status}"), counts=counts)


def _choices(app: Shell, wanted: DecisionSubject) -> list[_Choice]:
    """Return the attempts that the book has of those, or the person. Waits for the disk; raises QuizError."""
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
                case = DecisionCase(place, app.language, sheet.paper, sheet.title, line, sheet.seen)
                found.append(_Choice(case, begun_at, counts))
    return found
