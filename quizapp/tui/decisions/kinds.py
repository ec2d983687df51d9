"""What the committee can decide about a row of a score table: about an attempt, a person, or somebody who sits now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from quizapp.domain.decisions.decision_rules import check_more
from quizapp.domain.errors import CalledWrongly
from quizapp.reading.values import duration
from quizapp.reports.collected_list import copy_lines
from quizapp.services.carrying.forks import choose_copy, fork_of
from quizapp.services.decisions import attempt_decisions
from quizapp.services.decisions.attempt_decisions import force_hand_in
from quizapp.services.decisions.committee_journal import find_attempt
from quizapp.services.decisions.external_marks import typed_marks, typed_number
from quizapp.services.ports.port_values import moments
from quizapp.services.sitting.attempt_start import identify
from quizapp.services.sitting.orders import extend
from quizapp.tui.frame.dialogs.decision_form import DecisionField
from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from datetime import timedelta
    from fractions import Fraction

    from quizapp.domain.attempt.decisions import NoteKind
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.language import Language
    from quizapp.services.decisions.committee_journal import SeenJournal
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.scores.score_sheet import ScoreSheetLine


Values: TypeAlias = Mapping[str, str]
"""What was filled in, by the fields' names."""
ENDED = frozenset(("handed_in", "marking", "marked"))
"""How an attempt stands that was handed in and is not void."""
_ROOM = 40


class DecisionCase(NamedTuple):
    """Whom and what is decided about."""

    place: Workplace
    language: Language
    paper: str
    title: str
    line: ScoreSheetLine
    seen: SeenJournal
    """What whoever decides has before them."""

    def say(self, code: str, **values: object) -> str:
        """Return a sentence about the person and the paper, both named, however long their names are."""
        about = {"paper": clipped(self.title, _ROOM), "id": self.line.candidate, "name": clipped(self.line.name, _ROOM)}
        return self.language.say(f"committee.{code}", **{**about, "number": self.number, **values})

    @property
    def number(self) -> object:
        """Which of the person's attempts it is, as the table says it."""
        return self.line.number or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionKind:
    """One kind of decision; under `committee.` and its code stands what it is called, with `_note` what it does."""

    code: str
    fits: Callable[[ScoreSheetLine], bool]
    fields: Callable[[DecisionCase], tuple[DecisionField, ...]]
    about: Callable[[DecisionCase], Sequence[str]] = lambda _: ()
    """What must be known to fill them in. Waits for the disk; raises QuizError."""
    will: Callable[[DecisionCase, Values], Sequence[str]]
    """Returns what will happen, in sentences. Waits for the disk; raises QuizError where it cannot."""
    do: Callable[[DecisionCase, Values, Marker], str]
    """Does it and returns what was done. Waits for the disk, and for another program; raises QuizError."""
    needs_checker: bool = False
    """Whether it is one of those that a second person checks where the class has them checked."""


def _has_ended(line: ScoreSheetLine) -> bool:
    return bool(line.attempt) and line.status in ENDED


def _has_ended_or_is_elsewhere(line: ScoreSheetLine) -> bool:
    """Half an attempt that was collected may never come whole."""
    return _has_ended(line) or line.is_elsewhere


def _will_void(case: DecisionCase, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("void_will"), case.say("void_keeps")]


def _void(case: DecisionCase, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    attempt_decisions.void(case.place, case.line.attempt, marker, case.seen)
    return case.say("void_done")


VOID = DecisionKind(
    code="void",
    fits=_has_ended_or_is_elsewhere,
    fields=lambda case: (),  # noqa: ARG005 nothing is to be filled in
    will=_will_void,
    do=_void,
    needs_checker=True,
)


def _will_reinstate(case: DecisionCase, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("reinstate_will"), case.say("reinstate_counts")]


def _reinstate(case: DecisionCase, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    attempt_decisions.reinstate(case.place, case.line.attempt, marker, case.seen)
    return case.say("reinstate_done")


REINSTATE = DecisionKind(
    code="reinstate",
    fits=lambda line: bool(line.attempt) and line.status == "void",
    fields=lambda case: (),  # noqa: ARG005 nothing is to be filled in
    will=_will_reinstate,
    do=_reinstate,
    needs_checker=True,
)


def _owner_fields(case: DecisionCase) -> tuple[DecisionField, ...]:
    """A roster knows the name; without one it is asked for."""
    is_known = bool(case.place.home.roster.roll().everybody)
    return (DecisionField("candidate"),) if is_known else (DecisionField("candidate"), DecisionField("person"))


def _will_reassign(case: DecisionCase, values: Values) -> list[str]:
    to = identify(case.place.home, values["candidate"], values.get("person", ""), may_have_left=True)
    unit = f"（{to.unit}）" if to.unit and case.language.tongue == "zh" else to.unit and f" ({to.unit})"
    return [case.say("reassign_will", to=to.id, to_name=to.name, unit=unit)]


def _reassign(case: DecisionCase, values: Values, marker: Marker) -> str:
    wanted = (values["candidate"], values.get("person", ""))
    to = attempt_decisions.reassign(case.place, case.line.attempt, *wanted, marker, case.seen).after.candidate
    return case.say("reassign_done", to=to.id, to_name=to.name)


REASSIGN = DecisionKind(
    code="reassign",
    fits=_has_ended_or_is_elsewhere,
    fields=_owner_fields,
    will=_will_reassign,
    do=_reassign,
    needs_checker=True,
)


def _copies(case: DecisionCase) -> list[str]:
    name = find_attempt(case.place.home, case.line.attempt)
    return copy_lines(fork_of(case.place.home, name), case.language)


def _will_choose(case: DecisionCase, values: Values) -> list[str]:
    given = values["copy"].strip().casefold()
    name = find_attempt(case.place.home, case.line.attempt)
    chosen = [one for one in fork_of(case.place.home, name) if given and one.head.startswith(given)]
    return [case.say("choose_will"), *copy_lines(chosen, case.language), case.say("choose_keeps")]


def _choose(case: DecisionCase, values: Values, marker: Marker) -> str:
    choose_copy(case.place, case.line.attempt, values["copy"].strip(), marker, case.seen)
    return case.say("choose_done")


CHOOSE = DecisionKind(
    code="choose",
    fits=lambda line: line.is_forked,
    fields=lambda case: (DecisionField("copy"),),  # noqa: ARG005 the same for every attempt
    about=_copies,
    will=_will_choose,
    do=_choose,
    needs_checker=True,
)


def _wanted(values: Values) -> tuple[int, Fraction]:
    return typed_number(values["question"]), typed_marks(values["marks"])


def _will_override(case: DecisionCase, values: Values) -> list[str]:
    number, marks = _wanted(values)
    had, most = attempt_decisions.question_marks(case.place, case.line.attempt, number)
    before = case.language.say("committee.marks", marks=had) if had is not None else case.language.say("word.marking")
    return [case.say("override_will", question=number, most=most, before=before, after=marks)]


def _override(case: DecisionCase, values: Values, marker: Marker) -> str:
    number, marks = _wanted(values)
    attempt_decisions.override(case.place, case.line.attempt, number, marks, marker, case.seen)
    return case.say("override_done", question=number, after=marks)


OVERRIDE = DecisionKind(
    code="override",
    fits=_has_ended,
    fields=lambda case: (DecisionField("question"), DecisionField("marks")),  # noqa: ARG005 the same for every attempt
    will=_will_override,
    do=_override,
    needs_checker=True,
)


NOTES = ("deferred", "exempt", "misconduct", "admitted", "none")


def _will_note(case: DecisionCase, values: Values) -> list[str]:
    kind = values["note"]
    if kind == "none":
        return [case.say("note_will_take_back")]
    sentences = [case.say("note_will", note=case.language.say(f"word.{kind}"))]
    return [*sentences, case.say("note_beside")] if case.line.attempt else sentences


def _note(case: DecisionCase, values: Values, marker: Marker) -> str:
    kind = cast("NoteKind", values["note"])
    attempt_decisions.note(case.place, case.paper, case.line.candidate, kind, marker, case.seen)
    if kind == "none":
        return case.say("note_taken_back")
    return case.say("note_done", note=case.language.say(f"word.{kind}"))


NOTE = DecisionKind(
    code="note",
    fits=lambda line: True,  # noqa: ARG005 anybody's
    fields=lambda case: (DecisionField("note", NOTES),),  # noqa: ARG005 the same for everybody
    will=_will_note,
    do=_note,
    needs_checker=True,
)


def _is_sitting(line: ScoreSheetLine) -> bool:
    return bool(line.attempt) and line.status == "in_progress"


def _sits_here(line: ScoreSheetLine) -> bool:
    return _is_sitting(line) and not line.is_elsewhere


def _more(values: Values) -> timedelta:
    more = duration(values["more"])
    if more is None:
        raise CalledWrongly("more-unread", given=values["more"])
    check_more(more)
    return more


def _will_extend(case: DecisionCase, values: Values) -> list[str]:
    return [case.say("extend_will", more=_more(values)), case.say("extend_seen")]


def _extend(case: DecisionCase, values: Values, marker: Marker) -> str:
    more = _more(values)
    (done, *_) = extend(case.place, case.paper, case.line.candidate, more, marker, moments())
    if done.refusal is not None:
        raise done.refusal
    closing = done.closing or case.language.say("word.unlimited")
    return case.say("extend_done", more=more, closing=closing)


EXTEND = DecisionKind(
    code="extend",
    fits=_sits_here,
    fields=lambda case: (DecisionField("more"),),  # noqa: ARG005 the same for everybody
    will=_will_extend,
    do=_extend,
)


def _will_close(case: DecisionCase, values: Values) -> list[str]:  # noqa: ARG001 nothing is to be filled in
    return [case.say("close_will"), case.say("close_keeps")]


def _close(case: DecisionCase, values: Values, marker: Marker) -> str:  # noqa: ARG001 nothing is to be filled in
    done = force_hand_in(case.place, case.line.attempt, marker, moments(), seen=case.seen)
    return case.say("close_done", at=done.attempt.handed_in_at, receipt=done.receipt or "")


CLOSE = DecisionKind(code="close", fits=_is_sitting, fields=lambda case: (), will=_will_close, do=_close)  # noqa: ARG005


DECISIONS: tuple[DecisionKind, ...] = (
    CHOOSE,
    EXTEND,
    CLOSE,
    NOTE,
    OVERRIDE,
    REASSIGN,
    VOID,
    REINSTATE,
)
