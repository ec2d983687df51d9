"""Orders to somebody who sits a paper now: more time, or the hand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly
from quizapp.formats.native.values import duration
from quizapp.services.patience import moments
from quizapp.tui.asked_decision import Field
from quizapp.tui.decisions.kind import Case, Kind, Values

if TYPE_CHECKING:
    from datetime import timedelta

    from quizapp.domain.essay_marks import Marker
    from quizapp.services.score_sheet import Line


def _is_sitting(line: Line) -> bool:
    return bool(line.attempt) and line.status == "in_progress"


def _sits_here(line: Line) -> bool:
    return _is_sitting(line) and not line.is_elsewhere


def _more(values: Values) -> timedelta:
    from quizapp.domain.granting import check_more

    more = duration(values["more"])
    if more is None:
        raise CalledWrongly("more-unread", given=values["more"])
    check_more(more)
    return more


def _will_extend(case: Case, values: Values) -> list[str]:
    return [case.say("extend_will", more=_more(values)), case.say("extend_seen")]


def _extend(case: Case, values: Values, marker: Marker) -> str:
    from quizapp.services.extending import extend

    more = _more(values)
    (done, *_) = extend(case.place, case.paper, case.line.candidate, more, marker, moments())
    if done.refusal is not None:
        raise done.refusal
    closing = done.closing or case.language.say("word.unlimited")
    return case.say("extend_done", more=more, closing=closing)


EXTEND = Kind(
    code="extend",
    fits=_sits_here,
    fields=lambda case: (Field("more"),),  # noqa: ARG005 the same for everybody
    will=_will_extend,
    do=_extend,
)


def _will_close(case: Case, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("close_will"), case.say("close_keeps")]


def _close(case: Case, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    from quizapp.services.forced_hand_in import force_hand_in

    done = force_hand_in(case.place, case.line.attempt, marker, moments(), seen=case.seen)
    return case.say("close_done", at=done.attempt.handed_in_at, receipt=done.receipt or "")


CLOSE = Kind(code="close", fits=_is_sitting, fields=lambda case: (), will=_will_close, do=_close)  # noqa: ARG005
