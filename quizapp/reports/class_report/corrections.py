"""What was corrected of a paper's keys, by whom and why, and for how many that changed the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.class_report.days import Day
from quizapp.reports.class_report.findings import Joined, Said, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from quizapp.domain.decisions import KeyCorrected, Regraded
    from quizapp.services.correction_list import CorrectedQuestion, CorrectionRound


def correction_section(rounds: Sequence[CorrectionRound], hidden: AbstractSet[str]) -> Section:
    """Return the corrections in the order in which they began to hold; keys of `hidden` items are not told."""
    parts = [part for one in rounds for part in _round(one, hidden)]
    return Section(Said("report.corrections"), tuple(parts))


def _round(one: CorrectionRound, hidden: AbstractSet[str]) -> Iterator[Said]:
    for question in one.questions:
        values = {"place": _place(question), "what": _what(question, hidden), **_decided(question.correction)}
        yield Said("report.correction", values)
    if one.regraded is None:
        yield Said("report.not_regraded")
        return
    which = "report.regraded" if one.people else "report.regraded_nobody"
    values = {"at": Day(one.regraded.when.at), "count": one.people, **_decided(one.regraded)}
    yield Said(which, values)


def _place(one: CorrectedQuestion) -> Said:
    if one.number is None:
        return Said("command.correction.item", {"item": one.correction.item, "count": len(one.places)})
    forms = Joined(tuple(dict.fromkeys(place.form for place in one.places)), "word.comma")
    return Said("command.correction.number", {"number": one.number, "item": one.correction.item, "forms": forms})


def _what(one: CorrectedQuestion, hidden: AbstractSet[str]) -> Said:
    if one.correction.item in hidden:
        return Said("command.correction.hidden")
    return Said(f"command.correction.{one.correction.how}", {"answer": one.answer, "before": one.before})


def _decided(one: KeyCorrected | Regraded) -> dict[str, object]:
    who = Said("report.decided_both" if one.checked_by else "report.decided", {"by": one.by, "checked": one.checked_by})
    return {"who": who, "why": one.why}
