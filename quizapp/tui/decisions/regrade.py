"""The committee's way to marking a paper again: what it would change is shown first, then decided, then done."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from quizapp.domain.errors import Overtaken, QuizError
from quizapp.services.decisions import regrading
from quizapp.tui.frame.dialogs.decision_form import DecisionQuestion, settle
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizapp.language import Language
    from quizapp.services.decisions.regrading import CandidateOutcome, Regrade, RegradedCandidate
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.frame.dialogs.decision_form import FilledDecision
    from quizapp.tui.shell import Shell


async def regrade(app: Shell, paper: str, begun: Mapping[str, str] | None = None) -> str:
    """Show what marking a paper again changes, and have it done; return what was done, "" for nothing.

    `begun` says who decides and why where that was said a moment before. Where it would do something else by then, it
    is shown again.
    """
    say, place = app.language.say, app.workplace
    values = dict(begun or {})
    while True:
        try:
            found = await asyncio.to_thread(partial(regrading.preview, place, paper, from_bank=False))
            lines = list(_trial(app.language, found))
        except QuizError as error:
            await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
            return ""
        head = say("committee.regrade_trial", paper=clipped(found.title, 40))
        foot = say("committee.regrade_foot" if found.corrections else "room.close")
        await app.push_screen_wait(Notice(head, lines, foot))
        if not found.corrections:
            return ""
        try:
            return await settle(app, asked_of(place, app.language, found, values), values)
        except Overtaken as error:
            lines = [app.language.error(error), say("committee.regrade_again")]
            await app.push_screen_wait(Notice(say("room.cannot"), lines, say("committee.regrade_look")))


def asked_of(place: Workplace, language: Language, found: Regrade, values: dict[str, str]) -> DecisionQuestion:
    """Return what is asked about a preview that was looked at; what is filled in is kept in `values`."""
    say = language.say
    summary = say("committee.regrade_will", paper=clipped(found.title, 40), count=len(found.changed))

    def do(filled: FilledDecision) -> str:
        values.update(filled.values)
        done = regrading.regrade(place, found.paper, filled.marker, from_bank=False, shown=found)
        return say("committee.regrade_done", paper=clipped(done.title, 40), count=len(done.changed))

    return DecisionQuestion(
        say("committee.regrade"), [summary], (), say("committee.regrade_step"), lambda _: [summary], do
    )


def _trial(language: Language, found: Regrade) -> Iterator[str]:
    """Give what holds from then on, whose marks change, and what stands as it was."""
    say = language.say
    if not found.corrections:
        yield say("committee.regrade_nothing")
        return
    for one in found.questions:
        number = say("committee.regrade_number", number=one.number) if one.number is not None else ""
        values = {"number": number, "item": clipped(one.correction.item, 30)}
        yield say(f"committee.regrade_{one.correction.how}", **values)
    for standing in found.changed:
        yield _changed(language, standing)
    for before, after in found.full_scores:
        yield say("command.regrade.full-score", before=before, after=after)
    unchanged = len(found.standings) - len(found.changed)
    if unchanged:
        yield say("committee.regrade_unchanged", count=unchanged)
    for stands in found.stands:
        code = "command.regrade.dropped-too" if stands.is_dropped else "command.regrade.stands"
        who = {"id": stands.candidate.id, "name": clipped(stands.candidate.name, 20)}
        yield say(code, **who, number=stands.number, marks=stands.marks)


def _changed(language: Language, standing: RegradedCandidate) -> str:
    one = standing.candidate
    crosses = "passes" if standing.newly_passes else "fails" if standing.no_longer_passes else ""
    return language.say(
        "committee.regrade_line",
        id=one.id,
        name=clipped(one.name, 20),
        before=_outcome_text(language, standing.before),
        after=_outcome_text(language, standing.after),
        crosses=language.say(f"committee.regrade_{crosses}") if crosses else "",
    )


def _outcome_text(language: Language, outcome: CandidateOutcome) -> str:
    if outcome.total is None:
        return language.say("word.marking")
    rank = "" if outcome.rank is None else language.say("committee.regrade_rank", rank=outcome.rank)
    return language.say("committee.marks", marks=outcome.total) + rank
