"""Which case of a form a question is of, and which of its questions it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.language.numerals import chinese_numeral

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizapp.domain.paper import Question
    from quizapp.language import Language


class CasePlace(NamedTuple):
    """All counted from 1, as people count."""

    case: int
    question: int
    questions: int


def case_places(questions: Sequence[Question]) -> Mapping[int, CasePlace]:
    """Return the place in its case of every question that has one, by the question's number."""
    cases: dict[str, list[int]] = {}
    for question in questions:
        if question.case:
            cases.setdefault(question.case, []).append(question.number)
    return {
        number: CasePlace(case, place, len(numbers))
        for case, numbers in enumerate(cases.values(), 1)
        for place, number in enumerate(numbers, 1)
    }


def case_title(language: Language, place: CasePlace) -> str:
    """Return the name of a case and which of its questions this is: 案例一 第 2/3 问."""
    number = chinese_numeral(place.case) if language.tongue == "zh" else str(place.case)
    name = language.say("case.title", number=number)
    return f"{name} {language.say('case.place', place=place.question, total=place.questions)}"
