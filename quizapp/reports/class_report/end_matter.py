"""What stands at the end of a report: what was corrected of a paper's keys, and the statistics of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.analysis_data import test_to_json
from quizapp.reports.class_report.wording import ReportPart, column, day, decimals, grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from fractions import Fraction

    from quizapp.domain.analysis.analysis import TestStatistics
    from quizapp.domain.attempt.decisions import KeyCorrected, Regraded
    from quizapp.language import Language
    from quizapp.services.decisions.correction_list import CorrectedQuestion, CorrectionRound


def correction_part(rounds: Sequence[CorrectionRound], hidden: AbstractSet[str], language: Language) -> ReportPart:
    """Return the corrections in the order in which they began to hold; keys of `hidden` items are not told."""
    sentences = (said for one in rounds for said in _round(one, hidden, language))
    return ReportPart(language.say("report.corrections"), tuple(sentences))


def _round(one: CorrectionRound, hidden: AbstractSet[str], language: Language) -> Iterator[str]:
    say = language.say
    for question in one.questions:
        where, what = _place(question, language), _what(question, hidden, language)
        yield say("report.correction", place=where, what=what, **_decided(question.correction, language))
    if one.regraded is None:
        yield say("report.not_regraded")
        return
    which = "report.regraded" if one.people else "report.regraded_nobody"
    at = day(one.regraded.when.at, language)
    yield say(which, at=at, count=one.people, **_decided(one.regraded, language))


def _place(one: CorrectedQuestion, language: Language) -> str:
    if one.number is None:
        return language.say("command.correction.item", item=one.correction.item, count=len(one.places))
    forms = language.say("word.comma").join(dict.fromkeys(place.form for place in one.places))
    return language.say("command.correction.number", number=one.number, item=one.correction.item, forms=forms)


def _what(one: CorrectedQuestion, hidden: AbstractSet[str], language: Language) -> str:
    if one.correction.item in hidden:
        return language.say("command.correction.hidden")
    return language.say(f"command.correction.{one.correction.how}", answer=one.answer, before=one.before)


def _decided(one: KeyCorrected | Regraded, language: Language) -> dict[str, str]:
    code = "report.decided_both" if one.checked_by else "report.decided"
    return {"who": language.say(code, by=one.by, checked=one.checked_by), "why": one.why}


_SEEN = 0.01
"""Marks that are told apart as they are shown: means are of marks that were rounded."""


def appendix_part(test: TestStatistics, mean: Fraction | None, language: Language) -> ReportPart:
    """Return them as a table. `mean` is that of the people: attempts have another where some count less, or several."""
    say, values = language.say, test_to_json(test)
    rows = (
        (say(f"report.test_{name}"), _shown(value, language), say(f"report.means_{name}"))
        for name, value in values.items()
    )
    heads = (
        column(language, "head_statistic", "left", 4),
        column(language, "head_value", "right", 3),
        column(language, "meaning", "left", 9),
    )
    few = (say("report.small_test", count=test.candidates),) if is_small(test.candidates) else ()
    other = test.moments.mean is not None and mean is not None and abs(test.moments.mean - mean) >= _SEEN
    by_attempt = (say("report.by_attempt"),) if other else ()
    return ReportPart(say("report.appendix"), (*few, *by_attempt, grid(heads, rows, language)))


def _shown(value: object, language: Language) -> str:
    match value:
        case [float(low), float(high)]:
            return language.say("analysis.interval", low=decimals(low, language), high=decimals(high, language))
        case int():
            return str(value)
        case float():
            return decimals(value, language)
        case _:
            return language.say("analysis.unknown")
