"""The answers that were given to a question, as a table: equal ones together, the most frequent first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.cli.tables import shortened
from quizapp.services.given_answers import given_answers

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.domain.same_answers import GivenAnswer
    from quizapp.services.correction_target import Target

_WIDE = 50


def show_answers(desk: Desk, target: Target, form: str) -> int:
    """Show what was answered; return the exit status. Raises Refused where that may not be shown."""
    answers = given_answers(desk.workplace, target)
    if form == "json":
        desk.show_json(_as_json(target, answers))
        return 0
    desk.show(desk.say("answers.title", item=target.first.item.id, stem=shortened(target.first.item.stem, _WIDE)))
    has_blanks = any(one.blank > 1 for one in answers)
    headings = [desk.heading("blank", is_number=True)] if has_blanks else []
    headings += [desk.heading("response"), desk.heading("people", is_number=True), desk.heading("verdict")]
    desk.show_table(headings, [_cells(desk, one, has_blanks=has_blanks) for one in answers])
    if not target.is_by_number and target.first.item.choices:
        desk.note(desk.say("answers.bank-letters"))
    desk.note(desk.say("answers.how"))
    return 0


def _cells(desk: Desk, one: GivenAnswer, *, has_blanks: bool) -> list[object]:
    verdict = _verdict(desk, one.share)
    if one.pending != one.share:
        verdict = desk.say("answers.pending", now=verdict, later=_verdict(desk, one.pending))
    text = one.text or desk.language.say("result.no_response")
    return [*([one.blank] if has_blanks else []), text, one.count, verdict]


def _verdict(desk: Desk, share: Fraction | None) -> str:
    if share is None:
        return desk.say("answers.not-counted")
    if share == 1:
        return desk.language.say("result.right")
    return desk.language.say("result.partly" if share else "result.wrong")


def _as_json(target: Target, answers: tuple[GivenAnswer, ...]) -> dict[str, object]:
    return {
        "paper": target.paper,
        "item": target.first.item.id,
        "places": [{"form": place.known.form.letter, "number": place.number} for place in target.places],
        "answers": [
            {
                "blank": one.blank or None,
                "text": one.text,
                "count": one.count,
                "share": _number(one.share),
                "pending_share": _number(one.pending),
            }
            for one in answers
        ],
    }


def _number(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 4)
