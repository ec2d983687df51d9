"""What a class gave to one item, as the bars that the analysis and the debrief draw."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.analysis.bands import bands
from quizapp.domain.analysis.given import WrongAnswer, commonest_wrong, earned
from quizapp.domain.item import LETTERS
from quizapp.reports.analysis_sentences import letter_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.domain.analysis.options import OptionChosen
    from quizapp.domain.paper import Question
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

ESSAY_BANDS = 5
MOST_WRONG = 5
"""Wrong answers that are told: more is a list that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBar:
    """One bar."""

    letter: str = ""
    """Of an option; "" for what has none."""
    text: str
    count: int
    share: float
    """Of those who were asked, as a fraction."""
    is_key: bool = False
    mean: float | None = None
    """The mean total of who chose it, in marks."""


def bars_of(found: ClassAnswers, item: ItemStatistics, language: Language) -> list[AnswerBar]:
    """Return an item's bars: its options, an essay's marks in bands, else what was earned."""
    question = found.questions[item.item.item]
    if item.options:
        return [_option(item, question, one, language) for one in item.options]
    if question.item.NEEDS_PERSON:
        return _in_bands(found, item, question, language)
    counts = earned(found.given[item.item.item])
    total = item.candidates
    return [
        AnswerBar(text=language.say(f"analysis.earned_{name}"), count=count, share=count / total)
        for name, count in (("full", counts.full), ("part", counts.part), ("none", counts.none))
    ]


def wrong_answers(found: ClassAnswers, item: ItemStatistics) -> Sequence[WrongAnswer]:
    """Return what was typed wrong most often; () for options, which have their bars, and for essays."""
    question = found.questions[item.item.item]
    if item.options or question.item.NEEDS_PERSON:
        return ()
    return commonest_wrong(question.item, item.item.order, found.given[item.item.item], MOST_WRONG, found.names)


def unanswered(found: ClassAnswers, item: ItemStatistics) -> int:
    """Return how many gave nothing."""
    return sum(not one.response for one in found.given[item.item.item])


def _option(item: ItemStatistics, question: Question, one: OptionChosen, language: Language) -> AnswerBar:
    letter = letter_told(one.letter, language)
    text = "" if letter != one.letter else _text_of(item, question, one.letter)
    return AnswerBar(letter=letter, text=text, count=one.count, share=one.share, is_key=one.is_key, mean=one.mean_score)


def _text_of(item: ItemStatistics, question: Question, letter: str) -> str:
    """Return an option's text by its letter as told: the form's, or the bank's where forms differ."""
    order, place = item.item.order, LETTERS.index(letter)
    texts = question.item.choices
    position = order[place] if order else place
    return texts[position] if position < len(texts) else ""


def _in_bands(found: ClassAnswers, item: ItemStatistics, question: Question, language: Language) -> list[AnswerBar]:
    """Return an essay's marks in bands, the highest first."""
    full, total = question.marking.marks, item.candidates
    counts = bands((one.share for one in found.given[item.item.item]), ESSAY_BANDS)
    bounds = [language.marks(full * Fraction(band, ESSAY_BANDS)) for band in range(ESSAY_BANDS + 1)]
    return [
        AnswerBar(
            text=language.say("debrief.band", low=bounds[band], high=bounds[band + 1]),
            count=counts[band],
            share=counts[band] / total,
        )
        for band in reversed(range(ESSAY_BANDS))
    ]
