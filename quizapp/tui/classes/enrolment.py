"""The committee's way to bringing in a class list: which table, what would change, then done and told."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import Faulty, QuizError
from quizapp.services.classes.enrolment import found_lists, leave, plan_enrolment, record_enrolment
from quizapp.services.ports.workplace import keep_second_copy
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.decision_form import DecisionQuestion, settle
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.candidate import Candidate
    from quizapp.language import Language
    from quizapp.services.classes.enrolment import Enrolment, FoundList
    from quizapp.services.ports.workplace import PeopleFiles, Workplace
    from quizapp.tui.frame.dialogs.decision_form import FilledDecision
    from quizapp.tui.shell import Shell

_NAMED = 6
"""People named of those who are new, and of those who change."""
_RENAMED = 3
_NAME = 40
_WRITTEN = ("committee.export_file", "desk.list_file")
"""What the program itself calls the tables it writes: they name people too, and are no class list."""


async def bring_in_list(app: Shell) -> str:
    """Have a class list brought into the roster; return what was done, "" for nothing."""
    say, place = app.language.say, app.workplace
    path = await _chosen(app)
    if path is None:
        return ""
    try:
        planned = await asyncio.to_thread(plan_enrolment, place.home, path)
        known = await asyncio.to_thread(place.home.roster.candidates)
        title = say("enrol.confirm", file=clipped(path.name, _NAME))
        if not planned.added and not planned.updated:
            await app.push_screen_wait(Notice(title, [say("enrol.nothing")], say("room.close")))
            return ""
        lines = _changes(app.language, planned, known)
        step, safe = say("enrol.step"), say("enrol.not_yet")
        if not await app.push_screen_wait(Confirm(title, lines, safe=safe, step=step, key="f9")):
            return ""
        return await asyncio.to_thread(_done, place, app.language, path, planned)
    except QuizError as error:
        title = say("enrol.title" if isinstance(error, Faulty) else "room.cannot")
        await app.push_screen_wait(Notice(title, _refused(app.language, path, error), say("room.close")))
        return ""


async def _chosen(app: Shell) -> Path | None:
    """Return the table that is meant: one that was found, or one whose name is typed."""
    say = app.language.say
    found = await asyncio.to_thread(_lists, app.workplace.files, app.language)
    rows = [*(_choice(app.language, one) for one in found), say("enrol.other_place")]
    place = await app.push_screen_wait(Pick(say("enrol.pick" if found else "enrol.none_found"), rows))
    if place is None:
        return None
    if place < len(found):
        return found[place].path
    typed = await app.push_screen_wait(AskText(say("enrol.where"), say("enrol.where_foot")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def _lists(files: PeopleFiles, language: Language) -> list[FoundList]:
    """Return the tables that may be a class list, the newest first, without those the program wrote."""
    own = tuple(language.say(code, title="|", day="").partition("|")[0] for code in _WRITTEN)
    found = found_lists([*files.sticks(), *files.own_places(), Path.cwd()])
    return [one for one in found if not one.path.name.startswith(own)]


def _choice(language: Language, one: FoundList) -> str:
    code = "enrol.choice_faulty" if one.faults else "enrol.choice"
    count = one.faults or one.people
    return language.say(code, file=clipped(one.path.name, _NAME), count=count, folder=str(one.path.parent))


def _changes(language: Language, planned: Enrolment, known: Sequence[Candidate]) -> list[str]:
    """Return what bringing it in changes, in sentences."""
    say = language.say
    counts = {"added": len(planned.added), "updated": len(planned.updated), "same": planned.same}
    lines = [say("enrol.counts", read=planned.read, **counts)]
    if planned.added:
        lines.append(say("enrol.first", people=_people(language, planned.added)))
    if planned.updated:
        lines.append(say("enrol.changed", people=_people(language, planned.updated)))
    for one, before in planned.renamed[:_RENAMED]:
        lines.append(say("enrol.renamed", id=one.id, name=clipped(one.name, 12), before=clipped(before, 12)))
    if len(planned.renamed) > _RENAMED:
        lines.append(say("enrol.more_renamed", count=len(planned.renamed) - _RENAMED))
    for fault in planned.warnings[:_RENAMED]:
        lines.append(say("enrol.fault", line=fault.line, text=language.say(fault.code, **fault.values)))
    if len(planned.warnings) > _RENAMED:
        lines.append(say("enrol.more_doubts", count=len(planned.warnings) - _RENAMED))
    listed = {one.id for _, one in planned.rows}
    kept = sum(one.id not in listed for one in known)
    return [*lines, say("enrol.kept", count=kept)] if kept else lines


def _people(language: Language, those: Sequence[Candidate]) -> str:
    named = language.say("word.comma").join(clipped(one.name, 12) for one in those[:_NAMED])
    return language.say("enrol.and_others", people=named) if len(those) > _NAMED else named


def _refused(language: Language, path: Path, error: QuizError) -> list[str]:
    """Return why nobody was brought in, every fault behind its line."""
    if not isinstance(error, Faulty):
        return [language.error(error)]
    errors = [fault for fault in error.faults if fault.severity == "error"]
    say = partial(language.say, "enrol.fault")
    told = [(fault.line, language.say(fault.code, **fault.values)) for fault in errors]
    head = language.say("enrol.faulty", file=clipped(path.name, _NAME), count=len(errors))
    return [head, "", *(say(line=line, text=text) if line else text for line, text in told)]


def _done(place: Workplace, language: Language, path: Path, planned: Enrolment) -> str:
    """Bring it in, log it as the command does, keep the second copy; return what is to be told."""
    record_enrolment(place.home, place.clock, planned, class_id=place.class_id)
    values = {"file": path.name, "read": str(planned.read), "added": str(len(planned.added))}
    place.home.log.record(place.clock.read().at, "candidates-imported", place.staff, values)
    told = language.say("enrol.done", added=len(planned.added), updated=len(planned.updated))
    trouble = keep_second_copy(place)
    return told if trouble is None else f"{told} {language.error(trouble)}"


async def move_person(app: Shell, one: Candidate, *, is_back: bool) -> str:
    """Have it decided that somebody left the class, or is in it again; return what was done, "" for nothing."""
    code = "enrol.back" if is_back else "enrol.leave"
    values = {"id": one.id, "name": clipped(one.name, _NAME)}

    def will(filled: FilledDecision) -> list[str]:
        check_decider(filled.marker, one)
        return [app.language.say(f"{code}_will", **values)]

    def do(filled: FilledDecision) -> str:
        leave(app.workplace, one.id, filled.marker, is_back=is_back)
        return app.language.say(f"{code}_done", **values)

    title, step = app.language.say(code), app.language.say(f"{code}_step")
    return await settle(app, DecisionQuestion(title, [f"{values['id']} {values['name']}"], (), step, will, do))
