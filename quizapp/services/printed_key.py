"""The key of one question as it is printed: in the letters of its form, with everything a marker needs."""

from __future__ import annotations

from quizapp.domain.choosing import to_shown
from quizapp.domain.decimal_text import decimal_text
from quizapp.domain.item import LETTERS
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.paper import Question
from quizapp.services.printed_paper import PrintedKey


def printed_key(question: Question) -> PrintedKey:
    """Return what is right about a question, and why."""
    item, order = question.item, question.order
    response = item.key_response() if item.has_key else None
    essay = item if isinstance(item, Essay) else None
    return PrintedKey(
        number=question.number,
        answer="" if response is None else item.describe(response, order),
        is_sign=isinstance(item, (SingleChoice, TrueFalse)),
        also=_alternatives(item) if isinstance(item, FillBlank) else (),
        tolerance=decimal_text(item.tolerance) if isinstance(item, Numeric) and item.tolerance else "",
        model_answer=essay.model_answer if essay else "",
        points=tuple((point.point, point.marks, point.keywords) for point in essay.rubric) if essay else (),
        rationale=item.rationale,
        feedback=tuple(sorted((_shown(letter, order), text) for letter, text in item.feedback)),
    )


def _shown(letter: str, order: tuple[int, ...]) -> str:
    return to_shown(letter, order) if letter in LETTERS else letter


def _alternatives(item: FillBlank) -> tuple[str, ...]:
    """Return every blank that more than one text fills, with its texts."""
    return tuple(f"{place}: {' / '.join(texts)}" for place, texts in enumerate(item.key, 1) if len(texts) > 1)
