"""The committee's way to a decision about a row of a score table: which one, what it needs, what is asked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import QuizError
from quizapp.services.decisions.committee_journal import seen_now
from quizapp.services.ports.port_values import AttemptName
from quizapp.tui.decisions.kinds import DECISIONS
from quizapp.tui.frame.dialogs.decision_form import DecisionQuestion, settle
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.tui.decisions.kinds import DecisionCase, DecisionKind
    from quizapp.tui.frame.dialogs.decision_form import FilledDecision
    from quizapp.tui.shell import Shell


async def decide(app: Shell, case: DecisionCase) -> str:
    """Have something decided about a row; return what was done, "" for nothing."""
    kinds = [kind for kind in DECISIONS if kind.fits(case.line)]
    rows = [f"{case.say(kind.code)}\n{case.say(f'{kind.code}_note')}" for kind in kinds]
    title = case.say("decide_title_elsewhere" if case.line.is_elsewhere else "decide_title")
    chosen = await app.push_screen_wait(Pick(title, rows))
    if chosen is None:
        return ""
    try:
        asked = await asyncio.to_thread(asked_about, kinds[chosen], case)
    except QuizError as error:
        await app.push_screen_wait(
            Notice(case.say(kinds[chosen].code), [app.language.error(error)], app.language.say("room.close"))
        )
        return ""
    return await settle(app, asked)


def asked_about(kind: DecisionKind, case: DecisionCase) -> DecisionQuestion:
    """Return what is asked about a row, an attempt's own journal taken as it is now.

    Waits for the disk; raises QuizError.
    """
    home, line = case.place.home, case.line
    copy = home.journals.read(AttemptName(line.attempt, case.paper)).head if line.attempt else ""
    needs_checker = kind.needs_checker and case.place.two_persons
    case = case._replace(seen=case.seen._replace(copy=copy))

    def will(filled: FilledDecision) -> Sequence[str]:
        check_decider(filled.marker, Candidate(id=line.candidate, name=line.name), needs_checker=needs_checker)
        return kind.will(case, filled.values)

    return DecisionQuestion(
        title=case.say(kind.code),
        notes=[case.say("about"), *kind.about(case)],
        fields=kind.fields(case),
        step=case.say(f"{kind.code}_step"),
        will=will,
        do=lambda filled: kind.do(case, filled.values, filled.marker),
        renew=lambda: asked_about(kind, case._replace(seen=seen_now(home, case.paper))),
        needs_checker=needs_checker,
    )
