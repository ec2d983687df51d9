"""The analysis's first page in words: the class in numbers, and the items that need a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.suspicion import SMALL_CLASS
from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.analysis_sentences import decimals, place, sentence, urgent

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

MOST = 3
"""Items that are told on the first page: more than that is a list again."""
HIGH, FAIR = 80.0, 70.0
"""Alphas in per cent from which ranks can be relied on, and from which they are fair.

Source: Nunnally 1978, Psychometric theory, chapter 7: .70 in early stages of research, .80 for basic research.
"""


def class_words(found: ClassAnswers, language: Language) -> list[str]:
    """Return what is said of the class, a line each."""
    analysed = found.analysed
    test, moments = analysed.analysis.test, analysed.analysis.test.moments
    code = "analysis.class_numbers_one" if moments.sd is None else "analysis.class_numbers"
    lines = [
        language.say(
            code,
            count=test.candidates,
            mean=decimals(moments.mean),
            median=decimals(moments.median),
            sd=decimals(moments.sd),
            full=analysed.full_score,
        )
    ]
    if found.waiting:
        lines.append(language.say("analysis.waiting", count=found.waiting))
    if found.pending:
        lines.append(language.say("analysis.pending", count=found.pending))
    if is_small(test.candidates):
        return [*lines, language.say("analysis.small", least=SMALL_CLASS)]
    return [*lines, _reliability(found, language)]


def first_items(found: ClassAnswers) -> list[ItemStatistics]:
    """Return the items that are told on the first page, the most urgent first."""
    return urgent(found.analysed.analysis.items)[:MOST]


def further(found: ClassAnswers, language: Language) -> str:
    """Return what is said beneath them: how many more there are, or that there are none."""
    count = len(urgent(found.analysed.analysis.items))
    if not count:
        return language.say("analysis.nothing_urgent")
    return language.say("analysis.more_urgent", count=count - MOST) if count > MOST else ""


def item_words(found: ClassAnswers, item: ItemStatistics, language: Language) -> tuple[str, str]:
    """Return what an item is called, and its sentence."""
    may_show = found.analysed.may_show_options(item)
    return place(item, language), sentence(item, language, with_options=may_show)


def _reliability(found: ClassAnswers, language: Language) -> str:
    test = found.analysed.analysis.test
    if test.alpha is None or test.alpha_interval is None:
        return language.say("analysis.reliability_none")
    level = "high" if test.alpha >= HIGH else "fair" if test.alpha >= FAIR else "low"
    low, high = test.alpha_interval
    values = {"alpha": decimals(test.alpha / 100), "low": decimals(low / 100), "high": decimals(high / 100)}
    return language.say(f"analysis.reliability_{level}", **values)
