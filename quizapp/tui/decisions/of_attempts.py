"""Decisions about an attempt that was handed in: other marks for a question, another owner, none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.collected_list.rows import copy_lines
from quizapp.services import deciding
from quizapp.services.collecting.forks import choose_copy, fork_of
from quizapp.services.finding import find_attempt
from quizapp.services.starting import identify
from quizapp.services.typed_marks import typed_marks, typed_number
from quizapp.tui.asked_decision import Field
from quizapp.tui.decisions.kind import ENDED, Case, Kind, Values

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.essay_marks import Marker
    from quizapp.services.score_sheet import Line


def _has_ended(line: Line) -> bool:
    return bool(line.attempt) and line.status in ENDED


def _has_ended_or_is_elsewhere(line: Line) -> bool:
    """Half an attempt that was collected may never come whole."""
    return _has_ended(line) or line.is_elsewhere


def _will_void(case: Case, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("void_will"), case.say("void_keeps")]


def _void(case: Case, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    deciding.void(case.place, case.line.attempt, marker, case.seen)
    return case.say("void_done")


VOID = Kind(
    code="void",
    fits=_has_ended_or_is_elsewhere,
    fields=lambda case: (),  # noqa: ARG005 nothing is to be filled in
    will=_will_void,
    do=_void,
    needs_checker=True,
)


def _will_reinstate(case: Case, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("reinstate_will"), case.say("reinstate_counts")]


def _reinstate(case: Case, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    deciding.reinstate(case.place, case.line.attempt, marker, case.seen)
    return case.say("reinstate_done")


REINSTATE = Kind(
    code="reinstate",
    fits=lambda line: bool(line.attempt) and line.status == "void",
    fields=lambda case: (),  # noqa: ARG005 nothing is to be filled in
    will=_will_reinstate,
    do=_reinstate,
    needs_checker=True,
)


def _owner_fields(case: Case) -> tuple[Field, ...]:
    """A roster knows the name; without one it is asked for."""
    is_known = bool(case.place.home.roster.roll().everybody)
    return (Field("candidate"),) if is_known else (Field("candidate"), Field("person"))


def _will_reassign(case: Case, values: Values) -> list[str]:
    to = identify(case.place.home, values["candidate"], values.get("person", ""), may_have_left=True)
    unit = f"（{to.unit}）" if to.unit and case.language.tongue == "zh" else to.unit and f" ({to.unit})"
    return [case.say("reassign_will", to=to.id, to_name=to.name, unit=unit)]


def _reassign(case: Case, values: Values, marker: Marker) -> str:
    wanted = (values["candidate"], values.get("person", ""))
    to = deciding.reassign(case.place, case.line.attempt, *wanted, marker, case.seen).after.candidate
    return case.say("reassign_done", to=to.id, to_name=to.name)


REASSIGN = Kind(
    code="reassign",
    fits=_has_ended_or_is_elsewhere,
    fields=_owner_fields,
    will=_will_reassign,
    do=_reassign,
    needs_checker=True,
)


def _copies(case: Case) -> list[str]:
    name = find_attempt(case.place.home, case.line.attempt)
    return copy_lines(fork_of(case.place.home, name), case.language)


def _will_choose(case: Case, values: Values) -> list[str]:
    given = values["copy"].strip().casefold()
    name = find_attempt(case.place.home, case.line.attempt)
    chosen = [one for one in fork_of(case.place.home, name) if given and one.head.startswith(given)]
    return [case.say("choose_will"), *copy_lines(chosen, case.language), case.say("choose_keeps")]


def _choose(case: Case, values: Values, marker: Marker) -> str:
    choose_copy(case.place, case.line.attempt, values["copy"].strip(), marker, case.seen)
    return case.say("choose_done")


CHOOSE = Kind(
    code="choose",
    fits=lambda line: line.is_forked,
    fields=lambda case: (Field("copy"),),  # noqa: ARG005 the same for every attempt
    about=_copies,
    will=_will_choose,
    do=_choose,
    needs_checker=True,
)


def _wanted(values: Values) -> tuple[int, Fraction]:
    return typed_number(values["question"]), typed_marks(values["marks"])


def _will_override(case: Case, values: Values) -> list[str]:
    number, marks = _wanted(values)
    had, most = deciding.question_marks(case.place, case.line.attempt, number)
    before = case.language.say("committee.marks", marks=had) if had is not None else case.language.say("word.marking")
    return [case.say("override_will", question=number, most=most, before=before, after=marks)]


def _override(case: Case, values: Values, marker: Marker) -> str:
    number, marks = _wanted(values)
    deciding.override(case.place, case.line.attempt, number, marks, marker, case.seen)
    return case.say("override_done", question=number, after=marks)


OVERRIDE = Kind(
    code="override",
    fits=_has_ended,
    fields=lambda case: (Field("question"), Field("marks")),  # noqa: ARG005 the same for every attempt
    will=_will_override,
    do=_override,
    needs_checker=True,
)
