"""How a person stands at a paper, noted by the committee: 缓考, 免考, 违纪, 准予补考, or the note taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from quizapp.services import deciding
from quizapp.tui.asked_decision import Field
from quizapp.tui.decisions.kind import Case, Kind, Values

if TYPE_CHECKING:
    from quizapp.domain.decisions import NoteKind
    from quizapp.domain.essay_marks import Marker

NOTES = ("deferred", "exempt", "misconduct", "admitted", "none")


def _will_note(case: Case, values: Values) -> list[str]:
    kind = values["note"]
    if kind == "none":
        return [case.say("note_will_take_back")]
    sentences = [case.say("note_will", note=case.language.say(f"word.{kind}"))]
    return [*sentences, case.say("note_beside")] if case.line.attempt else sentences


def _note(case: Case, values: Values, marker: Marker) -> str:
    kind = cast("NoteKind", values["note"])
    deciding.note(case.place, case.paper, case.line.candidate, kind, marker, case.seen)
    if kind == "none":
        return case.say("note_taken_back")
    return case.say("note_done", note=case.language.say(f"word.{kind}"))


NOTE = Kind(
    code="note",
    fits=lambda line: True,  # noqa: ARG005 anybody's
    fields=lambda case: (Field("note", NOTES),),  # noqa: ARG005 the same for everybody
    will=_will_note,
    do=_note,
    needs_checker=True,
)
